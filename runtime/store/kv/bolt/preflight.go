package bolt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"

	"okienko/runtime/store/kv"
)

// bbolt's file format, version 2: two meta pages, then pages of a tree and one list of free pages.
// All numbers are in the machine's byte order.
const (
	pageHeader   = 16 // id 8, flags 2, count 2, overflow 4
	metaSize     = 64 // magic 4, version 4, page size 4, flags 4, root 8, sequence 8, freelist 8, pages 8, txid 8, checksum 8
	metaMagic    = 0xED0CDAED
	metaVersion  = 2
	smallestPage = 1 << 10
	largestPage  = 1 << 16

	flagBranch   = 0x01
	flagLeaf     = 0x02
	flagMeta     = 0x04
	flagFreelist = 0x10

	noFreelist = ^uint64(0)
)

// meta is what one of the two meta pages says.
type meta struct {
	pageSize uint64
	root     uint64 // page of the tree's root
	freelist uint64 // page of the list of free pages
	pages    uint64 // pages in use so far: every id is below it
	txid     uint64
}

// Preflight reads the file without mapping it and returns kv.ErrDamaged or kv.ErrForeign, with the reason,
// if bbolt would panic on it, crash the process or take it for new. It changes nothing.
func Preflight(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%w: not a regular file", kv.ErrForeign)
	}
	return preflight(file, info.Size())
}

func preflight(file io.ReaderAt, size int64) error {
	if size == 0 {
		return fmt.Errorf("%w: empty", kv.ErrDamaged)
	}
	m, err := readMeta(file, size)
	if err != nil {
		return err
	}
	if m.pages*m.pageSize > uint64(size) {
		return fmt.Errorf("%w: %d bytes long, but its pages need %d", kv.ErrDamaged, size, m.pages*m.pageSize)
	}
	p := &pages{file: file, size: m.pageSize, end: m.pages}
	if _, err := p.read(m.root, flagLeaf|flagBranch); err != nil {
		return fmt.Errorf("root: %w", err)
	}
	if m.freelist == noFreelist {
		return nil
	}
	if err := p.checkFreelist(m.freelist); err != nil {
		return fmt.Errorf("list of free pages: %w", err)
	}
	return nil
}

// readMeta returns the newer of the good meta pages. Both must be good: bbolt writes the second meta page
// only after the first is on disk, and a page is smaller than what disks write whole.
func readMeta(file io.ReaderAt, size int64) (meta, error) {
	first, err := metaAt(file, 0)
	if err != nil {
		return meta{}, foreign(file, err)
	}
	if uint64(size) < 2*first.pageSize {
		return meta{}, fmt.Errorf("%w: cut off in its first pages", kv.ErrDamaged)
	}
	second, err := metaAt(file, int64(first.pageSize))
	if err != nil {
		return meta{}, fmt.Errorf("%w: second meta page: %w", kv.ErrDamaged, err)
	}
	if second.pageSize != first.pageSize {
		return meta{}, fmt.Errorf("%w: two page sizes", kv.ErrDamaged)
	}
	if second.txid > first.txid {
		return second, nil
	}
	return first, nil
}

var errMagic = errors.New("not a database of this kind")

// foreign tells a file of another program from a damaged one of ours by looking for the magic number in both places.
func foreign(file io.ReaderAt, err error) error {
	if !errors.Is(err, errMagic) {
		return err
	}
	if _, second := metaAt(file, int64(os.Getpagesize())); errors.Is(second, errMagic) {
		return fmt.Errorf("%w: %w", kv.ErrForeign, err)
	}
	return fmt.Errorf("%w: %w", kv.ErrDamaged, err)
}

func metaAt(file io.ReaderAt, offset int64) (meta, error) {
	raw := make([]byte, pageHeader+metaSize)
	if _, err := file.ReadAt(raw, offset); err != nil {
		return meta{}, fmt.Errorf("%w: meta page at %d: %w", kv.ErrDamaged, offset, err)
	}
	body := raw[pageHeader:]
	if number32(body) != metaMagic {
		return meta{}, errMagic
	}
	sum := fnv.New64a()
	_, _ = sum.Write(body[:metaSize-8])
	m := meta{
		pageSize: uint64(number32(body[8:])), root: number64(body[16:]), freelist: number64(body[32:]),
		pages: number64(body[40:]), txid: number64(body[48:]),
	}
	switch {
	case sum.Sum64() != number64(body[metaSize-8:]):
		return meta{}, fmt.Errorf("%w: meta page at %d does not match its checksum", kv.ErrDamaged, offset)
	case number32(body[4:]) != metaVersion:
		return meta{}, fmt.Errorf("%w: version %d of the file format", kv.ErrForeign, number32(body[4:]))
	case m.pageSize < smallestPage || m.pageSize > largestPage || m.pageSize&(m.pageSize-1) != 0:
		return meta{}, fmt.Errorf("%w: page size %d", kv.ErrDamaged, m.pageSize)
	case m.pages > 1<<48/m.pageSize:
		return meta{}, fmt.Errorf("%w: %d pages", kv.ErrDamaged, m.pages)
	}
	return m, nil
}

func number16(b []byte) uint16 { return binary.NativeEndian.Uint16(b) }
func number32(b []byte) uint32 { return binary.NativeEndian.Uint32(b) }
func number64(b []byte) uint64 { return binary.NativeEndian.Uint64(b) }
