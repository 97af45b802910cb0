package engine

import (
	"net/mail"
	"strings"

	"okienko/runtime/flow"
)

func (r *run) askEmail(b *flow.AskEmail, q question) question {
	q = r.asks(b, q)
	q.input = "email"
	q.accept = func() (move, misfit) {
		address := r.in.email()
		if address == "" {
			return move{}, misfit{key: "retry_email"}
		}
		r.set(b.Variable, address)
		return move{}, misfit{}
	}
	return q
}

// email is the first e-mail address in what was written, also in the middle of a sentence; "" if there is none.
func (in Input) email() string {
	for _, word := range strings.Fields(in.Text) {
		word = strings.TrimPrefix(strings.Trim(word, `.,;:!?()[]<>"'„”`), "mailto:")
		if address, ok := readEmail(word); ok {
			return address
		}
	}
	for _, v := range in.Understanding.Values {
		if address, ok := readEmail(v.Text); ok && v.Kind == "email" {
			return address
		}
	}
	return ""
}

// readEmail accepts what net/mail does, as long as mail could reach it: a domain with a dot and a
// top level of letters. The domain is lowered, the part before it is the receiver's business.
func readEmail(text string) (string, bool) {
	parsed, err := mail.ParseAddress(text)
	if err != nil || parsed.Address != text || len(text) > 254 {
		return "", false
	}
	at := strings.LastIndexByte(text, '@')
	domain := strings.ToLower(text[at+1:])
	dot := strings.LastIndexByte(domain, '.')
	if dot < 1 || len(domain)-dot < 3 || strings.ContainsAny(text[:at], `" `) {
		return "", false
	}
	for _, label := range strings.Split(domain, ".") {
		if label == "" || strings.Trim(label, "-") != label {
			return "", false
		}
	}
	if strings.ContainsAny(domain[dot+1:], "0123456789") {
		return "", false
	}
	return text[:at+1] + domain, true
}
