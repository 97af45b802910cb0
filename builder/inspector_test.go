package builder

import (
	"bytes"
	"image"
	"image/png"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"okienko/runtime/flow"
	"okienko/runtime/store"
)

// aBot has a node with a choice, whose first button leads to a second node.
const aBot = `{"format":1,"name":"Asystent","language":"pl","settings":{"patience":0},"look":{"name":"","color":"","side":""},
 "flows":[{"id":"f1","name":"Główny","start":"n1","nodes":[
  {"id":"n1","title":"Powitanie","_canvas":{"x":0,"y":0},"blocks":[
   {"type":"say_text","id":"b1","text":"Dzień dobry"},
   {"type":"ask_choice","id":"b2","prompt":"W czym pomóc?","choices":[{"id":"c1","label":"Zwrot"},{"id":"c2","label":"Dostawa"}],"exits":[{"id":"c1","to":"n2"}]}]},
  {"id":"n2","title":"Zwroty","blocks":[{"type":"say_image","id":"b3","source":"","alt":""}]}]}]}`

// editing is a house whose owner edits aBot.
func editing(t *testing.T) (*house, *visitor, string) {
	t.Helper()
	h := newHouse(t)
	bot, err := flow.Read([]byte(aBot))
	must(t, err)
	_, _, err = h.Store.ChangeDraft(t.Context(), h.ref, "begin", func(store.Draft) (flow.Bot, store.Change, error) {
		return *bot, store.Change{Kind: "restore"}, nil
	})
	must(t, err)
	return h, h.owner(t), "/bots/" + h.ref.Bot
}

func (h *house) block(t *testing.T, id string) string {
	t.Helper()
	draft, err := h.Store.Draft(t.Context(), h.ref)
	must(t, err)
	_, block, err := findBlock(&draft.Bot, id)
	must(t, err)
	written, err := flow.WriteBlock(block)
	must(t, err)
	return string(written)
}

