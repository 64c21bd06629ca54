package eval

import (
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

func (m *machine) index(f *frame, e *syntax.Index, st State) []Result {
	if sl, ok := e.I.(*syntax.Slice); ok {
		return then(m.eval(f, e.X, st), func(st State, x Value) []Result {
			return m.slice(f, sl, x, st)
		})
	}
	return then(m.evalAll(f, st, []syntax.Expr{e.X, e.I}), func(st State, xs Value) []Result {
		pair := xs.D.(Tuple).Elts
		return m.item(f, e, pair[0], pair[1], st)
	})
}

func (m *machine) slice(f *frame, s *syntax.Slice, x Value, st State) []Result {
	var bounds []syntax.Expr
	for _, b := range []syntax.Expr{s.Lo, s.Hi} {
		if b == nil {
			b = &syntax.Const{Kind: syntax.None}
		}
		bounds = append(bounds, b)
	}
	return then(m.evalAll(f, st, bounds), func(st State, v Value) []Result {
		b := v.D.(Tuple).Elts
		cut := func(n int) (int, int, bool) {
			lo, hi := 0, n
			for i, p := range []*int{&lo, &hi} {
				if IsNone(b[i]) {
					continue
				}
				k, ok := b[i].D.(Int)
				if !ok {
					return 0, 0, false
				}
				*p = int(k)
				if *p < 0 {
					*p += n
				}
				*p = min(max(*p, 0), n)
			}
			return lo, max(lo, hi), s.Step == nil
		}
		switch d := x.D.(type) {
		case Str:
			if lo, hi, ok := cut(len(d)); ok && ascii(string(d)) {
				return one(st, Value{D: d[lo:hi], From: x.From})
			}
		case Tuple:
			if lo, hi, ok := cut(len(d.Elts)); ok {
				return one(st, Value{D: Tuple{Elts: d.Elts[lo:hi]}, From: x.From})
			}
		case Ref:
			if o := st.Object(d.ID); o != nil && o.Kind == ListObj {
				lo, hi, ok := cut(len(o.Elts))
				if ok && !o.Open {
					st, ref := m.alloc(st, &Object{Kind: ListObj, Elts: o.Elts[lo:hi], From: o.From})
					return one(st, ref)
				}
				st, ref := m.alloc(st, &Object{Kind: ListObj, Open: true})
				return one(st, ref)
			}
		}
		return one(st, unknown("a part of something that is not known")) // no longer what it came from: a masked key is no key
	})
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// item is `x[key]`.
func (m *machine) item(f *frame, e *syntax.Index, x, key Value, st State) []Result {
	if isEnviron(x) {
		return m.environItem(f, key, f.span(e.I), st)
	}
	switch d := x.D.(type) {
	case Tuple:
		if i, ok := key.D.(Int); ok && int(i) < len(d.Elts) && int(i) >= -len(d.Elts) {
			return one(st, d.Elts[(int(i)+len(d.Elts))%len(d.Elts)])
		}
		if plain(key) {
			st = m.mistyped(f, st, x, "TypeError", "tuple indices must be integers or slices, not str", f.span(e.X))
		}
	case Foreign:
		if d.Path == "sys.modules" {
			return one(st, m.moduleNamed(key, st))
		}
		return one(st, Value{D: d}) // Generic[T], list[str]
	case OneOf:
		var out []Result
		for _, a := range d.Alts {
			out = append(out, m.item(f, e, a, key, st)...)
		}
		return limitResults(out)
	case Ref:
		o := st.Object(d.ID)
		if o == nil {
			break
		}
		switch o.Kind {
		case ListObj:
			i, ok := key.D.(Int)
			if n := len(o.Elts); ok && int(i) < n && int(i) >= -n && (!o.Open || i >= 0) {
				v, _ := present(o.Elts[(int(i)+n)%n])
				return one(st, taken(v, f.span(e)))
			}
			if ok && !o.Open {
				return m.raiseAt(f, st, "IndexError", e)
			}
		case DictObj:
			return m.dictItem(f, e, x, o, key, st)
		case InstanceObj:
			if v, ok := m.iniItem(o, key, st); ok {
				return one(st, v)
			}
			if elts, ok := m.tupleFields(o, st); ok {
				return m.item(f, e, Value{D: Tuple{Elts: elts}}, key, st)
			}
			if fn, ok := m.classAttr(o.Class, "__getitem__", st); ok {
				if _, is := fn.D.(*Func); is {
					return m.call(f, Value{D: Bound{Self: x, Fn: fn}}, Args{Pos: []Value{key}}, st, nil, f.span(e))
				}
			}
		case ClassObj:
			if name, ok := AsStr(key); ok && m.isEnum(x, st) {
				if v, ok := o.Names.get(name); ok {
					return one(st, v)
				}
			}
			return one(st, x) // Generic[T]
		}
	}
	return one(st, partOf(x, "an item of something that is not known"))
}

// taken notes where a line of a file was taken out of the list of lines: what happens to it alone can only happen from there on.
func taken(v Value, at source.Span) Value {
	if v.From == nil || v.From.Kind != FromCall || v.From.Prev == nil || v.From.Prev.Kind != FromFile {
		return v
	}
	return via(v, FromOperator, at, "[]")
}

func (m *machine) dictItem(f *frame, e *syntax.Index, x Value, o *Object, key Value, st State) []Result {
	if !concrete(key) {
		if len(o.Items) > 0 && !o.Open && len(o.Items) <= maxAlts {
			var out []Result
			for _, it := range o.Items {
				v, _ := present(it.Value)
				out = append(out, Result{State: st, Value: v})
			}
			return limitResults(out)
		}
		return one(st, partOf(x, "an item under a key that is not known"))
	}
	it, ok := lookup(o, key)
	if !ok {
		if o.Open {
			return one(st, partOf(x, "an item that may be there"))
		}
		if name, is := AsStr(key); is && o.From != nil && o.From.Name == dotenvDict {
			st = m.record(f, st, Event{Kind: VarRead, Name: name, Value: absent, Span: f.span(e.I), Whole: f.span(e), Dotenv: &Dotenv{File: o.From.Span.File}})
		} else if is && o.From != nil && o.From.Kind == FromFile && o.From.Prev == nil {
			ev := Event{Kind: ItemMissed, Name: name, Value: Value{D: NoneVal{}, From: o.From}, Span: f.span(e.I), Whole: f.span(e)}
			for _, it := range o.Items {
				ev.Args.Pos = append(ev.Args.Pos, it.Key)
			}
			st = m.record(f, st, ev)
		}
		return m.raiseAt(f, st, "KeyError", e)
	}
	v, _ := present(it.Value)
	return one(st, v)
}

// setItem is `x[key] = v`.
func (m *machine) setItem(f *frame, t *syntax.Index, x, key, v Value, st State) []flow {
	if isEnviron(x) {
		return m.environSet(f, key, v, f.span(t.I), f.span(t), st)
	}
	switch d := x.D.(type) {
	case OneOf:
		for _, a := range d.Alts { // it is one of them that changes
			if r, ok := a.D.(Ref); ok {
				if o := st.Object(r.ID); o != nil && o.Kind == DictObj {
					had := absent
					if it, ok := lookup(o, key); ok {
						had = it.Value
					}
					st = put(st, r.ID, withItem(o, key, Join(had, v)))
				}
			}
		}
		return fall(st)
	case Tuple:
		return fall(m.mistyped(f, st, x, "TypeError", "'tuple' object does not support item assignment", f.span(t.X)))
	case Bound:
		if id := namesIn(x); id != 0 {
			return fall(rename(st, id, key, v))
		}
	case Unknown:
		if a, ok := t.X.(*syntax.Attr); ok && (a.Name == "f_globals" || a.Name == "f_locals") {
			return fall(anyRebound(st))
		}
		return fall(m.partChanged(f, x, f.span(t), st))
	case Ref:
		o := st.Object(d.ID)
		if o == nil {
			return fall(st)
		}
		switch o.Kind {
		case DictObj:
			name, _ := AsStr(key)
			st = m.record(f, st, Event{Kind: ItemSet, Name: name, Value: v, Object: d.ID, Span: f.span(t.I), Whole: f.span(t)})
			return fall(put(st, d.ID, withItem(o, key, v)))
		case ListObj:
			c := *o
			i, ok := key.D.(Int)
			if n := len(o.Elts); ok && int(i) < n && int(i) >= -n {
				c.Elts = append([]Value{}, o.Elts...)
				c.Elts[(int(i)+n)%n] = v
			} else if !ok {
				c.Elts, c.Open = nil, true
			}
			st = m.record(f, st, Event{Kind: ItemSet, Value: v, Object: d.ID, Span: f.span(t.I), Whole: f.span(t)})
			return fall(put(st, d.ID, &c))
		case InstanceObj:
			if fn, ok := m.classAttr(o.Class, "__setitem__", st); ok {
				if _, is := fn.D.(*Func); is {
					return flows(m.call(f, Value{D: Bound{Self: x, Fn: fn}}, Args{Pos: []Value{key, v}}, st, nil, f.span(t)), func(st State, _ Value) []flow { return fall(st) })
				}
			}
		}
	}
	return fall(st)
}
