package autogen

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// shapes are what the keys of providers look like (credentials §3.6). A shape is only listed where no other provider's key has it.
var shapes = []struct {
	provider string
	shape    *regexp.Regexp
}{
	{"anthropic", regexp.MustCompile(`^sk-ant-[A-Za-z0-9]{2,}-[\w-]{20,}$`)},
	{"openrouter", regexp.MustCompile(`^sk-or-(v1-)?[0-9a-zA-Z]{20,}$`)},
	{"openai", regexp.MustCompile(`^sk-(proj|svcacct|admin|service|None)-[\w-]{20,}$`)},
	{"openai", regexp.MustCompile(`^sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}$`)},
	{"gemini", regexp.MustCompile(`^AIza[\w-]{30,40}$`)},
	{"groq", regexp.MustCompile(`^gsk_[A-Za-z0-9]{20,}$`)},
	{"xai", regexp.MustCompile(`^xai-[0-9a-zA-Z_]{20,}$`)},
	{"nvidia", regexp.MustCompile(`^nvapi-[\w-]{20,}$`)},
	{"huggingface", regexp.MustCompile(`^hf_[A-Za-z]{20,}$`)},
	{"perplexity", regexp.MustCompile(`^pplx-[A-Za-z0-9]{20,}$`)},
	{"cerebras", regexp.MustCompile(`^csk-[A-Za-z0-9]{20,}$`)},
	{"github", regexp.MustCompile(`^(ghp_[A-Za-z0-9]{30,}|github_pat_\w{20,})$`)},
	{"azure", regexp.MustCompile(`^[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26}$`)},
	{"aws", regexp.MustCompile(`^(AKIA|ASIA)[A-Z2-7]{16}$`)},
	{"replicate", regexp.MustCompile(`^r8_[A-Za-z0-9]{30,}$`)},
	{"fireworks", regexp.MustCompile(`^fw_[A-Za-z0-9]{20,}$`)},
}

// generic is the shape that several providers' keys share: OpenAI's old ones, DeepSeek's, DashScope's, proxies'.
var generic = regexp.MustCompile(`^sk-[A-Za-z0-9_-]{20,}$`)

// KeyShaped reports whether s looks like a key, and whose, if only one provider's look like that.
func KeyShaped(s string) (provider string, ok bool) {
	for _, k := range shapes {
		if k.shape.MatchString(s) {
			return k.provider, true
		}
	}
	return "", generic.MatchString(s)
}

// Live reports whether s looks like a key that somebody uses: it has the shape, and nothing of a placeholder or a mock.
func Live(s string) bool {
	if _, ok := KeyShaped(s); !ok || Placeholder(s) {
		return false
	}
	body := s[strings.IndexAny(s, "-_")+1:]
	if len(s) > 4 && strings.HasPrefix(s, "AIza") || strings.HasPrefix(s, "AKIA") || strings.HasPrefix(s, "ASIA") {
		body = s[4:]
	}
	return entropy(body) > 3.0 && !regular.MatchString(body)
}

// regular are runs that a person types: the alphabet, digits in order, one character over and over.
var regular = regexp.MustCompile(`(?i)abcdef|0123456|1234567|qwerty|xxxx|0000000|1111111|aaaaaa`)

// entropy is the Shannon entropy of s in bits a character.
func entropy(s string) float64 {
	if s == "" {
		return 0
	}
	var count [256]int
	for i := 0; i < len(s); i++ {
		count[s[i]]++
	}
	sum := 0.0
	for _, n := range count {
		if n > 0 {
			p := float64(n) / float64(len(s))
			sum -= p * math.Log2(p)
		}
	}
	return sum
}

// placeholders are whole values that documentation has where a key belongs (credentials §3.8).
var placeholders = map[string]bool{
	"key": true, "api_key": true, "api-key": true, "apikey": true, "your_key": true, "token": true, "secret": true, "...": true, "test": true, "xxx": true, "abc": true, "changeme": true,
	"change_me": true, "todo": true, "fixme": true, "sk-...": true, "sk-xxx": true, "sk-": true, "<key>": true, "none": false, "key_here": true, "insert_key": true, "sk-1111": true,
}

