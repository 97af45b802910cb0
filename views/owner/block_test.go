package owner

import (
	"context"
	"strings"
	"testing"

	"okienko/runtime/flow"
	"okienko/views/words"
)

// Every block type has a card, a form and words, in both languages, also while it is still empty.
func TestEveryBlockHasItsFaces(t *testing.T) {
	t.Parallel()
	for _, kind := range flow.Kinds() {
		for _, language := range words.Languages {
			block := kind.New()
			block.Base().ID = "b1"
			form := &BlockForm{Bot: "bot1", Node: flow.Node{ID: "n1", Title: "Start"}, Block: block}
			ctx := words.With(context.Background(), language)
			var page strings.Builder
			if err := BlockCard(block, "bot1").Render(ctx, &page); err != nil {
				t.Fatal(err)
			}
			if err := BlockInspector(form).Render(ctx, &page); err != nil {
				t.Fatal(err)
			}
			for _, out := range block.Outs() {
				page.WriteString(ExitLabel(ctx, block, out))
				if !strings.Contains(page.String(), `name="exit.`+out.ID+`"`) {
					t.Errorf("%s: the form says nothing of the exit %s", kind.Type, out.ID)
				}
			}
			if _, missing, found := strings.Cut(page.String(), "["); found {
				t.Errorf("%s in %s: a text is missing: [%.40s", kind.Type, language, missing)
			}
		}
	}
}
