package visitor

import "github.com/a-h/templ"

// product is a thing in the demo shop; its words begin with visitor.demo.product.<key>.
type product struct {
	key     string
	glaze   string // class of its colours
	picture templ.Component
}

func products() []product {
	return []product{
		{"mug", "glaze-sea", mug()},
		{"bowl", "glaze-clay", bowl()},
		{"vase", "glaze-moss", vase()},
		{"jug", "glaze-sand", jug()},
		{"plate", "glaze-plum", plate()},
		{"light", "glaze-night", light()},
	}
}
