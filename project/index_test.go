package project

import (
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestGitIndex has git write each version of its index, and reads it.
func TestGitIndex(t *testing.T) {
	git := gitCommand(t)
	for _, version := range []int{2, 3, 4} {
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			dir := t.TempDir()
			run := func(args ...string) {
				t.Helper()
				cmd := exec.Command(git, args...)
				cmd.Dir = dir
				cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null")
				if out, err := cmd.CombinedOutput(); err != nil {
					t.Fatalf("git %v: %v\n%s", args, err, out)
				}
			}
			long := strings.Repeat("long/", 900) // longer than an entry can say
			names := []string{".env", "a/.env", "a/.env.local", "a/b.py", "z", "zz/.env"}
			for i := 1; i < 9; i++ { // names of each length modulo eight
				names = append(names, "m/"+strings.Repeat("n", i)+"/.env")
			}
			for _, name := range append(slices.Clone(names), "untracked/.env", ".gitignore") {
				at := filepath.Join(dir, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
					t.Fatal(err)
				}
				text := "A=1\n"
				switch name {
				case ".gitignore":
					text = ".env*\n"
				case "a/b.py":
					text = "import autogen\n"
				}
				if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			run("init", "-q")
			if version == 3 { // what is only meant to be added needs the flags that version 3 has
				run("add", "-f", "-N", "zz/.env")
			}
			run("add", "-f", "--", ".gitignore")
			run(append([]string{"add", "-f", "--"}, names...)...)
			if version == 3 {
				run("rm", "-q", "--cached", "zz/.env")
				run("add", "-f", "-N", "zz/.env")
			}
			run("update-index", "--add", "--cacheinfo", "100644,e69de29bb2d1d6434b8b29ae775ad8c2e48c5391,"+long+".env")
			run("update-index", "--index-version", fmt.Sprint(version))
			raw, err := os.ReadFile(filepath.Join(dir, ".git", "index"))
			if err != nil {
				t.Fatal(err)
			}
			if raw[7] != byte(version) {
				t.Fatalf("git wrote version %d", raw[7])
			}
			got := parseIndex(raw, func(string) bool { return true })
			want := append(slices.Clone(names), ".gitignore", long+".env")
			for _, name := range want {
				if !got[name] {
					t.Errorf("%.40s is not in the index", name)
				}
			}
			if len(got) != len(want) {
				t.Errorf("%d names, want %d", len(got), len(want))
			}
			for cut := range len(raw) { // whatever is left of it, nothing is made up and nothing breaks
				for name := range parseIndex(raw[:cut], func(string) bool { return true }) {
					if !slices.Contains(want, name) {
						t.Fatalf("cut at %d: %q", cut, name)
					}
				}
			}

			p := Load(Disk{}, dir, Options{})
			for _, e := range p.Envs {
				if is := e.File.Path != "untracked/.env"; !e.Ignored || e.Tracked != is {
					t.Errorf("%s: ignored %v, tracked %v", e.File.Path, e.Ignored, e.Tracked)
				}
			}
			if len(p.Envs) != 13 {
				t.Errorf("%d files", len(p.Envs))
			}
		})
	}
}

// gitCommand is git, where it is installed: what was asked of it once is tested without.
func gitCommand(t *testing.T) string {
	t.Helper()
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not installed")
	}
	return git
}

// TestIndex reads what git 2.39 wrote for .env, a/.env, a/b.py and z/.env, which is only meant to be added in version 3.
func TestIndex(t *testing.T) {
	for _, version := range []string{"2", "3", "4"} {
		raw, err := os.ReadFile("testdata/index/v" + version)
		if err != nil {
			t.Fatal(err)
		}
		got := slices.Sorted(maps.Keys(parseIndex(raw, func(name string) bool { return strings.HasSuffix(name, ".env") })))
		if want := []string{".env", "a/.env", "z/.env"}; !slices.Equal(got, want) {
			t.Errorf("version %s: %v, want %v", version, got, want)
		}
	}
}

// TestNoIndex holds that what is no index says nothing.
func TestNoIndex(t *testing.T) {
	for _, text := range []string{"", "44495243", "444952430000000500000001", "4449524300000002ffffffff", "444952430000000400000001" + strings.Repeat("00", 62) + "ffffffffff"} {
		raw, err := hex.DecodeString(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := parseIndex(raw, func(string) bool { return true }); got != nil {
			t.Errorf("%s: %v", text, got)
		}
	}
}
