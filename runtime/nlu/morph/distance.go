package morph

import "strings"

// What a slip costs. A missing or wrong letter is 1.
const (
	slip   = 0.7 // a neighbouring key, or letters that sound alike
	swap   = 0.7 // two letters in the wrong order
	double = 0.6 // a letter typed twice, or once instead of twice
)

// MaxCost is how far a word of so many letters may be misspelt; 0 means that it must be right.
func MaxCost(letters int) float64 {
	switch {
	case letters < 4:
		return 0
	case letters < 6:
		return 1
	case letters < 8:
		return 1.4
	}
	return 2
}

// Distance is the weighted Damerau-Levenshtein distance of two folded words; ok says whether it is within limit.
func Distance(a, b string, limit float64) (cost float64, ok bool) {
	if len(b) >= maxDepth || len(a) > maxWord {
		return 0, false
	}
	d := newDistance(a, limit)
	for i := range len(b) {
		if !d.step(i+1, b[i]) {
			return 0, false
		}
	}
	return d.cost(len(b))
}

const maxDepth = maxWord + 3

// distance compares a word with forms that grow letter by letter, one row of the table a letter.
type distance struct {
	word  string
	limit float64
	form  [maxDepth + 1]byte
	rows  [maxDepth + 1][maxWord + 1]float64
}

func newDistance(word string, limit float64) *distance {
	d := &distance{word: word, limit: limit}
	for i := 1; i <= len(word); i++ {
		d.rows[0][i] = d.rows[0][i-1] + d.extra(i)
	}
	return d
}

// step adds the form's letter number depth (from 1); false means that nothing within the limit begins so.
func (d *distance) step(depth int, letter byte) bool {
	if depth > maxDepth {
		return false
	}
	d.form[depth] = letter
	above, row := &d.rows[depth-1], &d.rows[depth]
	row[0] = above[0] + d.missing(depth)
	least := row[0]
	for i := 1; i <= len(d.word); i++ {
		cost := above[i-1] + substitution(d.word[i-1], letter)
		cost = min(cost, row[i-1]+d.extra(i), above[i]+d.missing(depth))
		if i > 1 && depth > 1 && d.word[i-1] == d.form[depth-1] && d.word[i-2] == letter {
			cost = min(cost, d.rows[depth-2][i-2]+swap)
		}
		row[i] = cost
		least = min(least, cost)
	}
	return least <= d.limit
}

func (d *distance) cost(depth int) (float64, bool) {
	cost := d.rows[depth][len(d.word)]
	return cost, cost <= d.limit
}

// extra is the cost of letter i of the word having no counterpart in the form.
func (d *distance) extra(i int) float64 {
	if i > 1 && d.word[i-1] == d.word[i-2] {
		return double
	}
	return 1
}

// missing is the cost of the form's letter having no counterpart in the word.
func (d *distance) missing(depth int) float64 {
	if depth > 1 && d.form[depth] == d.form[depth-1] {
		return double
	}
	return 1
}

func substitution(typed, meant byte) float64 {
	if typed == meant {
		return 0
	}
	if strings.IndexByte(near(typed), meant) >= 0 {
		return slip
	}
	return 1
}

// near are the letters whose keys lie beside a key, and those that sound like it.
func near(letter byte) string {
	const first = 'a'
	neighbours := [...]string{
		"qwsz", "vghn", "xdfvs", "serfcxt", "wrsd", "drtgvcw", "ftyhbv", "gyujnbc", "uojkyl", "uikmnhy", "ijolm", "opki", "njk",
		"bhjm", "ipklu", "ol", "wa", "etdf", "awedxzc", "ryfgd", "yihjo", "cfgbw", "qesavu", "zsdc", "tughij", "asxs",
	}
	if letter < first || int(letter-first) >= len(neighbours) {
		return ""
	}
	return neighbours[letter-first]
}
