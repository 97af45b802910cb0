package engine

import (
	"github.com/nyaruka/phonenumbers"

	"okienko/runtime/flow"
)

func (r *run) askPhone(b *flow.AskPhone, q question) question {
	q = r.asks(b, q)
	q.input = "phone"
	q.accept = func() (move, misfit) {
		number := r.in.phone(b.Country)
		if number == "" {
			return move{}, misfit{key: "retry_phone"}
		}
		r.set(b.Variable, number)
		return move{}, misfit{}
	}
	return q
}

// phone is the phone number in what was written, as +48600700800; "" if there is none that could ring.
// Numbers without a prefix are of the country (ISO 3166, empty means Poland).
func (in Input) phone(country string) string {
	if country == "" {
		country = flow.DefaultCountry
	}
	if number := readPhone(in.Text, country); number != "" {
		return number
	}
	for _, v := range in.Understanding.Values {
		if v.Kind != "phone" {
			continue
		}
		if number := readPhone(v.Text, country); number != "" {
			return number
		}
	}
	return ""
}

func readPhone(text, country string) string {
	parsed, err := phonenumbers.Parse(text, country)
	if err != nil || !phonenumbers.IsValidNumber(parsed) {
		return ""
	}
	return phonenumbers.Format(parsed, phonenumbers.E164)
}
