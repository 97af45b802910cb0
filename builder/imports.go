package builder

import (
	"crypto/rand"
	"sync"
	"time"

	"okienko/builder/faqfile"
)

// mostImports is how many previews are kept in memory at once; a file may have megabytes.
const mostImports = 8

// imports keeps what was read for a preview until it is confirmed: one for each person.
type imports struct {
	mu      sync.Mutex
	pending map[string]pendingImport // by user id
}

type pendingImport struct {
	ticket string
	rows   []faqfile.Row
	until  time.Time
}

// keep remembers rows and returns the ticket that the confirmation must bring.
func (i *imports) keep(user string, rows []faqfile.Row, now time.Time) string {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.pending == nil {
		i.pending = map[string]pendingImport{}
	}
	i.pending[user] = pendingImport{rand.Text(), rows, now.Add(importLife)}
	for len(i.pending) > mostImports {
		i.dropOldest()
	}
	return i.pending[user].ticket
}

func (i *imports) dropOldest() {
	oldest := ""
	for user, p := range i.pending {
		if oldest == "" || p.until.Before(i.pending[oldest].until) {
			oldest = user
		}
	}
	delete(i.pending, oldest)
}

// take returns the rows of a ticket, once.
func (i *imports) take(user, ticket string, now time.Time) ([]faqfile.Row, bool) {
	i.mu.Lock()
	defer i.mu.Unlock()
	p, ok := i.pending[user]
	if !ok || p.ticket != ticket || now.After(p.until) {
		return nil, false
	}
	delete(i.pending, user)
	return p.rows, true
}
