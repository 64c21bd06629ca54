package config

import (
	"encoding/json"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

var rules = []Rule{{"AG101", "late-api-key", false}, {"AG102", "blank-api-key", false}, {"AG106", "hardcoded-api-key", false}, {"AG114", "unguarded-api-key", true}}

// tree is files by path.
type tree map[string]string

func (t tree) read(path string) ([]byte, error) {
	text, ok := t[filepath.ToSlash(path)]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
	}
	return []byte(text), nil
}

// load loads the settings of /p/sub in the project /p.
func load(files tree, flags map[string][]string, env map[string]string) (*Settings, error) {
	return Load(Sources{
		Flags: flags, Dir: filepath.FromSlash("/p/sub"), Root: filepath.FromSlash("/p"), Read: files.read, Rules: rules,
		Lookup: func(name string) (string, bool) { v, ok := env[name]; return v, ok },
	})
}

func TestPrecedence(t *testing.T) {
	files := tree{"/p/autogenlint.toml": `fail-on = "error"`}
	env := map[string]string{"AUTOGENLINT_FAIL_ON": "note"}
	flags := map[string][]string{"fail-on": {"never"}}
	for _, test := range []struct {
		name          string
		files         tree
		env           map[string]string
		flags         map[string][]string
		value, origin string
	}{
		{"default", nil, nil, nil, "warning", "default"},
		{"file", files, nil, nil, "error", "../autogenlint.toml:1"},
		{"variable", files, env, nil, "note", "AUTOGENLINT_FAIL_ON"},
		{"flag", files, env, flags, "never", "--fail-on"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, err := load(test.files, test.flags, test.env)
			if err != nil {
				t.Fatal(err)
			}
			if s.FailOn != test.value || s.Origins["fail-on"].Name != test.origin {
				t.Errorf("%s from %s", s.FailOn, s.Origins["fail-on"].Name)
			}
		})
	}
}

func TestTheNearestFile(t *testing.T) {
	above := `fail-on = "note"`
	for _, test := range []struct {
		name  string
		files tree
		want  string
	}{
		{"in the folder", tree{"/p/sub/autogenlint.toml": "", "/p/autogenlint.toml": above}, "warning"},
		{"further up", tree{"/p/autogenlint.toml": above}, "note"},
		{"hidden", tree{"/p/.autogenlint.toml": above}, "note"},
		{"in pyproject.toml", tree{"/p/pyproject.toml": "[tool.autogenlint]\n" + above}, "note"},
		{"a pyproject.toml without a table of ours", tree{"/p/sub/pyproject.toml": "[tool.other]\nx = 1", "/p/autogenlint.toml": above}, "note"},
		{"a broken pyproject.toml that is not about us", tree{"/p/sub/pyproject.toml": "[tool", "/p/autogenlint.toml": above}, "note"},
		{"with a byte order mark", tree{"/p/autogenlint.toml": "\ufeff" + above}, "note"},
		{"a pyproject.toml with one", tree{"/p/pyproject.toml": "\ufeff[tool.autogenlint]\n" + above}, "note"},
		{"not above the project", tree{"/autogenlint.toml": above}, "warning"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, err := load(test.files, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			if s.FailOn != test.want {
				t.Error(s.FailOn)
			}
		})
	}
}

func TestErrorsSayWhere(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{"\nselct = []", `../autogenlint.toml:2:1: there is no setting "selct"; did you mean "select"?`},
		{"select = [\n  \"AG1\",\n  \"lat-api-key\",\n]", `../autogenlint.toml:3:3: no rule is called "lat-api-key"; did you mean "late-api-key"?`},
		{`select = "AG1"`, `../autogenlint.toml:1:10: select must be a list of strings`},
		{`fail-on = "eror"`, `../autogenlint.toml:1:11: fail-on cannot be "eror": it is one of error, warning, note, never; did you mean "error"?`},
		{`unsafe-fixes = "yes"`, `../autogenlint.toml:1:16: unsafe-fixes must be true or false`},
		{`python-version = "2.7"`, `../autogenlint.toml:1:18: "2.7" is not a Python version such as 3.12`},
		{`autogen-version = "ag3==0.9"`, `../autogenlint.toml:1:19: "ag3" is no distribution of AutoGen; did you mean "ag2"?`},
		{`exclude = ["a["]`, `../autogenlint.toml:1:12: "a[" is not a glob`},
		{"[per-file-ignores]\n\"tests/**\" = [\"AG9\"]", `../autogenlint.toml:2:15: no rule is called "AG9"`},
		{`fail-on = "error`, `../autogenlint.toml:1:`},
	} {
		_, err := load(tree{"/p/autogenlint.toml": test.file}, nil, nil)
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s\n got %v\nwant %s", test.file, err, test.want)
		}
	}
	if _, err := load(nil, map[string][]string{"select": {"AG101,nothing-like-it-at-all"}}, nil); err == nil || err.Error() != `--select: no rule is called "nothing-like-it-at-all"` {
		t.Error(err)
	}
	if _, err := load(nil, nil, map[string]string{"AUTOGENLINT_FORCE_EXCLUDE": "maybe"}); err == nil || err.Error() != "AUTOGENLINT_FORCE_EXCLUDE: force-exclude must be true or false" {
		t.Error(err)
	}
}

