package main

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"okienko/builder/edit"
	"okienko/runtime/flow"
)

// middle is the middle of the first element that matches, on the screen, once it rests.
func (b *tab) middle(selector string) (x, y float64) {
	b.Helper()
	b.until("an element "+selector, "document.querySelector("+quote(selector)+")?.checkVisibility()")
	at := eval[[2]float64](b, fmt.Sprintf(`(async () => {
		const at = () => { const r = document.querySelector(%s).getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2] }
		const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)))
		for (let before = null, now = at(), still = 0; ; before = now, now = at()) {
			still = before?.join() === now.join() ? still + 1 : 0
			if (still === 3) return now
			await frame()
		}
	})()`, quote(selector)))
	return at[0], at[1]
}

// drag presses the mouse on an element, moves by dx, dy in steps, and lets go.
func (b *tab) drag(selector string, dx, dy float64) {
	b.Helper()
	x, y := b.middle(selector)
	b.do(chromedp.DragAndDropXY(x, y, x+dx, y+dy, 8))
}

// dragTo drags from one element to another.
func (b *tab) dragTo(from, to string) {
	b.Helper()
	x, y := b.middle(from)
	toX, toY := b.middle(to)
	b.do(chromedp.DragAndDropXY(x, y, toX, toY, 8))
}

// saved waits until the server has everything.
func (b *tab) saved() {
	b.Helper()
	b.until("everything to be saved", `document.getElementById("saved").dataset.state === "saved"`)
}

func (s *editorShop) node(id string) *flow.Node {
	s.Helper()
	bot := s.draft().Bot
	_, node := bot.Node(id)
	return node
}

// titled finds a node by its title; nil if there is none.
func (s *editorShop) titled(title string) *flow.Node {
	s.Helper()
	bot := s.draft().Bot
	for i := range bot.Flows[0].Nodes {
		if bot.Flows[0].Nodes[i].Title == title {
			return &bot.Flows[0].Nodes[i]
		}
	}
	return nil
}

// The canvas as the owner uses it with a mouse; what she did is there after a reload.
func TestEditorStory(t *testing.T) {
	shop := newEditorShop(t, shopBot(t))
	b := newTab(t)
	shop.open(b)

	t.Log("She drags a message from the palette onto the canvas.")
	b.drag(`[data-kind="say_text"]`, 720, 560)
	b.saved()
	fresh := shop.titled("Wiadomość")
	if fresh == nil || len(fresh.Blocks) != 1 || fresh.Blocks[0].Type() != "say_text" {
		t.Fatalf("no step from the palette: %+v", fresh)
	}

	t.Log("She drags an edge from a choice to it.")
	b.until("its form", `document.querySelector("#inspector form")`)
	b.click("button", "Dopasuj do okna")
	b.dragTo(`.exit[data-block="b2"][data-exit="c3"] .port`, fmt.Sprintf(`[data-id="%s"] .node-head`, fresh.ID))
	b.saved()
	if to := shop.node("hello").Blocks[1].Base().To("c3"); to != fresh.ID {
		t.Fatalf("the choice leads to %q", to)
	}

	t.Log("She moves a step.")
	b.click("button", "Zamknij panel")
	x, y, _ := edit.Position(shop.node("bye"))
	b.drag(`[data-id="bye"] .node-head`, 40, 90)
	b.saved()
	if movedX, movedY, _ := edit.Position(shop.node("bye")); movedX <= x || movedY <= y || int(movedX)%8 != 0 {
		t.Fatalf("moved from %v,%v to %v,%v", x, y, movedX, movedY)
	}

	t.Log("She deletes a step, takes that back, and does it again.")
	b.drag(`[data-id="bye"] .node-head`, 1, 1)
	b.press(kb.Delete)
	b.saved()
	b.until("the step to go", `!document.querySelector('[data-id="bye"]')`)
	if shop.node("bye") != nil || shop.node("contact").Next != "" {
		t.Fatal("the step is still there")
	}
	b.click("button", "Cofnij")
	b.until("the step to come back", `document.querySelector('[data-id="bye"] .node-title')`)
	b.saved()
	if shop.node("contact").Next != "bye" {
		t.Fatal("undo did not bring the edge back")
	}
	b.press("y", chromedp.ModifierCtrl)
	b.until("the step to go again", `!document.querySelector('[data-id="bye"]')`)
	b.saved()

	t.Log("She reloads: all is as she left it.")
	before := eval[string](b, sketchOf)
	shop.open(b)
	if after := eval[string](b, sketchOf); after != before {
		t.Fatalf("before the reload %s\nafter %s", before, after)
	}
	b.click("button", "Cofnij")
	b.until("undo to work after a reload", `document.querySelector('[data-id="bye"] .node-title')`)
	b.shot("editor-story")
}

