package eval

import (
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// costly is the part of the budget, one in so many, that a function has taken which is not begun again once the budget is used up.
// Half a program's own packages do so much when they are set up that its clients would never be reached. overtime is how many budgets
// a program gets in all.
const (
	costly   = 16
	overtime = 3
)

// A toll is what the calls of one function took and did.
type toll struct {
	steps int
	calls int
	sets  bool // one of them set a variable, or may have
}

func (m *machine) toll(fn *Func) *toll {
	t := m.tolls[fn.node()]
	if t == nil {
		t = &toll{}
		m.tolls[fn.node()] = t
	}
	return t
}

// add notes a call that took so many steps from before to its results.
func (t *toll) add(steps int, before State, results []Result) {
	t.steps += steps
	t.calls++
	for _, r := range results {
		t.sets = t.sets || r.State.env != before.env || r.State.rest().fogs != before.rest().fogs
	}
}

// leaveOut goes on behind a call of fn without running it. What it returns is not known, what its code can reach is forgotten, and
// nothing that follows is certain to happen. Variables may be set, unless it has set nothing three times over.
func (m *machine) leaveOut(fn *Func, args Args, t *toll, st State, whole source.Span) []Result {
	const why = "a call that takes too many steps"
	harmless := t.calls >= 3 && !t.sets
	m.cutAt(Cut{Place: whole, Why: why, Local: true, Left: !harmless})
	st = m.forget(st, append([]Value{{D: fn}}, argValues(args)...))
	st.change().unsure = true
	if !harmless {
		st = fog(st, whole, why, "")
	}
	return one(st, Value{D: Unknown{Why: why, Project: !harmless}})
}

// argValues are the values that a call is given.
func argValues(args Args) []Value {
	out := append([]Value{}, args.Pos...)
	for _, n := range args.Named {
		out = append(out, n.Value)
	}
	return out
}

// forget makes unknown what code that has values can change: lists and dicts, what instances hold, and names that a function declares
// global or nonlocal.
func (m *machine) forget(st State, values []Value) State {
	seen := map[ID]bool{}
	written := map[*syntax.Module]map[string]bool{}
	for len(values) > 0 {
		v := values[len(values)-1]
		values = values[:len(values)-1]
		id, inner := parts(v)
		values = append(values, inner...)
		for id != 0 && !seen[id] {
			seen[id] = true
			o := st.Object(id)
			if o == nil {
				break
			}
			values = append(values, held(o)...)
			if o.Kind == ScopeObj && written[o.Module] == nil {
				written[o.Module] = declared(o.Module)
			}
			st = put(st, id, blank(o, written[o.Module]))
			id = o.Up
		}
	}
	return st
}

// parts returns the object that v is or begins with, and the values that it is made of.
func parts(v Value) (ID, []Value) {
	switch d := v.D.(type) {
	case Ref:
		return d.ID, nil
	case *Func:
		return d.Scope, append([]Value{{D: Ref{ID: d.Class}}}, d.Defaults...)
	case Bound:
		return 0, []Value{d.Self, d.Fn}
	case Partial:
		return 0, append(argValues(d.Args), d.Fn)
	case Coroutine:
		return 0, append(argValues(d.Args), d.Fn)
	case Super:
		return d.Class, []Value{d.Self}
	case Tuple:
		return 0, d.Elts
	case OneOf:
		return 0, d.Alts
	}
	return 0, nil
}

// held are the values that o holds.
func held(o *Object) []Value {
	out := append(append([]Value{o.Class}, o.Elts...), o.Bases...)
	for _, it := range o.Items {
		out = append(out, it.Key, it.Value)
	}
	o.Each(func(_ string, v Value) bool {
		out = append(out, v)
		return true
	})
	return out
}

// declared are the names that functions of m declare global or nonlocal.
func declared(m *syntax.Module) map[string]bool {
	out := map[string]bool{}
	if m == nil {
		return out
	}
	syntax.Each(m, func(n syntax.Node) {
		if g, ok := n.(*syntax.Global); ok {
			for _, name := range g.Names {
				out[name] = true
			}
		}
	})
	return out
}

// blank is o without what code that has it may have changed.
func blank(o *Object, declared map[string]bool) *Object {
	n := *o
	changed := func(name string) bool { return declared[name] }
	switch o.Kind {
	case ListObj, SetObj, DictObj:
		n.Open, n.Elts, n.Items = true, nil, nil
		return &n
	case InstanceObj:
		changed = func(string) bool { return true }
	}
	o.Each(func(name string, v Value) bool {
		if changed(name) {
			n.Names = n.Names.set(name, unknown("what code may have changed that takes too many steps"))
		}
		return true
	})
	return &n
}
