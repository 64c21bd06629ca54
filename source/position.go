package source

import (
	"sort"
	"unicode/utf16"
	"unicode/utf8"
)

// Position returns the line and column of an offset of the decoded text. Offsets outside the text are moved to its ends.
func (f *File) Position(offset int) Position {
	offset = clamp(offset, len(f.Text))
	lines := f.lines()
	i := lineOf(lines, offset)
	return Position{Line: i + 1, Column: utf8.RuneCountInString(f.Text[lines[i]:offset]) + 1}
}

// RawOffset returns where the character at an offset of the decoded text stands on disk.
func (f *File) RawOffset(offset int) int {
	offset = clamp(offset, len(f.Text))
	if len(f.Parts) == 0 {
		return clamp(offset, len(f.Raw))
	}
	i := sort.Search(len(f.Parts), func(i int) bool { return f.Parts[i].Text+f.Parts[i].Len > offset })
	if i == len(f.Parts) {
		last := f.Parts[i-1]
		return clamp(last.Raw+last.RawLen, len(f.Raw))
	}
	p := f.Parts[i]
	if offset < p.Text {
		return p.Raw
	}
	if p.Len == p.RawLen {
		return p.Raw + offset - p.Text
	}
	return p.Raw
}

// RawSpan returns the bytes on disk that s covers.
func (f *File) RawSpan(s Span) (start, end int) {
	start = f.RawOffset(s.Start)
	if s.End <= s.Start {
		return start, start
	}
	if len(f.Parts) == 0 {
		return start, clamp(s.End, len(f.Raw))
	}
	last := s.End - 1
	i := sort.Search(len(f.Parts), func(i int) bool { return f.Parts[i].Text+f.Parts[i].Len > last })
	if i == len(f.Parts) {
		return start, f.RawOffset(s.End)
	}
	p := f.Parts[i]
	if p.Len == p.RawLen {
		return start, p.Raw + last - p.Text + 1
	}
	return start, p.Raw + p.RawLen
}

// RawPosition returns the line and column, in code points, of an offset on disk.
func (f *File) RawPosition(raw int) Position {
	raw = clamp(raw, len(f.Raw))
	lines := f.rawLines()
	i := lineOf(lines, raw)
	from, column := int(lines[i]), 1
	if raw-from < long {
		return Position{i + 1, utf8.RuneCount(f.Raw[from:raw]) + 1}
	}
	if c := f.counted.Load(); c != nil && c.raw >= from && c.raw <= raw && (c.raw == len(f.Raw) || utf8.RuneStart(f.Raw[c.raw])) {
		from, column = c.raw, c.column
	}
	column += utf8.RuneCount(f.Raw[from:raw])
	f.counted.Store(&counted{raw, column})
	return Position{i + 1, column}
}

// long is how far into a line a place is whose column is remembered: many findings may stand on one line.
const long = 4096

// counted is a place on disk whose column is known.
type counted struct{ raw, column int }

// RawUTF16 returns the line and column, in UTF-16 code units, of an offset on disk.
func (f *File) RawUTF16(raw int) Position {
	raw = clamp(raw, len(f.Raw))
	lines := f.rawLines()
	i := lineOf(lines, raw)
	n := 0
	for _, r := range string(f.Raw[lines[i]:raw]) {
		n += max(1, utf16.RuneLen(r))
	}
	return Position{Line: i + 1, Column: n + 1}
}

// Where returns the place of s on disk, for people: a notebook's lines are those of its JSON.
func (s Span) Where() (start, end Position) {
	a, b := s.File.RawSpan(s)
	return s.File.RawPosition(a), s.File.RawPosition(b)
}

// Cell returns the code cell of a notebook that holds an offset, and the place in it.
func (f *File) Cell(offset int) (Cell, Position, bool) {
	for _, c := range f.Cells {
		if offset >= c.Start && (offset < c.End || offset == len(f.Text)) {
			p := f.Position(offset)
			p.Line -= f.Position(c.Start).Line - 1
			return c, p, true
		}
	}
	return Cell{}, Position{}, false
}

// Line returns the text of the line that holds an offset of the decoded text, and the offset at which it begins.
func (f *File) Line(offset int) (string, int) {
	lines := f.lines()
	i := lineOf(lines, clamp(offset, len(f.Text)))
	end := len(f.Text)
	if i+1 < len(lines) {
		end = int(lines[i+1])
	}
	start := int(lines[i])
	for end > start && (f.Text[end-1] == '\n' || f.Text[end-1] == '\r') {
		end--
	}
	return f.Text[start:end], start
}

// LineStart returns the offset at which a 1-based line of the decoded text begins.
func (f *File) LineStart(line int) int {
	if line < 1 {
		return 0
	}
	lines := f.lines()
	if line > len(lines) {
		return len(f.Text)
	}
	return int(lines[line-1])
}

// Lines returns how many lines the decoded text has.
func (f *File) Lines() int { return len(f.lines()) }

func clamp(n, most int) int { return min(max(n, 0), most) }
