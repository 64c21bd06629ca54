//go:build cgo

package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/autogenlint/autogenlint/internal/memory"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/rules"
	"github.com/autogenlint/autogenlint/source"
)

// lintFiles lints files as a project of their own.
func lintFiles(t *testing.T, files map[string]string, o lint.Options) *lint.Result {
	t.Helper()
	o.Rules, o.Dir, o.FS, o.Isolated, o.Secrets = rules.All(), memory.Root, memory.Of(files), true, true
	r, err := lint.Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Problems {
		t.Errorf("the tool could not do its work: %s", p)
	}
	return r
}

// said is what a run finds, without where in a line it stands.
func said(r *lint.Result) []string {
	var out []string
	for _, i := range r.Issues {
		line := 0
		if i.Place.Valid() {
			start, _ := i.Place.Where()
			line = start.Line
		}
		out = append(out, fmt.Sprintf("%s:%d %s %s %s", i.Place.File.Path, line, i.Level, i.Code, i.Message))
	}
	return out
}

// places holds that every place lies in its file, on the borders of code points.
func places(t *testing.T, r *lint.Result) {
	t.Helper()
	place := func(s source.Span) {
		if s.File == nil {
			return
		}
		if text := s.File.Text; s.Start < 0 || s.End < s.Start || s.End > len(text) || !border(text, s.Start) || !border(text, s.End) {
			t.Fatalf("%s:%d-%d is no place in a file of %d bytes", s.File.Path, s.Start, s.End, len(text))
		}
	}
	for _, i := range r.Issues {
		place(i.Place)
		for _, s := range i.Path {
			place(s.Place)
		}
		for _, f := range i.Fixes {
			for _, e := range f.Edits {
				place(e.Place)
			}
		}
	}
}

// quiet holds that a format can be written, and that nothing which is written shows a run of eight characters of a key. A run that
// is shown too when the keys are others is the tool's own: a fuzzer finds out that a key may end like the name of a class.
func quiet(t *testing.T, files map[string]string, r *lint.Result, format string) {
	t.Helper()
	c := Command{Rules: rules.All(), Dir: memory.Root}
	write := func(r *lint.Result) []byte {
		out, err := c.report(format, r, checkFlags{}, io.Discard)
		if err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		return out
	}
	shown := func(out []byte, of []string) []string {
		return slices.DeleteFunc(of, func(run string) bool { return !bytes.Contains(out, []byte(run)) })
	}
	runs := shown(write(r), planted(files))
	if len(runs) > 0 {
		runs = slices.DeleteFunc(runs, func(run string) bool {
			return bytes.Contains(write(lintFiles(t, rekeyed(files), lint.Options{})), []byte(run))
		})
	}
	if len(runs) > 0 {
		t.Fatalf("%s shows a part of a key", format)
	}
}

// rekeyed is files with other keys of the same form: each letter and digit of a key is the next one.
func rekeyed(files map[string]string) map[string]string {
	out := map[string]string{}
	for name, text := range files {
		out[name] = markedKey.ReplaceAllStringFunc(text, func(key string) string {
			next := []byte(key)
			for i := len(mark); i < len(next); i++ {
				switch next[i] {
				case 'z', 'Z':
					next[i] -= 25
				case '9':
					next[i] -= 9
				default:
					next[i]++
				}
			}
			return string(next)
		})
	}
	return out
}

