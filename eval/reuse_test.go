package eval_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// Programs that share a module and differ in one thing that its functions read.
const sharers = `
-- shared.py --
import os
import base
from base import Base, pick
SWITCH = False
TABLE = {"key": None}
names = []

def plain(a, b=None):
    return a if b is None else a + b

def switched(a):
    if SWITCH:
        os.environ["SWITCHED"] = a
    return a

def listed():
    if TABLE["key"] == "on":
        os.environ["LISTED"] = "1"

def through():
    if pick() == 2:
        os.environ["THROUGH"] = "1"

def counted():
    for n in names:
        os.environ["COUNTED"] = n

def asked():
    if "MODE" not in os.environ:
        return 1
    if SWITCH is None:
        os.environ["ASKED"] = "1"

def set_on_package():
    import pkg
    if pkg.flag == 1:
        os.environ["PACKAGE"] = "1"

def from_inside():
    import late
    if late.VALUE == 3:
        os.environ["LATE"] = "1"

def prints(a):
    print("got", a)

def gives():
    given(None)

def given(a):
    if a:
        os.environ["GIVEN"] = a

def forever():
    while True:
        pass

def classy():
    if Thing.limit == 5:
        os.environ["CLASSY"] = "1"

def nests(a):
    if a:
        os.environ["NEVER"] = missing()
    def inner():
        return a
    return inner

class Thing(Base):
    limit = 1

    def __init__(self, n):
        self.n = n
        self.limit = base.LIMIT

    def over(self):
        if self.limit == 5:
            os.environ["OVER"] = "1"

    def quiet(self):
        return self.n

    @staticmethod
    def still():
        return TABLE

    @classmethod
    def make(cls):
        return cls(cls.limit)
-- base.py --
LIMIT = 1
which = 1

def pick():
    return which

class Base:
    def shout(self):
        return LIMIT
-- late.py --
VALUE = 1
-- plain1.py --
import shared
-- plain2.py --
import os
from shared import Thing
x = [1, 2]
-- switch.py --
import shared
shared.SWITCH = True
-- none.py --
import shared
shared.SWITCH = None
-- table.py --
import shared
shared.TABLE["key"] = "on"
-- which.py --
import base
base.which = 2
import shared
-- limit.py --
import base, shared
base.LIMIT = 5
-- names.py --
import shared
shared.names.append("x")
-- mode.py --
import os
os.environ["MODE"] = "x"
import shared
-- nomode.py --
import os
if "MODE" in os.environ:
    raise SystemExit(0)
import shared
shared.SWITCH = None
-- package.py --
import pkg
pkg.flag = 1
import shared
-- late1.py --
import late
late.VALUE = 3
import shared
-- calls.py --
import shared
shared.switched("a")
shared.Thing(2).over()
-- class.py --
import shared
shared.Thing.limit = 5
shared.Base.shout = shared.switched
shared.SWITCH = True
`

// entries are the entry points of sharers.
var entries = []string{
	"plain1", "plain2", "switch", "none", "table", "which", "limit", "names", "mode", "nomode", "package", "late1", "calls", "class",
}

// telling is what a trace says of functions that the program does not call, and of what was cut off.
func telling(trace *eval.Trace) (out []string) {
	at := func(s source.Span) string {
		if s.File == nil {
			return "-"
		}
		return fmt.Sprintf("%s:%d", s.File.Path, s.Start)
	}
	for _, l := range trace.Loose {
		for _, st := range l.Ends {
			for _, e := range st.Log().Events() {
				out = append(out, fmt.Sprint(l.Name, " ", at(e.Span), " ", e.Kind, " ", e.Name, " ", show(e.Value, &st)))
			}
		}
	}
	for _, c := range trace.Cut {
		out = append(out, "cut at "+at(c.Place)+": "+c.Why)
	}
	for _, m := range trace.Modules {
		out = append(out, "runs "+m.File.Path)
	}
	return out
}

func idle(e *eval.Event) bool { return e.Kind == eval.Printed }

// runWith evaluates a program with what is known of functions from others.
func runWith(w *world, entry string, reuse *eval.Reuse) []string {
	how := eval.How{Name: "__main__", Limits: eval.DefaultLimits, Reuse: reuse, Idle: idle}
	return telling(eval.RunAs(how, w, w.mods[entry+".py"]))
}

// Whatever programs were evaluated before it, a program comes to what it comes to alone.
func TestReuseTellsNothingElse(t *testing.T) {
	w := newWorld(t, sharers)
	alone := map[string][]string{}
	said := map[string]bool{}
	for _, e := range entries {
		alone[e] = runWith(w, e, nil)
		said[fmt.Sprint(alone[e])] = true
	}
	if len(said) < len(entries)-2 { // all but the plain ones differ
		t.Errorf("%d of %d programs come to something of their own", len(said), len(entries))
	}
	orders := [][]string{entries, reversed(entries)}
	for _, first := range entries {
		orders = append(orders, slices.Concat([]string{first}, entries))
	}
	for _, order := range orders {
		reuse := &eval.Reuse{Wanted: func(*syntax.Module) bool { return true }}
		for _, e := range order {
			if diff := cmp.Diff(alone[e], runWith(w, e, reuse)); diff != "" {
				t.Fatalf("%s after others of %v:\n%s", e, order, diff)
			}
		}
	}
}

func reversed(s []string) []string {
	out := slices.Clone(s)
	slices.Reverse(out)
	return out
}

// What another program read alike is not evaluated again, and what it read otherwise is.
func TestReuseLeavesOut(t *testing.T) {
	w := newWorld(t, sharers)
	ran := map[string]int{} // functions that were not known, by the module that they are of
	reuse := &eval.Reuse{Wanted: func(m *syntax.Module) bool {
		ran[m.File.Path]++
		return true
	}}
	run := func(entry string) int {
		clear(ran)
		runWith(w, entry, reuse)
		return ran["shared.py"]
	}
	all := run("plain1")
	if all < 10 {
		t.Fatalf("%d functions were evaluated", all)
	}
	again := run("plain2")
	if again > 4 { // those that define a function, or import a module that was not executed yet, and those in which something happens
		t.Errorf("%d of %d functions are evaluated again by a program that differs in nothing that they read", again, all)
	}
	if n := run("switch"); n <= again || n >= all {
		t.Errorf("%d of %d functions are evaluated again where one name differs that two of them read; %d where nothing does", n, all, again)
	}
	reuse.Forget("shared.py")
	if n := run("plain2"); n != all {
		t.Errorf("%d functions are evaluated after all were forgotten; want %d", n, all)
	}
}
