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

// A code is a place of a module with what it stands in, the outermost first.
type code struct {
	module *syntax.Module
	path   []syntax.Node
}

// codeAt finds what stands around a place, if it is of one of modules.
func codeAt(modules []*syntax.Module, at source.Span) (code, bool) {
	for _, m := range modules {
		if m.File == at.File {
			c := code{m, syntax.Path(m, syntax.Range{Start: int32(at.Start), End: int32(at.End)})}
			return c, len(c.path) > 0
		}
	}
	return code{}, false
}

// up returns what is n levels above the innermost, or nil.
func (c code) up(n int) syntax.Node {
	if i := len(c.path) - 1 - n; i >= 0 {
		return c.path[i]
	}
	return nil
}

func (c code) text(n syntax.Node) string { return c.module.Span(n.Bounds()).Text() }

// statement is the innermost statement, and how many stand in its block.
func (c code) statement() (s syntax.Stmt, among int) {
	block := c.module.Body
	for _, n := range c.path {
		st, ok := n.(syntax.Stmt)
		if !ok {
			continue
		}
		if s != nil {
			block = blockOf(s, st)
		}
		s = st
	}
	return s, len(block)
}

// blockOf is the block of a compound statement that holds another.
func blockOf(of, inner syntax.Stmt) []syntax.Stmt {
	for _, b := range syntax.Blocks(of) {
		for _, s := range b {
			if s == inner {
				return b
			}
		}
	}
	return nil
}

// edit is a fix of one edit.
func edit(title string, safe bool, at source.Span, text string) *lint.Fix {
	return &lint.Fix{Title: title, Safe: safe, Edits: []lint.Edit{{Place: at, New: text}}}
}

// removal takes a statement out, with its line if nothing else stands there. A block has to keep one statement.
func (c code) removal(title string, safe bool) *lint.Fix {
	s, among := c.statement()
	if s == nil || among < 2 {
		return nil
	}
	at := c.module.Span(s.Bounds())
	text := at.File.Text
	start := strings.LastIndexAny(text[:at.Start], "\r\n") + 1
	end := at.End
	for end < len(text) && (text[end] == ' ' || text[end] == '\t') {
		end++
	}
	switch {
	case strings.Trim(text[start:at.Start], " \t") != "":
		return nil // it shares its line: a; b
	case end == len(text) || text[end] == '\r' || text[end] == '\n':
		if c.cellEnd(end) {
			return nil // the last line of a cell has no break to take with it
		}
		at.Start, at.End = start, end
		if strings.HasPrefix(text[end:], "\r\n") {
			at.End++
		}
		if at.End < len(text) {
			at.End++
		}
	case text[end] == '#':
		at.End = end // the comment stays
	default:
		return nil
	}
	return edit(title, safe, at, "")
}

func (c code) cellEnd(offset int) bool {
	for _, cell := range c.module.File.Cells {
		if cell.End == offset || cell.End == offset+1 {
			return true
		}
	}
	return false
}

// environ is os.environ as a module writes it above the place, with the edit that imports os where it does not.
func (c code) environ() (string, []lint.Edit, bool) {
	at, here := -1, int(c.path[0].Bounds().Start)
	for i, s := range c.module.Body {
		if int(s.Bounds().Start) >= here {
			break // an import below it comes too late
		}
		switch s := s.(type) {
		case *syntax.Import:
			for _, n := range s.Names {
				if n.Name == "os" && n.As == "" {
					return "os.environ", nil, true
				}
			}
			if at < 0 {
				at = int(s.Start)
			}
		case *syntax.ImportFrom:
			if s.Module == "os" && s.Level == 0 {
				for _, n := range s.Names {
					if n.Name == "environ" && n.As == "" {
						return "environ", nil, true
					}
				}
			}
			if at < 0 && s.Module != "__future__" {
				at = int(s.Start)
			}
		case *syntax.Magic:
		default:
			if _, doc := s.(*syntax.ExprStmt); doc && i == 0 {
				continue
			}
			if i == 0 || at < 0 {
				return "", nil, false // there is code before the first import: where the new one belongs is not plain
			}
		}
	}
	if at < 0 {
		return "", nil, false
	}
	file := c.module.File
	if start := strings.LastIndexAny(file.Text[:at], "\r\n") + 1; start != at {
		return "", nil, false
	}
	return "os.environ", []lint.Edit{{Place: source.Span{File: file, Start: at, End: at}, New: "import os\n"}}, true
}

