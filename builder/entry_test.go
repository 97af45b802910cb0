package builder

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"okienko/runtime/flow"
	"okienko/runtime/store"
)

func TestAnEntryIsAddedChangedDeletedAndBroughtBack(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	base := "/bots/" + h.ref.Bot + "/entries"

	form := url.Values{"question": {" Jak  zwrócić? "}, "phrases": {"jak oddac\n\nJAK ODDAĆ\nzwrot butów"}, "answer": {"Masz **14 dni**."}, "topic": {"zwroty"}}
	answer := v.do(t, "POST", base+"/new", form)
	if answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("adding: %s", answer.Status)
	}
	path := answer.Header.Get("Location")
	records, err := h.Store.Entries(t.Context(), h.ref)
	must(t, err)
	if got := records[0].Entry; len(records) != 1 || got.Question != "Jak zwrócić?" || fmt.Sprint(got.Phrases) != "[jak oddac zwrot butów]" {
		t.Errorf("stored %+v", records)
	}

	form.Set("answer", "")
	page := text(t, v.do(t, "POST", path, form))
	if !strings.Contains(page, "zwrot butów") || !strings.Contains(page, `aria-invalid="true"`) {
		t.Error("a refused form does not come back as typed with its error")
	}
	form.Set("question", "jak ZWROCIC")
	form.Set("answer", "Inna.")
	if status := v.do(t, "POST", base+"/new", form).StatusCode; status != http.StatusUnprocessableEntity {
		t.Errorf("a question that is there already: %d", status)
	}

	page = text(t, v.do(t, "POST", path+"/delete", url.Values{}))
	if !strings.Contains(page, "Cofnij") {
		t.Error("deleting offers no way back")
	}
	form.Set("answer", "Masz **14 dni**.")
	v.do(t, "POST", path, form)
	if records, err = h.Store.Entries(t.Context(), h.ref); err != nil || len(records) != 1 || !strings.HasSuffix(path, records[0].ID) {
		t.Errorf("brought back: %+v, %v", records, err)
	}
}

func TestTheListIsSearchedWithoutRegardToAccents(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	must(t, h.Store.SaveEntries(t.Context(), h.ref, []store.EntryRecord{
		{Entry: flow.Entry{ID: "a", Question: "Ile kosztuje wysyłka?", Answer: "12,99 zł"}, Order: 1},
		{Entry: flow.Entry{ID: "b", Question: "Jak zwrócić?", Answer: "W 14 dni."}, Order: 2},
	}))
	page := text(t, h.owner(t).do(t, "GET", "/bots/"+h.ref.Bot+"/entries/list?q=WYSYLKA", nil))
	if !strings.Contains(page, "Ile kosztuje") || strings.Contains(page, "Jak zwrócić") {
		t.Errorf("found: %s", page)
	}
}

func TestAnImportIsShownBeforeItIsWritten(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	base := "/bots/" + h.ref.Bot + "/entries/import"
	must(t, h.Store.SaveEntries(t.Context(), h.ref, []store.EntryRecord{{Entry: flow.Entry{ID: "a", Question: "Ile kosztuje dostawa?", Answer: "10 zł"}, Order: 1}}))

	file := "pytanie;odpowiedź\nIle kosztuje dostawa?;12 zł\nJak zwrócić?;W 14 dni\nBez odpowiedzi;\n"
	page := v.upload(t, base, "faq.csv", []byte(file))
	for _, want := range []string{"1 nowe", "1 zmienione", "1 pominięte", "Bez odpowiedzi"} {
		if !strings.Contains(page, want) {
			t.Errorf("the preview lacks %q", want)
		}
	}
	if records, _ := h.Store.Entries(t.Context(), h.ref); len(records) != 1 || records[0].Answer != "10 zł" {
		t.Errorf("the preview wrote: %+v", records)
	}

	ticket := url.Values{"ticket": {regexp.MustCompile(`name="ticket" value="(\w+)"`).FindStringSubmatch(page)[1]}}
	if status := v.do(t, "POST", base+"/confirm", ticket).StatusCode; status != http.StatusSeeOther {
		t.Errorf("confirming: %d", status)
	}
	records, err := h.Store.Entries(t.Context(), h.ref)
	must(t, err)
	if len(records) != 2 || records[0].Answer != "12 zł" || records[1].Question != "Jak zwrócić?" {
		t.Errorf("imported: %+v", records)
	}
	if status := v.do(t, "POST", base+"/confirm", ticket).StatusCode; status != http.StatusGone {
		t.Errorf("confirming twice: %d", status)
	}
}

func TestAPictureIsNoFAQ(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	page := v.upload(t, "/bots/"+h.ref.Bot+"/entries/import", "foto.csv", []byte("\x89PNG\r\n\x1a\n0000"))
	if !strings.Contains(page, `role="alert"`) {
		t.Errorf("no word of what is wrong: %s", page)
	}
}
