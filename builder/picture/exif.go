package picture

import (
	"encoding/binary"
	"image"
	"image/draw"
)

// orientation reads how a phone was held (1 to 8, as EXIF numbers it) from a JPEG; 1 if nothing says so.
// It is the one thing of EXIF that has to be applied before EXIF is dropped.
func orientation(jpeg []byte) int {
	for at := 2; at+4 <= len(jpeg) && jpeg[at] == 0xff; {
		length := int(binary.BigEndian.Uint16(jpeg[at+2:]))
		if jpeg[at+1] == 0xda || length < 2 || at+2+length > len(jpeg) {
			return 1
		}
		if body := jpeg[at+4 : at+2+length]; jpeg[at+1] == 0xe1 && len(body) > 14 && string(body[:6]) == "Exif\x00\x00" {
			return fromTIFF(body[6:])
		}
		at += 2 + length
	}
	return 1
}

func fromTIFF(tiff []byte) int {
	const tag, entry = 0x0112, 12
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return 1
	}
	for i, n := 0, int(order.Uint16(tiff[at:])); i < n; i++ {
		field := at + 2 + i*entry
		if field+entry > len(tiff) {
			return 1
		}
		if order.Uint16(tiff[field:]) == tag {
			return int(order.Uint16(tiff[field+8:]))
		}
	}
	return 1
}

// turned sets a picture upright.
func turned(m image.Image, orientation int) image.Image {
	if orientation < 2 || orientation > 8 {
		return m
	}
	from := image.NewRGBA(image.Rect(0, 0, m.Bounds().Dx(), m.Bounds().Dy()))
	draw.Draw(from, from.Bounds(), m, m.Bounds().Min, draw.Src)
	w, h := from.Rect.Dx(), from.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if orientation > 4 {
		size = image.Rect(0, 0, h, w)
	}
	to := image.NewRGBA(size)
	for y := range h {
		for x := range w {
			at := place(orientation, x, y, w, h)
			copy(to.Pix[to.PixOffset(at.X, at.Y):], from.Pix[from.PixOffset(x, y):][:4])
		}
	}
	return to
}

// place is where a dot of a picture of w times h goes.
func place(orientation, x, y, w, h int) image.Point {
	switch orientation {
	case 2:
		return image.Pt(w-1-x, y)
	case 3:
		return image.Pt(w-1-x, h-1-y)
	case 4:
		return image.Pt(x, h-1-y)
	case 5:
		return image.Pt(y, x)
	case 6:
		return image.Pt(h-1-y, x)
	case 7:
		return image.Pt(h-1-y, w-1-x)
	}
	return image.Pt(y, w-1-x)
}
