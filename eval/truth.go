package eval

import (
	"strings"

	"github.com/autogenlint/autogenlint/syntax"
)

func (m *machine) unary(f *frame, e *syntax.Unary, st State) []Result {
	if e.Op == syntax.Not {
		var out []Result
		for _, c := range m.cond(f, e.X, st) {
			if c.exc != nil {
				out = append(out, Result{State: c.st, Exc: c.exc})
				continue
			}
			out = append(out, Result{State: c.st, Value: Value{D: Bool(!c.yes)}})
		}
		return out
	}
	return then(m.eval(f, e.X, st), func(st State, v Value) []Result {
		switch d := v.D.(type) {
		case Int:
			if e.Op == syntax.Neg {
				return one(st, Value{D: -d, From: v.From})
			}
			return one(st, v)
		case Float:
			if e.Op == syntax.Neg {
				return one(st, Value{D: -d, From: v.From})
			}
			return one(st, v)
		}
		return one(st, unknown("an operator on something that is not known"))
	})
}

// boolean evaluates `and` and `or`, whose value is one of their operands.
func (m *machine) boolean(f *frame, e *syntax.Bool, st State) []Result {
	return m.booleanFrom(f, e, 0, st)
}

func (m *machine) booleanFrom(f *frame, e *syntax.Bool, i int, st State) []Result {
	if i == len(e.Xs)-1 {
		return m.eval(f, e.Xs[i], st)
	}
	return then(m.eval(f, e.Xs[i], st), func(st State, v Value) []Result {
		// os.getenv(X) or …: the value from outside if there is one, else what follows
		if env, ok := v.D.(Env); ok && e.Op == syntax.Or && env.Default != nil {
			if m.isPure(e.Xs[i+1:]) && falsy(*env.Default) {
				return then(m.booleanFrom(f, e, i+1, st), func(st State, rest Value) []Result {
					return one(st, Value{D: Env{Name: env.Name, Default: &rest, Maybe: env.Maybe}, From: v.From})
				})
			}
		}
		var out []Result
		for _, c := range m.truth(v, st) {
			if c.yes == (e.Op == syntax.Or) {
				val := c.val
				out = append(out, Result{State: m.refine(f, e.Xs[i], val, c.st), Value: val})
			} else {
				out = append(out, m.booleanFrom(f, e, i+1, m.refine(f, e.Xs[i], c.val, c.st))...)
			}
		}
		return out
	})
}

// isPure reports whether evaluating xs changes nothing, so that it may be done ahead.
func (m *machine) isPure(xs []syntax.Expr) bool {
	for _, x := range xs {
		switch x := x.(type) {
		case *syntax.Str, *syntax.Const, *syntax.Int, *syntax.Name:
		case *syntax.Call:
			switch callee(x.Fun) {
			case "os.getenv", "os.environ.get", "getenv", "environ.get", "os.environ.__getitem__":
			default:
				return false
			}
		default:
			return false
		}
	}
	return true
}

// falsy reports whether v is certainly false.
func falsy(v Value) bool {
	switch d := v.D.(type) {
	case NoneVal:
		return true
	case Str:
		return d == ""
	case Bool:
		return !bool(d)
	case Int:
		return d == 0
	}
	return false
}

// A condition is one way a test may come out.
type condition struct {
	st  State
	yes bool
	val Value // the tested value as it is on this way
	exc *Exc
}

