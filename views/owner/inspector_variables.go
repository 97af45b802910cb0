package owner

import (
	"context"

	"okienko/runtime/flow"
	"okienko/views"
	"okienko/views/words"
)

// VariablesForm is the list of a bot's variables.
type VariablesForm struct {
	Bot       string // id
	Variables []flow.Variable
	Uses      map[string]int // by name: in how many blocks it is used
	Typed     string         // a new name that did not fit
	Error     string         // the sentence beside it
}

func variableTypes(ctx context.Context) []views.Option {
	var options []views.Option
	for _, t := range []string{"text", "number", "email", "phone"} {
		options = append(options, views.Option{Value: t, Label: words.T(ctx, "inspector.type."+t)})
	}
	return options
}

func variableScopes(ctx context.Context) []views.Option {
	return []views.Option{
		{Value: "conversation", Label: words.T(ctx, "inspector.scope.conversation")},
		{Value: "contact", Label: words.T(ctx, "inspector.scope.contact")},
	}
}
