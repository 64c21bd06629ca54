package lint

import (
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// Suppressing returns fixes that write comments which silence issues, and the issues for which there is no place for one. Without a
// reason they silence nothing yet: AG003 asks for it. Module gives the tree of a Python file.
func Suppressing(issues []Issue, reason string, module func(*source.File) *syntax.Module) (fixes []Fix, left []Issue) {
	type spot struct {
		place  source.Span
		indent string
	}
	names := map[spot][]string{}
	var order []spot
	for _, i := range issues {
		at, indent, ok := above(i.Place, module)
		if !ok || isOwn(i.Code) {
			left = append(left, i)
			continue
		}
		s := spot{source.Span{File: i.Place.File, Start: at, End: at}, indent}
		if names[s] == nil {
			order = append(order, s)
		}
		if !slices.Contains(names[s], i.Title) {
			names[s] = append(names[s], i.Title)
		}
	}
	for _, s := range order {
		text := strings.TrimRight(s.indent+"# autogenlint: ignore["+strings.Join(names[s], ", ")+"] "+reason, " ") + "\n"
		fixes = append(fixes, Fix{Title: "Suppress " + strings.Join(names[s], ", "), Safe: true, Edits: []Edit{{s.place, text}}})
	}
	return fixes, left
}

// above returns where a line begins before which a comment about place can stand, and its indentation.
func above(place source.Span, module func(*source.File) *syntax.Module) (at int, indent string, ok bool) {
	f := place.File
	line := lineAt(f.Text, place.Start)
	switch f.Kind {
	case source.Python, source.Notebook:
		if line, ok = statementLine(place, module(f)); !ok {
			return 0, "", false
		}
	case source.Shell, source.Dockerfile:
		for line.Start > 0 && strings.HasSuffix(strings.TrimRight(f.Text[:line.Start], "\r\n"), `\`) {
			line = lineAt(f.Text, int(line.Start)-1)
		}
	case source.Dotenv, source.YAML, source.TOML:
	default:
		return 0, "", false // there are no comments in JSON
	}
	text := f.Text[line.Start:line.End]
	if strings.Trim(text, " \t\f") == "" || changesMeaning(f.Kind, f.Text, int(line.Start)) {
		return 0, "", false // the comment would speak of nothing, or be a part of what is there
	}
	return int(line.Start), text[:len(text)-len(strings.TrimLeft(text, " \t"))], true
}

// changesMeaning reports whether text becomes, by a comment on a line of its own at an offset, a text that means something else: a value
// goes on from one line to the next there.
func changesMeaning(kind source.Kind, text string, at int) bool {
	commented := text[:at] + "# a comment\n" + text[at:]
	switch kind {
	case source.YAML:
		before, err := parser.YAML(text)
		after, broken := parser.YAML(commented)
		return err == nil && (broken != nil || !slices.EqualFunc(before, after, sameData))
	case source.TOML:
		before, err := parser.TOML(text)
		after, broken := parser.TOML(commented)
		return err == nil && (broken != nil || !sameData(before, after))
	case source.Dotenv:
		before, _ := parser.Dotenv(text)
		after, _ := parser.Dotenv(commented)
		return !slices.EqualFunc(before, after, sameVariable)
	case source.Shell:
		return !slices.EqualFunc(parser.Shell(text), parser.Shell(commented), sameVariable)
	}
	return false
}

// sameData reports whether a and b mean the same, wherever they stand.
func sameData(a, b *syntax.Data) bool {
	if a == nil || b == nil {
		return a == b
	}
	sameKey := func(k, l syntax.DataKey) bool { return k.Name == l.Name && sameData(k.Value, l.Value) }
	return a.Kind == b.Kind && a.Str == b.Str && slices.EqualFunc(a.Items, b.Items, sameData) && slices.EqualFunc(a.Keys, b.Keys, sameKey)
}

func sameVariable(a, b syntax.Variable) bool {
	return a.Name == b.Name && a.HasValue == b.HasValue && slices.EqualFunc(a.Pieces, b.Pieces, func(c, d syntax.Piece) bool { return c.Lit == d.Lit && c.Ref == d.Ref })
}

// statementLine returns the line on which the statement at place begins, if it is a line of its own.
func statementLine(place source.Span, m *syntax.Module) (syntax.Range, bool) {
	if m == nil {
		return syntax.Range{}, false
	}
	parts := statements(m)
	for _, p := range parts {
		if place.Start < int(p.Start) || place.Start > int(p.End) {
			continue
		}
		line := lineAt(m.File.Text, int(p.Start))
		code := line.Start + int32(len(m.File.Text[line.Start:line.End])-len(strings.TrimLeft(m.File.Text[line.Start:line.End], " \t")))
		opens := slices.ContainsFunc(parts, func(q syntax.Range) bool { return q.Start == code })
		return line, opens && !strings.HasPrefix(m.File.Text[code:], "%%") // the line may begin within a string; a cell magic comes first
	}
	return syntax.Range{}, false
}
