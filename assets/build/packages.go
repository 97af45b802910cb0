package main

import (
	"os"
	"path/filepath"
	"strings"
)

// npmPackage says what is vendored from an npm package. Only these files are taken, never its dependencies.
type npmPackage struct {
	name, version, license string
	tarball                string            // its file name as npm pack gives it
	files                  map[string]string // path in the package to path in vendor/
}

// packages lists all that is vendored; the icons are those named in vendor/lucide.txt.
func packages(vendor string) ([]npmPackage, error) {
	icons, err := iconFiles(filepath.Join(vendor, "lucide.txt"))
	if err != nil {
		return nil, err
	}
	return []npmPackage{
		{"htmx.org", "4.0.1", "BSD-0-Clause", "htmx.org-4.0.1.tgz", map[string]string{
			"dist/htmx.esm.js": "htmx/htmx.esm.js",
		}},
		{"lucide-static", "1.62.0", "ISC", "lucide-static-1.62.0.tgz", icons},
		{"@fontsource-variable/inter", "5.3.0", "OFL-1.1", "fontsource-variable-inter-5.3.0.tgz", map[string]string{
			"files/inter-latin-wght-normal.woff2":     "inter/inter-latin-5.3.0.woff2",
			"files/inter-latin-ext-wght-normal.woff2": "inter/inter-latin-ext-5.3.0.woff2",
		}},
		{"axe-core", "4.14.1", "MPL-2.0", "axe-core-4.14.1.tgz", map[string]string{ // tests only
			"axe.min.js": "axe/axe.min.js",
		}},
	}, nil
}

func iconFiles(list string) (map[string]string, error) {
	data, err := os.ReadFile(list)
	files := map[string]string{}
	for _, name := range strings.Fields(string(data)) {
		files["icons/"+name+".svg"] = "lucide/" + name + ".svg"
	}
	return files, err
}
