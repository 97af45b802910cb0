package bolt

import (
	"fmt"
	"io"

	"okienko/runtime/store/kv"
)

// pages reads pages of a file without mapping it.
type pages struct {
	file io.ReaderAt
	size uint64 // of a page
	end  uint64 // every id is below it
}

// page is one page with what overflows into those behind it.
type page struct {
	id       uint64
	flags    uint16
	count    int
	overflow uint64
	raw      []byte // header included
}

// read returns a page whose header makes sense and whose kind is among flags.
func (p *pages) read(id uint64, flags uint16) (page, error) {
	if id < 2 || id >= p.end {
		return page{}, fmt.Errorf("%w: page %d of %d", kv.ErrDamaged, id, p.end)
	}
	raw := make([]byte, p.size)
	if _, err := p.file.ReadAt(raw, int64(id*p.size)); err != nil {
		return page{}, fmt.Errorf("%w: page %d: %w", kv.ErrDamaged, id, err)
	}
	q := page{id: id, flags: number16(raw[8:]), count: int(number16(raw[10:])), overflow: uint64(number32(raw[12:])), raw: raw}
	switch {
	case number64(raw) != id:
		return page{}, fmt.Errorf("%w: page %d says that it is page %d", kv.ErrDamaged, id, number64(raw))
	case q.flags&flags == 0 || q.flags&(q.flags-1) != 0:
		return page{}, fmt.Errorf("%w: page %d is of kind %#x", kv.ErrDamaged, id, q.flags)
	case q.overflow >= p.end-id:
		return page{}, fmt.Errorf("%w: page %d reaches beyond the end", kv.ErrDamaged, id)
	case q.overflow == 0:
		return q, nil
	}
	q.raw = make([]byte, (q.overflow+1)*p.size)
	if _, err := p.file.ReadAt(q.raw, int64(id*p.size)); err != nil {
		return page{}, fmt.Errorf("%w: page %d: %w", kv.ErrDamaged, id, err)
	}
	return q, nil
}

// checkFreelist reads the list of free pages: ascending ids within the file.
func (p *pages) checkFreelist(id uint64) error {
	q, err := p.read(id, flagFreelist)
	if err != nil {
		return err
	}
	list, count := q.raw[pageHeader:], uint64(q.count)
	if count == 0xFFFF { // too many for the header: the first number is the count
		count, list = number64(list), list[8:]
	}
	if count > uint64(len(list))/8 {
		return fmt.Errorf("%w: %d free pages in a list of %d bytes", kv.ErrDamaged, count, len(list))
	}
	last := uint64(1)
	for i := range count {
		free := number64(list[i*8:])
		if free <= last || free >= p.end {
			return fmt.Errorf("%w: free page %d after %d of %d", kv.ErrDamaged, free, last, p.end)
		}
		last = free
	}
	return nil
}
