package lint

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/config"
	"github.com/autogenlint/autogenlint/internal/crash"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/project"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// Options is what a run is told. Whoever runs it, the command line, a test or a server, says it here.
type Options struct {
	Rules    []*Analyzer // the catalogue
	Dir      string      // the working directory, absolute
	Paths    []string    // what is reported, relative to Dir; none is Dir itself
	Flags    map[string][]string
	Lookup   func(string) (string, bool) // an environment variable
	Config   string                      // the settings file to use instead of the nearest one
	Isolated bool                        // use no settings file
	FS       project.FS                  // nil is the disk
	Store    *project.Store              // what earlier runs read; only for one root
	Cache    *Cache                      // what earlier runs found, with a Store; only for one root
	Progress func(done, total int)
	Machine  func(string) (string, bool) // the variables of the machine that inspected programs run on; nil stands for any machine
	Seen     func(*model.Program)        // takes programs after their rules, from several goroutines
	Watch    []string                    // files, relative to the root: Seen takes the programs that reach one of them

	Fix            bool   // apply fixes, and return what they make of the files
	Secrets        bool   // say which texts programs use as keys; they are said too if the settings want a format that shows source text
	Suppress       string // write comments that silence what is found, with this reason; empty writes none
	UpdateBaseline bool   // count what is found instead of leaving out what is counted
}

// A Result is what a run yields. It has written nothing.
type Result struct {
	Root       string // what the paths of files are relative to
	Settings   *config.Settings
	Issues     []Issue // by path, line, column and code
	Failing    bool    // one of them is at or above fail-on
	Suppressed int     // how many comments silenced
	Known      int     // how many the baseline holds
	Gone       []Gone  // what baselines hold and is not there any more
	Problems   []Problem
	Shown      []project.Shown // the files that were looked at, and why
	Fixed      int             // how many fixes were applied
	Unfixed    []Issue         // what has no place for a suppression, when suppressions were asked for
	Writes     []Write         // what the files become by fixes, suppressions and an update of the baseline

	Secrets []string // texts that programs use as keys, whatever they look like: no report shows them

	Module func(*source.File) *syntax.Module // the tree of a file; of a run over one project
}

// Gone is what one baseline holds and is not there any more.
type Gone struct {
	Baseline string // its path, relative to the working directory
	Rows     []Known
}

// A Write is what a run would have a file be.
type Write struct {
	Path     string // absolute
	Old, New []byte // Old is nil for a file that is not there yet
}

// baselineName is where a baseline is written when nobody says where.
const baselineName = "autogenlint-baseline.json"

// Run lints what o says. An error says that it could not begin; what kept it from a part of the work is among the problems.
func Run(ctx context.Context, o Options) (_ *Result, err error) {
	defer crash.Into(&err)
	if o.FS == nil {
		o.FS = project.Disk{}
	}
	targets, problems := o.targets()
	out := &Result{Problems: problems}
	var parts []*Result
	for _, t := range targets {
		s, err := o.settings(t.dir, t.Root)
		if err != nil {
			return nil, err
		}
		part, err := o.runTarget(ctx, t, s)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	out.join(parts)
	slices.SortFunc(out.Secrets, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) }) // one may be a part of another
	out.Secrets = slices.Compact(out.Secrets)
	if out.Settings == nil { // every path is missing
		s, err := o.settings(o.Dir, project.Root(o.FS, o.Dir))
		if err != nil {
			return nil, err
		}
		out.Root, out.Settings = o.Dir, s
	}
	return out, nil
}

// Settings returns the settings for the first of the paths, or for the working directory.
func Settings(o Options) (*config.Settings, error) {
	if o.FS == nil {
		o.FS = project.Disk{}
	}
	targets, problems := o.targets()
	if len(problems) > 0 {
		return nil, errors.New(problems[0].String())
	}
	return o.settings(targets[0].dir, targets[0].Root)
}

func (o *Options) settings(dir, root string) (*config.Settings, error) {
	path := o.Config
	if path != "" && !filepath.IsAbs(path) {
		path = filepath.Join(o.Dir, path)
	}
	return config.Load(config.Sources{
		Flags: o.Flags, Lookup: o.Lookup, Dir: dir, Root: root, Path: path, Cwd: o.Dir, Isolate: o.Isolated, Rules: ConfigRules(o.Rules),
		Read: func(name string) ([]byte, error) { return project.ReadFile(o.FS, name) },
	})
}

