package main

import (
	"testing"

	"okienko/runtime/flow"
)

// An English bot on the left with a teaser: the owner's choices reach the customer.
func TestWidgetTeaser(t *testing.T) {
	p := newPlace(t, func(bot *flow.Bot) {
		bot.Language = "en"
		bot.Look = flow.Look{Name: "Wool & Co", Color: "#f2c14e", Side: "left", Greeting: "Looking for the right size? Ask away.", Label: "Questions?"}
	})
	b := newTab(t)
	b.visit(shop(t, p.snippet, "", ""))
	b.see("Looking for the right size?")
	b.accessible("teaser")
	b.shot("widget-teaser")
	if eval[float64](b, `deep(".launcher").getBoundingClientRect().x`) != 20 {
		t.Error("the launcher is not on the left")
	}
	b.click("button", "Hide")
	b.gone("Looking for the right size?")
	b.click("button", "Questions?")
	b.see("Automatic assistant")
	b.accessible("English, left, yellow")
	b.shot("widget-left")
	if eval[bool](b, `(({x, width}) => x !== 20 || width !== 380)(deep(".window").getBoundingClientRect())`) {
		t.Error("the window is not on the left")
	}
}

// What is answered while the window is closed is counted on the launcher, in this page and on the next.
func TestWidgetUnread(t *testing.T) {
	p := newPlace(t)
	b := p.opened(t)
	hold := make(chan struct{})
	p.trouble.Store(&trouble{Path: "/messages", Hold: hold})
	b.message("Czy macie rękawiczki?")
	b.click("button", "Zamknij czat")
	close(hold)
	b.until("the badge", `deep(".badge").textContent === "1" && byRole("button", "Zapytaj: czat ze sklepem, 1 nowa wiadomość")`)
	if size := eval[float64](b, `deep(".launcher .icon").getBoundingClientRect().width`); size != 24 {
		t.Errorf("the window's style reaches the launcher: its icon is %v wide", size)
	}
	b.shot("widget-unread")
	p.heal()
	b.visit(shop(t, p.snippet, "", "")) // another origin remembers nothing
	b.until("the launcher", `byRole("button", "Zapytaj")`)
	if eval[bool](b, `!deep(".badge").hidden`) {
		t.Error("a shop on another origin knows of the conversation")
	}
}

// At 400 % zoom of a small screen the field can be reached and nothing has to be scrolled sideways.
func TestWidgetZoomed(t *testing.T) {
	p := newPlace(t)
	b := newTab(t)
	b.visit(shop(t, p.snippet, "", ""))
	b.click("button", "Zapytaj")
	b.see("W czym mogę pomóc?")
	for _, size := range [][2]int64{{320, 256}, {640, 512}, {320, 800}} {
		b.resize(size[0], size[1])
		b.until("the field on the screen", `(({top, bottom, left, right}) => top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth)(deep("textarea").getBoundingClientRect())`)
		if eval[bool](b, `deep(".log").scrollWidth > deep(".log").clientWidth`) {
			t.Errorf("%v: the history scrolls sideways", size)
		}
	}
}

// Payloads in every text that the owner or the customer can write stay texts.
func TestWidgetRunsNothingForeign(t *testing.T) {
	payloads := []string{
		`<img src=x onerror="window.__x=1">`, `</script><script>window.__x=1</script>`, `<svg/onload=window.__x=1>`,
		`[a](javascript:window.__x=1)`, `[a](JaVaScRiPt&#58;window.__x=1)`, `[a](data:text/html;base64,PHN2Zz4=)`, `![a](javascript:window.__x=1)`,
		`javascript:window.__x=1`, `"};window.__x=1;//`, "\u2028window.__x=1", `red}</style><script>window.__x=1</script>`, `//evil.example`,
		`${window.__x=1}`, `{{constructor.constructor("window.__x=1")()}}`, `&lt;img src=x onerror=window.__x=1&gt;`,
	}
	for _, payload := range payloads {
		t.Run(payload, func(t *testing.T) {
			p := newPlace(t, func(bot *flow.Bot) { poison(bot, payload) })
			b := newTab(t)
			b.expect("ERR_|Failed to load")
			b.visit(shop(t, p.snippet, "", ""))
			b.until("the launcher", `deep(".launcher")`)
			eval[bool](b, `(Okienko.open(), true)`)
			b.until("choices", `deepAll("button.chip").length === 2`)
			b.message(payload)
			b.until("the message", `deep('[data-from="visitor"]')`)
			if eval[bool](b, `"__x" in window || deepAll(".window script, .window iframe, .window [onerror], .window [onload]").length > 0`) {
				t.Error("it ran")
			}
			if links := eval[[]string](b, `deepAll("a[href], img[src]").filter((node) => node.closest(".window")).map((node) => node.href ?? node.src).filter((url) => !/^(https?|mailto|tel):/.test(url))`); len(links) > 0 {
				t.Errorf("links to %v", links)
			}
		})
	}
}

// poison writes the text wherever a bot has one. Validation would refuse some of these: the widget does not rely on it.
func poison(bot *flow.Bot, text string) {
	bot.Look = flow.Look{Name: text, Color: text, Side: text, Avatar: text, Greeting: text, Label: text}
	bot.Settings.PrivacyURL = text
	bot.Flows[0].Nodes[0].Blocks = flow.Blocks{
		&flow.SayText{Core: flow.Core{ID: "b1"}, Text: text},
		&flow.SayImage{Core: flow.Core{ID: "b2"}, Source: text, Alt: text},
		&flow.AskChoice{
			Core: flow.Core{ID: "b3"}, Question: flow.Question{Prompt: text},
			Choices: []flow.Choice{{ID: "c1", Label: text}, {ID: "c2", Label: text + " "}},
		},
	}
}
