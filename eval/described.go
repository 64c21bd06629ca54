package eval

import (
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A Call is a call of something that is not run, given to the function that describes it.
type Call struct {
	m     *machine
	f     *frame
	State State
	Path  string // the qualified name that was called
	Self  Value  // the receiver of a method
	Args  Args
	Place source.Span // the called name
	Whole source.Span // the whole call
}

// Return ends the call with v.
func (c *Call) Return(v Value) []Result { return one(c.State, v) }

// exit is the SystemExit of a call that ends the program.
func (c *Call) exit(code Value) []Result {
	return []Result{{State: c.State, Exc: &Exc{Class: "SystemExit", Exit: true, Code: code, Place: c.Whole, Value: unknown("an exit")}}}
}

// Raise ends the call with an exception.
func (c *Call) Raise(class string) []Result {
	return []Result{{State: c.State, Exc: &Exc{Class: class, Place: c.Whole, Value: unknown("an exception")}}}
}

// Refuse records that data cannot be loaded, and ends the call with the exception.
func (c *Call) Refuse(class string, why *Refusal) []Result {
	c.Record(Event{Kind: Refused, Name: class, Refusal: why})
	return c.Raise(class)
}

// RefuseData is Refuse for what World.Data returned of a file, or of the text v.
func (c *Call) RefuseData(class string, err error, v Value, file *source.File) []Result {
	return c.Refuse(class, refusalOf(err, v, file))
}

// Record appends an event; Place, Whole and State are filled in.
func (c *Call) Record(e Event) {
	if !e.Span.Valid() {
		e.Span = c.Place
	}
	if !e.Whole.Valid() {
		e.Whole = c.Whole
	}
	c.State = c.m.record(c.f, c.State, e)
}

// Dict makes the dict that dict(…) would make of the call's arguments.
func (c *Call) Dict() []Result {
	c.Path = "dict"
	return c.construct()
}

// Alloc puts o on the heap.
func (c *Call) Alloc(o *Object) Value {
	if o.From == nil {
		o.From = &Origin{Kind: FromCall, Span: c.Place, Name: c.Path}
	}
	var v Value
	c.State, v = c.m.alloc(c.State, o)
	return v
}

// Put replaces the object id.
func (c *Call) Put(id ID, o *Object) { c.State = put(c.State, id, o) }

// Elements returns what iterating v yields, if that is known.
func (c *Call) Elements(v Value) ([]Value, bool) { return c.m.elements(v, c.State) }

// World returns what the program sees beyond its text.
func (c *Call) World() World { return c.m.world }

// Module returns the module that the call stands in.
func (c *Call) Module() *syntax.Module { return c.f.module }

// Fog says that the call may have set variables.
func (c *Call) Fog(why, file string) { c.State = fog(c.State, c.Whole, why, file) }

// Getenv reads a variable as os.environ.get does, and records the read.
func (c *Call) Getenv(name string) Value {
	v := c.State.Getenv(name)
	if IsAbsent(v) {
		v = Value{D: NoneVal{}}
	}
	c.Record(Event{Kind: VarRead, Name: name, Value: v})
	return Value{D: v.D, From: &Origin{Kind: FromEnv, Span: c.Place, Name: name, Prev: v.From}}
}

// Setenv writes a variable.
func (c *Call) Setenv(name string, v Value, at source.Span) {
	c.State = c.m.setVar(c.f, name, v, at, at, c.State)
}

// Data turns a configuration tree into values on the heap.
func (c *Call) Data(d *syntax.Data, file *source.File) Value {
	var v Value
	c.State, v = c.m.fromData(c.State, d, file)
	return v
}

// Call calls a value of the program.
func (c *Call) Call(fn Value, args Args) []Result {
	return c.m.call(c.f, fn, args, c.State, nil, c.Whole)
}

// Unknown ends the call with a value that is not known; mutable arguments become unknown unless pure.
func (c *Call) Unknown(why string, pure bool) []Result {
	if !pure {
		c.State = c.m.havoc(c.f, c.Args, c.State, c.Whole)
	}
	return one(c.State, Value{D: Unknown{Why: why}, From: &Origin{Kind: FromCall, Span: c.Place, Name: c.Path}})
}

// Build makes an instance of the foreign class path and records that it was built.
func (c *Call) Build(path string) Value { return c.BuildFrom(path, Value{}) }

// BuildFrom is Build of an object that is described by a value, such as a component's dict.
func (c *Call) BuildFrom(path string, described Value) Value {
	o := &Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: path}}, From: &Origin{Kind: FromCall, Span: c.Place, Name: path}}
	v := c.Alloc(o)
	id := v.D.(Ref).ID
	c.Record(Event{Kind: Built, Name: path, Value: described, Args: c.Args, Object: id})
	with := *o
	with.Built = c.State.log.Event
	c.Put(id, &with)
	return v
}

// Copy is a deep copy of a value.
func (c *Call) Copy(v Value) Value { return c.copyValue(v, true, 0) }

// SetAttr sets an attribute of an object that was built.
func (c *Call) SetAttr(v Value, name string, x Value) {
	if r, ok := v.D.(Ref); ok {
		c.State = bindIn(c.State, r.ID, name, x)
	}
}
