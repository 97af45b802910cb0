package flow

// DefaultText returns what the bot says by itself for a key, in its language. There are several
// variants of each, so that a bot that says it again says it differently. Nil if there is no such key.
// An owner replaces them in Settings.Texts.
func DefaultText(language, key string) []string {
	texts := DefaultTexts(language)
	for i := range texts {
		if texts[i].Key == key {
			return texts[i].Variants
		}
	}
	return nil
}

// DefaultTexts are all texts that the bot says by itself, in the order of the owner's form.
func DefaultTexts(language string) []Text {
	if language == "en" {
		return englishTexts()
	}
	return polishTexts()
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
	case "pass":
		return []string{"text"}
	}
	return nil
}
