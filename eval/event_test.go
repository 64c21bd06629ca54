package eval_test

import (
	"slices"
	"testing"

	"github.com/autogenlint/autogenlint/eval"
)

// What a log holds is what its events are, whichever question comes first.
func TestHoldsAgreesWithEvents(t *testing.T) {
	w := newWorld(t, `
-- main.py --
import os
import pkg
for name in pkg.names():
    if pkg.a(name):
        os.environ["A"] = name
    elif pkg.b(name):
        pkg.act(name)
    try:
        pkg.act(2)
    except ValueError:
        os.environ["B"] = "x"
print(os.environ["A"])
if pkg.c:
    pkg.end(1)
`)
	trace := eval.Run(w, w.mods["main.py"], "__main__", eval.DefaultLimits)
	var all []*eval.Event
	for _, end := range trace.Ends {
		for _, e := range end.Log().Events() {
			if !slices.Contains(all, e) {
				all = append(all, e)
			}
		}
	}
	if len(all) < 10 || len(trace.Ends) < 2 {
		t.Fatalf("%d events, %d ends: the program is too small to tell", len(all), len(trace.Ends))
	}
	held, missing := 0, 0
	for _, earlier := range all {
		known := map[*eval.Log]bool{}
		for _, later := range all {
			got, want := later.Before.Log().Holds(earlier, known), slices.Contains(later.Before.Log().Events(), earlier)
			if got != want {
				t.Errorf("%s %d before %s %d: %v; want %v", earlier.Name, earlier.Seq, later.Name, later.Seq, got, want)
			}
			if want {
				held++
			} else {
				missing++
			}
		}
	}
	if held == 0 || missing == 0 {
		t.Errorf("%d held, %d not: nothing was told apart", held, missing)
	}
}

// An installed command imports its module and calls a function of it, unless that wants arguments.
func TestCommand(t *testing.T) {
	w := newWorld(t, `
-- main.py --
import os
def inner():
    os.environ["A"] = "x"
def main(argv=None, *rest, **options):
    inner()
def other(argv):
    inner()
`)
	for command, want := range map[string]bool{"main": true, "other": false, "gone": false, "": false} {
		trace := eval.RunAs(eval.How{Name: "main", Command: command, Limits: eval.DefaultLimits}, w, w.mods["main.py"])
		for _, end := range trace.Ends {
			if _, got := end.Written("A"); got != want {
				t.Errorf("%q sets the variable: %v; want %v", command, got, want)
			}
		}
		if len(trace.Ends) != 1 {
			t.Errorf("%q: %d ends", command, len(trace.Ends))
		}
	}
}
