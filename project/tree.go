package project

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/autogenlint/autogenlint/config"
	"github.com/autogenlint/autogenlint/internal/crash"
)

// Excluded are the folders that are not linted unless settings say otherwise: what tools made, and what is somebody else's.
// A folder with a pyvenv.cfg is one too, whatever its name.
var Excluded = []string{
	".bzr", ".direnv", ".eggs", ".git", ".hg", ".history", ".ipynb_checkpoints", ".mypy_cache", ".nox", ".pants.d", ".pyenv", ".pytest_cache",
	".pytype", ".ruff_cache", ".svn", ".tox", ".venv", "__pycache__", "__pypackages__", "_build", "buck-out", "build", "dist",
	"node_modules", "site-packages", "venv",
}

// An entry is a name in a folder.
type entry struct {
	name    string
	kind    entryKind
	git     bool // git ignores it
	skipped bool // not linted on its own
	info    fs.DirEntry
}

type entryKind uint8

const (
	regular   entryKind = iota
	folder              // a real one
	link                // a symbolic link, to whatever
	irregular           // fifo, device, socket
)

// A node is a folder that was listed.
type node struct {
	path    string // relative to the root, "" for the root
	entries []entry
	rules   *rules
	git     bool  // git ignores it
	skipped bool  // what is in it is not linted on its own
	err     error // why it could not be listed
	home    bool  // a repository begins here

	manifest bool // one of manifests is in it

	mu     sync.Mutex
	places map[string]place // of probe
}

// find returns the entry of that name, or nil.
func (n *node) find(name string) *entry {
	i, ok := slices.BinarySearchFunc(n.entries, name, func(e entry, name string) int { return strings.Compare(e.name, name) })
	if !ok {
		return nil
	}
	return &n.entries[i]
}

// A tree is the files and folders of a project. Folders that are not linted are listed when somebody asks for them.
type tree struct {
	fs   FS
	root string // absolute
	real string // root with links followed
	opts *Options

	skip  map[string]bool // names of folders that are excluded
	globs []string        // other excludes

	mu    sync.Mutex
	nodes map[string]*node
	named map[string]bool // what the PATHs name, and true for the folders above
	fault func(rel string, panicked any)
}

