package eval

import (
	"github.com/autogenlint/autogenlint/syntax"
)

// A Result is one way an expression or call may end: with a value, or with an exception.
type Result struct {
	State State
	Value Value
	Exc   *Exc
}

func one(st State, v Value) []Result { return []Result{{State: st, Value: v}} }

// then goes on from every result that has a value.
func then(rs []Result, next func(st State, v Value) []Result) []Result {
	if len(rs) == 1 && rs[0].Exc == nil {
		return next(rs[0].State, rs[0].Value)
	}
	var out []Result
	for _, r := range rs {
		if r.Exc != nil {
			out = append(out, r)
			continue
		}
		out = append(out, next(r.State, r.Value)...)
	}
	return limitResults(out)
}

// thenAll is then for results that are tuples whose callers take them apart: they are not joined.
func thenAll(rs []Result, next func(st State, v Value) []Result) []Result {
	var out []Result
	for _, r := range rs {
		if r.Exc != nil {
			out = append(out, r)
			continue
		}
		out = append(out, next(r.State, r.Value)...)
	}
	return out
}

// limitResults joins the results behind the eighth.
func limitResults(rs []Result) []Result {
	if len(rs) <= maxStates {
		return rs
	}
	var out []Result
	last := -1
	n := 0
	for _, r := range rs {
		if r.Exc != nil {
			if len(out) < 2*maxStates {
				out = append(out, r)
			}
			continue
		}
		if n < maxStates {
			last = len(out)
			n++
			out = append(out, r)
			continue
		}
		out[last].State = joinState(out[last].State, r.State)
		out[last].Value = Join(out[last].Value, r.Value)
	}
	return out
}

// evalAll evaluates xs in order and yields a Tuple of their values.
func (m *machine) evalAll(f *frame, st State, xs []syntax.Expr) []Result {
	type partial struct {
		st   State
		vals []Value
	}
	parts := []partial{{st: st, vals: make([]Value, 0, len(xs))}}
	var out []Result
	for _, x := range xs {
		if len(parts) == 1 {
			rs := m.eval(f, x, parts[0].st)
			if len(rs) == 1 && rs[0].Exc == nil {
				parts[0].st, parts[0].vals = rs[0].State, append(parts[0].vals, rs[0].Value)
				continue
			}
			vals := parts[0].vals
			parts = nil
			for _, r := range rs {
				if r.Exc != nil {
					out = append(out, r)
					continue
				}
				parts = append(parts, partial{st: r.State, vals: append(vals[:len(vals):len(vals)], r.Value)})
			}
			continue
		}
		var next []partial
		for _, p := range parts {
			for _, r := range m.eval(f, x, p.st) {
				if r.Exc != nil {
					out = append(out, r)
					continue
				}
				next = append(next, partial{st: r.State, vals: append(p.vals[:len(p.vals):len(p.vals)], r.Value)})
			}
		}
		parts = next
	}
	for len(parts) > maxStates { // value by value: callers take the tuple apart
		a, b := parts[len(parts)-2], parts[len(parts)-1]
		m.steps += joinCost
		joined := partial{st: joinState(a.st, b.st), vals: make([]Value, len(a.vals))}
		for i := range a.vals {
			joined.vals[i] = Join(a.vals[i], b.vals[i])
		}
		parts = append(parts[:len(parts)-2], joined)
	}
	for _, p := range parts {
		out = append(out, Result{State: p.st, Value: Value{D: Tuple{Elts: p.vals}}})
	}
	return out
}

func (m *machine) literal(f *frame, n syntax.Node, d Datum) Value {
	return Value{D: d, From: &Origin{Kind: FromLiteral, Span: f.span(n)}}
}

