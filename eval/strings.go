package eval

import (
	"encoding/base64"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

func addStrings(add func(string, func(*Call) []Result)) {
	// each of these maps a string to a string; on a value from outside it leaves a good value good
	texts := map[string]func(c *Call, s string) (string, bool){
		"strip":    func(c *Call, s string) (string, bool) { return trim(c, s, true, true) },
		"lstrip":   func(c *Call, s string) (string, bool) { return trim(c, s, true, false) },
		"rstrip":   func(c *Call, s string) (string, bool) { return trim(c, s, false, true) },
		"lower":    func(_ *Call, s string) (string, bool) { return strings.ToLower(s), true },
		"upper":    func(_ *Call, s string) (string, bool) { return strings.ToUpper(s), true },
		"title":    func(_ *Call, s string) (string, bool) { return "", false },
		"casefold": func(_ *Call, s string) (string, bool) { return strings.ToLower(s), ascii(s) },
		"replace": func(c *Call, s string) (string, bool) {
			old, ok1 := AsStr(arg(c, 0, "old"))
			repl, ok2 := AsStr(arg(c, 1, "new"))
			if len(s)*max(1, len(repl)) > maxString {
				return "", false
			}
			return strings.ReplaceAll(s, old, repl), ok1 && ok2
		},
		"removeprefix": func(c *Call, s string) (string, bool) {
			p, ok := AsStr(arg(c, 0, "prefix"))
			return strings.TrimPrefix(s, p), ok
		},
		"removesuffix": func(c *Call, s string) (string, bool) {
			p, ok := AsStr(arg(c, 0, "suffix"))
			return strings.TrimSuffix(s, p), ok
		},
	}
	for name, fn := range texts {
		add("str."+name, func(c *Call) []Result { return c.Return(mapText(c, c.Self, fn)) })
	}
	add("str.encode str.decode", func(c *Call) []Result { return c.Return(c.recoded()) })
	for name, coding := range map[string]*base64.Encoding{"": base64.StdEncoding, "standard_": base64.StdEncoding, "urlsafe_": base64.URLEncoding} {
		add("base64."+name+"b64decode", func(c *Call) []Result {
			if s, ok := bytesOf(arg(c, 0, "s")); ok {
				if out, err := coding.DecodeString(s); err == nil {
					return c.Return(Value{D: Bytes(out), From: &Origin{Kind: FromCall, Span: c.Place, Name: c.Path, Prev: arg(c, 0, "s").From}})
				}
			}
			return c.Return(unknown("what was decoded"))
		})
		add("base64."+name+"b64encode", func(c *Call) []Result {
			if s, ok := bytesOf(arg(c, 0, "s")); ok {
				return c.Return(Value{D: Bytes(coding.EncodeToString([]byte(s))), From: arg(c, 0, "s").From})
			}
			return c.Return(unknown("what was encoded"))
		})
	}
	add("str.format", func(c *Call) []Result {
		s, ok := AsStr(c.Self)
		if !ok {
			return c.Return(unknown("a formatted text"))
		}
		return c.Return(c.m.formatText(s, c.Args, c.Self))
	})
	add("str.join", func(c *Call) []Result {
		sep := c.Self
		elts, ok := c.m.elements(firstOr(c, Value{}), c.State)
		if !ok || len(elts) > 200 {
			return c.Return(unknown("a joined text"))
		}
		var parts []Value
		for i, e := range elts {
			e, maybe := present(e)
			if maybe {
				return c.Return(unknown("a joined text"))
			}
			if i > 0 {
				parts = append(parts, sep)
			}
			parts = append(parts, toStr(e))
		}
		return c.Return(concat(parts))
	})
	add("str.split str.splitlines str.rsplit", func(c *Call) []Result {
		s, ok := AsStr(c.Self)
		sepV, most := arg(c, 0, "sep"), -1
		sep, known := AsStr(sepV)
		if v := arg(c, 1, "maxsplit"); !IsAbsent(v) {
			n, sure := v.D.(Int)
			ok = ok && sure && (c.Path == "str.split" || known)
			most = int(n)
		}
		if !ok || !(known && sep != "" || IsAbsent(sepV) || IsNone(sepV)) || c.Path == "str.splitlines" && len(c.Args.Pos)+len(c.Args.Named) > 0 {
			return c.Return(c.Alloc(&Object{Kind: ListObj, Open: true}))
		}
		var pieces []string
		switch {
		case c.Path == "str.splitlines":
			pieces = strings.Split(strings.TrimSuffix(strings.ReplaceAll(s, "\r\n", "\n"), "\n"), "\n")
		case c.Path == "str.rsplit" && most >= 0:
			pieces = splitLast(s, sep, most)
		case known && most >= 0:
			pieces = strings.SplitN(s, sep, most+1)
		case known:
			pieces = strings.Split(s, sep)
		case most >= 0:
			pieces = splitFields(s, most)
		default:
			pieces = strings.Fields(s)
		}
		o := &Object{Kind: ListObj}
		for _, p := range pieces {
			o.Elts = append(o.Elts, via(Value{D: Str(p), From: c.Self.From}, FromOperator, c.Place, ""))
		}
		return c.Return(c.Alloc(o))
	})
	add("str.partition str.rpartition", func(c *Call) []Result {
		s, ok := AsStr(c.Self)
		sep, known := AsStr(arg(c, 0, "sep"))
		if !ok || !known || sep == "" {
			return c.Return(Value{D: Tuple{Elts: []Value{unknown("a part of a text"), unknown("a part of a text"), unknown("a part of a text")}}})
		}
		i := strings.Index(s, sep)
		parts := [3]string{s, "", ""}
		if c.Path == "str.rpartition" {
			i, parts = strings.LastIndex(s, sep), [3]string{"", "", s}
		}
		if i >= 0 {
			parts = [3]string{s[:i], sep, s[i+len(sep):]}
		}
		out := Tuple{}
		for _, p := range parts {
			out.Elts = append(out.Elts, via(Value{D: Str(p), From: c.Self.From}, FromOperator, c.Place, ""))
		}
		return c.Return(Value{D: out})
	})
	add("str.startswith str.endswith", func(c *Call) []Result {
		test := strings.HasPrefix
		if c.Path == "str.endswith" {
			test = strings.HasSuffix
		}
		ps := []Value{firstOr(c, Value{})}
		if t, several := ps[0].D.(Tuple); several {
			ps = t.Elts
		}
		ok := len(c.Args.Pos) == 1 && !slices.ContainsFunc(ps, func(p Value) bool { _, text := AsStr(p); return !text })
		return c.perText(c.Self, func(s string) (Datum, bool) {
			return Bool(slices.ContainsFunc(ps, func(p Value) bool { text, _ := AsStr(p); return test(s, text) })), ok
		})
	})
	for name, is := range map[string]func(r rune) bool{
		"isdigit": func(r rune) bool { return '0' <= r && r <= '9' }, "isdecimal": func(r rune) bool { return '0' <= r && r <= '9' },
		"isalpha": unicode.IsLetter, "isalnum": func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }, "isspace": unicode.IsSpace,
	} {
		add("str."+name, func(c *Call) []Result {
			return c.perText(c.Self, func(s string) (Datum, bool) {
				return Bool(s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !is(r) })), ascii(s)
			})
		})
	}
	add("str.isupper str.islower", func(c *Call) []Result {
		same, other := strings.ToUpper, strings.ToLower
		if c.Path == "str.islower" {
			same, other = other, same
		}
		return c.perText(c.Self, func(s string) (Datum, bool) { return Bool(same(s) == s && other(s) != s), ascii(s) })
	})
	add("textwrap.dedent inspect.cleandoc str.expandtabs", func(c *Call) []Result {
		return c.Return(Value{D: Unknown{Why: "a text"}, From: firstOr(c, Value{}).From})
	})
}

