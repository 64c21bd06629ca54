package lint

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// program is a subject that rules of these tests judge; the driver passes it on untouched.
type program struct {
	job   *Job
	words map[string]Finding // what is wrong with a word of its files, in this program
}

// word returns a rule that reports each word of words wherever it stands.
func word(code, title string, level Level, words ...string) *Analyzer {
	a := &Analyzer{Title: title, Level: level}
	a.Analyzer = &analysis.Analyzer{Name: code, Doc: title, Requires: []*analysis.Analyzer{Program}}
	a.Run = func(pass *analysis.Pass) (any, error) {
		subject, _ := subjects.Load(pass.ResultOf[Program])
		p := subject.(*program)
		for _, f := range p.job.Files {
			for _, w := range words {
				found, wrong := p.words[w]
				if !wrong {
					continue
				}
				for at := 0; ; {
					i := strings.Index(f.Text[at:], w)
					if i < 0 {
						break
					}
					at += i + len(w)
					found.Place = source.Span{File: f, Start: at - len(w), End: at}
					Report(pass, found)
				}
			}
		}
		return nil, nil
	}
	return a
}

var subjects sync.Map // by the model that stands for them

// entry returns a program that reaches every file.
func entry(j *Job, path string, declared bool, words map[string]Finding) Entry {
	return Entry{Path: path, Declared: declared, Run: func(context.Context) Ran {
		m := &model.Program{}
		subjects.Store(m, &program{j, words})
		return Ran{Program: m, Reaches: func(string) bool { return true }, Whole: true}
	}}
}

// lines makes a module of text: a statement a line, those that begin with blanks being part of the one above.
func lines(f *source.File) *syntax.Module {
	m := &syntax.Module{File: f}
	at := int32(0)
	for line := range strings.SplitAfterSeq(f.Text, "\n") {
		code, _, _ := strings.Cut(line, "#")
		if len(code) < len(line) {
			start := at + int32(len(code))
			m.Marks = append(m.Marks, syntax.Comment{Range: syntax.Range{Start: start, End: at + int32(len(strings.TrimRight(line, "\n")))}, Alone: strings.TrimSpace(code) == ""})
		}
		end := at + int32(len(strings.TrimRight(code, " \n")))
		if n := len(m.Body); n > 0 && strings.HasPrefix(code, " ") && strings.TrimSpace(code) != "" {
			m.Body[n-1].(*syntax.ExprStmt).End = end
		} else if strings.TrimSpace(code) != "" {
			m.Body = append(m.Body, &syntax.ExprStmt{Range: syntax.Range{Start: at, End: end}})
		}
		at += int32(len(line))
	}
	return m
}

// job returns a job over files, path and text in turns.
func job(rules []*Analyzer, files ...string) *Job {
	j := &Job{Selected: func(string) bool { return true }, Catalogue: []*Analyzer{
		{Analyzer: &analysis.Analyzer{Name: "AG001"}, Title: "syntax-error", Level: Note},
		{Analyzer: &analysis.Analyzer{Name: "AG002"}, Title: "unused-suppression", Level: Warning},
		{Analyzer: &analysis.Analyzer{Name: "AG003"}, Title: "invalid-suppression", Level: Warning},
		{Analyzer: &analysis.Analyzer{Name: "AG004"}, Title: "unread-file", Level: Warning},
	}}
	j.Catalogue = append(j.Catalogue, rules...)
	modules := map[*source.File]*syntax.Module{}
	for pair := range slices.Chunk(files, 2) {
		kind := kindOf(pair[0])
		f := source.New(pair[0], kind, []byte(pair[1]), pair[1], nil)
		if j.Files = append(j.Files, f); kind == source.Python {
			modules[f] = lines(f)
		}
	}
	j.Module = func(f *source.File) *syntax.Module { return modules[f] }
	return j
}

func kindOf(path string) source.Kind {
	switch {
	case strings.HasSuffix(path, ".py"):
		return source.Python
	case path == ".env":
		return source.Dotenv
	case strings.HasSuffix(path, ".yml"):
		return source.YAML
	case path == "Dockerfile":
		return source.Dockerfile
	}
	return source.JSON
}

// printed prints what a job found, one line an issue or problem.
func printed(found Found) string {
	var b strings.Builder
	for _, i := range found.Issues {
		text := i.Place.File.Text[:i.Place.Start]
		fmt.Fprintf(&b, "%s:%d %s %s %s", i.Place.File.Path, 1+strings.Count(text, "\n"), i.Level, i.Title, i.Message)
		if len(i.Entries) > 0 {
			fmt.Fprintf(&b, " %v", i.Entries)
		}
		b.WriteByte('\n')
	}
	for _, p := range found.Problems {
		fmt.Fprintln(&b, p)
	}
	return b.String()
}

