package owner

import (
	"strings"

	"okienko/views"
)

// SynonymsModel is the screen Synonimy: groups of words that mean one thing in the shop.
type SynonymsModel struct {
	Bot     string
	Groups  []SynonymGroup
	Form    SynonymForm   // a new group, or one of Groups being changed
	Deleted *SynonymGroup // just deleted, can be brought back
	Hints   []SynonymHint
	Waiting int    // questions of customers to be learnt from
	Aside   string // the word just put aside, which can be taken up again; "" for none
}

// SynonymGroup is a group with an id made of its words.
type SynonymGroup struct {
	ID    string
	Words []string
}

// SynonymHint is a word of customers, and the word of an entry that it probably stands for.
type SynonymHint struct {
	Word, Means string
	Question    string   // of the entry
	Count       int      // how often it was asked
	Asked       []string // some of the questions
	Accept      string   // path of the form with both words
}

// SynonymForm is a group being written, as typed.
type SynonymForm struct {
	Group  string // its id; NewGroup for one that is not there yet
	Words  string // separated by commas or lines
	Errors views.Errors
}

// NewGroup stands in the path for a group that is not there yet.
const NewGroup = "new"

func (f SynonymForm) fresh() bool { return f.Group == NewGroup }

// rows grow with the text, so that a long group is seen whole.
func (f SynonymForm) rows() int { return min(max(2, len(f.Words)/60+1), 8) }

// Text is a group as it is typed.
func (g SynonymGroup) Text() string { return strings.Join(g.Words, ", ") }

// SynonymsPath is the screen of a bot's synonyms.
func SynonymsPath(bot string) string { return "/bots/" + bot + "/entries/synonyms" }

// SynonymPath is where a group is changed and saved.
func SynonymPath(bot, group string) string { return SynonymsPath(bot) + "/groups/" + group }
