package eval

// A heap is a persistent map of objects by their IDs: set and del return a new heap and leave the old one as it was. IDs are given
// one after the other, so each is a way through levels of eight branches, and heaps that share their making share most of these.
type heap struct{ root *trunk }

// A level is eight ways on, by three bits of an ID. It is never empty: nil is.
type level[T any] [1 << bits]*T

type (
	leaf   = level[Object]
	twig   = level[leaf]
	branch = level[twig]
	limb   = level[branch]
	// A trunk holds the first objects, and more those behind them.
	trunk struct {
		limbs level[limb]
		more  *trunk
	}
)

const (
	bits     = 3
	trunkful = 1 << (5 * bits) // by one trunk
)

// at returns the way on at the lowest bits of i.
func (l *level[T]) at(i ID) *T {
	if l == nil {
		return nil
	}
	return l[i%(1<<bits)]
}

// with is l with another way on at the lowest bits of i.
func (l *level[T]) with(i ID, way *T) *level[T] {
	var out level[T]
	if l != nil {
		out = *l
	}
	if out[i%(1<<bits)] = way; way == nil && out == (level[T]{}) {
		return nil
	}
	return &out
}

func (h heap) get(id ID) (*Object, bool) {
	t := h.root
	for ; t != nil && id >= trunkful; id -= trunkful {
		t = t.more
	}
	if t == nil {
		return nil, false
	}
	o := t.limbs[id>>(4*bits)].at(id >> (3 * bits)).at(id >> (2 * bits)).at(id >> bits).at(id)
	return o, o != nil
}

func (h heap) set(id ID, o *Object) heap { return heap{h.root.with(id, o)} }

func (h heap) del(id ID) heap { return heap{h.root.with(id, nil)} }

func (t *trunk) with(id ID, o *Object) *trunk {
	var out trunk
	if t != nil {
		out = *t
	}
	if id >= trunkful {
		out.more = out.more.with(id-trunkful, o)
	} else {
		limb := out.limbs[id>>(4*bits)]
		branch := limb.at(id >> (3 * bits))
		twig := branch.at(id >> (2 * bits))
		leaf := twig.at(id >> bits)
		out.limbs[id>>(4*bits)] = limb.with(id>>(3*bits), branch.with(id>>(2*bits), twig.with(id>>bits, leaf.with(id, o))))
	}
	if out == (trunk{}) {
		return nil
	}
	return &out
}

// each calls f with every object, in the order of their IDs.
func (h heap) each(f func(ID, *Object)) {
	differ(heap{}, h, func(id ID, _, o *Object) { f(id, o) })
}

// differ calls f, in the order of the IDs, for every object that a and b do not share. One that is not there is nil.
func differ(a, b heap, f func(id ID, x, y *Object)) {
	var none trunk
	x, y := a.root, b.root
	for first := ID(0); x != y; first += trunkful {
		if x == nil {
			x = &none
		}
		if y == nil {
			y = &none
		}
		apart(first, 4*bits, &x.limbs, &y.limbs, func(first ID, x, y *limb) {
			apart(first, 3*bits, x, y, func(first ID, x, y *branch) {
				apart(first, 2*bits, x, y, func(first ID, x, y *twig) {
					apart(first, bits, x, y, func(first ID, x, y *leaf) {
						apart(first, 0, x, y, f)
					})
				})
			})
		})
		x, y = x.more, y.more
	}
}

// apart calls f for every way on that a and b do not share, with the first ID behind it.
func apart[T any](first ID, shift int, a, b *level[T], f func(first ID, x, y *T)) {
	for i := range ID(1 << bits) {
		if x, y := a.at(i), b.at(i); x != y {
			f(first+i<<shift, x, y)
		}
	}
}

// united is the union of a and b: both of two objects where they differ, and what one of them has as it is.
func united(a, b heap, both func(x, y *Object) *Object) heap {
	leaves := func(x, y *leaf) *leaf { return unitedLevel(x, y, both) }
	twigs := func(x, y *twig) *twig { return unitedLevel(x, y, leaves) }
	branches := func(x, y *branch) *branch { return unitedLevel(x, y, twigs) }
	limbs := func(x, y *limb) *limb { return unitedLevel(x, y, branches) }
	var trunks func(x, y *trunk) *trunk
	trunks = func(x, y *trunk) *trunk {
		switch {
		case x == y || y == nil:
			return x
		case x == nil:
			return y
		}
		out := trunk{more: trunks(x.more, y.more)}
		if all := unitedLevel(&x.limbs, &y.limbs, limbs); all != nil {
			out.limbs = *all
		}
		switch out {
		case *x:
			return x
		case *y:
			return y
		}
		return &out
	}
	return heap{trunks(a.root, b.root)}
}

// unitedLevel is the union of a and b. It is one of them where that is the same.
func unitedLevel[T any](a, b *level[T], both func(x, y *T) *T) *level[T] {
	switch {
	case a == b || b == nil:
		return a
	case a == nil:
		return b
	}
	out := *a
	for i, y := range b {
		switch x := out[i]; {
		case x == nil:
			out[i] = y
		case y != nil && x != y:
			out[i] = both(x, y)
		}
	}
	switch out {
	case *a:
		return a
	case *b:
		return b
	}
	return &out
}

// alikeHeaps reports whether a and b hold the same objects.
func alikeHeaps(a, b heap, same func(x, y *Object) bool) bool {
	leaves := func(x, y *leaf) bool { return every(x, y, same) }
	twigs := func(x, y *twig) bool { return every(x, y, leaves) }
	branches := func(x, y *branch) bool { return every(x, y, twigs) }
	limbs := func(x, y *limb) bool { return every(x, y, branches) }
	x, y := a.root, b.root
	for ; x != y; x, y = x.more, y.more {
		if x == nil || y == nil || !every(&x.limbs, &y.limbs, limbs) {
			return false
		}
	}
	return true
}

// every reports whether a and b have the same ways on, and same of all that they do not share.
func every[T any](a, b *level[T], same func(x, y *T) bool) bool {
	for i, x := range a {
		if y := b[i]; x != y && (x == nil || y == nil || !same(x, y)) {
			return false
		}
	}
	return true
}
