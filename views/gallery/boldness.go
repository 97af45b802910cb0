package gallery

import "okienko/views/owner"

func boldnessScreens() []Screen {
	now := owner.BoldnessModel{Bot: "asystent", Steps: 5, Now: 3, Step: 3, Stray: 5}
	now.Heard.Now = owner.BoldnessCount{Answered: 131, Suggested: 48, Unknown: 35}
	now.Heard.Then = now.Heard.Now
	bolder := now
	bolder.Step, bolder.Stray = 5, 20
	bolder.Heard.Then = owner.BoldnessCount{Answered: 178, Suggested: 24, Unknown: 12}
	bolder.Heard.Changes = []owner.BoldnessChange{
		{Text: "a da sie na jutro rano?", Was: "suggest", WasEntry: "Kiedy dostanę paczkę?", Is: "answer", IsEntry: "Kiedy dostanę paczkę?"},
		{Text: "kwiaty przyszły połamane i w ogóle nie takie jak na zdjęciu, co teraz", Was: "suggest", WasEntry: "Co zrobić, gdy przesyłka przyszła uszkodzona?", Is: "answer", IsEntry: "Co zrobić, gdy przesyłka przyszła uszkodzona?"},
		{Text: "macie hortensje", Was: "unknown", Is: "suggest", IsEntry: "W jakich godzinach pracujecie?"},
	}
	bolder.Tried = owner.BoldnessEffect{Now: owner.BoldnessCount{Answered: 20, Suggested: 7, Unknown: 3, Wrong: 1}, Then: owner.BoldnessCount{Answered: 27, Suggested: 2, Unknown: 1, Wrong: 4}}
	careful := now
	careful.Step, careful.Stray = 2, 2
	empty := owner.BoldnessModel{Bot: "asystent", Steps: 5, Now: 3, Step: 4, Stray: 10}
	failed := empty
	failed.Error = "Nie udało się policzyć, co by się zmieniło. Ustawienie możesz zapisać, a podgląd sprawdzić za chwilę."
	return []Screen{
		{Name: "boldness/now", Show: owner.Boldness(now)},
		{Name: "boldness/bolder", Show: owner.Boldness(bolder)},
		{Name: "boldness/nothing-changes", Show: owner.Boldness(careful)},
		{Name: "boldness/empty", Show: owner.Boldness(empty)},
		{Name: "boldness/failed", Show: owner.Boldness(failed)},
	}
}
