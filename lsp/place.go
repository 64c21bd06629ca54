package lsp

import (
	"net/url"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/autogenlint/autogenlint/project"
	"github.com/autogenlint/autogenlint/source"
)

// A folder is one that the client works in.
type folder struct {
	uri  string // as the client writes it
	real string // its path, with links followed
}

func newFolder(fsys project.FS, uri string) (folder, bool) {
	path, ok := fromURI(uri)
	if !ok {
		return folder{}, false
	}
	f := folder{uri, path}
	if real, err := fsys.Real(path); err == nil {
		f.real = real
	}
	return f, true
}

// fromURI returns the path that a file address names.
func fromURI(uri string) (path string, ok bool) {
	path, ok = slashed(uri, runtime.GOOS == "windows")
	path = filepath.Clean(filepath.FromSlash(path))
	return path, ok && filepath.IsAbs(path)
}

// slashed returns the path that a file address names, with slashes. On Windows a drive's colon may be written %3A, and a host is a server
// that shares the folder.
func slashed(uri string, windows bool) (path string, ok bool) {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Path == "" || strings.ContainsRune(u.Path, 0) {
		return "", false
	}
	switch {
	case u.Host != "" && u.Host != "localhost":
		return "//" + u.Host + u.Path, windows
	case windows && len(u.Path) > 2 && u.Path[0] == '/' && u.Path[2] == ':':
		return u.Path[1:], true
	}
	return u.Path, true
}

// toURI returns the address of a path.
func toURI(path string) string { return addressed(filepath.ToSlash(path)) }

// addressed returns the address of a path that has slashes.
func addressed(path string) string {
	if host, rest, ok := strings.Cut(strings.TrimPrefix(path, "//"), "/"); ok && strings.HasPrefix(path, "//") {
		return (&url.URL{Scheme: "file", Host: host, Path: "/" + rest}).String()
	}
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// inside returns the address of what lies in a folder, with the folder spelt as the client spells it: some write c%3A for the drive c:.
func inside(folder, rel string) string {
	if rel == "." {
		return folder
	}
	return strings.TrimSuffix(folder, "/") + (&url.URL{Path: "/" + rel}).EscapedPath()
}

// located returns the path of an address with the links of its folder followed: the one that a run knows it by.
func located(fsys project.FS, uri string) (string, bool) {
	path, ok := fromURI(uri)
	if !ok {
		return "", false
	}
	if real, err := fsys.Real(path); err == nil {
		return real, true
	}
	if dir, err := fsys.Real(filepath.Dir(path)); err == nil {
		return filepath.Join(dir, filepath.Base(path)), true
	}
	return path, true
}

// below reports whether path is folder or lies in it.
func below(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(rel)
}

// uriOf returns the address by which the client knows a path.
func (v *view) uriOf(path string) string {
	if d := v.docs.byPath[path]; d != nil {
		return d.uri
	}
	for _, f := range v.folders {
		if rel, err := filepath.Rel(f.real, path); err == nil && filepath.IsLocal(rel) {
			return inside(f.uri, filepath.ToSlash(rel))
		}
	}
	return toURI(path)
}

// location returns where a place is for the client: in the text that is open, in the cell of a notebook, or in the file.
func (v *view) location(root string, s source.Span) location {
	path := filepath.Join(root, filepath.FromSlash(s.File.Path))
	d := v.docs.byPath[path]
	if d == nil {
		return location{v.uriOf(path), v.onDisk(s)}
	}
	if !d.book {
		return location{d.uri, textRange{d.position(s.File, s.Start, v.encoding), d.position(s.File, s.End, v.encoding)}}
	}
	for i, c := range s.File.Cells {
		if s.Start >= c.Start && (s.Start < c.End || i == len(s.File.Cells)-1) && c.Number >= 1 && c.Number <= len(d.cells) {
			k := d.cells[c.Number-1]
			end := min(s.End, c.End)
			return location{k.uri, textRange{k.text.position(s.Start-c.Start, v.encoding), k.text.position(end-c.Start, v.encoding)}}
		}
	}
	return location{URI: d.uri}
}

// onDisk is a place in a file that is not open. A notebook's is that in its JSON.
func (v *view) onDisk(s source.Span) textRange {
	if s.File.Kind == source.Notebook {
		start, end := s.File.RawSpan(s)
		raw := newText(string(s.File.Raw))
		return textRange{raw.position(start, v.encoding), raw.position(end, v.encoding)}
	}
	t := newText(s.File.Text)
	return textRange{t.position(s.Start, v.encoding), t.position(s.End, v.encoding)}
}

// position returns where an offset of the text that f was decoded to stands in d.
func (d *document) position(f *source.File, offset int, e encoding) position {
	if f.Kind == source.Notebook { // it is open as a text
		return d.text.position(f.RawOffset(offset), e)
	}
	if strings.HasPrefix(d.text.string, bom) {
		offset += len(bom)
	}
	return d.text.position(offset, e)
}

// offset returns where a place of the client's stands in the text that f, a file of d, was decoded to.
func (d *document) offset(f *source.File, k *cell, p position, e encoding) (int, bool) {
	switch {
	case d.book && k == nil:
		return 0, false
	case d.book:
		at, ok := k.text.offset(p, e)
		for _, c := range f.Cells {
			if c.Number >= 1 && c.Number <= len(d.cells) && d.cells[c.Number-1].uri == k.uri {
				return min(c.Start+at, c.End), ok
			}
		}
		return 0, false
	case f.Kind == source.Notebook:
		return 0, false
	}
	at, ok := d.text.offset(p, e)
	if strings.HasPrefix(d.text.string, bom) {
		at = max(0, at-len(bom))
	}
	return min(at, len(f.Text)), ok
}
