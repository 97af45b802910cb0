package main

import (
	"os"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/evanw/esbuild/pkg/api"
)

// The same window is the hosted page, for a link or a QR code.
func TestWidgetAsPage(t *testing.T) {
	for _, size := range []string{"desktop", "phone"} {
		t.Run(size, func(t *testing.T) {
			p := newPlace(t)
			b := newTab(t)
			if size == "phone" {
				b.phone()
			}
			b.visit(p.hosted())
			b.see("W czym mogę pomóc?")
			b.click("button", "Zwrot")
			b.see("Podaj e-mail")
			b.accessible("hosted page")
			b.shot("widget-page-" + size)
			if !eval[bool](b, `(({width, height}) => width === innerWidth && height === innerHeight)(deep(".window").getBoundingClientRect())`) {
				t.Error("the window does not fill the page")
			}
			b.do(chromedp.Reload())
			b.see("Podaj e-mail")
		})
	}
}

// The demo shop carries the line as it is pasted, on a page of ours with our policy.
func TestWidgetInDemoShop(t *testing.T) {
	p := newPlace(t)
	b := newTab(t)
	b.visit(p.URL + "/demo/" + p.bot)
	b.click("button", "Zapytaj")
	b.see("W czym mogę pomóc?")
	b.accessible("demo shop")
	b.shot("widget-demo")
}

// Whatever colour the owner picks, texts on it and in it reach 4.5:1.
func TestWidgetColoursCanBeRead(t *testing.T) {
	b := newTab(t)
	b.visit("about:blank")
	bad := eval[[]string](b, "(() => { "+bundled(t, "assets/js/widget/color.js")+`
		let seed = 7
		const random = () => (seed = seed * 48271 % 2147483647) / 2147483647
		const bad = []
		for (let i = 0; i < 500; i++) {
			const color = "#" + Math.floor(random() * 0x1000000).toString(16).padStart(6, "0")
			const {textOn, readable, contrast} = module
			if (contrast(textOn(color), color) < 4.5) bad.push("on " + color)
			for (const paper of ["#fbfaf7", "#f4f1ed", "#ffffff"]) if (contrast(readable(color, "#f4f1ed"), paper) < 4.5) bad.push(color + " on " + paper)
			for (const paper of ["#11161d", "#1b2129", "#0c1015"]) if (contrast(readable(color, "#1b2129"), paper) < 4.5) bad.push(color + " on " + paper)
		}
		return bad })()`)
	if len(bad) > 0 {
		t.Errorf("%d of 500: %v", len(bad), bad)
	}
}

// bundled is a module as a script that leaves its exports in the constant "module".
func bundled(t *testing.T, path string) string {
	t.Helper()
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	result := api.Transform(string(source), api.TransformOptions{Format: api.FormatIIFE, GlobalName: "module"})
	if len(result.Errors) > 0 {
		t.Fatal(result.Errors)
	}
	return string(result.Code)
}
