package nlu

import (
	"strings"
	"testing"
	"time"

	"okienko/runtime/engine"
)

// aSunday is 22 November 2026, just after two in the afternoon.
var aSunday = time.Date(2026, 11, 22, 14, 5, 0, 0, time.FixedZone("CET", 3600))

// told writes the dates and times of a list.
func told(found []engine.Extracted) string {
	var list []string
	for _, v := range found {
		if v.Kind == "date" || v.Kind == "time" {
			list = append(list, v.Text)
		}
	}
	return strings.Join(list, " ")
}

func TestDates(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"jutro po 15":                        "2026-11-23 15:00-",
		"w przyszły piątek":                  "2026-11-27",
		"w przyszly piatek":                  "2026-11-27",
		"za 2 dni":                           "2026-11-24",
		"za dwa dni":                         "2026-11-24",
		"będę za tydzień":                    "2026-11-29",
		"za tydzien":                         "2026-11-29",
		"za 3 tyg":                           "2026-12-13",
		"za miesiąc":                         "2026-12-22",
		"za 2 dni robocze":                   "2026-11-24",
		"za 6 dni roboczych":                 "2026-11-30",
		"3 grudnia":                          "2026-12-03",
		"3-go grudnia":                       "2026-12-03",
		"trzeciego grudnia":                  "2026-12-03",
		"dwudziestego pierwszego grudnia":    "2026-12-21",
		"3.12":                               "2026-12-03",
		"do 3.5 mam czas":                    "2027-05-03",
		"rozmiar 8.5":                        "",
		"3.12.2026":                          "2026-12-03",
		"03-12-2026":                         "2026-12-03",
		"3.12.26":                            "2026-12-03",
		"2026-12-03":                         "2026-12-03",
		"31.02.2026":                         "",
		"3 XII":                              "2026-12-03",
		"3 gru":                              "2026-12-03",
		"3 gurdnia":                          "2026-12-03",
		"5 pazdzernika":                      "2026-10-05",
		"5 stycznia":                         "2027-01-05",
		"5 stycznia 2026":                    "2026-01-05",
		"pojutrze rano":                      "2026-11-24 06:00-10:00",
		"dziś wieczorem":                     "2026-11-22 18:00-22:00",
		"dzis wieczorem":                     "2026-11-22 18:00-22:00",
		"o wpół do ósmej":                    "07:30",
		"o wpol do osmej":                    "07:30",
		"za kwadrans szósta":                 "05:45",
		"kwadrans po ósmej wieczorem":        "20:15",
		"w piątek o 15:30":                   "2026-11-27 15:30",
		"w piatek o 15.30":                   "2026-11-27 15:30",
		"między 10 a 14":                     "10:00-14:00",
		"miedzy 10 a 14":                     "10:00-14:00",
		"od 10 do 14":                        "10:00-14:00",
		"jutro 10-14":                        "2026-11-23 10:00-14:00",
		"w godz. 8-16":                       "08:00-16:00",
		"o 3 po południu":                    "15:00",
		"o osiemnastej":                      "18:00",
		"po godz. 16":                        "16:00-",
		"przed 12":                           "-12:00",
		"do osiemnastej":                     "-18:00",
		"jestem w pracy do 18 i nie odbiorę": "-18:00",
		"we wtorek":                          "2026-11-24",
		"w wtorke":                           "2026-11-24",
		"w sobote":                           "2026-11-28",
		"w niedzielę":                        "2026-11-29",
		"w soboty":                           "",
		"od poniedziałku do środy":           "2026-11-23 2026-11-25",
		"w zeszły piątek":                    "2026-11-20",
		"zamówiłam w piątek":                 "2026-11-20",
		"kupilem w niedziele":                "2026-11-15",
		"2 dni temu":                         "2026-11-20",
		"tydzień temu":                       "2026-11-15",
		"dwa tygodnie temu":                  "2026-11-08",
		"wczoraj":                            "2026-11-21",
		"przedwczoraj":                       "2026-11-20",
		"w pt po 15":                         "2026-11-27 15:00-",
		"od 3 do 5 grudnia":                  "2026-12-03 2026-12-05",
		"3-5 grudnia":                        "2026-12-03 2026-12-05",
		"do 15-go":                           "2026-12-15",
		"tomorrow at 3 pm":                   "2026-11-23 15:00",
		"on Friday":                          "2026-11-27",
		"December 3rd":                       "2026-12-03",
		"in 2 days":                          "2026-11-24",
		"jutor po południu":                  "2026-11-23 12:00-18:00",
		"w poniedzialke":                     "2026-11-23",
		"zwrot do 14 dni":                    "",
		"po 2 sztuki":                        "",
		"od 36 do 40":                        "",
		"do 18 lat":                          "",
		"czy macie 3 pary":                   "",
		"buty za 200 zł":                     "",
		"dobry wieczór":                      "",
		"jutrzenka":                          "",
		"w środku paczki":                    "",
		"kod 31-042":                         "",
		"600 700 800":                        "",
		"15":                                 "",
		"1000-5000":                          "",
		"12-14 dni":                          "",
		"maja kolor zielony":                 "",
		"24/7":                               "",
		"za 0 dni":                           "2026-11-22",
		"pytam o 2 sztuki":                   "",
		"wersja 2.10":                        "",
		"2.10 m":                             "",
	} {
		if got := told(values(clip(text), aSunday)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestDatesWithoutNow(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"jutro": "", "3 grudnia": "", "w piątek o 15:30": "15:30", "3 grudnia 2026": "2026-12-03", "za 2 dni": "", "do 5-go": ""} {
		if got := told(values(clip(text), time.Time{})); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
