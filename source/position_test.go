package source

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestColumnsOfLongLines holds that a column is the same whatever was asked before, in a line of any length.
func TestColumnsOfLongLines(t *testing.T) {
	line := strings.Repeat("aé\xe2\x82€\xff", 3000)
	f := New("a.py", Python, []byte("x\n"+line+"\n"+line), "x\n"+line+"\n"+line, nil)
	for _, step := range []int{1, 7, 1000, -3, 4099, -5000} {
		at := 0
		if step < 0 {
			at = len(f.Raw)
		}
		for n := 0; n < 4000 && at >= 0 && at <= len(f.Raw); n, at = n+1, at+step {
			start := strings.LastIndexByte(string(f.Raw[:at]), '\n') + 1
			want := Position{strings.Count(string(f.Raw[:at]), "\n") + 1, utf8.RuneCount(f.Raw[start:at]) + 1}
			if got := f.RawPosition(at); got != want {
				t.Fatalf("offset %d is %v, want %v", at, got, want)
			}
		}
	}
}
