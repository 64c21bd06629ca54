package eval

func addContainers(add func(string, func(*Call) []Result)) {
	self := func(c *Call) (ID, *Object) {
		r, ok := c.Self.D.(Ref)
		if !ok {
			return 0, nil
		}
		return r.ID, c.State.Object(r.ID)
	}
	add("list.append set.add", func(c *Call) []Result {
		if id, o := self(c); o != nil {
			n := *o
			elt := firstOr(c, unknown("an element"))
			if d := c.State.Deref(elt); d != nil && d.Kind == DictObj {
				c.Record(Event{Kind: ItemSet, Value: elt, Object: id})
			}
			n.Elts = append(o.Elts[:len(o.Elts):len(o.Elts)], elt)
			c.Put(id, &n)
		}
		return c.Return(none())
	})
	add("list.extend set.update", func(c *Call) []Result {
		if id, o := self(c); o != nil {
			elts, ok := c.m.elements(firstOr(c, Value{}), c.State)
			n := *o
			n.Elts = append(o.Elts[:len(o.Elts):len(o.Elts)], elts...)
			n.Open = o.Open || !ok
			c.Put(id, &n)
		}
		return c.Return(none())
	})
	add("list.insert", func(c *Call) []Result {
		if id, o := self(c); o != nil && len(c.Args.Pos) == 2 {
			n := *o
			i, ok := c.Args.Pos[0].D.(Int)
			k := int(i)
			if k < 0 {
				k = max(0, k+len(o.Elts))
			}
			k = min(k, len(o.Elts))
			if ok {
				n.Elts = append(append(append([]Value{}, o.Elts[:k]...), c.Args.Pos[1]), o.Elts[k:]...)
			} else {
				n.Elts, n.Open = nil, true
			}
			c.Put(id, &n)
		}
		return c.Return(none())
	})
	add("list.pop", func(c *Call) []Result {
		id, o := self(c)
		if o == nil || o.Open || len(o.Elts) == 0 {
			return c.Return(unknown("an element"))
		}
		i, ok := argOr(c, 0, "index", Value{D: Int(-1)}).D.(Int)
		k := int(i)
		if k < 0 {
			k += len(o.Elts)
		}
		if !ok || k < 0 || k >= len(o.Elts) {
			return c.Return(unknown("an element"))
		}
		n := *o
		n.Elts = append(append([]Value{}, o.Elts[:k]...), o.Elts[k+1:]...)
		c.Put(id, &n)
		return c.Return(o.Elts[k])
	})
	add("list.clear dict.clear set.clear", func(c *Call) []Result {
		if id, o := self(c); o != nil {
			n := *o
			n.Elts, n.Items, n.Open = nil, nil, false
			c.Put(id, &n)
		}
		return c.Return(none())
	})
	add("list.sort", func(c *Call) []Result {
		id, o := self(c)
		if o == nil {
			return c.Return(none())
		}
		return c.sorted(o.Elts, !o.Open, func(c *Call, elts []Value, ok bool) Value {
			n := *c.State.Object(id)
			n.Elts, n.Open = elts, !ok
			c.Put(id, &n)
			return none()
		})
	})
	add("list.remove list.reverse set.remove set.discard", func(c *Call) []Result {
		if id, o := self(c); o != nil {
			n := *o
			n.Elts, n.Open = nil, true
			c.Put(id, &n)
		}
		return c.Return(none())
	})
	add("list.copy dict.copy set.copy", func(c *Call) []Result { return c.Return(c.copyValue(c.Self, false, 0)) })
	add("list.index list.count tuple.index tuple.count", func(c *Call) []Result { return c.Return(unknown("a position")) })
	add("dict.get", func(c *Call) []Result {
		_, o := self(c)
		def := argOr(c, 1, "default", none())
		key := arg(c, 0, "key")
		if o == nil || !concrete(key) {
			return c.Return(unknown("an item"))
		}
		it, ok := lookup(o, key)
		if !ok {
			if o.Open {
				return c.Return(unknown("an item that may be there"))
			}
			return c.Return(def)
		}
		v, maybe := present(it.Value)
		if IsAbsent(v) {
			return c.Return(def)
		}
		if maybe {
			v = Join(v, def)
		}
		return c.Return(v)
	})
	add("dict.setdefault", func(c *Call) []Result {
		id, o := self(c)
		key := arg(c, 0, "key")
		if o == nil || !concrete(key) {
			return c.Return(unknown("an item"))
		}
		def := argOr(c, 1, "default", none())
		it, ok := lookup(o, key)
		switch {
		case ok:
			v, maybe := present(it.Value)
			if maybe {
				v = Join(v, def)
				c.Put(id, withItem(o, key, v))
			}
			return c.Return(v)
		case o.Open:
			v := unknown("an item that may be there")
			c.Put(id, withItem(o, key, v))
			return c.Return(v)
		}
		c.Put(id, withItem(o, key, def))
		return c.Return(def)
	})
	add("dict.pop", func(c *Call) []Result {
		id, o := self(c)
		key := arg(c, 0, "key")
		if o == nil {
			return c.Return(unknown("an item"))
		}
		it, ok := lookup(o, key)
		n := *o
		n.Items = nil
		for _, x := range o.Items {
			if concrete(key) && !Equal(x.Key, key) {
				n.Items = append(n.Items, x)
			}
		}
		n.Open = o.Open || !concrete(key)
		c.Put(id, &n)
		switch {
		case ok:
			v, _ := present(it.Value)
			return c.Return(v)
		case !o.Open && concrete(key) && len(c.Args.Pos) > 1:
			return c.Return(c.Args.Pos[1])
		}
		return c.Return(unknown("an item"))
	})
	add("dict.update", func(c *Call) []Result {
		if id, o := self(c); o != nil {
			for _, it := range itemsOf(firstOr(c, Value{}), c.State) {
				name, _ := AsStr(it.Key)
				at, _ := it.Key.Literal()
				c.Record(Event{Kind: ItemSet, Name: name, Value: it.Value, Object: id, Span: at})
			}
			c.State = c.m.dictUpdate(id, firstOr(c, Value{}), Args{Named: c.Args.Named, More: c.Args.More}, c.State)
		}
		return c.Return(none())
	})
	add("dict.keys", func(c *Call) []Result {
		elts, ok := c.m.elements(c.Self, c.State)
		return c.Return(c.Alloc(&Object{Kind: ListObj, Elts: elts, Open: !ok}))
	})
	add("dict.values dict.items", func(c *Call) []Result {
		_, o := self(c)
		if o == nil {
			return c.Return(unknown("the items of a dict"))
		}
		out := &Object{Kind: ListObj, Open: o.Open}
		for _, it := range o.Items {
			v, maybe := present(it.Value)
			if c.Path == "dict.items" {
				v = Value{D: Tuple{Elts: []Value{it.Key, v}}}
			}
			if maybe {
				v = Join(v, absent)
			}
			out.Elts = append(out.Elts, v)
		}
		return c.Return(c.Alloc(out))
	})
	add("dict.fromkeys collections.defaultdict collections.OrderedDict collections.ChainMap", func(c *Call) []Result {
		if c.Path == "collections.OrderedDict" && len(c.Args.Pos) == 0 {
			c.Path = "dict"
			return c.construct()
		}
		return c.Return(c.Alloc(&Object{Kind: DictObj, Open: true}))
	})
	add("set.union set.intersection set.difference", func(c *Call) []Result { return c.Return(c.Alloc(&Object{Kind: SetObj, Open: true})) })
	add("types.SimpleNamespace argparse.Namespace", func(c *Call) []Result {
		o := &Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: "object"}}, Open: c.Args.More}
		for _, n := range c.Args.Named {
			o.Names = o.Names.set(n.Name, n.Value)
		}
		return c.Return(c.Alloc(o))
	})
}

func itemsOf(v Value, st State) []Item {
	if o := st.Deref(v); o != nil && o.Kind == DictObj {
		return o.Items
	}
	return nil
}

// dictUpdate is d.update(v, **named).
func (m *machine) dictUpdate(id ID, v Value, args Args, st State) State {
	o := st.Object(id)
	if o == nil {
		return st
	}
	if v.D != nil {
		if from := st.Deref(v); from != nil && from.Kind == DictObj {
			o = m.spread(o, v, st)
		} else if pairs, ok := m.elements(v, st); ok {
			for _, p := range pairs {
				if kv, ok := m.elements(p, st); ok && len(kv) == 2 {
					o = withItem(o, kv[0], kv[1])
				}
			}
		} else {
			c := *o
			c.Open, c.Items = true, blurItems(o.Items)
			o = &c
		}
	}
	for _, n := range args.Named {
		o = withItem(o, Value{D: Str(n.Name), From: &Origin{Kind: FromLiteral, Span: n.Place}}, n.Value)
	}
	if args.More {
		c := *o
		c.Open, c.Items = true, blurItems(o.Items)
		o = &c
	}
	return put(st, id, o)
}
