package owner

import (
	"strings"

	"okienko/runtime/flow"
)

// FirstWords is what the bot of that id says before the customer does: the blocks from its start to the first question.
func FirstWords(id string, bot *flow.Bot) PhoneModel {
	m := PhoneModel{Name: bot.Look.Name, Color: bot.Look.Color, Avatar: ImageURL(id, bot.Look.Avatar)}
	if m.Name == "" {
		m.Name = bot.Name
	}
	if len(bot.Flows) == 0 {
		return m
	}
	const farEnough = 4 // nodes; the phone has room for no more, and a circle must end
	at := bot.Flows[0].Start
	for range farEnough {
		_, node := bot.Node(at)
		if node == nil || m.take(node) {
			return m
		}
		at = node.Next
	}
	return m
}

// take adds what a node says; true means that the bot waits for an answer now.
func (m *PhoneModel) take(node *flow.Node) bool {
	for _, block := range node.Blocks {
		switch b := block.(type) {
		case *flow.SayText:
			m.Says = append(m.Says, b.Text)
		case *flow.AskChoice:
			m.Says = append(m.Says, b.Prompt)
			for _, c := range b.Choices {
				m.Choices = append(m.Choices, c.Label)
			}
			return true
		case *flow.AskText:
			m.Says = append(m.Says, b.Prompt)
			return true
		case *flow.Wait, *flow.SetVariable, *flow.SayImage:
		default:
			return true
		}
	}
	return false
}

// initial stands in for an avatar.
func initial(name string) string {
	for _, r := range strings.ToUpper(name) {
		return string(r)
	}
	return "O"
}
