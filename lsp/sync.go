package lsp

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/autogenlint/autogenlint/config"
	"github.com/autogenlint/autogenlint/project"
)

// errNotOpen says that a client speaks of a document that it has not opened.
var errNotOpen = errors.New("the document is not open")

// errElsewhere says that a document lies in no file system: nothing can be said of it.
var errElsewhere = errors.New("the document is no file; it is not linted")

// errLost says that an edit had no place. Nothing is said of the document until the client sends all of it.
var errLost = errors.New("an edit has no place in the document; it is not linted until it comes whole")

func (s *server) didOpen(conn *jsonrpc2.Conn, p didOpenParams) error {
	t := p.TextDocument
	path, ok := located(s.o.FS, t.URI)
	if !ok {
		return errElsewhere
	}
	s.put(conn, &document{uri: t.URI, path: path, version: t.Version, text: newText(t.Text)}, true)
	return nil
}

func (s *server) didOpenNotebook(conn *jsonrpc2.Conn, p didOpenNotebookParams) error {
	path, ok := located(s.o.FS, p.NotebookDocument.URI)
	if !ok {
		return errElsewhere
	}
	d := &document{uri: p.NotebookDocument.URI, path: path, version: p.NotebookDocument.Version, book: true}
	for _, n := range p.NotebookDocument.Cells {
		d.cells = append(d.cells, n.cell(p.CellTextDocuments, d))
	}
	s.put(conn, d, true)
	return nil
}

// put puts a document in force. At is whether the client is to hear of it at once.
func (s *server) put(conn *jsonrpc2.Conn, d *document, atOnce bool) {
	s.mu.Lock()
	s.docs = s.docs.with(d)
	s.mu.Unlock()
	s.runs.touch(d.path)
	s.changed(conn, atOnce)
}

// open returns the open document of an address, which is not a cell's.
func (s *server) open(uri string) *document {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.docs.byURI[uri]
}

func (s *server) didChange(conn *jsonrpc2.Conn, p didChangeParams) error {
	d := s.open(p.TextDocument.URI)
	if d == nil || d.book {
		return errNotOpen
	}
	version := d.version
	if v := p.TextDocument.Version; v != nil {
		version = *v
	}
	next := d.edited(version, p.ContentChanges, s.encoding)
	next.lost = next.lost || version < d.version && !whole(p.ContentChanges)
	s.put(conn, next, false)
	return lost(next)
}

// lose takes note of an edit that could not be read: what the document holds is not known until it comes whole.
func (s *server) lose(conn *jsonrpc2.Conn, uri string) {
	if d := s.open(uri); d != nil {
		next := *d
		next.lost = true
		s.put(conn, &next, false)
	}
}

// whole reports whether changes end with the whole text.
func whole(changes []contentChange) bool {
	return slices.ContainsFunc(changes, func(c contentChange) bool { return c.Range == nil })
}

func lost(d *document) error {
	if d.lost {
		return errLost
	}
	return nil
}

func (s *server) didChangeNotebook(conn *jsonrpc2.Conn, p didChangeNotebookParams) error {
	d := s.open(p.NotebookDocument.URI)
	if d == nil || !d.book {
		return errNotOpen
	}
	next := d.editedBook(&p, s.encoding)
	s.put(conn, next, false)
	return lost(next)
}

// didSave finds on disk what was lost. The text that some clients send along is not looked at: ALE 3.3 writes its line breaks as
// backslashes.
func (s *server) didSave(conn *jsonrpc2.Conn, p didSaveParams) error {
	d := s.open(p.TextDocument.URI)
	if d == nil {
		return errNotOpen
	}
	next := d
	if d.lost {
		if raw, err := project.ReadFile(s.o.FS, d.path); err == nil {
			next = d.saved(raw)
		}
	}
	s.put(conn, next, true)
	if isSettings(d.path) {
		s.runs.touchAll()
	}
	return nil
}

// isSettings reports whether a file of that name may hold settings of ours.
func isSettings(path string) bool { return slices.Contains(config.Names, filepath.Base(path)) }

func (s *server) didClose(conn *jsonrpc2.Conn, uri string) error {
	d := s.open(uri)
	if d == nil {
		return errNotOpen
	}
	s.mu.Lock()
	s.docs = s.docs.without(uri)
	s.mu.Unlock()
	s.runs.touch(d.path)
	s.runs.forget(s.view(), d.path)
	s.changed(conn, true)
	return nil
}

// deleted says of a file on disk that it is gone.
const deleted = 3

// watched takes changes on disk.
func (s *server) watched(conn *jsonrpc2.Conn, p watchedParams) error {
	other := false
	for _, c := range p.Changes {
		path, ok := located(s.o.FS, c.URI)
		if !ok || strings.Contains(filepath.ToSlash(path), "/.git/") {
			continue
		}
		other = true
		s.runs.touch(path)
		if c.Type == deleted {
			s.runs.forget(s.view(), path)
		}
		if isSettings(path) {
			s.runs.touchAll()
		}
	}
	if other {
		s.changed(conn, true)
		s.refresh(conn)
	}
	return nil
}

// refolded takes the folders that the client adds and removes.
func (s *server) refolded(conn *jsonrpc2.Conn, p foldersParams) error {
	s.mu.Lock()
	folders := slices.DeleteFunc(slices.Clone(s.folders), func(f folder) bool {
		return slices.ContainsFunc(p.Event.Removed, func(i folderItem) bool { return i.URI == f.uri })
	})
	for _, i := range p.Event.Added {
		if f, ok := newFolder(s.o.FS, i.URI); ok {
			folders = append(folders, f)
		}
	}
	s.folders = folders
	s.mu.Unlock()
	s.runs.touchAll()
	s.runs.forget(s.view(), "")
	s.changed(conn, true)
	s.refresh(conn)
	return nil
}

// refresh asks the client to ask again for what may have changed without an edit.
func (s *server) refresh(conn *jsonrpc2.Conn) {
	w := s.view().client.Workspace
	for method, can := range map[string]bool{
		"workspace/diagnostic/refresh": w.Diagnostics.RefreshSupport,
		"workspace/codeLens/refresh":   w.CodeLens.RefreshSupport,
		"workspace/inlayHint/refresh":  w.InlayHint.RefreshSupport,
	} {
		if can {
			s.spawn(func() { s.call(conn, method, nil, nil) })
		}
	}
}

// changed sees to it that a client that is pushed to hears of a change: at once, or when it has stopped typing.
func (s *server) changed(conn *jsonrpc2.Conn, atOnce bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || s.viewLocked().pulls() {
		return
	}
	if !atOnce && s.settings.Run == "onSave" {
		return
	}
	wait := s.o.Debounce
	if s.settings.Debounce != nil {
		wait = time.Duration(*s.settings.Debounce) * time.Millisecond
	}
	if atOnce {
		wait = 0
	}
	if s.timer != nil {
		s.timer.Stop()
	}
	s.timer = time.AfterFunc(wait, func() { s.spawn(func() { s.push(conn) }) })
}
