package owner

import (
	"strconv"
	"time"
)

// ReleasesModel is the list of what was published.
type ReleasesModel struct {
	Bot  string
	Rows []ReleaseRow // newest first
	Now  time.Time
}

// ReleaseRow is one release.
type ReleaseRow struct {
	Number  int
	At      time.Time
	Who     string
	Note    string
	Nodes   int
	Entries int
	Live    bool
}

func restorePath(bot string, number int) string {
	return "/bots/" + bot + "/releases/" + strconv.Itoa(number) + "/restore"
}
