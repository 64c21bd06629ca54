package eval

import (
	"bytes"
	"errors"
	"path"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// refuseCoding ends the reading of a .env that is no UTF-8, unless another coding is asked for; nil where it can be read.
func (c *Call) refuseCoding(o Opened) []Result {
	if _, told := c.Args.Get("encoding"); told || c.Args.More || !o.Coded {
		return nil
	}
	return c.Refuse("UnicodeDecodeError", &Refusal{Text: NotUTF8})
}

// pathText is the text of a path that is known.
func pathText(v Value) (string, bool) {
	if p, ok := v.D.(PathVal); ok {
		v = p.Text
	}
	s, ok := AsStr(v)
	return s, ok
}

func joinPath(a, b Value) Value {
	b = toStr(b)
	x, ok1 := AsStr(a)
	y, ok2 := AsStr(b)
	if ok2 && strings.HasPrefix(y, "/") {
		return b
	}
	if ok1 && ok2 {
		return Value{D: Str(path.Join(x, y)), From: a.From}
	}
	return concat([]Value{a, {D: Str("/")}, b})
}

// joinText is os.path.join, which tidies nothing: an address keeps the two slashes behind its scheme.
func joinText(a, b Value) Value {
	x, ok1 := AsStr(a)
	y, ok2 := AsStr(b)
	if !ok1 || !ok2 || strings.HasPrefix(y, "/") {
		return joinPath(a, b)
	}
	if x != "" && !strings.HasSuffix(x, "/") {
		x += "/"
	}
	return Value{D: Str(x + y), From: a.From}
}

func pathAttr(x Value, d PathVal, name string) Value {
	text, ok := AsStr(d.Text)
	switch name {
	case "parent":
		if !ok {
			return unknown("a folder that is not known")
		}
		return Value{D: PathVal{Text: Value{D: Str(path.Dir(text))}}, From: x.From}
	case "parents":
		if !ok {
			return unknown("folders that are not known")
		}
		var up []Value
		for p := path.Dir(text); len(up) < 30; p = path.Dir(p) {
			up = append(up, Value{D: PathVal{Text: Value{D: Str(p)}}})
			if p == "/" || p == "." {
				break
			}
		}
		return Value{D: Tuple{Elts: up}}
	case "name", "stem", "suffix":
		if !ok {
			return unknown("a file name that is not known")
		}
		base := path.Base(text)
		ext := path.Ext(base)
		return Value{D: Str(map[string]string{"name": base, "stem": strings.TrimSuffix(base, ext), "suffix": ext}[name])}
	}
	return method(x, "path."+name)
}

func addFiles(add func(string, func(*Call) []Result)) {
	add("pathlib.Path pathlib.PurePath pathlib.PosixPath", func(c *Call) []Result {
		text := Value{D: Str(".")}
		for i, a := range c.Args.Pos {
			if i == 0 {
				text = toStr(a)
			} else {
				text = joinPath(text, a)
			}
		}
		return c.Return(Value{D: PathVal{Text: text}, From: text.From})
	})
	add("pathlib.Path.cwd os.getcwd", func(c *Call) []Result {
		if c.Path == "os.getcwd" {
			return c.Return(Value{D: Str(".")})
		}
		return c.Return(Value{D: PathVal{Text: Value{D: Str(".")}}})
	})
	add("pathlib.Path.home", func(c *Call) []Result { return c.Return(Value{D: PathVal{Text: unknown("the home folder")}}) })
	add("path.resolve path.absolute path.expanduser path.as_posix path.__str__ path.__fspath__", func(c *Call) []Result {
		if strings.HasSuffix(c.Path, "as_posix") || strings.HasPrefix(c.Path, "path.__") {
			return c.Return(c.Self.D.(PathVal).Text)
		}
		return c.Return(c.Self)
	})
	add("path.joinpath", func(c *Call) []Result {
		text := c.Self.D.(PathVal).Text
		for _, a := range c.Args.Pos {
			text = joinPath(text, a)
		}
		return c.Return(Value{D: PathVal{Text: text}})
	})
	add("path.with_name path.with_suffix", func(c *Call) []Result {
		text, ok1 := pathText(c.Self)
		with, ok2 := AsStr(arg(c, 0, "name"))
		if !ok1 || !ok2 {
			return c.Return(Value{D: PathVal{Text: unknown("a path")}})
		}
		if strings.HasSuffix(c.Path, "with_suffix") {
			return c.Return(Value{D: PathVal{Text: Value{D: Str(strings.TrimSuffix(text, path.Ext(text)) + with)}}})
		}
		return c.Return(Value{D: PathVal{Text: Value{D: Str(path.Join(path.Dir(text), with))}}})
	})
	add("path.exists path.is_file path.is_dir os.path.exists os.path.isfile os.path.isdir", func(c *Call) []Result {
		p := c.Self
		if p.D == nil {
			p = arg(c, 0, "path")
		}
		if text, ok := pathText(p); ok {
			if exists, known := c.m.world.Exists(text); known && exists {
				return c.Return(Value{D: Bool(true)})
			}
		}
		return c.Return(unknown("whether a file is there"))
	})
	add("path.read_text", func(c *Call) []Result { return c.readFile(c.Self, arg(c, 0, "encoding")) })
	add("path.read_bytes", func(c *Call) []Result { return c.readFile(c.Self, sig) })
	add("path.open", func(c *Call) []Result { return c.open(c.Self, arg(c, 0, "mode"), arg(c, 2, "encoding")) })
	add("open io.open codecs.open aiofiles.open", func(c *Call) []Result { return c.open(arg(c, 0, "file"), arg(c, 1, "mode"), arg(c, 3, "encoding")) })
	add("path.write_text path.write_bytes", func(c *Call) []Result {
		c.wrote(c.Self)
		return c.Return(unknown("how much was written"))
	})
	add("dotenv.set_key dotenv.unset_key dotenv.main.set_key dotenv.main.unset_key", func(c *Call) []Result {
		c.wroteDotenv(arg(c, 0, "dotenv_path"))
		return c.Return(unknown("whether it was set"))
	})
	add("shutil.copy shutil.copyfile shutil.copy2 shutil.move os.rename os.replace", func(c *Call) []Result {
		c.wrote(arg(c, 1, "dst"))
		return c.Return(unknown("a path"))
	})
	add("file.read", func(c *Call) []Result { return c.readFile(c.fileOf()) })
	add("file.readline", func(c *Call) []Result {
		lines, ok := c.fileLines()
		o := c.State.Deref(c.Self)
		if !ok || o == nil {
			return c.readFile(unknown("a file"), sig)
		}
		if _, again := o.Names.get("read"); again || len(lines) == 0 {
			return c.Return(Value{D: Unknown{Why: "a later line of a file"}})
		}
		read := *o
		read.Names = o.Names.set("read", Value{D: Bool(true)})
		c.Put(c.Self.D.(Ref).ID, &read)
		c.Record(Event{Kind: FileRead, Name: lines[0].From.Name})
		return c.Return(lines[0])
	})
	add("file.readlines file.__iter__", func(c *Call) []Result {
		lines, ok := c.fileLines()
		if !ok {
			return c.Return(c.Alloc(&Object{Kind: ListObj, Open: true}))
		}
		if len(lines) > 0 {
			c.Record(Event{Kind: FileRead, Name: lines[0].From.Name})
		}
		return c.Return(c.Alloc(&Object{Kind: ListObj, Elts: lines}))
	})
	add("file.close file.write file.flush", func(c *Call) []Result { return c.Return(none()) })
	add("os.path.join posixpath.join", func(c *Call) []Result {
		if len(c.Args.Pos) == 0 {
			return c.Return(unknown("a path"))
		}
		text := toStr(c.Args.Pos[0])
		for _, a := range c.Args.Pos[1:] {
			text = joinText(text, a)
		}
		return c.Return(text)
	})
	add("os.path.dirname", func(c *Call) []Result {
		if s, ok := pathText(arg(c, 0, "p")); ok {
			d := path.Dir(s)
			if !strings.Contains(s, "/") {
				d = ""
			}
			return c.Return(Value{D: Str(d)})
		}
		return c.Return(unknown("a folder that is not known"))
	})
	add("os.path.basename", func(c *Call) []Result {
		if s, ok := pathText(arg(c, 0, "p")); ok {
			return c.Return(Value{D: Str(path.Base(s))})
		}
		return c.Return(unknown("a file name that is not known"))
	})
	add("os.path.abspath os.path.realpath os.path.normpath os.fspath", func(c *Call) []Result {
		return c.Return(toStr(arg(c, 0, "path")))
	})
	add("os.path.expanduser os.path.expandvars", func(c *Call) []Result {
		v := toStr(arg(c, 0, "path"))
		if s, ok := AsStr(v); ok && !strings.HasPrefix(s, "~") && !strings.Contains(s, "$") {
			return c.Return(v)
		}
		return c.Return(unknown("a path of this machine"))
	})
	load := func(kind source.Kind) func(*Call) []Result {
		return func(c *Call) []Result { return c.loadData(arg(c, 0, "fp"), kind) }
	}
	loads := func(kind source.Kind) func(*Call) []Result {
		return func(c *Call) []Result { return c.parseData(arg(c, 0, "s"), nil, kind) }
	}
	add("json.load", load(source.JSON))
	add("json.loads", loads(source.JSON))
	add("yaml.safe_load yaml.load yaml.full_load", load(source.YAML))
	add("tomllib.load tomli.load", load(source.TOML))
	add("toml.load", func(c *Call) []Result {
		text, ok := pathText(arg(c, 0, "f"))
		if !ok {
			return c.loadData(arg(c, 0, "f"), source.TOML)
		}
		found := c.m.world.Open(text)
		c.Record(Event{Kind: FileRead, Name: text})
		if found.File == nil {
			return c.Return(Value{D: Unknown{Why: "the data of a file that is not there"}, From: &Origin{Kind: FromFile, Span: c.Place}})
		}
		return c.parseData(Value{}, found.File, source.TOML)
	})
	add("tomllib.loads tomli.loads toml.loads", loads(source.TOML))
	add("json.dumps", jsonDumps)
}

// jsonDumps keeps the object beside the text, so that json.loads and helpers that parse it find it again.
func jsonDumps(c *Call) []Result {
	v := arg(c, 0, "obj")
	c.Record(Event{Kind: Called, Name: "json.dumps", Args: c.Args})
	return c.Return(Value{D: Concat{Parts: []Value{{D: Unknown{Why: "JSON text"}, From: v.From}, v}}, From: v.From})
}

// fileOf is the path of the open file that the method was taken from.
func (c *Call) fileOf() (p, coding Value) {
	if o := c.State.Deref(c.Self); o != nil {
		if p, ok := o.Names.get("name"); ok {
			return p, codingOf(o)
		}
	}
	return unknown("a file"), sig
}

// fileLines are the lines of the open file that the method was taken from.
func (c *Call) fileLines() ([]Value, bool) {
	p, coding := c.fileOf()
	return c.m.fileLines(p, coding, c.Place, c.State)
}

func codingOf(o *Object) Value {
	v, _ := o.Names.get("coding")
	return v
}

// asRead is f's text as a program gets it that opens f in a coding: the byte order mark is a character of it, unless the coding says
// otherwise.
func asRead(f *source.File, coding Value) string {
	name, known := AsStr(coding)
	if !Marked(f) || !known && coding.D != nil && !IsAbsent(coding) && !IsNone(coding) {
		return f.Text
	}
	if strings.HasSuffix(strings.ToLower(name), "sig") {
		return f.Text
	}
	return byteOrderMark + f.Text
}

// Marked reports whether f begins with a byte order mark.
func Marked(f *source.File) bool { return bytes.HasPrefix(f.Raw, []byte(byteOrderMark)) }

// open opens a file, in a mode that may change it.
func (c *Call) open(p, mode, coding Value) []Result {
	m, known := AsStr(mode)
	if !IsAbsent(mode) && (!known || strings.ContainsAny(m, "wax+")) {
		c.wrote(p)
	} else if text, ok := pathText(p); ok {
		c.Record(Event{Kind: FileRead, Name: text})
	}
	if !IsAbsent(mode) && (!known || strings.Contains(m, "b")) {
		coding = sig // of bytes, JSON's reader knows the mark
	}
	o := &Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: "file"}}}
	o.Names = o.Names.set("name", p).set("coding", coding)
	return c.Return(c.Alloc(o))
}

