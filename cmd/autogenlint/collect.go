//go:build cgo

package main

import (
	"runtime"
	"runtime/debug"
)

// little is the memory that this process may take before anything is collected of it. What a check holds at one time is 10 to 30 MiB,
// whatever the size of the project. Go would collect at twice that, again and again, and spend a third of the CPU on it.
const little = 160 << 20

// collectSeldom lets the process take little memory before it collects, and from there on twice what is live, as Go does. GOGC says it
// better. A limit is safer than a percentage: if it is set too late, the heap is collected once more, and does not grow without bounds.
func collectSeldom(lookup func(string) (string, bool)) {
	most := debug.SetMemoryLimit(-1)
	if _, said := lookup("GOGC"); said || most < little {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(little)
	runtime.SetFinalizer(&cycle{most}, (*cycle).ended)
}

// A cycle is an object that nobody holds, so that every cycle of the collector finds it.
type cycle struct{ most int64 }

func (c *cycle) ended() {
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	debug.SetMemoryLimit(c.limit(now.HeapAlloc))
	runtime.SetFinalizer(c, (*cycle).ended)
}

// limit is where the collector begins when so much is live.
func (c *cycle) limit(live uint64) int64 {
	const beside = 24 << 20 // what is in use and not of the heap
	return min(c.most, max(little, 2*int64(live)+beside))
}
