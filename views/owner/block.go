package owner

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"okienko/runtime/flow"
	"okienko/views/words"
)

// faces are the three ways a block is seen.
type faces struct {
	card    templ.Component // on the canvas, small
	form    templ.Component // in the inspector
	preview templ.Component // as the customer will see it; nil if there is nothing to see
}

// facesOf finds a block's faces. Those of a card alone need no form.
func facesOf(b flow.Block, f *BlockForm) faces {
	switch b := b.(type) {
	case *flow.SayText:
		return faces{sayTextCard(b), sayTextForm(b, f), sayTextPreview(b)}
	case *flow.SayImage:
		return faces{sayImageCard(b, f), sayImageForm(b, f), sayImagePreview(b, f)}
	case *flow.AskChoice:
		return faces{askChoiceCard(b), askChoiceForm(b, f), askChoicePreview(b)}
	case *flow.AskText:
		return faces{askTextCard(b), askTextForm(b, f), askTextPreview(b)}
	case *flow.AskEmail:
		return faces{askEmailCard(b), askEmailForm(b, f), askEmailPreview(b)}
	case *flow.AskPhone:
		return faces{askPhoneCard(b), askPhoneForm(b, f), askPhonePreview(b)}
	case *flow.AskNumber:
		return faces{askNumberCard(b), askNumberForm(b, f), askNumberPreview(b)}
	case *flow.Decide:
		return faces{decideCard(b), decideForm(b, f), nil}
	case *flow.SetVariable:
		return faces{setVariableCard(b), setVariableForm(b, f), nil}
	case *flow.AnswerFAQ:
		return faces{answerFAQCard(b), answerFAQForm(b, f), answerFAQPreview(b)}
	case *flow.HandOver:
		return faces{handOverCard(b), handOverForm(b, f), handOverPreview(b, f)}
	case *flow.Jump:
		return faces{jumpCard(), jumpForm(b, f), nil}
	case *flow.Wait:
		return faces{waitCard(b), waitForm(b, f), waitPreview()}
	case *flow.End:
		return faces{endCard(b), endForm(b, f), endPreview(b)}
	}
	return faces{card: templ.NopComponent, form: templ.NopComponent}
}

// Family is the family of a block type, which decides its hue: say, ask, decide, do, people.
func Family(blockType string) string {
	kind, _ := flow.KindOf(blockType)
	return kind.Family
}

// KindIcon is the icon of a block type.
func KindIcon(blockType string) string {
	kind, _ := flow.KindOf(blockType)
	return kind.Icon
}

// KindName is what a block type is called.
func KindName(ctx context.Context, blockType string) string { return words.T(ctx, "block."+blockType) }

// ExitLabel is what a way out is called: the owner's own label, else what it means.
func ExitLabel(ctx context.Context, b flow.Block, out flow.Out) string {
	switch {
	case out.Key != "":
		return words.T(ctx, out.Key)
	case strings.TrimSpace(out.Label) != "":
		return out.Label
	}
	if d, ok := b.(*flow.Decide); ok {
		for _, branch := range d.Branches {
			if branch.ID == out.ID && len(branch.Rules) > 0 {
				return branchText(ctx, branch)
			}
		}
	}
	return words.T(ctx, "block.unnamed")
}

// ImageURL is the address under which the owner's page shows an image source; "" if it can't:
// the page's content policy allows no foreign address.
func ImageURL(bot, source string) string {
	if id, ok := strings.CutPrefix(source, "file:"); ok {
		return "/w/v1/" + bot + "/files/" + id
	}
	return ""
}
