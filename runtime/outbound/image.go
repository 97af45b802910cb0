package outbound

import (
	"context"
	"net/http"
	"slices"

	"okienko/runtime/fault"
)

const maxImage = 10 << 20

var imageTypes = []string{"image/png", "image/jpeg", "image/gif", "image/webp"}

// FetchImage copies a picture from an address, so that customers never load it from there. The type is
// what the bytes are, not what the server says; the caller decodes it like an uploaded file.
func (c *Client) FetchImage(ctx context.Context, address string) (content []byte, mediaType string, err error) {
	answer, err := c.Do(ctx, Request{URL: address, Limit: maxImage, Header: map[string]string{"Accept": "image/*"}})
	if err != nil {
		return nil, "", err
	}
	if answer.Status != http.StatusOK {
		return nil, "", fault.New(fault.Unavailable, "host.outbound_status", "status", answer.Status)
	}
	mediaType = http.DetectContentType(answer.Body)
	if !slices.Contains(imageTypes, mediaType) {
		return nil, "", fault.New(fault.Invalid, "host.outbound_no_image")
	}
	return answer.Body, mediaType, nil
}
