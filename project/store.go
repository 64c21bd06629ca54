package project

import (
	"bytes"
	"io/fs"
	"sync"
	"time"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A Store keeps what was read and parsed, so that a server reads and parses only what changed. It is for one root; a nil Store
// keeps nothing. Equal content under one path yields the same file and the same module, so that who holds them sees that nothing
// changed.
type Store struct {
	mu      sync.Mutex
	scans   map[string]scanned
	modules map[string]parsed
	opened  map[string]reading
	plain   map[string]stamp // data files that hold no configuration
}

// A stamp is by what a file on disk is known to be untouched. That of a buffer is zero, and untouched is never said of it.
type stamp struct {
	size int64
	time time.Time
}

// untouched reports whether a file that has the stamp now is as it was when it had old.
func (s stamp) untouched(old stamp) bool {
	return !s.time.IsZero() && s.size == old.size && s.time.Equal(old.time)
}

// stamp is that of the file at rel now. It is taken before the file is read: what is written meanwhile is seen the next time.
func (t *tree) stamp(rel string) stamp {
	info, err := t.fs.Lstat(t.abs(rel))
	if err != nil || info.Mode().Type() == fs.ModeSymlink {
		return stamp{}
	}
	return stamp{info.Size(), info.ModTime()}
}

// scanned is what a file's imports were when it had that stamp.
type scanned struct {
	stamp stamp
	scan  scan // with imports of everything, not only of what was then in the project
}

type parsed struct {
	stamp  stamp
	raw    []byte
	file   *source.File
	module *syntax.Module

	outline *outline // or nil
}

// A reading is a file that a program opens, or that stands beside the programs.
type reading struct {
	stamp stamp
	open  *open
}

// Reread sees to it that the file at rel is read again, whatever its size and time: somebody says that it was written.
func (s *Store) Reread(rel string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.scans, rel)
	delete(s.plain, rel)
	if m, ok := s.modules[rel]; ok {
		m.stamp = stamp{}
		s.modules[rel] = m
	}
	if r, ok := s.opened[rel]; ok {
		s.opened[rel] = reading{open: r.open}
	}
}

// untouched returns what path was parsed to, if the file has not been touched since.
func (s *Store) untouched(path string, now stamp) (*source.File, *syntax.Module) {
	if s == nil {
		return nil, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if m, ok := s.modules[path]; ok && now.untouched(m.stamp) {
		return m.file, m.module
	}
	return nil, nil
}

// module returns what path was parsed to, if its content is still raw.
func (s *Store) module(path string, raw []byte, now stamp) (*source.File, *syntax.Module) {
	if s == nil {
		return nil, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	m, ok := s.modules[path]
	if !ok || !bytes.Equal(m.raw, raw) {
		return nil, nil
	}
	m.stamp = now
	s.modules[path] = m
	return m.file, m.module
}

// keep keeps a module.
func (s *Store) keep(path string, raw []byte, now stamp, f *source.File, m *syntax.Module) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.modules == nil {
		s.modules = map[string]parsed{}
	}
	s.modules[path] = parsed{stamp: now, raw: raw, file: f, module: m}
}

// outlined returns the outline of u, which was parsed, or nil.
func (s *Store) outlined(u *unit) *outline {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if m := s.modules[u.path]; m.module == u.module { // a later run may have parsed another text
		return m.outline
	}
	return nil
}

// outlines keeps the outline of u.
func (s *Store) outlines(u *unit, out *outline) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if m := s.modules[u.path]; m.module == u.module {
		m.outline = out
		s.modules[u.path] = m
	}
}

// Forget lets go of what is kept of a file.
func (s *Store) Forget(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.modules, path)
	delete(s.scans, path)
	delete(s.opened, path)
	delete(s.plain, path)
}

// recall fills in what u imports, if the file has not been touched since it was scanned.
func (s *Store) recall(u *unit) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, ok := s.scans[u.path]
	if !ok || !u.stamp.untouched(k.stamp) {
		return false
	}
	u.scan = k.scan
	return true
}

// remember keeps what u imports.
func (s *Store) remember(u *unit) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.scans == nil {
		s.scans = map[string]scanned{}
	}
	s.scans[u.path] = scanned{u.stamp, u.scan}
}

// reading returns what the file at rel was opened to, if its content is still raw, or if it has not been touched since and raw is
// not known.
func (s *Store) reading(rel string, raw []byte, now stamp) *open {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	r, ok := s.opened[rel]
	if !ok || raw == nil && !now.untouched(r.stamp) || raw != nil && !bytes.Equal(raw, r.open.file.Raw) {
		return nil
	}
	s.opened[rel] = reading{now, r.open}
	return r.open
}

// opens keeps a file that was opened.
func (s *Store) opens(rel string, o *open, now stamp) {
	if s == nil || o.file == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.opened == nil {
		s.opened = map[string]reading{}
	}
	s.opened[rel] = reading{now, o}
}

// isPlain reports whether the file at rel has not been touched since it was seen to hold no configuration.
func (s *Store) isPlain(rel string, now stamp) bool {
	if s == nil {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	was, ok := s.plain[rel]
	return ok && now.untouched(was)
}

// seePlain keeps that the file at rel holds no configuration.
func (s *Store) seePlain(rel string, now stamp) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.plain == nil {
		s.plain = map[string]stamp{}
	}
	s.plain[rel] = now
}
