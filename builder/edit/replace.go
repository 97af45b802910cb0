package edit

import "okienko/runtime/flow"

// Replace puts another bot in the place of the draft: an old release that comes back.
// Its entries, if it has a list of them, take the place of the draft's.
type Replace struct {
	Bot flow.Bot `json:"bot"`
}

// Name is "replace".
func (*Replace) Name() string { return "replace" }

func (op *Replace) apply(d *draft) ([]Op, error) {
	old := *d.bot
	*d = *draftOf(&op.Bot)
	return []Op{&Replace{Bot: old}}, nil
}
