package lint

import (
	"fmt"
	"go/token"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/autogenlint/autogenlint/internal/crash"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// Program is what a rule requires that judges one program: its result is the *model.Program.
var Program = &analysis.Analyzer{
	Name:       "program",
	Doc:        "what one program does with AutoGen",
	ResultType: reflect.TypeOf((*model.Program)(nil)),
	Run:        given,
}

// Project is what a rule requires that judges the project after all its programs: its result is the *model.Project.
var Project = &analysis.Analyzer{
	Name:       "project",
	Doc:        "what all programs of the project left behind, and its other files",
	ResultType: reflect.TypeOf((*model.Project)(nil)),
	Run:        given,
}

// Module is what the part of a rule requires that looks at each module of the project: its result is the *syntax.Module.
var Module = &analysis.Analyzer{
	Name:       "module",
	Doc:        "one Python file or notebook",
	ResultType: reflect.TypeOf((*syntax.Module)(nil)),
	Run:        given,
}

// collector is where the findings of one pass go. It is in ResultOf beside what the rule requires.
var collector = &analysis.Analyzer{Name: "collector", Doc: "the findings of one pass", Run: given}

// given is the Run of the analyzers whose results the driver puts in.
func given(pass *analysis.Pass) (any, error) {
	return nil, fmt.Errorf("%s has a result only under the driver", pass.Analyzer.Name)
}

// Report reports f. A finding without a place is dropped: nobody could be shown it.
func Report(pass *analysis.Pass, f Finding) {
	if !f.Place.Valid() {
		return
	}
	f.Diagnostic = diagnostic(pass.Fset, f)
	if c, ok := pass.ResultOf[collector].(*[]Finding); ok {
		*c = append(*c, f)
		return
	}
	pass.Report(f.Diagnostic)
}

// diagnostic fills in what other drivers of analyzers would read of f.
func diagnostic(fset *token.FileSet, f Finding) analysis.Diagnostic {
	d := f.Diagnostic
	d.Pos, d.End = positions(fset, f.Place)
	for _, s := range f.Path {
		pos, end := positions(fset, s.Place)
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: pos, End: end, Message: s.Text})
	}
	for _, fix := range f.Fixes {
		edits := make([]analysis.TextEdit, len(fix.Edits))
		for i, e := range fix.Edits {
			pos, end := positions(fset, e.Place)
			edits[i] = analysis.TextEdit{Pos: pos, End: end, NewText: []byte(e.New)}
		}
		d.SuggestedFixes = append(d.SuggestedFixes, analysis.SuggestedFix{Message: fix.Title, TextEdits: edits})
	}
	return d
}

// fileSet reserves a base for every file. The order of files alone decides the positions, so files are in path order.
func (j *Job) fileSet() *token.FileSet {
	fset := token.NewFileSet()
	code, files := j.Code, j.Files
	for len(code) > 0 || len(files) > 0 {
		if len(files) == 0 || len(code) > 0 && code[0].Path < files[0].Path {
			fset.AddFile(code[0].Path, -1, code[0].Size)
			code = code[1:]
		} else {
			fset.AddFile(files[0].Path, -1, len(files[0].Text))
			files = files[1:]
		}
	}
	return fset
}

// positions returns the ends of s in fset, or none if fset does not hold its file.
func positions(fset *token.FileSet, s source.Span) (pos, end token.Pos) {
	if fset == nil || s.File == nil {
		return token.NoPos, token.NoPos
	}
	fset.Iterate(func(f *token.File) bool {
		if f.Name() != s.File.Path || s.Start < 0 || s.End > f.Size() {
			return true
		}
		pos, end = f.Pos(s.Start), f.Pos(s.End)
		return false
	})
	return pos, end
}

// A pass runs rules over one program, one module, or the project.
type pass struct {
	of      analysis.Pass // what rules are given that require the subject alone, as nearly all do: one after the other
	fset    *token.FileSet
	results map[*analysis.Analyzer]any
	given   map[*analysis.Analyzer]any        // the results that they are given
	found   []Finding                         // what a rule reports
	facts   map[string][]analysis.PackageFact // by the code of the rule
}

// take gives the pass what rules noted of a module.
func (p *pass) take(facts map[string][]analysis.PackageFact) {
	if p.facts == nil {
		p.facts = map[string][]analysis.PackageFact{}
	}
	for code, fs := range facts {
		p.facts[code] = append(p.facts[code], fs...)
	}
}

func newPass(fset *token.FileSet, subject *analysis.Analyzer, result any) *pass {
	p := &pass{fset: fset, results: map[*analysis.Analyzer]any{subject: result}}
	p.given = map[*analysis.Analyzer]any{subject: result, collector: &p.found}
	p.of = p.passOf(nil, p.given)
	return p
}

// passOf is what a is given; nil stands for the rule that is p.of's.
func (p *pass) passOf(a *analysis.Analyzer, given map[*analysis.Analyzer]any) analysis.Pass {
	code := func() string {
		if a == nil {
			return p.of.Analyzer.Name
		}
		return a.Name
	}
	return analysis.Pass{
		Analyzer:          a,
		Fset:              p.fset,
		Pkg:               pkg,
		ResultOf:          given,
		Report:            func(analysis.Diagnostic) {}, // a rule reports through Report
		ImportObjectFact:  func(types.Object, analysis.Fact) bool { return false },
		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		ExportObjectFact:  func(types.Object, analysis.Fact) {},
		ExportPackageFact: func(f analysis.Fact) {
			p.take(map[string][]analysis.PackageFact{code(): {{Package: pkg, Fact: f}}})
		},
		AllObjectFacts:  func() []analysis.ObjectFact { return nil },
		AllPackageFacts: func() []analysis.PackageFact { return p.facts[code()] },
	}
}

// run runs a rule and returns what it reports.
func (p *pass) run(a *analysis.Analyzer) (found []Finding, err error) {
	defer func() {
		if err != nil {
			found = nil // what was found before it failed is no whole
		}
	}()
	defer crash.Into(&err)
	p.found = nil
	_, err = p.analyze(a, &p.found)
	return p.found, err
}

// analyze runs a after what it requires, which runs once a pass.
func (p *pass) analyze(a *analysis.Analyzer, found *[]Finding) (any, error) {
	if r, ok := p.results[a]; ok {
		return r, nil
	}
	of := &p.of
	if of.Analyzer = a; found != &p.found || !p.satisfied(a) {
		given := map[*analysis.Analyzer]any{collector: found}
		for _, req := range a.Requires {
			r, err := p.analyze(req, new([]Finding)) // only rules report
			if err != nil {
				return nil, err
			}
			given[req] = r
		}
		own := p.passOf(a, given)
		of = &own
	}
	r, err := a.Run(of)
	if err == nil && r != nil { // a rule has no result
		p.results[a] = r
	}
	return r, err
}

// satisfied reports whether a requires nothing but what every rule is given.
func (p *pass) satisfied(a *analysis.Analyzer) bool {
	for _, req := range a.Requires {
		if _, ok := p.given[req]; !ok {
			return false
		}
	}
	return true
}

// pkg is the package of every pass: printing a nil one panics.
var pkg = types.NewPackage("program", "program")