// splitFields splits s at blanks, most times from the left; what is left then keeps the blanks in it.
func splitFields(s string, most int) []string {
	var out []string
	for s = strings.TrimLeft(s, " \t\r\n\f\v"); s != ""; s = strings.TrimLeft(s, " \t\r\n\f\v") {
		i := strings.IndexAny(s, " \t\r\n\f\v")
		if i < 0 || len(out) == most {
			return append(out, s)
		}
		out, s = append(out, s[:i]), s[i:]
	}
	return out
}

// splitLast splits s at sep, most times from the right.
func splitLast(s, sep string, most int) []string {
	parts := strings.Split(s, sep)
	if n := len(parts) - most; n > 1 {
		parts = append([]string{strings.Join(parts[:n], sep)}, parts[n:]...)
	}
	return parts
}

// integer is what int() makes of a text, or of a variable whose default is one.
func integer(v Value) (Value, bool) {
	switch d := v.D.(type) {
	case Str:
		n, err := strconv.ParseInt(strings.TrimSpace(string(d)), 10, 64)
		return Value{D: Int(n), From: v.From}, err == nil
	case Env:
		if d.Default == nil {
			return Value{}, false
		}
		def, ok := integer(*d.Default)
		return Value{D: Env{Name: d.Name, Default: &def, Maybe: d.Maybe}, From: v.From}, ok
	}
	return Value{}, false
}

// bytesOf is what v holds, if it is a text or bytes.
func bytesOf(v Value) (string, bool) {
	switch d := v.D.(type) {
	case Str:
		return string(d), true
	case Bytes:
		return string(d), true
	}
	return "", false
}

