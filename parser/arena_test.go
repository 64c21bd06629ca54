package parser

import (
	"math"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// texts are small and large, whole and broken.
var texts = []string{"", "x = 1\n", module, "def f(:\n  if (((\n\x00'''" + module[:5000], strings.Repeat(module, 6), "x = [" + strings.Repeat("[1, ", 300), "é = f'{a:{b}}'\n"}

// What stood in the memory of one parse is nothing to the next, on whatever thread.
func TestParsersAreUsedAgain(t *testing.T) {
	want := make([][]record, len(texts))
	for i, text := range texts {
		withTree(text, func(r []record) { want[i] = slices.Clone(r) })
	}
	var wg sync.WaitGroup
	for first := range 4 {
		wg.Go(func() {
			for n := range 3 * len(texts) {
				i := (first + n*(first+1)) % len(texts)
				withTree(texts[i], func(r []record) {
					if !slices.Equal(r, want[i]) {
						t.Errorf("text %d has another tree than before", i)
					}
				})
			}
		})
	}
	wg.Wait()
}

// The memory of a parse goes with it.
func TestParsesLeaveNothingBehind(t *testing.T) {
	resident := func() int {
		for range 3 { // parsers that nobody uses any more go with the collector, a little after it
			runtime.GC()
			time.Sleep(20 * time.Millisecond)
		}
		raw, err := os.ReadFile("/proc/self/statm")
		if err != nil {
			return 0 // it is told elsewhere, or not at all
		}
		pages, err := strconv.Atoi(strings.Fields(string(raw))[1])
		if err != nil {
			t.Fatal(err)
		}
		return pages * os.Getpagesize()
	}
	parse := func(times int) {
		for range times {
			for _, text := range texts {
				withTree(text, func([]record) {})
			}
		}
	}
	// What is left behind is left behind by each round; what the runtime of Go takes for itself is taken once.
	parse(3)
	least := math.MaxInt
	for range 6 {
		before := resident()
		parse(20)
		least = min(least, resident()-before)
	}
	if least > 8<<20 {
		t.Errorf("every 20 parses take %d MiB more", least>>20)
	}
}
