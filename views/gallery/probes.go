package gallery

import (
	"okienko/views/owner"
)

func probeScreens() []Screen {
	return []Screen{
		{Name: "probes/mixed", Show: owner.Probes(shownProbes())},
		{Name: "probes/passed", Show: owner.Probes(passedProbes())},
		{Name: "probes/refused", Show: owner.Probes(refusedProbes())},
		{Name: "probes/deleted", Show: owner.Probes(deletedProbe())},
		{Name: "probes/empty", Show: owner.Probes(owner.ProbesModel{Bot: "asystent", Questions: []string{"Ile kosztuje dostawa?"}})},
		{Name: "probes/no-entries", Show: owner.Probes(owner.ProbesModel{Bot: "asystent"})},
	}
}

func shownProbes() owner.ProbesModel {
	var names []owner.EntryName
	m := owner.ProbesModel{Bot: "asystent", Since: &owner.ProbesSince{Release: 7, Better: 3, Worse: 2}}
	for _, e := range shownEntries() {
		m.Questions = append(m.Questions, e.Question)
		names = append(names, owner.EntryName{ID: e.ID, Question: e.Question})
	}
	cost, time, bouquet, back, damaged := names[0], names[1], names[2], names[3], names[4]
	m.Rows = []owner.ProbeRow{
		{ID: "a", Text: "ile za przesylke do paczkomatu", Should: cost, Result: owner.ProbeRight, Change: 1},
		{ID: "b", Text: "kiedy bd paczka", Should: time, Result: owner.ProbeRight},
		{ID: "c", Text: "chce oddac buty bo za małe", Should: back, Result: owner.ProbeNear, Change: 1},
		{ID: "d", Text: "wazon w kawałkach, zdjęcie w załączniku, co teraz? Kurier nie chciał czekać aż otworzę, a mam to na sobotę", Should: damaged, Result: owner.ProbeWrong, Shown: []owner.EntryName{back}, Change: -1},
		{ID: "e", Text: "na slub w sobote zdazycie", Should: bouquet, Result: owner.ProbeUseless, Shown: []owner.EntryName{time, cost}},
		{ID: "f", Text: "doszło połamane", Should: damaged, Result: owner.ProbeUnknown, Change: -1},
		{ID: "g", Text: "jaka bd jutro pogoda", Result: owner.ProbeSilent},
		{ID: "h", Text: "ile kosztuje paczka na poczcie do Kanady", Result: owner.ProbeAnswered, Shown: []owner.EntryName{cost}},
		{ID: "i", Text: "macie tez nawoz do storczykow?", Result: owner.ProbeOffered, Shown: []owner.EntryName{bouquet, cost, time}, Change: 1},
		{ID: "j", Text: "czy karta podarunkowa traci waznosc", Result: owner.ProbeLost, Should: owner.EntryName{ID: "karta"}},
	}
	m.Total = len(m.Rows)
	return m
}

func passedProbes() owner.ProbesModel {
	m := shownProbes()
	m.Rows = append(m.Rows[:2:2], m.Rows[6])
	m.Total, m.Since = len(m.Rows), &owner.ProbesSince{Release: 7}
	return m
}

func refusedProbes() owner.ProbesModel {
	m := shownProbes()
	m.Form = owner.ProbeForm{Text: "kiedy bd paczka", Expected: "Kiedy paczka"}
	m.Form.Errors.Add("expected", "fault.probes_unknown", "question", "Kiedy paczka")
	m.Many = owner.ProbesForm{Text: "ile idzie paczka\njaka jutro pogoda; -", Trouble: []string{
		"Wiersz 1: Brakuje pytania z listy. Po pytaniu klienta wpisz średnik i pytanie z listy albo minus.",
	}}
	return m
}

func deletedProbe() owner.ProbesModel {
	m := passedProbes()
	m.Deleted = &owner.ProbeRow{ID: "d", Text: "wazon w kawałkach", Should: owner.EntryName{ID: "uszkodzona"}, Also: []string{"zwrot"}}
	return m
}
