package eval

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
	o := st.Object(id)
	if o == nil {
		return st
	}
	n := *o
	n.Open = true
	o.Each(func(name string, v Value) bool {
		if !defines(v, st) {
			n.Names = n.Names.set(name, unknown("a name that code which is not followed may have changed"))
		}
		return true
	})
	return put(st, id, &n)
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
	add("globals", func(c *Call) []Result {
		id, ok := c.State.modules.get(c.f.module.File.Path)
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
