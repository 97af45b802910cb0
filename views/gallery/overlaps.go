package gallery

import (
	"okienko/runtime/flow"
	"okienko/views/owner"
)

func overlapScreens() []Screen {
	several := shownOverlaps()
	merged := shownOverlaps()
	merged.Pairs = merged.Pairs[:1]
	merged.Merged = &owner.MergedEntries{Kept: "Ile kosztuje dostawa?", Gone: "Ile kosztuje wysyłka?", Before: "[]"}
	return []Screen{
		{Name: "overlaps/pairs", Show: owner.Overlaps(several)},
		{Name: "overlaps/merged", Show: owner.Overlaps(merged)},
		{Name: "overlaps/none", Show: owner.Overlaps(owner.OverlapsModel{Bot: "asystent", Edits: true, Total: 111, Waiting: 3})},
		{Name: "overlaps/no-entries", Show: owner.Overlaps(owner.OverlapsModel{Bot: "asystent", Edits: true})},
	}
}

func shownOverlaps() owner.OverlapsModel {
	entries := shownEntries()
	twin := flow.Entry{ID: "wysylka", Topic: "Płatność", Question: "Ile kosztuje wysyłka?", Answer: "Od 12,99 zł. Zależy od tego, czy kurier, czy paczkomat."}
	damaged := flow.Entry{ID: "stluczona", Question: "Co zrobić, kiedy paczka doszła uszkodzona i w środku pękła doniczka?", Phrases: []string{"pęknięta doniczka", "paczka uszkodzona"}, Answer: "Napisz do nas."}
	return owner.OverlapsModel{Bot: "asystent", Edits: true, Total: 111, Waiting: 27, Pairs: []owner.OverlapPair{
		{A: entries[0], B: twin, Alike: []owner.AlikePhrasings{{A: "koszt wysyłki", B: "Ile kosztuje wysyłka?", Stolen: true}, {A: "Ile kosztuje dostawa?", B: "Ile kosztuje wysyłka?"}}},
		{A: entries[4], B: damaged, Alike: []owner.AlikePhrasings{{A: "Co zrobić, gdy przesyłka przyszła uszkodzona?", B: "Co zrobić, kiedy paczka doszła uszkodzona i w środku pękła doniczka?"}}},
	}}
}
