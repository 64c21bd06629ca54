// Package eval executes Python programs in the abstract: it knows what every variable, field and environment variable is at
// the moment something happens, as far as the sources tell, and yields what happened in run order. It knows Python and its
// standard library, and nothing of AutoGen: modules, files and foreign code come to it through a World.
//
// Nothing here is ever wrong on purpose: what is not certain is Unknown.
package eval

import (
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A Value is what an expression is, and where it came from. Equality and join ignore From.
type Value struct {
	D    Datum // never nil in a value that eval made
	From *Origin
}

// A Datum is what a Value is.
type Datum interface{ datum() }

// An ID names an object of the heap. IDs are never used twice in a process.
type ID uint64

// The kinds of datum.
type (
	// Unknown may be anything.
	Unknown struct {
		Why     string
		Project bool   // it comes from code of the project that was not seen: calling it may set variables
		Facts   string // what tests have found out about it
		Of      ID     // the object that it may be a part of: who changes it changes that. 0 where there is none
	}
	// Absent stands, inside a OneOf, for a key or name that may not be there.
	Absent struct{}
	// NoneVal is Python's None.
	NoneVal struct{}
	// Bool is a bool.
	Bool bool
	// Int is an int.
	Int int64
	// Float is a float.
	Float float64
	// Str is a str.
	Str string
	// Bytes is a bytes.
	Bytes string
	// A Concat is a string some of whose pieces are not known. Every piece is a Str, an Env or an Unknown.
	Concat struct{ Parts []Value }
	// Tuple is a tuple.
	Tuple struct{ Elts []Value }
	// A Ref is an object of the heap: list, set, dict, instance, class, module or function scope.
	Ref struct{ ID ID }
	// An Env is the value of an environment variable that the program did not set: from outside if it is set there, else
	// Default, which is what the program falls back to (None for os.getenv(NAME)). A nil Default means that the variable is
	// certainly set, to a good value that is not known: os.environ[NAME] got past.
	Env struct {
		Name    string
		Default *Value
		Maybe   bool // something of the program that is not seen, such as a .env that is not there, may have set it
	}
	// A OneOf is one of at most eight values.
	OneOf struct{ Alts []Value }
	// A PathVal is a pathlib.Path; Text is what str() of it is.
	PathVal struct{ Text Value }
	// A Foreign is something of a package whose source is not run: "os", "os.environ", "autogen.AssistantAgent".
	Foreign struct{ Path string }
	// A Func is a function of the program.
	Func struct {
		Def      *syntax.FuncDef // nil for a lambda
		Lambda   *syntax.Lambda
		Module   *syntax.Module
		Scope    ID      // the scope it was defined in
		Class    ID      // the class it was defined in, or 0
		Defaults []Value // evaluated defaults, one a parameter; the zero Value where there is none
		Kind     FuncKind
		Context  bool // contextlib.contextmanager made it
		Once     bool // a property whose object keeps what it has returned
		Cache    ID   // functools.cache made it: the dict of what it has returned, or 0
	}
	// A Bound is a method with its receiver, or a foreign function with the object it was taken from.
	Bound struct {
		Self Value
		Fn   Value // a *Func or a Foreign
	}
	// A Partial is functools.partial.
	Partial struct {
		Fn   Value
		Args Args
	}
	// A Coroutine is a call of an async function that nobody awaited yet.
	Coroutine struct {
		Fn   Value
		Args Args
		Call source.Span
	}
	// A Super is super() inside a method.
	Super struct {
		Class ID // look up after this class
		Self  Value
	}
)

// FuncKind is how a function binds when it is taken from a class.
type FuncKind uint8

// The kinds of function.
const (
	PlainFunc FuncKind = iota
	StaticMethod
	ClassMethod
	Property
)

func (Unknown) datum()   {}
func (Absent) datum()    {}
func (NoneVal) datum()   {}
func (Bool) datum()      {}
func (Int) datum()       {}
func (Float) datum()     {}
func (Str) datum()       {}
func (Bytes) datum()     {}
func (Concat) datum()    {}
func (Tuple) datum()     {}
func (Ref) datum()       {}
func (Env) datum()       {}
func (OneOf) datum()     {}
func (PathVal) datum()   {}
func (Foreign) datum()   {}
func (*Func) datum()     {}
func (Bound) datum()     {}
func (Partial) datum()   {}
func (Coroutine) datum() {}
func (Super) datum()     {}

// StepKind is what happened to a value at one step of its way.
type StepKind uint8

// The steps.
const (
	FromLiteral  StepKind = iota // it was written there
	FromEnv                      // it was read from the environment there
	FromFile                     // it was read from a file
	FromDefault                  // it is the default of a parameter, or of a look-up
	FromCall                     // a call returned it
	FromAssign                   // it was bound to a name there
	FromArgument                 // it was passed as an argument there
	FromOperator                 // an operator made it
	FromJoin                     // a text that is written there was put behind it
)

// An Origin is one step of the way a value took, the last one first.
type Origin struct {
	Prev *Origin
	Kind StepKind
	Span source.Span
	Name string // the variable, parameter or function of the step

	class ID // of the step at which it became a member of an Enum: its class
}

// Literal returns the place where the value was written, if it was written in a file of the project.
func (v Value) Literal() (source.Span, bool) {
	for o := v.From; o != nil; o = o.Prev {
		if o.Prev == nil && (o.Kind == FromLiteral || o.Kind == FromFile) {
			return o.Span, o.Span.Valid()
		}
	}
	return source.Span{}, false
}

// Tail returns the place where the end of a text was written.
func (v Value) Tail() (source.Span, bool) {
	for o := v.From; o != nil; o = o.Prev {
		if o.Kind == FromJoin {
			return o.Span, o.Span.Valid()
		}
	}
	return v.Literal()
}

// Steps returns the way of v, first step first.
func (v Value) Steps() []*Origin {
	var out []*Origin
	for o := v.From; o != nil; o = o.Prev {
		out = append(out, o)
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// ObjKind is what an Object is.
type ObjKind uint8

// The kinds of object.
const (
	ListObj ObjKind = iota
	SetObj
	DictObj
	InstanceObj
	ClassObj
	ScopeObj // a module's or a function call's names
)

// An Object is the content of a heap object at one moment. It is never changed; a mutation makes a new one.
type Object struct {
	Kind      ObjKind
	Elts      []Value          // of a list or set
	Items     []Item           // of a dict, in insertion order
	Open      bool             // it may hold more than is listed here, or other values: after code that is not seen had it
	Class     Value            // of an instance: a Ref to a class of the program, or a Foreign
	Names     tree[Value]      // of an instance, class or scope
	Bases     []Value          // of a class
	Def       *syntax.ClassDef // of a class
	Module    *syntax.Module   // of a class or a scope
	Up        ID               // of a function's scope: the enclosing function's scope, or 0
	Name      string           // of a class: its qualified name; of a module's scope: the module's
	Built     *Event           // of an instance of a foreign class: the event that built it
	From      *Origin
	Globals   map[string]bool // of a function's scope: names declared global; shared, never changed after it is made
	Nonlocals map[string]bool
	Data      any // what a native keeps with an instance; compared with ==
}

// Attributes is the Data of a dict whose items can be read and set as attributes too: an object that a package makes of a dict.
type Attributes struct{}

// An Item is one key of a dict. A value that is a OneOf with Absent may be missing.
type Item struct{ Key, Value Value }

// Get returns the value of a name of an instance, class or scope.
func (o *Object) Get(name string) (Value, bool) { return o.Names.get(name) }

// Each calls f for every name of o, sorted, until f returns false.
func (o *Object) Each(f func(name string, v Value) bool) { o.Names.each(f) }

// Item returns the value of a string key of a dict.
func (o *Object) Item(key string) (Item, bool) {
	for i := len(o.Items) - 1; i >= 0; i-- {
		if s, ok := o.Items[i].Key.D.(Str); ok && string(s) == key {
			return o.Items[i], true
		}
	}
	return Item{}, false
}

// Args are the arguments of a call as they were passed.
type Args struct {
	Pos    []Value
	Named  []NamedArg
	More   bool          // there may be others: *x or **x of something unknown
	Spread []source.Span // where the dicts were made that `**` spread
}

// A NamedArg is a keyword argument. Place is its name in the source, or of the dict key that `**` spread.
type NamedArg struct {
	Name  string
	Value Value
	Place source.Span
}

// Get returns the keyword argument name.
func (a Args) Get(name string) (NamedArg, bool) {
	for _, n := range a.Named {
		if n.Name == name {
			return n, true
		}
	}
	return NamedArg{}, false
}

// At returns the argument at position i or named name.
func (a Args) At(i int, name string) (Value, bool) {
	if i >= 0 && i < len(a.Pos) {
		return a.Pos[i], true
	}
	n, ok := a.Get(name)
	return n.Value, ok
}

// AsStr returns the string that v certainly is.
func AsStr(v Value) (string, bool) {
	s, ok := v.D.(Str)
	return string(s), ok
}

// IsNone reports whether v is certainly None.
func IsNone(v Value) bool { _, ok := v.D.(NoneVal); return ok }

// IsUnknown reports whether nothing is known of v.
func IsUnknown(v Value) bool { _, ok := v.D.(Unknown); return ok }

// IsAbsent reports whether v stands for something that is not there.
func IsAbsent(v Value) bool { _, ok := v.D.(Absent); return ok }

// Alternatives returns what v may be: the values of a OneOf, or v itself.
func Alternatives(v Value) []Value {
	if o, ok := v.D.(OneOf); ok {
		return o.Alts
	}
	return []Value{v}
}
