// Package project finds and reads what a run is about: which files there are, which of them can matter, what they import, which
// programs they make, and what stands beside them. It gives the evaluator its world, and knows nothing of what AutoGen means.
package project

import (
	"errors"
	"path"
	"slices"
	"strings"
	"sync"
	"weak"

	"github.com/autogenlint/autogenlint/internal/crash"
	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// maxData is the size of the largest .env, JSON or other data file that is read.
const maxData = 1 << 20

// Options say how a project is read.
type Options struct {
	Named            []string // paths that are linted whatever is ignored, relative to the root: those of the command line
	Exclude          []string // globs of what is not linted; nil means Excluded
	ExtendExclude    []string // and others
	ForceExclude     bool     // leave out what is excluded even if it is named
	RespectGitignore bool     // leave out what .gitignore and .ignore name
	Store            *Store   // what earlier runs read, or nil
}

// A Project is everything that is read of one root folder.
type Project struct {
	Root     string         // absolute
	Code     []Code         // every Python file and notebook that can hold a finding, by path
	Files    []*source.File // every other file that can, by path
	Programs []*Program     // by the path of the entry point
	Unread   []Unread       // what could not be read, by path
	Faults   []Fault        // files on which the tool itself failed, by path

	Envs    []EnvFile      // files that set variables
	Configs []*source.File // JSON, YAML and TOML files that may hold configurations
	Loaders []Loader       // what loads a .env beside the programs
	Copies  []Copy         // steps of a README that make a .env out of an example

	others  []string // files in other languages that may read variables, by path
	tree    *tree
	indexes map[string]map[string]bool // the .env files that git has, by the path of its index; as far as they were asked for
	store   *Store
	homes   map[string][]string // where modules and packages of a name are
	stems   map[string]bool     // by what names units may be imported

	mu        sync.Mutex
	units     map[string]*unit    // Python files and notebooks, by path
	opened    map[string]*opening // other files
	resolvers map[string]*resolver
	ofFolder  map[string]*resolver // those of programs in a folder that nothing special is known of
	sources   map[string][]string  // of sourceDirs
	pins      map[string][]Pin     // of the manifests of a folder
	required  map[string]bool      // import names of what the manifests require
	launches  map[string][]Launch  // by the path of what is run
	served    []served
}

// Unread is a file or folder that could not be read or decoded.
type Unread struct {
	File *source.File // its Text is empty
	Why  string
}

// A Fault is a failure of the tool's own while it read a file.
type Fault struct {
	Path string
	Err  error // what failed and where in the tool; nothing of the file
}

// A unit is a Python file or a notebook.
type unit struct {
	path     string
	notebook bool
	linted   bool // not ignored or excluded
	scan     scan
	err      error
	reason   Reason
	because  string // the path of another file that is the reason
	stamp    stamp  // when it was scanned, if there is a store

	once sync.Once
	outline
	outlined bool

	mu     sync.Mutex // of what follows
	module *syntax.Module
	file   weak.Pointer[source.File] // while somebody has it, a finding for one, the text is no other file
	needed int                       // how many programs may still ask for the module
}

func (u *unit) kind() source.Kind {
	if u.notebook {
		return source.Notebook
	}
	return source.Python
}

// isCode reports whether u can hold a finding.
func (u *unit) isCode() bool { return u.linted && u.outlined }

// A Code is a Python file or a notebook. Its tree comes when it is asked for and, but for a server, goes when no program needs it.
type Code struct {
	Path string
	Size int // of its text

	project *Project
	unit    *unit
}

// Module returns the module of c, or nil if it can no longer be read.
func (c Code) Module() *syntax.Module { return c.project.parse(c.unit) }

// Reason is why a file was parsed.
type Reason uint8

// The reasons.
const (
	NotParsed  Reason = iota
	UsesIt            // it imports an AutoGen package
	Imports           // it imports a file that does, directly or not
	ImportedBy        // a program with such a file imports it
)

func (r Reason) String() string {
	return [...]string{"not parsed", "imports AutoGen", "imports", "imported by"}[r]
}

// Shown is a file of the project and why it was parsed.
type Shown struct {
	Path    string
	Reason  Reason
	Because string // the path of another file, for Imports and ImportedBy
}

func (s Shown) String() string {
	if s.Because == "" {
		return s.Path + ": " + s.Reason.String()
	}
	return s.Path + ": " + s.Reason.String() + " " + s.Because
}

// Load reads the project at root, an absolute name.
func Load(fsys FS, root string, o Options) *Project {
	p := newProject(fsys, root, &o)
	nodes := p.tree.walk()
	p.index(nodes)
	units := p.scanAll()
	if slices.ContainsFunc(units, func(u *unit) bool { return u.scan.seed }) {
		p.require(nodes)
		p.surroundings(nodes)
		p.configs(nodes)
		p.close(units)
	}
	p.gather()
	return p
}

func newProject(fsys FS, root string, o *Options) *Project {
	p := &Project{Root: root, tree: newTree(fsys, root, o), store: o.Store, homes: map[string][]string{}, units: map[string]*unit{}, opened: map[string]*opening{},
		resolvers: map[string]*resolver{}, ofFolder: map[string]*resolver{}, stems: map[string]bool{}, sources: map[string][]string{}, required: map[string]bool{}, pins: map[string][]Pin{}, launches: map[string][]Launch{}}
	p.tree.fault = p.failed
	return p
}

// index makes a unit of every Python file and notebook that is linted, and notes what can be imported.
func (p *Project) index(nodes []*node) {
	for _, n := range nodes {
		if n.err != nil {
			p.unread(n.path, n.err)
		}
		python := false
		for i := range n.entries {
			e := &n.entries[i]
			kind, ok := codeKind(e.name)
			if !ok || e.kind == folder || e.kind == irregular {
				continue
			}
			if kind == source.Python {
				python = true
				stem := e.name[:len(e.name)-3]
				p.homes[stem] = append(p.homes[stem], n.path)
			}
			if !e.skipped {
				p.addUnit(n, e, kind)
			}
		}
		if python && n.path != "" {
			name := path.Base(n.path)
			p.homes[name] = append(p.homes[name], parent(n.path))
		}
	}
}

// addUnit adds the Python file or notebook that e is, or that it leads to inside the project.
func (p *Project) addUnit(n *node, e *entry, kind source.Kind) {
	rel := join(n.path, e.name)
	if e.kind == link {
		to, err := p.tree.file(rel)
		if err != nil {
			return // it leads nowhere, or out of the project
		}
		rel = to
	}
	if p.units[rel] == nil {
		u := &unit{path: rel, notebook: kind == source.Notebook, linted: true}
		p.units[rel] = u
		p.stems[u.name()] = true
	}
}

// codeKind reports whether a file of that name is Python or a notebook.
func codeKind(name string) (source.Kind, bool) {
	if n := len(name); n < 4 || !strings.EqualFold(name[n-3:], ".py") && (n < 7 || !strings.EqualFold(name[n-6:], ".ipynb")) {
		return source.Other, false
	}
	kind := parser.KindOf(name)
	return kind, kind == source.Python || kind == source.Notebook
}

// unread notes that a file or folder could not be read.
func (p *Project) unread(rel string, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.Unread = append(p.Unread, Unread{File: source.New(rel, source.Other, nil, "", nil), Why: why(err)})
}

// buffers are reused between files: most are only looked at.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// scanAll reads every unit and finds its imports. It returns the units by path.
func (p *Project) scanAll() []*unit {
	units := p.those(func(*unit) bool { return true })
	each(len(units), func(i int) { p.scan(units[i]) })
	for _, u := range units {
		if u.err != nil && (u.scan.seed || !errors.Is(u.err, errLarge)) {
			p.unread(u.path, u.err)
		}
	}
	return units
}

// scan reads u and finds its imports. What uses AutoGen is kept: it will be parsed.
func (p *Project) scan(u *unit) {
	defer p.faultOf(u)
	known := func(name string) bool { return p.homes[name] != nil }
	if p.store != nil {
		known = func(string) bool { return true } // the scan outlives what the project has now
		if u.stamp = p.tree.stamp(u.path); p.store.recall(u) {
			return
		}
	}
	buf := buffers.Get().(*[]byte)
	defer buffers.Put(buf)
	raw, err := read(p.tree.fs, p.tree.abs(u.path), *buf, parser.MaxSize)
	*buf = raw
	u.err = err
	u.scan = scanFile(raw, u.notebook, seeds, known)
	u.scan.seed = u.scan.seed && !p.ofLibrary(u.path)
	switch {
	case err != nil:
	case p.store != nil:
		p.store.remember(u)
	case u.scan.seed: // while it is there
		if f, err := parser.Decode(u.path, u.kind(), raw); err == nil { // else it is said later
			u.once.Do(func() { p.sketch(u, f.Text) })
		}
	}
}

// parse makes u's module. It may be called from several goroutines.
func (p *Project) parse(u *unit) *syntax.Module {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.module != nil || u.err != nil {
		return u.module
	}
	defer p.faultOf(u)
	if f := u.file.Value(); f != nil {
		u.module = parser.Python(f)
		return u.module
	}
	f, m := p.store.untouched(u.path, u.stamp)
	if m == nil {
		raw, err := p.tree.raw(u.path, parser.MaxSize)
		if f, m = p.store.module(u.path, raw, u.stamp); err == nil && m == nil {
			if f, err = parser.Decode(u.path, u.kind(), raw); err == nil {
				m = parser.Python(f)
				p.store.keep(u.path, raw, u.stamp, f, m)
			}
		}
		if err != nil {
			u.err = err
			p.unread(u.path, err)
			return nil
		}
	}
	u.file, u.module = weak.Make(f), m
	return m
}

// fault, deferred, keeps a failure of the tool's own on one file from ending the run.
func (p *Project) fault(rel string) {
	if r := recover(); r != nil {
		p.failed(rel, r)
	}
}

func (p *Project) failed(rel string, panicked any) {
	err := crash.Of(panicked)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.Faults = append(p.Faults, Fault{rel, err})
}

// faultOf is fault for a file of code, which is then left out.
func (p *Project) faultOf(u *unit) {
	if r := recover(); r != nil {
		u.module, u.err = nil, errFault
		p.failed(u.path, r)
	}
}

// errFault says that the tool failed on a file.
var errFault = errors.New("it could not be read")

// unit returns the Python file or notebook at rel, or nil. One that is not linted is read when it is asked for.
func (p *Project) unit(rel string) *unit {
	p.mu.Lock()
	u := p.units[rel]
	p.mu.Unlock()
	if u != nil {
		return u
	}
	to, err := p.tree.file(rel)
	if err != nil {
		return nil
	}
	kind, ok := codeKind(to)
	if !ok {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if u = p.units[to]; u == nil {
		u = &unit{path: to, notebook: kind == source.Notebook}
		p.units[to] = u
	}
	return u
}

// Module returns the module of a file that was parsed, or nil. It parses the file again if the module went.
func (p *Project) Module(f *source.File) *syntax.Module {
	p.mu.Lock()
	u := p.units[f.Path]
	p.mu.Unlock()
	if u == nil || !u.reads(f) {
		return nil
	}
	return p.parse(u)
}

// reads reports whether f is u, as it was read.
func (u *unit) reads(f *source.File) bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.file.Value() == f
}

// those returns the units that are wanted, by path.
func (p *Project) those(wanted func(*unit) bool) []*unit {
	out := make([]*unit, 0, len(p.units))
	for _, u := range p.units {
		if wanted(u) {
			out = append(out, u)
		}
	}
	slices.SortFunc(out, func(a, b *unit) int { return strings.Compare(a.path, b.path) })
	return out
}

// Shown returns the files that matter, by path, and why.
func (p *Project) Shown() []Shown {
	var out []Shown
	for _, u := range p.those(func(u *unit) bool { return u.reason != NotParsed }) {
		out = append(out, Shown{u.path, u.reason, u.because})
	}
	return out
}

// gather puts what was read in order.
func (p *Project) gather() {
	for _, u := range p.those((*unit).isCode) {
		p.Code = append(p.Code, Code{u.path, u.size, p, u})
	}
	for _, u := range p.units {
		u.scan, u.refs = scan{}, nil // all that follows from them is settled
	}
	for _, r := range p.resolvers {
		if p.store == nil {
			r.forget() // the programs ask for less, one after the other
		}
	}
	for _, e := range p.Envs {
		p.Files = append(p.Files, e.File)
	}
	p.Files = append(p.Files, p.Configs...)
	slices.SortFunc(p.Files, func(a, b *source.File) int { return strings.Compare(a.Path, b.Path) })
	p.Files = slices.CompactFunc(p.Files, func(a, b *source.File) bool { return a.Path == b.Path })
	p.Unread, p.Faults = p.Failed()
}

// Failed returns what could not be read, and the files on which the tool failed, until now: trees come late.
func (p *Project) Failed() ([]Unread, []Fault) {
	p.mu.Lock()
	defer p.mu.Unlock()
	slices.SortFunc(p.Faults, func(a, b Fault) int { return strings.Compare(a.Path, b.Path) })
	p.Faults = slices.CompactFunc(p.Faults, func(a, b Fault) bool { return a.Path == b.Path })
	slices.SortFunc(p.Unread, func(a, b Unread) int { return strings.Compare(a.File.Path, b.File.Path) })
	return p.Unread, p.Faults
}
