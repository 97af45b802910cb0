package main

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// modules and styles are ES modules and style sheets for our own pages, and the panel, which is imported.
var modules = []api.EntryPoint{
	{InputPath: "js/owner/main.js", OutputPath: "owner"},
	{InputPath: "js/editor/main.js", OutputPath: "editor"},
	{InputPath: "js/widget/panel.js", OutputPath: "panel"},
	{InputPath: "js/widget/page.js", OutputPath: "page"},
	{InputPath: "css/owner.css", OutputPath: "owner"},
	{InputPath: "css/page.css", OutputPath: "page"},
}

// loader is a classic script: it is pasted into shops and may leave nothing behind but window.Okienko.
var loader = []api.EntryPoint{{InputPath: "js/widget/loader.js", OutputPath: "loader"}}

// output is one file of dist.
type output struct {
	name string
	data []byte
}

// bundle builds every entry of the assets folder root, in memory.
func bundle(root string) ([]output, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	first, err := esbuild(root, modules, api.FormatESModule)
	if err != nil {
		return nil, err
	}
	second, err := esbuild(root, loader, api.FormatIIFE)
	return append(first, second...), err
}

func esbuild(root string, entries []api.EntryPoint, format api.Format) ([]output, error) {
	result := api.Build(api.BuildOptions{
		AbsWorkingDir:       root,
		EntryPointsAdvanced: entries,
		Outdir:              "dist",
		Bundle:              true,
		Format:              format,
		Target:              api.ES2022,
		Charset:             api.CharsetUTF8,
		MinifySyntax:        true,
		MinifyWhitespace:    true,
		MinifyIdentifiers:   true,
		LegalComments:       api.LegalCommentsNone, // the licences are in vendor/LICENSES
		Alias:               map[string]string{"htmx.org": "./vendor/htmx/htmx.esm.js"},
		AssetNames:          "[name]",
		Loader:              map[string]api.Loader{".woff2": api.LoaderFile},
		Plugins:             []api.Plugin{cssAsText(root)},
	})
	if len(result.Errors) > 0 {
		return nil, errors.New(strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{}), ""))
	}
	var out []output
	for _, f := range result.OutputFiles {
		out = append(out, output{filepath.Base(f.Path), f.Contents})
	}
	return out, nil
}

// cssAsText lets a module import a style sheet as a minified string, for a constructable style sheet in a shadow root.
func cssAsText(root string) api.Plugin {
	return api.Plugin{Name: "css-as-text", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: `\.css$`}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			if a.Kind != api.ResolveJSImportStatement {
				return api.OnResolveResult{}, nil
			}
			return api.OnResolveResult{Path: filepath.Join(a.ResolveDir, a.Path), Namespace: "css-as-text"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".", Namespace: "css-as-text"}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			out, err := esbuild(root, []api.EntryPoint{{InputPath: a.Path, OutputPath: "text"}}, api.FormatDefault)
			if err != nil {
				return api.OnLoadResult{}, err
			}
			css := strings.TrimSpace(string(out[0].data))
			return api.OnLoadResult{Contents: &css, Loader: api.LoaderText}, nil
		})
	}}
}
