package project

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
)

// sketched prints an outline.
func sketched(o outline) string {
	out := refsOf(scan{refs: o.refs})
	if o.guard {
		out += " GUARD"
	}
	if o.tests {
		out += " TESTS"
	}
	return strings.TrimSpace(out)
}

func TestSkim(t *testing.T) {
	const tree = "ask the tree"
	for _, test := range []struct{ text, want string }{
		{"import a\nimport b.c as d, e\n", "a b.c e"},
		{"from a import b as c, d\nfrom . import e\nfrom ..f import *\nfrom .import g\n", "a(b d) .(e) ..f(*) .(g)"},
		{"from a import (  # why\n    b,\n    c as d,\n)\n", "a(b c)"},
		{"from a \\\n  import b, \\\n  c\n", "a(b c)"},
		{"def f():\n    import a; import b\n\nclass C:\n\tfrom d import e\n", "a b d(e)"},
		{"try: import a\nexcept ImportError: a = None\nelse: from b import c\n", "a b(c)"},
		{"\"\"\"\nimport a\n\"\"\"\nx = '''\nfrom b import c'''\ny = ('import d',\n  \"\\\nimport e\")\n# import f\n", ""},
		{"x = f'{y}' if a else b\nraise X from y\nz = (yield from y)\n", ""},
		{"x = [\n  1,  # ]\n  '(',\n]\nimport a\n", "a"},
		{"if __name__ == '__main__':\n    import a\n", "a GUARD"},
		{"if '__main__' == __name__:\n    pass\n", tree},
		{"if (__name__ == '__main__'):\n    pass\n", tree},
		{"def f():\n    if __name__ == '__main__':\n        pass\n", ""},
		{"@mark\nasync def test_it():\n    pass\n", "TESTS"},
		{"class TestIt:\n    pass\n", "TESTS"},
		{"class It:\n    def test_it(self):\n        pass\n", ""},
		{"import a\r\nfrom b import c\r\n", "a b(c)"},
		{"import a\rimport b\r", tree},
		{"x = (\nimport a\n", tree},
		{"x = ]\n", tree},
		{"x = 'a\nimport b\n", tree},
		{"x = '''\nimport b\n", tree},
		{"x = f'{\ny}'\n", tree},
		{"import\n", tree},
		{"import a b\n", tree},
		{"import a . b\n", tree},
		{"from a import b,\n", tree},
		{"from import b\n", tree},
		{"x = \\ y\n", tree},
		{"  import a\n", tree},
		{"", ""},
		{"\n\n# a comment", ""},
	} {
		got := tree
		if o, ok := skim(test.text); ok {
			got = sketched(o)
		}
		if got != test.want {
			t.Errorf("%q: %s; want %s", test.text, got, test.want)
		}
	}
}

// differs returns how the outline that is skimmed from text differs from that of its tree.
func differs(text string) string {
	f, err := parser.Decode("x.py", source.Python, []byte(text))
	if err != nil {
		return ""
	}
	got, ok := skim(f.Text)
	m := parser.Python(f)
	if !ok || len(m.Errors) > 0 || m.Deep {
		return ""
	}
	return cmp.Diff(sketched(outlined(m)), sketched(got))
}

// TestSkimmedAsTheTree holds that skimming a program tells what its tree does.
func TestSkimmedAsTheTree(t *testing.T) {
	skimmed, all := 0, 0
	err := filepath.WalkDir("../testdata/conformance/programs", func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".py" {
			return err
		}
		raw, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if _, ok := skim(string(raw)); ok {
			skimmed++
		}
		all++
		if d := differs(string(raw)); d != "" {
			t.Errorf("%s:\n%s", name, d)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if all == 0 || skimmed < all*9/10 {
		t.Errorf("%d of %d programs are skimmed", skimmed, all)
	}
}

// FuzzSkim holds that what is skimmed off Python is what its tree has.
func FuzzSkim(f *testing.F) {
	f.Add("from . import (a as b, # c\n d)\nimport e.f, g\nif h: from i import *")
	f.Add("from a \\\n import b\nimport \\\n c")
	f.Add("def f():\n\tfrom .. import x;import y\nif __name__ == '__main__': f()\n")
	f.Add("class TestA:\n  '''\nimport a\n'''\n  x = f\"{a['b']}\" # c\n")
	f.Fuzz(func(t *testing.T, text string) {
		if loose(text) {
			return
		}
		if d := differs(text); d != "" {
			t.Errorf("%q:\n%s", text, d)
		}
	})
}
