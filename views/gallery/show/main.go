// Show serves the gallery for whoever works on the screens: go run ./views/gallery/show
package main

import (
	"fmt"
	"net/http"
	"os"

	"okienko/assets"
	"okienko/views/gallery"
)

const address = "localhost:8090"

func main() {
	mux := http.NewServeMux()
	mux.Handle("/static/", assets.Handler())
	mux.Handle("/gallery", gallery.Handler())
	mux.Handle("/gallery/", gallery.Handler())
	fmt.Printf("http://%s/gallery\n", address)
	if err := http.ListenAndServe(address, mux); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
