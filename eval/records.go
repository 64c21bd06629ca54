package eval

import (
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/source"
)

// addRecords lists what turns objects with fields into dicts, makes classes of a few names, and reads command lines.
func addRecords(add func(string, func(*Call) []Result)) {
	add("dataclasses.asdict attrs.asdict attr.asdict", func(c *Call) []Result { return c.Return(c.asDict(arg(c, 0, "obj"))) })
	add("pydantic.BaseModel.model_dump pydantic.BaseModel.dict pydantic.main.BaseModel.model_dump pydantic_settings.BaseSettings.model_dump pydantic_settings.BaseSettings.dict sqlmodel.SQLModel.model_dump typing.NamedTuple._asdict namedtuple._asdict", func(c *Call) []Result {
		if len(c.Args.Named) > 0 {
			return c.Return(c.Alloc(&Object{Kind: DictObj, Open: true})) // what is left out, and under which names, is not followed
		}
		return c.Return(c.asDict(c.Self))
	})
	models := "pydantic.BaseModel pydantic.main.BaseModel pydantic.v1.BaseModel pydantic_settings.BaseSettings sqlmodel.SQLModel"
	for _, cls := range strings.Fields(models) {
		add(cls+".model_copy "+cls+".copy", func(c *Call) []Result { return c.Return(c.changed(arg(c, -1, "update"))) })
		add(cls+".model_validate "+cls+".parse_obj", (*Call).validated)
	}
	add("typing.NamedTuple._replace", func(c *Call) []Result { return c.Return(c.withFields(c.Args.Named)) })
	add("dataclasses.replace copy.replace attrs.evolve attr.evolve", (*Call).replaced)
	add(SecretClass+" pydantic.types.SecretStr pydantic.v1.SecretStr", func(c *Call) []Result {
		st, v := c.m.secret(c.State, arg(c, 0, "secret_value"))
		c.State = st
		return c.Return(v)
	})
	add(SecretClass+".get_secret_value", func(c *Call) []Result {
		if o := c.State.Deref(c.Self); o != nil {
			if v, ok := o.Secret(); ok {
				return c.Return(v)
			}
		}
		return c.Return(unknown("what a SecretStr holds"))
	})
	add("types.SimpleNamespace argparse.Namespace", func(c *Call) []Result {
		o := &Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: "object"}}, Open: c.Args.More || len(c.Args.Pos) > 0, From: &Origin{Kind: FromCall, Span: c.Whole}}
		for _, n := range c.Args.Named {
			o.Names = o.Names.set(n.Name, n.Value)
		}
		return c.Return(c.Alloc(o))
	})
	add("collections.namedtuple", func(c *Call) []Result {
		names, ok := c.fieldNames(arg(c, 1, "field_names"))
		if !ok || len(c.Args.Named) > 0 {
			return c.Return(unknown("a class of fields that are not known"))
		}
		return c.Return(Value{D: Partial{Fn: Value{D: Foreign{Path: "namedtuple.new"}}, Args: Args{Pos: []Value{{D: Tuple{Elts: names}}}}}})
	})
	add("namedtuple.new", newNamedTuple)
	add("argparse.ArgumentParser", func(c *Call) []Result {
		return c.Return(c.Alloc(&Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: "argparse.ArgumentParser"}}}))
	})
	add("argparse.ArgumentParser.add_argument", addArgument)
	add("argparse.ArgumentParser.add_argument_group argparse.ArgumentParser.add_mutually_exclusive_group", func(c *Call) []Result { return c.Return(c.Self) })
	add("argparse.ArgumentParser.parse_args", func(c *Call) []Result { return c.Return(c.parsedArgs()) })
	add("argparse.ArgumentParser.parse_known_args", func(c *Call) []Result {
		return c.Return(Value{D: Tuple{Elts: []Value{c.parsedArgs(), unknown("the rest of the command line")}}})
	})
	add("argparse.ArgumentParser.set_defaults", func(c *Call) []Result {
		id, o := selfID(c.Self), c.State.Deref(c.Self)
		if o == nil {
			return c.Return(none())
		}
		n := *o
		for _, a := range c.Args.Named {
			n.Names = n.Names.set("argument "+a.Name, unknown("an argument of the command line"))
		}
		c.Put(id, &n)
		return c.Return(none())
	})
	add("argparse.ArgumentParser.error", func(c *Call) []Result { return c.exit(Value{D: Int(2)}) })
	add("argparse.ArgumentParser.exit", func(c *Call) []Result { return c.exit(argOr(c, 0, "status", Value{D: Int(0)})) })
}

// SecretClass is the name of pydantic's class for a text that prints as stars.
const SecretClass = "pydantic.SecretStr"

const secretName = "_secret_value"

// Secret is what a SecretStr holds.
func (o *Object) Secret() (Value, bool) {
	if cls, ok := o.Class.D.(Foreign); !ok || cls.Path != SecretClass {
		return Value{}, false
	}
	return o.Names.get(secretName)
}

// secretClass reports whether a qualified name is pydantic's SecretStr.
func secretClass(path string) bool {
	return path == SecretClass || path == "pydantic.types.SecretStr" || path == "pydantic.v1.SecretStr"
}

