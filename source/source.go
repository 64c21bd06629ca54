// Package source holds one file: its raw bytes, the text they decode to, its lines, and the map between the two.
//
// Everything above counts in offsets of the decoded text. Fixes and reports, which talk about the file on disk,
// go through Raw and the position methods.
package source

import (
	"sort"
	"strings"
	"sync"
	"sync/atomic"
)

// Kind is what a file is read as.
type Kind uint8

// The kinds of file that are read.
const (
	Other Kind = iota
	Python
	Notebook
	Dotenv
	JSON
	YAML
	TOML
	INI
	Shell
	Dockerfile
)

// A File is one file of a project. It is not changed after it was made.
type File struct {
	Path string // relative to the project root, with slashes; unique in a run
	Raw  []byte // the bytes on disk
	Text string // the text that offsets count in; of a notebook, its code cells in a row
	Kind Kind

	Cells []Cell    // of a notebook, its code cells in document order
	Parts []Segment // how Text lies in Raw, by ascending Text offset; none means byte for byte

	lines    func() []int32           // offsets in Text at which a line begins; few files are asked for theirs
	rawLines func() []int32           // offsets in Raw at which a line begins
	counted  *atomic.Pointer[counted] // in Raw, of the last place far into a line
}

// A Cell is one code cell of a notebook.
type Cell struct {
	Number     int // 1-based, counting cells of every type
	Start, End int // offsets in Text
	Executed   int // the stored execution count; 0 when the cell has none
}

// A Segment says that Text[Text:Text+Len] was decoded from Raw[Raw:Raw+RawLen]. Within a segment whose lengths are equal
// the two run in step; otherwise the segment is one unit (an escape in a notebook's JSON, a character of a legacy coding).
type Segment struct {
	Text, Len   int
	Raw, RawLen int
}

// A Span is a range of a file's decoded text. The zero Span is no place at all.
type Span struct {
	File       *File
	Start, End int
}

// Valid reports whether s is a place.
func (s Span) Valid() bool { return s.File != nil }

// Text returns the text that s covers.
func (s Span) Text() string {
	if s.File == nil || s.Start < 0 || s.End > len(s.File.Text) || s.Start > s.End {
		return ""
	}
	return s.File.Text[s.Start:s.End]
}

// Before orders spans by path and offset.
func (s Span) Before(t Span) bool {
	if s.File == nil || t.File == nil {
		return s.File == nil && t.File != nil
	}
	if s.File.Path != t.File.Path {
		return s.File.Path < t.File.Path
	}
	if s.Start != t.Start {
		return s.Start < t.Start
	}
	return s.End < t.End
}

// A Position is a place for people: line and column count from 1, columns in code points.
type Position struct {
	Line, Column int
}

// textLines returns the offsets at which lines begin. A line ends with LF, CRLF or CR.
func textLines(text string) []int32 {
	if strings.IndexByte(text, '\r') < 0 {
		starts := make([]int32, 1, strings.Count(text, "\n")+1)
		for at := 0; ; {
			i := strings.IndexByte(text[at:], '\n')
			if i < 0 {
				return starts
			}
			at += i + 1
			starts = append(starts, int32(at))
		}
	}
	starts := []int32{0}
	for i := 0; i < len(text); i++ {
		if c := text[i]; c == '\n' || c == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			starts = append(starts, int32(i+1))
		}
	}
	return starts
}

// New returns a file whose decoded text is text. Parts says how text lies in raw; nil means byte for byte. It keeps raw.
func New(path string, kind Kind, raw []byte, text string, parts []Segment) *File {
	f := &File{Path: path, Kind: kind, Raw: raw, Text: text, Parts: parts, counted: &atomic.Pointer[counted]{}}
	f.lines = sync.OnceValue(func() []int32 { return textLines(f.Text) })
	f.rawLines = f.lines
	if parts != nil || len(raw) != len(text) {
		f.rawLines = sync.OnceValue(func() []int32 { return textLines(string(f.Raw)) })
	}
	return f
}

// lineOf returns the index of the line that holds offset.
func lineOf(starts []int32, offset int) int {
	return sort.Search(len(starts), func(i int) bool { return int(starts[i]) > offset }) - 1
}

// Dir returns the folder of f, "." for the project's root.
func (f *File) Dir() string {
	for i := len(f.Path) - 1; i >= 0; i-- {
		if f.Path[i] == '/' {
			return f.Path[:i]
		}
	}
	return "."
}
