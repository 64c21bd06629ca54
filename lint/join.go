package lint

import (
	"cmp"
	"path"
	"path/filepath"
	"slices"

	"github.com/autogenlint/autogenlint/project"
	"github.com/autogenlint/autogenlint/source"
)

// join makes one result of those of several projects: paths are relative to the folder that holds them all.
func (r *Result) join(parts []*Result) {
	if len(parts) == 0 {
		return
	}
	if len(parts) == 1 {
		problems := r.Problems
		*r = *parts[0]
		r.Problems = append(problems, r.Problems...)
		return
	}
	r.Root = parts[0].Root
	for _, p := range parts {
		r.Root = common(r.Root, p.Root)
	}
	r.Settings = parts[0].Settings
	for _, p := range parts {
		prefix, err := filepath.Rel(r.Root, p.Root)
		if err != nil {
			prefix = p.Root
		}
		m := newMover(func(name string) string { return path.Join(filepath.ToSlash(prefix), name) })
		r.Issues = append(r.Issues, m.issues(p.Issues)...)
		r.Unfixed = append(r.Unfixed, m.issues(p.Unfixed)...)
		for _, q := range p.Problems {
			r.Problems = append(r.Problems, Problem{m.path(q.Path), q.Text})
		}
		for _, s := range p.Shown {
			r.Shown = append(r.Shown, project.Shown{Path: m.path(s.Path), Reason: s.Reason, Because: m.path(s.Because)})
		}
		r.Failing = r.Failing || p.Failing
		r.Suppressed += p.Suppressed
		r.Known += p.Known
		r.Fixed += p.Fixed
		r.Secrets = append(r.Secrets, p.Secrets...)
		r.Gone = append(r.Gone, p.Gone...)
		r.Writes = append(r.Writes, p.Writes...)
	}
	slices.SortFunc(r.Issues, byPlace)
	slices.SortFunc(r.Shown, func(a, b project.Shown) int { return cmp.Compare(a.Path, b.Path) })
}

// From returns the issues with paths as they are seen from the folder dir.
func (r *Result) From(dir string) []Issue {
	return newMover(seen(r.Root, dir)).issues(r.Issues)
}

// seen returns how paths below root are seen from the folder dir: relative to it where it lies in root or holds the file, else absolute.
func seen(root, dir string) func(name string) string {
	inside := below(dir, root)
	return func(name string) string {
		abs := filepath.Join(root, filepath.FromSlash(name))
		if rel, err := filepath.Rel(dir, abs); err == nil && (inside || below(abs, dir)) {
			return filepath.ToSlash(rel)
		}
		return filepath.ToSlash(abs)
	}
}

// A mover gives places other paths.
type mover struct {
	to    func(string) string
	files map[*source.File]*source.File // copies, by the file itself
}

func newMover(to func(string) string) mover {
	return mover{to, map[*source.File]*source.File{}}
}

func (m mover) path(name string) string {
	if name == "" {
		return name
	}
	return m.to(name)
}

func (m mover) place(s source.Span) source.Span {
	if s.File == nil {
		return s
	}
	if m.files[s.File] == nil {
		f := *s.File
		f.Path = m.path(f.Path)
		m.files[s.File] = &f
	}
	s.File = m.files[s.File]
	return s
}

func (m mover) issues(in []Issue) []Issue {
	out := slices.Clone(in)
	for i := range out {
		out[i].Place = m.place(out[i].Place)
		out[i].Path = slices.Clone(out[i].Path)
		for k := range out[i].Path {
			out[i].Path[k].Place = m.place(out[i].Path[k].Place)
		}
		out[i].Fixes = slices.Clone(out[i].Fixes)
		for k, f := range out[i].Fixes {
			f.Edits = slices.Clone(f.Edits)
			for e := range f.Edits {
				f.Edits[e].Place = m.place(f.Edits[e].Place)
			}
			out[i].Fixes[k] = f
		}
		out[i].Entries = slices.Clone(out[i].Entries)
		for k := range out[i].Entries {
			out[i].Entries[k] = m.path(out[i].Entries[k])
		}
	}
	return out
}
