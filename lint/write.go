package lint

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// WriteFile writes a file whole or not at all: beside it first, and then in its place. A file that is there keeps its mode; a
// link is followed, so that it stays one, but never out of the folder root.
func WriteFile(root, path string, text []byte) (err error) {
	if err := Inside(root, path); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode := os.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		if !info.Mode().IsRegular() {
			return writeThrough(path, text) // a pipe or a device has no place to rename to
		}
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			_ = os.Remove(f.Name())
			err = fmt.Errorf("write %s: %w", path, err)
		}
	}()
	if _, err = f.Write(text); err != nil {
		return err
	}
	if err = f.Chmod(mode); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// errOutside says that a link in a repository leads to where whoever runs the tool did not send it.
var errOutside = errors.New("a link on its way leads out of the project; name the place that it leads to, if it is meant")

// Inside is an error if path is below root by its name, and elsewhere by the links on its way.
func Inside(root, path string) error {
	if follow := filepath.EvalSymlinks; below(path, root) && !below(real(path, follow), real(root, follow)) {
		return errOutside
	}
	return nil
}

// real is path with its links followed, as far as it is there.
func real(path string, follow func(string) (string, error)) string {
	rest := ""
	for at := path; ; at = filepath.Dir(at) {
		if to, err := follow(at); err == nil {
			return filepath.Join(to, rest)
		}
		if at == filepath.Dir(at) {
			return path
		}
		rest = filepath.Join(filepath.Base(at), rest)
	}
}

func writeThrough(path string, text []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if _, err := f.Write(text); err != nil {
		_ = f.Close()
		return fmt.Errorf("write %s: %w", path, err)
	}
	return f.Close()
}
