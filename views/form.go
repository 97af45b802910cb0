package views

import (
	"context"

	"github.com/a-h/templ"

	"okienko/runtime/fault"
)

// Field is one control of a form with all that belongs to it. Texts arrive in the person's language.
type Field struct {
	Name  string
	ID    string // Name, if empty; needed where a form appears twice on a page
	Label string
	Hint  string
	Error string // what has to change; shown beside the control and tied to it
	Value string // kept as typed
	Type  string // of an input: text if empty
	Rows  int    // of an area
	Attrs templ.Attributes
}

// Option is one of a select's or of radios'.
type Option struct {
	Value string
	Label string
	Hint  string
	Icon  string
}

// Errors are what does not fit in a form, by field. The zero value is ready to use.
type Errors struct{ list []*fault.Error }

// Add notes that a field does not fit; a second error of the same field is not noted.
func (e *Errors) Add(field, key string, args ...any) {
	e.Note(fault.New(fault.Invalid, key, args...).On(field))
}

// Note is Add for an error that says its field itself.
func (e *Errors) Note(misfit *fault.Error) {
	if e.of(misfit.Field) == nil {
		e.list = append(e.list, misfit)
	}
}

// Any tells whether something does not fit.
func (e *Errors) Any() bool { return len(e.list) > 0 }

// Err is the first error, nil if there is none.
func (e *Errors) Err() error {
	if len(e.list) == 0 {
		return nil
	}
	return e.list[0]
}

// Of is the sentence for a field, "" if the field is fine.
func (e *Errors) Of(ctx context.Context, field string) string {
	if found := e.of(field); found != nil {
		return Say(ctx, found)
	}
	return ""
}

func (e *Errors) of(field string) *fault.Error {
	for _, one := range e.list {
		if one.Field == field {
			return one
		}
	}
	return nil
}

func (f Field) id() string {
	if f.ID != "" {
		return f.ID
	}
	return f.Name
}

func (f Field) inputType() string {
	if f.Type != "" {
		return f.Type
	}
	return "text"
}

func (f Field) rows() int {
	if f.Rows > 0 {
		return f.Rows
	}
	return 3
}

// tied are the attributes that tie hint and error to the control.
func (f Field) tied() templ.Attributes {
	attrs := templ.Attributes{}
	for name, value := range f.Attrs {
		attrs[name] = value
	}
	described := ""
	if f.Hint != "" {
		described = f.id() + "-hint"
	}
	if f.Error != "" {
		attrs["aria-invalid"] = "true"
		described += " " + f.id() + "-error"
	}
	if described != "" {
		attrs["aria-describedby"] = described
	}
	return attrs
}
