package project

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/config"
)

// A Target is a project, and the paths in it that a run is to report about.
type Target struct {
	Root  string   // absolute
	Paths []string // relative to Root, with slashes; "" is all of it
}

// Reports reports whether the target's paths choose the file at rel.
func (t Target) Reports(rel string) bool {
	return slices.ContainsFunc(t.Paths, func(p string) bool { return p == "" || rel == p || strings.HasPrefix(rel, p+"/") })
}

// Targets finds the projects that paths are in. A path that is not there, or is no file or folder, is an error; the others are
// returned all the same.
func Targets(fsys FS, paths []string) ([]Target, error) {
	var out []Target
	var errs []error
	for _, p := range paths {
		abs, dir, err := locate(fsys, p)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %s", p, why(err)))
			continue
		}
		root := Root(fsys, dir)
		rel, err := filepath.Rel(root, abs)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", p, err))
			continue
		}
		if rel = filepath.ToSlash(rel); rel == "." {
			rel = ""
		}
		i := slices.IndexFunc(out, func(t Target) bool { return t.Root == root })
		if i < 0 {
			i = len(out)
			out = append(out, Target{Root: root})
		}
		if !slices.Contains(out[i].Paths, rel) {
			out[i].Paths = append(out[i].Paths, rel)
		}
	}
	slices.SortFunc(out, func(a, b Target) int { return strings.Compare(a.Root, b.Root) })
	for _, t := range out {
		slices.Sort(t.Paths)
	}
	return out, errors.Join(errs...)
}

// locate returns the real name of an existing path, and the folder that it is or is in.
func locate(fsys FS, p string) (abs, dir string, err error) {
	if abs, err = fsys.Real(p); err != nil {
		return "", "", err
	}
	info, err := fsys.Lstat(abs)
	if err != nil {
		return "", "", err
	}
	switch {
	case info.IsDir():
		_, err := fsys.ReadDir(abs)
		return abs, abs, err
	case !info.Mode().IsRegular():
		return "", "", errIrregular
	}
	f, err := fsys.Open(abs)
	if err != nil {
		return "", "", err
	}
	return abs, filepath.Dir(abs), f.Close()
}

// Root returns the root of the project that the folder dir is in: the nearest folder up with a .git, else the nearest with a
// manifest or a configuration of ours, else dir itself.
func Root(fsys FS, dir string) string {
	found := ""
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := fsys.Lstat(filepath.Join(d, ".git")); err == nil {
			return d
		}
		if found == "" && Marked(fsys, d) {
			found = d
		}
		if filepath.Dir(d) == d {
			break
		}
	}
	if found == "" {
		return dir
	}
	return found
}

// Marked reports whether the folder d has a manifest or a configuration of ours.
func Marked(fsys FS, d string) bool {
	names := append([]string{}, config.Names...)
	for name := range manifests {
		names = append(names, name)
	}
	return slices.ContainsFunc(names, func(name string) bool {
		info, err := fsys.Lstat(filepath.Join(d, name))
		return err == nil && !info.IsDir()
	})
}