// truth is bool(v), with what that says of v and of the variables outside.
func (m *machine) truth(v Value, st State) []condition {
	both := []condition{{st: st, yes: true, val: v}, {st: st, val: v}}
	switch d := v.D.(type) {
	case NoneVal:
		return both[1:]
	case Bool:
		return []condition{{st: st, yes: bool(d), val: v}}
	case Int:
		return []condition{{st: st, yes: d != 0, val: v}}
	case Float:
		return []condition{{st: st, yes: d != 0, val: v}}
	case Str:
		return []condition{{st: st, yes: d != "", val: v}}
	case Bytes:
		return []condition{{st: st, yes: d != "", val: v}}
	case Tuple:
		return []condition{{st: st, yes: len(d.Elts) > 0, val: v}}
	case Concat:
		for _, p := range d.Parts {
			if s, ok := p.D.(Str); ok && s != "" {
				return both[:1]
			}
		}
		return both
	case Foreign, *Func, Bound, Partial, Coroutine, PathVal:
		return both[:1]
	case Ref:
		o := st.Object(d.ID)
		if o == nil {
			return both
		}
		switch o.Kind {
		case ListObj, SetObj:
			if len(o.Elts) > 0 && !maybeAbsent(o.Elts) {
				return both[:1]
			}
			if len(o.Elts) == 0 && !o.Open {
				return both[1:]
			}
			return both
		case DictObj:
			for _, it := range o.Items {
				if _, maybe := present(it.Value); !maybe {
					return both[:1]
				}
			}
			if len(o.Items) == 0 && !o.Open {
				return both[1:]
			}
			return both
		case InstanceObj:
			if held, ok := o.Secret(); ok { // it is true where what it holds is: it has a length
				out := m.truth(held, st)
				for i := range out {
					out[i].val = v
				}
				return out
			}
			if m.weighs(o, st) {
				return both
			}
		}
		return both[:1]
	case Env:
		if d.Default != nil {
			if _, count := d.Default.D.(Int); count {
				return both // the variable may say 0
			}
		}
		return m.truthEnv(v, d, st)
	case OneOf:
		return m.truthAlts(v, d, st)
	case Unknown:
		switch {
		case d.says(aTrue):
			return both[:1]
		case d.says(aFalse):
			return both[1:]
		}
		both[0].val, both[1].val = learn(v, aTrue), learn(v, aFalse)
	}
	return both
}

// weighs reports whether an object's class says itself what is true, or holds as many things as a package keeps in it.
func (m *machine) weighs(o *Object, st State) bool {
	for _, name := range []string{"__bool__", "__len__"} {
		if _, ok := m.classAttr(o.Class, name, st); ok {
			return true
		}
	}
	if _, own := o.Class.D.(Ref); !own {
		return false
	}
	path := m.foreignClass(o.Class, st)
	return builtins[path] && path != "object" && path != "type" || strings.HasPrefix(path, "collections.") || m.unknownBase(o.Class, st)
}

func maybeAbsent(elts []Value) bool {
	for _, e := range elts {
		if _, maybe := present(e); !maybe {
			return false
		}
	}
	return true
}

// truthEnv decides whether the variable is set outside.
func (m *machine) truthEnv(v Value, d Env, st State) []condition {
	if d.Default == nil {
		return []condition{{st: st, yes: true, val: v}}
	}
	var out []condition
	for _, c := range m.splitEnv(v, d, st) {
		if e, ok := c.val.D.(Env); ok && e.Default == nil {
			out = append(out, condition{st: c.st, yes: true, val: c.val})
			continue
		}
		for _, k := range m.truth(c.val, c.st) {
			if !k.yes && IsNone(c.val) {
				k.val = v // which is what it was, and the state knows that the variable is not set
			}
			out = append(out, k)
		}
	}
	return out
}

// splitEnv yields a state in which the variable is set outside, to a good value, and one in which it is not.
func (m *machine) splitEnv(v Value, d Env, st State) []condition {
	set, decided := st.Decided(d.Name)
	var out []condition
	if !decided || set {
		s := st
		s.change().outside = st.rest().outside.set(d.Name, true)
		out = append(out, condition{st: s, val: Value{D: Env{Name: d.Name}, From: v.From}})
	}
	if !decided || !set {
		s := st
		s.change().outside = st.rest().outside.set(d.Name, false)
		val := *d.Default
		if val.From == nil {
			val.From = v.From
		}
		out = append(out, condition{st: s, val: val})
	}
	return out
}

func (m *machine) truthAlts(v Value, d OneOf, st State) []condition {
	var yes, no []Value
	yesSt, noSt := st, st
	any := 0
	for _, a := range d.Alts {
		for _, c := range m.truth(a, st) {
			if c.yes {
				yes = append(yes, c.val)
			} else {
				no = append(no, c.val)
			}
			any++
		}
	}
	var out []condition
	if len(yes) > 0 {
		out = append(out, condition{st: yesSt, yes: true, val: oneOf(yes, v.From)})
	}
	if len(no) > 0 {
		out = append(out, condition{st: noSt, val: oneOf(no, v.From)})
	}
	return out
}

func oneOf(vs []Value, from *Origin) Value {
	out := vs[0]
	for _, v := range vs[1:] {
		out = Join(out, v)
	}
	if out.From == nil {
		out.From = from
	}
	return out
}

