package owner

import (
	"context"

	"okienko/views/words"
)

// first tells which field the cursor goes to: the first that does not fit, on a fresh form the first of all.
func (m WizardModel) first(field string) bool {
	for _, one := range []string{"shop", "email", "password"} {
		if m.Errors[one] != "" || (one == "password" && m.TypeAgain) {
			return one == field
		}
	}
	return field == "shop" && len(m.Errors) == 0
}

func (m WizardModel) passwordError(ctx context.Context) string {
	if m.TypeAgain {
		return words.T(ctx, "wizard.type_again")
	}
	return m.Errors["password"]
}

// glimpse is as much of the first choices as fits on a small card.
func (m PhoneModel) glimpse() []string { return m.Choices[:min(len(m.Choices), 2)] }
