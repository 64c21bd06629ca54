package eval

import (
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A State is everything that is true at one moment of one run of a program. It is a value: a copy is a fork, and costs nothing.
type State struct {
	heap   heap
	env    tree[Var] // variables that the program wrote
	log    *Log
	must   tree[bool] // sites of events that every run to here passed
	seldom *rest      // nil is an empty one
}

// A rest is what seldom changes of a state. States share it: it is never changed once more than one has it.
type rest struct {
	outside     tree[bool] // what tests decided of the variables outside: set or not
	modules     tree[ID]   // module table: file path of a module of the project -> its scope
	fogs        *Fog
	tasks       *tasks
	moduleAttrs tree[Value] // attributes that the program set on modules of packages: "openai.api_key"
	odd         bool        // an exception that need not happen was swallowed on the way
	unsure      bool        // a call was cut off on the way: whether what follows happens is not certain
	on          *around     // nil on any machine, unwatched
}

var noRest rest

// rest is what seldom changes of st, to be read.
func (st *State) rest() *rest {
	if st.seldom == nil {
		return &noRest
	}
	return st.seldom
}

// change gives st a rest of its own, to be changed at once.
func (st *State) change() *rest {
	r := *st.rest()
	st.seldom = &r
	return &r
}

// A Machine is the environment that a program is started in, where that is known: every variable is set or not, to what it is.
type Machine struct {
	Lookup func(name string) (value string, set bool)
}

// Here returns the value that the machine, and not the program, gives the variable name; false where it gives none, or is not known.
func (st *State) Here(name string) (Value, bool) {
	st.readsEnv()
	machine := st.machine()
	if machine == nil {
		return Value{}, false
	}
	if _, written := st.env.get(name); written {
		return Value{}, false
	}
	text, set := machine.Lookup(name)
	return Value{D: Str(text), From: &Origin{Kind: FromEnv, Name: name}}, set
}

// A Var is a variable that the program wrote.
type Var struct {
	Value Value       // Absent when the program deleted it
	Place source.Span // where it was written; no place when that is not one place
}

// A Fog is a moment at which code that is not seen may have set variables: a .env that is not there, a module that could not be
// resolved. It never unsets what is set.
type Fog struct {
	Prev  *Fog
	Place source.Span
	Why   string
	File  string // the file that is not there, when it is one
}

// Object returns the heap object id as it is in st, or nil.
func (st *State) Object(id ID) *Object {
	o, _ := st.heap.get(id)
	if w := st.watch(); w != nil && id <= w.last {
		w.seesAll(id)
	}
	return o
}

// Deref returns the object that v refers to in st, or nil.
func (st *State) Deref(v Value) *Object {
	if r, ok := v.D.(Ref); ok {
		return st.Object(r.ID)
	}
	return nil
}

// Written returns what the program last did to the variable name; false if it never wrote it on the way to st.
func (st *State) Written(name string) (Var, bool) {
	st.readsEnv()
	return st.env.get(name)
}

// Decided returns what a test on the way to st decided of the variable name outside the program: whether it is set there.
func (st *State) Decided(name string) (set, decided bool) {
	st.readsEnv()
	return st.rest().outside.get(name)
}

// Lacking reports whether a test on the way to st found a variable not set outside the program.
func (st *State) Lacking() bool {
	st.readsEnv()
	lacking := false
	st.rest().outside.each(func(_ string, set bool) bool {
		lacking = !set
		return set
	})
	return lacking
}

// Fog returns the last moment at which code that is not seen may have set variables, or nil.
func (st *State) Fog() *Fog {
	st.readsMore()
	return st.rest().fogs
}

// Getenv returns what os.environ.get(name) is in st: a Value of an Env when it comes from outside.
func (st *State) Getenv(name string) Value {
	st.readsEnv()
	if v, ok := st.env.get(name); ok {
		return v.Value
	}
	if st.machine() != nil {
		if v, set := st.Here(name); set {
			return v
		}
		if st.rest().fogs == nil {
			return Value{D: Absent{}, From: &Origin{Kind: FromEnv, Name: name}}
		}
	}
	none := Value{D: NoneVal{}}
	if set, ok := st.rest().outside.get(name); ok {
		if set {
			return Value{D: Env{Name: name}}
		}
		if st.rest().fogs == nil {
			return Value{D: Absent{}}
		}
	}
	return Value{D: Env{Name: name, Default: &none, Maybe: st.rest().fogs != nil}}
}

// Log returns the events on the way to st.
func (st *State) Log() *Log {
	st.readsMore()
	return st.log
}

// Odd reports whether st was reached through a handler of an exception that need not happen.
func (st *State) Odd() bool {
	st.readsMore()
	return st.rest().odd
}

// Always reports whether every run to st passed the event e's site.
func (st *State) Always(e *Event) bool {
	st.readsMore()
	_, ok := st.must.get(e.Site())
	return ok
}

// Module returns the names of a module of the project that was executed on the way to st, or nil.
func (st *State) Module(m *syntax.Module) *Object {
	id, ok := st.moduleScope(m.File.Path)
	if !ok {
		return nil
	}
	return st.Object(id)
}
