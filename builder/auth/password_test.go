package auth

import (
	"strings"
	"testing"
)

func TestHashAndVerify(t *testing.T) {
	t.Parallel()
	const password = "zażółć gęślą jaźń 7"
	phc := Hash(password)
	if !strings.HasPrefix(phc, "$argon2id$v=19$m=47104,t=1,p=1$") {
		t.Errorf("kept as %s", phc)
	}
	if Hash(password) == phc {
		t.Error("two hashes of one password are alike: no salt")
	}
	decomposed := strings.ReplaceAll(password, "ż", "z\u0307")
	for given, want := range map[string]bool{password: true, decomposed: true, "zażółć gęślą jaźń 8": false, "": false} {
		if ok, renew := Verify(given, phc); ok != want || renew {
			t.Errorf("%q: %v, renew %v", given, ok, renew)
		}
	}
}

func TestAnOlderCostAsksForRenewal(t *testing.T) {
	t.Parallel()
	old := cost{memory: 64, passes: 2, lanes: 1}
	salt := []byte("0123456789abcdef")
	phc := encode(old, salt, derive("dwanaście znaków", salt, old, keyBytes))
	if ok, renew := Verify("dwanaście znaków", phc); !ok || !renew {
		t.Errorf("ok %v, renew %v", ok, renew)
	}
}

func TestBrokenHashesFitNoPassword(t *testing.T) {
	t.Parallel()
	good := Hash("dwanaście znaków")
	for _, phc := range []string{
		"", "$", "dwanaście znaków", good[:len(good)-30], strings.Replace(good, "argon2id", "argon2i", 1),
		strings.Replace(good, "m=47104", "m=99999999", 1), strings.Replace(good, "t=1", "t=0", 1), strings.Replace(good, "p=1", "p=0", 1),
		"$argon2id$v=19$m=64,t=1,p=1$$", "$argon2id$v=19$m=64,t=1,p=1$AAAA$AAAA",
	} {
		if ok, _ := Verify("dwanaście znaków", phc); ok {
			t.Errorf("%q let somebody in", phc)
		}
	}
}

func TestCheckPassword(t *testing.T) {
	t.Parallel()
	for password, want := range map[string]string{
		"krótkie":                  "auth.password.short",
		"12 znaków ok":             "",
		strings.Repeat("ąbc7", 33): "auth.password.long",
		"password1234":             "auth.password.common",
		"QwertyUIOP12":             "auth.password.common",
		"aaaaaaaaaaaaa":            "auth.password.common",
		"abc1abc1abc1":             "auth.password.common",
		"1234567890123":            "auth.password.common",
		"ąąąąąąąąąąąąą":            "auth.password.common",
		"fjdksla;qpwo":             "",
		"ania@sklep.pl2026":        "auth.password.known",
		"kwiaty u ani!":            "auth.password.known",
		"kwiaty u ani i tulipany":  "",
	} {
		err := CheckPassword(password, "ania@sklep.pl", "Kwiaty u Ani")
		got := ""
		if err != nil {
			got = keyOf(err)
		}
		if got != want {
			t.Errorf("%q: %q, not %q", password, got, want)
		}
	}
}
