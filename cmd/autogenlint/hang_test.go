//go:build cgo && unix

package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/rules"
)

// hanging is autogenlint with a fault: in a folder with the file hang.py
// one of its rules takes a whole processor and comes to no end. It writes the file that HANGS names when it begins with that.
func hanging() {
	all := rules.All()
	rule, pass := *all[0], *all[0].Analyzer
	work := pass.Run
	pass.Run = func(p *analysis.Pass) (any, error) {
		if _, err := os.Stat("hang.py"); err == nil {
			_ = os.WriteFile(os.Getenv("HANGS"), nil, 0o644)
			for n := 0; ; n++ {
				_ = n
			}
		}
		return work(p)
	}
	rule.Analyzer = &pass
	os.Exit(start(append([]*lint.Analyzer{&rule}, all[1:]...)))
}

// hang starts a command in dir, and returns when it hangs. end sends it a signal, or none, and waits for it.
func hang(t *testing.T, dir string, stdin io.Reader, args ...string) (end func(os.Signal) (code int), said *bytes.Buffer) {
	t.Helper()
	at := filepath.Join(t.TempDir(), "hangs")
	cmd := process(t, dir, args...)
	said = &bytes.Buffer{}
	cmd.Args[0], cmd.Stdin, cmd.Stdout, cmd.Stderr = "hanging", stdin, said, said
	cmd.Env = append(cmd.Env, "HANGS="+at)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	for _, err := os.Stat(at); err != nil; _, err = os.Stat(at) {
		time.Sleep(10 * time.Millisecond)
	}
	return func(s os.Signal) int {
		if s != nil {
			_ = cmd.Process.Signal(s)
		}
		timer := time.AfterFunc(time.Minute, func() { _ = cmd.Process.Kill() })
		defer timer.Stop()
		_ = cmd.Wait()
		return cmd.ProcessState.ExitCode()
	}, said
}

// TestHang holds that a run which hangs, by a fault of its own that no count of steps foresees, ends by one signal, or when its time is
// up: with exit code 2 and a word, and nothing is written.
func TestHang(t *testing.T) {
	for _, c := range []struct {
		signal os.Signal
		args   []string
		says   string
	}{
		{os.Interrupt, []string{"check", "--fix", "--unsafe-fixes", "--output", "json=out.json"}, "interrupted; nothing was written"},
		{syscall.SIGTERM, []string{"check", "--time-limit", "0", "--add-suppressions=because"}, "interrupted; nothing was written"},
		{nil, []string{"check", "--time-limit", "2s", "--fix", "--output", "sarif=out.sarif"}, "it took longer than --time-limit, 2s; nothing was written"},
	} {
		dir := crowd(t, 3)
		write(t, filepath.Join(dir, "hang.py"), late)
		before := state(t, dir)
		end, said := hang(t, dir, nil, c.args...)
		if code := end(c.signal); code != failed || !strings.Contains(said.String(), c.says) || strings.Count(said.String(), "\n") != 1 {
			t.Errorf("%v: exit code %d, it says %q", c.args, code, cut(said.String()))
		}
		if after := state(t, dir); after != before {
			t.Errorf("%v: it wrote", c.args)
		}
	}
}

// TestHangingServer holds that a server which hangs ends when its client goes away, and by a signal.
func TestHangingServer(t *testing.T) {
	for _, signal := range []os.Signal{nil, os.Interrupt, syscall.SIGTERM} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "hang.py"), late)
		in, client, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		var said record
		if _, err := io.Copy(client, io.LimitReader(session(dir, map[string]string{"hang.py": late}, &said), 2000)); err != nil {
			t.Fatal(err)
		}
		end, _ := hang(t, dir, in, "server", "--debounce=1ms")
		_ = in.Close()
		if signal == nil {
			_ = client.Close()
		}
		if code := end(signal); code != faulty { // what the protocol wants where nobody said shutdown
			t.Errorf("%v: exit code %d", signal, code)
		}
		_ = client.Close()
	}
}

// TestWaiting holds that a run which waits for its input ends by a signal.
func TestWaiting(t *testing.T) {
	in, client, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = in.Close(), client.Close() }()
	ctx, interrupt := context.WithCancel(context.Background())
	time.AfterFunc(100*time.Millisecond, interrupt)
	var said bytes.Buffer
	c := Command{Stdin: in, Stdout: &said, Stderr: &said, Args: []string{"check", "-"}, Dir: t.TempDir(), Rules: rules.All()}
	if code := c.Run(ctx); code != failed || said.String() != "autogenlint: interrupted; nothing was written\n" {
		t.Errorf("exit code %d, it says %q", code, said.String())
	}
}

// TestSecondSignal holds that a run whose report nobody takes ends by the second signal: the first one lets what is written be whole.
func TestSecondSignal(t *testing.T) {
	dir := crowd(t, 300)
	r, w, err := os.Pipe() // takes 64 kB, and then the writer waits
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = r.Close(), w.Close() }()
	cmd := process(t, dir, "check", "--output-format", "json", "--output", "sarif=out.sarif")
	cmd.Stdout = w
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for _, err := os.Stat(filepath.Join(dir, "out.sarif")); err != nil; _, err = os.Stat(filepath.Join(dir, "out.sarif")) {
		time.Sleep(10 * time.Millisecond)
	}
	ended := make(chan bool)
	go func() { _ = cmd.Wait(); close(ended) }()
	for n := 0; ; n++ {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		select {
		case <-ended:
			if status, _ := cmd.ProcessState.Sys().(syscall.WaitStatus); status.Signal() != syscall.SIGTERM {
				t.Errorf("it ended by itself: %v", cmd.ProcessState)
			}
			return
		case <-time.After(2 * time.Second):
		}
		if n == 1 {
			_ = cmd.Process.Kill()
			t.Error("it did not end by the second signal")
		}
	}
}
