package runtime_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"okienko/runtime"
	"okienko/runtime/store"
	"okienko/runtime/store/kv"
	"okienko/runtime/store/kv/bolt"
)

// ceiling is a bare handler that does what any server with this API has to do: it decodes and encodes the same
// JSON and commits the same bytes through the same group committer, without understanding, engine, tokens,
// limits or checks, and without the work of packing the bytes. The bytes are those that real turns wrote.
type ceiling struct {
	*httptest.Server
	db     kv.DB
	choice sample
	texts  []sample

	mu    sync.Mutex
	turns map[string]uint64 // of each conversation
	next  int
}

// sample is a real turn.
type sample struct {
	conversation []byte
	events       []store.Event
	answer       []runtime.Event
	changed      []row    // rows of the conversation that the turn wrote anew
	added        []row    // rows that were not there before it
	removed      [][]byte // keys of rows that an added one took the place of, as that one's key
}

type row struct{ key, value []byte }

func newCeiling(b *testing.B, s *shop) *ceiling {
	b.Helper()
	file := filepath.Join(b.TempDir(), "bare.db")
	must(b, bolt.Create(file))
	db, err := bolt.Open(file, bolt.Options{})
	must(b, err)
	c := &ceiling{db: db, turns: map[string]uint64{}, choice: take(b, s, `"choice": "c1"`)}
	for _, text := range []string{"hej ile sie czeka na kuriera?", "jak dlugo sie czeka na dostawr pozdrawiam", "z jakiego drewna jest ten stolik"} {
		c.texts = append(c.texts, take(b, s, `"text": "`+text+`"`))
	}
	c.Server = httptest.NewServer(http.HandlerFunc(c.serve))
	b.Cleanup(func() { c.Close(); must(b, db.Close()) })
	return c
}

// take makes a turn in a conversation that has had some, and finds what it did to the file.
func take(b *testing.B, s *shop, members string) sample {
	b.Helper()
	begun := s.begin()
	s.say(begun.Token, "before", members)
	before := rowsOf(b, s)
	t := sample{answer: s.say(begun.Token, "sample", members).Events}
	conversation, err := s.store.Conversation(b.Context(), s.ref, begun.Conversation)
	must(b, err)
	t.events, _, err = s.store.EventsOfMessage(b.Context(), s.ref, conversation.ID, "sample")
	must(b, err)
	t.conversation, err = json.Marshal(conversation)
	must(b, err)
	after := rowsOf(b, s)
	for key, value := range after {
		if old, there := before[key]; !there {
			t.added = append(t.added, row{[]byte(key), value})
		} else if !bytes.Equal(old, value) {
			t.changed = append(t.changed, row{[]byte(key), value})
		}
	}
	for key := range before {
		if _, there := after[key]; !there {
			t.removed = append(t.removed, t.successor([]byte(key)))
		}
	}
	return t
}

// rowsOf reads the file itself while the server is away.
func rowsOf(b *testing.B, s *shop) map[string][]byte {
	b.Helper()
	s.stop()
	db, err := bolt.Open(filepath.Join(s.dir, "okienko.db"), bolt.Options{})
	must(b, err)
	rows := map[string][]byte{}
	must(b, db.View(b.Context(), func(r kv.Reader) error {
		for key, value := range r.Scan(nil, nil) {
			rows[string(key)] = bytes.Clone(value)
		}
		return nil
	}))
	must(b, db.Close())
	s.start(store.Options{}, unlimited)
	return rows
}

// successor is the added row most like the one removed: the same timer or activity, later.
func (t *sample) successor(removed []byte) []byte {
	like := func(r row) int {
		n := 0
		for n < min(len(r.key), len(removed)) && r.key[n] == removed[n] {
			n++
		}
		return n
	}
	return slices.MaxFunc(t.added, func(a, b row) int { return like(a) - like(b) }).key
}

func (c *ceiling) serve(w http.ResponseWriter, r *http.Request) {
	var m runtime.Message
	var conversation store.Conversation
	fail := json.NewDecoder(r.Body).Decode(&m)
	token := r.Header.Get("Authorization")
	t, turn := c.turn(m, token)
	if fail == nil {
		fail = json.Unmarshal(t.conversation, &conversation)
	}
	if fail == nil {
		fail = c.commit(r, t, conversation, token, turn)
	}
	if fail != nil {
		http.Error(w, fail.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"events": t.answer})
}

// turn is a sample like the message, and the number of the turn in its conversation.
func (c *ceiling) turn(m runtime.Message, token string) (*sample, uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.turns[token]++
	if m.Choice != "" {
		return &c.choice, c.turns[token]
	}
	c.next++
	return &c.texts[c.next%len(c.texts)], c.turns[token]
}

// commit encodes as a turn does, and writes the sample's rows under keys as long as theirs.
func (c *ceiling) commit(r *http.Request, t *sample, conversation store.Conversation, token string, turn uint64) error {
	for _, v := range []any{conversation, t.events} {
		if _, err := json.Marshal(v); err != nil {
			return err
		}
	}
	return c.db.Update(r.Context(), func(tx kv.Tx) error {
		for _, key := range t.removed {
			if err := tx.Delete(keyOf(key, token, turn-1)); err != nil {
				return err
			}
		}
		for _, put := range t.changed {
			tx.Get(keyOf(put.key, token, 0))
			if err := tx.Put(keyOf(put.key, token, 0), put.value); err != nil {
				return err
			}
		}
		for _, put := range t.added {
			if err := tx.Put(keyOf(put.key, token, turn), put.value); err != nil {
				return err
			}
		}
		return nil
	})
}

// keyOf makes a sample's key that of another conversation and turn.
func keyOf(key []byte, token string, turn uint64) []byte {
	const own = 24
	made := slices.Clone(key[:max(0, len(key)-own)])
	made = append(made, token[len(token)-16:]...)
	return binary.BigEndian.AppendUint64(made, turn)
}
