package flow

// AskPhone asks for a phone number; it is kept in E.164 form (+48600700800).
//
//	{"type": "ask_phone", "id": "b1", "prompt": "Pod jaki numer zadzwonić?", "variable": "telefon"}
type AskPhone struct {
	Core
	Question
	Country string `json:"country,omitempty"` // of numbers without a prefix, ISO 3166; empty means PL
}

// Type is "ask_phone".
func (*AskPhone) Type() string { return "ask_phone" }

// Outs are the ways out of this block.
func (b *AskPhone) Outs() []Out { return questionOuts() }

func (b *AskPhone) validate(c *checker) {
	c.question(&b.Question)
	if b.Country != "" && !isCountry(b.Country) {
		c.refuse("country", "bad_country")
	}
}

func (b *AskPhone) inspect(c *checker) {
	c.unattended(b)
}

// isCountry accepts two capital letters; which of them are countries is the phone library's business.
func isCountry(code string) bool {
	return len(code) == 2 && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z'
}
