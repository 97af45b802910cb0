package talk

import (
	"fmt"
	"strings"
	"time"

	"okienko/runtime/engine"
)

// Line writes one action; choices and further lines of a text follow, set in.
func Line(a engine.Action) string {
	var out strings.Builder
	out.WriteString(a.Kind)
	if at := place(a); at != "" {
		out.WriteString(" " + at)
	}
	out.WriteString(details(a))
	if a.Text != "" {
		out.WriteString(": " + strings.ReplaceAll(a.Text, "\n", "\n    "))
	}
	out.WriteByte('\n')
	if a.Ask != nil {
		for _, c := range a.Ask.Choices {
			fmt.Fprintf(&out, "    [%s] %s\n", c.ID, c.Label)
		}
	}
	return out.String()
}

func place(a engine.Action) string {
	if a.Block == "" {
		return a.Node
	}
	return a.Node + "/" + a.Block
}

func details(a engine.Action) string {
	var out strings.Builder
	if a.Reason != "" {
		fmt.Fprintf(&out, " (%s)", a.Reason)
	}
	if a.Entry != "" {
		fmt.Fprintf(&out, " %s", a.Entry)
	}
	if a.Millis != 0 {
		fmt.Fprintf(&out, " %d ms", a.Millis)
	}
	if a.Name != "" {
		fmt.Fprintf(&out, " %s = %q", a.Name, a.Value)
	}
	if a.Image != nil {
		fmt.Fprintf(&out, " image %s %q", a.Image.Source, a.Image.Alt)
	}
	if a.Case != nil {
		if a.Case.Kind != "" {
			fmt.Fprintf(&out, " %s order=%q", a.Case.Kind, a.Case.Order)
		}
		if !a.Case.Due.IsZero() {
			fmt.Fprintf(&out, " due=%s", a.Case.Due.Format(time.DateOnly))
		}
		fmt.Fprintf(&out, " email=%q phone=%q text=%q", a.Case.Email, a.Case.Phone, a.Case.Text)
	}
	if a.Ask != nil {
		fmt.Fprintf(&out, " %d %s", a.Question, a.Ask.Input)
		if a.Ask.Silence != 0 {
			fmt.Fprintf(&out, " %ds", a.Ask.Silence)
		}
	}
	return out.String()
}
