package main

import (
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"

	"okienko/builder/edit"
)

// choose picks an option of a select as a person does: the page hears of it.
func (b *tab) choose(selector, label string) {
	b.Helper()
	b.until("a select "+selector, "document.querySelector("+quote(selector)+")")
	eval[bool](b, `((select, label) => {
		select.focus()
		select.value = [...select.options].find((option) => option.text === label).value
		return select.dispatchEvent(new Event("change", { bubbles: true }))
	})(document.querySelector(`+quote(selector)+`), `+quote(label)+`)`)
	b.saved()
}

// tap presses what matches, after scrolling to it.
func (b *tab) tap(selector string) {
	b.Helper()
	eval[bool](b, "(document.querySelector("+quote(selector)+").scrollIntoView({ block: 'center' }), true)")
	x, y := b.middle(selector)
	b.do(chromedp.MouseClickXY(x, y))
}

// The list is an equal editor, and what a phone opens with.
func TestEditorList(t *testing.T) {
	shop := newEditorShop(t, shopBot(t))
	b := newTab(t)
	b.phone()
	shop.open(b)
	b.until("the list", `document.querySelectorAll(".outline-node").length === 6`)
	b.shot("editor-list-phone")
	b.accessible("list on a phone")

	b.choose(`#row-parcel select[data-exit="else"]`, "Pytania")
	if to := shop.node("parcel").Blocks[1].Base().To("else"); to != "faq" {
		t.Fatalf("else leads to %q", to)
	}
	b.choose("#row-bye [data-kinds]", "Wiadomość")
	b.until("the new block", `document.querySelectorAll("#row-bye .outline-block").length === 2`)
	b.tap("#row-bye [data-act=up]:enabled")
	b.saved()
	if first := shop.node("bye").Blocks[0].Type(); first != "say_text" {
		t.Fatalf("first block %s", first)
	}
	b.click("button", "Usuń krok Zwrot")
	b.saved()
	if shop.node("return") != nil {
		t.Fatal("still there")
	}
	b.click("button", "Cofnij")
	b.until("undo", `document.getElementById("row-return")`)
	b.click("button", "Dodaj krok")
	b.saved()
	b.until("seven steps", `document.querySelectorAll(".outline-node").length === 7`)
}

// A finger drags a step, and two fingers zoom.
func TestEditorByTouch(t *testing.T) {
	shop := newEditorShop(t, shopBot(t))
	b := newTab(t)
	b.phone()
	shop.open(b)
	b.click("button", "Plansza")
	b.shot("editor-canvas-phone")
	x, y := b.middle(`[data-id="hello"] .node-head`)
	b.touch([][2]float64{{x, y}}, [][2]float64{{x + 60, y + 40}})
	b.saved()
	if toX, toY, _ := edit.Position(shop.node("hello")); toX <= 0 || toY <= 0 {
		t.Fatalf("the finger left the step at %v,%v", toX, toY)
	}
	before := eval[string](b, `document.getElementById("zoom").textContent`)
	b.touch([][2]float64{{150, 400}, {250, 400}}, [][2]float64{{170, 400}, {230, 400}})
	b.until("the pinch to zoom", `document.getElementById("zoom").textContent !== `+quote(before))
}

// touch puts fingers down, moves them in steps and lifts them.
func (b *tab) touch(from, to [][2]float64) {
	b.Helper()
	const steps = 8
	at := func(part float64) []*input.TouchPoint {
		var points []*input.TouchPoint
		for i := range from {
			points = append(points, &input.TouchPoint{ID: new(float64(i)), X: from[i][0] + (to[i][0]-from[i][0])*part, Y: from[i][1] + (to[i][1]-from[i][1])*part})
		}
		return points
	}
	call(b, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: at(0)})
	for i := 1; i <= steps; i++ {
		call(b, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchMove, TouchPoints: at(float64(i) / steps)})
	}
	call(b, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}})
}

// axe finds nothing on canvas and list, light and dark, with form, menu and issues open.
func TestEditorAccessible(t *testing.T) {
	shop := newEditorShop(t, shopBot(t))
	b := newTab(t)
	shop.open(b)
	for _, theme := range []string{"light", "dark"} {
		b.media("prefers-color-scheme", theme, "prefers-reduced-motion", "reduce")
		b.click("button", "Plansza")
		b.accessible("canvas, " + theme)
		b.shot("editor-canvas-" + theme)
		b.drag("#face-b5", 1, 1)
		b.until("its form", `document.querySelector("#inspector form")`)
		b.accessible("form, " + theme)
		b.click("button", "Zamknij panel")
		b.click("button", "Wyjście Mam pytanie, niepołączone")
		b.see("Dokąd prowadzi")
		b.accessible("menu, " + theme)
		b.press("\x1b")
		b.click("button", "uwag")
		b.shot("editor-issues-" + theme)
		b.accessible("issues, " + theme)
		b.press("\x1b")
		b.click("button", "Lista")
		b.until("the list", `document.querySelectorAll(".outline-node").length === 6`)
		b.accessible("list, " + theme)
		b.shot("editor-list-" + theme)
	}
}

// 500 steps open, fit, and are dragged with little work for each frame.
func TestEditorLargeFlow(t *testing.T) {
	shop := newEditorShop(t, wideBot(t, 500))
	b := newTab(t)
	shop.open(b)
	call(b, performance.Enable, performance.EnableParams{})
	work := b.work()
	b.drag(`[data-id="n0"] .node-head`, 200, 160)
	t.Logf("drag at 100 %%: %.1f ms of scripts for 8 moves", (b.work()-work)*1000)
	b.saved()
	b.press("1")
	b.until("all to be seen", `document.querySelector(".canvas.is-far")`)
	b.middle(`[data-id="n499"]`)
	b.shot("editor-large-fit")
	work = b.work()
	b.do(chromedp.DragAndDropXY(700, 820, 760, 780, 20))
	t.Logf("pan at fit: %.1f ms of scripts for 20 moves", (b.work()-work)*1000)
	b.click("button", "Uporządkuj")
	b.until("it to be tidy", `document.getElementById("editor-said").textContent === "Uporządkowano"`)
	b.middle(`[data-id="n499"]`)
	b.shot("editor-large-tidy")
	b.press("z", chromedp.ModifierCtrl)
	b.until("undo", `document.getElementById("editor-said").textContent === "Cofnięto"`)
}

// work is how long scripts have run on the page so far, in seconds.
func (b *tab) work() float64 {
	b.Helper()
	for _, m := range call(b, performance.GetMetrics, cdp.Empty{}).Metrics {
		if m.Name == "ScriptDuration" {
			return m.Value
		}
	}
	return 0
}
