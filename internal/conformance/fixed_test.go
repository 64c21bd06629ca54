package conformance

import (
	"strings"
	"testing"
)

// unmended are what fixes leave failing, or break, each with the reason why the fix is right all the same.
var unmended = map[string]string{
	"unsafe/azure-without-type/ag1-innocent-env-copy":            "the key that the program reads is OpenAI's, and the fault made the host Azure's",
	"unsafe/azure-without-type/innocent-placeholder-overwritten": "the key that the program reads is OpenAI's, and the fault made the host Azure's",
	"unsafe/llmconfig-deepseek-name-01":                          "its .env replaces no variable that is set, and the oracle sets another provider's",
	"unsafe/v4-ollama-base-url-11-main":                          "the host that it names is used now, and is none of the oracle's",
}

// TestFixed holds fixes to what the real libraries did with what they make.
func TestFixed(t *testing.T) {
	all, err := LoadFixed("../../testdata/conformance")
	if err != nil {
		t.Fatal(err)
	}
	programs, runs, failed, mended := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	seen := map[string]bool{}
	for _, f := range all {
		seen[f.Name] = true
		t.Run(f.Name, func(t *testing.T) {
			kind, _, _ := strings.Cut(f.Name, "/")
			programs[kind]++
			runs[kind] += len(f.Fixings())
			was, is := f.Mends()
			failed[kind] += map[bool]int{true: 1}[was]
			mended[kind] += map[bool]int{true: 1}[is]
			wrong := f.Law()
			if why, known := unmended[f.Name]; known && len(wrong) == 0 {
				t.Errorf("nothing is wrong here any more; take it out of unmended (%s)", why)
			} else if !known {
				for _, w := range wrong {
					t.Error(w)
				}
			}
		})
	}
	for name := range unmended {
		if !seen[name] {
			t.Errorf("%s is not fixed any more; take it out of unmended", name)
		}
	}
	for kind := range programs {
		t.Logf("%s: %d programs, %d runs; %d failed with the variables set, %d of them run now", kind, programs[kind], runs[kind], failed[kind], mended[kind])
	}
}
