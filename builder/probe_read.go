package builder

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"okienko/builder/faqfile"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/nlu/eval"
	"okienko/runtime/store"
	"okienko/views"
)

// mostTroubles is how many lines are complained of at once.
const mostTroubles = 12

// notToKnow stands in the column of the expected entry for a message that must not be answered.
const notToKnow = "-"

// readProbes reads JSON lines as okienko nlu eval does, or rows of a question and the entry that should answer.
// Troubles are of single lines where they can be; then nothing should be saved.
func readProbes(ctx context.Context, bot *flow.Bot, name, text string) (probes []store.Probe, troubles []error) {
	text = strings.TrimPrefix(text, "\ufeff")
	switch {
	case !utf8.ValidString(text):
		return nil, []error{fault.New(fault.Invalid, "fault.probes_encoding")}
	case strings.TrimSpace(text) == "":
		return nil, []error{fault.New(fault.Invalid, "fault.probes_nothing")}
	case strings.HasPrefix(strings.TrimSpace(text), "{"):
		return jsonProbes(bot, name, text)
	}
	return tableProbes(ctx, bot, text)
}

func jsonProbes(bot *flow.Bot, name, text string) ([]store.Probe, []error) {
	questions, err := eval.ReadQuestions(name, strings.NewReader(text), bot.Entries)
	if err != nil {
		return nil, []error{err}
	}
	var probes []store.Probe
	for _, q := range questions {
		q.Text = strings.TrimSpace(q.Text)
		if trouble := checkProbeText(q.Text); trouble != nil {
			return nil, []error{trouble}
		}
		probes = append(probes, store.Probe{Text: q.Text, Entry: q.Entry, Also: q.Also})
	}
	return probes, nil
}

// tableProbes reads two columns between tabs, as copied from a sheet, or semicolons.
func tableProbes(ctx context.Context, bot *flow.Bot, text string) (probes []store.Probe, troubles []error) {
	table := csv.NewReader(strings.NewReader(text))
	table.Comma, table.FieldsPerRecord, table.LazyQuotes = ';', -1, true
	if strings.Contains(text, "\t") {
		table.Comma = '\t'
	}
	expected := expectationsOf(bot)
	for len(troubles) < mostTroubles {
		row, err := table.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			line, _ := table.FieldPos(0)
			return nil, append(troubles, fault.Wrap(err, fault.Invalid, "fault.probes_table", "line", line))
		}
		line, _ := table.FieldPos(0)
		if line == 1 && isHeading(row) {
			continue
		}
		p, trouble := probeOfRow(expected, row)
		if trouble != nil {
			troubles = append(troubles, fault.New(fault.Invalid, "fault.probes_line", "line", line, "trouble", views.Say(ctx, trouble)))
			continue
		}
		probes = append(probes, p)
	}
	if len(probes)+len(troubles) == 0 {
		troubles = []error{fault.New(fault.Invalid, "fault.probes_nothing")}
	}
	return probes, troubles
}

func isHeading(row []string) bool {
	switch faqfile.Fold(row[0]) {
	case "pytanie", "pytanie klienta", "question", "text":
		return true
	}
	return false
}

func probeOfRow(expected expectations, row []string) (store.Probe, *fault.Error) {
	p := store.Probe{Text: strings.TrimSpace(row[0])}
	if trouble := checkProbeText(p.Text); trouble != nil {
		return p, trouble
	}
	if len(row) < 2 || strings.TrimSpace(row[1]) == "" {
		return p, fault.New(fault.Invalid, "fault.probes_line_shape")
	}
	if strings.TrimSpace(row[1]) == notToKnow {
		return p, nil
	}
	entry, trouble := expected.entry(row[1])
	p.Entry = entry
	return p, trouble
}
