//go:build cgo

package main

import (
	"math"
	"testing"
)

func TestLimit(t *testing.T) {
	for _, test := range []struct {
		most int64
		live uint64
		want int64
	}{
		{math.MaxInt64, 0, little}, {math.MaxInt64, 30 << 20, little}, {math.MaxInt64, 100 << 20, 224 << 20}, {200 << 20, 100 << 20, 200 << 20},
	} {
		if got := (&cycle{test.most}).limit(test.live); got != test.want {
			t.Errorf("%d MiB live: %d MiB; want %d", test.live>>20, got>>20, test.want>>20)
		}
	}
}
