// Package model says what one program, and the project, does with AutoGen: which clients it builds with which fields from where,
// what fails because of them, when, how surely, and which one cause it has. It reads what eval saw and what autogen knows;
// how that is said to people is for the rules.
package model

import (
	"iter"
	"sync"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A Program is one entry point and what it reaches, evaluated.
type Program struct {
	Entry    *source.File
	Name     string // how it is run, for people: the entry point's path
	Declared bool   // somebody says that it is run; false for a module that nothing imports, and for tests
	Test     bool   // a test module, or a file below a folder of tests
	Installs autogen.Set
	Pins     []autogen.Pin // of the nearest manifests, or what the user says
	Trace    *eval.Trace
	Modules  []*syntax.Module
	Imports  []string // the modules that are imported somewhere in it

	Builds  []*Build // every configuration that a client is built from, in run order
	Runs    []*Run   // ways through the program: its own, then one for each function that it does not call
	Project *Project
	Foggy   bool // something that is run with the program supplies variables: `uv run --env-file`, compose env_file, …
	Cut     bool // limits cut something off
	Here    bool // it was evaluated with the variables of this machine; their values are shown to nobody

	Supplied   map[string]Supply // what the commands and containers that run the program set for it
	Unexported map[string]Supply // what a script that runs the program assigns, and does not export
	once       sync.Once
	secrets    []string // texts that stand where keys belong
	told       sync.Map // of looksUp: what p was told of the project's code, by the name of a variable
}

// A Run is a part of a program that is evaluated on its own.
type Run struct {
	Loose  bool // a function that the program does not call itself
	Name   string
	Ends   []eval.State
	Events []*eval.Event                       // on every way, in run order
	logs   []*eval.Log                         // at the normal ends
	from   *eval.Event                         // what Follows was asked of last
	after  map[*eval.Log]bool                  // the logs that are known to hold it, or not
	made   map[*eval.Event]map[*eval.Event]int // see makers
}

// When is the moment at which a configuration fails.
type When uint8

// The moments.
const (
	AtConstruction When = iota // when the client, or the agent that builds it, is constructed
	AtCall                     // when a model is asked
)

// A Build is one configuration entry from which one client is built, at one moment of one run.
type Build struct {
	Program   *Program
	Run       *Run
	Event     *eval.Event // what built it: the construction, or for AG2 1.x the first question
	Class     *autogen.Class
	Gen       autogen.Generation
	Place     source.Span // the call's name
	Entry     *Entry
	State     *eval.State // when the credentials are read
	Object    eval.ID     // the agent, wrapper or client that holds it
	Alt       int         // which alternative of a configuration that is one of several
	Alts      int         // how many there are
	Index     int         // place in the config_list
	Of        int         // entries in the config_list
	Siblings  []*Build    // all entries of the list, in order; the build itself among them
	Component bool        // load_component builds it, out of a dict
	Shape     Shape       // what is wrong with the form of the configuration; Entry then says nothing but Value and Place
	Use       source.Span // of a Shape that is wrong: where the configuration is given to what does not take it

	form     autogen.Form  // how its LLMConfig was called
	list     eval.ID       // the config_list that the entry stands in, or 0
	asked    []*eval.Event // questions that this client certainly is asked, in run order
	maybe    []*eval.Event // questions that may reach it
	spared   bool          // its agent is asked with another configuration
	perhaps  bool          // it is made only if something else is so
	causes   []*KeyCause
	searched bool
}

// Shape is what is wrong with the form of a configuration.
type Shape uint8

// The shapes that are wrong somewhere.
const (
	WellFormed    Shape = iota
	TupleConfig         // a tuple, most often made by a trailing comma
	TextConfig          // a text where a dict belongs
	BoolConfig          // True where a dict belongs
	ListConfig          // a list where a dict belongs
	TextEntries         // a config_list of texts
	TupleEntries        // a config_list of tuples, most often made by a trailing comma
	ListEntries         // a config_list of lists, most often made by a trailing comma behind one
	DictList            // a dict where config_list wants a list
	EmptyList           // a config_list without an entry
	ClassConfig         // a class that was not called
	FuncConfig          // a function that was not called
	AwaitConfig         // a call of an async function that was not awaited
	RawClient           // an SDK's client where a configuration, or a client of AutoGen's, belongs
	WrappedClient       // a client of AutoGen's where openai's own belongs
	DictClient          // a dict or list where a client or configuration object belongs
	OldConfig           // llm_config given to a class of 0.4 or of AG2 1.x
	NewConfig           // model_client given to a class of 0.2
	Misnamed            // given by a parameter that the class does not have
	NoModel             // an agent that must answer and has no model
)

// An Entry is the fields of one configuration.
type Entry struct {
	Place  source.Span   // the dict, or the call
	Spread []source.Span // the dicts that `**` spread into the call
	Fields []Field       // its own
	Shared []Field       // what it inherits from beside config_list, where this generation does that
	Beside []Field       // everything beside config_list
	Open   bool          // it may have fields that are not known
	Maybe  bool          // it may not be in the list
	Unseen bool          // it stands for the entries of a list that is not known
	Value  eval.Value
}

// A Field is one field of a configuration.
type Field struct {
	Name  string
	Key   source.Span // where its name stands
	Value eval.Value
	Maybe bool // it may not be there
	Top   bool // it stands beside config_list
	Held  bool // an object holds the value, and stands in the field
}

// Get returns a field of e, its own before a shared one.
func (e *Entry) Get(name string) (Field, bool) {
	for i := len(e.Fields) - 1; i >= 0; i-- {
		if e.Fields[i].Name == name {
			return e.Fields[i], true
		}
	}
	for i := len(e.Shared) - 1; i >= 0; i-- {
		if e.Shared[i].Name == name {
			return e.Shared[i], true
		}
	}
	return Field{}, false
}

// Lacks reports whether e certainly has no field of that name.
func (e *Entry) Lacks(name string) bool {
	_, has := e.Get(name)
	return !has && !e.Open
}

// Place returns the narrowest place of the field's value: where it was written, else its name.
func (f Field) Place() source.Span {
	if s, ok := f.Value.Literal(); ok {
		return s
	}
	if len(f.Value.Steps()) > 0 && f.Value.Steps()[0].Span.Valid() {
		return f.Value.Steps()[0].Span
	}
	return f.Key
}

// Str returns the text that the field certainly has.
func (f Field) Str() (string, bool) {
	if f.Maybe {
		return "", false
	}
	return eval.AsStr(f.Value)
}

// Asked reports whether the program certainly asks this client's model, and whether it may.
func (b *Build) Asked() (surely, perhaps bool) {
	return len(b.asked) > 0, len(b.asked)+len(b.maybe) > 0
}

// Field returns a field of the configuration.
func (b *Build) Field(name string) (Field, bool) { return b.Entry.Get(name) }

// Meant returns a field of the configuration that the client does not know, and that was written for the field name.
func (b *Build) Meant(name string) (Field, bool) {
	for _, f := range append(append([]Field{}, b.Entry.Fields...), b.Entry.Shared...) {
		right, ok := autogen.NearField(f.Name, b.Class, b.Provider())
		if !ok {
			right, ok = autogen.LegacyField(f.Name, b.Class, b.Provider())
		}
		if ok && right == name && f.Key.Valid() {
			return f, true
		}
	}
	return Field{}, false
}

// A Project is what all programs of a project leave behind, and its files.
type Project struct {
	Module func(*source.File) *syntax.Module          // the module of a file, or nil
	Naming func(name string) iter.Seq[*syntax.Module] // every module in which a name stands, in whatever case
	// Elsewhere reports whether code in another language reads the variable name.
	Elsewhere func(name string) bool
	Envs      []EnvFile                                             // .env and its like, shell, container and compose files that set variables
	Configs   []*source.File                                        // JSON, YAML and TOML files that may hold configurations
	Loaders   []Loader                                              // what else loads a .env
	Copies    []Copy                                                // README steps that copy an example to a .env
	Tests     map[string]bool                                       // files that are tests, or lie among them
	Data      func(*source.File, source.Kind) (*syntax.Data, error) // what one of Configs holds
	Forms     map[*source.File]bool                                 // those of Configs that are templates for people to copy
	Opened    map[string]bool                                       // the names of files that programs open, without their folders
	Imports   map[string]bool                                       // the modules that programs import
	Keys      map[source.Span]string                                // texts of the sources that a client gets as its key, each with the client's provider
	Cut       bool                                                  // a program was cut off: nothing may be said about what nothing does

	mu     sync.Mutex
	looked map[string]bool // whether some module may read a variable by a name
}

// An EnvFile is a file that sets variables.
type EnvFile struct {
	File    *source.File
	Kind    EnvKind
	Vars    []syntax.Variable
	Ignored bool // .gitignore names it
	Tracked bool // and git has it all the same
	Example bool // a template that people copy: .env.example, .env.sample
}

// EnvKind is what an EnvFile is.
type EnvKind uint8

// The kinds of file that set variables.
const (
	Dotenv EnvKind = iota
	ShellScript
	Dockerfile
	ComposeFile
	Workflow
)

// A Supply is a variable that the surroundings of a program set.
type Supply struct {
	Var   syntax.Variable
	Place source.Span
	Kind  EnvKind
}

// A Loader is something beside the program that loads a .env: a compose env_file, a shell that sources it, a tool.
type Loader struct {
	Place source.Span
	What  string
	Dir   string // the folder whose programs it serves
}

// A Copy is a step of a README that makes a .env out of an example.
type Copy struct {
	Place    source.Span
	From, To string
}

// NameSpan is the place of a variable's name in its file.
func (e EnvFile) NameSpan(v *syntax.Variable) source.Span {
	return source.Span{File: e.File, Start: int(v.NameRange.Start), End: int(v.NameRange.End)}
}

// ValueSpan is the place of a variable's value in its file.
func (e EnvFile) ValueSpan(v *syntax.Variable) source.Span {
	return source.Span{File: e.File, Start: int(v.ValueRange.Start), End: int(v.ValueRange.End)}
}
