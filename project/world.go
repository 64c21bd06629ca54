package project

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A world is the project as one program sees it.
type world struct {
	pr      *Program
	p       *Project
	foreign func(path string) *eval.Outside
}

// Import implements eval.World.
func (w *world) Import(from *syntax.Module, name string, level int) eval.Import {
	u := w.p.unit(from.File.Path)
	if u == nil {
		return eval.Import{Unknown: "an import in a file that is not of the project"}
	}
	f := w.pr.resolver.find(u, name, level)
	switch {
	case f.foreign:
		return eval.Import{Foreign: name}
	case f.unknown != "":
		return eval.Import{Unknown: f.unknown}
	}
	out := eval.Import{Names: f.names, Chain: make([]*syntax.Module, len(f.units))}
	for i, u := range f.units {
		if u == nil {
			continue
		}
		if out.Chain[i] = w.p.parse(u); out.Chain[i] == nil {
			return eval.Import{Unknown: f.names[i] + " could not be read"}
		}
	}
	return out
}

// Foreign implements eval.World.
func (w *world) Foreign(path string) *eval.Outside {
	if w.foreign == nil {
		return nil
	}
	return w.foreign(path)
}

// bases are the folders that relative paths may be relative to.
func (w *world) bases() []string {
	dir := parent(w.pr.Path)
	out := []string{dir}
	for _, l := range w.pr.Launches {
		out = append(out, l.Dir)
	}
	out = append(out, w.p.home(dir))
	slices.Sort(out)
	return slices.Compact(out)
}

// places returns where name may be in the project. Outside says that it may also be, or is, elsewhere.
func (w *world) places(name string) (places []string, outside bool) {
	if name == "" || strings.ContainsAny(name, "\x00\\") || len(name) > 4096 {
		return nil, true
	}
	if path.IsAbs(name) {
		rel, ok := strings.CutPrefix(path.Clean(name)+"/", eval.Root+"/")
		if !ok {
			return nil, true
		}
		return []string{strings.TrimSuffix(rel, "/")}, false
	}
	for _, base := range w.bases() {
		rel := path.Join(base, name)
		switch {
		case rel == ".." || strings.HasPrefix(rel, "../"):
			outside = true
		case rel == ".":
			places = append(places, "")
		default:
			places = append(places, rel)
		}
	}
	return places, outside
}

// Open implements eval.World.
func (w *world) Open(name string) eval.Opened {
	places, outside := w.places(name)
	var hits []string
	for _, rel := range places {
		to, err := w.p.tree.file(rel)
		switch {
		case err == nil:
			hits = append(hits, to)
		case !errors.Is(err, fs.ErrNotExist):
			return eval.Opened{Unknown: true}
		}
	}
	slices.Sort(hits)
	switch hits = slices.Compact(hits); len(hits) {
	case 0:
		return eval.Opened{Missing: true, Never: !outside && !slices.ContainsFunc(places, w.p.possible)}
	case 1:
		return w.p.open(hits[0])
	}
	return eval.Opened{Unknown: true}
}

// possible reports whether a file may be at rel on somebody's machine: its folder is there, or git ignores either.
func (p *Project) possible(rel string) bool {
	dir := parent(rel)
	if p.tree.isFolder(dir) {
		return !p.tree.isFolder(rel)
	}
	for d := dir; d != ""; d = parent(d) {
		up := p.tree.node(parent(d))
		if up == nil {
			continue
		}
		if e := up.find(path.Base(d)); e != nil {
			return e.kind == link || e.kind == folder && p.ignores(up, rel)
		}
		if p.ignores(up, d) {
			return true
		}
	}
	return false
}

// ignores reports whether git would ignore rel, which is below n and not there, as a file or as a folder.
func (p *Project) ignores(n *node, rel string) bool {
	if n.git {
		return true
	}
	asFile, _ := n.rules.ignored(rel, false)
	asFolder, _ := n.rules.ignored(rel, true)
	return asFile || asFolder
}