// wrote notes that the file under p is written: what lay there says nothing of what is read from then on.
func (c *Call) wrote(p Value) {
	if text, ok := pathText(p); ok {
		c.Record(Event{Kind: FileWritten, Name: c.m.placeOf(text), Span: c.Place})
	}
}

// placeOf is where a path leads: the file that is there, else the path.
func (m *machine) placeOf(p string) string {
	if o := m.world.Open(p); o.File != nil {
		return o.File.Path
	}
	return path.Clean(strings.TrimPrefix(p, Root+"/"))
}

// findDotenv finds the .env of the module that the call stands in, as it is at this moment of the run.
func (c *Call) findDotenv() Opened {
	return c.m.opened(c.m.world.FindDotenv(c.f.module), ".env", c.State)
}

// Open opens the file under a path, as it is at this moment of the run.
func (c *Call) Open(p string) Opened { return c.m.opened(c.m.world.Open(p), p, c.State) }

// opened is what is found under a path, unless the run has written it.
func (m *machine) opened(o Opened, p string, st State) Opened {
	where := ""
	for _, e := range st.Log().Events() {
		if e.Kind != FileWritten {
			continue
		}
		if where == "" {
			if where = path.Clean(strings.TrimPrefix(p, Root+"/")); o.File != nil {
				where = o.File.Path
			}
		}
		if e.Name == where {
			return Opened{Unknown: true}
		}
	}
	return o
}

