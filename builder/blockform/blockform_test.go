package blockform

import (
	"net/url"
	"strconv"
	"testing"

	"okienko/runtime/flow"
)

func TestRead(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name, block, form, want string
		errors                  string // "field key" of each
	}{
		{"a text", `{"type":"say_text","id":"b1","text":"a"}`, "text=Cze%C5%9B%C4%87%0D%0Adrugi", `{"type":"say_text","id":"b1","text":"Cześć\ndrugi"}`, ""},
		{"a form without the field changes nothing", `{"type":"say_text","id":"b1","text":"a"}`, "x=1", `{"type":"say_text","id":"b1","text":"a"}`, ""},
		{"exits stay as they are", `{"type":"ask_email","id":"b1","exits":[{"id":"failed","to":"n2"}],"prompt":"a"}`, "prompt=b&exit.failed=n3", `{"type":"ask_email","id":"b1","exits":[{"id":"failed","to":"n2"}],"prompt":"b"}`, ""},
		{"what does not fit stays out", `{"type":"ask_text","id":"b1","prompt":"a","max":20}`, "prompt=b&max=dużo&tries=99", `{"type":"ask_text","id":"b1","prompt":"b","max":20}`, "tries inspector.error.range max inspector.error.whole "},
		{"an empty number is as usual", `{"type":"ask_text","id":"b1","prompt":"a","max":20}`, "max=", `{"type":"ask_text","id":"b1","prompt":"a"}`, ""},
		{"numbers as Poles write them", `{"type":"ask_number","id":"b1","prompt":"a"}`, "prompt=a&min=1%C2%A0234,5&max=2000&whole=on", `{"type":"ask_number","id":"b1","prompt":"a","min":1234.5,"max":2000,"whole":true}`, ""},
		{"an unticked box", `{"type":"ask_number","id":"b1","prompt":"a","whole":true}`, "prompt=a", `{"type":"ask_number","id":"b1","prompt":"a"}`, ""},
		{"seconds", `{"type":"wait","id":"b1","millis":1}`, "millis=1,5", `{"type":"wait","id":"b1","millis":1500}`, ""},
		{"too many seconds", `{"type":"wait","id":"b1","millis":1}`, "millis=11", `{"type":"wait","id":"b1","millis":1}`, "millis inspector.error.range "},
		{"choices in the order of the form", `{"type":"ask_choice","id":"b1","prompt":"","choices":[{"id":"c1","label":"a"},{"id":"c2","label":"b"},{"id":"c3","label":"new"}]}`, "choice=c2&label.c2=B&choice=c1&label.c1=A", `{"type":"ask_choice","id":"b1","prompt":"","choices":[{"id":"c2","label":"B"},{"id":"c1","label":"A"},{"id":"c3","label":"new"}]}`, ""},
		{"a choice goes with its edge", `{"type":"ask_choice","id":"b1","exits":[{"id":"c1","to":"n1"},{"id":"c2","to":"n2"}],"prompt":"","choices":[{"id":"c1","label":"a"},{"id":"c2","label":"b"}]}`, "choice=c1&choice=c2&do=choice.remove:c1", `{"type":"ask_choice","id":"b1","exits":[{"id":"c2","to":"n2"}],"prompt":"","choices":[{"id":"c2","label":"b"}]}`, ""},
		{"a choice more", `{"type":"ask_choice","id":"b1","prompt":"","choices":null}`, "do=choice.add", `{"type":"ask_choice","id":"b1","prompt":"","choices":[{"id":"id1","label":""}]}`, ""},
		{"a choice goes down", `{"type":"ask_choice","id":"b1","prompt":"","choices":[{"id":"c1","label":"a"},{"id":"c2","label":"b"}]}`, "choice=c1&choice=c2&do=choice.down:c1", `{"type":"ask_choice","id":"b1","prompt":"","choices":[{"id":"c2","label":"b"},{"id":"c1","label":"a"}]}`, ""},
		{"a branch with its rows", `{"type":"decide","id":"b1","branches":[{"id":"r1","label":"","rules":[{"variable":"","operator":"is"}]}]}`, "branch=r1&label.r1=Du%C5%BCo&join.r1=any&variable.r1=kwota&operator.r1=greater&value.r1=199", `{"type":"decide","id":"b1","branches":[{"id":"r1","label":"Dużo","join":"any","rules":[{"variable":"kwota","operator":"greater","value":"199"}]}]}`, ""},
		{"rows of another number change nothing", `{"type":"decide","id":"b1","branches":[{"id":"r1","label":"a","rules":[{"variable":"x","operator":"is"}]}]}`, "variable.r1=y&variable.r1=z&operator.r1=is&value.r1=", `{"type":"decide","id":"b1","branches":[{"id":"r1","label":"a","rules":[{"variable":"x","operator":"is"}]}]}`, ""},
		{"a row more", `{"type":"decide","id":"b1","branches":[{"id":"r1","label":"a","rules":[]}]}`, "do=rule.add:r1", `{"type":"decide","id":"b1","branches":[{"id":"r1","label":"a","rules":[{"variable":"","operator":"is"}]}]}`, ""},
		{"a row less", `{"type":"decide","id":"b1","branches":[{"id":"r1","label":"a","rules":[{"variable":"x","operator":"is"},{"variable":"y","operator":"is"}]}]}`, "do=rule.remove:r1:0", `{"type":"decide","id":"b1","branches":[{"id":"r1","label":"a","rules":[{"variable":"y","operator":"is"}]}]}`, ""},
		{"an operator that is none", `{"type":"decide","id":"b1","branches":[{"id":"r1","label":"a","rules":[{"variable":"x","operator":"is"}]}]}`, "variable.r1=x&operator.r1=drop&value.r1=", `{"type":"decide","id":"b1","branches":[{"id":"r1","label":"a","rules":[{"variable":"x","operator":"is"}]}]}`, ""},
		{"a variable to be made waits for its name", `{"type":"set_variable","id":"b1","variable":"x","operation":"set"}`, "variable=%2Bnew&operation=add&value=1", `{"type":"set_variable","id":"b1","variable":"x","operation":"add","value":"1"}`, ""},
		{"a country", `{"type":"ask_phone","id":"b1","prompt":""}`, "country=DE", `{"type":"ask_phone","id":"b1","prompt":"","country":"DE"}`, ""},
		{"the picture is not typed", `{"type":"say_image","id":"b1","source":"file:a","alt":""}`, "source=http://x&alt=Tabela", `{"type":"say_image","id":"b1","source":"file:a","alt":"Tabela"}`, ""},
		{"a person", `{"type":"hand_over","id":"b1"}`, "text=a&ask=b&ask_email=c&done=d&tries=2&silence_after=60", `{"type":"hand_over","id":"b1","text":"a","ask":"b","ask_email":"c","done":"d","tries":2,"silence_after":60}`, ""},
		{"the end", `{"type":"end","id":"b1"}`, "text=pa", `{"type":"end","id":"b1","text":"pa"}`, ""},
		{"the knowledge", `{"type":"answer_faq","id":"b1","prompt":"a"}`, "prompt=b&variable=pytanie&retry=c&silence_text=d", `{"type":"answer_faq","id":"b1","prompt":"b","variable":"pytanie","retry":"c","silence_text":"d"}`, ""},
		{"a jump has only its exit", `{"type":"jump","id":"b1","exits":[{"id":"to","to":"n2"}]}`, "text=a", `{"type":"jump","id":"b1","exits":[{"id":"to","to":"n2"}]}`, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			block, err := flow.ReadBlock([]byte(c.block))
			if err != nil {
				t.Fatal(err)
			}
			got := read(t, block, c.form)
			written, _ := flow.WriteBlock(got.Block)
			if string(written) != c.want {
				t.Errorf("got  %s\nwant %s", written, c.want)
			}
			var errors string
			for _, e := range got.Errors {
				errors += e.Field + " " + e.Key + " "
			}
			if errors != c.errors {
				t.Errorf("errors %q, want %q", errors, c.errors)
			}
			if before, _ := flow.WriteBlock(block); string(before) != c.block && c.block != `{"type":"ask_choice","id":"b1","prompt":"","choices":null}` {
				t.Errorf("the old block changed: %s", before)
			}
		})
	}
}

func read(t *testing.T, block flow.Block, query string) Result {
	t.Helper()
	form, err := url.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	got, err := Read(block, form, func() string { n++; return "id" + strconv.Itoa(n) })
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// What is typed is kept, with the sentence at its field.
func TestTypedIsKept(t *testing.T) {
	t.Parallel()
	got := read(t, &flow.Wait{Core: flow.Core{ID: "b1"}}, "millis=chwila")
	if got.Typed["millis"] != "chwila" || len(got.Errors) != 1 || got.Errors[0].Field != "millis" {
		t.Errorf("typed %v, errors %v", got.Typed, got.Errors)
	}
}
