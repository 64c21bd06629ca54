package project

import (
	"bytes"
	"encoding/binary"
	"strings"
)

// maxIndex is the size of the largest index of git that is read: some 400,000 files.
const maxIndex = 64 << 20

// tracked reports whether the index of the repository that rel is in names it: then it is in the repository, whatever .gitignore says.
// False also means that the index cannot be read, as where .git is the file of a worktree and leads elsewhere.
func (p *Project) tracked(rel string) bool {
	dir := parent(rel)
	for n := p.tree.node(dir); n == nil || !n.home; n = p.tree.node(dir) {
		if dir == "" {
			return false
		}
		dir = parent(dir)
	}
	at := join(dir, ".git/index")
	if e := p.tree.entry(at); e == nil || e.kind != regular {
		return false
	}
	if p.indexes == nil {
		p.indexes = map[string]map[string]bool{}
	}
	names, ok := p.indexes[at]
	if !ok {
		if raw, err := p.tree.raw(at, maxIndex); err == nil {
			names = parseIndex(raw, func(name string) bool { return isDotenv(name[strings.LastIndexByte(name, '/')+1:]) })
		}
		p.indexes[at] = names
	}
	return names[strings.TrimPrefix(strings.TrimPrefix(rel, dir), "/")]
}

// The parts of an entry of git's index before its name, in bytes: times, device, inode, mode, owner, size and hash, then flags
// (gitformat-index(5)). A repository with SHA-256 has a longer hash: its index is not read.
const (
	indexHead  = 12
	entryFlags = 40 + 20
	entryName  = entryFlags + 2
	extended   = 0x4000 // two more bytes of flags follow
	nameLength = 0x0fff // at most; a longer name has this much
)

// parseIndex returns the names in an index of git, of versions 2 to 4, that keep says yes to; nil if raw is none.
func parseIndex(raw []byte, keep func(string) bool) map[string]bool {
	if len(raw) < indexHead || string(raw[:4]) != "DIRC" {
		return nil
	}
	version, count := binary.BigEndian.Uint32(raw[4:]), binary.BigEndian.Uint32(raw[8:])
	if version < 2 || version > 4 {
		return nil
	}
	out := map[string]bool{}
	var name []byte
	for rest := raw[indexHead:]; count > 0; count-- {
		if len(rest) < entryName {
			return nil
		}
		flags, begin := binary.BigEndian.Uint16(rest[entryFlags:]), entryName
		if flags&extended != 0 {
			begin += 2
		}
		if version == 4 {
			strip, n := offsetVarint(rest[min(begin, len(rest)):])
			if n == 0 || strip > len(name) {
				return nil
			}
			name, begin = name[:len(name)-strip], begin+n
		} else {
			name = name[:0]
		}
		size := bytes.IndexByte(rest[min(begin, len(rest)):], 0)
		if size < 0 {
			return nil
		}
		name = append(name, rest[begin:begin+size]...)
		if int(flags&nameLength) != min(len(name), nameLength) {
			return nil
		}
		end := begin + size + 1
		if version < 4 {
			end = (begin + size + 8) &^ 7 // one to eight zeros, to a multiple of eight
		}
		if end > len(rest) {
			return nil
		}
		rest = rest[end:]
		if keep(string(name)) {
			out[string(name)] = true
		}
	}
	return out
}

// offsetVarint reads a number as git writes the offsets in its packs, and returns how many bytes it took; 0 if it is none.
func offsetVarint(raw []byte) (value, n int) {
	for n < len(raw) && n < 4 {
		b := raw[n]
		value, n = value<<7|int(b&0x7f), n+1
		if b&0x80 == 0 {
			return value, n
		}
		value++
	}
	return 0, 0
}