// readFile is the text of the file under p.
func (c *Call) readFile(p, coding Value) []Result {
	text, ok := pathText(p)
	if !ok {
		return c.Return(Value{D: Unknown{Why: "the text of a file"}, From: &Origin{Kind: FromFile, Span: c.Place, Name: "a file"}})
	}
	o := c.Open(text)
	c.Record(Event{Kind: FileRead, Name: text})
	if o.File == nil {
		return c.Return(Value{D: Unknown{Why: "the text of a file that is not there"}, From: &Origin{Kind: FromFile, Span: c.Place, Name: text}})
	}
	whole := source.Span{File: o.File, Start: 0, End: len(o.File.Text)}
	if len(o.File.Text) > maxString {
		return c.Return(Value{D: Unknown{Why: "the text of a large file"}, From: &Origin{Kind: FromFile, Span: whole, Name: text}})
	}
	return c.Return(Value{D: Str(asRead(o.File, coding)), From: &Origin{Kind: FromCall, Span: c.Place, Name: c.Path, Prev: &Origin{Kind: FromFile, Span: whole, Name: text}}})
}

// loadData reads an open file, a path, or a text as data.
func (c *Call) loadData(fp Value, kind source.Kind) []Result {
	if o := c.State.Deref(fp); o != nil && o.Kind == InstanceObj {
		if p, ok := o.Names.get("name"); ok {
			if text, known := pathText(p); known {
				found := c.Open(text)
				c.Record(Event{Kind: FileRead, Name: text})
				if found.File != nil {
					if kind == source.JSON && strings.HasPrefix(asRead(found.File, codingOf(o)), byteOrderMark) {
						return c.RefuseMark(found.File)
					}
					return c.parseData(Value{}, found.File, kind)
				}
			}
		}
		return c.Return(Value{D: Unknown{Why: "the data of a file that is not there"}, From: &Origin{Kind: FromFile, Span: c.Place}})
	}
	return c.parseData(fp, nil, kind)
}

