package flow

import "slices"

// Validate returns what makes a bot unfit for publishing, in the order of the bot. Such a bot still
// opens in the editor and can be tried: the engine leads to a person wherever it is broken.
func Validate(bot *Bot) []Problem {
	c := &checker{bot: bot}
	c.head()
	c.settings()
	c.look()
	c.variables()
	c.listeners()
	c.flows()
	c.entries()
	c.synonyms()
	return c.found
}

func (c *checker) head() {
	c.required("name", c.bot.Name, "no_name")
	c.length("name", c.bot.Name, MaxName)
	c.among("language", c.bot.Language, Languages(), "bad_language")
}

func (c *checker) variables() {
	c.count("variables", len(c.bot.Variables), MaxVariables, "too_many_variables")
	for i, v := range c.bot.Variables {
		if !IsName(v.Name) {
			c.refuse("variables", "bad_variable_name", "name", v.Name)
		}
		if slices.ContainsFunc(c.bot.Variables[:i], func(u Variable) bool { return u.Name == v.Name }) {
			c.refuse("variables", "same_variable", "name", v.Name)
		}
		c.among("variables", v.Type, VariableTypes(), "bad_variable_type")
		c.among("variables", v.Scope, []string{ScopeConversation, ScopeContact}, "bad_scope")
	}
}

func (c *checker) listeners() {
	for i, l := range c.bot.Listeners {
		c.among("listeners", l.Wish, Wishes(), "bad_wish")
		if slices.ContainsFunc(c.bot.Listeners[:i], func(m Listener) bool { return m.Wish == l.Wish }) {
			c.refuse("listeners", "same_wish", "wish", l.Wish)
		}
		c.count("listeners", len(l.Phrases), MaxPhrases, "too_many_phrases")
		for _, phrase := range l.Phrases {
			c.length("listeners", phrase, MaxQuery)
		}
		if l.To != "" {
			c.target("listeners", l.To)
		}
	}
}

func (c *checker) flows() {
	if len(c.bot.Flows) == 0 {
		c.refuse("flows", "no_flow")
	}
	c.count("flows", len(c.bot.Flows), MaxFlows, "too_many_flows")
	ids := &taken{}
	nodes := 0
	for i := range c.bot.Flows {
		f := &c.bot.Flows[i]
		nodes += len(f.Nodes)
		c.here = Problem{Flow: f.ID}
		c.flow(f, ids)
	}
	c.here = Problem{}
	c.count("flows", nodes, MaxNodes, "too_many_nodes")
}

func (c *checker) flow(f *Flow, ids *taken) {
	c.id(f.ID, ids)
	c.required("name", f.Name, "no_flow_name")
	c.length("name", f.Name, MaxName)
	c.canvas(len(f.Canvas))
	if !slices.ContainsFunc(f.Nodes, func(n Node) bool { return n.ID == f.Start }) {
		c.refuse("start", "no_start")
	}
	for i := range f.Nodes {
		n := &f.Nodes[i]
		c.here = Problem{Flow: f.ID, Node: n.ID}
		c.node(n, ids)
	}
}

func (c *checker) node(n *Node, ids *taken) {
	c.id(n.ID, ids)
	c.length("title", n.Title, MaxTitle)
	c.canvas(len(n.Canvas))
	c.count("blocks", len(n.Blocks), MaxBlocks, "too_many_blocks")
	if n.Next != "" {
		c.target("next", n.Next)
	}
	for _, b := range n.Blocks {
		c.here.Block = b.Base().ID
		c.id(b.Base().ID, ids)
		c.exits(b)
		b.validate(c)
	}
	c.here.Block = ""
}

// exits demands that each exit is one the block has, once, and leads somewhere.
func (c *checker) exits(b Block) {
	outs := b.Outs()
	for i, o := range outs {
		if slices.ContainsFunc(outs[:i], func(p Out) bool { return p.ID == o.ID }) {
			c.refuse("exit."+o.ID, "same_id", "id", o.ID)
		}
	}
	exits := b.Base().Exits
	for i, e := range exits {
		if !slices.ContainsFunc(outs, func(o Out) bool { return o.ID == e.ID }) {
			c.refuse("exit."+e.ID, "unknown_exit", "exit", e.ID)
		}
		if slices.ContainsFunc(exits[:i], func(f Exit) bool { return f.ID == e.ID }) {
			c.refuse("exit."+e.ID, "same_exit")
		}
		c.target("exit."+e.ID, e.To)
	}
}

func (c *checker) target(field, to string) {
	if _, n := c.bot.Node(to); n == nil {
		c.refuse(field, "dangling")
	}
}

func (c *checker) canvas(size int) {
	if size > MaxCanvas {
		c.refuse("_canvas", "canvas_too_large")
	}
}

// taken are the ids of flows, nodes and blocks: a place is named by its id alone, so all are different.
type taken struct{ ids map[string]bool }

func (c *checker) id(id string, ids *taken) {
	if !IsID(id) {
		c.refuse("id", "bad_id", "id", id)
		return
	}
	if ids.ids == nil {
		ids.ids = map[string]bool{}
	}
	if ids.ids[id] {
		c.refuse("id", "same_id", "id", id)
	}
	ids.ids[id] = true
}

func (c *checker) entries() {
	c.count("entries", len(c.bot.Entries), MaxEntries, "too_many_entries")
	ids := &taken{}
	for _, e := range c.bot.Entries {
		c.here = Problem{Entry: e.ID}
		c.id(e.ID, ids)
		c.required("question", e.Question, "no_question")
		c.required("answer", e.Answer, "no_answer")
		c.length("question", e.Question, MaxQuery)
		c.length("category", e.Topic, MaxTitle)
		c.text("answer", e.Answer, MaxEntry)
		c.count("alternatives", len(e.Phrases), MaxPhrases, "too_many_phrases")
		for _, phrase := range e.Phrases {
			c.length("alternatives", phrase, MaxQuery)
		}
	}
	c.here = Problem{}
}

func (c *checker) synonyms() {
	c.count("synonyms", len(c.bot.Synonyms), MaxSynonyms, "too_many_synonyms")
	for _, group := range c.bot.Synonyms {
		c.count("synonyms", len(group), MaxPhrases, "too_many_phrases")
		for _, phrase := range group {
			c.length("synonyms", phrase, MaxQuery)
		}
	}
}
