package eval

import "strconv"

// Values, objects and states form a join semilattice up to their origins: join is commutative, associative and idempotent, and
// Unknown absorbs everything. TestJoinLaws enumerates that.

// maxAlts is how many values a OneOf holds before it is Unknown, and maxStates how many states go on side by side.
const (
	maxAlts   = 8
	maxStates = 8
)

// Equal reports whether a and b are the same, whatever way they came.
func Equal(a, b Value) bool {
	switch x := a.D.(type) {
	case Unknown:
		y, ok := b.D.(Unknown)
		return ok && x.Facts == y.Facts
	case Concat:
		y, ok := b.D.(Concat)
		return ok && equalAll(x.Parts, y.Parts)
	case Tuple:
		y, ok := b.D.(Tuple)
		return ok && equalAll(x.Elts, y.Elts)
	case OneOf:
		y, ok := b.D.(OneOf)
		return ok && len(x.Alts) == len(y.Alts) && containsAll(x.Alts, y.Alts)
	case Env:
		y, ok := b.D.(Env)
		return ok && x.Name == y.Name && x.Maybe == y.Maybe && (x.Default == nil) == (y.Default == nil) &&
			(x.Default == nil || Equal(*x.Default, *y.Default))
	case PathVal:
		y, ok := b.D.(PathVal)
		return ok && Equal(x.Text, y.Text)
	case Bound:
		y, ok := b.D.(Bound)
		return ok && Equal(x.Self, y.Self) && Equal(x.Fn, y.Fn)
	case Super:
		y, ok := b.D.(Super)
		return ok && x.Class == y.Class && Equal(x.Self, y.Self)
	case Partial:
		y, ok := b.D.(Partial)
		return ok && Equal(x.Fn, y.Fn) && equalArgs(x.Args, y.Args)
	case Coroutine:
		y, ok := b.D.(Coroutine)
		return ok && x.Call == y.Call && Equal(x.Fn, y.Fn) && equalArgs(x.Args, y.Args)
	case *Func:
		y, ok := b.D.(*Func)
		return ok && x == y
	}
	switch b.D.(type) {
	case Concat, Tuple, OneOf, Env, PathVal, Bound, Super, Partial, Coroutine, *Func, Unknown:
		return false // a is of another kind; these do not compare with ==
	}
	return a.D == b.D
}

func equalAll(a, b []Value) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !Equal(a[i], b[i]) {
			return false
		}
	}
	return true
}

func equalArgs(a, b Args) bool {
	if a.More != b.More || !equalAll(a.Pos, b.Pos) || len(a.Named) != len(b.Named) {
		return false
	}
	for i := range a.Named {
		if a.Named[i].Name != b.Named[i].Name || !Equal(a.Named[i].Value, b.Named[i].Value) {
			return false
		}
	}
	return true
}

func containsAll(set, of []Value) bool {
	for _, v := range of {
		if !contains(set, v) {
			return false
		}
	}
	return true
}

func contains(set []Value, v Value) bool {
	for _, s := range set {
		if Equal(s, v) {
			return true
		}
	}
	return false
}

// Join returns what is a or b.
func Join(a, b Value) Value {
	if Equal(a, b) {
		return older(a, b)
	}
	if IsUnknown(a) {
		return forget(a)
	}
	if IsUnknown(b) {
		return forget(b)
	}
	alts := append([]Value{}, Alternatives(a)...)
	for _, v := range Alternatives(b) {
		if !contains(alts, v) {
			alts = append(alts, v)
		}
	}
	if len(alts) > maxAlts {
		return Value{D: Unknown{Why: "one of more than " + strconv.Itoa(maxAlts) + " values"}}
	}
	return Value{D: OneOf{Alts: alts}, From: older(a, b).From}
}

// older returns the one of two equal values whose chain begins first in the sources, so that the choice does not depend on order.
func older(a, b Value) Value {
	switch {
	case a.From == b.From, b.From == nil:
		return a
	case a.From == nil, b.From.Span.Before(a.From.Span):
		return b
	}
	return a
}

// absent is what a name or key is on a run that never made it.
var absent = Value{D: Absent{}}

