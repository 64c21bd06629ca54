//go:build unix

package project

import (
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// within fails the test if f has not returned after some seconds: it hangs on a fifo, or runs in a circle.
func within(t *testing.T, f func()) {
	t.Helper()
	done := make(chan bool)
	go func() { defer close(done); f() }()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		t.Fatal("it hangs")
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestLinks(t *testing.T) {
	outside := disk(t, "-- secret.py --\nimport autogen\n-- .env --\nOPENAI_API_KEY=x\n-- lib/stolen.py --\nimport autogen\n")
	dir := disk(t, `
-- main.py --
import autogen, linked, loop, gone, stolen, away
-- real/module.py --
import autogen
-- .gitignore --
`)
	for name, to := range map[string]string{
		"linked.py":      "real/module.py",
		"loop.py":        "loop.py",
		"a.py":           "b.py",
		"b.py":           "a.py",
		"gone.py":        "nowhere.py",
		"stolen.py":      filepath.Join(outside, "secret.py"),
		".env":           filepath.Join(outside, ".env"),
		"away":           filepath.Join(outside, "lib"),
		"real/up":        "..",
		"real/self":      ".",
		"dir.py":         "real",
		"config.json":    "/etc/passwd",
		"real/dotenv":    "/dev/zero",
		"pyproject.toml": "/etc/hostname",
	} {
		must(t, os.Symlink(to, filepath.Join(dir, filepath.FromSlash(name))))
	}
	within(t, func() {
		p := Load(Disk{}, dir, Options{RespectGitignore: true})
		var got []string
		for rel := range p.units {
			got = append(got, rel)
		}
		if s := paths(got); s != "main.py real/module.py" {
			t.Errorf("read: %s", s)
		}
		pr := program(t, p, "main.py")
		w := pr.World(nil)
		for _, test := range []struct{ name, want string }{
			{"linked", "linked=real/module.py"},
			{"loop", "unknown: loop is no plain file or folder"},
			{"stolen", "unknown: stolen is no plain file or folder"},
			{"away", "unknown: away is no plain file or folder"},
		} {
			if got := show(w.Import(pr.Entry(), test.name, 0)); got != test.want {
				t.Errorf("import %s: %s; want %s", test.name, got, test.want)
			}
		}
		for _, name := range []string{".env", "config.json", "real/dotenv", "gone.py", "loop.py"} {
			if o := w.Open(name); o.File != nil {
				t.Errorf("%s was read", name)
			}
		}
		if o := w.FindDotenv(pr.Entry()); !o.Unknown {
			t.Errorf("a .env outside: %+v", o)
		}
		if o := w.Open("linked.py"); o.File == nil || o.File.Path != "real/module.py" {
			t.Errorf("a link inside the project: %+v", o)
		}
	})
}

func TestNoFiles(t *testing.T) {
	dir := disk(t, "-- main.py --\nimport autogen\n-- closed/x.py --\nimport autogen\n-- shut.py --\nimport autogen\n-- sub/.env/x --\n")
	for _, name := range []string{"fifo.py", ".env", "requirements.txt", ".gitignore", "compose.yml", "OAI_CONFIG_LIST"} {
		must(t, syscall.Mkfifo(filepath.Join(dir, name), 0o644))
	}
	t.Chdir(dir) // the name of a socket is short
	for _, name := range []string{"socket.py", "settings.json"} {
		l, err := net.Listen("unix", name)
		must(t, err)
		t.Cleanup(func() { _ = l.Close() })
	}
	for _, name := range []string{"zero.py", "config.json"} { // never at an end
		if err := syscall.Mknod(name, syscall.S_IFCHR|0o644, 1<<8|5); err != nil && os.Getuid() == 0 {
			t.Logf("NO DEVICE WAS HELD: %v", err)
		}
	}
	must(t, os.Chmod(filepath.Join(dir, "closed"), 0))
	must(t, os.Chmod(filepath.Join(dir, "shut.py"), 0))
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(dir, "closed"), 0o755) })
	within(t, func() {
		p := Load(Disk{}, dir, Options{RespectGitignore: true})
		w := program(t, p, "main.py").World(nil)
		for _, name := range []string{".env", "OAI_CONFIG_LIST", "fifo.py", "socket.py", "settings.json"} {
			if o := w.Open(name); !o.Unknown {
				t.Errorf("open %s: %+v", name, o)
			}
		}
		var got []string
		for _, u := range p.Unread {
			got = append(got, u.File.Path+": "+u.Why)
		}
		want := "closed: it may not be read shut.py: it may not be read"
		if os.Getuid() == 0 {
			want = "" // nothing is closed to root
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("unread: %s; want %s", s, want)
		}
		if o := w.Open("config.json"); o.File != nil {
			t.Error("a device was read")
		}
		if _, err := Targets(Disk{}, []string{filepath.Join(dir, "fifo.py"), filepath.Join(dir, "nowhere")}); err == nil || strings.Count(err.Error(), "\n") != 1 {
			t.Errorf("targets: %v", err)
		}
	})
}

// shut is a disk on which some names are closed, to root too.
type shut struct {
	Disk
	names []string
}

func (s shut) closed(name string) error {
	if slices.Contains(s.names, filepath.Base(name)) {
		return &os.PathError{Op: "open", Path: name, Err: syscall.EACCES}
	}
	return nil
}

