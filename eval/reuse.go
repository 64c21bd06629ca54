package eval

import (
	"slices"
	"sync"

	"github.com/autogenlint/autogenlint/syntax"
)

// A Reuse keeps what functions came to that programs do not call, for other programs that reach the same functions: nearly all of them
// read the same there. It is for programs to which packages are described alike, and may be used by several at once.
//
// Only runs are kept in which nothing happened, or what is idle: nobody asks for their states. What a run read is compared with what it would read,
// value by value and way by way; a run that read something else of its program is not kept.
type Reuse struct {
	Wanted func(*syntax.Module) bool // whether another program reaches a module

	mu      sync.Mutex
	runs    map[string]map[syntax.Node][]*past      // by the path of the module
	changed map[string]map[*syntax.FuncDef][]change // by the same: what functions change
}

// maxPasts is how many runs of one function are kept.
const maxPasts = 4

// A past is a run of a function in which nothing happened.
type past struct {
	fn      *Func
	last    ID
	reads   []read
	entered []syntax.Node
	cuts    []Cut
	env     bool
	attrs   bool
	odd     bool
	unsure  bool
	steps   int
}

// Forget lets go what is kept of functions of the module at path.
func (r *Reuse) Forget(path string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.runs, path)
	delete(r.changed, path)
}

// changes are the changes of fn, found once.
func (r *Reuse) changes(fn *Func) []change {
	path := fn.Module.File.Path
	r.mu.Lock()
	out, ok := r.changed[path][fn.Def]
	r.mu.Unlock()
	if ok {
		return out
	}
	out = changesIn(fn.Def)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.changed == nil {
		r.changed = map[string]map[*syntax.FuncDef][]change{}
	}
	if r.changed[path] == nil {
		r.changed[path] = map[*syntax.FuncDef][]change{}
	}
	r.changed[path][fn.Def] = out
	return out
}

func (r *Reuse) of(fn *Func) []*past {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.runs[fn.Module.File.Path][fn.node()]
}

func (r *Reuse) keep(p *past) {
	r.mu.Lock()
	defer r.mu.Unlock()
	path := p.fn.Module.File.Path
	if r.runs == nil {
		r.runs = map[string]map[syntax.Node][]*past{}
	}
	if r.runs[path] == nil {
		r.runs[path] = map[syntax.Node][]*past{}
	}
	if was := r.runs[path][p.fn.node()]; len(was) < maxPasts {
		r.runs[path][p.fn.node()] = append(slices.Clip(was), p)
	}
}

// watches returns what notes the next run of fn, or nil where nobody needs it.
func (m *machine) watches(fn *Func, start State) *watch {
	if m.reuse == nil || len(m.redefaulted) > 0 || !m.reuse.Wanted(fn.Module) {
		return nil
	}
	return &watch{start: start, last: m.before, known: map[place]bool{}}
}

// knows reports whether fn would do from start what it did before, where nothing happened. It then has done so.
func (m *machine) knows(fn *Func, start State) bool {
	if m.reuse == nil || len(m.redefaulted) > 0 {
		return false
	}
	for _, p := range m.reuse.of(fn) {
		if !m.holds(p, fn, &start) {
			continue
		}
		for _, n := range p.entered {
			m.entered[n] = true
		}
		for _, c := range p.cuts {
			m.cutAt(c)
		}
		m.steps = p.steps
		return true
	}
	return false
}

// learns keeps what w noted of a run of fn in which nothing happened.
func (m *machine) learns(fn *Func, w *watch) {
	if w.spoilt || w.start.rest().tasks != nil || w.env && wrote(&w.start) || w.attrs && w.start.rest().moduleAttrs.root != nil {
		return
	}
	m.reuse.keep(&past{
		fn: fn, last: w.last, reads: w.reads, entered: w.entered, cuts: w.cuts, env: w.env, attrs: w.attrs, odd: w.start.rest().odd, unsure: w.start.rest().unsure, steps: m.steps,
	})
}

// wrote reports whether the program has written to the environment, or found out anything about it.
func wrote(st *State) bool { return st.env.root != nil || st.rest().outside.root != nil }

