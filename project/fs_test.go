package project

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// folding is a disk on which case does not matter, as on macOS.
type folding struct{ Disk }

func (f folding) ReadDir(name string) ([]fs.DirEntry, error) { return f.Disk.ReadDir(f.actual(name)) }

func (f folding) Lstat(name string) (fs.FileInfo, error) { return f.Disk.Lstat(f.actual(name)) }

func (f folding) Real(name string) (string, error) { return spelt(f.Disk, name), nil }

func (f folding) actual(name string) string { return spelt(f.Disk, name) }

// TestSpelling holds that a path is the file that it names, however it is spelt.
func TestSpelling(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"Src/App.py", "Src/two.py"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{"src/app.PY": "Src/App.py", "src/two.py": "Src/two.py", "src": "Src", "Src/new.py": "Src/new.py"} {
		if got := spelt(Disk{}, filepath.Join(dir, filepath.FromSlash(name))); got != filepath.Join(dir, filepath.FromSlash(want)) {
			t.Errorf("%s: %s", name, got)
		}
	}
	targets, err := Targets(folding{}, []string{filepath.Join(dir, "SRC", "app.py")})
	if err != nil || len(targets) != 1 || !targets[0].Reports("App.py") || targets[0].Root != filepath.Join(dir, "Src") {
		t.Errorf("%v, %v", targets, err)
	}
}