// eval evaluates e in st.
func (m *machine) eval(f *frame, e syntax.Expr, st State) []Result {
	if !m.step(f.span(e)) {
		return one(st, unknown("what the evaluation budget did not suffice for"))
	}
	switch e := e.(type) {
	case *syntax.Name:
		return m.force(m.name(f, e, st), st)
	case *syntax.Str:
		if e.Bytes {
			return one(st, m.literal(f, e, Bytes(e.Value)))
		}
		return one(st, m.literal(f, e, Str(e.Value)))
	case *syntax.Int:
		return one(st, m.literal(f, e, Int(e.Value)))
	case *syntax.Float:
		return one(st, m.literal(f, e, Float(e.Value)))
	case *syntax.Const:
		return one(st, m.constLit(f, e))
	case *syntax.FString:
		return allBounded(m.fstring(f, e, st))
	case *syntax.Tuple:
		return then(m.elts(f, e.Elts, st), func(st State, v Value) []Result {
			return one(st, bounded(Value{D: v.D, From: &Origin{Kind: FromLiteral, Span: f.span(e)}}))
		})
	case *syntax.List:
		return m.display(f, e, e.Elts, ListObj, st)
	case *syntax.Set:
		return m.display(f, e, e.Elts, SetObj, st)
	case *syntax.Dict:
		return m.dict(f, e, st)
	case *syntax.Comp:
		return m.comp(f, e, nil, st)
	case *syntax.Unary:
		return m.unary(f, e, st)
	case *syntax.Binary:
		return then(m.evalAll(f, st, []syntax.Expr{e.L, e.R}), func(st State, xs Value) []Result {
			pair := xs.D.(Tuple).Elts
			if fn, ok := m.operatorMethod(e.Op, pair[0], st); ok {
				return m.call(f, Value{D: Bound{Self: pair[0], Fn: fn}}, Args{Pos: pair[1:]}, st, nil, f.span(e))
			}
			if o := st.Deref(pair[1]); e.Op == syntax.BitOr && o != nil && o.Kind == DictObj {
				st = m.mistyped(f, st, pair[0], "TypeError", "unsupported operand type(s) for |: 'tuple' and 'dict'", f.span(e.L))
			}
			if o := st.Deref(pair[0]); e.Op == syntax.BitOr && o != nil && o.Kind == DictObj {
				st = m.mistyped(f, st, pair[1], "TypeError", "unsupported operand type(s) for |: 'dict' and 'tuple'", f.span(e.R))
			}
			st, v := m.binaryIn(st, e.Op, pair[0], pair[1], f.span(e))
			return one(st, bounded(v))
		})
	case *syntax.Bool:
		return m.boolean(f, e, st)
	case *syntax.Compare, *syntax.BadExpr:
		return m.comparison(f, e, st)
	case *syntax.Cond:
		return m.ternary(f, e, st)
	case *syntax.Call:
		return allBounded(m.callExpr(f, e, st))
	case *syntax.Attr:
		return then(m.eval(f, e.X, st), func(st State, x Value) []Result {
			return m.attr(f, e, x, st)
		})
	case *syntax.Index:
		return m.index(f, e, st)
	case *syntax.Slice:
		return one(st, unknown("a slice"))
	case *syntax.Star:
		return m.eval(f, e.X, st)
	case *syntax.Lambda:
		return m.lambda(f, e, st)
	case *syntax.Await:
		return m.await(f, m.eval(f, e.X, st))
	case *syntax.Yield:
		return m.yield(f, e, st)
	case *syntax.Walrus:
		return then(m.eval(f, e.X, st), func(st State, v Value) []Result {
			in := *f
			if f.around != 0 {
				in.scope = f.around // of a comprehension it is a name of what stands around that
			}
			return one(m.bind(&in, st, e.Name.Ident, via(v, FromAssign, f.span(e.Name), e.Name.Ident)), v)
		})
	}
	return one(st, unknown("code that could not be parsed"))
}

func (m *machine) constLit(f *frame, e *syntax.Const) Value {
	switch e.Kind {
	case syntax.None:
		return m.literal(f, e, NoneVal{})
	case syntax.True:
		return m.literal(f, e, Bool(true))
	case syntax.False:
		return m.literal(f, e, Bool(false))
	}
	return unknown("a number")
}