// A target is what is reported of one project.
type target struct {
	project.Target
	dir string // the deepest folder that holds its paths, absolute
}

// targets sorts the paths by the projects they lie in. One that cannot be linted is a problem.
func (o *Options) targets() (out []target, problems []Problem) {
	paths := o.Paths
	if len(paths) == 0 {
		paths = []string{"."}
	}
	var absolute []string
	for _, p := range paths {
		abs := filepath.Join(o.Dir, p)
		if filepath.IsAbs(p) {
			abs = filepath.Clean(p)
		}
		if _, err := project.Targets(o.FS, []string{abs}); err != nil {
			problems = append(problems, Problem{p, strings.TrimPrefix(err.Error(), abs+": ")})
			continue
		}
		absolute = append(absolute, abs)
	}
	slices.SortFunc(problems, func(a, b Problem) int { return cmp.Compare(a.Path, b.Path) })
	all, err := project.Targets(o.FS, absolute)
	if err != nil { // it went away meanwhile
		problems = append(problems, Problem{Text: err.Error()})
	}
	for _, t := range all {
		out = append(out, target{t, o.folder(t)})
	}
	return out, problems
}

// folder returns the deepest folder that holds all paths of t.
func (o *Options) folder(t project.Target) string {
	dir := ""
	for _, p := range t.Paths {
		at := filepath.Join(t.Root, filepath.FromSlash(p))
		if info, err := o.FS.Lstat(at); err == nil && !info.IsDir() {
			at = filepath.Dir(at)
		}
		if dir == "" {
			dir = at
		}
		dir = common(dir, at)
	}
	return dir
}

// common returns the deepest folder that holds a and b.
func common(a, b string) string {
	for !below(b, a) {
		a = filepath.Dir(a)
	}
	return a
}

