package rules_test

import (
	"context"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/autogenlint/autogenlint/internal/memory"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/rules"
)

// A sourceFile is a file of a page's example or of a test program.
type sourceFile struct{ name, text string }

// lintProgram lints files as a project of their own. Rules that are off by default speak too if they are asked for.
func lintProgram(t testing.TB, files []sourceFile, also ...string) []lint.Issue {
	t.Helper()
	m := memory.FS{Files: fstest.MapFS{}}
	for _, f := range files {
		if m.Files[f.name] != nil {
			t.Fatalf("there are two files called %s", f.name)
		}
		m.Files[f.name] = &fstest.MapFile{Data: []byte(f.text), Mode: 0o644}
	}
	flags := map[string][]string{}
	if len(also) > 0 {
		flags["extend-select"] = also
	}
	r, err := lint.Run(context.Background(), lint.Options{Rules: rules.All(), Dir: "/program", FS: m, Isolated: true, Flags: flags})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Problems {
		t.Errorf("problem: %s", p)
	}
	return r.Issues
}

// asFile makes a file of a block. A notebook is written as its cells, each below a line that begins with # %%; a number in
// brackets behind that is the cell's execution count, and [markdown] makes it a cell of text. Every line of a cell is a line of
// the notebook's JSON.
func asFile(name, text string) sourceFile {
	if path.Ext(name) == ".ipynb" && !strings.HasPrefix(text, "{") {
		text = notebook(text)
	}
	return sourceFile{name, text}
}

var cellHead = regexp.MustCompile(`^# %%(?: \[(markdown|\d+)\])?$`)

func notebook(text string) string {
	type cell struct {
		head  string
		lines []string
	}
	var cells []cell
	for _, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		if m := cellHead.FindStringSubmatch(line); m != nil {
			cells = append(cells, cell{head: m[1]})
			continue
		}
		if len(cells) == 0 {
			cells = append(cells, cell{})
		}
		c := &cells[len(cells)-1]
		c.lines = append(c.lines, line)
	}
	var sb strings.Builder
	sb.WriteString("{\n \"cells\": [\n")
	for i, c := range cells {
		kind, count := "code", "null"
		if c.head == "markdown" {
			kind = "markdown"
		} else if c.head != "" {
			count = c.head
		}
		fmt.Fprintf(&sb, "  {\n   \"cell_type\": %q,\n   \"metadata\": {},\n", kind)
		if kind == "code" {
			fmt.Fprintf(&sb, "   \"execution_count\": %s,\n   \"outputs\": [],\n", count)
		}
		sb.WriteString("   \"source\": [\n")
		for k, line := range c.lines {
			end, comma := "\n", ","
			if k == len(c.lines)-1 {
				end, comma = "", ""
			}
			quoted, _ := json.Marshal(line + end)
			fmt.Fprintf(&sb, "    %s%s\n", quoted, comma)
		}
		sb.WriteString("   ]\n  }")
		if i < len(cells)-1 {
			sb.WriteString(",")
		}
		sb.WriteString("\n")
	}
	sb.WriteString(" ],\n \"metadata\": {},\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n")
	return sb.String()
}

// An expectation is a want: a finding on a line of a file, whose text output fits a pattern.
type expectation struct {
	file string
	line int
	text *regexp.Regexp
}

func (e expectation) String() string { return fmt.Sprintf("%s:%d: %s", e.file, e.line, e.text) }

var (
	wantComment = regexp.MustCompile(`(^\s*|[ \t]|")# want ((?:\\?"[^"\\]+\\?"\s*)+)`)
	wantLine    = regexp.MustCompile(`^want (\S+):(\d+) ((?:"[^"]+"\s*)+)$`)
	wantPattern = regexp.MustCompile(`"([^"]+)"`)
)

// expectations reads what a program's files say about themselves: `# want "pattern"` at the end of a line, or alone above the line
// where no comment may stand behind something. Files without comments have theirs in the program's head: `want FILE:LINE "pattern"`.
func expectations(t *testing.T, head string, files []sourceFile) []expectation {
	t.Helper()
	var out []expectation
	add := func(file string, line int, patterns string) {
		for _, m := range wantPattern.FindAllStringSubmatch(strings.ReplaceAll(patterns, `\"`, `"`), -1) {
			re, err := regexp.Compile(m[1])
			if err != nil {
				t.Fatalf("%s:%d: %v", file, line, err)
			}
			out = append(out, expectation{file, line, re})
		}
	}
	for _, line := range strings.Split(head, "\n") {
		if m := wantLine.FindStringSubmatch(line); m != nil {
			n, _ := strconv.Atoi(m[2])
			add(m[1], n, m[3])
		} else if strings.HasPrefix(line, "want ") {
			t.Fatalf("this is no want: %s", line)
		}
	}
	for _, f := range files {
		pending := ""
		for i, line := range strings.Split(f.text, "\n") {
			m := wantComment.FindStringSubmatch(line)
			if m == nil {
				if strings.Contains(line, "# want") {
					t.Fatalf("%s:%d: this is no want: %s", f.name, i+1, line)
				}
				add(f.name, i+1, pending)
				pending = ""
				continue
			}
			if alone := strings.TrimLeft(line[:strings.Index(line, "# want")], " \t\""); alone == "" {
				pending += m[2]
				continue
			}
			add(f.name, i+1, pending+m[2])
			pending = ""
		}
		if pending != "" {
			t.Fatalf("%s: nothing stands below the last want", f.name)
		}
	}
	return out
}

// text is an issue as a want sees it: what text output has behind the place.
func text(i lint.Issue) string {
	return fmt.Sprintf("%s: %s %s: %s", i.Level, i.Code, i.Title, i.Message)
}

// compare returns what was found and not wanted, and what was wanted and not found. A note may be wanted; no note has to be.
func compare(issues []lint.Issue, wants []expectation) (wrong []string) {
	met := make([]bool, len(wants))
	for _, i := range issues {
		file, line := "", 0
		if i.Place.File != nil {
			file = i.Place.File.Path
		}
		if i.Place.Valid() {
			start, _ := i.Place.Where()
			line = start.Line
		}
		wanted := false
		for k, w := range wants {
			if w.file == file && (w.line == line || line == 0) && w.text.MatchString(text(i)) {
				met[k], wanted = true, true
			}
		}
		if !wanted && i.Level > lint.Note {
			wrong = append(wrong, fmt.Sprintf("not wanted: %s:%d: %s", file, line, text(i)))
		}
	}
	for k, w := range wants {
		if !met[k] {
			wrong = append(wrong, "not found: "+w.String())
		}
	}
	sort.Strings(wrong)
	return wrong
}

// catalogue is every rule by code.
func catalogue() map[string]*lint.Analyzer {
	out := map[string]*lint.Analyzer{}
	for _, a := range rules.All() {
		out[a.Name] = a
	}
	return out
}
