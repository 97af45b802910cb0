package runtime_test

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"okienko/runtime"
	"okienko/runtime/flow"
	"okienko/runtime/store"
)

func TestBadBodies(t *testing.T) {
	t.Parallel()
	s := open(t)
	token := s.begin().Token
	deep := strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000)
	for name, tc := range map[string]struct {
		body   string
		status int
	}{
		"nothing":           {``, 422},
		"null":              {`null`, 422},
		"list":              {`[]`, 422},
		"true":              {`true`, 422},
		"text":              {`"hej"`, 422},
		"broken":            {`{"id": "m1", "text": `, 422},
		"two":               {`{"id": "m1", "text": "a"}{}`, 422},
		"behind":            {`{"id": "m1", "text": "a"} x`, 422},
		"unknown":           {`{"id": "m1", "text": "a", "role": "owner"}`, 422},
		"proto":             {`{"id": "m1", "text": "a", "__proto__": {}}`, 422},
		"number as text":    {`{"id": "m1", "text": 5}`, 422},
		"object as text":    {`{"id": "m1", "text": {"path": "/etc/passwd"}}`, 422},
		"no id":             {`{"text": "a"}`, 422},
		"empty id":          {`{"id": "", "text": "a"}`, 422},
		"odd id":            {`{"id": "../x", "text": "a"}`, 422},
		"long id":           {`{"id": "` + strings.Repeat("a", 65) + `", "text": "a"}`, 422},
		"nothing said":      {`{"id": "m1"}`, 422},
		"spaces said":       {`{"id": "m1", "text": " \u0000\n "}`, 422},
		"two said":          {`{"id": "m1", "text": "a", "choice": "c1"}`, 422},
		"unknown command":   {`{"id": "m1", "command": "format"}`, 422},
		"long choice":       {`{"id": "m1", "choice": "` + strings.Repeat("c", 500) + `"}`, 422},
		"long text":         {`{"id": "m1", "text": "` + strings.Repeat("ą", flow.MaxAnswer+1) + `"}`, 422},
		"deep":              {`{"id": "m1", "text": ` + deep + `}`, 422},
		"broken UTF-8":      {"{\"id\": \"m1\", \"text\": \"\xff\"}", 422},
		"more than 64 KiB":  {`{"id": "m1", "text": "` + strings.Repeat("a", 65<<10) + `"}`, 413},
		"someone's release": {`{"id": "m1", "text": "a", "bot": {}, "workspaceId": ""}`, 422},
	} {
		r := s.send("POST", "/messages", token, tc.body)
		if r.Status != tc.status || r.Error.Code == "" || r.Error.Message == "" || strings.HasPrefix(r.Error.Message, "[") {
			t.Errorf("%s: %d %s", name, r.Status, r.Body)
		}
	}
	equal(t, len(s.send("GET", "/events", token, "").Events), 2)
}

func TestBadTokens(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	secret, err := base64.RawURLEncoding.DecodeString(begun.Token)
	must(t, err)
	secret[31] ^= 1
	for name, token := range map[string]string{
		"none": "", "true": "true", "zero": "0", "list": "[]", "object": "{}", "quotes": `""`, "null": "null",
		"truncated": begun.Token[:42], "longer": begun.Token + "A", "one bit off": base64.RawURLEncoding.EncodeToString(secret),
		"padded": begun.Token + "=", "the conversation's id": begun.Conversation, "another spelling": begun.Token[:42] + "_",
	} {
		for _, r := range []reply{s.say(token, "m1", `"text": "hej"`), s.send("GET", "/events", token, "")} {
			if r.Status != http.StatusUnauthorized || r.Error.Code != "unauthorized" {
				t.Errorf("%s: %d %s", name, r.Status, r.Body)
			}
		}
	}
	equal(t, s.say(begun.Token, "m1", `"text": "hej"`).Status, http.StatusOK)
}

func TestATokenIsOfOneBot(t *testing.T) {
	t.Parallel()
	s := open(t)
	token := s.begin().Token
	other, err := s.store.CreateBot(t.Context(), s.ref.Shop, store.Bot{Name: "Drugi"}, potteryBot())
	must(t, err)
	mine := s.ref
	s.ref = other
	equal(t, s.send("GET", "/config", "", "").Status, http.StatusNotFound) // not published yet
	s.publish(potteryBot())
	equal(t, s.send("GET", "/events", token, "").Status, http.StatusUnauthorized)
	equal(t, s.say(token, "m1", `"text": "hej"`).Status, http.StatusUnauthorized)
	s.ref = mine
	equal(t, s.say(token, "m1", `"text": "hej"`).Status, http.StatusOK)
}

func TestATokenEndsAfterLongSilence(t *testing.T) {
	t.Parallel()
	s := open(t)
	token := s.begin().Token
	s.clock.move(89 * 24 * time.Hour)
	equal(t, s.say(token, "m1", `"text": "hej"`).Status, http.StatusOK)
	s.clock.move(91 * 24 * time.Hour)
	r := s.say(token, "m2", `"text": "hej"`)
	equal(t, r.Status, http.StatusUnauthorized)
}

