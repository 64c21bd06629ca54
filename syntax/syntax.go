// Package syntax declares the syntax tree of a Python module. It imports no parser, so everything above it builds without cgo.
//
// Offsets count bytes of the decoded text of the module's file (source.File.Text).
package syntax

import "github.com/autogenlint/autogenlint/source"

// A Module is one Python file, or the code cells of one notebook.
type Module struct {
	File   *source.File
	Body   []Stmt
	Errors []Range   // parts that could not be parsed and are not in Body
	Deep   bool      // the source nests too deep to be lowered; Body is empty
	Marks  []Comment // every comment, in order
}

// Span returns the place of r in m's file.
func (m *Module) Span(r Range) source.Span {
	return source.Span{File: m.File, Start: int(r.Start), End: int(r.End)}
}

// A Comment is a comment of the source, its `#` included.
type Comment struct {
	Range
	Alone bool // nothing but blanks before it on its line
}

// A Range is a half-open range of offsets.
type Range struct{ Start, End int32 }

// Bounds returns r itself; every node has it by embedding.
func (r Range) Bounds() Range { return r }

// A Node is a part of the tree.
type Node interface{ Bounds() Range }

// An Expr is an expression.
type Expr interface {
	Node
	expr()
}

// A Stmt is a statement.
type Stmt interface {
	Node
	stmt()
}

// Expressions.
type (
	// A Name is an identifier.
	Name struct {
		Range
		Ident string
	}
	// A Const is None, True, False, Ellipsis or a number that is not an integer of 64 bits.
	Const struct {
		Range
		Kind ConstKind
	}
	// An Int is an integer literal that fits 64 bits.
	Int struct {
		Range
		Value int64
	}
	// A Float is a floating point literal.
	Float struct {
		Range
		Value float64
	}
	// A Str is a string literal, or adjacent ones, without replacement fields. Value is what Python would hold.
	Str struct {
		Range
		Value string
		Bytes bool // a bytes literal
		Plain bool // one literal token without escapes: Value stands in the source letter by letter
	}
	// A FString is a string with replacement fields: literal pieces and expressions in order.
	FString struct {
		Range
		Parts []FPart
	}
	// A List is a list display.
	List struct {
		Range
		Elts []Expr
	}
	// A Tuple is a tuple display; Paren tells whether it stands in parentheses.
	Tuple struct {
		Range
		Elts  []Expr
		Paren bool
	}
	// A Set is a set display.
	Set struct {
		Range
		Elts []Expr
	}
	// A Dict is a dict display. A nil key marks `**value`.
	Dict struct {
		Range
		Items []DictItem
	}
	// A Comp is a comprehension or generator expression. Key is set for a dict comprehension.
	Comp struct {
		Range
		Kind    CompKind
		Key     Expr
		Elt     Expr
		Clauses []Clause
	}
	// A Unary is `-x`, `+x`, `~x` or `not x`.
	Unary struct {
		Range
		Op Op
		X  Expr
	}
	// A Binary is an arithmetic or bitwise operation.
	Binary struct {
		Range
		Op   Op
		L, R Expr
	}
	// A Bool is `a and b and c` or `a or b or c`.
	Bool struct {
		Range
		Op Op // And or Or
		Xs []Expr
	}
	// A Compare is a chain of comparisons: len(Ops) == len(Rest).
	Compare struct {
		Range
		L    Expr
		Ops  []Op
		Rest []Expr
	}
	// A Cond is `x if cond else y`.
	Cond struct {
		Range
		Test, Then, Else Expr
	}
	// A Call is a call.
	Call struct {
		Range
		Fun  Expr
		Args []Arg
	}
	// An Attr is `x.name`. NameRange is the place of the name.
	Attr struct {
		Range
		X         Expr
		Name      string
		NameRange Range
	}
	// An Index is `x[i]`.
	Index struct {
		Range
		X, I Expr
	}
	// A Slice is `lo:hi:step` inside an Index; each part may be nil.
	Slice struct {
		Range
		Lo, Hi, Step Expr
	}
	// A Star is `*x` in a display, a call, a subscript or an assignment target.
	Star struct {
		Range
		X Expr
	}
	// A Lambda is a lambda.
	Lambda struct {
		Range
		Params []Param
		Body   Expr
	}
	// An Await is `await x`.
	Await struct {
		Range
		X Expr
	}
	// A Yield is `yield x` or, with From, `yield from x`. X may be nil.
	Yield struct {
		Range
		X    Expr
		From bool
	}
	// A Walrus is `name := x`.
	Walrus struct {
		Range
		Name *Name
		X    Expr
	}
	// A BadExpr is an expression that could not be parsed: its value is unknown.
	BadExpr struct{ Range }
)

// An FPart is a piece of an f-string: a literal when X is nil.
type FPart struct {
	Lit  string
	X    Expr
	Conv byte // 'r', 's', 'a', or 0
	Spec bool // a format specification is there
}

// A DictItem is one item of a dict display.
type DictItem struct{ Key, Value Expr }

