// Package blockform reads what was typed into a block's form. One file per block type, and no I/O.
package blockform

import (
	"net/url"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
)

// Result is a block with everything in it that fitted. What did not fit is beside it, as it was typed,
// so that the form can show it again.
type Result struct {
	Block  flow.Block
	Typed  map[string]string // by field
	Errors []*fault.Error    // each on its field
}

// Read changes a copy of a block by a form. Fields that the form does not hold stay as they are, and so do
// the exits: a form drawn a while ago must not move edges back. newID makes ids of choices and branches.
func Read(old flow.Block, form url.Values, newID func() string) (Result, error) {
	block, err := flow.Clone(old)
	if err != nil {
		return Result{}, err
	}
	r := &reader{form: form, newID: newID, typed: map[string]string{}}
	r.block(block)
	prune(block)
	return Result{Block: block, Typed: r.typed, Errors: r.errors}, nil
}

func (r *reader) block(b flow.Block) {
	switch b := b.(type) {
	case *flow.SayText:
		r.sayText(b)
	case *flow.SayImage:
		r.sayImage(b)
	case *flow.AskChoice:
		r.askChoice(b)
	case *flow.AskText:
		r.askText(b)
	case *flow.AskEmail:
		r.askEmail(b)
	case *flow.AskPhone:
		r.askPhone(b)
	case *flow.AskNumber:
		r.askNumber(b)
	case *flow.Decide:
		r.decide(b)
	case *flow.SetVariable:
		r.setVariable(b)
	case *flow.AnswerFAQ:
		r.answerFAQ(b)
	case *flow.HandOver:
		r.handOver(b)
	case *flow.Wait:
		r.wait(b)
	case *flow.End:
		r.end(b)
	}
}

// Same tells whether two blocks are written alike.
func Same(a, b flow.Block) bool {
	x, errX := flow.WriteBlock(a)
	y, errY := flow.WriteBlock(b)
	return errX == nil && errY == nil && string(x) == string(y)
}

// prune drops the edges of choices and branches that are gone.
func prune(b flow.Block) {
	outs := map[string]bool{}
	for _, out := range b.Outs() {
		outs[out.ID] = true
	}
	var kept []flow.Exit
	for _, exit := range b.Base().Exits {
		if outs[exit.ID] {
			kept = append(kept, exit)
		}
	}
	b.Base().Exits = kept
}
