package owner

// EmbedModel is the screen Osadź.
type EmbedModel struct {
	Bot       string
	Snippet   string
	Page      string // address of the hosted chat page
	Live      bool   // a release exists
	Reachable bool   // the address works beyond this machine
	Domains   []string
}
