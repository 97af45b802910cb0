package builder

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"okienko/runtime"
	"okienko/runtime/flow"
	"okienko/runtime/hub"
	"okienko/runtime/store"
	"okienko/templates"
)

// withHost gives the house what publishing tells: the customers' half.
func (h *house) withHost(t *testing.T) {
	t.Helper()
	h.Host = runtime.New(runtime.Config{Store: h.Store, Hub: hub.New()})
	t.Cleanup(h.Host.Close)
}

func (h *house) draw(t *testing.T, bot flow.Bot) {
	t.Helper()
	_, _, err := h.Store.ChangeDraft(t.Context(), h.ref, store.NewID(), func(store.Draft) (flow.Bot, store.Change, error) {
		return bot, store.Change{Kind: "edit"}, nil
	})
	must(t, err)
}

func TestABotThatIsRefusedIsNotPublished(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.withHost(t)
	v := h.owner(t)
	h.draw(t, flow.Bot{Format: 1, Name: "Asystent", Language: "pl", Flows: []flow.Flow{{ID: "f1", Name: "Główny", Start: "n1", Nodes: []flow.Node{
		{ID: "n1", Title: "Początek", Blocks: flow.Blocks{&flow.SayText{Core: flow.Core{ID: "b1"}, Text: ""}}},
	}}}})
	answer := v.do(t, "POST", "/bots/"+h.ref.Bot+"/publish", url.Values{"note": {"pierwsze"}})
	page := text(t, answer)
	if answer.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(page, "Początek") || !strings.Contains(page, "editor#block=b1&amp;node=n1") {
		t.Errorf("%s: the page does not lead to what is refused", answer.Status)
	}
	if card, err := h.Store.Bot(t.Context(), h.ref); err != nil || card.Release != 0 {
		t.Errorf("release %d, %v", card.Release, err)
	}
}

func TestPublishingMakesNumberedReleases(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.withHost(t)
	v := h.owner(t)
	bot, err := templates.Open("sklep")
	must(t, err)
	h.draw(t, *bot)
	path := "/bots/" + h.ref.Bot + "/publish"
	if page := text(t, v.do(t, "GET", path, nil)); !strings.Contains(page, "To będzie pierwsze wydanie") {
		t.Error("the page does not say that this is the first release")
	}
	for _, want := range []string{"Wydanie 1 odpowiada klientom", "Wydanie 2 odpowiada klientom"} {
		if page := text(t, v.do(t, "POST", path, url.Values{"note": {"nowe odpowiedzi"}})); !strings.Contains(page, want) {
			t.Errorf("%q is missing", want)
		}
	}
	if page := text(t, v.do(t, "GET", path, nil)); !strings.Contains(page, "Szkic nie różni się od wydania 2") {
		t.Error("a draft that is published already is not told so")
	}
	long := url.Values{"note": {strings.Repeat("ą", 201)}}
	if page := text(t, v.do(t, "POST", path, long)); !strings.Contains(page, "do 200 znaków") || !strings.Contains(page, "ąąą") {
		t.Error("a note that is too long does not come back with a word about it")
	}
}
