package project

import (
	"strings"
	"testing"
)

func TestClosure(t *testing.T) {
	p := load(t, `
-- main.py --
from agents import team
if __name__ == "__main__":
    team.run()
-- agents/__init__.py --
-- agents/team.py --
from autogen import AssistantAgent
from . import settings
-- agents/settings.py --
import os
-- other.py --
import os
-- unrelated/x.py --
import agents_of_another_kind
`)
	var got []string
	for _, s := range p.Shown() {
		got = append(got, s.String())
	}
	want := `agents/__init__.py: imported by main.py
agents/settings.py: imported by agents/team.py
agents/team.py: imports AutoGen
main.py: imports agents/team.py`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("shown:\n%s\nwant:\n%s", s, want)
	}
	if len(p.Programs) != 1 || p.Programs[0].Path != "main.py" || !p.Programs[0].Declared {
		t.Errorf("programs: %+v", p.Programs)
	}
}

// What uses AutoGen and cannot be read is shown with the rest, and said once.
func TestBrokenNotebook(t *testing.T) {
	p := load(t, "-- a.ipynb --\n{\"cells\": [\"import autogen\\n\"\n-- b.py --\nimport autogen\n")
	if got := len(p.Shown()); got != 2 || len(p.Unread) != 1 || p.Unread[0].File.Path != "a.ipynb" || len(p.Code) != 1 {
		t.Errorf("%d shown, %d of code, unread %+v", got, len(p.Code), p.Unread)
	}
}

// TestTreesGo holds that a module is there until the last program ran that reaches it, and that its file stays the same one while
// somebody has it.
func TestTreesGo(t *testing.T) {
	const text = "-- a.py --\nimport autogen, lib\n-- b.py --\nimport autogen, lib\n-- lib.py --\nx = 1\n"
	archive := files(text)
	p := Load(archive, "/p", Options{})
	a, b, lib := program(t, p, "a.py"), program(t, p, "b.py"), p.unit("lib.py")
	file := a.Modules()[1].File
	b.Modules()
	a.Done()
	if p.unit("a.py").module != nil || lib.module == nil {
		t.Error("a.py is there, or lib.py is not, when a.py ran")
	}
	b.Done()
	if lib.module != nil {
		t.Error("lib.py is there when all that import it ran")
	}
	if m := p.Module(file); m == nil || m.File != file {
		t.Error("lib.py cannot be had again")
	}

	kept := Load(archive, "/p", Options{Store: &Store{}})
	for _, pr := range kept.Programs {
		pr.Modules()
		pr.Done()
	}
	if kept.unit("lib.py").module == nil {
		t.Error("a server lets its trees go")
	}
}
