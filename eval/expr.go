package eval

import (
	"slices"
	"strconv"
	"strings"

	"github.com/autogenlint/autogenlint/source"
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
		st, ref := m.alloc(st, o)
		return one(st, ref)
	})
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

// comp makes a list, set or dict of a comprehension. first is what its first `for` goes over, where that was evaluated before.
func (m *machine) comp(f *frame, e *syntax.Comp, first *Value, st State) []Result {
	st, scope := m.childScope(f, st)
	inner := *f
	inner.scope = scope
	if f.around == 0 {
		inner.around = f.scope
	}
	var keep []Item // of a dict comprehension; else Value only
	states, known := m.clauses(&inner, e, e.Clauses, first, []compState{{st: st}})
	var out []Result
	for _, c := range states {
		if c.exc != nil {
			out = append(out, Result{State: c.st, Exc: c.exc})
			continue
		}
		o := &Object{Kind: ListObj, Open: !known || c.open, From: &Origin{Kind: FromLiteral, Span: f.span(e)}}
		switch e.Kind {
		case syntax.SetComp:
			o.Kind = SetObj
		case syntax.DictComp:
			o.Kind = DictObj
		}
		for _, it := range c.items {
			if o.Kind == DictObj {
				open := o.Open
				o = withItem(o, it.Key, it.Value)
				o.Open = o.Open || open
			} else {
				o.Elts = append(o.Elts, it.Value)
			}
		}
		st, ref := m.alloc(m.drop(c.st, scope), o)
		out = append(out, Result{State: st, Value: ref})
	}
	_ = keep
	return limitResults(out)
}

type compState struct {
	st    State
	items []Item
	open  bool
	exc   *Exc
}

// clauses runs the `for`s of a comprehension. known is false if an iterable is not known: the items are then samples.
func (m *machine) clauses(f *frame, e *syntax.Comp, cs []syntax.Clause, first *Value, states []compState) ([]compState, bool) {
	if len(cs) == 0 {
		return m.compElement(f, e, states), true
	}
	known := true
	var out []compState
	for _, c := range states {
		over := func() []Result { return m.eval(f, cs[0].Iter, c.st) }
		if first != nil {
			over = func() []Result { return one(c.st, *first) }
		}
		for _, r := range over() {
			if r.Exc != nil {
				out = append(out, compState{st: r.State, exc: r.Exc})
				continue
			}
			elts, ok := m.elements(r.Value, r.State)
			if ok && len(elts) > maxUnroll {
				m.cutAt(tooMany(f.span(cs[0].Iter)))
			}
			if !ok || len(elts) > maxUnroll {
				known = false
				elts = []Value{unknown("an element of something that is not known")}
			}
			cur := []compState{{st: r.State, items: c.items, open: c.open || !ok}}
			for _, x := range elts {
				x, maybe := present(x)
				if IsAbsent(x) {
					continue
				}
				var next []compState
				for _, k := range cur {
					if maybe {
						next = append(next, k)
					}
					next = append(next, m.compRound(f, e, cs, x, k, &known)...)
				}
				cur = limitComp(next)
			}
			out = append(out, cur...)
		}
	}
	return limitComp(out), known
}

func (m *machine) compRound(f *frame, e *syntax.Comp, cs []syntax.Clause, x Value, k compState, known *bool) []compState {
	var out []compState
	for _, fl := range m.assign(f, cs[0].Target, x, k.st) {
		if fl.kind == raises {
			out = append(out, compState{st: fl.st, exc: fl.exc})
			continue
		}
		pass := []State{fl.st}
		for _, test := range cs[0].Ifs {
			var next []State
			for _, st := range pass {
				for _, c := range m.cond(f, test, st) {
					switch {
					case c.exc != nil:
						out = append(out, compState{st: c.st, exc: c.exc})
					case c.yes:
						next = append(next, c.st)
					default:
						out = append(out, compState{st: c.st, items: k.items, open: k.open})
					}
				}
			}
			pass = next
		}
		for _, st := range pass {
			inner, ok := m.clauses(f, e, cs[1:], nil, []compState{{st: st, items: k.items, open: k.open}})
			*known = *known && ok
			out = append(out, inner...)
		}
	}
	return out
}