// fillIns are in values that documentation asks its readers to replace.
var fillIns = regexp.MustCompile(`(?i)\byour\b|your[-_ ]|[-_ ]your|_here\b|[-_ ]here$|<[^>]+>|^\{.*\}$|\.\.\.|…|replace|insert[-_ ]|goes[-_ ]here|enter[-_ ]|fill[-_ ]?in|my[-_ ]?(api|open|key|secret)|add[-_ ]?your|put[-_ ]?your|change[-_ ]?(me|this)`)

// fakes are in other values that nobody's key has.
var fakes = regexp.MustCompile(`(?i)x{4,}|\*{3,}|placeholder|example|dummy|fake|mock|sample|api[-_ ]?key[-_ ]|[-_ ](api[-_ ]?)key$|^sk-(1+|0+|x+|test|fake|proj-1+|proj-x+|abc.*|\.+|key|openai|your.*)$|not[-_ ]a[-_ ](real|valid|key)|redacted|notset|not[-_ ]set|not[-_ ]configured|to[-_ ]be`)

// namesKey is a text of several words that says what belongs in its place, and noneNeeded one that says that nothing does.
var (
	namesKey   = regexp.MustCompile(`(?i)\b(key|token|secret)\b`)
	noneNeeded = regexp.MustCompile(`(?i)\b(no|not|none|any|unused|dummy|fake|local)\b`)
)

// FillIn reports whether s asks its reader to put a key in its place: no server takes that for one, whoever runs it.
func FillIn(s string) bool {
	s = strings.TrimSpace(s)
	return fillIns.MatchString(s) || strings.Contains(s, " ") && namesKey.MatchString(s) && !noneNeeded.MatchString(s)
}

// Placeholder reports whether s stands where a key belongs, and is none.
func Placeholder(s string) bool {
	t := strings.TrimPrefix(strings.TrimSpace(s), "Bearer ")
	lower := strings.ToLower(t)
	if placeholders[lower] {
		return true
	}
	if strings.HasPrefix(lower, "sk-") && len(t) < 16 && !strings.ContainsAny(t, " ") {
		return true // no provider's key is that short
	}
	if strings.ContainsAny(t, " ") && len(strings.Fields(t)) > 1 {
		return true
	}
	return fillIns.MatchString(t) || fakes.MatchString(t)
}

// dummies are what people write where a server takes any key, and no other provider's server would (failures §4.4).
var dummies = map[string]bool{
	"null": true, "none": true, "empty": true, "na": true, "n/a": true, "not-needed": true, "notneeded": true, "not_needed": true, "notrequired": true, "not-required": true, "not_required": true,
	"lm-studio": true, "lmstudio": true, "lm_studio": true, "ollama": true, "no-key": true, "nokey": true, "no_key": true, "sk-no-key-required": true, "anything": true, "whatever": true, "local": true, "litellm": true,
	"vllm": true, "unused": true, "not used": true, "-": true, "no": true, "nan": true,
}

// Dummy reports whether s is one of the words that mean that no key is needed.
func Dummy(s string) bool { return dummies[strings.ToLower(strings.TrimSpace(s))] }

// envName is how people write a variable's name where its value belongs.
var envName = regexp.MustCompile(`^(?:\$\{?([A-Za-z_][A-Za-z0-9_]*)(?::-[^}]*)?\}?|%([A-Z_][A-Z0-9_]*)%|os\.environ/([A-Z_][A-Z0-9_]*)|env:([A-Z_][A-Z0-9_]*)|\{\{\s*(?:env\.)?([A-Z_][A-Z0-9_]*)\s*\}\}|os\.environ(?:\.get)?[\[(]['"]([A-Z_][A-Z0-9_]*)['"][\])]|os\.getenv\(['"]([A-Z_][A-Z0-9_]*)['"]\)|([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+))$`)

