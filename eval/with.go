package eval

import (
	"github.com/autogenlint/autogenlint/syntax"
)

func (m *machine) with(f *frame, items []syntax.WithItem, s *syntax.With, st State) []flow {
	if len(items) == 0 {
		return m.exec(f, s.Body, st)
	}
	it := items[0]
	return flows(m.eval(f, it.Context, st), func(st State, ctx Value) []flow {
		inner := *f
		if classes, ok := suppressed(ctx, st); ok {
			inner.catch = &Catch{Prev: f.catch, Classes: classes, Place: f.span(it.Context)}
		}
		var out []flow
		for _, r := range m.enter(&inner, it.Context, ctx, s.Async, st) {
			if r.Exc != nil {
				out = append(out, flow{st: r.State, kind: raises, exc: r.Exc})
				continue
			}
			entered := fall(r.State)
			if it.Target != nil {
				entered = m.assign(&inner, it.Target, r.Value, r.State)
			}
			for _, fl := range entered {
				if fl.kind != falls {
					out = append(out, fl)
					continue
				}
				for _, fl := range m.with(&inner, items[1:], s, fl.st) {
					fl.st = m.leave(f, it.Context, ctx, s.Async, fl.st)
					if fl.kind == raises && caughtBy(inner.catch, f.catch, fl.exc.Class) {
						fl = flow{st: fl.st}
					}
					out = append(out, fl)
				}
			}
		}
		return limitFlows(out)
	})
}

// suppressed returns what contextlib.suppress(…) or pytest.raises(…) stops.
func suppressed(ctx Value, st State) ([]string, bool) {
	o := st.Deref(ctx)
	if o == nil || o.Kind != InstanceObj {
		return nil, false
	}
	classes, ok := o.Data.(*catchData)
	if !ok {
		return nil, false
	}
	return classes.names, true
}

type catchData struct{ names []string }

// enter evaluates `__enter__`.
func (m *machine) enter(f *frame, e syntax.Expr, ctx Value, async bool, st State) []Result {
	name := "__enter__"
	if async {
		name = "__aenter__"
	}
	o := st.Deref(ctx)
	if o == nil || o.Kind != InstanceObj {
		switch ctx.D.(type) {
		case Foreign, Unknown:
			return one(st, unknown("a context manager that is not seen"))
		}
		return one(st, ctx)
	}
	switch d := o.Data.(type) {
	case *suspended:
		v, _ := o.Names.get("entered")
		return one(st, v)
	case *patched:
		return one(m.patchEnviron(f, e, ctx.D.(Ref).ID, o, d, st), unknown("the environment"))
	}
	if fn, ok := m.classAttr(o.Class, name, st); ok {
		if _, is := fn.D.(*Func); is {
			return m.await(f, m.call(f, Value{D: Bound{Self: ctx, Fn: fn}}, Args{}, st, nil, f.span(e)))
		}
	}
	if path := m.foreignClass(o.Class, st); path != "" {
		st = m.record(f, st, Event{Kind: Called, Name: path + "." + name, Span: f.span(e), Whole: f.span(e), Object: ctx.D.(Ref).ID})
	}
	return one(st, ctx)
}

func (m *machine) leave(f *frame, e syntax.Expr, ctx Value, async bool, st State) State {
	o := st.Deref(ctx)
	if o == nil || o.Kind != InstanceObj {
		return st
	}
	switch d := o.Data.(type) {
	case *suspended:
		return m.closeContext(d, st)
	case *patched:
		if d.in {
			st.readsEnv()
			st.env = d.env
		}
		return st
	}
	name := "__exit__"
	if async {
		name = "__aexit__"
	}
	if fn, ok := m.classAttr(o.Class, name, st); ok {
		if _, is := fn.D.(*Func); is {
			none := Value{D: NoneVal{}}
			var ends []State
			for _, r := range m.await(f, m.call(f, Value{D: Bound{Self: ctx, Fn: fn}}, Args{Pos: []Value{none, none, none}}, st, nil, f.span(e))) {
				if r.Exc == nil {
					ends = append(ends, r.State)
				}
			}
			return joined(ends, st)
		}
	}
	switch path := m.foreignClass(o.Class, st); path {
	case "":
	case poolClass:
		return m.afterTasks(f, st, poolFuture)
	case loopClass:
		return m.afterTasks(f, st, asyncTask)
	default:
		st = m.record(f, st, Event{Kind: Called, Name: path + "." + name, Span: f.span(e), Whole: f.span(e), Object: ctx.D.(Ref).ID})
	}
	return st
}
