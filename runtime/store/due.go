package store

import (
	"context"
	"time"

	"okienko/runtime/store/kv"
)

// DueTimers returns up to limit timers of all shops that are due, earliest first, and when the next one
// after them is; zero if there is none.
func (s *Store) DueTimers(ctx context.Context, now time.Time, limit int) (due []Timer, next time.Time, err error) {
	err = s.view(ctx, func(r kv.Reader) error {
		for k, record := range r.Scan(timersKey(), timersKey().end()) {
			timer, err := readTimer(k, record)
			if err != nil {
				return err
			}
			if timer.Due.After(now) || len(due) == limit {
				next = timer.Due
				return nil
			}
			due = append(due, timer)
		}
		return nil
	})
	return due, next, err
}
