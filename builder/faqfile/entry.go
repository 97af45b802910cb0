package faqfile

import "okienko/runtime/flow"

// Tidy is an entry without what surrounds its texts and without empty and repeated phrases,
// as an import would take it.
func Tidy(e flow.Entry) flow.Entry { return tidy(e) }

// Check says why an entry can't be taken, nil if it can: the limits are those of an import.
func Check(e flow.Entry) *Refusal { return check(e) }

// Fold is a text for comparing and searching: small letters without diacritics and punctuation.
func Fold(text string) string { return fold(text) }

// Field is the field that a refusal of Check is about.
func (r *Refusal) Field() string {
	switch r.Key {
	case "faqfile.refused.no_answer", "faqfile.refused.long_answer":
		return "answer"
	case "faqfile.refused.phrases", "faqfile.refused.long_phrase":
		return "phrases"
	case "faqfile.refused.long_topic":
		return "topic"
	}
	return "question"
}
