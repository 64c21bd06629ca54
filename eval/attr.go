package eval

import (
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// dictMethods are the methods that a dict has and a tuple has not.
var dictMethods = map[string]bool{
	"copy": true, "get": true, "items": true, "keys": true, "pop": true, "setdefault": true, "update": true, "values": true,
}

// attr is `x.name`.
func (m *machine) attr(f *frame, e *syntax.Attr, x Value, st State) []Result {
	if dictMethods[e.Name] {
		st = m.mistyped(f, st, x, "AttributeError", "'tuple' object has no attribute '"+e.Name+"'", f.span(e.X))
	}
	v, found := m.getAttr(f, x, e.Name, st, f.span(e))
	if !found {
		if v, ok := m.circle(st.Deref(x), e.Name, f.span(e)); ok {
			return one(st, v)
		}
	}
	return m.got(f, x, e.Name, v, found, st, f.span(e))
}

// got is what taking the attribute name of x yields, where its class holds v: a property and a descriptor make it themselves.
func (m *machine) got(f *frame, x Value, name string, v Value, found bool, st State, at source.Span) []Result {
	if fn, ok := v.D.(*Func); ok && found && fn.Kind == Property {
		return m.property(f, fn, x, name, st, at)
	}
	if b, ok := v.D.(Bound); ok {
		if fn, ok := b.Fn.D.(*Func); ok && fn.Kind == Property {
			return m.property(f, fn, b.Self, name, st, at)
		}
	}
	if get, ok := m.hook(v, "__get__", st); ok {
		switch o := st.Deref(x); {
		case o == nil:
		case o.Kind == ClassObj:
			return m.call(f, get, Args{Pos: []Value{none(), x}}, st, nil, at)
		case o.Kind == InstanceObj:
			if own, _ := o.Names.get(name); own.D != nil && Equal(own, v) {
				break // the object holds it itself
			}
			return m.call(f, get, Args{Pos: []Value{x, o.Class}}, st, nil, at)
		}
	}
	return one(st, v)
}

// property is what a property returns of self. One that is cached becomes an attribute of its object.
func (m *machine) property(f *frame, fn *Func, self Value, name string, st State, at source.Span) []Result {
	rs := m.runFunc(f, fn, Args{Pos: []Value{self}}, st, at)
	if o := st.Deref(self); !fn.Once || o == nil || o.Kind != InstanceObj {
		return rs
	}
	return then(rs, func(st State, v Value) []Result { return one(bindIn(st, selfID(self), name, v), v) })
}

// getAttr looks an attribute up; found is false when nothing is known of it.
func (m *machine) getAttr(f *frame, x Value, name string, st State, at source.Span) (Value, bool) {
	if v, ok := m.memberAttr(x, name, st); ok {
		return v, true
	}
	switch d := x.D.(type) {
	case Foreign:
		path := d.Path + "." + name
		if v, ok := m.constant(path); ok {
			return v, true
		}
		st.readsAttrs()
		if st.rest().moduleAttrs.root != nil {
			if v, ok := st.rest().moduleAttrs.get(path); ok {
				return v, true
			}
		}
		return Value{D: Foreign{Path: path}, From: x.From}, true
	case Str, Concat, Env, Bytes:
		return Value{D: Bound{Self: x, Fn: Value{D: Foreign{Path: "str." + name}}}}, true
	case PathVal:
		return pathAttr(x, d, name), true
	case Tuple:
		return Value{D: Bound{Self: x, Fn: Value{D: Foreign{Path: "tuple." + name}}}}, true
	case Bound:
		if namesIn(x) != 0 {
			return method(d.Self, namesDict+"."+name), true
		}
		return partOf(x, "an attribute of something that is not known"), false
	case OneOf:
		out := Value{}
		for i, a := range d.Alts {
			v, ok := m.getAttr(f, a, name, st, at)
			if !ok {
				return unknown("an attribute of one of several things"), false
			}
			if i == 0 {
				out = v
			} else {
				out = Join(out, v)
			}
		}
		return out, true
	case Super:
		return m.superAttr(d, name, st)
	case Ref:
		return m.objectAttr(f, x, d, name, st)
	case Unknown:
		if d.Of != 0 && changers[name] {
			return method(x, partClass+"."+name), true
		}
		return Value{D: Unknown{Why: d.Why, Project: d.Project, Of: d.Of}, From: x.From}, false
	case *Func:
		if name == "__defaults__" || name == "__kwdefaults__" {
			m.redefault(d, &st) // it is read to be changed
		}
		return unknown("an attribute of a function"), false
	}
	return unknown("an attribute of something that is not known"), false
}

// constant is the value of a name of a package, where that is a constant.
func (m *machine) constant(path string) (Value, bool) {
	if v, ok := constants[path]; ok {
		return v, true
	}
	if out := m.world.Foreign(path); out != nil && out.Value != nil {
		return *out.Value, true
	}
	return Value{}, false
}

func (m *machine) superAttr(d Super, name string, st State) (Value, bool) {
	cls := d.Self
	if o := st.Deref(d.Self); o != nil && o.Kind == InstanceObj {
		cls = o.Class
	}
	mro := m.mro(cls, st)
	after := false
	for _, c := range mro {
		if r, ok := c.D.(Ref); ok && r.ID == d.Class {
			after = true
			continue
		}
		if !after {
			continue
		}
		if v, ok := m.ownAttr(c, name, st); ok {
			if name == "__new__" {
				return v, true // it is given the class
			}
			return bindTo(d.Self, v), true
		}
		if fo, ok := c.D.(Foreign); ok && fo.Path != "object" {
			return Value{D: Bound{Self: d.Self, Fn: Value{D: Foreign{Path: fo.Path + "." + name}}}}, true
		}
	}
	return Value{D: Bound{Self: d.Self, Fn: Value{D: Foreign{Path: "object." + name}}}}, true
}

// ownAttr is an attribute of a class itself.
func (m *machine) ownAttr(cls Value, name string, st State) (Value, bool) {
	o := st.Deref(cls)
	if o == nil {
		return Value{}, false
	}
	v, ok := o.Names.get(name)
	return v, ok
}

// bindTo makes a method out of a function taken from a class.
func bindTo(self, v Value) Value {
	fn, ok := v.D.(*Func)
	if !ok {
		return v
	}
	switch fn.Kind {
	case StaticMethod:
		return v
	}
	return Value{D: Bound{Self: self, Fn: v}}
}

func (m *machine) objectAttr(f *frame, x Value, d Ref, name string, st State) (Value, bool) {
	o := st.peek(d.ID, name)
	if o == nil {
		return unknown("an object that is not known"), false
	}
	switch o.Kind {
	case ListObj:
		return method(x, "list."+name), true
	case SetObj:
		return method(x, "set."+name), true
	case DictObj:
		if it, ok := o.Item(name); ok && o.Data == any(Attributes{}) {
			v, _ := present(it.Value)
			return v, true
		}
		return method(x, "dict."+name), true
	case ScopeObj:
		if name == "__dict__" {
			return namesOf(x), true
		}
		if v, ok := o.Names.get(name); ok {
			v, _ = present(v)
			return v, !IsAbsent(v)
		}
		if v, ok := m.starName(o, name); ok {
			return v, true
		}
		return Value{D: Unknown{Why: "a name of a module that is not made in a way that can be seen", Project: true}}, false
	case ClassObj:
		switch name {
		case "__name__", "__qualname__":
			return Value{D: Str(o.Name)}, true
		case "__dict__":
			return unknown("a class's names"), false
		case "__annotations__", "__dataclass_fields__":
			var names []Value
			for _, fd := range m.fields(x, st) {
				names = append(names, Value{D: Str(fd.name)})
			}
			return Value{D: Tuple{Elts: names}}, true
		}
		if v, ok := m.classAttr(x, name, st); ok {
			if fn, is := v.D.(*Func); is && fn.Kind == ClassMethod {
				return Value{D: Bound{Self: x, Fn: v}}, true
			}
			return v, true
		}
		if path := m.foreignClass(x, st); path != "" && !synthetic[path] {
			return Value{D: Bound{Self: x, Fn: Value{D: Foreign{Path: path + "." + name}}}}, true
		}
		return unknown("an attribute of a class that is not seen"), false
	case InstanceObj:
		return m.instanceAttr(f, x, o, name, st)
	}
	return unknown("an attribute that is not known"), false
}

func method(x Value, path string) Value {
	return Value{D: Bound{Self: x, Fn: Value{D: Foreign{Path: path}}}}
}

func (m *machine) instanceAttr(f *frame, x Value, o *Object, name string, st State) (Value, bool) {
	if v, ok := o.Names.get(name); ok {
		if o.Data == any(sharedNames{}) {
			return unknown("an attribute that other objects share"), true
		}
		v, maybe := present(v)
		if !IsAbsent(v) {
			if maybe {
				if cv, ok := m.classAttr(o.Class, name, st); ok {
					return Join(v, cv), true
				}
			}
			return v, true
		}
	}
	if name == "__class__" {
		return o.Class, true
	}
	if name == "__dict__" {
		return namesOf(x), true
	}
	if v, ok := m.classAttr(o.Class, name, st); ok {
		if fn, is := v.D.(*Func); is && fn.Kind == ClassMethod {
			return Value{D: Bound{Self: o.Class, Fn: v}}, true
		}
		if !defines(v, st) && (o.Open || m.looksItselfUp(o.Class, st)) {
			return unknown("an attribute that may have been set"), true
		}
		return bindTo(x, v), true
	}
	if path := m.foreignClass(o.Class, st); path != "" {
		if v, ok := m.constant(path + "." + name); ok {
			return v, true
		}
		return method(x, path+"."+name), true
	}
	return unknown("an attribute that is not set in a way that can be seen"), false
}

// looksItselfUp reports whether a class of the program says itself what its attributes are, whatever they were set to.
func (m *machine) looksItselfUp(cls Value, st State) bool {
	v, ok := m.classAttr(cls, "__getattribute__", st)
	_, own := v.D.(*Func)
	return ok && own
}

// setAttr is `x.name = v`.
func (m *machine) setAttr(f *frame, t *syntax.Attr, x, v Value, st State) []flow {
	at := f.module.Span(t.NameRange)
	switch d := x.D.(type) {
	case Foreign:
		path := d.Path + "." + t.Name
		st = m.record(f, st, Event{Kind: AttrSet, Name: path, Value: v, Span: at, Whole: f.span(t)})
		if path == "os.environ" {
			return fall(fog(st, at, "os.environ was replaced", ""))
		}
		st.change().moduleAttrs = st.rest().moduleAttrs.set(path, v)
		return fall(st)
	case *Func:
		if t.Name == "__defaults__" || t.Name == "__kwdefaults__" {
			m.redefault(d, &st)
		}
	case Unknown, Bound:
		return fall(m.partSet(f, x, t.Name, v, at, f.span(t), st))
	case OneOf:
		for _, a := range d.Alts {
			if r, ok := a.D.(Ref); ok {
				if o := st.Object(r.ID); o != nil {
					old, had := o.Names.get(t.Name)
					if !had {
						old = absent
					}
					if path := m.foreignClass(o.Class, st); o.Kind == InstanceObj && path != "" {
						st = m.record(f, st, Event{Kind: AttrSet, Name: path + "." + t.Name, Value: v, Object: r.ID, Span: at, Whole: f.span(t)})
					}
					st = bindIn(st, r.ID, t.Name, Join(old, v))
				}
			}
		}
		return fall(st)
	case Ref:
		o := st.Object(d.ID)
		if o == nil {
			return fall(st)
		}
		if o.Kind == DictObj && o.Data == any(Attributes{}) {
			key := Value{D: Str(t.Name), From: &Origin{Kind: FromLiteral, Span: at}}
			st = m.record(f, st, Event{Kind: ItemSet, Name: t.Name, Value: v, Object: d.ID, Span: at, Whole: f.span(t)})
			return fall(put(st, d.ID, withItem(o, key, v)))
		}
		if o.Kind == InstanceObj && t.Name == "__dict__" {
			st = renamed(st, d.ID) // what is set from now on may be set for others too, and by them
			n := *st.Object(d.ID)
			n.Data = sharedNames{}
			return fall(put(st, d.ID, &n))
		}
		if set, ok := m.classAttr(o.Class, "__setattr__", st); ok && o.Kind == InstanceObj {
			if _, is := set.D.(*Func); is {
				name := Value{D: Str(t.Name), From: &Origin{Kind: FromLiteral, Span: at}}
				return flows(m.call(f, bindTo(x, set), Args{Pos: []Value{name, v}}, st, nil, f.span(t)), func(st State, _ Value) []flow { return fall(st) })
			}
		}
		if o.Kind == InstanceObj {
			if held, ok := m.classAttr(o.Class, t.Name, st); ok {
				if set, ok := m.hook(held, "__set__", st); ok {
					return flows(m.call(f, set, Args{Pos: []Value{x, v}}, st, nil, f.span(t)), func(st State, _ Value) []flow { return fall(st) })
				}
			}
			if setter, ok := m.classAttr(o.Class, t.Name+".setter", st); ok {
				if _, is := setter.D.(*Func); is {
					return flows(m.call(f, Value{D: Bound{Self: x, Fn: setter}}, Args{Pos: []Value{v}}, st, nil, f.span(t)), func(st State, _ Value) []flow { return fall(st) })
				}
			}
			if path := m.foreignClass(o.Class, st); path != "" {
				st = m.record(f, st, Event{Kind: AttrSet, Name: path + "." + t.Name, Value: v, Object: d.ID, Span: at, Whole: f.span(t)})
			}
		}
		return fall(bindIn(st, d.ID, t.Name, via(v, FromAssign, f.span(t), t.Name)))
	}
	return fall(st)
}