func TestWhatIsNotThere(t *testing.T) {
	t.Parallel()
	s := open(t)
	for path, status := range map[string]int{
		"/w/v1/" + s.ref.Bot + "/nothing": 404, "/w/v1/unknown/config": 404, "/w/x.js": 404, "/w/panel.0000000000.js": 200,
		"/w/loader.js": 404, "/widget.js?bot=unknown": 404, "/widget.js": 404, "/c/unknown": 404, "/demo/unknown": 404,
		"/w/v1/" + s.ref.Bot + "/files/unknown": 404, "/w/v1/" + s.ref.Bot + "/files/..%2f..%2fokienko.db": 404,
	} {
		answer, err := http.Get(s.URL + path)
		must(t, err)
		answer.Body.Close()
		if answer.StatusCode != status {
			t.Errorf("%s: %d, want %d", path, answer.StatusCode, status)
		}
	}
	for _, after := range []string{"-1", "x", "99999999999999999999", "1e3"} {
		equal(t, s.send("GET", "/events?after="+after, s.begin().Token, "").Status, 422)
	}
}

func TestMessagesAreInThePersonsLanguage(t *testing.T) {
	t.Parallel()
	s := open(t)
	equal(t, s.send("POST", "/messages", "", `{}`, "Accept-Language", "en-GB").Error.Message, "The conversation's token is missing.")
	equal(t, s.send("POST", "/messages", "", `{}`, "Accept-Language", "de, pl;q=0.5").Error.Message, "Brakuje tokenu rozmowy.")
	r := s.send("POST", "/messages", s.begin().Token, `{"id": "m", "text": "`+strings.Repeat("a", 4001)+`"}`)
	equal(t, r.Error.Message, "Wiadomość może mieć najwyżej 4000 znaków. Wyślij ją w częściach.")
	equal(t, r.Error.Field, "text")
}

func TestWhoSendsTooMuchIsToldToWait(t *testing.T) {
	t.Parallel()
	limits := unlimited
	limits.Talk = runtime.Rate{PerSecond: 0.1, Burst: 3}
	limits.Messages = runtime.Rate{PerSecond: 0.1, Burst: 1} // of an address: a proxy's, which is nobody's
	s := openWith(t, store.Options{}, limits)
	token, other := s.begin().Token, s.begin().Token
	say := func(token, id string) reply {
		return s.send("POST", "/messages", token, fmt.Sprintf(`{"id": %q, "text": "hej"}`, id), "X-Forwarded-For", "203.0.113.9")
	}
	for range 3 {
		equal(t, say(token, store.NewID()).Status, http.StatusOK)
	}
	r := say(token, "m1")
	equal(t, r.Status, http.StatusTooManyRequests)
	equal(t, r.Header.Get("Retry-After"), "10")
	equal(t, r.Error.Message, "To było bardzo szybko. Odczekaj 10 sekund i wyślij jeszcze raz.")
	equal(t, say(other, "m1").Status, http.StatusOK)
	s.clock.move(10 * time.Second)
	equal(t, say(token, "m1").Status, http.StatusOK)
}

// TestThisMachineIsNotCounted lets the default limits be tried under load from the machine itself.
func TestThisMachineIsNotCounted(t *testing.T) {
	t.Parallel()
	s := openWith(t, store.Options{}, runtime.Limits{})
	token := s.begin().Token
	for range 40 {
		equal(t, s.say(token, store.NewID(), `"choice": "c1"`).Status, http.StatusOK)
	}
}

func TestAFullDiskRefusesWritingAndGoesOnReading(t *testing.T) {
	t.Parallel()
	s := openWith(t, store.Options{MaxSize: 1 << 20}, unlimited)
	token := s.begin().Token
	for s.store.SaveEntries(t.Context(), s.ref, []store.EntryRecord{{Entry: flow.Entry{ID: store.NewID(), Answer: strings.Repeat("a", 100<<10)}}}) == nil {
	}
	full := s.say(token, "m1", `"choice": "c1"`)
	for i := 0; i < 500 && full.Status == http.StatusOK; i++ {
		full = s.say(token, store.NewID(), `"choice": "c1"`)
	}
	equal(t, full.Status, http.StatusInsufficientStorage)
	equal(t, full.Error.Code, "full")
	history := s.send("GET", "/events", token, "")
	equal(t, history.Status, http.StatusOK)
	equal(t, s.send("GET", "/config", "", "").Status, http.StatusOK)
	s.restart(store.Options{MaxSize: 64 << 20})
	equal(t, s.say(token, "back", `"text": "hej"`).Status, http.StatusOK)
	again := s.send("GET", "/events", token, "")
	equal(t, strings.HasPrefix(said(again.Events), said(history.Events)), true)
}
