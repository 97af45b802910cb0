package markdown

import (
	"bufio"
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	goldhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// builder turns goldmark's tree into ours.
type builder struct{ source []byte }

func (b builder) blocks(parent ast.Node, depth int) []Node {
	var nodes []Node
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		nodes = append(nodes, b.block(n, depth)...)
	}
	return nodes
}

func (b builder) block(n ast.Node, depth int) []Node {
	if depth > MaxDepth {
		return nonEmpty(Node{Type: "p", Children: flat(b.lines(n))})
	}
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return nonEmpty(Node{Type: "p", Children: b.inlines(n, depth+1)})
	case *ast.Heading:
		return nonEmpty(Node{Type: "h", Children: b.inlines(n, depth+1)})
	case *ast.List:
		return nonEmpty(b.list(n, depth))
	case *ast.FencedCodeBlock:
		return nonEmpty(Node{Type: "p", Children: []Node{{Type: "code", Children: flat(b.lines(n))}}})
	case *ast.CodeBlock: // somebody indented a line
		return nonEmpty(Node{Type: "p", Children: flat(b.lines(n))})
	case *ast.ThematicBreak:
		return nil
	}
	return b.blocks(n, depth+1) // a quotation: what is quoted
}

func (b builder) list(n *ast.List, depth int) Node {
	list := Node{Type: "ul"}
	if n.IsOrdered() {
		list.Type = "ol"
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		list.Children = append(list.Children, Node{Type: "li", Children: b.item(item, depth+2)})
	}
	return list
}

// item puts the text of its paragraphs right into the item, so that a loose list looks like a tight one.
func (b builder) item(parent ast.Node, depth int) []Node {
	var nodes []Node
	for _, block := range b.blocks(parent, depth) {
		if block.Type != "p" && block.Type != "h" {
			nodes = append(nodes, block)
			continue
		}
		if len(nodes) > 0 {
			nodes = append(nodes, Node{Type: "br"})
		}
		nodes = append(nodes, block.Children...)
	}
	return nodes
}

func (b builder) inlines(parent ast.Node, depth int) []Node {
	var nodes []Node
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		nodes = join(nodes, b.inline(n, depth)...)
	}
	for len(nodes) > 0 && nodes[len(nodes)-1].Type == "br" {
		nodes = nodes[:len(nodes)-1]
	}
	return nodes
}

func (b builder) inline(n ast.Node, depth int) []Node {
	if depth > MaxDepth {
		return flat(b.plain(n))
	}
	switch n := n.(type) {
	case *ast.Text:
		return b.text(n)
	case *ast.CodeSpan:
		return []Node{{Type: "code", Children: flat(b.plain(n))}}
	case *ast.Emphasis:
		kind := "i"
		if n.Level == 2 {
			kind = "b"
		}
		return []Node{{Type: kind, Children: b.inlines(n, depth+1)}}
	case *ast.Link:
		return link(string(util.URLEscape(n.Destination, true)), b.inlines(n, depth+1))
	case *ast.AutoLink:
		return b.autoLink(n)
	}
	return b.inlines(n, depth+1) // a picture: its words
}

// text keeps the line breaks that were typed: people write a chat message in lines.
func (b builder) text(n *ast.Text) []Node {
	value := n.Segment.Value(b.source)
	if !n.IsRaw() {
		value = resolve(value)
	}
	nodes := flat(string(value))
	if n.SoftLineBreak() || n.HardLineBreak() {
		nodes = append(nodes, Node{Type: "br"})
	}
	return nodes
}

func (b builder) autoLink(n *ast.AutoLink) []Node {
	label, target := string(n.Label(b.source)), string(n.URL(b.source))
	switch {
	case n.AutoLinkType == ast.AutoLinkEmail:
		target = "mailto:" + label
	case strings.HasPrefix(label, "www."):
		target = "https://" + label
	}
	return link(target, flat(label))
}

// link is the words alone where the target is not one of those allowed.
func link(target string, words []Node) []Node {
	href, ok := SafeURL(target)
	if !ok || len(words) == 0 {
		return words
	}
	return []Node{{Type: "a", Href: href, Children: unlinked(words)}}
}

// unlinked takes links out of words that become a link: an address in them was made one already.
func unlinked(words []Node) []Node {
	var nodes []Node
	for _, n := range words {
		n.Children = unlinked(n.Children)
		if n.Type == "a" {
			nodes = join(nodes, n.Children...)
			continue
		}
		nodes = join(nodes, n)
	}
	return nodes
}

// plain is the text below an inline node, without form.
func (b builder) plain(n ast.Node) string {
	if t, ok := n.(*ast.Text); ok {
		if t.SoftLineBreak() {
			return string(t.Segment.Value(b.source)) + " "
		}
		return string(t.Segment.Value(b.source))
	}
	var text strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		text.WriteString(b.plain(c))
	}
	return text.String()
}

func (b builder) lines(n ast.Node) string {
	if n.Type() == ast.TypeInline {
		return b.plain(n)
	}
	var text bytes.Buffer
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		text.Write(line.Value(b.source))
	}
	for c := n.FirstChild(); c != nil && n.Lines().Len() == 0; c = c.NextSibling() {
		text.WriteString(b.lines(c))
	}
	return strings.TrimSpace(text.String())
}

// resolve undoes escapes and entities; goldmark does it only on the way to HTML, so there and back.
func resolve(value []byte) []byte {
	var out bytes.Buffer
	w := bufio.NewWriterSize(&out, 256)
	goldhtml.DefaultWriter.Write(w, value)
	_ = w.Flush() // a bytes.Buffer takes everything
	return []byte(html.UnescapeString(out.String()))
}
