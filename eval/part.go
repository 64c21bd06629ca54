package eval

import "github.com/autogenlint/autogenlint/source"

// What is not known may still be known to be a part of an object: an element of a list that was drawn by chance, the client that an
// agent keeps. Who changes it changes that object.

// partClass is the class of such a part, for the methods that change it.
const partClass = "part"

// partOf is something that is not known, and a part of what v is or belongs to.
func partOf(v Value, why string) Value {
	return Value{D: Unknown{Why: why, Of: wholeOf(v)}, From: v.From}
}

// wholeOf is the object that v is, or belongs to; 0 where that is not known.
func wholeOf(v Value) ID {
	switch d := v.D.(type) {
	case Ref:
		return d.ID
	case Unknown:
		return d.Of
	case Bound:
		if _, foreign := d.Fn.D.(Foreign); foreign {
			return wholeOf(d.Self)
		}
	}
	return 0
}

// part is partOf for what a call returns: of its receiver, or of the first argument that is an object.
func (c *Call) part(why string) Value {
	for _, v := range append([]Value{c.Self}, c.Args.Pos...) {
		if id := wholeOf(v); id != 0 {
			return Value{D: Unknown{Why: why, Of: id}, From: &Origin{Kind: FromCall, Span: c.Place, Name: c.Path}}
		}
	}
	return Value{D: Unknown{Why: why}, From: &Origin{Kind: FromCall, Span: c.Place, Name: c.Path}}
}

// partSet is `part.name = v`.
func (m *machine) partSet(f *frame, part Value, name string, v Value, at, whole source.Span, st State) State {
	o := st.Object(wholeOf(part))
	if o == nil {
		return st
	}
	if path := m.foreignClass(o.Class, st); o.Kind == InstanceObj && path != "" {
		return m.record(f, st, Event{Kind: AttrSet, Name: path + PartSet + name, Value: v, Object: wholeOf(part), Span: at, Whole: whole})
	}
	return m.partChanged(f, part, whole, st)
}

// PartSet stands, in the name of an event, between an object's class and the attribute that was set of a part of the object.
const PartSet = ".*."

// partChanged forgets what is known of the object that a part belongs to.
func (m *machine) partChanged(f *frame, part Value, at source.Span, st State) State {
	if id := wholeOf(part); id != 0 {
		return m.blur(f, Value{D: Ref{ID: id}}, st, at, 0)
	}
	return st
}

func addParts(add func(string, func(*Call) []Result)) {
	for name := range changers {
		add(partClass+"."+name, func(c *Call) []Result {
			c.State = c.m.partChanged(c.f, c.Self, c.Whole, c.m.havoc(c.f, c.Args, c.State, c.Whole))
			return c.Return(partOf(c.Self, "a part of something that is not known"))
		})
	}
}
