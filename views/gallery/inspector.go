package gallery

import (
	"okienko/runtime/flow"
	"okienko/views/owner"
)

func inspectorScreens() []Screen {
	screens := []Screen{
		{Name: "inspector/step", Show: panel(owner.NodeInspector(&owner.NodeForm{Bot: "asystent", Node: shownNode(), Start: true, Steps: shownSteps()}))},
		{Name: "inspector/step-empty", Show: panel(owner.NodeInspector(&owner.NodeForm{Bot: "asystent", Node: flow.Node{ID: "n9", Title: "Krok 9"}, Steps: shownSteps()}))},
		{Name: "inspector/variables", Show: panel(owner.VariablesInspector(&owner.VariablesForm{Bot: "asystent", Variables: shownVariables(), Uses: map[string]int{"email": 3, "nr_zamowienia": 1}}))},
		{Name: "inspector/errors", Show: panel(owner.BlockInspector(misfits()))},
	}
	for _, b := range shownBlocks() {
		screens = append(screens, Screen{Name: "inspector/" + b.Type(), Show: panel(owner.BlockInspector(formOf(b)))})
	}
	return append(screens, Screen{Name: "inspector/cards", Show: cards(shownBlocks())})
}

func formOf(b flow.Block) *owner.BlockForm {
	return &owner.BlockForm{
		Bot: "asystent", Node: shownNode(), Block: b, Variables: shownVariables(), Steps: shownSteps(),
		Defaults: map[string]string{"tries": "3", "silence_after": "300", "retry": "Potrzebuję choć kilku słów, żeby pójść dalej."},
	}
}

// misfits is a form in which much was typed that does not fit.
func misfits() *owner.BlockForm {
	f := formOf(shownBlocks()[2])
	f.Typed = map[string]string{"tries": "sto", "choices.1.label": "Chcę zapytać o dostawę mojego zamówienia, które miało przyjść wczoraj, a nie przyszło"}
	f.Errors = map[string]string{
		"prompt": "Pytanie nie ma treści. Wpisz, o co bot ma zapytać.", "tries": "Wpisz liczbę całkowitą, na przykład 3.",
		"choices.1.label": "Za długie: 86 znaków, a zmieści się 80.",
	}
	f.Notes = []string{"Ten blok nigdy się nie uruchomi, bo rozmowa odchodzi wcześniej. Przenieś go wyżej albo usuń."}
	return f
}

func shownNode() flow.Node {
	return flow.Node{ID: "n1", Title: "Powitanie", Blocks: shownBlocks()[:3], Next: "n2"}
}

func shownSteps() []owner.Step {
	return []owner.Step{{ID: "n2", Title: "Zwrot: formularz"}, {ID: "n3", Title: "Gdzie jest paczka"}, {ID: "n4", Title: "Ktoś ze sklepu"}}
}

func shownVariables() []flow.Variable {
	return []flow.Variable{
		{Name: "email", Type: "email", Scope: "contact"},
		{Name: "nr_zamowienia", Type: "text", Scope: "conversation"},
		{Name: "kwota", Type: "number", Scope: "conversation"},
	}
}

func exits(pairs ...string) []flow.Exit {
	var list []flow.Exit
	for i := 0; i+1 < len(pairs); i += 2 {
		list = append(list, flow.Exit{ID: pairs[i], To: pairs[i+1]})
	}
	return list
}

// shownBlocks are one of each type, in the order of the palette.
func shownBlocks() []flow.Block {
	least, most := 1.0, 99.5
	return []flow.Block{
		&flow.SayText{Core: flow.Core{ID: "b1"}, Text: "Dzień dobry, **{{imie ?? }}**.\n\nTu automatyczny asystent sklepu *Kwiaty u Ani*. Pomogę z:\n- dostawą,\n- zwrotem,\n- [bukietem na zamówienie](https://kwiatyuani.pl)."},
		&flow.SayImage{Core: flow.Core{ID: "b2"}, Alt: "Tabela rozmiarów wazonów: mały 15 cm, średni 25 cm, duży 40 cm"},
		&flow.AskChoice{Core: flow.Core{ID: "b3", Exits: exits("c1", "n2", "c2", "n3")}, Question: flow.Question{Prompt: "W czym mogę pomóc?"}, Choices: []flow.Choice{{ID: "c1", Label: "Zwrot lub wymiana"}, {ID: "c2", Label: "Gdzie jest moja paczka?"}, {ID: "c3", Label: "Coś innego"}}},
		&flow.AskText{Core: flow.Core{ID: "b4"}, Question: flow.Question{Prompt: "Podaj numer zamówienia, sprawdzę.", Variable: "nr_zamowienia"}, Max: 20},
		&flow.AskEmail{Core: flow.Core{ID: "b5"}, Question: flow.Question{Prompt: "Na jaki adres odpisać?", Variable: "email"}},
		&flow.AskPhone{Core: flow.Core{ID: "b6"}, Question: flow.Question{Prompt: "Pod jaki numer zadzwonić?", Variable: "telefon"}},
		&flow.AskNumber{Core: flow.Core{ID: "b7"}, Question: flow.Question{Prompt: "Ile ma kosztować bukiet?", Variable: "kwota"}, Min: &least, Max: &most, Whole: true},
		&flow.Decide{Core: flow.Core{ID: "b8", Exits: exits("r1", "n2")}, Branches: []flow.Branch{
			{ID: "r1", Label: "Darmowa dostawa", Join: "all", Rules: []flow.Rule{{Variable: "kwota", Operator: "at_least", Value: "199"}, {Variable: "nr_zamowienia", Operator: "empty"}}},
			{ID: "r2", Rules: []flow.Rule{{Variable: "kwota", Operator: "less", Value: "50"}}},
		}},
		&flow.SetVariable{Core: flow.Core{ID: "b9"}, Variable: "kwota", Operation: "add", Value: "14,99"},
		&flow.AnswerFAQ{Core: flow.Core{ID: "b10", Exits: exits("unknown", "n4")}, Question: flow.Question{Prompt: "O co chcesz zapytać?"}},
		&flow.HandOver{Core: flow.Core{ID: "b11"}, Text: "Przekażę to Ani.", Ask: "Napisz, w czym pomóc."},
		&flow.Jump{Core: flow.Core{ID: "b12", Exits: exits("to", "n2")}},
		&flow.Wait{Core: flow.Core{ID: "b13"}, Millis: 1500},
		&flow.End{Core: flow.Core{ID: "b14"}, Text: "Miłego dnia."},
	}
}
