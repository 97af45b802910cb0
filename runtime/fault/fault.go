// Package fault is the one error type for people: what kind of trouble it is, which sentence tells it,
// and the cause that only the log sees.
package fault

import (
	"errors"
	"fmt"
	"net/http"
)

// Code says what kind of trouble it is; it decides the HTTP status and is part of the public API.
type Code string

const (
	Invalid      Code = "invalid"      // what was sent does not fit
	Unauthorized Code = "unauthorized" // nobody is signed in, or the token is not good
	Forbidden    Code = "forbidden"    // signed in, but not allowed
	NotFound     Code = "not_found"    // it is not there, or belongs to somebody else
	Conflict     Code = "conflict"     // somebody else changed it first
	Gone         Code = "gone"         // it was there and has ended
	Misdirected  Code = "misdirected"  // the request is for a host that this server is not
	TooLarge     Code = "too_large"
	TooMany      Code = "too_many" // slow down
	Full         Code = "full"     // the disk is full: reading works, writing does not
	Unavailable  Code = "unavailable"
	Newer        Code = "newer"   // made by a newer Okienko
	Damaged      Code = "damaged" // a record or file does not match its checksum
	Internal     Code = "internal"
)

var statuses = map[Code]int{
	Invalid: http.StatusUnprocessableEntity, Unauthorized: http.StatusUnauthorized, Forbidden: http.StatusForbidden,
	NotFound: http.StatusNotFound, Conflict: http.StatusConflict, Gone: http.StatusGone,
	Misdirected: http.StatusMisdirectedRequest,
	TooLarge:    http.StatusRequestEntityTooLarge, TooMany: http.StatusTooManyRequests,
	Full: http.StatusInsufficientStorage, Unavailable: http.StatusServiceUnavailable,
	Newer: http.StatusUnprocessableEntity, Damaged: http.StatusInternalServerError, Internal: http.StatusInternalServerError,
}

// Error is trouble told to a person. Key names a sentence in views/words ("fault." is not implied);
// Args fill it in. Field, if set, is the form field or JSON member it is about.
type Error struct {
	Code  Code
	Key   string
	Field string
	Args  map[string]any
	Cause error
}

// New makes an error without a cause. Args are name, value pairs.
func New(code Code, key string, args ...any) *Error {
	return &Error{Code: code, Key: key, Args: pairs(args)}
}

// Wrap makes an error with a cause, which goes to the log and never to the person.
func Wrap(cause error, code Code, key string, args ...any) *Error {
	return &Error{Code: code, Key: key, Args: pairs(args), Cause: cause}
}

// On says which form field the error is about.
func (e *Error) On(field string) *Error {
	e.Field = field
	return e
}

func (e *Error) Error() string {
	text := string(e.Code) + ": " + e.Key
	if e.Field != "" {
		text += " (" + e.Field + ")"
	}
	if e.Cause != nil {
		text += ": " + e.Cause.Error()
	}
	return text
}

func (e *Error) Unwrap() error { return e.Cause }

// Of returns the Error inside err; anything that is not one becomes Internal with err as its cause.
func Of(err error) *Error {
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	return Wrap(err, Internal, "fault.internal")
}

// CodeOf returns the code of err, Internal for errors of other kinds, "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	return Of(err).Code
}

// Is reports whether err carries the code.
func Is(err error, code Code) bool { return err != nil && CodeOf(err) == code }

// Status is the HTTP status of a code.
func Status(code Code) int {
	if status, ok := statuses[code]; ok {
		return status
	}
	return http.StatusInternalServerError
}

func pairs(args []any) map[string]any {
	if len(args) == 0 {
		return nil
	}
	m := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		m[fmt.Sprint(args[i])] = args[i+1]
	}
	return m
}
