package eval

import (
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// maxString is how long a string that an operator makes may get.
const maxString = 1 << 16

// binaryIn is binary for operators that make objects.
func (m *machine) binaryIn(st State, op syntax.Op, l, r Value, at source.Span) (State, Value) {
	lo, ro := st.Deref(l), st.Deref(r)
	switch {
	case lo != nil && lo.Kind == DictObj && op == syntax.BitOr:
		o := *lo
		o.From = &Origin{Kind: FromOperator, Span: at}
		return m.alloc(st, m.spread(&o, r, st))
	case lo != nil && lo.Kind == ListObj && op == syntax.Add:
		o := &Object{Kind: ListObj, Open: lo.Open, Elts: append([]Value{}, lo.Elts...), From: lo.From}
		elts, ok := m.elements(r, st)
		o.Elts = append(o.Elts, elts...)
		o.Open = o.Open || !ok
		return m.alloc(st, o)
	case lo != nil && lo.Kind == ListObj && op == syntax.Mul:
		n, ok := r.D.(Int)
		if ok && n >= 0 && int(n)*len(lo.Elts) <= 1000 {
			o := &Object{Kind: ListObj, Open: lo.Open, From: lo.From}
			for range int(n) {
				o.Elts = append(o.Elts, lo.Elts...)
			}
			return m.alloc(st, o)
		}
		return m.alloc(st, &Object{Kind: ListObj, Open: true})
	}
	_ = ro
	return st, m.binary(op, l, r, st, at)
}

// binary is `l op r` for immutable values.
func (m *machine) binary(op syntax.Op, l, r Value, st State, at source.Span) Value {
	from := l.From
	if from == nil {
		from = r.From
	}
	if p, ok := l.D.(PathVal); ok && op == syntax.Div {
		return Value{D: PathVal{Text: joinPath(p.Text, r)}, From: l.From}
	}
	switch x := l.D.(type) {
	case Str, Concat, Env:
		switch {
		case op == syntax.Add && isText(r):
			v := concat([]Value{l, r})
			if v.From == nil {
				v.From = from
			}
			if end, written := r.Literal(); written && plain(l) && l.From != nil {
				v.From = &Origin{Prev: l.From, Kind: FromJoin, Span: end}
			}
			if s, ok := v.D.(Str); ok {
				m.bytes += len(s)
				if len(s) > maxString {
					return unknown("a string that is too long")
				}
			}
			return v
		case op == syntax.Mod:
			if s, ok := x.(Str); ok {
				return m.percent(string(s), r, st)
			}
		case op == syntax.Mul:
			n, ok := r.D.(Int)
			s, ok2 := x.(Str)
			if ok && ok2 && n >= 0 && int64(len(s))*int64(n) <= maxString {
				m.bytes += len(s) * int(n)
				return Value{D: Str(strings.Repeat(string(s), int(n))), From: from}
			}
		}
	case Tuple:
		if y, ok := r.D.(Tuple); ok && op == syntax.Add {
			return Value{D: Tuple{Elts: append(append([]Value{}, x.Elts...), y.Elts...)}, From: from}
		}
	case Int:
		if y, ok := r.D.(Int); ok {
			return intOp(op, x, y)
		}
		if y, ok := r.D.(Float); ok {
			return floatOp(op, float64(x), float64(y))
		}
	case Float:
		if y, ok := number(r); ok {
			return floatOp(op, float64(x), y)
		}
	case OneOf:
		return mapAlts(l, func(a Value) Value { return m.binary(op, a, r, st, at) })
	}
	if _, ok := r.D.(OneOf); ok && !IsUnknown(l) {
		return mapAlts(r, func(a Value) Value { return m.binary(op, l, a, st, at) })
	}
	if op == syntax.Add && (isText(l) || isText(r)) && IsUnknown(l) != IsUnknown(r) {
		return concat([]Value{l, r})
	}
	return Value{D: Unknown{Why: "an operator on something that is not known"}, From: from}
}

// plain reports whether v is a string that is wholly known.
func plain(v Value) bool {
	_, ok := AsStr(v)
	return ok
}

// isText reports whether v is, or may be, a string worth keeping in a Concat.
func isText(v Value) bool {
	switch d := v.D.(type) {
	case Str, Concat, Unknown:
		return true
	case Env:
		return d.Default == nil || isText(*d.Default)
	case OneOf:
		for _, a := range d.Alts {
			if !isText(a) {
				return false
			}
		}
		return true
	}
	return false
}

func intOp(op syntax.Op, x, y Int) Value {
	switch op {
	case syntax.Add:
		return Value{D: x + y}
	case syntax.Sub:
		return Value{D: x - y}
	case syntax.Mul:
		return Value{D: x * y}
	case syntax.FloorDiv, syntax.Mod:
		if y == 0 {
			break
		}
		q, r := x/y, x%y
		if r != 0 && (r < 0) != (y < 0) {
			q, r = q-1, r+y
		}
		if op == syntax.Mod {
			return Value{D: r}
		}
		return Value{D: q}
	}
	return unknown("arithmetic")
}

func floatOp(op syntax.Op, x, y float64) Value {
	switch op {
	case syntax.Add:
		return Value{D: Float(x + y)}
	case syntax.Sub:
		return Value{D: Float(x - y)}
	case syntax.Mul:
		return Value{D: Float(x * y)}
	}
	return unknown("arithmetic")
}
