package owner

import (
	"net/url"
	"strconv"
	"strings"
	"time"
)

// LearnModel is the screen Do nauczenia: what customers asked in vain, by topic, and one topic beside it.
type LearnModel struct {
	Bot    string
	Edits  bool // who looks may change entries
	Filter LearnFilter
	Total  int // questions that wait at all
	Topics []LearnTopic
	More   bool // there is another page
	Open   *LearnPane
	Done   *LearnDone // what was just done, and can be undone
	Now    time.Time
}

// LearnFilter is which questions are listed, and how.
type LearnFilter struct {
	Kind   string // unknown, suggest, thumb; "" for all
	Newest bool   // first, rather than the most frequent
	Page   int    // from 0
}

// learnKinds are the kinds in the filter's order.
var learnKinds = []string{"", "unknown", "suggest", "thumb"}

// LearnPath is the screen of a bot.
func LearnPath(bot string) string { return "/bots/" + bot + "/entries/questions" }

// pairs are the names and values of what differs from the plain list.
func (f LearnFilter) pairs() [][2]string {
	var list [][2]string
	if f.Kind != "" {
		list = append(list, [2]string{"kind", f.Kind})
	}
	if f.Newest {
		list = append(list, [2]string{"sort", "newest"})
	}
	if f.Page > 0 {
		list = append(list, [2]string{"page", strconv.Itoa(f.Page)})
	}
	return list
}

// path is the screen with this filter and the topics of these questions open.
func (f LearnFilter) path(bot string, open ...string) string {
	q := url.Values{}
	for _, pair := range f.pairs() {
		q.Set(pair[0], pair[1])
	}
	for _, id := range open {
		q.Add("open", id)
	}
	if len(q) == 0 {
		return LearnPath(bot)
	}
	return LearnPath(bot) + "?" + q.Encode()
}

func (f LearnFilter) of(kind string) LearnFilter { return LearnFilter{Kind: kind, Newest: f.Newest} }

func (f LearnFilter) sorted(newest bool) LearnFilter {
	return LearnFilter{Kind: f.Kind, Newest: newest}
}

func (f LearnFilter) next() LearnFilter {
	f.Page++
	return f
}

// LearnTopic is questions that mean the same, the most frequent first.
type LearnTopic struct {
	Questions []LearnQuestion
	Current   bool
}

// ID is that of the first question, which stands for all.
func (t LearnTopic) ID() string { return t.Questions[0].ID }

// Weight is how often it was asked, where a thumb down weighs as much as asking once more.
func (t LearnTopic) Weight() int {
	sum := 0
	for _, q := range t.Questions {
		sum += q.Times + q.Thumbs
	}
	return sum
}

func (t LearnTopic) times() int {
	sum := 0
	for _, q := range t.Questions {
		sum += q.Times
	}
	return sum
}

// Last is when it was asked last.
func (t LearnTopic) Last() time.Time {
	var last time.Time
	for _, q := range t.Questions {
		if q.Last.After(last) {
			last = q.Last
		}
	}
	return last
}

// kinds are those of its questions, each once.
func (t LearnTopic) kinds() []string {
	var list []string
	for _, kind := range learnKinds[1:] {
		for _, q := range t.Questions {
			if q.Is(kind) {
				list = append(list, kind)
				break
			}
		}
	}
	return list
}

// LearnQuestion is a question of customers.
type LearnQuestion struct {
	ID      string
	Text    string
	Times   int
	Thumbs  int    // down
	Outcome string // the last time: unknown, suggest, answer
	Last    time.Time
	Said    string // path of the conversation at that message; "" if it is gone
}

// Is tells whether a question is of a kind; all are of "".
func (q LearnQuestion) Is(kind string) bool {
	if kind == "thumb" {
		return q.Thumbs > 0
	}
	return kind == "" || q.Outcome == kind
}

func (q LearnQuestion) kinds() []string { return LearnTopic{Questions: []LearnQuestion{q}}.kinds() }

// LearnPane is the questions being dealt with.
type LearnPane struct {
	Bot        string
	Edits      bool
	Filter     LearnFilter
	Opened     []string // ids that stand for the open topics
	Questions  []LearnQuestion
	Candidates []LearnEntry
	Trouble    string      // what has to change before anything can be done
	Draft      *LearnDraft // the phrasings on their way into an entry
	Now        time.Time
}

// LearnEntry is an entry that the questions may mean.
type LearnEntry struct {
	ID       string
	Question string
	Topic    string
	Chosen   bool // a customer said that this was meant
	Wrong    bool // it did not help a customer
}

// LearnDraft is what would be added to an entry, before it is.
type LearnDraft struct {
	Entry   LearnEntry
	IDs     []string // of the questions
	Phrases []string // as typed, a line each
	Error   string
	Effect  *Effect
}

func (d LearnDraft) lines() string { return strings.Join(d.Phrases, "\n") }

// LearnDone is what was just done with questions.
type LearnDone struct {
	IDs     []string
	Entry   *LearnEntry // that phrasings were added to; nil if the questions were put aside
	Phrases []string    // that were added
	Undone  bool
}
