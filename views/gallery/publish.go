package gallery

import (
	"time"

	"okienko/views/owner"
)

func publishScreens() []Screen {
	first := owner.PublishModel{Bot: "asystent", Questions: 9, Proved: true, Changes: owner.Changes{First: true}}
	same := owner.PublishModel{Bot: "asystent", Live: 3, Questions: 9, Proved: true, Changes: owner.Changes{Empty: true}}
	return []Screen{
		{Name: "publish/first", Show: owner.Publish(first)},
		{Name: "publish/refused", Show: owner.Publish(refusedRelease())},
		{Name: "publish/issues", Show: owner.Publish(nextRelease())},
		{Name: "publish/nothing-new", Show: owner.Publish(same)},
		{Name: "publish/published", Show: owner.Published(owner.PublishedModel{Bot: "asystent", Number: 4})},
	}
}

func refusedRelease() owner.PublishModel {
	m := nextRelease()
	m.Proved = false
	m.Refusals = []owner.Finding{
		{Severity: "refusal", Key: "gate.no_human", Title: "Reklamacja", Node: "n5", Block: "b9", Path: []owner.PathLine{
			{Text: "W czym mogę pomóc?"}, {Customer: true, Text: "Zwroty i reklamacje"},
			{Text: "Podaj numer zamówienia, sprawdzę."}, {Customer: true, Key: "gate.path.any"},
		}},
		{Severity: "refusal", Key: "gate.no_end", Title: "Gdzie jest paczka", Node: "n3", Path: []owner.PathLine{{Text: "W czym mogę pomóc?"}, {Customer: true, Key: "gate.path.silence"}}},
		{Severity: "refusal", Key: "flow.check.no_answer", Title: "Czy można płacić BLIK-iem?", Entry: "blik"},
	}
	return m
}

func nextRelease() owner.PublishModel {
	m := owner.PublishModel{Bot: "asystent", Live: 3, Questions: 9, Proved: true, Note: "nowe odpowiedzi o zwrotach"}
	m.Changes.Nodes = owner.Difference{Added: []string{"Reklamacja"}, Changed: []string{"Powitanie", "Gdzie jest paczka"}}
	m.Changes.Entries = owner.Difference{
		Added: []string{
			"Ile kosztuje dostawa?", "Kiedy dostanę paczkę?", "Jak zwrócić towar?", "W jakich godzinach pracujecie?",
			"Czy można płacić BLIK-iem?", "Czy wysyłacie za granicę?", "Gdzie macie sklep?",
		},
		Removed: []string{"Promocja wiosenna"},
	}
	m.Changes.Rest = []string{"gate.change.look"}
	m.Issues = []owner.Finding{
		{Severity: "warning", Key: "flow.issue.unreachable", Title: "Stare menu", Node: "n8"},
		{Severity: "warning", Key: "flow.issue.choice_without_exit", Args: []any{"label", "Coś innego"}, Title: "Powitanie", Node: "n1", Block: "b3"},
		{Severity: "info", Key: "flow.issue.unused_variable", Args: []any{"name", "kwota"}},
	}
	return m
}

func releaseScreens() []Screen {
	release := func(number, nodes, entries int, ago time.Duration, note string) owner.ReleaseRow {
		return owner.ReleaseRow{Number: number, At: now.Add(-ago), Who: "ania@kwiatyuani.pl", Note: note, Nodes: nodes, Entries: entries}
	}
	live := release(3, 12, 111, 2*time.Hour, "Nowe odpowiedzi o zwrotach i reklamacjach, bo klienci wciąż pytali o adres zwrotu i czas oczekiwania na pieniądze")
	live.Live = true
	return []Screen{
		{Name: "releases/some", Show: owner.Releases(owner.ReleasesModel{Bot: "asystent", Now: now, Rows: []owner.ReleaseRow{
			live, release(2, 11, 98, 30*time.Hour, ""), release(1, 7, 40, 20*24*time.Hour, "Pierwsze"),
		}})},
		{Name: "releases/empty", Show: owner.Releases(owner.ReleasesModel{Bot: "asystent", Now: now})},
	}
}

func embedScreens() []Screen {
	live := owner.EmbedModel{
		Bot: "asystent", Live: true, Reachable: true, Domains: []string{"https://kwiatyuani.pl", "https://www.kwiatyuani.pl"},
		Snippet: `<script async src="https://czat.kwiatyuani.pl/widget.js?bot=asystent"></script>`, Page: "https://czat.kwiatyuani.pl/c/asystent",
	}
	draft := owner.EmbedModel{
		Bot:     "asystent",
		Snippet: `<script async src="http://localhost:8080/widget.js?bot=asystent"></script>`, Page: "http://localhost:8080/c/asystent",
	}
	return []Screen{{Name: "embed/live", Show: owner.Embed(live)}, {Name: "embed/draft", Show: owner.Embed(draft)}}
}
