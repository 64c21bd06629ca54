package lint

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/config"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/project"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// lap reads and lints a project once.
func (o *Options) lap(ctx context.Context, fsys project.FS, t target, s *config.Settings) lap {
	p := o.load(fsys, t, s)
	byCode := map[string]config.Rule{}
	l := lap{module: p.Module, ran: map[string]bool{}}
	for _, r := range ConfigRules(o.Rules) {
		byCode[r.Code], l.ran[r.Code] = r, s.Selected(r)
	}
	j := Job{
		Catalogue: o.Rules,
		Selected:  func(code string) bool { return l.ran[code] },
		Ignored: func(code, path string) bool {
			return s.Ignores(byCode[code], filepath.Join(t.Root, filepath.FromSlash(path)))
		},
		Reported: t.Reports,
		Code:     p.Code,
		Files:    p.Files,
		Module:   p.Module,
		Cache:    o.Cache,
		Progress: o.Progress,
		Seen:     o.Seen,
	}
	j.Unread, j.Watch = func() []Unread { return unread(p) }, o.Watch
	r := &runner{secrets: o.Secrets || s.OutputFormat != "text", project: p, shared: shared(p), assumed: assumed(s.AutogenVersion), rules: slices.Sorted(selected(l.ran))}
	for _, pr := range p.Programs {
		j.Programs = append(j.Programs, r.entry(pr, o.Cache))
	}
	o.Cache.prune(p, r.rules)
	j.Project = r.after
	l.found = j.Run(ctx)
	l.found.Problems = append(faults(p), l.found.Problems...)
	for _, f := range p.Shown() {
		if t.Reports(f.Path) {
			l.shown = append(l.shown, f)
		}
	}
	return l
}

// unread are the files that could not be read.
func unread(p *project.Project) (out []Unread) {
	files, _ := p.Failed()
	for _, u := range files {
		out = append(out, Unread(u))
	}
	return out
}

// faults are the files on which the tool failed.
func faults(p *project.Project) (out []Problem) {
	_, files := p.Failed()
	for _, f := range files {
		out = append(out, Problem{f.Path, fmt.Sprintf("could not be read: %v", f.Err)})
	}
	return out
}

// load reads a project.
func (o *Options) load(fsys project.FS, t target, s *config.Settings) *project.Project {
	return project.Load(fsys, t.Root, project.Options{
		Named: t.Paths, Exclude: s.Exclude, ExtendExclude: s.ExtendExclude, ForceExclude: s.ForceExclude,
		RespectGitignore: s.RespectGitignore, Store: o.Store,
	})
}

// selected are the codes of the rules that run.
func selected(ran map[string]bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		for code, is := range ran {
			if is && !yield(code) {
				return
			}
		}
	}
}

// A runner evaluates the programs of one project.
type runner struct {
	project *project.Project
	shared  *model.Project
	assumed []autogen.Pin // where the project pins nothing
	rules   []string      // codes of those that are selected
	machine *eval.Machine // nil stands for any
	secrets bool          // somebody wants to know what programs use as keys

	imports  sync.Map // by the path of a module: what importedBy returned
	installs sync.Map // by what they follow from: a *group
}

// shared is what the programs of p have around them.
func shared(p *project.Project) *model.Project {
	out := &model.Project{
		Module: p.Module, Naming: p.Naming, Elsewhere: p.Elsewhere, Configs: p.Configs, Data: p.Data, Forms: map[*source.File]bool{}, Opened: map[string]bool{}, Imports: map[string]bool{},
		Tests: map[string]bool{}, Keys: map[source.Span]string{},
	}
	for _, f := range p.Configs {
		out.Forms[f] = project.IsForm(f)
	}
	for path := range paths(p.Code, p.Files) {
		if p.IsTest(path) {
			out.Tests[path] = true
		}
	}
	for _, e := range p.Envs {
		out.Envs = append(out.Envs, model.EnvFile{File: e.File, Kind: model.EnvKind(e.Kind), Vars: e.Vars, Ignored: e.Ignored, Tracked: e.Tracked, Example: e.Example})
	}
	for _, l := range p.Loaders {
		out.Loaders = append(out.Loaders, model.Loader(l))
	}
	for _, c := range p.Copies {
		out.Copies = append(out.Copies, model.Copy(c))
	}
	return out
}

