package flow

// englishTexts are written, not translated, in the same calm.
func englishTexts() []Text {
	return []Text{
		{"disclosure", []string{
			"This is the shop's automated assistant.",
			"You are talking to the shop's automated assistant.",
		}},
		{"unknown", []string{
			"I don't know that. I can pass your question to someone at the shop, or show what I can help with.",
			"I have no answer to this. Someone at the shop may; I can pass it on.",
			"I'd rather not guess. You can ask someone at the shop, or see what I can help with.",
		}},
		{"unknown_human", []string{
			"Again I'm not much help. Would you like to write to someone at the shop?",
			"I can't solve this one. Shall I take a message for someone at the shop?",
		}},
		{"suggest", []string{
			"Is it one of these?",
			"I'm not certain. Could it be one of these questions?",
			"These come closest. Is yours among them?",
		}},
		{"offer_human", []string{
			"If you prefer, I can pass this to someone at the shop.",
			"You can also leave a message for someone at the shop.",
		}},
		{"return", []string{
			"Back to where we were.",
			"There is one question left.",
			"Now, where we left off.",
		}},
		{"retry_choice", []string{
			"I don't know that. Pick one of these answers, or put it in other words.",
			"I don't know that either. Choose the answer that fits best.",
			"I still don't know what it is about. One of these answers would help.",
		}},
		{"retry_text", []string{
			"Write your answer in a few words.",
			"I need at least a few words to go on.",
		}},
		{"retry_short", []string{
			"That is a little short. Use at least this many characters: {{min}}.",
			"I need a longer answer, {{min}} characters or more.",
		}},
		{"retry_long", []string{
			"That is more than I can keep. Shorten it to this many characters: {{max}}.",
			"It doesn't fit. Keep the most important part, {{max}} characters at most.",
		}},
		{"retry_email", []string{
			"I can't see an e-mail address here. It looks like name@mail.com.",
			"Something is missing in the address. Check for the @ and an ending such as .com.",
			"I still have no address. An example: anna.nowak@mail.com.",
		}},
		{"retry_phone", []string{
			"I can't see a phone number here. Use nine digits, or the country code for a number abroad, such as +49.",
			"The number of digits seems off. A Polish number has nine.",
			"I still have no number. An example: 600 700 800.",
		}},
		{"retry_number", []string{
			"I need a number. Write it in digits, such as 12 or 12.50.",
			"I can't see a number here. Digits alone will do.",
			"I still have no number. An example: 3.",
		}},
		{"retry_whole", []string{
			"This has to be a whole number.",
			"Give a number without a decimal part.",
		}},
		{"retry_range", []string{
			"Give a number from {{min ?? any}} to {{max ?? any}}.",
			"That is out of range. The range is {{min ?? any}} to {{max ?? any}}.",
		}},
		{"retry_faq", []string{
			"I have no answer to this. Try asking in other words, briefly.",
			"I still don't know. Try a single sentence, such as “how long is delivery”.",
		}},
		{"anything_else", []string{
			"What else can I help with?",
			"Is there anything else?",
			"What next? Write, or pick something.",
		}},
		{"back", []string{
			"One step back.",
			"All right, this question again.",
		}},
		{"greeting", []string{
			"Hello.",
			"Hello again.",
		}},
		{"thanks", []string{
			"You're welcome.",
			"My pleasure.",
			"Glad it helped.",
		}},
		{"goodbye", []string{
			"Thank you for the conversation. Write any time to begin again.",
			"Goodbye. You can begin again whenever you like.",
		}},
		{"no_back", []string{
			"This is the beginning; there is no earlier question.",
			"We can't go further back.",
		}},
		{"restart", []string{
			"Starting over.",
			"All right, from the beginning.",
		}},
		{"gone", []string{
			"That answer belongs to an earlier part of the conversation and no longer works.",
			"That button can't be used any more. Write what you need, or pick something newer.",
		}},
		{"returned", []string{
			"This is the automated assistant again. What else can I help with?",
			"The automated assistant is back in the conversation. What else can I do?",
		}},
		{"trouble", []string{
			"Something isn't working here. So that it doesn't get stuck, I'll pass this to someone at the shop.",
			"I can't take this part any further. I'll pass it to someone at the shop.",
		}},
		{"hand_over", []string{
			"I'll pass this to someone at the shop.",
			"All right, someone at the shop will take care of it.",
			"Let's leave a message for someone at the shop.",
		}},
		{"leave_message", []string{
			"Write what you need help with. It goes straight to the shop.",
			"Describe it in a few sentences; an order number helps.",
			"What shall I pass on?",
		}},
		{"leave_email", []string{
			"Which e-mail address should the reply go to?",
			"Where should we e-mail the reply?",
		}},
		{"left_email", []string{
			"Saved. The reply will come to {{email}}.",
			"Your message is saved. Someone at the shop will write to {{email}}.",
		}},
		{"left_phone", []string{
			"Saved. Someone at the shop will call {{phone}}.",
			"Your message is saved together with the number {{phone}}.",
		}},
		{"left", []string{
			"Your message is saved. The reply will appear in this conversation.",
			"Saved, though without an address. The reply will appear here.",
		}},
		{"human", []string{"Talk to a person"}},
		{"menu", []string{"Show what you can help with"}},
		{"pass", []string{"Pass on: “{{text}}”"}},
	}
}
