package eval

import "github.com/autogenlint/autogenlint/syntax"

// What a generator yields is made when it is asked for. Most are consumed where they are made, and are run there. One that a name is
// bound to is run where the name is next read, in the state of that moment; map() and filter() are the same.

// A lazy is what such a list is still to be made by.
type lazy struct {
	run func(m *machine, st State) []Result
}

// bound evaluates what a name is bound to.
func (m *machine) bound(f *frame, e syntax.Expr, st State) []Result {
	switch e := e.(type) {
	case *syntax.Comp:
		if e.Kind != syntax.Generator || len(e.Clauses) == 0 {
			break
		}
		m.capture(st, f.scope)
		return then(m.eval(f, e.Clauses[0].Iter, st), func(st State, first Value) []Result {
			return m.later(f, e, st, func(m *machine, st State) []Result { return m.comp(f, e, &first, st) })
		})
	case *syntax.Call:
		inner := *f
		inner.later = e
		return m.eval(&inner, e, st)
	}
	return m.eval(f, e, st)
}

// later is a list that is made when it is asked for.
func (m *machine) later(f *frame, e syntax.Expr, st State, run func(*machine, State) []Result) []Result {
	return one(m.alloc(st, &Object{Kind: ListObj, Open: true, Data: &lazy{run}, From: &Origin{Kind: FromLiteral, Span: f.span(e)}}))
}

// callLater is a call whose result a name is bound to.
func (m *machine) callLater(f *frame, e *syntax.Call, fn Value, args Args, at *site, st State) []Result {
	run := func(m *machine, st State) []Result { return m.call(f, fn, args, st, at, f.span(e)) }
	if !lazyCall(fn) || m.loose {
		return run(m, st)
	}
	return m.later(f, e, st, run)
}

// lazyPaths are what makes an iterator, or a view that changes with its dict.
var lazyPaths = map[string]bool{
	"map": true, "filter": true, "zip": true, "enumerate": true, "reversed": true, "iter": true,
	"itertools.chain": true, "itertools.chain.from_iterable": true, "itertools.islice": true, "dict.values": true, "dict.items": true, "dict.keys": true,
}

// lazyCall reports whether calling fn makes something that yields its elements when it is asked for them.
func lazyCall(fn Value) bool {
	switch d := fn.D.(type) {
	case *Func:
		return d.Def != nil && d.Def.Generator && !d.Context
	case Bound:
		return lazyCall(d.Fn)
	case Foreign:
		return lazyPaths[d.Path]
	}
	return false
}

// force makes the elements of v, if they are still to be made.
func (m *machine) force(v Value, st State) []Result {
	o := st.Deref(v)
	if o == nil {
		return one(st, v)
	}
	todo, ok := o.Data.(*lazy)
	if !ok {
		return one(st, v)
	}
	id := v.D.(Ref).ID
	begun := *o
	begun.Data = nil
	return then(todo.run(m, put(st, id, &begun)), func(st State, made Value) []Result {
		if list := st.Deref(made); list != nil && list.Kind == ListObj {
			st = put(st, id, &Object{Kind: ListObj, Elts: list.Elts, Open: list.Open, From: list.From})
		}
		return one(st, v)
	})
}
