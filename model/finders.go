package model

import (
	"path"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// keyAsName: os.getenv("sk-…").
func (b *Build) keyAsName(k *KeyCause, _ Credential) bool {
	for _, name := range k.reads {
		if _, shaped := autogen.KeyShaped(name); shaped {
			k.Kind, k.Place, k.Var = KeyAsName, b.namedAt(name, k.Read), ""
			return k.Place.Valid()
		}
	}
	return false
}

// namedAt is where the name by which a variable is read was written, else where it is read.
func (b *Build) namedAt(name string, read source.Span) source.Span {
	for _, e := range b.Run.Events {
		if e.Kind != eval.VarRead || e.Name != name {
			continue
		}
		for _, v := range e.Args.Pos {
			if s, _ := eval.AsStr(v); s == name {
				if at, ok := v.Literal(); ok {
					return at
				}
			}
		}
	}
	return read
}

// ineffective: os.putenv, !export, a copy of os.environ.
func (b *Build) ineffective(k *KeyCause, _ Credential) bool {
	for _, e := range b.Run.Events {
		if e.Kind != eval.Ineffective || e.Name != "" && !has(k.reads, e.Name) || contradicted(e.Span, k.From.Span) {
			continue
		}
		k.Kind, k.Place, k.Event = Ineffective, e.Span, e
		if e.Name == "" {
			k.At = Likely // a file that is not there
			return k.Field == "api_key"
		}
		k.Var, k.Supplied = e.Name, true
		return true
	}
	for _, e := range b.Run.Earlier(k.From, eval.ItemSet) {
		if has(k.reads, e.Name) && b.copyOfEnviron(e) {
			k.Kind, k.Place, k.Event, k.Var, k.At = Ineffective, e.Span, e, e.Name, Likely
			return true
		}
	}
	return b.unexported(k)
}

// unexported: a script that runs the program assigns the variable, and does not export it. Where it is exported already, the assignment
// changes it for the program too.
func (b *Build) unexported(k *KeyCause) bool {
	for _, name := range k.reads {
		s, ok := b.Program.Unexported[name]
		text, known := s.Var.Value()
		if !ok || b.Program.Foggy || !known || strings.TrimSpace(text) == "" {
			continue
		}
		k.Kind, k.Place, k.Var, k.At = Ineffective, s.Place, name, Likely
		return k.Place.Valid()
	}
	return false
}

// copyOfEnviron reports whether e changes a copy of os.environ that no other process is given.
func (b *Build) copyOfEnviron(e *eval.Event) bool {
	o := e.Before.Object(e.Object)
	if o == nil || o.From == nil || o.From.Kind != eval.FromCall || o.From.Name != "os.environ.copy" {
		return false
	}
	for _, x := range b.Run.Events {
		if x.Kind != eval.Called {
			continue
		}
		for _, v := range x.Args.Pos {
			if r, ok := v.D.(eval.Ref); ok && r.ID == e.Object {
				return false
			}
		}
		for _, n := range x.Args.Named {
			if r, ok := n.Value.D.(eval.Ref); ok && r.ID == e.Object {
				return false
			}
		}
	}
	return true
}

// globalIgnored: openai.api_key = …, unless the value is that of the variable that the client reads anyway.
func (b *Build) globalIgnored(k *KeyCause, _ Credential) bool {
	for _, e := range b.Run.Events {
		if e.Kind != eval.AttrSet || e.Name != "openai.api_key" {
			continue
		}
		mine := false
		for _, name := range varsOf(e.Value) {
			mine = mine || has(k.reads, name)
		}
		if !mine && !eval.IsNone(e.Value) {
			k.Kind, k.Place, k.Event, k.At = GlobalIgnored, e.Span, e, Likely
			return true
		}
	}
	return false
}

// late: the variable is set, or a .env loaded that sets it, after it was read.
func (b *Build) late(k *KeyCause, _ Credential) bool {
	for _, e := range b.Run.Later(k.From, eval.VarSet, eval.DotenvLoaded) {
		if contradicted(k.From.Span, e.Span) {
			continue
		}
		name, ok := b.gives(e, k.reads)
		if !ok {
			continue
		}
		k.Kind, k.Place, k.Event, k.Var, k.Supplied = Late, e.Span, e, name, true
		if e.Kind == eval.DotenvLoaded {
			k.File = e.Dotenv.File.Path
		}
		if b.Program.Foggy {
			k.At = Likely // a file that the program is run with may hold it
		}
		return true
	}
	if k.Blank || b.Program.Foggy || k.From.Before.Fog() != nil {
		return false // something before may have supplied it
	}
	for _, e := range b.Run.Later(k.From, eval.DotenvLoaded) {
		if e.Dotenv.Missing && !contradicted(k.From.Span, e.Span) {
			k.Kind, k.Place, k.Event, k.At = Late, e.Span, e, Likely
			return true
		}
	}
	return false
}

// gives returns which of names e gives a value.
func (b *Build) gives(e *eval.Event, names []string) (string, bool) {
	if e.Kind == eval.VarSet {
		if v, ok := e.Value.D.(eval.Env); ok && v.Name == e.Name && v.Default == nil {
			return "", false // it is put back as it was
		}
		o := Resolve(e.Value, &e.Before, Bare)
		return e.Name, has(names, e.Name) && o.Kind != None && o.Kind != Blank
	}
	for _, name := range e.Dotenv.Sets {
		if has(names, name) && b.hasValue(e, name) {
			return name, true
		}
	}
	for _, name := range e.Dotenv.Kept {
		if _, written := e.Before.Written(name); !written && has(names, name) && b.hasValue(e, name) {
			return name, true // it is set outside in this run, where os.environ[…] got past; where that raises, this would have set it
		}
	}
	return "", false
}

// contradicted reports whether the stored execution counts of a notebook say that the cell of first was run after that of second,
// although it stands before it.
func contradicted(first, second source.Span) bool {
	if first.File == nil || first.File != second.File {
		return false
	}
	a, b := cellOf(first), cellOf(second)
	return a.Executed > 0 && b.Executed > 0 && a.Number < b.Number && a.Executed > b.Executed
}

func cellOf(s source.Span) source.Cell {
	for _, c := range s.File.Cells {
		if c.Start <= s.Start && s.Start < c.End {
			return c
		}
	}
	return source.Cell{}
}

// reading is the event by which the program reads the variable of k itself, or nil.
func (b *Build) reading(k *KeyCause, name string) *eval.Event {
	if !k.Read.Valid() {
		return nil
	}
	for _, e := range b.Run.Events {
		if e.Kind == eval.VarRead && (e.Name == name || name == "" && has(k.reads, e.Name)) && (overlaps(e.Span, k.Read) || overlaps(e.Whole, k.Read)) {
			return e
		}
	}
	return nil
}

// readAt is the moment at which the client reads its credentials.
func (b *Build) readAt() *eval.Event {
	if b.State != &b.Event.Before {
		for _, e := range append(append([]*eval.Event{}, b.asked...), b.maybe...) {
			if b.State == &e.Before {
				return e
			}
		}
	}
	return b.Event
}

func overlaps(a, b source.Span) bool {
	return a.File == b.File && a.Start < b.End && b.Start < a.End
}

// hasValue reports whether the .env that e loads gives name a value.
func (b *Build) hasValue(e *eval.Event, name string) bool {
	for _, env := range b.Program.Project.Envs {
		if env.File == e.Dotenv.File {
			return env.lookup([]string{name}) != nil
		}
	}
	return true
}

// lookup returns the first of names that e gives a value.
func (e EnvFile) lookup(names []string) *syntax.Variable {
	for _, n := range names {
		for i := range e.Vars {
			if v, known := e.Vars[i].Value(); e.Vars[i].Name == n && (v != "" || !known && e.Vars[i].HasValue) {
				return &e.Vars[i]
			}
		}
	}
	return nil
}

// shadowed: a load of a .env that holds the variable came before, and left it alone.
func (b *Build) shadowed(k *KeyCause, _ Credential) bool {
	for _, e := range b.Run.Earlier(k.From, eval.DotenvLoaded) {
		for _, name := range e.Dotenv.Kept {
			if has(k.reads, name) && b.hasValue(e, name) {
				k.Kind, k.Place, k.Event, k.Var, k.File, k.At = Shadowed, e.Span, e, name, e.Dotenv.File.Path, Likely
				if v, ok := e.Before.Written(name); ok {
					k.Holder = v.Place
				}
				return true
			}
		}
		if e.Dotenv.Missing && b.beside(k, e) {
			return true
		}
	}
	return false
}

// elsewhere: the program loads a .env that is not there, and one that lies beside it has what is needed.
func (b *Build) elsewhere(k *KeyCause, _ Credential) bool {
	for _, e := range b.Run.Earlier(k.From, eval.DotenvLoaded) {
		if e.Dotenv.Missing && b.beside(k, e) {
			return true
		}
	}
	return false
}

// beside looks for a .env beside or above the program that holds what is needed, and that nothing loads.
func (b *Build) beside(k *KeyCause, e *eval.Event) bool {
	if b.Run.Loose || b.Program.Foggy {
		return false
	}
	for _, env := range b.Program.Project.Envs {
		if env.Kind != Dotenv || env.Example || path.Base(env.File.Path) != ".env" || !under(b.Program.Entry.Dir(), env.File.Dir()) && !nearPath(e.Dotenv.Path, env.File.Path) {
			continue
		}
		v := env.lookup(k.reads)
		if v == nil {
			continue
		}
		if text, known := v.Value(); known && (autogen.Placeholder(text) || autogen.Dummy(text)) {
			continue // it shows what belongs into the file that is loaded
		}
		k.Kind, k.Place, k.Event, k.Var, k.File, k.At = Shadowed, e.Span, e, v.Name, env.File.Path, Likely
		return true
	}
	return false
}

// nearPath reports whether a path that was asked for is that of a file but for a letter in the name of its folder.
func nearPath(asked, have string) bool {
	asked = path.Clean(strings.TrimPrefix(asked, eval.Root+"/"))
	from, to := path.Dir(asked), path.Dir(have)
	return path.Base(asked) == path.Base(have) && path.Dir(from) == path.Dir(to) && autogen.OneLetterOff(path.Base(from), path.Base(to))
}

// wrongName: the sources supply a variable whose name is a cousin of what is looked for.
func (b *Build) wrongName(k *KeyCause, cred Credential) bool {
	if k.From.Before.Fog() != nil && !k.Read.Valid() {
		return false
	}
	for _, e := range b.Run.Earlier(k.From, eval.VarSet, eval.DotenvLoaded) {
		names := []string{e.Name}
		if e.Kind == eval.DotenvLoaded {
			names = e.Dotenv.Sets
		}
		for _, name := range names {
			if _, given := b.gives(e, []string{name}); !given {
				continue
			}
			if right, ok := b.cousin(name, k.reads, cred); ok && b.named(k, cred, e, name, right) {
				return true
			}
		}
	}
	return b.wrongNameOutside(k, cred)
}

// named completes k with e, which sets name where right was meant: said at the read if that has the odd one of the two names.
func (b *Build) named(k *KeyCause, cred Credential, e *eval.Event, name, right string) bool {
	place := settingPlace(e)
	if e.Kind == eval.DotenvLoaded {
		place = b.dotenvName(e.Dotenv, name)
	}
	switch own := k.Read.Valid() && !has(cred.Vars, right); {
	case own && (b.Program.looksUp(name) || autogen.IsKeyVariable(name) && !autogen.IsKeyVariable(right) || k.Raises):
		k.Holder, place = place, k.Read
	case b.Program.looksUp(name), b.Program.readElsewhere(name):
		return false
	}
	if !place.Valid() {
		return false
	}
	k.Kind, k.Place, k.Event, k.Var, k.Other, k.Supplied = WrongName, place, e, right, name, true
	if e.Kind == eval.DotenvLoaded {
		k.File = e.Dotenv.File.Path
	}
	if b.Program.Foggy {
		k.At = Likely
	}
	return true
}

// settingPlace is where the name was written that e sets, if it was written as a whole.
func settingPlace(e *eval.Event) source.Span {
	if len(e.Args.Pos) > 0 {
		if lit, ok := e.Args.Pos[0].Literal(); ok && strings.Trim(lit.Text(), `"'`) == e.Name {
			return lit
		}
	}
	return e.Span
}

// wrongNameOutside looks for the cousin in what the program is run with: compose, Dockerfile, shell.
func (b *Build) wrongNameOutside(k *KeyCause, cred Credential) bool {
	for _, name := range sortedNames(b.Program.Supplied) {
		s := b.Program.Supplied[name]
		right, ok := b.cousin(name, k.reads, cred)
		if ok && !b.Program.looksUp(name) && !b.Program.readElsewhere(name) {
			k.Kind, k.Place, k.Var, k.Other, k.At = WrongName, s.Place, right, name, Likely
			return true
		}
	}
	return false
}

// cousin reports which of reads name is a misspelling, or another provider's or library's spelling, of.
func (b *Build) cousin(name string, reads []string, cred Credential) (string, bool) {
	if has(reads, name) {
		return "", false
	}
	for _, want := range reads {
		if autogen.SameMeaning(name, want) || !has(cred.Vars, want) && autogen.SameMeaning(want, name) {
			return want, true
		}
	}
	if p := autogen.VariableProvider(name); cred.Field == "api_key" && p != "" && len(reads) > 0 && p == b.keyProvider() {
		return reads[len(reads)-1], true // the provider's own name, which this client does not read
	}
	return "", false
}

// keyProvider is the provider whose key the client needs: the one that answers at its host, "" where that is not known.
func (b *Build) keyProvider() string {
	if b.HasBase() {
		p, _ := b.Hosted()
		return p
	}
	return b.Provider()
}

func (b *Build) dotenvName(d *eval.Dotenv, name string) source.Span {
	for _, env := range b.Program.Project.Envs {
		if env.File != d.File {
			continue
		}
		for i := range env.Vars {
			if env.Vars[i].Name == name {
				return env.NameSpan(&env.Vars[i])
			}
		}
	}
	return source.Span{}
}

// looksUp reports whether some code of the project reads the variable itself. What p was told is kept: code that p does not run may
// make it otherwise.
func (p *Program) looksUp(name string) bool {
	told := p.Project.looksUp(name)
	p.told.Store(name, told)
	return told
}

// readElsewhere reports whether code in another language reads the variable.
func (p *Program) readElsewhere(name string) bool { return p.looksUp(inOtherCode + name) }

// inOtherCode stands before the name of a variable where code in other languages is asked.
const inOtherCode = "elsewhere "

func (p *Project) looksUp(name string) bool {
	if other, ok := strings.CutPrefix(name, inOtherCode); ok {
		return p.Elsewhere != nil && p.Elsewhere(other)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	found, known := p.looked[name]
	if known {
		return found
	}
	for m := range p.Naming(name) {
		syntax.Looked(m, func(n string) { found = found || n == name })
		if found {
			break
		}
	}
	if p.looked == nil {
		p.looked = map[string]bool{}
	}
	p.looked[strings.Clone(name)] = found
	return found
}

// notLoaded: a .env beside the program names the variable, nothing that the program runs loads it, and nothing else does.
func (b *Build) notLoaded(k *KeyCause, _ Credential) bool {
	if b.Run.Loose || k.From.Before.Fog() != nil || b.Program.Foggy || k.Blank {
		return false
	}
	for _, e := range b.Run.Events {
		if e.Kind == eval.DotenvLoaded {
			return false
		}
	}
	if ranOn(b.Place) {
		return false
	}
	file, name := b.Program.Project.unloaded(b.Program.Entry, k.reads)
	if file == "" {
		return false
	}
	k.Kind, k.Place, k.Var, k.File, k.At = NotLoaded, b.Entry.Place, name, file, Likely
	if k.Raises {
		k.Place = k.Read
	}
	return true
}

// ranOn reports whether a saved run of a notebook went on behind the cell of a place: the key was there, by whatever way. VS Code gives
// a kernel the .env of its folder.
func ranOn(at source.Span) bool {
	if at.File == nil || at.File.Kind != source.Notebook {
		return false
	}
	cell := cellOf(at)
	for _, c := range at.File.Cells {
		if cell.Executed > 0 && c.Number > cell.Number && c.Executed > cell.Executed {
			return true
		}
	}
	return false
}

// thirdParty: no key for a host that is not OpenAI's, so that the client falls back to OPENAI_API_KEY.
func (b *Build) thirdParty(k *KeyCause, cred Credential) bool {
	if k.Blank || k.Explicit {
		return false
	}
	if f, given := b.Entry.Get(cred.Field); given && !eval.IsNone(f.Value) {
		return false
	}
	if v, ok := b.State.Written(k.Var); ok && eval.IsAbsent(v.Value) {
		return false
	}
	host, ok := b.foreignHost()
	if !ok {
		return false
	}
	f, _ := b.Entry.Get(host)
	k.Kind, k.Place, k.At = ThirdParty, f.Place(), Likely
	return true
}

// blank: there is a key, and it is empty.
func (b *Build) blank(k *KeyCause, cred Credential) bool {
	if !k.Blank || b.asksAgain(cred) {
		return false
	}
	k.Kind = BlankKey
	if cred.BlankFalls {
		k.Falls = cred.Vars
	}
	k.Place = spanOf(k.outcome.Value)
	if f, ok := b.Entry.Get(cred.Field); ok && !k.Place.Valid() {
		k.Place = f.Place()
	}
	if len(varsOf(k.outcome.Value)) > 0 || k.outcome.Var != "" {
		k.Default = true
	}
	if !k.Equipped {
		k.At = Likely
	}
	return k.Place.Valid()
}

// asksAgain reports whether a client that passes a blank over asks the variable itself that gave the blank: the program needs
// that variable, and names it rightly.
func (b *Build) asksAgain(cred Credential) bool {
	f, given := b.Entry.Get(cred.Field)
	vars := varsOf(f.Value)
	if !given || !cred.BlankFalls || len(vars) == 0 {
		return false
	}
	for _, v := range vars {
		if _, written := b.State.Written(v); written || !has(cred.Vars, v) {
			return false
		}
	}
	return true
}

// missing: a variable that the program deleted, a None that turns the look-up off, or a .env that is loaded and holds other
// names only. A program that only needs a variable that it does not set is right.
func (b *Build) missing(k *KeyCause, cred Credential) bool {
	if v, ok := b.State.Written(k.Var); ok && eval.IsAbsent(v.Value) {
		if set, decided := b.State.Decided(k.Var); decided && !set || !k.Equipped {
			return false // it was not set before the program wrote it either, or was read before that
		}
		k.Kind, k.Place, k.Deleted = Missing, v.Place, true
		return k.Place.Valid()
	}
	if k.Explicit {
		f, _ := b.Entry.Get(cred.Field)
		k.Kind, k.Place = Missing, f.Place()
		return true
	}
	if k.From.Before.Fog() != nil {
		return false
	}
	return b.otherNamesOnly(k)
}

// otherNamesOnly: the program loads a .env that is there, and what it needs is not in it though other names are.
func (b *Build) otherNamesOnly(k *KeyCause) bool {
	if b.Run.Loose || b.Program.Foggy || ranOn(b.Place) {
		return false
	}
	var loaded *eval.Event
	for _, e := range b.Run.Earlier(k.From, eval.DotenvLoaded) {
		if e.Dotenv.File == nil {
			return false
		}
		if len(e.Dotenv.Sets)+len(e.Dotenv.Kept) > 0 {
			loaded = e
		}
	}
	if loaded == nil || k.Raises && !keepsKeys(loaded.Dotenv) {
		return false // os.environ[…] names what is missing itself
	}
	k.Kind, k.Event, k.File, k.At = Missing, loaded, loaded.Dotenv.File.Path, Likely
	k.Place = b.Entry.Place
	if k.Read.Valid() {
		k.Place = k.Read
	}
	return true
}

// keepsKeys reports whether a .env is where the program has its keys.
func keepsKeys(d *eval.Dotenv) bool {
	return slices.ContainsFunc(slices.Concat(d.Sets, d.Kept), autogen.IsKeyVariable)
}

func has(names []string, name string) bool {
	for _, n := range names {
		if n == name {
			return true
		}
	}
	return false
}