// EnvName returns the variable that s names, if s is the name of a variable and not a value.
func EnvName(s string) (name string, ok bool) {
	m := envName.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return "", false
	}
	for _, g := range m[1:8] {
		if g != "" {
			return g, true
		}
	}
	if n := m[8]; strings.Contains(n, "KEY") || strings.Contains(n, "TOKEN") || strings.Contains(n, "SECRET") || IsKeyVariable(n) {
		if strings.HasPrefix(n, "YOUR") || strings.HasSuffix(n, "_HERE") || strings.HasPrefix(n, "MY_") || strings.HasPrefix(n, "INSERT") || strings.HasPrefix(n, "REPLACE") {
			return "", false
		}
		return n, true
	}
	return "", false
}

// AddressName returns the variable that s names where an address belongs.
func AddressName(s string) (name string, ok bool) {
	if name, ok := EnvName(s); ok {
		return name, true
	}
	n := strings.TrimSpace(s)
	if !addressName.MatchString(n) || !strings.Contains(n, "_") || strings.HasPrefix(n, "YOUR") || strings.HasSuffix(n, "_HERE") {
		return "", false
	}
	return n, true
}

// addressName is the name of a variable that holds an address.
var addressName = regexp.MustCompile(`^[A-Z][A-Z0-9_]*(?:URL|URI|ENDPOINT|BASE|HOST)[A-Z0-9_]*$`)

// Flaw is what is wrong with the form of a key.
type Flaw uint8

// The flaws.
const (
	NoFlaw     Flaw = iota
	Trailing        // a blank or line feed at the end: no legal header
	Leading         // a blank at the beginning: 401
	InnerBreak      // a line feed inside
	Quotes          // quotes that belong to the file it came from: 401
	Bearer          // `Bearer ` is added by the SDK: 401
	NonASCII        // no legal header
	Address         // an address stands where the key belongs: 401
	ModelName       // the name of a model stands there: 401
	Masked          // the stars that are shown in place of a secret: 401
)

// Illegal reports whether no header may hold a key with the flaw, whoever is asked.
func (f Flaw) Illegal() bool { return f == Trailing || f == InnerBreak || f == NonASCII }

// FlawOf returns what is wrong with the form of a key that is not blank.
func FlawOf(s string) Flaw {
	for _, r := range s {
		if r > unicode.MaxASCII {
			return NonASCII
		}
	}
	trimmed := strings.TrimRight(s, " \t\r\n")
	switch {
	case trimmed != s:
		return Trailing
	case strings.ContainsAny(s, "\r\n"):
		return InnerBreak
	case strings.TrimLeft(s, " \t") != s:
		return Leading
	case len(s) > 2 && (s[0] == '"' && s[len(s)-1] == '"' || s[0] == '\'' && s[len(s)-1] == '\''):
		return Quotes
	case strings.HasPrefix(s, "Bearer "):
		return Bearer
	case strings.HasPrefix(s, "https://"), strings.HasPrefix(s, "http://"):
		return Address
	case ByModel(s) != nil:
		return ModelName
	case strings.Trim(s, "*") == "":
		return Masked
	}
	return NoFlaw
}

// ownModels are the beginnings of names that some release of 0.4 knows, or may come to know; every other name is refused
// (ms@0.7.5: EXT/models/openai/_model_info.py).
var ownModels = regexp.MustCompile(`^(gpt|o\d|chatgpt|text-|davinci|babbage|ft:|codex|computer-use|gemini|claude|Llama|models/)`)

// foreignModels are forms that no release knows, whatever they begin with: a router's slash, a size or a file's ending.
var foreignModels = regexp.MustCompile(`(?i)/|:(latest|\d+(\.\d+)?b)|\.gguf$|^gpt-oss|^gpt4all`)

// NeedsModelInfo reports whether 0.4's OpenAI clients refuse a model of that name without model_info in version v.
func NeedsModelInfo(name string, v Version) bool {
	if _, since := RoutedModel(name); since != (Version{}) {
		return v.Before(since)
	}
	if slices.Contains(strings.Fields(modelsOf["v07"]["autogen_ext.models.openai"]), name) {
		return false // in the last release at least
	}
	return !ownModels.MatchString(name) || foreignModels.MatchString(name) && !strings.HasPrefix(name, "models/")
}

