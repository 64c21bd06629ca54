package eval

import (
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// elts evaluates the elements of a display; a starred one of a known sequence is spread.
func (m *machine) elts(f *frame, xs []syntax.Expr, st State) []Result {
	return thenAll(m.evalAll(f, st, xs), func(st State, v Value) []Result {
		vals := v.D.(Tuple).Elts
		var out []Value
		for i, x := range xs {
			if _, star := x.(*syntax.Star); !star {
				out = append(out, vals[i])
				continue
			}
			elts, ok := m.elements(vals[i], st)
			if !ok {
				return one(st, Value{D: Tuple{Elts: append(out, unknown("elements that are not known"))}})
			}
			out = append(out, elts...)
		}
		return one(st, Value{D: Tuple{Elts: out}})
	})
}

func (m *machine) display(f *frame, e syntax.Expr, xs []syntax.Expr, kind ObjKind, st State) []Result {
	open := false
	for _, x := range xs {
		if s, star := x.(*syntax.Star); star {
			_ = s
			open = true
		}
	}
	return then(m.elts(f, xs, st), func(st State, v Value) []Result {
		elts := v.D.(Tuple).Elts
		o := &Object{Kind: kind, Elts: elts, From: &Origin{Kind: FromLiteral, Span: f.span(e)}}
		if open && len(elts) > 0 && IsUnknown(elts[len(elts)-1]) {
			o.Open, o.Elts = true, elts[:len(elts)-1]
		}
		st, ref := m.alloc(st, o)
		return one(st, ref)
	})
}

func (m *machine) dict(f *frame, e *syntax.Dict, st State) []Result {
	if len(e.Items) > mostParts { // its keys are compared one by one
		return one(st, unknown("a dict that is too large"))
	}
	xs := make([]syntax.Expr, 0, 2*len(e.Items))
	for _, it := range e.Items {
		if it.Key != nil {
			xs = append(xs, it.Key)
		}
		xs = append(xs, it.Value)
	}
	return then(m.evalAll(f, st, xs), func(st State, v Value) []Result {
		vals := v.D.(Tuple).Elts
		o := &Object{Kind: DictObj, From: &Origin{Kind: FromLiteral, Span: f.span(e)}}
		i := 0
		for _, it := range e.Items {
			if it.Key == nil {
				st = m.mistyped(f, st, vals[i], "TypeError", "'tuple' object is not a mapping", f.span(it.Value))
				o = m.spread(o, m.spelled(vals[i], &st), st)
				i++
				continue
			}
			o = withItem(o, vals[i], vals[i+1])
			i += 2
		}
		if from := ofDotenvs(e, vals, st); from != nil {
			o.From = from
		}
		st, ref := m.alloc(st, o)
		return one(st, ref)
	})
}

// ofDotenvs is the origin of the last of several dicts that a display puts together, where all of them hold what a .env says.
func ofDotenvs(e *syntax.Dict, vals []Value, st State) (last *Origin) {
	for i, it := range e.Items {
		if it.Key != nil {
			return nil
		}
		o := st.Deref(vals[i])
		if o == nil || o.Open || o.From == nil || o.From.Name != dotenvDict {
			return nil
		}
		last = o.From
	}
	return last
}

// spread merges `**v` into the dict o, which is ours to change.
func (m *machine) spread(o *Object, v Value, st State) *Object {
	from := st.Deref(v)
	if from == nil || from.Kind != DictObj {
		c := *o
		c.Open = true
		c.Items = blurItems(o.Items)
		return &c
	}
	if from.Open {
		c := *o
		c.Items = blurItems(o.Items)
		o = &c
	}
	for _, it := range from.Items {
		val, maybe := present(it.Value)
		if maybe {
			old := absent
			if had, ok := lookup(o, it.Key); ok {
				old = had.Value
			}
			val = Join(val, old)
		}
		o = withItem(o, it.Key, val)
	}
	if from.Open {
		c := *o
		c.Open = true
		o = &c
	}
	return o
}

// blurItems says of known keys that something not known may have overwritten them.
func blurItems(items []Item) []Item {
	out := make([]Item, len(items))
	for i, it := range items {
		out[i] = Item{Key: it.Key, Value: Value{D: Unknown{Why: "something that is not known may have overwritten it"}, From: it.Value.From}}
	}
	return out
}

func lookup(o *Object, key Value) (Item, bool) {
	for _, it := range o.Items {
		if Equal(it.Key, key) {
			return it, true
		}
	}
	return Item{}, false
}

// concrete reports whether v is one value that can be compared.
func concrete(v Value) bool {
	switch d := v.D.(type) {
	case Str, Int, Bool, NoneVal, Float, Bytes, Foreign, Ref:
		return true
	case Tuple:
		for _, e := range d.Elts {
			if !concrete(e) {
				return false
			}
		}
		return true
	}
	return false
}

// withItem returns o with key set to v.
func withItem(o *Object, key, v Value) *Object {
	c := *o
	if !concrete(key) {
		c.Open, c.Items = true, blurItems(o.Items)
		return &c
	}
	for i, it := range o.Items {
		if Equal(it.Key, key) {
			c.Items = append([]Item{}, o.Items...)
			c.Items[i] = Item{Key: key, Value: v}
			return &c
		}
	}
	c.Items = append(o.Items[:len(o.Items):len(o.Items)], Item{Key: key, Value: v})
	return &c
}

// elements returns what iterating v yields, if that is known.
func (m *machine) elements(v Value, st State) ([]Value, bool) {
	switch d := v.D.(type) {
	case Tuple:
		return d.Elts, true
	case Str:
		if len(d) > 200 {
			return nil, false
		}
		var out []Value
		for _, r := range string(d) {
			out = append(out, Value{D: Str(string(r)), From: v.From})
		}
		return out, true
	case Ref:
		o := st.Object(d.ID)
		if o == nil || o.Open {
			return nil, false
		}
		switch o.Kind {
		case ListObj, SetObj:
			return o.Elts, true
		case ClassObj:
			return m.listed(v, st)
		case DictObj:
			var out []Value
			for _, it := range o.Items {
				if _, maybe := present(it.Value); maybe {
					out = append(out, Join(it.Key, absent))
				} else {
					out = append(out, it.Key)
				}
			}
			return out, true
		case InstanceObj:
			if fo, ok := o.Class.D.(Foreign); ok && fo.Path == "file" {
				p, _ := o.Names.get("name")
				return m.fileLines(p, codingOf(o), source.Span{}, st)
			}
			return m.tupleFields(o, st)
		}
	}
	return nil, false
}