func check(t *testing.T, got, want string) {
	t.Helper()
	if d := cmp.Diff(strings.TrimSpace(want), strings.TrimSpace(got)); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func message(s string) Finding { return Finding{Diagnostic: analysis.Diagnostic{Message: s}} }

var late = word("AG101", "late-api-key", Error, "late")

func TestMergeOfPrograms(t *testing.T) {
	warned := message("it is late")
	warned.Level = Warning
	for _, test := range []struct {
		name string
		run  func(j *Job)
		want string
	}{
		{"all programs agree", func(j *Job) {
			j.Programs = []Entry{entry(j, "a.py", true, map[string]Finding{"late": message("it is late")}), entry(j, "b.py", true, map[string]Finding{"late": message("it is late")})}
		}, "a.py:1 error late-api-key it is late"},
		{"the highest level wins", func(j *Job) {
			j.Programs = []Entry{entry(j, "a.py", true, map[string]Finding{"late": warned}), entry(j, "b.py", true, map[string]Finding{"late": message("it is late")})}
		}, "a.py:1 error late-api-key it is late"},
		{"one of two declared programs is right", func(j *Job) {
			j.Programs = []Entry{entry(j, "a.py", true, map[string]Finding{"late": message("it is late")}), entry(j, "b.py", true, nil)}
		}, "a.py:1 error late-api-key it is late [a.py]"},
		{"only an inferred program is wrong", func(j *Job) {
			j.Programs = []Entry{entry(j, "a.py", true, nil), entry(j, "test_a.py", false, map[string]Finding{"late": message("it is late")})}
		}, ""},
		{"there are only inferred programs", func(j *Job) {
			j.Programs = []Entry{entry(j, "test_b.py", false, nil), entry(j, "test_a.py", false, map[string]Finding{"late": message("it is late")})}
		}, "a.py:1 error late-api-key it is late [test_a.py]"},
		{"causes are told apart", func(j *Job) {
			x, y := message("x is late"), message("y is late")
			x.Cause, y.Cause = "x", "y"
			j.Programs = []Entry{entry(j, "a.py", true, map[string]Finding{"late": y}), entry(j, "b.py", true, map[string]Finding{"late": x})}
		}, "a.py:1 error late-api-key x is late\na.py:1 error late-api-key y is late"},
	} {
		t.Run(test.name, func(t *testing.T) {
			j := job([]*Analyzer{late}, "a.py", "late\n")
			test.run(j)
			check(t, printed(j.Run(t.Context())), test.want)
		})
	}
}

func TestAFixIsUnsafeWhereAProgramIsRight(t *testing.T) {
	wrong := message("it is late")
	wrong.Fixes = []Fix{{Title: "Move it", Safe: true}}
	j := job([]*Analyzer{late}, "a.py", "late\n")
	j.Programs = []Entry{entry(j, "a.py", true, map[string]Finding{"late": wrong}), entry(j, "b.py", true, nil)}
	if i := j.Run(t.Context()).Issues[0]; i.Fixes[0].Safe {
		t.Error("the fix is safe")
	}
}

func TestOrder(t *testing.T) {
	j := job([]*Analyzer{word("AG102", "blank-api-key", Warning, "blank"), late}, "a.py", "blank late\nlate\n", "b.py", "late\n")
	words := map[string]Finding{"late": message("late"), "blank": message("blank")}
	j.Programs = []Entry{entry(j, "b.py", true, words), entry(j, "a.py", true, words)}
	check(t, printed(j.Run(t.Context())), `
a.py:1 warning blank-api-key blank
a.py:1 error late-api-key late
a.py:2 error late-api-key late
b.py:1 error late-api-key late`)
}

func TestACrashIsAProblem(t *testing.T) {
	broken := &Analyzer{Title: "broken", Analyzer: &analysis.Analyzer{Name: "AG199", Doc: "x"}}
	broken.Run = func(*analysis.Pass) (any, error) { panic("sk-secret") }
	j := job([]*Analyzer{broken, late}, "a.py", "late\n")
	j.Programs = []Entry{
		entry(j, "a.py", true, map[string]Finding{"late": message("it is late")}),
		{Path: "b.py", Declared: true, Run: func(context.Context) Ran { var none []string; return Ran{Whole: none[1] == "sk-secret"} }},
	}
	got := printed(j.Run(t.Context()))
	if strings.Contains(got, "sk-") || !strings.Contains(got, "a.py: AG199 could not be checked: panic in lint.TestACrashIsAProblem.func1:") ||
		!strings.Contains(got, "b.py: could not be evaluated: runtime error: index out of range [1] with length 0 in lint.TestACrashIsAProblem.func2:") ||
		!strings.Contains(got, "a.py:1 error late-api-key it is late") {
		t.Error(got)
	}
}

func TestSuppression(t *testing.T) {
	for _, test := range []struct{ name, path, text, want string }{
		{"at the end of the line", "a.py", "late # autogenlint: ignore[late-api-key] it is a test\n", ""},
		{"by code, with others", "a.py", "late blank # autogenlint: ignore[AG101, blank-api-key]: it is a test\n", ""},
		{"after another pragma", "a.py", "late # noqa: E501 # autogenlint: ignore[AG101] it is a test\n", ""},
		{"on a line of the statement", "a.py", "f(\n  late,\n  blank, # autogenlint: ignore[AG101,AG102] a test\n )\n", ""},
		{"alone above the statement", "a.py", "# autogenlint: ignore[AG101] a test\nf(\n  late\n )\n", ""},
		{"alone above, under another", "a.py", "# autogenlint: ignore[AG101] a test\n# autogenlint: ignore[AG102] a test\nlate blank\n", ""},
		{"alone inside of a statement", "a.py", "f(\n  # autogenlint: ignore[AG101] a test\n  late,\n  late)\n", "a.py:4 error late-api-key late"},
		{"above a blank line", "a.py", "# autogenlint: ignore[AG101] a test\n\nlate\n", "a.py:1 warning unused-suppression late-api-key is not found here; take it out of the suppression\na.py:3 error late-api-key late"},
		{"unused", "a.py", "x = 1 # autogenlint: ignore[AG101, AG102] a test\nlate\n", `
a.py:1 warning unused-suppression late-api-key is not found here; take it out of the suppression
a.py:1 warning unused-suppression blank-api-key is not found here; take it out of the suppression
a.py:2 error late-api-key late`},
		{"no reason", "a.py", "late # autogenlint: ignore[AG101] # noqa\n", `
a.py:1 error late-api-key late
a.py:1 warning invalid-suppression this suppression gives no reason, so it does nothing; say why after the brackets`},
		{"no brackets", "a.py", "late # autogenlint: ignore\n", `
a.py:1 error late-api-key late
a.py:1 warning invalid-suppression this suppression names no rule, so it does nothing; name the rule in brackets, such as ignore[late-api-key]`},
		{"unknown rule", "a.py", "late # autogenlint: ignore[laet-api-key] a test\n", `
a.py:1 error late-api-key late
a.py:1 warning invalid-suppression no rule has this name; did you mean late-api-key?`},
		{"a rule of the tool's own", "a.py", "x # autogenlint: ignore[AG002] a test\n", "a.py:1 warning invalid-suppression unused-suppression cannot be suppressed by a comment; take it out"},
		{"another verb", "a.py", "late # autogenlint: disable[AG101] a test\n", "a.py:1 error late-api-key late\na.py:1 warning invalid-suppression a suppression is written `# autogenlint: ignore[rule] reason`; this one does nothing"},
		{"prose", "a.py", "x # autogenlint: the linter\n", ""},
		{".env: alone above", ".env", "# autogenlint: ignore[AG101] a test\nA=late\n", ""},
		{".env: at the end it is the value's", ".env", "A=late # autogenlint: ignore[AG101] a test\n", ".env:1 error late-api-key late"},
		{"Dockerfile: a joined line", "Dockerfile", "# autogenlint: ignore[AG101] a test\nENV A=1 \\\n  B=late\nENV C=late\n", "Dockerfile:4 error late-api-key late"},
		{"YAML: at the end", "a.yml", "k: late # autogenlint: ignore[AG101] a test\n", ""},
		{"YAML: inside of quotes", "a.yml", "k: \"late # autogenlint: ignore[AG101] a test\"\n", "a.yml:1 error late-api-key late"},
		{"YAML: alone above", "a.yml", "# autogenlint: ignore[AG101] a test\nk: late\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			j := job([]*Analyzer{late, word("AG102", "blank-api-key", Warning, "blank")}, test.path, test.text)
			j.Programs = []Entry{entry(j, test.path, true, map[string]Finding{"late": message("late"), "blank": message("blank")})}
			check(t, printed(j.Run(t.Context())), test.want)
		})
	}
}
