package cli

import (
	"context"
	"io"
	"strings"

	"okienko/runtime/fault"
)

// Check reads every record of the folder and tells what is wrong.
type Check struct{}

// Do fails with fault.Damaged if anything is wrong.
func (*Check) Do(ctx context.Context, on Target, out io.Writer) error {
	findings, err := on.Store.Check(ctx, nil)
	if err != nil {
		return err
	}
	for _, f := range findings {
		say(ctx, out, "cli.check_finding", "what", strings.TrimSpace(f.Kind+" "+f.Key), "problem", Explain(ctx, f.Problem))
	}
	if len(findings) > 0 {
		return fault.New(fault.Damaged, "fault.cli_check_found", "Count", len(findings))
	}
	say(ctx, out, "cli.check_clean")
	return nil
}
