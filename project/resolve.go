package project

import (
	"errors"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A resolver finds what an import means for the programs that have the same search path. Python takes the first folder of
// sys.path that holds the name. Which folders those are depends on how a program is started, which is rarely known; where two
// folders disagree, the answer is that it is not known.
type resolver struct {
	p     *Project
	roots []string // folders of the project on the search path, in order
	own   int      // how many of them come before the standard library
	first bool     // their order is certain: the program is known to be started so
	home  string   // the repository
	pathy bool     // the entry point changes sys.path
	front []string // the names of folders that it puts before all others there

	mu      sync.Mutex
	cache   map[sought]found
	parents map[string]found // what packages returns, by folder
	edges   map[*unit][]*unit
	needed  int // how many programs may still ask it
}

// done says that one program less will ask r. What it knows goes after the last one.
func (r *resolver) done() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.needed--; r.needed == 0 {
		r.forget()
	}
}

// forget lets go of what r found. It finds it again if it is asked.
func (r *resolver) forget() {
	r.cache, r.parents, r.edges = map[sought]found{}, map[string]found{}, map[*unit][]*unit{}
}

// A sought is an import in a folder.
type sought struct {
	dir   string
	level int
	name  string
}

// A found is what an import means.
type found struct {
	units   []*unit // modules of the project, outermost package first; nil for a namespace package
	names   []string
	dirs    []string // the folders that the last of them is, if it is a package
	foreign bool
	unknown string
}

// place is what a name is in a folder.
type place uint8

const (
	nowhere   place = iota
	module          // name.py
	regularly       // name/__init__.py
	namespace       // name/ with Python in it
	linked          // a link to who knows what, or a folder that may not be read
)

