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
// keeps nothing. Equal content under one path yields the same module.
type Store struct {
	mu      sync.Mutex
	scans   map[string]scanned
	modules map[string]parsed
}

// scanned is what a file's imports were when it had that size and time.
type scanned struct {
	size int64
	time time.Time
	scan scan // with imports of everything, not only of what was then in the project
}

type parsed struct {
	raw    []byte
	file   *source.File
	module *syntax.Module
}

// module returns what path was parsed to, if its content is still raw.
func (s *Store) module(path string, raw []byte) (*source.File, *syntax.Module) {
	if s == nil {
		return nil, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if m, ok := s.modules[path]; ok && bytes.Equal(m.raw, raw) {
		return m.file, m.module
	}
	return nil, nil
}

// keep keeps a module.
func (s *Store) keep(path string, raw []byte, f *source.File, m *syntax.Module) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.modules == nil {
		s.modules = map[string]parsed{}
	}
	s.modules[path] = parsed{raw, f, m}
}

// Forget lets go of what is kept of a file.
func (s *Store) Forget(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.modules, path)
	delete(s.scans, path)
}

// recall fills in what u imports, if the file has not been touched since it was scanned.
func (s *Store) recall(u *unit, info fs.FileInfo) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, ok := s.scans[u.path]
	if !ok || k.size != info.Size() || !k.time.Equal(info.ModTime()) {
		return false
	}
	u.scan = k.scan
	return true
}

// remember keeps what u imports. Info was taken before u was read.
func (s *Store) remember(u *unit, info fs.FileInfo) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.scans == nil {
		s.scans = map[string]scanned{}
	}
	s.scans[u.path] = scanned{info.Size(), info.ModTime(), u.scan}
}
