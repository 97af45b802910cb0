package store

import (
	"context"
	"encoding/base64"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/store/kv"
)

const (
	defaultPage = 50
	mostLooked  = 2000 // conversations looked at for one page: a rare match must not stop the shop's chat
)

// Filter says which conversations a list shows. What is empty does not filter.
type Filter struct {
	Bot    string
	From   time.Time // last activity from here
	To     time.Time // to before here
	Wants  bool      // a person was asked for
	Case   bool      // a message was left
	Text   string    // in the customer's or bot's words, without regard to case and accents
	Before string    // a cursor that Conversations returned
	Limit  int       // 0 means 50
}

// Conversations returns a shop's conversations, the one with the newest activity first, and the cursor
// of the next page, "" when there are no more. A search looks at a limited number of conversations
// at a time: a short or empty page with a cursor means that older ones are still to be looked at.
func (s *Store) Conversations(ctx context.Context, shop string, filter Filter) (list []Conversation, next string, err error) {
	from, to, err := activityRange(shop, filter)
	if err != nil {
		return nil, "", err
	}
	limit := filter.Limit
	if limit <= 0 {
		limit = defaultPage
	}
	match := newMatcher(shop, filter)
	list = []Conversation{}
	err = s.view(ctx, func(r kv.Reader) error {
		looked := 0
		for k := range r.ScanBack(from, to) {
			if len(list) == limit || looked == mostLooked {
				return nil
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			looked++
			next = cursor(shop, k)
			c, fits, err := match.at(r, k)
			if err != nil {
				return err
			}
			if fits {
				list = append(list, c)
			}
		}
		next = ""
		return nil
	})
	return list, next, err
}

// activityRange is the range of the index that the filter's days and cursor leave.
func activityRange(shop string, filter Filter) (from, to key, err error) {
	from, to = activitiesKey(shop), activitiesKey(shop).end()
	if !filter.From.IsZero() {
		from = activitiesKey(shop).time(filter.From)
	}
	if !filter.To.IsZero() {
		to = activitiesKey(shop).time(filter.To)
	}
	if filter.Before == "" {
		return from, to, nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(filter.Before)
	if err != nil {
		return nil, nil, fault.Wrap(err, fault.Invalid, "store.bad_cursor")
	}
	return from, append(activitiesKey(shop), raw...), nil
}

// cursor is the part of an index key behind the shop: the next page ends before it.
func cursor(shop string, k key) string {
	return base64.RawURLEncoding.EncodeToString(k[len(activitiesKey(shop)):])
}
