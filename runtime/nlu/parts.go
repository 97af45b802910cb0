package nlu

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
)

// boundary are the places where a message may go on to another question: the end of a sentence, and a
// conjunction before a word that asks. RE2 takes linear time for any text.
var boundary = regexp.MustCompile(`(?i)[?!.;\n]+\s*|,?\s+(?:oraz|i|a|no i|i jeszcze|a jeszcze|a także|a takze|poza tym|druga sprawa|and|also)\s+(?:(?:to|też|tez|jeszcze)\s+)?(?:czy|ile|jak|jaki|jaka|jakie|gdzie|kiedy|kto|skąd|skad|do kiedy|od kiedy|po ile|how|what|when|where|can|do)\s`)

// sentences are the parts of a message, with the word that asks at their beginning.
func sentences(text string) []string {
	var list []string
	from := 0
	for _, at := range boundary.FindAllStringIndex(text, 16) {
		end := at[1]
		if last := strings.TrimRight(text[at[0]:at[1]], " \t"); !strings.ContainsAny(last[len(last)-1:], "?!.;\n") {
			end = at[0] + strings.LastIndexAny(last, " \t,") + 1 // the asking word begins the next part
			if two := strings.ToLower(last); strings.HasSuffix(two, "do kiedy") || strings.HasSuffix(two, "od kiedy") || strings.HasSuffix(two, "po ile") {
				end = at[0] + strings.LastIndexByte(strings.TrimRight(last[:end-at[0]], " "), ' ') + 1
			}
		}
		list = append(list, text[from:end])
		from = end
	}
	list = append(list, text[from:])
	return slices.DeleteFunc(list, func(part string) bool { return strings.Trim(part, " \t\n?!.;,") == "" })
}

// asking are the words that a question begins with.
var asking = wordsOf("czy ile jak jaki jaka jakie jakim jaka gdzie kiedy kto kogo co dlaczego czemu ktory ktora ktore skad dokad mozna moge macie po how what when where why who which can do does is are")

// asks reports whether a part of a message is a question that may stand alone.
func asks(part string, tokens []token) bool {
	if len(tokens) < 2 || len(content(tokens)) == 0 {
		return false
	}
	first := tokens[0].folded
	if (first == "a" || first == "i" || first == "do" || first == "od") && len(tokens) > 2 {
		first = tokens[1].folded
	}
	return strings.HasSuffix(strings.TrimSpace(part), "?") || oneOf(first, asking)
}

// split finds several questions in one message. There must be two that have answers of their own, or
// one that has and another that does not: the customer is to hear of both.
func (x *Index) split(u *engine.Understanding, text string, t thresholds) {
	parts := x.parts(text, t)
	answered := 0
	for _, p := range parts {
		if p.Outcome == Answered {
			answered++
		}
	}
	if len(parts) < 2 || answered == 0 || answered < len(parts) && u.Outcome == Answered {
		return
	}
	u.Parts = parts
	u.Entries, u.Outcome = together(u.Entries, parts), Answered
}

func (x *Index) parts(text string, t thresholds) []engine.Part {
	var parts []engine.Part
	for _, sentence := range sentences(text) {
		tokens := tokenize(sentence)
		if len(parts) == flow.MaxParts || !asks(sentence, tokens) {
			continue
		}
		matches := x.matches(tokens)
		same := func(p engine.Part) bool {
			return len(p.Entries) > 0 && len(matches) > 0 && p.Entries[0].Entry == matches[0].Entry
		}
		if !slices.ContainsFunc(parts, same) {
			parts = append(parts, engine.Part{Text: strings.TrimSpace(sentence), Outcome: t.outcome(matches), Entries: matches})
		}
	}
	return parts
}

// together ranks what was found for the parts before what was found for the whole.
func together(whole []engine.Match, parts []engine.Part) []engine.Match {
	var list []engine.Match
	add := func(m engine.Match) {
		if !slices.ContainsFunc(list, func(n engine.Match) bool { return n.Entry == m.Entry }) {
			list = append(list, m)
		}
	}
	for _, p := range parts {
		if p.Outcome == Answered {
			add(p.Entries[0])
		}
	}
	slices.SortStableFunc(list, func(a, b engine.Match) int { return cmp.Compare(b.Confidence, a.Confidence) })
	for _, m := range whole {
		add(m)
	}
	list = list[:min(len(list), maxSuggestions)]
	for i := 1; i < len(list); i++ {
		list[i].Confidence = min(list[i].Confidence, list[i-1].Confidence)
	}
	return list
}
