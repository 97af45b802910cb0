package blockform

import "okienko/runtime/flow"

func (r *reader) askPhone(b *flow.AskPhone) {
	r.question(&b.Question)
	if country := r.form.Get("country"); r.form.Has("country") && (country == "" || isCountry(country)) {
		b.Country = country
	}
}

// isCountry checks the shape of an ISO 3166 code; whether numbers of it are known is for the validation.
func isCountry(code string) bool {
	return len(code) == 2 && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z'
}
