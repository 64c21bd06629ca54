package eval_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/autogenlint/autogenlint/eval"
)

// run runs main.py of a small program.
func run(t *testing.T, main string) *eval.Trace {
	t.Helper()
	w := newWorld(t, "-- main.py --\n"+main)
	return eval.Run(w, w.mods["main.py"], "__main__", eval.DefaultLimits)
}

// whole wants a program that the budget lasts for, to its end, where it calls pkg.end.
func whole(t *testing.T, trace *eval.Trace) {
	t.Helper()
	for _, c := range trace.Cut {
		if strings.Contains(c.Why, "budget") {
			t.Errorf("cut off at %d: %s", c.Place.Start, c.Why)
		}
	}
	for _, end := range trace.Ends {
		for _, e := range end.Log().Events() {
			if e.Name == "pkg.end" {
				return
			}
		}
	}
	t.Error("the end was not reached")
}

func TestStatesThatDifferInWhatHappenedAreOne(t *testing.T) {
	trace := run(t, `
import os, pkg
def log(text):
    line = pkg.time() + text
    pkg.write(line, os.getenv("LOG"))
if pkg.a():
    log("a")
if pkg.b():
    log("b")
names = [n for n in [1, 2, 3]]
pkg.end(names)
`)
	whole(t, trace)
	if len(trace.Ends) != 1 {
		t.Errorf("%d ways end; a call that leaves nothing behind makes no other state", len(trace.Ends))
	}
}

// A function that is left keeps what was defined in it.
func TestClosuresOutliveTheirFunction(t *testing.T) {
	trace := run(t, `
import os
def outer(value):
    def inner():
        return value
    return inner
def late(value):
    return [lambda: v for v in [value]]
f = outer("kept")
os.environ["A"] = f()
os.environ["B"] = late("too")[0]()
import pkg
pkg.end([])
`)
	whole(t, trace)
	for name, want := range map[string]string{"A": "kept", "B": "too"} {
		if got, _ := eval.AsStr(trace.Ends[0].Getenv(name)); got != want {
			t.Errorf("%s is %q; want %q", name, got, want)
		}
	}
}

func TestRecursionFromManyPlacesEnds(t *testing.T) {
	whole(t, run(t, `
import pkg
def plain(value):
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    if hasattr(value, "dump"):
        return plain(value.dump())
    if hasattr(value, "dict"):
        return plain(vars(value))
    return pkg.last(value)
plain(pkg.value)
pkg.end([])
`))
}

func TestCodeThatForksAtEveryStepIsFollowedToItsEnd(t *testing.T) {
	var b strings.Builder
	b.WriteString("import pkg\nfor x in pkg.xs:\n    for y in pkg.ys:\n")
	for i := range 30 {
		fmt.Fprintf(&b, "        if pkg.c%d(x, y):\n            v%d = [%d]\n", i, i, i)
	}
	b.WriteString("pkg.end([])\n")
	whole(t, run(t, b.String()))
}

// setup calls a function so often that the budget ends in it.
const setup = `
import os
import pkg
names = ["a"]
def work(n, into):
    for i in range(300):
        last = [i, n]
    %s
def setup():
    for i in range(300):
        work(i, names)
pkg.begin()
setup()
pkg.end(names)
`

func TestWhatTakesTooMuchIsLeftOutAndTheRestIsRun(t *testing.T) {
	trace := run(t, fmt.Sprintf(setup, `os.environ["SET"] = str(n)`))
	whole(t, trace)
	left := func(c eval.Cut) bool { return c.Local && c.Left }
	if !slices.ContainsFunc(trace.Cut, left) {
		t.Errorf("nothing says that calls were left out: %v", trace.Cut)
	}
	end := trace.Ends[0]
	for _, e := range end.Log().Events() {
		switch e.Name {
		case "pkg.begin":
			if !end.Always(e) || e.Before.Fog() != nil {
				t.Error("what happens before the calls that are left out is certain")
			}
		case "pkg.end":
			if end.Always(e) {
				t.Error("behind calls that are left out nothing is certain to happen")
			}
			if e.Before.Fog() == nil {
				t.Error("a call that is left out may set variables")
			}
			if o := e.Before.Deref(e.Args.Pos[0]); o == nil || !o.Open {
				t.Error("a list that a call had which is left out may hold anything")
			}
		}
	}
}

func TestWhatSetNothingThreeTimesOverSetsNothing(t *testing.T) {
	trace := run(t, fmt.Sprintf(setup, `into.append(n)`))
	whole(t, trace)
	for _, e := range trace.Ends[0].Log().Events() {
		if e.Name == "pkg.end" && e.Before.Fog() != nil {
			t.Errorf("variables may be set: %s", e.Before.Fog().Why)
		}
	}
	for _, c := range trace.Cut {
		if c.Left {
			t.Error("its calls that were run show what it does")
		}
	}
}

// What a call that is left out can reach is more than what it is given.
func TestWhatIsLeftOutForgetsWhatItReaches(t *testing.T) {
	trace := run(t, `
import pkg
count = 1
class Box:
    def __init__(self):
        self.inner = {"list": ["a"]}
        self.text = "a"
box = Box()
def work(n):
    global count
    for i in range(300):
        count = [i, n]
    box.inner["list"].append(n)
    box.text = n
for i in range(300):
    work(i)
pkg.end(count, box.inner, box.text, [])
`)
	whole(t, trace)
	for _, e := range trace.Ends[0].Log().Events() {
		if e.Name != "pkg.end" {
			continue
		}
		for i, v := range e.Args.Pos[:3] {
			if o := e.Before.Deref(v); !eval.IsUnknown(v) && (o == nil || !o.Open) {
				t.Errorf("argument %d is known: %v", i, v.D)
			}
		}
	}
}

