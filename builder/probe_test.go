package builder

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"okienko/runtime/flow"
	"okienko/runtime/nlu/eval"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/words"
)

// examined is a house whose bot knows three things.
func examined(t *testing.T) (h *house, v *visitor, path string) {
	t.Helper()
	h = newHouse(t)
	must(t, h.Store.SaveEntries(t.Context(), h.ref, []store.EntryRecord{
		{Entry: flow.Entry{ID: "czas", Question: "Jak długo trwa dostawa?", Phrases: []string{"Kiedy przyjdzie paczka?"}, Answer: "Dwa dni."}, Order: 1},
		{Entry: flow.Entry{ID: "zwrot", Question: "Jak zwrócić zakup?", Phrases: []string{"Chcę oddać towar"}, Answer: "W 14 dni."}, Order: 2},
		{Entry: flow.Entry{ID: "blik", Question: "Czy można zapłacić BLIKIEM?", Answer: "Tak."}, Order: 3},
	}))
	return h, h.owner(t), "/bots/" + h.ref.Bot + "/entries/check"
}

func (h *house) probes(t *testing.T) []store.Probe {
	t.Helper()
	list, err := h.Store.Probes(t.Context(), h.ref)
	must(t, err)
	return list
}

func TestATestQuestionIsAddedAskedDeletedAndBroughtBack(t *testing.T) {
	t.Parallel()
	h, v, path := examined(t)
	if page := text(t, v.do(t, "GET", path, nil)); !strings.Contains(page, "Sprawdź, co bot rozumie") {
		t.Error("an empty test does not say what it is for")
	}
	for _, form := range []url.Values{
		{"text": {"kiedy przyjdzie paczka"}, "expected": {"jak dlugo trwa dostawa"}},
		{"text": {"chcę oddać towar"}, "expected": {"zwrot"}},
		{"text": {"chce zaplacic blikiem"}, "expected": {"zwrot"}},
		{"text": {"xyzzy plugh"}, "foreign": {"on"}},
	} {
		if answer := v.do(t, "POST", path, form); answer.StatusCode != http.StatusSeeOther {
			t.Fatalf("%v: %s", form, answer.Status)
		}
	}
	page := text(t, v.do(t, "GET", path, nil))
	for _, want := range []string{"na 2 z 3 pytań", "na które nie ma odpowiedzi, bot odpowiada na 0", "Inna odpowiedź", "To też dobra odpowiedź", `role="img"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	question := path + "/questions/" + store.ProbeID("chce zaplacic blikiem")
	v.do(t, "POST", question+"/accept", url.Values{"entry": {"blik"}})
	if page = text(t, v.do(t, "GET", path, nil)); !strings.Contains(page, "na 3 z 3 pytań") || !strings.Contains(page, "zdał cały sprawdzian") {
		t.Error("another acceptable answer does not count")
	}
	page = text(t, v.do(t, "POST", question+"/delete", url.Values{}))
	if len(h.probes(t)) != 3 || !strings.Contains(page, `name="also" value="blik"`) {
		t.Error("deleting offers no way back to what was there")
	}
	v.do(t, "POST", path, url.Values{"text": {"chce zaplacic blikiem"}, "expected": {"zwrot"}, "also": {"blik"}})
	if list := h.probes(t); len(list) != 4 || len(list[3].Also) != 1 {
		t.Errorf("brought back: %+v", list)
	}
	if status := v.do(t, "POST", path+"/questions/gone/delete", url.Values{}).StatusCode; status != http.StatusNotFound {
		t.Errorf("deleting what is gone: %d", status)
	}
}

func TestATestQuestionWithoutAnEntryIsNotTaken(t *testing.T) {
	t.Parallel()
	h, v, path := examined(t)
	for _, form := range []url.Values{
		{"text": {"kiedy paczka"}},
		{"text": {"kiedy paczka"}, "expected": {"Kiedy paczka?"}},
		{"text": {" "}, "expected": {"czas"}},
		{"text": {strings.Repeat("a", flow.MaxAnswer+1)}, "foreign": {"on"}},
	} {
		answer := v.do(t, "POST", path, form)
		if page := text(t, answer); answer.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(page, `aria-invalid="true"`) {
			t.Errorf("%.40v: %s", form, answer.Status)
		}
	}
	if list := h.probes(t); len(list) > 0 {
		t.Errorf("kept: %+v", list)
	}
}

func TestManyTestQuestionsAtOnce(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		pasted, file string
		want         int // kept
		say          string
	}{
		"semicolons":   {pasted: "pytanie;wpis\nkiedy paczka; Kiedy przyjdzie paczka?\n\n\"oddam; bo małe\";zwrot\njaka pogoda;-\n", want: 3},
		"tabs":         {pasted: "kiedy paczka; pilne\tczas\r\nkiedy wreszcie\tczas\r\n", want: 2},
		"json":         {file: "\ufeff{\"qid\":\"1\",\"text\":\"kiedy\",\"faq_id\":\"czas\",\"also\":[\"blik\"]}\r\n{\"text\":\"pogoda\",\"faq_id\":null}", want: 2},
		"no entry":     {pasted: "kiedy paczka;czas\nkiedy paczka\nblik;Czy jest BLIK", say: "Wiersz 2: Brakuje pytania z listy"},
		"unknown":      {pasted: "kiedy paczka;czas\nblik;Czy jest BLIK", say: "Wiersz 2: Na liście nie ma pytania „Czy jest BLIK”"},
		"unknown json": {file: `{"text":"kiedy","faq_id":"inny"}`, say: "q.jsonl, linia 1: nie ma wpisu o id inny"},
		"heading":      {pasted: "pytanie;wpis\n", say: "Nie ma tu żadnego pytania"},
		"nothing":      {pasted: " \n", say: "Nie ma tu żadnego pytania"},
		"windows-1250": {file: "gdzie paczk\xb9;czas", say: "UTF-8"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h, v, path := examined(t)
			answer := v.sendFile(t, path+"/many", url.Values{"many": {c.pasted}}, "q.jsonl", []byte(c.file))
			page := text(t, answer)
			if kept := len(h.probes(t)); kept != c.want || c.say != "" && !strings.Contains(page, c.say) {
				t.Errorf("%s, kept %d, said: %s", answer.Status, kept, page)
			}
		})
	}
}

func TestTestQuestionsAreDownloadedAsTheCommandReadsThem(t *testing.T) {
	t.Parallel()
	h, v, path := examined(t)
	must(t, h.Store.SaveProbes(t.Context(), h.ref, []store.Probe{
		{Text: "kiedy <b>paczka</b>", Entry: "czas", Also: []string{"blik", "usunięty"}}, {Text: "pogoda"}, {Text: "karta?", Entry: "usunięty"},
	}))
	file := text(t, v.do(t, "GET", path+"/questions.jsonl", nil))
	questions, err := eval.ReadQuestions("q", strings.NewReader(file), []flow.Entry{{ID: "czas"}, {ID: "blik"}})
	must(t, err)
	if len(questions) != 2 {
		t.Fatalf("%+v", questions)
	}
	if page := text(t, v.do(t, "GET", path, nil)); !strings.Contains(page, "Wskazany wpis usunięto") {
		t.Error("nothing is said of the question whose entry is gone")
	}
}

func TestWhatChangedSinceTheReleaseIsTold(t *testing.T) {
	t.Parallel()
	h, v, path := examined(t)
	must(t, h.Store.SaveProbes(t.Context(), h.ref, []store.Probe{{Text: "chcę oddać towar", Entry: "zwrot"}, {Text: "kiedy przyjdzie paczka", Entry: "czas"}}))
	bot, _, err := h.Store.DraftBot(t.Context(), h.ref)
	must(t, err)
	bot.Entries = bot.Entries[:1]
	_, err = h.Store.Publish(t.Context(), h.ref, store.Release{Bot: bot})
	must(t, err)
	page := text(t, v.do(t, "GET", path, nil))
	if !strings.Contains(page, "lepiej 1, gorzej 0") || strings.Count(page, "lepiej niż w wydaniu") != 1 {
		t.Errorf("the change is not told: %s", page)
	}
}

// A thousand questions are answered by one page.
func TestTheLargestTest(t *testing.T) {
	t.Parallel()
	h, v, path := examined(t)
	var list []store.Probe
	for i := range store.MaxProbes {
		list = append(list, store.Probe{Text: fmt.Sprint("kiedy przyjdzie paczka ", i), Entry: "czas"})
	}
	must(t, h.Store.SaveProbes(t.Context(), h.ref, list))
	page := text(t, v.do(t, "GET", path, nil))
	if !strings.Contains(page, "z 1000 pytań") || strings.Count(page, `class="row probe"`) > 400 {
		t.Errorf("%d rows", strings.Count(page, `class="row probe"`))
	}
	answer := v.do(t, "POST", path+"/many", url.Values{"many": {"jeszcze jedno;czas"}})
	if page := text(t, answer); answer.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(page, "miejsce na 1000 pytań") {
		t.Errorf("one more: %s", answer.Status)
	}
}

// FuzzReadProbes holds that whatever is pasted is read or refused with a sentence, and that nothing is
// taken for an entry that is not there.
func FuzzReadProbes(f *testing.F) {
	for _, seed := range []string{
		"kiedy;czas\n\"a; b\";-", "kiedy\tczas\r\n\t\n", "\ufeff{\"text\":\"a\",\"faq_id\":\"czas\"}", "pytanie;wpis\na;\"", ";;;\n-;-", "{\n", "\xff;czas",
	} {
		f.Add(seed)
	}
	bot := &flow.Bot{Entries: []flow.Entry{{ID: "czas", Question: "Kiedy?"}}}
	ctx := words.With(context.Background(), "pl")
	f.Fuzz(func(t *testing.T, pasted string) {
		probes, troubles := readProbes(ctx, bot, "q", pasted)
		if len(probes)+len(troubles) == 0 {
			t.Errorf("%q is neither read nor refused", pasted)
		}
		for _, p := range probes {
			if p.Text == "" || p.Entry != "" && p.Entry != "czas" {
				t.Errorf("%q was read as %+v", pasted, p)
			}
		}
		for _, trouble := range troubles {
			if said := views.Say(ctx, trouble); said == "" || strings.Contains(said, "<no value>") || strings.HasPrefix(said, "[") {
				t.Errorf("%q: %q", pasted, said)
			}
		}
	})
}
