package lint

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/project"
	"github.com/autogenlint/autogenlint/syntax"
)

// A Cache keeps what programs came to, so that a server evaluates only those that would see something else now. It is for one root.
//
// What a program comes to is settled by its own modules, by what its world answered to what evaluating it asked, by its pins and
// variables, by what it was told of the project around it, and by the rules. All of these are compared, never a time or a guess:
// files and modules are the same if they are the same pointers, which the project's Store sees to.
type Cache struct {
	mu    sync.Mutex
	runs  map[string]*kept   // by the path of the entry point
	looks map[string]looking // by the path of the module
	rules []string           // codes of those that looks come from
}

// A looking is a sight of a module.
type looking struct {
	module *syntax.Module
	sight  sight
}

// sight returns what was seen of the module m at path.
func (c *Cache) sight(path string, m *syntax.Module) (s sight, ok bool) {
	if c == nil {
		return s, false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	l := c.looks[path]
	return l.sight, l.module == m
}

// keepSight keeps what was seen of the module m at path.
func (c *Cache) keepSight(path string, m *syntax.Module, s sight) {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.looks[path] = looking{m, s}
}

func (c *Cache) get(path string) *kept {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.runs[path]
}

func (c *Cache) put(path string, k *kept) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.runs == nil {
		c.runs = map[string]*kept{}
	}
	c.runs[path] = k
}

// prune lets go what is kept of files that are not there any more, and of other rules.
func (c *Cache) prune(p *project.Project, rules []string) {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	maps.DeleteFunc(c.runs, func(path string, _ *kept) bool {
		return !slices.ContainsFunc(p.Programs, func(pr *project.Program) bool { return pr.Path == path })
	})
	if c.looks == nil || !slices.Equal(c.rules, rules) {
		c.looks, c.rules = map[string]looking{}, rules
	}
	maps.DeleteFunc(c.looks, func(path string, _ looking) bool {
		_, there := slices.BinarySearchFunc(p.Code, path, func(f project.Code, path string) int { return strings.Compare(f.Path, path) })
		return !there
	})
}

// A kept is what a program came to, with what it came from.
type kept struct {
	outcome outcome
	program atomic.Pointer[model.Program] // while somebody wants to see it

	entry    *syntax.Module
	name     string
	command  string
	declared bool
	test     bool
	modules  []*syntax.Module
	pins     []autogen.Pin
	vars     []project.Supply
	foggy    bool
	rules    []string
	answers  []answer
	told     model.Told
}

// keep notes what pr came to.
func (r *runner) keep(pr *project.Program, w *witness, p *model.Program, o outcome, seen bool) *kept {
	k := &kept{
		outcome: o, entry: pr.Entry(), name: pr.Name(), command: pr.Command(), declared: pr.Declared, test: pr.Test, modules: pr.Modules(), pins: r.pins(pr), vars: pr.Vars,
		foggy: len(pr.EnvFiles) > 0, rules: r.rules, answers: w.answers, told: p.Told(),
	}
	if seen {
		k.program.Store(p)
	}
	return k
}

// holds reports whether pr would come to the same now.
func (k *kept) holds(r *runner, pr *project.Program) bool {
	if k.entry != pr.Entry() || k.name != pr.Name() || k.command != pr.Command() || k.declared != pr.Declared || k.test != pr.Test || k.foggy != (len(pr.EnvFiles) > 0) {
		return false
	}
	same := func(a, b project.Supply) bool { return a.Place == b.Place && a.Kind == b.Kind } // the file says what it is
	if !slices.Equal(k.modules, pr.Modules()) || !slices.Equal(k.pins, r.pins(pr)) || !slices.EqualFunc(k.vars, pr.Vars, same) || !slices.Equal(k.rules, r.rules) {
		return false
	}
	told := k.told
	if p := k.program.Load(); p != nil {
		told = p.Told() // somebody may have asked it more since
	}
	if !told.Holds(r.shared) {
		return false
	}
	world := pr.World(nil)
	return !slices.ContainsFunc(k.answers, func(a answer) bool { return !a.same(a.ask(world)) })
}

// A question is one that evaluating a program asked its world. What a foreign name is, or what a file that was opened holds, is no
// question: the pins and the file say it.
type question struct {
	kind  asking
	from  *syntax.Module
	name  string
	level int
}

type asking uint8

const (
	importing asking = iota
	opening
	finding
	existing
)

// An answer is a question with what it was answered.
type answer struct {
	question
	imported eval.Import
	opened   eval.Opened
	exists   bool
	known    bool
}

// ask asks world q.
func (q question) ask(world eval.World) answer {
	a := answer{question: q}
	switch q.kind {
	case importing:
		a.imported = world.Import(q.from, q.name, q.level)
	case opening:
		a.opened = world.Open(q.name)
	case finding:
		a.opened = world.FindDotenv(q.from)
	case existing:
		a.exists, a.known = world.Exists(q.name)
	}
	return a
}

// same reports whether b answers as a does.
func (a answer) same(b answer) bool {
	return a.opened == b.opened && a.exists == b.exists && a.known == b.known &&
		a.imported.Foreign == b.imported.Foreign && a.imported.Unknown == b.imported.Unknown &&
		slices.Equal(a.imported.Chain, b.imported.Chain) && slices.Equal(a.imported.Names, b.imported.Names)
}

// A witness is a world that notes what it is asked, and what it answers.
type witness struct {
	eval.World
	asked   map[question]bool
	answers []answer
}

// over makes the witness that of pr's world.
func (w *witness) over(pr *project.Program) func(func(string) *eval.Outside) eval.World {
	return func(foreign func(string) *eval.Outside) eval.World {
		*w = witness{World: pr.World(foreign), asked: map[question]bool{}}
		return w
	}
}

func (w *witness) note(q question) answer {
	a := q.ask(w.World)
	if !w.asked[q] {
		w.asked[q] = true
		w.answers = append(w.answers, a)
	}
	return a
}

// Import implements eval.World.
func (w *witness) Import(from *syntax.Module, name string, level int) eval.Import {
	return w.note(question{importing, from, name, level}).imported
}

// Open implements eval.World.
func (w *witness) Open(path string) eval.Opened {
	return w.note(question{kind: opening, name: path}).opened
}

// FindDotenv implements eval.World.
func (w *witness) FindDotenv(from *syntax.Module) eval.Opened {
	return w.note(question{kind: finding, from: from}).opened
}

// Exists implements eval.World.
func (w *witness) Exists(path string) (exists, known bool) {
	a := w.note(question{kind: existing, name: path})
	return a.exists, a.known
}
