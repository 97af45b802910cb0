package main

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed assets/vendor/axe/axe.min.js
var axe string

// violation is what axe found, with the places.
type violation struct {
	ID    string `json:"id"`
	Help  string `json:"help"`
	Nodes []struct {
		HTML           string `json:"html"`
		FailureSummary string `json:"failureSummary"`
	} `json:"nodes"`
}

// accessible fails when axe finds anything on the page in this state. All rules are run, the best practices too,
// unless some are named.
func (b *tab) accessible(state string, rules ...string) {
	b.Helper()
	options := `{resultTypes: ["violations"], preload: false`
	if len(rules) > 0 {
		options += `, runOnly: ["` + strings.Join(rules, `", "`) + `"]`
	}
	eval[bool](b, "(() => { if (!window.axe) { "+axe+" }; return true })()")
	found := eval[[]violation](b, "axe.run(document, "+options+"}).then((r) => r.violations)")
	for _, v := range found {
		var places strings.Builder
		for _, n := range v.Nodes {
			fmt.Fprintf(&places, "\n  %s\n    %s", n.HTML, strings.ReplaceAll(n.FailureSummary, "\n", "\n    "))
		}
		b.Errorf("axe, %s: %s: %s%s", state, v.ID, v.Help, places.String())
	}
}
