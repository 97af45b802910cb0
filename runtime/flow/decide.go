package flow

import "strconv"

// Decide takes the first branch whose rules hold, else the exit "else".
//
//	{"type": "decide", "id": "b1", "branches": [{"id": "r1", "label": "Duże zamówienie", "join": "all",
//	 "rules": [{"variable": "kwota", "operator": "greater", "value": "199"}]}], "exits": [{"id": "r1", "to": "n2"}]}
type Decide struct {
	Core
	Branches []Branch `json:"branches"`
}

// Type is "decide".
func (*Decide) Type() string { return "decide" }

// Outs are the ways out of this block.
func (b *Decide) Outs() []Out { return branchOuts(b.Branches) }

func (b *Decide) validate(c *checker) {
	if len(b.Branches) == 0 {
		c.refuse("branches", "no_branches")
	}
	c.count("branches", len(b.Branches), MaxBranches, "too_many_branches")
	for i := range b.Branches {
		c.branch("branches."+strconv.Itoa(i), &b.Branches[i])
	}
}

func (b *Decide) inspect(c *checker) {}

// Branch is a way out with its condition.
type Branch struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Join  string `json:"join,omitempty"` // "all" (also if empty) or "any"
	Rules []Rule `json:"rules"`
}

// Rule compares a variable with a value.
type Rule struct {
	Variable string `json:"variable"`
	Operator string `json:"operator"`
	Value    string `json:"value,omitempty"`
}

// Operators are what a rule can compare by, in the order of the form.
func Operators() []string {
	return []string{"is", "is_not", "contains", "not_contains", "starts", "ends", "greater", "at_least", "less", "at_most", "set", "empty"}
}

func branchOuts(branches []Branch) []Out {
	outs := make([]Out, 0, len(branches)+1)
	for _, branch := range branches {
		outs = append(outs, Out{ID: branch.ID, Label: branch.Label})
	}
	return append(outs, Out{ID: "else", Key: "exit.else"})
}

func (c *checker) branch(field string, b *Branch) {
	if !IsID(b.ID) {
		c.refuse(field+".label", "bad_id", "id", b.ID)
	}
	c.length(field+".label", b.Label, MaxLabel)
	if b.Join != "" {
		c.among(field+".join", b.Join, []string{"all", "any"}, "bad_join")
	}
	if len(b.Rules) == 0 {
		c.refuse(field+".rules", "no_rules")
	}
	c.count(field+".rules", len(b.Rules), MaxRules, "too_many_rules")
	for i, r := range b.Rules {
		rule := field + ".rules." + strconv.Itoa(i)
		c.reads(rule+".variable", r.Variable)
		c.among(rule+".operator", r.Operator, Operators(), "bad_operator")
		c.text(rule+".value", r.Value, MaxPrompt)
		if r.Value == "" && r.Operator != "set" && r.Operator != "empty" {
			c.refuse(rule+".value", "no_value")
		}
	}
}
