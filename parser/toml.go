package parser

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/autogenlint/autogenlint/syntax"
)

// TOML reads text, with the places of keys and values; those of strings cover their quotes. What it is must be known to be TOML
// by toml.Unmarshal, which alone knows of tables that are defined twice and the like: an error wraps its *toml.DecodeError.
func TOML(text string) (*syntax.Data, error) {
	if err := toml.Unmarshal([]byte(text), new(map[string]any)); err != nil {
		return nil, tomlError{err, text}
	}
	root := &syntax.Data{Kind: syntax.DataMap}
	p := unstable.Parser{}
	p.Reset([]byte(text))
	table := root
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.KeyValue:
			tomlAssign(table, e)
		case unstable.Table:
			table = tomlTable(root, tomlKeys(e))
		case unstable.ArrayTable:
			table = tomlItem(root, tomlKeys(e))
		}
	}
	return root, p.Error()
}

// A tomlError does not say what stands in the file: that may be a key.
type tomlError struct {
	error
	text string
}

func (tomlError) Error() string   { return "it is not TOML that can be read" }
func (e tomlError) Unwrap() error { return e.error }

// As gives a *syntax.DataError, for those who want the place.
func (e tomlError) As(target any) bool {
	out, ok := target.(**syntax.DataError)
	var broken *toml.DecodeError
	if !ok || !errors.As(e.error, &broken) {
		return false
	}
	row, column := broken.Position()
	at := 0
	for ; row > 1 && at < len(e.text); row-- {
		next := strings.IndexByte(e.text[at:], '\n')
		if next < 0 {
			break
		}
		at += next + 1
	}
	at = min(at+max(column-1, 0), len(e.text))
	for at > 0 && at < len(e.text) && !utf8.RuneStart(e.text[at]) {
		at--
	}
	*out = &syntax.DataError{Msg: e.Error(), Range: syntax.Range{Start: int32(at), End: int32(at)}}
	return true
}

// tomlKeys returns the parts of a dotted key.
func tomlKeys(n *unstable.Node) (out []syntax.DataKey) {
	for it := n.Key(); it.Next(); {
		out = append(out, syntax.DataKey{Range: tomlPlace(it.Node()), Name: string(it.Node().Data)})
	}
	return out
}

func tomlPlace(n *unstable.Node) syntax.Range {
	return syntax.Range{Start: int32(n.Raw.Offset), End: int32(n.Raw.Offset + n.Raw.Length)}
}

// tomlTable returns the table at a path below d, which it makes if need be.
func tomlTable(d *syntax.Data, path []syntax.DataKey) *syntax.Data {
	for _, k := range path {
		next := d.Get(k.Name)
		if next == nil {
			next = &syntax.Data{Kind: syntax.DataMap, Range: k.Range}
			d.Keys = append(d.Keys, syntax.DataKey{Range: k.Range, Name: k.Name, Value: next})
		}
		if next.Kind == syntax.DataList && len(next.Items) > 0 {
			next = next.Items[len(next.Items)-1] // the last of an array of tables
		}
		d = next
	}
	return d
}

// tomlItem appends a table to the array of tables at path.
func tomlItem(root *syntax.Data, path []syntax.DataKey) *syntax.Data {
	last := path[len(path)-1]
	d := tomlTable(root, path[:len(path)-1])
	i := slices.IndexFunc(d.Keys, func(k syntax.DataKey) bool { return k.Name == last.Name })
	if i < 0 {
		i = len(d.Keys)
		d.Keys = append(d.Keys, syntax.DataKey{Range: last.Range, Name: last.Name, Value: &syntax.Data{Kind: syntax.DataList, Range: last.Range}})
	}
	item := &syntax.Data{Kind: syntax.DataMap, Range: last.Range}
	d.Keys[i].Value.Items = append(d.Keys[i].Value.Items, item)
	return item
}

// tomlAssign adds `a.b = value` to d.
func tomlAssign(d *syntax.Data, e *unstable.Node) {
	keys := tomlKeys(e)
	last := keys[len(keys)-1]
	d = tomlTable(d, keys[:len(keys)-1])
	d.Keys = append(d.Keys, syntax.DataKey{Range: last.Range, Name: last.Name, Value: tomlValue(e.Value(), last.Range)})
}

// tomlValue reads a value. One whose place is not known is placed at its key.
func tomlValue(n *unstable.Node, key syntax.Range) *syntax.Data {
	d := &syntax.Data{Range: tomlPlace(n)}
	if n.Raw.Length == 0 {
		d.Range = key
	}
	switch n.Kind {
	case unstable.String:
		d.Kind, d.Str = syntax.DataString, string(n.Data)
	case unstable.Bool:
		d.Kind, d.Bool = syntax.DataBool, string(n.Data) == "true"
	case unstable.Array:
		d.Kind = syntax.DataList
		for it := n.Children(); it.Next(); {
			if it.Node().Kind != unstable.Comment {
				d.Items = append(d.Items, tomlValue(it.Node(), d.Range))
			}
		}
	case unstable.InlineTable:
		d.Kind = syntax.DataMap
		for it := n.Children(); it.Next(); {
			if it.Node().Kind == unstable.KeyValue {
				tomlAssign(d, it.Node())
			}
		}
	case unstable.Integer:
		d.Kind, d.Str = syntax.DataInt, string(n.Data)
		d.Int, _ = strconv.ParseInt(strings.ReplaceAll(d.Str, "_", ""), 0, 64)
	case unstable.Float:
		d.Kind, d.Str = syntax.DataFloat, string(n.Data)
		d.Float, _ = strconv.ParseFloat(strings.ReplaceAll(d.Str, "_", ""), 64)
	default:
		d.Kind, d.Str, d.Date = syntax.DataString, string(n.Data), true
	}
	return d
}