// joinNamed joins the values of one name.
func joinNamed(_ string, x, y Value) (Value, bool) {
	if Equal(x, y) {
		return older(x, y), x.From != y.From
	}
	return Join(x, y), true
}

func joinObject(a, b *Object) *Object {
	if a == b {
		return a
	}
	o := *a
	o.Open = a.Open || b.Open
	if a.Kind != b.Kind {
		o.Open = true
		return &o
	}
	o.Elts = joinElts(a.Elts, b.Elts)
	o.Items = joinItems(a.Items, b.Items)
	if a.Names.root != b.Names.root {
		o.Names = combine(a.Names, b.Names,
			joinNamed,
			func(_ string, x Value, _ bool) (Value, bool) { return Join(x, absent), true })
	}
	if o.Data != b.Data {
		o.Data = nil
	}
	if o.Open == a.Open && o.Names == a.Names && o.Data == a.Data && sameSlice(o.Elts, a.Elts) && sameSlice(o.Items, a.Items) {
		return a
	}
	return &o
}

// sameSlice reports whether two slices are one.
func sameSlice[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// joinElts joins lists element by element; what only the longer one has may be absent.
func joinElts(a, b []Value) []Value {
	if len(a) == len(b) && equalAll(a, b) {
		return a
	}
	if len(a) < len(b) {
		a, b = b, a
	}
	out := make([]Value, len(a))
	for i := range a {
		if i < len(b) {
			out[i] = Join(a[i], b[i])
		} else {
			out[i] = Join(a[i], absent)
		}
	}
	return out
}

// joinItems joins dicts key by key; a key that only one of them has may be absent.
func joinItems(a, b []Item) []Item {
	if len(a) == 0 && len(b) == 0 {
		return nil
	}
	if sameSlice(a, b) {
		return a
	}
	out := make([]Item, 0, max(len(a), len(b)))
	used := make([]bool, len(b))
	for _, x := range a {
		v := Join(x.Value, absent)
		for j, y := range b {
			if !used[j] && Equal(x.Key, y.Key) {
				used[j], v = true, Join(x.Value, y.Value)
				break
			}
		}
		out = append(out, Item{Key: x.Key, Value: v})
	}
	for j, y := range b {
		if !used[j] {
			out = append(out, Item{Key: y.Key, Value: Join(y.Value, absent)})
		}
	}
	return out
}

// joinState returns what holds in both a and b. Objects that only one run made are kept: only that run's values refer to them.
func joinState(a, b State) State {
	x, y := a.rest(), b.rest()
	none := Value{D: NoneVal{}}
	out := State{
		heap: united(a.heap, b.heap, joinObject),
		env: combine(a.env, b.env,
			func(_ string, x, y Var) (Var, bool) {
				if Equal(x.Value, y.Value) && x.Place == y.Place {
					return x, false
				}
				v := Var{Value: Join(x.Value, y.Value), Place: x.Place}
				if y.Place.Before(x.Place) {
					v.Place = y.Place
				}
				return v, true
			},
			func(name string, v Var, _ bool) (Var, bool) {
				if a.machine() != nil {
					unwritten := State{seldom: &rest{on: x.on, fogs: x.fogs}}
					if x.fogs == nil {
						unwritten.seldom.fogs = y.fogs
					}
					return Var{Value: Join(v.Value, unwritten.Getenv(name)), Place: v.Place}, true
				}
				return Var{Value: Join(v.Value, Value{D: Env{Name: name, Default: &none, Maybe: x.fogs != nil || y.fogs != nil}}), Place: v.Place}, true
			}),
		seldom: joinRest(x, y),
	}
	switch {
	case x.odd && !y.odd:
		out.must = b.must
	case y.odd && !x.odd:
		out.must = a.must
	default:
		out.must = combine(a.must, b.must,
			func(_ string, x, _ bool) (bool, bool) { return x, false },
			func(_ string, _ bool, _ bool) (bool, bool) { return false, false })
	}
	if a.log == b.log {
		out.log = a.log
	} else {
		out.log = &Log{Alts: []*Log{a.log, b.log}, n: max(a.log.len(), b.log.len()) + 1}
	}
	return out
}

func joinRest(a, b *rest) *rest {
	if a == b {
		return a
	}
	out := &rest{
		outside: combine(a.outside, b.outside,
			func(_ string, x, _ bool) (bool, bool) { return x, false },
			func(_ string, x bool, _ bool) (bool, bool) { return false, false }),
		modules: tree[ID]{union(a.modules.root, b.modules.root, func(_ string, x, _ ID) ID { return x })},
		moduleAttrs: combine(a.moduleAttrs, b.moduleAttrs,
			joinNamed,
			func(_ string, x Value, _ bool) (Value, bool) { return unknown("set on some runs only"), true }),
		odd:    a.odd && b.odd,
		unsure: a.unsure || b.unsure,
		fogs:   a.fogs,
		tasks:  joinTasks(a.tasks, b.tasks),
		on:     a.on,
	}
	// a variable that the two runs decided differently is undecided again
	if a.outside.root != b.outside.root {
		diff(a.outside.root, b.outside.root, func(k string, x, inA, y, inB bool) {
			if inA && inB && x != y {
				out.outside = out.outside.del(k)
			}
		})
	}
	if out.fogs == nil {
		out.fogs = b.fogs
	}
	return out
}

func (l *Log) len() int {
	if l == nil {
		return 0
	}
	return l.n
}

// alike reports whether a and b are one state but for what happened on the way to it.
func alike(a, b State) bool {
	return alikeRest(a.rest(), b.rest()) &&
		alikeHeaps(a.heap, b.heap, sameObject) &&
		equal(a.env.root, b.env.root, func(x, y Var) bool { return x.Place == y.Place && sameWay(x.Value, y.Value) })
}

func alikeRest(a, b *rest) bool {
	return a == b || a.fogs == b.fogs && a.odd == b.odd && a.unsure == b.unsure && sameTasks(a.tasks, b.tasks) &&
		equal(a.outside.root, b.outside.root, func(x, y bool) bool { return x == y }) &&
		equal(a.modules.root, b.modules.root, func(x, y ID) bool { return x == y }) &&
		equal(a.moduleAttrs.root, b.moduleAttrs.root, sameWay)
}

// sameObject reports whether x and y, which have one identity, differ at most in what tests found out about their names' values.
func sameObject(x, y *Object) bool {
	return x == y || x.Kind == y.Kind && x.Open == y.Open && x.Built == y.Built && x.From == y.From && x.Data == y.Data &&
		sameSlice(x.Elts, y.Elts) && sameSlice(x.Items, y.Items) && sameSlice(x.Bases, y.Bases) &&
		equal(x.Names.root, y.Names.root, func(a, b Value) bool { return sameWay(forget(a), forget(b)) })
}

// sameWay reports whether a and b are equal and came the same way.
func sameWay(a, b Value) bool { return a.From == b.From && Equal(a, b) }

// width is how many states go on side by side: fewer deep inside calls, where what tells them apart seldom is a configuration, and
// fewer the more of the budget is used up. Code that forks at every step is then followed to its end on one way that may be any,
// instead of on eight as far as the budget lasts.
func (m *machine) width(f *frame) int {
	most := maxStates
	switch {
	case f == nil || f.depth <= 3:
	case f.depth <= 5:
		most = maxStates / 2
	case f.depth <= 8:
		most = 2
	default:
		return 1
	}
	for used := m.steps; used > m.limits.Steps/8 && most > 1; used /= 2 {
		most /= 2
	}
	return most
}

// joinCost is what one join counts of the step budget, and doubling the price of a comparison of states would gain nothing.
const joinCost = 40

// limit joins states that differ in nothing but what happened on the way, and those that are more than f goes on with.
func (m *machine) limit(f *frame, states []State) []State {
	if len(states) < 2 {
		return states
	}
	out := states[:0:0]
next:
	for _, s := range states {
		for i := range out {
			if alike(s, out[i]) {
				out[i] = joinState(out[i], s)
				continue next
			}
		}
		out = append(out, s)
	}
	for most := m.width(f); len(out) > most; {
		n := len(out)
		m.steps += joinCost
		out[n-2] = joinState(out[n-2], out[n-1])
		out = out[:n-1]
	}
	return out
}
