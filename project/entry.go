package project

import (
	"path"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A Program is one entry point and what it reaches.
type Program struct {
	Path     string // of the entry point
	Kind     Kind
	Declared bool     // somebody says that it is run; else it is inferred, since nothing imports it or it is a test
	Test     bool     // a test, or a file below a folder of tests
	Func     string   // of a Command: the function that is called
	Launches []Launch // the commands that run it
	Pins     []Pin    // what the nearest manifests say about packages
	Vars     []Supply // what the commands that run it, and their containers, set
	EnvFiles []string // the .env files that those commands are given

	project  *Project
	unit     *unit
	reaches  []*unit // what it may execute, the entry point among them, by path
	before   []*unit // what is executed before it: its packages, the conftest.py of a test
	resolver *resolver
}

// Entry returns the module of the entry point, or nil if it can no longer be read.
func (pr *Program) Entry() *syntax.Module { return pr.project.parse(pr.unit) }

// Modules returns what pr may execute, the entry point among it, by path. What is not parsed yet is parsed now.
func (pr *Program) Modules() (out []*syntax.Module) {
	modules := make([]*syntax.Module, len(pr.reaches))
	each(len(modules), func(i int) { modules[i] = pr.project.parse(pr.reaches[i]) })
	return slices.DeleteFunc(modules, func(m *syntax.Module) bool { return m == nil })
}

// Code returns every file of pr's own that can hold a finding.
func (pr *Program) Code() (out []Code) {
	for _, u := range pr.units() {
		if u.isCode() {
			out = append(out, Code{u.path, u.size, pr.project, u})
		}
	}
	return out
}

// units are those that pr reaches, and those before it.
func (pr *Program) units() []*unit { return slices.Concat(pr.reaches, pr.before) }

// Done says that pr will not ask for its modules any more. Those that no other program needs go, unless there is a store, which keeps
// them for the next time. It returns the paths of those that went.
func (pr *Program) Done() (gone []string) {
	if pr.project.store != nil {
		return nil
	}
	for _, u := range pr.units() {
		u.mu.Lock()
		if u.needed--; u.needed == 0 {
			u.module = nil
			gone = append(gone, u.path)
		}
		u.mu.Unlock()
	}
	pr.resolver.done()
	return gone
}

// Shared reports whether more than one program may still ask for the module at path.
func (p *Project) Shared(path string) bool {
	u := p.unit(path)
	if u == nil {
		return false
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.needed > 1
}

// Kind is how a program is run.
type Kind uint8

// The kinds of program.
const (
	Script    Kind = iota // python x.py
	Notebook              // all cells in order
	Module                // python -m pkg.mod, or a module that nothing imports
	Test                  // by a test runner
	Streamlit             // streamlit run x.py
	Chainlit              // chainlit run x.py
	Server                // uvicorn pkg.mod:app, gunicorn, fastapi run, flask
	Command               // an installed command: a function of a module
)

// Name is what the module is called while it runs.
func (pr *Program) Name() string {
	switch pr.Kind {
	case Script, Notebook, Streamlit:
		return "__main__"
	case Module:
		if pr.Declared {
			return "__main__"
		}
	}
	return pr.dotted()
}

// Command is the function that is called once the entry point is imported, or "".
func (pr *Program) Command() string {
	if pr.Kind != Command {
		return ""
	}
	return pr.Func
}

// dotted is the name that the entry point is imported by.
func (pr *Program) dotted() string {
	above, names := pr.resolver.packages(parent(pr.Path))
	name := pr.unit.name()
	if len(above) > 0 && above[len(above)-1] != nil && path.Base(pr.Path) != "__init__.py" {
		return names[len(names)-1] + "." + name
	}
	return name
}

// A Launch is a command that runs a program.
type Launch struct {
	Kind  Kind
	Dir   string      // the folder that it is run in, relative to the project root
	Place source.Span // the command
	Func  string      // of a Command
	Plain bool        // the script is named by its path, so that Python looks in its folder first

	Vars     []Supply // what the command, its file, or the container sets for it
	EnvFiles []string // the .env files that it is given, as written
}

// testKind is how much of a test a unit is.
type testKind uint8

const (
	noTest testKind = iota
	nearTest
	realTest
)

// test tells whether u is run by a test runner, or lies among what is.
func (u *unit) test() testKind {
	base := path.Base(u.path)
	switch {
	case testName(base) && (base == "conftest.py" || u.tests):
		return realTest
	case amongTests(u.path):
		return nearTest
	}
	return noTest
}

// testName reports whether a test runner would look into a file of that name.
func testName(base string) bool {
	return strings.HasPrefix(base, "test_") || strings.HasSuffix(base, "_test.py") || base == "conftest.py"
}

// amongTests reports whether the file rel lies below a folder of tests.
func amongTests(rel string) bool {
	for dir := parent(rel); dir != ""; dir = parent(dir) {
		switch path.Base(dir) {
		case "test", "tests", "testing", "e2e":
			return true
		}
	}
	return false
}

// IsTest reports whether a file is a test, or lies below a folder of tests.
func (p *Project) IsTest(name string) bool {
	if u := p.units[name]; u != nil {
		return u.test() != noTest
	}
	return amongTests(name)
}

// entryKind tells how u is run, and whether somebody says so.
func (p *Project) entryKind(u *unit) (Kind, bool) {
	if ls := p.launches[u.path]; len(ls) > 0 {
		return ls[0].Kind, true
	}
	switch {
	case u.notebook:
		return Notebook, true
	case u.test() == realTest:
		return Test, false
	case path.Base(u.path) == "__main__.py":
		return Module, true
	case u.guard:
		return Script, true
	}
	return Module, false
}

// program adds the program that starts at u.
func (p *Project) program(u *unit, kind Kind, declared bool) *Program {
	pr := &Program{Path: u.path, Kind: kind, Declared: declared, Test: u.test() != noTest, Launches: p.launches[u.path], project: p, unit: u}
	for _, l := range pr.Launches {
		if l.Kind == Command {
			pr.Func = l.Func
		}
	}
	pr.resolver = p.resolverOf(u, pr.Launches)
	p.Programs = append(p.Programs, pr)
	return pr
}

// resolverOf returns the resolver of the programs that start where u does.
func (p *Project) resolverOf(u *unit, launches []Launch) *resolver {
	dir := parent(u.path)
	plainest := len(launches) == 0 && !u.notebook && !u.pathy && path.Base(u.path) != "__main__.py"
	if r := p.ofFolder[dir]; plainest && r != nil {
		return r
	}
	r := p.newResolver(u, launches)
	if plainest {
		p.ofFolder[dir] = r
	}
	return r
}

func (p *Project) newResolver(u *unit, launches []Launch) *resolver {
	dir := parent(u.path)
	r := &resolver{p: p, home: p.home(dir), pathy: u.pathy, front: u.front, cache: map[sought]found{}, parents: map[string]found{}, edges: map[*unit][]*unit{}}
	add := func(dirs ...string) {
		for _, d := range dirs {
			if !slices.Contains(r.roots, d) {
				r.roots = append(r.roots, d)
			}
		}
	}
	plain := len(launches) > 0 || u.notebook
	for _, l := range launches {
		plain = plain && l.Plain
	}
	if !plain {
		for _, l := range launches {
			add(l.Dir)
		}
	}
	add(dir)
	for _, l := range launches {
		add(l.Dir)
	}
	r.own = len(r.roots)
	r.first = plain
	if path.Base(u.path) == "__main__.py" {
		add(parent(dir))
	}
	if p.tree.isFile(join(dir, "__init__.py")) {
		top := dir
		for top != "" && p.tree.isFile(join(top, "__init__.py")) {
			top = parent(top)
		}
		add(top)
	}
	add(p.sourceDirs(p.anchor(dir))...)
	add(p.sourceDirs(r.home)...)
	if len(launches) == 0 && slices.Index(r.roots, dir) == 0 {
		r.own = 1
	}
	key := strings.Join(r.roots, "\x00") + "\x00" + string(rune(r.own))
	if r.first {
		key += "\x00first"
	}
	if r.pathy {
		key += "\x00" + u.path
	}
	if same := p.resolvers[key]; same != nil {
		return same
	}
	p.resolvers[key] = r
	return r
}

// World returns what a program sees beyond its own text. Foreign describes names of packages that are not of the project.
func (pr *Program) World(foreign func(path string) *eval.Outside) eval.World {
	return &world{pr: pr, p: pr.project, foreign: foreign}
}