func newTree(fsys FS, root string, o *Options) *tree {
	t := &tree{fs: fsys, root: root, real: root, opts: o, nodes: map[string]*node{}, skip: map[string]bool{".git": true}, named: map[string]bool{}}
	if real, err := fsys.Real(root); err == nil {
		t.real = real
	}
	exclude := o.Exclude
	if exclude == nil {
		exclude = Excluded
	}
	for _, g := range slices.Concat(exclude, o.ExtendExclude) {
		if strings.ContainsAny(g, `/*?[]{}\`) {
			t.globs = append(t.globs, g)
		} else {
			t.skip[g] = true
		}
	}
	for _, n := range o.Named {
		if n == "" || n == "." {
			continue
		}
		t.named[n] = true
		for d := parent(n); d != "" && !t.named[d]; d = parent(d) {
			t.named[d] = false
		}
	}
	return t
}

// parent returns the folder that rel is in; "" is the root.
func parent(rel string) string {
	if i := strings.LastIndexByte(rel, '/'); i >= 0 {
		return rel[:i]
	}
	return ""
}

// join returns name in the folder dir.
func join(dir, name string) string {
	if dir == "" {
		return name
	}
	return dir + "/" + name
}

// abs returns the name of rel for the file system.
func (t *tree) abs(rel string) string {
	if rel == "" {
		return t.root
	}
	return filepath.Join(t.root, filepath.FromSlash(rel))
}

// walk lists every folder that is linted, one level after the other, and returns them by path.
func (t *tree) walk() []*node {
	level := []*node{{}}
	var all []*node
	for len(level) > 0 {
		each(len(level), func(i int) { t.list(level[i]) })
		var next []*node
		for _, n := range level {
			t.nodes[n.path] = n
			all = append(all, n)
			for i := range n.entries {
				if e := &n.entries[i]; e.kind == folder && t.enters(n, e) {
					next = append(next, t.child(n, e))
				}
			}
		}
		level = next
	}
	slices.SortFunc(all, func(a, b *node) int { return strings.Compare(a.path, b.path) })
	return all
}

// enters reports whether the walk goes into a folder.
func (t *tree) enters(n *node, e *entry) bool {
	if !e.skipped {
		return true
	}
	_, leads := t.named[join(n.path, e.name)]
	return leads && e.name != ".git"
}

// child is a folder that was not listed yet.
func (t *tree) child(n *node, e *entry) *node {
	return &node{path: join(n.path, e.name), rules: n.rules, git: e.git, skipped: e.skipped}
}

// each calls f for 0 to n-1 on all processors.
func each(n int, f func(i int)) {
	var (
		wg   sync.WaitGroup
		mu   sync.Mutex
		next int

		crashes crash.Bag
	)
	const batch = 16
	claim := func() int {
		mu.Lock()
		defer mu.Unlock()
		next += batch
		return next - batch
	}
	for range min(runtime.GOMAXPROCS(0), (n+batch-1)/batch) {
		wg.Go(func() {
			defer crashes.Take()
			for lo := claim(); lo < n; lo = claim() {
				for i := lo; i < min(lo+batch, n); i++ {
					f(i)
				}
			}
		})
	}
	wg.Wait()
	crashes.Throw()
}

// list reads what is in a folder, and what its ignore files say of it.
func (t *tree) list(n *node) {
	defer func() {
		if r := recover(); r != nil {
			n.entries, n.err = nil, errFault
			t.fault(n.path, r)
		}
	}()
	list, err := t.fs.ReadDir(t.abs(n.path))
	if err != nil {
		n.err = err
	}
	n.entries = make([]entry, len(list))
	for i, d := range list {
		n.entries[i] = entry{name: d.Name(), kind: kindOf(d.Type()), info: d}
	}
	if n.path != "" && !t.named[n.path] && n.find("pyvenv.cfg") != nil && t.opts.Exclude == nil {
		n.skipped = true
	}
	n.home = n.find(".git") != nil
	n.manifest = slices.ContainsFunc(n.entries, func(e entry) bool { return e.kind != folder && manifests[e.name] })
	n.rules = t.rulesOf(n)
	for i := range n.entries {
		t.judge(n, &n.entries[i])
	}
}

func kindOf(mode fs.FileMode) entryKind {
	switch {
	case mode.IsRegular():
		return regular
	case mode.IsDir():
		return folder
	case mode&fs.ModeSymlink != 0:
		return link
	}
	return irregular
}

// rulesOf returns the ignore rules in force in n.
func (t *tree) rulesOf(n *node) *rules {
	r := &rules{up: n.rules, dir: n.path, top: n.home}
	r.git = t.patterns(n, ".gitignore")
	r.ignore = t.patterns(n, ".ignore")
	if n.home {
		if raw, err := t.raw(join(n.path, ".git/info/exclude"), maxData); err == nil {
			r.exclude = parseIgnore(string(raw))
		}
	}
	if r.git == nil && r.ignore == nil && !r.top {
		return n.rules
	}
	return r
}

// patterns reads an ignore file. git follows no link in place of one.
func (t *tree) patterns(n *node, name string) *patterns {
	if e := n.find(name); e == nil || e.kind != regular {
		return nil
	}
	raw, err := t.raw(join(n.path, name), maxData)
	if err != nil {
		return nil
	}
	return parseIgnore(string(raw))
}

// judge says whether e is linted on its own.
func (t *tree) judge(n *node, e *entry) {
	rel := join(n.path, e.name)
	git, ignored := n.rules.ignored(rel, e.kind == folder)
	e.git = n.git || git
	e.skipped = n.skipped || t.excluded(rel, e)
	if t.opts.RespectGitignore && ignored {
		e.skipped = true
	}
	if t.named[rel] && !(t.opts.ForceExclude && t.isExcluded(rel, e)) {
		e.skipped = false // somebody asked for it by name
	}
}

func (t *tree) excluded(rel string, e *entry) bool {
	if e.kind == folder && t.skip[e.name] {
		return true
	}
	if e.kind != folder && t.opts.Exclude != nil && t.skip[e.name] {
		return true // a glob of settings may name a file
	}
	return len(t.globs) > 0 && slices.ContainsFunc(t.globs, func(g string) bool { return config.Match(g, rel) })
}

// isExcluded reports whether rel, or a folder above it, is excluded by settings.
func (t *tree) isExcluded(rel string, e *entry) bool {
	if t.excluded(rel, e) {
		return true
	}
	for d := parent(rel); d != ""; d = parent(d) {
		if t.excluded(d, &entry{name: path.Base(d), kind: folder}) {
			return true
		}
	}
	return false
}

// errOutside says that a link leads out of the project.
var errOutside = errors.New("it leads out of the project")

// raw reads a file.
func (t *tree) raw(rel string, limit int) ([]byte, error) {
	return read(t.fs, t.abs(rel), nil, limit)
}

// node returns the folder at rel, or nil if there is none or it can only be reached by a link.
func (t *tree) node(rel string) *node {
	t.mu.Lock()
	n, ok := t.nodes[rel]
	t.mu.Unlock()
	if ok {
		return n
	}
	if rel == "" {
		return nil
	}
	up := t.node(parent(rel))
	if up == nil {
		return nil
	}
	e := up.find(rel[strings.LastIndexByte(rel, '/')+1:])
	if e == nil || e.kind != folder {
		return nil
	}
	n = t.child(up, e)
	t.list(n)
	t.mu.Lock()
	defer t.mu.Unlock()
	if first, ok := t.nodes[rel]; ok {
		return first
	}
	t.nodes[rel] = n
	return n
}

// entry returns what is at rel, or nil.
func (t *tree) entry(rel string) *entry {
	n := t.node(parent(rel))
	if n == nil || rel == "" {
		return nil
	}
	return n.find(rel[strings.LastIndexByte(rel, '/')+1:])
}

// file returns the path under which the file at rel is known: itself, or what a link inside the project leads to.
// An error means that something else than a readable file is there.
func (t *tree) file(rel string) (string, error) {
	e := t.entry(rel)
	switch {
	case e == nil || e.kind == folder:
		return "", fs.ErrNotExist
	case e.kind == regular:
		return rel, nil
	case e.kind == irregular:
		return "", errIrregular
	}
	real, err := t.fs.Real(t.abs(rel))
	if err != nil {
		return "", err
	}
	to, err := filepath.Rel(t.real, real)
	if err != nil || !filepath.IsLocal(to) {
		return "", errOutside
	}
	to = filepath.ToSlash(to)
	if e := t.entry(to); e == nil || e.kind != regular {
		return "", errIrregular
	}
	return to, nil
}

// isFile reports whether a file is at rel.
func (t *tree) isFile(rel string) bool {
	_, err := t.file(rel)
	return err == nil
}

// isFolder reports whether a real folder is at rel.
func (t *tree) isFolder(rel string) bool {
	if rel == "" {
		return true
	}
	e := t.entry(rel)
	return e != nil && e.kind == folder
}
