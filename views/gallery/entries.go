package gallery

import (
	"okienko/runtime/flow"
	"okienko/views/owner"
)

func entryScreens() []Screen {
	open := shownKnowledge()
	open.Current = "dostawa"
	open.Open = &owner.EntryForm{Bot: "asystent", ID: "dostawa", Entry: shownEntries()[0], Topics: open.Topics, Saved: "Zapisane. Klienci zobaczą to po opublikowaniu."}
	return []Screen{
		{Name: "entries/list", Show: owner.Entries(shownKnowledge())},
		{Name: "entries/open", Show: owner.Entries(open)},
		{Name: "entries/new", Show: owner.Entries(newEntry())},
		{Name: "entries/refused", Show: owner.Entries(refusedEntry())},
		{Name: "entries/deleted", Show: owner.Entries(deletedEntry())},
		{Name: "entries/none-found", Show: owner.Entries(owner.EntriesModel{Bot: "asystent", Search: "hortensje", Total: 111})},
		{Name: "entries/empty", Show: owner.Entries(owner.EntriesModel{Bot: "asystent"})},
	}
}

func newEntry() owner.EntriesModel {
	m := shownKnowledge()
	m.Open = &owner.EntryForm{Bot: "asystent", ID: "new", Topics: m.Topics}
	return m
}

func refusedEntry() owner.EntriesModel {
	m := newEntry()
	m.Open.Entry = flow.Entry{Question: "Ile kosztuje dostawa?", Phrases: []string{"koszt wysyłki"}}
	m.Open.Errors.Add("question", "fault.entry_there", "question", "Ile kosztuje dostawa?")
	m.Open.Errors.Add("answer", "flow.check.no_answer")
	return m
}

func deletedEntry() owner.EntriesModel {
	m := shownKnowledge()
	m.Deleted = &flow.Entry{ID: "karta", Topic: "Płatność", Question: "Czy mogę zapłacić kartą podarunkową z innego sklepu ogrodniczego?", Answer: "Przyjmujemy tylko nasze karty."}
	return m
}

// shownKnowledge is a list that was cut off, of a bot that knows much.
func shownKnowledge() owner.EntriesModel {
	m := owner.EntriesModel{Bot: "asystent", Total: 111, Found: 111, Waiting: 27}
	for _, e := range shownEntries() {
		m.Add(e)
		m.AddTopic(e.Topic)
	}
	return m
}

func shownEntries() []flow.Entry {
	return []flow.Entry{
		{
			ID: "dostawa", Topic: "Dostawa", Question: "Ile kosztuje dostawa?",
			Phrases: []string{"koszt wysyłki", "za ile przesyłka", "czy jest darmowa dostawa", "ile za paczkomat"},
			Answer:  "Paczkomat kosztuje **12,99 zł**, kurier **15,99 zł**.\n\nOd 199 zł dostawa jest za darmo. Szczegóły są na stronie [Dostawa](https://kwiatyuani.pl/dostawa).",
		},
		{ID: "czas", Topic: "Dostawa", Question: "Kiedy dostanę paczkę?", Phrases: []string{"ile idzie paczka", "czas dostawy"}, Answer: "Zamówione do 12:00 wysyłamy tego samego dnia."},
		{ID: "bukiet", Topic: "Dostawa", Question: "Czy bukiet zamówiony w piątek po południu zdąży dojechać na sobotni ślub pod Warszawą?", Answer: "Tak, jeśli zamówisz do 15:00."},
		{ID: "zwrot", Topic: "Zwroty i reklamacje", Question: "Jak zwrócić towar?", Phrases: []string{"chcę oddać", "zwrot pieniędzy"}, Answer: "Na zwrot masz **14 dni** od odebrania paczki."},
		{ID: "uszkodzona", Topic: "Zwroty i reklamacje", Question: "Co zrobić, gdy przesyłka przyszła uszkodzona?", Answer: "Zrób zdjęcie i napisz do nas w ciągu 7 dni."},
		{ID: "godziny", Question: "W jakich godzinach pracujecie?", Phrases: []string{"czy w sobotę otwarte"}, Answer: "Od poniedziałku do piątku 9:00-17:00, w soboty 10:00-14:00."},
	}
}
