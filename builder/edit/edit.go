// Package edit changes a draft by operations. Each is a pure function from a bot to a bot together with
// the operations that take it back; nothing of the bot given is written to.
package edit

import "okienko/runtime/flow"

// Op is one operation. Its JSON is an object with the member "op": see Ops.
type Op interface {
	// Name is what "op" holds.
	Name() string
	// apply changes the draft and returns what takes the change back, in the order to run it.
	apply(d *draft) ([]Op, error)
}

// Apply runs one operation. An operation that doesn't fit the bot (made on an older revision, or wrong)
// is an error of package fault with words for the owner, and changes nothing.
func Apply(bot *flow.Bot, op Op) (*flow.Bot, []Op, error) {
	return ApplyAll(bot, []Op{op})
}

// ApplyAll runs operations in order, all or none. The inverse takes all of them back.
func ApplyAll(bot *flow.Bot, ops []Op) (*flow.Bot, []Op, error) {
	d := draftOf(bot)
	var inverse []Op
	for _, op := range ops {
		back, err := op.apply(d)
		if err != nil {
			return nil, nil, err
		}
		inverse = append(back[:len(back):len(back)], inverse...)
	}
	if err := d.limits(); err != nil {
		return nil, nil, err
	}
	return d.bot, inverse, nil
}
