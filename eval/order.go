package eval

import (
	"cmp"
	"slices"
	"sort"
)

// mostCalls is how many elements of a sequence a function is called for, one by one.
const mostCalls = 50

// keyed calls the key= of sorted, min or max for each of elts, and yields the tuple of what they are ordered by.
func (c *Call) keyed(elts []Value) []Result {
	key := arg(c, -1, "key")
	if IsAbsent(key) || IsNone(key) {
		return c.Return(Value{D: Tuple{Elts: elts}})
	}
	rs := one(c.State, Value{D: Tuple{}})
	for _, e := range elts {
		rs = then(rs, func(st State, acc Value) []Result {
			return then(c.m.call(c.f, key, Args{Pos: []Value{e}}, st, nil, c.Whole), func(st State, v Value) []Result {
				return one(st, Value{D: Tuple{Elts: append(slices.Clip(tupleOf(acc)), v)}})
			})
		})
	}
	return rs
}

// countable reports whether a function can be called for each of elts.
func countable(elts []Value, ok bool) bool {
	return ok && len(elts) <= mostCalls && !slices.ContainsFunc(elts, func(e Value) bool { _, maybe := present(e); return maybe || IsAbsent(e) })
}

// sorted puts elts in order, and hands them to what makes the result. Of elements whose order is not known, nothing is.
func (c *Call) sorted(elts []Value, ok bool, made func(c *Call, elts []Value, ok bool) Value) []Result {
	if !countable(elts, ok) {
		c.State = c.m.handed(c.f, c.Args, c.State, c.Whole)
		return c.Return(made(c, nil, false))
	}
	down, known := argOr(c, -1, "reverse", Value{D: Bool(false)}).D.(Bool)
	return then(c.keyed(elts), func(st State, keys Value) []Result {
		with := *c
		with.State = st
		order, ok := ordered(tupleOf(keys), bool(down))
		if !ok || !known || len(order) != len(elts) {
			return with.Return(made(&with, nil, len(elts) == 0))
		}
		out := make([]Value, len(elts))
		for i, k := range order {
			out[i] = elts[k]
		}
		return with.Return(made(&with, out, true))
	})
}

// extreme is min or max of a sequence, or of several arguments.
func (c *Call) extreme() []Result {
	elts, ok := c.Args.Pos, !c.Args.More
	if len(elts) == 1 {
		elts, ok = c.m.elements(elts[0], c.State)
	}
	if !countable(elts, ok) || len(elts) == 0 {
		c.State = c.m.handed(c.f, c.Args, c.State, c.Whole)
		return c.Return(c.part("the least or greatest of something that is not known"))
	}
	return then(c.keyed(elts), func(st State, keys Value) []Result {
		order, ok := ordered(tupleOf(keys), c.Path == "max")
		if !ok || len(order) != len(elts) {
			return one(st, oneOf(elts, nil))
		}
		return one(st, elts[order[0]])
	})
}

// ordered are the positions of keys in their order; equal ones stay as they are.
func ordered(keys []Value, down bool) ([]int, bool) {
	order := make([]int, len(keys))
	for i, k := range keys {
		order[i] = i
		if _, ok := less(keys[0], k); !ok {
			return nil, false
		}
	}
	sort.SliceStable(order, func(i, j int) bool {
		a, b := keys[order[i]], keys[order[j]]
		if down {
			a, b = b, a
		}
		before, _ := less(a, b)
		return before
	})
	return order, true
}

// less is a < b of two numbers, two texts or two tuples of such.
func less(a, b Value) (is, ok bool) {
	n, ok := order(a, b)
	return n < 0, ok
}

func order(a, b Value) (int, bool) {
	switch x := a.D.(type) {
	case Str:
		y, ok := b.D.(Str)
		return cmp.Compare(x, y), ok
	case Int, Bool, Float:
		l, _ := number(a)
		r, ok := number(b)
		return cmp.Compare(l, r), ok
	case Tuple:
		y, ok := b.D.(Tuple)
		if !ok || len(x.Elts) != len(y.Elts) {
			return 0, false
		}
		first := 0
		for i := range x.Elts {
			n, ok := order(x.Elts[i], y.Elts[i])
			if !ok {
				return 0, false
			}
			if first == 0 {
				first = n
			}
		}
		return first, true
	}
	return 0, false
}
