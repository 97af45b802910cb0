// The canvas: see the modules beside this one.
export {}
