package lint

import (
	"cmp"
	"context"
	"fmt"
	"go/token"
	"iter"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/autogenlint/autogenlint/internal/crash"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/project"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// The rules that the driver reports itself. They are catalogue entries without a Run.
const (
	syntaxError        = "AG001"
	unusedSuppression  = "AG002"
	invalidSuppression = "AG003"
	unreadFile         = "AG004"
)

// A Job is one project, read and parsed, and the rules to hold it against.
type Job struct {
	Catalogue []*Analyzer // every rule there is
	Selected  func(code string) bool
	Ignored   func(code, path string) bool // by per-file-ignores; nil ignores nothing
	Reported  func(path string) bool       // what the PATHs chose; nil reports everything

	Code     []project.Code // every Python file and notebook that can hold a finding and whose tree comes and goes, by path
	Files    []*source.File // every other file that can hold one, by path
	Module   func(*source.File) *syntax.Module
	Unread   func() []Unread // once all has run; nil is none
	Programs []Entry
	Project  func([]outcome) *model.Project // the project after all programs ran; nil skips the rules about it
	Cache    *Cache                         // of what was seen of modules; nil keeps nothing
	Progress func(done, total int)
	Seen     func(*model.Program) // takes the programs that reach one of Watch
	Watch    []string             // paths

	mu      sync.Mutex
	glances map[string]*glance // by path
}

// An Entry is one program, ready to be evaluated.
type Entry struct {
	Path     string // of the entry point
	Declared bool   // by the project, not inferred
	Run      func(ctx context.Context) Ran
	Known    func() *kept // what it came to before, if it would see the same now; nil never knows
	Keep     func(p *model.Program, o outcome, seen bool)
	Code     func() []project.Code // what it reaches; nil is none
	Done     func()                // lets go of what no other program needs; nil keeps all
}

// Ran is what evaluating a program yields. Program is let go once its rules ran.
type Ran struct {
	Program *model.Program
	Reaches func(path string) bool
	Whole   bool // evaluated to the end: nothing was cut off
	Rest    model.Rest
	Secrets []string // texts that it uses as keys, if somebody wants to know
}

// Unread is a file that could not be read, decoded or lowered, found on the way and not named by a PATH.
type Unread struct {
	File *source.File // its Text may be empty
	Why  string       // "is not UTF-8"
}

// Found is what a job yields.
type Found struct {
	Issues     []Issue // by path, line, column and code
	Suppressed int     // how many a comment silenced
	Problems   []Problem
	Secrets    []string // texts that programs use as keys
}

// A Problem is something that kept the tool from doing all its work.
type Problem struct {
	Path string // or empty
	Text string
}

func (p Problem) String() string {
	if p.Path == "" {
		return p.Text
	}
	return p.Path + ": " + p.Text
}

// held is a finding with the rule and the program that hold it.
type held struct {
	Finding
	rule  *Analyzer
	entry int    // index of the program; ofProject for a rule about the project
	scope string // see Issue
}

// ofProject stands for the index of a program.
const ofProject = -1

// outcome is what remains of one program.
type outcome struct {
	held     []held
	reaches  func(path string) bool
	whole    bool
	rest     model.Rest
	secrets  []string
	failed   map[string]bool // codes of rules that crashed
	problems []Problem
}

// Run evaluates the programs and returns what the rules find in them.
func (j *Job) Run(ctx context.Context) Found {
	fset := j.fileSet()
	outcomes := j.runPrograms(ctx, fset)
	inParallel(ctx, len(j.Code), func(i int) { j.look(fset, j.Code[i]) })
	last := j.runProject(ctx, fset, outcomes)

	var all []held
	for _, o := range outcomes {
		all = append(all, o.held...)
	}
	found := Found{Issues: j.merge(append(all, last.held...), outcomes)}
	found.Issues = append(found.Issues, j.ownIssues()...)
	found.Issues = slices.DeleteFunc(found.Issues, j.unwanted)
	j.suppress(&found, append(outcomes, last))
	slices.SortFunc(found.Issues, byPlace)
	for i, o := range outcomes {
		found.Secrets = append(found.Secrets, o.secrets...)
		if j.concerns(j.Programs[i], o) {
			found.Problems = append(found.Problems, o.problems...)
		}
	}
	found.Problems = append(found.Problems, last.problems...)
	if err := ctx.Err(); err != nil {
		found.Problems = append(found.Problems, Problem{Text: "interrupted"})
	}
	return found
}

// concerns reports whether what is reported would be less complete without the program e.
func (j *Job) concerns(e Entry, o outcome) bool {
	if j.Reported == nil || j.Reported(e.Path) {
		return true
	}
	for path := range paths(j.Code, j.Files) {
		if j.Reported(path) && o.reaches != nil && o.reaches(path) {
			return true
		}
	}
	return false
}

// paths are those of code and files.
func paths(code []project.Code, files []*source.File) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, c := range code {
			if !yield(c.Path) {
				return
			}
		}
		for _, f := range files {
			if !yield(f.Path) {
				return
			}
		}
	}
}