// entry makes pr ready to be evaluated, or to be known again.
func (r *runner) entry(pr *project.Program, c *Cache) Entry {
	if c == nil {
		return Entry{Path: pr.Path, Declared: pr.Declared, Run: func(context.Context) Ran { return r.run(pr, pr.World) }, Code: pr.Code, Done: func() { r.done(pr) }}
	}
	w := &witness{}
	return Entry{
		Path: pr.Path, Declared: pr.Declared,
		Run: func(context.Context) Ran { return r.run(pr, w.over(pr)) },
		Known: func() *kept {
			k := c.get(pr.Path)
			if k == nil || !k.holds(r, pr) {
				return nil
			}
			return k
		},
		Keep: func(p *model.Program, o outcome, seen bool) { c.put(pr.Path, r.keep(pr, w, p, o, seen)) },
	}
}

// run evaluates one program.
func (r *runner) run(pr *project.Program, world func(func(string) *eval.Outside) eval.World) Ran {
	entry := pr.Entry()
	if entry == nil {
		return Ran{} // it went away
	}
	pins, imports := r.pins(pr), r.imported(pr.Modules())
	g := r.group(imports, pins)
	p := &model.Program{
		Here: r.machine != nil, Entry: entry.File, Name: pr.Path, Declared: pr.Declared, Test: pr.Test, Project: r.shared,
		Installs: g.installs, Pins: pins, Imports: imports, Supplied: supplied(pr), Unexported: unexported(pr), Foggy: len(pr.EnvFiles) > 0,
	}
	how := eval.How{Name: pr.Name(), Command: pr.Command(), Machine: r.machine, Limits: eval.DefaultLimits, Reuse: &g.reuse, Idle: model.Idle, Asked: autogen.AskedVariables()}
	p = model.New(p, eval.RunAs(how, world(model.Outside(p.Installs)), entry))
	ran := Ran{Program: p, Reaches: reached(p), Whole: !p.Cut && parsed(pr.Modules()), Rest: p.Rest()}
	if r.secrets {
		ran.Secrets = p.Secrets()
	}
	return ran
}

// parsed reports whether all of modules parse: of one that does not, something may be missing.
func parsed(modules []*syntax.Module) bool {
	return !slices.ContainsFunc(modules, func(m *syntax.Module) bool { return len(m.Errors) > 0 })
}

// supplied is what the commands and containers that run pr set for it, by name.
func supplied(pr *project.Program) map[string]model.Supply {
	out := map[string]model.Supply{}
	for _, v := range pr.Vars {
		if passedOn(v) {
			out[v.Var.Name] = model.Supply{Var: v.Var, Place: v.Place, Kind: model.EnvKind(v.Kind)}
		}
	}
	return out
}

// unexported is what scripts that run pr assign and do not export.
func unexported(pr *project.Program) map[string]model.Supply {
	out := map[string]model.Supply{}
	for _, v := range pr.Vars {
		if !passedOn(v) {
			out[v.Var.Name] = model.Supply{Var: v.Var, Place: v.Place, Kind: model.EnvKind(v.Kind)}
		}
	}
	return out
}

// passedOn reports whether the programs that a script runs see a variable of it.
func passedOn(v project.Supply) bool { return v.Kind != project.ShellScript || v.Var.Export }

// after is the project once all programs ran.
func (r *runner) after(outcomes []outcome) *model.Project {
	for _, o := range outcomes {
		r.shared.Hold(o.rest)
	}
	return r.shared
}

// pins returns what pr pins, or what the user says where nothing pins AutoGen.
func (r *runner) pins(pr *project.Program) []autogen.Pin {
	var out []autogen.Pin
	ours := false
	for _, p := range pr.Pins {
		out = append(out, autogen.Pin{Name: p.Name, Spec: p.Spec, Locked: p.Locked})
		ours = ours || slices.Contains(config.Distributions, p.Name)
	}
	if ours {
		return out
	}
	return append(out, r.assumed...)
}

