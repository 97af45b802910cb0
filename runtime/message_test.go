package runtime

import (
	"testing"

	"okienko/runtime/engine"
)

func TestWhatCustomersWriteIsPlain(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"hej":                            "hej",
		"  raz\r\ndwa\t3 \n":             "raz\ndwa\t3",
		"a\x00\x1b[31mb\u007f\u0085c":    "a[31mbc",
		"\u202eevil\u202c \u2066x\u2069": "evil x",
		"zażółć 👩‍👩‍👧 <b>&amp;</b>": "zażółć 👩‍👩‍👧 <b>&amp;</b>",
	} {
		in, err := Message{ID: "m1", Text: text}.Input()
		if err != nil || in.Kind != engine.Text || in.Text != want || in.ID != "m1" {
			t.Errorf("%q: %q, %v", text, in.Text, err)
		}
	}
}