// fromEnviron writes os.environ["NAME"] in the place of a literal that stands where a key belongs. Nothing of the literal is in it.
func fromEnviron(modules []*syntax.Module, at source.Span, name string, safe bool) *lint.Fix {
	c, ok := codeAt(modules, at)
	if !ok || name == "" {
		return nil
	}
	lit, is := c.up(0).(*syntax.Str)
	if !is || lit.Bytes || structured(c.text(lit)) || c.within("model_api_key_map") {
		return nil
	}
	switch n := c.up(1).(type) {
	case *syntax.Index:
		return nil // it is a name there
	case *syntax.Call:
		if fix := strict(modules, at); fix != nil {
			if to, ok := variableSet(c); ok && c.text(n.Args[0].Value) == to {
				return c.removal("Take the assignment out, so that the variable is what it is outside", false)
			}
			return fix
		}
		if len(n.Args) == 0 || n.Args[0].Name == "" && n.Args[0].Value == syntax.Expr(lit) {
			return nil // it is called itself, or may be a name by which something is looked up
		}
	}
	if _, sets := variableSet(c); sets {
		return c.removal("Take the assignment out, so that the variable is what it is outside", false)
	}
	environ, edits, ok := c.environ()
	if !ok {
		return nil
	}
	quote := `"`
	for i := len(c.path) - 2; i >= 0; i-- {
		if _, in := c.path[i].(*syntax.FString); in {
			quote = "'" // within an f-string's own quotes
		}
	}
	edits = append(edits, lint.Edit{Place: c.module.Span(lit.Range), New: fmt.Sprintf("%s[%s%s%s]", environ, quote, name, quote)})
	return &lint.Fix{Title: "Read " + name + " from the environment", Safe: safe, Edits: edits}
}

// structured reports whether a literal, with its quotes, holds more than a key: JSON, YAML, lines of a .env.
func structured(literal string) bool {
	inner := strings.ReplaceAll(strings.Trim(literal, "rRuUbB\"'"), "${", "")
	return strings.ContainsAny(inner, "{[\"'\n")
}

// within reports whether the place stands in an argument of that name: config_list_from_dotenv takes the names of variables there.
func (c code) within(argument string) bool {
	for _, n := range c.path {
		call, ok := n.(*syntax.Call)
		if !ok {
			continue
		}
		for _, a := range call.Args {
			if at := a.Value.Bounds(); a.Name == argument && at.Start <= c.up(0).Bounds().Start && c.up(0).Bounds().End <= at.End {
				return true
			}
		}
	}
	return false
}

// variableSet returns the name, as it is written, if the statement is os.environ[NAME] = ….
func variableSet(c code) (name string, ok bool) {
	s, _ := c.statement()
	a, ok := s.(*syntax.Assign)
	if !ok || len(a.Targets) != 1 {
		return "", false
	}
	i, ok := a.Targets[0].(*syntax.Index)
	if !ok {
		return "", false
	}
	of := c.text(i.X)
	return c.text(i.I), of == "os.environ" || of == "environ"
}

// keyVariable is the variable that holds the key of b's host, else the one that a client of b's kind reads itself.
func keyVariable(b *model.Build) string {
	if host, ok := b.Hosted(); ok && host != b.Provider() {
		if p := autogen.ByName(host); p != nil && p.Key != "" {
			return p.Key
		}
	}
	cred, ok := b.Key()
	if !ok || len(cred.Vars) == 0 {
		return ""
	}
	return cred.Vars[0]
}

