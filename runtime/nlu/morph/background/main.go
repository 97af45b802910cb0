// Command background writes common.txt: how common each dictionary form is in everyday Polish.
//
//	go run ./runtime/nlu/morph/background commonWords.json > runtime/nlu/morph/common.txt
//
// commonWords.json is a list of words by rank, from @zxcvbn-ts/language-pl (see SOURCES.md).
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"maps"
	"math"
	"os"
	"slices"
	"strings"

	"okienko/runtime/nlu/morph"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: background commonWords.json")
	}
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var words []string
	if err := json.Unmarshal(data, &words); err != nil {
		log.Fatal(err)
	}
	write(weights(words))
}

// weights sums 1/(rank + 2.7) over the forms of each lemma (Mandelbrot's law) and turns it into 0 (rare) to 99 (common).
func weights(words []string) map[string]int {
	share, total := map[string]float64{}, 0.0
	for rank, word := range words {
		word = strings.ToLower(word)
		p := 1 / (float64(rank) + 2.7)
		total += p
		lemmas := morph.Lemmas(word)
		if lemmas == nil {
			lemmas = []string{morph.Fold(word)}
		}
		for _, lemma := range lemmas {
			share[lemma] += p
		}
	}
	weights := map[string]int{}
	for lemma, p := range share {
		common := 1 - (math.Log(.05)-math.Log(p/total))/(math.Log(.05)-math.Log(4e-5))
		weights[lemma] = int(math.Round(99 * min(max(common, 0), 1)))
	}
	return weights
}

func write(weights map[string]int) {
	out := bufio.NewWriter(os.Stdout)
	for _, lemma := range slices.Sorted(maps.Keys(weights)) {
		if weights[lemma] > 0 {
			fmt.Fprintf(out, "%s\t%d\n", lemma, weights[lemma])
		}
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}
