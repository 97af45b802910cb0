package gallery

import (
	"okienko/runtime/flow"
	"okienko/views/owner"
)

func importScreens() []Screen {
	return []Screen{
		{Name: "import/form", Show: owner.Import(owner.ImportModel{Bot: "asystent"})},
		{Name: "import/trouble", Show: owner.Import(owner.ImportModel{
			Bot: "asystent", Text: "Nasz sklep działa od 1998 roku.",
			Trouble: "Nie widać tu żadnego pytania. Nic się nie zmieniło.",
		})},
		{Name: "import/preview", Show: owner.ImportPreview(owner.ImportModel{Bot: "asystent", Ticket: "t", Plan: shownPlan()})},
		{Name: "import/preview-same", Show: owner.ImportPreview(owner.ImportModel{Bot: "asystent", Ticket: "t", Plan: owner.ImportPlan{Same: 42}})},
	}
}

func shownPlan() owner.ImportPlan {
	entries := shownEntries()
	dearer := entries[0]
	dearer.Answer = "Paczkomat kosztuje **13,99 zł**, kurier **16,99 zł**."
	renamed := entries[3]
	renamed.Topic = "Zwroty"
	return owner.ImportPlan{
		Same:  38,
		Added: []owner.ImportRow{{Line: 5, Entry: entries[1]}, {Line: 6, Entry: entries[2]}, {Line: 12, Entry: entries[5]}},
		Changed: []owner.ImportRow{
			{Line: 2, Entry: dearer, Before: entries[0], Fields: []string{"faqfile.field.answer"}},
			{Line: 4, Entry: renamed, Before: entries[3], Fields: []string{"faqfile.field.topic", "faqfile.field.phrases"}},
		},
		Refused: []owner.ImportRow{
			{Line: 7, Entry: flow.Entry{Question: "Czy można płacić BLIK-iem?"}, Key: "faqfile.refused.no_answer"},
			{Line: 1043, Key: "faqfile.refused.no_question"},
			{Line: 1044, Entry: flow.Entry{Question: "Ile kosztuje dostawa?"}, Key: "faqfile.refused.repeated", Args: map[string]any{"line": 2}},
		},
	}
}