// refine tells a name or attribute what a test found out about its value.
func (m *machine) refine(f *frame, e syntax.Expr, v Value, st State) State {
	switch e := e.(type) {
	case *syntax.Name:
		id := f.scope
		for id != 0 {
			o := st.peek(id, e.Ident)
			if o == nil {
				return st
			}
			if old, ok := o.Names.get(e.Ident); ok {
				if Equal(old, v) {
					return st
				}
				return bindIn(st, id, e.Ident, v)
			}
			if o.Up == 0 {
				if mod, ok := st.moduleScope(f.module.File.Path); ok && mod != id {
					id = mod
					continue
				}
			}
			id = o.Up
		}
	case *syntax.Attr:
		rs := m.eval(f, e.X, st)
		if len(rs) != 1 || rs[0].Exc != nil {
			return st
		}
		if r, ok := rs[0].Value.D.(Ref); ok {
			if o := st.Object(r.ID); o != nil && o.Kind != ClassObj {
				if old, ok := o.Names.get(e.Name); ok && !Equal(old, v) {
					return bindIn(st, r.ID, e.Name, v)
				}
			}
		}
	case *syntax.Walrus:
		return m.refine(f, e.Name, v, st)
	}
	return st
}

// cond evaluates e as a test.
func (m *machine) cond(f *frame, e syntax.Expr, st State) []condition {
	if out, ok := m.condOutside(f, e, st); ok {
		return out
	}
	switch e := e.(type) {
	case *syntax.Unary:
		if e.Op == syntax.Not {
			out := m.cond(f, e.X, st)
			for i := range out {
				out[i].yes = !out[i].yes
			}
			return out
		}
	case *syntax.Bool:
		return m.condBool(f, e, 0, st)
	case *syntax.Compare:
		if len(e.Ops) == 1 {
			return m.condCompare(f, e, st)
		}
	}
	var out []condition
	for _, r := range m.eval(f, e, st) {
		if r.Exc != nil {
			out = append(out, condition{st: r.State, exc: r.Exc})
			continue
		}
		if own, ok := m.ownTruth(f, e, r.Value, r.State); ok {
			out = append(out, own...)
			continue
		}
		for _, c := range m.truth(r.Value, r.State) {
			if !Equal(c.val, r.Value) {
				c.st = m.refine(f, e, c.val, c.st)
			}
			out = append(out, c)
		}
	}
	return limitConds(out)
}

// ownTruth is what an object's own __bool__ or __len__ says.
func (m *machine) ownTruth(f *frame, e syntax.Expr, v Value, st State) ([]condition, bool) {
	for _, name := range []string{"__bool__", "__len__"} {
		fn, ok := m.hook(v, name, st)
		if !ok {
			continue
		}
		var out []condition
		for _, r := range m.call(f, fn, Args{}, st, nil, f.span(e)) {
			if r.Exc != nil {
				out = append(out, condition{st: r.State, exc: r.Exc})
				continue
			}
			for _, c := range m.truth(r.Value, r.State) {
				c.val = v
				out = append(out, c)
			}
		}
		return out, true
	}
	return nil, false
}

func (m *machine) condBool(f *frame, e *syntax.Bool, i int, st State) []condition {
	var out []condition
	for _, c := range m.cond(f, e.Xs[i], st) {
		if c.exc != nil || i == len(e.Xs)-1 || c.yes == (e.Op == syntax.Or) {
			out = append(out, c)
			continue
		}
		out = append(out, m.condBool(f, e, i+1, c.st)...)
	}
	return limitConds(out)
}

func limitConds(cs []condition) []condition {
	if len(cs) <= maxStates {
		return cs
	}
	var out []condition
	at := map[bool]int{}
	for _, c := range cs {
		if c.exc != nil {
			out = append(out, c)
			continue
		}
		i, ok := at[c.yes]
		if !ok {
			at[c.yes] = len(out)
			out = append(out, c)
			continue
		}
		out[i].st = joinState(out[i].st, c.st)
	}
	return out
}

func (m *machine) condCompare(f *frame, e *syntax.Compare, st State) []condition {
	var out []condition
	for _, r := range m.evalAll(f, st, []syntax.Expr{e.L, e.Rest[0]}) {
		if r.Exc != nil {
			out = append(out, condition{st: r.State, exc: r.Exc})
			continue
		}
		pair := r.Value.D.(Tuple).Elts
		for _, c := range m.compare(f, e.Ops[0], pair[0], pair[1], r.State) {
			if c.val.D != nil && !Equal(c.val, pair[0]) {
				c.st = m.refine(f, e.L, c.val, c.st)
			}
			out = append(out, c)
		}
	}
	return limitConds(out)
}
