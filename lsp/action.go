package lsp

import (
	"context"
	"encoding/json"
	"math"
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"
	"github.com/sourcegraph/jsonrpc2"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/source"
)

// codeActions returns what can be done about the findings at a place, or about a whole document.
func (s *server) codeActions(ctx context.Context, v *view, p codeActionParams) (any, error) {
	out := []codeAction{}
	d, _ := v.docs.find(p.TextDocument.URI)
	switch {
	case d == nil:
		return nil, failure(codeInvalidParams, errNotOpen.Error())
	case d.lost || !v.settings.Enable:
		return out, nil
	}
	if wants(p.Context.Only, fixOurs) && len(p.Context.Only) > 0 {
		edit, err := s.fixed(ctx, v, d)
		if err != nil {
			return nil, err
		}
		if edit != nil {
			out = append(out, codeAction{Title: "Fix all that autogenlint can fix safely", Kind: fixOurs, Edit: edit})
		}
	}
	if !wants(p.Context.Only, quickFix) {
		return out, nil
	}
	a, err := s.found(ctx, v, d)
	if err != nil {
		return nil, err
	}
	return v.quickFixes(a, p), nil
}

// quickFixes returns what can be done about the findings that a range touches; about those on its lines, if it touches none.
func (v *view) quickFixes(a *analysis, p codeActionParams) []codeAction {
	lines := textRange{position{p.Range.Start.Line, 0}, position{p.Range.End.Line, math.MaxInt32}}
	for _, r := range []textRange{p.Range, lines} {
		out, last := []codeAction{}, []codeAction{}
		for _, i := range a.result.Issues {
			at := v.location(a.result.Root, i.Place)
			if at.URI != p.TextDocument.URI || !at.Range.touches(r) {
				continue
			}
			now, later := v.actions(a, i, at.Range)
			out, last = append(out, now...), append(last, later...)
		}
		if len(out)+len(last) > 0 {
			return append(out, last...)
		}
	}
	return []codeAction{}
}

// wants reports whether a client that asks for the kinds only would take an action of a kind.
func wants(only []string, kind string) bool {
	return len(only) == 0 || slices.ContainsFunc(only, func(o string) bool { return o == "" || o == kind || strings.HasPrefix(kind, o+".") })
}

// actions returns what can be done about an issue: what mends it, safe first, and then what else one may want.
func (v *view) actions(a *analysis, i lint.Issue, at textRange) (now, later []codeAction) {
	about := []diagnostic{v.diagnostic(a.result.Root, i, at)}
	for _, safe := range []bool{true, false} {
		for _, f := range i.Fixes {
			if edit, ok := v.edit(a, f); ok && f.Safe == safe {
				now = append(now, codeAction{Title: shown(f.Title), Kind: quickFix, Diagnostics: about, IsPreferred: safe, Edit: edit})
			}
		}
	}
	reason, title := lint.NoReason, "Suppress "+i.Title+" with a reason"
	if v.settings.SuppressCommand == "" { // nothing asks for the reason: the comment silences once the user has written it
		reason, title = "", "Suppress "+i.Title+": write the reason behind it"
	}
	fixes, _ := lint.Suppressing([]lint.Issue{i}, reason, a.result.Module)
	for _, f := range fixes {
		edit, ok := v.edit(a, f)
		if !ok {
			continue
		}
		act := codeAction{Title: title, Kind: quickFix, Diagnostics: about}
		if name := v.settings.SuppressCommand; name != "" {
			act.Command = &command{act.Title, name, []any{map[string]any{"rule": i.Title, "placeholder": lint.NoReason, "edit": edit}}}
		} else {
			act.Edit = edit
		}
		later = append(later, act)
	}
	explain := command{"Explain " + i.Code + " " + i.Title, explainCommand, []any{i.Title}}
	return now, append(later, codeAction{Title: explain.Title, Kind: quickFix, Diagnostics: about, Command: &explain})
}

