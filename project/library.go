package project

import (
	"path"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A checkout of AutoGen, or a copy of it beside a program, is the library and not a program. Its modules are what the tables of
// autogen say they are, so an import of it is foreign as it would be of an installed one, and nothing in it is run.

// libraries are the packages that AutoGen ships, and what each has had inside since it was first released
// (ms@v0.2.0, ag2c@0.3.0, ms@python-v0.4.0, ag2@1.0: the folders of the packages).
var libraries = map[string][]string{
	"autogen":           {"agentchat", "oai"},
	"autogen_core":      {"_agent_runtime.py"},
	"autogen_agentchat": {"agents", "teams"},
	"autogen_ext":       {"models"},
	"ag2":               {"agent.py", "config"},
}

// library reports whether the package name in the folder dir is AutoGen's own.
func (p *Project) library(dir, name string) bool {
	parts := libraries[name]
	if parts == nil {
		return false
	}
	at := join(dir, name)
	if !p.tree.isFile(join(at, "__init__.py")) {
		return false
	}
	for _, part := range parts {
		if p.tree.entry(join(at, part)) == nil {
			return false
		}
	}
	return true
}

// inLibrary reports whether the file rel lies in a package that is AutoGen's own.
func (p *Project) inLibrary(rel string) bool {
	for dir := parent(rel); dir != ""; dir = parent(dir) {
		if up := parent(dir); p.library(up, dir[len(up):][min(1, len(up)):]) {
			return true
		}
	}
	return false
}

// testsLibrary reports whether the file rel is one of the tests of a copy of AutoGen. They say what its own code does, and put
// keys and hosts into it that nobody is asked with.
func (p *Project) testsLibrary(rel string) bool {
	if !testName(path.Base(rel)) && !amongTests(rel) {
		return false
	}
	for name := range libraries {
		for _, dir := range p.homes[name] {
			if path.Base(dir) == "src" {
				dir = parent(dir)
			}
			if (dir == "" || strings.HasPrefix(rel, dir+"/")) && (p.library(dir, name) || p.library(join(dir, "src"), name)) {
				return true
			}
		}
	}
	return false
}

// ofLibrary reports whether rel is AutoGen's own code or a test of it: no program of anybody who uses it.
func (p *Project) ofLibrary(rel string) bool { return p.inLibrary(rel) || p.testsLibrary(rel) }

// copied returns the version of the copy of AutoGen that pr imports instead of an installed one, where its source says it.
func (p *Project) copied(pr *Program) []Pin {
	for _, root := range pr.resolver.roots {
		if !p.library(root, "autogen") {
			continue
		}
		u := p.unit(join(root, "autogen/version.py"))
		if u == nil {
			return nil
		}
		if !p.outline(u) {
			return nil
		}
		m := p.parse(u)
		if m == nil {
			return nil
		}
		version, place := versionOf(m)
		switch {
		case version == "":
			return nil
		case autogen.V(version).Before(autogen.V("0.3")): // AG2 began at 0.3
			return []Pin{{autogen.Pin{Name: "pyautogen", Spec: "==" + version, Locked: true}, place}}
		}
		return []Pin{{autogen.Pin{Name: "ag2", Spec: "==" + version, Locked: true}, place}}
	}
	return nil
}

// versionOf returns the text that m binds to __version__, and where it stands.
func versionOf(m *syntax.Module) (string, source.Span) {
	for _, s := range m.Body {
		a, ok := s.(*syntax.Assign)
		if !ok || len(a.Targets) != 1 {
			continue
		}
		name, ok := a.Targets[0].(*syntax.Name)
		if text, is := a.Value.(*syntax.Str); ok && is && name.Ident == "__version__" {
			return text.Value, m.Span(text.Bounds())
		}
	}
	return "", source.Span{}
}