func border(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// planted returns every run of eight characters of the keys in files: what stands behind the mark that all of them carry. What the
// fuzzer has cut down to a short word, or to one without digits, is no key any more.
func planted(files map[string]string) []string {
	var out []string
	for _, text := range files {
		for _, part := range strings.Split(text, mark)[1:] {
			key := keyHere.FindString(part)
			if len(digit.FindAllString(key, -1)) < 4 {
				continue
			}
			for i := 0; i+8 <= min(len(key), 80); i++ {
				out = append(out, key[i:i+8])
			}
		}
	}
	return out
}

const mark = "cnry" // how each key of the tests begins, behind its prefix

var (
	keyHere   = regexp.MustCompile(`^[A-Za-z0-9]{24,}`)
	markedKey = regexp.MustCompile(mark + `[A-Za-z0-9]{24,}`)
	digit     = regexp.MustCompile(`\d`)
)

// A law is what holds of every program: of files, and of what r says of them. n chooses among the ways in which it can be tried.
type law struct {
	name  string
	holds func(t *testing.T, files map[string]string, r *lint.Result, n int)
}

var laws = []law{
	{"no report shows a key", func(t *testing.T, files map[string]string, r *lint.Result, n int) {
		quiet(t, files, r, formats[n%len(formats)])
	}},
	{"the number of cores changes nothing", func(t *testing.T, files map[string]string, _ *lint.Result, n int) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		one := asJSON(t, lintFiles(t, files, lint.Options{}))
		runtime.GOMAXPROCS(2 + n%7)
		if more := asJSON(t, lintFiles(t, files, lint.Options{})); more != one {
			t.Fatalf("it depends on the number of cores what is said:\n%s\nor\n%s", one, more)
		}
	}},
	{"a file that nothing imports changes nothing", func(t *testing.T, files map[string]string, r *lint.Result, _ int) {
		same(t, said(r), with(files, "zz_nobody.py", "x = 1\n"))
	}},
	{"a comment at the end changes nothing", func(t *testing.T, files map[string]string, r *lint.Result, _ int) {
		if text := files["main.py"]; whole(files, r) && utf8.ValidString(text) {
			same(t, said(r), with(files, "main.py", strings.TrimSuffix(text, "\n")+"\n\n# the end\n"))
		}
	}},
	{"a comment and blank lines between statements change only lines", remarked},
	{"CRLF changes nothing", func(t *testing.T, files map[string]string, r *lint.Result, n int) {
		if !whole(files, r) {
			return
		}
		changed := maps.Clone(files)
		for name, text := range files {
			if !strings.Contains(text, "\r") && utf8.ValidString(text) {
				changed[name] = strings.ReplaceAll(text, "\n", "\r\n")
			}
		}
		same(t, said(r), changed)
	}},
	{"fixes come to an end, and parse", mended},
	{"suppressing everything leaves nothing", silenced},
}

// hold tries one of the laws.
func hold(t *testing.T, files map[string]string, n byte) {
	t.Helper()
	defer time.AfterFunc(time.Minute, func() { panic("it hangs") }).Stop()
	r := lintFiles(t, files, lint.Options{})
	places(t, r)
	laws[int(n)%len(laws)].holds(t, files, r, int(n)/len(laws))
}

// whole reports whether everything could be read and parsed. What is no Python is not even parsed where nothing in it looks like AutoGen.
func whole(files map[string]string, r *lint.Result) bool {
	for name, text := range files {
		kind := parser.KindOf(name)
		if kind != source.Python && kind != source.Notebook {
			continue
		}
		if f, err := parser.Decode(name, kind, []byte(text)); err != nil || len(parser.Python(f).Errors) > 0 {
			return false
		}
	}
	return !slices.ContainsFunc(r.Issues, func(i lint.Issue) bool { return i.Code == "AG001" || i.Code == "AG004" })
}

func with(files map[string]string, name, text string) map[string]string {
	out := maps.Clone(files)
	out[name] = text
	return out
}