// sketchOf is where all cards are and which edges there are, once the canvas has drawn them: it does so with the next frame.
const sketchOf = `new Promise((tell) => requestAnimationFrame(() => requestAnimationFrame(() => tell(
	JSON.stringify([[...document.querySelectorAll(".node")].map((n) => n.dataset.id + n.style.transform).sort(), [...document.querySelectorAll(".edge")].map((e) => e.dataset.key).sort()])))))`

// Blocks are carried between steps, and the canvas is panned, zoomed and fitted.
func TestEditorBlocksAndView(t *testing.T) {
	shop := newEditorShop(t, shopBot(t))
	b := newTab(t)
	shop.open(b)

	b.dragTo("#face-b5", `[data-id="return"] .is-next`)
	b.saved()
	if blocks := shop.node("return").Blocks; blocks[0].Base().ID != "b6" {
		t.Fatal("the block did not move below the other")
	}
	b.dragTo(`[data-kind="ask_email"]`, "#face-b6")
	b.saved()
	if blocks := shop.node("return").Blocks; len(blocks) != 3 {
		t.Fatalf("%d blocks after a drop into the step", len(blocks))
	}
	b.dragTo("#face-b1", "#face-b10")
	b.saved()
	if blocks := shop.node("bye").Blocks; len(blocks) != 2 {
		t.Fatal("the block did not reach the other step")
	}

	where := func() string { return eval[string](b, `document.getElementById("world").style.transform`) }
	start := where()
	b.do(chromedp.DragAndDropXY(700, 820, 760, 780, 6))
	b.until("the canvas to pan", `document.getElementById("world").style.transform !== `+quote(start))
	b.click("button", "Przybliż")
	b.click("button", "Dopasuj do okna")
	b.until("all to be seen", `[...document.querySelectorAll(".node")].every((n) => { const r = n.getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth && r.bottom <= innerHeight })`)

	t.Log("An open exit asks where to.")
	b.click("button", "Wyjście W pozostałych przypadkach, niepołączone")
	b.see("Dokąd prowadzi „W pozostałych przypadkach”?")
	b.shot("editor-menu")
	b.write("zostaw")
	b.press(kb.Enter)
	b.saved()
	if to := shop.node("parcel").Blocks[1].Base().To("else"); to != "contact" {
		t.Fatalf("else leads to %q", to)
	}
}

