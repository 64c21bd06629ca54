//go:build cgo

package main

import (
	"math"
	"os"
	"testing"
)

func TestRoom(t *testing.T) {
	for _, test := range []struct {
		name  string
		files map[string]string
		want  int64
	}{
		{"no cgroups", nil, math.MaxInt64},
		{"version 2, a container", map[string]string{"/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/memory.max": "134217728\n"}, 128 << 20},
		{"version 2, no limit", map[string]string{"/proc/self/cgroup": "0::/a.slice\n", "/sys/fs/cgroup/a.slice/memory.max": "max\n"}, math.MaxInt64},
		{"the least of those above", map[string]string{"/proc/self/cgroup": "0::/a/b\n", "/sys/fs/cgroup/a/b/memory.max": "max", "/sys/fs/cgroup/a/memory.max": "1000", "/sys/fs/cgroup/memory.max": "2000"}, 1000},
		{"version 1", map[string]string{"/proc/self/cgroup": "5:cpu:/\n4:memory:/x\n", "/sys/fs/cgroup/memory/x/memory.limit_in_bytes": "1000\n"}, 1000},
		{"version 1, no limit", map[string]string{"/proc/self/cgroup": "4:memory:/\n", "/sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n"}, math.MaxInt64},
		{"nonsense", map[string]string{"/proc/self/cgroup": "::\n0::../../..\nx", "/sys/fs/cgroup/memory.max": "-5"}, math.MaxInt64},
	} {
		got := room(func(name string) ([]byte, error) {
			if text, ok := test.files[name]; ok {
				return []byte(text), nil
			}
			return nil, os.ErrNotExist
		})
		if got != test.want {
			t.Errorf("%s: %d; want %d", test.name, got, test.want)
		}
	}
}
