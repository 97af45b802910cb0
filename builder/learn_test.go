package builder

import (
	"fmt"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"okienko/runtime/flow"
	"okienko/runtime/store"
)

// shopEntries is what the house's bot knows in these tests.
var shopEntries = []flow.Entry{
	{ID: "cost", Question: "Ile kosztuje dostawa?", Phrases: []string{"koszt wysyłki"}, Answer: "12 zł."},
	{ID: "abroad", Question: "Czy wysyłacie za granicę?", Answer: "Tak."},
	{ID: "wash", Question: "Jak prać sweter?", Answer: "Ręcznie."},
}

// learning is a house whose bot has entries and was asked things that it did not know.
func learning(t *testing.T, asked ...store.Asked) (*house, *visitor) {
	t.Helper()
	h := newHouse(t)
	var records []store.EntryRecord
	for i, e := range shopEntries {
		records = append(records, store.EntryRecord{Entry: e, Order: i + 1})
	}
	must(t, h.Store.SaveEntries(t.Context(), h.ref, records))
	bot, _, err := h.Store.DraftBot(t.Context(), h.ref)
	must(t, err)
	_, err = h.Store.Publish(t.Context(), h.ref, store.Release{Bot: bot})
	must(t, err)
	for _, one := range asked {
		c := store.Conversation{ID: store.NewID(), Bot: h.ref.Bot, Release: 1}
		events := []store.Event{{From: "visitor", Kind: "text", Text: one.Text}}
		_, err := h.Store.StartConversation(t.Context(), h.ref, [32]byte([]byte(c.ID+c.ID)), store.Turn{Conversation: c, Events: events, Questions: []store.Asked{one}})
		must(t, err)
	}
	return h, h.owner(t)
}

func unknown(text string) store.Asked { return store.Asked{Text: text, Outcome: "unknown"} }

func (h *house) learnPath() string { return "/bots/" + h.ref.Bot + "/entries/questions" }

func (h *house) questionID(t *testing.T, text string) string {
	t.Helper()
	for _, done := range []bool{false, true} {
		list, err := h.Store.Questions(t.Context(), h.ref, store.QuestionFilter{Done: done})
		must(t, err)
		for _, q := range list {
			if q.Text == text {
				return q.ID
			}
		}
	}
	t.Fatalf("nobody asked %q", text)
	return ""
}

// has tells what a page lacks, and what it should not have: those texts begin with a "-".
func has(t *testing.T, page string, texts ...string) {
	t.Helper()
	for _, one := range texts { // the page itself would be too much to read
		without, no := strings.CutPrefix(one, "-")
		if strings.Contains(page, without) == no {
			t.Errorf("the page should say %q", one)
		}
	}
}

func TestQuestionsAreShownByTopic(t *testing.T) {
	t.Parallel()
	h, v := learning(t, unknown("wysyłacie do Niemiec"), unknown("wysyłacie do niemiec?"), unknown("czy wysyłacie do Niemiec"), unknown("macie raty"),
		store.Asked{Text: "ile za kuriera", Outcome: "suggest", Entries: []string{"cost"}},
		store.Asked{Text: "sweter w pralce", Outcome: "answer", Entries: []string{"wash"}, Wrong: "wash"})
	page := text(t, v.do(t, "GET", h.learnPath(), nil))
	has(t, page, "5 pytań klientów czeka", "na 2 sposoby", "macie raty", "Kciuk w dół", "-learn-form")
	if strings.Index(page, "Niemiec") > strings.Index(page, "macie raty") {
		t.Error("the most frequent does not come first")
	}
	has(t, text(t, v.do(t, "GET", h.learnPath()+"?kind=thumb", nil)), "sweter w pralce", "-macie raty")
	has(t, text(t, v.do(t, "GET", h.learnPath()+"?kind=suggest&sort=newest&page=7", nil)), "Takich pytań nie ma")
	page = text(t, v.do(t, "GET", h.learnPath()+"?open="+h.questionID(t, "sweter w pralce"), nil))
	has(t, page, "Jak prać sweter?", "nie pomogło", "/conversations/"+h.ref.Bot, "#event-1", "learn-form")
	has(t, text(t, v.do(t, "GET", "/start", nil)), "Bot nie znał odpowiedzi na 5 pytań klientów")
	has(t, text(t, v.do(t, "GET", h.learnPath()+"/entries?q=GRANICE", nil)), "Czy wysyłacie za granicę?", "-Jak prać")
}

