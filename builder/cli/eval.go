package cli

import (
	"context"
	"encoding/json"
	"io"
	"os"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/nlu/eval"
)

// NLU are the commands about understanding. They need no data folder.
type NLU struct {
	Eval Eval `cmd:"" help:"Measure how well questions are understood whose right answers are known."`
}

// Eval runs the product's path with its shipped defaults over questions in files of JSON lines.
type Eval struct {
	FAQ        string `name:"faq" required:"" placeholder:"FILE" help:"Entries: {\"id\", \"question\", \"alternatives\": [], \"answer\", \"category\"} a line."`
	Questions  string `required:"" placeholder:"FILE" help:"Questions: {\"qid\", \"text\", \"faq_id\", \"also\": []} a line; faq_id null must not be answered."`
	OutOfScope string `placeholder:"FILE" help:"Messages that must not be answered: {\"qid\", \"text\"} a line."`
	JSON       bool   `name:"json" help:"Print one JSON object; shares are fractions from 0 to 1."`
	Each       bool   `help:"Print a line of JSON for each question before."`
}

// Do fails with fault.Invalid for files that can't be read or don't fit together.
func (e *Eval) Do(ctx context.Context, out io.Writer) error {
	entries, questions, err := e.read()
	if err != nil {
		return err
	}
	report, err := examine(entries, questions)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	if e.Each {
		for _, v := range report.Verdicts {
			if err := encoder.Encode(v); err != nil {
				return err
			}
		}
	}
	if e.JSON {
		return encoder.Encode(report)
	}
	return tell(ctx, out, len(entries), report)
}

func examine(entries []flow.Entry, questions []eval.Question) (eval.Report, error) {
	bot := &flow.Bot{Language: "pl", Entries: entries}
	x, took, err := eval.Open(nlu.KnowledgeOf(bot))
	if err != nil {
		return eval.Report{}, err
	}
	defer x.Close()
	report := eval.Run(eval.Examine(bot, x), questions)
	report.Build = took
	return report, nil
}

func (e *Eval) read() (entries []flow.Entry, questions []eval.Question, err error) {
	err = open(e.FAQ, func(r io.Reader) error {
		entries, err = eval.ReadEntries(e.FAQ, r)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	err = open(e.Questions, func(r io.Reader) error {
		questions, err = eval.ReadQuestions(e.Questions, r, entries)
		return err
	})
	if err != nil || e.OutOfScope == "" {
		return entries, questions, err
	}
	err = open(e.OutOfScope, func(r io.Reader) error {
		foreign, err := eval.ReadForeign(e.OutOfScope, r)
		questions = append(questions, foreign...)
		return err
	})
	return entries, questions, err
}

func open(name string, read func(io.Reader) error) error {
	file, err := os.Open(name)
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "fault.eval_unreadable", "file", name)
	}
	defer file.Close()
	return read(file)
}
