package morph

import (
	"math/bits"
	"strings"
)

// What a slip costs, in tenths: whole numbers are quicker to add. A missing or wrong letter is a whole.
const (
	whole  = 10
	slip   = 7 // a neighbouring key, or letters that sound alike
	swap   = 7 // two letters in the wrong order
	double = 6 // a letter typed twice, or once instead of twice
)

// MaxCost is how far a word of so many letters may be misspelt, in letters; 0 means that it must be right.
func MaxCost(letters int) float64 { return float64(maxCost(letters)) / whole }

func maxCost(letters int) int {
	switch {
	case letters < 4:
		return 0
	case letters < 6:
		return 10
	case letters < 8:
		return 14
	}
	return 20
}

// Distance is the weighted Damerau-Levenshtein distance of two folded words; ok says whether it is within limit.
func Distance(a, b string, limit float64) (cost float64, ok bool) {
	if len(b) >= maxDepth || len(a) > maxWord {
		return 0, false
	}
	tenths := int(limit * whole)
	if tooFar(a, b, tenths) {
		return 0, false
	}
	d := newDistance(a, tenths)
	for i := range len(b) {
		if !d.step(i+1, b[i]) {
			return 0, false
		}
	}
	sum, ok := d.cost(len(b))
	return float64(sum) / whole, ok
}

// tooFar tells most words that are not within limit apart without the table: an error changes the length by
// one letter at most and costs at least double for that, and changes the set of letters by two at most and
// costs at least slip for that.
func tooFar(a, b string, limit int) bool {
	longer := max(len(a)-len(b), len(b)-len(a))
	return longer*double > limit || bits.OnesCount64(letters(a)^letters(b)) > 2*(limit/slip)
}

// letters is the set of a word's letters.
func letters(word string) (set uint64) {
	for i := range len(word) {
		set |= 1 << (word[i] & 63)
	}
	return set
}

const (
	maxDepth = maxWord + 3
	band     = 3   // letters by which two words within any limit may be out of step: 3 doubled ones cost 18
	far      = 200 // more than any limit
)

// distance compares a word with forms that grow letter by letter, one row of the table a letter.
// Only the cells near the diagonal are worked out.
type distance struct {
	word  string
	limit int
	form  [maxDepth + 1]byte
	rows  [maxDepth + 1][maxWord + 2]uint8
}

func newDistance(word string, limit int) *distance {
	d := &distance{word: word, limit: limit}
	for i := 1; i <= len(word); i++ {
		d.rows[0][i] = min(far, d.rows[0][i-1]+d.extra(i))
	}
	return d
}

// step adds the form's letter number depth (from 1); false means that nothing within the limit begins so.
func (d *distance) step(depth int, letter byte) bool {
	if depth > maxDepth || depth > len(d.word)+band {
		return false
	}
	d.form[depth] = letter
	above, row := &d.rows[depth-1], &d.rows[depth]
	missing := d.missing(depth)
	from, to := max(1, depth-band), min(len(d.word), depth+band)
	row[from-1] = far
	if from == 1 {
		row[0] = min(far, above[0]+missing)
	}
	least := row[from-1]
	for i := from; i <= to; i++ {
		cost := above[i-1] + substitutions[d.word[i-1]][letter]
		cost = min(cost, row[i-1]+d.extra(i))
		if i < depth+band { // beyond it the row above was not worked out
			cost = min(cost, above[i]+missing)
		}
		if i > 1 && depth > 1 && d.word[i-1] == d.form[depth-1] && d.word[i-2] == letter {
			cost = min(cost, d.rows[depth-2][i-2]+swap)
		}
		row[i] = min(far, cost)
		least = min(least, cost)
	}
	return int(least) <= d.limit
}

func (d *distance) cost(depth int) (int, bool) {
	if len(d.word) > depth+band || depth > len(d.word)+band {
		return 0, false
	}
	cost := int(d.rows[depth][len(d.word)])
	return cost, cost <= d.limit
}

// extra is the cost of letter i of the word having no counterpart in the form.
func (d *distance) extra(i int) uint8 {
	if i > 1 && d.word[i-1] == d.word[i-2] {
		return double
	}
	return whole
}

// missing is the cost of the form's letter having no counterpart in the word.
func (d *distance) missing(depth int) uint8 {
	if depth > 1 && d.form[depth] == d.form[depth-1] {
		return double
	}
	return whole
}

// substitutions is the cost of typing one letter for another.
var substitutions = func() (costs [256][256]uint8) {
	for typed := range costs {
		for meant := range costs[typed] {
			switch {
			case typed == meant:
			case strings.IndexByte(near(byte(typed)), byte(meant)) >= 0:
				costs[typed][meant] = slip
			default:
				costs[typed][meant] = whole
			}
		}
	}
	return costs
}()

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
