package project

import (
	"path"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// An outline is what has to be known of a Python file or notebook before any program runs. With it the tree can wait until a program
// needs it.
type outline struct {
	refs   []ref    // what the file imports
	guard  bool     // it has a `__main__` guard
	tests  bool     // a test runner would find something in it
	pathy  bool     // it changes sys.path
	front  []string // the names of folders that it puts before all others
	states bool     // it may say itself which packages it needs
	broken bool     // a part of it could not be parsed: the line scan may see more
	size   int      // of its text
}

// outline reads u's outline, once, and reports whether u can be read. It may be called from several goroutines.
func (p *Project) outline(u *unit) bool {
	u.once.Do(func() {
		defer p.faultOf(u)
		if p.store != nil { // it keeps the tree
			if m := p.parse(u); m != nil {
				p.sketch(u, m.File.Text)
			}
			return
		}
		buf := buffers.Get().(*[]byte)
		defer buffers.Put(buf)
		if u.err != nil {
			return
		}
		raw, err := read(p.tree.fs, p.tree.abs(u.path), *buf, parser.MaxSize)
		*buf = raw
		if err == nil {
			var f *source.File
			if f, err = parser.Decode(u.path, u.kind(), raw); err == nil {
				p.sketch(u, f.Text)
			}
		}
		if err != nil {
			u.err = err
			p.unread(u.path, err)
		}
	})
	return u.err == nil
}

// sketch makes u's outline of its text, which is not kept.
func (p *Project) sketch(u *unit, text string) {
	out := p.store.outlined(u)
	if out == nil {
		if out = p.draw(u, text); out == nil {
			return
		}
		p.store.outlines(u, out)
	}
	u.outline, u.outlined = *out, true
	u.refs = slices.Clip(u.refs)
	for _, r := range u.scan.refs {
		if r.call || u.broken {
			u.refs = append(u.refs, r)
		}
	}
}

// draw makes the outline of u's text, or of its tree where the text does not tell.
func (p *Project) draw(u *unit, text string) *outline {
	out, ok := outline{}, false
	if !u.notebook {
		out, ok = skim(text)
	}
	if !ok {
		m := p.parse(u)
		if m == nil {
			return nil
		}
		out = outlined(m)
	}
	out.pathy, out.size = strings.Contains(text, "sys.path"), len(text)
	if out.pathy {
		out.front = putInFront(text)
	}
	out.states = u.notebook || strings.Contains(text, inlineHead)
	return &out
}

// putInFront returns the names of folders in the texts of calls of sys.path.insert(0, …): `str(here / "prod")` names prod.
func putInFront(text string) []string {
	var out []string
	for {
		_, rest, ok := strings.Cut(text, "sys.path.insert(0,")
		if !ok {
			return out
		}
		line, _, _ := strings.Cut(rest, "\n")
		for {
			open := strings.IndexAny(line, `"'`)
			if open < 0 {
				break
			}
			inside, after, closed := strings.Cut(line[open+1:], line[open:open+1])
			if name := path.Base(inside); closed && name != "." && name != ".." && name != "/" {
				out = append(out, name)
			}
			line = after
		}
		text = rest
	}
}

// outlined is the outline of a module, by its tree.
func outlined(m *syntax.Module) (out outline) {
	var c importer
	c.block(m.Body)
	for _, s := range m.Body {
		if i, ok := s.(*syntax.If); ok && isGuard(i.Test) {
			out.guard = true
		}
	}
	out.refs, out.tests, out.broken = c.refs, slices.ContainsFunc(m.Body, isTest), len(m.Errors) > 0
	return out
}

// isTest reports whether a test runner would find s.
func isTest(s syntax.Stmt) bool {
	switch s := s.(type) {
	case *syntax.FuncDef:
		return testFunc(s.Name)
	case *syntax.ClassDef:
		return testClass(s.Name)
	}
	return false
}

func testFunc(name string) bool { return strings.HasPrefix(name, "test") }

func testClass(name string) bool {
	return strings.HasPrefix(name, "Test") || strings.HasSuffix(name, "Test") || strings.HasSuffix(name, "TestCase")
}

// skim reads the outline of a Python file off its tokens, for a hundredth of what its tree costs. It reports false where only the tree
// can tell: there is no statement that it takes for another.
func skim(text string) (outline, bool) {
	s := skimmer{text: text}
	for first := true; ; first = false {
		top := s.indent()
		if s.at == len(text) {
			return s.out, true
		}
		if first && !top || !s.line(top) {
			return outline{}, false
		}
	}
}

// A skimmer goes over the tokens of a Python file, statement by statement.
type skimmer struct {
	text string
	at   int
	open []byte // brackets
	out  outline
}

// indent passes over blank lines and comments and the blanks before a statement, and reports whether there are none of those.
func (s *skimmer) indent() (top bool) {
	for start := s.at; s.at < len(s.text); {
		switch s.text[s.at] {
		case ' ', '\t', '\f':
			s.at++
		case '\r', '\n':
			s.at++
			start = s.at
		case '#':
			s.comment()
		default:
			return s.at == start
		}
	}
	return false
}

func (s *skimmer) comment() {
	if n := strings.IndexByte(s.text[s.at:], '\n'); n >= 0 {
		s.at += n
		return
	}
	s.at = len(s.text)
}

// line passes over a logical line. Top says that its first statement is one of the module's own.
func (s *skimmer) line(top bool) bool {
	head := s.at
	isIf := top && s.word() == "if"
	if top {
		s.definition()
	}
	for begins := true; ; {
		if begins {
			if s.blanks(); !s.statement() {
				return false
			}
		}
		if s.at == len(s.text) {
			return len(s.open) == 0
		}
		begins = false
		c := s.text[s.at]
		s.at++
		switch c {
		case '\n':
			if len(s.open) == 0 {
				return true
			}
		case '\r':
			if !s.next('\n') {
				return false
			}
			s.at--
		case '\\':
			if !s.goesOn() {
				return false
			}
		case '#':
			s.comment()
		case '"', '\'':
			if !s.str(c) {
				return false
			}
		case '(', '[', '{':
			s.open = append(s.open, c)
		case ')', ']', '}':
			if !s.closes(c) {
				return false
			}
		case ';', ':':
			begins = len(s.open) == 0
			if begins && isIf {
				if !s.guard(s.text[head+len("if") : s.at-1]) {
					return false
				}
				isIf = false
			}
		default:
			for inWord[c] && s.at < len(s.text) && inWord[s.text[s.at]] {
				s.at++
			}
		}
	}
}

// inWord tells of a byte whether it may be of a word.
var inWord = func() (out [256]bool) {
	for c := range out {
		out[c] = isWord(byte(c))
	}
	return out
}()

// word is the word that stands next, or "".
func (s *skimmer) word() string {
	end := s.at
	for end < len(s.text) && inWord[s.text[end]] {
		end++
	}
	return s.text[s.at:end]
}

func (s *skimmer) next(c byte) bool {
	if s.at == len(s.text) || s.text[s.at] != c {
		return false
	}
	s.at++
	return true
}

// goesOn passes over the line end behind a backslash.
func (s *skimmer) goesOn() bool {
	s.next('\r')
	return s.next('\n')
}

func (s *skimmer) closes(c byte) bool {
	n := len(s.open) - 1
	if n < 0 || strings.IndexByte("([{", s.open[n]) != strings.IndexByte(")]}", c) {
		return false
	}
	s.open = s.open[:n]
	return true
}

// str passes over a string behind its first quote. What stands in the fields of one is passed over with it.
func (s *skimmer) str(quote byte) bool {
	if s.twice(quote) {
		return s.tripled(quote)
	}
	for s.at < len(s.text) {
		c := s.text[s.at]
		s.at++
		switch c {
		case quote:
			return true
		case '\\':
			s.next('\r')
			s.at++
		case '\n', '\r':
			return false
		}
	}
	return false
}

// tripled passes over a string of three quotes behind the first three.
func (s *skimmer) tripled(quote byte) bool {
	start := s.at
	for {
		n := strings.IndexByte(s.text[s.at:], quote)
		if n < 0 {
			return false
		}
		s.at += n + 1
		before := s.text[start : s.at-1]
		if escapes := len(before) - len(strings.TrimRight(before, "\\")); escapes%2 == 0 && s.twice(quote) {
			return true
		}
	}
}

// twice passes over two of a quote.
func (s *skimmer) twice(quote byte) bool {
	if len(s.text)-s.at < 2 || s.text[s.at] != quote || s.text[s.at+1] != quote {
		return false
	}
	s.at += 2
	return true
}

// definition notes a function or class of the module's own that is a test.
func (s *skimmer) definition() {
	at := s.at
	defer func() { s.at = at }()
	kind := s.word()
	s.at += len(kind)
	if s.blanks(); kind == "async" && s.word() == "def" {
		kind = "def"
		s.at += len(kind)
		s.blanks()
	}
	s.out.tests = s.out.tests || kind == "def" && testFunc(s.word()) || kind == "class" && testClass(s.word())
}

// guard reads the condition of an `if` of the module's own.
func (s *skimmer) guard(test string) bool {
	if !strings.Contains(test, "__name__") || !strings.Contains(test, "__main__") {
		return true
	}
	test = strings.ReplaceAll(strings.TrimSpace(test), " ", "")
	is := test == `__name__=="__main__"` || test == "__name__=='__main__'"
	s.out.guard = s.out.guard || is
	return is
}

// blanks passes over blanks, and line ends that end no line.
func (s *skimmer) blanks() {
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case c == ' ' || c == '\t' || c == '\f' || len(s.open) > 0 && (c == '\n' || c == '\r'):
			s.at++
		case c == '#' && len(s.open) > 0:
			s.comment()
		case c == '\\' && (strings.HasPrefix(s.text[s.at+1:], "\n") || strings.HasPrefix(s.text[s.at+1:], "\r\n")):
			s.at++
			s.goesOn()
		default:
			return
		}
	}
}

