package rules

import (
	"fmt"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// causeFix is the edit that takes a cause away, where there is one. What sets a variable may replace a good one from outside, so that
// only few of them are safe.
func causeFix(p *model.Program, v model.Verdict, k *model.KeyCause) *lint.Fix {
	switch k.Kind {
	case model.Late:
		return moveUp(p, v, k)
	case model.WrongName:
		return underItsName(k)
	case model.Ineffective:
		return setForGood(p, k)
	case model.GlobalIgnored:
		return intoEnviron(p, k)
	case model.Shadowed:
		return overriding(p, k)
	case model.NotLoaded:
		return loading(p)
	case model.ThirdParty:
		return ownKey(v.Build, k)
	case model.Missing:
		if k.Deleted {
			return kept(p, k)
		}
		return withoutNone(p, k)
	}
	return nil
}

// kept takes out the statement that removes a variable, if it does nothing else. What the program starts may be meant not to see the
// variable, so that it is not safe.
func kept(p *model.Program, k *model.KeyCause) *lint.Fix {
	c, ok := codeAt(p.Modules, k.Place)
	if !ok {
		return nil
	}
	s, _ := c.statement()
	name, alone := syntax.Expr(nil), false
	switch s := s.(type) {
	case *syntax.Del:
		if i, is := s.Targets[0].(*syntax.Index); is {
			name, alone = i.I, len(s.Targets) == 1
		}
	case *syntax.ExprStmt:
		if call, is := s.X.(*syntax.Call); is && len(call.Args) > 0 {
			name, alone = call.Args[0].Value, true
		}
	}
	if lit, is := name.(*syntax.Str); !alone || !is || c.module.Span(lit.Range) != k.Place {
		return nil // it goes over several, or is written for any
	}
	return c.removal("Take the removal out", false)
}

// underItsName writes the name that is meant where the other one stands.
func underItsName(k *model.KeyCause) *lint.Fix {
	from, to := k.Other, k.Var
	if k.Place == k.Read {
		from, to = k.Var, k.Other
	}
	return respelled(k.Place, from, to)
}

// respelled replaces one name by another in a place that has it once.
func respelled(at source.Span, from, to string) *lint.Fix {
	if from == "" || strings.Count(at.Text(), from) != 1 {
		return nil
	}
	start := at.Start + strings.Index(at.Text(), from)
	place := source.Span{File: at.File, Start: start, End: start + len(from)}
	return &lint.Fix{Title: "Rename it to " + to, Edits: []lint.Edit{{Place: place, New: to}}}
}

// callAt returns the statement at a place if it is nothing but a call.
func callAt(p *model.Program, at source.Span) (slot, *syntax.Call) {
	s, ok := slotOf(p, at)
	if !ok {
		return slot{}, nil
	}
	if x, is := s.stmt().(*syntax.ExprStmt); is {
		c, _ := x.X.(*syntax.Call)
		return s, c
	}
	return s, nil
}

// setForGood sets in os.environ what the program sets in vain. The value stays where it stands: no edit repeats it.
func setForGood(p *model.Program, k *model.KeyCause) *lint.Fix {
	if k.Event == nil { // a shell script assigns it
		at := source.Span{File: k.Place.File, Start: k.Place.Start, End: k.Place.Start}
		return &lint.Fix{Title: "Write export before it", Safe: true, Edits: []lint.Edit{{Place: at, New: "export "}}}
	}
	s, call := callAt(p, k.Event.Span)
	switch {
	case s.block == nil:
		return nil
	case k.Event.Kind == eval.ItemSet:
		return nil
	}
	how := ""
	if len(k.Event.Args.Pos) > 0 {
		how, _ = eval.AsStr(k.Event.Args.Pos[0])
	}
	if magic, ok := s.stmt().(*syntax.Magic); ok {
		return magicSets(s.module, magic)
	}
	switch {
	case call == nil:
		return nil
	case how == "os.putenv":
		return putInto(s.module, call)
	case how == "source":
		return loadedInstead(s)
	}
	return exportInto(s.module, call)
}

// putInto makes os.environ[K] = V of os.putenv(K, V).
func putInto(m *syntax.Module, call *syntax.Call) *lint.Fix {
	fun, ok := call.Fun.(*syntax.Attr)
	if !ok || m.Span(fun.Range).Text() != "os.putenv" || len(call.Args) != 2 || call.Args[0].Name != "" || call.Args[1].Name != "" || call.Args[0].Star+call.Args[1].Star > 0 {
		return nil
	}
	f := m.File
	gap := func(start, end int32, text string) (lint.Edit, bool) {
		at := source.Span{File: f, Start: int(start), End: int(end)}
		return lint.Edit{Place: at, New: text}, strings.Trim(at.Text(), "putenv(,) \t") == ""
	}
	one, ok1 := gap(fun.NameRange.Start, call.Args[0].Value.Bounds().Start, "environ[")
	two, ok2 := gap(call.Args[0].Value.Bounds().End, call.Args[1].Value.Bounds().Start, "] = ")
	three, ok3 := gap(call.Args[1].Value.Bounds().End, call.End, "")
	if !ok1 || !ok2 || !ok3 {
		return nil
	}
	return &lint.Fix{Title: "Set it in os.environ", Edits: []lint.Edit{one, two, three}}
}

// exported takes `export NAME=VALUE` or `set NAME=VALUE` apart, where a shell would take the value as it stands: the offsets of name and value.
func exported(command string) (name, value [2]int, ok bool) {
	after, ok := strings.CutPrefix(strings.TrimLeft(command, " \t"), "export ")
	if !ok {
		after, ok = strings.CutPrefix(strings.TrimLeft(command, " \t"), "set ") // Windows'
	}
	if !ok {
		return name, value, false
	}
	after = strings.TrimLeft(after, " \t")
	start := len(command) - len(after)
	eq := strings.IndexByte(after, '=')
	if eq <= 0 || strings.ContainsAny(after[:eq], " \t$\"'`") {
		return name, value, false
	}
	text := strings.TrimRight(after[eq+1:], " \t")
	name, value = [2]int{start, start + eq}, [2]int{start + eq + 1, start + eq + 1 + len(text)}
	if n := len(text); n >= 2 && (text[0] == '"' || text[0] == '\'') && text[n-1] == text[0] {
		value = [2]int{value[0] + 1, value[1] - 1}
		text = text[1 : n-1]
	} else if strings.ContainsAny(text, " \t") {
		return name, value, false
	}
	return name, value, text != "" && !strings.ContainsAny(text, "$`\\\"';&|<>()")
}

// magicSets makes %env K=V of !export K=V.
func magicSets(m *syntax.Module, magic *syntax.Magic) *lint.Fix {
	at := m.Span(magic.Range)
	text := at.Text()
	if magic.Kind != syntax.ShellLine || magic.Into != nil || !strings.HasPrefix(text, "!") || strings.Contains(text, "\n") {
		return nil
	}
	name, value, ok := exported(text[1:])
	if !ok {
		return nil
	}
	span := func(start, end int) source.Span {
		return source.Span{File: at.File, Start: at.Start + start, End: at.Start + end}
	}
	edits := []lint.Edit{{Place: span(0, 1+name[0]), New: "%env "}}
	if value[0] > name[1]+1 { // quotes, which would be part of the value
		edits = append(edits, lint.Edit{Place: span(1+name[1]+1, 1+value[0])}, lint.Edit{Place: span(1+value[1], 1+value[1]+1)})
	}
	return &lint.Fix{Title: "Set it with %env", Edits: edits}
}

// exportInto makes os.environ["K"] = "V" of os.system("export K=V").
func exportInto(m *syntax.Module, call *syntax.Call) *lint.Fix {
	if len(call.Args) == 0 || m.Span(call.Fun.Bounds()).Text() != "os.system" {
		return nil
	}
	lit, ok := call.Args[0].Value.(*syntax.Str)
	if !ok || !lit.Plain {
		return nil
	}
	at := m.Span(lit.Range)
	text := at.Text()
	quote := text[:1]
	if quote != `"` && quote != "'" || strings.HasPrefix(text, strings.Repeat(quote, 3)) {
		return nil
	}
	name, value, ok := exported(text[1 : len(text)-1])
	if !ok {
		return nil
	}
	span := func(start, end int) source.Span { return source.Span{File: at.File, Start: start, End: end} }
	inner := at.Start + 1
	return &lint.Fix{Title: "Set it in os.environ", Edits: []lint.Edit{
		{Place: span(int(call.Start), inner+name[0]), New: "os.environ[" + quote},
		{Place: span(inner+name[1], inner+value[0]), New: quote + "] = " + quote},
		{Place: span(inner+value[1], int(call.End)), New: quote},
	}}
}

// loadedInstead loads the .env with python-dotenv instead of in a shell.
func loadedInstead(s slot) *lint.Fix {
	at := s.module.Span(s.stmt().Bounds())
	text := "load_dotenv()"
	if !s.imported("load_dotenv") {
		text = "from dotenv import load_dotenv\n" + indent(at) + text
	}
	return &lint.Fix{Title: "Load it with python-dotenv", Edits: []lint.Edit{{Place: at, New: text}}}
}

// indent is what stands before a place on its line.
func indent(at source.Span) string {
	start := strings.LastIndexAny(at.File.Text[:at.Start], "\r\n") + 1
	first, _ := limits(at.File, at)
	return at.File.Text[max(start, first):at.Start]
}

// intoEnviron makes os.environ[NAME] = … of openai.api_key = …, where that comes in time.
func intoEnviron(p *model.Program, k *model.KeyCause) *lint.Fix {
	s, ok := slotOf(p, k.Event.Span)
	if !ok || s.reader(p, k.From) >= 0 {
		return nil // it comes too late as well
	}
	a, ok := s.stmt().(*syntax.Assign)
	if !ok || len(a.Targets) != 1 || !s.imported("os") || k.Event.Seq > k.From.Seq {
		return nil
	}
	return &lint.Fix{Title: "Set " + k.Var, Edits: []lint.Edit{{Place: s.module.Span(a.Targets[0].Bounds()), New: fmt.Sprintf("os.environ[%q]", k.Var)}}}
}

// overriding makes a load of a .env replace what is set.
func overriding(p *model.Program, k *model.KeyCause) *lint.Fix {
	_, call := callAt(p, k.Event.Span)
	if call == nil || k.Event.Dotenv.Missing || k.Event.Whole.File == nil {
		return nil
	}
	for _, a := range call.Args {
		if a.Name == "override" || a.Star > 0 {
			return nil
		}
	}
	end := int(call.End) - 1
	at := source.Span{File: k.Event.Whole.File, Start: end, End: end}
	text := "override=True"
	if len(call.Args) > 0 {
		last := int(call.Args[len(call.Args)-1].End)
		if strings.TrimSpace(at.File.Text[last:end]) != "" {
			return nil // a comma or a comment
		}
		at.Start, at.End, text = last, last, ", override=True"
	}
	return &lint.Fix{Title: "Let the file replace what is set", Edits: []lint.Edit{{Place: at, New: text}}}
}

// loading calls load_dotenv() at the head of the program.
func loading(p *model.Program) *lint.Fix {
	for _, m := range p.Modules {
		if m.File != p.Entry {
			continue
		}
		for i, st := range m.Body {
			s := slot{module: m, block: m.Body, at: i}
			if head(st) {
				continue
			}
			at := lines(m, st)
			if !at.Valid() {
				return nil
			}
			if from, ok := st.(*syntax.ImportFrom); ok && binds(from)["load_dotenv"] {
				return &lint.Fix{Title: "Call load_dotenv()", Edits: []lint.Edit{{Place: source.Span{File: at.File, Start: at.End, End: at.End}, New: "\nload_dotenv()\n\n"}}}
			}
			if s.imported("load_dotenv") {
				return nil
			}
			return &lint.Fix{Title: "Call load_dotenv()", Edits: []lint.Edit{before(at, "from dotenv import load_dotenv\n\nload_dotenv()\n\n")}}
		}
	}
	return nil
}

// head reports whether a statement has to stay first: a docstring, an import from __future__. Imports of the standard library's os
// may stay too.
func head(s syntax.Stmt) bool {
	switch s := s.(type) {
	case *syntax.ExprStmt:
		_, doc := s.X.(*syntax.Str)
		return doc
	case *syntax.ImportFrom:
		return s.Module == "__future__"
	case *syntax.Import:
		for _, n := range s.Names {
			if n.Name != "os" && n.Name != "sys" && n.Name != "asyncio" {
				return false
			}
		}
		return true
	}
	return false
}

// ownKey gives a local server a key of its own.
func ownKey(b *model.Build, k *model.KeyCause) *lint.Fix {
	base, f, ok := b.Base()
	if host, _ := autogen.Hostname(base); !ok || f.Place() != k.Place || !autogen.LocalHost(host) {
		return nil
	}
	return insert(f, "Give it a key of its own", false, [2]string{"api_key", "not-needed"})
}

// withoutNone leaves out an argument that is None.
func withoutNone(p *model.Program, k *model.KeyCause) *lint.Fix {
	s, ok := slotOf(p, k.Place)
	if !ok || !k.Explicit {
		return nil
	}
	var fix *lint.Fix
	syntax.Exprs(s.stmt(), func(e syntax.Expr) {
		call, ok := e.(*syntax.Call)
		if !ok {
			return
		}
		for i, a := range call.Args {
			if at := s.module.Span(a.Value.Bounds()); at != k.Place || a.Name != "api_key" {
				continue
			}
			place := s.module.Span(a.Range)
			switch {
			case i+1 < len(call.Args):
				place.End = int(call.Args[i+1].Start)
			case i > 0:
				place.Start = int(call.Args[i-1].End)
			}
			fix = &lint.Fix{Title: "Leave api_key out", Safe: true, Edits: []lint.Edit{{Place: place}}}
		}
	})
	return fix
}

// testedFirst writes a test behind the statement that reads a variable into a name, or else before the one that uses it.
func testedFirst(p *model.Program, at source.Span, name string) *lint.Fix {
	s, ok := slotOf(p, at)
	if !ok {
		return nil
	}
	call := callAround(s, at)
	place := lines(s.module, s.stmt())
	margin := indent(s.module.Span(s.stmt().Bounds()))
	if call == nil || !place.Valid() || strings.Contains(s.module.Span(call.Range).Text(), "\n") || strings.Trim(margin, " \t") != "" {
		return nil
	}
	step := "    "
	if strings.Contains(margin, "\t") {
		step = "\t"
	}
	guard := func(what string) string {
		return fmt.Sprintf("%sif not %s:\n%s%sraise RuntimeError(\"%s is not set\")\n", margin, what, margin, step, name)
	}
	title := "Stop where " + name + " is not set"
	switch st := s.stmt().(type) {
	case *syntax.Assign:
		if target, ok := st.Targets[0].(*syntax.Name); ok && len(st.Targets) == 1 && st.Value == syntax.Expr(call) {
			text, end := guard(target.Ident), source.Span{File: place.File, Start: place.End, End: place.End}
			if !strings.HasSuffix(place.Text(), "\n") {
				text = "\n" + strings.TrimSuffix(text, "\n") // the last line of a cell or file
			}
			return &lint.Fix{Title: title, Edits: []lint.Edit{{Place: end, New: text}}}
		}
	case *syntax.FuncDef, *syntax.ClassDef:
		return nil // a default, evaluated where the function is made
	case *syntax.If:
		if strings.HasPrefix(s.module.Span(st.Range).Text(), "elif") {
			return nil
		}
	}
	return &lint.Fix{Title: title, Edits: []lint.Edit{before(place, guard(s.module.Span(call.Range).Text()))}}
}

// callAround is the innermost call around a place in a statement.
func callAround(s slot, at source.Span) *syntax.Call {
	var out *syntax.Call
	syntax.Exprs(s.stmt(), func(e syntax.Expr) {
		c, ok := e.(*syntax.Call)
		if ok && int(c.Start) <= at.Start && at.End <= int(c.End) && (out == nil || c.Start >= out.Start) {
			out = c
		}
	})
	return out
}