// strict makes os.environ["X"] of os.getenv("X", "") and os.environ.get("X", ""), whose default is at a place.
func strict(modules []*syntax.Module, at source.Span) *lint.Fix {
	c, ok := codeAt(modules, at)
	if !ok {
		return nil
	}
	call, is := c.up(1).(*syntax.Call)
	if !is || len(call.Args) != 2 || call.Args[0].Name != "" || call.Args[0].Star != 0 || call.Args[1].Value != c.up(0) {
		return nil
	}
	name, literal := call.Args[0].Value.(*syntax.Str)
	of := ""
	switch c.text(call.Fun) {
	case "os.getenv", "os.environ.get":
		of = "os.environ"
	case "environ.get":
		of = "environ"
	}
	if !literal || of == "" {
		return nil
	}
	return edit("Let the program end where the variable is not set: "+of+"["+c.text(name)+"]", false, c.module.Span(call.Range), of+"["+c.text(name)+"]")
}

// renamed writes the name of a variable in the place of a key by which one is looked up.
func renamed(p *model.Program, at source.Span, name string) *lint.Fix {
	c, ok := codeAt(p.Modules, at)
	if !ok || name == "" {
		return nil
	}
	if lit, is := c.up(0).(*syntax.Str); is {
		return edit("Look up "+name, false, c.module.Span(lit.Range), `"`+name+`"`)
	}
	return nil
}

// dropField takes a field out of the dict, call, JSON or YAML that gives it, with its comma.
func dropField(f model.Field, title string, safe bool) *lint.Fix {
	if !direct(f) {
		return nil
	}
	lit, _ := f.Value.Literal()
	file, start, end := f.Key.File, f.Key.Start, lit.End
	text := file.Text
	line := strings.LastIndexAny(text[:start], "\r\n") + 1
	rest := len(text)
	if i := strings.IndexAny(text[end:], "\r\n"); i >= 0 {
		rest = end + i
	}
	own := strings.Trim(text[line:start], " \t") == ""
	behind := strings.TrimLeft(text[end:rest], " \t")
	switch {
	case file.Kind == source.YAML:
		if !own || behind != "" || rest == len(text) {
			return nil
		}
		return edit(title, safe, source.Span{File: file, Start: line, End: rest + 1 + crlf(text, rest)}, "")
	case strings.HasPrefix(behind, ","):
		end = rest - len(behind) + 1
		left := strings.TrimLeft(text[end:rest], " \t")
		switch {
		case own && left == "" && rest < len(text) && len(file.Cells) == 0:
			start, end = line, rest+1+crlf(text, rest)
		case left != "" && left[0] != '#':
			end = rest - len(left)
		}
		return edit(title, safe, source.Span{File: file, Start: start, End: end}, "")
	}
	before := strings.TrimRight(text[:start], " \t\r\n")
	switch {
	case strings.HasSuffix(before, ","):
		return edit(title, safe, source.Span{File: file, Start: len(before) - 1, End: end}, "")
	case strings.HasSuffix(before, "{"), strings.HasSuffix(before, "("):
		return edit(title, safe, source.Span{File: file, Start: start, End: end}, "")
	}
	return nil
}

func crlf(text string, at int) int {
	if strings.HasPrefix(text[at:], "\r\n") {
		return 1
	}
	return 0
}

