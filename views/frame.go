package views

import (
	"context"
	"net/url"

	"github.com/a-h/templ"

	"okienko/assets"
	"okienko/views/words"
)

// Section is a place in the rail.
type Section string

// The sections, in the rail's order.
const (
	Start         Section = "start"
	Bot           Section = "bot"
	Knowledge     Section = "knowledge"
	Conversations Section = "conversations"
	Settings      Section = "settings"
)

// FrameModel says what a page of the owner's side is.
type FrameModel struct {
	Title   string          // what am I looking at: the only h1 and the window's title
	Section Section         // marked in the rail
	State   string          // of what is shown, in words: "Szkic ma 3 niewydane zmiany"; fragments may swap #state
	Action  templ.Component // the one primary action, at the right of the top line; nil for none
	Full    bool            // fills the window without padding and scrolls inside itself: editor, conversations
	Scripts []string        // further modules of assets, such as "editor.js"
}

// railLink is one place of the rail.
type railLink struct {
	section Section
	path    string
	icon    string
	word    string // words key
	waiting int
}

// rail lists the places that exist for who is signed in.
func rail(c Chrome) []railLink {
	links := []railLink{{Start, "/start", "house", "frame.start", 0}}
	if c.Bot != "" {
		base := "/bots/" + url.PathEscape(c.Bot)
		links = append(links,
			railLink{Bot, base + "/editor", "workflow", "frame.bot", 0},
			railLink{Knowledge, base + "/entries", "book-open", "frame.knowledge", 0})
	}
	return append(links,
		railLink{Conversations, "/conversations", "messages-square", "frame.conversations", c.Waiting},
		railLink{Settings, "/settings", "settings", "frame.settings", 0})
}

// fonts are preloaded both: "ó" lies in latin, "ąćęłńśźż" in latin-ext.
var fonts = []string{"inter-latin-5.3.0.woff2", "inter-latin-ext-5.3.0.woff2"}

// favicon is the mark in one colour that is seen on light and dark tabs.
const favicon = "data:image/svg+xml," +
	"%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32' fill='%231f7a9c'%3E" +
	"%3Cpath fill-rule='evenodd' d='" + markPath + "'/%3E%3C/svg%3E"

// markPath draws an open casement window whose lower pane is a speech bubble, on a 32x32 grid.
const markPath = "M6 3h9a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a3 3 0 0 1 3-3zM6 6v6h7V6z" +
	"M18.2 3.1l9.6-2.3A1 1 0 0 1 29 1.800v14.400a1 1 0 0 1-1.200 1L18.200 14.900A1 1 0 0 1 17.500 14V4a1 1 0 0 1 .700-.900zM20.500 5.700v6.600l5.500 1.300V4.400z" +
	"M4 18h24a1 1 0 0 1 1 1v6a3 3 0 0 1-3 3H13l-5.500 3.600A.6.600 0 0 1 6.600 31.100V28H6a3 3 0 0 1-3-3v-6a1 1 0 0 1 1-1z"

func script(name string) string { return assets.URL(name) }

func windowTitle(title string) string {
	if title == "" {
		return "Okienko"
	}
	return title + " · Okienko"
}

type languageOption struct{ code, name string }

// languages are named in themselves, so that they need no translation.
var languages = []languageOption{{"pl", "Polski"}, {"en", "English"}}

type themeOption struct{ value, icon, word string }

var themes = []themeOption{
	{"", "monitor", "frame.theme.system"}, {"light", "sun", "frame.theme.light"}, {"dark", "moon", "frame.theme.dark"},
}

func pressed(on bool) string {
	if on {
		return "true"
	}
	return "false"
}

func fullClass(full bool) string {
	if full {
		return "full"
	}
	return ""
}

func lang(ctx context.Context) string { return words.Language(ctx) }
