package eval

import (
	"slices"
	"strconv"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// rounds is how often a loop over the unknown runs before what still changes is given up.
const rounds = 3

// maxRounds is how often a loop whose condition is known runs.
const maxRounds = 2000

func (m *machine) while(f *frame, s *syntax.While, st State) []flow {
	var out []flow
	var zero []State // those of which it is not known whether they make a round
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
				case round == 0 && len(conds) > 1 && c.st.rest().outside == st.rest().outside:
					zero = append(zero, c.st)
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
			next, out = m.turn(f, s.Body, st, next, out)
		}
		states = m.limit(f, next)
		if len(states) == 0 || m.cut {
			break
		}
		for i, st := range zero {
			zero[i] = faded(st, joined(states, st))
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
	for _, st := range zero {
		out = append(out, m.exec(f, s.Else, st)...)
	}
	if len(out) == 0 { // a loop that never ends is a program that runs: what was built in it was built
		for _, st := range states {
			out = append(out, flow{st: st})
		}
	}
	return limitFlows(out)
}

// turn runs the body of a loop once: next gets the states that come to its head again, and out how it ends else.
func (m *machine) turn(f *frame, body []syntax.Stmt, st State, next []State, out []flow) ([]State, []flow) {
	for _, fl := range m.exec(f, body, st) {
		switch fl.kind {
		case falls, continues:
			next = append(next, fl.st)
		case breaks:
			out = append(out, flow{st: fl.st})
		default:
			out = append(out, fl)
		}
	}
	return next, out
}

// turnWith is a turn of s for the element x.
func (m *machine) turnWith(f *frame, s *syntax.For, x Value, st State, next []State, out []flow) ([]State, []flow) {
	for _, fl := range m.assign(f, s.Target, x, st) {
		if fl.kind != falls {
			out = append(out, fl)
			continue
		}
		next, out = m.turn(f, s.Body, fl.st, next, out)
	}
	return next, out
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
			next, out = m.turnWith(f, s, partOf(seq, "an element of something that is not known"), st, next, out)
		}
		states = m.limit(f, next)
		if len(states) == 1 && states[0].heap == zero.heap && states[0].env == zero.env {
			break // the body changes nothing
		}
	}
	var after State
	if len(states) > 0 {
		after = states[0]
		for _, st := range states[1:] {
			after = joinState(after, st)
		}
		after = m.eachVariable(f, s, widen(zero, after))
		out = append(out, m.exec(f, s.Else, after)...)
	}
	if len(states) == 0 || !setsByName(s.Body) {
		if len(states) > 0 {
			zero = faded(zero, after)
		}
		out = append(out, m.exec(f, s.Else, m.eachVariable(f, s, zero))...)
	}
	return limitFlows(out)
}

// faded is before, the state of a loop that made no round, without what rounds make unknown: whether one was made is not known either.
func faded(before, after State) State {
	out := before
	differ(before.heap, after.heap, func(id ID, a, b *Object) {
		if a == nil || b == nil {
			return
		}
		n := *a
		n.Open = a.Open || b.Open && a.Kind == b.Kind && a.Kind != ScopeObj
		a.Each(func(name string, v Value) bool {
			if x, ok := b.Names.get(name); ok && IsUnknown(x) && !IsUnknown(v) {
				n.Names = n.Names.set(name, x)
			}
			return true
		})
		for i, it := range a.Items {
			if x, ok := lookup(b, it.Key); !ok || IsUnknown(x.Value) && !IsUnknown(it.Value) {
				n.Items = slices.Clone(n.Items)
				n.Items[i].Value = Value{D: Unknown{Why: "something that a loop may have changed"}, From: it.Value.From}
			}
		}
		if !sameObject(a, &n) {
			out = put(out, id, &n)
		}
	})
	diff(before.env.root, after.env.root, func(name string, a Var, inA bool, b Var, inB bool) {
		if inA && inB && IsUnknown(b.Value) && !IsUnknown(a.Value) {
			out.readsEnv()
			out.env = out.env.set(name, b)
		}
	})
	if late := after.rest().fogs; late != nil && late != before.rest().fogs {
		out = fog(out, late.Place, late.Why, late.File)
	}
	return out
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
	differ(before.heap, after.heap, func(id ID, a, b *Object) {
		if a == nil || b == nil {
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
			next, out = m.turnWith(f, s, x, st, next, out)
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
