package parser

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/autogenlint/autogenlint/syntax"
)

// str lowers one string literal, or adjacent ones.
func (l *lowerer) str(lits []node, r syntax.Range) syntax.Expr {
	if len(lits) == 1 {
		if prefix := l.prefix(lits[0]); prefix == "" {
			start, end := l.inside(lits[0])
			l.oneLine(lits[0], start, l.text[start:end])
			s, escaped := decode(l.text[start:end], false, false, false)
			return &syntax.Str{Range: r, Value: s, Plain: !escaped}
		}
	}
	var parts []syntax.FPart
	isBytes, isF := false, false
	plain := len(lits) == 1
	for _, n := range lits {
		prefix := l.prefix(n)
		isBytes = isBytes || strings.ContainsAny(prefix, "bB")
		f := strings.ContainsAny(prefix, "fFtT")
		isF = isF || f
		more, escaped := l.strParts(n, strings.ContainsAny(prefix, "rR"), f, isBytes)
		plain = plain && !escaped && prefix == ""
		parts = append(parts, more...)
	}
	if isF {
		return &syntax.FString{Range: r, Parts: mergeLits(parts)}
	}
	var sb strings.Builder
	for _, p := range parts {
		sb.WriteString(p.Lit)
	}
	return &syntax.Str{Range: r, Value: sb.String(), Bytes: isBytes, Plain: plain}
}

func mergeLits(parts []syntax.FPart) []syntax.FPart {
	var out []syntax.FPart
	for _, p := range parts {
		if n := len(out); p.X == nil && n > 0 && out[n-1].X == nil {
			out[n-1].Lit += p.Lit
			continue
		}
		out = append(out, p)
	}
	return out
}

// prefix is what stands before the quotes.
func (l *lowerer) prefix(n node) string {
	if s, ok := l.first(n, kStringStart); ok {
		return strings.TrimRight(l.content(s), `"'`)
	}
	return ""
}

// inside returns where the text between the quotes of a literal begins and ends.
func (l *lowerer) inside(n node) (start, end int) {
	start, end = int(l.recs[n].start), int(l.recs[n].end)
	quotes := 0
	for _, c := range l.kids(n, false) {
		switch l.kind(c) {
		case kStringStart:
			start = int(l.recs[c].end)
			quotes = len(l.content(c)) - len(strings.TrimRight(l.content(c), `"'`))
		case kStringEnd:
			end = int(l.recs[c].end) - quotes // its beginning may be among the content: r'\\'
		}
	}
	return start, max(start, end)
}

// strParts decodes the content of one literal.
func (l *lowerer) strParts(n node, raw, f, isBytes bool) (parts []syntax.FPart, escaped bool) {
	start, end := l.inside(n)
	at := start
	lit := func(to int) {
		if to > at {
			l.oneLine(n, start, l.text[at:to])
			s, esc := decode(l.text[at:to], raw, f, isBytes)
			escaped = escaped || esc
			parts = append(parts, syntax.FPart{Lit: s})
		}
	}
	for _, c := range l.kids(n, false) {
		if l.kind(c) != kInterpolation {
			continue
		}
		lit(int(l.recs[c].start))
		at = int(l.recs[c].end)
		parts = append(parts, l.interpolation(c)...)
	}
	lit(end)
	return parts, escaped
}

// oneLine notes an error if text, a part of the literal n whose content begins at start, goes on over its line and may not: the grammar
// takes it.
func (l *lowerer) oneLine(n node, start int, text string) {
	if start >= 3 && (l.text[start-3:start] == `"""` || l.text[start-3:start] == "'''") {
		return
	}
	if strings.ContainsAny(text, "\r\n") && endsLine(text) {
		l.mod.Errors = append(l.mod.Errors, l.rng(n))
	}
}

// endsLine reports whether a line ends in s without a backslash before its end.
func endsLine(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			if i++; i+1 < len(s) && s[i] == '\r' && s[i+1] == '\n' {
				i++
			}
		case '\r', '\n':
			return true
		}
	}
	return false
}

