package builder

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"okienko/builder/edit"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/views"
	"okienko/views/owner"
)

// showVariables answers with the list of the bot's variables.
func (b *Builder) showVariables(w http.ResponseWriter, r *http.Request) error {
	draft, err := b.Store.Draft(r.Context(), ref(r.Context()))
	if err != nil {
		return err
	}
	views.Render(w, r, http.StatusOK, owner.VariablesInspector(variablesForm(ref(r.Context()).Bot, &draft.Bot)))
	return nil
}

// saveVariables keeps types and scopes, and does what a button asks for: "add", "remove:NAME".
func (b *Builder) saveVariables(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return unreadable(err)
	}
	var refused *fault.Error
	draft, err := b.changeByForm(r.Context(), func(bot *flow.Bot) ([]edit.Op, error) {
		var variables []flow.Variable
		variables, refused = readVariables(bot, r.PostForm)
		if slices.Equal(variables, bot.Variables) {
			return nil, nil
		}
		return []edit.Op{&edit.SetBot{Variables: &variables}}, nil
	})
	if err != nil {
		return err
	}
	form := variablesForm(ref(r.Context()).Bot, &draft.Bot)
	if refused != nil {
		form.Typed, form.Error = r.PostForm.Get("name"), views.Say(r.Context(), refused)
	}
	tellRevision(w, draft)
	views.Render(w, r, http.StatusOK, owner.VariablesSaved(form))
	return nil
}

func readVariables(bot *flow.Bot, form url.Values) ([]flow.Variable, *fault.Error) {
	uses := usesOf(bot)
	variables := slices.Clone(bot.Variables)
	for i := range variables {
		v := &variables[i]
		if t := form.Get("type." + v.Name); slices.Contains([]string{"text", "number", "email", "phone"}, t) {
			v.Type = t
		}
		if s := form.Get("scope." + v.Name); s == "conversation" || s == "contact" {
			v.Scope = s
		}
	}
	act, name, _ := strings.Cut(form.Get("do"), ":")
	switch {
	case act == "remove" && uses[name] == 0:
		variables = slices.DeleteFunc(variables, func(v flow.Variable) bool { return v.Name == name })
	case act == "add":
		changed := *bot
		changed.Variables = variables
		more, refused := withVariable(&changed, flow.Variable{Name: strings.TrimSpace(form.Get("name")), Type: "text", Scope: "conversation"})
		if refused != nil {
			return variables, refused
		}
		variables = more
	}
	return variables, nil
}

func variablesForm(id string, bot *flow.Bot) *owner.VariablesForm {
	return &owner.VariablesForm{Bot: id, Variables: bot.Variables, Uses: usesOf(bot)}
}

// usesOf counts in how many blocks each variable is used.
func usesOf(bot *flow.Bot) map[string]int {
	uses := map[string]int{}
	for _, f := range bot.Flows {
		for _, n := range f.Nodes {
			for _, b := range n.Blocks {
				names := blockVariables(b)
				slices.Sort(names)
				for _, name := range slices.Compact(names) {
					uses[name]++
				}
			}
		}
	}
	return uses
}

// blockVariables are the names of the variables that a block reads or sets.
func blockVariables(b flow.Block) []string {
	var names, texts []string
	switch b := b.(type) {
	case *flow.SayText:
		texts = []string{b.Text}
	case *flow.End:
		texts = []string{b.Text}
	case *flow.HandOver:
		texts = []string{b.Text, b.Ask, b.AskEmail, b.Done}
	case *flow.SetVariable:
		names, texts = []string{b.Variable}, []string{b.Value}
	case *flow.Decide:
		for _, branch := range b.Branches {
			for _, rule := range branch.Rules {
				names, texts = append(names, rule.Variable), append(texts, rule.Value)
			}
		}
	case flow.Asker:
		q := b.AskBase()
		names, texts = []string{q.Variable}, []string{q.Prompt, q.Retry, q.SilenceText}
	}
	for _, text := range texts {
		for _, piece := range flow.Pieces(text) {
			names = append(names, piece.Variable)
		}
	}
	return slices.DeleteFunc(names, func(name string) bool { return name == "" })
}
