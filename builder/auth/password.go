// Package auth knows who somebody is: passwords, sign-ins that the server can end, and limits on guessing.
package auth

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"sync"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// cost of argon2id: 46 MiB in one pass took 57 ms where it was measured, see OWASP's equivalent settings.
type cost struct {
	memory uint32 // KiB
	passes uint32
	lanes  uint8
}

var current = cost{memory: 46 * 1024, passes: 1, lanes: 1}

const (
	saltBytes = 16
	keyBytes  = 32
	// most that a stored hash may ask for, so that a spoiled record cannot take the machine's memory
	mostMemory = 256 * 1024
	mostPasses = 10
)

// slots lets two passwords be worked on at a time: more would let a crowd at the door use up the memory.
var slots = make(chan struct{}, 2)

// Hash makes the form in which a password is kept: argon2id as a PHC string.
func Hash(password string) string {
	salt := make([]byte, saltBytes)
	rand.Read(salt)
	return encode(current, salt, derive(password, salt, current, keyBytes))
}

// Verify tells whether the password is the one that was hashed, and whether the hash should be renewed
// because its cost is not today's. A hash that cannot be read fits no password.
func Verify(password, phc string) (ok, renew bool) {
	c, salt, key, err := decode(phc)
	if err != nil {
		VerifyNobody(password)
		return false, false
	}
	given := derive(password, salt, c, uint32(len(key)))
	return subtle.ConstantTimeCompare(given, key) == 1, c != current
}

// nobody is the hash of no account: checking against it takes the work of a real check.
var nobody = sync.OnceValue(func() string { return Hash(rand.Text()) })

// VerifyNobody does the work of Verify for an account that does not exist, so that time does not tell.
func VerifyNobody(password string) { Verify(password, nobody()) }

func derive(password string, salt []byte, c cost, size uint32) []byte {
	slots <- struct{}{}
	defer func() { <-slots }()
	return argon2.IDKey([]byte(norm.NFC.String(password)), salt, c.passes, c.memory, c.lanes, size)
}

func encode(c cost, salt, key []byte) string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s",
		argon2.Version, c.memory, c.passes, c.lanes, b64.EncodeToString(salt), b64.EncodeToString(key))
}

func decode(phc string) (c cost, salt, key []byte, err error) {
	parts := strings.Split(phc, "$")
	if len(parts) != 6 || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return c, nil, nil, fmt.Errorf("not an argon2id hash of version %d", argon2.Version)
	}
	if _, err = fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &c.memory, &c.passes, &c.lanes); err != nil {
		return c, nil, nil, fmt.Errorf("cost: %w", err)
	}
	if c.memory > mostMemory || c.passes == 0 || c.passes > mostPasses || c.lanes == 0 {
		return c, nil, nil, fmt.Errorf("cost out of bounds: %s", parts[3])
	}
	if salt, err = base64.RawStdEncoding.DecodeString(parts[4]); err != nil {
		return c, nil, nil, fmt.Errorf("salt: %w", err)
	}
	if key, err = base64.RawStdEncoding.DecodeString(parts[5]); err != nil || len(key) < 16 {
		return c, nil, nil, fmt.Errorf("key of %d bytes: %w", len(key), err)
	}
	return c, salt, key, nil
}
