package gallery

import (
	"time"

	"okienko/views"
	"okienko/views/owner"
)

func conversationScreens() []Screen {
	waiting := func(c *views.Chrome) { c.Waiting = 1 }
	list := owner.ConversationsModel{Now: now, Rows: shownRows()}
	open := list
	open.Rows = shownRows()
	open.Rows[0].Current = true
	open.Open = shownThread()
	open.Older = "2026-11-20"
	several := list
	several.Bots = []views.Option{{Value: "asystent", Label: "Asystent"}, {Value: "hurt", Label: "Zamówienia dla firm"}}
	return []Screen{
		{Name: "conversations/list", Show: owner.Conversations(several), Chrome: waiting},
		{Name: "conversations/thread", Show: owner.Conversations(open), Chrome: waiting},
		{Name: "conversations/why-answer", Show: owner.Conversations(explained(whyAnswer())), Chrome: waiting},
		{Name: "conversations/why-suggest", Show: owner.Conversations(explained(whySuggest()))},
		{Name: "conversations/why-unknown", Show: owner.Conversations(explained(whyUnknown()))},
		{Name: "conversations/why-nothing", Show: owner.Conversations(explained(owner.Why{Read: "🌷🌷🌷", Outcome: "unknown", AnswerAt: 72, SuggestAt: 46}))},
		{Name: "conversations/empty", Show: owner.Conversations(owner.ConversationsModel{Now: now})},
		{Name: "conversations/none-found", Show: owner.Conversations(owner.ConversationsModel{Now: now, Filter: owner.ConversationFilter{Text: "hortensje", Day: "2026-11-20"}})},
		{Name: "conversations/message-dealt-with", Show: owner.Conversations(dealtWith())},
	}
}

func shownRows() []owner.ConversationRow {
	row := func(id, name, preview string, ago time.Duration) owner.ConversationRow {
		return owner.ConversationRow{Bot: "asystent", ID: id, Name: name, BotName: "Asystent", Preview: preview, At: now.Add(-ago)}
	}
	rows := []owner.ConversationRow{
		row("k1", "magda.wisniewska@poczta.pl", "Doszła uszkodzona doniczka, co mam teraz zrobić?", 4*time.Minute),
		row("k2", "", "Ile kosztuje dostawa do paczkomatu?", 37*time.Minute),
		row("k3", "jan@firma-kwiatowa-z-bardzo-dluga-nazwa.example.pl", "Chcę porozmawiać z człowiekiem", 3*time.Hour),
		row("k4", "", "", 26*time.Hour),
		row("k5", "ola@poczta.pl", "Czy bukiet na sobotę da się jeszcze przyspieszyć?", 50*time.Hour),
	}
	rows[0].Waits = true
	rows[2].Wants = true
	return rows
}

func shownThread() *owner.Thread {
	at := now.Add(-12 * time.Minute)
	said := func(seq int64, from, name, text string) owner.ThreadEvent {
		return owner.ThreadEvent{Seq: seq, At: at.Add(time.Duration(seq) * time.Minute), From: from, Kind: "text", Name: name, Text: text}
	}
	hello := said(1, "bot", "Asystent", "Dzień dobry. Tu automatyczny asystent sklepu **Kwiaty u Ani**. W czym mogę pomóc?")
	hello.Choices = []string{"Dostawa", "Zwroty i reklamacje", "Bukiet na zamówienie", "Kontakt"}
	asked := said(2, "visitor", "Klient", "doszła uszkodzona doniczka\nco mam teraz zrobić?")
	asked.Understood = []owner.Understood{
		{Key: "conversations.entry", Text: "Co zrobić, gdy przesyłka przyszła uszkodzona?", Percent: 91},
		{Key: "conversations.mood_frustrated"},
	}
	answered := said(3, "bot", "Asystent", "Przykro mi. Wymienimy ją albo zwrócimy pieniądze:\n\n1. zrób zdjęcie doniczki i paczki,\n2. napisz do nas w ciągu **7 dni**,\n3. odpowiemy tego samego dnia. [Regulamin](https://kwiatyuani.pl/regulamin)")
	answered.Thumb, answered.WhyPath = 1, "/conversations/asystent/k1/why/3"
	photo := owner.ThreadEvent{Seq: 4, At: at.Add(4 * time.Minute), From: "bot", Kind: "image", Name: "Asystent", Image: doorplate, Alt: "Jak zapakować doniczkę do zwrotu"}
	return &owner.Thread{
		Bot: "asystent", ID: "k1", Name: "magda.wisniewska@poczta.pl", BotName: "Asystent", Release: 3, Started: at, Last: 7, Ended: true,
		Events: []owner.ThreadEvent{
			hello, asked, answered, photo,
			said(5, "visitor", "Klient", "Proszę o kontakt, mam zdjęcia."),
			{Seq: 6, At: at.Add(6 * time.Minute), From: "system", Kind: "left"},
			{Seq: 7, At: at.Add(7 * time.Minute), From: "system", Kind: "end"},
		},
		Cases: []owner.LeftMessage{
			{Number: 14, Email: "magda.wisniewska@poczta.pl", Phone: "+48 600 700 800", Text: "Proszę o kontakt, mam zdjęcia.\nNajlepiej po 16.", At: at.Add(6 * time.Minute)},
			{Number: 15, Kind: "complaint", Order: "10234", Due: now.AddDate(0, 0, 3), Email: "magda.wisniewska@poczta.pl", Text: "Reklamuję doniczkę, doszła pęknięta.", At: at.Add(7 * time.Minute)},
			{Number: 16, Kind: "withdrawal", Due: now.AddDate(0, 0, -1), Text: "Odstępuję od umowy.", At: at.Add(8 * time.Minute)},
		},
	}
}

func dealtWith() owner.ConversationsModel {
	m := owner.ConversationsModel{Now: now, Rows: shownRows()[:1], Filter: owner.ConversationFilter{Left: true}, Open: shownThread()}
	m.Rows[0].Waits, m.Rows[0].Current = false, true
	for i := range m.Open.Cases {
		m.Open.Cases[i].Done = true
	}
	return m
}

// doorplate stands in for a picture that the shop has uploaded.
const doorplate = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='240' height='120'%3E%3Crect width='240' height='120' fill='%237a3b69'/%3E%3Ccircle cx='120' cy='60' r='36' fill='%23f0c987'/%3E%3C/svg%3E"
