package nlu

import (
	"math"
	"math/rand/v2"
	"slices"

	"okienko/runtime/nlu/intent"
)

// learner trains the model of intents: a vector for each piece of a text, so that the vectors of texts with
// one meaning point one way. Two losses pull together: a customer's line and its intent among all intents,
// and a customer's line and an owner's title among the titles of other intents (contrastive, as in
// StarSpace, arXiv 1709.03856, and fastText, arXiv 1607.01759).
type learner struct {
	dims    int
	names   []string
	ids     map[string]int
	rows    [][]float32 // a vector for each piece
	spread  []float32   // of each row's gradients (AdaGrad)
	intents [][]float32
	wide    []float32
	strange [][]float32 // of what is asked that shops seldom answer: together they say how near an entry must be
	strayed []float32
	random  *rand.Rand
}

// bag is a text as rows of the model.
type bag []row

type row struct {
	row   int
	share float32
}

type example struct {
	text   bag
	intent int
}

const (
	learnRate = 0.25
	sharpness = intent.Sharpness
	dropped   = 0.40 // share of pieces left out at random, so that none is relied on
	batchSize = 64

	leastGradient = 1e-3 // of a probability: less moves nothing
)

func newLearner(dims int, count map[string]int, intents int) *learner {
	l := &learner{dims: dims, ids: map[string]int{}, random: rand.New(rand.NewPCG(1, 2))}
	for name, n := range count {
		least := map[byte]int{'l': 3, 'g': 50, 'b': 10, '%': 6}[name[0]]
		if n >= max(least, 2) {
			l.names = append(l.names, name)
		}
	}
	slices.Sort(l.names)
	for i, name := range l.names {
		l.ids[name] = i
		l.rows = append(l.rows, l.start())
	}
	l.spread = make([]float32, len(l.rows))
	for range intents {
		l.intents = append(l.intents, l.start())
	}
	l.wide = make([]float32, intents)
	for range strangers {
		l.strange = append(l.strange, l.start())
	}
	l.strayed = make([]float32, strangers)
	return l
}

func (l *learner) start() []float32 {
	row := make([]float32, l.dims)
	for i := range row {
		row[i] = float32(l.random.NormFloat64()) * 0.3 / float32(math.Sqrt(float64(l.dims)))
	}
	return row
}

func (l *learner) bag(list []intent.Piece) bag {
	var b bag
	for _, p := range list {
		if id, ok := l.ids[p.Name]; ok {
			b = append(b, row{id, p.Share})
		}
	}
	return b
}

func (l *learner) thin(b bag) bag {
	var rest bag
	for _, p := range b {
		if l.random.Float64() >= dropped {
			rest = append(rest, p)
		}
	}
	if len(rest) == 0 {
		return b
	}
	return rest
}

// vector is of length 1; norm is what it was.
func (l *learner) vector(b bag) (v []float32, norm float32) {
	v = make([]float32, l.dims)
	for _, p := range b {
		axpy(v, p.share, l.rows[p.row])
	}
	norm = normalised(v)
	return v, norm
}

func normalised(v []float32) float32 {
	norm := float32(math.Sqrt(float64(dot32(v, v)))) + 1e-6
	for i := range v {
		v[i] /= norm
	}
	return norm
}

// dot32 and axpy take four at a time: all the time of learning is spent here.
func dot32(v, w []float32) float32 {
	var a, b, c, d float32
	w = w[:len(v)]
	for i := 0; i+3 < len(v); i += 4 {
		x, y := v[i:i+4:i+4], w[i:i+4:i+4]
		a += x[0] * y[0]
		b += x[1] * y[1]
		c += x[2] * y[2]
		d += x[3] * y[3]
	}
	return a + b + c + d
}

func axpy(v []float32, a float32, w []float32) {
	w = w[:len(v)]
	for i := 0; i+3 < len(v); i += 4 {
		x, y := v[i:i+4:i+4], w[i:i+4:i+4]
		x[0] += a * y[0]
		x[1] += a * y[1]
		x[2] += a * y[2]
		x[3] += a * y[3]
	}
}

