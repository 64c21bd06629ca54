package source

import (
	"regexp"
	"strings"
)

// named are the words that make a name one of a credential, and what may stand between it and its value: brackets and quotes that
// close, a type, `=`, `:`, a comma, `or`, brackets and calls that open, a tag or an anchor and the sign of a block in YAML.
const (
	credential = `(?i:[\w.\-]*(?:api[_-]?key|secret|passw(?:or)?d|access[_-]?key|authorization|credentials?|bearer|token|[_-]key|\bkey)(?:_\w+|\d+)?)`
	closed     = `(?:\\?["'])?\s*[\])]*\s*`
	assigned   = `:\s*[\w\[\]., |]{1,30}=|:=|[:=]=?`
	opened     = `\s*(?:[\w.]{0,40}\(\s*|[&!]\S+[ \t]+|[|>][+-]?\d?[ \t]*\n)*[-+ \t]*`
	dockers    = `[ \t]+` // ENV NAME value, --api-key value
	text       = `(?i:[rbfu]{0,2})(?:"""(?s:.*?)(?:"""|\z)|'''(?s:.*?)(?:'''|\z)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\\"[^"\\\n]*\\")`
	bare       = `[^\s"'` + "`" + `,;(){}\[\]<>|&$\\#][^\s"'` + "`" + `,;(){}\[\]<>|&\\]{7,}`
)

var (
	writtenText = regexp.MustCompile(credential + closed + `(?:` + assigned + `|!=|,|\bor\b)` + opened + `(` + text + `(?:[\s+\-\\]*` + text + `)*)`)
	writtenBare = regexp.MustCompile(`(` + credential + closed + `(?:` + assigned + `)` + opened + `)(` + bare + `)(\(?)`)
	writtenWord = regexp.MustCompile(`((?:ENV|--)[ \t]*` + credential + dockers + `)(` + bare + `|` + text + `)()`)
	aText       = regexp.MustCompile(text)
	masked      = regexp.MustCompile(`(?:sk-(?:ant-|or-|proj-|svcacct-|admin-)?|AIza|gsk_|xai-|nvapi-|hf_|pplx-|csk-|ghp_|github_pat_|r8_|fw_|AKIA|ASIA)?\*\*\*|\b(?i:bearer|basic)\b`)
	variable    = regexp.MustCompile(`^[${}%()]*[A-Za-z]+(?:_+[A-Za-z]*\d?)+[${}%()]*$`)
	stands      = regexp.MustCompile(`^(?i)[a-z<>{}$*._ -]*(?:your|needed|dummy|placeholder|required|example|replace|insert)[a-z<>{}$*._ -]*$`)
	dotted      = regexp.MustCompile(`^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$`)
)

// leastShown is how long a text may be that stands where a key belongs, and is shown.
const leastShown = 7

// MaskCode is Mask of source text. It also replaces what looks like nothing, and stands where a key belongs: behind `api_key=`,
// `"password":`, `OPENAI_API_KEY=` and the like. Lines stay lines.
func MaskCode(code string) string {
	code = replaceLast(writtenText, Mask(code), func(_, value string) string {
		return aText.ReplaceAllStringFunc(value, func(t string) string {
			body := strings.TrimLeft(t, "rRbBfFuU")
			open := t[:len(t)-len(body)]
			quote := body[:1]
			switch {
			case strings.HasPrefix(body, `\"`):
				quote = `\"`
			case strings.HasPrefix(body, `"""`), strings.HasPrefix(body, `'''`):
				quote = body[:3]
			}
			inner, ends := strings.CutSuffix(body[len(quote):], quote)
			if !hides(inner) {
				return t
			}
			if !ends { // it goes on to the end of the file
				quote, open = "", open+quote
			}
			return open + quote + "***" + strings.Repeat("\n", strings.Count(inner, "\n")) + quote
		})
	})
	for _, re := range []*regexp.Regexp{writtenBare, writtenWord} {
		code = replaceLast(re, code, func(before, value string) string {
			if !hides(value) || strings.HasPrefix(value, "//") || lookedUp(before, value) {
				return value // a name, or the rest of an address
			}
			return "***"
		})
	}
	return code
}

// MaskTexts is MaskCode of source text that holds texts which are known to be keys, whatever they look like and wherever they stand.
func MaskTexts(code string, keys []string) string {
	for _, key := range keys {
		var out strings.Builder
		for rest := code; ; {
			at := strings.Index(rest, key)
			if at < 0 {
				code = out.String() + rest
				break
			}
			end := at + len(key)
			put := "***" + strings.Repeat("\n", strings.Count(key, "\n"))
			if at > 0 && isWord(rest[at-1]) && isWord(key[0]) || end < len(rest) && isWord(rest[end]) && isWord(key[len(key)-1]) {
				put = key // a part of a longer word
			}
			out.WriteString(rest[:at] + put)
			rest = rest[end:]
		}
	}
	return MaskCode(code)
}

func isWord(c byte) bool { return isLetter(c) || c == '_' || c >= '0' && c <= '9' }

// lookedUp reports whether a value without quotes is a name that Python looks up, by what stands before it: api_key=settings.key,
// {"api_key": key}, api_key: SecretValue. In a shell (API_KEY=value) and in YAML (api_key: value) it is a text.
func lookedUp(before, value string) bool {
	if !dotted.MatchString(value) || !worded(value) || digits(value) > 2 || before == strings.ToUpper(before) {
		return false
	}
	return !strings.HasSuffix(strings.TrimSpace(before), ":") || strings.ContainsAny(before, `"'`) || isUpper(value[0])
}

func digits(s string) (n int) {
	for _, c := range s {
		if c >= '0' && c <= '9' {
			n++
		}
	}
	return n
}

// hides reports whether a text that stands where a key belongs is not to be shown: it is no variable, nothing that stands for a key,
// and long enough to tell something.
func hides(value string) bool {
	rest := masked.ReplaceAllString(value, "")
	return len(strings.TrimSpace(rest)) > leastShown && !variable.MatchString(value) && !stands.MatchString(value)
}

// replaceLast puts what to returns in the place of the value that re finds: its last group but one if it has three, else its last one.
// A value that stays as it is may be the name before the next one: os.getenv("API_KEY", "…").
func replaceLast(re *regexp.Regexp, s string, to func(before, value string) string) string {
	var out strings.Builder
	for {
		m := re.FindStringSubmatchIndex(s)
		if m == nil {
			return out.String() + s
		}
		before, from, end := "", m[2], m[3]
		if len(m) > 4 { // what stands before, value, and the bracket of a call
			before, from, end = s[m[2]:m[3]], m[4], m[5]
		}
		value := s[from:end]
		put := value
		if len(m) <= 4 || m[6] == m[7] {
			put = to(before, value)
		}
		if put == value {
			end = from
			put = ""
		}
		out.WriteString(s[:from])
		out.WriteString(put)
		s = s[end:]
	}
}
