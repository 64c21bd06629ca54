package autogen

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// unlistedModels are chat models of OpenAI's that no release of its SDK lists (ms@v0.2.40: oai/openai_utils.py OAI_PRICE1K; OpenAI's
// list of models).
var unlistedModels = strings.Fields("gpt-3.5-turbo-instruct gpt-4.5-preview gpt-4o-realtime-preview gpt-5-codex gpt-5-pro o1-pro o3-pro")

// openaiModels are the names under which OpenAI serves chat models, with and without their dates.
var openaiModels = func() []string {
	out := append([]string{}, unlistedModels...)
	for _, generation := range slices.Sorted(maps.Keys(modelsOf)) {
		for _, name := range strings.Fields(modelsOf[generation]["openai"]) {
			if !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	slices.Sort(out)
	return out
}()

// NearModel returns the model of OpenAI's that was meant by a name that none has: the same letters and digits with other
// separators, or one letter more, less, wrong or out of place in a name that is long enough. Digits are never guessed: the next
// model may have them.
func NearModel(name string) (right string, ok bool) {
	flat := flatten(name)
	for _, m := range openaiModels {
		if m == name {
			return "", false
		}
	}
	for i, f := range flatModels() {
		if f == flat && len(f) > 3 || len(f) > 6 && OneLetterOff(flat, f) {
			return openaiModels[i], true
		}
	}
	return "", false
}

// flatModels are OpenAI's models, each flattened.
var flatModels = sync.OnceValue(func() (out []string) {
	for _, m := range openaiModels {
		out = append(out, flatten(m))
	}
	return out
})

// flatten takes case and separators out.
func flatten(s string) string {
	return separators.Replace(strings.ToLower(s))
}

// separators is made once: making it costs more than using it.
var separators = strings.NewReplacer("-", "", ".", "", "_", "", " ", "")

// OneLetterOff reports whether a becomes b by one edit of a letter: added, dropped, replaced, or two swapped.
func OneLetterOff(a, b string) bool {
	if len(a) > len(b)+1 || len(b) > len(a)+1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	letter := func(s string, i int) bool { return i < len(s) && s[i] >= 'a' && s[i] <= 'z' }
	switch {
	case len(a) == len(b)+1:
		return letter(a, i) && a[i+1:] == b[i:]
	case len(b) == len(a)+1:
		return letter(b, i) && a[i:] == b[i+1:]
	case i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i]:
		return letter(a, i) && letter(a, i+1) && a[i+2:] == b[i+2:]
	}
	return letter(a, i) && letter(b, i) && a[i+1:] == b[i+1:]
}
