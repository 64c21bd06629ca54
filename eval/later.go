package eval

import "github.com/autogenlint/autogenlint/syntax"

// changes are what functions change of things that others see. A function that the program does not call may run before another one
// of these, and has changed them then.
type changes struct {
	fn      *Func                      // the function, if it is one
	globals map[string]bool            // names that it declares global, each behind its module's path
	attrs   map[string]bool            // attributes that it sets
	filled  map[string]bool            // names of objects whose attributes it sets by names that are not seen
	items   map[string]map[string]bool // by the name or attribute that holds the dict: keys that it sets, "" for any
}

func newChanges(fn *Func) changes {
	return changes{fn, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]map[string]bool{}}
}

// constructs reports whether fn only sets up an object that nobody else has yet.
func constructs(fn *Func) bool {
	switch fn.Def.Name {
	case "__init__", "__new__", "__post_init__", "model_post_init", "__attrs_post_init__", "setUp":
		return fn.Class != 0
	}
	return false
}

func changesOf(fn *Func) changes {
	c := newChanges(fn)
	syntax.Each(&syntax.Module{Body: fn.Def.Body}, func(n syntax.Node) {
		switch n := n.(type) {
		case *syntax.Global:
			for _, name := range n.Names {
				c.globals[globalName(fn.Module.File.Path, name)] = true
			}
		case *syntax.Assign:
			for _, t := range n.Targets {
				c.target(t)
			}
		case *syntax.AnnAssign:
			c.target(n.Target)
		case *syntax.AugAssign:
			c.target(n.Target)
		case *syntax.Call:
			c.call(n)
		}
	})
	return c
}

func globalName(file, name string) string { return file + ":" + name }

func (c changes) target(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Attr:
		c.attrs[e.Name] = true
	case *syntax.Index:
		key, _ := e.I.(*syntax.Str)
		if key == nil {
			c.item(e.X, "")
		} else {
			c.item(e.X, key.Value)
		}
	case *syntax.Tuple:
		for _, x := range e.Elts {
			c.target(x)
		}
	case *syntax.List:
		for _, x := range e.Elts {
			c.target(x)
		}
	}
}

// call notes setattr(…), and methods that change a dict.
func (c changes) call(e *syntax.Call) {
	if a, ok := e.Fun.(*syntax.Attr); ok {
		switch a.Name {
		case "update", "setdefault", "pop", "clear":
			c.item(a.X, "")
		}
	}
	if callee(e.Fun) != "setattr" || len(e.Args) < 2 {
		return
	}
	if name, ok := e.Args[1].Value.(*syntax.Str); ok {
		c.attrs[name.Value] = true
	} else if x, ok := e.Args[0].Value.(*syntax.Name); ok {
		c.filled[x.Ident] = true
	}
}

func (c changes) item(x syntax.Expr, key string) {
	name := ""
	switch x := x.(type) {
	case *syntax.Name:
		name = x.Ident
	case *syntax.Attr:
		name = x.Name
	default:
		return
	}
	if c.items[name] == nil {
		c.items[name] = map[string]bool{}
	}
	c.items[name][key] = true
}

// together are the changes of those functions that done does not hold.
func together(all []changes, done map[syntax.Node]bool) changes {
	out := newChanges(nil)
	for _, c := range all {
		if done[c.fn.node()] {
			continue
		}
		for name := range c.globals {
			out.globals[name] = true
		}
		for name := range c.attrs {
			out.attrs[name] = true
		}
		for name := range c.filled {
			out.filled[name] = true
		}
		for name, keys := range c.items {
			for key := range keys {
				if out.items[name] == nil {
					out.items[name] = map[string]bool{}
				}
				out.items[name][key] = true
			}
		}
	}
	return out
}

const changedWhy = "something that code which is not seen may have changed"

// unsettled is st where every function that the program does not call may have run.
func (m *machine) unsettled(st State) State {
	for _, fn := range m.defs {
		if fn.Def != nil && !m.entered[fn.node()] && !constructs(fn) {
			m.changers = append(m.changers, changesOf(fn))
		}
	}
	c := together(m.changers, nil)
	st.rest().modules.each(func(file string, id ID) bool {
		st = c.module(file, id, st)
		return true
	})
	st.heap.each(func(id ID, o *Object) {
		if o.Kind == ClassObj || o.Kind == InstanceObj && o.Built == nil {
			st = c.object(id, st)
		}
	})
	return st
}

// module makes unknown what c sets of a module's names.
func (c changes) module(file string, id ID, st State) State {
	o := st.Object(id)
	if o == nil {
		return st
	}
	n, changed := *o, false
	o.Each(func(name string, v Value) bool {
		if (c.globals[globalName(file, name)] || c.attrs[name] && simple(v)) && st.rebound(v) {
			n.Names, changed = n.Names.set(name, Value{D: Unknown{Why: changedWhy}, From: v.From}), true
		}
		if held := st.Deref(v); c.filled[name] && held != nil && held.Kind == InstanceObj && held.Built == nil {
			st = renamed(st, v.D.(Ref).ID)
		}
		st = c.dict(name, v, st)
		return true
	})
	if !changed {
		return st
	}
	return put(st, id, &n)
}

// object makes unknown what c sets of an object's attributes.
func (c changes) object(id ID, st State) State {
	o := st.Object(id)
	n, changed := *o, false
	o.Each(func(name string, v Value) bool {
		if c.attrs[name] && st.rebound(v) {
			n.Names, changed = n.Names.set(name, Value{D: Unknown{Why: changedWhy}, From: v.From}), true
		}
		st = c.dict(name, v, st)
		return true
	})
	if !changed {
		return st
	}
	return put(st, id, &n)
}

// dict makes unknown what c sets in the dict that a name or attribute holds.
func (c changes) dict(name string, v Value, st State) State {
	keys := c.items[name]
	if len(keys) == 0 {
		return st
	}
	o := st.Deref(v)
	if o == nil || o.Kind != DictObj {
		return st
	}
	n := *o
	n.Items = append([]Item{}, o.Items...)
	for i, it := range n.Items {
		if key, ok := AsStr(it.Key); ok && (keys[key] || keys[""]) && simple(it.Value) {
			n.Items[i].Value = Value{D: Unknown{Why: changedWhy}, From: it.Value.From}
		}
	}
	return put(st, v.D.(Ref).ID, &n)
}

// simple reports whether v is no object, function or class.
func simple(v Value) bool {
	switch v.D.(type) {
	case Str, NoneVal, Env, Concat, Bool, Int, Float, OneOf:
		return true
	}
	return false
}

// rebound reports whether v is something that programs bind anew. A client that was built stays in view: others ask it.
func (s State) rebound(v Value) bool {
	o := s.Deref(v)
	return !defines(v, s) && (o == nil || o.Built == nil)
}
