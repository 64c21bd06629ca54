//go:build cgo

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/autogenlint/autogenlint/lint"
)

// TestChangedMeanwhile holds that a file which is another by now than the one that was linted is left as it is, that this is said, and that
// the others are written.
func TestChangedMeanwhile(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	changed, same := write("changed.py", "mine now"), write("same.py", "old")
	appeared, gone, fresh := write("appeared.json", "{}"), filepath.Join(dir, "gone.py"), filepath.Join(dir, "fresh.json")
	var out, errs bytes.Buffer
	c := Command{Stdout: &out, Stderr: &errs, Dir: dir}
	r := &lint.Result{Root: dir, Writes: []lint.Write{
		{Path: changed, Old: []byte("old"), New: []byte("new")}, {Path: appeared, New: []byte("new")}, {Path: gone, Old: []byte("old"), New: []byte("new")},
		{Path: same, Old: []byte("old"), New: []byte("new")}, {Path: fresh, New: []byte("new")},
	}}
	if c.writeAll(r) || c.code != failed {
		t.Errorf("it says that all was written, and exits with %d", c.code)
	}
	for path, want := range map[string]string{changed: "mine now", appeared: "{}", gone: "", same: "new", fresh: "new"} {
		if got, _ := os.ReadFile(path); string(got) != want {
			t.Errorf("%s holds %q", filepath.Base(path), got)
		}
	}
	want := "autogenlint: changed.py: it changed while it was linted; it is left as it is\n" +
		"autogenlint: appeared.json: it changed while it was linted; it is left as it is\n" +
		"autogenlint: gone.py: it changed while it was linted; it is left as it is\n"
	if got := errs.String(); got != want {
		t.Errorf("it says %q", got)
	}
}

// TestReason holds which reasons --add-suppressions writes: a line break would put what follows it into the program.
func TestReason(t *testing.T) {
	for reason, want := range map[string]bool{
		"the key comes from the vault": true, "é #12 ]": true, "#12": false, "": false, "  ": false, "a\nimport os": false, "a\r": false, "a\x00": false, "a\x1b[31m": false, "\xff": false,
	} {
		if reasoned(reason) != want {
			t.Errorf("%q: %v", reason, !want)
		}
	}
}
