package flow

// Block is one thing a node does. Each type has a file of its name here, in runtime/engine and in views/owner.
type Block interface {
	Type() string
	Base() *Core
	// Outs are the ways out that can be connected, in drawing order.
	Outs() []Out
	validate(*checker)
	inspect(*checker)
}

// Core is what every block has. A block embeds it.
type Core struct {
	ID    string `json:"id"`
	Exits []Exit `json:"exits,omitempty"`
}

// Exit connects a way out of a block to a node. An exit that is not connected
// lets the conversation go on with the next block, then with the node's Next.
type Exit struct {
	ID string `json:"id"`
	To string `json:"to"`
}

// Out is a way out as the canvas draws it: the owner's own label, or a words key ("exit.silence").
type Out struct {
	ID    string
	Label string
	Key   string
}

// Base returns itself, so that a block that embeds it has the method.
func (c *Core) Base() *Core { return c }

// To is the node that an exit leads to; "" if it is not connected.
func (c *Core) To(exit string) string {
	for _, e := range c.Exits {
		if e.ID == exit {
			return e.To
		}
	}
	return ""
}

// Kind describes a block type.
type Kind struct {
	Type   string
	Family string // say, ask, decide, do, people: its hue everywhere
	Icon   string // lucide name
	New    func() Block
}

// Kinds are all block types in the order of the palette.
func Kinds() []Kind {
	return []Kind{
		{"say_text", "say", "message-square", func() Block { return &SayText{} }},
		{"say_image", "say", "image", func() Block { return &SayImage{} }},
		{"ask_choice", "ask", "list", func() Block { return &AskChoice{} }},
		{"ask_text", "ask", "text-cursor-input", func() Block { return &AskText{} }},
		{"ask_email", "ask", "mail", func() Block { return &AskEmail{} }},
		{"ask_phone", "ask", "phone", func() Block { return &AskPhone{} }},
		{"ask_number", "ask", "hash", func() Block { return &AskNumber{} }},
		{"decide", "decide", "split", func() Block { return &Decide{} }},
		{"set_variable", "do", "pencil", func() Block { return &SetVariable{} }},
		{"answer_faq", "do", "book-open", func() Block { return &AnswerFAQ{} }},
		{"hand_over", "people", "headset", func() Block { return &HandOver{} }},
		{"jump", "decide", "corner-down-right", func() Block { return &Jump{} }},
		{"wait", "say", "timer", func() Block { return &Wait{} }},
		{"end", "do", "flag", func() Block { return &End{} }},
	}
}

// KindOf finds a block type.
func KindOf(blockType string) (Kind, bool) {
	for _, k := range Kinds() {
		if k.Type == blockType {
			return k, true
		}
	}
	return Kind{}, false
}