// runPrograms evaluates each program, runs the rules about it, and lets it go.
func (j *Job) runPrograms(ctx context.Context, fset *token.FileSet) []outcome {
	outcomes := make([]outcome, len(j.Programs))
	var mu sync.Mutex
	done := 0
	inParallel(ctx, len(outcomes), func(i int) {
		outcomes[i] = j.runProgram(ctx, fset, i)
		j.leave(fset, j.Programs[i])
		if j.Progress != nil {
			mu.Lock()
			defer mu.Unlock()
			done++
			j.Progress(done, len(outcomes))
		}
	})
	return outcomes
}

// leave looks at the code that a program reaches, for the rules about the project, before it is let go.
func (j *Job) leave(fset *token.FileSet, e Entry) {
	if e.Code != nil {
		for _, c := range e.Code() {
			j.look(fset, c)
		}
	}
	if e.Done != nil {
		e.Done()
	}
}

func (j *Job) runProgram(ctx context.Context, fset *token.FileSet, i int) (o outcome) {
	e := j.Programs[i]
	if e.Known != nil {
		if o, ok := j.again(e.Known(), i); ok {
			return o
		}
	}
	ran, err := evaluate(ctx, e)
	o.reaches, o.whole, o.rest, o.secrets = ran.Reaches, ran.Whole, ran.Rest, ran.Secrets
	switch {
	case err != nil:
		o.problems = []Problem{{e.Path, fmt.Sprintf("could not be evaluated: %v", err)}}
	case ran.Program != nil:
		j.runRules(newPass(fset, Program, ran.Program), &o, i, e.Path)
		seen := j.watched(o)
		if seen {
			j.Seen(ran.Program)
		}
		if e.Keep != nil && ctx.Err() == nil && len(o.problems) == 0 {
			e.Keep(ran.Program, o, seen)
		}
	}
	return o
}

// watched reports whether somebody wants to see a program that came to o.
func (j *Job) watched(o outcome) bool {
	return j.Seen != nil && o.reaches != nil && slices.ContainsFunc(j.Watch, o.reaches)
}

// again is what a program came to before, whose place among the programs is i now. Not if somebody wants to see the program, and it was
// let go.
func (j *Job) again(k *kept, i int) (o outcome, ok bool) {
	if k == nil {
		return o, false
	}
	o = k.outcome
	switch p := k.program.Load(); {
	case !j.watched(o):
		k.program.Store(nil)
	case p == nil:
		return o, false
	default:
		j.Seen(p)
	}
	o.held = slices.Clone(o.held)
	for n := range o.held {
		o.held[n].entry = i
	}
	return o, true
}

// inParallel calls each for every index below n, as many at a time as there are processors, until ctx ends.
func inParallel(ctx context.Context, n int, each func(int)) {
	var wg sync.WaitGroup
	var crashes crash.Bag
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			defer crashes.Take()
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				each(i)
			}
		})
	}
	wg.Wait()
	crashes.Throw()
}

// evaluate runs e; a crash is an error.
func evaluate(ctx context.Context, e Entry) (ran Ran, err error) {
	defer crash.Into(&err)
	return e.Run(ctx), nil
}

func (j *Job) runProject(ctx context.Context, fset *token.FileSet, outcomes []outcome) (o outcome) {
	o.reaches, o.whole = func(string) bool { return true }, true
	if j.Project == nil || ctx.Err() != nil {
		return o
	}
	p, err := j.judgeProject(outcomes)
	if err != nil {
		o.problems = []Problem{{Text: fmt.Sprintf("the project could not be judged: %v", err)}}
		return o
	}
	pass := newPass(fset, Project, p)
	for _, c := range j.Code {
		g := j.glance(c.Path)
		pass.take(g.facts)
		o.problems = append(o.problems, g.problems...)
	}
	j.runRules(pass, &o, ofProject, "")
	for _, c := range j.Code {
		maps.Copy(o.failed, j.glance(c.Path).failed)
	}
	return o
}