// RefuseMark ends the loading of JSON that begins with a byte order mark.
func (c *Call) RefuseMark(file *source.File) []Result {
	return c.Refuse("json.JSONDecodeError", &Refusal{Place: source.Span{File: file}, Text: MarkInJSON})
}

// hooked reports whether the program gives the reader functions, or a class, that make something else of what is read.
func (c *Call) hooked() bool {
	return slices.ContainsFunc([]string{"object_hook", "object_pairs_hook", "cls"}, func(name string) bool {
		v := arg(c, -1, name)
		return !IsAbsent(v) && !IsNone(v)
	})
}

func (c *Call) parseData(v Value, file *source.File, kind source.Kind) []Result {
	if c.hooked() {
		c.State = c.m.handed(c.f, c.Args, c.State, c.Whole)
		return c.Unknown("what a hook makes of data", true)
	}
	text := ""
	if file == nil {
		if con, ok := v.D.(Concat); ok && len(con.Parts) == 2 {
			if u, ok := con.Parts[0].D.(Unknown); ok && u.Why == "JSON text" {
				return c.Return(con.Parts[1])
			}
		}
		s, ok := AsStr(v)
		if !ok {
			return c.Return(Value{D: Unknown{Why: "data that is not known"}, From: v.From})
		}
		text = s
		at, written := v.Literal()
		if written && kind == source.JSON && strings.HasPrefix(s, byteOrderMark) {
			return c.RefuseMark(at.File)
		}
		if written && at.File.Text == s {
			file = at.File
		}
	}
	d, err := c.m.world.Data(file, text, kind)
	if err != nil {
		var de *syntax.DataError
		if !errors.As(err, &de) {
			return c.Return(Value{D: Unknown{Why: "data that another reader may take"}, From: v.From})
		}
		class := "json.JSONDecodeError"
		switch {
		case kind == source.YAML:
			class = "yaml.scanner.ScannerError"
		case strings.HasPrefix(c.Path, "toml."):
			class = "toml.decoder.TomlDecodeError"
		case kind == source.TOML:
			class = "tomllib.TOMLDecodeError"
		}
		return c.Refuse(class, refusalOf(err, v, file))
	}
	if base, ok := textPlace(v); file == nil && ok {
		var val Value
		if s, _ := AsStr(v); base.End-base.Start > len(s) {
			d = widened(d, s)
		}
		c.State, val = c.m.dataAt(c.State, d, base)
		return c.Return(val)
	}
	val := c.Data(d, file)
	if val.From == nil {
		val.From = v.From
	}
	return c.Return(val)
}

