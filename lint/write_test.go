package lint

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "a.py"), filepath.Join(dir, "link.py")
	if err := os.WriteFile(path, []byte("long old text\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("a.py", link); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(dir, link, []byte("new\n")); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil || string(text) != "new\n" {
		t.Errorf("%q, %v", text, err)
	}
	info, err := os.Lstat(path)
	if err != nil || info.Mode().Perm() != 0o755 && runtime.GOOS != "windows" { // which has one bit of them
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is gone")
	}
	if left, _ := os.ReadDir(dir); len(left) != 2 {
		t.Errorf("left behind: %v", left)
	}
	if err := WriteFile(dir, filepath.Join(dir, "no", "a.py"), nil); err == nil {
		t.Error("there is no such folder")
	}
}

// A link in a repository leads no write out of it, whichever part of the path it is.
func TestWriteFileStaysInside(t *testing.T) {
	root, outside := t.TempDir(), t.TempDir()
	there := filepath.Join(outside, "mine.txt")
	if err := os.WriteFile(there, []byte("mine\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]string{"report.json": there, "reports": outside, "dangling.json": filepath.Join(outside, "new.json"), "inner": "."} {
		if err := os.Symlink(to, filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"report.json", "reports/new.json", "reports/mine.txt", "inner/reports/new.json", "reports/no/such"} {
		if err := WriteFile(root, filepath.Join(root, name), []byte("theirs\n")); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	for _, name := range []string{"dangling.json", "inner/a.json", "a.json"} { // what leads nowhere is replaced
		if err := WriteFile(root, filepath.Join(root, name), []byte("x\n")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := WriteFile(root, there, []byte("asked for\n")); err != nil {
		t.Errorf("a place that is named itself: %v", err)
	}
	left, err := os.ReadDir(outside)
	if text, _ := os.ReadFile(there); err != nil || len(left) != 1 || string(text) != "asked for\n" {
		t.Errorf("outside there are %v, and %q: %v", left, text, err)
	}
}
