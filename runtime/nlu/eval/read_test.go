package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
)

var twoEntries = []flow.Entry{{ID: "czas", Question: "Ile trwa dostawa?"}, {ID: "koszt", Question: "Ile kosztuje dostawa?"}}

func TestReadingForgivesWhatDoesNotMatter(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("a", 2<<20)
	text := "\xef\xbb\xbf\r\n" +
		`{"qid":"1","text":"kiedy bd","faq_id":"czas","also":["koszt"],"style":"slang"}` + "\r\n\r\n" +
		`  {"text":"` + long + `","faq_id":null}  ` + "\n" +
		`{"qid":"3","text":"","faq_id":""}`
	questions, err := ReadQuestions("q.jsonl", strings.NewReader(text), twoEntries)
	if err != nil {
		t.Fatal(err)
	}
	if len(questions) != 3 || questions[1].ID != "4" || len(questions[1].Text) != 2<<20 {
		t.Fatalf("%d questions, the second %q", len(questions), questions[1].ID)
	}
	if !questions[0].Accepts("czas") || !questions[0].Accepts("koszt") || questions[0].Foreign() {
		t.Error("the first question takes both entries")
	}
	if !questions[1].Foreign() || !questions[2].Foreign() || questions[2].Accepts("") {
		t.Error("null and the empty id must not be answered")
	}
}

func TestReadingRefusesWithFileAndLine(t *testing.T) {
	t.Parallel()
	entries := func(text string) error { _, err := ReadEntries("f", strings.NewReader(text)); return err }
	questions := func(text string) error { _, err := ReadQuestions("f", strings.NewReader(text), twoEntries); return err }
	foreign := func(text string) error { _, err := ReadForeign("f", strings.NewReader(text)); return err }
	for _, c := range []struct {
		read func(string) error
		text string
		key  string
		line int
	}{
		{entries, "", "fault.eval_empty", 0},
		{entries, "\n \r\n", "fault.eval_empty", 0},
		{questions, "\xef\xbb\xbf", "fault.eval_empty", 0},
		{entries, "\n{\"id\":\"a\"", "fault.eval_json", 2},
		{entries, `[{"id":"a","question":"b"}]`, "fault.eval_json", 1},
		{questions, `null`, "fault.eval_json", 1},
		{questions, `{"text":"a","faq_id":"czas"} {}`, "fault.eval_json", 1},
		{entries, `{"id":7,"question":"b"}`, "fault.eval_type", 1},
		{questions, `{"text":"a","faq_id":7}`, "fault.eval_type", 1},
		{questions, `{"text":["a"],"faq_id":null}`, "fault.eval_type", 1},
		{entries, `{"question":"b"}`, "fault.eval_missing", 1},
		{entries, `{"id":"a","answer":"b"}`, "fault.eval_missing", 1},
		{questions, `{"faq_id":"czas"}`, "fault.eval_missing", 1},
		{entries, "{\"id\":\"a\",\"question\":\"b\"}\n\n{\"id\":\"a\",\"question\":\"c\"}", "fault.eval_repeated", 3},
		{questions, "{\"text\":\"a\",\"faq_id\":\"czas\"}\n{\"text\":\"a\"}", "fault.eval_no_entry", 2},
		{questions, `{"text":"a","faq_id":"inny"}`, "fault.eval_unknown", 1},
		{questions, `{"text":"a","faq_id":"czas","also":["inny"]}`, "fault.eval_unknown", 1},
		{foreign, `{"text":"a","faq_id":"czas"}`, "fault.eval_answerable", 1},
	} {
		trouble := fault.Of(c.read(c.text))
		line, _ := trouble.Args["line"].(int)
		if trouble.Code != fault.Invalid || trouble.Key != c.key || line != c.line || trouble.Args["file"] != "f" {
			t.Errorf("%q: %v %v", c.text, trouble, trouble.Args)
		}
	}
}

// FuzzRead holds that no file makes a panic, an error without a sentence, or a question about an unknown entry.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		`{"id":"czas","question":"Ile?","alternatives":["kiedy"],"answer":"1"}`, "\xef\xbb\xbf{\"qid\":\"1\",\"text\":\"a\",\"faq_id\":\"czas\"}\r\n",
		`{"text":"a","faq_id":null,"also":null}`, "{}\n{", "[1]", "\xff\xfe{\x00}\x00", `{"text":"a","faq_id":{}}`, "null\n\n\n",
	} {
		f.Add(seed)
	}
	known := map[string]bool{"": true, "czas": true, "koszt": true}
	f.Fuzz(func(t *testing.T, text string) {
		_, err := ReadEntries("f", strings.NewReader(text))
		expected(t, err)
		_, err = ReadForeign("f", strings.NewReader(text))
		expected(t, err)
		questions, err := ReadQuestions("f", strings.NewReader(text), twoEntries)
		expected(t, err)
		for _, q := range questions {
			if !known[q.Entry] || q.ID == "" {
				t.Fatalf("%+v", q)
			}
		}
	})
}

func expected(t *testing.T, err error) {
	t.Helper()
	if err != nil && !strings.HasPrefix(fault.Of(err).Key, "fault.eval_") {
		t.Fatal(err)
	}
}

// set is a FAQ with questions whose right answers are known.
type set struct {
	name      string
	entries   []flow.Entry
	questions []Question // with the messages that must not be answered
}

// The sets: what the product is developed against, what others wrote without seeing it, and shops of many
// trades by the authors of the corpus.
var (
	developed = filepath.Join("..", "testdata", "faq-bench")
	blind     = filepath.Join("..", "testdata", "blind", "*")
	shops     = filepath.Join("..", "corpus", "shops", "*")
)

// setsOf reads the sets in the folders of a pattern.
func setsOf(tb testing.TB, patterns ...string) (sets []set) {
	tb.Helper()
	for _, pattern := range patterns {
		files, err := filepath.Glob(filepath.Join(pattern, "faq.jsonl"))
		if err != nil || len(files) == 0 {
			tb.Fatalf("%s: no sets: %v", pattern, err)
		}
		for _, file := range files {
			sets = append(sets, readSet(tb, filepath.Dir(file)))
		}
	}
	return sets
}

func readSet(tb testing.TB, dir string) set {
	tb.Helper()
	s := set{name: filepath.Base(dir)}
	read := func(name string, into func(file *os.File) error) {
		file, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			tb.Fatal(err)
		}
		defer file.Close()
		if err := into(file); err != nil {
			tb.Fatalf("%s: %v %v", dir, err, fault.Of(err).Args)
		}
	}
	read("faq.jsonl", func(file *os.File) (err error) {
		s.entries, err = ReadEntries(file.Name(), file)
		return err
	})
	read("questions.jsonl", func(file *os.File) (err error) {
		s.questions, err = ReadQuestions(file.Name(), file, s.entries)
		return err
	})
	read("oos.jsonl", func(file *os.File) error {
		foreign, err := ReadForeign(file.Name(), file)
		s.questions = append(s.questions, foreign...)
		return err
	})
	return s
}

// Every set in the repository can be read, and none asks the same twice.
func TestSetsAreWhole(t *testing.T) {
	t.Parallel()
	for _, s := range setsOf(t, developed, blind, shops) {
		asked := map[string]string{}
		for _, q := range s.questions {
			if first, twice := asked[q.Text]; twice {
				t.Errorf("%s: %q is asked in %s and in %s", s.name, q.Text, first, q.ID)
			}
			asked[q.Text] = q.ID
		}
	}
}
