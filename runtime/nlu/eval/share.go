package eval

import (
	"encoding/json"
	"math"
)

// Share is a part of a whole. As JSON it is a fraction from 0 to 1, or null where there is no whole.
type Share struct{ Part, Whole float64 }

func (s *Share) add(yes bool) {
	s.Whole++
	if yes {
		s.Part++
	}
}

// Known reports whether there is a whole to be a part of.
func (s Share) Known() bool { return s.Whole > 0 }

// Value is the fraction from 0 to 1; 0 where there is no whole.
func (s Share) Value() float64 {
	if !s.Known() {
		return 0
	}
	return s.Part / s.Whole
}

// MarshalJSON keeps six digits.
func (s Share) MarshalJSON() ([]byte, error) {
	if !s.Known() {
		return []byte("null"), nil
	}
	return json.Marshal(round(s.Value(), 6))
}

func round(value float64, digits int) float64 {
	scale := math.Pow10(digits)
	return math.Round(value*scale) / scale
}
