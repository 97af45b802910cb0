package cli

import (
	"fmt"
	"io"

	"okienko/assets"
	"okienko/runtime/nlu/morph"
)

// Licenses prints what must go with every copy of what others made.
type Licenses struct{}

// Do writes the texts, those of the language data first.
func (Licenses) Do(out io.Writer) error {
	_, err := fmt.Fprintf(out, "%s\n%s", morph.Licenses(), assets.Licenses())
	return err
}
