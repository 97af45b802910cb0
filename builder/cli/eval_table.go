package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"okienko/runtime/nlu/eval"
	"okienko/views/words"
)

// table is a report for a person: groups of rows, the figures of all below each other.
type table struct {
	ctx    context.Context
	groups []group
}

type group struct {
	title string
	rows  [][3]string // name, figure, of how many
}

// tell writes the report as a table.
func tell(ctx context.Context, out io.Writer, entries int, r eval.Report) error {
	t := table{ctx: ctx}
	t.group("eval.ranking")
	t.share("eval.top1", r.Top1)
	t.share("eval.recall3", r.Recall3)
	if r.MRR.Known() {
		t.row("eval.mrr", t.decimal(r.MRR.Value(), 3), "")
	}
	t.group("eval.at_default")
	t.share("eval.coverage", r.Coverage)
	t.share("eval.accuracy", r.Accuracy)
	t.share("eval.far", r.FAR)
	if r.AUROC.Known() {
		t.row("eval.auroc", t.decimal(r.AUROC.Value(), 3), "")
	}
	t.outcomes(r)
	t.group("eval.speed")
	t.row("eval.qps", t.decimal(r.QPS, 0), "")
	t.row("eval.p50", t.millis(r.P50), "")
	t.row("eval.p99", t.millis(r.P99), "")
	t.row("eval.rss", t.decimal(r.RSS/1e6, 1)+" MB", "")
	t.row("eval.build", t.millis(r.Build), "")
	head := strings.Join([]string{
		words.N(ctx, "eval.entries", entries), words.N(ctx, "eval.questions", int(r.Top1.Whole)), words.N(ctx, "eval.foreign", int(r.FAR.Whole)),
	}, ", ")
	_, err := fmt.Fprintf(out, "%s\n%s", head, t)
	return err
}

func (t *table) outcomes(r eval.Report) {
	if r.Top1.Known() {
		t.group("eval.outcomes_in")
		t.share("eval.answered_right", r.In.AnsweredRight)
		t.share("eval.answered_wrong", r.In.AnsweredWrong)
		t.share("eval.buttons_with", r.In.ButtonsWith)
		t.share("eval.buttons_without", r.In.ButtonsWithout)
		t.share("eval.handed_over", r.In.HandedOver)
	}
	if r.FAR.Known() {
		t.group("eval.outcomes_out")
		t.share("eval.answered", r.Out.Answered)
		t.share("eval.buttons", r.Out.Buttons)
		t.share("eval.handed_over", r.Out.HandedOver)
	}
}

func (t *table) group(key string) {
	t.groups = append(t.groups, group{title: words.T(t.ctx, key)})
}

func (t *table) row(key, figure, of string) {
	last := &t.groups[len(t.groups)-1]
	last.rows = append(last.rows, [3]string{words.T(t.ctx, key), figure, of})
}

// share is a row, unless there is nothing to be a share of.
func (t *table) share(key string, s eval.Share) {
	if !s.Known() {
		return
	}
	percent := words.T(t.ctx, "eval.percent", "number", t.decimal(100*s.Value(), 1))
	of := words.T(t.ctx, "eval.of", "part", strconv.Itoa(int(s.Part)), "whole", strconv.Itoa(int(s.Whole)))
	t.row(key, percent, of)
}

func (t *table) millis(d time.Duration) string { return t.decimal(d.Seconds()*1000, 1) + " ms" }

func (t *table) decimal(value float64, digits int) string {
	text := strconv.FormatFloat(value, 'f', digits, 64)
	if words.Language(t.ctx) == "en" {
		return text
	}
	return strings.Replace(text, ".", ",", 1)
}

// figureWidth is room for any figure, so that a slow machine's report is no wider than a fast one's.
const figureWidth = 10

func (t table) String() string {
	wide := [3]int{1: figureWidth}
	for _, g := range t.groups {
		for _, row := range g.rows {
			for i, cell := range row {
				wide[i] = max(wide[i], utf8.RuneCountInString(cell))
			}
		}
	}
	var out strings.Builder
	for _, g := range t.groups {
		if len(g.rows) == 0 {
			continue
		}
		out.WriteString("\n" + g.title + "\n")
		for _, row := range g.rows {
			line := fmt.Sprintf("  %-*s  %*s  %*s", wide[0], row[0], wide[1], row[1], wide[2], row[2])
			out.WriteString(strings.TrimRight(line, " ") + "\n")
		}
	}
	return out.String()
}