// assumed reads the setting autogen-version. A bare version is that of whatever distribution the program imports.
func assumed(version string) []autogen.Pin {
	if version == "" {
		return nil
	}
	if name, v, ok := strings.Cut(version, "=="); ok {
		return []autogen.Pin{{Name: strings.TrimSpace(name), Spec: "==" + strings.TrimSpace(v)}}
	}
	var out []autogen.Pin
	for _, name := range config.Distributions {
		out = append(out, autogen.Pin{Name: name, Spec: "==" + version})
	}
	return out
}

// A group is the programs that may run with the same installations.
type group struct {
	installs autogen.Set
	reuse    eval.Reuse
}

// group returns the group of a program.
func (r *runner) group(imports []string, pins []autogen.Pin) *group {
	imports = autogen.Telling(imports)
	var key strings.Builder
	for _, name := range imports {
		key.WriteString(name + "\n")
	}
	for _, p := range pins {
		fmt.Fprintf(&key, "\n%q %q %t", p.Name, p.Spec, p.Locked)
	}
	if g, ok := r.installs.Load(key.String()); ok {
		return g.(*group)
	}
	g := &group{installs: autogen.Candidates(imports, pins)}
	g.reuse.Wanted = func(m *syntax.Module) bool { return r.project.Shared(m.File.Path) }
	first, _ := r.installs.LoadOrStore(key.String(), g)
	return first.(*group)
}

// done lets go of what no program but pr needs.
func (r *runner) done(pr *project.Program) {
	for _, path := range pr.Done() {
		r.installs.Range(func(_, g any) bool {
			g.(*group).reuse.Forget(path)
			return true
		})
	}
}

// imported returns the modules that are imported somewhere in modules, by their absolute names.
func (r *runner) imported(modules []*syntax.Module) []string {
	seen := map[string]bool{}
	for _, m := range modules {
		names, ok := r.imports.Load(m.File.Path)
		if !ok {
			names = importedBy(m)
			r.imports.Store(m.File.Path, names)
		}
		for _, name := range names.([]string) {
			seen[name] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// importedBy returns the modules that are imported somewhere in m.
func importedBy(m *syntax.Module) []string {
	var out []string
	var walk func([]syntax.Stmt)
	walk = func(body []syntax.Stmt) {
		for _, s := range body {
			switch s := s.(type) {
			case *syntax.Import:
				for _, n := range s.Names {
					out = append(out, strings.Clone(n.Name)) // the text that it stands in goes
				}
			case *syntax.ImportFrom:
				if s.Level > 0 {
					break
				}
				out = append(out, strings.Clone(s.Module))
				for _, n := range s.Names {
					out = append(out, s.Module+"."+n.Name)
				}
			}
			for _, b := range syntax.Blocks(s) {
				walk(b)
			}
		}
	}
	walk(m.Body)
	slices.Sort(out)
	return slices.Compact(out)
}

// reached returns what tells whether p runs code of the file at a path, or reads it. It does not hold p.
func reached(p *model.Program) func(path string) bool {
	files := map[string]bool{}
	for _, m := range p.Modules {
		files[m.File.Path] = true
	}
	for _, r := range p.Runs {
		for _, e := range r.Events {
			if e.Dotenv != nil && e.Dotenv.File != nil {
				files[e.Dotenv.File.Path] = true
			}
			if e.Kind == eval.FileRead {
				files[strings.TrimPrefix(e.Name, eval.Root+"/")] = true
			}
		}
	}
	return func(path string) bool { return files[path] }
}

// loads reports whether f, a configuration file, loads.
func loads(f *source.File) bool {
	var err error
	switch f.Kind {
	case source.JSON:
		_, err = parser.JSON(f.Text)
	case source.YAML:
		_, err = parser.YAML(f.Text)
	case source.TOML:
		_, err = parser.TOML(f.Text)
	}
	return err == nil
}
