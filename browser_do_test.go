package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// run performs one action with the story's patience.
func run[T any](b *tab, action chromedp.Action[T]) T {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	result, err := chromedp.Run(ctx, action)
	if err != nil {
		b.Fatalf("browser: %v", err)
	}
	return result
}

// do performs actions that give nothing back.
func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	for _, action := range actions {
		run(b, action)
	}
}

// call sends one command of the DevTools protocol.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) R {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	result, err := chromedp.Call(ctx, command, params)
	if err != nil {
		b.Fatalf("browser: %v", err)
	}
	return result
}

// eval is the value of a JavaScript expression; a promise is awaited. The functions of find.js are at hand.
func eval[T any](b *tab, expression string) T {
	b.Helper()
	return run(b, chromedp.Evaluate[T](finders+expression+")})()", chromedp.EvalAwaitPromise))
}

// visit opens an address and waits until it has loaded.
func (b *tab) visit(url string) {
	b.Helper()
	b.do(chromedp.Navigate(url))
}

// until waits for a JavaScript expression to become true. what says for what, for the failure's sake.
func (b *tab) until(what, expression string) {
	b.Helper()
	b.wait(what, func() bool { return look[bool](b, "!!("+expression+")") })
}

// look is eval for what is looked at again and again: the zero value while the page is being left for another.
func look[T any](b *tab, expression string) (seen T) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	seen, err := chromedp.Run(ctx, chromedp.Evaluate[T](finders+expression+")})()", chromedp.EvalAwaitPromise))
	if err != nil && !strings.Contains(err.Error(), "navigated") {
		b.Fatalf("browser: %v", err)
	}
	return seen
}

func (b *tab) wait(what string, done func() bool) {
	b.Helper()
	for deadline := time.Now().Add(patience); !done(); {
		if time.Now().After(deadline) {
			b.shot("failed-" + strings.ReplaceAll(b.Name(), "/", "-"))
			b.Fatalf("waited in vain for %s; on the page:\n%s", what, eval[string](b, "pageText()"))
		}
		time.Sleep(30 * time.Millisecond) // between looks; the loop waits for the condition, not for time
	}
}

// see waits until the text is shown.
func (b *tab) see(text string) {
	b.Helper()
	b.until("the text "+text, "shown("+quote(text)+")")
}

// gone waits until the text is not shown any more.
func (b *tab) gone(text string) {
	b.Helper()
	b.until("the text to go: "+text, "!shown("+quote(text)+")")
}

// click presses the mouse on the element with that ARIA role and accessible name (or a part of it), as a person would:
// it must be visible, and nothing may lie over it.
func (b *tab) click(role, name string) {
	b.Helper()
	var at []float64
	b.wait(role+" "+name, func() bool {
		at = look[[]float64](b, fmt.Sprintf("spot(%s, %s)", quote(role), quote(name)))
		return len(at) == 2
	})
	b.do(chromedp.MouseClickXY(at[0], at[1]))
}

// write puts text into the focused field. Unlike chromedp.SendKeys it keeps Polish letters.
func (b *tab) write(text string) {
	b.Helper()
	call(b, input.InsertText, input.InsertTextParams{Text: text})
}

// fill clicks a field by its label and writes into it, in place of what was there.
func (b *tab) fill(label, text string) {
	b.Helper()
	b.click("textbox", label)
	b.press("a", chromedp.ModifierCtrl)
	b.write(text)
}

// press presses a key: kb.Enter, kb.Tab, kb.Escape or a letter, with modifiers.
func (b *tab) press(key string, modifiers ...chromedp.Modifier) {
	b.Helper()
	b.do(chromedp.KeyEvent(key, chromedp.KeyModifiers(modifiers...)))
}

// phone makes the window one of 390x844 that is touched.
func (b *tab) phone() {
	b.Helper()
	b.do(chromedp.EmulateViewport(390, 844, chromedp.EmulateScale(2), chromedp.EmulateMobile, chromedp.EmulateTouch))
}

// resize makes the window that large.
func (b *tab) resize(width, height int64) {
	b.Helper()
	b.do(chromedp.EmulateViewport(width, height))
}

// media emulates what a person prefers: media("prefers-color-scheme", "dark").
func (b *tab) media(pairs ...string) {
	b.Helper()
	var features []*emulation.MediaFeature
	for i := 0; i+1 < len(pairs); i += 2 {
		features = append(features, &emulation.MediaFeature{Name: pairs[i], Value: pairs[i+1]})
	}
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features})
}

// offline cuts the network, or gives it back. Requests that fail meanwhile belong to the story.
func (b *tab) offline(cut bool) {
	b.Helper()
	b.expect(`ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_NETWORK_IO_SUSPENDED`)
	call(b, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Offline: cut, DownloadThroughput: -1, UploadThroughput: -1}},
	})
	call(b, network.OverrideNetworkState, network.OverrideNetworkStateParams{Offline: cut, DownloadThroughput: -1, UploadThroughput: -1})
}

func quote(text string) string {
	quoted, _ := json.Marshal(text) // strings always marshal
	return string(quoted)
}
