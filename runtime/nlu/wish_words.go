package nlu

import "slices"

// wishSet is some of the wishes: bit i stands for wishes[i].
type wishSet uint16

const everyWish wishSet = 1<<16 - 1

// Which wishes have a word among theirs is remembered: the lists are long, and slips take time to find.
var exactWishes, likeWishes = newMemo[wishSet](2048), newMemo[wishSet](2048)

// wishesWith are the wishes that have all the words of a text among theirs, the only ones that it may be.
func wishesWith(tokens []token, exact bool) wishSet {
	known := likeWishes
	if exact {
		known = exactWishes
	}
	set := everyWish
	for i := 0; i < len(tokens) && set != 0; i++ {
		word := tokens[i].folded
		set &= known.of(word, func() wishSet { return wishesOf(word, exact) })
	}
	return set
}

func wishesOf(word string, exact bool) (set wishSet) {
	if anyLike(fillers, word, exact) {
		return everyWish
	}
	for i, w := range wishes {
		inKey := func(key []pattern) bool { return anyLike(key, word, exact) }
		if anyLike(w.with, word, exact) || slices.ContainsFunc(w.keys, inKey) {
			set |= 1 << i
		}
	}
	return set
}
