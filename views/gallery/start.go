package gallery

import (
	"time"

	"okienko/views"
	"okienko/views/owner"
)

func startScreens() []Screen {
	waiting := func(c *views.Chrome) { c.Waiting = 2 }
	return []Screen{
		{Name: "start/first-day", Show: owner.Start(startAt(1))},
		{Name: "start/published", Show: owner.Start(startAt(4))},
		{Name: "start/someone-waits", Show: owner.Start(someoneWaits()), Chrome: waiting},
		{Name: "start/nobody-waits", Show: owner.Start(startAt(5))},
	}
}

// startAt is the start page with the first steps of the path done.
func startAt(done int) owner.StartModel {
	path := owner.Path("asystent")
	for i := range path[:done] {
		path[i].Done = true
	}
	release := 0
	if done > 3 {
		release = 1
	}
	return owner.StartModel{Now: now, Shop: "Kwiaty u Ani", Bot: "asystent", Name: "Asystent", Release: release, Path: path, Phone: phone()}
}

func someoneWaits() owner.StartModel {
	m := startAt(5)
	m.Yesterday = owner.DayModel{Talks: 23, Left: 2}
	m.Learn = owner.LearnHint{Count: 27, Often: "wysylacie do niemiec??"}
	m.Waiting = []owner.WaitingMessage{
		{Text: "Czy bukiet na sobotę da się jeszcze przyspieszyć?", From: "magda@poczta.pl", At: now.Add(-40 * time.Minute), Href: "/conversations"},
		{Text: "Doszła uszkodzona doniczka, co mam zrobić?", From: "+48 600 700 800", At: now.Add(-20 * time.Hour), Href: "/conversations"},
	}
	return m
}

func phone() owner.PhoneModel {
	return owner.PhoneModel{
		Name: "Kwiaty u Ani", Color: "#7a3b69",
		Says: []string{
			"Dzień dobry. Tu automatyczny asystent sklepu **Kwiaty u Ani**.",
			"W czym mogę pomóc?",
		},
		Choices: []string{"Dostawa", "Zwroty", "Bukiet na zamówienie", "Kontakt"},
	}
}
