package owner

import (
	"context"
	"strconv"
	"strings"

	"okienko/runtime/flow"
	"okienko/views"
	"okienko/views/words"
)

// branchText tells a branch's conditions in words: "kwota większe niż 199 i kraj to PL".
func branchText(ctx context.Context, b flow.Branch) string {
	if len(b.Rules) == 0 {
		return words.T(ctx, "block.decide.empty")
	}
	texts := make([]string, len(b.Rules))
	for i, rule := range b.Rules {
		texts[i] = ruleText(ctx, rule)
	}
	return strings.Join(texts, " "+words.T(ctx, "block.decide.join."+joinOf(b)+".word")+" ")
}

func ruleText(ctx context.Context, r flow.Rule) string {
	name := r.Variable
	if name == "" {
		name = "…"
	}
	text := name + " " + words.T(ctx, "operator."+r.Operator)
	if !needsValue(r.Operator) {
		return text
	}
	if r.Value == "" {
		return text + " …"
	}
	return text + " " + r.Value
}

func joinOf(b flow.Branch) string {
	if b.Join == "any" {
		return "any"
	}
	return "all"
}

func needsValue(operator string) bool { return operator != "set" && operator != "empty" }

func joins(ctx context.Context) []views.Option {
	return []views.Option{
		{Value: "all", Label: words.T(ctx, "block.decide.join.all")},
		{Value: "any", Label: words.T(ctx, "block.decide.join.any")},
	}
}

func operators(ctx context.Context) []views.Option {
	options := make([]views.Option, 0, len(flow.Operators()))
	for _, o := range flow.Operators() {
		options = append(options, views.Option{Value: o, Label: words.T(ctx, "operator."+o)})
	}
	return options
}

func operationOf(b *flow.SetVariable) string {
	if b.Operation == "" {
		return "set"
	}
	return b.Operation
}

func takesValue(operation string) bool { return operation != "clear" && operation != "now" }

func operations(ctx context.Context) []views.Option {
	var options []views.Option
	for _, o := range flow.Operations() {
		options = append(options, views.Option{Value: o, Label: words.T(ctx, "block.set_variable."+o)})
	}
	return options
}

// variableOptions are the bot's variables; a name that is used but was never declared stays choosable.
func variableOptions(ctx context.Context, f *BlockForm, current string) []views.Option {
	options := []views.Option{{Label: words.T(ctx, "inspector.variable.none")}}
	known := current == "" || current == New
	for _, v := range f.Variables {
		options = append(options, views.Option{Value: v.Name, Label: v.Name})
		known = known || v.Name == current
	}
	if !known {
		options = append(options, views.Option{Value: current, Label: current})
	}
	return options
}

func countries(ctx context.Context) []views.Option {
	options := []views.Option{{Label: words.T(ctx, "country.PL")}}
	for _, code := range []string{"CZ", "SK", "UA", "LT", "DE", "GB"} {
		options = append(options, views.Option{Value: code, Label: words.T(ctx, "country."+code)})
	}
	return options
}

// seconds writes milliseconds as seconds: 1500 is "1,5" in Polish.
func seconds(ctx context.Context, millis int) string {
	return mark(ctx, strconv.FormatFloat(float64(millis)/1000, 'f', -1, 64))
}

func decimal(ctx context.Context, n *float64) string {
	if n == nil {
		return ""
	}
	return mark(ctx, strconv.FormatFloat(*n, 'f', -1, 64))
}

func mark(ctx context.Context, number string) string {
	return strings.Replace(number, ".", words.T(ctx, "block.decimal_mark"), 1)
}

// count writes a number of which zero means "as usual", so that the placeholder shows what is usual.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
