package eval

import (
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

func (m *machine) importNames(f *frame, s *syntax.Import, st State) []flow {
	states := []State{st}
	var out []flow
	for _, a := range s.Names {
		var next []State
		for _, st := range states {
			next, out = part(m.importOne(f, a, f.module.Span(a.Range), st), next, out)
		}
		states = m.limit(f, next)
	}
	for _, st := range states {
		out = append(out, flow{st: st})
	}
	return out
}

func (m *machine) importOne(f *frame, a syntax.Alias, at source.Span, st State) []flow {
	imp := m.world.Import(f.module, a.Name, 0)
	name := a.As
	if name == "" {
		name, _, _ = strings.Cut(a.Name, ".")
	}
	switch {
	case a.Name == "__main__":
		return fall(m.bind(f, st, name, m.moduleNamed(Value{D: Str(a.Name)}, st)))
	case imp.Unknown != "":
		v := unresolved(imp)
		return fall(m.bind(f, fog(st, at, "a module of the project that was not found", ""), name, v))
	case imp.Foreign != "":
		st = m.foreignImport(f, a.Name, at, st)
		path := a.Name
		if a.As == "" {
			path = name
		}
		return fall(m.bind(f, st, name, Value{D: Foreign{Path: path}, From: &Origin{Kind: FromLiteral, Span: at, Name: a.Name}}))
	}
	var out []flow
	for _, r := range m.runChain(f, imp, st) {
		if r.kind != falls {
			out = append(out, r)
			continue
		}
		which := len(imp.Chain) - 1
		if a.As == "" {
			which = 0
		}
		out = append(out, flow{st: m.bind(f, r.st, name, m.moduleValue(imp, which, r.st))})
	}
	return out
}

// moduleValue is the i-th module of an import.
func (m *machine) moduleValue(imp Import, i int, st State) Value {
	if i < 0 {
		return unknown("an import that leads nowhere")
	}
	mod := imp.Chain[i]
	if mod == nil {
		return Value{D: Foreign{Path: "namespace:" + imp.Names[i]}}
	}
	if id, ok := st.moduleScope(mod.File.Path); ok {
		return Value{D: Ref{ID: id}}
	}
	return unknown("a module that was not executed")
}

// runChain executes the modules of an import, outermost package first, and binds each in its parent.
func (m *machine) runChain(f *frame, imp Import, st State) []flow {
	states := []State{st}
	var out []flow
	for i, mod := range imp.Chain {
		if mod == nil {
			continue
		}
		var next []State
		for _, st := range states {
			for _, fl := range m.execModule(f, mod, imp.Names[i], st) {
				if fl.kind == raises {
					out = append(out, fl)
					continue
				}
				st := fl.st
				if i > 0 && imp.Chain[i-1] != nil {
					if parent, ok := st.moduleScope(imp.Chain[i-1].File.Path); ok {
						short := imp.Names[i][strings.LastIndexByte(imp.Names[i], '.')+1:]
						if v := m.moduleValue(imp, i, st); !IsUnknown(v) {
							st = bindIn(st, parent, short, v)
						}
					}
				}
				next = append(next, st)
			}
		}
		states = m.limit(f, next)
	}
	for _, st := range states {
		out = append(out, flow{st: st})
	}
	return out
}

func (m *machine) importFrom(f *frame, s *syntax.ImportFrom, st State) []flow {
	imp := m.world.Import(f.module, s.Module, s.Level)
	at := f.module.Span(s.ModuleRange)
	switch {
	case s.Module == "__future__" || s.Module == "typing":
		return fall(m.bindForeign(f, s, s.Module, st))
	case imp.Unknown != "":
		st = fog(st, at, "a module of the project that was not found", "")
		for _, a := range s.Names {
			st = m.bindImported(f, a, unresolved(imp), st)
		}
		return fall(st)
	case imp.Foreign != "":
		return fall(m.bindForeign(f, s, imp.Foreign, m.foreignImport(f, imp.Foreign, at, st)))
	}
	var out []flow
	for _, fl := range m.runChain(f, imp, st) {
		if fl.kind != falls {
			out = append(out, fl)
			continue
		}
		out = append(out, m.takeNames(f, s, imp, fl.st)...)
	}
	return out
}

func (m *machine) bindForeign(f *frame, s *syntax.ImportFrom, path string, st State) State {
	names := make([]named, 0, len(s.Names))
	for _, a := range s.Names {
		full := path + "." + a.Name
		if a.Name == "*" || !m.importsQuietly(full) {
			st, names = m.bindAll(f, names, st), names[:0]
		}
		if a.Name == "*" {
			if m.unseen(path) {
				st = rebound(st, f.scope)
			}
			st = m.starForeign(f, path, st)
			continue
		}
		st = m.foreignImport(f, full, f.module.Span(a.Range), st)
		v := Value{D: Foreign{Path: full}, From: &Origin{Kind: FromLiteral, Span: f.module.Span(a.Range), Name: full}}
		if c, ok := m.constant(full); ok {
			v = c
		}
		names = append(names, named{importedAs(a), v})
	}
	return m.bindAll(f, names, st)
}

// importedAs is the name that an import binds.
func importedAs(a syntax.Alias) string {
	if a.As != "" {
		return a.As
	}
	return a.Name
}

// unseen reports whether nothing is known of a package: it may be a module of the program that is not there.
func (m *machine) unseen(path string) bool {
	return path != "" && !pureModule(path) && m.world.Foreign(path) == nil
}

// starForeign remembers `from path import *`: a name that is not found may come from there.
func (m *machine) starForeign(f *frame, path string, st State) State {
	o := st.Object(f.scope)
	if o == nil {
		return st
	}
	c := *o
	stars, _ := o.Data.(*starData)
	c.Data = &starData{path: path, next: stars}
	return put(st, f.scope, &c)
}

type starData struct {
	path string
	next *starData
}

func (m *machine) bindImported(f *frame, a syntax.Alias, v Value, st State) State {
	name := importedAs(a)
	if name == "*" {
		if st.Object(f.scope) != nil {
			st = renamed(st, f.scope)
		}
		return st
	}
	return m.bind(f, st, name, v)
}

// takeNames binds the names of `from module import …` out of a module of the project.
func (m *machine) takeNames(f *frame, s *syntax.ImportFrom, imp Import, st State) []flow {
	last := len(imp.Chain) - 1
	mod := m.moduleValue(imp, last, st)
	here, n := namesHere(f, s.Names, mod, st)
	states := []State{m.bindAll(f, here, st)}
	var out []flow
	for _, a := range s.Names[n:] {
		var next []State
		for _, st := range states {
			if a.Name == "*" {
				next = append(next, m.takeStar(f, mod, st))
				continue
			}
			o := st.peekAt(mod, a.Name)
			if o != nil {
				if v, ok := o.Names.get(a.Name); ok {
					next = append(next, m.bindImported(f, a, v, st))
					continue
				}
			}
			next, out = part(m.importSub(f, s, imp, a, o, st), next, out)
		}
		states = m.limit(f, next)
	}
	for _, st := range states {
		out = append(out, flow{st: st})
	}
	return out
}

// namesHere are the first names that are imported, of those that the module mod has as it is, and how many they are.
func namesHere(f *frame, imported []syntax.Alias, mod Value, st State) (out []named, n int) {
	if selfID(mod) == f.scope {
		return nil, 0 // each name that is bound is one that the module has
	}
	out = make([]named, 0, len(imported))
	for _, a := range imported {
		o := st.peekAt(mod, a.Name)
		if a.Name == "*" || o == nil {
			break
		}
		v, ok := o.Names.get(a.Name)
		if !ok {
			break
		}
		out = append(out, named{importedAs(a), v})
	}
	return out, len(out)
}

// importSub binds a submodule of a package, or something that the module makes in a way that is not seen.
func (m *machine) importSub(f *frame, s *syntax.ImportFrom, imp Import, a syntax.Alias, o *Object, st State) []flow {
	name := a.Name
	if s.Module != "" {
		name = s.Module + "." + a.Name
	}
	sub := m.world.Import(f.module, name, s.Level)
	if len(sub.Chain) == 0 || sub.Chain[len(sub.Chain)-1] == nil {
		why := "a name that the module does not make in a way that can be seen"
		if v, ok := m.circle(o, a.Name, f.module.Span(a.Range)); ok {
			st = fog(st, f.module.Span(a.Range), why, "")
			return fall(m.bindImported(f, a, v, st))
		}
		if o != nil {
			if v, ok := m.starName(o, a.Name); ok {
				return fall(m.bindImported(f, a, v, st))
			}
		}
		if o == nil || !o.Open {
			st = fog(st, f.module.Span(a.Range), why, "")
		}
		return fall(m.bindImported(f, a, Value{D: Unknown{Why: why, Project: true}}, st))
	}
	var out []flow
	for _, fl := range m.runChain(f, sub, st) {
		if fl.kind != falls {
			out = append(out, fl)
			continue
		}
		out = append(out, flow{st: m.bindImported(f, a, m.moduleValue(sub, len(sub.Chain)-1, fl.st), fl.st)})
	}
	return out
}

func (m *machine) takeStar(f *frame, mod Value, st State) State {
	o := st.Deref(mod)
	if o == nil {
		return m.bindImported(f, syntax.Alias{Name: "*"}, Value{}, st)
	}
	all := map[string]bool{}
	if v, ok := o.Names.get("__all__"); ok {
		if elts, ok := m.elements(v, st); ok {
			for _, e := range elts {
				if n, ok := AsStr(e); ok {
					all[n] = true
				}
			}
		}
	}
	o.Names.each(func(name string, v Value) bool {
		if len(all) > 0 && all[name] || len(all) == 0 && !strings.HasPrefix(name, "_") {
			st = m.bind(f, st, name, v)
		}
		return true
	})
	if d, ok := o.Data.(*starData); ok {
		for ; d != nil; d = d.next {
			st = m.starForeign(f, d.path, st)
		}
	}
	if o.Open {
		st = m.bindImported(f, syntax.Alias{Name: "*"}, Value{}, st)
	}
	return st
}

// starName finds name among the star imports of a scope.
func (m *machine) starName(o *Object, name string) (Value, bool) {
	d, _ := o.Data.(*starData)
	for ; d != nil; d = d.next {
		path := d.path + "." + name
		if _, native := m.natives[path]; native || m.world.Foreign(path) != nil {
			return Value{D: Foreign{Path: path}}, true
		}
	}
	return Value{}, false
}
