// Build bundles and precompresses what browsers are given: assets/{js,css,vendor} to assets/dist.
//
//	go generate ./assets              build (also: go run ./build, in assets)
//	go run ./build -take DIR          refill vendor/ from the npm tarballs in DIR (see take.go), then build
//
// Names in dist are stable and the same sources always give the same bytes, so dist is committed
// and a test compares it with a fresh build.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	take := flag.String("take", "", "folder with the npm tarballs to refill vendor/ from")
	flag.Parse()
	if err := run(*take); err != nil {
		fmt.Fprintln(os.Stderr, "assets:", err)
		os.Exit(1)
	}
}

func run(tarballs string) error {
	if tarballs != "" {
		if err := takeAll(tarballs, "vendor"); err != nil {
			return err
		}
	}
	return build(".", "dist")
}

// build writes the bundles of the assets folder root, and their compressed forms, into dist.
func build(root, dist string) error {
	if err := verify(root + "/vendor"); err != nil {
		return err
	}
	built, err := bundle(root)
	if err != nil {
		return err
	}
	return write(dist, built)
}
