"""Records what Python makes of texts, so that the tests can hold the readers to it without a Python.

    pip install python-dotenv==1.2.4 PyYAML==6.0.4 && python record.py     (CPython 3.12)
"""

import ast
import io
import json
import random
import warnings
from pathlib import Path

import yaml
from dotenv.parser import parse_stream
from dotenv.variables import Literal, parse_variables

HERE = Path(__file__).parent
warnings.simplefilter("ignore")


def plain(s):
    """s without what a text of the linter cannot hold: NUL and lone surrogates."""
    return "".join("\ufffd" if c == "\0" or 0xD800 <= ord(c) < 0xE000 else c for c in s)


def quoted(s):
    return json.dumps(plain(s), ensure_ascii=False)


def show(v):
    """One line that tells values apart, types included."""
    if v is None:
        return "null"
    if isinstance(v, bool):
        return "true" if v else "false"
    if isinstance(v, int):
        return f"int {v}"
    if isinstance(v, float):
        return f"float {v!r}"
    if isinstance(v, str):
        return quoted(v)
    if isinstance(v, (list, tuple)):
        return "[" + ", ".join(map(show, v)) + "]"
    if isinstance(v, dict):
        return "{" + ", ".join(sorted(f"{k if isinstance(k, str) else show(k)}: {show(x)}" for k, x in v.items())) + "}"
    return "other"


def dotenv(text):
    # a file is opened as text: every end of a line is LF
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found, bad = [], 0
    for b in parse_stream(io.StringIO(text, newline="")):
        bad += b.error
        if b.key is not None:
            parts = None
            if b.value is not None:
                parts = [[a.value] if isinstance(a, Literal) else [a.name, a.default or ""] for a in parse_variables(b.value)]
                parts = [p if p[0] else [p[1]] for p in parts if len(p) == 1 or p[0] or p[1]]
            found.append([b.key, parts])
    return {"vars": found, "bad": bad}


def load_json(text):
    try:
        return {"value": show(json.loads(text.replace("\r\n", "\n").replace("\r", "\n")))}
    except RecursionError:
        return {"error": "RecursionError"}
    except ValueError as e:
        return {"error": str(e)}


def load_yaml(text):
    try:
        return {"value": show(yaml.safe_load(text))}
    except (yaml.YAMLError, ValueError):
        return {"error": "YAMLError"}


def literal(text):
    try:
        v = ast.literal_eval(text)
    except (SyntaxError, ValueError):
        return {"error": "SyntaxError"}
    if not isinstance(v, (str, bytes)):
        return {"error": "no string"}
    return {"value": plain(v.decode("latin-1") if isinstance(v, bytes) else v)}


