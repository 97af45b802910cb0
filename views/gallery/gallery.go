// Package gallery shows every screen of the owner's side in every state, from fixtures: in dev at /gallery,
// and to the tests that look at each in a browser.
package gallery

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/a-h/templ"

	"okienko/runtime/fault"
	"okienko/views"
	"okienko/views/words"
)

// Screen is one screen in one state.
type Screen struct {
	Name   string // area and state: "start/first-day"
	Show   templ.Component
	Chrome func(*views.Chrome)                               // what is special about its surroundings; nil for nothing
	Answer func(w http.ResponseWriter, r *http.Request) bool // in place of Show, for what is not a component
}

// Screens are all of them, in the index's order. Each area has its own list in its own file.
func Screens() []Screen {
	return slices.Concat(
		partScreens(),
		problemScreens(),
		authScreens(),
		wizardScreens(),
		startScreens(),
		editorScreens(),
		inspectorScreens(),
		entryScreens(),
		importScreens(),
		probeScreens(),
		synonymScreens(),
		learnScreens(),
		overlapScreens(),
		boldnessScreens(),
		publishScreens(),
		releaseScreens(),
		embedScreens(),
		conversationScreens(),
		settingsScreens(),
	)
}

// now is the time of all fixtures.
var now = time.Date(2026, 11, 21, 14, 5, 0, 0, time.UTC)

// Handler serves the index at /gallery and each screen below it.
func Handler() http.HandlerFunc {
	screens := Screens()
	return func(w http.ResponseWriter, r *http.Request) {
		name := strings.Trim(strings.TrimPrefix(r.URL.Path, "/gallery"), "/")
		chrome := views.Chrome{
			Shop: "Kwiaty u Ani", Person: "ania@kwiatyuani.pl", Owns: true, Edits: true, Bot: "asystent", Theme: r.FormValue("theme"), Path: "/gallery/" + name,
		}
		lang := words.Languages[0] // fixtures are Polish; ?lang=en shows the other words around them
		if wanted := r.FormValue("lang"); wanted != "" {
			lang = wanted
		}
		r = r.WithContext(words.With(r.Context(), lang))
		if name == "" {
			views.Render(w, r.WithContext(views.WithChrome(r.Context(), chrome)), http.StatusOK, index(screens))
			return
		}
		i := slices.IndexFunc(screens, func(s Screen) bool { return s.Name == name })
		if i < 0 {
			views.Problem(w, r, fault.New(fault.NotFound, "frame.no_page"))
			return
		}
		screen := screens[i]
		if screen.Chrome != nil {
			screen.Chrome(&chrome)
		}
		r = r.WithContext(views.WithChrome(r.Context(), chrome))
		if screen.Answer == nil || !screen.Answer(w, r) {
			views.Render(w, r, http.StatusOK, screen.Show)
		}
	}
}
