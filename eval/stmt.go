package eval

import (
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// exec executes body from st and returns every way it may end. Falling flows are limited to maxStates.
func (m *machine) exec(f *frame, body []syntax.Stmt, st State) []flow {
	return m.execAll(f, body, []State{st}, nil)
}

// execAll executes body from each of states, which is its own from then on. Before each statement, seen is told the states that reach
// it, and keeps a copy.
func (m *machine) execAll(f *frame, body []syntax.Stmt, states []State, seen func([]State)) []flow {
	var out []flow
	var spare []State // what is no longer used, for the next statement
	for i := 0; i < len(body); i++ {
		s := body[i]
		if seen != nil {
			seen(states)
		} else if n := plainDefs(body[i:]); n > 1 && len(states) == 1 {
			states[0] = m.defineFuncs(f, body[i:i+n], states[0])
			i += n - 1
			continue
		}
		next := spare[:0]
		for _, st := range states {
			next, out = part(m.stmt(f, s, st), next, out)
		}
		spare, states = states, m.limit(f, next)
		if len(states) == 0 {
			break
		}
	}
	for _, st := range states {
		out = append(out, flow{st: st})
	}
	return limitFlows(out)
}

// part puts the flows that fall through to next, and the others to out.
func part(fls []flow, next []State, out []flow) ([]State, []flow) {
	for _, fl := range fls {
		if fl.kind == falls {
			next = append(next, fl.st)
		} else {
			out = append(out, fl)
		}
	}
	return next, out
}

// limitFlows joins returns and raises behind the eighth of their kind.
func limitFlows(flows []flow) []flow {
	if len(flows) <= maxStates {
		return flows
	}
	var out []flow
	count := map[exit]int{}
	last := map[exit]int{}
	for _, fl := range flows {
		if fl.kind != falls && count[fl.kind] >= maxStates {
			o := &out[last[fl.kind]]
			o.st = joinState(o.st, fl.st)
			if fl.kind == returns {
				o.val = Join(o.val, fl.val)
			}
			if fl.kind == raises && o.exc.Class != fl.exc.Class {
				o.exc = &Exc{Place: o.exc.Place, Value: Value{D: Unknown{Why: "one of several exceptions"}}}
			}
			continue
		}
		last[fl.kind] = len(out)
		count[fl.kind]++
		out = append(out, fl)
	}
	return out
}

func fall(st State) []flow { return []flow{{st: st}} }

// flows turns the results of an expression into flows: then says how to go on with the value of each.
func flows(rs []Result, then func(st State, v Value) []flow) []flow {
	var out []flow
	for _, r := range rs {
		if r.Exc != nil {
			out = append(out, flow{st: r.State, kind: raises, exc: r.Exc})
			continue
		}
		out = append(out, then(r.State, r.Value)...)
	}
	return out
}

func (m *machine) stmt(f *frame, s syntax.Stmt, st State) []flow {
	if !m.step(f.span(s)) {
		return fall(st)
	}
	switch s := s.(type) {
	case *syntax.ExprStmt:
		return flows(m.eval(f, s.X, st), func(st State, v Value) []flow {
			if s == m.shown && !IsNone(v) {
				at := f.span(s)
				st = m.record(f, st, Event{Kind: Printed, Span: at, Whole: at, Args: Args{Pos: []Value{v}}})
			}
			return fall(st)
		})
	case *syntax.Assign:
		value := m.eval
		if len(s.Targets) == 1 && targetName(s.Targets[0]) != "" {
			value = m.bound
		}
		return flows(value(f, s.Value, st), func(st State, v Value) []flow {
			return m.assignAll(f, s.Targets, v, st)
		})
	case *syntax.AnnAssign:
		if s.Value == nil {
			return fall(m.annotate(f, s, st))
		}
		return flows(m.eval(f, s.Value, st), func(st State, v Value) []flow {
			return m.assignAll(f, []syntax.Expr{s.Target}, v, m.annotate(f, s, st))
		})
	case *syntax.AugAssign:
		return m.augAssign(f, s, st)
	case *syntax.Del:
		return m.del(f, s.Targets, st)
	case *syntax.Return:
		if s.X == nil {
			return []flow{{st: st, kind: returns, val: Value{D: NoneVal{}}}}
		}
		return flows(m.eval(f, s.X, st), func(st State, v Value) []flow {
			return []flow{{st: st, kind: returns, val: v}}
		})
	case *syntax.Break:
		return []flow{{st: st, kind: breaks}}
	case *syntax.Continue:
		return []flow{{st: st, kind: continues}}
	case *syntax.Raise:
		return m.raise(f, s, st)
	case *syntax.Assert:
		return m.assert(f, s, st)
	case *syntax.Global:
		return fall(m.global(f, s, st))
	case *syntax.Import:
		return m.importNames(f, s, st)
	case *syntax.ImportFrom:
		return m.importFrom(f, s, st)
	case *syntax.If:
		return m.ifStmt(f, s, st)
	case *syntax.While:
		return m.while(f, s, st)
	case *syntax.For:
		return m.forStmt(f, s, st)
	case *syntax.Try:
		return m.try(f, s, st)
	case *syntax.With:
		return m.with(f, s.Items, s, st)
	case *syntax.Match:
		return m.match(f, s, st)
	case *syntax.FuncDef:
		return m.defineFunc(f, s, st)
	case *syntax.ClassDef:
		return m.defineClass(f, s, st)
	case *syntax.TypeAlias:
		return fall(m.bind(f, st, s.Name, unknown("a type")))
	case *syntax.Magic:
		return m.magic(f, s, st)
	case *syntax.BadStmt:
		for _, name := range s.Names {
			if _, ok := m.lookupLocal(f, st, name); ok {
				st = m.bind(f, st, name, unknown("code that could not be parsed"))
			}
		}
		return fall(fog(st, f.span(s), "code that could not be parsed", ""))
	}
	return fall(st)
}

func unknown(why string) Value { return Value{D: Unknown{Why: why}} }

// unresolved is what an import brings that could not be resolved.
func unresolved(imp Import) Value {
	return Value{D: Unknown{Why: "from an import that is not resolved: " + imp.Unknown, Project: true}}
}

// bind gives name the value v in the scope that f binds names in.
func (m *machine) bind(f *frame, st State, name string, v Value) State {
	id := f.scope
	o := st.peek(id, name)
	if o == nil {
		return st
	}
	if o.Globals[name] {
		if g, ok := st.moduleScope(f.module.File.Path); ok {
			id = g
		}
	} else if o.Nonlocals[name] {
		for up := o.Up; up != 0; {
			p := st.peek(up, name)
			if p == nil {
				break
			}
			if _, ok := p.Names.get(name); ok {
				id = up
				break
			}
			up = p.Up
		}
	}
	return bindIn(st, id, name, v)
}

// A named is a value that gets a name.
type named struct {
	name string
	v    Value
}

// bindAll binds names as bind does one after the other, where nobody sees the states between.
func (m *machine) bindAll(f *frame, names []named, st State) State {
	if len(names) == 0 {
		return st
	}
	o := st.peek(f.scope, names[0].name)
	if len(names) == 1 || o == nil || len(o.Globals) > 0 || len(o.Nonlocals) > 0 {
		for _, n := range names {
			st = m.bind(f, st, n.name, n.v)
		}
		return st
	}
	c := *o
	for _, n := range names {
		st.peek(f.scope, n.name) // who watches is told
		c.Names = c.Names.set(n.name, n.v)
	}
	return put(st, f.scope, &c)
}

func bindIn(st State, id ID, name string, v Value) State {
	o := st.peek(id, name)
	if o == nil {
		return st
	}
	c := *o
	c.Names = o.Names.set(name, v)
	return put(st, id, &c)
}

func (m *machine) lookupLocal(f *frame, st State, name string) (Value, bool) {
	if o := st.Object(f.scope); o != nil {
		return o.Names.get(name)
	}
	return Value{}, false
}

// maxSteps is how long the way of a value may grow.
const maxWay = 40

// via appends a step to the way of v.
func via(v Value, kind StepKind, at source.Span, name string) Value {
	n := 0
	for o := v.From; o != nil; o = o.Prev {
		if n++; n > maxWay {
			return v
		}
	}
	v.From = &Origin{Prev: v.From, Kind: kind, Span: at, Name: name}
	return v
}

func (m *machine) assignAll(f *frame, targets []syntax.Expr, v Value, st State) []flow {
	out := fall(st)
	for _, t := range targets {
		var next []flow
		for _, fl := range out {
			if fl.kind != falls {
				next = append(next, fl)
				continue
			}
			next = append(next, m.assign(f, t, v, fl.st)...)
		}
		out = next
	}
	return out
}

// assign binds target to v.
func (m *machine) assign(f *frame, target syntax.Expr, v Value, st State) []flow {
	switch t := target.(type) {
	case *syntax.Name:
		return fall(m.bind(f, st, t.Ident, via(v, FromAssign, f.span(t), t.Ident)))
	case *syntax.Attr:
		return flows(m.eval(f, t.X, st), func(st State, x Value) []flow {
			return m.setAttr(f, t, x, v, st)
		})
	case *syntax.Index:
		return flows(m.evalAll(f, st, []syntax.Expr{t.X, t.I}), func(st State, xs Value) []flow {
			pair := xs.D.(Tuple).Elts
			return m.setItem(f, t, pair[0], pair[1], v, st)
		})
	case *syntax.Tuple:
		return m.unpack(f, t.Elts, v, st)
	case *syntax.List:
		return m.unpack(f, t.Elts, v, st)
	case *syntax.Star:
		return m.assign(f, t.X, v, st)
	}
	return fall(st)
}

func (m *machine) unpack(f *frame, targets []syntax.Expr, v Value, st State) []flow {
	elts, ok := m.elements(v, st)
	star := -1
	for i, t := range targets {
		if _, is := t.(*syntax.Star); is {
			star = i
		}
	}
	if ok && (star < 0 && len(elts) != len(targets) || star >= 0 && len(elts) < len(targets)-1) {
		ok = false // Python raises here; what it unpacks is not what we think
	}
	out := fall(st)
	for i, t := range targets {
		x := unknown("a part of something that is not known")
		switch {
		case !ok:
			if u, is := v.D.(Unknown); is {
				x.D = u
			}
		case star >= 0 && i == star:
			rest := elts[i : len(elts)-(len(targets)-1-i)]
			var ref Value
			for k := range out {
				out[k].st, ref = m.alloc(out[k].st, &Object{Kind: ListObj, Elts: rest})
			}
			x = ref
		case star >= 0 && i > star:
			x = elts[len(elts)-(len(targets)-i)]
		default:
			x = elts[i]
		}
		var next []flow
		for _, fl := range out {
			if fl.kind != falls {
				next = append(next, fl)
				continue
			}
			next = append(next, m.assign(f, t, x, fl.st)...)
		}
		out = next
	}
	return out
}

func (m *machine) augAssign(f *frame, s *syntax.AugAssign, st State) []flow {
	return flows(m.evalAll(f, st, []syntax.Expr{s.Target, s.Value}), func(st State, xs Value) []flow {
		l, r := xs.D.(Tuple).Elts[0], xs.D.(Tuple).Elts[1]
		if st2, done := m.augInPlace(f, s, l, r, st); done {
			return fall(st2)
		}
		return m.assign(f, s.Target, bounded(m.binary(s.Op, l, r, st, f.span(s))), st)
	})
}

// augInPlace does `list += …`, `dict |= …` and `os.environ |= …`, which change the object itself.
func (m *machine) augInPlace(f *frame, s *syntax.AugAssign, l, r Value, st State) (State, bool) {
	if isEnviron(l) && s.Op == syntax.BitOr {
		return m.environUpdate(f, r, Args{}, f.span(s), st), true
	}
	ref, ok := l.D.(Ref)
	if !ok {
		return st, false
	}
	o := st.Object(ref.ID)
	switch {
	case o == nil:
		return st, false
	case o.Kind == ListObj && s.Op == syntax.Add:
		elts, known := m.elements(r, st)
		c := *o
		c.Elts = append(append([]Value{}, o.Elts...), elts...)
		c.Open = o.Open || !known
		return put(st, ref.ID, &c), true
	case o.Kind == DictObj && s.Op == syntax.BitOr:
		return m.dictUpdate(ref.ID, r, Args{}, st), true
	}
	return st, false
}

func (m *machine) del(f *frame, targets []syntax.Expr, st State) []flow {
	out := fall(st)
	for _, t := range targets {
		var next []flow
		for _, fl := range out {
			if fl.kind != falls {
				next = append(next, fl)
				continue
			}
			next = append(next, m.delOne(f, t, fl.st)...)
		}
		out = next
	}
	return out
}

func (m *machine) delOne(f *frame, t syntax.Expr, st State) []flow {
	switch t := t.(type) {
	case *syntax.Name:
		if o := st.Object(f.scope); o != nil {
			c := *o
			c.Names = o.Names.del(t.Ident)
			st = put(st, f.scope, &c)
		}
	case *syntax.Tuple:
		return m.del(f, t.Elts, st)
	case *syntax.Attr:
		return flows(m.eval(f, t.X, st), func(st State, x Value) []flow {
			if r, ok := x.D.(Ref); ok && st.Object(r.ID) != nil {
				c := *st.Object(r.ID)
				c.Names = c.Names.del(t.Name)
				st = put(st, r.ID, &c)
			}
			return fall(st)
		})
	case *syntax.Index:
		return flows(m.evalAll(f, st, []syntax.Expr{t.X, t.I}), func(st State, xs Value) []flow {
			return m.delItem(f, t, xs.D.(Tuple).Elts[0], xs.D.(Tuple).Elts[1], st)
		})
	}
	return fall(st)
}

func (m *machine) delItem(f *frame, t *syntax.Index, x, key Value, st State) []flow {
	if isEnviron(x) {
		var out []flow
		for _, r := range m.environDelete(f, key, f.span(t.I), st, true) {
			if r.Exc != nil {
				out = append(out, flow{st: r.State, kind: raises, exc: r.Exc})
			} else {
				out = append(out, flow{st: r.State})
			}
		}
		return out
	}
	ref, ok := x.D.(Ref)
	o := st.Deref(x)
	if !ok || o == nil {
		return fall(st)
	}
	c := *o
	switch o.Kind {
	case DictObj:
		c.Items = nil
		for _, it := range o.Items {
			if !Equal(it.Key, key) {
				c.Items = append(c.Items, it)
			}
		}
		if !concrete(key) {
			c.Items, c.Open = nil, true
		}
	case ListObj:
		i, known := key.D.(Int)
		if n := len(o.Elts); known && !o.Open && int(i) < n && int(i) >= -n {
			k := (int(i) + n) % n
			c.Elts = append(append([]Value{}, o.Elts[:k]...), o.Elts[k+1:]...)
		} else {
			c.Elts, c.Open = nil, true
		}
	}
	return fall(put(st, ref.ID, &c))
}

func (m *machine) raise(f *frame, s *syntax.Raise, st State) []flow {
	if s.X == nil {
		return []flow{{st: st, kind: raises, exc: &Exc{Place: f.span(s), Class: reraised, Value: unknown("the exception that is being handled")}}}
	}
	return flows(m.eval(f, s.X, st), func(st State, v Value) []flow {
		return []flow{{st: st, kind: raises, exc: m.excOf(f, v, st, f.span(s))}}
	})
}

// reraised is the class of a bare `raise`.
const reraised = "raise"

// excOf is the exception that raising v makes.
func (m *machine) excOf(f *frame, v Value, st State, at source.Span) *Exc {
	exc := &Exc{Place: at, Value: v}
	switch d := v.D.(type) {
	case Foreign:
		exc.Class = d.Path
	case Ref:
		o := st.Object(d.ID)
		if o == nil {
			return exc
		}
		if o.Kind == InstanceObj {
			if cls, ok := o.Class.D.(Foreign); ok {
				exc.Class = cls.Path
				if cls.Path == "SystemExit" {
					exc.Exit = true
					exc.Code = Value{D: NoneVal{}}
					if code, ok := o.Names.get("code"); ok {
						exc.Code = code
					}
				}
				return exc
			}
			o = st.Deref(o.Class)
		}
		if o != nil && o.Kind == ClassObj {
			exc.Class = o.Name
		}
	}
	if exc.Class == "SystemExit" {
		exc.Exit, exc.Code = true, Value{D: NoneVal{}}
	}
	return exc
}

func (m *machine) assert(f *frame, s *syntax.Assert, st State) []flow {
	var out []flow
	for _, c := range m.cond(f, s.Test, st) {
		switch {
		case c.exc != nil:
			out = append(out, flow{st: c.st, kind: raises, exc: c.exc})
		case c.yes:
			out = append(out, flow{st: c.st})
		default:
			out = append(out, flow{st: c.st, kind: raises, exc: &Exc{Class: "AssertionError", Place: f.span(s), Value: unknown("an assertion")}})
		}
	}
	return out
}

func (m *machine) global(f *frame, s *syntax.Global, st State) State {
	o := st.Object(f.scope)
	if o == nil {
		return st
	}
	c := *o
	names := map[string]bool{}
	old := o.Globals
	if s.Nonlocal {
		old = o.Nonlocals
	}
	for k := range old {
		names[k] = true
	}
	for _, n := range s.Names {
		names[n] = true
	}
	if s.Nonlocal {
		c.Nonlocals = names
	} else {
		c.Globals = names
	}
	return put(st, f.scope, &c)
}

func (m *machine) ifStmt(f *frame, s *syntax.If, st State) []flow {
	var out []flow
	for _, c := range m.cond(f, s.Test, st) {
		switch {
		case c.exc != nil:
			out = append(out, flow{st: c.st, kind: raises, exc: c.exc})
		case c.yes:
			out = append(out, m.exec(f, s.Body, c.st)...)
		default:
			out = append(out, m.exec(f, s.Else, c.st)...)
		}
	}
	return out
}

// callee returns the dotted name that e is, or "".
func callee(e syntax.Expr) string {
	switch e := e.(type) {
	case *syntax.Name:
		return e.Ident
	case *syntax.Attr:
		if x := callee(e.X); x != "" {
			return x + "." + e.Name
		}
	}
	return ""
}
