package runtime

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strings"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/store"
)

// tokenLife is how long a customer's token is good after the last word of the conversation.
const tokenLife = 90 * 24 * time.Hour

// tokenText is strict, so that each token has one spelling only.
var tokenText = base64.RawURLEncoding.Strict()

// newToken makes what lets a customer go on with a conversation: 256 random bits. Only the hash is stored.
func newToken() (token string, hash [32]byte) {
	var secret [32]byte
	_, _ = rand.Read(secret[:]) // never fails: it ends the process instead
	return tokenText.EncodeToString(secret[:]), sha256.Sum256(secret[:])
}

// bearer returns the hash of the token that a request shows.
func bearer(r *http.Request) ([32]byte, error) {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return [32]byte{}, fault.New(fault.Unauthorized, "host.token_missing")
	}
	secret, err := tokenText.DecodeString(strings.TrimSpace(token))
	if err != nil || len(secret) != 32 {
		return [32]byte{}, fault.New(fault.Unauthorized, "host.token_unknown")
	}
	return sha256.Sum256(secret), nil
}

// fresh refuses the token of a conversation that has been silent for too long.
func (h *Host) fresh(c store.Conversation) error {
	if h.now().Sub(c.Last) > tokenLife {
		return fault.New(fault.Unauthorized, "host.token_expired")
	}
	return nil
}

// unknownToken does not tell a token of another bot from one that never was.
func unknownToken(err error) error {
	if fault.Is(err, fault.NotFound) {
		return fault.New(fault.Unauthorized, "host.token_unknown")
	}
	return err
}
