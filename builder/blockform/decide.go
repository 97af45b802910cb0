package blockform

import (
	"slices"
	"strconv"
	"strings"

	"okienko/runtime/flow"
)

func (r *reader) decide(b *flow.Decide) {
	for i := range b.Branches {
		r.branch(r.row("branch", b.Branches[i].ID, i), &b.Branches[i])
	}
	if r.form.Get("do") == "branch.add" && len(b.Branches) >= flow.MaxBranches {
		r.refuse("branches", "", "inspector.error.branches", "limit", flow.MaxBranches)
		return
	}
	b.Branches = arrange(r, "branch", b.Branches,
		func(branch flow.Branch) string { return branch.ID },
		func() flow.Branch {
			return flow.Branch{ID: r.newID(), Join: "all", Rules: []flow.Rule{{Operator: "is"}}}
		})
}

func (r *reader) branch(i int, b *flow.Branch) {
	path := "branches." + strconv.Itoa(i)
	if r.form.Has("label." + b.ID) {
		r.words(path+".label", r.form.Get("label."+b.ID), &b.Label, flow.MaxLabel)
	}
	r.oneOf("join."+b.ID, &b.Join, []string{"all", "any"})
	r.rules(path+".rules.", b)
	r.changeRules(path, b)
}

// rules reads the rows of a branch. A form of another number of rows was drawn before somebody
// changed them, and changes none.
func (r *reader) rules(path string, b *flow.Branch) {
	variables, operators, values := r.form["variable."+b.ID], r.form["operator."+b.ID], r.form["value."+b.ID]
	if len(variables) != len(b.Rules) || len(operators) != len(b.Rules) || len(values) != len(b.Rules) {
		return
	}
	for j := range b.Rules {
		if variables[j] == "" || flow.IsName(variables[j]) {
			b.Rules[j].Variable = variables[j]
		}
		if slices.Contains(flow.Operators(), operators[j]) {
			b.Rules[j].Operator = operators[j]
		}
		r.words(path+strconv.Itoa(j)+".value", values[j], &b.Rules[j].Value, flow.MaxPrompt)
	}
}

// changeRules does "rule.add:BRANCH" and "rule.remove:BRANCH:NUMBER".
func (r *reader) changeRules(path string, b *flow.Branch) {
	act, rest, _ := strings.Cut(r.form.Get("do"), ":")
	branch, at, _ := strings.Cut(rest, ":")
	if branch != b.ID {
		return
	}
	switch n, err := strconv.Atoi(at); {
	case act == "rule.add" && len(b.Rules) >= flow.MaxRules:
		r.refuse(path+".rules", "", "inspector.error.rules", "limit", flow.MaxRules)
	case act == "rule.add":
		b.Rules = append(b.Rules, flow.Rule{Operator: "is"})
	case act == "rule.remove" && err == nil && n >= 0 && n < len(b.Rules):
		b.Rules = slices.Delete(b.Rules, n, n+1)
	}
}
