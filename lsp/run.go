package lsp

import (
	"context"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"sync"

	"github.com/autogenlint/autogenlint/config"
	"github.com/autogenlint/autogenlint/internal/crash"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/project"
)

// A subject is what is linted in one go: a project, by the settings that one folder of it has.
type subject struct {
	root  string // of the project
	dir   string // whose settings hold: the root, or the folder with a settings file
	loose bool   // a file that lies in no project and no folder of the client's: nothing below its folder is read
}

// An analysis is what one run over a subject found.
type analysis struct {
	subject  subject
	result   *lint.Result
	programs []*model.Program // those that reach what is open
	err      error

	once  sync.Once
	items map[string][]diagnostic // by address
}

// runs holds what was found last of every subject, and what is being looked for.
type runs struct {
	o Options

	mu     sync.Mutex
	clock  int
	stamp  map[string]int // of the last change below a root
	stores map[string]*project.Store
	caches map[subject]*lint.Cache
	last   map[subject]*attempt
}

func newRuns(o Options) *runs {
	return &runs{o: o, stamp: map[string]int{}, stores: map[string]*project.Store{}, caches: map[subject]*lint.Cache{}, last: map[subject]*attempt{}}
}

// An attempt is one run, which several may wait for. It ends when nobody waits any more.
type attempt struct {
	stamp   int
	done    chan struct{}
	stop    context.CancelFunc
	waiting int
	found   *analysis
}

// touch notes that something changed at path.
func (r *runs) touch(path string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.clock++
	for root := range r.stamp {
		if below(path, root) {
			r.stamp[root] = r.clock
			r.reread(root, path)
		}
	}
}

// reread sees to it that path is read again.
func (r *runs) reread(root, path string) {
	rel, err := filepath.Rel(root, path)
	if store := r.stores[root]; store != nil && err == nil {
		store.Reread(filepath.ToSlash(rel))
	}
}

// touchAll notes that something changed that may concern everything.
func (r *runs) touchAll() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.clock++
	for root := range r.stamp {
		r.stamp[root] = r.clock
	}
}

func (r *runs) stamps() (stamps map[string]int, clock int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return maps.Clone(r.stamp), r.clock
}

// stampOf is the stamp of a root as v saw it. Of a root that v did not know, the moment of v says enough.
func (r *runs) stampOf(v *view, root string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, ok := r.stamp[root]; !ok {
		r.stamp[root] = r.clock
	}
	if s, ok := v.stamps[root]; ok {
		return s
	}
	return v.clock
}

// forget lets go of what was read of a file that is open no more, and of all that was found of projects that neither a document nor a
// folder of the client's has to do with.
func (r *runs) forget(v *view, path string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for root, store := range r.stores {
		if rel, err := filepath.Rel(root, path); err == nil && below(path, root) {
			store.Forget(filepath.ToSlash(rel))
		}
	}
	for root := range r.stamp {
		if !v.concerns(root) {
			delete(r.stamp, root)
			delete(r.stores, root)
		}
	}
	maps.DeleteFunc(r.last, func(s subject, _ *attempt) bool { return !v.concerns(s.root) })
	maps.DeleteFunc(r.caches, func(s subject, _ *lint.Cache) bool { return !v.concerns(s.root) })
}

// concerns reports whether something is open in the project at root, or the client works in it.
func (v *view) concerns(root string) bool {
	for path := range v.docs.byPath {
		if below(path, root) {
			return true
		}
	}
	return slices.ContainsFunc(v.folders, func(f folder) bool { return below(f.real, root) || below(root, f.real) })
}

// subjectOf returns the subject that path, a file or folder, is in.
func (r *runs) subjectOf(v *view, path string, isDir bool) subject {
	fsys := v.overlay(r.o.FS)
	dir := path
	if !isDir {
		dir = filepath.Dir(path)
	}
	root := project.Root(fsys, dir)
	s := subject{root: root, dir: root, loose: !isDir && root == dir && !v.inFolder(path) && !project.Marked(fsys, root)}
	found, err := config.Find(dir, root, func(name string) ([]byte, error) { return project.ReadFile(fsys, name) })
	if err == nil && found != "" && v.settings.Configuration == "" {
		s.dir = filepath.Dir(found)
	}
	return s
}

