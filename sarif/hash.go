package sarif

import (
	"fmt"
	"unicode/utf16"

	"golang.org/x/text/encoding/unicode"

	"github.com/autogenlint/autogenlint/source"
)

// The rolling hash by which GitHub knows a line again (github/codeql-action: src/fingerprints.ts): over the next hundred
// characters that are no blanks, in UTF-16, CR and CRLF read as LF. What is no UTF-8 is read as browsers do: one U+FFFD for as many
// bytes as could have begun a character.
const (
	window     = 100
	multiplier = 37
	endOfFile  = 65535
)

// lineHashes returns the hash of every line of text.
func lineHashes(text string) []string {
	if decoded, err := unicode.UTF8.NewDecoder().String(text); err == nil {
		text = decoded
	}
	units := utf16.Encode([]rune(text))
	var power uint64 = 1
	for range window {
		power *= multiplier
	}
	var (
		ring    [window]uint64
		lines   [window]int // the line that began at a slot, or -1
		hash    uint64
		index   int
		out     []string
		counts  = map[string]int{}
		line    = -1
		fresh   = true
		lastCR  bool
		written = map[int]bool{}
	)
	for i := range lines {
		lines[i] = -1
	}
	emit := func() {
		if l := lines[index]; l >= 0 && !written[l] {
			h := fmt.Sprintf("%x", hash)
			counts[h]++
			for len(out) <= l {
				out = append(out, "")
			}
			out[l] = fmt.Sprintf("%s:%d", h, counts[h])
			written[l] = true
		}
		lines[index] = -1
	}
	update := func(c uint64) {
		begin := ring[index]
		ring[index] = c
		hash = multiplier*hash + c - power*begin
		index = (index + 1) % window
	}
	process := func(c uint64) {
		if c == ' ' || c == '\t' || lastCR && c == '\n' {
			lastCR = false
			return
		}
		if lastCR = c == '\r'; lastCR {
			c = '\n'
		}
		emit()
		if fresh {
			fresh = false
			line++
			lines[index] = line
		}
		if c == '\n' {
			fresh = true
		}
		update(c)
	}
	for _, u := range units {
		process(uint64(u))
	}
	process(endOfFile)
	for range window {
		emit()
		update(0)
	}
	return out
}

// lineHash is the hash of the line on disk at which s begins. Of a file that was not read none is known: the uploader finds it.
func lineHash(s source.Span, known map[*source.File][]string) string {
	if s.File.Raw == nil {
		return ""
	}
	hashes, ok := known[s.File]
	if !ok {
		hashes = lineHashes(string(s.File.Raw))
		known[s.File] = hashes
	}
	start, _ := s.Where()
	if start.Line > len(hashes) {
		return ""
	}
	return hashes[start.Line-1]
}
