package markdown

import (
	"net/mail"
	"net/url"
	"strings"
	"unicode"
)

// maxURL is what browsers and mail programs take; nobody types more.
const maxURL = 2000

// SafeURL says whether a link may be shown, and returns it in its normal form. Allowed are http and https
// with a host and without a user name, mailto and tel. It is asked when a link is saved and again when it is
// shown, so that a link that came in by another way is stopped as well.
func SafeURL(raw string) (string, bool) {
	raw = strings.TrimSpace(raw)
	if raw == "" || len(raw) > maxURL || strings.ContainsFunc(raw, hidden) {
		return "", false
	}
	u, err := url.Parse(raw)
	if err != nil {
		return "", false
	}
	switch u.Scheme { // Parse made it lower case
	case "http", "https":
		if u.Hostname() == "" || u.User != nil || u.Opaque != "" {
			return "", false
		}
	case "mailto":
		if _, err := mail.ParseAddress(u.Opaque); err != nil {
			return "", false
		}
	case "tel":
		if strings.Trim(u.Opaque, "+0123456789-().;=ext") != "" || !strings.ContainsAny(u.Opaque, "0123456789") {
			return "", false
		}
	default:
		return "", false
	}
	return u.String(), true
}

// hidden are characters that browsers drop or that make a link look like another one.
func hidden(r rune) bool {
	return unicode.IsControl(r) || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || r == '\\' || r == unicode.ReplacementChar
}
