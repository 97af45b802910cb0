// Package talk plays a conversation written as text, and writes down what the bot did. Golden files of
// the engine and of the templates are such texts: the lines of the customer are the script, the lines
// below each are the bot's.
//
//	>! start                      the window is opened
//	> gdzie moja paczka           the customer writes
//	~ {"wish":"human"}            what was understood (shown unless it is empty)
//	>> c1                         the customer clicks a choice
//	>! silence                    nothing comes; "silence 3" is about question 3
//	>! command menu               a button of the window; joined and left need nothing more
//	>! rate e1 -1                 the answer e1 to the last text with entries did not help
//	# anything                    a remark
package talk

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
)

// Understand makes of a text what runtime/nlu would; awaits is what the bot waits for.
type Understand func(text string, awaits engine.Ask) engine.Understanding

// Play plays the script of a talk against a bot. Between turns the session goes through JSON, as it does
// in life. Without understand the understanding written in the script is used.
func Play(bot *flow.Bot, script string, understand Understand) (string, error) {
	p := player{bot: bot, understand: understand}
	lines := strings.Split(strings.TrimRight(script, "\n"), "\n")
	for i, line := range lines {
		switch {
		case strings.HasPrefix(line, "#"):
			p.remark(line)
		case strings.HasPrefix(line, ">"):
			next := ""
			if i+1 < len(lines) {
				next = lines[i+1]
			}
			if err := p.turn(line, next); err != nil {
				return "", fmt.Errorf("line %d: %w", i+1, err)
			}
		}
	}
	return p.out.String(), nil
}

type player struct {
	bot        *flow.Bot
	understand Understand
	session    engine.Session
	turns      int
	asked      int64 // number of the last question, which a silence is about
	out        strings.Builder
	after      bool         // a turn was written: what comes next stands apart
	written    engine.Input // the text last answered, which a rating is about
	thumb      int          // the rating last given
}

func (p *player) remark(line string) {
	p.gap()
	p.out.WriteString(line + "\n")
}

func (p *player) gap() {
	if p.after {
		p.out.WriteByte('\n')
	}
	p.after = false
}

func (p *player) turn(line, next string) error {
	in, err := p.input(line)
	if err != nil {
		return err
	}
	p.gap()
	p.out.WriteString(line + "\n")
	switch in.Kind {
	case engine.Text:
		if err := p.understood(&in, next); err != nil {
			return err
		}
		if err := p.writeUnderstanding(in.Understanding); err != nil {
			return err
		}
		if len(in.Understanding.Entries) > 0 {
			p.written, p.thumb = in, 0
		}
	case engine.Rate:
		in.Text, in.Understanding = p.written.Text, p.written.Understanding
		in.Rating.Was, p.thumb = p.thumb, in.Rating.Thumb
	}
	var actions []engine.Action
	p.session, actions = engine.Step(p.bot, p.session, in)
	for _, a := range actions {
		p.out.WriteString(Line(a))
		p.asked = max(p.asked, a.Question)
	}
	p.after = true
	return p.throughJSON()
}

func (p *player) input(line string) (engine.Input, error) {
	p.turns++
	at := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC).Add(time.Duration(p.turns) * time.Minute)
	in := engine.Input{ID: "m" + strconv.Itoa(p.turns), At: at}
	if choice, ok := strings.CutPrefix(line, ">> "); ok {
		in.Kind, in.Choice = engine.Choose, choice
		return in, nil
	}
	if happened, ok := strings.CutPrefix(line, ">! "); ok {
		return p.happened(in, happened)
	}
	in.Kind, in.Text = engine.Text, strings.TrimPrefix(strings.TrimPrefix(line, ">"), " ")
	return in, nil
}

// happened reads what is neither a text nor a click.
func (p *player) happened(in engine.Input, line string) (engine.Input, error) {
	kind, rest, _ := strings.Cut(line, " ")
	in.Kind = kind
	switch kind {
	case engine.Silence:
		if in.Question = p.asked; rest != "" {
			n, err := strconv.ParseInt(rest, 10, 64)
			in.Question = n
			return in, err
		}
	case engine.Rate:
		entry, thumb, _ := strings.Cut(rest, " ")
		n, err := strconv.Atoi(thumb)
		in.Rating = &engine.Rating{Entry: entry, Thumb: n}
		return in, err
	default:
		in.Command = rest
	}
	return in, nil
}

func (p *player) understood(in *engine.Input, next string) error {
	if p.understand != nil {
		in.Understanding = p.understand(in.Text, engine.Asked(p.bot, p.session))
		return nil
	}
	written, ok := strings.CutPrefix(next, "~ ")
	if !ok {
		return nil
	}
	return json.Unmarshal([]byte(written), &in.Understanding)
}

func (p *player) writeUnderstanding(u engine.Understanding) error {
	written, err := json.Marshal(u)
	if err != nil {
		return err
	}
	if string(written) != "{}" {
		p.out.WriteString("~ " + string(written) + "\n")
	}
	return nil
}

func (p *player) throughJSON() error {
	data, err := json.Marshal(p.session)
	if err != nil {
		return err
	}
	p.session = engine.Session{}
	return json.Unmarshal(data, &p.session)
}
