package eval_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/autogenlint/autogenlint/eval"
)

// Names that are bound at once are bound as they are one after the other. At each `;` of the program something stands between them or does
// not.
const boundAtOnce = `
def a(): return 1
;
def b(x, y=2): return a() + y
;
def a(): return 3
;
class C:
    def f(self): return b(1)
    ;
    def g(self, n=None): return (self.f(), n, a())
    ;
    def f(self): return b(2, 5)
;
from lib import p, q as r, p as q
;
from package.sub import one, p as two
;
from os import path as a_path, sep
;
def outer(n="n"):
    global late, never
    def late(m=4): return (m, n)
    ;
    def never(): return late()
    ;
    def here(): return never() + (r,)
    ;
    return here()
;
def nested():
    count = 0
    def up():
        nonlocal count
        def count(): return 9
        ;
        def other(): return count()
        ;
        return other()
    ;
    def also(): return up()
    ;
    return (also(), count())
;
made = [a(), b(0), C().g(), p, q, r, one, two(), a_path, sep, outer(), late(), never(), nested()]
`

func TestNamesAreBoundAtOnce(t *testing.T) {
	made := func(between string) string {
		var main strings.Builder
		for line := range strings.Lines(boundAtOnce) {
			if strings.TrimSpace(line) != ";" {
				main.WriteString(line)
			} else if between != "" {
				main.WriteString(strings.Replace(line, ";", between, 1))
			}
		}
		w := newWorld(t, "-- main.py --\n"+main.String()+"\n-- lib.py --\np, q = 'p', 'q'\n-- package/__init__.py --\nhere = 1\n-- package/sub.py --\none = {'a': 1}\ndef p(): return one\n")
		trace := eval.Run(w, w.mods["main.py"], "__main__", eval.DefaultLimits)
		if len(trace.Ends) != 1 {
			t.Fatalf("%d ends", len(trace.Ends))
		}
		end := trace.Ends[0]
		v, _ := end.Module(w.mods["main.py"]).Get("made")
		return show(v, &end)
	}
	if diff := cmp.Diff(made("pass"), made("")); diff != "" {
		t.Error(diff)
	}
	if all := made(""); strings.Contains(all, "?") || !strings.Contains(all, "3") {
		t.Error(all)
	}
}
