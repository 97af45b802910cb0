package flow

// checker collects what Validate and Inspect find; bodies land with the validation work.
type checker struct{}
