package model

import (
	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// CauseKind is why a client gets no key. There is one cause for each client, and one rule speaks for it.
type CauseKind uint8

// The causes, in the order in which they are looked for: the first that holds is the cause.
const (
	NoCause       CauseKind = iota
	KeyAsName               // AG108: a key stands where a variable's name belongs
	Ineffective             // AG110: it is set in a way that no reader sees
	GlobalIgnored           // AG111: it is put into openai.api_key
	Late                    // AG101: it is set after it was read
	Shadowed                // AG115: a load of a .env cannot take effect
	WrongName               // AG104: it is set, or read, under a name that does not fit
	NotLoaded               // AG116: a .env holds it and nothing loads that
	ThirdParty              // AG310: another provider's client falls back to the OpenAI key
	BlankKey                // AG102: it is there and empty
	Missing                 // AG103: nothing can supply it
)

// A KeyCause is why a client gets no key, or lacks a setting that it needs like one, and what shows it.
type KeyCause struct {
	Kind     CauseKind
	Field    string      // what is lacking: api_key, azure_endpoint, api_version, base_url, model
	Place    source.Span // where to say it
	Var      string      // the variable that is looked for
	Other    string      // the one that is set, or read, instead
	Event    *eval.Event // what shows it
	Read     source.Span // where the variable is read, if the program reads it itself
	File     string      // the .env that is meant
	Holder   source.Span // where something else gave the variable the value that stands in the way
	Bare     bool
	Equipped bool
	Supplied bool
	At       Level
	When     When
	Default  bool     // a default of the program makes the blank
	Blank    bool     // what the client gets is blank, not missing
	Falls    []string // the variables that a client asks which passes a blank over
	Deleted  bool     // the program deleted the variable
	Explicit bool     // an explicit None turns the look-up off
	Raises   bool     // the program reads the variable in a way that raises where it is not set: os.environ[…], a field of settings
	Spelled  bool     // the program makes a text of the None that it reads: the client gets the word

	From    *eval.Event // the moment at which it is read
	reads   []string    // the variables that are read
	outcome Outcome     // what the client gets instead
	raised  autogen.Failure
	foggy   bool // a .env that is not there may hold it, and nothing else may
}

// Key is where this client takes its key from; false for a client that needs none, or that has another way to authenticate.
func (b *Build) Key() (Credential, bool) {
	if b.authenticatesOtherwise() {
		return Credential{}, false
	}
	return b.credential()
}

// authenticatesOtherwise reports whether something in the configuration stands for a key, or may.
func (b *Build) authenticatesOtherwise() bool {
	for _, f := range b.Entry.Fields {
		if autogen.StandsForKey(f.Name) && !f.Held && !eval.IsNone(f.Value) {
			return true
		}
	}
	for _, f := range b.Entry.Shared {
		if autogen.StandsForKey(f.Name) && !eval.IsNone(f.Value) {
			return true
		}
	}
	return false
}

// KeyCause returns why the client gets no key; nil if it gets one, or if that is not known.
func (b *Build) KeyCause() *KeyCause { return b.CauseOf("api_key") }

// CauseOf returns why the client lacks a field that it needs; nil if it has it, or if that is not known.
func (b *Build) CauseOf(field string) *KeyCause {
	for _, k := range b.Causes() {
		if k.Field == field {
			return k
		}
	}
	return nil
}

// Causes returns why the client lacks what it needs, one cause for each thing that it lacks.
func (b *Build) Causes() []*KeyCause {
	if b.searched {
		return b.causes
	}
	b.searched = true
	if b.Class.Kind == autogen.LLMConfig || b.Class.Kind == autogen.ConfigEntry || b.Shape != WellFormed {
		return nil // reads nothing
	}
	if k := b.keyCause(); k != nil {
		b.causes = append(b.causes, k)
	}
	b.causes = append(b.causes, b.settingCauses()...)
	return b.causes
}

// A finder looks for one cause.
type finder func(*KeyCause, Credential) bool

func (b *Build) keyCause() *KeyCause {
	cred, ok := b.Key()
	if !ok {
		return nil
	}
	k := b.lack(cred)
	if k == nil || b.supplied(k) || b.suppliedBeside(k) {
		return nil
	}
	finders := []finder{b.keyAsName, b.ineffective, b.globalIgnored, b.late, b.shadowed, b.wrongName, b.notLoaded, b.thirdParty, b.blank, b.missing}
	switch {
	case k.foggy:
		finders = []finder{b.elsewhere}
	case k.Raises:
		k.When = AtConstruction
		finders = []finder{b.keyAsName, b.ineffective, b.late, b.shadowed, b.wrongName, b.notLoaded, b.missing}
	case k.Spelled:
		k.When = AtCall
		finders = []finder{b.keyAsName, b.ineffective, b.late, b.shadowed, b.wrongName, b.notLoaded}
	default:
		k.When = b.missingKeyShows(k.Blank)
	}
	return first(finders, k, cred)
}

// first returns k as the first finder that applies completes it, or nil.
func first(finders []finder, k *KeyCause, cred Credential) *KeyCause {
	for _, find := range finders {
		if find(k, cred) {
			return k
		}
	}
	return nil
}

// supplied reports whether what the program is run with sets one of the variables that are read: then it is there in time.
func (b *Build) supplied(k *KeyCause) bool {
	for _, name := range k.reads {
		if s, ok := b.Program.Supplied[name]; ok {
			if v, known := s.Var.Value(); v != "" || !known {
				return true
			}
		}
	}
	return false
}

// suppliedBeside reports whether something supplies one of the variables that are read while nothing says whether that is in time: it
// happens in another thread or task.
func (b *Build) suppliedBeside(k *KeyCause) bool {
	for _, e := range b.Run.Later(k.From, eval.VarSet, eval.DotenvLoaded) {
		if k.From.Beside(e) {
			if _, gives := b.gives(e, k.reads); gives || e.Kind == eval.DotenvLoaded && e.Dotenv.File == nil {
				return true
			}
		}
	}
	return false
}

// lack says that the client does not get c where nothing is set; nil if it does, or if that is not known.
func (b *Build) lack(c Credential) *KeyCause {
	if _, misspelt := b.Meant(c.Field); misspelt {
		return nil // that is the cause
	}
	bare, equipped := b.Take(c, Bare), b.Take(c, Equipped)
	k := &KeyCause{Field: c.Field, Bare: true, Var: bare.Var, From: b.readAt(), reads: b.Reads(c)}
	k.outcome = bare
	f, given := b.Entry.Get(c.Field)
	if given {
		k.Explicit = c.NoneStops && eval.IsNone(f.Value)
		k.Read, _ = ReadPlace(f.Value)
	}
	switch {
	case bare.Kind == None, bare.Kind == Blank:
		k.Equipped, k.Blank = equipped.Kind == None || equipped.Kind == Blank || k.Explicit, bare.Kind == Blank
		if e := b.reading(k, ""); e != nil {
			k.From = e
		}
	case given && !f.Maybe && b.raises(k, f.Value):
	case given && !f.Maybe && b.spelled(k, f.Value):
	case b.onlyFiles(c):
		k.foggy = true
	default:
		return nil
	}
	if k.Var == "" && len(c.Vars) > 0 {
		k.Var = c.Vars[0]
	}
	return k
}

// raises reports whether v comes from os.environ[NAME], or a required field of settings, where NAME is not set: the program ends there.
func (b *Build) raises(k *KeyCause, v eval.Value) bool {
	env, ok := v.D.(eval.Env)
	if !ok || env.Default != nil || !k.Read.Valid() {
		return false
	}
	e := b.reading(k, env.Name)
	if e == nil {
		return false
	}
	raised, demanded := demanded(e)
	if !demanded || e.Caught(raised.Exception, raised.Bases...) || Resolve(e.Value, &e.Before, Bare).Kind != None || b.Program.lazy(k.Read) {
		return false
	}
	k.Raises, k.raised, k.Var, k.reads, k.From = true, raised, env.Name, []string{env.Name}, e
	return true
}

// demanded is what a read of a variable raises that finds none; false where it finds None.
func demanded(e *eval.Event) (autogen.Failure, bool) {
	var how []string
	for _, v := range e.Args.Pos {
		text, _ := eval.AsStr(v)
		how = append(how, text)
	}
	switch {
	case len(how) == 0:
	case isIndex(e.Args.Pos[0]):
		return autogen.NoItem(e.Name), true
	case how[0] == eval.RequiredField && len(how) == 4:
		return autogen.NoSetting(how[2], how[3]), true
	}
	return autogen.Failure{}, false
}

// lazy reports whether a place stands in a generator expression, which may run later than it is met.
func (p *Program) lazy(at source.Span) bool {
	found := false
	for _, m := range p.Modules {
		if m.File != at.File {
			continue
		}
		for _, s := range m.Body {
			syntax.Exprs(s, func(e syntax.Expr) {
				c, ok := e.(*syntax.Comp)
				found = found || ok && c.Kind == syntax.Generator && int(c.Start) <= at.Start && at.End <= int(c.End)
			})
		}
	}
	return found
}

func isIndex(v eval.Value) bool {
	s, _ := eval.AsStr(v)
	return s == "[]" && v.From == nil
}

// spelled reports whether v is the text of a variable that is not set: f"{os.getenv(NAME)}" is then the word None.
func (b *Build) spelled(k *KeyCause, v eval.Value) bool {
	env, ok := v.D.(eval.Env)
	if !ok || !SpellsNone(v) || env.Maybe {
		return false
	}
	if set, decided := b.State.Decided(env.Name); decided && set {
		return false
	}
	k.Spelled, k.Var, k.reads = true, env.Name, []string{env.Name}
	if e := b.reading(k, env.Name); e != nil {
		k.From = e
	}
	return true
}

// SpellsNone reports whether v is what a program made of a variable by str() or an f-string, without a test that it is set.
func SpellsNone(v eval.Value) bool {
	env, ok := v.D.(eval.Env)
	if !ok || env.Default == nil || env.Default.From != nil {
		return false
	}
	text, ok := eval.AsStr(*env.Default)
	return ok && text == "None"
}

// onlyFiles reports whether c is missing but for .env files that the program names and that are not there.
func (b *Build) onlyFiles(c Credential) bool {
	if f, ok := b.Entry.Get(c.Field); b.Entry.Open || ok && !eval.IsNone(f.Value) {
		return false
	}
	if b.State.Fog() == nil {
		return false
	}
	for fog := b.State.Fog(); fog != nil; fog = fog.Prev {
		if fog.Why != eval.AbsentDotenv || fog.File == "" {
			return false
		}
	}
	for _, name := range c.Vars {
		env, ok := b.State.Getenv(name).D.(eval.Env)
		if !ok || !env.Maybe || env.Default == nil || !eval.IsNone(*env.Default) {
			return false
		}
	}
	return true
}
