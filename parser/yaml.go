package parser

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	yaml "github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/autogenlint/autogenlint/syntax"
)

// maxYAML is how many nodes the documents of a YAML file may come to once its aliases are spread.
const maxYAML = 200_000

var errYAML = errors.New("it is not YAML that can be read")

// YAML reads the documents of text as PyYAML's safe_load does. Ranges cover scalars without their quotes. An error is a
// *syntax.DataError only where PyYAML certainly refuses the text as well.
func YAML(text string) (docs []*syntax.Data, err error) {
	defer func() {
		if r := recover(); r != nil { // the library panics on some broken input
			docs, err = nil, errYAML
		}
	}()
	if !yamlDepth(text) {
		return nil, errYAML
	}
	f, err := yaml.ParseBytes([]byte(text), 0, yaml.AllowDuplicateMapKey())
	if err != nil {
		if tab, ok := yamlTab(text); ok {
			return nil, &syntax.DataError{Range: tab, Msg: `found character '\t' that cannot start any token`}
		}
		return nil, errYAML // PyYAML may read it all the same
	}
	y := &yamlReader{text: text, anchors: map[string]ast.Node{}, left: maxYAML}
	for at := 0; at < len(text); at++ {
		if at == 0 || text[at-1] == '\n' {
			y.lines = append(y.lines, at)
		}
	}
	for _, d := range f.Docs {
		if _, directive := d.Body.(*ast.DirectiveNode); d.Body == nil || directive {
			continue
		}
		clear(y.anchors)
		v := y.node(d.Body, 0)
		if y.left <= 0 || y.bad {
			return nil, errYAML
		}
		docs = append(docs, v)
	}
	return docs, nil
}

// yamlTab finds a tab that indents a key, which PyYAML takes nowhere.
func yamlTab(text string) (syntax.Range, bool) {
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		indent := len(line) - len(strings.TrimLeft(line, " \t"))
		if tab := strings.IndexByte(line[:indent], '\t'); tab >= 0 && yamlKey.MatchString(line[indent:]) {
			return syntax.Range{Start: int32(at + tab), End: int32(at + tab + 1)}, true
		}
		at += len(line)
	}
	return syntax.Range{}, false
}

// yamlKey is a key with its value, or the head of what stands below it.
var yamlKey = regexp.MustCompile(`^[A-Za-z_][\w-]*:(\s|$)`)

// yamlDepth refuses text whose flow brackets nest deeper than anybody writes: the library recurses.
func yamlDepth(text string) bool {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '[', '{':
			if depth++; depth > maxData {
				return false
			}
		case ']', '}':
			depth = max(0, depth-1)
		}
	}
	return len(text) < 4<<20
}

type yamlReader struct {
	text    string
	lines   []int
	anchors map[string]ast.Node
	left    int
	bad     bool // PyYAML refuses it
}

// place is the range of a token. The library counts lines, and columns in runes.
func (y *yamlReader) place(t *token.Token) syntax.Range {
	if t == nil || t.Position == nil || t.Position.Line < 1 || t.Position.Line > len(y.lines) {
		return syntax.Range{}
	}
	at := y.lines[t.Position.Line-1]
	for n := t.Position.Column - 1; n > 0 && at < len(y.text); n-- {
		_, size := utf8.DecodeRuneInString(y.text[at:])
		at += size
	}
	if (t.Type == token.DoubleQuoteType || t.Type == token.SingleQuoteType) && at < len(y.text) && (y.text[at] == '"' || y.text[at] == '\'') {
		at++
		if end := y.closing(at, y.text[at-1]); end >= 0 {
			return syntax.Range{Start: int32(at), End: int32(end)}
		}
	}
	end := at + len(strings.TrimRight(t.Value, " \n"))
	switch {
	case strings.HasPrefix(y.text[at:], strings.TrimRight(t.Value, " \n")) && !strings.Contains(t.Value, "\n"):
	case t.Type == token.NullType || t.Type == token.ImplicitNullType: // nothing stands there
		end = at
	default:
		for end = at; end < len(y.text) && y.text[end] != '\n'; {
			end++
		}
	}
	return syntax.Range{Start: int32(at), End: int32(end)}
}

// closing is where the quote q ends that at is inside of, or -1. Single quotes write a quote twice.
func (y *yamlReader) closing(at int, q byte) int {
	if q == '"' {
		if n := closing(y.text[at:], q); n >= 0 {
			return at + n
		}
		return -1
	}
	for i := at; i < len(y.text); i++ {
		if y.text[i] != q {
			continue
		}
		if i+1 == len(y.text) || y.text[i+1] != q {
			return i
		}
		i++
	}
	return -1
}

