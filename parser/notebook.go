package parser

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

var errNotebook = errors.New("it is not a notebook of format 4")

// decodeNotebook takes the code cells out of a notebook's JSON, and remembers where every character of them stands in it.
func decodeNotebook(name string, raw []byte) (*source.File, error) {
	d := &notebookReader{raw: raw, dec: json.NewDecoder(bytes.NewReader(raw))}
	if bytes.HasPrefix(raw, bom) {
		return nil, errors.New("its JSON begins with a byte order mark")
	}
	if err := d.notebook(); err != nil {
		return nil, err
	}
	f := source.New(name, source.Notebook, raw, d.text.String(), d.parts)
	f.Cells = d.cells
	return f, nil
}

type notebookReader struct {
	raw    []byte
	dec    *json.Decoder
	text   strings.Builder
	parts  []source.Segment
	cells  []source.Cell
	number int
	format bool
}

// piece is one JSON string of a cell's source.
type piece struct{ start, end int }

func (d *notebookReader) token() (json.Token, error) {
	t, err := d.dec.Token()
	if err != nil {
		return nil, errors.New("its JSON is broken")
	}
	return t, nil
}

func (d *notebookReader) notebook() error {
	if t, err := d.token(); err != nil || t != json.Delim('{') {
		return errNotebook
	}
	seen := false
	for d.dec.More() {
		key, err := d.token()
		if err != nil {
			return err
		}
		switch key {
		case "cells":
			seen = true
			err = d.list(d.cell)
		case "nbformat":
			var v any
			if v, err = d.token(); err == nil {
				d.format = v == float64(4)
			}
		default:
			err = d.skip()
		}
		if err != nil {
			return err
		}
	}
	if !seen || !d.format {
		return errNotebook
	}
	return nil
}

// list reads an array whose elements each reads.
func (d *notebookReader) list(each func() error) error {
	if t, err := d.token(); err != nil || t != json.Delim('[') {
		return errNotebook
	}
	for d.dec.More() {
		if err := each(); err != nil {
			return err
		}
	}
	_, err := d.token()
	return err
}

