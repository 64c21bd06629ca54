package project

import (
	"path"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
)

// close finds the files that matter: those that use AutoGen, all that import them directly or not, and all that the programs made of
// these import. Reading and resolving alternate until nothing is added.
func (p *Project) close(units []*unit) {
	using := p.dependents(units)
	each(len(using), func(i int) { p.outline(using[i]) })
	using = slices.DeleteFunc(using, func(u *unit) bool { return !u.outlined })
	p.programs(using)
	p.unreached(using)
	slices.SortFunc(p.Programs, func(a, b *Program) int { return strings.Compare(a.Path, b.Path) })
	for _, pr := range p.Programs {
		p.describe(pr)
	}
}

// dependents returns the units that use AutoGen, and those that import them, directly or not, by path.
func (p *Project) dependents(units []*unit) []*unit {
	var in []*unit
	take := func(u *unit, why Reason, because string) {
		u.reason, u.because = why, because
		in = append(in, u)
	}
	for _, u := range units {
		if u.scan.seed && u.err == nil {
			take(u, UsesIt, "")
		}
	}
	if len(in) == 0 {
		return nil
	}
	users := usersOf(units)
	for i := 0; i < len(in); i++ {
		for _, use := range users[in[i].name()] {
			if use.unit.reason == NotParsed && use.reaches(in[i].path) && !p.ofLibrary(use.unit.path) && slices.Contains(p.mayImport(use.unit, *use.ref), in[i]) {
				take(use.unit, Imports, in[i].path)
			}
		}
	}
	slices.SortFunc(in, func(a, b *unit) int { return strings.Compare(a.path, b.path) })
	return in
}

// A use is an import of a unit.
type use struct {
	unit *unit
	ref  *ref
}

// reaches reports whether the import may be of the file rel, as far as its first name and its dots tell. It says no to nearly all of
// the imports that only share a name such as utils with it, and costs nothing.
func (u *use) reaches(rel string) bool {
	switch r := u.ref; {
	case r.script != "":
		return true
	case r.level > 0:
		dir := parent(u.unit.path)
		for range r.level - 1 {
			dir = parent(dir)
		}
		return dir == "" || strings.HasPrefix(rel, dir+"/")
	default:
		first, _, _ := strings.Cut(r.module, ".")
		for at := 0; ; {
			i := strings.Index(rel[at:], first)
			if i < 0 {
				return false
			}
			at += i
			end := at + len(first)
			if (at == 0 || rel[at-1] == '/') && (end == len(rel) || rel[end] == '/' || rel[end] == '.') {
				return true
			}
			at = end
		}
	}
}

// usersOf returns the imports in which a name stands, as a part of a module's name, as an imported name or as a script's.
func usersOf(units []*unit) map[string][]use {
	out := map[string][]use{}
	for _, u := range units {
		if u.err != nil {
			continue
		}
		for i := range u.scan.refs {
			r := &u.scan.refs[i]
			add := func(name string) {
				if of := out[name]; len(of) == 0 || of[len(of)-1].ref != r {
					out[name] = append(of, use{u, r})
				}
			}
			switch {
			case r.script != "":
				add(strings.TrimSuffix(path.Base(r.script), ".py"))
				continue
			case r.module != "":
				for part := range strings.SplitSeq(r.module, ".") {
					add(part)
				}
			default: // the package itself
				dir := parent(u.path)
				for range r.level - 1 {
					dir = parent(dir)
				}
				add(path.Base(dir))
			}
			for _, name := range r.names {
				add(name)
			}
		}
	}
	return out
}

// name is the last part of the name that u is imported by.
func (u *unit) name() string {
	dir, base := parent(u.path), u.path[strings.LastIndexByte(u.path, '/')+1:]
	if base == "__init__.py" {
		return dir[strings.LastIndexByte(dir, '/')+1:]
	}
	return strings.TrimSuffix(base, ".py")
}

// programs makes programs of the entry points among using.
func (p *Project) programs(using []*unit) {
	imported := map[*unit]bool{}
	for _, u := range using {
		if u.test() != noTest {
			continue // what a test imports is run by something else too
		}
		for _, t := range p.resolverOf(u, nil).targets(u) {
			imported[t] = true
		}
	}
	for _, u := range using {
		switch kind, declared := p.entryKind(u); {
		case declared, kind == Test, !imported[u]:
			p.program(u, kind, declared)
		}
	}
	p.reach(p.Programs)
}

