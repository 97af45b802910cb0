package engine

import (
	"math"

	"okienko/runtime/flow"
)

func (r *run) askNumber(b *flow.AskNumber, q question) question {
	q = r.asks(b, q)
	q.input = "number"
	q.accept = func() (move, misfit) {
		n, ok := r.in.number(r.bot.Language)
		if !ok {
			return move{}, misfit{key: "retry_number"}
		}
		why := r.fitsNumber(b, n)
		if why.key == "" {
			r.set(b.Variable, writeNumber(n))
		}
		return move{}, why
	}
	return q
}

func (r *run) fitsNumber(b *flow.AskNumber, n float64) misfit {
	if b.Whole && n != math.Trunc(n) {
		return misfit{key: "retry_whole"}
	}
	if b.Min != nil && n < *b.Min || b.Max != nil && n > *b.Max {
		return misfit{key: "retry_range", extra: []Value{{"min", r.bound(b.Min)}, {"max", r.bound(b.Max)}}}
	}
	return misfit{}
}

func (r *run) bound(n *float64) string {
	if n == nil {
		return ""
	}
	return formatNumber(writeNumber(*n), r.bot.Language)
}

// number is the one number in what was written ("około 1 234,50 zł"); false if there is none or several.
func (in Input) number(language string) (float64, bool) {
	if n, ok := oneNumber(in.Text, language); ok {
		return n, true
	}
	found := 0
	var n float64
	for _, v := range in.Understanding.Values {
		if v.Kind != "number" && v.Kind != "amount" {
			continue
		}
		if value, ok := readNumber(v.Text, "en"); ok { // normalised: a dot before decimals
			n = value
			found++
		}
	}
	return n, found == 1
}
