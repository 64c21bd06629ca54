package eval

import (
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A World is what a program sees beyond its own text: other modules, files, and code that is not run but described.
type World interface {
	// Import resolves `import name` in from, or `from ...name import` with level dots, as Python would.
	Import(from *syntax.Module, name string, level int) Import
	// Open finds the file that path names for a program: relative paths are tried from the entry point's folder and from the
	// project root. Paths below Root are absolute.
	Open(path string) Opened
	// FindDotenv finds the .env that load_dotenv() without a path loads when it is called in from.
	FindDotenv(from *syntax.Module) Opened
	// Variables reads f as python-dotenv does.
	Variables(f *source.File) []syntax.Variable
	// Data reads f, or text when f is nil, as JSON, YAML or TOML; an error is a *syntax.DataError.
	Data(f *source.File, text string, kind source.Kind) (*syntax.Data, error)
	// Foreign describes a name of a package that is not of the project; nil if nothing is known of it.
	Foreign(path string) *Outside
	// Exists reports whether path is a file or folder of the project; known is false when that cannot be told.
	Exists(path string) (exists, known bool)
}

// Root is what stands for the project's root folder in absolute paths, such as the value of __file__.
const Root = "/project"

// An Import is what an import statement means.
type Import struct {
	Chain   []*syntax.Module // modules of the project to execute, outermost package first, the one asked for last; a namespace package is nil
	Names   []string         // their absolute dotted names, one a module of Chain
	Foreign string           // the qualified name, when it is a package from elsewhere
	Unknown string           // why it could not be resolved: missing, ambiguous, cut off
}

// An Opened is the answer to opening a file.
type Opened struct {
	File    *source.File
	Missing bool // it certainly is not in the repository
	Never   bool // and its path cannot exist in the repository's layout
	Unknown bool // several files could be meant, or it could not be read
	Coded   bool // it is there, and is no UTF-8
}

// An Outside describes a class, function or module of a package that is not run.
type Outside struct {
	Class  bool
	Bases  []string // of a class: qualified names of its bases
	Params []string // of a class: the positional parameters of its constructor, without self
	Pure   bool     // calling it leaves its arguments and the environment alone
	// Call evaluates a call; nil records a Built event for a class and a Called event for anything else.
	Call func(c *Call) []Result
	// Value is what the name is, when it is a constant.
	Value *Value
	Sets  bool // importing or calling it may set environment variables, or load a .env
}
