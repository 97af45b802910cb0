package owner

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"okienko/views/words"
)

// customerName is how a customer is called while only perhaps an e-mail is known.
func customerName(ctx context.Context, email string) string {
	if email == "" {
		return words.T(ctx, "conversations.anonymous")
	}
	return email
}

func caseStep(done bool) string {
	if done {
		return "/reopen"
	}
	return "/done"
}

func embedState(ctx context.Context, m EmbedModel) string {
	if m.Live {
		return words.T(ctx, "embed.live")
	}
	return words.T(ctx, "embed.draft")
}

func joined(list []string) string { return strings.Join(list, ", ") }

func autofocus(on bool) templ.Attributes { return templ.Attributes{"autofocus": on} }

// previewing draws the answer anew while it is typed.
func previewing(bot string) templ.Attributes {
	return templ.Attributes{
		"hx-post": "/bots/" + bot + "/entries/preview", "hx-trigger": "input delay:300ms", "hx-target": "#answer-preview", "hx-swap": "outerMorph",
	}
}

// currentPage marks the link to the page that is open.
func currentPage(on bool) templ.Attributes {
	if on {
		return templ.Attributes{"aria-current": "page"}
	}
	return nil
}

// kindName ends the words key of a kind of questions.
func kindName(kind string) string {
	if kind == "" {
		return "all"
	}
	return kind
}
