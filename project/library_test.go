package project

import (
	"testing"
)

// checkout is a checkout of AutoGen with what lies beside it there.
const checkout = `
-- autogen/__init__.py --
from .agentchat import AssistantAgent
-- autogen/version.py --
__version__ = "0.2.40"
-- autogen/agentchat/__init__.py --
-- autogen/agentchat/contrib/alone.py --
import autogen
from ..agent import Agent
-- autogen/oai/__init__.py --
-- samples/demo.py --
import autogen
-- test/test_agent.py --
import autogen
def test_agent(): pass
-- test/agents.py --
import autogen
`

// Who works on AutoGen has its source in the project: the programs beside it are what is linted, and the library is what it is for
// everybody else.
func TestAutoGenItselfIsNoProgram(t *testing.T) {
	p := load(t, checkout)
	if got, want := programs(p), "samples/demo.py module inferred"; got != want {
		t.Errorf("programs:\n%s\nwant:\n%s", got, want)
	}
	pr := program(t, p, "samples/demo.py")
	w := pr.World(nil)
	for _, name := range []string{"autogen", "autogen.agentchat", "autogen.agentchat.contrib.alone"} {
		if got := show(w.Import(pr.Entry(), name, 0)); got != "foreign "+name {
			t.Errorf("import %s: %s", name, got)
		}
	}
	if len(pr.Pins) != 1 || pr.Pins[0].Name != "pyautogen" || pr.Pins[0].Spec != "==0.2.40" || !pr.Pins[0].Locked {
		t.Errorf("pins %+v; the copy that is imported says its version", pr.Pins)
	}
}

func TestTestsOfAnotherProjectAreProgramsBesideACopy(t *testing.T) {
	p := load(t, `
-- third_party/autogen/__init__.py --
-- third_party/autogen/agentchat/__init__.py --
-- third_party/autogen/oai/__init__.py --
-- tests/test_ours.py --
import autogen
def test_it(): pass
`)
	if got, want := programs(p), "tests/test_ours.py test inferred"; got != want {
		t.Errorf("programs:\n%s\nwant:\n%s", got, want)
	}
}

func TestAPackageCalledAutoGenMayBeAnythingElse(t *testing.T) {
	p := load(t, `
-- autogen/__init__.py --
-- autogen/main.py --
import autogen
`)
	pr := program(t, p, "autogen/main.py")
	if got, want := show(pr.World(nil).Import(pr.Entry(), "autogen", 0)), "autogen=autogen/__init__.py"; got != want {
		t.Errorf("import autogen: %s; want %s", got, want)
	}
	if len(pr.Pins) != 0 {
		t.Errorf("pins %+v", pr.Pins)
	}
}