func (v *view) inFolder(path string) bool {
	for _, f := range v.folders {
		if below(path, f.real) {
			return true
		}
	}
	return false
}

// overlay is the disk with what is open over it.
func (v *view) overlay(disk project.FS) project.Overlay {
	files := make(map[string][]byte, len(v.docs.byPath))
	for path, d := range v.docs.byPath {
		if !d.lost {
			files[path] = d.disk
		}
	}
	return project.Overlay{FS: disk, Files: files}
}

// analysis returns what there is to find of s as v sees it. It is found once, whoever asks.
func (r *runs) analysis(ctx context.Context, v *view, s subject) (*analysis, error) {
	stamp := r.stampOf(v, s.root)
	r.mu.Lock()
	a := r.last[s]
	if a == nil || a.stamp != stamp {
		a = r.begin(v, s, stamp)
		if old := r.last[s]; old == nil || old.stamp < stamp {
			r.last[s] = a
		}
	}
	a.waiting++
	r.mu.Unlock()
	defer func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		if a.waiting--; a.waiting > 0 {
			return
		}
		select {
		case <-a.done:
		default: // nobody wants to know any more
			a.stop()
			if r.last[s] == a {
				delete(r.last, s)
			}
		}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-a.done:
		return a.found, a.found.err
	}
}

// begin starts a run.
func (r *runs) begin(v *view, s subject, stamp int) *attempt {
	ctx, stop := context.WithCancel(context.Background())
	a := &attempt{stamp: stamp, done: make(chan struct{}), stop: stop}
	store := r.stores[s.root]
	if store == nil {
		store = &project.Store{}
		r.stores[s.root] = store
	}
	cache := r.caches[s]
	if cache == nil {
		cache = &lint.Cache{}
		r.caches[s] = cache
	}
	go func() {
		defer close(a.done)
		defer stop()
		a.found = r.run(ctx, v, s, store, cache)
	}()
	return a
}

// run lints s.
func (r *runs) run(ctx context.Context, v *view, s subject, store *project.Store, cache *lint.Cache) (found *analysis) {
	found = &analysis{subject: s}
	defer crash.Into(&found.err)
	var mu sync.Mutex
	o := r.options(v, s)
	o.Store, o.Cache, o.Watch = store, cache, v.within(s.root)
	o.Seen = func(p *model.Program) {
		mu.Lock()
		defer mu.Unlock()
		found.programs = append(found.programs, p)
	}
	found.result, found.err = lint.Run(ctx, o)
	switch {
	case ctx.Err() != nil:
		found.err = ctx.Err()
	case found.err == nil:
		for _, p := range found.result.Problems {
			r.o.Log(shown(p.String()))
		}
	}
	return found
}

// options is what a run over s is told.
func (r *runs) options(v *view, s subject) lint.Options {
	var fsys project.FS = v.overlay(r.o.FS)
	if s.loose {
		fsys = flat{fsys, s.root}
	}
	return lint.Options{Rules: r.o.Rules, Dir: s.dir, Flags: v.settings.flags(), Lookup: r.o.Lookup, Config: v.settings.Configuration, FS: fsys}
}

// within are the files that are open below root, relative to it.
func (v *view) within(root string) (out []string) {
	for path := range v.docs.byPath {
		if rel, err := filepath.Rel(root, path); err == nil && filepath.IsLocal(rel) {
			out = append(out, filepath.ToSlash(rel))
		}
	}
	return out
}

// flat is a file system in which a folder has no folders.
type flat struct {
	project.FS
	root string
}

// ReadDir implements project.FS.
func (f flat) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := f.FS.ReadDir(name)
	if name != f.root {
		return list, err
	}
	var files []fs.DirEntry
	for _, e := range list {
		if !e.IsDir() {
			files = append(files, e)
		}
	}
	return files, err
}
