package model

import (
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
)

// A KeyFact is where a client takes its key from. It holds no key.
type KeyFact struct {
	Needless string // why the client takes none; or empty
	Field    string
	Sources  []KeySource // in the order in which they are asked
	// Uses is the source that answers whatever the environment holds; -1 where that depends on the environment, is not known, or
	// where none answers.
	Uses int
}

// SourceKind is what a KeySource is.
type SourceKind uint8

// The kinds of source.
const (
	NotKnown   SourceKind = iota // Why says what it is
	Literal                      // it is written in the program
	InVariable                   // the program reads a variable
	InFile                       // it stands in a file: a .env, a configuration
	Fallback                     // the client itself reads a variable
	Callable                     // a function, or an object, gives it
)

func (k SourceKind) String() string {
	return [...]string{"unknown", "literal", "variable", "file", "fallback", "callable"}[k]
}

// SourceState is whether a source has the key.
type SourceState uint8

// The states.
const (
	Depends SourceState = iota // on the environment, or on what is not known
	Has                        // it has something
	Lacks                      // it has nothing, and the next source is asked
	Empty                      // it has an empty text
)

func (s SourceState) String() string { return [...]string{"depends", "has", "lacks", "empty"}[s] }

// A KeySource is one place that a key may come from.
type KeySource struct {
	Kind     SourceKind
	Name     string      // the variable, or the file
	Place    source.Span // where it is written, or read
	State    SourceState
	Provider string      // whose key it is, where its public prefix says that
	Note     string      // what is known besides
	Set      source.Span // where a variable is given its value, in the program or in a .env
}

// keyFact says where b's key comes from.
func (b *Build) keyFact() KeyFact {
	k := KeyFact{Field: "api_key", Uses: -1}
	cred, takes := b.credential()
	switch b.Provider() {
	case "bedrock":
		k.Needless = "the client signs with AWS credentials"
	case "vertex":
		k.Needless = "the client uses Google's application credentials"
	case "ollama":
		k.Needless = "Ollama takes no key"
	case "azureai":
		if !takes {
			k.Needless = "the client is given a credential object"
		}
	}
	for _, fields := range [][]Field{b.Entry.Fields, b.Entry.Shared} {
		for _, f := range fields {
			if autogen.StandsForKey(f.Name) && !f.Held && !eval.IsNone(f.Value) {
				k.Needless = f.Name + " stands in its place"
			}
		}
	}
	if takes {
		k.Field = cred.Field
	}
	f, given := b.Entry.Get(k.Field)
	if given {
		k.Sources = b.sourcesOf(f.Value, f.Maybe)
	} else if b.Entry.Open {
		k.Sources = []KeySource{{Note: "the configuration may hold a key that is not known"}}
	}
	if takes {
		stops := given && cred.NoneStops && eval.IsNone(f.Value)
		if !stops && (len(k.Sources) == 0 || b.fallsThrough(k.Sources, cred)) {
			for _, name := range cred.Vars {
				if !b.asksAlready(k.Sources, name) {
					k.Sources = append(k.Sources, b.fallback(name)...)
				}
			}
		}
	}
	k.Uses = uses(k.Sources)
	return k
}

// uses is the first source that certainly answers, if all before it certainly do not.
func uses(sources []KeySource) int {
	for i, s := range sources {
		switch s.State {
		case Has, Empty:
			return i
		case Depends:
			return -1
		}
	}
	return -1
}

// fallsThrough reports whether the client looks further after what the field holds.
func (b *Build) fallsThrough(sources []KeySource, cred Credential) bool {
	last := sources[len(sources)-1]
	return last.State == Lacks || last.State == Empty && cred.BlankFalls || last.State == Depends && last.Kind != Callable
}

// asksAlready reports whether the program has read a variable that the client would read again, to the same end.
func (b *Build) asksAlready(sources []KeySource, name string) bool {
	for _, s := range sources {
		if s.Kind == InVariable && s.Name == name && s.State == Depends {
			_, written := b.State.Written(name)
			return !written
		}
	}
	return false
}

