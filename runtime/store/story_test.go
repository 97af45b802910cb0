package store_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
)

// story does everything once, with ids that are always the same, so that two stores can be compared.
func story(t testing.TB, s *store.Store) store.BotRef {
	t.Helper()
	ctx := t.Context()
	ref, err := s.CreateShop(ctx, store.Shop{ID: "sklep", Name: "Kwiaty", Language: "pl"}, store.User{ID: "ania", Email: "Ania@Kwiaty.pl", Password: "$argon2id$stare"},
		store.Bot{ID: "asystent", Name: "Asystent"}, sampleBot())
	must(t, err)
	must(t, s.SaveShop(ctx, store.Shop{ID: "sklep", Name: "Kwiaty i Spółka", Language: "pl"}))
	must(t, s.SaveUser(ctx, ref.Shop, store.User{ID: "jan", Email: "jan@kwiaty.pl", Role: store.Agent}))
	must(t, s.SaveUser(ctx, ref.Shop, store.User{ID: "jan", Email: "janek@kwiaty.pl", Role: store.Agent}))
	for i := range 3 {
		must(t, s.SaveSignIn(ctx, [32]byte{byte(i)}, store.SignIn{Shop: ref.Shop, User: "ania", Expires: noon}))
	}
	must(t, s.EndSignIn(ctx, [32]byte{0}))
	_, err = s.CreateBot(ctx, ref.Shop, store.Bot{ID: "drugi", Name: "Drugi"}, sampleBot())
	must(t, err)
	storyOfDraft(t, s, ref)
	storyOfConversations(t, s, ref)
	must(t, s.SetPassword(ctx, ref.Shop, "ania", "$argon2id$nowe"))
	return ref
}

func storyOfDraft(t testing.TB, s *store.Store, ref store.BotRef) {
	t.Helper()
	ctx := t.Context()
	for i, kind := range []string{"edit", "edit", "undo", "redo"} {
		_, _, err := s.ChangeDraft(ctx, ref, fmt.Sprintf("batch-%d", i), func(d store.Draft) (flow.Bot, store.Change, error) {
			d.Bot.Name += fmt.Sprint(i)
			return d.Bot, store.Change{User: "ania", Kind: kind, Ops: json.RawMessage(`[]`), Inverse: json.RawMessage(`[]`)}, nil
		})
		must(t, err)
	}
	must(t, s.SaveEntries(ctx, ref, []store.EntryRecord{{Entry: flow.Entry{ID: "nowe", Question: "Nowe?", Answer: "Tak."}, Order: 3}}))
	must(t, s.DeleteEntries(ctx, ref, []string{"dostawa"}))
	for range 2 {
		bot, revision, err := s.DraftBot(ctx, ref)
		must(t, err)
		_, err = s.Publish(ctx, ref, store.Release{User: "ania", Bot: bot, Revision: revision})
		must(t, err)
	}
	_, err := s.SaveFile(ctx, ref, store.File{ID: "obrazek", Name: "sklep.png", Type: "image/png"}, []byte("png"))
	must(t, err)
}

func storyOfConversations(t testing.TB, s *store.Store, ref store.BotRef) {
	t.Helper()
	ctx := t.Context()
	for i := range 3 {
		at := noon.Add(time.Duration(i) * time.Hour)
		done, err := s.StartConversation(ctx, ref, [32]byte{byte(i)}, store.Turn{
			Conversation: store.Conversation{ID: fmt.Sprintf("rozmowa-%d", i), Release: 2, Who: "bot", Started: at, Last: at},
			Events:       []store.Event{{At: at, From: "bot", Kind: "text", Text: "Dzień dobry"}},
		})
		must(t, err)
		for n := range 3 {
			turn := say(done.Conversation, fmt.Sprintf("m%d", n), fmt.Sprintf("pytanie %d o wysyłkę %d", n, i))
			if n < 2 {
				turn.Timer = &store.Timer{Due: turn.Conversation.Last.Add(time.Minute), Question: int64(n)}
			}
			turn.Questions = []store.Asked{{Text: fmt.Sprintf("Pytanie %d?", n), Outcome: "unknown"}}
			if n == i {
				turn.Case = &store.Case{Email: "klient@example.com", Text: "Proszę o kontakt"}
				turn.Events = append(turn.Events, store.Event{At: turn.Conversation.Last, From: "system", Kind: "left"})
			}
			done, err = s.CommitTurn(ctx, ref, turn)
			must(t, err)
		}
	}
	asked, err := s.Questions(ctx, ref, store.QuestionFilter{})
	must(t, err)
	must(t, s.HandleQuestions(ctx, ref, []string{asked[0].ID}, store.HandledAdded))
	c, err := s.Case(ctx, ref.Shop, 2)
	must(t, err)
	c.Status, c.Done = "done", noon
	must(t, s.SaveCase(ctx, ref.Shop, c))
}

func TestEveryUpdateMayRunTwice(t *testing.T) {
	t.Parallel()
	once, doubled := open(t), open(t)
	doubled.RunTwice()
	story(t, once)
	story(t, doubled)
	equal(t, exported(t, doubled), exported(t, once))
}

