package morph

import "strings"

// lemmasAt are the folded lemmas of the form that ends at node; nil if no word ends there.
func lemmasAt(node int, form []byte) []string {
	if node == 0 {
		return nil
	}
	arc := words.find(node, separator)
	if arc < 0 {
		return nil
	}
	var lemmas []string
	codes(words.target(arc), nil, func(code []byte) {
		if lemma, ok := decode(form, code); ok {
			lemmas = append(lemmas, Fold(strings.ToLower(lemma)))
		}
	})
	return lemmas
}

// codes visits every coded lemma from node on, up to the tag.
func codes(node int, code []byte, visit func([]byte)) {
	if node == 0 {
		return
	}
	for arc := words.first(node); arc >= 0; arc = words.next(arc) {
		label := words.label(arc)
		if label == separator {
			visit(code)
			continue
		}
		codes(words.target(arc), append(code, label), visit)
	}
}

// decode undoes Morfologik's PREFIX coding: bytes to cut at the front, at the back (both counted from 'A'),
// then what to append. 255 cuts everything.
func decode(form, code []byte) (string, bool) {
	if len(code) < 2 {
		return "", false
	}
	front, back := int(code[0]-'A'), int(code[1]-'A')
	if front == 255 || back == 255 {
		return string(code[2:]), true
	}
	if front+back > len(form) {
		return "", false
	}
	return string(form[front:len(form)-back]) + string(code[2:]), true
}