func TestAChosenSuggestionIsOfferedFirst(t *testing.T) {
	t.Parallel()
	h, v := learning(t, store.Asked{Text: "dostarczacie do Berlina", Outcome: "suggest", Entries: []string{"cost", "wash"}},
		store.Asked{Text: "dostarczacie do Berlina", Chosen: "abroad"})
	page := text(t, v.do(t, "GET", h.learnPath()+"?open="+h.questionID(t, "dostarczacie do Berlina"), nil))
	offered := regexp.MustCompile(`name="entry" value="(\w+)"`).FindAllStringSubmatch(page, -1)
	if len(offered) < 3 || offered[0][1] != "abroad" {
		t.Errorf("offered: %v", offered)
	}
	has(t, page, "klient to wybrał")
}

func TestPhrasesAreTriedAddedAndTakenBack(t *testing.T) {
	t.Parallel()
	h, v := learning(t, unknown("wysyłacie do Niemiec 604 [telefon]"), unknown("koszt przesyłki do Niemiec"), unknown("rowery wodne"))
	first, second := h.questionID(t, "wysyłacie do Niemiec 604 [telefon]"), h.questionID(t, "rowery wodne")
	form := url.Values{"open": {first, second}, "id": {first, second}, "entry": {"abroad"}}

	page := text(t, v.do(t, "POST", h.learnPath()+"/effect", form, "HX-Request", "true"))
	has(t, page, "Dopiszesz do: Czy wysyłacie za granicę?", "wysyłacie do Niemiec 604\nrowery wodne", "Sprawdzone na", "-telefon", "-<html")
	if e, _ := h.Store.Entry(t.Context(), h.ref, "abroad"); len(e.Phrases) > 0 {
		t.Fatalf("trying wrote %v", e.Phrases)
	}
	form.Set("phrases", " \n")
	if status := v.do(t, "POST", h.learnPath()+"/add", form).StatusCode; status != http.StatusUnprocessableEntity {
		t.Errorf("nothing to add: %d", status)
	}
	form.Set("phrases", "wysyłacie do Niemiec\r\nrowery wodne\nKOSZT wysyłki do Niemiec")
	page = text(t, v.do(t, "POST", h.learnPath()+"/add", form))
	has(t, page, "Dopisane do wpisu „Czy wysyłacie za granicę?", "Cofnij", "koszt przesyłki do Niemiec", "1 pytanie klientów czeka")
	e, err := h.Store.Entry(t.Context(), h.ref, "abroad")
	must(t, err)
	if fmt.Sprint(e.Phrases) != "[wysyłacie do Niemiec rowery wodne KOSZT wysyłki do Niemiec]" {
		t.Errorf("added %v", e.Phrases)
	}

	undo := url.Values{"id": form["id"], "entry": {"abroad"}, "phrases": {strings.Join(e.Phrases, "\n")}}
	has(t, text(t, v.do(t, "POST", h.learnPath()+"/reopen", undo)), "3 pytania klientów czekają", "rowery wodne")
	if e, _ := h.Store.Entry(t.Context(), h.ref, "abroad"); len(e.Phrases) > 0 {
		t.Errorf("left over: %v", e.Phrases)
	}
}

func TestPhrasingsOfOtherEntriesAreDefended(t *testing.T) {
	t.Parallel()
	h, v := learning(t, unknown("pralka"))
	id := h.questionID(t, "pralka")
	form := url.Values{"open": {id}, "id": {id}, "entry": {"wash"}, "phrases": {"koszt wysyłki"}}
	page := text(t, v.do(t, "POST", h.learnPath()+"/effect", form))
	has(t, page, "<html", "1 sformułowanie nadal nie prowadzi do tego wpisu", "<ins>Ile kosztuje dostawa?</ins>")
	form.Set("phrases", "wysyłka: koszt?")
	has(t, text(t, v.do(t, "POST", h.learnPath()+"/effect", form)), "wcześniejsz")
}

func TestQuestionsArePutAsideAndComeBack(t *testing.T) {
	t.Parallel()
	h, v := learning(t, unknown("jaka pogoda"), unknown("jaka jutro pogoda"), unknown("opowiedz kawał"))
	ids := []string{h.questionID(t, "jaka pogoda"), h.questionID(t, "jaka jutro pogoda")}
	page := text(t, v.do(t, "POST", h.learnPath()+"/ignore?topics=1", url.Values{"open": ids}))
	has(t, page, "2 pytania odłożone", "1 pytanie klientów czeka", "opowiedz kawał")
	has(t, text(t, v.do(t, "POST", h.learnPath()+"/reopen", url.Values{"id": ids})), "3 pytania klientów czekają")
	if status := v.do(t, "POST", h.learnPath()+"/ignore", url.Values{"open": ids}).StatusCode; status != http.StatusUnprocessableEntity {
		t.Errorf("nothing marked: %d", status)
	}
	for role, status := range map[store.Role]int{store.Agent: http.StatusForbidden, store.Editor: http.StatusOK} {
		other := h.signedIn(t, h.join(t, role))
		if got := other.do(t, "POST", h.learnPath()+"/ignore", url.Values{"id": ids}).StatusCode; got != status {
			t.Errorf("%s: %d", role, got)
		}
		if got := other.do(t, "GET", h.learnPath()+"?open="+ids[0], nil).StatusCode; got != http.StatusOK {
			t.Errorf("%s looks: %d", role, got)
		}
	}
}