func isSecret(o *Object) bool {
	_, is := o.Secret()
	return is
}

// Stars is what a SecretStr shows in place of a text that is not empty.
const Stars = "**********"

// starred is v, or what str() makes of it where it is a SecretStr.
func (m *machine) starred(v Value, at source.Span, st *State) Value {
	o := st.Deref(v)
	if o == nil {
		return v
	}
	held, secret := o.Secret()
	if !secret {
		return v
	}
	switch d := held.D.(type) {
	case Str:
		if d == "" {
			return held
		}
	case Env:
		if d.Default != nil {
			return v // it may be empty
		}
	case Concat:
	default:
		return v
	}
	return Value{D: Str(Stars), From: &Origin{Kind: FromCall, Span: at, Name: SecretClass}}
}

// secret puts a text into a SecretStr; what may be something else stays as it is.
func (m *machine) secret(st State, v Value) (State, Value) {
	switch d := v.D.(type) {
	case Str, Concat:
	case Env:
		if d.Default != nil && IsNone(*d.Default) {
			return st, v
		}
	default:
		return st, v
	}
	o := &Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: SecretClass}}, From: v.From}
	o.Names = o.Names.set(secretName, v)
	return m.alloc(st, o)
}

// asDict is the dict of an object's fields, and of those of what it holds.
func (c *Call) asDict(v Value) Value { return c.fieldsOf(v, true) }

// fieldsOf is the dict of an object's fields, in the order in which its class declares them. Within are the objects that it stands in.
func (c *Call) fieldsOf(v Value, deep bool, within ...*Object) Value {
	o := c.State.Deref(v)
	if o == nil || o.Kind != InstanceObj {
		return unknown("the fields of something that is not known")
	}
	if slices.Contains(within, o) {
		return unknown("an object that holds itself")
	}
	if !c.m.step(c.Place) {
		return unknown("the evaluation budget is used up")
	}
	within = append(slices.Clip(within), o)
	d := &Object{Kind: DictObj, Open: o.Open, From: &Origin{Kind: FromLiteral, Span: c.Whole}}
	listed := map[string]bool{}
	put := func(name string, at source.Span) {
		if x, ok := o.Names.get(name); ok && !listed[name] {
			listed[name] = true
			if inner := c.State.Deref(x); deep && inner != nil && inner.Kind == InstanceObj && !isSecret(inner) {
				x = c.fieldsOf(x, deep, within...)
			}
			d = withItem(d, Value{D: Str(name), From: &Origin{Kind: FromLiteral, Span: at}}, x)
		}
	}
	for _, fd := range c.m.fields(o.Class, c.State) {
		put(fd.name, fd.place)
	}
	model := c.isModel(o)
	o.Each(func(name string, _ Value) bool {
		if !model || !strings.HasPrefix(name, "_") { // pydantic keeps those to itself
			put(name, c.Whole)
		}
		return true
	})
	if model && c.m.computes(o.Class, c.State) {
		d.Open = true
	}
	return c.Alloc(d)
}

// isModel reports whether o is a pydantic model, which yields its fields in pairs.
func (c *Call) isModel(o *Object) bool {
	if o == nil || o.Kind != InstanceObj {
		return false
	}
	kind, ok := c.m.recordOf(o.Class, c.State)
	return ok && kind != recordPlain
}

// changed is a copy of the receiver, in which the fields of a dict are replaced.
func (c *Call) changed(update Value) Value {
	if IsAbsent(update) || IsNone(update) {
		return c.withFields(nil)
	}
	d := c.State.Deref(update)
	if d == nil || d.Kind != DictObj || d.Open {
		return unknown("a copy with fields that are not known")
	}
	named, ok := namedOf(d)
	if !ok {
		return unknown("a copy with fields that are not known")
	}
	return c.withFields(named)
}

// namedOf are the items of a dict as arguments; ok is false if not all of them are certain.
func namedOf(d *Object) (out []NamedArg, ok bool) {
	for _, it := range d.Items {
		name, is := AsStr(it.Key)
		v, maybe := present(it.Value)
		if !is || maybe {
			return nil, false
		}
		at, _ := it.Key.Literal()
		out = append(out, NamedArg{Name: name, Value: v, Place: at})
	}
	return out, true
}

// withFields is a copy of the receiver with some of its attributes set anew.
func (c *Call) withFields(named []NamedArg) Value {
	o := c.State.Deref(c.Self)
	if o == nil || o.Kind != InstanceObj || c.Args.More {
		return unknown("a copy of something that is not known")
	}
	n := *o
	n.From = &Origin{Kind: FromCall, Span: c.Whole}
	for _, a := range named {
		n.Names = n.Names.set(a.Name, a.Value)
	}
	return c.Alloc(&n)
}

