package nlu

// Explanation tells a person why a text got the answer it got. It is computed anew from the text, the
// context and the entries, which always give the same answer.
type Explanation struct {
	Read       string   // what was read: the text, behind the earlier one if it is a follow-up
	Outcome    string   // answer, suggest or unknown
	AnswerAt   float64  // confidence from which is answered
	SuggestAt  float64  // and from which is suggested
	Candidates []Reason // best first, at most maxSuggestions
}

// Reason is why an entry was thought to be meant.
type Reason struct {
	Entry      string
	Confidence float64
	Phrasing   string // of the entry, that fits best
	Words      []WordReason
}

// Explain says why Understand makes of a text what it makes.
func (x *Index) Explain(text string, c Context) Explanation {
	u, t := x.Understand(text, c), thresholdsOf(c.Boldness)
	e := Explanation{Read: text, Outcome: u.Outcome, AnswerAt: t.answer, SuggestAt: t.suggest}
	for _, m := range u.Entries {
		e.Candidates = append(e.Candidates, Reason{Entry: m.Entry, Confidence: m.Confidence})
	}
	return e
}

// WordReason is what a word of the text did for an entry.
type WordReason struct {
	Text   string  // as typed
	Match  string  // the word of the entry that it was taken for; "" if none
	How    string  // same, form, synonym, typo, or "" for none
	Weight float64 // share of the text's weight, 0 to 1
}