// skip passes over one value.
func (d *notebookReader) skip() error {
	depth := 0
	for {
		t, err := d.token()
		if err != nil {
			return err
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
	}
}

func (d *notebookReader) cell() error {
	d.number++
	if t, err := d.token(); err != nil || t != json.Delim('{') {
		return errNotebook
	}
	var kind string
	var pieces []piece
	executed := 0
	for d.dec.More() {
		key, err := d.token()
		if err != nil {
			return err
		}
		switch key {
		case "cell_type":
			var v any
			v, err = d.token()
			kind, _ = v.(string)
		case "execution_count":
			var v any
			if v, err = d.token(); err == nil {
				if n, ok := v.(float64); ok {
					executed = int(n)
				}
			}
		case "source":
			pieces, err = d.source()
		default:
			err = d.skip()
		}
		if err != nil {
			return err
		}
	}
	if _, err := d.token(); err != nil {
		return err
	}
	if kind == "code" {
		if len(pieces) == 0 { // nothing stands where the cell ends
			at := int(d.dec.InputOffset())
			pieces = []piece{{at, at}}
		}
		d.add(pieces, executed)
	}
	return nil
}

// source reads one string, or a list of them.
func (d *notebookReader) source() ([]piece, error) {
	var out []piece
	at := d.dec.InputOffset()
	t, err := d.token()
	if err != nil {
		return nil, err
	}
	if _, ok := t.(string); ok {
		return []piece{d.piece(at)}, nil
	}
	if t != json.Delim('[') {
		return nil, errNotebook
	}
	for d.dec.More() {
		at := d.dec.InputOffset()
		t, err := d.token()
		if err != nil {
			return nil, err
		}
		if _, ok := t.(string); !ok {
			return nil, errNotebook
		}
		out = append(out, d.piece(at))
	}
	_, err = d.token()
	return out, err
}

// piece is the inside of the string token that was just read and began after from.
func (d *notebookReader) piece(from int64) piece {
	end := int(d.dec.InputOffset())
	start := int(from)
	for start < end && d.raw[start] != '"' {
		start++
	}
	return piece{start + 1, end - 1}
}

// add appends a code cell; its text ends with one line feed.
func (d *notebookReader) add(pieces []piece, executed int) {
	start := d.text.Len()
	for _, p := range pieces {
		d.addPiece(p)
	}
	if s := d.text.String()[start:]; !strings.HasSuffix(s, "\n") {
		d.parts = append(d.parts, source.Segment{Text: d.text.Len(), Len: 1, Raw: pieces[len(pieces)-1].end, RawLen: 0})
		d.text.WriteByte('\n')
	}
	d.cells = append(d.cells, source.Cell{Number: d.number, Start: start, End: d.text.Len(), Executed: executed})
}

func (d *notebookReader) addPiece(p piece) {
	start := p.start
	flush := func(end int) {
		if end > start {
			d.parts = append(d.parts, source.Segment{Text: d.text.Len(), Len: end - start, Raw: start, RawLen: end - start})
			d.text.Write(bytes.ToValidUTF8(d.raw[start:end], []byte("?")))
		}
	}
	for i := p.start; i < p.end; {
		if d.raw[i] != '\\' {
			i++
			continue
		}
		flush(i)
		r, n := jsonEscape(d.raw[i:p.end])
		at := d.text.Len()
		d.text.WriteRune(r)
		d.parts = append(d.parts, source.Segment{Text: at, Len: d.text.Len() - at, Raw: i, RawLen: n})
		i += n
		start = i
	}
	flush(p.end)
}

// jsonEscape decodes the escape that b begins with, and returns its length.
func jsonEscape(b []byte) (rune, int) {
	if len(b) < 2 {
		return utf8.RuneError, len(b)
	}
	switch b[1] {
	case 'n':
		return '\n', 2
	case 't':
		return '\t', 2
	case 'r':
		return '\r', 2
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'u':
		r, ok := hex4(b)
		if !ok {
			return utf8.RuneError, 2
		}
		if utf16.IsSurrogate(r) && len(b) >= 12 && b[6] == '\\' && b[7] == 'u' {
			if low, ok := hex4(b[6:]); ok {
				if full := utf16.DecodeRune(r, low); full != utf8.RuneError {
					return full, 12
				}
			}
		}
		if utf16.IsSurrogate(r) || r == 0 {
			return utf8.RuneError, 6
		}
		return r, 6
	}
	return rune(b[1]), 2
}

func hex4(b []byte) (rune, bool) {
	if len(b) < 6 {
		return 0, false
	}
	v, err := strconv.ParseUint(string(b[2:6]), 16, 32)
	return rune(v), err == nil
}

// A magicLine is a line of a cell that is not Python. Python parses a number in its place.
type magicLine struct {
	stmt *syntax.Magic
	used bool
}

// transparent are cell magics under which the rest of the cell is Python.
var transparent = map[string]bool{"time": true, "timeit": true, "capture": true, "prun": true, "snakeviz": true, "memray_flamegraph": true}

// lowerCell parses one code cell.
func lowerCell(m *syntax.Module, text string, base int32) {
	blanked, magics, whole := blankMagics(text, base)
	if whole != nil {
		m.Body = append(m.Body, whole)
		return
	}
	l := &lowerer{mod: m, text: blanked, base: base, magics: magics}
	m.Body = append(m.Body, l.module()...)
}

// blankMagics replaces every line that is not Python by one of equal length that is, and returns what the lines were. A cell of
// another language comes back whole.
func blankMagics(text string, base int32) (string, []magicLine, *syntax.Magic) {
	out := []byte(text)
	var magics []magicLine
	scan := &lineState{}
	for at := 0; at < len(text); {
		end := at + strings.IndexByte(text[at:], '\n') + 1
		if end == at {
			end = len(text)
		}
		line := strings.TrimRight(text[at:end], "\r\n")
		if !scan.inside() {
			s := magicOf(line, base+int32(at))
			if s == nil && strings.TrimSpace(text) == strings.TrimSpace(line) {
				s = automagic(line, base+int32(at))
			}
			if s != nil && s.Kind == syntax.CellMagic && strings.TrimSpace(text[:at]) == "" {
				if !transparent[s.Name] {
					s.Body = text[end:]
					s.Range.End = base + int32(len(strings.TrimRight(text, "\n")))
					return "", nil, s
				}
				s.Kind = syntax.LineMagic
			}
			if s != nil {
				end = joinLines(text, at, end, s)
				blankOut(out[at:end])
				magics = append(magics, magicLine{stmt: s})
				at = end
				continue
			}
		}
		scan.line(line)
		at = end
	}
	return string(out), magics, nil
}

// joinLines takes the lines that a backslash joins to a magic.
func joinLines(text string, at, end int, s *syntax.Magic) int {
	for end < len(text) && strings.HasSuffix(strings.TrimRight(text[at:end], "\r\n"), `\`) {
		next := end + strings.IndexByte(text[end:], '\n') + 1
		if next == end {
			next = len(text)
		}
		s.Args = strings.TrimSuffix(strings.TrimSpace(s.Args), `\`) + strings.TrimSpace(text[end:next])
		end = next
	}
	return end
}

// blankOut writes a number over a line, at its indentation and as long as the line is: what is around it ends where the line does.
func blankOut(line []byte) {
	i := 0
	for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
		i++
	}
	end := len(bytes.TrimRight(line, " \t\r\n"))
	for j := i; j < end; j++ {
		line[j] = '0' // of any length, it does nothing
	}
}

// magicOf reads a line as a magic; nil if it is Python.
func magicOf(line string, base int32) *syntax.Magic {
	body := strings.TrimLeft(line, " \t")
	at := base + int32(len(line)-len(body))
	s := &syntax.Magic{Range: syntax.Range{Start: at, End: base + int32(len(strings.TrimRight(line, " \t")))}}
	switch {
	case strings.HasPrefix(body, "%%"):
		s.Kind = syntax.CellMagic
		s.Name, s.Args, _ = strings.Cut(body[2:], " ")
	case strings.HasPrefix(body, "%"):
		s.Kind = syntax.LineMagic
		s.Name, s.Args, _ = strings.Cut(strings.TrimLeft(body[1:], " "), " ")
	case strings.HasPrefix(body, "!"):
		s.Kind = syntax.ShellLine
		s.Args = strings.TrimLeft(body, "!")
	case strings.HasPrefix(body, "?"), strings.HasSuffix(strings.TrimSpace(body), "?") && !strings.ContainsAny(body, "#'\""):
		s.Kind = syntax.HelpLine
		s.Name = strings.Trim(body, "? ")
	default:
		name, rest, ok := strings.Cut(body, "=")
		name, rest = strings.TrimSpace(name), strings.TrimSpace(rest)
		if !ok || !isName(name) || rest == "" || rest[0] != '!' && rest[0] != '%' {
			return nil
		}
		inner := magicOf(rest, base)
		if inner == nil {
			return nil
		}
		inner.Range = s.Range
		inner.Into = &syntax.Name{Range: syntax.Range{Start: at, End: at + int32(len(name))}, Ident: name}
		return inner
	}
	s.Name, s.Args = strings.TrimSpace(s.Name), strings.TrimSpace(s.Args)
	return s
}

// automagic reads the only line of a cell as a magic without its %, which IPython takes for one there: pip install x.
func automagic(line string, base int32) *syntax.Magic {
	body := strings.TrimSpace(line)
	name, args, _ := strings.Cut(body, " ")
	args = strings.TrimSpace(args)
	if !automagics[name] || args == "" || strings.IndexByte("=([.,:+*/%<>|&)]}#", args[0]) >= 0 {
		return nil
	}
	at := base + int32(strings.Index(line, body))
	return &syntax.Magic{Range: syntax.Range{Start: at, End: at + int32(len(body))}, Kind: syntax.LineMagic, Name: name, Args: args}
}

// automagics are the magics that people write without their %, and whose arguments are no Python.
var automagics = map[string]bool{
	"pip": true, "conda": true, "mamba": true, "uv": true, "cd": true, "ls": true, "cat": true, "mkdir": true, "rm": true, "cp": true, "mv": true,
	"env": true, "set_env": true, "load_ext": true, "matplotlib": true, "run": true, "dotenv": true,
}

func isName(s string) bool {
	for i, r := range s {
		if r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return s != ""
}

// spliceMagics puts the magics back in the place of the statements that stood for them.
func (l *lowerer) spliceMagics(body []syntax.Stmt) []syntax.Stmt {
	if len(l.magics) == 0 {
		return body
	}
	for i, s := range body {
		for k := range l.magics {
			mg := &l.magics[k]
			if _, stands := s.(*syntax.ExprStmt); stands && !mg.used && s.Bounds().Start == mg.stmt.Start {
				body[i], mg.used = mg.stmt, true
			}
		}
	}
	return body
}