// textPlace is where the text of v stands in the sources, if it stands there as it is.
func textPlace(v Value) (source.Span, bool) {
	s, ok := AsStr(v)
	at, written := v.Literal()
	if !ok || !written {
		return source.Span{}, false
	}
	for _, form := range []string{s, strings.ReplaceAll(s, "\n", "\r\n")} { // Python reads either end of line as \n
		if i := strings.Index(at.Text(), form); s != "" && i >= 0 {
			return source.Span{File: at.File, Start: at.Start + i, End: at.Start + i + len(form)}, true
		}
	}
	return source.Span{}, false
}

// widened moves the places of d, which was read from s, to where they are if every line of s ends with two characters.
func widened(d *syntax.Data, s string) *syntax.Data {
	if d == nil {
		return nil
	}
	move := func(r syntax.Range) syntax.Range {
		shift := func(at int32) int32 { return at + int32(strings.Count(s[:min(int(at), len(s))], "\n")) }
		return syntax.Range{Start: shift(r.Start), End: shift(r.End)}
	}
	c := *d
	c.Range = move(d.Range)
	c.Items = make([]*syntax.Data, len(d.Items))
	for i, it := range d.Items {
		c.Items[i] = widened(it, s)
	}
	c.Keys = make([]syntax.DataKey, len(d.Keys))
	for i, k := range d.Keys {
		c.Keys[i] = syntax.DataKey{Range: move(k.Range), Name: k.Name, Value: widened(k.Value, s)}
	}
	return &c
}

// refusalOf places an error of a file, or of a text that the program holds.
func refusalOf(err error, v Value, file *source.File) *Refusal {
	out := &Refusal{Text: err.Error()}
	var de *syntax.DataError
	switch {
	case file != nil && errors.As(err, &de):
		out.Place = source.Span{File: file, Start: min(int(de.Start), len(file.Text)), End: min(int(de.End), len(file.Text))}
	case file != nil:
		out.Place = source.Span{File: file}
	default:
		out.Place, _ = v.Literal()
	}
	return out
}

// fromData turns a configuration tree into values. Without a file they have no place.
func (m *machine) fromData(st State, d *syntax.Data, file *source.File) (State, Value) {
	return m.dataAt(st, d, source.Span{File: file})
}

// DateWhy is why a date is not known: it is no text, and nothing is made of it here.
const DateWhy = "a date, and no text"

// isDate reports whether v is a date that a file holds.
func isDate(v Value) bool {
	u, ok := v.D.(Unknown)
	return ok && u.Why == DateWhy
}

// dataAt turns a configuration tree into values, for a text that begins where base does.
func (m *machine) dataAt(st State, d *syntax.Data, base source.Span) (State, Value) {
	if d == nil {
		return st, none()
	}
	place := func(r syntax.Range) *Origin {
		if base.File == nil {
			return nil
		}
		return &Origin{Kind: FromFile, Span: source.Span{File: base.File, Start: base.Start + int(r.Start), End: base.Start + int(r.End)}}
	}
	from := place(d.Range)
	switch d.Kind {
	case syntax.DataNull:
		return st, Value{D: NoneVal{}, From: from}
	case syntax.DataBool:
		return st, Value{D: Bool(d.Bool), From: from}
	case syntax.DataInt:
		return st, Value{D: Int(d.Int), From: from}
	case syntax.DataFloat:
		return st, Value{D: Float(d.Float), From: from}
	case syntax.DataString:
		if d.Date {
			return st, Value{D: Unknown{Why: DateWhy}, From: from}
		}
		return st, Value{D: Str(d.Str), From: from}
	case syntax.DataList:
		o := &Object{Kind: ListObj, From: from}
		for _, it := range d.Items {
			var v Value
			st, v = m.dataAt(st, it, base)
			o.Elts = append(o.Elts, v)
		}
		return m.alloc(st, o)
	}
	o := &Object{Kind: DictObj, From: from}
	for _, k := range d.Keys {
		var v Value
		st, v = m.dataAt(st, k.Value, base)
		key := Value{D: Str(k.Name), From: place(k.Range)}
		o = withItem(o, key, v)
	}
	return m.alloc(st, o)
}
