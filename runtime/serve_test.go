package runtime_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"image"
	"image/png"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"okienko/assets"
	"okienko/runtime"
	"okienko/runtime/flow"
	"okienko/runtime/store"
)

// get asks for a page or file as a browser does.
func (s *shop) get(path string, headers ...string) (*http.Response, []byte) {
	s.t.Helper()
	request, err := http.NewRequestWithContext(s.t.Context(), "GET", s.URL+path, nil)
	must(s.t, err)
	request.Header.Set("Accept-Encoding", "identity")
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	answer, err := http.DefaultClient.Do(request)
	must(s.t, err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	must(s.t, err)
	return answer, body
}

func TestTheLoaderCarriesTheLook(t *testing.T) {
	t.Parallel()
	nasty := "</script><script>alert(1)</script>\u2028\u2029\"'"
	s := open(t, func(b *flow.Bot) { b.Look.Greeting = nasty })
	path := "/widget.js?bot=" + s.ref.Bot
	answer, plain := s.get(path)
	equal(t, answer.Header.Get("Content-Type"), "text/javascript; charset=utf-8")
	equal(t, answer.Header.Get("Cache-Control"), "public, max-age=300")
	if bytes.Contains(plain, []byte("</script")) || bytes.ContainsAny(plain, "\u2028\u2029") || bytes.Contains(plain, []byte("__OKIENKO__")) {
		t.Error("the look is not safe in a script")
	}
	found := regexp.MustCompile(`\{"bot":.*?"panel":"[^"]+"\}`).Find(plain)
	var look runtime.Look
	must(t, json.Unmarshal(found, &look))
	equal(t, look.Greeting, nasty)
	equal(t, look.Panel, "w/"+assets.Hashed("panel.js"))

	small, body := s.get(path, "Accept-Encoding", "gzip, br")
	equal(t, small.Header.Get("Content-Encoding"), "br")
	if len(body) > 4000 {
		t.Errorf("the loader has %d bytes", len(body))
	}
	again, err := io.ReadAll(brotli.NewReader(bytes.NewReader(body)))
	must(t, err)
	equal(t, string(again), string(plain))
	_, body = s.get(path, "Accept-Encoding", "gzip")
	z, err := gzip.NewReader(bytes.NewReader(body))
	must(t, err)
	again, err = io.ReadAll(z)
	must(t, err)
	equal(t, string(again), string(plain))

	known, _ := s.get(path, "If-None-Match", answer.Header.Get("ETag"))
	equal(t, known.StatusCode, http.StatusNotModified)
	s.publish(potteryBot())
	fresh, _ := s.get(path, "If-None-Match", answer.Header.Get("ETag"))
	equal(t, fresh.StatusCode, http.StatusOK)
}

func TestThePanelIsForAllOriginsAndForEver(t *testing.T) {
	t.Parallel()
	s := open(t)
	answer, body := s.get("/w/" + assets.Hashed("panel.js"))
	equal(t, answer.Header.Get("Access-Control-Allow-Origin"), "*")
	if !strings.Contains(answer.Header.Get("Cache-Control"), "immutable") || !bytes.Equal(body, assets.Bytes("panel.js")) {
		t.Errorf("%v", answer.Header)
	}
}

func TestPagesAreStrict(t *testing.T) {
	t.Parallel()
	s := open(t, func(b *flow.Bot) {
		b.Settings.Domains = []string{"https://shop.pl"}
		b.Look.Name = `<img src=x onerror=alert(1)>"'`
	})
	values := regexp.MustCompile(`"[^"]*"`)
	inline := regexp.MustCompile(`(?i)<script>|<style|<[^>]*\s(style|on[a-z]+)=`)
	for _, page := range []string{"/c/", "/demo/"} {
		answer, body := s.get(page + s.ref.Bot)
		equal(t, answer.StatusCode, http.StatusOK)
		policy := answer.Header.Get("Content-Security-Policy")
		if !strings.HasPrefix(policy, "default-src 'none'; script-src 'self'; style-src 'self';") {
			t.Errorf("%s: %s", page, policy)
		}
		text := string(body)
		if found := inline.FindString(values.ReplaceAllString(text, `""`)); found != "" || strings.Contains(text, "<img src=x") {
			t.Errorf("%s holds %q", page, found)
		}
		if !strings.Contains(text, `<html lang="pl">`) || strings.Contains(text, ">[visitor.") {
			t.Errorf("%s: %s", page, text)
		}
	}
	answer, _ := s.get("/c/" + s.ref.Bot)
	if policy := answer.Header.Get("Content-Security-Policy"); !strings.HasSuffix(policy, "frame-ancestors 'self' https://shop.pl") {
		t.Error(policy)
	}
	_, demo := s.get("/demo/" + s.ref.Bot)
	if !bytes.Contains(demo, []byte("&lt;script async src=&#34;"+s.URL+"/widget.js?bot="+s.ref.Bot)) {
		t.Error("the demo shop does not show the line to paste")
	}
}

func TestPicturesRunNothing(t *testing.T) {
	t.Parallel()
	s := open(t)
	var picture bytes.Buffer
	must(t, png.Encode(&picture, image.NewGray(image.Rect(0, 0, 4, 3))))
	file, err := s.store.SaveFile(t.Context(), s.ref, store.File{Name: "tabela.png", Type: "image/png", Width: 4, Height: 3}, picture.Bytes())
	must(t, err)
	bot := potteryBot()
	bot.Flows[0].Nodes[0].Blocks[0] = &flow.SayImage{Core: flow.Core{ID: "b1"}, Source: "file:" + file.ID, Alt: "Tabela rozmiarów"}
	s.publish(bot)
	var shown *runtime.Image
	for _, e := range s.begin().Events {
		if e.Image != nil {
			shown = e.Image
		}
	}
	if shown == nil {
		t.Fatal("no picture")
	}
	equal(t, *shown, runtime.Image{Src: "/w/v1/" + s.ref.Bot + "/files/" + file.ID, Alt: "Tabela rozmiarów", Width: 4, Height: 3})
	answer, body := s.get(shown.Src)
	equal(t, string(body), picture.String())
	for name, want := range map[string]string{
		"Content-Type": "image/png", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox",
		"Cross-Origin-Resource-Policy": "cross-origin", "Cache-Control": "public, max-age=31536000, immutable",
	} {
		equal(t, answer.Header.Get(name), want)
	}
}

func TestAConversationGoesOnAfterARestartAndOnItsRelease(t *testing.T) {
	t.Parallel()
	s := open(t)
	token := s.begin().Token
	before := s.say(token, "m1", `"choice": "c2"`)
	changed := potteryBot()
	changed.Flows[0].Nodes[0].Blocks[0] = &flow.SayText{Core: flow.Core{ID: "b1"}, Text: "Nowe powitanie, jestem automatem."}
	s.publish(changed)
	s.restart(store.Options{})
	equal(t, s.say(token, "m1", `"choice": "c2"`).Body, before.Body)
	s.say(token, "m2", `"text": "Proszę o kontakt."`)
	left := s.say(token, "m3", `"text": "ola@przyklad.pl"`)
	if !strings.Contains(said(left.Events), "system left") {
		t.Errorf("got\n%s", said(left.Events))
	}
	if first := s.begin(); !strings.Contains(said(first.Events), "Nowe powitanie") {
		t.Errorf("got\n%s", said(first.Events))
	}
}
