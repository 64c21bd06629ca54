package eval

import (
	"fmt"
	"testing"

	"github.com/autogenlint/autogenlint/source"
)

// atoms are values of every kind that a join tells apart.
func atoms() []Value {
	none := Value{D: NoneVal{}}
	f, g := &Func{}, &Func{}
	text := Value{D: Str("s")}
	return []Value{
		{D: Unknown{}}, learn(Value{D: Unknown{}}, aTrue), learn(Value{D: Unknown{}}, notNone), {D: Absent{}}, none, {D: Bool(true)}, {D: Bool(false)}, {D: Int(1)}, {D: Float(1)}, text, {D: Str("")}, {D: Bytes("s")},
		{D: Concat{[]Value{text, {D: Unknown{}}}}}, {D: Tuple{[]Value{text}}}, {D: Tuple{}}, {D: Ref{1}}, {D: Ref{2}},
		{D: Env{Name: "A"}}, {D: Env{Name: "A", Default: &none}}, {D: Env{Name: "A", Default: &text}}, {D: Env{Name: "A", Maybe: true}},
		{D: PathVal{text}}, {D: Foreign{"os"}}, {D: f}, {D: g}, {D: Bound{text, Value{D: f}}}, {D: Partial{Fn: Value{D: f}}},
		{D: Coroutine{Fn: Value{D: f}}}, {D: Super{Class: 1, Self: text}},
	}
}

// values are atoms, and every join of two of them.
func values() []Value {
	out := atoms()
	for i, a := range atoms() {
		for _, b := range atoms()[:i] {
			out = append(out, Join(a, b))
		}
	}
	return out
}

// TestEqualLaws holds that Equal is an equivalence.
func TestEqualLaws(t *testing.T) {
	all := values()
	for _, a := range all {
		if !Equal(a, a) {
			t.Errorf("%v is not itself", a)
		}
		for _, b := range all {
			if Equal(a, b) != Equal(b, a) {
				t.Errorf("%v and %v are equal one way only", a, b)
			}
		}
	}
}

// TestJoinLaws holds that Join is commutative, associative and idempotent, that Unknown absorbs, and that a join holds what it joins.
func TestJoinLaws(t *testing.T) {
	all, few := values(), atoms()
	for _, a := range all {
		if !Equal(Join(a, a), a) {
			t.Errorf("%v joined with itself is %v", a, Join(a, a))
		}
		if !IsUnknown(Join(a, Value{D: Unknown{}})) {
			t.Errorf("%v or unknown is known", a)
		}
		for _, b := range few {
			ab := Join(a, b)
			if !Equal(ab, Join(b, a)) {
				t.Errorf("%v or %v depends on their order", a, b)
			}
			if !IsUnknown(ab) && !containsAll(Alternatives(ab), append(Alternatives(a), Alternatives(b)...)) {
				t.Errorf("%v or %v loses one of them", a, b)
			}
			for _, c := range few {
				if !Equal(Join(ab, c), Join(a, Join(b, c))) {
					t.Errorf("%v or %v or %v depends on which two are joined first", a, b, c)
				}
			}
		}
	}
}

// TestJoinIsUnknownBeyondSome holds that what may be too much is nothing that is known.
func TestJoinIsUnknownBeyondSome(t *testing.T) {
	v := Value{D: Int(0)}
	for n := 1; n < 20; n++ {
		v = Join(v, Value{D: Int(n)})
		if IsUnknown(v) != (n >= maxAlts) {
			t.Fatalf("of %d values: %v", n+1, v)
		}
	}
}

// TestJoinKeepsTheOlderWay holds that which way a value is said to have come does not depend on the order of the join.
func TestJoinKeepsTheOlderWay(t *testing.T) {
	file := &source.File{Path: "a.py"}
	at := func(n int) *Origin { return &Origin{Span: source.Span{File: file, Start: n, End: n + 1}} }
	ways := []*Origin{nil, at(1), at(2)}
	for _, a := range ways {
		for _, b := range ways {
			x, y := Value{D: Int(1), From: a}, Value{D: Int(1), From: b}
			if Join(x, y).From != Join(y, x).From {
				t.Errorf("%v or %v: the way depends on the order", a, b)
			}
		}
	}
}

