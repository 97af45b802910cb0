package morph

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed common.txt
var common string // lines "lemma\tnumber", sorted; read in place

// Commonness is how common a folded lemma is in everyday Polish: 0 rare or unknown, 1 as common as "nie".
func Commonness(lemma string) float64 {
	low, high := 0, len(common)
	for low < high {
		middle := lineStart((low + high) / 2)
		line, _, _ := strings.Cut(common[middle:], "\n")
		word, number, _ := strings.Cut(line, "\t")
		switch {
		case word == lemma:
			n, _ := strconv.Atoi(number)
			return float64(n) / 99
		case word < lemma:
			low = middle + len(line) + 1
		default:
			high = middle
		}
	}
	return 0
}

func lineStart(at int) int { return strings.LastIndexByte(common[:at], '\n') + 1 }