// find resolves `import name` or `from ...name import` in from.
func (r *resolver) find(from *unit, name string, level int) found {
	dir := parent(from.path)
	key := sought{dir, level, name}
	r.mu.Lock()
	f, ok := r.cache[key]
	r.mu.Unlock()
	if ok {
		return f
	}
	if level > 0 {
		f = r.relative(dir, name, level)
	} else {
		f = r.absolute(from, dir, name)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.cache[key] = f
	return f
}

// relative resolves `from ...name import` in a module of the folder dir.
func (r *resolver) relative(dir, name string, level int) found {
	base := dir
	for range level - 1 {
		if base == "" {
			return found{unknown: "a relative import that leaves the project"}
		}
		base = parent(base)
	}
	above, names := r.packages(base)
	switch {
	case name == "" && len(names) > 0:
		return found{units: above, names: names, dirs: []string{base}}
	case name == "":
		return found{units: []*unit{nil}, names: []string{path.Base("project/" + base)}, dirs: []string{base}}
	}
	prefix := ""
	if len(names) > 0 {
		prefix = names[len(names)-1] + "."
	}
	f := r.descend([]string{base}, strings.Split(name, "."), prefix)
	if f.unknown != "" || f.foreign {
		return f
	}
	return found{units: slices.Concat(above, f.units), names: slices.Concat(names, f.names), dirs: f.dirs}
}

// packages returns the package that the folder base is, and those above it, outermost first. They are not to be changed.
func (r *resolver) packages(base string) (units []*unit, names []string) {
	r.mu.Lock()
	f, ok := r.parents[base]
	r.mu.Unlock()
	if !ok {
		f.units, f.names = r.above(base)
		r.mu.Lock()
		defer r.mu.Unlock()
		r.parents[base] = f
	}
	return f.units, f.names
}

func (r *resolver) above(base string) (units []*unit, names []string) {
	top := base
	for top != "" && r.p.tree.isFile(join(top, "__init__.py")) {
		top = parent(top)
	}
	if top == base {
		top = r.root(base)
	}
	dotted := ""
	for dir := top; dir != base; {
		rest := strings.TrimPrefix(base[len(dir):], "/")
		part, _, _ := strings.Cut(rest, "/")
		dir = join(dir, part)
		dotted = strings.TrimPrefix(dotted+"."+part, ".")
		units = append(units, r.p.unit(join(dir, "__init__.py")))
		names = append(names, dotted)
	}
	return units, names
}

// root returns the folder of the search path that a folder without __init__.py is a namespace package of.
func (r *resolver) root(base string) string {
	for _, root := range r.roots {
		if base != root && (root == "" || strings.HasPrefix(base, root+"/")) {
			return root
		}
	}
	return parent(base)
}

// absolute resolves `import name`.
func (r *resolver) absolute(from *unit, dir, name string) found {
	parts := strings.Split(name, ".")
	first := parts[0]
	if builtin[first] || slices.Contains(parts, "") {
		return found{foreign: true}
	}
	outside := r.p.outside(first)
	if f, ok := r.among(r.roots, parts, outside); ok {
		if r.inFront(first) {
			return found{unknown: "a folder that holds a module called " + first + " too is put before all others"}
		}
		return f
	}
	if outside {
		if f := r.descend(append(r.ancestors(dir), r.roots...), parts, ""); len(parts) > 1 && f.unknown == "" && f.units[len(f.units)-1] != nil {
			return found{unknown: name + " is in the project, below a folder that is called as an installed package is"}
		}
		return found{foreign: true}
	}
	if f, ok := r.among(r.ancestors(dir), parts, false); ok {
		return f
	}
	return r.elsewhere(from, dir, parts)
}

// inFront reports whether a folder that the entry point puts before the search path may hold a module of that name.
func (r *resolver) inFront(name string) bool {
	return len(r.front) > 0 && slices.ContainsFunc(r.p.homes[name], func(dir string) bool {
		return slices.Contains(r.front, path.Base(dir)) && !slices.Contains(r.roots, dir)
	})
}

// outside reports whether a name is one of the standard library, or of a package that is installed.
func (p *Project) outside(name string) bool {
	return standard[name] || installed[name] || seeds[name] || p.requires(name)
}

// among looks in roots. A name that is also one of the standard library, or of an installed package, is only the project's if it
// is a module or a regular package, and before the standard library only in the folder that the program is started in.
func (r *resolver) among(roots, parts []string, outside bool) (f found, ok bool) {
	first := parts[0]
	var regular, spaces []string
	for i, root := range roots {
		if standard[first] && i >= r.own {
			break
		}
		switch r.p.probe(root, first) {
		case module, regularly:
			if r.p.library(root, first) {
				return found{foreign: true}, true
			}
			regular = append(regular, root)
		case namespace:
			spaces = append(spaces, root)
		case linked:
			return found{unknown: first + " is no plain file or folder"}, true
		}
	}
	switch {
	case len(regular) == 1 || len(regular) > 1 && r.first:
		return r.descend(regular[:1], parts, ""), true
	case len(regular) > 1:
		return r.whole(regular, parts), true
	case len(spaces) > 0 && !outside:
		return r.descend(spaces, parts, ""), true
	}
	return found{}, false
}

// whole returns the one of several candidates that has all parts, if only one does.
func (r *resolver) whole(roots, parts []string) found {
	several := found{unknown: "the project has several modules called " + parts[0]}
	out, hits := several, 0
	for _, root := range roots {
		f := r.descend([]string{root}, parts, "")
		if f.unknown != "" {
			continue
		}
		if hits++; hits > 1 {
			return several
		}
		out = f
	}
	return out
}

// descend resolves parts below one of the folders in dirs, which are several only for a namespace package.
func (r *resolver) descend(dirs, parts []string, prefix string) (f found) {
	dotted := prefix
	for i, part := range parts {
		dotted += part
		var next []string
		var u *unit
		for _, dir := range dirs {
			here := r.p.probe(dir, part)
			switch here {
			case regularly:
				u, next = r.p.unit(join(join(dir, part), "__init__.py")), []string{join(dir, part)}
			case module:
				u, next = r.p.unit(join(dir, part)+".py"), nil
			case namespace:
				next = append(next, join(dir, part))
				continue
			case linked:
				return found{unknown: dotted + " is no plain file or folder"}
			default:
				continue
			}
			break
		}
		switch {
		case u == nil && len(next) == 0:
			return found{unknown: dotted + " is not in the project"}
		case u != nil && next == nil && i+1 < len(parts):
			return found{unknown: dotted + " is not a package"}
		}
		f.units = append(f.units, u)
		f.names = append(f.names, dotted)
		dirs = next
		dotted += "."
	}
	f.dirs = dirs
	return f
}

// ancestors returns the folders from dir up to the repository that are not on the search path. A program that imports from one
// of them is started there, or with it on PYTHONPATH.
func (r *resolver) ancestors(dir string) []string {
	var out []string
	for ; dir != r.home && dir != ""; dir = parent(dir) {
		if !slices.Contains(r.roots, dir) {
			out = append(out, dir)
		}
	}
	return out
}

// elsewhere decides about a name that is in no folder that Python would look into, as far as can be told.
func (r *resolver) elsewhere(from *unit, dir string, parts []string) found {
	first := parts[0]
	homes := r.p.homes[first]
	if len(homes) == 1 && (r.pathy || from.pathy) {
		return r.descend(homes, parts, "")
	}
	if len(homes) > 0 {
		return found{unknown: "a module called " + first + " is in the project, where Python does not look for it"}
	}
	for _, d := range append([]string{dir}, r.roots...) {
		if n := r.p.tree.node(d); n != nil && (n.rules.mentions(first) || n.rules.mentions(first+".py")) {
			return found{unknown: first + " is ignored by git, and not there"}
		}
	}
	return found{foreign: true}
}

// probe tells what name is in the folder dir.
func (p *Project) probe(dir, name string) place {
	n := p.tree.node(dir)
	if n == nil {
		return nowhere
	}
	n.mu.Lock()
	at, ok := n.places[name]
	n.mu.Unlock()
	if ok {
		return at
	}
	at = p.placeIn(n, name)
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.places == nil {
		n.places = map[string]place{}
	}
	n.places[name] = at
	return at
}

func (p *Project) placeIn(n *node, name string) place {
	dir := n.path
	sub := n.find(name)
	if sub != nil && sub.kind == folder && p.tree.isFile(join(join(dir, name), "__init__.py")) {
		return regularly
	}
	if n.find(name+".py") != nil {
		if p.tree.isFile(join(dir, name) + ".py") {
			return module
		}
		return linked
	}
	switch {
	case sub == nil:
	case sub.kind == folder && p.hasPython(join(dir, name), 3):
		return namespace
	case sub.kind == link && !p.tree.isFile(join(dir, name)), sub.kind == folder && p.shut(join(dir, name)):
		return linked
	}
	return nowhere
}

// shut reports whether a folder could not be listed.
func (p *Project) shut(dir string) bool {
	n := p.tree.node(dir)
	return n != nil && n.err != nil
}

// hasPython reports whether there is a Python file below dir.
func (p *Project) hasPython(dir string, depth int) bool {
	n := p.tree.node(dir)
	if n == nil {
		return false
	}
	for i := range n.entries {
		e := &n.entries[i]
		if e.kind != folder && strings.HasSuffix(e.name, ".py") || e.kind == folder && depth > 0 && !p.tree.skip[e.name] && p.hasPython(join(dir, e.name), depth-1) {
			return true
		}
	}
	return false
}

// targets returns the units that executing u imports.
func (r *resolver) targets(u *unit) []*unit {
	defer r.p.fault(u.path)
	r.mu.Lock()
	out, ok := r.edges[u]
	r.mu.Unlock()
	if ok {
		return out
	}
	refs := u.refs
	if !u.outlined {
		refs = u.scan.refs
	}
	add := func(us []*unit) {
		for _, t := range us {
			if t != nil && t != u && !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	for _, f := range refs {
		if f.script != "" {
			add(r.p.scripts(u, f.script))
			continue
		}
		m := r.find(u, f.module, f.level)
		if f.module != "" || f.level > 0 {
			add(m.units)
		}
		if m.foreign || m.unknown != "" {
			continue
		}
		for _, name := range f.names {
			if name != "*" && r.p.holds(m.dirs, name) {
				sub := strings.TrimPrefix(f.module+"."+name, ".")
				add(r.find(u, sub, f.level).units)
			}
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.edges[u] = out
	return out
}

// holds reports whether a module or package of that name is in one of dirs.
func (p *Project) holds(dirs []string, name string) bool {
	return slices.ContainsFunc(dirs, func(dir string) bool { return p.probe(dir, name) != nowhere })
}

// scripts returns the units that a script run by its path may be.
func (p *Project) scripts(u *unit, script string) []*unit {
	var out []*unit
	for _, dir := range []string{parent(u.path), ""} {
		rel := path.Join(dir, script)
		for _, name := range []string{rel, rel + ".py"} {
			if _, ok := codeKind(name); ok && p.tree.isFile(name) {
				out = append(out, p.unit(name))
			}
		}
	}
	return out
}

// mayImport returns every unit that r may mean in u, whichever way a program is started that comes to u.
func (p *Project) mayImport(u *unit, r ref) []*unit {
	if r.script != "" {
		return p.scripts(u, r.script)
	}
	dir := parent(u.path)
	var bases []string
	if r.level > 0 {
		for range r.level - 1 {
			dir = parent(dir)
		}
		bases = []string{dir}
	} else {
		for ; ; dir = parent(dir) {
			bases = append(bases, p.sourceDirs(dir)...)
			if dir == "" {
				break
			}
		}
		first, _, _ := strings.Cut(r.module, ".")
		if len(p.homes[first]) == 1 && !p.outside(first) {
			bases = append(bases, p.homes[first]...)
		}
	}
	var out []*unit
	for _, base := range bases {
		out = append(out, p.all(base, r.module, r.names)...)
	}
	return out
}

// all returns the units that importing names from module runs, if module is below dir.
func (p *Project) all(dir, module string, names []string) (out []*unit) {
	at := append(make([]byte, 0, 256), dir...) // most of what is looked for is not there: no string is made of it
	take := func(rel []byte) {
		if u := p.units[string(rel)]; u != nil {
			out = append(out, u)
		}
	}
	in := func(name string) {
		if p.stems[name] {
			rel := slash(at, name)
			take(append(rel, "/__init__.py"...))
			take(append(rel, ".py"...))
		}
	}
	if module == "" {
		take(slash(at, "__init__.py"))
	}
	for part := range strings.SplitSeq(module, ".") {
		if part != "" {
			in(part)
			at = slash(at, part)
		}
	}
	for _, name := range names {
		in(name)
	}
	return out
}

// slash appends a name to a folder.
func slash(dir []byte, name string) []byte {
	if len(dir) > 0 {
		dir = append(dir, '/')
	}
	return append(dir, name...)
}

// manifests are files that a project's root, or a part of it, has.
var manifests = words(`pyproject.toml setup.py setup.cfg requirements.txt Pipfile Pipfile.lock poetry.lock uv.lock pdm.lock environment.yml environment.yaml`)

// home returns the folder of the repository that dir is in.
func (p *Project) home(dir string) string {
	for ; dir != ""; dir = parent(dir) {
		if n := p.tree.node(dir); n != nil && n.home {
			return dir
		}
	}
	return ""
}

// anchor returns the nearest folder up from dir that has a manifest, else its repository.
func (p *Project) anchor(dir string) string {
	home := p.home(dir)
	for ; dir != home; dir = parent(dir) {
		if n := p.tree.node(dir); n != nil && n.manifest {
			return dir
		}
	}
	return home
}

// sourceDirs returns dir and the folders in it that its manifests name as places of packages.
func (p *Project) sourceDirs(dir string) []string {
	p.mu.Lock()
	out, ok := p.sources[dir]
	p.mu.Unlock()
	if ok {
		return out
	}
	out = []string{dir}
	for _, d := range append([]string{"src"}, p.packageDirs(dir)...) {
		if d = path.Join(dir, d); !slices.Contains(out, d) && p.tree.isFolder(d) {
			out = append(out, d)
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sources[dir] = out
	return out
}

// packageDirs returns the folders that the manifests of dir name as places of packages.
func (p *Project) packageDirs(dir string) []string {
	n := p.tree.node(dir)
	if n == nil {
		return nil
	}
	var out []string
	if n.find("pyproject.toml") != nil {
		if d, err := p.data(join(dir, "pyproject.toml"), source.TOML); err == nil {
			out = append(out, pyprojectDirs(d)...)
		}
	}
	if n.find("setup.cfg") != nil {
		out = append(out, p.setupDirs(join(dir, "setup.cfg"))...)
	}
	return slices.DeleteFunc(out, func(d string) bool { return !path.IsAbs("/"+d) || strings.HasPrefix(path.Clean(d), "..") })
}

// pyprojectDirs reads the ways in which build backends are told where packages are.
func pyprojectDirs(d *syntax.Data) []string {
	var out []string
	tool := d.Get("tool")
	setuptools := tool.Get("setuptools")
	for _, k := range keys(setuptools.Get("package-dir")) {
		if k.Name == "" {
			out = append(out, k.Value.Str)
		} else {
			out = append(out, path.Dir(k.Value.Str))
		}
	}
	out = append(out, texts(setuptools.Get("packages").Get("find").Get("where"))...)
	for _, item := range items(tool.Get("poetry").Get("packages")) {
		if from := item.Get("from"); from != nil {
			out = append(out, from.Str)
		}
	}
	for _, build := range []*syntax.Data{tool.Get("hatch").Get("build"), tool.Get("hatch").Get("build").Get("targets").Get("wheel")} {
		for _, pkg := range texts(build.Get("packages")) {
			out = append(out, path.Dir(pkg))
		}
		out = append(out, texts(build.Get("sources"))...)
	}
	if d := tool.Get("pdm").Get("build").Get("package-dir"); d != nil {
		out = append(out, d.Str)
	}
	out = append(out, texts(tool.Get("pytest").Get("ini_options").Get("pythonpath"))...)
	return out
}

// setupDirs reads package_dir and where of a setup.cfg.
func (p *Project) setupDirs(rel string) []string {
	defer p.fault(rel)
	raw, err := p.tree.raw(rel, maxData)
	if err != nil {
		return nil
	}
	var out []string
	for _, s := range ini(string(raw)) {
		switch s.section + "." + s.key {
		case "options.package_dir":
			for _, line := range strings.Split(s.value, "\n") {
				if _, dir, ok := strings.Cut(line, "="); ok {
					out = append(out, strings.TrimSpace(dir))
				}
			}
		case "options.packages.find.where", "tool:pytest.pythonpath":
			out = append(out, strings.Fields(s.value)...)
		}
	}
	return out
}

func keys(d *syntax.Data) []syntax.DataKey {
	if d == nil {
		return nil
	}
	return d.Keys
}

func items(d *syntax.Data) []*syntax.Data {
	if d == nil {
		return nil
	}
	return d.Items
}

// texts returns the strings that d is or lists.
func texts(d *syntax.Data) []string {
	if d == nil {
		return nil
	}
	if d.Kind == syntax.DataString {
		return []string{d.Str}
	}
	var out []string
	for _, i := range d.Items {
		if i.Kind == syntax.DataString {
			out = append(out, i.Str)
		}
	}
	return out
}

// A setting is one line of an INI file, with those that continue it.
type setting struct{ section, key, value string }

// ini lists the settings of a file in their order.
func ini(text string) []setting {
	var out []setting
	for _, section := range parser.INI(text).Keys {
		for _, k := range section.Value.Keys {
			out = append(out, setting{section.Name, k.Name, k.Value.Str})
		}
	}
	return out
}

// data reads a data file that is not kept.
func (p *Project) data(rel string, kind source.Kind) (d *syntax.Data, err error) {
	defer func() {
		if r := recover(); r != nil {
			p.failed(rel, r)
			d, err = nil, errFault
		}
	}()
	raw, err := p.tree.raw(rel, maxData)
	if err != nil {
		return nil, err
	}
	return parse(string(raw), kind)
}

// parse reads text as data. Of YAML documents, the first counts. An error is a *syntax.DataError.
func parse(text string, kind source.Kind) (d *syntax.Data, err error) {
	switch kind {
	case source.TOML:
		d, err = parser.TOML(text)
	case source.INI:
		d = parser.INI(text)
	case source.YAML:
		var docs []*syntax.Data
		if docs, err = parser.YAML(text); len(docs) > 0 {
			d = docs[0]
		}
	default:
		d, err = parser.JSON(text)
	}
	var where *syntax.DataError
	if err != nil && !errors.As(err, &where) {
		err = &syntax.DataError{Msg: err.Error()}
	}
	return d, err
}
