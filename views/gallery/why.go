package gallery

import "okienko/views/owner"

// explained is a conversation in which an answer is opened to what made the bot give it.
func explained(why owner.Why) owner.ConversationsModel {
	m := owner.ConversationsModel{Now: now, Rows: shownRows()[:2], Open: shownThread()}
	m.Rows[0].Current = true
	asked, said := &m.Open.Events[1], &m.Open.Events[2]
	asked.Text, asked.Understood = why.Read, nil
	said.WhyPath, said.Why, said.Thumb = "/conversations/asystent/k1/why/3", &why, -1
	if why.Outcome != "answer" {
		said.Thumb = 0
		said.Text = "Tego nie wiem. Mogę przekazać pytanie komuś ze sklepu albo pokazać, w czym pomogę."
		said.Choices = []string{"Porozmawiaj z człowiekiem"}
	}
	return m
}

func whyAnswer() owner.Why {
	return owner.Why{
		Read: "doszla uszkodzona doniczka co mam teraz zrobic", Outcome: "answer", AnswerAt: 72, SuggestAt: 46, Changed: true,
		Entries: []owner.WhyEntry{
			{
				Question: "Co zrobić, gdy przesyłka przyszła uszkodzona?", Phrasing: "przyszła rozbita paczka co robić", Percent: 91,
				Words: []owner.WhyWord{
					{Text: "doszla", Match: "przyszła", How: "synonym"}, {Text: "uszkodzona", Match: "uszkodzona", How: "same"},
					{Text: "zrobic", Match: "zrobić", How: "form"}, {Text: "doniczka"}, {Text: "teraz"},
				},
				Fix: "/bots/asystent/entries/e1?phrase=doszla",
			},
			{Question: "Jak zareklamować zakup?", Percent: 24, Fix: "/bots/asystent/entries/e2?phrase=doszla"},
			{Question: "Czy doniczka jest w cenie rośliny?", Percent: 11},
		},
	}
}

func whySuggest() owner.Why {
	return owner.Why{
		Read: "Ile kosztuje dostawa do paczkomatu? a do niemec", Joined: true, Outcome: "suggest", AnswerAt: 72, SuggestAt: 46,
		New: "/bots/asystent/entries/new?question=a+do+niemec",
		Entries: []owner.WhyEntry{
			{
				Question: "Czy wysyłacie za granicę?", Percent: 58, Fix: "/bots/asystent/entries/e3?phrase=a",
				Words: []owner.WhyWord{{Text: "niemec", Match: "Niemcy", How: "typo"}, {Text: "dostawa", Match: "wysyłka", How: "synonym"}},
			},
			{Question: "Ile kosztuje dostawa?", Percent: 52, Fix: "/bots/asystent/entries/e4?phrase=a"},
		},
	}
}

func whyUnknown() owner.Why {
	return owner.Why{
		Read: "macie może konfetti biodegradowalne na wesele w plenerze", Outcome: "unknown", AnswerAt: 72, SuggestAt: 46,
		New: "/bots/asystent/entries/new?question=macie",
		Entries: []owner.WhyEntry{{
			Question: "Czy robicie dekoracje ślubne?", Percent: 31, Fix: "/bots/asystent/entries/e5?phrase=macie",
			Words: []owner.WhyWord{{Text: "wesele", Match: "ślubne", How: "synonym"}, {Text: "konfetti"}, {Text: "biodegradowalne"}, {Text: "plenerze"}},
		}},
	}
}
