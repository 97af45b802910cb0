package nlu

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
)

// termsField holds the numbers of an entry's terms in the corpus, one value each.
const termsField = "terms"

// openBleve opens the folder, builds it if it is not there, and builds it again if it is damaged.
func openBleve(dir, name string, c *corpus) (bleve.Index, error) {
	if dir == "" {
		return inMemory(c)
	}
	folder := filepath.Join(dir, name)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		if err := build(dir, name, c); err != nil {
			return nil, err
		}
	}
	index, err := openFolder(folder)
	if err == nil {
		return index, nil
	}
	slog.Warn("search index is damaged and built again", "folder", folder, "error", err)
	if err := os.RemoveAll(folder); err != nil {
		return nil, err
	}
	if err := build(dir, name, c); err != nil {
		return nil, err
	}
	return openFolder(folder)
}

// openFolder reads only: several may have the same folder open.
func openFolder(folder string) (index bleve.Index, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("opening the index: %v", p)
		}
	}()
	if err := verify(folder); err != nil {
		return nil, err
	}
	return bleve.OpenUsing(folder, map[string]any{"read_only": true, "bolt_timeout": "5s"})
}

// build writes into a temporary folder first, so that a folder with the right name is always whole.
func build(dir, name string, c *corpus) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	temporary, err := os.MkdirTemp(dir, temporaryPrefix)
	if err != nil {
		return err
	}
	defer os.RemoveAll(temporary)
	made := filepath.Join(temporary, "index")
	if err := write(made, temporary, c); err != nil {
		return err
	}
	if err := seal(made); err != nil {
		return err
	}
	folder := filepath.Join(dir, name)
	if err := os.Rename(made, folder); err != nil {
		if _, there := os.Stat(folder); there == nil {
			return nil // somebody else was faster
		}
		return err
	}
	return nil
}

func write(folder, scratch string, c *corpus) error {
	builder, err := bleve.NewBuilder(folder, schema(), map[string]any{"buildPathPrefix": scratch})
	if err != nil {
		return err
	}
	for i := range c.entries {
		if err := builder.Index(strconv.Itoa(i), c.document(i)); err != nil {
			return errors.Join(err, builder.Close())
		}
	}
	return builder.Close()
}

func inMemory(c *corpus) (bleve.Index, error) {
	index, err := bleve.NewUsing("", schema(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, err
	}
	batch := index.NewBatch()
	for i := range c.entries {
		if err := batch.Index(strconv.Itoa(i), c.document(i)); err != nil {
			return nil, err
		}
	}
	return index, index.Batch(batch)
}

func (c *corpus) document(i int) map[string]any {
	var terms []string
	for _, term := range c.entries[i].all {
		terms = append(terms, strconv.Itoa(int(term)))
	}
	return map[string]any{termsField: terms}
}

func schema() mapping.IndexMapping {
	terms := bleve.NewTextFieldMapping()
	terms.Analyzer = keyword.Name
	terms.Store, terms.DocValues, terms.IncludeInAll, terms.IncludeTermVectors = false, false, false, false
	m := bleve.NewIndexMapping()
	m.DefaultMapping = bleve.NewDocumentStaticMapping()
	m.DefaultMapping.AddFieldMappingsAt(termsField, terms)
	return m
}

const temporaryPrefix = ".building-"

// Sweep removes the indexes under dir whose names are not to be kept, and what an interrupted build left.
// Call it when nothing is being built.
func Sweep(dir string, keep []string) error {
	folders, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var errs []error
	for _, f := range folders {
		ours := strings.Contains(f.Name(), "-v") || strings.HasPrefix(f.Name(), temporaryPrefix)
		if ours && f.IsDir() && !slices.Contains(keep, f.Name()) {
			errs = append(errs, os.RemoveAll(filepath.Join(dir, f.Name())))
		}
	}
	return errors.Join(append(errs, err)...)
}
