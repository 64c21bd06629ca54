package eval

import "strings"

// What globals() returns, and an object's __dict__, is no copy: what is put into it becomes a name of the module, or an attribute of the
// object. It is held as a method of the module or object; reading it is not followed.

// namesOf is the dict that the names of x are.
func namesOf(x Value) Value { return method(x, namesDict) }

const namesDict = "object.__dict__"

// namesIn is the object whose names v is the dict of, or 0.
func namesIn(v Value) ID {
	b, ok := v.D.(Bound)
	if !ok || b.Fn.D != (Foreign{Path: namesDict}) {
		return 0
	}
	return selfID(b.Self)
}

// rename puts a name into such a dict; one that is not known may be any.
func rename(st State, id ID, key, v Value) State {
	if name, ok := AsStr(key); ok {
		return bindIn(st, id, name, v)
	}
	return renamed(st, id)
}

// renamed forgets the names of an object, since code that is not followed may have changed them: all but its functions and classes.
func renamed(st State, id ID) State {
	if st.Object(id) == nil {
		return st
	}
	st = rebound(st, id)
	n := *st.Object(id)
	n.Open = true
	return put(st, id, &n)
}

// rebound forgets the names that an object has, as renamed does; that it may have others by now is not taken to be so.
func rebound(st State, id ID) State {
	o := st.Object(id)
	if o == nil {
		return st
	}
	n := *o
	o.Each(func(name string, v Value) bool {
		if !defines(v, st) {
			n.Names = n.Names.set(name, unknown("a name that code which is not followed may have changed"))
		}
		return true
	})
	return put(st, id, &n)
}

// anyRebound is rebound for every module: the program reaches into the names of whoever calls it.
func anyRebound(st State) State {
	st.readsMore()
	st.rest().modules.each(func(_ string, id ID) bool {
		st = rebound(st, id)
		return true
	})
	return st
}

// defines reports whether v is a function, a class, a module, or something of a package.
func defines(v Value, st State) bool {
	switch v.D.(type) {
	case *Func, Foreign:
		return true
	}
	o := st.Deref(v)
	return o != nil && (o.Kind == ClassObj || o.Kind == ScopeObj)
}

func addNames(add func(string, func(*Call) []Result)) {
	addSetters(add)
	add("globals", func(c *Call) []Result {
		id, ok := c.State.moduleScope(c.f.module.File.Path)
		if !ok {
			return c.Return(c.Alloc(&Object{Kind: DictObj, Open: true}))
		}
		return c.Return(namesOf(Value{D: Ref{ID: id}}))
	})
	add(namesDict+".update", func(c *Call) []Result {
		id := selfID(c.Self)
		if v := firstOr(c, Value{}); v.D != nil {
			o := c.State.Deref(v)
			if o == nil || o.Kind != DictObj || o.Open {
				c.State = renamed(c.State, id)
			}
			if o != nil && o.Kind == DictObj {
				for _, it := range o.Items {
					if val, maybe := present(it.Value); !maybe {
						c.State = rename(c.State, id, it.Key, val)
					} else {
						c.State = rename(c.State, id, it.Key, unknown("what may have been put there"))
					}
				}
			}
		}
		for _, n := range c.Args.Named {
			c.State = bindIn(c.State, id, n.Name, n.Value)
		}
		if c.Args.More {
			c.State = renamed(c.State, id)
		}
		return c.Return(none())
	})
	add(namesDict+".setdefault "+namesDict+".pop "+namesDict+".clear "+namesDict+".popitem", func(c *Call) []Result {
		c.State = rename(c.State, selfID(c.Self), firstOr(c, Value{D: Unknown{}}), unknown("a name that may have been changed"))
		return c.Return(unknown("a name"))
	})
	add("object.__setattr__ pydantic.BaseModel.__setattr__ pydantic.main.BaseModel.__setattr__", func(c *Call) []Result {
		self, rest := c.Self, c.Args.Pos
		if self.D == nil && len(rest) > 0 {
			self, rest = rest[0], rest[1:]
		}
		if id := selfID(self); id != 0 && len(rest) == 2 {
			c.attrSet(self, rest[0], rest[1])
			c.State = rename(c.State, id, rest[0], rest[1])
		}
		return c.Return(none())
	})
	add("exec", func(c *Call) []Result {
		c.Fog("code that exec runs", "")
		if len(c.Args.Pos) > 1 {
			return c.Unknown("what exec returns", false) // it has the names that it is given
		}
		c.State = renamed(c.State, c.f.scope)
		return c.Return(none())
	})
}

