// Package eval measures how well a bot understands questions whose right answers are known. It reads the
// questions, asks each as a customer would at an idle moment, and counts; it prints nothing.
package eval

import (
	"math"
	"slices"
	"time"

	"okienko/runtime/nlu"
)

// Bot is what is examined: the product (see Product), or a peer it is compared with.
type Bot interface{ Reply(text string) Reply }

// Reply is what a bot makes of a text.
type Reply struct {
	Ranked     []string // the entries it thought of, best first
	Score      float64  // by which the first was ranked first; its scale is the bot's own
	Confidence float64  // that the first is meant, 0 to 1; 0 if there is none
	Outcome    string   // nlu.Answered, nlu.Suggested or nlu.Unknown, which also stands for all other ways of not answering
	Shown      []string // the entries whose answers or buttons the customer sees
}

// Verdict is a question with what came of it.
type Verdict struct {
	Question Question
	Reply    Reply
	Right    bool // an acceptable entry was answered or offered; a message that must not be answered was not answered
}

// Report is what an examination found.
type Report struct {
	Figures
	Speed
	Verdicts []Verdict // in the order of the questions
}

// Figures are the shares of right and wrong.
type Figures struct {
	Top1     Share // the first of the ranked is acceptable; of all questions that can be answered, as below
	Recall3  Share // one of the first three is
	MRR      Share // the mean of 1/rank of the first acceptable one among the ranked, 0 if there is none
	Coverage Share // were answered
	Accuracy Share // were answered rightly, of those answered
	FAR      Share // were answered, of the messages that must not be
	AUROC    Share // of all pairs: the question that can be answered is trusted more than the one that can't
	In       Answerable
	Out      Foreign
}

// Answerable are the outcomes of questions that an entry answers. Where several answers are shown, one has to be right.
type Answerable struct {
	AnsweredRight  Share `json:"answered_right"`
	AnsweredWrong  Share `json:"answered_wrong"`
	ButtonsWith    Share `json:"buttons_with"` // the right one is among them
	ButtonsWithout Share `json:"buttons_without"`
	HandedOver     Share `json:"handed_over"` // "I don't know", or a wish or statement was heard instead
}

// Foreign are the outcomes of messages that no entry answers.
type Foreign struct {
	Answered   Share `json:"answered"`
	Buttons    Share `json:"buttons"`
	HandedOver Share `json:"handed_over"`
}

// Run puts every question to the bot, one after the other, each as if nothing had been said before.
func Run(bot Bot, questions []Question) Report {
	verdicts := make([]Verdict, len(questions))
	times := make([]time.Duration, len(questions))
	for i, q := range questions {
		begun := time.Now()
		reply := bot.Reply(q.Text)
		times[i] = time.Since(begun)
		verdicts[i] = Verdict{q, reply, q.judge(reply)}
	}
	return Report{Figures: Count(verdicts), Speed: speedOf(times), Verdicts: verdicts}
}

func (q Question) judge(r Reply) bool {
	if q.Foreign() {
		return r.Outcome != nlu.Answered
	}
	return r.Outcome != nlu.Unknown && slices.ContainsFunc(r.Shown, q.Accepts)
}

// Count sums verdicts up.
func Count(verdicts []Verdict) Figures {
	var f Figures
	var in, out []float64
	for _, v := range verdicts {
		if v.Question.Foreign() {
			f.countForeign(v)
			out = append(out, v.Reply.Confidence)
			continue
		}
		f.countAnswerable(v)
		in = append(in, v.Reply.Confidence)
	}
	f.AUROC = auroc(in, out)
	return f
}

func (f *Figures) countAnswerable(v Verdict) {
	rank := v.rank()
	f.Top1.add(rank == 1)
	f.Recall3.add(rank >= 1 && rank <= 3)
	f.MRR.Whole++
	if rank > 0 {
		f.MRR.Part += 1 / float64(rank)
	}
	answered, offered := v.Reply.Outcome == nlu.Answered, v.Reply.Outcome == nlu.Suggested
	f.Coverage.add(answered)
	if answered {
		f.Accuracy.add(v.Right)
	}
	f.In.AnsweredRight.add(answered && v.Right)
	f.In.AnsweredWrong.add(answered && !v.Right)
	f.In.ButtonsWith.add(offered && v.Right)
	f.In.ButtonsWithout.add(offered && !v.Right)
	f.In.HandedOver.add(!answered && !offered)
}

func (f *Figures) countForeign(v Verdict) {
	answered, offered := v.Reply.Outcome == nlu.Answered, v.Reply.Outcome == nlu.Suggested
	f.FAR.add(answered)
	f.Out.Answered.add(answered)
	f.Out.Buttons.add(offered)
	f.Out.HandedOver.add(!answered && !offered)
}

// rank is where the first acceptable entry stands among the ranked, from 1; 0 if none does.
func (v Verdict) rank() int { return 1 + slices.IndexFunc(v.Reply.Ranked, v.Question.Accepts) }

// auroc counts a tie as half. The values are sorted first, so that thousands take no time.
func auroc(in, out []float64) Share {
	slices.Sort(out)
	pairs := Share{Whole: float64(len(in)) * float64(len(out))}
	for _, sure := range in {
		below, _ := slices.BinarySearch(out, sure)
		upTo, _ := slices.BinarySearch(out, math.Nextafter(sure, math.Inf(1)))
		pairs.Part += float64(below) + float64(upTo-below)/2
	}
	return pairs
}