func asJSON(t *testing.T, r *lint.Result) string {
	t.Helper()
	c := Command{Rules: rules.All(), Dir: memory.Root}
	out, err := c.report("json", r, checkFlags{}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// same holds that files which changed a little have the findings that they had.
func same(t *testing.T, before []string, changed map[string]string) {
	t.Helper()
	if got := said(lintFiles(t, changed, lint.Options{})); !slices.Equal(before, got) {
		t.Fatalf("this changes what is found:\n%s\nbecomes\n%s", strings.Join(before, "\n"), strings.Join(got, "\n"))
	}
}

var number = regexp.MustCompile(`\d+`)

// remarked puts a comment between blank lines before one of the statements.
func remarked(t *testing.T, files map[string]string, r *lint.Result, n int) {
	t.Helper()
	text := files["main.py"]
	f, err := parser.Decode("main.py", source.Python, []byte(text))
	if err != nil || f.Text != text || !whole(files, r) {
		return
	}
	lines := strings.SplitAfter(text, "\n")
	var starts []int // statements that begin a line, below where a coding is declared
	for _, s := range parser.Python(f).Body {
		before := text[:s.Bounds().Start]
		if line := strings.Count(before, "\n"); line >= 2 && strings.HasSuffix(before, "\n") && !strings.HasPrefix(strings.TrimSpace(lines[line-1]), "#") {
			starts = append(starts, line)
		}
	}
	if len(starts) == 0 || strings.Contains(text, "\r") {
		return
	}
	at := starts[n%len(starts)]
	const remark = "\n# what comes next\n\n"
	changed := strings.Join(lines[:at], "") + remark + strings.Join(lines[at:], "")
	moved := func(r *lint.Result, by int) (out []string) {
		for _, i := range r.Issues {
			start, _ := i.Place.Where()
			if i.Place.File.Path == "main.py" && start.Line > at {
				start.Line += by
			}
			out = append(out, fmt.Sprintf("%s:%d %s %s %s", i.Place.File.Path, start.Line, i.Level, i.Code, number.ReplaceAllString(i.Message, "N")))
		}
		return out
	}
	before, after := moved(r, strings.Count(remark, "\n")), moved(lintFiles(t, with(files, "main.py", changed), lint.Options{}), 0)
	if !slices.Equal(before, after) {
		t.Fatalf("a comment above line %d changes what is found:\n%s\nbecomes\n%s", at+1, strings.Join(before, "\n"), strings.Join(after, "\n"))
	}
}

// counted counts the findings of each rule.
func counted(issues []lint.Issue) map[string]int {
	out := map[string]int{}
	for _, i := range issues {
		out[i.Code]++
	}
	return out
}

// written is files after what a run would write.
func written(files map[string]string, r *lint.Result) map[string]string {
	out := maps.Clone(files)
	for _, w := range r.Writes {
		out[strings.TrimPrefix(filepath.ToSlash(w.Path), memory.Root+"/")] = string(w.New)
	}
	return out
}

// mended applies every fix, after which there is none and nothing is broken.
func mended(t *testing.T, files map[string]string, r *lint.Result, n int) {
	t.Helper()
	if !whole(files, r) {
		return
	}
	o := lint.Options{Fix: true}
	if n%2 == 0 {
		o.Flags = map[string][]string{"unsafe-fixes": {"true"}}
	}
	first := lintFiles(t, files, o)
	if !whole(written(files, first), first) {
		t.Fatal("a fix breaks the program")
	}
	if again := lintFiles(t, written(files, first), o); len(again.Writes) > 0 {
		t.Fatal("fixes do not come to an end")
	}
}

// silenced writes a suppression for every finding, after which there is none.
func silenced(t *testing.T, files map[string]string, before *lint.Result, _ int) {
	t.Helper()
	r := lintFiles(t, files, lint.Options{Suppress: "a reason"})
	may := counted(r.Unfixed)
	for code, n := range counted(before.Issues) {
		if strings.HasPrefix(code, "AG00") {
			may[code] += n
		}
	}
	after := lintFiles(t, written(files, r), lint.Options{})
	for code, n := range counted(after.Issues) {
		if n > may[code] {
			t.Fatalf("%d of %s are left where %d may be:\n%s", n, code, may[code], strings.Join(said(after), "\n"))
		}
	}
}

// share is which of the conformance programs are seeds: 0/4 is every fourth, from the first on. SHARE=0/1 takes all of them.
func share(t testing.TB) (at, of int) {
	t.Helper()
	words := cmp.Or(os.Getenv("SHARE"), "0/4")
	if _, err := fmt.Sscanf(words, "%d/%d", &at, &of); err != nil || of < 1 {
		t.Fatalf("SHARE is %q, and should be such as 0/4", words)
	}
	return at, of
}

// seeds adds the files of the conformance programs, and of the rules' own, of at most some bytes.
func seeds(f testing.TB, add func(files map[string]string)) {
	f.Helper()
	n := 0
	at, of := share(f)
	dirs, _ := filepath.Glob("../../testdata/conformance/programs/*")
	for k, dir := range dirs {
		if k%of != at {
			continue
		}
		files := map[string]string{}
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			raw, err := os.ReadFile(filepath.Join(dir, e.Name()))
			if err == nil && len(raw) < 6000 {
				files[e.Name()] = string(raw)
			}
		}
		add(files)
		n++
	}
	archives, _ := filepath.Glob("../../rules/testdata/AG*/*.txtar")
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		files := map[string]string{}
		for _, file := range a.Files {
			files[file.Name] = string(file.Data)
		}
		add(files)
		n++
	}
	if n == 0 {
		f.Fatal("there are no seeds")
	}
}