func TestABlocksFormSavesWhatFits(t *testing.T) {
	t.Parallel()
	h, owner, base := editing(t)
	form := text(t, owner.do(t, "GET", base+"/blocks/b2", nil))
	for _, shown := range []string{"W czym pomóc?", `value="Zwrot"`, "Gdy coś pójdzie nie tak", "Tak zobaczy to klient"} {
		if !strings.Contains(form, shown) {
			t.Errorf("the form does not show %s", shown)
		}
	}
	answer := owner.do(t, "POST", base+"/blocks/b2", url.Values{
		"prompt": {"O co chodzi?"}, "tries": {"sto"}, "choice": {"c2", "c1"}, "label.c2": {"Dostawa"}, "label.c1": {"Zwroty"},
	}, "HX-Request", "true")
	page := text(t, answer)
	if answer.StatusCode != http.StatusOK || answer.Header.Get("Okienko-Revision") != "2" {
		t.Fatalf("got %d, revision %s", answer.StatusCode, answer.Header.Get("Okienko-Revision"))
	}
	for _, shown := range []string{`value="sto"`, "Wpisz liczbę całkowitą", "Zapisane poza polem"} {
		if !strings.Contains(page, shown) {
			t.Errorf("the answer does not show %s", shown)
		}
	}
	want := `{"type":"ask_choice","id":"b2","exits":[{"id":"c1","to":"n2"}],"prompt":"O co chodzi?","choices":[{"id":"c2","label":"Dostawa"},{"id":"c1","label":"Zwroty"}]}`
	if got := h.block(t, "b2"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAPostThatChangesNothingIsNoStep(t *testing.T) {
	t.Parallel()
	_, owner, base := editing(t)
	answer := owner.do(t, "POST", base+"/blocks/b1", url.Values{"text": {"Dzień dobry"}})
	if got := answer.Header.Get("Okienko-Revision"); got != "1" {
		t.Errorf("revision %s, want 1", got)
	}
}

func TestEdgesByForm(t *testing.T) {
	t.Parallel()
	cases := []struct{ name, exit, was, to, want string }{
		{"an edge is drawn", "other", "", "n2", `"exits":[{"id":"c1","to":"n2"},{"id":"other","to":"n2"}]`},
		{"an edge is taken away", "c1", "n2", "", `"prompt"`},
		{"an edge that was moved on the canvas stays", "c1", "n1", "n1", `"exits":[{"id":"c1","to":"n2"}]`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h, owner, base := editing(t)
			owner.do(t, "POST", base+"/blocks/b2", url.Values{"exit." + c.exit: {c.to}, "was." + c.exit: {c.was}})
			if got := h.block(t, "b2"); !strings.Contains(got, `"id":"b2",`+c.want) {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestAnEdgeToANewNode(t *testing.T) {
	t.Parallel()
	h, owner, base := editing(t)
	owner.do(t, "POST", base+"/blocks/b2", url.Values{"exit.c2": {"+new"}, "was.c2": {""}})
	draft, err := h.Store.Draft(t.Context(), h.ref)
	must(t, err)
	nodes := draft.Bot.Flows[0].Nodes
	fresh := nodes[len(nodes)-1]
	if len(nodes) != 3 || fresh.Title != "Krok 3" || !strings.Contains(h.block(t, "b2"), `{"id":"c2","to":"`+fresh.ID+`"}`) {
		t.Errorf("got %d nodes, the last is %q; %s", len(nodes), fresh.Title, h.block(t, "b2"))
	}
}

func TestAVariableIsMadeInPlace(t *testing.T) {
	t.Parallel()
	h, owner, base := editing(t)
	refused := text(t, owner.do(t, "POST", base+"/blocks/b2", url.Values{"variable": {"+new"}, "new.variable": {"nr zam"}, "do": {"variable.new:variable"}}))
	if !strings.Contains(refused, "bez spacji") || !strings.Contains(refused, `value="nr zam"`) {
		t.Error("a name that is none is not told, or was lost")
	}
	owner.do(t, "POST", base+"/blocks/b2", url.Values{"variable": {"+new"}, "new.variable": {"nr_zam"}, "do": {"variable.new:variable"}})
	draft, err := h.Store.Draft(t.Context(), h.ref)
	must(t, err)
	if len(draft.Bot.Variables) != 1 || draft.Bot.Variables[0] != (flow.Variable{Name: "nr_zam", Type: "text", Scope: "conversation"}) {
		t.Errorf("variables %v", draft.Bot.Variables)
	}
	if !strings.Contains(h.block(t, "b2"), `"variable":"nr_zam"`) {
		t.Error("the block does not use it")
	}
	list := text(t, owner.do(t, "POST", base+"/variables", url.Values{"type.nr_zam": {"number"}, "do": {"remove:nr_zam"}}))
	if !strings.Contains(list, "w 1 bloku") {
		t.Error("the list does not tell that it is used")
	}
	if draft, err = h.Store.Draft(t.Context(), h.ref); err != nil || draft.Bot.Variables[0].Type != "number" {
		t.Errorf("a used variable must stay, with its new type: %v", draft.Bot.Variables)
	}
}

func TestANodesForm(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name string
		form url.Values
		want string
	}{
		{"title and place after it", url.Values{"title": {"Na dzień dobry"}, "exit.next": {"n2"}, "was.next": {""}}, "Na dzień dobry: b1 b2 → n2"},
		{"dragged", url.Values{"block": {"b2", "b1"}}, "Powitanie: b2 b1 → "},
		{"down", url.Values{"do": {"block.down:b1"}}, "Powitanie: b2 b1 → "},
		{"removed", url.Values{"do": {"block.remove:b1"}}, "Powitanie: b2 → "},
		{"drawn before another was added", url.Values{"block": {"b2"}}, "Powitanie: b1 b2 → "},
		{"too long a title", url.Values{"title": {strings.Repeat("a", flow.MaxTitle+1)}}, "Powitanie: b1 b2 → "},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h, owner, base := editing(t)
			if answer := owner.do(t, "POST", base+"/nodes/n1", c.form); answer.StatusCode != http.StatusOK {
				t.Fatal(answer.Status, text(t, answer))
			}
			if got := h.node(t, "n1"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func (h *house) node(t *testing.T, id string) string {
	t.Helper()
	draft, err := h.Store.Draft(t.Context(), h.ref)
	must(t, err)
	_, node := draft.Bot.Node(id)
	ids := make([]string, len(node.Blocks))
	for i, b := range node.Blocks {
		ids[i] = b.Base().ID
	}
	return node.Title + ": " + strings.Join(ids, " ") + " → " + node.Next
}

func TestBlocksAreAddedCopiedAndDeleted(t *testing.T) {
	t.Parallel()
	h, owner, base := editing(t)
	owner.do(t, "POST", base+"/nodes/n2", url.Values{"do": {"block.add:wait"}})
	owner.do(t, "POST", base+"/blocks/b2/copy", nil)
	owner.do(t, "POST", base+"/blocks/b1/delete", nil)
	if got := len(strings.Fields(h.node(t, "n1"))); got != 4 { // title, b2, its copy, arrow
		t.Errorf("got %q", h.node(t, "n1"))
	}
	if strings.Contains(h.node(t, "n1"), " b1 ") || len(strings.Fields(h.node(t, "n2"))) != 4 {
		t.Errorf("got %q and %q", h.node(t, "n1"), h.node(t, "n2"))
	}
	gone := owner.do(t, "POST", base+"/blocks/b1", url.Values{"text": {"?"}}, "HX-Request", "true")
	if gone.StatusCode != http.StatusNotFound || !strings.Contains(text(t, gone), "Tego bloku już nie ma") {
		t.Error("a block that is gone is not told")
	}
}

func TestAPictureIsUploaded(t *testing.T) {
	t.Parallel()
	h, owner, base := editing(t)
	var drawing bytes.Buffer
	must(t, png.Encode(&drawing, image.NewGray(image.Rect(0, 0, 30, 20))))
	if page := owner.upload(t, base+"/blocks/b3/image", "tabela.png", drawing.Bytes()); !strings.Contains(page, "/files/") {
		t.Errorf("the form does not show the picture: %s", page)
	}
	if got := h.block(t, "b3"); !strings.Contains(got, `"source":"file:`) || !strings.Contains(got, `"alt":"Tabela rozmiarów"`) {
		t.Errorf("got %s", got)
	}
	page := owner.upload(t, base+"/blocks/b3/image", "strona.png", []byte("<html>"))
	if !strings.Contains(page, "To nie jest obrazek") {
		t.Error("what is no picture is not told")
	}
}

// upload sends a form with a file, as htmx does.
func (v *visitor) upload(t *testing.T, path, name string, content []byte) string {
	t.Helper()
	return text(t, v.sendFile(t, path, url.Values{"alt": {"Tabela rozmiarów"}}, name, content, "HX-Request", "true"))
}

func TestAPictureIsCopiedFromItsAddress(t *testing.T) {
	t.Parallel()
	h, owner, base := editing(t)
	shop := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_ = png.Encode(w, image.NewGray(image.Rect(0, 0, 8, 8)))
	}))
	t.Cleanup(shop.Close)
	post := func(address string) string {
		return text(t, owner.do(t, "POST", base+"/blocks/b3/image", url.Values{"address": {address}, "alt": {"Logo"}}))
	}
	if page := post(shop.URL + "/logo.png"); !strings.Contains(page, `class="error"`) {
		t.Error("an address inside was asked") // unless the person who runs the server allows it
	}
	h.AllowHosts = []string{strings.TrimPrefix(shop.URL, "http://")}
	if page := post(shop.URL + "/logo.png"); strings.Contains(page, `class="error"`) || !strings.Contains(h.block(t, "b3"), "file:") {
		t.Errorf("the picture was not copied: %s", h.block(t, "b3"))
	}
	if page := post("ftp://sklep.pl/logo.png"); !strings.Contains(page, "zaczynający się od https://") {
		t.Error("an address that is none is not told")
	}
}
