package runtime_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// FuzzMessages sends anything as a message: it is answered or refused with a sentence, and never breaks the host.
func FuzzMessages(f *testing.F) {
	for _, body := range []string{
		`{"id": "m1", "text": "hej"}`, `{"id": "m2", "choice": "c1"}`, `{"id": "m3", "command": "human"}`, `{"id":"m4","choice":"faq:zwrot"}`,
		`{"id": "m5", "text": "\u0000\ud800"}`, `{"id": 1}`, `[]`, `null`, ``, `{`, `{"ID": "m6", "TEXT": "x"}`, `{"id":"m7","text":"a","text":"b"}`,
		`{"id":"m8","text":"+f:* /.*(.*)*/ a~9 \" OR 1=1"}`,
	} {
		f.Add(body)
	}
	s := open(f)
	token := s.begin().Token
	f.Fuzz(func(t *testing.T, body string) {
		request := httptest.NewRequest("POST", "/w/v1/"+s.ref.Bot+"/messages", strings.NewReader(body))
		request.Header.Set("Authorization", "Bearer "+token)
		w := httptest.NewRecorder()
		s.host.ServeHTTP(w, request)
		var r reply
		if err := json.Unmarshal(w.Body.Bytes(), &r); err != nil {
			t.Fatalf("%q: no JSON: %s", body, w.Body)
		}
		switch w.Code {
		case http.StatusOK:
			if len(r.Events) == 0 || r.Events[0].From != "visitor" {
				t.Errorf("%q: answered without the customer's own words: %s", body, w.Body)
			}
		case http.StatusUnprocessableEntity, http.StatusRequestEntityTooLarge:
			if r.Error.Message == "" {
				t.Errorf("%q: refused without a sentence: %s", body, w.Body)
			}
		default:
			t.Errorf("%q: %d %s", body, w.Code, w.Body)
		}
	})
}