// name looks e up: the function's scopes outward, then the module, then the builtins.
func (m *machine) name(f *frame, e *syntax.Name, st State) Value {
	open := false
	for id := f.scope; id != 0; {
		o := st.peek(id, e.Ident)
		if o == nil {
			break
		}
		if !o.Globals[e.Ident] {
			if v, ok := o.Names.get(e.Ident); ok {
				v, _ = present(v)
				if !IsAbsent(v) {
					return v
				}
			}
			if v, ok := m.starName(o, e.Ident); ok && o.Kind == ScopeObj {
				return v
			}
			open = open || o.Open
		}
		id = o.Up
	}
	if id, ok := st.moduleScope(f.module.File.Path); ok {
		if o := st.peek(id, e.Ident); o != nil {
			if v, ok := o.Names.get(e.Ident); ok {
				v, _ = present(v)
				if !IsAbsent(v) {
					return v
				}
			}
			if v, ok := m.starName(o, e.Ident); ok {
				return v
			}
			open = open || o.Open
		}
	}
	if open {
		return unknown("a name that a star import brings")
	}
	if builtins[e.Ident] {
		return Value{D: Foreign{Path: e.Ident}}
	}
	if _, ok := exceptionBases[e.Ident]; ok {
		return Value{D: Foreign{Path: e.Ident}}
	}
	return unknown("a name that is not bound in a way that can be seen")
}

func (m *machine) ternary(f *frame, e *syntax.Cond, st State) []Result {
	var out []Result
	for _, c := range m.cond(f, e.Test, st) {
		switch {
		case c.exc != nil:
			out = append(out, Result{State: c.st, Exc: c.exc})
		case c.yes:
			out = append(out, m.eval(f, e.Then, c.st)...)
		default:
			out = append(out, m.eval(f, e.Else, c.st)...)
		}
	}
	return limitResults(out)
}

func (m *machine) raiseAt(f *frame, st State, class string, n syntax.Node) []Result {
	return []Result{{State: st, Exc: &Exc{Class: class, Place: f.span(n), Value: unknown("an exception")}}}
}

func (m *machine) lambda(f *frame, e *syntax.Lambda, st State) []Result {
	fn := &Func{Lambda: e, Module: f.module, Scope: f.scope}
	m.capture(st, f.scope)
	st, defaults := m.defaults(f, e.Params, st)
	fn.Defaults = defaults
	m.defs = append(m.defs, fn)
	return one(st, Value{D: fn, From: &Origin{Kind: FromLiteral, Span: f.span(e)}})
}

// defaults evaluates the defaults of parameters.
func (m *machine) defaults(f *frame, params []syntax.Param, st State) (State, []Value) {
	out := make([]Value, len(params))
	for i, p := range params {
		if p.Default == nil {
			continue
		}
		rs := m.eval(f, p.Default, st)
		v := unknown("a default")
		for k, r := range rs {
			if r.Exc != nil {
				continue
			}
			if k == 0 || IsUnknown(v) {
				st, v = r.State, r.Value
			} else {
				st, v = joinState(st, r.State), Join(v, r.Value)
			}
		}
		out[i] = v
	}
	return st, out
}

func (m *machine) yield(f *frame, e *syntax.Yield, st State) []Result {
	if e.X == nil {
		return one(st, unknown("what is sent to a generator"))
	}
	return then(m.eval(f, e.X, st), func(st State, v Value) []Result {
		o := st.Object(f.yields)
		if o == nil {
			return one(st, unknown("what is sent to a generator"))
		}
		c := *o
		if e.From {
			elts, ok := m.elements(v, st)
			c.Elts = append(append([]Value{}, o.Elts...), elts...)
			c.Open = o.Open || !ok
		} else {
			c.Elts = append(append([]Value{}, o.Elts...), v)
		}
		return one(put(st, f.yields, &c), unknown("what is sent to a generator"))
	})
}

// await runs what is awaited.
func (m *machine) await(f *frame, rs []Result) []Result {
	return then(rs, func(st State, v Value) []Result {
		if c, ok := v.D.(Coroutine); ok {
			return m.runCoroutine(f, c, st)
		}
		if id, ok := taskID(v, st); ok {
			return m.outcome(f, id, st)
		}
		return m.suspend(f, st, v)
	})
}

func (m *machine) runCoroutine(f *frame, c Coroutine, st State) []Result {
	fn, ok := c.Fn.D.(*Func)
	if !ok {
		return one(st, unknown("a coroutine"))
	}
	return m.runFunc(f, fn, c.Args, st, c.Call)
}
