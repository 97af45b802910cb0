package intent

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"sort"
	"sync"
)

// Model is a table of vectors, half a byte a number. It is read where it lies.
//
// A file is: dims, rows, intents, how many of them, the last, are foreign, strangers (uint32 each, little-endian),
// the sorted hashes of the pieces (uint32), then for each row, after them each intent, after them each stranger, a
// scale (the upper half of a float32) and dims numbers of four bits, less 8.
type Model struct {
	dims, rows int
	foreign    int
	hashes     []byte
	packed     []byte
	intents    []Vector
	strangers  []Vector // what is asked that shops seldom answer; not of length 1
}

var errModel = errors.New("not a model of intents")

const (
	head      = 20
	scaleSize = 2
)

// Read makes a model of a file's content, which must not be changed afterwards.
func Read(data []byte) (*Model, error) {
	if len(data) < head {
		return nil, errModel
	}
	number := func(i int) int { return int(binary.LittleEndian.Uint32(data[4*i:])) }
	dims, rows, intents, strangers := number(0), number(1), number(2), number(4)
	m := &Model{dims: dims, rows: rows, foreign: number(3)}
	if dims%4 != 0 || dims > 1024 || rows > 1<<22 || intents > 1<<16 || m.foreign > intents || strangers > 1<<16 ||
		len(data) != head+4*rows+(rows+intents+strangers)*m.size() {
		return nil, errModel
	}
	m.hashes, m.packed = data[head:head+4*rows], data[head+4*rows:]
	for i := range intents {
		v := make(Vector, dims)
		m.addRow(v, rows+i, 1)
		m.intents = append(m.intents, v.Unit())
	}
	for i := range strangers {
		v := make(Vector, dims)
		m.addRow(v, rows+intents+i, 1)
		m.strangers = append(m.strangers, v)
	}
	return m, nil
}

func (m *Model) size() int { return scaleSize + m.dims/2 }

// Has reports whether the model knows a piece.
func (m *Model) Has(name string) bool { return m.find(name) >= 0 }

func (m *Model) find(name string) int {
	h := hash(name)
	i := sort.Search(m.rows, func(i int) bool { return binary.LittleEndian.Uint32(m.hashes[4*i:]) >= h })
	if i < m.rows && binary.LittleEndian.Uint32(m.hashes[4*i:]) == h {
		return i
	}
	return -1
}

func (m *Model) add(v Vector, p Piece) {
	if i := m.find(p.Name); i >= 0 {
		m.addRow(v, i, p.Share)
	}
}

func (m *Model) addRow(v Vector, row int, share float32) {
	at := m.packed[row*m.size():]
	scale := share * math.Float32frombits(uint32(binary.LittleEndian.Uint16(at))<<16)
	for i := range m.dims / 2 {
		two := at[scaleSize+i]
		v[2*i] += scale * float32(int(two&15)-8)
		v[2*i+1] += scale * float32(int(two>>4)-8)
	}
}

// hash is FNV-1a.
func hash(name string) uint32 {
	h := uint32(2166136261)
	for i := range len(name) {
		h = (h ^ uint32(name[i])) * 16777619
	}
	return h
}

// Pack writes a model of named rows and intents, the last of them foreign. Of two names with one hash the first stays.
func Pack(names []string, rows, intents [][]float32, foreign int, strangers [][]float32) []byte {
	order := make([]int, len(names))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(int64(hash(names[a])) - int64(hash(names[b]))) })
	order = slices.CompactFunc(order, func(a, b int) bool { return hash(names[a]) == hash(names[b]) })
	dims := len(intents[0])
	data := binary.LittleEndian.AppendUint32(nil, uint32(dims))
	data = binary.LittleEndian.AppendUint32(data, uint32(len(order)))
	data = binary.LittleEndian.AppendUint32(data, uint32(len(intents)))
	data = binary.LittleEndian.AppendUint32(data, uint32(foreign))
	data = binary.LittleEndian.AppendUint32(data, uint32(len(strangers)))
	for _, i := range order {
		data = binary.LittleEndian.AppendUint32(data, hash(names[i]))
	}
	for _, i := range order {
		data = appendRow(data, rows[i])
	}
	for _, row := range append(slices.Clone(intents), strangers...) {
		data = appendRow(data, row)
	}
	return data
}

// appendRow finds the scale that loses least.
func appendRow(data []byte, row []float32) []byte {
	var most float32
	for _, x := range row {
		most = max(most, x, -x)
	}
	best, least := float32(0), float32(math.MaxFloat32)
	for _, part := range []float32{1, .9, .8, .7, .6} {
		scale := half(most * part / 7)
		var loss float32
		for _, x := range row {
			d := x - scale*float32(step(x, scale))
			loss += d * d
		}
		if loss < least {
			best, least = scale, loss
		}
	}
	data = binary.LittleEndian.AppendUint16(data, uint16(math.Float32bits(best)>>16))
	for i := 0; i < len(row); i += 2 {
		data = append(data, byte(step(row[i], best)+8)|byte(step(row[i+1], best)+8)<<4)
	}
	return data
}

// half is a number as the upper half of its bits holds it.
func half(x float32) float32 { return math.Float32frombits(math.Float32bits(x) &^ 0xffff) }

func step(x, scale float32) int {
	if scale == 0 {
		return 0
	}
	return int(max(-8, min(7, math.Round(float64(x/scale)))))
}

//go:embed model.bin
var shipped []byte

// Shipped is the model that Okienko comes with.
var Shipped = sync.OnceValue(func() *Model {
	m, err := Read(shipped)
	if err != nil {
		panic(err) // the file is built in
	}
	return m
})
