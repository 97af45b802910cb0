package builder

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"

	"okienko/builder/blockform"
	"okienko/builder/picture"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/outbound"
	"okienko/runtime/store"
)

// maxUpload is the most that a form with a picture may carry: the picture and what was typed beside it.
const maxUpload = picture.MaxBytes + 256<<10

// setImage takes a picture for a block, as a file or by its address, and saves what was typed beside it.
// A picture that can't be taken is told at its field; the rest is saved all the same.
func (b *Builder) setImage(w http.ResponseWriter, r *http.Request) error {
	source, refused := b.takePicture(r, ref(r.Context()))
	if r.PostForm == nil { // not even the form could be read
		return refused
	}
	return b.keepBlock(w, r, func(block flow.Block, result *blockform.Result) {
		image, ok := block.(*flow.SayImage)
		switch {
		case !ok:
		case refused != nil:
			result.Typed["address"] = r.PostForm.Get("address")
			result.Errors = append(result.Errors, fault.Of(refused).On("address"))
		default:
			image.Source = source
		}
	})
}

// takePicture keeps the picture of a form's "file", or of the "address" where there is no file, and returns
// it as an image source ("file:<id>"). The person of another shop's bot never gets here: see withBot.
func (b *Builder) takePicture(r *http.Request, of store.BotRef) (source string, err error) {
	content, name, err := b.pictureOf(r)
	if err != nil {
		return "", err
	}
	clean, err := picture.Clean(content)
	if err != nil {
		return "", err
	}
	file, err := b.Store.SaveFile(context.WithoutCancel(r.Context()), of, store.File{
		Name: name, Type: clean.Type, Width: clean.Width, Height: clean.Height,
	}, clean.Content)
	if err != nil {
		return "", err
	}
	return "file:" + file.ID, nil
}

func (b *Builder) pictureOf(r *http.Request) (content []byte, name string, err error) {
	const inMemory = 1 << 20 // of a form; the rest waits in a temporary file
	if err := r.ParseMultipartForm(inMemory); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		r.PostForm = nil
		return nil, "", unreadable(err)
	}
	file, header, err := r.FormFile("file")
	if err == nil && header.Size > 0 {
		defer file.Close()
		content, err = io.ReadAll(file)
		return content, brief(header.Filename), err
	}
	address := strings.TrimSpace(r.PostForm.Get("address"))
	if address == "" {
		return nil, "", fault.New(fault.Invalid, "files.no_file")
	}
	if !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "http://") {
		return nil, "", fault.New(fault.Invalid, "inspector.error.address")
	}
	content, _, err = outbound.New(outbound.Config{Allow: b.AllowHosts}).FetchImage(r.Context(), address)
	return content, brief(address), err
}

// brief is a file's name, for people; nothing is ever opened by it.
func brief(name string) string {
	const most = 120
	if runes := []rune(name); len(runes) > most {
		return string(runes[:most])
	}
	return name
}