// holds reports whether all that was read then is the same in st.
func (m *machine) holds(p *past, fn *Func, st *State) bool {
	if p.odd != st.rest().odd || p.unsure != st.rest().unsure || st.rest().tasks != nil || p.env && wrote(st) || p.attrs && st.rest().moduleAttrs.root != nil {
		return false
	}
	x := &m.matcher
	x.lastA, x.lastB = p.last, m.before
	x.ids.reset()
	x.funcs.reset()
	x.ways.reset()
	if !x.fn(p.fn, fn) {
		return false
	}
	for i := range p.reads {
		if !x.read(m, &p.reads[i], st) {
			return false
		}
	}
	return true
}

// twins are the pairs of what stands for the same in two programs, each with one other.
type twins[T comparable] struct {
	few      [][2]T
	of, back map[T]T // of all, once they are more than maxFew
}

const maxFew = 12

// pair reports whether a and b may be twins; known says that they were before.
func (t *twins[T]) pair(a, b T) (ok, known bool) {
	if t.of == nil {
		for _, p := range t.few {
			if p[0] == a || p[1] == b {
				return p[0] == a && p[1] == b, p[0] == a
			}
		}
		if len(t.few) < maxFew {
			t.few = append(t.few, [2]T{a, b})
			return true, false
		}
		t.of, t.back = map[T]T{}, map[T]T{}
		for _, p := range t.few {
			t.of[p[0]], t.back[p[1]] = p[1], p[0]
		}
	}
	if is, has := t.of[a]; has {
		return is == b, true
	}
	if _, has := t.back[b]; has {
		return false, false
	}
	t.of[a], t.back[b] = b, a
	return true, false
}

// twin returns the twin of a.
func (t *twins[T]) twin(a T) (b T, ok bool) {
	if t.of != nil {
		b, ok = t.of[a]
		return b, ok
	}
	for _, p := range t.few {
		if p[0] == a {
			return p[1], true
		}
	}
	return b, false
}

func (t *twins[T]) reset() { *t = twins[T]{few: t.few[:0]} }

// A matcher compares what two programs hold. Objects are the same if they stand at the same places, whatever their IDs are; what is
// compared by its pointer while a program runs is paired one to one.
type matcher struct {
	lastA, lastB ID // the last object of each program before its functions are begun that nothing calls
	ids          twins[ID]
	funcs        twins[*Func]
	ways         twins[*Origin]
}

// read reports whether st holds at the place of r what was found there.
func (x *matcher) read(m *machine, r *read, st *State) bool {
	switch r.kind {
	case readModule:
		id, found := st.rest().modules.get(r.name)
		return found == r.found && x.id(r.scope, id)
	case readImport:
		is := m.world.Import(r.from, r.name, r.level)
		return is.Foreign == r.means.Foreign && is.Unknown == r.means.Unknown && slices.Equal(is.Chain, r.means.Chain) && slices.Equal(is.Names, r.means.Names)
	}
	id, known := x.ids.twin(r.id)
	if !known {
		return false // it was reached by a way that is not followed here
	}
	o, _ := st.heap.get(id)
	if r.object == nil || o == nil {
		return r.object == nil && o == nil
	}
	if r.kind == readName {
		return x.name(r.name, r.object, o)
	}
	return x.object(r.object, o)
}

// name compares what two scopes say of one name.
func (x *matcher) name(name string, a, b *Object) bool {
	if b.Kind != a.Kind || a.Module != b.Module || a.Open != b.Open || a.Globals[name] != b.Globals[name] || a.Nonlocals[name] != b.Nonlocals[name] {
		return false
	}
	va, inA := a.Names.get(name)
	vb, inB := b.Names.get(name)
	return inA == inB && (!inA || x.value(va, vb)) && x.id(a.Up, b.Up) && sameData(a.Data, b.Data)
}

func (x *matcher) id(a, b ID) bool {
	if a == 0 || b == 0 {
		return a == b
	}
	ok, _ := x.ids.pair(a, b)
	return ok && (a > x.lastA) == (b > x.lastB)
}

func (x *matcher) object(a, b *Object) bool {
	if a.Kind != b.Kind || a.Open != b.Open || a.Def != b.Def || a.Module != b.Module || a.Name != b.Name || a.Built != nil || b.Built != nil {
		return false
	}
	if len(a.Items) != len(b.Items) || !sameNames(a.Globals, b.Globals) || !sameNames(a.Nonlocals, b.Nonlocals) || !sameData(a.Data, b.Data) {
		return false
	}
	for i := range a.Items {
		if !x.value(a.Items[i].Key, b.Items[i].Key) || !x.value(a.Items[i].Value, b.Items[i].Value) {
			return false
		}
	}
	return x.id(a.Up, b.Up) && x.way(a.From, b.From) && x.value(a.Class, b.Class) && x.values(a.Elts, b.Elts) && x.values(a.Bases, b.Bases) &&
		equal(a.Names.root, b.Names.root, x.value)
}

