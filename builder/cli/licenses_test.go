package cli_test

import (
	"bytes"
	"strings"
	"testing"

	"okienko/builder/cli"
)

func TestLicensesOfWhatOthersMade(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := cli.Run(t.Context(), "test", []string{"licenses"}, nil, &out, nil); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"Morfologik", "Redistributions in binary form", "zxcvbn", "lucide", "SIL OPEN FONT LICENSE", "htmx"} {
		if !strings.Contains(out.String(), text) {
			t.Errorf("nothing is said of %q", text)
		}
	}
}