func TestPeopleAndTheirSignIns(t *testing.T) {
	t.Parallel()
	s := open(t)
	ref := story(t, s)
	ctx := t.Context()
	owner, err := s.UserByEmail(ctx, " ANIA@kwiaty.pl ")
	must(t, err)
	equal(t, owner.Role, store.Owner)
	equal(t, owner.Password, "$argon2id$nowe")
	_, err = s.UserByEmail(ctx, "jan@kwiaty.pl") // the address before he changed it
	wants(t, err, fault.NotFound)
	_, err = s.SignIn(ctx, [32]byte{1}) // ended by the new password
	wants(t, err, fault.NotFound)
	wants(t, s.SaveUser(ctx, ref.Shop, store.User{ID: "ewa", Email: "janek@KWIATY.pl"}), fault.Conflict)
	wants(t, s.SaveUser(ctx, "inny", store.User{ID: "ewa", Email: "ewa@kwiaty.pl"}), fault.NotFound)
	_, err = s.CreateShop(ctx, store.Shop{}, store.User{Email: "obcy@example.com"}, store.Bot{}, sampleBot())
	wants(t, err, fault.Conflict)
	users, err := s.Users(ctx, ref.Shop)
	must(t, err)
	equal(t, len(users), 2)
	must(t, s.SaveSignIn(ctx, [32]byte{9}, store.SignIn{Shop: ref.Shop, User: "ania"}))
	must(t, s.EndSignIns(ctx, ref.Shop, "ania"))
	list, err := s.SignIns(ctx, ref.Shop, "ania")
	must(t, err)
	equal(t, len(list), 0)
	must(t, s.EndSignIn(ctx, [32]byte{9}))
}

func TestADraftAndItsChanges(t *testing.T) {
	t.Parallel()
	s := open(t)
	ref := story(t, s)
	ctx := t.Context()
	draft, err := s.Draft(ctx, ref)
	must(t, err)
	equal(t, draft.Revision, 4)
	equal(t, draft.Undone, 0)
	equal(t, draft.Bot.Name, "Asystent0123")

	again, change, err := s.ChangeDraft(ctx, ref, "batch-1", func(store.Draft) (flow.Bot, store.Change, error) {
		t.Error("a batch that was applied is applied again")
		return flow.Bot{}, store.Change{}, nil
	})
	must(t, err)
	equal(t, again.Revision, 4)
	equal(t, change.Revision, 2)
	stale := fault.New(fault.Conflict, "test")
	_, _, err = s.ChangeDraft(ctx, ref, "stale", func(d store.Draft) (flow.Bot, store.Change, error) { return d.Bot, store.Change{}, stale })
	wants(t, err, fault.Conflict)

	changes, err := s.Changes(ctx, ref, 2)
	must(t, err)
	equal(t, len(changes), 2)
	equal(t, changes[0].Kind, "undo")
	bot, revision, err := s.DraftBot(ctx, ref)
	must(t, err)
	equal(t, revision, 4)
	equal(t, len(bot.Entries), 2)
	equal(t, bot.Entries[1].ID, "nowe")
}

func TestReleasesStayAsTheyWere(t *testing.T) {
	t.Parallel()
	s := open(t)
	ref := story(t, s)
	list, err := s.Releases(t.Context(), ref)
	must(t, err)
	equal(t, list[0].Number, 2)
	equal(t, list[0].Entries, 2)
	equal(t, list[1].Nodes, 1)
	card, err := s.Bot(t.Context(), ref)
	must(t, err)
	equal(t, card.Release, 2)
	release, err := s.Release(t.Context(), ref, 1)
	must(t, err)
	equal(t, release.Bot.Name, "Asystent0123")
	_, err = s.Release(t.Context(), ref, 3)
	wants(t, err, fault.NotFound)
}

// TestNothingIsFoundUnderAnotherShop asks for everything of the story under a shop and a bot it does not belong to.
func TestNothingIsFoundUnderAnotherShop(t *testing.T) {
	t.Parallel()
	s := open(t)
	ref := story(t, s)
	ctx := t.Context()
	for _, other := range []store.BotRef{{Shop: "inny", Bot: ref.Bot}, {Shop: ref.Shop, Bot: "drugi"}, {Shop: ref.Shop, Bot: ""}, {Shop: "", Bot: ref.Bot}, {Shop: "sklep\x00b", Bot: ""}} {
		_, err := s.Conversation(ctx, other, "rozmowa-1")
		wants(t, err, fault.NotFound)
		_, err = s.ConversationByToken(ctx, other, [32]byte{1})
		wants(t, err, fault.NotFound)
		_, err = s.Release(ctx, other, 1)
		wants(t, err, fault.NotFound)
		_, err = s.Entry(ctx, other, "nowe")
		wants(t, err, fault.NotFound)
		_, _, err = s.OpenFile(ctx, other, "obrazek")
		wants(t, err, fault.NotFound)
		events, err := s.Events(ctx, other, "rozmowa-1", 0, 0)
		must(t, err)
		equal(t, len(events), 0)
	}
	list, _, err := s.Conversations(ctx, "inny", store.Filter{})
	must(t, err)
	equal(t, len(list), 0)
}

func TestIDsSortByTime(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	last := ""
	for range 10_000 {
		id := store.NewID()
		if len(id) != 16 || seen[id] || strings.ToLower(id) != id {
			t.Fatalf("id %q", id)
		}
		if id[:6] < last {
			t.Fatalf("id %q begins before %q", id, last)
		}
		seen[id], last = true, id[:6]
	}
}
