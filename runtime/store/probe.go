package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"slices"
	"strings"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/store/kv"
)

var probeKind = newKind[Probe]("probe", "sbsps", "probes.missing").needing(needsBot)

// MaxProbes is how many a bot may have: so many are answered while the owner waits for the page.
const MaxProbes = 1000

// Probe is a question whose right answer the owner knows: with it she examines the bot.
type Probe struct {
	ID    string    `json:"id"` // made of the text, so that a text has one right answer
	Text  string    `json:"text"`
	Entry string    `json:"entry,omitempty"` // that should answer; "" if the bot should say that it does not know
	Also  []string  `json:"also,omitempty"`  // other entries that would do
	Added time.Time `json:"added"`
}

// ProbeID is the id of a text's probe. Spaces don't matter; letters and accents do, as they may be what is examined.
func ProbeID(text string) string {
	sum := sha256.Sum256([]byte(strings.Join(strings.Fields(text), " ")))
	return idEncoding.EncodeToString(sum[:idBytes])
}

func probesKey(ref BotRef) key { return inBot(ref).mark('p') }

func probeKey(ref BotRef, id string) key { return probesKey(ref).text(id) }

// Probes returns those of a bot in the order in which they were added.
func (s *Store) Probes(ctx context.Context, ref BotRef) ([]Probe, error) {
	return read(ctx, s, func(r kv.Reader) ([]Probe, error) { return probes(r, ref) })
}

// Probe returns one.
func (s *Store) Probe(ctx context.Context, ref BotRef, id string) (Probe, error) {
	return read(ctx, s, func(r kv.Reader) (Probe, error) { return get[Probe](r, probeKind, probeKey(ref, id)) })
}

// SaveProbes adds probes, all or none, or replaces those of the same texts. Their ids are made here; a zero
// Added becomes now, or that of the one replaced.
func (s *Store) SaveProbes(ctx context.Context, ref BotRef, list []Probe) error {
	now := s.now()
	return s.update(ctx, func(tx kv.Tx) error {
		if _, err := get[Bot](tx, botKind, botKey(ref)); err != nil {
			return err
		}
		for _, p := range list {
			p.ID = ProbeID(p.Text)
			there, _, err := find[Probe](tx, probeKind, probeKey(ref, p.ID))
			if err != nil {
				return err
			}
			p.Added = orNow(cmp.Or(p.Added, there.Added), now)
			if err := put(tx, probeKey(ref, p.ID), p); err != nil {
				return err
			}
		}
		saved, err := probes(tx, ref)
		if err == nil && len(saved) > MaxProbes {
			return fault.New(fault.TooLarge, "probes.too_many", "limit", MaxProbes)
		}
		return err
	})
}

// DeleteProbe removes one. One that is not there is no error.
func (s *Store) DeleteProbe(ctx context.Context, ref BotRef, id string) error {
	return s.update(ctx, func(tx kv.Tx) error { return tx.Delete(probeKey(ref, id)) })
}

func probes(r kv.Reader, ref BotRef) ([]Probe, error) {
	list, err := collect(all[Probe](r, probeKind, probesKey(ref)))
	slices.SortFunc(list, func(a, b Probe) int { return cmp.Or(a.Added.Compare(b.Added), cmp.Compare(a.ID, b.ID)) })
	return list, err
}
