package eval

import "github.com/autogenlint/autogenlint/source"

// cachePaths are decorators that keep what a function has returned, and return it again.
var cachePaths = map[string]bool{"functools.cache": true, "functools.lru_cache": true}

// withCache is fn with a dict of what it has returned, by its arguments.
func (m *machine) withCache(fn *Func, v Value, st State) []Result {
	st, ref := m.alloc(st, &Object{Kind: DictObj, From: v.From})
	c := *fn
	c.Cache = ref.D.(Ref).ID
	m.defs = append(m.defs, &c)
	return one(st, Value{D: &c, From: v.From})
}

// callCached calls a function that keeps what it has returned.
func (m *machine) callCached(f *frame, fn *Func, args Args, st State, whole source.Span) []Result {
	key, ok := cacheKey(args)
	kept := st.Object(fn.Cache)
	if !ok || kept == nil {
		return m.runFunc(f, fn, args, st, whole)
	}
	if it, has := lookup(kept, key); has {
		if v, maybe := present(it.Value); !maybe {
			return one(st, v)
		}
	}
	return then(m.runFunc(f, fn, args, st, whole), func(st State, v Value) []Result {
		if kept := st.Object(fn.Cache); kept != nil {
			st = put(st, fn.Cache, withItem(kept, key, v))
		}
		return one(st, v)
	})
}

// cacheKey stands for the arguments of a call, where all of them are known.
func cacheKey(args Args) (Value, bool) {
	key := Tuple{Elts: append([]Value{}, args.Pos...)}
	for _, n := range args.Named {
		key.Elts = append(key.Elts, Value{D: Str(n.Name)}, n.Value)
	}
	v := Value{D: key}
	return v, !args.More && concrete(v)
}
