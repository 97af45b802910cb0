// Package assets holds what browsers are given: scripts, styles, fonts and icons, built by ./build and embedded.
package assets

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"

	"okienko/runtime/packed"
)

//go:generate go run ./build
//go:generate go run okienko/runtime/packed/pack icons.br vendor/lucide/*.svg

// What has a compressed form is embedded in that alone: who can't take it gets it unpacked.
//
//go:embed dist/*.br dist/*.woff2
var embedded embed.FS

//go:embed icons.br
var packedIcons []byte

// icons are the vendored SVGs by the path they have here.
var icons = sync.OnceValue(func() map[string]string { return packed.Files(packedIcons) })

// file is an asset of dist with what is needed to serve it.
type file struct {
	name        string
	plain, gzip func() []byte // made when first asked for; gzip is nil where compressing gains nothing
	brotli      []byte        // nil where compressing gains nothing
	hash        string        // of the content, ten hex digits
}

var files = load()

// load reads dist once. A name with .br is the packed form of the asset named before it.
func load() map[string]file {
	all := map[string]file{}
	entries, err := fs.ReadDir(embedded, "dist")
	if err != nil {
		panic("assets: " + err.Error()) // embedding makes this impossible
	}
	for _, e := range entries {
		name, small := strings.CutSuffix(e.Name(), ".br")
		if path.Ext(name) == ".head" {
			continue // see Loader
		}
		data := read("dist/" + e.Name())
		sum := sha256.Sum256(data)
		f := file{name: name, plain: func() []byte { return data }, hash: hex.EncodeToString(sum[:5])}
		if small {
			f.brotli = data
			f.plain = sync.OnceValue(func() []byte { return unpacked(data) })
			f.gzip = sync.OnceValue(func() []byte { return gzipped(f.plain()) })
		}
		all[name] = f
	}
	return all
}

func unpacked(data []byte) []byte {
	plain, err := io.ReadAll(brotli.NewReader(bytes.NewReader(data)))
	if err != nil {
		panic("assets: " + err.Error()) // a test unpacks all of them
	}
	return plain
}

// gzipped is for browsers that take no brotli, as they do not from a server without TLS.
func gzipped(plain []byte) []byte {
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, gzip.BestCompression) // fails only for an unknown level
	_, _ = z.Write(plain)                                   // a buffer takes everything
	_ = z.Close()
	return out.Bytes()
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
func Bytes(name string) []byte {
	if f, ok := files[name]; ok {
		return f.plain()
	}
	return nil
}

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
	svg, ok := icons()["vendor/lucide/"+name+".svg"]
	if !ok {
		return nil
	}
	return []byte(svg[max(strings.Index(svg, "<svg"), 0):])
}
