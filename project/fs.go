package project

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/autogenlint/autogenlint/parser"
)

// An FS is where files are. Names are absolute.
type FS interface {
	// ReadDir returns what is in a folder, by name.
	ReadDir(name string) ([]fs.DirEntry, error)
	// Lstat describes a name without following a link.
	Lstat(name string) (fs.FileInfo, error)
	// Open opens a regular file. It follows no link in the last place, and never waits for a writer.
	Open(name string) (io.ReadCloser, error)
	// Real returns the name with every link followed, spelt as the folders spell it where case does not matter.
	Real(name string) (string, error)
}

// Disk is the file system of the machine.
type Disk struct{}

// ReadDir implements FS.
func (Disk) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }

// Lstat implements FS.
func (Disk) Lstat(name string) (fs.FileInfo, error) { return os.Lstat(name) }

// Real implements FS.
func (d Disk) Real(name string) (string, error) {
	real, err := filepath.EvalSymlinks(name) // on Windows this spells it
	if err != nil || runtime.GOOS != "darwin" {
		return real, err
	}
	return spelt(d, real), nil
}

// spelt returns an existing name as the folders on its way spell it.
func spelt(fsys FS, name string) string {
	up := filepath.Dir(name)
	if up == name {
		return name
	}
	up = spelt(fsys, up)
	base := filepath.Base(name)
	list, err := fsys.ReadDir(up)
	if err != nil {
		return filepath.Join(up, base)
	}
	same := func(e fs.DirEntry) bool { return e.Name() == base }
	if !slices.ContainsFunc(list, same) {
		same = func(e fs.DirEntry) bool { return strings.EqualFold(e.Name(), base) }
	}
	if i := slices.IndexFunc(list, same); i >= 0 {
		base = list[i].Name()
	}
	return filepath.Join(up, base)
}

// An Overlay is a file system with some files replaced, as by the unsaved buffers of an editor.
type Overlay struct {
	FS
	Files map[string][]byte // by absolute name
}

// ReadDir implements FS: a buffer that was never saved is there too, if its folder is.
func (o Overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := o.FS.ReadDir(name)
	if err != nil {
		return list, err
	}
	for file, text := range o.Files {
		if filepath.Dir(file) != name {
			continue
		}
		info := buffer{filepath.Base(file), int64(len(text))}
		i, found := slices.BinarySearchFunc(list, info.Name(), func(e fs.DirEntry, n string) int { return strings.Compare(e.Name(), n) })
		if found {
			list[i] = info
		} else {
			list = slices.Insert(list, i, fs.DirEntry(info))
		}
	}
	return list, nil
}

// Lstat implements FS.
func (o Overlay) Lstat(name string) (fs.FileInfo, error) {
	if text, ok := o.Files[name]; ok {
		return buffer{filepath.Base(name), int64(len(text))}, nil
	}
	return o.FS.Lstat(name)
}

// Open implements FS.
func (o Overlay) Open(name string) (io.ReadCloser, error) {
	if text, ok := o.Files[name]; ok {
		return io.NopCloser(bytes.NewReader(text)), nil
	}
	return o.FS.Open(name)
}

// Real implements FS.
func (o Overlay) Real(name string) (string, error) {
	if _, ok := o.Files[name]; ok {
		return name, nil
	}
	return o.FS.Real(name)
}

// A buffer is a file that is only in memory. Its time is zero: nothing is remembered of it.
type buffer struct {
	name string
	size int64
}

func (b buffer) Name() string               { return b.name }
func (b buffer) Size() int64                { return b.size }
func (b buffer) Mode() fs.FileMode          { return 0o644 }
func (b buffer) Type() fs.FileMode          { return 0 }
func (b buffer) ModTime() time.Time         { return time.Time{} }
func (b buffer) IsDir() bool                { return false }
func (b buffer) Sys() any                   { return nil }
func (b buffer) Info() (fs.FileInfo, error) { return b, nil }

// errLarge says that a file is larger than what is read.
var errLarge = errors.New("it is too large to be read")

// errIrregular says that a name is no file with a content: a fifo, a device, a socket.
var errIrregular = errors.New("it is not a regular file")

// read returns the content of a file in buf, which grows as needed. Of a file that is larger than limit it returns the beginning,
// and errLarge.
func read(fsys FS, name string, buf []byte, limit int) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return buf[:0], err
	}
	defer func() { _ = f.Close() }()
	buf = buf[:0]
	size := -1
	if d, ok := f.(interface{ Size() int }); ok {
		size = d.Size()
	}
	if want := min(size, limit+1); want > cap(buf) {
		buf = make([]byte, 0, max(want, 2*cap(buf))) // no larger than needed if it is to be kept
	}
	for {
		if len(buf) == cap(buf) {
			buf = slices.Grow(buf, max(len(buf), 32<<10))
		}
		n, err := f.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		switch {
		case len(buf) > limit:
			return buf[:limit], errLarge
		case err == io.EOF, n == 0 && err == nil, len(buf) == size:
			return buf, nil
		case err != nil:
			return buf[:0], err
		}
	}
}

// ReadFile returns the content of a file, unless it is larger than what is read as code.
func ReadFile(fsys FS, name string) ([]byte, error) {
	raw, err := read(fsys, name, nil, parser.MaxSize)
	if errors.Is(err, errLarge) {
		return nil, &fs.PathError{Op: "read", Path: name, Err: err}
	}
	return raw, err
}

// why says in a few words what is wrong with a file, without naming it.
func why(err error) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "it may not be read"
	case errors.Is(err, fs.ErrNotExist):
		return "it is not there"
	case errors.Is(err, errLarge), errors.Is(err, errIrregular):
		return err.Error()
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		return "it could not be read: " + p.Err.Error()
	}
	return err.Error()
}
