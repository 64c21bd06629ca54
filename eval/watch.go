package eval

import (
	"github.com/autogenlint/autogenlint/syntax"
)

// around is what all states of one run have in common.
type around struct {
	machine *Machine // where the program is started; nil stands for any machine
	watch   *watch   // notes what is read of the state in which a function that the program does not call is begun; nil notes nothing
}

// A watch notes everything of the state a run began in that the run reads, and what it leaves behind beside its states. A second run of
// the same function, in a state in which all of that is the same, goes the same way.
type watch struct {
	start State // its objects are those up to last
	last  ID

	reads   []read
	known   map[place]bool
	entered []syntax.Node
	cuts    []Cut
	env     bool // it reads the environment, or what tests decided of it
	attrs   bool // it reads attributes that the program may have set on modules of packages
	spoilt  bool // it reads or leaves behind what is not noted
	done    bool
}

// A place is what a read asks for: an object, a name of a scope, the scope of a module, or what an import means.
type place struct {
	kind  readKind
	id    ID
	name  string
	from  *syntax.Module
	level int
}

type readKind uint8

const (
	readObject readKind = iota
	readName
	readModule
	readImport
)

// A read is a place, and what was found there.
type read struct {
	place
	object *Object // nil where there is none
	scope  ID
	found  bool
	means  Import
}

func onMachine(machine *Machine) *around {
	if machine == nil {
		return nil
	}
	return &around{machine: machine}
}

func (st *State) machine() *Machine {
	if st.rest().on == nil {
		return nil
	}
	return st.rest().on.machine
}

// watch is who has to be told what is read of st, or nil.
func (st *State) watch() *watch {
	if st.rest().on == nil || st.rest().on.watch == nil || st.rest().on.watch.done {
		return nil
	}
	return st.rest().on.watch
}

// watchedBy is st on a run that w watches.
func (st State) watchedBy(w *watch) State {
	st.change().on = &around{machine: st.machine(), watch: w}
	return st
}

// readsEnv says that what the program did to the environment, or found out about it, decides what happens next.
func (st *State) readsEnv() {
	if w := st.watch(); w != nil {
		w.env = true
	}
}

// readsAttrs says the same of attributes that the program set on modules of packages.
func (st *State) readsAttrs() {
	if w := st.watch(); w != nil {
		w.attrs = true
	}
}

// readsMore says that something decides what happens next that is not noted.
func (st *State) readsMore() {
	if w := st.watch(); w != nil {
		w.spoilt = true
	}
}

// peek is Object for who looks at one name of a scope, and at what it says of all names.
func (st *State) peek(id ID, name string) *Object {
	o, _ := st.heap.get(id)
	if w := st.watch(); w != nil && id <= w.last {
		w.sees(id, name)
	}
	return o
}

// peekAt is peek for the object that v refers to.
func (st *State) peekAt(v Value, name string) *Object {
	if r, ok := v.D.(Ref); ok {
		return st.peek(r.ID, name)
	}
	return nil
}

// moduleScope returns the scope of the module that path is, if it was executed.
func (st *State) moduleScope(path string) (ID, bool) {
	if w := st.watch(); w != nil {
		at := place{kind: readModule, name: path}
		if !w.known[at] {
			w.known[at] = true
			id, ok := w.start.rest().modules.get(path)
			w.reads = append(w.reads, read{place: at, scope: id, found: ok})
		}
	}
	return st.rest().modules.get(path)
}

// sees notes that an object is read, or one name of it where it is a module's scope.
func (w *watch) sees(id ID, name string) {
	at := place{kind: readName, id: id, name: name}
	if name == "" || w.known[place{id: id}] || w.known[at] {
		w.seesAll(id)
		return
	}
	o, ok := w.start.heap.get(id)
	if !ok || o.Kind != ScopeObj {
		w.seesAll(id)
		return
	}
	w.known[at] = true
	w.reads = append(w.reads, read{place: at, object: o})
}

func (w *watch) seesAll(id ID) {
	at := place{kind: readObject, id: id}
	if w.known[at] {
		return
	}
	w.known[at] = true
	o, _ := w.start.heap.get(id)
	w.reads = append(w.reads, read{place: at, object: o})
}

// enters notes that the body of a function is executed.
func (m *machine) enters(fn syntax.Node) {
	m.entered[fn] = true
	if m.watch != nil {
		m.watch.entered = append(m.watch.entered, fn)
	}
}

// A watched is a world that tells the watch of the run what it is asked.
type watched struct {
	World
	m *machine
}

// Import implements World.
func (w *watched) Import(from *syntax.Module, name string, level int) Import {
	out := w.World.Import(from, name, level)
	if watch := w.m.watch; watch != nil {
		at := place{kind: readImport, from: from, name: name, level: level}
		if !watch.known[at] {
			watch.known[at] = true
			watch.reads = append(watch.reads, read{place: at, means: out})
		}
	}
	return out
}

func (w *watched) spoil() {
	if w.m.watch != nil {
		w.m.watch.spoilt = true
	}
}

// Open implements World.
func (w *watched) Open(path string) Opened {
	w.spoil()
	return w.World.Open(path)
}

// FindDotenv implements World.
func (w *watched) FindDotenv(from *syntax.Module) Opened {
	w.spoil()
	return w.World.FindDotenv(from)
}

// Exists implements World.
func (w *watched) Exists(path string) (exists, known bool) {
	w.spoil()
	return w.World.Exists(path)
}

// follows adds to what w notes what another run noted that w's run rests on.
func (w *watch) follows(on *watch) {
	if on == nil {
		w.spoilt = true
		return
	}
	for _, r := range on.reads {
		if !w.known[r.place] {
			w.known[r.place] = true
			w.reads = append(w.reads, r)
		}
	}
	w.entered, w.cuts = append(w.entered, on.entered...), append(w.cuts, on.cuts...)
	w.env, w.attrs, w.spoilt = w.env || on.env, w.attrs || on.attrs, w.spoilt || on.spoilt
}

// unwatch ends the watch: who reads the states from now on is no part of the run.
func (m *machine) unwatch() {
	m.watch.done = true
	m.watch = nil
}
