package assets

import (
	"bytes"
	"strings"
	"testing"
)

func TestLoader(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", `{"bot":"b"}`, strings.Repeat("ż", largestStored/2), strings.Repeat("ab", largestStored)} {
		plain, packed := Loader([]byte(text))
		want := bytes.Replace(Bytes("loader.js"), []byte(mark), []byte(text), 1)
		if !bytes.Equal(plain, want) {
			t.Errorf("%d bytes of text: not in its place", len(text))
		}
		if !bytes.Equal(unpacked(packed), want) {
			t.Errorf("%d bytes of text: unpacks to another script", len(text))
		}
	}
}