// unreached makes programs of what no program reaches: modules that import each other in a circle, or that are only imported in
// a way that could not be followed.
func (p *Project) unreached(using []*unit) {
	reached := map[*unit]bool{}
	mark := func(pr *Program) {
		for _, u := range pr.reaches {
			reached[u] = true
		}
	}
	for _, pr := range p.Programs {
		if pr.Kind != Test {
			mark(pr)
		}
		reached[pr.unit] = true
	}
	for _, u := range using {
		if reached[u] {
			continue
		}
		kind, declared := p.entryKind(u)
		pr := p.program(u, kind, declared)
		p.reach([]*Program{pr})
		mark(pr)
	}
}

// reach finds the units that programs import.
func (p *Project) reach(programs []*Program) {
	type step struct {
		r *resolver
		u *unit
	}
	seen := map[step]bool{}
	var fresh []step
	add := func(r *resolver, u *unit) {
		if s := (step{r, u}); !seen[s] {
			seen[s] = true
			fresh = append(fresh, s)
		}
	}
	for _, pr := range programs {
		add(pr.resolver, pr.unit)
	}
	for len(fresh) > 0 {
		now := fresh
		fresh = nil
		each(len(now), func(i int) { p.outline(now[i].u) })
		for _, s := range now {
			for _, t := range s.r.targets(s.u) {
				if t.reason == NotParsed {
					t.reason, t.because = ImportedBy, s.u.path
				}
				add(s.r, t)
			}
		}
	}
	for _, pr := range programs {
		pr.reaches = reachOf(pr.resolver, pr.unit)
	}
}

// reachOf returns u and all that it imports, directly or not, by path.
func reachOf(r *resolver, u *unit) []*unit {
	seen := map[*unit]bool{u: true}
	out := []*unit{u}
	for i := 0; i < len(out); i++ {
		for _, t := range r.targets(out[i]) {
			if !seen[t] {
				seen[t] = true
				out = append(out, t)
			}
		}
	}
	slices.SortFunc(out, func(a, b *unit) int { return strings.Compare(a.path, b.path) })
	return out
}

// describe fills in what is known of a program beside its code.
func (p *Project) describe(pr *Program) {
	defer p.fault(pr.Path)
	pr.before = p.before(pr)
	for _, u := range pr.units() {
		u.needed++
	}
	pr.resolver.needed++
	pr.Pins = p.pinsOf(pr)
	for _, l := range pr.Launches {
		pr.Vars = append(pr.Vars, l.Vars...)
		pr.EnvFiles = append(pr.EnvFiles, l.EnvFiles...)
		for _, s := range p.served {
			if parser.KindOf(l.Place.File.Path) == source.Dockerfile && parent(l.Place.File.Path) == s.dir {
				pr.Vars = append(pr.Vars, s.vars...)
				pr.EnvFiles = append(pr.EnvFiles, s.env...)
			}
		}
	}
}

// before returns the units that are executed before a program's entry point: the packages that it is in if it is a module of
// one, and the conftest.py files of a test.
func (p *Project) before(pr *Program) []*unit {
	var out []*unit
	add := func(rel string) {
		if !p.tree.isFile(rel) {
			return
		}
		if u := p.unit(rel); u != nil && u != pr.unit && p.outline(u) {
			out = append(out, u)
		}
	}
	dir := parent(pr.Path)
	if pr.Kind == Test {
		for _, d := range upward(dir, p.home(dir)) {
			add(join(d, "conftest.py"))
		}
	}
	if pr.Kind == Module || pr.Kind == Server || pr.Kind == Command || pr.Kind == Test {
		for _, d := range upward(dir, p.home(dir)) {
			if d != "" {
				add(join(d, "__init__.py"))
			}
		}
	}
	return out
}

// upward returns the folders from top down to dir.
func upward(dir, top string) []string {
	var out []string
	for ; ; dir = parent(dir) {
		out = append(out, dir)
		if dir == top || dir == "" {
			break
		}
	}
	slices.Reverse(out)
	return out
}
