package config

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzSettings holds the laws of settings: what is read is whole and of the choices there are, and reading it again gives the same;
// an error names the file, and repeats nothing that looks like a key.
func FuzzSettings(f *testing.F) {
	for _, text := range []string{
		Template(), "", "select = [\"ALL\"]\n", "fail-on = 'never'\nignore = ['AG1', 'late-api-key']\n", "exclude = ['a/**', '*.py']\n",
		"[per-file-ignores]\n\"tests/**\" = ['AG106']\n", "selekt = 1\n", "python-version = '3.12'\nautogen-version = 'ag2==0.9.9'\n", "fail-on = [\n",
		"[tool.autogenlint]\nbaseline = '../b.json'\nforce-exclude = true\n", "output-format = 'é\x1b[31m'\n", "tool = 1\n", "tool.autogenlint = 1\n",
		"fail-on = 'sk-proj-Qm3vT8wLz1Rb6Yc9Hd2Jf5Kg7Np4Sx0AvUe'\n", "sk-proj-Qm3vT8wLz1Rb6Yc9Hd2Jf5Kg7Np4Sx0AvUe = 1\n",
		"exclude = ['[sk-proj-Qm3vT8wLz1Rb6Yc9Hd2Jf5Kg7Np4Sx0AvUe']\n", "[per-file-ignores]\n\"[sk-proj-Qm3vT8wLz1Rb6Yc9Hd2Jf5Kg7Np4Sx0AvUe\" = []\n",
		"x = sk-proj-Qm3vT8wLz1Rb6Yc9Hd2Jf5Kg7Np4Sx0AvUe\n", "a = 1\na = 'sk-proj-Qm3vT8wLz1Rb6Yc9Hd2Jf5Kg7Np4Sx0AvUe'\n",
	} {
		f.Add(text, "warning")
	}
	f.Add("", "sk-proj-Qm3vT8wLz1Rb6Yc9Hd2Jf5Kg7Np4Sx0AvUe")
	f.Fuzz(func(t *testing.T, text, variable string) {
		if len(text) > 5_000 || len(variable) > 1_000 {
			return
		}
		for _, name := range []string{"autogenlint.toml", "pyproject.toml"} {
			read := func() (*Settings, error) {
				return load(tree{"/p/" + name: text}, nil, map[string]string{"AUTOGENLINT_FAIL_ON": variable, "AUTOGENLINT_SELECT": variable})
			}
			s, err := read()
			if err != nil {
				wrong(t, name, err)
				quiet(t, text+variable, err)
				continue
			}
			if !slices.Contains([]string{"error", "warning", "note", "never"}, s.FailOn) {
				t.Fatal("fail-on is none of its choices")
			}
			for _, r := range rules {
				s.Selected(r)
				s.Ignores(r, "/p/tests/a.py")
			}
			for _, g := range append(slices.Clone(s.Exclude), s.ExtendExclude...) {
				Match(g, "a/b/c.py")
			}
			if again, _ := read(); !reflect.DeepEqual(s, again) {
				t.Fatal("read again, it is something else")
			}
		}
	})
}

// wrong holds what an error of settings is.
func wrong(t *testing.T, name string, err error) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || !strings.Contains(e.Where, name) && !strings.HasPrefix(e.Where, "AUTOGENLINT_") {
		t.Fatalf("an error that does not say where: %v", err)
	}
	if strings.ContainsFunc(err.Error(), func(r rune) bool { return r < ' ' || r == 0x7f }) || !utf8.ValidString(err.Error()) {
		t.Fatalf("an error that a terminal would obey: %q", err)
	}
}

// quiet holds that an error shows no part of a key that stands in the settings as a whole. A piece of one is a word like others.
func quiet(t *testing.T, text string, err error) {
	t.Helper()
	const key = "Qm3vT8wLz1Rb6Yc9Hd2Jf5Kg7Np4Sx0AvUe"
	rest := strings.ReplaceAll(text, "sk-proj-"+key, "")
	rest += strconv.Quote(rest) // an escape may make a piece longer by a letter
	for at := range len(key) - 8 {
		if part := key[at : at+8]; strings.Contains(err.Error(), part) && !strings.Contains(rest, part) {
			t.Fatal("an error shows a part of a key")
		}
	}
}
