package auth

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"okienko/runtime/fault"
)

// A password has 12 to 128 characters: length is what guessing costs; the upper bound keeps hashing bounded.
const (
	ShortestPassword = 12
	LongestPassword  = 128
)

// Long passwords that are tried first, one a line, lower case.
//
//go:embed common.txt
var commonList string

// CheckPassword says why a password cannot be taken: fault.Invalid on the field "password". known are words
// that anyone would try for this account: its e-mail, the shop's name.
func CheckPassword(password string, known ...string) error {
	refuse := func(key string, args ...any) error { return fault.New(fault.Invalid, key, args...).On("password") }
	switch length := utf8.RuneCountInString(password); {
	case length < ShortestPassword:
		return refuse("auth.password.short", "least", ShortestPassword)
	case length > LongestPassword:
		return refuse("auth.password.long", "most", LongestPassword)
	}
	plain := strings.ToLower(strings.TrimSpace(password))
	if common(plain) || repeats(plain) || counts(plain) {
		return refuse("auth.password.common")
	}
	for _, word := range known {
		if decorated(plain, strings.ToLower(word)) {
			return refuse("auth.password.known")
		}
	}
	return nil
}

// decorated tells that a password is a known word with digits and signs around it.
func decorated(password, word string) bool {
	return word != "" && strings.Trim(strings.ReplaceAll(password, word, ""), "0123456789!.-_ ") == ""
}

func common(password string) bool {
	for line := range strings.Lines(commonList) {
		if strings.TrimSpace(line) == password {
			return true
		}
	}
	return false
}

// repeats tells of a short piece over and over: aaaaaaaaaaaa, abc1abc1abc1.
func repeats(password string) bool {
	for size := 1; size <= 4; size++ {
		piece := password[:size]
		if strings.HasPrefix(strings.Repeat(piece, len(password)/size+1), password) {
			return true
		}
	}
	return false
}

// counts tells of a run along the alphabet, the digits or a row of the keyboard, there or back.
func counts(password string) bool {
	for _, row := range []string{"01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"} {
		if strings.Contains(row, password) || strings.Contains(backwards(row), password) {
			return true
		}
	}
	return false
}

func backwards(s string) string {
	runes := []rune(s)
	for i, j := 0, len(runes)-1; i < j; i, j = i+1, j-1 {
		runes[i], runes[j] = runes[j], runes[i]
	}
	return string(runes)
}
