//go:build cgo

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/autogenlint/autogenlint/rules"
)

// shown is a block of the README that shows a command and its output.
var shown = regexp.MustCompile("(?ms)^```console\n\\$ autogenlint ((?:check|inspect) [^\n]*)\n.*?```\n")

// yamlBlock is a block of the README that shows a file.
var yamlBlock = regexp.MustCompile("(?ms)^```yaml\n.*?```\n")

func TestReadmeShowsWhatIsPrinted(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	// A repository with the example in it: without one the example is a project of its own, and its paths are shorter.
	repository := t.TempDir()
	example := filepath.Join("testdata", "quickstart")
	if err := errors.Join(os.Mkdir(filepath.Join(repository, ".git"), 0o755), os.CopyFS(filepath.Join(repository, example), os.DirFS(filepath.Join(root, example)))); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(root, "README.md")
	old, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := shown.ReplaceAllStringFunc(string(old), func(block string) string {
		args := shown.FindStringSubmatch(block)[1]
		var out bytes.Buffer
		c := Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Args: strings.Fields(args), Dir: repository, Rules: rules.All()}
		want := faulty
		if strings.HasPrefix(args, "inspect") {
			want = clean
		}
		if code := c.Run(t.Context()); code != want {
			t.Errorf("autogenlint %s: exit code %d\n%s", args, code, out.String())
		}
		return "```console\n$ autogenlint " + args + "\n" + out.String() + "```\n"
	})
	if _, err := os.Stat(filepath.Join(root, ".git")); err == nil { // what else is in this repository says nothing of the example
		var out bytes.Buffer
		args := shown.FindStringSubmatch(string(old))[1]
		c := Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Args: strings.Fields(args), Dir: root, Rules: rules.All()}
		if c.Run(t.Context()); !strings.Contains(text, "$ autogenlint "+args+"\n"+out.String()+"```\n") {
			t.Errorf("in a clone, autogenlint %s prints\n%s", args, out.String())
		}
	}
	files := []string{fmt.Sprintf(preCommitFile, "v0.1.0"), workflowFile}
	text = yamlBlock.ReplaceAllStringFunc(text, func(string) string {
		file := files[0]
		files = files[1:]
		return "```yaml\n" + file + "```\n"
	})
	if *update {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if d := cmp.Diff(string(old), text); d != "" {
		t.Errorf("README.md is not what is printed; go test ./cmd/autogenlint -update writes it\n%s", d)
	}
}

func TestCatalogue(t *testing.T) {
	code, title := regexp.MustCompile(`^AG\d{3}$`), regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	seen := map[string]bool{}
	var run []*analysis.Analyzer
	last := ""
	for _, r := range rules.All() {
		if !code.MatchString(r.Name) || !title.MatchString(r.Title) || seen[r.Title] || r.Name <= last {
			t.Errorf("%s %s: the code or the name is not of the form, or not new, or not in order", r.Name, r.Title)
		}
		if r.Page == "" || r.Summary == "" || strings.Contains(r.Summary, "\n") {
			t.Errorf("%s has no page or no summary of one line", r.Name)
		}
		seen[r.Title], last = true, r.Name
		if r.After != nil {
			run = append(run, r.After)
		}
		if r.Each != nil {
			run = append(run, r.Each)
		}
		if r.Run != nil {
			run = append(run, r.Analyzer)
		}
	}
	if err := analysis.Validate(run); err != nil {
		t.Error(err)
	}
}

// TestEveryDependencyHasItsReason holds that CONTRIBUTING names each module that go.mod does.
func TestEveryDependencyHasItsReason(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("../../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	required := regexp.MustCompile(`(?m)^\t(\S+) v\S+`).FindAllStringSubmatch(string(mod), -1)
	if len(required) < 10 {
		t.Fatalf("go.mod names %d modules", len(required))
	}
	_, list, _ := bytes.Cut(text, []byte("## What it is built on"))
	for _, m := range required {
		name := regexp.MustCompile(`/v\d+$`).ReplaceAllString(strings.TrimPrefix(m[1], "github.com/"), "")
		if !bytes.Contains(list, []byte("`"+name+"`")) {
			t.Errorf("CONTRIBUTING.md does not say what %s is for", name)
		}
	}
}