// validated is model_validate: an object of the class, made of a dict.
func (c *Call) validated() []Result {
	d := c.State.Deref(firstOr(c, Value{}))
	if cls := c.State.Deref(c.Self); d == nil || d.Kind != DictObj || cls == nil || cls.Kind != ClassObj {
		return c.Return(unknown("an object made of something that is not known"))
	}
	args := Args{More: d.Open}
	for _, it := range d.Items {
		if name, ok := AsStr(it.Key); ok {
			at, _ := it.Key.Literal()
			args.Named = append(args.Named, NamedArg{Name: name, Value: it.Value, Place: at})
		}
	}
	return c.m.instantiate(c.f, c.Self, args, c.State, nil, c.Whole)
}

// replaced is dataclasses.replace: an object of the same class, made of the fields that it had and those that are given. An object of
// a package's class is what that says of __replace__.
func (c *Call) replaced() []Result {
	v := firstOr(c, Value{})
	o := c.State.Deref(v)
	if o == nil || o.Kind != InstanceObj || o.Open {
		return c.Return(unknown("a copy of something that is not known"))
	}
	if fo, ok := o.Class.D.(Foreign); ok {
		rest := c.Args
		rest.Pos = nil
		return c.m.callForeign(c.f, fo.Path+".__replace__", v, rest, c.State, c.Place, c.Whole)
	}
	args := Args{More: c.Args.More, Named: append([]NamedArg{}, c.Args.Named...)}
	for _, fd := range c.m.fields(o.Class, c.State) {
		_, given := c.Args.Get(fd.name)
		if x, ok := o.Names.get(fd.name); ok && !given && !fd.noInit {
			args.Named = append(args.Named, NamedArg{Name: fd.name, Value: x, Place: fd.place})
		}
	}
	return c.m.instantiate(c.f, o.Class, args, c.State, nil, c.Whole)
}

// fieldNames reads "a b", "a, b" or ["a", "b"].
func (c *Call) fieldNames(v Value) ([]Value, bool) {
	if s, ok := AsStr(v); ok {
		var out []Value
		for _, n := range strings.Fields(strings.ReplaceAll(s, ",", " ")) {
			out = append(out, Value{D: Str(n)})
		}
		return out, true
	}
	elts, ok := c.m.elements(v, c.State)
	for _, e := range elts {
		if _, is := AsStr(e); !is {
			return nil, false
		}
	}
	return elts, ok
}

// newNamedTuple makes an instance: the names of the fields come first among the arguments.
func newNamedTuple(c *Call) []Result {
	names := tupleOf(c.Args.Pos[0])
	o := &Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: "namedtuple"}}, From: &Origin{Kind: FromCall, Span: c.Whole}}
	for i, n := range names {
		name, _ := AsStr(n)
		if v, ok := c.Args.At(i+1, name); ok {
			o.Names = o.Names.set(name, v)
		} else {
			o.Names = o.Names.set(name, unknown("the field "+name+" is not known"))
		}
	}
	return c.Return(c.Alloc(o))
}

// addArgument notes an argument of a command line with what it is where it is not given. One without a default is not known.
func addArgument(c *Call) []Result {
	id, o := selfID(c.Self), c.State.Deref(c.Self)
	name := argumentName(c.Args)
	if o == nil || name == "" {
		return c.Return(unknown("an argument"))
	}
	v := Value{D: Unknown{Why: "an argument of the command line"}, From: &Origin{Kind: FromCall, Span: c.Place, Name: c.Path}}
	def, has := c.Args.Get("default")
	_, text := AsStr(def.Value)
	_, variable := def.Value.D.(Env)
	plain := true
	for _, n := range []string{"type", "action", "nargs", "required"} { // they may make something else of the default, or ask for more
		option, given := c.Args.Get(n)
		if action, _ := AsStr(option.Value); given && !(n == "action" && action == "store") {
			plain = false
		}
	}
	if has && plain && (text || variable) {
		// Like a variable: from outside if it is given there, else the default.
		v = Value{D: Env{Name: "--" + name, Default: &def.Value}, From: via(def.Value, FromDefault, def.Place, name).From}
	}
	n := *o
	n.Names = o.Names.set("argument "+name, v)
	c.Put(id, &n)
	return c.Return(unknown("an argument"))
}

// argumentName is the attribute that add_argument's arguments make.
func argumentName(a Args) string {
	if dest, ok := a.Get("dest"); ok {
		name, _ := AsStr(dest.Value)
		return name
	}
	name := ""
	for _, p := range a.Pos {
		flag, ok := AsStr(p)
		if !ok {
			return ""
		}
		if name == "" || strings.HasPrefix(flag, "--") && !strings.HasPrefix(name, "--") {
			name = flag
		}
	}
	return strings.ReplaceAll(strings.TrimLeft(name, "-"), "-", "_")
}

// parsedArgs is the namespace that parse_args returns.
func (c *Call) parsedArgs() Value {
	out := &Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: "object"}}, Open: true, From: &Origin{Kind: FromCall, Span: c.Whole}}
	if o := c.State.Deref(c.Self); o != nil {
		o.Each(func(name string, v Value) bool {
			if arg, ok := strings.CutPrefix(name, "argument "); ok {
				out.Names = out.Names.set(arg, v)
			}
			return true
		})
	}
	return c.Alloc(out)
}
