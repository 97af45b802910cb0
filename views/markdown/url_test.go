package markdown

import (
	"context"
	"regexp"
	"strings"
	"testing"
)

func TestSafeURL(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		"https://x.pl":                "https://x.pl",
		" HTTPS://x.pl/ą?b=ć#d ":      "https://x.pl/%C4%85?b=ć#d",
		"http://x.pl:8080/a":          "http://x.pl:8080/a",
		"mailto:sklep@x.pl?subject=a": "mailto:sklep@x.pl?subject=a",
		"tel:+48600700800":            "tel:+48600700800",
	} {
		if got, ok := SafeURL(raw); !ok || got != want {
			t.Errorf("SafeURL(%q) = %q, %v; want %q", raw, got, ok, want)
		}
	}
	for _, raw := range dangerous {
		if got, ok := SafeURL(raw); ok {
			t.Errorf("SafeURL(%q) = %q, want refused", raw, got)
		}
	}
}

var dangerous = []string{
	"", " ", "x.pl", "/etc", "//evil.pl", `\\evil.pl`, `/\evil.pl`, "https:evil.pl", "https:///evil", "https://",
	"javascript:alert(1)", "JaVaScRiPt:alert(1)", "\x01javascript:alert(1)", "java\nscript:alert(1)", "java\tscript:x",
	"javascript&#58;alert(1)", "vbscript:x", "data:text/html;base64,PHN2Zz4=", "file:///etc/passwd", "ftp://x.pl", "blob:https://x.pl/1",
	"https://sklep.pl@evil.pl", "https://x:y@evil.pl", "https://x.pl/\u202eexe", "https://x.pl/\u200b", "https://x.pl/a b",
	"mailto:", "mailto:a@b.pl\r\nBcc:x@y.pl", "mailto:a@b.pl%0aBcc:x@y.pl,", "mailto:nobody", "tel:", "tel:alert(1)", "tel:javascript",
	"https://x.pl/" + strings.Repeat("a", maxURL), "https://[::1", "intent://x", "about:blank", "http://x\u3002pl\\@y",
}

func payloads() []string {
	list := []string{
		"[a](JaVaScRiPt&#58;alert(1))", "[a](\x01javascript:alert(1))", "![a](javascript:x)", "[a](data:text/html;base64,PHN2Zz4=)",
		"<svg/onload=window.__x=1>", "<img src=x onerror=window.__x=1>", "</script><script>window.__x=1</script>", "[a](//evil)",
		"&lt;img src=x onerror=window.__x=1&gt;", "&amp;lt;img src=x onerror=x&amp;gt;", "<javascript:alert(1)>", "<a href=\"javascript:x\">a</a>",
		"[a]: javascript:x\n\n[a]", "[a](<javascript:x>)", "[a](https://x.pl \"onmouseover=x\")", "[a](https://x.pl'onclick='x)", "`</code><script>x</script>`",
		"[<img src=x onerror=x>](https://x.pl)", "https://x.pl/<script>x</script>", "<x@y.pl\" onclick=\"x>", "[a](mailto:x@y.pl\nonclick=x)",
		"red}</style><script>window.__x=1</script>", "{{constructor.constructor(\"x\")()}}", "<!--<img src=x onerror=x>-->", "<![CDATA[<script>x</script>]]>",
		"<math><mtext><script>x</script>", "\u2028</script>", "[a](java\nscript:x)", "[a](https://x.pl/\"><script>x</script>)",
	}
	for _, raw := range dangerous {
		list = append(list, "[a]("+raw+")", "<"+raw+">")
	}
	return list
}

var tag = regexp.MustCompile(`</?([a-z]+)([^>]*)>`)

func TestNoPayloadBecomesActive(t *testing.T) {
	t.Parallel()
	for _, source := range payloads() {
		harmless(t, Tree(source))
		var out strings.Builder
		if err := HTML(source).Render(context.Background(), &out); err != nil {
			t.Fatal(err)
		}
		for _, found := range tag.FindAllStringSubmatch(out.String(), -1) {
			known := strings.Contains(" p ul ol li strong em code br a ", " "+found[1]+" ")
			plain := found[2] == "" || found[1] == "a" && regexp.MustCompile(`^ href="(https?|mailto|tel):[^"]*" target="_blank" rel="noopener noreferrer"$`).MatchString(found[2])
			if !known || !plain && found[1] != "br" {
				t.Errorf("%q gives the tag %s", source, found[0])
			}
		}
	}
}