func TestANewEntryIsMadeOfQuestions(t *testing.T) {
	t.Parallel()
	h, v := learning(t, unknown("macie raty"), unknown("czy można na raty"))
	ids := []string{h.questionID(t, "macie raty"), h.questionID(t, "czy można na raty")}
	base := "/bots/" + h.ref.Bot + "/entries"
	page := text(t, v.do(t, "GET", base+"/new?"+url.Values{"id": ids}.Encode(), nil))
	has(t, page, ">macie raty</textarea>", ">czy można na raty</textarea>", `name="id" value="`+ids[1])

	form := url.Values{"id": ids, "question": {"Macie raty?"}, "phrases": {"czy można na raty"}, "answer": {""}}
	has(t, text(t, v.do(t, "POST", base+"/new", form)), "czy można na raty", `name="id" value="`+ids[1], `aria-invalid="true"`)
	has(t, text(t, v.do(t, "POST", base+"/new/effect", form)), "Co to zmieni", "Macie raty?", `name="id" value="`+ids[1])
	form.Set("answer", "Tak, od 300 zł.")
	if to := v.do(t, "POST", base+"/new", form).Header.Get("Location"); to != h.learnPath() {
		t.Errorf("saved, and then to %q", to)
	}
	has(t, text(t, v.do(t, "GET", h.learnPath(), nil)), "Bot nie ma zaległości", "pytania klientów odhaczone")
	q, err := h.Store.Question(t.Context(), h.ref, ids[0])
	must(t, err)
	if q.Handled != store.HandledNew {
		t.Errorf("handled: %q", q.Handled)
	}
}

func TestOverlappingEntriesAreMergedAndParted(t *testing.T) {
	t.Parallel()
	h, v := learning(t)
	twin := store.EntryRecord{Entry: flow.Entry{ID: "twin", Question: "Ile kosztuje wysyłka?", Phrases: []string{"KOSZT wysylki", "cena dostawy"}, Answer: "13 zł."}, Order: 9}
	must(t, h.Store.SaveEntries(t.Context(), h.ref, []store.EntryRecord{twin}))
	path := "/bots/" + h.ref.Bot + "/entries/overlaps"
	has(t, text(t, v.do(t, "GET", path, nil)), "1 para do rozróżnienia", "KOSZT wysylki", "13 zł.")

	page := text(t, v.do(t, "POST", path+"/merge", url.Values{"keep": {"cost"}, "drop": {"twin"}}))
	has(t, page, "Połączone", "Żadne wpisy")
	records, err := h.Store.Entries(t.Context(), h.ref)
	must(t, err)
	if len(records) != 3 || fmt.Sprint(records[0].Phrases) != "[koszt wysyłki Ile kosztuje wysyłka? cena dostawy]" {
		t.Errorf("merged: %+v", records)
	}
	before := regexp.MustCompile(`name="before">([^<]*)<`).FindStringSubmatch(page)[1]
	has(t, text(t, v.do(t, "POST", path+"/unmerge", url.Values{"before": {html.UnescapeString(before)}})), "Cofnięte", "13 zł.")
	records, err = h.Store.Entries(t.Context(), h.ref)
	must(t, err)
	if len(records) != 4 || records[3].Order != 9 || len(records[0].Phrases) != 1 {
		t.Errorf("parted: %+v", records)
	}
	for _, bad := range []url.Values{{"before": {"[]"}}, {"before": {`[{"id":"a"},{"id":"b"}]`}}} {
		if status := v.do(t, "POST", path+"/unmerge", bad).StatusCode; status != http.StatusUnprocessableEntity {
			t.Errorf("%v: %d", bad, status)
		}
	}
	if status := v.do(t, "POST", path+"/merge", url.Values{"keep": {"cost"}, "drop": {"cost"}}).StatusCode; status != http.StatusUnprocessableEntity {
		t.Errorf("merged with itself: %d", status)
	}
}