// sourcesOf lists what a field's value may come from.
func (b *Build) sourcesOf(v eval.Value, maybe bool) []KeySource {
	s := KeySource{Place: spanOf(v)}
	if read, ok := ReadPlace(v); ok {
		s.Place = read
	}
	switch d := v.D.(type) {
	case eval.NoneVal, eval.Absent:
		s.Kind, s.State, s.Note = Literal, Lacks, "it is None"
		if name := readAs(v); name != "" {
			s.Kind, s.Name, s.Note = InVariable, b.Program.name(name), "it is not set"
		}
		return []KeySource{s}
	case eval.Str:
		return []KeySource{b.textSource(string(d), v, maybe)}
	case eval.Env:
		s.Kind, s.Name = InVariable, b.Program.name(d.Name)
		if d.Default == nil {
			s.State = Has
			if d.Maybe {
				s.Note = "something that is not seen may set it"
			}
			return []KeySource{s}
		}
		if set, decided := b.State.Decided(d.Name); decided && set {
			s.State, s.Note = Has, "the program has seen that it is set"
			return []KeySource{s}
		} else if decided && !d.Maybe {
			s.State, s.Note = Lacks, "the program has seen that it is not set"
		}
		if d.Maybe {
			s.Note = b.fogNote()
		}
		out := []KeySource{s}
		if !eval.IsNone(*d.Default) && !eval.IsAbsent(*d.Default) {
			out = append(out, b.sourcesOf(*d.Default, false)...)
		}
		return out
	case eval.OneOf:
		var out []KeySource
		for _, a := range d.Alts {
			for _, x := range b.sourcesOf(a, false) {
				if x.State != Lacks {
					x.State = Depends
				}
				out = append(out, x)
			}
		}
		return out
	case eval.Concat:
		s.Note = "it is put together, in part from what is not known"
	case eval.Unknown:
		s.Note = "it is " + d.Why
	case eval.Foreign, eval.Bound, *eval.Func, eval.Partial, eval.Ref:
		s.Kind, s.State, s.Note = Callable, Depends, "an object or function gives it when it is asked for"
	default:
		s.Note = "it is no text"
	}
	return []KeySource{s}
}

// textSource is a key that is a text.
func (b *Build) textSource(text string, v eval.Value, maybe bool) KeySource {
	s := KeySource{Kind: Literal, State: Has, Place: spanOf(v)}
	if at, ok := v.Literal(); ok && at.File.Kind != source.Python && at.File.Kind != source.Notebook {
		s.Kind, s.Name = InFile, at.File.Path
	}
	if name := readAs(v); name != "" {
		s.Kind, s.Name = InVariable, b.Program.name(name)
		if read, ok := ReadPlace(v); ok {
			s.Place = read
		}
		s.Note = b.writtenNote(v)
		s.Set, _ = v.Literal()
	}
	if s.Kind == Literal && b.Program.hides(v) {
		s.Kind, s.Note = NotKnown, "it is made of what is set on this machine"
	}
	s.Provider, s.Note = keyOf(text), join(s.Note, textNote(text))
	if strings.TrimSpace(text) == "" {
		s.State = Empty
	}
	if maybe {
		s.State = Depends
	}
	return s
}

// writtenNote says where a variable that the program reads was given its value.
func (b *Build) writtenNote(v eval.Value) string {
	at, ok := v.Literal()
	switch {
	case !ok && b.Program.Here:
		return "it is set on this machine"
	case !ok:
		return ""
	case at.File.Kind == source.Dotenv:
		return "a .env sets it"
	}
	return "the program sets it"
}

// keyOf is whose key a text looks like.
func keyOf(text string) string {
	p, _ := autogen.KeyShaped(strings.TrimSpace(text))
	return p
}

// textNote says what a text is that stands where a key belongs, without showing it.
func textNote(text string) string {
	trimmed := strings.TrimSpace(text)
	switch {
	case text == "":
		return "it is empty"
	case trimmed == "":
		return "it is blank"
	case autogen.Dummy(trimmed):
		return "it is a word that means that no key is needed"
	}
	if _, name := autogen.EnvName(trimmed); name {
		return "it is the name of a variable, not a key"
	}
	if _, shaped := autogen.KeyShaped(trimmed); !shaped && autogen.Placeholder(trimmed) {
		return "it is a placeholder"
	}
	return ""
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}

// readAs is the variable that the program read a value from last.
func readAs(v eval.Value) string {
	for o := v.From; o != nil; o = o.Prev {
		if o.Kind == eval.FromEnv {
			return o.Name
		}
	}
	return ""
}

// fallback is a variable that the client reads itself.
func (b *Build) fallback(name string) []KeySource {
	s := KeySource{Kind: Fallback, Name: name}
	v := b.State.Getenv(name)
	if w, ok := b.State.Written(name); ok {
		s.Set = w.Place
	}
	switch d := v.D.(type) {
	case eval.Absent, eval.NoneVal:
		s.State, s.Note = Lacks, "it is not set"
		if s.Set.Valid() {
			s.Note = "the program deletes it"
		}
	case eval.Str:
		t := b.textSource(string(d), v, false)
		s.State, s.Provider, s.Note = t.State, t.Provider, join(b.writtenNote(v), textNote(string(d)))
	case eval.Env:
		if d.Default == nil {
			s.State = Has
		}
		if d.Maybe {
			s.Note = b.fogNote()
		}
		if d.Default == nil || eval.IsNone(*d.Default) {
			break
		}
		s.Set = source.Span{} // of what is set outside nobody knows where
		return append([]KeySource{s}, b.sourcesOf(*d.Default, false)...)
	default:
		s.Note = "the program sets it to something that is not known"
		if u, ok := v.D.(eval.Unknown); ok {
			s.State, s.Note = Depends, "the program sets it, and it is "+u.Why
		}
	}
	return []KeySource{s}
}

// fogNote says what may have set variables.
func (b *Build) fogNote() string {
	fog := b.State.Fog()
	if fog == nil {
		return "something that is not seen may set it"
	}
	return "something that is not seen may set it (" + fog.Why + ")"
}