// chained is a program whose modules import each other, so many deep; the last one sets a variable.
func chained(n int) string {
	var b strings.Builder
	b.WriteString("-- main.py --\nimport m0\nimport pkg\npkg.end([])\n")
	for i := range n - 1 {
		fmt.Fprintf(&b, "-- m%d.py --\nimport m%d\nVALUE = %d\n", i, i+1, i)
	}
	fmt.Fprintf(&b, "-- m%d.py --\nimport os\ndef f(): return g()\ndef g(): return \"deep\"\nos.environ[\"DEEP\"] = f()\n", n-1)
	return b.String()
}

func TestImportsAreFollowedAsDeepAsPythonGoes(t *testing.T) {
	w := newWorld(t, chained(150))
	trace := eval.Run(w, w.mods["main.py"], "__main__", eval.DefaultLimits)
	whole(t, trace)
	if got, _ := eval.AsStr(trace.Ends[0].Getenv("DEEP")); got != "deep" || len(trace.Cut) > 0 {
		t.Errorf("DEEP is %q, cut %v", got, trace.Cut)
	}
	w = newWorld(t, chained(500))
	if trace = eval.Run(w, w.mods["main.py"], "__main__", eval.DefaultLimits); len(trace.Cut) != 1 {
		t.Errorf("500 deep Python raises RecursionError, and nothing is cut off: %v", trace.Cut)
	}
}

// classes is a module with as many classes as said, whose methods nobody calls.
func classes(n int) string {
	var b strings.Builder
	b.WriteString("-- main.py --\nimport os\nimport pkg\n")
	for i := range n {
		fmt.Fprintf(&b, `class C%d:
    def __init__(self, name, config=None):
        self.name = name
        self.config = config or {"model": "m", "key": os.getenv("KEY%d")}
    def describe(self, verbose=False):
        parts = [self.name]
        for key, value in self.config.items():
            if verbose or value is not None:
                parts.append(f"{key}={value}")
        return ", ".join(parts)
    def ask(self, text):
        try:
            return pkg.ask(self.config, text.strip())
        except ValueError as e:
            print(e)
            return None
c%d = C%d("c")
`, i, i, i, i)
	}
	return b.String()
}

// BenchmarkRun evaluates a program of 100 classes, and what it does not call.
func BenchmarkRun(b *testing.B) { benchmark(b, classes(100)) }

// BenchmarkRunForks evaluates code that forks at every step.
func BenchmarkRunForks(b *testing.B) {
	var text strings.Builder
	text.WriteString("-- main.py --\nimport pkg\nfor x in pkg.xs:\n    for y in pkg.ys:\n")
	for i := range 30 {
		fmt.Fprintf(&text, "        if pkg.c%d(x, y):\n            v%d = [%d]\n", i, i, i)
	}
	benchmark(b, text.String())
}

// BenchmarkRunImports evaluates a chain of imports.
func BenchmarkRunImports(b *testing.B) { benchmark(b, chained(150)) }

func benchmark(b *testing.B, archive string) {
	w := newWorld(b, archive)
	b.ReportAllocs()
	for b.Loop() {
		eval.Run(w, w.mods["main.py"], "__main__", eval.DefaultLimits)
	}
}

func TestTextThatIsDoubledIsNotKept(t *testing.T) {
	for name, src := range map[string]string{
		"plus":     "x = x + 'a' + x",
		"f-string": "x = f'{x}a{x}'",
	} {
		trace := run(t, "import os\nx = os.environ['A']\nfor i in range(16):\n    "+src+"\nos.environ['B'] = x\n")
		if c, ok := trace.Ends[0].Getenv("B").D.(eval.Concat); ok && len(c.Parts) > 5000 {
			t.Errorf("%s: it has %d pieces", name, len(c.Parts))
		}
	}
}

// TestValuesAreBounded holds that a value which is made of the one before twice ends, whatever makes it.
func TestValuesAreBounded(t *testing.T) {
	for name, src := range map[string]string{
		"f-string": "x = f'{x}{x}'",
		"format":   "x = '{0}{0}'.format(x)",
		"percent":  "x = '%s%s' % (x, x)",
		"join":     "x = x.join(['a', x, 'b'])",
		"base64":   "x = base64.b64encode(x.encode()).decode()",
		"path":     "x = pathlib.Path(x) / x",
		"tuple":    "x = (x, x)",
		"tuples":   "x = x + x if isinstance(x, tuple) else (x,)",
		"copy":     "x = copy.deepcopy([x, x])",
		"fields":   "x = P(x, x)",
	} {
		t.Run(name, func(t *testing.T) {
			trace := run(t, "import base64, copy, dataclasses, os, pathlib\n@dataclasses.dataclass\nclass P:\n    a: object\n    b: object\nx = 'abcdefgh'\nfor i in range(60):\n    "+src+"\ny = x == x\nz = dataclasses.asdict(x)\nos.environ['B'] = 'done'\n")
			if len(trace.Ends) == 0 {
				t.Fatal("it does not end")
			}
		})
	}
	var env strings.Builder
	env.WriteString("V0=abcdefgh\n")
	for n := range 30 {
		fmt.Fprintf(&env, "V%d=%s\n", n+1, strings.Repeat(fmt.Sprintf("${V%d}", n), 10))
	}
	w := newWorld(t, "-- main.py --\nimport os\nfrom dotenv import dotenv_values, load_dotenv\nx = dotenv_values('.env')\nload_dotenv()\nos.environ['B'] = 'done'\n-- .env --\n"+env.String())
	if trace := eval.Run(w, w.mods["main.py"], "__main__", eval.DefaultLimits); len(trace.Ends) == 0 {
		t.Fatal("it does not end")
	}
}