// states are states that differ in one thing each, and some that differ in more.
func states() []State {
	key, none := Value{D: Str("k")}, Value{D: NoneVal{}}
	dict := func(items ...Item) *Object { return &Object{Kind: DictObj, Items: items} }
	list := func(elts ...Value) *Object { return &Object{Kind: ListObj, Elts: elts} }
	var names tree[Value]
	scope := func(name string, v Value) *Object { return &Object{Kind: ScopeObj, Names: names.set(name, v)} }
	var out []State
	for _, v := range []*Object{
		nil, dict(), dict(Item{key, none}), dict(Item{key, key}), dict(Item{key, none}, Item{none, key}), {Kind: DictObj, Open: true},
		list(), list(key), list(none, key), scope("a", key), scope("a", none), scope("b", key),
	} {
		s := State{}
		if v != nil {
			s.heap = s.heap.set(ID(1+v.Kind), v) // an object stays of its kind
		}
		out = append(out, s)
	}
	for _, v := range []Value{key, none, {D: Unknown{}}} {
		s := State{}
		s.env = s.env.set("A", Var{Value: v})
		s.change().outside = s.rest().outside.set("B", IsNone(v))
		s.change().moduleAttrs = s.rest().moduleAttrs.set("openai.api_key", v)
		s.must = s.must.set("site", true)
		out = append(out, s)
	}
	return out
}

// shape prints what a state says, and nothing of the order in which it was made.
func shape(s State) string {
	out := ""
	s.heap.each(func(id ID, o *Object) {
		out += fmt.Sprint(id, o.Kind, o.Open)
		for _, e := range o.Elts {
			out += " " + class(e)
		}
		for _, i := range o.Items {
			out += " " + class(i.Key) + ":" + class(i.Value)
		}
		o.Names.each(func(n string, v Value) bool { out += " " + n + "=" + class(v); return true })
	})
	s.env.each(func(n string, v Var) bool { out += " $" + n + "=" + class(v.Value); return true })
	s.rest().outside.each(func(n string, on bool) bool { out += fmt.Sprint(" ?", n, on); return true })
	s.rest().moduleAttrs.each(func(n string, v Value) bool { out += " ." + n + "=" + class(v); return true })
	s.must.each(func(n string, on bool) bool { out += fmt.Sprint(" !", n, on); return true })
	return out
}

// class is the same for equal values.
func class(v Value) string {
	if IsUnknown(v) {
		return "?"
	}
	for i, w := range knownOnce {
		if Equal(v, w) {
			return fmt.Sprint(i)
		}
	}
	return fmt.Sprintf("%#v", v)
}

// knownOnce are the joins that states of these tests can hold.
var knownOnce = func() []Value {
	none := Value{D: NoneVal{}}
	few := []Value{{D: Str("k")}, none, {D: Absent{}}, {D: Env{Name: "A", Default: &none}}}
	out := few
	for _, a := range few {
		for _, b := range few {
			out = append(out, Join(a, b))
			for _, c := range few {
				out = append(out, Join(a, Join(b, c)))
			}
		}
	}
	return out
}()

// TestStateLaws holds that joining states is idempotent and commutative. Dicts keep the order of their keys, which is why they are
// printed as they are only where one has at most one key.
func TestStateLaws(t *testing.T) {
	all := states()
	for i, a := range all {
		if got, want := shape(joinState(a, a)), shape(a); got != want {
			t.Errorf("state %d joined with itself is %s, not %s", i, got, want)
		}
		for j, b := range all {
			if ab, ba := shape(joinState(a, b)), shape(joinState(b, a)); ab != ba {
				t.Errorf("states %d and %d: %s one way, %s the other", i, j, ab, ba)
			}
			for k, c := range all {
				if l, r := shape(joinState(joinState(a, b), c)), shape(joinState(a, joinState(b, c))); l != r {
					t.Errorf("states %d, %d, %d: %s one way, %s the other", i, j, k, l, r)
				}
			}
		}
	}
}