// Exists implements eval.World.
func (w *world) Exists(name string) (exists, known bool) {
	places, outside := w.places(name)
	for _, rel := range places {
		if rel == "" || w.p.tree.entry(rel) != nil {
			return true, true
		}
	}
	return false, !outside && !slices.ContainsFunc(places, w.p.possible)
}

// FindDotenv implements eval.World. Python goes on above the repository; this does not.
func (w *world) FindDotenv(from *syntax.Module) eval.Opened {
	dir := parent(from.File.Path)
	dirs := upward(dir, w.p.home(dir))
	for _, d := range slices.Backward(dirs) {
		to, err := w.p.tree.file(join(d, ".env"))
		switch {
		case err == nil:
			return w.p.open(to)
		case !errors.Is(err, fs.ErrNotExist):
			return eval.Opened{Unknown: true}
		}
	}
	return eval.Opened{Missing: true}
}

// An open is a file that a program opens. It outlives the project that read it, if there is a store.
type open struct {
	file *source.File
	err  error

	mu   sync.Mutex
	vars []syntax.Variable
	data map[source.Kind]*syntax.Data
	errs map[source.Kind]error
}

// An opening is the one time that a project reads a file.
type opening struct {
	once sync.Once
	open *open
}

// open reads the file at rel, which is there.
func (p *Project) open(rel string) eval.Opened {
	o := p.read(rel)
	if o.file != nil {
		return eval.Opened{File: o.file}
	}
	return eval.Opened{Unknown: true, Coded: errors.Is(o.err, parser.ErrCoding)}
}

// read reads the file at rel, once.
func (p *Project) read(rel string) *open {
	p.mu.Lock()
	o := p.opened[rel]
	if o == nil {
		o = &opening{}
		p.opened[rel] = o
	}
	p.mu.Unlock()
	o.once.Do(func() {
		defer p.fault(rel)
		o.open = &open{err: errFault}
		o.open = p.reading(rel)
	})
	return o.open
}

// reading reads the file at rel, or takes it from the store if it is as it was.
func (p *Project) reading(rel string) *open {
	var now stamp
	if p.store != nil {
		now = p.tree.stamp(rel)
		if o := p.store.reading(rel, nil, now); o != nil {
			return o
		}
	}
	raw, err := p.tree.raw(rel, maxData)
	if err != nil {
		return &open{err: err}
	}
	if o := p.store.reading(rel, raw, now); o != nil {
		return o
	}
	kind := parser.KindOf(rel)
	if kind == source.Notebook {
		kind = source.JSON // it is opened as a file
	}
	o := &open{data: map[source.Kind]*syntax.Data{}, errs: map[source.Kind]error{}}
	o.file, o.err = parser.Decode(rel, kind, raw)
	p.store.opens(rel, o, now)
	return o
}

// Variables implements eval.World.
func (w *world) Variables(f *source.File) []syntax.Variable { return w.p.variables(f) }

func (p *Project) variables(f *source.File) []syntax.Variable {
	o := p.read(f.Path)
	if o.file != f {
		vars, _ := parser.Dotenv(f.Text)
		return vars
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.vars == nil {
		o.vars, _ = parser.Dotenv(f.Text)
	}
	return o.vars
}

// Data implements eval.World.
func (w *world) Data(f *source.File, text string, kind source.Kind) (*syntax.Data, error) {
	if f == nil {
		if len(text) > maxData {
			return nil, &syntax.DataError{Msg: "it is too large to be read"}
		}
		return parse(text, kind)
	}
	o := w.p.read(f.Path)
	if o.file != f {
		return parse(f.Text, kind)
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if d, ok := o.data[kind]; ok {
		return d, o.errs[kind]
	}
	o.data[kind], o.errs[kind] = parse(f.Text, kind)
	return o.data[kind], o.errs[kind]
}
