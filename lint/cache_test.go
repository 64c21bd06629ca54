package lint_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/autogenlint/autogenlint/internal/memory"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/project"
	"github.com/autogenlint/autogenlint/rules"
	"github.com/autogenlint/autogenlint/source"
)

// A desk is a project that is edited, with what a server keeps of it.
type desk struct {
	files map[string]string
	times map[string]int // of the last change
	clock int
	store *project.Store
	cache *lint.Cache
}

func newDesk(files map[string]string) *desk {
	d := &desk{files: map[string]string{}, times: map[string]int{}, store: &project.Store{}, cache: &lint.Cache{}}
	for name, text := range files {
		d.write(name, text)
	}
	return d
}

func (d *desk) write(name, text string) {
	d.clock++
	d.files[name], d.times[name] = text, d.clock
}

func (d *desk) fs() memory.FS {
	m := memory.FS{Files: fstest.MapFS{}}
	for name, text := range d.files {
		m.Files[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644, ModTime: time.Unix(int64(d.times[name]), 0)}
	}
	return m
}

// check lints the project, with what is kept or without. Every is a rule about programs that runs too.
func (d *desk) check(t *testing.T, kept bool, every ...*lint.Analyzer) []lint.Issue {
	t.Helper()
	o := lint.Options{Rules: append(rules.All(), every...), Dir: memory.Root, FS: d.fs(), Flags: map[string][]string{"extend-select": {"AG114"}}}
	if kept {
		o.Store, o.Cache = d.store, d.cache
	}
	r, err := lint.Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r.Issues
}

// told is all that is told of issues.
func told(issues []lint.Issue) (out []string) {
	at := func(s source.Span) string {
		if s.File == nil {
			return "nowhere"
		}
		return fmt.Sprintf("%s:%d-%d", s.File.Path, s.Start, s.End)
	}
	for _, i := range issues {
		line := fmt.Sprintf("%s %s %s %s %v %v %s", at(i.Place), i.Level, i.Code, i.Message, i.Failures, i.Entries, i.Scope)
		for _, s := range i.Path {
			line += fmt.Sprintf("\n  %s %s", at(s.Place), s.Text)
		}
		for _, f := range i.Fixes {
			line += fmt.Sprintf("\n  fix %v %s", f.Safe, f.Title)
			for _, e := range f.Edits {
				line += fmt.Sprintf(" [%s %q]", at(e.Place), e.New)
			}
		}
		out = append(out, line)
	}
	return out
}

// counter is a rule that says nothing and notes the programs that it is asked about.
func counter() (*lint.Analyzer, func() []string) {
	var mu sync.Mutex
	var seen []string
	a := &lint.Analyzer{Analyzer: &analysis.Analyzer{Name: "AG198", Doc: "counts"}, Title: "counter", Level: lint.Note, Summary: "It counts."}
	a.Requires = []*analysis.Analyzer{lint.Program}
	a.Run = func(pass *analysis.Pass) (any, error) {
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, pass.ResultOf[lint.Program].(*model.Program).Name)
		return nil, nil
	}
	return a, func() []string {
		mu.Lock()
		defer mu.Unlock()
		out := slices.Sorted(slices.Values(seen))
		seen = nil
		return out
	}
}

// TestKeptPrograms holds which programs are evaluated again after a change: those that would see something else.
func TestKeptPrograms(t *testing.T) {
	agent := "import os\nfrom autogen import AssistantAgent\n%s\nif __name__ == \"__main__\":\n    AssistantAgent(\"a\", llm_config={\"config_list\": [{\"model\": \"gpt-4o\", \"api_key\": %s}]})\n"
	files := map[string]string{
		"one/main.py":     fmt.Sprintf(agent, "import keys", "keys.KEY"),
		"one/keys.py":     "import os\nKEY = os.getenv(\"OPENAI_API_KEY\", \"\")\n",
		"two/main.py":     fmt.Sprintf(agent, "from dotenv import load_dotenv\nload_dotenv()", "os.environ[\"OPENAI_API_KEY\"]"),
		"two/.env":        "OPENAI_TOKEN=x\n",
		"three/main.py":   fmt.Sprintf(agent, "import json\nkey = json.load(open(\"key.json\"))[\"key\"]", "key"),
		"three/key.json":  "{\"key\": \"\"}\n",
		"four/main.py":    fmt.Sprintf(agent, "os.environ[\"OPENAI_KEY\"] = \"x\"", "None"),
		"lib/helper.py":   "X = 1\n",
		"five/main.py":    fmt.Sprintf(agent, "import importlib\nhelper = importlib.import_module(\"helper\" + \"s\")", "helper.KEY"),
		"five/helpers.py": "KEY = \"\"\n",
	}
	d := newDesk(files)
	a, evaluated := counter()
	d.check(t, true, a)
	all := []string{"five/main.py", "four/main.py", "one/main.py", "three/main.py", "two/main.py"}
	if diff := cmp.Diff(all, evaluated()); diff != "" {
		t.Fatal(diff)
	}
	for _, step := range []struct {
		what, file, text string
		want             []string
	}{
		{"nothing", "README.md", "nothing", nil},
		{"a comment", "one/main.py", files["one/main.py"] + "# a comment\n", []string{"one/main.py"}},
		{"what it imports", "one/keys.py", files["one/keys.py"] + "x = 1\n", []string{"one/main.py"}},
		{"what it imports by a name that is made", "five/helpers.py", "KEY = \"x\"\n", []string{"five/main.py"}},
		{"what it opens", "three/key.json", "{\"key\": \"y\"}\n", []string{"three/main.py"}},
		{"a file that nothing reaches", "lib/helper.py", "X = 2\n", nil},
		{"a file that would be opened instead", "key.json", "{\"key\": \"y\"}\n", []string{"three/main.py"}},
		{"a module of the same name", "keys.py", "KEY = 1\n", []string{"one/main.py"}},
		{"a variable that other code reads", "four/more.py", "import os\nimport autogen\nos.getenv(\"OPENAI_KEY\")\n", []string{"four/main.py", "four/more.py"}},
		{"a command that is installed", "four/pyproject.toml", "[project.scripts]\nfour = \"main:start\"\n", []string{"four/main.py"}},
		{"another function of it", "four/pyproject.toml", "[project.scripts]\nfour = \"main:begin\"\n", []string{"four/main.py"}},
		{"a pin", "one/requirements.txt", "pyautogen==0.2.35\n", []string{"one/main.py"}},
	} {
		d.write(step.file, step.text)
		got := told(d.check(t, true, a))
		if diff := cmp.Diff(step.want, evaluated()); diff != "" {
			t.Errorf("%s: programs evaluated (-want +got):\n%s", step.what, diff)
		}
		if diff := cmp.Diff(told(d.check(t, false)), got); diff != "" {
			t.Errorf("%s (-fresh +kept):\n%s", step.what, diff)
		}
	}
	d.write("two/.env", "OPENAI_API_KEY=x\n")
	d.check(t, true, a)
	if got := evaluated(); !slices.Contains(got, "two/main.py") {
		t.Errorf("after its .env has changed: %v", got)
	}
}

