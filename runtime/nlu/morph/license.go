package morph

import _ "embed"

var (
	//go:embed SOURCES.md
	sources string
	//go:embed LICENSE.polish.txt
	polishLicense string
	//go:embed LICENSE.common.txt
	commonLicense string
)

// Licenses says where the dictionary's data come from, with the texts that must go with every copy of them.
func Licenses() string { return sources + "\n" + polishLicense + "\n" + commonLicense }
