package syntax

// A Data is a node of a configuration file: JSON, YAML or TOML.
type Data struct {
	Range
	Kind  DataKind
	Str   string    // of a DataString; of a number, its text
	Date  bool      // of a DataString: its loader in Python makes a date of it
	Int   int64     // of a DataInt
	Float float64   // of a DataFloat
	Bool  bool      // of a DataBool
	Items []*Data   // of a DataList
	Keys  []DataKey // of a DataMap, in document order
}

// A DataKey is one key of a map with its value.
type DataKey struct {
	Range // of the key
	Name  string
	Value *Data
}

// DataKind is the type of a Data.
type DataKind uint8

// The kinds of configuration value.
const (
	DataNull DataKind = iota
	DataBool
	DataInt
	DataFloat
	DataString
	DataList
	DataMap
)

// Get returns the value under name, the last one if there are several, or nil.
func (d *Data) Get(name string) *Data {
	if d == nil {
		return nil
	}
	for i := len(d.Keys) - 1; i >= 0; i-- {
		if d.Keys[i].Name == name {
			return d.Keys[i].Value
		}
	}
	return nil
}

// A DataError says why a configuration file does not load, in the words of its loader, and where.
type DataError struct {
	Range
	Msg string
}

func (e *DataError) Error() string { return e.Msg }

// A Variable is one NAME=value of a .env, shell, container or compose file.
type Variable struct {
	Range             // the whole binding
	Name       string // as written
	NameRange  Range
	HasValue   bool    // false for a bare NAME
	ValueRange Range   // without the quotes
	Quote      byte    // '"', '\'' or 0
	Pieces     []Piece // the value, decoded as the file's reader decodes it
	Export     bool    // written with `export`, or by an instruction that exports
}

// A Piece is a part of a variable's value: literal text, or a reference to another variable.
type Piece struct {
	Lit     string
	Ref     string // the name of another variable, or empty
	Default string // of ${REF:-Default}
	Opaque  bool   // something a shell computes: unknown
}

// Value returns the value of v if it refers to nothing.
func (v *Variable) Value() (string, bool) {
	s := ""
	for _, p := range v.Pieces {
		if p.Ref != "" || p.Opaque {
			return "", false
		}
		s += p.Lit
	}
	return s, v.HasValue
}
