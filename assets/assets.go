// Package assets holds what browsers are given: scripts, styles, fonts and icons, built by ./build and embedded.
package assets

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"path"
	"strings"
)

//go:generate go run ./build

//go:embed dist vendor/lucide
var embedded embed.FS

// file is an asset of dist with what is needed to serve it.
type file struct {
	name         string
	plain        []byte
	brotli, gzip []byte // nil where compressing gains nothing
	hash         string // of plain, ten hex digits
}

var files = load()

// load reads dist once. A name with .br or .gz belongs to the file beside it.
func load() map[string]file {
	all := map[string]file{}
	entries, err := fs.ReadDir(embedded, "dist")
	if err != nil {
		panic("assets: " + err.Error()) // embedding makes this impossible
	}
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() || path.Ext(name) == ".br" || path.Ext(name) == ".gz" {
			continue
		}
		plain := read("dist/" + name)
		sum := sha256.Sum256(plain)
		all[name] = file{name, plain, read("dist/" + name + ".br"), read("dist/" + name + ".gz"), hex.EncodeToString(sum[:5])}
	}
	return all
}

// read is the embedded file's content, nil where there is none.
func read(name string) []byte {
	data, err := embedded.ReadFile(name)
	if err != nil {
		return nil
	}
	return data
}

// Bytes is the content of a built asset such as "loader.js", nil for an unknown name. It must not be changed.
func Bytes(name string) []byte { return files[name].plain }

// Compressed is the asset as brotli, as most browsers get it; nil for an unknown name or a font.
func Compressed(name string) []byte { return files[name].brotli }

// Hash names the content of a built asset: ten hex digits, "" for an unknown name.
func Hash(name string) string { return files[name].hash }

// Hashed is the asset's name with its hash: panel.js becomes panel.1f0a….js. A font's version is in its
// name already, and its style sheet refers to it by that name.
func Hashed(name string) string {
	if permanent(name) || Hash(name) == "" {
		return name
	}
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + Hash(name) + ext
}

// URL is the address under which Handler serves an asset, for ever the same bytes.
func URL(name string) string { return "/static/" + Hashed(name) }

// permanent tells that a name never gets other content: fonts carry their version.
func permanent(name string) bool { return path.Ext(name) == ".woff2" }

// Icon is a vendored lucide icon as SVG, without its licence comment; nil for a name that is not in vendor/lucide.txt.
func Icon(name string) []byte {
	svg := read("vendor/lucide/" + name + ".svg")
	if i := bytes.Index(svg, []byte("<svg")); i > 0 {
		svg = svg[i:]
	}
	return svg
}