// unflawed takes out of a text what does not belong to a key, and only that, so that no key is in the fix.
func unflawed(p *model.Program, d malformed, at source.Span, safe bool) *lint.Fix {
	if fix := stripped(p, d, at); fix != nil {
		return fix
	}
	if d.flaw == autogen.Bearer {
		at = withBearer(p, at)
	}
	text := at.Text()
	open := strings.IndexAny(text, `"'`)
	prefix := ""
	if open >= 0 && strings.Trim(text[:open], "rRbBuUfF") == "" {
		prefix = text[:open]
	} else if at.File.Kind == source.Python || at.File.Kind == source.Notebook {
		return nil // it is not written here
	} else {
		open = -1
	}
	quotes := 0
	if open >= 0 {
		quotes = 1
		if len(text) >= open+6 && text[open] == text[open+1] && text[open] == text[open+2] {
			quotes = 3
		}
	}
	start, end := open+quotes, len(text)-quotes
	if open < 0 {
		start, end = 0, len(text)
	}
	if start < 0 || end <= start {
		return nil
	}
	cut := func(from, to int) lint.Edit {
		return lint.Edit{Place: source.Span{File: at.File, Start: at.Start + from, End: at.Start + to}}
	}
	fix := &lint.Fix{Title: flawTitle[d.flaw], Safe: safe}
	inner := text[start:end]
	raw := strings.ContainsAny(prefix, "rR")
	switch d.flaw {
	case autogen.Bearer:
		n := len(inner) - len(strings.TrimLeft(strings.TrimPrefix(inner, "Bearer"), " "))
		if !strings.HasPrefix(inner, "Bearer ") {
			return nil
		}
		fix.Edits = []lint.Edit{cut(start, start+n)}
	case autogen.Leading:
		n := len(inner) - len(strings.TrimLeft(inner, " \t"))
		if n == 0 {
			return nil
		}
		fix.Edits = []lint.Edit{cut(start, start+n)}
	case autogen.Trailing:
		keep := inner
		for {
			next := strings.TrimRight(keep, " \t\r\n")
			for _, escape := range []string{`\n`, `\r`, `\t`} {
				if !raw && strings.HasSuffix(next, escape) && !strings.HasSuffix(next, `\`+escape) {
					next = next[:len(next)-2]
				}
			}
			if next == keep {
				break
			}
			keep = next
		}
		if keep == inner {
			return nil
		}
		fix.Edits = []lint.Edit{cut(start+len(keep), end)}
	case autogen.Quotes:
		n := 1
		if strings.HasPrefix(inner, `\`) {
			n = 2
		}
		if len(inner) < 2*n+1 || inner[n-1] != inner[len(inner)-1] || strings.IndexByte(`"'`, inner[n-1]) < 0 {
			return nil
		}
		fix.Edits = []lint.Edit{cut(start, start+n), cut(end-n, end)}
	default:
		return nil
	}
	return fix
}

// withBearer is the literal that puts Bearer before the key: the one at a place, or that of the f-string or sum around it.
func withBearer(p *model.Program, at source.Span) source.Span {
	c, ok := codeAt(p.Modules, at)
	if !ok || strings.Contains(at.Text(), "Bearer ") {
		return at
	}
	for i := len(c.path) - 1; i >= 0; i-- {
		switch n := c.path[i].(type) {
		case *syntax.FString:
			return c.module.Span(n.Range)
		case *syntax.Binary:
			if lit, is := n.L.(*syntax.Str); is {
				return c.module.Span(lit.Range)
			}
		case syntax.Stmt:
			return at
		}
	}
	return at
}

var flawTitle = map[autogen.Flaw]string{
	autogen.Trailing: "Take off what stands behind the key", autogen.Leading: "Take off what stands before the key",
	autogen.Quotes: "Take off the quotes", autogen.Bearer: "Take Bearer out",
}

// stripped writes .strip() behind what reads a file.
func stripped(p *model.Program, d malformed, at source.Span) *lint.Fix {
	if d.flaw != autogen.Trailing && d.flaw != autogen.Leading || !fromFile(d.at.Value) {
		return nil
	}
	c, ok := codeAt(p.Modules, at)
	if !ok {
		return nil
	}
	var of syntax.Node
	inner, awaited := false, false
	for i := len(c.path) - 1; i >= 0 && of == nil; i-- {
		switch n := c.path[i].(type) {
		case *syntax.Call, *syntax.Index:
			of = n
			if i > 0 {
				_, awaited = c.path[i-1].(*syntax.Await)
			}
			if givesList(n) { // it is one of the texts that has to be stripped
				if of = nil; i == 0 {
					return nil
				}
				one, is := c.path[i-1].(*syntax.Index)
				if !is || one.X != n {
					return nil
				}
				of = one
			}
		case syntax.Stmt:
			return nil
		}
	}
	for _, n := range c.path {
		if _, ok := n.(*syntax.FuncDef); ok {
			inner = true // others may call the function
		}
	}
	if of == nil || awaited {
		return nil
	}
	end := c.module.Span(of.Bounds())
	end.Start = end.End
	return edit("Write .strip() behind it", !inner, end, ".strip()")
}

// listers are methods that give a list of texts.
var listers = map[string]bool{"readlines": true, "split": true, "rsplit": true, "splitlines": true, "partition": true, "rpartition": true}

// givesList reports whether n calls a method that gives a list of texts.
func givesList(n syntax.Node) bool {
	call, ok := n.(*syntax.Call)
	if !ok {
		return false
	}
	method, ok := call.Fun.(*syntax.Attr)
	return ok && listers[method.Name]
}

// fromFile reports whether a text is the content of a file, or a line of one, as it was read.
func fromFile(v eval.Value) bool {
	for _, s := range v.Steps() {
		if s.Kind == eval.FromFile && s.Span.Valid() && s.Span.File.Kind == source.Other {
			return true
		}
	}
	return false
}

// guarded writes the test for None before os.environ[X] = os.getenv(Y), or takes it out where it sets a variable to itself.
func guarded(p *model.Program, e *eval.Event, name string) *lint.Fix {
	c, ok := codeAt(p.Modules, e.Span)
	if _, sets := variableSet(c); !ok || !sets {
		return nil
	}
	s, _ := c.statement()
	a := s.(*syntax.Assign)
	if name == e.Name {
		return c.removal("Take it out: it changes nothing where it does not raise", true)
	}
	if !readsOnly(c, a.Value) {
		return nil
	}
	at := c.module.Span(s.Bounds())
	line := strings.LastIndexAny(at.File.Text[:at.Start], "\r\n") + 1
	indent := at.File.Text[line:at.Start]
	if strings.Trim(indent, " \t") != "" || strings.ContainsAny(at.Text(), "\r\n") {
		return nil
	}
	unit := "    "
	if strings.Contains(indent, "\t") {
		unit = "\t"
	}
	at.End = at.Start
	return edit("Write the test for None", true, at, "if "+c.text(a.Value)+" is not None:\n"+indent+unit)
}

// readsOnly reports whether evaluating x twice is as good as once: a look-up of a variable, of an item.
func readsOnly(c code, x syntax.Expr) bool {
	switch x := x.(type) {
	case *syntax.Name, *syntax.Str, *syntax.Int:
		return true
	case *syntax.Attr:
		return readsOnly(c, x.X)
	case *syntax.Index:
		return readsOnly(c, x.X) && readsOnly(c, x.I)
	case *syntax.Call:
		switch c.text(x.Fun) {
		case "os.getenv", "getenv", "os.environ.get", "environ.get":
			for _, a := range x.Args {
				if !readsOnly(c, a.Value) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// unprinted takes a print out that is a statement of its own.
func unprinted(p *model.Program, e *eval.Event) *lint.Fix {
	c, ok := codeAt(p.Modules, e.Span)
	if !ok {
		return nil
	}
	s, _ := c.statement()
	x, ok := s.(*syntax.ExprStmt)
	if !ok {
		return nil
	}
	call, ok := x.X.(*syntax.Call)
	if _, plain := x.X.(*syntax.Name); plain && e.Name == "" {
		return c.removal("Take the line out", false)
	}
	if !ok || c.module.Span(call.Fun.Bounds()) != e.Span && !strings.HasSuffix(c.text(call.Fun), e.Span.Text()) {
		return nil
	}
	switch c.text(call.Fun) {
	case "print", "pprint", "pprint.pprint", "pp", "display":
		return c.removal("Take the print out", false)
	}
	return nil
}

// with adds a fix, if there is one.
func with(f lint.Finding, fix *lint.Fix) lint.Finding {
	if fix != nil {
		f.Fixes = append(f.Fixes, *fix)
	}
	return f
}
