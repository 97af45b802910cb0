package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
)

// A record is an envelope: one byte for its format, four for the CRC-32C over format, key and content, then
// the content: the body as JSON, packed when that makes it smaller. The key is in the sum, so a record that
// got into another's place is noticed too.
const (
	recordPlain  = 1 // JSON
	recordPacked = 2 // JSON packed by S2 with the dictionary
	envelopeSize = 5
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var (
	errChecksum = errors.New("the record does not match its checksum")
	errNewer    = errors.New("the record was written by a newer Okienko")
)

// seal wraps a body for its key.
func seal(k key, body []byte) []byte {
	format, content := pack(body)
	record := make([]byte, envelopeSize, envelopeSize+len(content))
	record[0] = format
	binary.LittleEndian.PutUint32(record[1:], checksum(k, format, content))
	return append(record, content...)
}

// unseal returns the body of a record, or says that it is damaged or too new.
func unseal(k key, record []byte) ([]byte, error) {
	if len(record) < envelopeSize {
		return nil, fmt.Errorf("%w: %d bytes long", errChecksum, len(record))
	}
	format, content := record[0], record[envelopeSize:]
	if binary.LittleEndian.Uint32(record[1:]) != checksum(k, format, content) {
		return nil, errChecksum
	}
	if format < recordPlain || format > recordPacked {
		return nil, fmt.Errorf("%w: format %d", errNewer, format)
	}
	return unpack(format, content)
}

func checksum(k key, format byte, content []byte) uint32 {
	sum := crc32.Update(0, castagnoli, []byte{format})
	sum = crc32.Update(sum, castagnoli, k)
	return crc32.Update(sum, castagnoli, content)
}

// decode opens a record into v, a pointer. A record without a body, as indexes have, leaves v as it is.
func decode(k key, record []byte, v any) error {
	body, err := unseal(k, record)
	if err != nil || len(body) == 0 {
		return err
	}
	return json.Unmarshal(body, v)
}
