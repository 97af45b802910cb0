package flow

// SetVariable changes a variable.
//
//	{"type": "set_variable", "id": "b1", "variable": "rabat", "operation": "set", "value": "{{kod ?? brak}}"}
type SetVariable struct {
	Core
	Variable  string `json:"variable"`
	Operation string `json:"operation"` // set, add, subtract, append, clear, now
	Value     string `json:"value,omitempty"`
}

// Type is "set_variable".
func (*SetVariable) Type() string { return "set_variable" }

// Outs are the ways out of this block.
func (b *SetVariable) Outs() []Out { return nil }

func (b *SetVariable) validate(c *checker) {
	c.known("variable", b.Variable)
	c.among("operation", b.Operation, Operations(), "bad_operation")
	c.text("value", b.Value, MaxPrompt)
}

func (b *SetVariable) inspect(c *checker) {}

// Operations are what can be done to a variable, in the order of the form.
func Operations() []string { return []string{"set", "add", "subtract", "append", "clear", "now"} }
