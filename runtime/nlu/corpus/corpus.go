// Package corpus reads what people write to shops: intents with the ways of asking for them, and whole
// shops. The texts are data to learn from and are not part of the program; see README.md beside them.
package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Intent is what one FAQ entry answers.
type Intent struct {
	ID      string
	Gloss   string   // in Polish
	Titles  []string // as owners of shops word it
	Answers []string
	Lines   []string // as customers type it
	Near    []string // what shares words with it and wants something else
}

// again begins the name of a file in which another author has more to say of intents that other files hold.
const again = "again_"

// Intents reads the files *.txt of a folder, in the order of their names. Errors name the file and line.
func Intents(dir string) ([]Intent, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	var list, more []Intent
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		into := &list
		if strings.HasPrefix(filepath.Base(file), again) {
			into = &more
		}
		if *into, err = read(*into, string(data)); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	return list, join(list, more)
}

// join gives each intent what there is more of it.
func join(list, more []Intent) error {
	for _, m := range more {
		at := slices.IndexFunc(list, func(i Intent) bool { return i.ID == m.ID })
		if at < 0 {
			return fmt.Errorf("no file holds the intent %q, of which there is more", m.ID)
		}
		i := &list[at]
		i.Titles, i.Answers = append(i.Titles, m.Titles...), append(i.Answers, m.Answers...)
		i.Lines, i.Near = append(i.Lines, m.Lines...), append(i.Near, m.Near...)
	}
	return nil
}

func read(list []Intent, text string) ([]Intent, error) {
	begun := false
	for n, line := range strings.Split(text, "\n") {
		mark, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		rest = strings.TrimSpace(rest)
		if mark == "" || strings.HasPrefix(mark, "#") {
			continue
		}
		if mark == "=" {
			id, gloss, _ := strings.Cut(rest, "|")
			list, begun = append(list, Intent{ID: strings.TrimSpace(id), Gloss: strings.TrimSpace(gloss)}), true
			continue
		}
		if !begun || rest == "" || !list[len(list)-1].add(mark, rest) {
			return nil, fmt.Errorf("line %d is not of the form that README.md describes: %q", n+1, line)
		}
	}
	return list, nil
}

func (i *Intent) add(mark, text string) bool {
	switch mark {
	case "?":
		i.Titles = append(i.Titles, text)
	case "!":
		i.Answers = append(i.Answers, text)
	case "-":
		i.Lines = append(i.Lines, text)
	case "~":
		i.Near = append(i.Near, text)
	default:
		return false
	}
	return true
}
