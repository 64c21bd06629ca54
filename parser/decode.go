package parser

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/autogenlint/autogenlint/source"
)

// MaxSize is the size of the largest file that is read as code.
const MaxSize = 16 << 20

// KindOf returns what a file of that name is read as.
func KindOf(name string) source.Kind {
	base := path.Base(name)
	lower := strings.ToLower(base)
	switch {
	case strings.HasSuffix(lower, ".py"):
		return source.Python
	case strings.HasSuffix(lower, ".ipynb"):
		return source.Notebook
	case lower == ".env", strings.HasPrefix(lower, ".env."), strings.HasSuffix(lower, ".env"), lower == ".flaskenv":
		return source.Dotenv
	case strings.HasSuffix(lower, ".json"), strings.HasPrefix(base, "OAI_CONFIG_LIST"):
		return source.JSON
	case strings.HasSuffix(lower, ".yaml"), strings.HasSuffix(lower, ".yml"):
		return source.YAML
	case strings.HasSuffix(lower, ".toml"), lower == "pipfile":
		return source.TOML
	case strings.HasSuffix(lower, ".ini"), strings.HasSuffix(lower, ".cfg"):
		return source.INI
	case strings.HasSuffix(lower, ".sh"), strings.HasSuffix(lower, ".bash"), strings.HasSuffix(lower, ".zsh"), lower == ".envrc":
		return source.Shell
	case strings.HasPrefix(lower, "dockerfile"), strings.HasPrefix(lower, "containerfile"), strings.HasSuffix(lower, ".dockerfile"):
		return source.Dockerfile
	}
	return source.Other
}

var bom = []byte("\xef\xbb\xbf")

// Decode turns raw into a file of that kind, which keeps raw: nobody may change it afterwards. The error says in a few words why it
// cannot be read.
func Decode(name string, kind source.Kind, raw []byte) (*source.File, error) {
	if len(raw) > MaxSize {
		return nil, fmt.Errorf("it is larger than %d MiB", MaxSize>>20)
	}
	if kind == source.Notebook {
		return decodeNotebook(name, raw)
	}
	if bytes.IndexByte(raw, 0) >= 0 && (kind != source.Dotenv || utf8.Valid(raw)) {
		return nil, errors.New("it holds a NUL byte")
	}
	if kind == source.Python {
		if coding := declaredCoding(raw); coding != "" && !bytes.HasPrefix(raw, bom) {
			return decodeLegacy(name, kind, raw, coding)
		}
	}
	if !utf8.Valid(raw) {
		return nil, ErrCoding
	}
	if bytes.HasPrefix(raw, bom) {
		text := textOf(raw[3:])
		return source.New(name, kind, raw, text, []source.Segment{{Text: 0, Len: len(text), Raw: 3, RawLen: len(text)}}), nil
	}
	return source.New(name, kind, raw, textOf(raw), nil), nil
}

// textOf returns raw as text, without a copy.
func textOf(raw []byte) string { return unsafe.String(unsafe.SliceData(raw), len(raw)) }

// coding is how PEP 263 says that a coding is declared.
var coding = regexp.MustCompile(`^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)`)

// ErrCoding is why a text cannot be read that is of another coding than the one it is read in.
var ErrCoding = errors.New("it is not UTF-8, and declares no other coding")

// declaredCoding returns the coding that one of the first two lines declares, or "" for UTF-8.
func declaredCoding(raw []byte) string {
	for range 2 {
		line, rest, _ := bytes.Cut(raw, []byte("\n"))
		if m := coding.FindSubmatch(line); m != nil {
			name := strings.ToLower(strings.ReplaceAll(string(m[1]), "_", "-"))
			if name == "utf-8" || name == "utf8" || strings.HasPrefix(name, "utf-8-") {
				return ""
			}
			return name
		}
		if t := bytes.TrimSpace(line); len(t) > 0 && t[0] != '#' {
			return ""
		}
		raw = rest
	}
	return ""
}

// decodeLegacy decodes a file of another coding than UTF-8. Python's latin-1 is that, not what browsers make of the name.
func decodeLegacy(name string, kind source.Kind, raw []byte, coding string) (*source.File, error) {
	var to [256]rune
	switch coding {
	case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "l1":
		for i := range to {
			to[i] = rune(i)
		}
	case "ascii", "us-ascii":
		if !utf8.Valid(raw) {
			return nil, errors.New("it is not of the coding that it declares")
		}
		return source.New(name, kind, raw, textOf(raw), nil), nil
	default:
		table, length := single(coding), several(coding)
		switch {
		case table != nil:
			for i := range to {
				to[i] = table.DecodeByte(byte(i))
			}
		case length != nil:
			return recode(name, kind, raw, func(rest []byte) (rune, int) { return utf8.RuneError, length(rest) }), nil
		default:
			return nil, errors.New("it declares a coding that is not known")
		}
	}
	return recode(name, kind, raw, func(rest []byte) (rune, int) { return to[rest[0]], 1 }), nil
}

// recode makes a file of raw, of which each says what a character begins with that is not ASCII, and how many bytes it takes.
func recode(name string, kind source.Kind, raw []byte, each func(rest []byte) (rune, int)) *source.File {
	var sb strings.Builder
	var parts []source.Segment
	start := 0
	flush := func(end int) {
		if end > start {
			parts = append(parts, source.Segment{Text: sb.Len(), Len: end - start, Raw: start, RawLen: end - start})
			sb.Write(raw[start:end])
		}
	}
	for i := 0; i < len(raw); {
		if raw[i] < 0x80 {
			i++
			continue
		}
		flush(i)
		at := sb.Len()
		r, n := each(raw[i:])
		sb.WriteRune(r)
		parts = append(parts, source.Segment{Text: at, Len: sb.Len() - at, Raw: i, RawLen: n})
		i += n
		start = i
	}
	flush(len(raw))
	return source.New(name, kind, raw, sb.String(), parts)
}
