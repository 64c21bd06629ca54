package autogen

import (
	"strconv"
	"strings"
)

// A Version is the release part of a PEP 440 version: 0.2.40 is {0, 2, 40}. A pre-release compares as its release.
type Version [4]int

// ParseVersion reads a version; what follows the release is passed over.
func ParseVersion(s string) (Version, bool) {
	var v Version
	s = strings.TrimPrefix(strings.TrimSpace(s), "v")
	for i := range v {
		n := 0
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n == 0 {
			return v, i > 0
		}
		v[i], _ = strconv.Atoi(s[:n])
		s = s[n:]
		if s == "" || s[0] != '.' {
			return v, true
		}
		s = s[1:]
	}
	return v, true
}

// V is the version that s names; s is a constant of the tables.
func V(s string) Version {
	v, _ := ParseVersion(s)
	return v
}

// Before reports whether v is older than w.
func (v Version) Before(w Version) bool {
	for i := range v {
		if v[i] != w[i] {
			return v[i] < w[i]
		}
	}
	return false
}

// AtLeast reports whether v is w or newer.
func (v Version) AtLeast(w Version) bool { return !v.Before(w) }

func (v Version) String() string {
	n := len(v)
	for n > 2 && v[n-1] == 0 {
		n--
	}
	parts := make([]string, n)
	for i := range parts {
		parts[i] = strconv.Itoa(v[i])
	}
	return strings.Join(parts, ".")
}

// Admits reports whether the PEP 440 specifier set spec takes v. A clause that is not understood takes everything: it must not
// narrow what is possible.
func Admits(spec string, v Version) bool {
	for _, clause := range strings.Split(spec, ",") {
		if !admits(strings.TrimSpace(clause), v) {
			return false
		}
	}
	return true
}

// admitsBetween reports whether spec admits some release from low up to high.
func admitsBetween(spec string, low, high Version) bool {
	if admitsNamed(spec, low, high) {
		return true
	}
	for major := 0; major < 4; major++ {
		for minor := 0; minor < 25; minor++ {
			for patch := 0; patch < 50; patch++ {
				if v := (Version{major, minor, patch}); v.AtLeast(low) && v.Before(high) && Admits(spec, v) {
					return true
				}
			}
		}
	}
	return false
}

// admitsNamed is admitsBetween for the releases that spec itself names: one of four numbers, such as 0.4.8.2, stands in no table.
func admitsNamed(spec string, low, high Version) bool {
	for _, clause := range strings.Split(spec, ",") {
		v, ok := ParseVersion(strings.TrimLeft(clause, "<>=!~ "))
		if ok && v.AtLeast(low) && v.Before(high) && Admits(spec, v) {
			return true
		}
	}
	return false
}

func admits(clause string, v Version) bool {
	n := 0
	for n < len(clause) && strings.ContainsRune("<>=!~", rune(clause[n])) {
		n++
	}
	op, text := clause[:n], strings.TrimSpace(clause[n:])
	w, ok := ParseVersion(text)
	if !ok {
		return true
	}
	prefix := strings.Count(strings.TrimSuffix(text, ".*"), ".") + 1
	switch op {
	case "==", "===":
		if strings.HasSuffix(text, ".*") {
			return samePrefix(v, w, prefix)
		}
		return v == w
	case "!=":
		if strings.HasSuffix(text, ".*") {
			return !samePrefix(v, w, prefix)
		}
		return v != w
	case ">=":
		return v.AtLeast(w)
	case "<=":
		return v.Before(w) || v == w
	case ">":
		return w.Before(v)
	case "<":
		return v.Before(w)
	case "~=":
		return v.AtLeast(w) && samePrefix(v, w, prefix-1)
	}
	return true
}

func samePrefix(v, w Version, n int) bool {
	for i := 0; i < n && i < len(v); i++ {
		if v[i] != w[i] {
			return false
		}
	}
	return true
}
