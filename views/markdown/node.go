package markdown

import "strings"

// flat is a text as nodes: none for an empty one.
func flat(text string) []Node {
	if text == "" {
		return nil
	}
	return []Node{{Text: text}}
}

func nonEmpty(n Node) []Node {
	if len(n.Children) == 0 {
		return nil
	}
	return []Node{n}
}

// join appends, with neighbouring texts made one.
func join(nodes []Node, more ...Node) []Node {
	for _, n := range more {
		last := len(nodes) - 1
		if n.Type == "" && last >= 0 && nodes[last].Type == "" {
			nodes[last].Text += n.Text
			continue
		}
		nodes = append(nodes, n)
	}
	return nodes
}

// Plain is the text without its form: a line for each line, "- " before the items of a list.
// It is what is read aloud, listed and searched.
func Plain(source string) string { return PlainOf(Tree(source)) }

// PlainOf is Plain for a text that is a tree already.
func PlainOf(nodes []Node) string {
	var text strings.Builder
	write(&text, nodes)
	return strings.TrimSpace(text.String())
}

func write(text *strings.Builder, nodes []Node) {
	for _, n := range nodes {
		switch n.Type {
		case "":
			text.WriteString(n.Text)
		case "br":
			text.WriteByte('\n')
		case "li":
			newLine(text)
			text.WriteString("- ")
			write(text, n.Children)
		case "p", "h", "ul", "ol":
			newLine(text)
			write(text, n.Children)
		default:
			write(text, n.Children)
		}
	}
}

func newLine(text *strings.Builder) {
	if s := text.String(); s != "" && !strings.HasSuffix(s, "\n") && !strings.HasSuffix(s, "\n- ") {
		text.WriteByte('\n')
	}
}