func (m *machine) compElement(f *frame, e *syntax.Comp, states []compState) []compState {
	xs := []syntax.Expr{e.Elt}
	if e.Key != nil {
		xs = []syntax.Expr{e.Key, e.Elt}
	}
	var out []compState
	for _, c := range states {
		for _, r := range m.evalAll(f, c.st, xs) {
			if r.Exc != nil {
				out = append(out, compState{st: r.State, exc: r.Exc})
				continue
			}
			vals := r.Value.D.(Tuple).Elts
			it := Item{Value: vals[len(vals)-1]}
			if e.Key != nil {
				it.Key = vals[0]
			}
			out = append(out, compState{st: r.State, items: append(c.items[:len(c.items):len(c.items)], it), open: c.open})
		}
	}
	return out
}

func limitComp(cs []compState) []compState {
	if len(cs) <= maxStates {
		return cs
	}
	out := append([]compState{}, cs[:maxStates]...)
	last := &out[maxStates-1]
	for _, c := range cs[maxStates:] {
		if c.exc != nil {
			continue
		}
		last.st = joinState(last.st, c.st)
		last.open = true
	}
	return out
}

// childScope makes a scope inside the one of f.
func (m *machine) childScope(f *frame, st State) (State, ID) {
	id := m.newID()
	return put(st, id, &Object{Kind: ScopeObj, Module: f.module, Up: f.scope}), id
}

func (m *machine) fstring(f *frame, e *syntax.FString, st State) []Result {
	var xs []syntax.Expr
	for _, p := range e.Parts {
		if p.X != nil {
			xs = append(xs, p.X)
		}
	}
	return then(m.evalAll(f, st, xs), func(st State, v Value) []Result {
		vals := v.D.(Tuple).Elts
		var parts []Value
		i := 0
		for _, p := range e.Parts {
			if p.X == nil {
				parts = append(parts, Value{D: Str(p.Lit), From: &Origin{Kind: FromLiteral, Span: f.span(e)}})
				continue
			}
			x := vals[i]
			i++
			if p.Spec || p.Conv != 0 && p.Conv != 's' {
				x = Value{D: Unknown{Why: "a formatted value"}, From: x.From}
			}
			parts = append(parts, toStr(x))
		}
		out := concat(parts)
		out.From = &Origin{Kind: FromLiteral, Span: f.span(e), Prev: firstOrigin(parts)}
		return one(st, out)
	})
}

// firstOrigin is the way of the first piece that is not a literal.
func firstOrigin(parts []Value) *Origin {
	for _, p := range parts {
		if _, lit := p.D.(Str); !lit && p.From != nil {
			return p.From
		}
	}
	return nil
}

// toStr is str(v).
func toStr(v Value) Value {
	switch d := v.D.(type) {
	case Str, Concat:
		return v
	case Int:
		return Value{D: Str(strconv.FormatInt(int64(d), 10)), From: v.From}
	case Bool:
		if d {
			return Value{D: Str("True"), From: v.From}
		}
		return Value{D: Str("False"), From: v.From}
	case NoneVal:
		return Value{D: Str("None"), From: v.From}
	case Env:
		if d.Default == nil {
			return v
		}
		def := toStr(*d.Default)
		return Value{D: Env{Name: d.Name, Default: &def, Maybe: d.Maybe}, From: v.From}
	case PathVal:
		return d.Text
	case OneOf:
		return mapAlts(v, toStr)
	}
	return Value{D: Unknown{Why: "the text of something that is not known"}, From: v.From}
}

// mapAlts applies f to every alternative of v.
func mapAlts(v Value, f func(Value) Value) Value {
	alts := Alternatives(v)
	out := f(alts[0])
	for _, a := range alts[1:] {
		out = Join(out, f(a))
	}
	return out
}

