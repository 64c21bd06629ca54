// Package crash says of a panic what may be said: its kind and its place in our code, and never its value, which may quote a file,
// and the file a key.
package crash

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"
)

// Address is where a crash is reported.
const Address = "https://github.com/autogenlint/autogenlint/issues"

// An Error is a panic that was caught.
type Error struct{ what string }

// Error implements error.
func (e *Error) Error() string {
	return e.what + "; this is a fault of autogenlint's own, please report this line: " + Address
}

// Of describes r, the value of a panic. It is called by the function that recovers it.
func Of(r any) *Error {
	if e, ok := r.(*Error); ok {
		return e // it was caught once, and taken along
	}
	kind := "panic"
	var fault runtime.Error
	if err, ok := r.(error); ok && errors.As(err, &fault) {
		kind = fault.Error()
	}
	return &Error{fmt.Sprintf("%s in %s", kind, place())}
}

// place returns the function and line of the frame that panicked.
func place() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
	panicking := false
	for more := true; more; {
		var f runtime.Frame
		f, more = frames.Next()
		switch {
		case strings.HasPrefix(f.Function, "runtime.gopanic"), strings.HasPrefix(f.Function, "runtime.panic"):
			panicking = true
		case panicking && !strings.HasPrefix(f.Function, "runtime."):
			return fmt.Sprintf("%s:%d", f.Function[strings.LastIndex(f.Function, "/")+1:], f.Line)
		}
	}
	return "an unknown place"
}

// Into makes a panic the error of a function that it is deferred in.
func Into(err *error) {
	if r := recover(); r != nil {
		*err = Of(r)
	}
}

// A Bag takes the panics of goroutines to the one that waits for them, since nobody else could catch them.
type Bag struct{ first atomic.Pointer[Error] }

// Take is deferred in the goroutine.
func (b *Bag) Take() {
	if r := recover(); r != nil {
		b.first.CompareAndSwap(nil, Of(r))
	}
}

// Throw panics with what was taken, if anything was.
func (b *Bag) Throw() {
	if e := b.first.Load(); e != nil {
		panic(e)
	}
}
