package eval

import (
	"github.com/autogenlint/autogenlint/syntax"
)

// comp makes a list, set or dict of a comprehension. first is what its first `for` goes over, where that was evaluated before.
func (m *machine) comp(f *frame, e *syntax.Comp, first *Value, st State) []Result {
	st, scope := m.childScope(f, st)
	inner := *f
	inner.scope = scope
	if f.around == 0 {
		inner.around = f.scope
	}
	var keep []Item // of a dict comprehension; else Value only
	states, known := m.clauses(&inner, e, e.Clauses, first, []compState{{st: st}})
	var out []Result
	for _, c := range states {
		if c.exc != nil {
			out = append(out, Result{State: c.st, Exc: c.exc})
			continue
		}
		o := &Object{Kind: ListObj, Open: !known || c.open, From: &Origin{Kind: FromLiteral, Span: f.span(e)}}
		switch e.Kind {
		case syntax.SetComp:
			o.Kind = SetObj
		case syntax.DictComp:
			o.Kind = DictObj
		}
		for _, it := range c.items {
			if o.Kind == DictObj {
				open := o.Open
				o = withItem(o, it.Key, it.Value)
				o.Open = o.Open || open
			} else {
				o.Elts = append(o.Elts, it.Value)
			}
		}
		st, ref := m.alloc(m.drop(c.st, scope), o)
		out = append(out, Result{State: st, Value: ref})
	}
	_ = keep
	return limitResults(out)
}

type compState struct {
	st    State
	items []Item
	open  bool
	exc   *Exc
}

// clauses runs the `for`s of a comprehension. known is false if an iterable is not known: the items are then samples.
func (m *machine) clauses(f *frame, e *syntax.Comp, cs []syntax.Clause, first *Value, states []compState) ([]compState, bool) {
	if len(cs) == 0 {
		return m.compElement(f, e, states), true
	}
	known := true
	var out []compState
	for _, c := range states {
		over := func() []Result { return m.eval(f, cs[0].Iter, c.st) }
		if first != nil {
			over = func() []Result { return one(c.st, *first) }
		}
		for _, r := range over() {
			if r.Exc != nil {
				out = append(out, compState{st: r.State, exc: r.Exc})
				continue
			}
			elts, ok := m.elements(r.Value, r.State)
			if ok && len(elts) > maxUnroll {
				m.cutAt(tooMany(f.span(cs[0].Iter)))
			}
			if !ok || len(elts) > maxUnroll {
				known = false
				elts = []Value{unknown("an element of something that is not known")}
			}
			cur := []compState{{st: r.State, items: c.items, open: c.open || !ok}}
			for _, x := range elts {
				x, maybe := present(x)
				if IsAbsent(x) {
					continue
				}
				var next []compState
				for _, k := range cur {
					if maybe {
						next = append(next, k)
					}
					next = append(next, m.compRound(f, e, cs, x, k, &known)...)
				}
				cur = limitComp(next)
			}
			out = append(out, cur...)
		}
	}
	return limitComp(out), known
}

func (m *machine) compRound(f *frame, e *syntax.Comp, cs []syntax.Clause, x Value, k compState, known *bool) []compState {
	var out []compState
	for _, fl := range m.assign(f, cs[0].Target, x, k.st) {
		if fl.kind == raises {
			out = append(out, compState{st: fl.st, exc: fl.exc})
			continue
		}
		pass := []State{fl.st}
		for _, test := range cs[0].Ifs {
			var next []State
			for _, st := range pass {
				for _, c := range m.cond(f, test, st) {
					switch {
					case c.exc != nil:
						out = append(out, compState{st: c.st, exc: c.exc})
					case c.yes:
						next = append(next, c.st)
					default:
						out = append(out, compState{st: c.st, items: k.items, open: k.open})
					}
				}
			}
			pass = next
		}
		for _, st := range pass {
			inner, ok := m.clauses(f, e, cs[1:], nil, []compState{{st: st, items: k.items, open: k.open}})
			*known = *known && ok
			out = append(out, inner...)
		}
	}
	return out
}

func (m *machine) compElement(f *frame, e *syntax.Comp, states []compState) []compState {
	xs := []syntax.Expr{e.Elt}
	if e.Key != nil {
		xs = []syntax.Expr{e.Key, e.Elt}
	}
	var out []compState
	for _, c := range states {
		for _, r := range m.evalAll(f, c.st, xs) {
			if r.Exc != nil {
				out = append(out, compState{st: r.State, exc: r.Exc})
				continue
			}
			vals := r.Value.D.(Tuple).Elts
			it := Item{Value: vals[len(vals)-1]}
			if e.Key != nil {
				it.Key = vals[0]
			}
			out = append(out, compState{st: r.State, items: append(c.items[:len(c.items):len(c.items)], it), open: c.open})
		}
	}
	return out
}

func limitComp(cs []compState) []compState {
	if len(cs) <= maxStates {
		return cs
	}
	out := append([]compState{}, cs[:maxStates]...)
	last := &out[maxStates-1]
	for _, c := range cs[maxStates:] {
		if c.exc != nil {
			continue
		}
		last.st = joinState(last.st, c.st)
		last.open = true
	}
	return out
}

// childScope makes a scope inside the one of f.
func (m *machine) childScope(f *frame, st State) (State, ID) {
	id := m.newID()
	return put(st, id, &Object{Kind: ScopeObj, Module: f.module, Up: f.scope}), id
}
