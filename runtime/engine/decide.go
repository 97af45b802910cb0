package engine

import (
	"cmp"
	"strings"

	"okienko/runtime/flow"
)

func (r *run) decide(b *flow.Decide) move {
	for _, branch := range b.Branches {
		if r.holds(branch) {
			return move{exit: branch.ID}
		}
	}
	return move{exit: "else"}
}

// holds reports whether a branch's condition does. A branch without rules never does.
func (r *run) holds(branch flow.Branch) bool {
	some := branch.Join == "any"
	for _, rule := range branch.Rules {
		if r.compares(rule) == some {
			return some
		}
	}
	return !some && len(branch.Rules) > 0
}

func (r *run) compares(rule flow.Rule) bool {
	value, than := r.s.Value(rule.Variable), r.plain(rule.Value)
	low, part := strings.ToLower(value), strings.ToLower(than)
	switch rule.Operator {
	case "is":
		return equal(value, than)
	case "is_not":
		return !equal(value, than)
	case "contains":
		return strings.Contains(low, part)
	case "not_contains":
		return !strings.Contains(low, part)
	case "starts":
		return strings.HasPrefix(low, part)
	case "ends":
		return strings.HasSuffix(low, part)
	case "set":
		return value != ""
	case "empty":
		return value == ""
	}
	order, ok := compareNumbers(value, than, r.bot.Language)
	switch rule.Operator {
	case "greater":
		return ok && order > 0
	case "at_least":
		return ok && order >= 0
	case "less":
		return ok && order < 0
	case "at_most":
		return ok && order <= 0
	}
	return false
}

// equal compares as people do: case doesn't matter.
func equal(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }

// compareNumbers compares a kept value with what an owner wrote. What is no number compares with nothing.
func compareNumbers(kept, written, language string) (int, bool) {
	a, isNumber := readNumber(kept, "en")
	b, written2 := readNumber(written, language)
	return cmp.Compare(a, b), isNumber && written2
}
