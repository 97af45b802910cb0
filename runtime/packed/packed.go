// Package packed reads texts that are built in as one small file, made by ./pack:
//
//	//go:generate go run okienko/runtime/packed/pack OUT.br PATTERN...
//
// The texts themselves stay beside it for people to read and change; a test finds an OUT.br that is out of date.
package packed

import (
	"bytes"
	"encoding/json"

	"github.com/andybalholm/brotli"
)

// Files are the packed texts by their names, as slash paths. It panics on data that ./pack did not make:
// they are part of the program.
func Files(data []byte) map[string]string {
	var files map[string]string
	if err := json.NewDecoder(brotli.NewReader(bytes.NewReader(data))).Decode(&files); err != nil {
		panic(err)
	}
	return files
}
