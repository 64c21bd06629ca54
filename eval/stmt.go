package eval

import (
	"slices"
	"strconv"
	"strings"

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
	for _, s := range body {
		if seen != nil {
			seen(states)
		}
		next := spare[:0]
		for _, st := range states {
			for _, fl := range m.stmt(f, s, st) {
				if fl.kind == falls {
					next = append(next, fl.st)
				} else {
					out = append(out, fl)
				}
			}
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

// rounds is how often a loop over the unknown runs before what still changes is given up.
const rounds = 3

// maxRounds is how often a loop whose condition is known runs.
const maxRounds = 2000

func (m *machine) while(f *frame, s *syntax.While, st State) []flow {
	var out []flow
	states := []State{st}
	for round := 0; ; round++ {
		var body []State
		forked := false
		for _, st := range states {
			conds := m.cond(f, s.Test, st)
			forked = forked || len(conds) > 1
			for _, c := range conds {
				switch {
				case c.exc != nil:
					out = append(out, flow{st: c.st, kind: raises, exc: c.exc})
				case c.yes:
					body = append(body, c.st)
				default:
					out = append(out, m.exec(f, s.Else, c.st)...)
				}
			}
		}
		if len(body) == 0 {
			break
		}
		var next []State
		for _, st := range m.limit(f, body) {
			for _, fl := range m.exec(f, s.Body, st) {
				switch fl.kind {
				case falls, continues:
					next = append(next, fl.st)
				case breaks:
					out = append(out, flow{st: fl.st})
				default:
					out = append(out, fl)
				}
			}
		}
		states = m.limit(f, next)
		if len(states) == 0 || m.cut {
			break
		}
		if round > maxRounds {
			m.cutAt(Cut{Place: f.span(s.Test), Why: "a loop that goes on for too long", Local: true})
		}
		if forked && round >= rounds || round > maxRounds {
			for _, st := range states {
				out = append(out, flow{st: st}) // the loop ends at some time
			}
			break
		}
		if isTrue(s.Test) && round >= rounds {
			m.cutAt(Cut{Place: f.span(s.Test), Why: "a loop that never ends", Local: true})
			break // `while True` without a break on these runs: it goes on for ever, or ends by a signal
		}
	}
	if len(out) == 0 { // a loop that never ends is a program that runs: what was built in it was built
		for _, st := range states {
			out = append(out, flow{st: st})
		}
	}
	return limitFlows(out)
}

func isTrue(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.Const:
		return e.Kind == syntax.True
	case *syntax.Int:
		return e.Value != 0
	}
	return false
}

// maxUnroll is how many elements of a known sequence a loop goes through one by one.
const maxUnroll = 400

// tooMany says that a sequence is longer than what is gone through one by one.
func tooMany(at source.Span) Cut {
	return Cut{Place: at, Why: "a sequence of more than " + strconv.Itoa(maxUnroll) + " elements", Local: true}
}

func (m *machine) forStmt(f *frame, s *syntax.For, st State) []flow {
	return flows(m.eval(f, s.Iter, st), func(st State, seq Value) []flow {
		return m.loop(f, s, seq, st)
	})
}

// blurWritten forgets the elements that are known of a list which may hold others, where the body of a loop over it may change them.
func (m *machine) blurWritten(f *frame, s *syntax.For, seq Value, st State) State {
	o, name := st.Deref(seq), targetName(s.Target)
	if o == nil || !o.Open || name == "" || !syntax.Changes(s.Body, name) {
		return st
	}
	for _, e := range o.Elts {
		st = m.blur(f, e, st, f.span(s.Iter), 0)
	}
	return st
}

// growsItself reports whether a loop over a list that has a name puts elements into it.
func growsItself(s *syntax.For) bool {
	name, grows := targetName(s.Iter), false
	for _, b := range s.Body {
		syntax.Exprs(b, func(e syntax.Expr) {
			c, ok := e.(*syntax.Call)
			if !ok {
				return
			}
			a, ok := c.Fun.(*syntax.Attr)
			grows = grows || ok && name != "" && targetName(a.X) == name && (a.Name == "append" || a.Name == "extend" || a.Name == "insert")
		})
	}
	return grows
}

func targetName(e syntax.Expr) string {
	if n, ok := e.(*syntax.Name); ok {
		return n.Ident
	}
	return ""
}

func (m *machine) loop(f *frame, s *syntax.For, seq Value, st State) []flow {
	if leaves(s.Body) {
		inner := *f
		inner.catch = &Catch{Prev: f.catch, Place: f.span(s), turn: true}
		f = &inner
	}
	elts, known := m.elements(seq, st)
	if o := st.Deref(seq); o != nil && o.Kind == ListObj && growsItself(s) {
		n := *o
		n.Elts, n.Open, known = nil, true, false
		st = put(st, seq.D.(Ref).ID, &n)
	}
	if known && len(elts) <= maxUnroll {
		return m.unroll(f, s, elts, st)
	}
	if known {
		m.cutAt(tooMany(f.span(s.Iter)))
	}
	st = m.blurWritten(f, s, seq, st)
	var out []flow
	states := []State{st}
	zero := st
	for round := 0; round < rounds && len(states) > 0; round++ {
		var next []State
		for _, st := range states {
			for _, fl := range m.assign(f, s.Target, unknown("an element of something that is not known"), st) {
				if fl.kind != falls {
					out = append(out, fl)
					continue
				}
				for _, fl := range m.exec(f, s.Body, fl.st) {
					switch fl.kind {
					case falls, continues:
						next = append(next, fl.st)
					case breaks:
						out = append(out, flow{st: fl.st})
					default:
						out = append(out, fl)
					}
				}
			}
		}
		states = m.limit(f, next)
		if len(states) == 1 && states[0].heap == zero.heap && states[0].env == zero.env {
			break // the body changes nothing
		}
	}
	if len(states) > 0 {
		after := states[0]
		for _, st := range states[1:] {
			after = joinState(after, st)
		}
		after = widen(zero, after)
		out = append(out, m.exec(f, s.Else, after)...)
	}
	if len(states) == 0 || !setsByName(s.Body) {
		out = append(out, m.exec(f, s.Else, zero)...)
	}
	return limitFlows(out)
}

// setsByName reports whether a body calls setattr with a name that is not written there: who fills an object in from names that are
// not seen has some.
func setsByName(body []syntax.Stmt) bool {
	found := false
	syntax.Each(&syntax.Module{Body: body}, func(n syntax.Node) {
		c, ok := n.(*syntax.Call)
		if !ok || callee(c.Fun) != "setattr" || len(c.Args) < 2 {
			return
		}
		if _, written := c.Args[1].Value.(*syntax.Str); !written {
			found = true
		}
	})
	return found
}

// widen gives up what a loop changed in lists: how many rounds it made is not known.
func widen(before, after State) State {
	diff(before.heap.root, after.heap.root, func(id ID, a *Object, inA bool, b *Object, inB bool) {
		if !inA || !inB || a == b {
			return
		}
		if (b.Kind == ListObj || b.Kind == SetObj) && len(a.Elts) != len(b.Elts) {
			c := *b
			c.Open = true
			after = put(after, id, &c)
		}
		if b.Kind == DictObj && len(a.Items) != len(b.Items) {
			c := *b
			c.Open = true
			after = put(after, id, &c)
		}
	})
	return after
}

func (m *machine) unroll(f *frame, s *syntax.For, elts []Value, st State) []flow {
	var out []flow
	states := []State{st}
	for _, x := range elts {
		var next []State
		for _, st := range states {
			if IsAbsent(x) {
				next = append(next, st)
				continue
			}
			var skip bool
			x, skip = present(x)
			if skip {
				next = append(next, st) // it may not be there
			}
			for _, fl := range m.assign(f, s.Target, x, st) {
				if fl.kind != falls {
					out = append(out, fl)
					continue
				}
				for _, fl := range m.exec(f, s.Body, fl.st) {
					switch fl.kind {
					case falls, continues:
						next = append(next, fl.st)
					case breaks:
						out = append(out, flow{st: fl.st})
					default:
						out = append(out, fl)
					}
				}
			}
		}
		states = m.limit(f, next)
		if len(states) == 0 || m.cut {
			break
		}
	}
	for _, st := range states {
		out = append(out, m.exec(f, s.Else, st)...)
	}
	return limitFlows(out)
}

// present splits off that v may be absent.
func present(v Value) (Value, bool) {
	o, ok := v.D.(OneOf)
	if !ok {
		return v, false
	}
	var alts []Value
	for _, a := range o.Alts {
		if !IsAbsent(a) {
			alts = append(alts, a)
		}
	}
	if len(alts) == len(o.Alts) {
		return v, false
	}
	if len(alts) == 1 {
		return alts[0], true
	}
	return Value{D: OneOf{Alts: alts}, From: v.From}, true
}

// try executes a try statement. A handler starts from the join of the states before each statement of the body, since any of
// them may raise; a handler of an exception that certainly is raised starts from where it was.
func (m *machine) try(f *frame, s *syntax.Try, st State) []flow {
	inner := *f
	inner.catch = m.catches(f, s, st)
	var before []State
	body := m.execAll(&inner, s.Body, []State{st}, func(states []State) { before = append(before, states...) })
	var out []flow
	for _, fl := range body {
		switch fl.kind {
		case falls:
			out = append(out, m.exec(f, s.Else, fl.st)...)
		case raises:
			out = append(out, m.handleKnown(f, s, fl)...)
		default:
			out = append(out, fl)
		}
	}
	if len(before) > 0 && len(s.Handlers) > 0 {
		join := before[0]
		for _, b := range before[1:] {
			join = joinState(join, b)
		}
		join.change().odd = true
		for _, h := range s.Handlers {
			out = append(out, m.handler(f, &h, unknown("an exception"), nil, join)...)
		}
	}
	if len(s.Finally) == 0 {
		return limitFlows(out)
	}
	var done []flow
	for _, fl := range out {
		for _, fin := range m.exec(f, s.Finally, fl.st) {
			if fin.kind == falls {
				fin.kind, fin.val, fin.exc = fl.kind, fl.val, fl.exc
			}
			done = append(done, fin)
		}
	}
	return limitFlows(done)
}

// handleKnown finds the handler of an exception that certainly is raised.
func (m *machine) handleKnown(f *frame, s *syntax.Try, fl flow) []flow {
	for _, h := range s.Handlers {
		takes, sure := m.takes(f, &h, fl.exc, fl.st)
		if !takes {
			continue
		}
		out := m.handler(f, &h, fl.exc.Value, fl.exc, fl.st)
		if sure {
			return out
		}
		return append(out, fl)
	}
	return []flow{fl}
}

// takes reports whether h handles exc, and whether that is certain.
func (m *machine) takes(f *frame, h *syntax.Handler, exc *Exc, st State) (takes, sure bool) {
	if exc.Class == waiting {
		return false, true
	}
	if h.Type == nil {
		return true, true
	}
	names, known := m.handlerClasses(f, h.Type, st)
	for _, n := range names {
		if isSubclass(exc.Class, n) {
			return true, true
		}
	}
	if exc.Exit {
		return false, true
	}
	if exc.Class == "" || !known || exc.Class == reraised {
		return true, false
	}
	if _, std := exceptionBases[exc.Class]; !std {
		return true, false // a class whose bases are not known
	}
	return false, true
}

func (m *machine) handler(f *frame, h *syntax.Handler, v Value, exc *Exc, st State) []flow {
	if h.Name != "" {
		st = m.bind(f, st, h.Name, v)
	}
	out := m.exec(f, h.Body, st)
	if exc != nil {
		for i := range out {
			if out[i].kind == raises && out[i].exc.Class == reraised {
				out[i].exc = exc
			}
		}
	}
	return out
}

// handlerClasses returns the names of the classes that an except clause names.
func (m *machine) handlerClasses(f *frame, e syntax.Expr, st State) (names []string, known bool) {
	switch e := e.(type) {
	case *syntax.Tuple:
		known = true
		for _, x := range e.Elts {
			n, k := m.handlerClasses(f, x, st)
			names, known = append(names, n...), known && k
		}
		return names, known
	case *syntax.Name, *syntax.Attr:
		for _, r := range m.eval(f, e, st) {
			exc := m.excOf(f, r.Value, r.State, source.Span{})
			if exc.Class != "" {
				return []string{exc.Class}, true
			}
			if t, ok := r.Value.D.(Tuple); ok {
				for _, x := range t.Elts {
					if fo, ok := x.D.(Foreign); ok {
						names = append(names, fo.Path)
					}
				}
				return names, true
			}
		}
	}
	return nil, false
}

// catches is what an exception raised in the body of s would not get past. A handler that ends the program, or raises again,
// catches nothing.
func (m *machine) catches(f *frame, s *syntax.Try, st State) *Catch {
	c := f.catch
	for i := len(s.Handlers) - 1; i >= 0; i-- {
		h := &s.Handlers[i]
		if endsProgram(h.Body) {
			continue
		}
		classes := []string{"*"}
		if h.Type != nil {
			names, known := m.handlerClasses(f, h.Type, st)
			if known {
				classes = names
			}
		}
		c = &Catch{Prev: c, Classes: classes, Place: f.module.Span(h.Range), tells: tells(h)}
	}
	return c
}

// endsProgram reports whether a handler's last statement raises or exits with a failure.
func endsProgram(body []syntax.Stmt) bool {
	if len(body) == 0 {
		return false
	}
	switch s := body[len(body)-1].(type) {
	case *syntax.Raise:
		return true
	case *syntax.ExprStmt:
		call, ok := s.X.(*syntax.Call)
		if !ok {
			return false
		}
		switch callee(call.Fun) {
		case "sys.exit", "exit", "quit", "os._exit":
			return len(call.Args) > 0 && !isZero(call.Args[0].Value)
		}
	case *syntax.If:
		return len(s.Else) > 0 && endsProgram(s.Body) && endsProgram(s.Else)
	}
	return false
}

func isZero(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.Int:
		return e.Value == 0
	case *syntax.Const:
		return e.Kind == syntax.None || e.Kind == syntax.False
	}
	return false
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

// caughtBy reports whether a catch between inner and outer takes an exception of class.
func caughtBy(inner, outer *Catch, class string) bool {
	if class == waiting {
		return false
	}
	for c := inner; c != nil && c != outer; c = c.Prev {
		if c.Takes(class) {
			return true
		}
	}
	return false
}

// Takes reports whether c alone stops an exception of the class, or of a class whose bases are not known.
func (c *Catch) Takes(class string) bool {
	for _, n := range c.Classes {
		if n == "*" || isSubclass(class, n) {
			return true
		}
	}
	return false
}

// Caught reports whether an exception of the class raised at e would be stopped before it ends the program. bases are the
// class's bases outside the standard library.
func (e *Event) Caught(class string, bases ...string) bool { return e.Catch.of(class, bases) != nil }

// Told reports whether such an exception would be stopped by a handler that only tells of it: nothing takes the place of what failed.
func (e *Event) Told(class string, bases ...string) bool {
	c := e.Catch.of(class, bases)
	if c == nil || !c.tells {
		return false
	}
	for ; c != nil; c = c.Prev {
		if c.turn {
			return false // the next turn may do better
		}
	}
	return true
}

// of returns the innermost catch that stops an exception of class, which derives from bases; nil if none does.
func (c *Catch) of(class string, bases []string) *Catch {
	for ; c != nil; c = c.Prev {
		if c.Takes(class) || slices.ContainsFunc(bases, c.Takes) {
			return c
		}
	}
	return nil
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

func (m *machine) match(f *frame, s *syntax.Match, st State) []flow {
	return flows(m.eval(f, s.Subject, st), func(st State, v Value) []flow {
		var out []flow
		states := []State{st}
		for _, c := range s.Cases {
			var rest []State
			for _, st := range states {
				yes, no := m.matches(f, c.Pattern, v, st)
				if yes != nil {
					taken := []condition{{st: *yes, yes: true}}
					if c.Guard != nil {
						taken = m.cond(f, c.Guard, *yes)
					}
					for _, t := range taken {
						switch {
						case t.exc != nil:
							out = append(out, flow{st: t.st, kind: raises, exc: t.exc})
						case t.yes:
							out = append(out, m.exec(f, c.Body, t.st)...)
						default:
							rest = append(rest, t.st)
						}
					}
				}
				if no != nil {
					rest = append(rest, *no)
				}
			}
			states = m.limit(f, rest)
			if len(states) == 0 {
				break
			}
		}
		for _, st := range states {
			out = append(out, flow{st: st})
		}
		return limitFlows(out)
	})
}

// matches returns the state in which v matches p, and the one in which it does not; nil where that cannot be.
func (m *machine) matches(f *frame, p syntax.Pattern, v Value, st State) (yes, no *State) {
	switch p := p.(type) {
	case *syntax.CapturePattern:
		if p.Sub != nil {
			yes, no = m.matches(f, p.Sub, v, st)
		} else {
			yes = &st
		}
		if yes != nil && p.Name != "_" && p.Name != "" {
			bound := m.bind(f, *yes, p.Name, v)
			yes = &bound
		}
		return yes, no
	case *syntax.ValuePattern:
		for _, r := range m.eval(f, p.X, st) {
			if r.Exc != nil {
				continue
			}
			for _, c := range m.compare(f, syntax.Eq, v, r.Value, r.State) {
				state := c.st
				if c.yes {
					yes = &state
				} else {
					no = &state
				}
			}
		}
		return yes, no
	case *syntax.OrPattern:
		left := &st
		for _, alt := range p.Alts {
			if left == nil {
				break
			}
			y, n := m.matches(f, alt, v, *left)
			if y != nil {
				if yes == nil {
					yes = y
				} else {
					j := joinState(*yes, *y)
					yes = &j
				}
			}
			left = n
		}
		return yes, left
	case *syntax.OtherPattern:
		bound := st
		for _, n := range p.Names {
			bound = m.bind(f, bound, n, unknown("a part of a pattern"))
		}
		return &bound, &st
	}
	return &st, &st
}

func (m *machine) importNames(f *frame, s *syntax.Import, st State) []flow {
	states := []State{st}
	var out []flow
	for _, a := range s.Names {
		var next []State
		for _, st := range states {
			for _, fl := range m.importOne(f, a, f.module.Span(a.Range), st) {
				if fl.kind == falls {
					next = append(next, fl.st)
				} else {
					out = append(out, fl)
				}
			}
		}
		states = m.limit(f, next)
	}
	for _, st := range states {
		out = append(out, flow{st: st})
	}
	return out
}

func (m *machine) importOne(f *frame, a syntax.Alias, at source.Span, st State) []flow {
	imp := m.world.Import(f.module, a.Name, 0)
	name := a.As
	if name == "" {
		name, _, _ = strings.Cut(a.Name, ".")
	}
	switch {
	case a.Name == "__main__":
		return fall(m.bind(f, st, name, m.moduleNamed(Value{D: Str(a.Name)}, st)))
	case imp.Unknown != "":
		v := unresolved(imp)
		return fall(m.bind(f, fog(st, at, "a module of the project that was not found", ""), name, v))
	case imp.Foreign != "":
		st = m.foreignImport(f, a.Name, at, st)
		path := a.Name
		if a.As == "" {
			path = name
		}
		return fall(m.bind(f, st, name, Value{D: Foreign{Path: path}, From: &Origin{Kind: FromLiteral, Span: at, Name: a.Name}}))
	}
	var out []flow
	for _, r := range m.runChain(f, imp, st) {
		if r.kind != falls {
			out = append(out, r)
			continue
		}
		which := len(imp.Chain) - 1
		if a.As == "" {
			which = 0
		}
		out = append(out, flow{st: m.bind(f, r.st, name, m.moduleValue(imp, which, r.st))})
	}
	return out
}

// moduleValue is the i-th module of an import.
func (m *machine) moduleValue(imp Import, i int, st State) Value {
	if i < 0 {
		return unknown("an import that leads nowhere")
	}
	mod := imp.Chain[i]
	if mod == nil {
		return Value{D: Foreign{Path: "namespace:" + imp.Names[i]}}
	}
	if id, ok := st.moduleScope(mod.File.Path); ok {
		return Value{D: Ref{ID: id}}
	}
	return unknown("a module that was not executed")
}

// runChain executes the modules of an import, outermost package first, and binds each in its parent.
func (m *machine) runChain(f *frame, imp Import, st State) []flow {
	states := []State{st}
	var out []flow
	for i, mod := range imp.Chain {
		if mod == nil {
			continue
		}
		var next []State
		for _, st := range states {
			for _, fl := range m.execModule(f, mod, imp.Names[i], st) {
				if fl.kind == raises {
					out = append(out, fl)
					continue
				}
				st := fl.st
				if i > 0 && imp.Chain[i-1] != nil {
					if parent, ok := st.moduleScope(imp.Chain[i-1].File.Path); ok {
						short := imp.Names[i][strings.LastIndexByte(imp.Names[i], '.')+1:]
						if v := m.moduleValue(imp, i, st); !IsUnknown(v) {
							st = bindIn(st, parent, short, v)
						}
					}
				}
				next = append(next, st)
			}
		}
		states = m.limit(f, next)
	}
	for _, st := range states {
		out = append(out, flow{st: st})
	}
	return out
}

func (m *machine) importFrom(f *frame, s *syntax.ImportFrom, st State) []flow {
	imp := m.world.Import(f.module, s.Module, s.Level)
	at := f.module.Span(s.ModuleRange)
	switch {
	case s.Module == "__future__" || s.Module == "typing":
		return fall(m.bindForeign(f, s, s.Module, st))
	case imp.Unknown != "":
		st = fog(st, at, "a module of the project that was not found", "")
		for _, a := range s.Names {
			st = m.bindImported(f, a, unresolved(imp), st)
		}
		return fall(st)
	case imp.Foreign != "":
		return fall(m.bindForeign(f, s, imp.Foreign, m.foreignImport(f, imp.Foreign, at, st)))
	}
	var out []flow
	for _, fl := range m.runChain(f, imp, st) {
		if fl.kind != falls {
			out = append(out, fl)
			continue
		}
		out = append(out, m.takeNames(f, s, imp, fl.st)...)
	}
	return out
}

func (m *machine) bindForeign(f *frame, s *syntax.ImportFrom, path string, st State) State {
	for _, a := range s.Names {
		if a.Name == "*" {
			st = m.starForeign(f, path, st)
			continue
		}
		full := path + "." + a.Name
		st = m.foreignImport(f, full, f.module.Span(a.Range), st)
		v := Value{D: Foreign{Path: full}, From: &Origin{Kind: FromLiteral, Span: f.module.Span(a.Range), Name: full}}
		if c, ok := m.constant(full); ok {
			v = c
		}
		st = m.bindImported(f, a, v, st)
	}
	return st
}

// starForeign remembers `from path import *`: a name that is not found may come from there.
func (m *machine) starForeign(f *frame, path string, st State) State {
	o := st.Object(f.scope)
	if o == nil {
		return st
	}
	c := *o
	stars, _ := o.Data.(*starData)
	c.Data = &starData{path: path, next: stars}
	return put(st, f.scope, &c)
}

type starData struct {
	path string
	next *starData
}

func (m *machine) bindImported(f *frame, a syntax.Alias, v Value, st State) State {
	name := a.As
	if name == "" {
		name = a.Name
	}
	if name == "*" {
		if o := st.Object(f.scope); o != nil {
			c := *o
			c.Open = true
			st = put(st, f.scope, &c)
		}
		return st
	}
	return m.bind(f, st, name, v)
}

// takeNames binds the names of `from module import …` out of a module of the project.
func (m *machine) takeNames(f *frame, s *syntax.ImportFrom, imp Import, st State) []flow {
	last := len(imp.Chain) - 1
	mod := m.moduleValue(imp, last, st)
	states := []State{st}
	var out []flow
	for _, a := range s.Names {
		var next []State
		for _, st := range states {
			if a.Name == "*" {
				next = append(next, m.takeStar(f, mod, st))
				continue
			}
			o := st.peekAt(mod, a.Name)
			if o != nil {
				if v, ok := o.Names.get(a.Name); ok {
					next = append(next, m.bindImported(f, a, v, st))
					continue
				}
			}
			for _, fl := range m.importSub(f, s, imp, a, o, st) {
				if fl.kind == falls {
					next = append(next, fl.st)
				} else {
					out = append(out, fl)
				}
			}
		}
		states = m.limit(f, next)
	}
	for _, st := range states {
		out = append(out, flow{st: st})
	}
	return out
}

// importSub binds a submodule of a package, or something that the module makes in a way that is not seen.
func (m *machine) importSub(f *frame, s *syntax.ImportFrom, imp Import, a syntax.Alias, o *Object, st State) []flow {
	name := a.Name
	if s.Module != "" {
		name = s.Module + "." + a.Name
	}
	sub := m.world.Import(f.module, name, s.Level)
	if len(sub.Chain) == 0 || sub.Chain[len(sub.Chain)-1] == nil {
		why := "a name that the module does not make in a way that can be seen"
		if v, ok := m.circle(o, a.Name, f.module.Span(a.Range)); ok {
			st = fog(st, f.module.Span(a.Range), why, "")
			return fall(m.bindImported(f, a, v, st))
		}
		if o != nil {
			if v, ok := m.starName(o, a.Name); ok {
				return fall(m.bindImported(f, a, v, st))
			}
		}
		if o == nil || !o.Open {
			st = fog(st, f.module.Span(a.Range), why, "")
		}
		return fall(m.bindImported(f, a, Value{D: Unknown{Why: why, Project: true}}, st))
	}
	var out []flow
	for _, fl := range m.runChain(f, sub, st) {
		if fl.kind != falls {
			out = append(out, fl)
			continue
		}
		out = append(out, flow{st: m.bindImported(f, a, m.moduleValue(sub, len(sub.Chain)-1, fl.st), fl.st)})
	}
	return out
}

func (m *machine) takeStar(f *frame, mod Value, st State) State {
	o := st.Deref(mod)
	if o == nil {
		return m.bindImported(f, syntax.Alias{Name: "*"}, Value{}, st)
	}
	all := map[string]bool{}
	if v, ok := o.Names.get("__all__"); ok {
		if elts, ok := m.elements(v, st); ok {
			for _, e := range elts {
				if n, ok := AsStr(e); ok {
					all[n] = true
				}
			}
		}
	}
	o.Names.each(func(name string, v Value) bool {
		if len(all) > 0 && all[name] || len(all) == 0 && !strings.HasPrefix(name, "_") {
			st = m.bind(f, st, name, v)
		}
		return true
	})
	if d, ok := o.Data.(*starData); ok {
		for ; d != nil; d = d.next {
			st = m.starForeign(f, d.path, st)
		}
	}
	if o.Open {
		st = m.bindImported(f, syntax.Alias{Name: "*"}, Value{}, st)
	}
	return st
}

// starName finds name among the star imports of a scope.
func (m *machine) starName(o *Object, name string) (Value, bool) {
	d, _ := o.Data.(*starData)
	for ; d != nil; d = d.next {
		path := d.path + "." + name
		if _, native := m.natives[path]; native || m.world.Foreign(path) != nil {
			return Value{D: Foreign{Path: path}}, true
		}
	}
	return Value{}, false
}
