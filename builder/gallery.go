package builder

import "okienko/views/gallery"

// galleryRoutes exist only for developers. The gallery holds fixtures and nothing of the shop's, so anyone may look.
func (b *Builder) galleryRoutes() []Route {
	if !b.Dev {
		return nil
	}
	show := gallery.Handler()
	return []Route{
		{Method: "GET", Pattern: "/gallery", Role: Anyone, Handler: show},
		{Method: "GET", Pattern: "/gallery/{name...}", Role: Anyone, Handler: show},
	}
}
