package eval

import (
	"slices"

	"github.com/autogenlint/autogenlint/syntax"
)

// A change is something that a function changes and others see. A function that the program does not call may run before another one of
// these, and has changed it then.
type change struct {
	kind changeKind
	name string
	key  string // of an item: the key, "" for any
}

type changeKind uint8

const (
	setsGlobal changeKind = iota // a name that it declares global
	setsAttr                     // an attribute that it sets
	fillsIn                      // the name of an object whose attributes it sets by names that are not seen
	setsItem                     // the name or attribute that holds a dict of which it sets a key
)

// A changer is a function with what it changes.
type changer struct {
	fn      *Func
	changes []change
}

// changes are the changes of several functions.
type changes struct {
	globals map[global]bool
	attrs   map[string]bool
	filled  map[string]bool
	items   map[string]map[string]bool
}

// A global is a name of the module at a path.
type global struct{ file, name string }

// constructs reports whether fn only sets up an object that nobody else has yet.
func constructs(fn *Func) bool {
	switch fn.Def.Name {
	case "__init__", "__new__", "__post_init__", "model_post_init", "__attrs_post_init__", "setUp":
		return fn.Class != 0
	}
	return false
}

// changesOf are the changes of fn, which other programs may have asked for before.
func (m *machine) changesOf(fn *Func) []change {
	if m.reuse == nil {
		return changesIn(fn.Def)
	}
	return m.reuse.changes(fn)
}

func changesIn(fn *syntax.FuncDef) (out []change) {
	syntax.Each(&syntax.Module{Body: fn.Body}, func(n syntax.Node) {
		switch n := n.(type) {
		case *syntax.Global:
			for _, name := range n.Names {
				out = append(out, change{kind: setsGlobal, name: name})
			}
		case *syntax.Assign:
			for _, t := range n.Targets {
				out = target(out, t)
			}
		case *syntax.AnnAssign:
			out = target(out, n.Target)
		case *syntax.AugAssign:
			out = target(out, n.Target)
		case *syntax.Call:
			out = changedBy(out, n)
		}
	})
	return slices.Clip(out)
}

// target appends what is changed by binding e.
func target(out []change, e syntax.Expr) []change {
	switch e := e.(type) {
	case *syntax.Attr:
		out = append(out, change{kind: setsAttr, name: e.Name})
	case *syntax.Index:
		if key, _ := e.I.(*syntax.Str); key != nil {
			return item(out, e.X, key.Value)
		}
		return item(out, e.X, "")
	case *syntax.Tuple:
		for _, x := range e.Elts {
			out = target(out, x)
		}
	case *syntax.List:
		for _, x := range e.Elts {
			out = target(out, x)
		}
	}
	return out
}

// changedBy appends what setattr(…) changes, and methods that change a dict.
func changedBy(out []change, e *syntax.Call) []change {
	if a, ok := e.Fun.(*syntax.Attr); ok {
		switch a.Name {
		case "update", "setdefault", "pop", "clear":
			out = item(out, a.X, "")
		}
	}
	if callee(e.Fun) != "setattr" || len(e.Args) < 2 {
		return out
	}
	if name, ok := e.Args[1].Value.(*syntax.Str); ok {
		return append(out, change{kind: setsAttr, name: name.Value})
	}
	if x, ok := e.Args[0].Value.(*syntax.Name); ok {
		return append(out, change{kind: fillsIn, name: x.Ident})
	}
	return out
}

func item(out []change, x syntax.Expr, key string) []change {
	switch x := x.(type) {
	case *syntax.Name:
		return append(out, change{setsItem, x.Ident, key})
	case *syntax.Attr:
		return append(out, change{setsItem, x.Name, key})
	}
	return out
}

// together are the changes of those functions that done does not hold.
func together(all []changer, done map[syntax.Node]bool) changes {
	out := changes{map[global]bool{}, map[string]bool{}, map[string]bool{}, map[string]map[string]bool{}}
	for _, c := range all {
		if done[c.fn.node()] {
			continue
		}
		for _, ch := range c.changes {
			switch ch.kind {
			case setsGlobal:
				out.globals[global{c.fn.Module.File.Path, ch.name}] = true
			case setsAttr:
				out.attrs[ch.name] = true
			case fillsIn:
				out.filled[ch.name] = true
			case setsItem:
				if out.items[ch.name] == nil {
					out.items[ch.name] = map[string]bool{}
				}
				out.items[ch.name][ch.key] = true
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
			m.changers = append(m.changers, changer{fn, m.changesOf(fn)})
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
		if (c.globals[global{file, name}] || c.attrs[name] && simple(v)) && st.rebound(v) {
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