// Everything by keyboard alone, with the sentences that a screen reader gets.
func TestEditorByKeyboard(t *testing.T) {
	shop := newEditorShop(t, shopBot(t))
	b := newTab(t)
	shop.open(b)

	eval[bool](b, `(document.querySelector(".node[tabindex='0']").focus(), true)`)
	b.press(kb.ArrowRight)
	b.until("the focus to walk right", `["parcel", "return"].includes(document.activeElement?.dataset.id)`)
	b.press("[")
	b.until("the focus to follow the edge back", `document.activeElement?.dataset.id === "hello"`)
	b.press(kb.ArrowRight, chromedp.ModifierAlt)
	b.saved()
	if x, _, _ := edit.Position(shop.node("hello")); x != 24 {
		t.Fatalf("moved to x %v", x)
	}
	b.press(kb.Enter)
	b.until("the focus to be on a block", `document.activeElement?.id === "face-b1"`)
	b.press(kb.ArrowDown, chromedp.ModifierAlt)
	b.saved()
	if first := shop.node("hello").Blocks[0].Base().ID; first != "b2" {
		t.Fatalf("first block %s", first)
	}
	b.press(kb.Escape)
	b.until("the focus to be on the card", `document.activeElement?.dataset.id === "hello"`)
	b.press(kb.F2)
	b.write("Start rozmowy")
	b.press(kb.Enter)
	b.saved()
	if title := shop.node("hello").Title; title != "Start rozmowy" {
		t.Fatalf("title %q", title)
	}
	b.press("]")
	b.until("the focus to follow an edge", `document.activeElement?.dataset.id === "parcel"`)
	b.press(kb.Delete)
	b.saved()
	if shop.node("parcel") != nil {
		t.Fatal("still there")
	}
	b.until("it to be said", `document.getElementById("editor-said").textContent === "Usunięto kroki: 1"`)
	b.press("z", chromedp.ModifierCtrl)
	b.until("undo", `document.querySelector('[data-id="parcel"] .node-title')`)
	b.press("a", chromedp.ModifierCtrl)
	b.see("Zaznaczone: 6")
	b.press("d", chromedp.ModifierCtrl)
	b.saved()
	if nodes := len(shop.draft().Bot.Flows[0].Nodes); nodes != 12 {
		t.Fatalf("%d nodes after duplicating", nodes)
	}
}

// Two tabs of one draft: neither overwrites the other, and only a true clash is asked about.
func TestEditorTwoTabs(t *testing.T) {
	shop := newEditorShop(t, shopBot(t))
	one := newTab(t)
	two := one.beside()
	shop.open(one)
	shop.open(two)
	for _, b := range []*tab{one, two} {
		b.expect("409")
	}
	renameBy(one, "faq", "Częste pytania")
	one.saved()
	renameBy(two, "return", "Zwroty")
	two.saved()
	if shop.node("faq").Title != "Częste pytania" || shop.node("return").Title != "Zwroty" {
		t.Fatal("one of the changes is lost")
	}
	two.until("the other tab's change to arrive", `document.getElementById("title-faq").textContent === "Częste pytania"`)

	t.Log("Both rename the same step.")
	renameBy(one, "return", "Oddaję")
	one.see("To samo zmieniło się w innym oknie. Co zostawić?")
	one.click("button", "Tamtą zmianę")
	one.until("the other's title", `document.getElementById("title-return").textContent === "Zwroty"`)
	one.saved()
}

func renameBy(b *tab, node, title string) {
	b.Helper()
	eval[bool](b, `(document.querySelector('[data-id="`+node+`"]').focus(), true)`)
	b.press(kb.F2)
	b.press("a", chromedp.ModifierCtrl)
	b.write(title)
	b.press(kb.Enter)
}

// With the network cut, edits wait in the tab and are saved once.
func TestEditorOffline(t *testing.T) {
	shop := newEditorShop(t, shopBot(t))
	b := newTab(t)
	shop.open(b)
	revision := shop.draft().Revision
	b.offline(true)
	renameBy(b, "faq", "Częste pytania")
	b.see("Bez połączenia. Zmiany czekają tutaj i zapiszą się same.")
	if shop.draft().Revision != revision {
		t.Fatal("saved without a network")
	}
	b.offline(false)
	b.saved()
	if draft := shop.draft(); draft.Revision != revision+1 || shop.node("faq").Title != "Częste pytania" {
		t.Fatalf("revision %d, title %q", draft.Revision, shop.node("faq").Title)
	}
}