// No text that is put together has more pieces or bytes than these: one that is doubled in a loop, or in a .env file, has no end.
const (
	mostPieces  = 1 << 12
	mostText    = 16 << 20
	mostChoices = 256 // and it is no choice among more texts
)

// concat is the concatenation of strings.
func concat(parts []Value) Value {
	var flat []Value
	size := 0
	for _, p := range parts {
		pieces := []Value{p}
		if c, ok := p.D.(Concat); ok {
			pieces = c.Parts
		}
		for _, piece := range pieces {
			if s, ok := piece.D.(Str); ok {
				size += len(s)
			}
		}
		if len(flat)+len(pieces) > mostPieces || size > mostText {
			return unknown("a text that is too long")
		}
		flat = append(flat, pieces...)
	}
	var out []Value
	for _, p := range flat {
		if s, ok := p.D.(Str); ok {
			if s == "" {
				continue
			}
			if len(out) > 0 {
				if prev, ok := out[len(out)-1].D.(Str); ok {
					out[len(out)-1].D = prev + s
					continue
				}
			}
		}
		out = append(out, p)
	}
	switch len(out) {
	case 0:
		return Value{D: Str("")}
	case 1:
		return out[0]
	}
	// one choice among known texts is a choice of texts, as long as these are few
	choices := 1
	for _, p := range out {
		if o, ok := p.D.(OneOf); ok && choices <= mostChoices {
			choices *= len(o.Alts)
		}
	}
	for i, p := range out {
		if choices > mostChoices {
			break
		}
		if o, ok := p.D.(OneOf); ok && len(o.Alts) <= 4 {
			return mapAlts(p, func(a Value) Value {
				with := append(append(append([]Value{}, out[:i]...), toStr(a)), out[i+1:]...)
				return concat(with)
			})
		}
	}
	return Value{D: Concat{Parts: out}}
}

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
		return mergeBools(out)
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

// mergeBools joins truth values that no state depends on.
func mergeBools(rs []Result) []Result { return rs }

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
		out = append(out, m.truth(c.val, c.st)...)
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
				if k.val.D == nil {
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
			return m.dictItem(f, e, o, key, st)
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
	return one(st, Value{D: Unknown{Why: "an item of something that is not known"}, From: x.From})
}

// taken notes where a line of a file was taken out of the list of lines: what happens to it alone can only happen from there on.
func taken(v Value, at source.Span) Value {
	if v.From == nil || v.From.Kind != FromCall || v.From.Prev == nil || v.From.Prev.Kind != FromFile {
		return v
	}
	return via(v, FromOperator, at, "[]")
}

func (m *machine) dictItem(f *frame, e *syntax.Index, o *Object, key Value, st State) []Result {
	if !concrete(key) {
		if len(o.Items) > 0 && !o.Open && len(o.Items) <= maxAlts {
			var out []Result
			for _, it := range o.Items {
				v, _ := present(it.Value)
				out = append(out, Result{State: st, Value: v})
			}
			return limitResults(out)
		}
		return one(st, unknown("an item under a key that is not known"))
	}
	it, ok := lookup(o, key)
	if !ok {
		if o.Open {
			return one(st, unknown("an item that may be there"))
		}
		if name, is := AsStr(key); is && o.From != nil && o.From.Name == dotenvDict {
			st = m.record(f, st, Event{Kind: VarRead, Name: name, Value: absent, Span: f.span(e.I), Whole: f.span(e), Dotenv: &Dotenv{File: o.From.Span.File}})
		}
		return m.raiseAt(f, st, "KeyError", e)
	}
	v, _ := present(it.Value)
	return one(st, v)
}

func (m *machine) raiseAt(f *frame, st State, class string, n syntax.Node) []Result {
	return []Result{{State: st, Exc: &Exc{Class: class, Place: f.span(n), Value: unknown("an exception")}}}
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
