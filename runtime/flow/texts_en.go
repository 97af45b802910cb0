package flow

// englishText is written, not translated, in the same calm.
func englishText(key string) []string {
	switch key {
	case "disclosure":
		return []string{
			"This is the shop's automated assistant.",
			"You are talking to the shop's automated assistant.",
		}
	case "unknown":
		return []string{
			"I don't know that. I can pass your question to someone at the shop, or show what I can help with.",
			"I have no answer to this. Someone at the shop may; I can pass it on.",
			"I'd rather not guess. You can ask someone at the shop, or see what I can help with.",
		}
	case "unknown_human":
		return []string{
			"Again I'm not much help. Would you like to write to someone at the shop?",
			"I can't solve this one. Shall I take a message for someone at the shop?",
		}
	case "suggest":
		return []string{
			"Is it one of these?",
			"I'm not certain. Could it be one of these questions?",
			"These come closest. Is yours among them?",
		}
	case "offer_human":
		return []string{
			"If you prefer, I can pass this to someone at the shop.",
			"You can also leave a message for someone at the shop.",
		}
	case "no_help":
		return []string{
			"That answer did not help. I can pass the question on to someone from the shop.",
			"A pity that this was not it. Someone from the shop may know more.",
			"One more answer that did not help. It is better to pass the question on to someone from the shop.",
		}
	case "part_unknown":
		return []string{
			"I don't know the answer to “{{text}}”.",
			"There is one thing I don't know: “{{text}}”.",
		}
	case "part_suggest":
		return []string{
			"About “{{text}}”: is it one of these questions?",
			"I'm not sure about “{{text}}”. Could it be one of these?",
		}
	case "no_help_suggest":
		return []string{
			"That answer did not help. Was it one of these questions?",
			"A pity that this was not it. These questions come close too.",
			"One more answer that did not help. That leaves these questions, or someone from the shop.",
		}
	case "return":
		return []string{
			"Back to where we were.",
			"There is one question left.",
			"Now, where we left off.",
		}
	case "retry_choice":
		return []string{
			"I don't know that. Pick one of these answers, or put it in other words.",
			"I don't know that either. Choose the answer that fits best.",
			"I still don't know what it is about. One of these answers would help.",
		}
	case "retry_text":
		return []string{
			"Write your answer in a few words.",
			"I need at least a few words to go on.",
		}
	case "retry_short":
		return []string{
			"That is a little short. Use at least this many characters: {{min}}.",
			"I need a longer answer, {{min}} characters or more.",
		}
	case "retry_long":
		return []string{
			"That is more than I can keep. Shorten it to this many characters: {{max}}.",
			"It doesn't fit. Keep the most important part, {{max}} characters at most.",
		}
	case "retry_email":
		return []string{
			"I can't see an e-mail address here. It looks like name@mail.com.",
			"Something is missing in the address. Check for the @ and an ending such as .com.",
			"I still have no address. An example: anna.nowak@mail.com.",
		}
	case "retry_phone":
		return []string{
			"I can't see a phone number here. Use nine digits, or the country code for a number abroad, such as +49.",
			"The number of digits seems off. A Polish number has nine.",
			"I still have no number. An example: 600 700 800.",
		}
	case "retry_number":
		return []string{
			"I need a number. Write it in digits, such as 12 or 12.50.",
			"I can't see a number here. Digits alone will do.",
			"I still have no number. An example: 3.",
		}
	case "retry_whole":
		return []string{
			"This has to be a whole number.",
			"Give a number without a decimal part.",
		}
	case "retry_range":
		return []string{
			"Give a number from {{min ?? any}} to {{max ?? any}}.",
			"That is out of range. The range is {{min ?? any}} to {{max ?? any}}.",
		}
	case "retry_faq":
		return []string{
			"I have no answer to this. Try asking in other words, briefly.",
			"I still don't know. Try a single sentence, such as “how long is delivery”.",
		}
	case "anything_else":
		return []string{
			"What else can I help with?",
			"Is there anything else?",
			"What next? Write, or pick something.",
		}
	case "back":
		return []string{
			"One step back.",
			"All right, this question again.",
		}
	case "greeting":
		return []string{
			"Hello.",
			"Hello again.",
		}
	case "thanks":
		return []string{
			"You're welcome.",
			"My pleasure.",
			"Glad it helped.",
		}
	case "goodbye":
		return []string{
			"Thank you for the conversation. Write any time to begin again.",
			"Goodbye. You can begin again whenever you like.",
		}
	case "no_back":
		return []string{
			"This is the beginning; there is no earlier question.",
			"We can't go further back.",
		}
	case "restart":
		return []string{
			"Starting over.",
			"All right, from the beginning.",
		}
	case "gone":
		return []string{
			"That answer belongs to an earlier part of the conversation and no longer works.",
			"That button can't be used any more. Write what you need, or pick something newer.",
		}
	case "returned":
		return []string{
			"This is the automated assistant again. What else can I help with?",
			"The automated assistant is back in the conversation. What else can I do?",
		}
	case "trouble":
		return []string{
			"Something isn't working here. So that it doesn't get stuck, I'll pass this to someone at the shop.",
			"I can't take this part any further. I'll pass it to someone at the shop.",
		}
	case "hand_over":
		return []string{
			"I'll pass this to someone at the shop.",
			"All right, someone at the shop will take care of it.",
			"Let's leave a message for someone at the shop.",
		}
	case "leave_message":
		return []string{
			"Write what you need help with. It goes straight to the shop.",
			"Describe it in a few sentences; an order number helps.",
			"What shall I pass on?",
		}
	case "leave_email":
		return []string{
			"Which e-mail address should the reply go to?",
			"Where should we e-mail the reply?",
		}
	case "left_email":
		return []string{
			"Saved. The reply will come to {{email}}.",
			"Your message is saved. Someone at the shop will write to {{email}}.",
		}
	case "left_phone":
		return []string{
			"Saved. Someone at the shop will call {{phone}}.",
			"Your message is saved together with the number {{phone}}.",
		}
	case "left":
		return []string{
			"Your message is saved. The reply will appear in this conversation.",
			"Saved, though without an address. The reply will appear here.",
		}
	case "withdrawal":
		return []string{
			"Your withdrawal from the contract arrived on {{date}}. It goes straight to the shop.",
			"Your withdrawal is saved, received on {{date}}. The shop gets this message and will write back.",
		}
	case "complaint":
		return []string{
			"Your complaint arrived on {{date}}. It goes straight to the shop, the answer will come by {{due}}.",
			"Your complaint is saved, received on {{date}}. Someone at the shop will look into it and answer by {{due}}.",
		}
	case "stated_again":
		return []string{
			"The shop already has this; the date of your first message counts.",
			"This has already arrived, there is no need to repeat it.",
		}
	case "details":
		return []string{
			"Please add your order number and e-mail address; I'll put them with the case.",
			"An order number and an e-mail address for the reply would help.",
		}
	case "details_order":
		return []string{
			"Please add your order number; I'll put it with the case.",
			"An order number would help.",
		}
	case "details_email":
		return []string{
			"Which e-mail address should the shop send the confirmation to?",
			"Please add an e-mail address; the shop will send a confirmation there.",
		}
	case "details_added":
		return []string{
			"Added to the case.",
			"Noted, the shop will see it.",
		}
	case "foreign":
		return []string{
			"Ten automatyczny asystent rozumie tylko po angielsku. Można zostawić wiadomość komuś ze sklepu.",
			"Rozumiem tylko po angielsku. Może pomoże ktoś ze sklepu.",
		}
	case "foreign_uk":
		return []string{
			"Цей автоматичний помічник розуміє лише англійську. Можна залишити повідомлення людині з магазину.",
			"Я розумію лише англійську. Можливо, допоможе хтось із магазину.",
		}
	case "foreign_de":
		return []string{
			"Dieser automatische Assistent versteht nur Englisch. Eine Nachricht an das Team des Shops ist möglich.",
			"Ich verstehe nur Englisch. Vielleicht kann jemand aus dem Shop helfen.",
		}
	case "human":
		return []string{"Talk to a person"}
	case "human_foreign":
		return []string{"Porozmawiaj z człowiekiem"}
	case "human_uk":
		return []string{"Написати людині"}
	case "human_de":
		return []string{"Mit einem Menschen sprechen"}
	case "menu":
		return []string{"Show what you can help with"}
	case "pass":
		return []string{"Pass on: “{{text}}”"}
	}
	return nil
}
