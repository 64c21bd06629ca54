package eval_test

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A world of a few files; anything that is not among them is a package.
type world struct {
	files map[string]*source.File
	mods  map[string]*syntax.Module
}

func newWorld(t testing.TB, archive string) *world {
	t.Helper()
	w := &world{files: map[string]*source.File{}, mods: map[string]*syntax.Module{}}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		file, err := parser.Decode(f.Name, parser.KindOf(f.Name), f.Data)
		if err != nil {
			t.Fatal(err)
		}
		w.files[f.Name] = file
		if file.Kind == source.Python || file.Kind == source.Notebook {
			w.mods[f.Name] = parser.Python(file)
		}
	}
	return w
}

func (w *world) Import(_ *syntax.Module, name string, _ int) eval.Import {
	var imp eval.Import
	parts := strings.Split(name, ".")
	for i := range parts {
		dir := strings.Join(parts[:i+1], "/")
		m := w.mods[dir+".py"]
		if m == nil {
			m = w.mods[dir+"/__init__.py"]
		}
		if m == nil {
			return eval.Import{Foreign: name}
		}
		imp.Chain, imp.Names = append(imp.Chain, m), append(imp.Names, strings.Join(parts[:i+1], "."))
	}
	return imp
}

func (w *world) Open(path string) eval.Opened {
	path = strings.TrimPrefix(strings.TrimPrefix(path, eval.Root+"/"), "./")
	if f := w.files[path]; f != nil {
		return eval.Opened{File: f}
	}
	return eval.Opened{Missing: true}
}
func (w *world) FindDotenv(*syntax.Module) eval.Opened      { return w.Open(".env") }
func (w *world) Variables(f *source.File) []syntax.Variable { return lines(f) }
func (w *world) Foreign(string) *eval.Outside               { return nil }
func (w *world) Exists(path string) (bool, bool)            { return w.files[path] != nil, true }
func (w *world) Data(*source.File, string, source.Kind) (*syntax.Data, error) {
	return nil, &syntax.DataError{Msg: "none here"}
}

// lines reads NAME=value lines; the real reader is parser's.
func lines(f *source.File) []syntax.Variable {
	var out []syntax.Variable
	for _, l := range strings.Split(f.Text, "\n") {
		if name, val, ok := strings.Cut(l, "="); ok {
			out = append(out, syntax.Variable{Name: name, HasValue: true, Pieces: []syntax.Piece{{Lit: val}}})
		}
	}
	return out
}

// show writes a value as Python would, with what is not known in angle brackets.
// deepest is how many objects show looks into one within the other: one may hold itself.
const deepest = 10

func show(v eval.Value, st *eval.State) string { return showIn(v, st, 0) }

func showIn(v eval.Value, st *eval.State, depth int) string {
	switch d := v.D.(type) {
	case eval.Unknown:
		return "<?>"
	case eval.Absent:
		return "<absent>"
	case eval.NoneVal:
		return "None"
	case eval.Str:
		return fmt.Sprintf("%q", string(d))
	case eval.Env:
		if d.Default == nil {
			return "<" + d.Name + ">"
		}
		return "<" + d.Name + " or " + showIn(*d.Default, st, depth) + ">"
	case eval.Concat:
		return "cat(" + showAll(d.Parts, st, depth) + ")"
	case eval.Tuple:
		return "(" + showAll(d.Elts, st, depth) + ")"
	case eval.OneOf:
		parts := make([]string, len(d.Alts))
		for i, a := range d.Alts {
			parts[i] = showIn(a, st, depth)
		}
		sort.Strings(parts)
		return "one(" + strings.Join(parts, ", ") + ")"
	case eval.Foreign:
		return d.Path
	case eval.Bound:
		return showIn(d.Self, st, depth) + "." + showIn(d.Fn, st, depth)
	case eval.Partial:
		return "partial(" + showIn(d.Fn, st, depth) + ")"
	case eval.Coroutine:
		return "<coroutine " + showIn(d.Fn, st, depth) + ">"
	case eval.Super:
		return "<super of " + showIn(d.Self, st, depth) + ">"
	case *eval.Func:
		if d.Def == nil {
			return "<lambda>"
		}
		return "<function " + d.Def.Name + ">"
	case eval.PathVal:
		return "Path(" + showIn(d.Text, st, depth) + ")"
	case eval.Ref:
		if depth++; depth > deepest {
			return "…"
		}
		o := st.Object(d.ID)
		open := ""
		if o.Open {
			open = "…"
		}
		switch o.Kind {
		case eval.ListObj:
			return "[" + showAll(o.Elts, st, depth) + open + "]"
		case eval.SetObj:
			return "{" + showAll(o.Elts, st, depth) + open + "}"
		case eval.DictObj:
			var parts []string
			for _, it := range o.Items {
				parts = append(parts, showIn(it.Key, st, depth)+": "+showIn(it.Value, st, depth))
			}
			return "{" + strings.Join(parts, ", ") + open + "}"
		case eval.InstanceObj:
			return "<instance>"
		}
		return "<object>"
	}
	return fmt.Sprintf("%v", v.D)
}

