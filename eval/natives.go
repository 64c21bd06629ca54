package eval

import (
	"strings"
	"sync"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// constants are names that stand for a value, or for another name.
var constants = map[string]Value{
	"os.sep": {D: Str("/")}, "os.linesep": {D: Str("\n")}, "os.name": {D: Str("posix")}, "string.whitespace": {D: Str(" \t\n\r\x0b\x0c")},
	"typing.TYPE_CHECKING": {D: Bool(false)}, "typing_extensions.TYPE_CHECKING": {D: Bool(false)},
	"os.environb": {D: Unknown{Why: "the environment as bytes"}}, "sys.argv": {D: Unknown{Why: "the command line"}},
	"os.curdir": {D: Str(".")}, "sys.platform": {D: Unknown{Why: "the platform"}}, "sys.version_info": {D: Unknown{Why: "Python's version"}},
	"sys.path": {D: Unknown{Why: "the module search path"}}, "sys.executable": {D: Unknown{Why: "the interpreter"}},
	"st.secrets": {D: Unknown{Why: "Streamlit's secrets"}}, "streamlit.secrets": {D: Unknown{Why: "Streamlit's secrets"}},
	"streamlit.session_state": {D: Unknown{Why: "Streamlit's session"}},
}

// builtins are names of Python that a program need not import.
var builtins = func() map[string]bool {
	out := map[string]bool{}
	for _, n := range strings.Fields(`abs all any anext aiter ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits
		delattr dict dir display divmod enumerate eval exec exit filter float format frozenset getattr get_ipython globals hasattr hash help hex id input int isinstance
		issubclass iter len license list locals map max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr
		slice sorted staticmethod str sum super tuple type vars zip NotImplemented __import__ __builtins__`) {
		out[n] = true
	}
	return out
}()

// pureModule reports whether functions of the package that path belongs to leave their arguments alone.
func pureModule(p string) bool {
	top, _, _ := strings.Cut(p, ".")
	return pureModules[top] || builtins[top]
}

var pureModules = func() map[string]bool {
	out := map[string]bool{}
	for _, n := range strings.Fields(`json logging pprint rich os sys re math time datetime random string pathlib typing typing_extensions collections itertools functools
		dataclasses enum abc asyncio uuid hashlib base64 tempfile shutil glob textwrap inspect warnings traceback contextlib threading concurrent subprocess
		yaml toml tomllib tomli dotenv httpx requests aiohttp urllib pandas numpy matplotlib streamlit gradio chainlit fastapi flask uvicorn starlette click typer
		argparse azure openai anthropic google tiktoken pydantic pydantic_settings IPython nest_asyncio autogen autogen_agentchat autogen_core autogen_ext ag2 flaml
		termcolor colorama tqdm structlog loguru chromadb agentops opentelemetry langfuse mlflow weave boto3 botocore getpass copy operator types str list dict set tuple
		sqlite3 sqlalchemy redis pymongo psycopg2 langchain langchain_core langchain_openai langchain_community langgraph llama_index sentence_transformers mcp
		bs4 selenium playwright feedparser yfinance wikipedia tavily duckduckgo_search arxiv docx PyPDF2 pypdf fitz PIL cv2 pytest unittest signal socket ssl platform csv
		html email smtplib markdown jinja2 decimal fractions statistics heapq bisect queue multiprocessing zoneinfo calendar locale struct zlib gzip zipfile tarfile pickle`) {
		out[n] = true
	}
	return out
}()

func none() Value { return Value{D: NoneVal{}} }

func arg(c *Call, i int, name string) Value {
	if v, ok := c.Args.At(i, name); ok {
		v, _ = present(v)
		return v
	}
	if c.Args.More {
		return unknown("an argument that is not known")
	}
	return Value{D: Absent{}}
}

func argOr(c *Call, i int, name string, def Value) Value {
	if v := arg(c, i, name); !IsAbsent(v) {
		return v
	}
	return def
}

// natives is the table of makeNatives, made once.
var natives = sync.OnceValue(makeNatives)

// makeNatives lists the functions of Python's standard library, and of the few packages that programs set their environment
// with, that are evaluated by what they do. What is not here returns something unknown.
func makeNatives() map[string]func(*Call) []Result {
	t := map[string]func(*Call) []Result{}
	add := func(names string, fn func(*Call) []Result) {
		for _, n := range strings.Fields(names) {
			t[n] = fn
		}
	}
	addEnviron(add)
	addFiles(add)
	addBuiltins(add)
	addContainers(add)
	addStrings(add)
	addFlow(add)
	addNames(add)
	addGuards(add)
	addRecords(add)
	addSettings(add)
	addConfigParser(add)
	addParts(add)
	return t
}

func addEnviron(add func(string, func(*Call) []Result)) {
	add("os.getenv os.environ.get environ.get", func(c *Call) []Result {
		return c.environGet(arg(c, 0, "key"), argOr(c, 1, "default", none()))
	})
	add("os.environ.__getitem__", func(c *Call) []Result { return c.m.environItem(c.f, arg(c, 0, "key"), c.Place, c.State) })
	add("os.environ.setdefault environ.setdefault", func(c *Call) []Result {
		name, ok := AsStr(arg(c, 0, "key"))
		def := argOr(c, 1, "value", none())
		if !ok {
			c.Fog("a variable whose name is not known was set", "")
			return c.Return(unknown("a variable"))
		}
		at := c.nameIn("key")
		val, kept := c.dotenvBinding(name, def, false)
		if !kept {
			c.Record(Event{Kind: VarSet, Name: name, Value: val, Span: at})
			c.State.readsEnv()
			c.State.env = c.State.env.set(name, Var{Value: val, Place: at})
		}
		return c.Return(Value{D: val.D, From: &Origin{Kind: FromEnv, Span: c.Place, Name: name, Prev: val.From}})
	})
	add("os.environ.update environ.update", func(c *Call) []Result {
		c.State = c.m.environUpdate(c.f, firstOr(c, Value{}), Args{Named: c.Args.Named, More: c.Args.More}, c.Place, c.State)
		return c.Return(none())
	})
	add("os.environ.pop environ.pop os.environ.__delitem__ os.unsetenv", func(c *Call) []Result {
		if c.Path == "os.unsetenv" {
			return c.Return(none())
		}
		at := c.nameIn("key")
		return c.m.environDelete(c.f, arg(c, 0, "key"), at, c.State, len(c.Args.Pos) < 2)
	})
	add("os.environ.clear environ.clear", func(c *Call) []Result {
		c.State = c.m.clearEnviron(c.f, c.Place, c.State)
		return c.Return(none())
	})
	add("os.environ.copy os.environ.items os.environ.keys os.environ.values", func(c *Call) []Result {
		return c.Return(c.Alloc(&Object{Kind: DictObj, Open: true, From: &Origin{Kind: FromCall, Span: c.Place, Name: c.Path}}))
	})
	add("os.environ.__contains__", func(c *Call) []Result {
		var out []Result
		for _, k := range c.m.inEnviron(syntax.In, arg(c, 0, "key"), c.State) {
			out = append(out, Result{State: k.st, Value: Value{D: Bool(k.yes)}})
		}
		return out
	})
	add("os.putenv", func(c *Call) []Result {
		if name, ok := AsStr(arg(c, 0, "name")); ok {
			at := c.Place
			c.Record(Event{Kind: Ineffective, Name: name, Value: arg(c, 1, "value"), Span: at, Args: Args{Pos: []Value{{D: Str("os.putenv")}}}})
		}
		return c.Return(none())
	})
	add("os.system os.popen subprocess.run subprocess.call subprocess.Popen subprocess.check_call subprocess.check_output subprocess.getoutput commands.getoutput", func(c *Call) []Result {
		cmd := arg(c, 0, "args")
		if IsAbsent(cmd) {
			cmd = arg(c, 0, "command")
		}
		text, ok := AsStr(cmd)
		if !ok {
			if elts, known := c.m.elements(cmd, c.State); known {
				var words []string
				for _, e := range elts {
					w, _ := AsStr(e)
					words = append(words, w)
				}
				text = strings.Join(words, " ")
				if len(words) >= 3 && (words[0] == "bash" || words[0] == "sh") && words[1] == "-c" {
					text = words[2]
				}
			}
		}
		if env := arg(c, -1, "env"); !IsAbsent(env) {
			c.Record(Event{Kind: Called, Name: c.Path, Args: c.Args}) // another process is given what env holds
		}
		if text != "" && !runsProgram(text) {
			c.ineffectiveExport(text, c.Place)
		}
		return c.Return(unknown("the result of a command"))
	})
	add("dotenv.load_dotenv dotenv.main.load_dotenv", func(c *Call) []Result {
		p := arg(c, 0, "dotenv_path")
		override := arg(c, -1, "override")
		if IsAbsent(override) && len(c.Args.Pos) > 3 {
			override = c.Args.Pos[3]
		}
		over, known := override.D.(Bool)
		if !IsAbsent(override) && !known {
			c.Fog("a .env that may override was loaded", "")
			return c.Return(unknown("whether a .env was found"))
		}
		if s := arg(c, -1, "stream"); !IsAbsent(s) {
			c.Fog("variables were loaded from a stream", "")
			return c.Return(unknown("whether variables were loaded"))
		}
		return c.loadFrom(p, bool(over))
	})
	add("dotenv.find_dotenv dotenv.main.find_dotenv", func(c *Call) []Result {
		name := argOr(c, 0, "filename", Value{D: Str(".env")})
		if s, ok := AsStr(name); ok && s == ".env" {
			return c.Return(Value{D: Foreign{Path: foundDotenv}})
		}
		return c.Return(Value{D: PathVal{Text: name}})
	})
	add("dotenv.dotenv_values dotenv.main.dotenv_values", func(c *Call) []Result { return c.dotenvValues(arg(c, 0, "dotenv_path")) })
	add("dotenv.get_key", func(c *Call) []Result {
		name, _ := AsStr(arg(c, 1, "key_to_get"))
		return then(c.dotenvValues(arg(c, 0, "dotenv_path")), func(st State, v Value) []Result {
			if o := st.Deref(v); o != nil {
				if it, ok := o.Item(name); ok {
					return one(st, it.Value)
				}
				if !o.Open {
					return one(st, none())
				}
			}
			return one(st, unknown("a value of a .env"))
		})
	})
	add("google.colab.userdata.get getpass.getpass input streamlit.text_input click.prompt", func(c *Call) []Result {
		return c.Return(Value{D: Unknown{Why: "what " + c.Path + " returns"}, From: &Origin{Kind: FromCall, Span: c.Place, Name: c.Path}})
	})
}

// nameIn is the place of a variable's name in the call, or the call's where the name was written elsewhere.
func (c *Call) nameIn(param string) source.Span {
	lit, ok := arg(c, 0, param).Literal()
	if ok && lit.File == c.Whole.File && c.Whole.Start <= lit.Start && lit.End <= c.Whole.End {
		return lit
	}
	return c.Place
}

// foundDotenv stands for what find_dotenv() found.
const foundDotenv = "dotenv.find_dotenv()"

func firstOr(c *Call, def Value) Value {
	if len(c.Args.Pos) > 0 {
		return c.Args.Pos[0]
	}
	return def
}

// NotUTF8 is what reading a file as UTF-8 raises where it is none.
const NotUTF8 = "'utf-8' codec can't decode byte"

// dotenvDict names the origin of a dict that dotenv_values made of a file.
const dotenvDict = "dotenv_values"

// sig is the coding of a text whose byte order mark is no part of it.
var sig = Value{D: Str("utf-8-sig")}

const byteOrderMark = "\ufeff"

// MarkInJSON is what a JSON reader raises for a text that begins with a byte order mark.
const MarkInJSON = "Unexpected UTF-8 BOM (decode using utf-8-sig)"

// fileLines are the lines of the file under p, each with its line feed, as reading it at a place yields them.
func (m *machine) fileLines(p, coding Value, at source.Span, st State) ([]Value, bool) {
	text, ok := pathText(p)
	if !ok {
		return nil, false
	}
	o := m.opened(m.world.Open(text), text, st)
	if o.File == nil || len(o.File.Text) > maxString {
		return nil, false
	}
	var out []Value
	start := 0
	for _, l := range strings.SplitAfter(o.File.Text, "\n") {
		if l == "" {
			continue
		}
		from := &Origin{Kind: FromFile, Span: source.Span{File: o.File, Start: start, End: start + len(l)}, Name: text}
		if at.Valid() {
			from = &Origin{Kind: FromCall, Span: at, Name: text, Prev: from}
		}
		out = append(out, Value{D: Str(l), From: from})
		start += len(l)
	}
	if text := asRead(o.File, coding); len(out) > 0 && len(text) > len(o.File.Text) {
		out[0].D = byteOrderMark + out[0].D.(Str)
	}
	return out, true
}
