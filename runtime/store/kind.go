package store

import (
	"fmt"
)

// kind is a kind of record: how its keys are built and what its bodies are.
type kind struct {
	name    string // in exports
	shape   []part // of the key, which begins with the shop
	missing string // words key for "there is no such thing"
	body    func() any
	needs   func(parts []any, body any) []key // the records that must be there when this one is
}

// newKind describes a kind whose bodies are of type T. In shape, s is a text, n a number, h a hash;
// every other letter is a mark.
func newKind[T any](name, shape, missing string) kind {
	k := kind{name: name, missing: missing, body: func() any { return new(T) }}
	for _, letter := range []byte(shape) {
		switch letter {
		case 's':
			k.shape = append(k.shape, textPart)
		case 'n':
			k.shape = append(k.shape, numberPart)
		case 'h':
			k.shape = append(k.shape, hashPart)
		default:
			k.shape = append(k.shape, part(letter))
		}
	}
	return k
}

// needing says which other records a record of this kind can't be without.
// parts are those of the key, body is a pointer to the kind's type.
func (k kind) needing(needs func(parts []any, body any) []key) kind {
	k.needs = needs
	return k
}

// needsBot is for what belongs to a bot: its key begins with shop and bot.
func needsBot(parts []any, _ any) []key { return []key{botKey(refOf(parts))} }

// refOf reads the bot from the parts of a key that begins with shop and bot.
func refOf(parts []any) BotRef { return BotRef{Shop: parts[0].(string), Bot: parts[1].(string)} }

// nothing is the body of a record whose key says all.
type nothing struct{}

// kinds are all kinds of record, each described in the file of its name.
func kinds() []kind {
	return []kind{
		markerKind, botAddressKind, emailKind, signInKind, timerKind,
		shopKind, userKind, userSignInKind, activityKind, caseKind, caseCountKind,
		botKind, draftKind, changeKind, batchKind, entryKind, releaseKind, releaseInfoKind, fileKind,
		conversationKind, turnKind, tokenKind, questionKind, questionCountKind, probeKind, asideKind,
	}
}

// kindOf finds the kind of a key and takes the key apart.
func kindOf(k key) (kind, []any, error) {
	for _, kind := range kinds() {
		if values, ok := k.parts(kind.shape); ok {
			return kind, values, nil
		}
	}
	return kind{}, nil, fmt.Errorf("no kind of record has the key %q", []byte(k))
}
