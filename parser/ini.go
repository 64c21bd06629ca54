package parser

import (
	"strings"
	"unicode"

	"github.com/autogenlint/autogenlint/syntax"
)

// INI reads text as Python's configparser does, without what DEFAULT and interpolation add: a map of sections, each a map of texts.
// Names of options are in lower case. A line that is none of it is passed over.
func INI(text string) *syntax.Data {
	root := &syntax.Data{Range: syntax.Range{End: int32(len(text))}, Kind: syntax.DataMap}
	section := iniSection(root, syntax.Range{}, "")
	at := 0
	for line := range strings.Lines(text) {
		start := at
		at += len(line)
		line = strings.TrimRight(line, "\r\n")
		t := strings.TrimSpace(line)
		switch {
		case t == "" || t[0] == '#' || t[0] == ';':
		case line[0] == '[':
			name, _, _ := strings.Cut(t[1:], "]")
			section = iniSection(root, place(start+1, name), name)
		case line[0] == ' ' || line[0] == '\t':
			if n := len(section.Keys); n > 0 {
				value := section.Keys[n-1].Value
				value.Str += "\n" + t
				value.End = int32(start + len(strings.TrimRight(line, " \t")))
			}
		default:
			iniOption(section, start, line)
		}
	}
	if len(root.Keys[0].Value.Keys) == 0 {
		root.Keys = root.Keys[1:] // nothing stands before the first section
	}
	return root
}

// iniSection is the section of a name, which may stand in the file more than once.
func iniSection(root *syntax.Data, at syntax.Range, name string) *syntax.Data {
	if d := root.Get(name); d != nil {
		return d
	}
	d := &syntax.Data{Range: at, Kind: syntax.DataMap}
	root.Keys = append(root.Keys, syntax.DataKey{Range: at, Name: name, Value: d})
	return d
}

// iniOption adds a line `name = value` or `name: value` that begins at start.
func iniOption(section *syntax.Data, start int, line string) {
	i := strings.IndexAny(line, "=:")
	if i < 0 {
		return
	}
	key, keyAt := trimmed(line[:i], start)
	value, at := trimmed(line[i+1:], start+i+1)
	section.Keys = append(section.Keys, syntax.DataKey{Range: keyAt, Name: strings.ToLower(key), Value: &syntax.Data{Range: at, Kind: syntax.DataString, Str: value}})
}

// trimmed is text, which begins at an offset, without the blanks around it, and where that stands.
func trimmed(text string, at int) (string, syntax.Range) {
	left := strings.TrimLeftFunc(text, unicode.IsSpace)
	out := strings.TrimSpace(left)
	return out, place(at+len(text)-len(left), out)
}

func place(start int, text string) syntax.Range {
	return syntax.Range{Start: int32(start), End: int32(start + len(text))}
}
