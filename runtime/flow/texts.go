package flow

// DefaultText returns what the bot says by itself for a key, in its language. There are several
// variants of each, so that a bot that says it again says it differently. Nil if there is no such key.
// An owner replaces them in Settings.Texts.
func DefaultText(language, key string) []string {
	if language == "en" {
		return englishText(key)
	}
	return polishText(key)
}

// DefaultTexts are all texts that the bot says by itself, in the order of the owner's form.
func DefaultTexts(language string) []Text {
	keys := textKeys()
	texts := make([]Text, len(keys))
	for i, key := range keys {
		texts[i] = Text{Key: key, Variants: DefaultText(language, key)}
	}
	return texts
}

func textKeys() []string {
	return []string{
		"disclosure",
		"unknown",
		"unknown_human",
		"suggest",
		"offer_human",
		"no_help",
		"no_help_suggest",
		"part_unknown", "part_suggest",
		"return",
		"retry_choice",
		"retry_text",
		"retry_short",
		"retry_long",
		"retry_email",
		"retry_phone",
		"retry_number",
		"retry_whole",
		"retry_range",
		"retry_faq",
		"anything_else",
		"back",
		"greeting",
		"thanks",
		"goodbye",
		"no_back",
		"restart",
		"gone",
		"returned",
		"trouble",
		"hand_over",
		"leave_message",
		"leave_email",
		"left_email",
		"left_phone",
		"left",
		"withdrawal",
		"complaint",
		"stated_again",
		"details",
		"details_order",
		"details_email",
		"details_added",
		"foreign",
		"foreign_uk",
		"foreign_de",
		"human",
		"human_foreign",
		"human_uk",
		"human_de",
		"menu",
		"pass",
	}
}

// TextVariables are the names that a default text may hold beside the bot's variables, by its key.
func TextVariables(key string) []string {
	switch key {
	case "retry_range", "retry_short", "retry_long":
		return []string{"min", "max"}
	case "left_email":
		return []string{"email"}
	case "left_phone":
		return []string{"phone"}
	case "withdrawal", "complaint":
		return []string{"date", "due"}
	case "pass", "part_unknown", "part_suggest":
		return []string{"text"}
	}
	return nil
}

// RequiredVariables are those of them that each variant must hold: the day on which a statement came in
// is what the customer may have to prove.
func RequiredVariables(key string) []string {
	if key == "withdrawal" || key == "complaint" {
		return []string{"date"}
	}
	return nil
}

// IsLabel tells whether a default text stands on a button, which has one line and says only its first variant.
func IsLabel(key string) bool {
	switch key {
	case "human", "human_foreign", "human_uk", "human_de", "menu", "pass":
		return true
	}
	return false
}
