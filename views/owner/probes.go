package owner

import (
	"context"
	"net/url"
	"strconv"
	"strings"

	"okienko/views"
	"okienko/views/words"
)

// ProbesModel is the screen Sprawdzian: the owner's questions whose right answers she knows, and how the
// draft did on them.
type ProbesModel struct {
	Bot       string
	Waiting   int // how many questions of customers are to be learnt from
	Total     int
	Rows      []ProbeRow // in the order of what has to be looked at first
	Since     *ProbesSince
	Questions []string // of the entries, to pick from
	Form      ProbeForm
	Many      ProbesForm
	Deleted   *ProbeRow // just deleted, can be brought back
}

// ProbeResult is what came of a question.
type ProbeResult string

// The results: first those of questions that an entry answers, then of messages that none does.
const (
	ProbeRight    ProbeResult = "right"
	ProbeNear     ProbeResult = "near"    // the right one is among the buttons
	ProbeUnknown  ProbeResult = "unknown" // "I don't know"
	ProbeUseless  ProbeResult = "useless" // buttons without the right one
	ProbeWrong    ProbeResult = "wrong"
	ProbeSilent   ProbeResult = "silent"
	ProbeOffered  ProbeResult = "offered"
	ProbeAnswered ProbeResult = "answered"
	ProbeLost     ProbeResult = "lost" // the entry that should answer is gone: not asked
)

// ProbeRow is a question with its result.
type ProbeRow struct {
	ID     string
	Text   string
	Should EntryName // the zero one if the bot should not know
	Also   []string  // ids of other entries that would do
	Result ProbeResult
	Shown  []EntryName // what the customer gets instead
	Change int         // against the published release: 1 better, -1 worse
}

// EntryName is an entry as lists show it.
type EntryName struct{ ID, Question string }

// ProbesSince compares with the published release.
type ProbesSince struct{ Release, Better, Worse int }

// ProbeForm is one question being added, as typed.
type ProbeForm struct {
	Text     string
	Expected string
	Foreign  bool
	Errors   views.Errors
}

// ProbesForm is many being added: the text as pasted, and why it was not taken.
type ProbesForm struct {
	Text    string
	Trouble []string
}

// ProbesPath is where a bot's test questions are.
func ProbesPath(bot string) string { return "/bots/" + url.PathEscape(bot) + "/entries/check" }

func probePath(bot, id, act string) string {
	return ProbesPath(bot) + "/questions/" + url.PathEscape(id) + "/" + act
}

// probeBars are the two bars of the result with their parts from good to bad.
var probeBars = []struct {
	key   string
	parts []ProbeResult
}{
	{"probes.bar_in", []ProbeResult{ProbeRight, ProbeNear, ProbeUnknown, ProbeUseless, ProbeWrong}},
	{"probes.bar_out", []ProbeResult{ProbeSilent, ProbeOffered, ProbeAnswered}},
}

// probeGroups is the order in which results are listed: what does most harm first.
var probeGroups = []ProbeResult{ProbeWrong, ProbeAnswered, ProbeUseless, ProbeUnknown, ProbeOffered, ProbeLost, ProbeNear}

// count is how many have one of the results.
func (m ProbesModel) count(results ...ProbeResult) int {
	n := 0
	for _, r := range results {
		n += len(m.with(r))
	}
	return n
}

// with are the rows of a result.
func (m ProbesModel) with(result ProbeResult) (rows []ProbeRow) {
	for _, row := range m.Rows {
		if row.Result == result {
			rows = append(rows, row)
		}
	}
	return rows
}

// fine are the rows that nothing is to be done about.
func (m ProbesModel) fine() []ProbeRow {
	return append(m.with(ProbeRight), m.with(ProbeSilent)...)
}

// sum is the result as sentences.
func (m ProbesModel) sum(ctx context.Context) string {
	var said []string
	if whole := m.count(probeBars[0].parts...); whole > 0 {
		said = append(said, words.T(ctx, "probes.sum", "right", m.count(ProbeRight), "whole", whole))
		if near := m.count(ProbeNear); near > 0 {
			said = append(said, words.N(ctx, "probes.sum_near", near))
		}
	}
	if whole := m.count(probeBars[1].parts...); whole > 0 {
		said = append(said, words.T(ctx, "probes.sum_foreign", "answered", m.count(ProbeAnswered), "whole", whole))
	}
	return strings.Join(said, " ")
}

// probePart is a part of a bar, in thousandths of its width.
type probePart struct {
	result      ProbeResult
	count       int
	from, width float64
}

// probeBarWidth is the width of a bar in its own units.
const probeBarWidth = 1000

func (m ProbesModel) parts(results []ProbeResult) (parts []probePart) {
	whole, from := m.count(results...), 0.0
	for _, result := range results {
		count := m.count(result)
		if count == 0 {
			continue
		}
		width := probeBarWidth * float64(count) / float64(whole)
		parts = append(parts, probePart{result, count, from, width})
		from += width
	}
	return parts
}

func (p probePart) said(ctx context.Context) string {
	return words.T(ctx, "probes.part", "name", words.T(ctx, "probes."+string(p.result)), "count", words.Number(ctx, p.count))
}

// barSaid is a bar for those who don't see it.
func barSaid(ctx context.Context, key string, parts []probePart) string {
	said := make([]string, len(parts))
	for i, p := range parts {
		said[i] = p.said(ctx)
	}
	return words.T(ctx, key) + ". " + strings.Join(said, ", ")
}

func units(value float64) string { return strconv.FormatFloat(value, 'f', 2, 64) }

// saysWhat tells whether what the customer gets is an answer or buttons.
func (r ProbeResult) saysWhat() string {
	switch r {
	case ProbeWrong, ProbeAnswered:
		return "probes.says"
	}
	return "probes.offers"
}

// acceptable reports whether what is shown could be said to be right, too.
func (r ProbeRow) acceptable() bool { return r.Result == ProbeWrong || r.Result == ProbeUseless }

func (r ProbeRow) foreign() bool { return r.Should.ID == "" && r.Result != ProbeLost }

// worth orders the results of one kind of question: a better one is worth more. Silence is better than a wrong answer.
var worth = map[ProbeResult]int{
	ProbeRight: 4, ProbeNear: 3, ProbeUnknown: 2, ProbeUseless: 1, ProbeWrong: 0,
	ProbeSilent: 4, ProbeOffered: 2, ProbeAnswered: 0,
}

// Compare counts a question whose result may have changed: 1 for better, -1 for worse.
func (s *ProbesSince) Compare(before, after ProbeResult) int {
	switch {
	case worth[after] > worth[before]:
		s.Better++
		return 1
	case worth[after] < worth[before]:
		s.Worse++
		return -1
	}
	return 0
}
