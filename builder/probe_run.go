package builder

import (
	"context"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/nlu/eval"
	"okienko/runtime/store"
	"okienko/views/owner"
)

// examine asks a draft its test questions, and the published release the same ones.
func (b *Builder) examine(ctx context.Context, ref store.BotRef, draft *flow.Bot, probes []store.Probe) ([]owner.ProbeRow, *owner.ProbesSince, error) {
	if len(probes) == 0 {
		return nil, nil, nil
	}
	questions := questionsOf(draft, probes)
	now, err := b.ask(ctx, draft, questions)
	if err != nil {
		return nil, nil, err
	}
	live, number, err := b.liveBot(ctx, ref)
	if err != nil {
		return nil, nil, err
	}
	since, before := &owner.ProbesSince{Release: number}, map[string]eval.Verdict{}
	if live != nil {
		if before, err = b.ask(ctx, live, questions); err != nil {
			return nil, nil, err
		}
	}
	rows := make([]owner.ProbeRow, len(probes))
	for i, p := range probes {
		rows[i] = probeRow(draft, p, now)
		if was, asked := before[p.ID]; asked {
			rows[i].Change = since.Compare(resultOf(was), rows[i].Result)
		}
	}
	if live == nil {
		since = nil
	}
	return rows, since, nil
}

// questionsOf are the probes that can be asked: those whose entry is there.
func questionsOf(bot *flow.Bot, probes []store.Probe) []eval.Question {
	var questions []eval.Question
	for _, p := range probes {
		if p.Entry == "" || bot.Entry(p.Entry) != nil {
			questions = append(questions, eval.Question{ID: p.ID, Text: p.Text, Entry: p.Entry, Also: p.Also})
		}
	}
	return questions
}

// ask puts questions to a bot as customers would. The verdicts are by the questions' ids.
func (b *Builder) ask(ctx context.Context, bot *flow.Bot, questions []eval.Question) (map[string]eval.Verdict, error) {
	x, done, err := b.Host.Index(ctx, nlu.KnowledgeOf(bot))
	if err != nil {
		return nil, fault.Wrap(err, fault.Unavailable, "probes.failed")
	}
	defer done()
	if x == nil {
		return nil, fault.New(fault.Unavailable, "probes.failed")
	}
	verdicts := make(map[string]eval.Verdict, len(questions))
	for _, v := range eval.Run(eval.Examine(bot, x), questions).Verdicts {
		verdicts[v.Question.ID] = v
	}
	return verdicts, nil
}

func resultOf(v eval.Verdict) owner.ProbeResult {
	pick := func(foreign, right, wrong owner.ProbeResult) owner.ProbeResult {
		switch {
		case v.Question.Foreign():
			return foreign
		case v.Right:
			return right
		}
		return wrong
	}
	switch v.Reply.Outcome {
	case nlu.Answered:
		return pick(owner.ProbeAnswered, owner.ProbeRight, owner.ProbeWrong)
	case nlu.Suggested:
		return pick(owner.ProbeOffered, owner.ProbeNear, owner.ProbeUseless)
	}
	return pick(owner.ProbeSilent, owner.ProbeUnknown, owner.ProbeUnknown)
}

// probeRow is a question as the screen shows it. What the customer gets is told where it is not what she should.
func probeRow(draft *flow.Bot, p store.Probe, verdicts map[string]eval.Verdict) owner.ProbeRow {
	row := owner.ProbeRow{ID: p.ID, Text: p.Text, Also: p.Also, Result: owner.ProbeLost}
	if p.Entry != "" {
		row.Should = entryName(draft, p.Entry)
	}
	v, asked := verdicts[p.ID]
	if !asked {
		return row
	}
	row.Result = resultOf(v)
	if row.Result == owner.ProbeRight || row.Result == owner.ProbeNear {
		return row
	}
	for _, id := range v.Reply.Shown {
		row.Shown = append(row.Shown, entryName(draft, id))
	}
	return row
}

func entryName(bot *flow.Bot, id string) owner.EntryName {
	if e := bot.Entry(id); e != nil {
		return owner.EntryName{ID: id, Question: e.Question}
	}
	return owner.EntryName{ID: id}
}
