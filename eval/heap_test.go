package eval

import (
	"maps"
	"math/rand/v2"
	"testing"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A heap is what a map is that is copied before each change; and a union that holds the same as the first shares it.
func TestHeapIsAMap(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	objects := make([]*Object, 40)
	for i := range objects {
		objects[i] = &Object{Name: string(rune('a' + i))}
	}
	ids := []ID{1, 2, 7, 8, 9, 63, 64, 65, 511, 512, 4095, 4096, trunkful - 1, trunkful, trunkful + 1, 5 * trunkful, 5*trunkful + 9}
	heaps, want := []heap{{}}, []map[ID]*Object{{}}
	for range 2000 {
		i := random.IntN(len(heaps))
		h, m := heaps[i], maps.Clone(want[i])
		switch id := ids[random.IntN(len(ids))]; random.IntN(3) {
		case 0:
			h = h.del(id)
			delete(m, id)
		default:
			m[id] = objects[random.IntN(len(objects))]
			h = h.set(id, m[id])
		}
		heaps, want = append(heaps, h), append(want, m)
	}
	first := func(x, y *Object) *Object {
		if x.Name < y.Name {
			return x
		}
		return y
	}
	same := func(x, y *Object) bool { return x.Name == y.Name }
	for range 3000 {
		i, j := random.IntN(len(heaps)), random.IntN(len(heaps))
		a, b, x, y := heaps[i], heaps[j], want[i], want[j]
		holds(t, a, x, ids)
		union := maps.Clone(x)
		for id, o := range y {
			if union[id] = o; x[id] != nil {
				union[id] = first(x[id], o)
			}
		}
		u := united(a, b, first)
		holds(t, u, union, ids)
		if maps.Equal(union, x) && u != a {
			t.Fatalf("the union is made anew, and holds the same: %v, %v", x, y)
		}
		if got := alikeHeaps(a, b, same); got != maps.Equal(x, y) {
			t.Fatalf("alike: %v: %v, %v", got, x, y)
		}
		back, last := a, ID(0)
		differ(a, b, func(id ID, p, q *Object) {
			if p != x[id] || q != y[id] || p == q || id <= last {
				t.Fatalf("%d differs: %v, %v", id, p, q)
			}
			back, last = back.set(id, q), id
			if q == nil {
				back = back.del(id)
			}
		})
		holds(t, back, y, ids)
	}
}

func holds(t *testing.T, h heap, want map[ID]*Object, ids []ID) {
	t.Helper()
	n := 0
	h.each(func(id ID, o *Object) {
		if n++; want[id] != o {
			t.Fatalf("%d is %v", id, o)
		}
	})
	if n != len(want) || n == 0 && h.root != nil {
		t.Fatalf("%d objects, not %d", n, len(want))
	}
	for _, id := range ids {
		if o, ok := h.get(id); o != want[id] || ok != (want[id] != nil) {
			t.Fatalf("%d is %v", id, o)
		}
	}
}

// What a function changes is found once, until its module goes.
func TestChangesAreFoundOnce(t *testing.T) {
	m := &syntax.Module{File: &source.File{Path: "a.py"}}
	fn := &Func{Module: m, Def: &syntax.FuncDef{Body: []syntax.Stmt{&syntax.Global{Names: []string{"x"}}}}}
	r := &Reuse{}
	first, second := r.changes(fn), r.changes(fn)
	if len(first) != 1 || &first[0] != &second[0] {
		t.Errorf("found twice: %v, %v", first, second)
	}
	if r.Forget("a.py"); len(r.changed) != 0 {
		t.Errorf("not forgotten: %v", r.changed)
	}
}
