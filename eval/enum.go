package eval

import (
	"cmp"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/source"
)

// A member of an Enum is held as its value: most are str besides, and go where a str goes. The last step but those of its way names its
// class, by which its methods, its value and its name are found.

// enumBases are the classes that make an Enum of a class.
var enumBases = map[string]bool{
	"enum.Enum": true, "enum.StrEnum": true, "enum.IntEnum": true, "strenum.StrEnum": true, "backports.strenum.StrEnum": true,
}

// isEnum reports whether the members of a class are its names.
func (m *machine) isEnum(cls Value, st State) bool {
	for _, c := range m.mro(cls, st) {
		if fo, ok := c.D.(Foreign); ok && enumBases[fo.Path] {
			return true
		}
	}
	return false
}

// members marks the names of an Enum's body as its members.
func (m *machine) members(cls Value, st State) State {
	if !m.isEnum(cls, st) {
		return st
	}
	id := cls.D.(Ref).ID
	o := *st.Object(id)
	names := o.Names
	names.each(func(name string, v Value) bool {
		if _, fn := v.D.(*Func); !fn && !strings.HasPrefix(name, "_") {
			step := &Origin{Prev: v.From, Kind: FromAssign, Name: name, class: id}
			if v.From != nil {
				step.Span = v.From.Span
			}
			o.Names = o.Names.set(name, Value{D: v.D, From: step})
		}
		return true
	})
	return put(st, id, &o)
}

// memberOf is the step at which v became a member of an Enum, or nil.
func memberOf(v Value) *Origin {
	for o := v.From; o != nil; o = o.Prev {
		if o.class != 0 {
			return o
		}
	}
	return nil
}

// memberAttr is an attribute that v has as a member of an Enum.
func (m *machine) memberAttr(v Value, name string, st State) (Value, bool) {
	step := memberOf(v)
	if step == nil {
		return Value{}, false
	}
	switch name {
	case "value", "_value_":
		return Value{D: v.D, From: step.Prev}, true
	case "name", "_name_":
		return Value{D: Str(step.Name), From: step.Prev}, true
	}
	if x, ok := m.classAttr(Value{D: Ref{ID: step.class}}, name, st); ok {
		return bindTo(v, x), true
	}
	return Value{}, false
}

// listed are the members of an Enum.
func (m *machine) listed(cls Value, st State) ([]Value, bool) {
	o := st.Deref(cls)
	if o == nil || o.Kind != ClassObj || !m.isEnum(cls, st) {
		return nil, false
	}
	var out []Value
	o.Each(func(_ string, v Value) bool {
		if v.From != nil && v.From.class != 0 {
			out = append(out, v)
		}
		return true
	})
	slices.SortFunc(out, func(a, b Value) int { return cmp.Compare(a.From.Span.Start, b.From.Span.Start) })
	return out, true
}

// member is the member of an Enum whose value is v, or what its _missing_ makes of v: what a call of the class gives.
func (m *machine) member(f *frame, cls, v Value, st State, at source.Span) []Result {
	all, _ := m.listed(cls, st)
	for _, x := range all {
		if concrete(v) && Equal(x, v) {
			return one(st, x)
		}
	}
	missing, ok := m.classAttr(cls, "_missing_", st)
	if fn, is := missing.D.(*Func); ok && is && concrete(v) {
		return then(m.runFunc(f, fn, Args{Pos: []Value{cls, v}}, st, at), func(st State, x Value) []Result {
			if IsNone(x) {
				return one(st, unknown("a member of an Enum"))
			}
			return one(st, x)
		})
	}
	return one(st, unknown("a member of an Enum"))
}
