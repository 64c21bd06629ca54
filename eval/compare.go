package eval

import (
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/syntax"
)

// comparison evaluates a comparison to a bool.
func (m *machine) comparison(f *frame, e syntax.Expr, st State) []Result {
	cmp, ok := e.(*syntax.Compare)
	if !ok || len(cmp.Ops) != 1 {
		if ok {
			return then(m.evalAll(f, st, append([]syntax.Expr{cmp.L}, cmp.Rest...)), func(st State, _ Value) []Result {
				return one(st, unknown("a chain of comparisons"))
			})
		}
		return one(st, unknown("code that could not be parsed"))
	}
	var out []Result
	for _, c := range m.condCompare(f, cmp, st) {
		if c.exc != nil {
			out = append(out, Result{State: c.st, Exc: c.exc})
			continue
		}
		out = append(out, Result{State: c.st, Value: Value{D: Bool(c.yes)}})
	}
	return out
}

// compare is `l op r`, with what that says of l.
func (m *machine) compare(f *frame, op syntax.Op, l, r Value, st State) []condition {
	if env, ok := l.D.(Env); ok && env.Default != nil && (op != syntax.In && op != syntax.NotIn || !isEnviron(r)) {
		var out []condition
		for _, c := range m.splitEnv(l, env, st) {
			for _, k := range m.compare(f, op, c.val, r, c.st) {
				if IsNone(c.val) {
					k.val = l // which is what it was, and the state knows that the variable is not set
				} else if k.val.D == nil {
					k.val = c.val
				}
				out = append(out, k)
			}
		}
		return out
	}
	if o, ok := l.D.(OneOf); ok {
		return m.compareAlts(f, op, o, l, r, st)
	}
	if out, ok := m.amongVariables(f, op, l, r, st); ok {
		return out
	}
	yes, known := m.decide(op, l, r, st)
	if known {
		return []condition{{st: st, yes: yes, val: l}}
	}
	if (op == syntax.In || op == syntax.NotIn) && isEnviron(r) {
		return m.inEnviron(op, l, st)
	}
	out := []condition{{st: st, yes: true, val: l}, {st: st, val: l}}
	switch op {
	case syntax.Eq, syntax.Is:
		out[0].val, out[1].val = told(op == syntax.Is, l, r)
	case syntax.NotEq, syntax.IsNot:
		out[1].val, out[0].val = told(op == syntax.IsNot, l, r)
	case syntax.In:
		in, not, ok := m.amongTexts(l, r, st)
		if ok && in.D == nil {
			return []condition{{st: st, val: not}}
		}
		out[0].val, out[1].val = in, not
	case syntax.NotIn:
		in, not, ok := m.amongTexts(l, r, st)
		if ok && in.D == nil {
			return []condition{{st: st, yes: true, val: not}}
		}
		out[1].val, out[0].val = in, not
	}
	return out
}

// amongVariables is `l in r` where variables from outside are in r: one after the other is looked at where it is set and where not.
func (m *machine) amongVariables(f *frame, op syntax.Op, l, r Value, st State) ([]condition, bool) {
	if op != syntax.In && op != syntax.NotIn || !concrete(l) {
		return nil, false
	}
	elts, ok := m.elements(r, st)
	if !ok || len(elts) > maxAlts || maybeAbsent(elts) || !slices.ContainsFunc(elts, func(e Value) bool { env, ok := e.D.(Env); return ok && env.Default != nil }) {
		return nil, false
	}
	var out []condition
	open := []State{st}
	for _, e := range elts {
		var next []State
		for _, st := range open {
			for _, k := range m.compare(f, syntax.Eq, e, l, st) {
				if k.yes {
					out = append(out, condition{st: k.st, yes: op == syntax.In, val: l})
				} else {
					next = append(next, k.st)
				}
			}
		}
		open = next
	}
	for _, st := range open {
		out = append(out, condition{st: st, yes: op == syntax.NotIn, val: l})
	}
	return limitConds(out), true
}

// told is what an unknown l is where it equals r, and where it does not.
func told(identity bool, l, r Value) (same, other Value) {
	if !IsUnknown(l) || !concrete(r) {
		return l, l
	}
	if identity && !IsNone(r) {
		return r, l // another object may equal it
	}
	return r, learn(l, notThe(r))
}

