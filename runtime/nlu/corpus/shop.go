package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"okienko/runtime/flow"
)

// Shop is a FAQ with what its customers asked.
type Shop struct {
	Name      string
	Entries   []flow.Entry
	Questions []Question
	Foreign   []Question // must not be answered
}

// Question is a line of questions.jsonl or oos.jsonl.
type Question struct {
	ID    string   `json:"qid"`
	Text  string   `json:"text"`
	Entry string   `json:"faq_id"` // "" if it must not be answered
	Also  []string `json:"also"`   // as good as Entry
	Style string   `json:"style"`
	Kind  string   `json:"oos_type"`
}

// Accepts reports whether an entry answers the question.
func (q Question) Accepts(entry string) bool {
	return q.Entry == entry || slices.Contains(q.Also, entry)
}

// Shops reads the folders of a folder, in the order of their names.
func Shops(dir string) ([]Shop, error) {
	folders, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var list []Shop
	for _, f := range folders {
		if !f.IsDir() {
			continue
		}
		shop, err := ReadShop(filepath.Join(dir, f.Name()))
		if err != nil {
			return nil, err
		}
		list = append(list, shop)
	}
	return list, nil
}

// ReadShop reads faq.jsonl, questions.jsonl and oos.jsonl of a folder.
func ReadShop(dir string) (s Shop, err error) {
	s.Name = filepath.Base(dir)
	if s.Entries, err = lines[flow.Entry](filepath.Join(dir, "faq.jsonl")); err != nil {
		return s, err
	}
	if s.Questions, err = lines[Question](filepath.Join(dir, "questions.jsonl")); err != nil {
		return s, err
	}
	s.Foreign, err = lines[Question](filepath.Join(dir, "oos.jsonl"))
	return s, err
}

func lines[T any](name string) (list []T, err error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	scan := bufio.NewScanner(file)
	for scan.Scan() {
		var line T
		if err := json.Unmarshal(scan.Bytes(), &line); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, len(list)+1, err)
		}
		list = append(list, line)
	}
	return list, scan.Err()
}
