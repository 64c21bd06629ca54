package eval

// A tree is a persistent map by names: set and del return a new tree and leave the old one as it was. Its shape depends on its keys
// alone, so trees that share their making share their nodes, and join and diff skip what is shared.
type tree[V any] struct{ root *node[V] }

type node[V any] struct {
	key         string
	val         V
	prio        uint64
	left, right *node[V]
}

// priority spreads a key's hash; equal keys have equal priorities in every run.
func priority(key string) uint64 {
	var h uint64 = 1469598103934665603
	for i := 0; i < len(key); i++ {
		h = (h ^ uint64(key[i])) * 1099511628211
	}
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

func (t tree[V]) get(key string) (V, bool) {
	for n := t.root; n != nil; {
		switch {
		case key == n.key:
			return n.val, true
		case key < n.key:
			n = n.left
		default:
			n = n.right
		}
	}
	var zero V
	return zero, false
}

func (t tree[V]) set(key string, val V) tree[V] {
	return tree[V]{insert(t.root, key, val, priority(key))}
}

func insert[V any](n *node[V], key string, val V, prio uint64) *node[V] {
	if n == nil {
		return &node[V]{key: key, val: val, prio: prio}
	}
	c := *n
	switch {
	case key == n.key:
		c.val = val
	case key < n.key:
		c.left = insert(n.left, key, val, prio)
		if above(c.left, &c) {
			l := c.left // freshly made by insert: ours to change
			c.left, l.right = l.right, &c
			return l
		}
	default:
		c.right = insert(n.right, key, val, prio)
		if above(c.right, &c) {
			r := c.right
			c.right, r.left = r.left, &c
			return r
		}
	}
	return &c
}

func above[V any](a, b *node[V]) bool {
	if a.prio != b.prio {
		return a.prio > b.prio
	}
	return a.key < b.key
}

func (t tree[V]) del(key string) tree[V] { return tree[V]{remove(t.root, key)} }

func remove[V any](n *node[V], key string) *node[V] {
	if n == nil {
		return nil
	}
	if key == n.key {
		return merge(n.left, n.right)
	}
	c := *n
	if key < n.key {
		c.left = remove(n.left, key)
	} else {
		c.right = remove(n.right, key)
	}
	return &c
}

func merge[V any](a, b *node[V]) *node[V] {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	case above(a, b):
		c := *a
		c.right = merge(a.right, b)
		return &c
	default:
		c := *b
		c.left = merge(a, b.left)
		return &c
	}
}

// each calls f with every entry in key order until f returns false.
func (t tree[V]) each(f func(string, V) bool) { walk(t.root, f) }

func walk[V any](n *node[V], f func(string, V) bool) bool {
	return n == nil || walk(n.left, f) && f(n.key, n.val) && walk(n.right, f)
}

// combine returns the union of a and b: both(k, x, y) where both have k, whose second result says whether that differs from x;
// one(k, x, left) where only one has. A false second result leaves the key out. Shared subtrees are taken over without a look.
func combine[V any](a, b tree[V], both func(string, V, V) (V, bool), one func(k string, x V, left bool) (V, bool)) tree[V] {
	if a.root == b.root {
		return a
	}
	out := a
	diff(a.root, b.root, func(k string, x V, inA bool, y V, inB bool) {
		switch {
		case inA && inB:
			if v, changed := both(k, x, y); changed {
				out = out.set(k, v)
			}
		case inA:
			if v, keep := one(k, x, true); keep {
				out = out.set(k, v)
			} else {
				out = out.del(k)
			}
		default:
			if v, keep := one(k, y, false); keep {
				out = out.set(k, v)
			}
		}
	})
	return out
}

// union returns the union of a and b: both(k, x, y) where both have k, and what one has as it is. It costs no more than what
// differs, and shares the rest.
func union[V comparable](a, b *node[V], both func(string, V, V) V) *node[V] {
	switch {
	case a == b || b == nil:
		return a
	case a == nil:
		return b
	}
	if a.key != b.key && above(b, a) {
		below, at, over := split(a, b.key)
		left, right := union(below, b.left, both), union(over, b.right, both)
		val := b.val
		if at != nil {
			val = both(b.key, at.val, b.val)
		}
		if left == b.left && right == b.right && val == b.val {
			return b
		}
		return &node[V]{key: b.key, val: val, prio: b.prio, left: left, right: right}
	}
	below, at, over := split(b, a.key)
	left, right := union(a.left, below, both), union(a.right, over, both)
	val := a.val
	if at != nil {
		val = both(a.key, a.val, at.val)
	}
	if left == a.left && right == a.right && val == a.val {
		return a
	}
	return &node[V]{key: a.key, val: val, prio: a.prio, left: left, right: right}
}

// equal reports whether a and b hold the same. The shape of a tree follows from its keys, so equal trees have equal shapes.
func equal[V any](a, b *node[V], same func(V, V) bool) bool {
	switch {
	case a == b:
		return true
	case a == nil || b == nil || a.key != b.key:
		return false
	}
	return same(a.val, b.val) && equal(a.left, b.left, same) && equal(a.right, b.right, same)
}

// diff calls f, in key order, for every key whose node is not shared by a and b.
func diff[V any](a, b *node[V], f func(k string, x V, inA bool, y V, inB bool)) {
	if a == b {
		return
	}
	if a == nil || b != nil && above(b, a) && a.key != b.key {
		l, m, r := split(a, b.key)
		diff(l, b.left, f)
		if m != nil {
			f(b.key, m.val, true, b.val, true)
		} else {
			var zero V
			f(b.key, zero, false, b.val, true)
		}
		diff(r, b.right, f)
		return
	}
	l, m, r := split(b, a.key)
	diff(a.left, l, f)
	if m != nil {
		f(a.key, a.val, true, m.val, true)
	} else {
		var zero V
		f(a.key, a.val, true, zero, false)
	}
	diff(a.right, r, f)
}

// split divides n into the keys below key, the node of key itself or nil, and the keys above.
func split[V any](n *node[V], key string) (below, at, over *node[V]) {
	if n == nil {
		return nil, nil, nil
	}
	if n.key == key {
		return n.left, n, n.right
	}
	if key < n.key {
		below, at, over = split(n.left, key)
		if at == nil && over == n.left {
			return below, at, n // nothing was cut: keep what is shared
		}
		c := *n
		c.left = over
		return below, at, &c
	}
	below, at, over = split(n.right, key)
	if at == nil && below == n.right {
		return n, at, over
	}
	c := *n
	c.right = below
	return &c, at, over
}