// An Arg is one argument of a call. Name is empty for a positional one; Star is 1 for `*x`, 2 for `**x`.
type Arg struct {
	Range
	Name      string
	NameRange Range
	Value     Expr
	Star      int
}

// A Clause is one `for` of a comprehension with its `if`s.
type Clause struct {
	Target Expr
	Iter   Expr
	Ifs    []Expr
	Async  bool
}

// A Param is a parameter.
type Param struct {
	Range
	Name       string
	Kind       ParamKind
	Annotation Expr // or nil
	Default    Expr // or nil
}

// ParamKind is how a parameter takes arguments.
type ParamKind uint8

// The kinds of parameter.
const (
	Positional  ParamKind = iota // by position or name
	PosOnly                      // before a `/`
	KeywordOnly                  // after a `*`
	VarArgs                      // *args
	VarKeywords                  // **kwargs
)

// ConstKind is which constant a Const is.
type ConstKind uint8

// The constants.
const (
	None ConstKind = iota
	True
	False
	Ellipsis
	BigNumber
)

// CompKind is what a comprehension makes.
type CompKind uint8

// The kinds of comprehension.
const (
	ListComp CompKind = iota
	SetComp
	DictComp
	Generator
)

// Op is an operator.
type Op uint8

// The operators.
const (
	BadOp Op = iota
	And
	Or
	Not
	Neg
	Pos
	Invert
	Add
	Sub
	Mul
	Div
	FloorDiv
	Mod
	Pow
	MatMul
	LShift
	RShift
	BitAnd
	BitOr
	BitXor
	Eq
	NotEq
	Lt
	LtE
	Gt
	GtE
	Is
	IsNot
	In
	NotIn
)

// Statements.
type (
	// An ExprStmt is an expression on its own.
	ExprStmt struct {
		Range
		X Expr
	}
	// An Assign is `a = b = value`.
	Assign struct {
		Range
		Targets []Expr
		Value   Expr
	}
	// An AnnAssign is `target: annotation = value`; Value may be nil.
	AnnAssign struct {
		Range
		Target     Expr
		Annotation Expr
		Value      Expr
	}
	// An AugAssign is `target op= value`.
	AugAssign struct {
		Range
		Target Expr
		Op     Op
		Value  Expr
	}
	// A Del is `del a, b`.
	Del struct {
		Range
		Targets []Expr
	}
	// A Pass does nothing.
	Pass struct{ Range }
	// A Break leaves a loop.
	Break struct{ Range }
	// A Continue goes on with a loop.
	Continue struct{ Range }
	// A Return is `return x`; X may be nil.
	Return struct {
		Range
		X Expr
	}
	// A Raise is `raise x from cause`; both may be nil.
	Raise struct {
		Range
		X, Cause Expr
	}
	// An Assert is `assert test, msg`; Msg may be nil.
	Assert struct {
		Range
		Test, Msg Expr
	}
	// A Global is `global a, b`, or with Nonlocal set `nonlocal a, b`.
	Global struct {
		Range
		Names    []string
		Nonlocal bool
	}
	// An Import is `import a.b as c, d`.
	Import struct {
		Range
		Names []Alias
	}
	// An ImportFrom is `from ..m import a as b, *`. A star import has the one name "*".
	ImportFrom struct {
		Range
		Module      string // dotted; may be empty when Level is above 0
		ModuleRange Range
		Level       int // number of leading dots
		Names       []Alias
	}
	// An If is `if`; an `elif` is an If alone in Else.
	If struct {
		Range
		Test Expr
		Body []Stmt
		Else []Stmt
	}
	// A While is `while`.
	While struct {
		Range
		Test Expr
		Body []Stmt
		Else []Stmt
	}
	// A For is `for` or `async for`.
	For struct {
		Range
		Target Expr
		Iter   Expr
		Body   []Stmt
		Else   []Stmt
		Async  bool
	}
	// A Try is `try`.
	Try struct {
		Range
		Body     []Stmt
		Handlers []Handler
		Else     []Stmt
		Finally  []Stmt
	}
	// A With is `with` or `async with`.
	With struct {
		Range
		Items []WithItem
		Body  []Stmt
		Async bool
	}
	// A Match is `match`.
	Match struct {
		Range
		Subject Expr
		Cases   []Case
	}
	// A FuncDef is `def` or `async def`.
	FuncDef struct {
		Range
		Name       string
		NameRange  Range
		Params     []Param
		Returns    Expr // or nil
		Body       []Stmt
		Decorators []Expr
		Async      bool
		Generator  bool // the body has a yield of its own
	}
	// A ClassDef is `class`.
	ClassDef struct {
		Range
		Name       string
		NameRange  Range
		Args       []Arg // bases and keywords
		Body       []Stmt
		Decorators []Expr
	}
	// A TypeAlias is `type X = …`.
	TypeAlias struct {
		Range
		Name  string
		Value Expr
	}
	// A Magic is a line or cell of a notebook that is not Python: `%env X=1`, `!pip install`, `%%bash`.
	Magic struct {
		Range
		Kind MagicKind
		Name string // of a line or cell magic, without its `%`s
		Args string // the rest of the line, blanks trimmed; of `!`, the whole command
		Body string // of a cell magic, the rest of the cell
		Into *Name  // `x = %magic` or `x = !cmd`: the name that is assigned, or nil
	}
	// A BadStmt is a statement that could not be parsed: it may do anything to the names in it.
	BadStmt struct {
		Range
		Names []string // identifiers that stand in it
	}
)

