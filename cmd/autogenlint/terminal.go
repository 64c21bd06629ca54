//go:build cgo

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
	"syscall"
	"time"

	"github.com/mattn/go-isatty"
)

// terminal reports whether w is a terminal.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && (isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd()))
}

// unread reports whether a write failed because nobody reads on: EPIPE, and on Windows ERROR_BROKEN_PIPE, ERROR_NO_DATA
// and ERROR_PIPE_NOT_CONNECTED.
func unread(err error) bool {
	var no syscall.Errno
	if runtime.GOOS == "windows" && errors.As(err, &no) {
		return no == 109 || no == 232 || no == 233
	}
	return errors.Is(err, syscall.EPIPE)
}

// colored reports whether what goes to w is colored: as the flag says, else as the environment does
// (https://no-color.org, https://force-color.org, https://bixense.com/clicolors), else if it is a terminal.
func (c *Command) colored(flag string, w io.Writer) bool {
	switch {
	case flag == "always":
		return true
	case flag == "never":
		return false
	case c.lookup("NO_COLOR") != "":
		return false
	case c.lookup("FORCE_COLOR") != "":
		return c.lookup("FORCE_COLOR") != "0"
	case c.lookup("CLICOLOR_FORCE") != "" && c.lookup("CLICOLOR_FORCE") != "0":
		return true
	case c.lookup("CLICOLOR") == "0", c.lookup("TERM") == "dumb":
		return false
	}
	return terminal(w)
}

// linked reports whether codes are written as links (OSC 8) to w: on a terminal, or where FORCE_HYPERLINK asks for it.
func (c *Command) linked(colored bool, w io.Writer) bool {
	if force := c.lookup("FORCE_HYPERLINK"); force != "" {
		return force != "0"
	}
	return colored && terminal(w) && c.lookup("TERM") != "linux"
}

// patience is how long a run takes before its progress is shown.
const patience = time.Second

// A progress shows on a terminal how far a long run is.
type progress struct {
	w     io.Writer
	since time.Time

	mu    sync.Mutex
	shown bool
}

// newProgress returns a progress on w, or nil if w is no terminal.
func newProgress(w io.Writer, quiet bool) *progress {
	if quiet || !terminal(w) {
		return nil
	}
	return &progress{w: w, since: time.Now()}
}

// step is told after each program.
func (p *progress) step(done, total int) {
	if time.Since(p.since) < patience {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.shown = true
	_, _ = fmt.Fprintf(p.w, "\r\x1b[Kchecked %d of %d programs", done, total)
}

// clear takes the line away again.
func (p *progress) clear() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		_, _ = fmt.Fprint(p.w, "\r\x1b[K")
	}
}
