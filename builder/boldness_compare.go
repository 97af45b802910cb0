package builder

import (
	"context"

	"okienko/builder/faqfile"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/nlu/eval"
	"okienko/runtime/store"
	"okienko/views/owner"
)

const (
	boldnessExamples = 5   // questions that come out differently shown
	longestExample   = 200 // characters: longer ones are stories
)

// outcome is what becomes of a question at one step.
type outcome struct {
	kind  string // nlu.Answered, nlu.Suggested or nlu.Unknown
	entry string // the answer, or the first that is offered
	wrong bool   // it is known that another entry should answer, or none
}

// compareBoldness puts customers' latest questions and the test questions to the draft at both steps of the
// model. They are understood anew and not judged by the confidences kept with them: those belong to the
// releases that customers talked to, and the entries may have changed since.
func (b *Builder) compareBoldness(ctx context.Context, draft *flow.Bot, model *owner.BoldnessModel) error {
	heard, err := b.heardTexts(ctx, ref(ctx), draft)
	if err != nil {
		return err
	}
	probes, err := b.Store.Probes(ctx, ref(ctx))
	if err != nil {
		return err
	}
	x, done, err := b.Host.Index(ctx, nlu.KnowledgeOf(draft))
	if err != nil {
		return err
	}
	defer done()
	if x == nil {
		return fault.New(fault.Unavailable, "boldness.failed")
	}
	texts, now, then := hearAll(x, heard, model.Now, model.Step)
	model.Heard = effectOf(draft, texts, now, then)
	texts, now = tryAll(x, draft, probes, model.Now)
	_, then = tryAll(x, draft, probes, model.Step)
	model.Tried = effectOf(draft, texts, now, then)
	return nil
}

// hearAll understands what customers wrote at both steps. What is not for the entries is left out.
func hearAll(x *nlu.Index, heard []heardText, step, other int) (texts []string, now, then []outcome) {
	for _, h := range heard {
		one, two := hear(x, h, step), hear(x, h, other)
		if one.kind != "" && two.kind != "" {
			texts, now, then = append(texts, firstRunes(h.text, longestExample)), append(now, one), append(then, two)
		}
	}
	return texts, now, then
}

// hear is the zero outcome where a wish, statement or choice was heard.
func hear(x *nlu.Index, h heardText, step int) outcome {
	h.context.Boldness = step
	u := x.Understand(h.text, h.context)
	if u.Choice != "" || u.Wish != "" || u.Statement != "" {
		return outcome{}
	}
	o, matches := outcome{kind: u.Outcome}, u.Entries
	for _, part := range u.Parts {
		if bolder(part.Outcome, o.kind) {
			o.kind, matches = part.Outcome, part.Entries
		}
	}
	if o.kind != nlu.Unknown && len(matches) > 0 {
		o.entry = matches[0].Entry
	}
	return o
}

// bolder tells whether an outcome gives the customer more than another.
func bolder(a, b string) bool {
	return a != b && (a == nlu.Answered || a == nlu.Suggested && b != nlu.Answered)
}

// tryAll puts the test questions to the draft.
func tryAll(x *nlu.Index, draft *flow.Bot, probes []store.Probe, step int) (texts []string, outcomes []outcome) {
	bot := *draft
	bot.Settings.Boldness = step
	for _, v := range eval.Run(eval.Examine(&bot, x), questionsOf(draft, probes)).Verdicts {
		o := outcome{kind: v.Reply.Outcome, wrong: v.Reply.Outcome == nlu.Answered && !v.Right}
		if len(v.Reply.Shown) > 0 {
			o.entry = v.Reply.Shown[0]
		}
		texts, outcomes = append(texts, v.Question.Text), append(outcomes, o)
	}
	return texts, outcomes
}

// effectOf compares the outcomes of the same texts. Of texts that are alike only one is an example.
func effectOf(bot *flow.Bot, texts []string, now, then []outcome) owner.BoldnessEffect {
	effect := owner.BoldnessEffect{Now: countOutcomes(now), Then: countOutcomes(then)}
	shown := map[string]bool{}
	for i, text := range texts {
		same := faqfile.Fold(text)
		if now[i].kind == then[i].kind || shown[same] || len(effect.Changes) == boldnessExamples {
			continue
		}
		shown[same] = true
		effect.Changes = append(effect.Changes, owner.BoldnessChange{
			Text: text, Was: now[i].kind, Is: then[i].kind,
			WasEntry: entryName(bot, now[i].entry).Question, IsEntry: entryName(bot, then[i].entry).Question,
		})
	}
	return effect
}

func countOutcomes(outcomes []outcome) owner.BoldnessCount {
	var c owner.BoldnessCount
	for _, o := range outcomes {
		switch o.kind {
		case nlu.Answered:
			c.Answered++
		case nlu.Suggested:
			c.Suggested++
		default:
			c.Unknown++
		}
		if o.wrong {
			c.Wrong++
		}
	}
	return c
}