class Dump:
    """Prints Python's tree as the dumper of dump_test.go prints the linter's."""

    OPS = {
        "And": "and", "Or": "or", "Not": "not", "USub": "neg", "UAdd": "pos", "Invert": "~", "Add": "+", "Sub": "-", "Mult": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**", "MatMult": "@",
        "LShift": "<<", "RShift": ">>", "BitAnd": "&", "BitOr": "|", "BitXor": "^", "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not", "In": "in", "NotIn": "not in",
    }

    def list(self, *words):
        return "(" + " ".join(w for w in words if w) + ")"

    def body(self, stmts):
        return "[" + " ".join(map(self, stmts)) + "]"

    def all(self, nodes):
        return " ".join(map(self, nodes))

    def op(self, node):
        return self.OPS[type(node).__name__]

    def __call__(self, n):
        if n is None:
            return "-"
        return getattr(self, type(n).__name__)(n)

    Expr = lambda self, n: self.list("expr", self(n.value))
    Assign = lambda self, n: self.list("=", self.all(n.targets), self(n.value))
    AnnAssign = lambda self, n: self.list("ann", self(n.target), self(n.annotation), self(n.value))
    AugAssign = lambda self, n: self.list("aug", self.op(n.op), self(n.target), self(n.value))
    Delete = lambda self, n: self.list("del", self.all(n.targets))
    Pass = lambda self, n: "pass"
    Break = lambda self, n: "break"
    Continue = lambda self, n: "continue"
    Return = lambda self, n: self.list("return", self(n.value))
    Raise = lambda self, n: self.list("raise", self(n.exc), self(n.cause))
    Assert = lambda self, n: self.list("assert", self(n.test), self(n.msg))
    Global = lambda self, n: self.list("global", " ".join(n.names))
    Nonlocal = lambda self, n: self.list("nonlocal", " ".join(n.names))
    Import = lambda self, n: self.list("import", self.aliases(n.names))
    ImportFrom = lambda self, n: self.list("from", str(n.level), n.module, self.aliases(n.names))
    If = lambda self, n: self.list("if", self(n.test), self.body(n.body), self.body(n.orelse))
    While = lambda self, n: self.list("while", self(n.test), self.body(n.body), self.body(n.orelse))
    For = lambda self, n: self.list("for", self(n.target), self(n.iter), self.body(n.body), self.body(n.orelse))
    AsyncFor = lambda self, n: self.list("async", "for", self(n.target), self(n.iter), self.body(n.body), self.body(n.orelse))
    With = lambda self, n: self.list("with", self.items(n), self.body(n.body))
    AsyncWith = lambda self, n: self.list("async", "with", self.items(n), self.body(n.body))
    TypeAlias = lambda self, n: self.list("type", n.name.id)

    def items(self, n):
        return " ".join(self.list(self(i.context_expr), self(i.optional_vars)) for i in n.items)

    def aliases(self, names):
        return ", ".join(a.name + (f" as {a.asname}" if a.asname else "") for a in names)

    def Try(self, n, star=""):
        handlers = [self.list("except" + star, self(h.type), h.name, self.body(h.body)) for h in n.handlers]
        return self.list("try", self.body(n.body), " ".join(handlers), self.body(n.orelse), self.body(n.finalbody))

    def TryStar(self, n):
        return self.Try(n, "*")

    def Match(self, n):
        return self.list("match", self(n.subject), " ".join(self.list("case", self(c.pattern), self(c.guard), self.body(c.body)) for c in n.cases))

    def yields(self, n):
        todo = list(n.body)
        while todo:
            x = todo.pop()
            if isinstance(x, (ast.Yield, ast.YieldFrom)):
                return True
            if not isinstance(x, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
                todo.extend(ast.iter_child_nodes(x))
        return False

    def FunctionDef(self, n, word=""):
        return self.list(" ".join("@" + self(d) for d in n.decorator_list), word, "def*" if self.yields(n) else "def", n.name, self.params(n.args), self(n.returns), self.body(n.body))

    def AsyncFunctionDef(self, n):
        return self.FunctionDef(n, "async")

    def ClassDef(self, n):
        return self.list(" ".join("@" + self(d) for d in n.decorator_list), "class", n.name, self.args(n.bases, n.keywords), self.body(n.body))

    def args(self, args, keywords):
        return " ".join([*map(self, args), *((f"{k.arg}=" if k.arg else "**") + self(k.value) for k in keywords)])

    def params(self, a):
        def one(kind, p, default=None):
            return kind + p.arg + (":" + self(p.annotation) if p.annotation else "") + ("=" + self(default) if default else "")

        plain = [("pos:", p) for p in a.posonlyargs] + [("", p) for p in a.args]
        defaults = [None] * (len(plain) - len(a.defaults)) + a.defaults
        out = [one(k, p, d) for (k, p), d in zip(plain, defaults)]
        if a.vararg:
            out.append(one("*", a.vararg))
        out += [one("key:", p, d) for p, d in zip(a.kwonlyargs, a.kw_defaults)]
        if a.kwarg:
            out.append(one("**", a.kwarg))
        return "<" + " ".join(out) + ">"

    Name = lambda self, n: n.id
    List = lambda self, n: self.list("list", self.all(n.elts))
    Tuple = lambda self, n: self.list("tuple", self.all(n.elts))
    Set = lambda self, n: self.list("set", self.all(n.elts))
    Dict = lambda self, n: self.list("dict", " ".join(f"{self(k)}: {self(v)}" if k else f"**{self(v)}" for k, v in zip(n.keys, n.values)))
    UnaryOp = lambda self, n: self.list(self.op(n.op), self(n.operand))
    BinOp = lambda self, n: self.list(self.op(n.op), self(n.left), self(n.right))
    BoolOp = lambda self, n: self.list(self.op(n.op), self.all(n.values))
    Compare = lambda self, n: self.list("cmp", self(n.left), *(x for o, c in zip(n.ops, n.comparators) for x in (self.op(o), self(c))))
    IfExp = lambda self, n: self.list("cond", self(n.test), self(n.body), self(n.orelse))
    Call = lambda self, n: self.list("call", self(n.func), self.args(n.args, n.keywords))
    Attribute = lambda self, n: self.list(".", self(n.value), n.attr)
    Subscript = lambda self, n: self.list("index", self(n.value), self(n.slice))
    Slice = lambda self, n: self.list("slice", self(n.lower), self(n.upper), self(n.step))
    Starred = lambda self, n: self.list("star", self(n.value))
    Lambda = lambda self, n: self.list("lambda", self.params(n.args), self(n.body))
    Await = lambda self, n: self.list("await", self(n.value))
    Yield = lambda self, n: self.list("yield", self(n.value))
    YieldFrom = lambda self, n: self.list("yield", "from", self(n.value))
    NamedExpr = lambda self, n: self.list(":=", n.target.id, self(n.value))
    ListComp = lambda self, n: self.comp("listcomp", n)
    SetComp = lambda self, n: self.comp("setcomp", n)
    GeneratorExp = lambda self, n: self.comp("genexp", n)

    def DictComp(self, n):
        return self.list("dictcomp", self(n.key) + ":", self(n.value), self.clauses(n))

    def comp(self, word, n):
        return self.list(word, self(n.elt), self.clauses(n))

    def clauses(self, n):
        return " ".join(self.list("async" if g.is_async else "", "for", self(g.target), self(g.iter), " ".join("if " + self(x) for x in g.ifs)) for g in n.generators)

    def Constant(self, n):
        v = n.value
        if v is None or v is True or v is False:
            return str(v)
        if v is ...:
            return "..."
        if isinstance(v, int):
            return str(v) if v < 1 << 63 else "number"
        if isinstance(v, float):
            return repr(v)
        if isinstance(v, complex):
            return "number"
        return "b" + quoted(v.decode("latin-1")) if isinstance(v, bytes) else quoted(v)

    def JoinedStr(self, n):
        parts = []
        for v in n.values:
            if isinstance(v, ast.Constant):
                parts.append(quoted(v.value))
            else:
                parts.append("{" + self(v.value) + (f"!{chr(v.conversion)}" if v.conversion > 0 else "") + (":" if v.format_spec else "") + "}")
        return self.list("f", " ".join(parts))

    MatchValue = lambda self, n: self.list("value", self(n.value))
    MatchSingleton = lambda self, n: self.list("value", str(n.value))
    MatchAs = lambda self, n: self.list("capture", n.name or "_", self(n.pattern) if n.pattern else "")
    MatchOr = lambda self, n: self.list("or", self.all(n.patterns))

    MatchSequence = lambda self, n: self.list("sequence", *map(self, n.patterns))
    MatchStar = lambda self, n: self.list("star", n.name or "_")

    def MatchMapping(self, n):
        return self.list("mapping", *(self(x) for pair in zip(n.keys, n.patterns) for x in pair), n.rest or "")

    def MatchClass(self, n):
        named = (x for name, p in zip(n.kwd_attrs, n.kwd_patterns) for x in (name, self(p)))
        return self.list("class", self(n.cls), *map(self, n.patterns), *named)


def module(text):
    try:
        return {"value": Dump().body(ast.parse(text).body)}
    except (SyntaxError, ValueError) as e:
        return {"error": type(e).__name__}


def mixed(rng, atoms, n, most):
    """n texts of random atoms."""
    return ["".join(rng.choices(atoms, k=rng.randint(1, most))) for _ in range(n)]


DOTENV = [
    "", "\n\n", "A=1", "A=1\n", "A = 1 \n", "  A=1", "\tA=1", "export A=1", "export  A = 1", "exportA=1", "export\tA=1", "export", "export A", "export=1", "export =1",
    "A", "A\nB=2", "A=", "A= ", "A=\nB=2", "A=''", 'A=""', "A='x'", 'A="x"', "A='x' # c", 'A="x" junk\nB=2', 'A="x\ny" junk\nB=2', 'A="x\ny"\nB=2', "A='x\ny'\nB=2", 'A="x\r\ny"\r\nB=2\r\n',
    "A='x\nB=2", 'A="x', "A=x # c", "A=x# c", "A=x#c", "A=#c", "A= #c", "A= # c\nB=2", "# c", "#A=1", "  # c\nA=1", "export # c", "=1", "A==1", "A=b=c", "A:1", "A: 1", "'A'=1", "'A B'='x'", "'A=1", "''=1",
    '"A"=1', "A B=1", "A =1", "A= x y ", "A=x\ty", "A=\u00a0x\u00a0", "A=x\u2028y", "A=x\x0cy", "\ufeffA=1", "A=\ufeff", "A=ä😀", "Ä=1", "A-B=1", "A.B=1", "1A=1", "A=1\rB=2\r", "A=1\r\nB=2", "A=1\n\n\nB=2", "A=1\nA=2",
    r"A='\n\'\\'", r'A="\n\t\"\'\\\q$"', r"A=\n", r"A='x\\'", r'A="x\\"', "A='x\\\\'\nB='y'", r'A="x\"', "A='it\\'s'", 'A="a\\\nb"',
    "A=${B}", "A=$B", "A=${B:-c}", "A=${B:-}", "A=${B:c}", "A=${B-c}", "A=${}", "A=${:-c}", "A=${B", "A=x${B}y${C:-d e}z", "A='${B}'", 'A="${B}"', 'A="\\${B}"', "A=${${B}}", "A=${B:-${C}}", "A=$${B}", "A=${A}", "A=${B }", "A={B}",
    "A=`cmd`", "A=$(cmd)", "A='x''y'", "A='x'y", "A=x'y'", "A=\"x\"#c", "A=\"x\" #c", "A = 'x' ", "A\t=\t'x'\t", "A\x0b=1", "\x0cA=1", "A=1;B=2", "A=1 B=2", "set A=1", "- A=1", "A=1 \\\nB=2", "A=sk-\u2026", "[x]\nA=1", "A={\n  \"b\": 1\n}",
]

JSON = [
    "", " ", "null", "true", "false", "nul", "None", "True", "NaN", "Infinity", "-Infinity", "-", "-x", "0", "-0", "01", "1.", ".5", "1.5", "1e5", "1e", "1e+", "1E-2", "1.5e3", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
    "1e400", "[]", "[ ]", "[1]", "[1,]", "[1, ]", "[,]", "[1 2]", "[1", "[1,", "[", "]", "{}", "{ }", "{", "}", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{"a":1, }', "{,}", '{"a" 1}', '{"a":}', '{"a":1 "b":2}', "{1:2}", "{a:1}", "{'a':1}",
    '{"a":1}x', '{"a":1} {"b":2}', '{"a":1,"a":2}', '{"a":1,"b":2,"a":3}', '"', '"a', '"a\\', '"\\q"', '"\\u12"', '"\\u12G4"', '"\\u+123"', '"\\u00e4"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ud83dx"', '"\\ud83d\\u0041"', '"\\ude00\\ud83d"', '"\\u0000"',
    '"a\nb"', '"a\tb"', '"a\x7fb"', '"ä😀"', '"\\/\\b\\f\\n\\r\\t\\"\\\\"', "'a'", "// c\n1", "/* c */ 1", "# c\n{}", "\ufeff{}", "\u00a01", "\x0c1", "1\n\n", "\r\n[1,\r\n2,]\r\n", '{"ä": "😀",\n "x": }', "ä", '[\n  {\n    "model": "gpt-4o",\n  }\n]',
    '[{"model": "gpt-4o", "api_key": "x"}', '[{"model": "gpt-4o" "api_key": "x"}]', '{"a": [1, {"b": null}, true, -1.5]}', '[{"model": \'x\'}]', '[{"model": x}]', '[{"model": "x"};]', '"a" "b"', "[1,,2]", "[-]", "[--1]", "[+1]", "[1.e3]", "tru", "truex", "nullx",
    "[" * 100 + "]" * 100, '{"a":' * 50 + "1" + "}" * 50,
]

YAML = [
    "", "# c", "a: 1", "a: 1\nb: x", "a:\n  b: 1\n  c: [1, 2]\n", "- 1\n- x\n- [a, b]\n", "a: 'x'", 'a: "x\\n\\u00e4"', "a: 'it''s'", "a: x y z", "a: x # c", "a: x#c", "a: 'x' # c", "a:", "a: ~", "a: null", "a: Null", "a: NULL", "a: true", "a: True",
    "a: yes", "a: No", "a: on", "a: OFF", "a: y", "a: n", "a: 'yes'", "a: 1", "a: -1", "a: +1", "a: 0", "a: 010", "a: 0o10", "a: 0x1F", "a: 0b11", "a: 1_000", "a: 1.5", "a: 1e3", "a: 1.0e+3", "a: 1.e3", "a: .5", "a: .inf", "a: -.inf", "a: 1:30", "a: 08",
    "a: 1.2.3", "a: 0.2.40", "a: 2024-06-01", "a: '2024-06-01'", "a: 2024-06-01-preview", "a: 2024-06-01 10:00:00", "a: sk-x", "a: ${X}", "a: $X", "a: {{ x }}", "a: {b: 1, c: x}", "a: {b: 1", "a: [1, 2", "a: [1, 2,]", "a: {b, c}", "a: b: c", "a: 'x", 'a: "x',
    "a: |\n  x\n  y\nb: 1\n", "a: >\n  x\n  y\n\n  z\nb: 1\n", "a: |-\n  x\n", "a: |+\n  x\n\n", "a: >-\n  x\n  y\n", "a: |2\n   x\n", "a: x\n  y\n", "a: 'x\n  y'\n", 'a: "x\\\n  y"\n', "a: &x 1\nb: *x\n", "a: &x {m: 1, n: 2}\nb:\n  <<: *x\n  n: 3\n",
    "a: &x {m: 1}\nb: &y {n: 2}\nc:\n  <<: [*x, *y]\n  o: 3\n", "a: &x {m: 1}\nb: {<<: *x, m: 2}\n", "a: &x {m: 1}\nb: &y {m: 2, n: 3}\nc:\n  <<: [*x, *y]\n", "b: *x\n", "a: &x [1]\nb: *x\nc: *x\n", "a: &x 1\nb: *x\na2: &x 2\nc: *x\n", "? a\n: 1\n", "1: a\ntrue: b\nnull: c\n1.5: d\n", "a: 1\na: 2\n", "a: !!str 1", "a: !x 1", "!!map {a: 1}", "a: !!int '1'",
    "---\na: 1\n", "---\na: 1\n...\n", "a: 1\n---\nb: 2\n", "%YAML 1.1\n---\na: 1\n", "\ta: 1", "a:\n\tb: 1", "a:\n  - b\n  - c: 1\n    d: 2\n", "a:\n- b\n- c\n", "- - 1\n  - 2\n- - 3\n", "- a: 1\n  b: 2\n- a: 3\n", "a: 1\n b: 2\n", "a: 1\nb\n", "x", "'x'", "- ", "-", "a: -", "a: ?", "a: 'x'y",
    "a: \"\\x41\\u0042\\U0001F600\"", "a: ä😀\nb: 'é'", "ä: 1", "'a b': 1", '"a": 1', "a : 1", "a: 1\r\nb: x\r\n", "a: x\r\n", "services:\n  app:\n    environment:\n      - OPENAI_API_KEY=${OPENAI_API_KEY}\n      - A=b # c\n    env_file: .env\n",
    "services:\n  app:\n    environment:\n      OPENAI_API_KEY: ${OPENAI_API_KEY:-x}\n      EMPTY:\n", "provider: autogen_ext.models.openai.OpenAIChatCompletionClient\nconfig:\n  model: gpt-4o\n  api_key: \"\"\n", "a: <<", "a: =", "a: @x", "a: `x`", "a: %x", "a: *", "a: &", "a: !", "a: ,", "a: ]", "a: }", "a: #", "a: |", "a: >", "{a: 1}", "[1, x]", "{}", "[]",
    "a: 9223372036854775808", "a: 12e03", "a: 1.", "a: 0.", "a: 1__0", "a: _1", "a: 0x", "a: .", "a: ..", "a: .nan", "a: -", "a: 1 2", "a: 190:20:30", "a: 685_230.15", "a: 0b1_0", "a: 00", "a: 0777", "a: -0x1F", "a: +.inf",
]

LITERALS = [
    "'x'", '"x"', "'''x\ny'''", '"""x"""', "r'\\n'", "R'\\''", "b'x'", "B'\\xff'", "br'\\x41'", "Rb'\\n'", "u'x'", "U'\\u00e4'", "'a' 'b'", "'a' \"b\" '''c'''", "('a'\n 'b')", "('a'  # c\n 'b')", "'a' r'\\n' '\\n'", "b'a' b'\\101'", "rb'\\\\'", "'a' \\\n 'b'",
    r"'\n\t\r\a\b\f\v\\\'\"'", r"'\x41\x4'", r"'\x41\u00e4\U0001F600'", r"'\u00e'", r"'\U0001F60'", r"'\U00110000'", r"'\101\60\0\8\9\400\777'", r"'\12345'", r"'\q\.\$\ '", "'\\\nx'", "'a\\\r\nb'", r"'\ud83d\ude00'", r"'\ud83d'", r"b'\u0041\N{DASH}\777'", r"r'\u0041'",
    "'ä😀'", "'{{}}'", "''", '""', "'''\n'''", "'''a\r\nb\rc'''", "'''a\\\nb'''", r"'\x00'", r"'\x+1'", r"'\x 1'", r"'\u+123'", r"'\x1_'", r"b'\x_1'", "'''\"'''", "''''a'''", r"'\\n'", r"'\\\n'", r"r'\\'", "'\t'",
]


# What cannot stand in blocks.txt.
PYTHON = [
    "a\n\x0cb\n", "a = 1\r\nb = 2\r\n", "if a:\r\n    b\r\nelse:\r\n    c\r\n", "a = 1", "", "# c", "x = '''a\r\nb'''\r\n", "a = (1,\r\n  2)\r\n",
    "x = 'a' \\\r\n  'b'\r\n", "\n\n", " \n", "if a:\n    b", "\tif a:\n\t\tb\n",
]


def main():
    rng = random.Random(20)
    write("dotenv", DOTENV + mixed(rng, ["A", "B", "=", "=", "'", '"', "\\", "#", " ", "\n", "export ", "${", "}", ":-", "x", "\r\n", "ä"], 400, 14), dotenv)
    write("json", JSON + mixed(rng, ["[", "]", "{", "}", '"', ",", ":", "1", "-", ".", "e", "\\", "u00e4", "true", "null", " ", "\n", '"a"', '"a":', "ä"], 400, 9), load_json)
    write("yaml", YAML, load_yaml)
    inside = mixed(rng, ["'", '"', "\\", "\\\\", "n", "x", "x4", "1", "u", "00e4", "0", "7", "{", "}", "N", " ", "\n", "\r\n", "a"], 600, 9)
    lines = [line + "\n" for line in (HERE / "lines.txt").read_text().splitlines()]
    write("python", lines + (HERE / "blocks.txt").read_text().split("----\n") + PYTHON, module)
    write("literals", LITERALS + [rng.choice(["", "", "r", "b", "Rb", "u"]) + q + t + q for t in inside for q in [rng.choice(["'", '"', "'''", '"""'])]], literal)


def write(name, texts, read):
    seen, rows = set(), []
    for t in texts:
        if t not in seen:
            seen.add(t)
            rows.append(json.dumps({"text": t, **read(t)}, ensure_ascii=True))
    (HERE / f"{name}.jsonl").write_text("".join(r + "\n" for r in rows))


if __name__ == "__main__":
    main()