// statement reads an import, if one begins here.
func (s *skimmer) statement() bool {
	switch s.word() {
	case "import":
		s.at += len("import")
		names, ok := s.names()
		for _, n := range names {
			s.out.refs = append(s.out.refs, ref{module: n})
		}
		return ok && s.ends()
	case "from":
		s.at += len("from")
		r, ok := s.from()
		s.out.refs = append(s.out.refs, r)
		return ok && s.ends()
	}
	return true
}

// from reads what stands behind the word `from`.
func (s *skimmer) from() (r ref, ok bool) {
	for s.blanks(); s.next('.'); s.blanks() {
		r.level++
	}
	if s.word() != "import" {
		if r.module, ok = s.dotted(); !ok {
			return r, false
		}
	} else if r.level == 0 {
		return r, false
	}
	if s.word() != "import" {
		return r, false
	}
	s.at += len("import")
	s.blanks()
	switch {
	case s.next('*'):
		r.names = []string{"*"}
		return r, true
	case s.next('('):
		s.open = append(s.open, '(')
		if r.names, ok = s.names(); !ok {
			return r, false
		}
		s.open = s.open[:0]
		return r, s.next(')')
	}
	r.names, ok = s.names()
	return r, ok
}

// names reads dotted names with the names that they get. In brackets a comma may stand behind the last.
func (s *skimmer) names() (out []string, ok bool) {
	for {
		s.blanks()
		if len(out) > 0 && len(s.open) > 0 && strings.HasPrefix(s.text[s.at:], ")") {
			return out, true
		}
		name, ok := s.dotted()
		if !ok {
			return out, false
		}
		out = append(out, name)
		if s.word() == "as" {
			s.at += len("as")
			s.blanks()
			as := s.word()
			if s.at += len(as); as == "" {
				return out, false
			}
			s.blanks()
		}
		if !s.next(',') {
			return out, true
		}
	}
}

// dotted reads a dotted name, and the blanks behind it.
func (s *skimmer) dotted() (string, bool) {
	start := s.at
	for {
		w := s.word()
		if w == "" || w == "import" || w == "as" || w[0] <= '9' {
			return "", false
		}
		s.at += len(w)
		end := s.at
		if s.blanks(); !s.next('.') {
			name := s.text[start:end]
			if strings.ContainsAny(name, " \t\f\r\n\\#") {
				return "", false
			}
			return strings.Clone(name), true // the text goes
		}
		s.blanks()
	}
}

// ends reports whether a statement ends here.
func (s *skimmer) ends() bool {
	s.blanks()
	return s.at == len(s.text) || strings.IndexByte("\n\r;#", s.text[s.at]) >= 0
}