func sameNames(a, b map[string]bool) bool {
	if len(a) != len(b) {
		return false
	}
	for name := range a {
		if !b[name] {
			return false
		}
	}
	return true
}

// sameData compares what natives keep with objects, as far as that is known to hold nothing of a program.
func sameData(a, b any) bool {
	switch a := a.(type) {
	case nil:
		return b == nil
	case Attributes:
		return b == any(a)
	case *recordData:
		b, ok := b.(*recordData)
		return ok && *a == *b
	case *starData:
		b, ok := b.(*starData)
		for ok && a != nil && b != nil && a.path == b.path {
			a, b = a.next, b.next
		}
		return ok && a == nil && b == nil
	}
	return false
}

func (x *matcher) values(a, b []Value) bool { return slices.EqualFunc(a, b, x.value) }

// value compares two values and the ways that they came.
func (x *matcher) value(a, b Value) bool {
	if !x.way(a.From, b.From) {
		return false
	}
	switch d := a.D.(type) {
	case Unknown, Absent, NoneVal, Bool, Int, Float, Str, Bytes, Foreign, nil:
		switch b.D.(type) {
		case Unknown, Absent, NoneVal, Bool, Int, Float, Str, Bytes, Foreign, nil:
			return a.D == b.D
		}
	case Concat:
		e, ok := b.D.(Concat)
		return ok && x.values(d.Parts, e.Parts)
	case Tuple:
		e, ok := b.D.(Tuple)
		return ok && x.values(d.Elts, e.Elts)
	case OneOf:
		e, ok := b.D.(OneOf)
		return ok && x.values(d.Alts, e.Alts)
	case PathVal:
		e, ok := b.D.(PathVal)
		return ok && x.value(d.Text, e.Text)
	case Env:
		e, ok := b.D.(Env)
		return ok && d.Name == e.Name && d.Maybe == e.Maybe && (d.Default == nil) == (e.Default == nil) && (d.Default == nil || x.value(*d.Default, *e.Default))
	case Ref:
		e, ok := b.D.(Ref)
		return ok && x.id(d.ID, e.ID)
	case *Func:
		e, ok := b.D.(*Func)
		return ok && x.fn(d, e)
	case Bound:
		e, ok := b.D.(Bound)
		return ok && x.value(d.Self, e.Self) && x.value(d.Fn, e.Fn)
	case Partial:
		e, ok := b.D.(Partial)
		return ok && x.value(d.Fn, e.Fn) && x.args(d.Args, e.Args)
	case Coroutine:
		e, ok := b.D.(Coroutine)
		return ok && d.Call == e.Call && x.value(d.Fn, e.Fn) && x.args(d.Args, e.Args)
	case Super:
		e, ok := b.D.(Super)
		return ok && x.id(d.Class, e.Class) && x.value(d.Self, e.Self)
	}
	return false
}

func (x *matcher) fn(a, b *Func) bool {
	ok, known := x.funcs.pair(a, b)
	if !ok || known {
		return ok
	}
	return a.Def == b.Def && a.Lambda == b.Lambda && a.Module == b.Module && a.Kind == b.Kind && a.Context == b.Context && a.Once == b.Once && x.id(a.Cache, b.Cache) &&
		x.id(a.Scope, b.Scope) && x.id(a.Class, b.Class) && x.values(a.Defaults, b.Defaults)
}

func (x *matcher) args(a, b Args) bool {
	return a.More == b.More && x.values(a.Pos, b.Pos) && slices.Equal(a.Spread, b.Spread) && slices.EqualFunc(a.Named, b.Named, func(m, n NamedArg) bool {
		return m.Name == n.Name && m.Place == n.Place && x.value(m.Value, n.Value)
	})
}

// way compares two ways step by step.
func (x *matcher) way(a, b *Origin) bool {
	for a != nil && b != nil {
		ok, known := x.ways.pair(a, b)
		if !ok || known {
			return ok
		}
		if a.Kind != b.Kind || a.Span != b.Span || a.Name != b.Name || !x.id(a.class, b.class) {
			return false
		}
		a, b = a.Prev, b.Prev
	}
	return a == nil && b == nil
}