// push moves the rows of a text against the gradient by its unit vector.
func (l *learner) push(b bag, v []float32, norm float32, gradient []float32, rate float32) {
	axpy(gradient, -dot32(gradient, v), v)
	for i := range gradient {
		gradient[i] /= norm
	}
	size := dot32(gradient, gradient) / float32(l.dims)
	for _, p := range b {
		l.spread[p.row] += size * p.share * p.share
		axpy(l.rows[p.row], -rate*p.share/float32(math.Sqrt(float64(l.spread[p.row]))+1e-6), gradient)
	}
}

// epoch goes through everything once, in batches shuffled anew.
func (l *learner) epoch(examples []example, titles [][]bag, schools []school, rate float32) {
	l.random.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
	var lessons []func()
	for batch := range slices.Chunk(examples, batchSize) {
		lessons = append(lessons, func() { l.batch(batch, titles, rate) })
	}
	for _, s := range schools {
		l.random.Shuffle(len(s.questions), func(i, j int) { s.questions[i], s.questions[j] = s.questions[j], s.questions[i] })
		for questions := range slices.Chunk(s.questions, shopBatch) {
			lessons = append(lessons, func() { l.lesson(s, questions, rate) })
		}
	}
	l.random.Shuffle(len(lessons), func(i, j int) { lessons[i], lessons[j] = lessons[j], lessons[i] })
	for _, lesson := range lessons {
		lesson()
	}
}

func (l *learner) batch(batch []example, titles [][]bag, rate float32) {
	n := len(batch)
	texts, heads := make([]bag, n), make([]bag, n)
	tv, hv := make([][]float32, n), make([][]float32, n)
	tn, hn := make([]float32, n), make([]float32, n)
	tg, hg := make([][]float32, n), make([][]float32, n)
	for i, e := range batch {
		texts[i] = l.thin(e.text)
		heads[i] = l.thin(titles[e.intent][l.random.IntN(len(titles[e.intent]))])
		tv[i], tn[i] = l.vector(texts[i])
		hv[i], hn[i] = l.vector(heads[i])
		tg[i], hg[i] = make([]float32, l.dims), make([]float32, l.dims)
	}
	units := make([][]float32, len(l.intents))
	norms := make([]float32, len(l.intents))
	for i, p := range l.intents {
		units[i] = slices.Clone(p)
		norms[i] = normalised(units[i])
	}
	ig := make([][]float32, len(l.intents))
	logits := make([]float32, len(l.intents))
	for i, e := range batch {
		for j := range units {
			logits[j] = sharpness * dot32(tv[i], units[j])
		}
		softmax(logits)
		for j := range units {
			g := logits[j]
			if j == e.intent {
				g--
			}
			if g > leastGradient || g < -leastGradient {
				axpy(tg[i], sharpness*g, units[j])
				if ig[j] == nil {
					ig[j] = make([]float32, l.dims)
				}
				axpy(ig[j], sharpness*g, tv[i])
			}
		}
	}
	row := make([]float32, n)
	for i, e := range batch {
		for j := range batch {
			row[j] = sharpness * dot32(tv[i], hv[j])
			if j != i && batch[j].intent == e.intent {
				row[j] = -1e9
			}
		}
		softmax(row)
		for j := range batch {
			g := row[j]
			if j == i {
				g--
			}
			axpy(tg[i], sharpness*g, hv[j])
			axpy(hg[j], sharpness*g, tv[i])
		}
	}
	for i := range batch {
		l.push(texts[i], tv[i], tn[i], tg[i], rate)
		l.push(heads[i], hv[i], hn[i], hg[i], rate)
	}
	for j, g := range ig {
		if g == nil {
			continue
		}
		axpy(g, -dot32(g, units[j]), units[j])
		l.wide[j] += dot32(g, g) / float32(l.dims) / (norms[j] * norms[j])
		axpy(l.intents[j], -rate/norms[j]/float32(math.Sqrt(float64(l.wide[j]))+1e-6), g)
	}
}

func softmax(x []float32) {
	top := slices.Max(x)
	var sum float32
	for i := range x {
		x[i] = float32(math.Exp(float64(x[i] - top)))
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}
