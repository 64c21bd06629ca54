package sarif

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/go/analysis"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/report"
	"github.com/autogenlint/autogenlint/rules"
	"github.com/autogenlint/autogenlint/source"
)

var update = flag.Bool("update", false, "write the golden file")

// schema210 is the OASIS schema of SARIF 2.1.0, errata 01, with formats asserted.
func schema210(t testing.TB) *jsonschema.Schema {
	t.Helper()
	raw, err := os.ReadFile("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func open(t testing.TB, path, raw string) *source.File {
	t.Helper()
	f, err := parser.Decode(path, parser.KindOf(path), []byte(raw))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// at is the place of the n-th text in f.
func at(t testing.TB, f *source.File, text string) source.Span {
	t.Helper()
	i := strings.Index(f.Text, text)
	if i < 0 {
		t.Fatalf("%s does not hold %q", f.Path, text)
	}
	return source.Span{File: f, Start: i, End: i + len(text)}
}

func rule(code, title string, level lint.Level) *lint.Analyzer {
	return &lint.Analyzer{Analyzer: &analysis.Analyzer{Name: code}, Title: title, Level: level, Summary: "A " + title + ".",
		Page: "# " + title + "\n\nWhat goes wrong.\n\n```python\nx = 1\n```\n"}
}

const notebook = `{
 "cells": [
  {"cell_type": "markdown", "source": ["# Ä title\n"]},
  {"cell_type": "code", "execution_count": 1, "metadata": {}, "outputs": [],
   "source": ["name = \"\u00e4\ud83d\ude00\"\n", "client = build(name)\n"]}
 ],
 "metadata": {}, "nbformat": 4, "nbformat_minor": 5
}
`

func make210(issues ...lint.Issue) *report.Report {
	secret := rule("AG106", "hardcoded-api-key", lint.Warning)
	secret.Security, secret.CWE = "7.5", "cwe-798"
	bare := rule("AG114", "unguarded-api-key", lint.Off)
	bare.Page = ""
	return &report.Report{
		Tool:   report.Tool{Name: "autogenlint", Version: "1.2.3", URI: "https://github.com/autogenlint/autogenlint"},
		Rules:  []*lint.Analyzer{rule("AG101", "late-api-key", lint.Error), secret, bare, rule("AG204", "missing-model", lint.Note)},
		Issues: issues, Files: 3,
	}
}

// reports are all the shapes that a report can take.
func reports(t testing.TB) map[string]*report.Report {
	plain := open(t, "src/app.py", "import os\nclient = build(key)\nos.environ['KEY'] = 'x'\n")
	odd := open(t, "src/a b/ü[1]#?%:é.py", "a = '😀é'; client = build()\r\nb = 'ä'\r\nlast")
	colon := open(t, "c:x.py", "a = 1\n")
	bom := open(t, "bom.py", "\ufeffx = 'é'\n")
	latin := open(t, "latin.py", "# coding: latin-1\nx = '\xe9'; y = 2\n")
	nb := open(t, "note book.ipynb", notebook)
	steps := func(f *source.File, texts ...string) (out []lint.Step) {
		for _, s := range texts {
			out = append(out, lint.Step{Place: at(t, f, s), Text: "the " + s + " is here"})
		}
		return append(out, lint.Step{Text: "a step without a place"})
	}
	full := lint.Issue{
		Code: "AG101", Title: "late-api-key", Level: lint.Error, Place: at(t, plain, "os.environ['KEY']"), Message: "KEY is set after the client; set it before line 2",
		Failures: []lint.Failure{{Exception: "openai.OpenAIError", Text: "The api_key client option must be set", Versions: "openai < 2"}},
		Path:     steps(plain, "client", "build(key)"), Entries: []string{"src/app.py"}, Scope: "main",
		Fixes: []lint.Fix{
			{Title: "move it", Safe: true, Edits: []lint.Edit{{Place: at(t, plain, "client"), New: "os.environ['KEY'] = 'x'\n"}, {Place: at(t, plain, "os.environ['KEY'] = 'x'"), New: ""}}},
			{Title: "drop it", Safe: false, Edits: []lint.Edit{{Place: at(t, plain, "client"), New: ""}}},
			{Title: "nothing", Safe: true},
		},
	}
	issue := func(f *source.File, text, message string) lint.Issue {
		return lint.Issue{Code: "AG204", Title: "missing-model", Level: lint.Note, Place: at(t, f, text), Message: message}
	}
	many := func(n int) (out []lint.Issue) {
		for i := range n {
			x := issue(plain, "client", fmt.Sprintf("finding %d", i))
			x.Level = lint.Level(1 + i%3)
			out = append(out, x)
		}
		return out
	}
	long := issue(plain, "client", strings.Repeat("é😀", 2000))
	for range 3 * maxFlow {
		long.Path = append(long.Path, lint.Step{Place: at(t, plain, "client"), Text: "again"})
	}
	odd1 := issue(odd, "build", "")
	broken := make210(full)
	broken.Problems = []report.Problem{{Path: "lost.py", Text: "it cannot be read"}, {Text: "\x1b[31mred\u202e"}}
	unknown := issue(plain, "client", "of a rule that is not listed")
	unknown.Code = "AG999"
	empty := lint.Issue{Code: "AG101", Level: lint.Error, Place: source.Span{File: open(t, "empty.py", "")}, Message: "a place of no width in a file of no bytes"}
	none := make210()
	none.Rules = nil
	dev := make210(full)
	dev.Tool.Version = "(devel)"
	return map[string]*report.Report{
		"none": make210(), "no rules": none, "full": make210(full), "problems": broken, "no version": dev,
		"odd path": make210(odd1, issue(odd, "b = 'ä'", "second"), issue(colon, "a", "colon"), issue(odd, "last", "no line feed")),
		"codings":  make210(issue(bom, "x", "after the mark"), issue(bom, "'é'", "é"), issue(latin, "'é'", "é"), issue(latin, "y", "after é")),
		"notebook": make210(issue(nb, "client", "in a cell"), issue(nb, `"ä😀"`, "escapes"), issue(nb, "build(name)\n", "to the end")),
		"many":     make210(many(maxResults + 300)...), "long": make210(long), "unknown rule": make210(unknown), "empty file": make210(empty),
		"markup": make210(issue(plain, "client", "[click](https://example.com) {0} <b> & `x`\n\tnew line")),
		"real":   real(t),
	}
}

// real is what the linter finds in the example of the README, with the rules that ship.
func real(t testing.TB) *report.Report {
	dir, err := filepath.Abs("../testdata/quickstart")
	if err != nil {
		t.Fatal(err)
	}
	r := run(t, dir)
	if len(r.Issues) < 4 {
		t.Fatalf("%d findings in the example", len(r.Issues))
	}
	return r
}

// run lints a folder with the rules that ship.
func run(t testing.TB, dir string) *report.Report {
	t.Helper()
	r, err := lint.Run(t.Context(), lint.Options{Rules: rules.All(), Dir: dir, Isolated: true, Lookup: func(string) (string, bool) { return "", false }})
	if err != nil {
		t.Fatal(err)
	}
	return &report.Report{Tool: report.Tool{Name: "autogenlint", Version: "0.1.0", URI: "https://github.com/autogenlint/autogenlint"}, Issues: r.Issues, Rules: rules.All(), Files: len(r.Shown)}
}

func write(t testing.TB, r *report.Report, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A document is what the laws look at.
type document struct {
	Schema  string `json:"$schema"`
	Version string
	Runs    []struct {
		ColumnKind        string
		AutomationDetails struct{ ID string }
		Tool              struct {
			Driver struct {
				Name, SemanticVersion string
				Rules                 []struct {
					ID, Name                                string
					ShortDescription, FullDescription, Help struct{ Text, Markdown string }
					DefaultConfiguration                    struct{ Level string }
					Properties                              map[string]any
				}
			}
		}
		Results     []outcome
		Invocations []struct {
			ExecutionSuccessful        bool
			ToolExecutionNotifications []struct {
				Level   string
				Message struct{ Text string }
			}
		}
	}
}

type outcome struct {
	RuleID              string
	RuleIndex           *int
	Level               string
	Message             struct{ Text string }
	Locations           []location
	RelatedLocations    []location
	PartialFingerprints map[string]string
	CodeFlows           []struct {
		ThreadFlows []struct {
			Locations []struct{ Location location }
		}
	}
	Fixes []struct {
		ArtifactChanges []struct {
			ArtifactLocation struct{ URI string }
			Replacements     []struct {
				DeletedRegion   place
				InsertedContent struct{ Text string }
			}
		}
	}
}

type location struct {
	PhysicalLocation struct {
		ArtifactLocation struct{ URI, URIBaseID string }
		Region           place
	}
}

type place struct{ StartLine, StartColumn, EndLine, EndColumn int }

func parse(t testing.TB, raw []byte) document {
	t.Helper()
	var d document
	if err := json.Unmarshal(raw, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestLaws holds every shape of report to the schema, to what GitHub takes, and to its own words.
func TestLaws(t *testing.T) {
	s := schema210(t)
	for name, r := range reports(t) {
		t.Run(name, func(t *testing.T) {
			raw := write(t, r, Options{})
			checkSchema(t, s, raw)
			if again := write(t, r, Options{}); !bytes.Equal(raw, again) {
				t.Error("the same report gave other bytes")
			}
			d := parse(t, raw)
			checkGitHub(t, d)
			checkSize(t, raw)
			checkPlaces(t, r, d)
		})
	}
}

func checkSchema(t testing.TB, s *jsonschema.Schema, raw []byte) {
	t.Helper()
	if !bytes.HasSuffix(raw, []byte("}\n")) || !utf8.Valid(raw) {
		t.Error("it does not end with a line feed, or is not UTF-8")
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(v); err != nil {
		t.Error(err)
	}
	if at := null(v, "$"); at != "" {
		t.Errorf("null at %s", at)
	}
}

// null returns where v holds a null.
func null(v any, at string) string {
	switch v := v.(type) {
	case nil:
		return at
	case map[string]any:
		for k, x := range v {
			if found := null(x, at+"."+k); found != "" {
				return found
			}
		}
	case []any:
		for i, x := range v {
			if found := null(x, fmt.Sprintf("%s[%d]", at, i)); found != "" {
				return found
			}
		}
	}
	return ""
}

// checkGitHub holds d to the limits and required properties of code scanning (GitHub docs: SARIF support for code scanning).
func checkGitHub(t *testing.T, d document) {
	t.Helper()
	if d.Schema == "" || d.Version != "2.1.0" || len(d.Runs) != 1 {
		t.Fatalf("schema %q, version %q, %d runs", d.Schema, d.Version, len(d.Runs))
	}
	run := d.Runs[0]
	if run.Results == nil {
		t.Error("no results: the upload is refused")
	}
	if run.ColumnKind != "utf16CodeUnits" || run.Tool.Driver.Name == "" || run.Tool.Driver.SemanticVersion == "" {
		t.Errorf("columns %q, driver %q %q", run.ColumnKind, run.Tool.Driver.Name, run.Tool.Driver.SemanticVersion)
	}
	short := func(what, s string, most int) {
		if s == "" || utf8.RuneCountInString(s) > most || strings.ContainsRune(s, utf8.RuneError) {
			t.Errorf("%s: %d characters: %.80q", what, utf8.RuneCountInString(s), s)
		}
	}
	for _, r := range run.Tool.Driver.Rules {
		short(r.ID+" name", r.Name, 255)
		short(r.ID+" shortDescription", r.ShortDescription.Text, 1024)
		short(r.ID+" fullDescription", r.FullDescription.Text, 1024)
		short(r.ID+" help", r.Help.Text, 1<<20)
		short(r.ID+" help", r.Help.Markdown, 1<<20)
		if tags, _ := r.Properties["tags"].([]any); len(tags) == 0 || len(tags) > 10 {
			t.Errorf("%s: tags %v", r.ID, tags)
		}
		if !slices.Contains([]any{"very-high", "high", "medium", "low"}, r.Properties["precision"]) {
			t.Errorf("%s: precision %v", r.ID, r.Properties["precision"])
		}
		if (r.Properties["security-severity"] == nil) == (r.Properties["problem.severity"] == nil) {
			t.Errorf("%s: wants one of security-severity and problem.severity: %v", r.ID, r.Properties)
		}
	}
	if len(run.Results) > 5000 {
		t.Errorf("%d results", len(run.Results))
	}
	seen := map[string]bool{}
	for _, r := range run.Results {
		short(r.RuleID+" message", r.Message.Text, 1024)
		if len(r.Locations) != 1 || len(r.RelatedLocations) > 100 {
			t.Errorf("%d locations, %d related", len(r.Locations), len(r.RelatedLocations))
		}
		if r.RuleIndex != nil && (*r.RuleIndex < 0 || *r.RuleIndex >= len(run.Tool.Driver.Rules) || run.Tool.Driver.Rules[*r.RuleIndex].ID != r.RuleID) {
			t.Errorf("%s has index %d", r.RuleID, *r.RuleIndex)
		}
		if r.PartialFingerprints[githubsPrint] == "" || seen[r.PartialFingerprints[fingerprint]] {
			t.Errorf("fingerprints %v", r.PartialFingerprints)
		}
		seen[r.PartialFingerprints[fingerprint]] = true
		for _, f := range r.CodeFlows {
			for _, th := range f.ThreadFlows {
				if n := len(th.Locations); n == 0 || n > 1000 {
					t.Errorf("a flow of %d places", n)
				}
			}
		}
	}
}

// checkSize holds an upload to the 10 MB that it may have once it is packed.
func checkSize(t *testing.T, raw []byte) {
	t.Helper()
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	if _, err := zip.Write(raw); err != nil {
		t.Fatal(err)
	}
	if err := zip.Close(); err != nil {
		t.Fatal(err)
	}
	if packed.Len() > 10<<20 {
		t.Errorf("%d bytes packed", packed.Len())
	}
}

// checkPlaces resolves every region in the bytes on disk, in UTF-16, and holds what it covers to what the finding covers.
func checkPlaces(t *testing.T, r *report.Report, d document) {
	t.Helper()
	files := map[string]*source.File{}
	for _, i := range r.Issues {
		files[i.Place.File.Path] = i.Place.File
		for _, s := range i.Path {
			if s.Place.Valid() {
				files[s.Place.File.Path] = s.Place.File
			}
		}
	}
	resolve := func(l location) string {
		u, err := url.Parse(l.PhysicalLocation.ArtifactLocation.URI)
		if err != nil || u.IsAbs() || l.PhysicalLocation.ArtifactLocation.URIBaseID != rootID {
			t.Fatalf("URI %q: %v", l.PhysicalLocation.ArtifactLocation.URI, err)
		}
		f := files[strings.TrimPrefix(u.Path, "./")]
		if f == nil {
			t.Fatalf("%q names no file", u)
		}
		return covered(t, f.Raw, l.PhysicalLocation.Region)
	}
	results := d.Runs[0].Results
	if len(results) != len(r.Issues) {
		if len(r.Issues) <= maxResults {
			t.Errorf("%d results for %d findings", len(results), len(r.Issues))
		}
		return
	}
	for n, i := range r.Issues {
		a, b := i.Place.File.RawSpan(i.Place)
		if got, want := resolve(results[n].Locations[0]), string(i.Place.File.Raw[a:b]); got != want {
			t.Errorf("%s: the region covers %q, the finding %q", i.Place.File.Path, got, want)
		}
		for _, l := range results[n].RelatedLocations {
			resolve(l)
		}
	}
}

// covered is the text that a region covers, its columns counted in UTF-16.
func covered(t *testing.T, raw []byte, r place) string {
	t.Helper()
	text := strings.ReplaceAll(string(raw), "\xe9", "é") // the one legacy character of these tests
	if utf8.Valid(raw) {
		text = string(raw)
	}
	lines := strings.SplitAfter(text, "\n")
	offset := func(line, column int) int {
		if line < 1 || line > len(lines) || column < 1 {
			t.Fatalf("no place: line %d, column %d", line, column)
		}
		units := utf16.Encode([]rune(lines[line-1]))
		if column-1 > len(units) {
			t.Fatalf("no place: line %d, column %d", line, column)
		}
		n := len(string(utf16.Decode(units[:column-1])))
		for _, l := range lines[:line-1] {
			n += len(l)
		}
		return n
	}
	out := text[offset(r.StartLine, r.StartColumn):offset(r.EndLine, r.EndColumn)]
	if !utf8.Valid(raw) {
		out = strings.ReplaceAll(out, "é", "\xe9")
	}
	return out
}

// TestLimit keeps the worst of too many, in their order, and says so.
func TestLimit(t *testing.T) {
	run := parse(t, write(t, reports(t)["many"], Options{})).Runs[0]
	count := map[string]int{}
	for _, r := range run.Results {
		count[r.Level]++
	}
	if diff := cmp.Diff(map[string]int{"error": 1766, "warning": 1767, "note": 1467}, count); diff != "" {
		t.Error(diff)
	}
	inv := run.Invocations[0]
	if len(inv.ToolExecutionNotifications) != 1 || inv.ToolExecutionNotifications[0].Level != "warning" || !inv.ExecutionSuccessful {
		t.Errorf("%+v", inv)
	}
}

// TestUnread leaves the fingerprint of a file that was not read to the uploader, which would find another.
func TestUnread(t *testing.T) {
	lost := lint.Issue{Code: "AG004", Level: lint.Warning, Place: source.Span{File: source.New("lost.py", source.Other, nil, "", nil)}, Message: "it holds a NUL byte"}
	d := parse(t, write(t, make210(lost), Options{}))
	if prints := d.Runs[0].Results[0].PartialFingerprints; prints[githubsPrint] != "" || prints[fingerprint] == "" {
		t.Errorf("fingerprints %v", prints)
	}
}

// TestProblems says that the run was not whole.
func TestProblems(t *testing.T) {
	inv := parse(t, write(t, reports(t)["problems"], Options{})).Runs[0].Invocations[0]
	if inv.ExecutionSuccessful || len(inv.ToolExecutionNotifications) != 2 {
		t.Errorf("%+v", inv)
	}
	for _, n := range inv.ToolExecutionNotifications {
		if strings.ContainsAny(n.Message.Text, "\x1b\u202e") {
			t.Errorf("%q holds control characters", n.Message.Text)
		}
	}
}

// TestLinks makes no link of what a repository holds.
func TestLinks(t *testing.T) {
	text := parse(t, write(t, reports(t)["markup"], Options{})).Runs[0].Results[0].Message.Text
	if strings.Contains(strings.ReplaceAll(text, `\](`, ""), "](") || !strings.Contains(text, "click") {
		t.Errorf("%q", text)
	}
}

// TestFixes leaves out what is not safe, what changes nothing, and what would show a key.
func TestFixes(t *testing.T) {
	r := reports(t)["full"]
	if n := len(parse(t, write(t, r, Options{})).Runs[0].Results[0].Fixes); n != 1 {
		t.Errorf("%d fixes", n)
	}
	r.Issues[0].Fixes[0].Edits[0].New = "key = 'sk-" + strings.Repeat("aB3", 12) + "'\n"
	if n := len(parse(t, write(t, r, Options{})).Runs[0].Results[0].Fixes); n != 0 {
		t.Errorf("%d fixes", n)
	}
}

// TestNotebookFix writes a fix of a cell as the notebook's JSON takes it.
func TestNotebookFix(t *testing.T) {
	f := open(t, "a.ipynb", notebook)
	r := make210(lint.Issue{Code: "AG101", Level: lint.Error, Place: at(t, f, "client"), Message: "late",
		Fixes: []lint.Fix{{Title: "say it", Safe: true, Edits: []lint.Edit{{Place: at(t, f, "client"), New: "say = \"hello\"\nclient"}}}}})
	rep := parse(t, write(t, r, Options{})).Runs[0].Results[0].Fixes[0].ArtifactChanges[0].Replacements[0]
	if got := covered(t, f.Raw, rep.DeletedRegion); got != "client" {
		t.Errorf("it replaces %q", got)
	}
	mended := strings.Replace(notebook, "client", rep.InsertedContent.Text, 1)
	if g := open(t, "b.ipynb", mended); !strings.Contains(g.Text, "say = \"hello\"\nclient = build(name)\n") {
		t.Errorf("the cells become %q", g.Text)
	}
}

// TestSuppressed leaves out what a comment of the source suppresses: GitHub would open an alert for it.
func TestSuppressed(t *testing.T) {
	dir := t.TempDir()
	program := "from autogen import AssistantAgent\na = AssistantAgent(\"a\", llm_config={\"config_list\": [{\"model\": \"gpt-4o\", \"api_key\": \"\"}]})%s\na.generate_reply([])\n"
	for comment, want := range map[string]int{"": 1, "  # autogenlint: ignore[AG102] the proxy adds it": 0} {
		if err := os.WriteFile(filepath.Join(dir, "app.py"), fmt.Appendf(nil, program, comment), 0o644); err != nil {
			t.Fatal(err)
		}
		r := run(t, dir)
		d := parse(t, write(t, r, Options{}))
		if n := len(d.Runs[0].Results); n != want {
			t.Errorf("%q: %d results", comment, n)
		}
	}
}

// TestCategory names the run, so that GitHub keeps several uploads apart.
func TestCategory(t *testing.T) {
	for category, want := range map[string]string{"": "", "python": "python/", "a/b/": "a/b/"} {
		if got := parse(t, write(t, make210(), Options{Category: category})).Runs[0].AutomationDetails.ID; got != want {
			t.Errorf("%q: %q", category, got)
		}
	}
}

// TestIdentity holds a finding's own fingerprint when lines above it come and go.
func TestIdentity(t *testing.T) {
	print := func(text string) string {
		f := open(t, "app.py", text)
		r := make210(lint.Issue{Code: "AG101", Level: lint.Error, Place: at(t, f, "client"), Message: "late", Scope: "main"})
		return parse(t, write(t, r, Options{})).Runs[0].Results[0].PartialFingerprints[fingerprint]
	}
	if a, b := print("client = 1\n"), print("# a comment\n\n\nclient = 1\n"); a != b {
		t.Errorf("%s, %s", a, b)
	}
}

// TestRules holds every rule that ships to the schema and to what GitHub wants of one.
func TestRules(t *testing.T) {
	r := make210()
	r.Rules = rules.All()
	raw := write(t, r, Options{})
	checkSchema(t, schema210(t), raw)
	d := parse(t, raw)
	checkGitHub(t, d)
	if n := len(d.Runs[0].Tool.Driver.Rules); n != len(rules.All()) || n < 30 {
		t.Errorf("%d rules", n)
	}
}

// TestGolden shows a whole report. `go test ./sarif -update` writes it.
func TestGolden(t *testing.T) {
	all := reports(t)
	r := make210(slices.Concat(all["full"].Issues, all["notebook"].Issues, all["odd path"].Issues)...)
	got := write(t, r, Options{Category: "autogenlint"})
	if *update {
		if err := os.WriteFile("testdata/golden.sarif", got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/golden.sarif")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Error(diff)
	}
}
