package lint

import (
	"cmp"
	"iter"
	"regexp"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A mark is one comment that suppresses findings: `# autogenlint: ignore[late-api-key, AG105] why`.
type mark struct {
	place  source.Span // from the # of the directive to the end of the comment
	alone  bool        // nothing else stands on its line, not even another comment
	verb   string      // ignore
	names  []name
	list   source.Span // between the brackets
	reason string
	after  int            // offset behind the brackets, where the reason belongs
	covers []syntax.Range // a finding that begins in one of these is suppressed
}

// A name is one entry of a mark's list.
type name struct {
	text  string
	place source.Span
	rule  *Analyzer // nil if there is none of that name
	used  bool
}

// directive matches what the tool is told in a comment. Other words after the colon are prose about the tool.
var directive = regexp.MustCompile(`#+[ \t]*autogenlint:[ \t]*(ignore|disable|nolint|noqa|off|skip)\b(?:[ \t]*\[([^\]\r\n]*)\])?([^\r\n]*)`)

// marks returns the suppressions that stand in f, in order.
func (j *Job) marks(f *source.File) []mark {
	if !strings.Contains(f.Text, "autogenlint:") {
		return nil
	}
	switch f.Kind {
	case source.Python, source.Notebook:
		if m := j.Module(f); m != nil {
			return j.pythonMarks(m)
		}
	case source.Dotenv, source.Shell, source.Dockerfile:
		return j.lineMarks(f, false)
	case source.YAML, source.TOML:
		return j.lineMarks(f, true)
	}
	return nil
}

// read reads the directive of a comment.
func (j *Job) read(f *source.File, start, end int, alone bool) (mark, bool) {
	text := f.Text[start:end]
	at := directive.FindStringSubmatchIndex(text)
	if at == nil {
		return mark{}, false
	}
	span := func(from, to int) source.Span { return source.Span{File: f, Start: start + from, End: start + to} }
	m := mark{place: span(at[0], at[1]), verb: text[at[2]:at[3]], alone: alone && strings.Trim(text[:at[0]], " \t") == "", after: start + at[6]}
	reason, _, _ := strings.Cut(text[at[6]:at[7]], "#") // another pragma is no reason
	m.reason = strings.Trim(reason, " \t-–—:")
	if at[4] < 0 {
		return m, true
	}
	m.list = span(at[4], at[5])
	for from := at[4]; from <= at[5]; {
		to := from + strings.IndexByte(text[from:at[5]]+",", ',')
		if trimmed := strings.TrimSpace(text[from:to]); trimmed != "" {
			from += strings.Index(text[from:to], trimmed)
			m.names = append(m.names, name{text: trimmed, place: span(from, from+len(trimmed)), rule: j.rule(trimmed)})
		}
		from = to + 1
	}
	return m, true
}

// pythonMarks returns the suppressions of a module. One at the end of a line covers the statements that have a part on the
// line; one alone covers the statement that begins on the next line of code.
func (j *Job) pythonMarks(m *syntax.Module) []mark {
	var out []mark
	var parts *ranges
	text := m.File.Text
	code := nextLine{text: text}
	for _, c := range m.Marks {
		k, ok := j.read(m.File, int(c.Start), int(c.End), c.Alone)
		if !ok {
			continue
		}
		if parts == nil {
			parts = ordered(statements(m))
		}
		line := lineAt(text, int(c.Start))
		k.covers = []syntax.Range{line}
		if !c.Alone {
			for _, x := range parts.touching(line) {
				k.covers = append(k.covers, x)
			}
		} else if next, ok := code.after(int(line.End)); ok {
			k.covers = []syntax.Range{next}
			if !parts.hold(c.Range) { // inside of a statement it stands for the next line only
				k.covers = append(k.covers, parts.beginning(next)...)
			}
		}
		out = append(out, k)
	}
	return out
}

// lineMarks returns the suppressions of a file whose comments begin with #. A finding's statement is its line there, with
// those that a backslash joins to it. Behind a value, trailing says whether a # begins a comment: in a .env it may be the value's.
func (j *Job) lineMarks(f *source.File, trailing bool) []mark {
	var out []mark
	code := nextLine{text: f.Text}
	for start := 0; start < len(f.Text); {
		line := lineAt(f.Text, start)
		start = afterBreak(f.Text, int(line.End))
		at, alone := comment(f.Text[line.Start:line.End])
		if at < 0 || !alone && !trailing {
			continue
		}
		k, ok := j.read(f, int(line.Start)+at, int(line.End), alone)
		if !ok {
			continue
		}
		k.covers = []syntax.Range{line}
		if next, ok := code.after(int(line.End)); alone && ok {
			for f.Kind != source.YAML && strings.HasSuffix(f.Text[:next.End], `\`) && int(next.End) < len(f.Text) {
				next.End = lineAt(f.Text, afterBreak(f.Text, int(next.End))).End
			}
			k.covers = []syntax.Range{next}
		}
		out = append(out, k)
	}
	return out
}

// comment returns where a comment begins in a line, or -1, and whether it is all there is.
func comment(line string) (at int, alone bool) {
	var quote byte
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t'):
			return i, strings.Trim(line[:i], " \t") == ""
		case c == '"' || c == '\'' && (i == 0 || strings.IndexByte(" \t:[{,-=", line[i-1]) >= 0): // not the one of don't
			quote = c
		}
	}
	return -1, false
}

// statements returns the places of all simple statements of m and of the headers of the others.
func statements(m *syntax.Module) []syntax.Range {
	var out []syntax.Range
	header := func(start int32, body []syntax.Stmt, end int32) {
		if len(body) > 0 {
			end = codeEnd(m, start, body[0].Bounds().Start)
		}
		out = append(out, syntax.Range{Start: start, End: end})
	}
	var walk func([]syntax.Stmt)
	walk = func(body []syntax.Stmt) {
		for _, s := range body {
			r := s.Bounds()
			start := r.Start
			for _, d := range decorators(s) {
				start = min(start, d.Bounds().Start)
			}
			bodies := syntax.Blocks(s)
			if len(bodies) == 0 {
				out = append(out, r)
				continue
			}
			if c, ok := s.(*syntax.Match); !ok {
				header(start, bodies[0], r.End)
			} else if len(c.Cases) > 0 {
				out = append(out, syntax.Range{Start: start, End: codeEnd(m, start, c.Cases[0].Start)})
			}
			for _, clause := range clausesOf(s) {
				header(clause.Start, clause.body, clause.End)
			}
			for _, b := range bodies {
				walk(b)
			}
		}
	}
	walk(m.Body)
	return out
}

// codeEnd returns the end of the code between start and the next statement: blanks and comments before that are not of it.
func codeEnd(m *syntax.Module, start, next int32) int32 {
	end := next
	for i := len(m.Marks); end > start; {
		end = start + int32(len(strings.TrimRight(m.File.Text[start:end], " \t\r\n\f")))
		for i > 0 && m.Marks[i-1].End > end {
			i--
		}
		if i == 0 || m.Marks[i-1].End != end || m.Marks[i-1].Start < start {
			break
		}
		end = m.Marks[i-1].Start
	}
	return end
}

// A clause is a part of a statement with a header and a body of its own.
type clause struct {
	syntax.Range
	body []syntax.Stmt
}

func clausesOf(s syntax.Stmt) (out []clause) {
	switch s := s.(type) {
	case *syntax.Try:
		for _, h := range s.Handlers {
			out = append(out, clause{h.Range, h.Body})
		}
	case *syntax.Match:
		for _, c := range s.Cases {
			out = append(out, clause{c.Range, c.Body})
		}
	}
	return out
}

func decorators(s syntax.Stmt) []syntax.Expr {
	switch s := s.(type) {
	case *syntax.FuncDef:
		return s.Decorators
	case *syntax.ClassDef:
		return s.Decorators
	}
	return nil
}

// ranges are parts of a text by where they begin.
type ranges struct {
	list  []syntax.Range
	ids   []int   // which of them it was
	reach []int32 // the furthest end of all up to here
}

// ordered puts list in order.
func ordered(list []syntax.Range) *ranges {
	r := &ranges{ids: make([]int, len(list))}
	for i := range list {
		r.ids[i] = i
	}
	slices.SortStableFunc(r.ids, func(a, b int) int { return cmp.Compare(list[a].Start, list[b].Start) })
	end := int32(0)
	for _, i := range r.ids {
		end = max(end, list[i].End)
		r.list, r.reach = append(r.list, list[i]), append(r.reach, end)
	}
	return r
}

// touching are those that have a part in at, by which of them they are.
func (r *ranges) touching(at syntax.Range) iter.Seq2[int, syntax.Range] {
	return func(yield func(int, syntax.Range) bool) {
		first, _ := slices.BinarySearch(r.reach, at.Start)
		for i, x := range r.list[first:] {
			if x.Start > at.End || x.End >= at.Start && !yield(r.ids[first+i], x) {
				return
			}
		}
	}
}

// beginning are those that begin in at.
func (r *ranges) beginning(at syntax.Range) (out []syntax.Range) {
	for _, x := range r.touching(at) {
		if x.Start >= at.Start {
			out = append(out, x)
		}
	}
	return out
}

// hold reports whether at lies inside of one of them.
func (r *ranges) hold(at syntax.Range) bool {
	for _, x := range r.touching(at) {
		if x.Start < at.Start && at.End <= x.End {
			return true
		}
	}
	return false
}

// lineAt returns the line that holds offset, without its break.
func lineAt(text string, offset int) syntax.Range {
	start := strings.LastIndexAny(text[:offset], "\r\n") + 1
	end := len(text)
	if i := strings.IndexAny(text[offset:], "\r\n"); i >= 0 {
		end = offset + i
	}
	return syntax.Range{Start: int32(start), End: int32(end)}
}

// afterBreak returns the offset after the line break at offset.
func afterBreak(text string, offset int) int {
	if strings.HasPrefix(text[offset:], "\r\n") {
		return offset + 2
	}
	return min(offset+1, len(text))
}

// A nextLine finds lines of code. It remembers the last one, which many comments may stand above.
type nextLine struct {
	text string
	from int // what is remembered is what comes after this offset, up to that line
	line syntax.Range
	ok   bool
	some bool
}

// after returns the first line after offset that is not a comment. A blank line ends the search: a comment above it speaks about
// nothing.
func (n *nextLine) after(offset int) (syntax.Range, bool) {
	if !n.some || offset < n.from || offset >= int(n.line.Start) {
		n.line, n.ok = nextCode(n.text, offset)
		n.from, n.some = offset, true
	}
	return n.line, n.ok
}

func nextCode(text string, offset int) (syntax.Range, bool) {
	for offset < len(text) {
		line := lineAt(text, afterBreak(text, offset))
		switch trimmed := strings.Trim(text[line.Start:line.End], " \t\f"); {
		case trimmed == "":
			return line, false
		case trimmed[0] != '#':
			return line, true
		}
		offset = int(line.End)
	}
	end := int32(len(text))
	return syntax.Range{Start: end, End: end}, false
}
