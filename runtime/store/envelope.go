package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
)

// A record is an envelope: one byte for its format, four for the CRC-32C over format, key and body, then the
// body as JSON. The key is in the sum, so a record that got into another's place is noticed too.
const (
	recordFormat = 1
	envelopeSize = 5
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var (
	errChecksum = errors.New("the record does not match its checksum")
	errNewer    = errors.New("the record was written by a newer Okienko")
)

// seal wraps a body for its key.
func seal(k key, body []byte) []byte {
	record := make([]byte, envelopeSize, envelopeSize+len(body))
	record[0] = recordFormat
	binary.LittleEndian.PutUint32(record[1:], checksum(k, recordFormat, body))
	return append(record, body...)
}

// unseal returns the body of a record, or says that it is damaged or too new.
func unseal(k key, record []byte) ([]byte, error) {
	if len(record) < envelopeSize {
		return nil, fmt.Errorf("%w: %d bytes long", errChecksum, len(record))
	}
	body := record[envelopeSize:]
	if binary.LittleEndian.Uint32(record[1:]) != checksum(k, record[0], body) {
		return nil, errChecksum
	}
	if record[0] > recordFormat {
		return nil, fmt.Errorf("%w: format %d", errNewer, record[0])
	}
	return body, nil
}

func checksum(k key, format byte, body []byte) uint32 {
	sum := crc32.Update(0, castagnoli, []byte{format})
	sum = crc32.Update(sum, castagnoli, k)
	return crc32.Update(sum, castagnoli, body)
}

// decode opens a record into v, a pointer. A record without a body, as indexes have, leaves v as it is.
func decode(k key, record []byte, v any) error {
	body, err := unseal(k, record)
	if err != nil || len(body) == 0 {
		return err
	}
	return json.Unmarshal(body, v)
}
