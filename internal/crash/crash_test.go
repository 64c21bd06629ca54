package crash

import (
	"fmt"
	"strings"
	"testing"
)

// caught is what is said of a panic with v in a goroutine of another function.
func caught(v any) (err error) {
	defer Into(&err)
	var b Bag
	done := make(chan bool)
	go func() {
		defer close(done)
		defer b.Take()
		panic(v)
	}()
	<-done
	b.Throw()
	return nil
}

// TestOf holds that a crash is described by its place and kind, from one goroutine to the next, and never by its value.
func TestOf(t *testing.T) {
	var runtimeError any
	func() {
		defer func() { runtimeError = recover() }()
		var none []int
		_ = none[len(fmt.Sprint())]
	}()
	for _, v := range []any{"sk-secret", fmt.Errorf("sk-secret: %w", runtimeError.(error)), struct{ key string }{"sk-secret"}} {
		got := caught(v)
		if got == nil {
			t.Fatal("nothing was caught")
		}
		if s := got.Error(); strings.Contains(s, "secret") || !strings.Contains(s, " in crash.caught.func1:") || !strings.Contains(s, Address) {
			t.Errorf("%s", s)
		}
	}
	if s := caught(runtimeError).Error(); !strings.HasPrefix(s, "runtime error: index out of range") {
		t.Errorf("%s", s)
	}
}