func (m *machine) compareAlts(f *frame, op syntax.Op, o OneOf, l, r Value, st State) []condition {
	var yes, no []Value
	for _, a := range o.Alts {
		for _, c := range m.compare(f, op, a, r, st) {
			v := c.val
			if v.D == nil {
				v = a
			}
			if c.yes {
				yes = append(yes, v)
			} else {
				no = append(no, v)
			}
		}
	}
	var out []condition
	if len(yes) > 0 {
		out = append(out, condition{st: st, yes: true, val: oneOf(yes, l.From)})
	}
	if len(no) > 0 {
		out = append(out, condition{st: st, val: oneOf(no, l.From)})
	}
	return out
}

// decide is `l op r` where that is known.
func (m *machine) decide(op syntax.Op, l, r Value, st State) (yes, known bool) {
	switch op {
	case syntax.Is, syntax.IsNot:
		eq, ok := identical(l, r)
		return eq == (op == syntax.Is), ok
	case syntax.Eq, syntax.NotEq:
		eq, ok := equalValues(l, r)
		return eq == (op == syntax.Eq), ok
	case syntax.In, syntax.NotIn:
		in, ok := m.isIn(l, r, st)
		return in == (op == syntax.In), ok
	}
	x, ok1 := number(l)
	y, ok2 := number(r)
	if ok1 && ok2 {
		switch op {
		case syntax.Lt:
			return x < y, true
		case syntax.LtE:
			return x <= y, true
		case syntax.Gt:
			return x > y, true
		case syntax.GtE:
			return x >= y, true
		}
	}
	return false, false
}

func number(v Value) (float64, bool) {
	switch d := v.D.(type) {
	case Int:
		return float64(d), true
	case Float:
		return float64(d), true
	case Bool:
		if d {
			return 1, true
		}
		return 0, true
	}
	return 0, false
}

// identical is `l is r`: certain only where one side is None or a singleton and the other is known to be something else.
func identical(l, r Value) (same, known bool) {
	if u, ok := l.D.(Unknown); ok && IsNone(r) && u.excluded(r) {
		return false, true
	}
	if concreteKind(l) && concreteKind(r) {
		_, ln := l.D.(NoneVal)
		_, rn := r.D.(NoneVal)
		if ln || rn {
			return ln && rn, true
		}
		lb, lok := l.D.(Bool)
		rb, rok := r.D.(Bool)
		if lok && rok {
			return lb == rb, true
		}
		lr, lok2 := l.D.(Ref)
		rr, rok2 := r.D.(Ref)
		if lok2 && rok2 {
			return lr == rr, true
		}
		if Equal(l, r) {
			return true, true
		}
	}
	return false, false
}

// concreteKind reports whether it is known what kind of thing v is.
func concreteKind(v Value) bool {
	switch d := v.D.(type) {
	case Unknown, OneOf, Absent:
		return false
	case Env:
		return d.Default == nil // certainly a string
	}
	return true
}

func equalValues(l, r Value) (eq, known bool) {
	if u, ok := l.D.(Unknown); ok && u.excluded(r) {
		return false, true
	}
	if u, ok := r.D.(Unknown); ok && u.excluded(l) {
		return false, true
	}
	if e, ok := l.D.(Env); ok && e.Default == nil {
		if s, ok := r.D.(Str); ok && s == "" {
			return false, true // a good value is not empty
		}
		if IsNone(r) {
			return false, true
		}
		return false, false
	}
	if concrete(l) && concrete(r) {
		_, lref := l.D.(Ref)
		_, rref := r.D.(Ref)
		if lref && rref {
			if Equal(l, r) {
				return true, true
			}
			return false, false // the contents may be equal
		}
		x, ok1 := number(l)
		y, ok2 := number(r)
		if ok1 && ok2 {
			return x == y, true
		}
		return Equal(l, r), true
	}
	if IsNone(r) && concreteKind(l) {
		return IsNone(l), true
	}
	return false, false
}

func (m *machine) isIn(l, r Value, st State) (in, known bool) {
	if s, ok := r.D.(Str); ok {
		if sub, ok := l.D.(Str); ok {
			return strings.Contains(string(s), string(sub)), true
		}
		return false, false
	}
	elts, ok := m.elements(r, st)
	if !ok {
		if o := st.Deref(r); o != nil && o.Kind == DictObj {
			if it, ok := lookup(o, l); ok {
				if _, maybe := present(it.Value); !maybe {
					return true, true
				}
			}
		}
		return false, false
	}
	if !concrete(l) {
		return false, len(elts) == 0
	}
	sure := true
	for _, e := range elts {
		e, maybe := present(e)
		eq, ok := equalValues(e, l)
		if eq && ok && !maybe {
			return true, true
		}
		if !ok || eq && maybe {
			sure = false
		}
	}
	return false, sure
}
