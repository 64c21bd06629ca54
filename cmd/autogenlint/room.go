//go:build cgo

package main

import (
	"math"
	"path"
	"runtime/debug"
	"strconv"
	"strings"
)

// fitIn makes the collector work harder near the memory that a container gives this process, where it would otherwise be killed.
// GOMEMLIMIT says it better.
func fitIn(lookup func(string) (string, bool), read func(string) ([]byte, error)) {
	if _, said := lookup("GOMEMLIMIT"); said {
		return
	}
	if n := room(read); n < math.MaxInt64 {
		debug.SetMemoryLimit(max(n/2, n-32<<20)) // what lies outside of Go's heap needs room too
	}
}

// room returns how much memory the control groups of this process allow, of version 2 or 1.
func room(read func(string) ([]byte, error)) int64 {
	least := int64(math.MaxInt64)
	groups, _ := read("/proc/self/cgroup")
	for line := range strings.Lines(string(groups)) {
		parts := strings.SplitN(strings.TrimSpace(line), ":", 3) // hierarchy:controllers:path
		if len(parts) < 3 {
			continue
		}
		root, name := "", ""
		switch parts[1] {
		case "":
			root, name = "/sys/fs/cgroup", "memory.max"
		case "memory":
			root, name = "/sys/fs/cgroup/memory", "memory.limit_in_bytes"
		default:
			continue
		}
		for dir := path.Clean("/" + parts[2]); ; dir = path.Dir(dir) { // those above hold too; in a container, the top is all there is
			text, err := read(path.Join(root, dir, name))
			if n, bad := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64); err == nil && bad == nil && n > 0 {
				least = min(least, n)
			}
			if dir == "/" {
				break
			}
		}
	}
	if least > 1<<46 { // how version 1 says that there is none
		return math.MaxInt64
	}
	return least
}