// edit is a fix as the client takes it; false if it has no place there.
func (v *view) edit(a *analysis, f lint.Fix) (*workspaceEdit, bool) {
	byURI := map[string][]textEdit{}
	var order []string
	for _, e := range f.Edits {
		file := e.Place.File
		if file == nil || e.Place.Start < 0 || e.Place.End < e.Place.Start || e.Place.End > len(file.Text) {
			return nil, false
		}
		uri, edit, ok := v.textEdit(a.path(file), e)
		if !ok {
			return nil, false
		}
		if byURI[uri] == nil {
			order = append(order, uri)
		}
		if !slices.Contains(byURI[uri], edit) {
			byURI[uri] = append(byURI[uri], edit)
		}
	}
	return v.workspaceEdit(order, byURI), len(order) > 0
}

// textEdit is one edit as the client takes it.
func (v *view) textEdit(path string, e lint.Edit) (uri string, out textEdit, ok bool) {
	d, f := v.docs.byPath[path], e.Place.File
	switch {
	case d == nil || !d.book && f.Kind == source.Notebook: // on disk, or open as the text of its JSON
		start, end, text := e.OnDisk()
		raw := newText(string(f.Raw))
		if d != nil {
			raw = d.text
		}
		return v.uriOf(path), textEdit{textRange{raw.position(start, v.encoding), raw.position(end, v.encoding)}, text}, true
	case d.lost:
		return "", out, false
	case !d.book:
		at := textRange{d.position(f, e.Place.Start, v.encoding), d.position(f, e.Place.End, v.encoding)}
		return d.uri, textEdit{at, breaks(d.text.string, e.New)}, true
	}
	for _, c := range f.Cells {
		// Behind the last line of a cell begins the next one; what starts with a line break belongs to the former.
		if c.Number > len(d.cells) || e.Place.Start < c.Start || e.Place.Start > c.End || e.Place.Start == c.End && !strings.HasPrefix(e.New, "\n") {
			continue
		}
		k := d.cells[c.Number-1]
		put := e.New
		if e.Place.End >= c.End && !strings.HasSuffix(k.text.string, "\n") {
			put = strings.TrimSuffix(put, "\n") // the parser ended the cell with one of its own
		}
		at := textRange{k.text.position(e.Place.Start-c.Start, v.encoding), k.text.position(e.Place.End-c.Start, v.encoding)}
		return k.uri, textEdit{at, breaks(k.text.string, put)}, true
	}
	return "", out, false
}

// breaks returns what is to be put into text with the line breaks that text has.
func breaks(text, put string) string {
	if !strings.Contains(text, "\r\n") {
		return put
	}
	return strings.ReplaceAll(strings.ReplaceAll(put, "\r\n", "\n"), "\n", "\r\n")
}

// workspaceEdit puts edits together in the form that the client knows. With versions, it refuses them if a text has changed.
func (v *view) workspaceEdit(order []string, byURI map[string][]textEdit) *workspaceEdit {
	if !v.client.Workspace.WorkspaceEdit.DocumentChanges {
		return &workspaceEdit{Changes: byURI}
	}
	out := &workspaceEdit{}
	for _, uri := range order {
		out.DocumentChanges = append(out.DocumentChanges, documentEdit{versionedID{uri, v.versionOf(uri)}, byURI[uri]})
	}
	return out
}

// fixed returns the edit that makes all fixes of a document that are allowed, until none is left; nil if there is none.
func (s *server) fixed(ctx context.Context, v *view, d *document) (*workspaceEdit, error) {
	o := s.runs.options(v, s.runs.subjectOf(v, d.path, false))
	o.Paths, o.Fix = []string{d.path}, true
	r, err := lint.Run(ctx, o)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, failure(codeRequestFailed, shown(err.Error()))
	}
	byURI := map[string][]textEdit{}
	var order []string
	add := func(uri string, edits []textEdit) {
		if len(edits) > 0 {
			byURI[uri] = edits
			order = append(order, uri)
		}
	}
	for _, w := range r.Writes {
		switch of := v.docs.byPath[w.Path]; {
		case of == nil:
			add(v.uriOf(w.Path), difference(newText(string(w.Old)), string(w.New), v.encoding))
		case of.book:
			before, after := cellSources(w.Old), cellSources(w.New)
			if len(before) != len(after) || len(before) != len(of.cells) {
				return nil, failure(codeInternalError, "a fix changed the cells of a notebook")
			}
			for n, k := range of.cells {
				if before[n] != after[n] {
					add(k.uri, difference(k.text, after[n], v.encoding))
				}
			}
		default:
			after := string(w.New)
			if !strings.HasPrefix(of.text.string, bom) {
				after = strings.TrimPrefix(after, bom)
			}
			add(of.uri, difference(of.text, after, v.encoding))
		}
	}
	if len(order) == 0 {
		return nil, nil
	}
	return v.workspaceEdit(order, byURI), nil
}