// recoded is a text as bytes, or bytes as text, in UTF-8 or a coding that agrees with it here.
func (c *Call) recoded() Value {
	s, ok := bytesOf(c.Self)
	name, known := AsStr(argOr(c, 0, "encoding", Value{D: Str("utf-8")}))
	name = strings.ToLower(strings.ReplaceAll(name, "_", "-"))
	switch {
	case !ok || !known || !utf8.ValidString(s):
	case name == "utf-8" || name == "utf8", ascii(s) && (name == "ascii" || name == "latin-1"):
		if strings.HasSuffix(c.Path, "encode") {
			return Value{D: Bytes(s), From: c.Self.From}
		}
		return Value{D: Str(s), From: c.Self.From}
	}
	return Value{D: Unknown{Why: "a text made from something that is not known"}, From: c.Self.From}
}

// mapText applies a text function to every string that v may be.
func mapText(c *Call, v Value, fn func(*Call, string) (string, bool)) Value {
	if _, known := AsStr(arg(c, 0, "old")); c.Path == "str.replace" && !known {
		return unknown("a text of which a part is replaced") // it may be masked
	}
	switch d := v.D.(type) {
	case Str:
		if s, ok := fn(c, string(d)); ok {
			return Value{D: Str(s), From: v.From}
		}
	case Env:
		if d.Default == nil {
			return v
		}
		if IsNone(*d.Default) { // None has no such method: who goes on has a value
			c.State.readsEnv()
			c.State.change().outside = c.State.rest().outside.set(d.Name, true)
			return Value{D: Env{Name: d.Name, Maybe: d.Maybe}, From: v.From}
		}
		def := mapText(c, *d.Default, fn)
		return Value{D: Env{Name: d.Name, Default: &def, Maybe: d.Maybe}, From: v.From}
	case OneOf:
		return mapAlts(v, func(a Value) Value { return mapText(c, a, fn) })
	case Concat:
		name := c.Path[strings.LastIndexByte(c.Path, '.')+1:]
		if name == "strip" || name == "rstrip" {
			parts := append([]Value{}, d.Parts...)
			last := len(parts) - 1
			if s, ok := AsStr(parts[last]); ok {
				parts[last].D = Str(strings.TrimRightFunc(s, unicode.IsSpace))
				return Value{D: concat(parts).D, From: v.From}
			}
			return v
		}
	}
	return Value{D: Unknown{Why: "a text made from something that is not known"}, From: v.From}
}

func trim(c *Call, s string, left, right bool) (string, bool) {
	v := arg(c, 0, "chars")
	cut, ok := AsStr(v)
	if !IsAbsent(v) && !IsNone(v) && !ok {
		return "", false
	}
	is := unicode.IsSpace
	if ok {
		is = func(r rune) bool { return strings.ContainsRune(cut, r) }
	}
	if left {
		s = strings.TrimLeftFunc(s, is)
	}
	if right {
		s = strings.TrimRightFunc(s, is)
	}
	return s, true
}

// formatText is str.format for plain fields: {}, {0}, {name}.
func (m *machine) formatText(s string, args Args, self Value) Value {
	var parts []Value
	next := 0
	lit := func(t string) { parts = append(parts, Value{D: Str(t), From: self.From}) }
	for s != "" {
		i := strings.IndexAny(s, "{}")
		if i < 0 {
			lit(s)
			break
		}
		lit(s[:i])
		if i+1 < len(s) && s[i+1] == s[i] {
			lit(s[i : i+1])
			s = s[i+2:]
			continue
		}
		end := strings.IndexByte(s[i:], '}')
		if s[i] == '}' || end < 0 {
			return unknown("a formatted text")
		}
		name := s[i+1 : i+end]
		s = s[i+end+1:]
		v, ok := unknown("a formatted value"), false
		switch {
		case name == "":
			if next < len(args.Pos) {
				v, ok = args.Pos[next], true
			}
			next++
		case strings.IndexFunc(name, func(r rune) bool { return r < '0' || r > '9' }) < 0:
			k := int(name[0] - '0')
			if len(name) == 1 && k < len(args.Pos) {
				v, ok = args.Pos[k], true
			}
		default:
			var n NamedArg
			n, ok = args.Get(name)
			if ok {
				v = n.Value
			}
		}
		if ok {
			v = toStr(v)
		}
		parts = append(parts, v)
	}
	out := concat(parts)
	out.From = self.From
	return out
}

// percent is `s % args` for %s and %d.
func (m *machine) percent(s string, args Value, st State) Value {
	vals := []Value{args}
	if t, ok := args.D.(Tuple); ok {
		vals = t.Elts
	}
	var parts []Value
	for s != "" {
		i := strings.IndexByte(s, '%')
		if i < 0 || i+1 >= len(s) {
			parts = append(parts, Value{D: Str(s)})
			break
		}
		parts = append(parts, Value{D: Str(s[:i])})
		switch s[i+1] {
		case '%':
			parts = append(parts, Value{D: Str("%")})
		case 's', 'd':
			if len(vals) == 0 {
				return unknown("a formatted text")
			}
			parts = append(parts, toStr(vals[0]))
			vals = vals[1:]
		default:
			return unknown("a formatted text")
		}
		s = s[i+2:]
	}
	return concat(parts)
}