func (y *yamlReader) node(n ast.Node, depth int) *syntax.Data {
	y.left--
	if n == nil || y.left <= 0 || depth > maxData {
		y.bad = y.bad || depth > maxData
		return &syntax.Data{}
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		d := &syntax.Data{Kind: syntax.DataMap, Range: y.place(n.GetToken())}
		y.pairs(d, n.Values, depth)
		return d
	case *ast.MappingValueNode:
		d := &syntax.Data{Kind: syntax.DataMap, Range: y.place(n.GetToken())}
		y.pairs(d, []*ast.MappingValueNode{n}, depth)
		return d
	case *ast.SequenceNode:
		d := &syntax.Data{Kind: syntax.DataList, Range: y.place(n.GetToken())}
		for _, v := range n.Values {
			d.Items = append(d.Items, y.node(v, depth+1))
		}
		return d
	case *ast.AnchorNode:
		if n.Name != nil {
			name := n.Name.String()
			y.bad = y.bad || y.anchors[name] != nil
			y.anchors[name] = n.Value
		}
		return y.node(n.Value, depth+1)
	case *ast.AliasNode:
		if n.Value != nil {
			of := y.anchors[n.Value.String()]
			y.bad = y.bad || of == nil
			return y.node(of, depth+1)
		}
	case *ast.MappingKeyNode:
		return y.node(n.Value, depth+1)
	case *ast.TagNode:
		return y.tagged(n, depth)
	case *ast.StringNode:
		if n.Token != nil && n.Token.Type == token.StringType {
			return y.plain(n.Value, n.Token)
		}
		return &syntax.Data{Kind: syntax.DataString, Str: n.Value, Range: y.place(n.Token)}
	case *ast.LiteralNode:
		if n.Value != nil {
			return &syntax.Data{Kind: syntax.DataString, Str: n.Value.Value, Range: y.place(n.Value.Token)}
		}
	case *ast.NullNode:
		return &syntax.Data{Range: y.place(n.Token)}
	case *ast.BoolNode, *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		return y.plain(n.GetToken().Value, n.GetToken())
	}
	return &syntax.Data{Range: y.place(n.GetToken())}
}

// What a plain scalar is (PyYAML 6.0: resolver.py): YAML 1.1, with yes and on, octal numbers of a leading zero, and numbers to the
// base of 60, and dates.
var (
	yamlInt   = regexp.MustCompile(`^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$`)
	yamlDate  = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	yamlFloat = regexp.MustCompile(`^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$`)
)

// plain is a scalar without quotes.
func (y *yamlReader) plain(s string, t *token.Token) *syntax.Data {
	d := &syntax.Data{Kind: syntax.DataString, Str: s, Range: y.place(t)}
	switch s {
	case "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE":
		d.Kind, d.Bool = syntax.DataBool, true
		return d
	case "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE":
		d.Kind = syntax.DataBool
		return d
	case "~", "null", "Null", "NULL":
		d.Kind = syntax.DataNull
		return d
	}
	digits := strings.ToLower(strings.ReplaceAll(s, "_", ""))
	switch {
	case yamlInt.MatchString(s):
		d.Kind, d.Str = syntax.DataInt, strings.TrimPrefix(digits, "+")
		if strings.Contains(digits, ":") {
			d.Int = int64(base60(digits))
			return d
		}
		n, err := strconv.ParseInt(digits, 0, 64)
		if d.Int = n; err != nil {
			d.Kind = syntax.DataFloat
			d.Float, _ = strconv.ParseFloat(digits, 64)
		}
	case yamlDate.MatchString(s):
		d.Date = true
	case yamlFloat.MatchString(s):
		d.Kind, d.Str = syntax.DataFloat, digits
		if strings.Contains(digits, ":") {
			d.Float = base60(digits)
			return d
		}
		d.Float, _ = strconv.ParseFloat(strings.Replace(strings.Replace(digits, ".inf", "inf", 1), ".nan", "nan", 1), 64)
	}
	return d
}

// base60 is the value of 1:30.
func base60(s string) float64 {
	rest := strings.TrimLeft(s, "-+")
	v := 0.0
	for _, part := range strings.Split(rest, ":") {
		n, _ := strconv.ParseFloat(part, 64)
		v = v*60 + n
	}
	if strings.HasPrefix(s, "-") {
		return -v
	}
	return v
}

// tagged is a value with a tag. What constructors other than the plain ones make of it is not known.
func (y *yamlReader) tagged(n *ast.TagNode, depth int) *syntax.Data {
	unknown := &syntax.Data{Range: y.place(n.GetToken())}
	if n.Start == nil || n.Value == nil {
		return unknown
	}
	d := y.node(n.Value, depth+1)
	scalar := n.Value.GetToken()
	switch n.Start.Value {
	case "!!map", "!!seq":
		return d
	case "!!str":
		d.Date = false
		if d.Kind == syntax.DataNull || d.Kind == syntax.DataBool || d.Kind == syntax.DataInt || d.Kind == syntax.DataFloat {
			d.Kind, d.Str = syntax.DataString, scalar.Value
		}
		return d
	case "!!int", "!!float", "!!bool", "!!null":
		if d.Kind == syntax.DataString {
			d = y.plain(d.Str, scalar)
		}
		return d
	}
	return unknown
}

// pairs reads the keys of a map. What is merged into it stands before its own keys, which win; of two merges the first wins.
func (y *yamlReader) pairs(d *syntax.Data, values []*ast.MappingValueNode, depth int) {
	var merged []*syntax.Data
	for _, v := range values {
		if _, merge := v.Key.(*ast.MergeKeyNode); !merge {
			y.pair(d, v, depth)
			continue
		}
		if from := y.node(v.Value, depth+1); from.Kind == syntax.DataList {
			merged = append(merged, from.Items...)
		} else {
			merged = append(merged, from)
		}
	}
	if len(merged) == 0 {
		return
	}
	var keys []syntax.DataKey
	for _, m := range slices.Backward(merged) {
		keys = append(keys, m.Keys...)
	}
	d.Keys = append(keys, d.Keys...)
}

func (y *yamlReader) pair(d *syntax.Data, v *ast.MappingValueNode, depth int) {
	key := y.node(v.Key, depth+1)
	name := key.Str
	if key.Kind == syntax.DataNull {
		name = "null" // no text is the same key, and none is looked up by that name
	}
	d.Keys = append(d.Keys, syntax.DataKey{Range: key.Range, Name: name, Value: y.node(v.Value, depth+1)})
}
