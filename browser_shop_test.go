package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// shop serves a shop's page from an origin of its own, with the snippet that the owner pastes.
// head goes into the page's head; policy is its Content-Security-Policy, "" for none.
func shop(t *testing.T, snippet, head, policy string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/favicon.ico" {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		if policy != "" {
			w.Header().Set("Content-Security-Policy", policy)
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, shopPage, head, strings.Repeat(shopItem, 12), snippet)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

const shopPage = `<!doctype html>
<html lang="pl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sklep Wełna</title>%s</head>
<body><header><h1>Sklep Wełna</h1><nav aria-label="Sklep"><a href="/">Nowości</a> <a href="/swetry">Swetry</a></nav></header>
<main><h2>Nowości</h2>%s</main>%s</body></html>`

const shopItem = `<article><h3>Sweter z wełny</h3><p>Ciepły, miękki, z polskiej wełny. 249,00 zł</p><button>Do koszyka</button></article>`

// hostile is the style of a shop that styles everything it finds, the worst way.
const hostile = `<style>
* { all: unset !important; font: 8px monospace !important; color: red !important; letter-spacing: 9px !important; }
div, section, button, textarea, p, span { display: inline !important; position: static !important; visibility: hidden !important; opacity: .1 !important;
  transform: rotate(180deg) !important; width: 1px !important; height: 1px !important; direction: rtl !important; text-transform: uppercase !important; }
:host { display: none !important; }
body > div { display: none !important; }
</style>`

// strict is the policy of a shop that allows the chat's origin its script, requests and pictures, and no style at all.
func strict(origin string) string {
	return fmt.Sprintf("default-src 'none'; script-src %[1]s; connect-src %[1]s; style-src 'none'; img-src %[1]s", origin)
}