// Unlisted reports whether no release of 0.4 up to the last, 0.7.5, knows a model of that name: the clients look names up as they are
// (EXT/models/openai/_model_info.py of 22 releases from 0.4.0 to 0.7.5, whose tables only grew, but for one name).
func Unlisted(name string) bool {
	return name != "gemini-2.5-flash-preview-05-20" && !slices.Contains(strings.Fields(modelsOf["v07"]["autogen_ext.models.openai"]), name)
}

// LastOf04 is the last release that Unlisted knows.
const LastOf04 = "0.7.5"

// Ends reports whether some pin of 0.4's distributions takes nothing that is newer than the last release.
func Ends(pins []Pin) bool {
	return slices.ContainsFunc(pins, func(p Pin) bool {
		switch p.Name {
		case "autogen-agentchat", "autogen-core", "autogen-ext":
			return p.Spec != "" && !Admits(p.Spec, V("0.7.6")) && !Admits(p.Spec, V("0.8.0")) && !Admits(p.Spec, V("1.0.0"))
		}
		return false
	})
}

// hexKey and randomKey are the shapes of keys that look like anything: only where they stand makes them keys.
var (
	hexKey    = regexp.MustCompile(`^[0-9a-f]{32}$|^[0-9a-f]{64}$`)
	randomKey = regexp.MustCompile(`^[A-Za-z0-9._/-]{32,128}$`)
)

// LiveAs reports whether s looks like a key in use, given that it stands where a key of the provider belongs.
func LiveAs(provider, s string) bool {
	if Placeholder(s) || regular.MatchString(s) {
		return false
	}
	switch provider {
	case "azure":
		return hexKey.MatchString(s) && entropy(s) > 3.0
	case "mistral", "together", "cohere", "fireworks", "cerebras", Somewhere:
		return randomKey.MatchString(s) && entropy(s) > 3.5 && mixed(s)
	}
	return false
}

// Somewhere stands for a provider that is not known by name and is no server of one's own.
const Somewhere = "somewhere"

// mixed reports whether letters and digits alternate in s as they do in what nobody typed: words do not.
func mixed(s string) bool {
	turns := 0
	for i := 1; i < len(s); i++ {
		if digit(s[i]) != digit(s[i-1]) {
			turns++
		}
	}
	return turns >= 6
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// keyLengths are how many characters the keys of a provider have, all of them, by the public prefix that they begin with (the
// expressions of gitleaks b58d3f10 and trufflehog 3ab759fe, credentials §3.6). OpenAI's, whose lengths changed, have a least one.
var keyLengths = []struct {
	provider, prefix string
	lengths          []int
	least            int
}{
	{provider: "anthropic", prefix: "sk-ant-api03-", lengths: []int{108}},
	{provider: "openrouter", prefix: "sk-or-v1-", lengths: []int{73}},
	{provider: "openai", prefix: "sk-", least: 40},
	{provider: "gemini", prefix: "AIza", lengths: []int{39}},
	{provider: "groq", prefix: "gsk_", lengths: []int{56}},
	{provider: "xai", prefix: "xai-", lengths: []int{84}},
	{provider: "nvidia", prefix: "nvapi-", lengths: []int{70}},
	{provider: "perplexity", prefix: "pplx-", lengths: []int{53}},
	{provider: "azure", prefix: "", lengths: []int{32, 84}},
}

// WrongLength reports whether text begins as the keys of a provider do, and has a length that none of them has.
func WrongLength(provider, text string) bool {
	for _, k := range keyLengths {
		if k.provider != provider || !strings.HasPrefix(text, k.prefix) {
			continue
		}
		return len(text) < k.least || len(k.lengths) > 0 && !slices.Contains(k.lengths, len(text))
	}
	return false
}
