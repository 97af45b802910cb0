package blockform

import (
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"okienko/runtime/fault"
)

// reader takes values out of a form and notes those that don't fit.
type reader struct {
	form   url.Values
	newID  func() string
	typed  map[string]string
	errors []*fault.Error
}

// refuse keeps a value as typed and says at its field what has to change.
func (r *reader) refuse(field, typed, key string, args ...any) {
	r.typed[field] = typed
	r.errors = append(r.errors, fault.New(fault.Invalid, key, args...).On(field))
}

// text reads a text of at most limit characters.
func (r *reader) text(field string, to *string, limit int) {
	if r.form.Has(field) {
		r.words(field, r.form.Get(field), to, limit)
	}
}

// words is text for a value whose posted name is not the field's.
func (r *reader) words(field, value string, to *string, limit int) {
	value = strings.ReplaceAll(value, "\r\n", "\n")
	if length := utf8.RuneCountInString(value); length > limit {
		r.refuse(field, value, "inspector.error.long", "limit", limit, "length", length)
		return
	}
	*to = value
}

// oneOf reads a value of a list; anything else is a form that was tampered with, and changes nothing.
func (r *reader) oneOf(field string, to *string, values []string) {
	value := r.form.Get(field)
	for _, known := range values {
		if r.form.Has(field) && value == known {
			*to = value
		}
	}
}

// count reads a whole number between min and max; an empty field is zero, which means "as usual".
func (r *reader) count(field string, to *int, min, max int) {
	typed := strings.TrimSpace(r.form.Get(field))
	switch n, err := strconv.Atoi(typed); {
	case !r.form.Has(field):
	case typed == "":
		*to = 0
	case err != nil:
		r.refuse(field, typed, "inspector.error.whole")
	case n < min || n > max:
		r.refuse(field, typed, "inspector.error.range", "min", min, "max", max)
	default:
		*to = n
	}
}

// decimal reads a number as Poles and others write it; an empty field is none.
func (r *reader) decimal(field string, to **float64) {
	typed := strings.TrimSpace(r.form.Get(field))
	switch n, ok := number(typed); {
	case !r.form.Has(field):
	case typed == "":
		*to = nil
	case !ok:
		r.refuse(field, typed, "inspector.error.number")
	default:
		*to = &n
	}
}

// number reads "1 234,50", "1234.5" and their like.
func number(typed string) (float64, bool) {
	plain := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", ".", "−", "-").Replace(typed)
	n, err := strconv.ParseFloat(plain, 64)
	return n, err == nil && n-n == 0 // neither infinite nor not a number
}