// judgeProject returns what all programs left behind; a crash is an error.
func (j *Job) judgeProject(outcomes []outcome) (p *model.Project, err error) {
	defer crash.Into(&err)
	return j.Project(outcomes), nil
}

// runRules runs what is selected of the rules about programs, or about the project.
func (j *Job) runRules(p *pass, o *outcome, entry int, path string) {
	o.failed = map[string]bool{}
	for _, a := range j.Catalogue {
		part := a.Analyzer
		if entry == ofProject && a.After != nil {
			part = a.After
		} else if a.Run == nil || a.Project != (entry == ofProject) {
			continue
		}
		if !j.Selected(a.Name) {
			continue
		}
		found, err := p.run(part)
		if err != nil {
			o.failed[a.Name] = true
			o.problems = append(o.problems, Problem{path, fmt.Sprintf("%s could not be checked: %v", a.Name, err)})
		}
		for _, f := range found {
			o.held = append(o.held, held{f, a, entry, j.scope(f.Place)})
		}
	}
}

// ownIssues returns what the driver has to say itself: parts that do not parse, and files that could not be read.
func (j *Job) ownIssues() (out []Issue) {
	for _, f := range j.Files {
		if m := j.Module(f); m != nil {
			out = append(out, j.unparsed(m)...)
		}
	}
	for _, c := range j.Code {
		out = append(out, j.glance(c.Path).own...)
	}
	if j.Unread == nil {
		return out
	}
	for _, u := range j.Unread() {
		out = append(out, j.own(unreadFile, source.Span{File: u.File}, u.Why+"; nothing in it was checked"))
	}
	return out
}

// maxUnparsed is how many lines of a file are said not to parse: text that is no Python at all gives an error at every word.
const maxUnparsed = 20

// unparsed returns the parts of a file that do not parse, one a line.
func (j *Job) unparsed(m *syntax.Module) (out []Issue) {
	if m.Deep {
		out = append(out, j.own(unreadFile, m.Span(syntax.Range{}), "it nests too deep to be read; nothing in it was checked"))
	}
	end, most := -1, len(out)+maxUnparsed
	errors := slices.SortedFunc(slices.Values(m.Errors), func(a, b syntax.Range) int { return cmp.Compare(a.Start, b.Start) })
	for _, r := range errors {
		place := firstLine(m.Span(r))
		if place.Start < end {
			continue
		}
		if len(out) == most {
			out[most-1].Message = "this is not Python that can be parsed, and more below it; the rest of the file was checked"
			break
		}
		out = append(out, j.own(syntaxError, place, "this is not Python that can be parsed; the rest of the file was checked"))
		end = lineEnd(place.File.Text, place.Start)
	}
	return out
}

// own returns an issue of one of the driver's own rules.
func (j *Job) own(code string, place source.Span, message string) Issue {
	i := Issue{Code: code, Title: code, Level: Warning, Place: place, Message: message}
	if a := j.rule(code); a != nil {
		i.Title, i.Level = a.Title, a.Level
	}
	return i
}

// rule returns the rule that is called name, by code or title, or nil.
func (j *Job) rule(name string) *Analyzer {
	for _, a := range j.Catalogue {
		if a.Name == name || a.Title == name {
			return a
		}
	}
	return nil
}

// unwanted reports whether nobody asked for i.
func (j *Job) unwanted(i Issue) bool {
	path := i.Place.File.Path
	return !j.Selected(i.Code) || j.Reported != nil && !j.Reported(path) || j.Ignored != nil && j.Ignored(i.Code, path)
}

// firstLine cuts s at the end of its first line.
func firstLine(s source.Span) source.Span {
	s.End = max(s.Start, min(s.End, lineEnd(s.File.Text, s.Start)))
	return s
}

// lineEnd is where the line that holds text[at] ends.
func lineEnd(text string, at int) int {
	if n := strings.IndexAny(text[at:], "\n\r"); n >= 0 {
		return at + n
	}
	return len(text)
}

// byPlace is the order in which issues leave the driver. Two of one rule at one place differ in their message.
func byPlace(a, b Issue) int {
	return cmp.Or(
		cmp.Compare(a.Place.File.Path, b.Place.File.Path),
		cmp.Compare(a.Place.Start, b.Place.Start),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Place.End, b.Place.End),
		cmp.Compare(a.Message, b.Message),
	)
}
