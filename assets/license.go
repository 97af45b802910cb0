package assets

import _ "embed"

//go:embed vendor/LICENSES
var licenses string

// Licenses are the texts that must go with every copy of the vendored scripts, font and icons.
func Licenses() string { return licenses }