func (s shut) ReadDir(name string) ([]os.DirEntry, error) {
	if err := s.closed(name); err != nil {
		return nil, err
	}
	return s.Disk.ReadDir(name)
}

func (s shut) Open(name string) (io.ReadCloser, error) {
	if err := s.closed(name); err != nil {
		return nil, err
	}
	return s.Disk.Open(name)
}

// TestShut holds that what may not be read is said, and that what a program would get from it is not known.
func TestShut(t *testing.T) {
	dir := disk(t, "-- main.py --\nimport autogen, shut, closed.x\n-- closed/x.py --\nimport autogen\n-- shut.py --\nimport autogen\n-- .env --\nOPENAI_API_KEY=x\n-- list.json --\n[]\n")
	p := Load(shut{names: []string{"closed", "shut.py", ".env", "list.json"}}, dir, Options{RespectGitignore: true})
	var got []string
	for _, u := range p.Unread {
		got = append(got, u.File.Path+": "+u.Why)
	}
	if s, want := strings.Join(got, ", "), "closed: it may not be read, shut.py: it may not be read"; s != want {
		t.Errorf("unread: %s; want %s", s, want)
	}
	pr := program(t, p, "main.py")
	w := pr.World(nil)
	for _, name := range []string{"shut", "closed.x"} {
		if got := show(w.Import(pr.Entry(), name, 0)); !strings.HasPrefix(got, "unknown") {
			t.Errorf("import %s: %s", name, got)
		}
	}
	if o := w.FindDotenv(pr.Entry()); !o.Unknown {
		t.Errorf("the .env: %+v", o)
	}
	if o := w.Open("list.json"); !o.Unknown {
		t.Errorf("the list: %+v", o)
	}
}

// TestCase holds that names which differ in case only are files of their own, where the disk says so.
func TestCase(t *testing.T) {
	dir := disk(t, "-- main.py --\nimport autogen, utils, Utils, UTILS\n-- utils.py --\na = 1\n-- Utils.py --\na = 2\n-- OAI_CONFIG_LIST --\n[1]\n-- oai_config_list --\n[2]\n")
	if list, err := os.ReadDir(dir); err != nil || len(list) < 5 {
		t.Logf("NOTHING WAS HELD: this disk knows no case: %v", err)
		return
	}
	p := Load(Disk{}, dir, Options{})
	pr := program(t, p, "main.py")
	w := pr.World(nil)
	for name, want := range map[string]string{"utils": "utils=utils.py", "Utils": "Utils=Utils.py"} {
		if got := show(w.Import(pr.Entry(), name, 0)); got != want {
			t.Errorf("import %s: %s; want %s", name, got, want)
		}
	}
	if got := show(w.Import(pr.Entry(), "UTILS", 0)); strings.Contains(got, ".py") {
		t.Errorf("import UTILS: %s", got)
	}
	for name, want := range map[string]string{"OAI_CONFIG_LIST": "[1]\n", "oai_config_list": "[2]\n"} {
		if o := w.Open(name); o.File == nil || o.File.Text != want {
			t.Errorf("%s: %+v", name, o)
		}
	}
}

func TestNames(t *testing.T) {
	dir := t.TempDir()
	names := []string{"a\nb.py", "\xff\xfe.py", "esc\x1b[31m.py", "\u202eyp.x.py", " .py", "-rf.py", "*.py", "ü.py", "x.PY", "..py", "...py", strings.Repeat("n", 240) + ".py"}
	for _, n := range names {
		must(t, os.WriteFile(filepath.Join(dir, n), []byte("import autogen\n"), 0o644))
	}
	deep := dir
	for range 60 {
		deep = filepath.Join(deep, strings.Repeat("d", 60)) // 3,660 bytes: the last of them cannot be named
		if os.Mkdir(deep, 0o755) != nil {
			break
		}
	}
	p := Load(Disk{}, dir, Options{RespectGitignore: true})
	if len(p.Programs) != len(names) {
		t.Errorf("%d programs of %d files", len(p.Programs), len(names))
	}
	for _, pr := range p.Programs {
		w := pr.World(nil)
		w.Import(pr.Entry(), "a", 0)
		w.Import(pr.Entry(), "a..b", 0)
		w.Import(pr.Entry(), "", 3)
		w.Open("../" + strings.Repeat("../", 100) + "etc/passwd")
		w.Open(strings.Repeat("x/", 3000))
	}
}

func TestFilesChange(t *testing.T) {
	dir := disk(t, "-- main.py --\nimport autogen\n-- b.py --\nimport autogen\n")
	p := Load(vanishing{}, dir, Options{})
	if len(p.Programs) != 1 || len(p.Unread) != 1 || p.Unread[0].File.Path != "b.py" {
		t.Errorf("%d programs, unread: %+v", len(p.Programs), p.Unread)
	}
}

// vanishing is a disk on which a file goes away between listing and reading.
type vanishing struct{ Disk }

func (v vanishing) ReadDir(name string) ([]os.DirEntry, error) {
	list, err := v.Disk.ReadDir(name)
	_ = os.Remove(filepath.Join(name, "b.py"))
	return list, err
}
