package blockform

import (
	"slices"
	"strings"
)

// arrange puts the rows of a list in the order of the form, then does what a button of a row asks for:
// "choice.up:ID", "choice.down:ID", "choice.remove:ID", "choice.add". Rows that the form does not know,
// added meanwhile in another tab, stay at the end.
func arrange[T any](r *reader, list string, rows []T, id func(T) string, fresh func() T) []T {
	place := func(row T) int {
		if i := slices.Index(r.form[list], id(row)); i >= 0 {
			return i
		}
		return len(r.form[list])
	}
	slices.SortStableFunc(rows, func(a, b T) int { return place(a) - place(b) })
	act, which, _ := strings.Cut(strings.TrimPrefix(r.form.Get("do"), list+"."), ":")
	if !strings.HasPrefix(r.form.Get("do"), list+".") {
		return rows
	}
	if act == "add" {
		return append(rows, fresh())
	}
	at := slices.IndexFunc(rows, func(row T) bool { return id(row) == which })
	switch {
	case at < 0:
	case act == "remove":
		rows = slices.Delete(rows, at, at+1)
	case act == "up" && at > 0:
		rows[at-1], rows[at] = rows[at], rows[at-1]
	case act == "down" && at < len(rows)-1:
		rows[at+1], rows[at] = rows[at], rows[at+1]
	}
	return rows
}

// row is the place that a row will have after arranging, which is where its error is shown.
func (r *reader) row(list, id string, now int) int {
	if i := slices.Index(r.form[list], id); i >= 0 {
		return i
	}
	return now
}
