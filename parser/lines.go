package parser

import "strings"

// lineState follows strings and brackets over lines, as far as that goes without a grammar.
type lineState struct {
	depth  int
	triple string // the quotes that end the string that is open
	format bool   // it has fields
	fields int    // how many braces of fields are open in it
	joined bool
}

func (s *lineState) inside() bool { return s.depth > 0 || s.triple != "" || s.joined }

// line reads one line and returns where its comment begins: at its end if it has none.
func (s *lineState) line(line string) int {
	s.joined = false
	for i := 0; i < len(line); i++ {
		if s.triple != "" {
			i += s.inString(line[i:])
			continue
		}
		switch c := line[i]; c {
		case '#':
			return i
		case '(', '[', '{':
			s.depth++
		case ')', ']', '}':
			s.depth = max(0, s.depth-1)
		case '\\':
			s.joined = i == len(line)-1
		case '"', '\'':
			if q := strings.Repeat(string(c), 3); strings.HasPrefix(line[i:], q) {
				s.triple, s.format, s.fields = q, isFormat(line[:i]), 0
				i += 2
				continue
			}
			i += shortString(line[i:])
		}
	}
	return len(line)
}

// inString reads what rest begins with in a string of three quotes, and returns how many bytes more than one that is.
func (s *lineState) inString(rest string) int {
	switch c := rest[0]; {
	case strings.HasPrefix(rest, s.triple):
		s.triple = ""
		return 2
	case s.fields > 0 && (c == '"' || c == '\''):
		return shortString(rest)
	case s.fields == 0 && (c == '\\' || s.format && strings.HasPrefix(rest, "{{")):
		return 1
	case s.format && c == '{':
		s.fields++
	case s.fields > 0 && c == '}':
		s.fields--
	}
	return 0
}

// shortString returns how many bytes stand behind the quote that rest begins with, up to the one that ends the string.
func shortString(rest string) int {
	i := 1
	for ; i < len(rest) && rest[i] != rest[0]; i++ {
		if rest[i] == '\\' {
			i++
		}
	}
	return i
}

// isFormat reports whether before, what stands before a quote, ends in the prefix of a string with fields.
func isFormat(before string) bool {
	prefix := before[len(strings.TrimRight(before, "rRbBfFuUtT")):]
	return len(prefix) <= 2 && strings.ContainsAny(prefix, "fF")
}

// joinBrackets makes one line of what stands in brackets or in a field of a string, as Python does, with spaces for the line ends and comments in it, so that
// every byte keeps its place. The comments are returned as pairs of offsets.
func joinBrackets(text string) (string, [][2]int) {
	out := []byte(text)
	var comments [][2]int
	var s lineState
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.IndexAny(text[at:], "\r\n"); i >= 0 {
			end = at + i
		}
		next := end
		for next < len(text) && (text[next] == '\r' || text[next] == '\n') {
			next++
		}
		from := at + s.line(text[at:end])
		if s.triple == "" && s.depth > 0 || s.triple != "" && s.fields > 0 {
			if from < end {
				comments = append(comments, [2]int{from, end})
			}
			if s.joined {
				from = end - 1
			}
			for i := from; i < next; i++ {
				out[i] = ' '
			}
		}
		at = next
	}
	return string(out), comments
}
