package owner

import (
	"context"
	"net/url"
	"strconv"

	"github.com/a-h/templ"

	"okienko/views/words"
)

// next is the first step that is not done, -1 if all are.
func (m StartModel) next() int {
	for i, step := range m.Path {
		if !step.Done {
			return i
		}
	}
	return -1
}

func (m StartModel) done() int {
	n := 0
	for _, step := range m.Path {
		if step.Done {
			n++
		}
	}
	return n
}

func startState(ctx context.Context, m StartModel) string {
	if m.Release == 0 {
		return words.T(ctx, "start.not_live", "name", m.Name)
	}
	return words.T(ctx, "start.live", "name", m.Name, "release", strconv.Itoa(m.Release))
}

// startAction is the next step of the path: the one thing to do now.
func startAction(m StartModel) templ.Component {
	if next := m.next(); next >= 0 {
		return startButton(m.Path[next])
	}
	return nil
}

// Path is the path of the first days for a bot; nothing of it is done yet.
func Path(bot string) []PathStep {
	base := "/bots/" + url.PathEscape(bot)
	return []PathStep{
		{Key: "template", Icon: "layout-template"},
		{Key: "answers", Icon: "book-open", Href: base + "/entries"},
		{Key: "try", Icon: "play", Href: base + "/editor?trial=1"},
		{Key: "publish", Icon: "rocket", Href: base + "/publish"},
		{Key: "embed", Icon: "code", Href: base + "/embed"},
	}
}
