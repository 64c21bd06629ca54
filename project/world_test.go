package project

import (
	"testing"

	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
)

// showOpened prints what opening a file came to.
func showOpened(o eval.Opened) string {
	switch {
	case o.File != nil:
		return o.File.Path
	case o.Never:
		return "never"
	case o.Missing:
		return "missing"
	case o.Unknown:
		return "unknown"
	}
	return "nothing"
}

func TestOpen(t *testing.T) {
	p := load(t, `
-- .gitignore --
.env
data/
*.key
-- app/main.py --
import autogen
-- app/only.json --
{}
-- both.json --
{}
-- app/both.json --
{}
-- root.json --
{}
-- .env --
OPENAI_API_KEY=x
-- data/OAI_CONFIG_LIST --
[]
-- app/sub/x.txt --
-- app/bad.json --
`+"\xff\xfe"+`
`)
	w := program(t, p, "app/main.py").World(nil)
	for _, test := range []struct{ name, want string }{
		{"only.json", "app/only.json"},
		{"./only.json", "app/only.json"},
		{"app/only.json", "app/only.json"},
		{"root.json", "root.json"},
		{"../root.json", "root.json"},
		{"both.json", "unknown"}, // it depends on where the program is started
		{"data/OAI_CONFIG_LIST", "data/OAI_CONFIG_LIST"},
		{"/project/app/only.json", "app/only.json"},
		{"/project/app/../root.json", "root.json"},
		{"/project/both.json", "both.json"},
		{"/project/../etc/passwd", "missing"},
		{"/etc/passwd", "missing"},
		{"../../../etc/passwd", "missing"}, // outside the repository anything may be there
		{"gone.json", "missing"},
		{"sub/gone.json", "missing"},
		{"nowhere/gone.json", "never"},
		{"nowhere/.env", "missing"}, // it is ignored wherever it is
		{"nowhere/openai.key", "missing"},
		{"data/deeper/gone.json", "missing"},
		{"root.json/x", "never"},
		{"app/sub", "never"}, // a folder
		{"", "missing"},
		{"a\x00b", "missing"},
		{"app/bad.json", "unknown"},
	} {
		if got := showOpened(w.Open(test.name)); got != test.want {
			t.Errorf("open %q: %s; want %s", test.name, got, test.want)
		}
	}
	if a, b := w.Open("root.json").File, w.Open("../root.json").File; a != b {
		t.Error("one file was read twice")
	}
}

func TestFindDotenv(t *testing.T) {
	p := load(t, `
-- .gitignore --
.env
-- .env --
A=1
-- app/main.py --
import autogen
-- app/.env/not_a_file --
-- other/.env --
B=2
-- other/main.py --
import autogen
-- inner/.git/HEAD --
-- inner/main.py --
import autogen
`)
	for _, test := range []struct{ entry, want string }{
		{"app/main.py", ".env"},
		{"other/main.py", "other/.env"},
		{"inner/main.py", "missing"}, // a repository of its own
	} {
		pr := program(t, p, test.entry)
		w := pr.World(nil)
		o := w.FindDotenv(pr.Entry())
		if got := showOpened(o); got != test.want {
			t.Errorf("%s loads %s; want %s", test.entry, got, test.want)
		}
		if o.File != nil && len(w.Variables(o.File)) != 1 {
			t.Errorf("%s: %v", o.File.Path, w.Variables(o.File))
		}
	}
	if len(p.Envs) != 2 || !p.Envs[0].Ignored || p.Envs[0].File.Path != ".env" {
		t.Errorf("envs: %+v", p.Envs)
	}
}

func TestExistsAndData(t *testing.T) {
	p := load(t, `
-- main.py --
import autogen
-- conf/a.json --
{"model": "gpt-4o", "api_key": "x"}
-- conf/bad.json --
{"model": }
`)
	w := program(t, p, "main.py").World(nil)
	for _, test := range []struct {
		name          string
		exists, known bool
	}{
		{"conf", true, true}, {"conf/a.json", true, true}, {".", true, true}, {"/project", true, true},
		{"conf/b.json", false, false}, {"nowhere/b.json", false, true}, {"/tmp/x", false, false},
	} {
		if exists, known := w.Exists(test.name); exists != test.exists || known != test.known {
			t.Errorf("exists %q: %v, %v", test.name, exists, known)
		}
	}
	f := w.Open("conf/a.json").File
	d, err := w.Data(f, "", source.JSON)
	if err != nil || d.Get("model").Str != "gpt-4o" {
		t.Errorf("%v, %v", d, err)
	}
	if again, _ := w.Data(f, "", source.JSON); again != d {
		t.Error("one file was parsed twice")
	}
	if _, err := w.Data(w.Open("conf/bad.json").File, "", source.JSON); err == nil {
		t.Error("broken JSON was read")
	}
	if d, err := w.Data(nil, "a: 1", source.YAML); err != nil || d.Get("a").Int != 1 {
		t.Errorf("%v, %v", d, err)
	}
	if len(p.Configs) != 1 || p.Configs[0] != f {
		t.Errorf("configs: %v", p.Configs)
	}
}