func TestSelected(t *testing.T) {
	for _, test := range []struct {
		name, file string
		flags      map[string][]string
		want       string
	}{
		{"default", "", nil, "AG101 AG102 AG106"},
		{"all", `select = ["ALL"]`, nil, "AG101 AG102 AG106 AG114"},
		{"none", `select = []`, nil, ""},
		{"a prefix and a name", `select = ["AG10"]` + "\n" + `ignore = ["late-api-key"]`, nil, "AG102 AG106"},
		{"the exact selector wins", `select = ["AG101"]` + "\n" + `ignore = ["AG1"]`, nil, "AG101"},
		{"one more", `extend-select = ["AG114"]`, nil, "AG101 AG102 AG106 AG114"},
		{"a flag starts anew", `extend-select = ["AG114"]`, map[string][]string{"select": {"AG102"}}, "AG102"},
		{"a flag asks for what the file ignores", `ignore = ["AG106"]`, map[string][]string{"extend-select": {"AG106"}}, "AG101 AG102 AG106"},
		{"a flag ignores what the file selects", `select = ["AG101"]`, map[string][]string{"ignore": {"AG1"}}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, err := load(tree{"/p/autogenlint.toml": test.file}, test.flags, nil)
			if err != nil {
				t.Fatal(err)
			}
			var on []string
			for _, r := range rules {
				if s.Selected(r) {
					on = append(on, r.Code)
				}
			}
			if got := strings.Join(on, " "); got != test.want {
				t.Error(got)
			}
		})
	}
}

func TestPerFileIgnores(t *testing.T) {
	s, err := load(tree{"/p/autogenlint.toml": "[per-file-ignores]\n\"tests/**\" = [\"AG106\"]\n\"*.ipynb\" = [\"ALL\"]\n"}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{"/p/tests/a.py": true, "/p/a.py": false, "/p/x/tests/a.py": false, "/p/x/a.ipynb": true} {
		if got := s.Ignores(rules[2], path); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
}

func TestMatch(t *testing.T) {
	for _, test := range []struct {
		glob, path string
		want       bool
	}{
		{"a.py", "x/a.py", true}, {"x/a.py", "x/a.py", true}, {"x/a.py", "y/x/a.py", false}, {"/a.py", "x/a.py", false},
		{"build", "build/x/a.py", true}, {"build/", "x/build/a.py", true}, {"**/gen/*.py", "x/gen/a.py", true}, {"*.py", "a.txt", false},
	} {
		if got := Match(test.glob, test.path); got != test.want {
			t.Errorf("%s %s: %v", test.glob, test.path, got)
		}
	}
}

func TestSchemaTakesWhatLoadTakes(t *testing.T) {
	c := jsonschema.NewCompiler()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(Schema(rules))))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, good := range []string{
		`{}`, `{"select": ["AG1", "late-api-key", "ALL"], "fail-on": "note", "force-exclude": true, "python-version": "3.12"}`,
		`{"per-file-ignores": {"tests/**": ["AG106"]}, "baseline": "b.json", "output-format": "sarif"}`,
	} {
		if err := validate(schema, good); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	for _, bad := range []string{`{"selct": []}`, `{"select": "AG1"}`, `{"select": ["nothing"]}`, `{"fail-on": "eror"}`, `{"force-exclude": "yes"}`, `{"per-file-ignores": []}`} {
		if err := validate(schema, bad); err == nil {
			t.Errorf("%s is valid", bad)
		}
	}
	var described struct {
		Properties map[string]any `json:"properties"`
	}
	if err := json.Unmarshal(Schema(rules), &described); err != nil {
		t.Fatal(err)
	}
	for _, f := range fields() {
		if _, ok := described.Properties[f.key]; !ok || f.doc == "" {
			t.Errorf("%s is not described", f.key)
		}
	}
}

func validate(s *jsonschema.Schema, text string) error {
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

func TestTheTemplateIsASettingsFile(t *testing.T) {
	var said []string
	for line := range strings.Lines(Template()) {
		if rest, ok := strings.CutPrefix(line, "# "); ok && setting.MatchString(rest) {
			said = append(said, rest)
		}
	}
	s, err := Load(Sources{Dir: "/p", Root: "/p", Read: tree{"/p/autogenlint.toml": strings.Join(said, "")}.read, Rules: append(rules, Rule{Code: "AG308", Name: "mixed-providers"})})
	if err != nil {
		t.Fatal(err)
	}
	for key, o := range s.Origins {
		if o.Layer != File {
			t.Errorf("the template does not show %s", key)
		}
	}
}

var setting = regexp.MustCompile(`^([a-z-]+ = |\[|")`)
