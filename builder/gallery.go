package builder

// galleryRoutes exist only for developers: the gallery of screens is not part of the program.
// It holds fixtures and nothing of the shop's, so anyone may look.
func (b *Builder) galleryRoutes() []Route {
	if b.Gallery == nil {
		return nil
	}
	return []Route{
		{Method: "GET", Pattern: "/gallery", Role: Anyone, Handler: b.Gallery},
		{Method: "GET", Pattern: "/gallery/{name...}", Role: Anyone, Handler: b.Gallery},
	}
}
