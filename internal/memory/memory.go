// Package memory shows a few files as a folder of their own, to lint programs which are on no disk: those of tests and of the playground.
package memory

import (
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing/fstest"
)

// Root is the folder that an FS shows.
const Root = "/program"

// An FS shows its files below Root, and nothing else.
type FS struct{ Files fstest.MapFS }

// Of returns an FS of files by name.
func Of(files map[string]string) FS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	}
	return FS{m}
}

func below(name string) (string, error) {
	name = filepath.ToSlash(name)
	if name == Root {
		return ".", nil
	}
	if rel, ok := strings.CutPrefix(name, Root+"/"); ok && fs.ValidPath(rel) {
		return rel, nil
	}
	return "", fs.ErrNotExist
}

// ReadDir lists a folder.
func (m FS) ReadDir(name string) ([]fs.DirEntry, error) {
	rel, err := below(name)
	if err != nil {
		return nil, err
	}
	return m.Files.ReadDir(rel)
}

// Lstat describes a file; there are no links.
func (m FS) Lstat(name string) (fs.FileInfo, error) {
	rel, err := below(name)
	if err != nil {
		return nil, err
	}
	return m.Files.Stat(rel)
}

// Open opens a file.
func (m FS) Open(name string) (io.ReadCloser, error) {
	rel, err := below(name)
	if err != nil {
		return nil, err
	}
	return m.Files.Open(rel)
}

// Real returns the name itself; there are no links.
func (FS) Real(name string) (string, error) { return name, nil }
