package gallery

import (
	"encoding/json"

	"okienko/runtime/flow"
	"okienko/views/owner"
)

func editorScreens() []Screen {
	drawn := shownFlow()
	page := owner.Editor{
		Bot: "asystent", Name: "Asystent", State: "Szkic ma 3 niewydane zmiany", Issues: shownIssues(), Undo: true,
		Flow:  owner.EditorFlow{Bot: "asystent", Flow: drawn.ID, Start: drawn.Start, Revision: 7, Nodes: drawn.Nodes},
		Cards: owner.NodeCards("asystent", &drawn, shownIssues()),
	}
	fresh := owner.Editor{
		Bot: "asystent", Name: "Asystent", State: "Jeszcze nieopublikowany",
		Flow: owner.EditorFlow{Bot: "asystent", Flow: "main", Revision: 1, Nodes: []flow.Node{}},
	}
	return []Screen{
		{Name: "editor/canvas", Show: owner.EditorPage(page)},
		{Name: "editor/empty", Show: owner.EditorPage(fresh)},
		{Name: "editor/list", Show: list(page.Cards)},
		{Name: "editor/trial", Show: panel(owner.Trial(owner.TrialPanel{Bot: "asystent", Look: "{}", From: "n3", Steps: shownSteps()}))},
	}
}

func shownFlow() flow.Flow {
	return flow.Flow{ID: "main", Name: "Rozmowa", Start: "n1", Nodes: []flow.Node{
		{ID: "n1", Title: "Powitanie", Canvas: at(40, 80), Blocks: flow.Blocks{
			&flow.SayText{Core: flow.Core{ID: "b1"}, Text: "Dzień dobry. Tu automatyczny asystent sklepu **Kwiaty u Ani**."},
			&flow.AskChoice{
				Core: flow.Core{ID: "b2", Exits: exits("c1", "n2", "c2", "n3")}, Question: flow.Question{Prompt: "W czym mogę pomóc?"},
				Choices: []flow.Choice{{ID: "c1", Label: "Dostawa"}, {ID: "c2", Label: "Zwroty i reklamacje"}, {ID: "c3", Label: "Coś innego"}},
			},
		}},
		{ID: "n2", Title: "Gdzie jest paczka", Canvas: at(420, 20), Blocks: flow.Blocks{
			&flow.AskText{Core: flow.Core{ID: "b3"}, Question: flow.Question{Prompt: "Podaj numer zamówienia, sprawdzę.", Variable: "nr_zamowienia"}},
		}, Next: "n4"},
		{ID: "n3", Title: "Reklamacja", Canvas: at(420, 360), Blocks: flow.Blocks{
			&flow.HandOver{Core: flow.Core{ID: "b4"}, Text: "Przekażę to Ani.", Ask: "Napisz, co się stało."},
		}, Next: "n4"},
		{ID: "n4", Title: "Pożegnanie", Canvas: at(800, 160), Blocks: flow.Blocks{&flow.End{Core: flow.Core{ID: "b5"}, Text: "Miłego dnia."}}},
	}}
}

// at is a place on the canvas.
func at(x, y int) json.RawMessage {
	place, _ := json.Marshal(map[string]int{"x": x, "y": y}) // numbers always marshal
	return place
}

func shownIssues() []owner.Issue {
	return []owner.Issue{
		{Node: "n1", Title: "Powitanie", Block: "b2", Severity: "warning", Text: "Odpowiedź „Coś innego” nie ma połączenia, choć inne mają."},
		{Node: "n3", Title: "Reklamacja", Severity: "info", Text: "Nie ustawiono, co zrobić, gdy klient milczy."},
	}
}
