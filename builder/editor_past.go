package builder

import (
	"context"

	"okienko/builder/edit"
	"okienko/runtime/flow"
	"okienko/runtime/store"
)

// pastDepth is how many changes back one can undo.
const pastDepth = 200

// past is what has happened to a draft lately: the changes that hold and those taken back, each oldest first.
type past struct {
	revision int // of the draft it leads to
	all      []store.Change
	done     []store.Change
	undone   []store.Change
}

// past reads the latest changes of a draft.
func (b *Builder) past(ctx context.Context, of store.BotRef, draft store.Draft) (past, error) {
	changes, err := b.Store.Changes(ctx, of, max(draft.Revision-pastDepth, 0))
	if err != nil {
		return past{}, err
	}
	return pastOf(changes, draft.Revision), nil
}

// pastOf sorts changes up to a revision into those that hold and those that were undone.
func pastOf(changes []store.Change, revision int) past {
	p := past{revision: revision}
	for _, change := range changes {
		if change.Revision > revision {
			break // made after the draft was read
		}
		p.all = append(p.all, change)
		switch change.Kind {
		case "undo":
			p.done, p.undone = moveLast(p.done, p.undone, change.Undoes)
		case "redo":
			p.undone, p.done = moveLast(p.undone, p.done, change.Undoes)
		default:
			p.done, p.undone = append(p.done, change), nil
		}
	}
	return p
}

// moveLast takes the change of a revision from the end of one list to the end of another;
// it is not there if it lies further back than the past reaches.
func moveLast(from, to []store.Change, revision int) ([]store.Change, []store.Change) {
	if len(from) == 0 || from[len(from)-1].Revision != revision {
		return from, to
	}
	last := len(from) - 1
	return from[:last:last], append(to[:len(to):len(to)], from[last])
}

// since counts the changes that hold and were made after a revision.
func (p past) since(revision int) int {
	if len(p.all) > 0 && p.all[0].Revision > revision+1 {
		return p.revision - revision // longer ago than we have read
	}
	count := 0
	for _, change := range p.done {
		if change.Revision > revision {
			count++
		}
	}
	// What was undone after the release was live: its absence is a change, too.
	for _, change := range p.undone {
		if change.Revision <= revision {
			count++
		}
	}
	return count
}

// rewind is the bot as it was at an earlier revision; false if the way back is not known.
func (p past) rewind(bot *flow.Bot, revision int) (*flow.Bot, bool) {
	if revision == p.revision {
		return bot, true
	}
	if revision > p.revision || len(p.all) == 0 || p.all[0].Revision > revision+1 {
		return nil, false
	}
	for i := len(p.all) - 1; i >= 0 && p.all[i].Revision > revision; i-- {
		back, err := edit.ReadOps(p.all[i].Inverse)
		if err != nil || len(back) == 0 {
			return nil, false
		}
		if bot, _, err = edit.ApplyAll(bot, back); err != nil {
			return nil, false
		}
	}
	return bot, true
}

// missed are the operations after a revision, in order.
func (p past) missed(revision int) edit.Ops {
	ops := edit.Ops{}
	for _, change := range p.all {
		if change.Revision <= revision {
			continue
		}
		if made, err := edit.ReadOps(change.Ops); err == nil {
			ops = append(ops, made...)
		}
	}
	return ops
}
