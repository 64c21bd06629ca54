package eval

import (
	"slices"
	"strconv"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// EventKind is what happened.
type EventKind uint8

// The events.
const (
	VarSet       EventKind = iota // an environment variable was set: Name, Value; Args holds the name as a value, where it was one
	VarRead                       // it was read: Name, Value is what came back
	VarDeleted                    // it was deleted: Name
	DotenvLoaded                  // a .env was loaded: Dotenv says which
	Built                         // an object of a foreign class was built: Name, Args, Object
	Called                        // a foreign function or method was called: Name, Args, Object is the receiver or 0; not one that the world does not know and that is given no object of the heap
	AttrSet                       // an attribute was set on a foreign module or instance: Name ("openai.api_key"), Value, Object
	ItemSet                       // an item of a list or dict was changed: Name is the key, Value, Object
	Printed                       // values were printed or logged: Args; without a Name, a notebook shows what its cell ends in
	Ineffective                   // a write that no reader sees: os.putenv, os.system("export …"), !export. Name, Value
	FileRead                      // a file was opened: Name is its path
	FileWritten                   // a file was opened to be written, or changed: Name is its path
	Imported                      // a package that the world describes, or a name of it, was imported: Name
	Refused                       // data was loaded that cannot be: Name is the exception's class, Refusal says what
	Mistyped                      // Value has a type that does not fit there: Name is the exception's class, Refusal says what
	Raised                        // an exception ends the run here: Name is its class
	ItemMissed                    // a dict that holds what a file says lacks the key Name: Value is the file's place, Args.Pos are the keys that it has
)

// An Event is one thing that happened, at one moment of one run.
type Event struct {
	Kind    EventKind
	Span    source.Span // the narrowest place: the call's name, the assigned name
	Whole   source.Span // the whole call or statement
	Name    string
	Value   Value
	Args    Args
	Object  ID
	Result  Value
	Dotenv  *Dotenv
	Refusal *Refusal
	Before  State  // just before it happened
	Stack   *Frame // where it happened
	Catch   *Catch // what would catch an exception raised here
	Seq     int    // run order within one path
}

// A Dotenv is one load of a .env file.
type Dotenv struct {
	File     *source.File // nil when it is not there or not known
	Path     string       // as asked for; empty for a search
	Missing  bool         // it certainly is not there
	Unknown  bool         // which file is not known
	Override bool
	Sets     []string // names that it set
	Kept     []string // names that it left alone, because they were set
}

// A Refusal is data that a loader does not take.
type Refusal struct {
	Place source.Span // where in the file, or where the text was written; not valid when neither is known
	Text  string      // what the exception says
}

// A Frame is a call that is under way: Call is where, Prev what called it.
type Frame struct {
	Prev *Frame
	Call source.Span
	Name string
	Task ID // the task that began with it, or 0

	patient bool // the task goes on where it waits for something that has not happened
	fn      syntax.Node
	env     tree[Var] // the variables that the program had written when the call began
	fogs    *Fog
}

// A Catch is an enclosing try, suppress or pytest.raises: exceptions of the named classes do not get past it.
type Catch struct {
	Prev    *Catch
	Classes []string // qualified or bare names; "*" catches all
	Place   source.Span

	tells bool // it takes any exception, and does no more than tell of it
	mends bool // it binds something new in the place of what failed
	turn  bool // it catches nothing: what stands here is one turn of a loop that ends when a turn is good
}

// Site identifies an event's place in the program, the same in every run.
func (e *Event) Site() string {
	path := ""
	if e.Span.File != nil {
		path = e.Span.File.Path
	}
	b := make([]byte, 0, len(path)+len(e.Name)+24)
	b = append(strconv.AppendUint(b, uint64(e.Kind), 10), ' ')
	b = append(append(b, path...), ' ')
	b = append(strconv.AppendInt(b, int64(e.Span.Start), 10), ' ')
	b = append(strconv.AppendInt(b, int64(e.Span.End), 10), ' ')
	return string(append(b, e.Name...))
}

// A Log is the events of one run, last first. Where runs were joined, Alts holds the logs of each.
type Log struct {
	Prev  *Log
	Event *Event // nil at a join
	Alts  []*Log
	n     int
}

// Events returns every event on any way to l, in run order, each once.
func (l *Log) Events() []*Event {
	var out []*Event
	seen := map[*Log]bool{}
	var visit func(*Log)
	visit = func(l *Log) {
		var spine []*Log
		for ; l != nil && !seen[l]; l = l.Prev {
			seen[l] = true
			spine = append(spine, l)
		}
		for i := len(spine) - 1; i >= 0; i-- {
			for _, a := range spine[i].Alts {
				visit(a)
			}
			if spine[i].Event != nil {
				out = append(out, spine[i].Event)
			}
		}
	}
	visit(l)
	return out
}

// Holds reports whether e is on some way to l. Known is what was found out before about e, by log; Holds adds to it.
func (l *Log) Holds(e *Event, known map[*Log]bool) bool {
	var spine []*Log
	found := false
	for ; l != nil; l = l.Prev {
		if k, ok := known[l]; ok {
			found = k
			break
		}
		if l.n < e.Seq {
			break // it was not there yet
		}
		spine = append(spine, l)
		found = l.Event == e || slices.ContainsFunc(l.Alts, func(a *Log) bool { return a.Holds(e, known) })
		if found {
			break
		}
	}
	for _, s := range spine {
		known[s] = found
	}
	return found
}
