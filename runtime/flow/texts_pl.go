package flow

// polishText: neutral and courteous, verbs first, no exclamation marks, nobody is blamed.
func polishText(key string) []string {
	switch key {
	case "disclosure":
		return []string{
			"Tu automatyczny asystent sklepu.",
			"Odpowiada automatyczny asystent sklepu.",
		}
	case "unknown":
		return []string{
			"Tego nie wiem. Mogę przekazać pytanie komuś ze sklepu albo pokazać, w czym pomogę.",
			"Na to nie mam odpowiedzi. Może ją mieć ktoś ze sklepu, przekażę mu to pytanie.",
			"Nie znam odpowiedzi, a zgadywać nie będę. Do wyboru: ktoś ze sklepu albo lista spraw, w których pomagam.",
		}
	case "unknown_human":
		return []string{
			"Kolejny raz nie umiem pomóc. Może lepiej napisać do kogoś ze sklepu?",
			"Tu potrzebny jest ktoś ze sklepu. Zostawić mu wiadomość?",
		}
	case "suggest":
		return []string{
			"Czy chodzi o któreś z tych pytań?",
			"Nie mam pewności. Może to jedno z tych?",
			"Najbliżej są te pytania. Czy to któreś z nich?",
		}
	case "offer_human":
		return []string{
			"Jeśli wolisz, przekażę to komuś ze sklepu.",
			"Można też zostawić wiadomość komuś ze sklepu.",
		}
	case "no_help":
		return []string{
			"Ta odpowiedź nie pomogła. Mogę przekazać pytanie komuś ze sklepu.",
			"Szkoda, że nie o to chodziło. Ktoś ze sklepu może wiedzieć więcej.",
			"Kolejna odpowiedź nie pomogła. Lepiej przekazać pytanie komuś ze sklepu.",
		}
	case "part_unknown":
		return []string{
			"Na pytanie „{{text}}” nie znam odpowiedzi.",
			"Tego jednego nie wiem: „{{text}}”.",
		}
	case "part_suggest":
		return []string{
			"A przy „{{text}}”: czy chodzi o któreś z tych pytań?",
			"Co do „{{text}}” nie mam pewności. Może to jedno z tych?",
		}
	case "no_help_suggest":
		return []string{
			"Ta odpowiedź nie pomogła. Może chodziło o jedno z tych pytań?",
			"Szkoda, że nie o to chodziło. Blisko są jeszcze te pytania.",
			"Kolejna odpowiedź nie pomogła. Zostają te pytania albo ktoś ze sklepu.",
		}
	case "return":
		return []string{
			"Wróćmy do rozmowy.",
			"Zostało jeszcze pytanie.",
			"A teraz dalej.",
		}
	case "retry_choice":
		return []string{
			"Tego nie wiem. Wybierz jedną z tych odpowiedzi albo napisz, o co chodzi, innymi słowami.",
			"Tego też nie wiem. Kliknij odpowiedź, która pasuje najlepiej.",
			"Nadal nie wiem, o co chodzi. Pomoże jedna z tych odpowiedzi.",
		}
	case "retry_text":
		return []string{
			"Napisz odpowiedź w kilku słowach.",
			"Potrzebuję choć kilku słów, żeby pójść dalej.",
		}
	case "retry_short":
		return []string{
			"To trochę za mało. Napisz co najmniej tyle znaków: {{min}}.",
			"Potrzebuję dłuższej odpowiedzi, znaków co najmniej {{min}}.",
		}
	case "retry_long":
		return []string{
			"To więcej, niż mogę zapisać. Skróć do tylu znaków: {{max}}.",
			"Nie zmieszczę tego. Zostaw najważniejsze, znaków najwyżej {{max}}.",
		}
	case "retry_email":
		return []string{
			"Nie widzę tu adresu e-mail. Podaj go w postaci imie@poczta.pl.",
			"W adresie czegoś brakuje. Sprawdź, czy ma znak @ i końcówkę, na przykład .pl.",
			"Dalej nie mam adresu. Przykład: anna.nowak@poczta.pl.",
		}
	case "retry_phone":
		return []string{
			"Nie widzę tu numeru telefonu. Podaj dziewięć cyfr, a numer zagraniczny z kierunkowym, na przykład +49.",
			"Coś się nie zgadza w liczbie cyfr. Polski numer ma ich dziewięć.",
			"Dalej nie mam numeru. Przykład: 600 700 800.",
		}
	case "retry_number":
		return []string{
			"Potrzebuję liczby. Napisz ją cyframi, na przykład 12 albo 12,50.",
			"Nie widzę tu liczby. Wystarczą same cyfry.",
			"Dalej nie mam liczby. Przykład: 3.",
		}
	case "retry_whole":
		return []string{
			"Tu potrzebna jest liczba całkowita, bez przecinka.",
			"Podaj liczbę bez części po przecinku.",
		}
	case "retry_range":
		return []string{
			"Podaj liczbę od {{min ?? dowolnie małej}} do {{max ?? dowolnie dużej}}.",
			"Ta liczba wychodzi poza zakres. Zakres: od {{min ?? dowolnie małej}} do {{max ?? dowolnie dużej}}.",
		}
	case "retry_faq":
		return []string{
			"Na to nie mam odpowiedzi. Zapytaj innymi słowami, krótko.",
			"Tego dalej nie wiem. Spróbuj jednym zdaniem, na przykład „ile trwa dostawa”.",
		}
	case "anything_else":
		return []string{
			"W czym jeszcze pomóc?",
			"Czy jest coś jeszcze?",
			"Co dalej? Napisz albo wybierz.",
		}
	case "back":
		return []string{
			"Cofamy się o krok.",
			"Dobrze, jeszcze raz to pytanie.",
		}
	case "greeting":
		return []string{
			"Dzień dobry.",
			"Witam ponownie.",
		}
	case "thanks":
		return []string{
			"Nie ma za co.",
			"Cała przyjemność po mojej stronie.",
			"Cieszę się, że to pomogło.",
		}
	case "goodbye":
		return []string{
			"Dziękuję za rozmowę. Wystarczy napisać, żeby zacząć od nowa.",
			"Do usłyszenia. Rozmowę można zacząć od nowa w każdej chwili.",
		}
	case "no_back":
		return []string{
			"To początek rozmowy, wcześniejszego pytania nie ma.",
			"Dalej cofnąć się nie da.",
		}
	case "restart":
		return []string{
			"Zaczynamy od początku.",
			"Dobrze, jeszcze raz od początku.",
		}
	case "gone":
		return []string{
			"Ta odpowiedź należy do wcześniejszej części rozmowy i już nie działa.",
			"Tego przycisku nie można już użyć. Napisz, o co chodzi, albo wybierz coś nowszego.",
		}
	case "returned":
		return []string{
			"Z tej strony znów automatyczny asystent. W czym jeszcze pomóc?",
			"Rozmowę z powrotem prowadzi automatyczny asystent. Co jeszcze mogę zrobić?",
		}
	case "trouble":
		return []string{
			"Coś tu nie działa jak trzeba. Żeby sprawa nie utknęła, przekażę ją komuś ze sklepu.",
			"Tej części rozmowy nie mogę poprowadzić dalej. Przekażę ją komuś ze sklepu.",
		}
	case "hand_over":
		return []string{
			"Przekażę to komuś ze sklepu.",
			"Dobrze, zajmie się tym ktoś ze sklepu.",
			"Zostawmy wiadomość komuś ze sklepu.",
		}
	case "leave_message":
		return []string{
			"Napisz, w czym pomóc. Wiadomość trafi prosto do sklepu.",
			"Opisz sprawę w kilku zdaniach, przyda się numer zamówienia.",
			"Co przekazać?",
		}
	case "leave_email":
		return []string{
			"Na jaki adres e-mail odpisać?",
			"Pod jaki adres e-mail wysłać odpowiedź?",
		}
	case "left_email":
		return []string{
			"Zapisane. Odpowiedź przyjdzie na adres {{email}}.",
			"Wiadomość zapisana. Ktoś ze sklepu odpisze na {{email}}.",
		}
	case "left_phone":
		return []string{
			"Zapisane. Ktoś ze sklepu zadzwoni pod numer {{phone}}.",
			"Wiadomość zapisana razem z numerem {{phone}}.",
		}
	case "left":
		return []string{
			"Wiadomość zapisana. Odpowiedź pojawi się w tej rozmowie.",
			"Zapisane, choć bez adresu. Odpowiedź pojawi się tutaj.",
		}
	case "withdrawal":
		return []string{
			"Oświadczenie o odstąpieniu od umowy wpłynęło {{date}}. Trafia prosto do sklepu.",
			"Odstąpienie od umowy zapisane, data wpływu: {{date}}. Sklep dostaje tę wiadomość i odpisze.",
		}
	case "complaint":
		return []string{
			"Reklamacja wpłynęła {{date}}. Trafia prosto do sklepu, odpowiedź przyjdzie najpóźniej {{due}}.",
			"Reklamacja zapisana, data wpływu: {{date}}. Rozpatrzy ją ktoś ze sklepu, czas na odpowiedź mija {{due}}.",
		}
	case "stated_again":
		return []string{
			"Ta sprawa jest już w sklepie, liczy się data pierwszej wiadomości.",
			"To oświadczenie już wpłynęło i nie trzeba go powtarzać.",
		}
	case "details":
		return []string{
			"Podaj jeszcze numer zamówienia i adres e-mail, dołączę je do sprawy.",
			"Do sprawy przyda się numer zamówienia i adres e-mail do odpowiedzi.",
		}
	case "details_order":
		return []string{
			"Podaj jeszcze numer zamówienia, dołączę go do sprawy.",
			"Do sprawy przyda się jeszcze numer zamówienia.",
		}
	case "details_email":
		return []string{
			"Na jaki adres e-mail sklep ma wysłać potwierdzenie?",
			"Podaj jeszcze adres e-mail, sklep wyśle na niego potwierdzenie.",
		}
	case "details_added":
		return []string{
			"Dołączone do sprawy.",
			"Dopisane, sklep to zobaczy.",
		}
	case "foreign":
		return []string{
			"This automated assistant only understands Polish. You can leave a message for someone at the shop.",
			"I only understand Polish. Someone at the shop may be able to help.",
		}
	case "foreign_uk":
		return []string{
			"Цей автоматичний помічник розуміє лише польську. Можна залишити повідомлення людині з магазину.",
			"Я розумію лише польську. Можливо, допоможе хтось із магазину.",
		}
	case "foreign_de":
		return []string{
			"Dieser automatische Assistent versteht nur Polnisch. Eine Nachricht an das Team des Shops ist möglich.",
			"Ich verstehe nur Polnisch. Vielleicht kann jemand aus dem Shop helfen.",
		}
	case "human":
		return []string{"Porozmawiaj z człowiekiem"}
	case "human_foreign":
		return []string{"Talk to a person"}
	case "human_uk":
		return []string{"Написати людині"}
	case "human_de":
		return []string{"Mit einem Menschen sprechen"}
	case "menu":
		return []string{"Pokaż, w czym pomagasz"}
	case "pass":
		return []string{"Przekaż: „{{text}}”"}
	}
	return nil
}
