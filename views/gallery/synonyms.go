package gallery

import "okienko/views/owner"

func synonymScreens() []Screen {
	fresh := owner.SynonymForm{Group: owner.NewGroup}
	list := owner.SynonymsModel{Bot: "asystent", Groups: shownGroups(), Form: fresh}
	open := list
	open.Form = owner.SynonymForm{Group: "b", Words: "kwiaciarnia, punkt, salon, sklep na Długiej"}
	refused := list
	refused.Form.Words = "box, skrytka"
	refused.Form.Errors.Add("words", "synonyms.taken", "word", "skrytka", "words", "paczkomat, automat, skrytka")
	gone := list
	gone.Form.Words = "kwiaciarnia, punkt odbioru"
	gone.Form.Errors.Add("words", "synonyms.gone")
	deleted := list
	deleted.Deleted = &owner.SynonymGroup{ID: "d", Words: []string{"wiązanka", "bukiet"}}
	hints := list
	hints.Hints = shownHints()
	aside := hints
	aside.Hints, aside.Aside = aside.Hints[1:], "hajs"
	return []Screen{
		{Name: "synonyms/hints", Show: owner.Synonyms(hints)},
		{Name: "synonyms/aside", Show: owner.Synonyms(aside)},
		{Name: "synonyms/list", Show: owner.Synonyms(list)},
		{Name: "synonyms/open", Show: owner.Synonyms(open)},
		{Name: "synonyms/refused", Show: owner.Synonyms(refused)},
		{Name: "synonyms/gone", Show: owner.Synonyms(gone)},
		{Name: "synonyms/deleted", Show: owner.Synonyms(deleted)},
		{Name: "synonyms/empty", Show: owner.Synonyms(owner.SynonymsModel{Bot: "asystent", Form: fresh})},
	}
}

func shownGroups() []owner.SynonymGroup {
	return []owner.SynonymGroup{
		{ID: "a", Words: []string{"paczkomat", "automat", "skrytka"}},
		{ID: "b", Words: []string{"kwiaciarnia", "punkt", "salon"}},
		{ID: "c", Words: []string{"bukiet", "wiązanka", "kompozycja", "wiecha", "bukiecik", "flower box", "kwiaty na ślub cywilny w plenerze", "wiązanka okolicznościowa na pożegnanie lata"}},
	}
}

func shownHints() []owner.SynonymHint {
	accept := owner.SynonymPath("asystent", owner.NewGroup)
	return []owner.SynonymHint{
		{Word: "hajs", Means: "pieniędzy", Question: "Kiedy dostanę zwrot pieniędzy?", Count: 7, Accept: accept,
			Asked: []string{"kiedy oddacie hajs", "gdzie moj hajs??", "hajs za bukiet nie przyszedl"}},
		{Word: "box", Means: "paczkomatu", Question: "Czy bukiet zamówiony w piątek po południu zdąży dojechać do paczkomatu pod Warszawą?", Count: 1, Accept: accept,
			Asked: []string{"da sie do boxa na jutro"}},
	}
}