// pool is a project of some of the conformance programs, each in a folder of its own, with modules that several import.
func pool(t *testing.T, r *rand.Rand, n int) map[string]string {
	t.Helper()
	dirs, err := filepath.Glob("../testdata/conformance/programs/*")
	if err != nil || len(dirs) < n {
		t.Fatalf("%d programs: %v", len(dirs), err)
	}
	out := map[string]string{
		"shared.py": "import os\nfrom autogen import AssistantAgent\nconfig_list = [{\"model\": \"gpt-4o\", \"api_key\": os.getenv(\"OPENAI_API_KEY\", \"\")}]\n",
		"a/main.py": "import shared\nimport keys\nshared.AssistantAgent(\"a\", llm_config={\"config_list\": shared.config_list}).generate_reply([])\n",
		"a/keys.py": "import os\nos.environ[\"OPENAI_KEY\"] = open(\"key.txt\").read()\n",
		"b/main.py": "import os, shared\nos.environ[\"OPENAI_API_KEY\"] = open(\"key.txt\").read()\nshared.AssistantAgent(\"b\", llm_config={\"config_list\": shared.config_list}).generate_reply([])\n",
	}
	for i := range n {
		dir := dirs[r.IntN(len(dirs))]
		err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			raw, err := os.ReadFile(path)
			rel, _ := filepath.Rel(dir, path)
			out[fmt.Sprintf("p%d/%s", i, filepath.ToSlash(rel))] = string(raw)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// change changes one file at random: a line goes, comes from another file, or comes twice; the file goes, or a new one comes.
func (d *desk) change(r *rand.Rand) string {
	names := slices.Sorted(maps.Keys(d.files))
	name, other := names[r.IntN(len(names))], names[r.IntN(len(names))]
	lines := strings.SplitAfter(d.files[name], "\n")
	at := r.IntN(len(lines))
	switch n := r.IntN(12); {
	case n < 4:
		d.write(name, strings.Join(slices.Delete(lines, at, at+1), ""))
	case n < 7:
		from := strings.SplitAfter(d.files[other], "\n")
		d.write(name, strings.Join(slices.Insert(lines, at, from[r.IntN(len(from))]), ""))
	case n < 9:
		d.write(name, strings.Join(slices.Insert(lines, at, lines[at]), ""))
	case n == 9:
		delete(d.files, name)
	case n == 10:
		name = filepath.ToSlash(filepath.Join(filepath.Dir(name), []string{".env", "keys.py", "__init__.py", "requirements.txt", "OAI_CONFIG_LIST", ".gitignore", "autogen.py"}[r.IntN(7)]))
		d.write(name, d.files[other])
	default:
		d.write(name, d.files[name]) // it is written as it was
	}
	return name
}

// TestKeptIsFresh changes projects at random. After each change, what is told with what was kept is what is told without.
func TestKeptIsFresh(t *testing.T) {
	for seed := range uint64(5) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 5))
			d := newDesk(pool(t, r, 12))
			d.check(t, true)
			for step := range 20 {
				name := d.change(r)
				if diff := cmp.Diff(told(d.check(t, false)), told(d.check(t, true))); diff != "" {
					t.Fatalf("step %d, a change of %s (-fresh +kept):\n%s", step, name, diff)
				}
			}
		})
	}
}