// MagicKind is how a magic is written.
type MagicKind uint8

// The kinds of magic.
const (
	LineMagic MagicKind = iota // %name args
	CellMagic                  // %%name args, and the rest of the cell
	ShellLine                  // !command
	HelpLine                   // name?
)

// An Alias is one name of an import.
type Alias struct {
	Range
	Name string // dotted in an Import
	As   string // or empty
}

// A Handler is one `except`. Type is nil for a bare one; Star marks `except*`.
type Handler struct {
	Range
	Type Expr
	Name string
	Body []Stmt
	Star bool
}

// A WithItem is one `context as target`; Target may be nil.
type WithItem struct {
	Context Expr
	Target  Expr
}

// A Case is one `case pattern if guard:`.
type Case struct {
	Range
	Pattern Pattern
	Guard   Expr // or nil
	Body    []Stmt
}

// A Pattern is a pattern of a match statement.
type Pattern interface {
	Node
	pattern()
}

// Patterns.
type (
	// A ValuePattern matches what equals X (a literal or a dotted name).
	ValuePattern struct {
		Range
		X Expr
	}
	// A CapturePattern binds Name, or nothing when it is "_", to whatever Sub (if any) matches.
	CapturePattern struct {
		Range
		Name string
		Sub  Pattern // or nil
	}
	// An OrPattern matches what one of Alts matches.
	OrPattern struct {
		Range
		Alts []Pattern
	}
	// A SequencePattern matches a sequence whose elements Elts match, one by one; the one at Star, if any, takes the rest.
	SequencePattern struct {
		Range
		Elts []Pattern
		Star int // or -1
	}
	// A MappingPattern matches a mapping that has Keys, with values that Values match. Rest is bound to what else it has.
	MappingPattern struct {
		Range
		Keys   []Expr
		Values []Pattern
		Rest   string // or ""
	}
	// A ClassPattern matches an instance of Class whose attributes Args match.
	ClassPattern struct {
		Range
		Class Expr
		Args  []PatternArg
	}
	// An OtherPattern is one that could not be lowered; Names are the names it binds.
	OtherPattern struct {
		Range
		Names []string
	}
)

// A PatternArg is what a class pattern says of one attribute. Name is empty where its position tells which one.
type PatternArg struct {
	Name    string
	Pattern Pattern
}

func (*Name) expr()    {}
func (*Const) expr()   {}
func (*Int) expr()     {}
func (*Float) expr()   {}
func (*Str) expr()     {}
func (*FString) expr() {}
func (*List) expr()    {}
func (*Tuple) expr()   {}
func (*Set) expr()     {}
func (*Dict) expr()    {}
func (*Comp) expr()    {}
func (*Unary) expr()   {}
func (*Binary) expr()  {}
func (*Bool) expr()    {}
func (*Compare) expr() {}
func (*Cond) expr()    {}
func (*Call) expr()    {}
func (*Attr) expr()    {}
func (*Index) expr()   {}
func (*Slice) expr()   {}
func (*Star) expr()    {}
func (*Lambda) expr()  {}
func (*Await) expr()   {}
func (*Yield) expr()   {}
func (*Walrus) expr()  {}
func (*BadExpr) expr() {}

func (*ExprStmt) stmt()   {}
func (*Assign) stmt()     {}
func (*AnnAssign) stmt()  {}
func (*AugAssign) stmt()  {}
func (*Del) stmt()        {}
func (*Pass) stmt()       {}
func (*Break) stmt()      {}
func (*Continue) stmt()   {}
func (*Return) stmt()     {}
func (*Raise) stmt()      {}
func (*Assert) stmt()     {}
func (*Global) stmt()     {}
func (*Import) stmt()     {}
func (*ImportFrom) stmt() {}
func (*If) stmt()         {}
func (*While) stmt()      {}
func (*For) stmt()        {}
func (*Try) stmt()        {}
func (*With) stmt()       {}
func (*Match) stmt()      {}
func (*FuncDef) stmt()    {}
func (*ClassDef) stmt()   {}
func (*TypeAlias) stmt()  {}
func (*Magic) stmt()      {}
func (*BadStmt) stmt()    {}

func (*ValuePattern) pattern()    {}
func (*CapturePattern) pattern()  {}
func (*OrPattern) pattern()       {}
func (*SequencePattern) pattern() {}
func (*MappingPattern) pattern()  {}
func (*ClassPattern) pattern()    {}
func (*OtherPattern) pattern()    {}
