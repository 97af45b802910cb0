package bolt_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"sync/atomic"
	"testing"

	"okienko/runtime/store/kv"
	"okienko/runtime/store/kv/bolt"
)

// BenchmarkUpdate is what the group commit gives: durable puts of 1 kB by so many writers at once.
func BenchmarkUpdate(b *testing.B) {
	for _, writers := range []int{1, 16, 64, 256} {
		b.Run(fmt.Sprintf("writers=%d", writers), func(b *testing.B) {
			db := open(b, bolt.Options{})
			value := bytes.Repeat([]byte("x"), 1000)
			var next atomic.Uint64
			b.SetParallelism(writers)
			b.RunParallel(func(p *testing.PB) {
				for p.Next() {
					key := binary.BigEndian.AppendUint64(nil, next.Add(1))
					if err := db.Update(b.Context(), func(tx kv.Tx) error { return tx.Put(key, value) }); err != nil {
						b.Error(err)
						return
					}
				}
			})
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "puts/s")
		})
	}
}
