package nlu

import (
	"math"
	"slices"

	data "okienko/runtime/nlu/corpus"
)

// school is a shop as the learner of the model sees it: which of its entries a question is for, or none.
type school struct {
	entries   []entryBags
	questions []posed
}

type entryBags struct {
	phrasings []bag
	whole     bag // all phrasings, the topic and the answer
}

type posed struct {
	text  bag
	right []int // of the entries; none must be taken for a question that has no answer
}

const (
	shopBatch  = 32
	strangers  = 64  // kinds of what shops seldom answer
	wholeShare = 0.4 // so often an entry is compared as a whole, not by one phrasing
)

func (l *learner) school(s data.Shop) school {
	var out school
	at := map[string]int{}
	for i, e := range s.Entries {
		at[e.ID] = i
		out.entries = append(out.entries, l.entryBags(append([]string{e.Question}, e.Phrases...), e.Topic, e.Answer))
	}
	for _, q := range s.Questions {
		a := posed{text: l.bag(piecesOf(q.Text)), right: []int{at[q.Entry]}}
		for _, id := range q.Also {
			a.right = append(a.right, at[id])
		}
		out.questions = append(out.questions, a)
	}
	for _, q := range s.Foreign {
		out.questions = append(out.questions, posed{text: l.bag(piecesOf(q.Text))})
	}
	return out
}

// nearMisses of an intent are questions for a shop that has an entry on it alone.
func (l *learner) nearMisses(i data.Intent) school {
	answer := ""
	if len(i.Answers) > 0 {
		answer = i.Answers[0]
	}
	s := school{entries: []entryBags{l.entryBags(i.Titles, "", answer)}}
	for _, text := range i.Near {
		s.questions = append(s.questions, posed{text: l.bag(piecesOf(text))})
	}
	return s
}

func (l *learner) entryBags(phrasings []string, topic, answer string) entryBags {
	var e entryBags
	for _, text := range phrasings {
		b := l.bag(piecesOf(text))
		e.phrasings = append(e.phrasings, b)
		e.whole = append(e.whole, shared(b, 1)...)
	}
	e.whole = append(e.whole, shared(l.bag(piecesOf(topic)), topicShare)...)
	e.whole = append(e.whole, shared(l.bag(piecesOf(answer)), answerShare)...)
	return e
}

// shared has so much weight altogether, however long the text is: a share of what a short phrasing has.
func shared(b bag, share float32) bag {
	const phrasing = 4
	out := slices.Clone(b)
	for i := range out {
		out[i].share *= share * phrasing / float32(len(b))
	}
	return out
}

// offered is an entry as a lesson shows it: by one phrasing, or as a whole.
type offered struct {
	bag            bag
	unit, gradient []float32
	norm           float32
}

func (l *learner) draw(e entryBags) offered {
	b := e.whole
	if l.random.Float64() >= wholeShare {
		b = e.phrasings[l.random.IntN(len(e.phrasings))]
	}
	d := offered{bag: l.thin(b), gradient: make([]float32, l.dims)}
	d.unit, d.norm = l.vector(d.bag)
	return d
}

// lesson teaches some questions of a shop: a softmax over its entries and "none of them".
func (l *learner) lesson(s school, questions []posed, rate float32) {
	entries := make([]offered, len(s.entries))
	for i, e := range s.entries {
		entries[i] = l.draw(e)
	}
	for _, q := range questions {
		text := l.thin(q.text)
		v, norm := l.vector(text)
		l.push(text, v, norm, l.compare(entries, v, q.right, rate), rate)
	}
	for _, e := range entries {
		l.push(e.bag, e.unit, e.norm, e.gradient, rate)
	}
}

// compare adds to the gradients of the entries, teaches what is strange, and gives the gradient of a question.
func (l *learner) compare(entries []offered, v []float32, right []int, rate float32) []float32 {
	strange := l.cosines(v)
	p := make([]float32, len(entries)+1)
	for i, e := range entries {
		p[i] = sharpness * dot32(v, e.unit)
	}
	p[len(entries)] = logSum(strange)
	softmax(p)
	wanted := l.wanted(p, right)
	gradient := make([]float32, l.dims)
	for i, e := range entries {
		if g := p[i] - wanted[i]; g > leastGradient || g < -leastGradient {
			axpy(gradient, sharpness*g, e.unit)
			axpy(e.gradient, sharpness*g, v)
		}
	}
	softmax(strange)
	l.estrange(v, strange, p[len(entries)]-wanted[len(entries)], gradient, rate)
	return gradient
}

// cosines are those of a question and each of what is strange to shops, as logits.
func (l *learner) cosines(v []float32) []float32 {
	list := make([]float32, len(l.strange))
	for i, w := range l.strange {
		list[i] = sharpness * dot32(v, w)
	}
	return list
}

// estrange moves what is strange to shops; off is how much too probable "none of them" was.
func (l *learner) estrange(v, shares []float32, off float32, gradient []float32, rate float32) {
	for i, w := range l.strange {
		g := sharpness * off * shares[i]
		axpy(gradient, g, w)
		l.strayed[i] += g * g / float32(l.dims)
		axpy(w, -rate*g/(float32(math.Sqrt(float64(l.strayed[i])))+1e-6), v)
	}
}

func logSum(x []float32) float32 {
	top, sum := slices.Max(x), 0.0
	for _, v := range x {
		sum += math.Exp(float64(v - top))
	}
	return top + float32(math.Log(sum))
}

// wanted shares the probability among the right answers as the softmax does.
func (l *learner) wanted(p []float32, right []int) []float32 {
	w := make([]float32, len(p))
	if len(right) == 0 {
		w[len(w)-1] = 1
		return w
	}
	var sum float32
	for _, i := range right {
		sum += p[i]
	}
	for _, i := range right {
		w[i] = p[i] / (sum + 1e-9)
	}
	return w
}
