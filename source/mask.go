package source

import (
	"regexp"
	"strings"
)

// secrets are runs that look like a key: a provider's prefix and what follows, hexadecimal and base64-like runs, tokens of three
// parts. The first group, where there is one, is a public prefix that may stay.
var secrets = []*regexp.Regexp{
	regexp.MustCompile(`\b(sk-(?:ant-|or-|proj-|svcacct-|admin-)?|AIza|gsk_|xai-|nvapi-|hf_|pplx-|csk-|ghp_|github_pat_|r8_|fw_|AKIA|ASIA)[A-Za-z0-9_.\-]{4,}`),
	regexp.MustCompile(`()\beyJ[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_.\-]+`),
	regexp.MustCompile(`()[A-Za-z0-9+/_\-]{20,}={0,2}`),
	regexp.MustCompile(`()\b[0-9A-Fa-f]{16,}\b`),
}

// word is a run that is words, not a secret: a path, a long name.
var word = regexp.MustCompile(`^[A-Za-z]+(?:[-_/.][A-Za-z]+)*\d{0,2}$`)

// Mask replaces whatever in line looks like a key, so that the line may be shown.
func Mask(line string) string {
	for i, re := range secrets {
		line = re.ReplaceAllStringFunc(line, func(m string) string {
			if i == 2 && readable(m) {
				return m
			}
			return re.FindStringSubmatch(m)[1] + "***"
		})
	}
	return queried.ReplaceAllString(userOf.ReplaceAllString(line, "${1}***@"), "${1}***")
}

// Places in an address where a secret stands, whatever it looks like: behind the user, and in its query.
var (
	userOf  = regexp.MustCompile(`(://[^\s/@:"']*:)[^\s@"']+@`)
	queried = regexp.MustCompile(`([?&](?i:[\w-]*(?:key|token|secret|password|sig|signature))=)[^\s&#"'\x60…{}]{4,}`)
)

// readable reports whether a long run is a name or a path and no secret: words, or folders that are words or too short to tell
// anything.
func readable(run string) bool {
	run = strings.TrimRight(run, "=")
	if word.MatchString(run) && (caseChanges(run) <= 8 || worded(run)) || named(run) {
		return true
	}
	folders := strings.Split(run, "/")
	if len(folders) < 2 {
		return false
	}
	for _, f := range folders {
		if len(f) >= 8 && (!word.MatchString(f) || caseChanges(f) > 4) {
			return false
		}
	}
	return true
}

// part is a piece of a model's or a class's name that says nothing secret: a word, a size or version, a date.
var part = regexp.MustCompile(`^(?:[A-Za-z]+\d{0,2}|[A-Za-z0-9]{1,4}|20\d{6})$`)

// named reports whether a run is the name of a model: words for the most part, and between them sizes, versions and dates.
func named(run string) bool {
	dated := day.MatchString(run)
	run = day.ReplaceAllString(run, "")
	told := 0
	for _, p := range strings.FieldsFunc(run, func(r rune) bool { return strings.ContainsRune("-_/.", r) }) {
		switch {
		case !part.MatchString(p) || len(p) > 4 && !worded(p):
			return false
		case spelled.MatchString(p) && worded(p):
			told += len(p)
		}
	}
	return 2*told >= len(run) || dated && len(run) < 16
}

// spelled is a word, with a version behind it or none.
var spelled = regexp.MustCompile(`^[A-Za-z]{4,}\d{0,2}$`)

// day is the day behind the name of a model.
var day = regexp.MustCompile(`-20\d\d-?[01]\d-?[0-3]\d$`)

// worded reports whether the case of s changes as seldom as it does between words.
func worded(s string) bool { return 3*caseChanges(s) <= len(s)+1 }

// caseChanges counts how often neighbouring letters differ in case, which they seldom do in words.
func caseChanges(s string) int {
	changes := 0
	for i := 1; i < len(s); i++ {
		a, b := s[i-1], s[i]
		if isUpper(a) != isUpper(b) && isLetter(a) && isLetter(b) {
			changes++
		}
	}
	return changes
}

func isUpper(c byte) bool  { return c >= 'A' && c <= 'Z' }
func isLetter(c byte) bool { return isUpper(c) || c >= 'a' && c <= 'z' }
