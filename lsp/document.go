package lsp

import (
	"bytes"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// A document is a file as the client holds it: a text of its own, or the cells of a notebook. It is not changed after it was made.
type document struct {
	uri     string
	path    string // absolute, with the links of its folder followed
	disk    []byte // what it would be on disk
	version int
	text    text
	cells   []cell // of a notebook
	book    bool
	lost    bool // an edit had no place in it: what it holds is not known until the client sends it whole
}

// A cell is one cell of a notebook.
type cell struct {
	uri      string
	code     bool
	executed int
	language string
	version  int
	text     text
}

// bom is what some clients leave at the beginning of a text. The parser does not count it.
const bom = "\ufeff"

// coding is how a Python file says that it is of another coding than UTF-8 (PEP 263).
var coding = regexp.MustCompile(`^[^\n]*coding[:=]|^[^\n]*\n[^\n]*coding[:=]`)

// raw returns the bytes that d would be on disk. A text that declares another coding gets a byte order mark: an editor has decoded
// it, and the mark says so to the parser.
func (d *document) raw() []byte {
	if d.book {
		return d.notebook()
	}
	if strings.HasSuffix(d.path, ".py") && !strings.HasPrefix(d.text.string, bom) && coding.MatchString(d.text.string) {
		return []byte(bom + d.text.string)
	}
	return []byte(d.text.string)
}

// notebook returns d as a notebook of format 4. Its cells have the same numbers.
func (d *document) notebook() []byte {
	type jsonCell struct {
		Type     string         `json:"cell_type"`
		Executed *int           `json:"execution_count,omitempty"`
		Metadata map[string]any `json:"metadata"`
		Source   string         `json:"source"`
	}
	cells := []jsonCell{}
	for _, c := range d.cells {
		j := jsonCell{Type: "raw", Metadata: map[string]any{}, Source: c.text.string}
		if c.code && c.python() {
			j.Type = "code"
			if c.executed > 0 {
				j.Executed = &c.executed
			}
		}
		cells = append(cells, j)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	// Cells of strings and numbers cannot fail to be written.
	_ = enc.Encode(map[string]any{"cells": cells, "metadata": map[string]any{}, "nbformat": 4, "nbformat_minor": 5})
	return out.Bytes()
}

// python reports whether the cell is one of Python. Clients that say nothing mean it.
func (c *cell) python() bool { return c.language == "" || c.language == "python" }

// cell returns the cell of that address.
func (d *document) cell(uri string) *cell {
	if i := slices.IndexFunc(d.cells, func(c cell) bool { return c.uri == uri }); i >= 0 {
		return &d.cells[i]
	}
	return nil
}

// documents is what the client has open. Like its elements it is not changed after it was made.
type documents struct {
	byURI  map[string]*document
	byPath map[string]*document
	ofCell map[string]string // the notebook of a cell
}

// with returns ds with a copy of d in it: d may be in force already, and be read.
func (ds documents) with(d *document) documents {
	next := *d
	next.disk = d.raw()
	d = &next
	out := ds.without(d.uri)
	out.byURI[d.uri], out.byPath[d.path] = d, d
	for _, c := range d.cells {
		out.ofCell[c.uri] = d.uri
	}
	return out
}

// without returns ds without the document of that address.
func (ds documents) without(uri string) documents {
	out := documents{maps.Clone(ds.byURI), maps.Clone(ds.byPath), maps.Clone(ds.ofCell)}
	if out.byURI == nil {
		out = documents{map[string]*document{}, map[string]*document{}, map[string]string{}}
	}
	d := out.byURI[uri]
	if d == nil {
		return out
	}
	delete(out.byURI, uri)
	if out.byPath[d.path] == d {
		delete(out.byPath, d.path)
	}
	maps.DeleteFunc(out.ofCell, func(_, of string) bool { return of == uri })
	return out
}

// find returns the document of an address, which may be a cell's.
func (ds documents) find(uri string) (*document, *cell) {
	if d := ds.byURI[uri]; d != nil {
		return d, nil
	}
	if d := ds.byURI[ds.ofCell[uri]]; d != nil {
		return d, d.cell(uri)
	}
	return nil, nil
}

// edited returns d after changes to its text.
func (d *document) edited(version int, changes []contentChange, e encoding) *document {
	out := *d
	out.version = version
	for _, c := range changes {
		ok := false
		if out.text, ok = out.text.changed(c, e); !ok {
			out.lost = true
			return &out
		}
		out.lost = out.lost && c.Range != nil
	}
	return &out
}

// saved returns d as it was saved, which says what it holds where an edit had no place. Of a notebook that takes the same cells: their
// addresses are the client's.
func (d *document) saved(raw []byte) *document {
	out := *d
	if !d.book {
		out.text, out.lost = newText(string(raw)), false
		return &out
	}
	var book struct {
		Cells []struct {
			Type   string `json:"cell_type"`
			Source lines  `json:"source"`
		} `json:"cells"`
	}
	if err := json.Unmarshal(raw, &book); err != nil || len(book.Cells) != len(d.cells) {
		return &out
	}
	out.cells = slices.Clone(d.cells)
	for i, c := range book.Cells {
		if out.cells[i].code != (c.Type == "code") {
			return d
		}
		out.cells[i].text = newText(string(c.Source))
	}
	out.lost = false
	return &out
}

// lines is the text of a cell on disk: a string, or one for each line.
type lines string

// UnmarshalJSON implements json.Unmarshaler.
func (l *lines) UnmarshalJSON(raw []byte) error {
	var parts []string
	if err := json.Unmarshal(raw, &parts); err == nil {
		*l = lines(strings.Join(parts, ""))
		return nil
	}
	return json.Unmarshal(raw, (*string)(l))
}

// editedBook returns the notebook d after a change.
func (d *document) editedBook(p *didChangeNotebookParams, e encoding) *document {
	out := *d
	out.cells = slices.Clone(d.cells)
	if p.NotebookDocument.Version != nil {
		out.version = *p.NotebookDocument.Version
	}
	c := p.Change.Cells
	if c == nil {
		return &out
	}
	if s := c.Structure; s != nil {
		from, to := s.Array.Start, s.Array.Start+s.Array.DeleteCount
		if from < 0 || to < from || to > len(out.cells) {
			out.lost = true
			return &out
		}
		var in []cell
		for _, n := range s.Array.Cells {
			in = append(in, n.cell(s.DidOpen, d))
		}
		out.cells = slices.Replace(out.cells, from, to, in...)
	}
	for _, n := range c.Data {
		if k := out.cell(n.Document); k != nil {
			k.code, k.executed = n.Kind == codeCell, n.executed()
		}
	}
	for _, t := range c.TextContent {
		k := out.cell(t.Document.URI)
		if k == nil {
			out.lost = true
			return &out
		}
		if t.Document.Version != nil {
			k.version = *t.Document.Version
		}
		for _, change := range t.Changes {
			ok := false
			if k.text, ok = k.text.changed(change, e); !ok {
				out.lost = true
				return &out
			}
		}
	}
	return &out
}

// codeCell is the kind of a notebookCell that is code.
const codeCell = 2

// cell makes a cell of what a client says of it. Its text is among opened, or d has it: then the cell was moved.
func (n notebookCell) cell(opened []textDocumentItem, d *document) cell {
	out := cell{uri: n.Document, code: n.Kind == codeCell, executed: n.executed(), text: newText("")}
	if i := slices.IndexFunc(opened, func(t textDocumentItem) bool { return t.URI == n.Document }); i >= 0 {
		out.text, out.language, out.version = newText(opened[i].Text), opened[i].LanguageID, opened[i].Version
	} else if was := d.cell(n.Document); was != nil {
		out.text, out.language, out.version = was.text, was.language, was.version
	}
	return out
}

func (n notebookCell) executed() int {
	if n.ExecutionSummary == nil {
		return 0
	}
	return n.ExecutionSummary.ExecutionOrder
}
