package morph

import "errors"

// automaton reads a finite state automaton in Morfologik's CFSA2 form straight from its bytes:
// nothing is unpacked, so opening costs neither time nor memory. Nodes and arcs are offsets into arcs.
// Source: morfologik-fsa 2.1.6, CFSA2.java.
type automaton struct {
	labels []byte // the most frequent labels, addressed by five bits
	arcs   []byte
	skip   bool // nodes begin with a count that we don't need
}

const (
	cfsa2        = 0xc6
	flagNumbers  = 1 << 8
	bitNext      = 1 << 7 // the arc's node follows the arcs of this node
	bitLast      = 1 << 6
	labelIndex   = 1<<5 - 1
	headerLength = 8
)

var errAutomaton = errors.New("morph: not a CFSA2 automaton")

func newAutomaton(data []byte) (*automaton, error) {
	if len(data) < headerLength || string(data[:4]) != "\\fsa" || data[4] != cfsa2 {
		return nil, errAutomaton
	}
	flags := int(data[5])<<8 | int(data[6])
	labels := int(data[7])
	if len(data) < headerLength+labels {
		return nil, errAutomaton
	}
	return &automaton{
		labels: data[headerLength : headerLength+labels],
		arcs:   data[headerLength+labels:],
		skip:   flags&flagNumbers != 0,
	}, nil
}

// root skips the empty node that stands for the end.
func (a *automaton) root() int { return a.target(a.first(0)) }

func (a *automaton) first(node int) int {
	if a.skip {
		return a.afterInt(node)
	}
	return node
}

// next is the arc after arc in the same node, -1 after the last.
func (a *automaton) next(arc int) int {
	if a.arcs[arc]&bitLast != 0 {
		return -1
	}
	return a.after(arc)
}

func (a *automaton) label(arc int) byte {
	if i := a.arcs[arc] & labelIndex; i > 0 {
		return a.labels[i]
	}
	return a.arcs[arc+1]
}

// find is the arc of node with the label, -1 if there is none.
func (a *automaton) find(node int, label byte) int {
	for arc := a.first(node); arc >= 0; arc = a.next(arc) {
		if a.label(arc) == label {
			return arc
		}
	}
	return -1
}

// target is the node an arc leads to, 0 if the word ends with it.
func (a *automaton) target(arc int) int {
	if a.arcs[arc]&bitNext != 0 {
		for a.arcs[arc]&bitLast == 0 {
			arc = a.after(arc)
		}
		return a.after(arc)
	}
	at := arc + 1
	if a.arcs[arc]&labelIndex == 0 {
		at++
	}
	value := 0
	for shift := 0; ; shift += 7 {
		value |= int(a.arcs[at]&0x7f) << shift
		if a.arcs[at]&0x80 == 0 {
			return value
		}
		at++
	}
}

// after is the offset behind an arc.
func (a *automaton) after(arc int) int {
	flags := a.arcs[arc]
	arc++
	if flags&labelIndex == 0 {
		arc++
	}
	if flags&bitNext == 0 {
		arc = a.afterInt(arc)
	}
	return arc
}

func (a *automaton) afterInt(at int) int {
	for a.arcs[at]&0x80 != 0 {
		at++
	}
	return at + 1
}
