package intent

import (
	"math"
	"testing"
)

func packed() []byte {
	return Pack([]string{"a", "b"}, [][]float32{{1, 0, 0, 0.5}, {0, 1, -1, 0}}, [][]float32{{1, 0, 0, 0}, {0, 1, 0, 0}}, 1, [][]float32{{0, 0.5, 0, 0}})
}

func TestPackAndRead(t *testing.T) {
	t.Parallel()
	m, err := Read(packed())
	if err != nil {
		t.Fatal(err)
	}
	if !m.Has("a") || m.Has("c") {
		t.Error("the model must know a and not c")
	}
	v := m.Sum([]Piece{{"a", 2}, {"c", 5}})
	for i, want := range []float64{2, 0, 0, 1} {
		if math.Abs(float64(v[i])-want) > 0.15 {
			t.Errorf("the pieces add up to %v", v)
		}
	}
	near := m.Intents(m.Vector([]Piece{{"a", 1}}))
	if near[0].Intent != 0 || m.Foreign(near) > 0.1 {
		t.Errorf("intents of a: %v", near)
	}
	if far := m.Intents(m.Vector([]Piece{{"b", 1}})); m.Foreign(far) < 0.9 || Overlap(near, far) > 0.5 || Overlap(near, near) < 0.99 {
		t.Errorf("intents of b: %v", far)
	}
}

func TestStrange(t *testing.T) {
	t.Parallel()
	m, err := Read(packed())
	if err != nil {
		t.Fatal(err)
	}
	if usual, strange := m.Strange(Vector{1, 0, 0, 0}), m.Strange(Vector{0, 1, 0, 0}); math.Abs(usual) > 0.01 || math.Abs(strange-0.5) > 0.01 {
		t.Errorf("the bar is %.2f for what is usual and %.2f for what is strange", usual, strange)
	}
}

func TestReadRefusesWhatIsNoModel(t *testing.T) {
	t.Parallel()
	good := packed()
	for _, data := range [][]byte{nil, {1, 2, 3}, good[:len(good)-1], append(good[:len(good):len(good)], 0), make([]byte, 64)} {
		if m, err := Read(data); err == nil && len(data) > 16 && m.rows > 0 {
			t.Errorf("%d bytes are a model", len(data))
		}
	}
}

func TestShipped(t *testing.T) {
	t.Parallel()
	m := Shipped()
	if len(m.intents) < 120 || m.rows < 5_000 || m.foreign == 0 || len(m.strangers) == 0 {
		t.Errorf("%d intents, %d foreign, %d strangers, %d pieces", len(m.intents), m.foreign, len(m.strangers), m.rows)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(packed())
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Read(data); err == nil && m.dims > 0 {
			m.Intents(m.Vector([]Piece{{"a", 1}}))
		}
	})
}