// below reports whether path is folder or lies in it.
func below(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// A lap is one time of reading and linting a project.
type lap struct {
	found  Found
	shown  []project.Shown
	module func(*source.File) *syntax.Module
	ran    map[string]bool // codes of the rules that are selected
}

// maxLaps bounds how often a project is linted again after its fixes.
const maxLaps = 5

// runTarget lints one project, with its fixes and its baseline.
func (o *Options) runTarget(ctx context.Context, t target, s *config.Settings) (*Result, error) {
	out := &Result{Root: t.Root, Settings: s}
	edited := project.Overlay{FS: o.FS, Files: map[string][]byte{}}
	l := o.lap(ctx, edited, t, s)
	for range maxLaps {
		changes, n := o.changes(l, s, out)
		if n == 0 || ctx.Err() != nil {
			break
		}
		for path, raw := range changes {
			edited.Files[filepath.Join(t.Root, filepath.FromSlash(path))] = raw
		}
		out.Fixed += n
		out.Secrets = append(out.Secrets, l.found.Secrets...) // a fix may change where the program has its key from, and a diff shows both
		l = o.lap(ctx, edited, t, s)
	}
	out.Secrets = append(out.Secrets, l.found.Secrets...)
	for path, text := range edited.Files {
		old, err := project.ReadFile(o.FS, path)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		out.Writes = append(out.Writes, Write{path, old, text})
	}
	slices.SortFunc(out.Writes, func(a, b Write) int { return cmp.Compare(a.Path, b.Path) })

	out.Module = l.module
	out.Issues, out.Suppressed, out.Problems, out.Shown = l.found.Issues, l.found.Suppressed, l.found.Problems, l.shown
	if err := o.baseline(out, t, l); err != nil {
		return nil, err
	}
	least := levelNamed(s.FailOn)
	out.Failing = slices.ContainsFunc(out.Issues, func(i Issue) bool { return i.Level >= least })
	return out, nil
}

// levelNamed returns the level of a name, or one above all if it is none.
func levelNamed(name string) Level {
	for l := Note; l <= Error; l++ {
		if l.String() == name {
			return l
		}
	}
	return Error + 1
}

// changes returns what one lap's fixes make of the files, and how many they are.
func (o *Options) changes(l lap, s *config.Settings, out *Result) (Changes, int) {
	intact := func(f *source.File, raw []byte) bool { return StillParses(f, raw, l.module(f)) }
	if o.Fix {
		if c, n := Apply(l.found.Issues, func(f Fix) bool { return f.Safe || s.UnsafeFixes }, intact); n > 0 {
			return c, n
		}
	}
	if o.Suppress == "" || out.Unfixed != nil {
		return nil, 0
	}
	fixes, left := Suppressing(l.found.Issues, o.Suppress, l.module)
	out.Unfixed = append([]Issue{}, left...) // suppressions are written once, after the last fix
	issues := make([]Issue, len(fixes))
	for i, f := range fixes {
		issues[i].Fixes = []Fix{f}
	}
	return Apply(issues, func(Fix) bool { return true }, intact)
}

// StillParses reports whether raw, which is to become f, can be read and has no more faults of syntax than f, of which m is the tree.
func StillParses(f *source.File, raw []byte, m *syntax.Module) bool {
	after, err := parser.Decode(f.Path, f.Kind, raw)
	if err != nil {
		return false
	}
	switch f.Kind {
	case source.Python, source.Notebook:
		return m == nil || len(parser.Python(after).Errors) <= len(m.Errors)
	case source.JSON, source.YAML, source.TOML:
		return loads(after) || !loads(f)
	}
	return true
}

// baseline leaves out what the baseline counts, or has it count what was found.
func (o *Options) baseline(out *Result, t target, l lap) error {
	path, err := o.baselinePath(out.Settings, t.Root)
	if err != nil {
		return err
	}
	if path == "" && o.UpdateBaseline {
		path = filepath.Join(t.Root, baselineName)
	}
	if path == "" {
		return nil
	}
	old, raw, err := o.readBaseline(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && o.UpdateBaseline:
		old = &Baseline{}
	case err != nil:
		return err
	}
	judged := func(k Known) bool { return t.Reports(k.File) && l.ran[k.Rule] }
	if o.UpdateBaseline {
		b := NewBaseline(out.Issues, old, func(k Known) bool { return !judged(k) })
		out.Known += len(out.Issues)
		out.Issues = nil
		if text := b.Bytes(); string(text) != string(raw) {
			out.Writes = append(out.Writes, Write{path, raw, text})
		}
		return nil
	}
	rest, gone := old.Filter(out.Issues)
	out.Known += len(out.Issues) - len(rest)
	out.Issues = rest
	if gone = slices.DeleteFunc(gone, func(k Known) bool { return !judged(k) }); len(gone) > 0 {
		out.Gone = append(out.Gone, Gone{o.relative(path), gone})
	}
	return nil
}

// baselinePath returns where the baseline lies, if there is one. Who wrote the settings of a project may be a stranger: they name no
// file outside of it.
func (o *Options) baselinePath(s *config.Settings, root string) (string, error) {
	path := s.BaselinePath(o.Dir)
	from := s.Origins["baseline"]
	if path == "" || from.Layer != config.File {
		return path, nil
	}
	home := root
	if !below(from.Dir, root) { // settings that somebody keeps elsewhere
		home = from.Dir
	}
	if !below(path, home) || !below(real(path, o.FS.Real), real(home, o.FS.Real)) {
		return "", &config.Error{Where: from.Name, Text: "baseline leads out of the project; give such a path by --baseline"}
	}
	return path, nil
}

func (o *Options) readBaseline(path string) (*Baseline, []byte, error) {
	raw, err := project.ReadFile(o.FS, path)
	if err != nil {
		return nil, nil, fmt.Errorf("baseline %s: %w", o.relative(path), err)
	}
	b, err := ReadBaseline(raw)
	if err != nil {
		return nil, nil, fmt.Errorf("baseline %s: %w", o.relative(path), err)
	}
	return b, raw, nil
}

// relative is how a message names path.
func (o *Options) relative(path string) string {
	if below(path, o.Dir) {
		if rel, err := filepath.Rel(o.Dir, path); err == nil {
			return filepath.ToSlash(rel)
		}
	}
	return path
}
