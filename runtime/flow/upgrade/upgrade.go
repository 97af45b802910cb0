// Package upgrade lifts bot files of older formats to the newest, one step per format, on raw JSON.
// It never uses the structs of today: a step that has shipped is frozen, whatever the structs become.
package upgrade

import (
	"encoding/json"
	"errors"
	"fmt"
)

// step lifts a file from one format to the next.
type step func(raw json.RawMessage) (json.RawMessage, error)

// ladder returns the steps: the first lifts format 1 to 2, the next 2 to 3. New ones go to the end.
func ladder() []step {
	return []step{}
}

// Newest is the format that the ladder ends at.
func Newest() int { return len(ladder()) + 1 }

// Newer is the error for a file of a format that this program doesn't know yet.
type Newer struct{ Format int }

func (e *Newer) Error() string { return fmt.Sprintf("format %d is newer than %d", e.Format, Newest()) }

// Upgrade returns the file in the newest format; one that is in it already comes back unchanged.
func Upgrade(raw json.RawMessage) (json.RawMessage, error) {
	format, err := formatOf(raw)
	if err != nil {
		return nil, err
	}
	for i, lift := range ladder() {
		if i+1 < format {
			continue
		}
		if raw, err = lift(raw); err != nil {
			return nil, fmt.Errorf("from format %d: %w", i+1, err)
		}
	}
	return raw, nil
}

func formatOf(raw json.RawMessage) (int, error) {
	var head struct {
		Format *int `json:"format"`
	}
	if err := json.Unmarshal(raw, &head); err != nil {
		return 0, err
	}
	if head.Format == nil || *head.Format < 1 {
		return 0, errors.New("no format")
	}
	if *head.Format > Newest() {
		return 0, &Newer{*head.Format}
	}
	return *head.Format, nil
}