// difference returns the edits that make after of before.
func difference(before text, after string, e encoding) []textEdit {
	var out []textEdit
	for _, d := range udiff.Strings(before.string, after) {
		out = append(out, textEdit{textRange{before.position(d.Start, e), before.position(d.End, e)}, d.New})
	}
	return out
}

// cellSources returns the texts of the cells of a notebook that was made of a document.
func cellSources(raw []byte) []string {
	var book struct {
		Cells []struct {
			Source string `json:"source"`
		} `json:"cells"`
	}
	if json.Unmarshal(raw, &book) != nil {
		return nil
	}
	var out []string
	for _, c := range book.Cells {
		out = append(out, c.Source)
	}
	return out
}

// execute does what a command asks for.
func (s *server) execute(ctx context.Context, conn *jsonrpc2.Conn, v *view, p executeParams) (any, error) {
	switch p.Command {
	case explainCommand:
		var name string
		if len(p.Arguments) != 1 || json.Unmarshal(p.Arguments[0], &name) != nil {
			return nil, failure(codeInvalidParams, explainCommand+" takes the name of a rule")
		}
		return s.explain(conn, v, name)
	case fixCommand:
		var uri string
		version := -1
		if len(p.Arguments) == 0 || json.Unmarshal(p.Arguments[0], &uri) != nil || len(p.Arguments) > 1 && json.Unmarshal(p.Arguments[1], &version) != nil {
			return nil, failure(codeInvalidParams, fixCommand+" takes the address of a document and its version")
		}
		return s.fixOnRequest(ctx, conn, v, uri, version)
	}
	return nil, failure(codeInvalidParams, "there is no command of this name")
}

// fixOnRequest fixes a document, unless its version is another than the client thinks.
func (s *server) fixOnRequest(ctx context.Context, conn *jsonrpc2.Conn, v *view, uri string, version int) (any, error) {
	d, _ := v.docs.find(uri)
	switch {
	case d == nil:
		return nil, failure(codeInvalidParams, errNotOpen.Error())
	case d.lost:
		return nil, failure(codeContentModified, errLost.Error())
	case version >= 0 && *v.versionOf(uri) != version:
		return nil, failure(codeContentModified, "the document has changed meanwhile; nothing was fixed")
	}
	edit, err := s.fixed(ctx, v, d)
	if err != nil || edit == nil {
		return nil, err
	}
	if now := s.open(d.uri); now == nil || now.version != d.version {
		return nil, failure(codeContentModified, "the document has changed meanwhile; nothing was fixed")
	}
	var got applyEditResult
	if !s.call(conn, "workspace/applyEdit", applyEditParams{"autogenlint: fix all", *edit}, &got) || !got.Applied {
		return nil, failure(codeRequestFailed, "the client did not take the edit")
	}
	return nil, nil
}

// explain shows the page of a rule where the client can show one, and returns it.
func (s *server) explain(conn *jsonrpc2.Conn, v *view, name string) (any, error) {
	at := slices.IndexFunc(s.o.Rules, func(r *lint.Analyzer) bool {
		return strings.EqualFold(r.Name, name) || strings.EqualFold(r.Title, name)
	})
	if at < 0 {
		return nil, failure(codeInvalidParams, "no rule has this name")
	}
	rule := s.o.Rules[at]
	if v.settings.ExplainQuietly {
		return rule.Page, nil
	}
	address := pages + rule.Title + ".md"
	if v.client.Window.ShowDocument.Support {
		var shown any
		s.call(conn, "window/showDocument", showDocumentParams{address, true}, &shown)
	} else {
		_ = conn.Notify(s.ctx, "window/showMessage", messageParams{3, rule.Title + ": " + rule.Summary + " " + address})
	}
	return rule.Page, nil
}