// A form is how the text that a fuzzer makes becomes files.
type form struct {
	seed func(files map[string]string) (texts []string)
	make func(text string) map[string]string
}

// loads is a program that loads files of each kind.
const loads = `import autogen, json, yaml, tomllib
from autogen_core.models import ChatCompletionClient
assistant = autogen.AssistantAgent("a", llm_config={"config_list": autogen.config_list_from_json("OAI_CONFIG_LIST")})
ChatCompletionClient.load_component(yaml.safe_load(open("client.yaml")))
ChatCompletionClient.load_component(tomllib.load(open("client.toml", "rb")))
`

// modules are programs of a module, and behind a line that Python cannot hold the variables beside it.
var modules = form{
	func(files map[string]string) []string {
		if files["main.py"] == "" {
			return nil
		}
		return []string{files["main.py"] + cutMark + files[".env"]}
	},
	func(text string) map[string]string {
		main, env, _ := strings.Cut(text, cutMark)
		return map[string]string{"main.py": main, ".env": env}
	},
}

const cutMark = "\n-- .env --\n"

var notebooks = form{
	func(files map[string]string) []string {
		if main := files["main.ipynb"]; strings.HasPrefix(main, "{") {
			return []string{main}
		}
		return nil
	},
	func(text string) map[string]string { return map[string]string{"main.ipynb": text} },
}

// configurations are the files that a program loads, or that lie beside it.
var configurations = form{
	func(files map[string]string) (texts []string) {
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if !strings.HasSuffix(name, ".py") && !strings.HasSuffix(name, ".ipynb") {
				texts = append(texts, files[name])
			}
		}
		return texts
	},
	func(text string) map[string]string {
		return map[string]string{
			"main.py": loads, "OAI_CONFIG_LIST": text, "client.yaml": text, "client.toml": text, "compose.yaml": text, "Dockerfile": text, "run.sh": text,
			"requirements.txt": text,
		}
	},
}

// fuzz begins with a part of the test programs, and tries one law an input, so that many inputs are tried.
func fuzz(f *testing.F, of form, part, most int) {
	n := 0
	seeds(f, func(files map[string]string) {
		for _, text := range of.seed(files) {
			if n++; n%part == 0 && len(text) <= most {
				f.Add(text, byte(n/part))
			}
		}
	})
	f.Fuzz(func(t *testing.T, text string, n byte) {
		if len(text) <= most { // what is larger is not worth the time
			hold(t, of.make(text), n)
		}
	})
}

// FuzzProgram holds the laws of programs: a module, and the variables beside it.
func FuzzProgram(f *testing.F) { fuzz(f, modules, 4, 6_000) }

// FuzzNotebook holds the laws of notebooks.
func FuzzNotebook(f *testing.F) { fuzz(f, notebooks, 1, 8_000) }

// FuzzConfiguration holds the laws of the files that a program loads.
func FuzzConfiguration(f *testing.F) { fuzz(f, configurations, 2, 4_000) }

// TestLaws holds every law of every test program.
func TestLaws(t *testing.T) {
	for _, of := range []form{modules, notebooks, configurations} {
		seeds(t, func(files map[string]string) {
			for _, text := range of.seed(files) {
				for n := range laws {
					hold(t, of.make(text), byte(n))
				}
				for n := range formats { // the first law, in each way
					hold(t, of.make(text), byte(n*len(laws)))
				}
			}
		})
	}
}
