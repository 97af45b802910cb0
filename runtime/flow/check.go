package flow

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Severity says how bad a problem is.
type Severity string

const (
	Refusal Severity = "refusal" // such a bot can't be published
	Warning Severity = "warning" // customers will notice
	Info    Severity = "info"    // worth a look
)

// Problem is something wrong with a bot, and where. Key and Args make the sentence for the owner
// (Args are name, value pairs); Field is the form field, such as "prompt" or "choices.0.label".
type Problem struct {
	Key      string
	Args     []any
	Severity Severity
	Flow     string
	Node     string
	Block    string
	Entry    string
	Field    string
}

// Issue is a problem that Inspect found.
type Issue = Problem

// String is the place as a path, then the key: "main/n2/b1 choices.0.label: flow.check.no_label".
func (p Problem) String() string {
	place := strings.TrimPrefix(strings.Join([]string{p.Flow, p.Node, p.Block}, "/"), "//")
	place = strings.TrimRight(place, "/")
	if p.Entry != "" {
		place = "entry/" + p.Entry
	}
	parts := slices.DeleteFunc([]string{place, p.Field}, func(s string) bool { return s == "" })
	if len(parts) == 0 {
		parts = []string{"bot"}
	}
	return strings.Join(parts, " ") + ": " + p.Key
}

// checker collects what Validate and Inspect find, in the order of the bot.
type checker struct {
	bot   *Bot
	found []Problem
	here  Problem  // the place that is looked at
	used  []string // names of variables that something reads
}

func (c *checker) refuse(field, key string, args ...any) {
	c.add(Refusal, field, "flow.check."+key, args)
}

func (c *checker) warn(key string, args ...any) { c.add(Warning, "", "flow.issue."+key, args) }

func (c *checker) warnAt(field, key string, args ...any) {
	c.add(Warning, field, "flow.issue."+key, args)
}

func (c *checker) hint(key string, args ...any) { c.add(Info, "", "flow.issue."+key, args) }

func (c *checker) add(severity Severity, field, key string, args []any) {
	p := c.here
	p.Severity, p.Field, p.Key, p.Args = severity, field, key, args
	c.found = append(c.found, p)
}

// required demands a text that is not only spaces; missing is the key that says what to write.
func (c *checker) required(field, text, missing string) {
	if strings.TrimSpace(text) == "" {
		c.refuse(field, missing)
	}
}

// length demands at most so many characters.
func (c *checker) length(field, text string, most int) {
	if len(text) > most && utf8.RuneCountInString(text) > most {
		c.refuse(field, "too_long", "most", most)
	}
}

// text checks what is said: its length and its variables. own are names that only this text may hold.
func (c *checker) text(field, text string, most int, own ...string) {
	c.length(field, text, most)
	for _, p := range Pieces(text) {
		if p.Variable != "" && !slices.Contains(own, p.Variable) {
			c.reads(field, p.Variable)
		}
	}
}

// reads notes that a variable is read, and demands that there is one.
func (c *checker) reads(field, name string) {
	c.used = append(c.used, name)
	c.known(field, name)
}

func (c *checker) known(field, name string) {
	if name == "" {
		c.refuse(field, "no_variable")
		return
	}
	if c.bot.Variable(name) == nil {
		c.refuse(field, "unknown_variable", "name", name)
	}
}

// between demands a number in a range; 0 means the default.
func (c *checker) between(field string, n, least, most int) {
	if n != 0 && (n < least || n > most) {
		c.refuse(field, "out_of_range", "least", least, "most", most)
	}
}

// among demands one of a list.
func (c *checker) among(field, value string, list []string, key string) {
	if !slices.Contains(list, value) {
		c.refuse(field, key, "value", value)
	}
}

// count demands at most so many of something; key says of what.
func (c *checker) count(field string, n, most int, key string) {
	if n > most {
		c.refuse(field, key, "most", most)
	}
}

// question checks what all asking blocks share.
func (c *checker) question(q *Question) {
	c.required("prompt", q.Prompt, "no_prompt")
	c.text("prompt", q.Prompt, MaxPrompt)
	c.text("retry", q.Retry, MaxPrompt)
	c.text("silence_text", q.SilenceText, MaxPrompt)
	c.between("tries", q.Tries, 1, MaxTries)
	c.between("silence_after", q.SilenceAfter, MinSilence, MaxSilence)
	if q.Variable != "" {
		c.known("variable", q.Variable)
	}
}

// unattended hints at a question that does nothing of the owner's when no fitting answer comes.
func (c *checker) unattended(b Asker) {
	if b.AskBase().SilenceText == "" && b.Base().To("silence") == "" && b.Base().To("failed") == "" {
		c.hint("unattended")
	}
}
