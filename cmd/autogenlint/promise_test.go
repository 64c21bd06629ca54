//go:build cgo && unix

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"github.com/autogenlint/autogenlint/rules"
)

// TestNoSettingTurnsItOff holds that what makes a run write, ask, or go on without end is a flag and no setting: a repository's
// settings cannot say it.
func TestNoSettingTurnsItOff(t *testing.T) {
	c := Command{Rules: rules.All(), Dir: t.TempDir()}
	said, loose := pflag.NewFlagSet("", pflag.ContinueOnError), map[string]bool{}
	settingFlags(said)
	for _, cmd := range c.root().Commands() {
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if said.Lookup(f.Name) == nil || f.Name == "config" || f.Name == "isolated" {
				loose[f.Name] = true
			}
		})
	}
	for _, name := range []string{"fix", "output", "probe", "probe-host", "time-limit", "update-baseline", "add-suppressions", "config"} {
		if !loose[name] {
			t.Errorf("--%s is a setting, or there is no such flag", name)
		}
	}
	for name := range loose {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "late.py"), late)
		for _, file := range []struct{ name, text string }{{"autogenlint.toml", name + " = true\n"}, {"pyproject.toml", "[tool.autogenlint]\n" + name + " = true\n"}} {
			write(t, filepath.Join(dir, file.name), file.text)
			if code, stdout, stderr := run(t, dir, "check"); code != failed || !strings.Contains(stderr, "there is no setting") || stdout != "" {
				t.Errorf("%s in %s: exit code %d, stderr %q", name, file.name, code, stderr)
			}
			_ = os.Remove(filepath.Join(dir, file.name))
		}
	}
}

var (
	goTest   = regexp.MustCompile("`go test (?:-\\w+ )*\\./([\\w/]+)((?: -[^`]*)?)`")
	ofBefore = regexp.MustCompile("`(-(?:run|fuzz) [^`]+)`")
	named    = regexp.MustCompile(`-(?:run|fuzz) ("[^"]+"|\S+)`)
	script   = regexp.MustCompile("`((?:e2e|bench)/[\\w-]+/?run|\\.ci/run)[^`]*`")
	aTest    = regexp.MustCompile("`((?:Test|Fuzz)[A-Z]\\w*)`")
	declared = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
)

// testsOf are the tests of a folder, of all folders for "...".
func testsOf(t *testing.T, root, dir string) (names []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(dir), "*_test.go"))
	if dir == "..." {
		files = nil
		for _, depth := range []string{"*", "*/*", "*/*/*"} {
			more, _ := filepath.Glob(filepath.Join(root, filepath.FromSlash(depth), "*_test.go"))
			files = append(files, more...)
		}
	}
	for _, name := range files {
		var text []byte
		if text, err = os.ReadFile(name); err != nil {
			break
		}
		for _, m := range declared.FindAllStringSubmatch(string(text), -1) {
			names = append(names, m[1])
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// commands counts the commands that a part of a page names, and holds that each is there and runs something.
func commands(t *testing.T, root, part string) (n int) {
	t.Helper()
	part = strings.ReplaceAll(part, `\|`, "|")
	holds := func(dir, flags string) {
		n++
		tests := testsOf(t, root, dir)
		if len(tests) == 0 {
			t.Errorf("./%s has no tests", dir)
		}
		for _, m := range named.FindAllStringSubmatch(flags, -1) {
			for alternative := range strings.SplitSeq(strings.Trim(m[1], `"`), "|") {
				if !strings.Contains("\n"+strings.Join(tests, "\n"), alternative) {
					t.Errorf("./%s has no test of the name %s", dir, alternative)
				}
			}
		}
	}
	dir := ""
	for at := 0; at < len(part); { // commands in their order: one without a folder has that of the one before
		next := regexp.MustCompile("`[^`]+`").FindStringIndex(part[at:])
		if next == nil {
			break
		}
		span := part[at+next[0] : at+next[1]]
		at += next[1]
		switch {
		case goTest.MatchString(span):
			m := goTest.FindStringSubmatch(span)
			dir = m[1]
			holds(dir, m[2])
		case ofBefore.MatchString(span) && dir != "":
			holds(dir, ofBefore.FindStringSubmatch(span)[1])
		case aTest.MatchString(span):
			holds("...", "-run "+aTest.FindStringSubmatch(span)[1])
		case script.MatchString(span):
			n++
			info, err := os.Stat(filepath.Join(root, filepath.FromSlash(script.FindStringSubmatch(span)[1])))
			if err != nil || info.Mode()&0o111 == 0 {
				t.Errorf("%s is nothing that can be run", span)
			}
		case strings.HasPrefix(span, "`go -C tools run ./"):
			n++
			if list, _ := filepath.Glob(filepath.Join(root, "tools", strings.Trim(strings.Fields(span)[4], "`./"), "*.go")); len(list) == 0 {
				t.Errorf("%s is nothing that can be run", span)
			}
		}
	}
	return n
}

// TestPromisesNameTheirTests holds that each promise of SECURITY.md, and each row of docs/reliability.md, names what holds it, and that
// it is there.
func TestPromisesNameTheirTests(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) string {
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	promises := func(name string, parts []string) {
		if len(parts) < 10 {
			t.Errorf("%s has %d promises", name, len(parts))
		}
		for _, part := range parts {
			if commands(t, root, part) == 0 {
				t.Errorf("%s: nothing holds this promise:\n%s", name, part)
			}
		}
	}
	_, list, _ := strings.Cut(read("SECURITY.md"), "## What autogenlint promises\n")
	list, _, _ = strings.Cut(list, "\n## ")
	promises("SECURITY.md", strings.Split(list, "\n* ")[1:])
	var rows []string
	for line := range strings.Lines(read("docs/reliability.md")) {
		if strings.HasPrefix(line, "| ") && !strings.HasPrefix(line, "| promise ") {
			rows = append(rows, line)
		}
	}
	promises("docs/reliability.md", rows)
}

// TestActionsArePinned holds that no workflow of ours takes another's code by a name that can be moved.
func TestActionsArePinned(t *testing.T) {
	files, err := filepath.Glob("../../.github/workflows/*.yml")
	if err != nil {
		t.Fatal(err)
	}
	pinned, found := regexp.MustCompile(`^[\w.-]+/[\w./-]+@[0-9a-f]{40}$`), 0
	for _, file := range append(files, "../../action.yml") {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(raw)) {
			_, action, uses := strings.Cut(line, "uses: ")
			if strings.HasPrefix(strings.TrimSpace(line), "#") || !uses {
				continue
			}
			action, _, _ = strings.Cut(strings.TrimSpace(action), " ")
			found++
			if !pinned.MatchString(action) && !strings.HasPrefix(action, "autogenlint/") && !strings.HasPrefix(action, "./") {
				t.Errorf("%s: %s is not pinned by its hash", filepath.Base(file), action)
			}
		}
	}
	if found < 10 {
		t.Errorf("only %d actions are seen", found)
	}
}
