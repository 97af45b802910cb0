package assets

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"testing"
)

var token = regexp.MustCompile(`--([a-z0-9-]+): light-dark\(oklch\(([^)]*)\), oklch\(([^)]*)\)\)`)

// Text reaches 4.5:1 and what is pressed 3:1 on every ground it stands on, in light and dark.
func TestContrast(t *testing.T) {
	t.Parallel()
	css, err := os.ReadFile("css/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	themes := []map[string]float64{{}, {}}
	for _, match := range token.FindAllStringSubmatch(string(css), -1) {
		for i := range themes {
			themes[i][match[1]] = luminanceOf(t, match[2+i])
		}
	}
	grounds := []string{"paper", "raised", "sunken"}
	for i, theme := range themes {
		for text, on := range map[string][]string{
			"ink": grounds, "ink-2": grounds, "ink-3": grounds, "baltyk": append([]string{"baltyk-soft"}, grounds...),
			"good-ink": {"good-soft", "raised"}, "warn-ink": {"warn-soft", "raised"}, "bad-ink": {"bad-soft", "raised", "paper"},
			"on-baltyk": {"baltyk", "baltyk-hover"}, "on-bad": {"bad"},
		} {
			demand(t, i, theme, text, on, 4.5)
		}
		demand(t, i, theme, "ink", []string{"baltyk-soft", "good-soft", "warn-soft", "bad-soft", "bursztyn-soft"}, 4.5)
		demand(t, i, theme, "edge", grounds, 3)
		for _, family := range []string{"say", "ask", "decide", "do", "people"} {
			demand(t, i, theme, family, []string{family + "-soft", "raised"}, 3)
			demand(t, i, theme, "ink", []string{family + "-soft"}, 4.5)
		}
	}
}

func demand(t *testing.T, theme int, of map[string]float64, text string, grounds []string, least float64) {
	t.Helper()
	for _, ground := range grounds {
		a, known := of[text]
		b, knownToo := of[ground]
		if ratio := (max(a, b) + .05) / (min(a, b) + .05); !known || !knownToo || ratio < least {
			t.Errorf("%s: %s on %s is %.2f, not %.1f", []string{"light", "dark"}[theme], text, ground, ratio, least)
		}
	}
}

// luminanceOf computes the relative luminance of "lightness chroma hue" in OKLCH, clipped to sRGB as a screen does.
func luminanceOf(t *testing.T, oklch string) float64 {
	t.Helper()
	var l, c, h float64
	if _, err := fmt.Sscan(oklch, lenient{&l}, lenient{&c}, lenient{&h}); err != nil {
		t.Fatalf("%q: %v", oklch, err)
	}
	a, b := c*math.Cos(h*math.Pi/180), c*math.Sin(h*math.Pi/180)
	long := math.Pow(l+.3963377774*a+.2158037573*b, 3)
	medium := math.Pow(l-.1055613458*a-.0638541728*b, 3)
	short := math.Pow(l-.0894841775*a-1.2914855480*b, 3)
	clip := func(v float64) float64 { return min(max(v, 0), 1) }
	return .2126*clip(4.0767416621*long-3.3077115913*medium+.2309699292*short) +
		.7152*clip(-1.2684380046*long+2.6097574011*medium-.3413193965*short) +
		.0722*clip(-.0041960863*long-.7034186147*medium+1.7076147010*short)
}

// lenient reads ".98", which Sscan refuses for a float.
type lenient struct{ to *float64 }

func (n lenient) Scan(state fmt.ScanState, _ rune) error {
	word, err := state.Token(true, nil)
	if err == nil {
		*n.to, err = strconv.ParseFloat(string(word), 64)
	}
	return err
}