// interpolation is one replacement field; with `=`, its text goes before it.
func (l *lowerer) interpolation(n node) []syntax.FPart {
	p := syntax.FPart{X: &syntax.BadExpr{Range: l.rng(n)}}
	e, ok := l.child(n, fExpression)
	if ok {
		p.X = l.expr(e)
	}
	if c, ok := l.first(n, kTypeConversion); ok {
		if t := l.content(c); len(t) == 2 {
			p.Conv = t[1]
		}
	}
	_, p.Spec = l.first(n, kFormatSpec)
	if w, is := p.X.(*syntax.Walrus); is && l.kind(e) == kNamedExpr {
		p.X, p.Spec = w.Name, true // `{x:=5}` is x in the format =5
	}
	for _, c := range l.kids(n, false) {
		if l.recs[c].flags&named != 0 || l.content(c) != "=" {
			continue
		}
		end := int(l.recs[c].end)
		for end < len(l.text) && strings.IndexByte(" \t\f\r\n", l.text[end]) >= 0 {
			end++
		}
		if p.Conv == 0 && !p.Spec {
			p.Conv = 'r'
		}
		return []syntax.FPart{{Lit: newlines(l.text[l.recs[n].start+1 : end])}, p}
	}
	return []syntax.FPart{p}
}

// braces are what a format string writes twice.
var braces = strings.NewReplacer("{{", "{", "}}", "}")

// decode is what Python makes of the text between the quotes. It reports whether that is another text.
func decode(s string, raw, f, isBytes bool) (string, bool) {
	if f {
		s = braces.Replace(s)
	}
	changed := strings.Contains(s, "\r")
	s = newlines(s)
	if raw || !strings.Contains(s, `\`) {
		return s, changed
	}
	var sb strings.Builder
	for i := 0; i < len(s); {
		if s[i] != '\\' || i+1 >= len(s) {
			sb.WriteByte(s[i])
			i++
			continue
		}
		i += unescape(&sb, s[i:], isBytes)
	}
	return sb.String(), true
}

var simpleEscapes = map[byte]string{'\n': "", '\\': `\`, '\'': "'", '"': `"`, 'a': "\a", 'b': "\b", 'f': "\f", 'n': "\n", 'r': "\r", 't': "\t", 'v': "\v"}

// unescape writes the escape that s begins with and returns its length.
func unescape(sb *strings.Builder, s string, isBytes bool) int {
	if to, ok := simpleEscapes[s[1]]; ok {
		sb.WriteString(to)
		return 2
	}
	hex := 0
	switch s[1] {
	case 'x':
		hex = 2
	case 'u':
		hex = 4
	case 'U':
		hex = 8
	}
	if isBytes && s[1] != 'x' {
		hex = 0
	}
	if hex > 0 && len(s) >= 2+hex {
		if v, err := strconv.ParseUint(s[2:2+hex], 16, 32); err == nil {
			writeRune(sb, rune(v))
			return 2 + hex
		}
	}
	if s[1] == 'N' && !isBytes && len(s) > 2 && s[2] == '{' {
		if end := strings.IndexByte(s, '}'); end > 0 {
			sb.WriteRune(utf8.RuneError) // which character it is does not matter here: it is not ASCII
			return end + 1
		}
	}
	n := 1
	for n < 4 && n < len(s) && s[n] >= '0' && s[n] <= '7' {
		n++
	}
	if n > 1 {
		v, _ := strconv.ParseUint(s[1:n], 8, 32)
		if isBytes {
			v &= 0xff
		}
		writeRune(sb, rune(v))
		return n
	}
	sb.WriteString(s[:2]) // Python keeps a backslash that escapes nothing
	return 2
}

func writeRune(sb *strings.Builder, r rune) {
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	sb.WriteRune(r)
}
