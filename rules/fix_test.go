package rules_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/autogenlint/autogenlint/internal/memory"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/rules"
)

// TestFixes applies the fixes of the programs of testdata/fixes. What a program becomes stands below fixed/, file by file; a file that
// is not there stays as it is. The head says what the program shows, and, on a line of its own, `unsafe` where the fixes have to be
// asked for: then nothing may change without that. A line `select RULES` asks for rules that are off.
func TestFixes(t *testing.T) {
	names, err := filepath.Glob("testdata/fixes/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			head, all := archive(t, name)
			unsafe := strings.Contains("\n"+head, "\nunsafe\n")
			_, chosen, _ := strings.Cut(head, "\nselect ")
			chosen, _, _ = strings.Cut(chosen, "\n")
			before, after := map[string]string{}, map[string]string{}
			for _, f := range all {
				if rel, ok := strings.CutPrefix(f.name, "fixed/"); ok {
					after[rel] = f.text
				} else {
					before[f.name] = f.text
				}
			}
			want := map[string]string{}
			for rel, text := range before {
				want[rel] = text
				if changed, ok := after[rel]; ok {
					want[rel] = changed
				}
			}
			if cmp.Equal(before, want) {
				t.Fatal("nothing is to change")
			}
			if unsafe {
				if diff := cmp.Diff(before, repaired(t, before, false, chosen)); diff != "" {
					t.Errorf("changed without being asked to (-before +after):\n%s", diff)
				}
			}
			got := repaired(t, before, unsafe, chosen)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("wrong (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(got, repaired(t, got, unsafe, chosen)); diff != "" {
				t.Errorf("a second run changes it again (-once +twice):\n%s", diff)
			}
		})
	}
}

// repaired is what fixes make of files, of the chosen rules if there are some.
func repaired(t *testing.T, files map[string]string, unsafe bool, chosen string) map[string]string {
	t.Helper()
	m := memory.FS{Files: fstest.MapFS{}}
	out := map[string]string{}
	for name, text := range files {
		out[name] = text
		m.Files[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	}
	flags := map[string][]string{}
	if unsafe {
		flags["unsafe-fixes"] = []string{"true"}
	}
	if chosen != "" {
		flags["select"] = []string{chosen}
	}
	r, err := lint.Run(context.Background(), lint.Options{Rules: rules.All(), Dir: "/program", FS: m, Isolated: true, Flags: flags, Fix: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range r.Writes {
		out[strings.TrimPrefix(filepath.ToSlash(w.Path), "/program/")] = string(w.New)
	}
	return out
}
