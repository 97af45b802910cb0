package markdown

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestTree(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, source, want string }{
		{"nothing", " \n ", `null`},
		{"a line", "Zwrot **14 dni** od *odbioru*.", `[{"t":"p","c":["Zwrot ",{"t":"b","c":["14 dni"]}," od ",{"t":"i","c":["odbioru"]},"."]}]`},
		{"lines stay lines", "raz\ndwa", `[{"t":"p","c":["raz",{"t":"br"},"dwa"]}]`},
		{"paragraphs", "raz\n\ndwa", `[{"t":"p","c":["raz"]},{"t":"p","c":["dwa"]}]`},
		{"list", "- raz\n- dwa", `[{"t":"ul","c":[{"t":"li","c":["raz"]},{"t":"li","c":["dwa"]}]}]`},
		{"loose list", "- raz\n\n- dwa", `[{"t":"ul","c":[{"t":"li","c":["raz"]},{"t":"li","c":["dwa"]}]}]`},
		{"numbered list in a list", "1. raz\n   - w środku\n2. dwa",
			`[{"t":"ol","c":[{"t":"li","c":["raz",{"t":"ul","c":[{"t":"li","c":["w środku"]}]}]},{"t":"li","c":["dwa"]}]}]`},
		{"heading", "## Dostawa", `[{"t":"h","c":["Dostawa"]}]`},
		{"code", "kod `A < B`", `[{"t":"p","c":["kod ",{"t":"code","c":["A \u003c B"]}]}]`},
		{"code block", "```\na\n b\n```", `[{"t":"p","c":[{"t":"code","c":["a\n b"]}]}]`},
		{"quotation", "> słowa", `[{"t":"p","c":["słowa"]}]`},
		{"indented line is no code", "    wcięte", `[{"t":"p","c":["wcięte"]}]`},
		{"dashes under a line are no heading", "tekst\n---\ndalej", `[{"t":"p","c":["tekst"]},{"t":"p","c":["dalej"]}]`},
		{"link", "[regulamin](https://x.pl/r?a=1&b=2)", `[{"t":"p","c":[{"t":"a","href":"https://x.pl/r?a=1\u0026b=2","c":["regulamin"]}]}]`},
		{"bare addresses", "https://x.pl/a i www.y.pl, <b@x.pl>",
			`[{"t":"p","c":[{"t":"a","href":"https://x.pl/a","c":["https://x.pl/a"]}," i ",{"t":"a","href":"https://www.y.pl","c":["www.y.pl"]},", ",{"t":"a","href":"mailto:b@x.pl","c":["b@x.pl"]}]}]`},
		{"address as words of a link", "[www.y.pl **x**](https://z.pl)", `[{"t":"p","c":[{"t":"a","href":"https://z.pl","c":["www.y.pl ",{"t":"b","c":["x"]}]}]}]`},
		{"picture is its words", "![logo](https://x.pl/l.png)", `[{"t":"p","c":["logo"]}]`},
		{"HTML is text", "<b>x</b> <script>alert(1)</script>", `[{"t":"p","c":["\u003cb\u003ex\u003c/b\u003e \u003cscript\u003ealert(1)\u003c/script\u003e"]}]`},
		{"HTML block is text", "<div>\nx\n</div>", `[{"t":"p","c":["\u003cdiv\u003e",{"t":"br"},"x",{"t":"br"},"\u003c/div\u003e"]}]`},
		{"entities and escapes", `&lt;img&gt; &amp;amp; \*nie\* &#58;`, `[{"t":"p","c":["\u003cimg\u003e \u0026amp; *nie* :"]}]`},
		{"control characters", "a\x00\x1bb\u007f", `[{"t":"p","c":["ab"]}]`},
		{"broken UTF-8", "a\xffb", `[{"t":"p","c":["ab"]}]`},
		{"space between words in a heart", "I <3 it", `[{"t":"p","c":["I \u003c3 it"]}]`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			got, err := json.Marshal(Tree(tc.source))
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != tc.want {
				t.Errorf("got  %s\nwant %s", got, tc.want)
			}
		})
	}
}

func TestPlain(t *testing.T) {
	t.Parallel()
	got := Plain("# Zwrot\nMasz **14 dni**.\n\n- [raz](https://x.pl)\n- dwa\n\nKoniec\nlinii")
	if want := "Zwrot\nMasz 14 dni.\n- raz\n- dwa\nKoniec\nlinii"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTreeIsBounded(t *testing.T) {
	t.Parallel()
	for name, source := range map[string]string{
		"long":        strings.Repeat("ąę", MaxSource),
		"quotations":  strings.Repeat(">", MaxSource),
		"lists":       strings.Repeat("- ", MaxSource/2),
		"brackets":    strings.Repeat("[", MaxSource),
		"stars":       strings.Repeat("*a ", MaxSource/3),
		"mixed stars": strings.Repeat("**a_b*c__", MaxSource/9),
		"links":       strings.Repeat("[a](", MaxSource/4),
		"ticks":       strings.Repeat("`a``", MaxSource/4),
		"pictures":    strings.Repeat("![", MaxSource/2),
		"angles":      strings.Repeat("<a", MaxSource/2),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if d := depth(Tree(source)); d > 2*MaxDepth {
				t.Errorf("depth %d", d)
			}
		})
	}
}

func depth(nodes []Node) int {
	deepest := 0
	for _, n := range nodes {
		deepest = max(deepest, 1+depth(n.Children))
	}
	return deepest
}

func FuzzTree(f *testing.F) {
	for _, seed := range append(payloads(), "- a\n  - b\n\n> [x](https://y.pl) `c` **d** _e_", "1. a\n\n   b\n```\nx", "# h\n---\n<b>") {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		tree := Tree(source)
		harmless(t, tree)
		data, err := json.Marshal(tree)
		if err != nil {
			t.Fatal(err)
		}
		var again []Node
		if err := json.Unmarshal(data, &again); err != nil {
			t.Fatal(err)
		}
		if PlainOf(again) != PlainOf(tree) || len(tree) > 0 && !reflect.DeepEqual(again, tree) {
			t.Errorf("JSON changed the tree: %s", data)
		}
	})
}

// harmless fails unless every link is one that SafeURL lets through unchanged and every type is known.
func harmless(t *testing.T, nodes []Node) {
	t.Helper()
	for _, n := range nodes {
		if !strings.Contains(" p h ul ol li b i code br a  ", " "+n.Type+" ") {
			t.Errorf("type %q", n.Type)
		}
		if href, ok := SafeURL(n.Href); n.Type == "a" && (!ok || href != n.Href) {
			t.Errorf("link %q", n.Href)
		}
		harmless(t, n.Children)
	}
}
