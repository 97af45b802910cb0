package gallery

import (
	"time"

	"okienko/views"
	"okienko/views/owner"
)

func learnScreens() []Screen {
	viewer := func(c *views.Chrome) { c.Edits, c.Owns = false, false }
	read := openedTopic()
	read.Edits, read.Open.Edits, read.Open.Candidates = false, false, nil
	return []Screen{
		{Name: "learn/list", Show: owner.Learn(shownQuestions())},
		{Name: "learn/topic", Show: owner.Learn(openedTopic())},
		{Name: "learn/topic-read-only", Show: owner.Learn(read), Chrome: viewer},
		{Name: "learn/effect", Show: owner.Learn(draftedPhrases(shownEffect()))},
		{Name: "learn/effect-quiet", Show: owner.Learn(draftedPhrases(owner.Effect{Tried: 134}))},
		{Name: "learn/effect-untried", Show: owner.Learn(draftedPhrases(owner.Effect{}))},
		{Name: "learn/refused", Show: owner.Learn(refusedPhrases())},
		{Name: "learn/added", Show: owner.Learn(doneWith(owner.LearnDone{IDs: []string{"niemcy"}, Entry: &shownLearnEntries()[0], Phrases: []string{"wysyłacie do niemiec"}}))},
		{Name: "learn/put-aside", Show: owner.Learn(doneWith(owner.LearnDone{IDs: []string{"pogoda", "wrozba", "kawal"}}))},
		{Name: "learn/undone", Show: owner.Learn(doneWith(owner.LearnDone{Undone: true}))},
		{Name: "learn/none-of-a-kind", Show: owner.Learn(owner.LearnModel{Bot: "asystent", Edits: true, Total: 4, Filter: owner.LearnFilter{Kind: "thumb", Newest: true}, Now: now})},
		{Name: "learn/empty", Show: owner.Learn(owner.LearnModel{Bot: "asystent", Edits: true, Now: now})},
		{Name: "entries/from-questions", Show: owner.Entries(entryFromQuestions())},
		{Name: "entries/effect", Show: owner.Entries(entryWithEffect())},
	}
}

func shownQuestions() owner.LearnModel {
	asked := func(id, text string, times, thumbs int, outcome string, ago time.Duration) owner.LearnQuestion {
		return owner.LearnQuestion{ID: id, Text: text, Times: times, Thumbs: thumbs, Outcome: outcome, Last: now.Add(-ago), Said: "/conversations/asystent/k2#event-2"}
	}
	topic := func(questions ...owner.LearnQuestion) owner.LearnTopic { return owner.LearnTopic{Questions: questions} }
	return owner.LearnModel{
		Bot: "asystent", Edits: true, Total: 27, More: true, Now: now,
		Topics: []owner.LearnTopic{
			topic(asked("niemcy", "wysylacie do niemiec??", 14, 0, "unknown", 20*time.Minute),
				asked("zagranica", "czy da się zamówić bukiet z dostawą do Berlina dla mamy na urodziny w przyszłym tygodniu", 2, 0, "suggest", 26*time.Hour),
				asked("czechy", "wysyłka za granicę", 1, 1, "answer", 70*time.Hour)),
			topic(asked("raty", "mozna na raty", 6, 0, "unknown", 3*time.Hour)),
			topic(asked("kwiaciarnia", "o której jutro otwieracie", 3, 3, "answer", 5*time.Hour)),
			topic(asked("pogoda", "jaka jutro pogoda", 1, 0, "unknown", 50*time.Hour)),
		},
	}
}

func openedTopic() owner.LearnModel {
	m := shownQuestions()
	m.Topics[0].Current = true
	m.Open = &owner.LearnPane{
		Bot: m.Bot, Edits: true, Opened: []string{"niemcy"}, Questions: m.Topics[0].Questions, Candidates: shownLearnEntries(), Now: now,
	}
	return m
}

func shownLearnEntries() []owner.LearnEntry {
	return []owner.LearnEntry{
		{ID: "granica", Question: "Czy wysyłacie za granicę?", Topic: "Dostawa", Chosen: true},
		{ID: "dostawa", Question: "Ile kosztuje dostawa?", Topic: "Dostawa", Wrong: true},
		{ID: "bukiet", Question: "Czy bukiet zamówiony w piątek po południu zdąży dojechać na sobotni ślub pod Warszawą?"},
	}
}

func draftedPhrases(e owner.Effect) owner.LearnModel {
	m := openedTopic()
	m.Open.Draft = &owner.LearnDraft{
		Entry: m.Open.Candidates[0], IDs: []string{"niemcy", "zagranica", "czechy"}, Effect: &e,
		Phrases: []string{"wysylacie do niemiec??", "czy da się zamówić bukiet z dostawą do Berlina dla mamy na urodziny w przyszłym tygodniu", "wysyłka za granicę"},
	}
	return m
}

func shownEffect() owner.Effect {
	const abroad, cost = "Czy wysyłacie za granicę?", "Ile kosztuje dostawa?"
	e := owner.Effect{
		Tried: 412,
		Deaf:  []owner.EffectLine{{Text: "czy da się zamówić bukiet z dostawą do Berlina dla mamy na urodziny w przyszłym tygodniu"}},
		Lost:  []owner.EffectLine{{Text: "ile za wysyłkę do domu", Was: cost}},
		Stolen: []owner.EffectLine{
			{Text: "ile kosztuje wysyłka do Czech", Was: cost, Is: abroad},
			{Text: "koszt wysyłki", Was: cost, Is: abroad},
		},
		Stray:   []owner.EffectLine{{Text: "ile kosztuje lot do Grecji", Is: abroad}},
		Offered: []owner.EffectLine{{Text: "a do Anglii?", Is: abroad}},
	}
	for _, text := range []string{"wysyłacie do austrii", "dostawa niemcy", "paczka do Pragi", "do litwy tez?", "czy do Holandii dojdzie", "wysylka eu", "Francja?", "szwecja dostawa", "do belgii", "słowacja", "czy do włoch", "a Hiszpania", "norwegia wysylka", "irlandia"} {
		e.Answered = append(e.Answered, owner.EffectLine{Text: text, Is: abroad})
	}
	return e
}

func refusedPhrases() owner.LearnModel {
	m := draftedPhrases(owner.Effect{})
	m.Open.Draft.Phrases, m.Open.Draft.Effect = nil, nil
	m.Open.Draft.Error = "Zostaw chociaż jedno sformułowanie."
	return m
}

func doneWith(done owner.LearnDone) owner.LearnModel {
	m := shownQuestions()
	m.Done = &done
	return m
}

func entryFromQuestions() owner.EntriesModel {
	m := newEntry()
	m.Waiting = 27
	m.Open.Asked = []string{"raty", "raty2"}
	m.Open.Entry.Question, m.Open.Entry.Phrases = "mozna na raty", []string{"czy macie raty"}
	return m
}

func entryWithEffect() owner.EntriesModel {
	m := shownKnowledge()
	m.Current = "dostawa"
	effect := shownEffect()
	m.Open = &owner.EntryForm{Bot: "asystent", ID: "dostawa", Entry: shownEntries()[0], Topics: m.Topics, Effect: &effect}
	return m
}