// attrSet records that an attribute of an object of a package is set, or one of something that is a part of such an object.
func (c *Call) attrSet(of, key, v Value) {
	name, ok := AsStr(key)
	if !ok {
		return
	}
	if o := c.State.Deref(of); o == nil {
		c.State = c.m.partSet(c.f, of, name, v, c.Place, c.Whole, c.State)
	} else if path := c.m.foreignClass(o.Class, c.State); o.Kind == InstanceObj && path != "" {
		c.Record(Event{Kind: AttrSet, Name: path + "." + name, Value: v, Object: selfID(of)})
	}
}

// spelledOut are args with a dict of its own for each that is the names of an object: who is not of the program reads it.
func (m *machine) spelledOut(args Args, st *State) Args {
	for i, v := range args.Pos {
		if namesIn(v) != 0 {
			args.Pos = append([]Value{}, args.Pos...)
			args.Pos[i] = m.spelled(v, st)
		}
	}
	return args
}

// spelled is a dict of what the names of an object are; v itself where it is no such dict.
func (m *machine) spelled(v Value, st *State) Value {
	id := namesIn(v)
	if id == 0 {
		return v
	}
	o := st.Object(id)
	d := &Object{Kind: DictObj, Open: o == nil || o.Open || o.Kind != InstanceObj}
	if o != nil {
		o.Each(func(name string, x Value) bool {
			d.Items = append(d.Items, Item{Key: Value{D: Str(name)}, Value: x})
			return true
		})
	}
	next, ref := m.alloc(*st, d)
	*st = next
	return ref
}

// containerMethod reports whether path is a method of a list, dict or set.
func containerMethod(path string) bool {
	switch top, _, _ := strings.Cut(path, "."); top {
	case "list", "dict", "set":
		return path != top
	}
	return false
}

func isContainer(v Value, st State) bool {
	o := st.Deref(v)
	return o != nil && (o.Kind == ListObj || o.Kind == DictObj || o.Kind == SetObj)
}

// changesArguments reports whether a function of a package that leaves its arguments alone otherwise changes them.
func changesArguments(path string) bool {
	top, name, _ := strings.Cut(path, ".")
	switch top {
	case "operator":
		switch name {
		case "delitem", "iadd", "iand", "iconcat", "ior", "isub", "ixor":
			return true
		}
	case "heapq", "bisect":
		return true
	case "random":
		return name == "shuffle"
	}
	return false
}

// setContainer is container[key] = value, called by its name.
func (c *Call) setContainer(of, key, v Value) []Result {
	o := c.State.Deref(of)
	if o == nil {
		return c.Return(none())
	}
	if o.Kind != DictObj {
		c.State = c.m.blur(c.f, of, c.State, c.Whole, 0)
		return c.Return(none())
	}
	name, _ := AsStr(key)
	c.Record(Event{Kind: ItemSet, Name: name, Value: v, Object: selfID(of)})
	c.Put(selfID(of), withItem(o, key, v))
	return c.Return(none())
}

func addSetters(add func(string, func(*Call) []Result)) {
	add("weakref.ref", func(c *Call) []Result {
		return c.Return(Value{D: Partial{Fn: Value{D: Foreign{Path: "weakref.ref.get"}}, Args: Args{Pos: []Value{firstOr(c, none())}}}})
	})
	add("weakref.proxy weakref.ref.get", func(c *Call) []Result { return c.Return(firstOr(c, none())) })
	add("dict.__setitem__ list.__setitem__", func(c *Call) []Result { return c.setContainer(c.Self, arg(c, 0, "key"), arg(c, 1, "value")) })
	add("operator.setitem", func(c *Call) []Result { return c.setContainer(arg(c, 0, "a"), arg(c, 1, "b"), arg(c, 2, "c")) })
	add("delattr", func(c *Call) []Result {
		name, ok := AsStr(arg(c, 1, "name"))
		id := selfID(arg(c, 0, "obj"))
		o := c.State.Object(id)
		switch {
		case o == nil:
		case ok:
			n := *o
			n.Names = o.Names.del(name)
			c.Put(id, &n)
		default:
			c.State = renamed(c.State, id)
		}
		return c.Return(none())
	})
}

// moduleNamed is what sys.modules holds under a name.
func (m *machine) moduleNamed(key Value, st State) Value {
	out := Value{D: Unknown{Why: "a module of the module table"}}
	name, ok := AsStr(key)
	if !ok {
		return out
	}
	st.readsMore()
	if id, ok := st.rest().modules.get(m.trace.Entry.File.Path); ok && name == "__main__" {
		return Value{D: Ref{ID: id}}
	}
	st.rest().modules.each(func(_ string, id ID) bool {
		if o := st.Object(id); o != nil && o.Name == name {
			out = Value{D: Ref{ID: id}}
			return false
		}
		return true
	})
	return out
}

// redefault notes that the program changes the defaults of fn: what they are is not known from then on.
func (m *machine) redefault(fn *Func, st *State) {
	m.redefaulted[fn.node()] = true
	st.readsMore()
}

// sharedNames marks an object whose __dict__ is one that others have as well.
type sharedNames struct{}