func showAll(vs []eval.Value, st *eval.State, depth int) string {
	parts := make([]string, len(vs))
	for i, v := range vs {
		parts[i] = showIn(v, st, depth)
	}
	return strings.Join(parts, ", ")
}

// values are programs, and what the variable r is at each normal end.
var values = []struct{ src, want string }{
	{`r = "a" + "b"`, `"ab"`},
	{"import os\nport = int(os.getenv('PORT', '80'))\nr = f'{port}/' if port else 'none'", "\"none\"\ncat(<PORT or \"80\">, \"/\")"},
	{"r = (int('7'), int(' 8 '), int('x'), int('ff', 16))", `(7, 8, <?>, <?>)`},
	{`r = "openai=sk=1".split("=", 1)`, `["openai", "sk=1"]`},
	{`r = "a b  c".split(None, 1) + "a:b:c".split(":", maxsplit=1) + "a/b/c".rsplit("/", 1)`, `["a", "b  c", "a", "b:c", "a/b", "c"]`},
	{`r = "a.b.c".rsplit(".", n)`, `[…]`},
	{`
from concurrent.futures import ThreadPoolExecutor
def double(x, y=""):
    return x + x + y
with ThreadPoolExecutor(max_workers=2) as pool:
    r = list(pool.map(double, ["a", "b"])) + [pool.submit(double, "c", y="d").result()]`, `["aa", "bb", "ccd"]`},
	{`
import concurrent.futures
got = []
pool = concurrent.futures.ThreadPoolExecutor()
futures = [pool.submit(got.append, x) for x in "ab"]
for f in concurrent.futures.as_completed(futures):
    f.result()
r = got`, `["a", "b"]`},
	{`
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    return [await asyncio.to_thread(lambda x: x + "!", "a"), await loop.run_in_executor(None, lambda: "b")]
r = asyncio.run(main())`, `["a!", "b"]`},
	{`
from concurrent.futures import ThreadPoolExecutor
def fail():
    raise ValueError
pool = ThreadPoolExecutor()
f = pool.submit(fail)
try:
    r = "started"
    f.result()
except ValueError:
    r += ", caught"`, "\"started, caught\"\n\"started, caught\""},
	{`
import threading
go, got = threading.Event(), []
def work(name):
    go.wait()
    got.append(name)
a = threading.Thread(target=work, args=("a",))
a.start()
got.append("b")
go.set()
a.join()
r = got`, `["b", "a"]`},
	{`
import asyncio
got = []
async def work(name):
    got.append(name)
    return name
async def main():
    first = asyncio.create_task(work("a"))
    got.append("b")
    return [await first, *await asyncio.gather(work("c"), work("d"))]
r = (asyncio.run(main()), got)`, `(["a", "c", "d"], ["b", "a", "c", "d"])`},
	{"r = \"\"\"a\r\nb\\\r\nc\"\"\"", `"a\nbc"`}, // as Python reads either end of line
	{`r = {**{"a": 1}, "b": 2} | {"a": 3}`, `{"a": 3, "b": 2}`},
	{"a = [1, 2]\na += [3]\na.append(4)\nr = a", `[1, 2, 3, 4]`},
	{"import os\nr = os.getenv('X')", `<X or None>`},
	{"import os\nr = os.environ['X']", `<X>`},
	{"import os\nr = os.getenv('X', '')", `<X or "">`},
	{"import os\nr = os.getenv('X') or os.getenv('Y') or 'z'", `<X or <Y or "z">>`},
	{"import os\nos.environ['X'] = 'v'\nr = os.environ['X']", `"v"`},
	{"import os\nk = os.getenv('X')\nif not k:\n    raise ValueError('no')\nr = k", `<X>`},
	{"import os\nk = os.getenv('X')\nif k is None:\n    k = 'd'\nr = k", "\"d\"\n<X>"},
	{"import os\nif 'X' not in os.environ:\n    os.environ['X'] = 'v'\nr = os.environ['X']", "\"v\"\n<X>"},
	{"import os\nos.environ.setdefault('X', 'v')\nr = os.getenv('X')", `<X or "v">`},
	{"import os\nos.environ.pop('X', None)\nr = os.getenv('X')", `None`},
	{"import os\nr = f\"{os.getenv('X')}\"", `<X or "None">`},
	{"import os\nr = f\"k-{os.getenv('X')}\"", `cat("k-", <X or "None">)`},
	{"import os\nr = os.getenv('X', ' a ').strip()", `<X or "a">`},
	{"def f(a, b=2, *c, **d):\n    return (a, b, c, d)\nr = f(1, k=3)", `(1, 2, (), {"k": 3})`},
	{"def f(x):\n    if x: return 1\n    return 2\nr = f(unknown)", "1\n2"},
	{"class A:\n    n = 1\n    def __init__(self, k):\n        self.k = k\n    def get(self):\n        return {'k': self.k, 'n': self.n}\nr = A('v').get()", `{"k": "v", "n": 1}`},
	{"class A:\n    def m(self): return 'a'\nclass B(A):\n    def m(self): return super().m() + 'b'\nr = B().m()", `"ab"`},
	{"class A:\n    @property\n    def p(self): return 7\n    @staticmethod\n    def s(x): return x\n    @classmethod\n    def c(cls): return cls.s(1)\nr = (A().p, A.s(2), A.c())", `(7, 2, 1)`},
	{"from dataclasses import dataclass, field\n@dataclass\nclass C:\n    a: str\n    b: int = 3\n    c: list = field(default_factory=list)\nx = C('q')\nr = (x.a, x.b, x.c)", `("q", 3, [])`},
	{"r = [{'m': m} for m in ['a', 'b'] if m != 'a']", `[{"m": "b"}]`},
	{"r = {k: v for k, v in {'a': 1}.items()}", `{"a": 1}`},
	{"r = []\nfor i, x in enumerate(['a', 'b']):\n    r.append((i, x))", `[(0, "a"), (1, "b")]`},
	{"r = 0\nwhile r < 3:\n    r += 1", `3`},
	{"r = []\nfor x in unknown:\n    r.append(1)", "[1, 1, 1…]\n[…]"},
	{"try:\n    r = 1\n    raise KeyError('a')\nexcept KeyError:\n    r = 2", "2\n2"},
	{"import copy\na = {'x': {'y': 1}}\nb = copy.deepcopy(a)\nb['x']['y'] = 2\nr = a", `{"x": {"y": 1}}`},
	{"import asyncio\nasync def g(): return 5\nasync def main():\n    return await g()\nr = asyncio.run(main())", `5`},
	{"def g():\n    yield 1\n    yield 2\nr = list(g())", `[1, 2]`},
	{"x = 'a'\nmatch x:\n    case 'a' | 'b': r = 1\n    case _: r = 2", `1`},
	{"from functools import partial\ndef f(a, b): return (a, b)\nr = partial(f, 1)(b=2)", `(1, 2)`},
	{"r = '{}-{n}'.format('a', n='b') + '%s' % 'c'", `"a-bc"`},
	{"def deco(fn):\n    def inner(*a, **k):\n        return fn(*a, **k) + 1\n    return inner\n@deco\ndef f(x): return x\nr = f(2)", `3`},
	{"def mk():\n    n = 0\n    def inc():\n        nonlocal n\n        n += 1\n        return n\n    return inc\ni = mk()\ni()\nr = i()", `2`},
	{"from pathlib import Path\nr = Path(__file__).parent / 'cfg' / 'a.json'", `Path("/project/cfg/a.json")`},
	{"import os\nr = os.path.join(os.path.dirname(__file__), '.env')", `"/project/.env"`},
	{"a = {'k': []}\nunknown(a)\nr = a", `{…}`},
	{"def f(n): return f(n)\nr = f(1)", `<?>`},
	{"a, (b, *c) = 1, (2, 3, 4)\nr = (a, b, c)", `(1, 2, [3, 4])`},
	{"x = unknown\nif x == 'azure':\n    r = x\nelse:\n    r = 0", "\"azure\"\n0"},
	{"r = (lambda x, y=2: x + y)(1)", `3`},
	{"import os\nr = os.environ.get('A', os.environ.get('B'))", `<A or <B or None>>`},
	{"if __name__ == '__main__':\n    r = 1", `1`},
	{"from contextlib import contextmanager\nimport os\n@contextmanager\ndef cm(k):\n    os.environ['X'] = k\n    try:\n        yield {'k': k}\n    finally:\n        del os.environ['X']\nwith cm('v') as c:\n    r = (c, os.environ['X'])\nr = (r, os.getenv('X'))", `(({"k": "v"}, "v"), None)`},
	{"from contextlib import contextmanager\n@contextmanager\ndef cm():\n    for x in unknown:\n        yield x\nwith cm() as c:\n    r = c", `<?>`},
	{"from dataclasses import dataclass, asdict\n@dataclass\nclass C:\n    b: str\n    a: int = 3\nr = asdict(C('q'))", `{"b": "q", "a": 3}`},
	{"from dataclasses import dataclass, asdict\n@dataclass\nclass C:\n    me: object = None\n    a: int = 3\nc = C()\nc.me = c\nr = asdict(c)", `{"me": <?>, "a": 3}`},
	{"from contextlib import contextmanager\nimport os\n@contextmanager\ndef cm():\n    yield\n    if unknown:\n        os.environ['X'] = 'a'\n    else:\n        os.environ['X'] = 'b'\nwith cm():\n    pass\nr = os.environ['X']", `one("a", "b")`},
	{"import os\nclass C:\n    def __enter__(self): pass\n    def __exit__(self, *_):\n        if unknown:\n            os.environ['X'] = 'a'\n        else:\n            os.environ['X'] = 'b'\nwith C():\n    pass\nr = os.environ['X']", `one("a", "b")`},
	{"from pydantic import BaseModel, SecretStr\nclass C(BaseModel):\n    a: SecretStr\n    b: SecretStr = SecretStr('')\n    c: SecretStr = 'plain'\nr = (C(a='x').a.get_secret_value(), C(a='x').b.get_secret_value(), C(a='x').c, 1 if C(a='x').b else 2)", `("x", "", "plain", 2)`},
	{"import os\nfrom typing import Optional\nfrom pydantic import SecretStr\nfrom pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    key: Optional[SecretStr] = 'd'\nr = S(key='k').key.get_secret_value()", `"k"`},
	{"from pydantic import BaseModel\nclass C(BaseModel):\n    m: str = 'x'\nr = (C().model_dump(), C(m='y').dict(exclude={'m'}))", `({"m": "x"}, {…})`},
	{"from typing import TypedDict\nclass C(TypedDict, total=False):\n    m: str\nclass D(C):\n    n: int\nr = (C(m='x'), D({'n': 1}, m='y'), D(**unknown))", `({"m": "x"}, {"n": 1, "m": "y"}, {…})`},
	{"from types import SimpleNamespace\ns = SimpleNamespace(a='v')\nr = (s.a, dict(vars(s)))", `("v", {"a": "v"})`},
	{"from collections import namedtuple\nT = namedtuple('T', 'model, key')\nt = T('m', key='k')\nr = (t.model, t.key, t._asdict())", `("m", "k", {"key": "k", "model": "m"})`},
	{"r = ('a=b=c'.partition('='), 'a=b=c'.rpartition('='), 'a'.partition('='), 'a'.rpartition('='))", `(("a", "=", "b=c"), ("a=b", "=", "c"), ("a", "", ""), ("", "", "a"))`},
	{"from enum import Enum\nclass K(Enum):\n    A = 'v'\nr = K.A.value", `"v"`},
	{`
import enum
class K(str, enum.Enum):
    A = "a"
    B = "b"
    def url(self, port=1):
        return f"{self.value}:{port}"
    @property
    def low(self):
        return self.name.lower()
class P(enum.Enum):
    X = ("u", None)
    Y = ("v", "k")
    def first(self):
        return self.value[0]
r = (K.A.url(), K("b").low, K["A"].value, [k.url(2) for k in K], P.Y.first(), P.X.value[1], K.A == "a", K("a").upper())`, `("a:1", "b", "a", ["a:2", "b:2"], "v", None, true, "A")`},
	{"from functools import reduce\nr = (reduce(lambda a, b: a | b, ({'a': 1}, {'b': 2}, {'a': 3})), reduce(lambda a, b: a + b, ['x', 'y'], 'z'), reduce(f, unknown))", `({"a": 3, "b": 2}, "zxy", <?>)`},
	{`
n = []
def g(x):
    yield from n
    yield x
lazy, eager = g("a"), list(g("b"))
later = (x + "!" for x in n)
mapped = map(lambda x: x + str(len(n)), "c")
n.append("d")
r = (list(later), list(mapped), eager)`, `(["d!"], ["c1"], ["b"])`},
	{`
from functools import cache, cached_property, lru_cache
n = []
@cache
def one(key="k"):
    n.append(key)
    return {"key": key}
@lru_cache(maxsize=None)
def two():
    return len(n)
class C:
    @cached_property
    def p(self):
        return len(n)
c = C()
r = [c.p, two()]
one()["more"] = 1
r = (r + [c.p, two()], one(), one(key="x"), n)`, `([0, 0, 0, 0], {"key": "k", "more": 1}, {"key": "x"}, ["k", "x"])`},
	{`
key, other = "", ""
def setup(**values):
    globals().update(values)
    globals()["other"] = "o"
class C:
    a = b = c = ""
    def __init__(self, **values):
        self.__dict__.update(values)
        self.__dict__["b"] = "y"
        object.__setattr__(self, "c", "z")
setup(key="k")
x = C(a="x")
r = (key, other, x.a, x.b, x.c)`, `("k", "o", "x", "y", "z")`},
	{"from itertools import chain, islice\na, b = [1, 2], (3,)\nr = (list(chain(a, b)), list(islice(chain.from_iterable([a, b]), 2)), [*islice(a, 1, None)], list(islice(a, n)))", `([1, 2, 3], [1, 2], [2], […])`},
	{"class C:\n    def __setattr__(self, name, value):\n        super().__setattr__(name, value.strip())\nc = C()\nc.k = ' a '\nr = c.k", `"a"`},
	{`
from dataclasses import dataclass
@dataclass
class C:
    p: str
    q: int = 2
class D:
    __match_args__ = ("z",)
    def __init__(self, z): self.z = z
def f(x):
    match x:
        case {"a": 1, "b": b, **rest}: return (b, rest)
        case {"a": {"c": [c]}}: return c
        case [1, *mid, 2]: return mid
        case (a, "x"): return a
        case str(s) | int(s) if s: return ("plain", s)
        case D(z): return z
        case C(p, q=2) | C(q=p): return p
        case None: return "none"
    return "other"
r = [f(x) for x in ({"a": 1, "b": "v", "d": 4}, {"a": {"c": "w"}}, {"a": {"c": ("w",)}}, [1, 8, 9, 2], ("k", "x"), "t", 7, "", D("d"), C("p"), C("p", 3), None, {"b": 1}, [])]`,
		`[("v", {"d": 4}), "other", "w", [8, 9], "k", ("plain", "t"), ("plain", 7), "other", "d", "p", 3, "none", "other", "other"]`},
	{"match unknown:\n    case {'k': k, **more}: r = (k, more)\n    case [a, *b]: r = (b, a)\n    case _: r = 0", "(<?>, <?>)\n(<?>, <?>)\n0"},
	{"k = 'a' if unknown else 'b'\nmatch k:\n    case 'a': r = 1\n    case 'b': r = 2\n    case _: r = 3", "1\n2"},
	{`
d = [{"n": 2, "k": ""}, {"n": 1, "k": ""}]
def rank(e):
    e["k"] = "set"
    return e["n"]
a = sorted(d, key=rank)
d.sort(key=lambda e: -e["n"])
r = ([e["n"] for e in a], [e["n"] for e in d], a[0]["k"], max(d, key=rank)["n"], min(3, 2), sorted([(2, "a"), (1, "b")]), sorted("ba", reverse=True), sorted(unknown))`,
		`([1, 2], [2, 1], "set", 2, 2, [(1, "b"), (2, "a")], ["b", "a"], […])`},
	{"import random\nd = [{'k': ''}, {'k': ''}]\nx = random.choice(d)\nx['k'] = 1\nr = d", `[…]`},
	{"import random\nd = [{'k': ''}, {'k': ''}]\nrandom.choice(d).update(k=1)\nr = d", `[…]`},
	{"import itertools\nd = [{'k': ''}]\ndef fill(e):\n    e['k'] = 1\nlist(itertools.starmap(fill, [d]))\nr = d", `[…]`},
	{"import json\ndef fill(e):\n    return {**e, 'k': 1}\nr = json.loads('{\"k\": \"\"}', object_hook=fill)", `<?>`},
	{"class C:\n    def __del__(self):\n        d['k'] = 1\n        os.environ['X'] = 'v'\nimport os\nd = {'k': ''}\nos.environ['X'] = ''\nc = C()\ndel c\nr = (d, os.getenv('X'))", `({…}, <?>)`},
	{`
import enum
class P(enum.Enum):
    A = "a"
    B = "b"
    @classmethod
    def _missing_(cls, value):
        return next((m for m in cls if m.value == value.lower()), None)
r = (P("B").name, P("a").name, P("z"))`, `("B", "A", <?>)`},
	{"import os\nos.environ['A'] = 'x'\nfor k in list(os.environ):\n    del os.environ[k]\nr = os.getenv('A')", "None\nNone"},
	{"k = ''\nfor line in unknown:\n    k = line\nr = k", "<?>\n<?>"},
	{"k = n = ''\nwhile (x := unknown()) is not None:\n    k, n = x, 'seen'\nr = (k, n)", "(<?>, \"\")\n(<?>, \"seen\")\n(<?>, \"seen\")\n(<?>, \"seen\")\n(<?>, \"seen\")"},
	{"k = ''\ntry:\n    from nowhere import *\nexcept ImportError:\n    pass\nr = k", "<?>\n<?>"},
	{"r = ('10'.isdigit(), 'a1'.isdigit(), 'ab'.isalpha(), 'AB'.isupper(), ' '.isspace(), 'ab'.startswith(('x', 'a')))", `(true, false, true, true, true, true)`},
	{"class A: pass\nclass B(A): pass\nr = (isinstance(B(), A), isinstance(A(), B), isinstance('x', (A, str)), isinstance('x', A), isinstance(unknown, A))", `(true, false, true, false, <?>)`},
	{"k = ''\ndef f(): pass\nexec(text)\nr = (k, f and 1)", `(<?>, 1)`},
	{"k = ''\nglobals().update(unknown)\nr = k", `<?>`},
	{"d, l = {'a': 1}, []\ndict.update(d, b=2)\nd.__setitem__('c', 3)\nlist.append(l, d)\nr = l", `[{"a": 1, "b": 2, "c": 3}]`},
	{"import operator, random\nd, l, e = {'a': 1}, [1, 2], {'k': 'v'}\noperator.setitem(d, 'a', 2)\nrandom.shuffle(l)\ne.move_somewhere('k')\nr = (d, l, e)", `({"a": 2}, […], {…})`},
	{"class S:\n    k = ''\n    def __init__(self, **kw):\n        vars(self).update(kw)\ns = S(k='v')\nr = (s.k, {**vars(s)}, dict(s.__dict__))", `("v", {"k": "v"}, {"k": "v"})`},
	{"import sys, __main__\na = b = c = ''\n__main__.a = 'x'\nsetattr(sys.modules[__name__], 'b', 'y')\nvars(__main__)['c'] = 'z'\nr = (a, b, c)", `("x", "y", "z")`},
	{"def mark(**kw):\n    def deco(cls):\n        for k, v in kw.items():\n            setattr(cls, k, v)\n        return cls\n    return deco\n@mark(k='v')\nclass A:\n    k = ''\nclass M(type):\n    def __new__(mcs, name, bases, ns):\n        return super().__new__(mcs, name, bases, dict(ns, k='v'))\nclass B(metaclass=M):\n    k = ''\nclass C:\n    k = ''\n    def __getattribute__(self, name):\n        return 'v'\nr = (A.k, B.k, C().k)", `("v", <?>, <?>)`},
	{"class A:\n    k = 'v'\na = A()\na.k = ''\ndelattr(a, 'k')\nb = A()\nsetattr(b, unknown, 'w')\nr = (a.k, b.k)", `("v", <?>)`},
	{"def f(k=''): return k\nf.__defaults__ = ('v',)\ndef g(*, k=''): return k\ng.__kwdefaults__['k'] = 'v'\nr = (f(), g(), f('a'))", `(<?>, <?>, "a")`},
	{"k = ''\nany((k := x) for x in ['v'])\nr = (k, next(filter(None, ['', None, 'w'])))", `("v", "w")`},
	{"import os\nk = os.getenv('X', '')\nif len(k) < 8:\n    k = 'd'\nr = k", "\"d\"\n\"d\"\n<X>"},
	{"import os\nclass S:\n    def __init__(self): self.k = os.getenv('X', '')\ns = S()\nif s.k in ('', 'none'):\n    s.k = 'd'\nr = s.k", "\"d\"\n\"d\"\n<X>"},
	{"import os, re\nk = os.getenv('X', '')\nif not re.match(r'sk-\\w+', k):\n    k = 'd'\nr = k", "\"d\"\n\"d\"\n<X>"},
	{"import os\nc = {'m': 'x', 'k': os.getenv('X', '')}\nif not all(c.values()):\n    c['k'] = 'd'\nr = c", "{\"m\": \"x\", \"k\": \"d\"}\n{\"m\": \"x\", \"k\": <X or \"\">}"},
	{"import re\nr = (re.match('b', 'ab'), re.search('b', 'ab'), re.fullmatch('a', 'ab'), re.match('a$', 'a\\n'))", `(None, <?>, None, <?>)`},
	{"import weakref\nclass O: k = ''\nclass B:\n    shared = {}\n    def __init__(self): self.__dict__ = self.shared\no, b = O(), B()\nweakref.ref(o)().k = 'v'\nb.k = ''\nB().k = 'v'\nr = (o.k, b.k)", `("v", <?>)`},
	{"from dataclasses import dataclass\n@dataclass\nclass L:\n    m: str\n    k: str = ''\n    @classmethod\n    def of(cls, d): return cls(**{n: v for n, v in d.items() if n in cls.__annotations__})\nr = L.of({'m': 'x', 'k': 'v', 'z': 1}).k", `"v"`},
	{"import signal\nk, d = '', {'k': ''}\nclass O: a = b = ''\no = O()\ndef on(*_):\n    global k\n    k = 'x'\n    d['k'] = 'x'\n    o.a = 'x'\nsignal.signal(signal.SIGUSR1, on)\nr = (k, d, o.a, o.b)", `(<?>, {…}, <?>, "")`},
	{"import pkg\nd, e = {'k': ''}, {'k': ''}\npkg.act(d.update, lambda: e.get('k'))\nr = (d, e)", `({…}, {"k": ""})`},
	{"import threading\nd = {'k': ''}\nclass T(threading.Thread):\n    k = ''\n    def run(self): self.k = 'v'\nt = T()\nt.start()\nt.join()\nx = threading.Timer(5, lambda: d.update(k='v'))\nx.start()\nbefore = d['k']\nx.join()\nr = (t.k, before, d['k'])", `("v", "", "v")`},
	{"d, l = {'k': ''}, ['']\nviews = d.values()\nzipped = zip(l, 'a')\nd['k'] = l[0] = 'v'\nr = (list(views), list(zipped))", `(["v"], [("v", "a")])`},
	{"from unittest.mock import patch\nd = {'k': ''}\nclass O: k = j = ''\no = O()\npatch.object(o, 'k', 'v').start()\npatch.dict(d, k='v').start()\nr = (o.k, o.j, d)", `(<?>, "", {…})`},
	{"l = ['']\nfor x in l:\n    if not x:\n        l.append('v')\nr = len(l)", "<?>\n<?>"},
	{"import argparse\np = argparse.ArgumentParser()\np.add_argument('-k', '--api-key', default='d')\np.add_argument('--model')\np.add_argument('--n', type=int, default=1)\na = p.parse_args()\nr = (a.api_key, a.model, a.n, a.other)", `(<--api_key or "d">, <?>, <?>, <?>)`},
	{"class E:\n    def __bool__(self): return False\nclass L:\n    def __len__(self): return 0\nclass N: pass\nr = [1 if x else 2 for x in (N(), E())] + [3 if L() else 4]", "[1, 2, 4]"},
	{"class A:\n    one = None\n    def __new__(cls, k):\n        if cls.one is None:\n            cls.one = super().__new__(cls)\n            cls.one.k = k\n        return cls.one\nr = (A('x').k, A('y').k, A('z') is A.one)", `("x", "x", true)`},
	{"class A:\n    def __new__(cls, *a, **k):\n        o = object.__new__(cls)\n        o.n = 1\n        return o\n    def __init__(self, k):\n        self.k = k\nr = (A('x').k, A('x').n)", `("x", 1)`},
	{"class A:\n    def __new__(cls, k):\n        return {'k': k}\n    def __init__(self, k):\n        self.k = k\nr = A('x')", `{"k": "x"}`},
	{"class V:\n    def __init__(self, d): self.d = d\n    def __set_name__(self, owner, name): self.name = name\n    def __get__(self, obj, owner=None): return (self.name, self.d)\nclass C:\n    key = V('x')\nr = (C().key, C.key)", `(("key", "x"), ("key", "x"))`},
	{"class V:\n    def __get__(self, obj, owner=None): return obj._v\n    def __set__(self, obj, v): obj._v = v + '!'\nclass C:\n    key = V()\n    def __init__(self, k): self.key = k\nr = C('a').key", `"a!"`},
	{"class B:\n    known = {}\n    def __init_subclass__(cls, name='none', **k):\n        super().__init_subclass__(**k)\n        B.known[name] = cls\nclass X(B, name='x'):\n    v = 1\nclass Y(X): pass\nr = (B.known['x'].v, list(B.known))", `(1, ["x", "none"])`},
	{"from functools import reduce\nimport operator\nr = (reduce(operator.or_, [{'a': 1}, {'b': 2}, {'a': 3}]), reduce(lambda a, b: a + b, 'xyz', '_'), operator.add('a', 'b'), list(map(operator.itemgetter('k'), [{'k': 1}])), operator.attrgetter('s.t')(unknown))", `({"a": 3, "b": 2}, "_xyz", "ab", [1], <?>)`},
	{"import base64\nr = (base64.b64decode('c2sK').decode(), base64.b64decode(b'c2sK').decode('utf-8'), base64.b64encode(b'sk').decode('ascii'), 'sk'.encode().decode(), base64.b64decode(unknown).decode())", `("sk\n", "sk\n", "c2s=", "sk", <?>)`},
	{"from dataclasses import dataclass, replace\n@dataclass\nclass C:\n    a: str = 'x'\n    b: str = ''\nc = C()\nd = replace(c, b='k')\nr = (c.b, d.a, d.b)", `("", "x", "k")`},
	{"from pydantic import BaseModel\nclass C(BaseModel):\n    a: str = 'x'\n    b: str = ''\nr = (C().model_copy(update={'b': 'k'}).b, C(a='q').copy(update={'b': 'k'}).a, dict(C()), C.model_validate({'b': 'v'}).b, C.parse_obj({'b': 'w'}).a)", `("k", "q", {"a": "x", "b": ""}, "v", "x")`},
	{"from typing import NamedTuple\nclass C(NamedTuple):\n    a: str\n    b: str = ''\nx, y = C('q')._replace(b='k')\nr = (x, y, C(*'ab')[1], [z for z in C('m', 'n')])", `("q", "k", "b", ["m", "n"])`},
	{"class A:\n    key = ''\n    def __init__(self, **k):\n        self.__dict__.update(k)\na = A(key='x')\nvars(a)['n'] = 1\nb = dict(vars(a))\nb['key'] = 'y'\nr = (a.key, a.n, b['key'], hasattr(a, 'n'), hasattr(a, 'm'), hasattr(A, 'n'))", `("x", 1, "y", true, false, false)`},
	{"class A:\n    def __init__(self): object.__setattr__(self, 'k', 'v')\nr = A().k", `"v"`},
	{"import os\nk = os.getenv('X', '')\nr = k if all([k, 'a']) else 1", "1\n<X or \"\">"},
	{"import os\nclass C:\n    def __init__(self): self.k = os.getenv('X', '')\n    @property\n    def ok(self): return len(self.k) > 0\nc = C()\nr = c.k if c.ok else 1", "1\n1\n<X or \"\">"},
	{"import os\nk = os.getenv('X', '')\nr = 1 if len(k) == 0 else k", "1\n1\n<X>"},
	{"import os, re\nk = os.getenv('X', '')\nr = k if re.match('sk-', k) else 1", "1\n1\n<X>"},
	{"import os\nk = os.getenv('X', '')\nr = 1 if k in ('', None) else k", "1\n1\n<X>"},
	{"a = {'k': ''}\na.update(unknown)\nb = {'k': ''}\nb.update({**unknown})\nr = (a['k'], b['k'], {'k': '', **unknown}['k'])", `(<?>, <?>, <?>)`},
}

// TestValues runs each of the programs.
func TestValues(t *testing.T) {
	for _, c := range values {
		t.Run(c.src, func(t *testing.T) {
			w := newWorld(t, "-- main.py --\n"+c.src+"\n")
			trace := eval.Run(w, w.mods["main.py"], "__main__", eval.DefaultLimits)
			if diff := cmp.Diff(c.want, strings.Join(shown(w, trace), "\n")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func shown(w *world, trace *eval.Trace) []string {
	var out []string
	for i := range trace.Ends {
		st := &trace.Ends[i]
		o := st.Module(w.mods["main.py"])
		v, _ := o.Get("r")
		if v.D == nil {
			out = append(out, "<unbound>")
			continue
		}
		out = append(out, show(v, st))
	}
	sort.Strings(out)
	return out
}
