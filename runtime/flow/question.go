package flow

// Question is what all asking blocks share.
type Question struct {
	Prompt       string `json:"prompt"`
	Variable     string `json:"variable,omitempty"`      // where the answer is kept
	Retry        string `json:"retry,omitempty"`         // said when the answer does not fit; empty means the default text
	Tries        int    `json:"tries,omitempty"`         // answers that don't fit until the exit "failed"; 0 means DefaultTries
	SilenceAfter int    `json:"silence_after,omitempty"` // seconds; 0 means the bot's setting
	SilenceText  string `json:"silence_text,omitempty"`  // said after the silence; empty means nothing
}

// AskBase returns itself, so that a block that embeds it is an Asker.
func (q *Question) AskBase() *Question { return q }

// Asker is a block that waits for an answer.
type Asker interface {
	Block
	AskBase() *Question
}

func questionOuts(before ...Out) []Out {
	return append(before, Out{ID: "failed", Key: "exit.failed"}, Out{ID: "silence", Key: "exit.silence"})
}
