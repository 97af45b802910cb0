package views

import "okienko/runtime/fault"

func noticeIcon(kind string) string {
	switch kind {
	case "good":
		return "circle-check"
	case "warn":
		return "triangle-alert"
	case "bad":
		return "circle-alert"
	}
	return "info"
}

// noticeRole makes trouble be read out at once; the rest waits for its turn.
func noticeRole(kind string) string {
	if kind == "bad" {
		return "alert"
	}
	return "note"
}

func problemIcon(code fault.Code) string {
	switch code {
	case fault.NotFound, fault.Gone:
		return "search"
	case fault.Unauthorized, fault.Forbidden:
		return "lock"
	case fault.TooMany:
		return "hourglass"
	case fault.Full, fault.Damaged:
		return "hard-drive"
	}
	return "wrench"
}
