package store

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"okienko/runtime/store/kv"
)

// matcher decides which conversations a filter lets through.
type matcher struct {
	shop   string
	filter Filter
	words  []string // of the text, folded; all must occur
}

func newMatcher(shop string, filter Filter) *matcher {
	return &matcher{shop: shop, filter: filter, words: strings.Fields(fold(filter.Text))}
}

// at reads the conversation of an index row and reports whether it fits.
func (m *matcher) at(r kv.Reader, k key) (Conversation, bool, error) {
	parts, ok := k.parts(activityKind.shape)
	if !ok {
		return Conversation{}, false, readable(activityKind, k, errChecksum)
	}
	ref, id := BotRef{Shop: m.shop, Bot: parts[2].(string)}, parts[3].(string)
	if m.filter.Bot != "" && m.filter.Bot != ref.Bot {
		return Conversation{}, false, nil
	}
	c, err := conversation(r, ref, id)
	if err != nil || m.filter.Wants && !c.Wants || m.filter.Case && c.Case == 0 {
		return c, false, err
	}
	fits, err := m.says(r, ref, c)
	return c, fits, err
}

// says reports whether every word occurs in what was said or in the e-mail.
func (m *matcher) says(r kv.Reader, ref BotRef, c Conversation) (bool, error) {
	if len(m.words) == 0 || containsAll(fold(c.Email+" "+c.Preview), m.words) {
		return true, nil
	}
	events, err := eventsAfter(r, ref, c.ID, 0, 0)
	if err != nil {
		return false, err
	}
	var said strings.Builder
	said.WriteString(c.Email)
	for _, e := range events {
		said.WriteByte(' ')
		said.WriteString(e.Text)
	}
	return containsAll(fold(said.String()), m.words), nil
}

func containsAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// fold writes a text in lower case without accents; ł and Ł have no accent to take off and become l.
func fold(text string) string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case r == 'ł' || r == 'Ł':
			return 'l'
		case r > unicode.MaxASCII && unicode.Is(unicode.Mn, r):
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(text))
	return norm.NFC.String(plain)
}
