package project

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// ignoring are .gitignore files, and paths with what git check-ignore says of them: `+` ignored, `-` not. A path that ends in a
// slash is a folder. The answers are git's own; TestGitAgrees asks it again where it is installed.
var ignoring = []struct{ file, paths string }{
	{"foo", "+foo +foo/ +a/foo +a/foo/b -foobar -bar"},
	{"/foo", "+foo -a/foo +foo/a"},
	{"foo/", "-foo +foo/ +a/foo/ +foo/x +a/foo/x"},
	{"a/foo", "+a/foo -b/a/foo -foo"},
	{"/a/foo/", "-a/foo +a/foo/ +a/foo/x"},
	{"*.log", "+x.log +a/x.log +.log -x.log.txt -log"},
	{"*.log\n!keep.log", "+x.log -keep.log -a/keep.log"},
	{"!keep.log\n*.log", "+keep.log"},
	{"dir/\n!dir/keep", "+dir/keep"},
	{"dir/*\n!dir/keep", "-dir/keep +dir/x -dir/"},
	{"*\n!*.py", "-a.py +a.txt +a/b.py +a/"},
	{"*\n!*/\n!*.py", "-a.py +a.txt -a/b.py -a/ +a/b.txt"},
	{"/*\n!/src", "+a -src/ -src/x +lib/x"},
	{"**/foo", "+foo +a/foo +a/b/foo -foob"},
	{"a/**", "-a +a/x +a/b/x -b/a/x -a/"},
	{"a/**/b", "+a/b +a/x/b +a/x/y/b -a/xb -x/a/b"},
	{"**/a/**/b/**", "+a/b/c +x/a/y/b/z -a/b"},
	{"a**/b", "+ab -axb +ax/b +a/b"},
	{"a**b", "+ab +axxb -a/b +x/axb"},
	{"a/**b", "+a/b +a/xb -a/x/b"},
	{"**", "+a +a/b"},
	{"**/", "-a +a/ +a/b"},
	{"/**/x", "+x +a/x"},
	{"***/x", "+x +a/x"},
	{"a/*/b", "+a/x/b -a/b -a/x/y/b"},
	{"?.txt", "+a.txt -ab.txt -.txt"},
	{"a?b", "+axb -a/b -ab"},
	{"[abc].py", "+a.py -d.py -ab.py"},
	{"[!abc].py", "-a.py +d.py"},
	{"[^abc].py", "-a.py +d.py"},
	{"[a-c]x", "+bx -dx -Bx"},
	{"[]x]", "+] +x -y"},
	{"[!]x]", "-] -x +y"},
	{"[a-]", "+a +- -b"},
	{"[a-c-e]", "+b +- +e -d"},
	{"[\\]]", "+] -a"},
	{"[[:digit:]]x", "+1x -ax"},
	{"[[:alpha:][:digit:]]", "+1 +a -_"},
	{"[![:space:]]", "+a"},
	{"[[:nope:]]", "-a -n"},
	{"[[:digit]", "-a"},
	{"[[x]", "+[ +x -a"},
	{"[", "-["},
	{"[a", "-a -[a"},
	{"a[/]b", "-a/b -ab"},
	{"a[.-0]b", "-a/b +a.b +a0b"},
	{"\\#x", "+#x -x"},
	{"#x", "-#x -x"},
	{"\\!x", "+!x -x"},
	{"a\\ ", "-a"},
	{"b   ", "+b"},
	{"foo\\", "-foo"},
	{"f\\oo", "+foo"},
	{"\\*", "+* -a"},
	{"a\r\nb\r", "+a +b"},
	{"\ufefffoo", "+foo"},
	{"", "-a"},
	{"/", "-a -a/"},
	{"!", "-a"},
	{"a//b", "-a/b"},
	{"./a", "-a"},
	{"é*", "+étude -etude"},
	{"?", "+a -é"},
	{"*a*a*a*a*a*a*a*a*b", "-aaaaaaaaaaaaaaaaaaaaaaaaaaaa +aaaaaaaaaaab"},
	{"__pycache__/\n*.py[cod]\n*$py.class\n.env\n.venv\nenv/\n*.egg-info/\n.env.*\n!.env.example", "+__pycache__/ +a.pyc -a.py +.env -.env.example +.env.local +env/ -env +x.egg-info/ +a/.env"},
	{"/build/lib/**/*.py", "+build/lib/a.py +build/lib/x/y.py -build/a.py"},
	{"*.ipynb\n!/docs/*.ipynb", "+a.ipynb -docs/a.ipynb +docs/x/a.ipynb"},
	{"foo\n!foo/\n", "+foo -foo/"},
	{"/a/b\n!/a/b/c", "+a/b/c"},
	{"x/y/\n/x/*", "+x/y/ +x/z"},
}

// eachIgnored calls f for every path of the table.
func eachIgnored(f func(file, path string, want bool)) {
	for _, row := range ignoring {
		for _, p := range strings.Fields(row.paths) {
			f(row.file, p[1:], p[0] == '+')
		}
	}
}

// ignored asks about a path and every folder above it.
func ignored(r *rules, p string) bool {
	p, isFolder := strings.CutSuffix(p, "/")
	parts := strings.Split(p, "/")
	for i := range parts {
		if git, _ := r.ignored(strings.Join(parts[:i+1], "/"), isFolder || i+1 < len(parts)); git {
			return true
		}
	}
	return false
}

func TestIgnore(t *testing.T) {
	eachIgnored(func(file, path string, want bool) {
		if got := ignored(&rules{git: parseIgnore(file), top: true}, path); got != want {
			t.Errorf("%q ignores %s: %v; want %v", file, path, got, want)
		}
	})
}

// TestGitAgrees asks git about the table, and about patterns that nobody would write.
func TestGitAgrees(t *testing.T) {
	git := gitCommand(t)
	dir := t.TempDir()
	type question struct {
		file, path string
		want       bool
	}
	var questions []question
	eachIgnored(func(file, path string, want bool) { questions = append(questions, question{file, path, want}) })
	random := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		file, path := randomly(random, "ab*?/!\\[]^-*/ab", 8), strings.Trim(randomly(random, "ab/]!", 5), "/")
		if !filepath.IsLocal(path) || strings.Contains(path, "//") {
			continue
		}
		questions = append(questions, question{file, path, ignored(&rules{git: parseIgnore(file), top: true}, path)})
	}
	var input strings.Builder
	for i, q := range questions {
		at := filepath.Join(dir, fmt.Sprint("q", i))
		name := filepath.Join(at, filepath.FromSlash(strings.TrimSuffix(q.path, "/")))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		if strings.HasSuffix(q.path, "/") {
			err = os.Mkdir(name, 0o755)
		} else {
			err = os.WriteFile(name, nil, 0o644)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(at, ".gitignore"), []byte(q.file), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&input, "q%d/%s\x00", i, strings.TrimSuffix(q.path, "/"))
	}
	run := func(args ...string) []byte {
		cmd := exec.Command(git, args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null")
		cmd.Stdin = strings.NewReader(input.String())
		out, _ := cmd.Output()
		return out
	}
	run("init", "-q")
	said := map[string]bool{}
	for _, line := range strings.Split(string(run("check-ignore", "-z", "--stdin")), "\x00") {
		said[line] = true
	}
	if len(said) < 50 {
		t.Fatalf("git ignores only %d paths", len(said))
	}
	for i, q := range questions {
		if got := said[fmt.Sprintf("q%d/%s", i, strings.TrimSuffix(q.path, "/"))]; got != q.want {
			t.Errorf("git: %q ignores %q: %v", q.file, q.path, got)
		}
	}
}

// randomly makes a string of letters of an alphabet.
func randomly(r *rand.Rand, alphabet string, most int) string {
	b := make([]byte, 1+r.IntN(most))
	for i := range b {
		b[i] = alphabet[r.IntN(len(alphabet))]
	}
	return string(b)
}

func TestIgnoreFiles(t *testing.T) {
	p := load(t, `
-- .git/info/exclude --
private.py
-- .gitignore --
gen/
*.tmp.py
/only_root.py
-- .ignore --
big.py
!kept.tmp.py
-- a.py --
-- private.py --
-- big.py --
-- x.tmp.py --
-- kept.tmp.py --
-- only_root.py --
-- sub/.gitignore --
!y.tmp.py
local.py
-- sub/y.tmp.py --
-- sub/z.tmp.py --
-- sub/local.py --
-- sub/only_root.py --
-- gen/b.py --
-- vendored/.git/HEAD --
-- vendored/q.tmp.py --
-- node_modules/c.py --
-- build/d.py --
-- my_env/pyvenv.cfg --
-- my_env/e.py --
`)
	var got []string
	for rel := range p.units {
		got = append(got, rel)
	}
	if s, want := paths(got), "a.py kept.tmp.py sub/only_root.py sub/y.tmp.py vendored/q.tmp.py"; s != want {
		t.Errorf("linted: %s\nwant:   %s", s, want)
	}
}

func TestExcludes(t *testing.T) {
	const tree = `
-- .gitignore --
ignored/
-- a.py --
-- build/b.py --
-- docs/c.py --
-- docs/deep/d.py --
-- ignored/e.py --
-- ignored/f.py --
-- .venv/pyvenv.cfg --
-- .venv/lib/g.py --
`
	for _, test := range []struct {
		opts Options
		want string
	}{
		{Options{}, "a.py docs/c.py docs/deep/d.py ignored/e.py ignored/f.py"},
		{Options{RespectGitignore: true}, "a.py docs/c.py docs/deep/d.py"},
		{Options{RespectGitignore: true, ExtendExclude: []string{"docs/deep"}}, "a.py docs/c.py"},
		{Options{RespectGitignore: true, Exclude: []string{"docs", "a.py"}}, ".venv/lib/g.py build/b.py"},
		{Options{RespectGitignore: true, ExtendExclude: []string{"**/d.py"}}, "a.py docs/c.py"},
		{Options{RespectGitignore: true, Named: []string{"ignored/e.py"}}, "a.py docs/c.py docs/deep/d.py ignored/e.py"},
		{Options{RespectGitignore: true, Named: []string{"ignored"}}, "a.py docs/c.py docs/deep/d.py ignored/e.py ignored/f.py"},
		{Options{RespectGitignore: true, Named: []string{"build/b.py"}}, "a.py build/b.py docs/c.py docs/deep/d.py"},
		{Options{RespectGitignore: true, Named: []string{"build/b.py"}, ForceExclude: true}, "a.py docs/c.py docs/deep/d.py"},
		{Options{RespectGitignore: true, Named: []string{".venv/lib"}}, ".venv/lib/g.py a.py docs/c.py docs/deep/d.py"},
	} {
		var got []string
		for rel := range Load(files(tree), "/p", test.opts).units {
			got = append(got, rel)
		}
		if s := paths(got); s != test.want {
			t.Errorf("%+v: %s; want %s", test.opts, s, test.want)
		}
	}
}

// A pattern may come from a stranger.
func TestNoPatternIsSlow(t *testing.T) {
	start := time.Now()
	for _, pattern := range []string{strings.Repeat("*a", 2000), strings.Repeat("**/", 1300) + "x", strings.Repeat("a/**/", 800) + "b", strings.Repeat("[!b]*", 800)} {
		r := &rules{git: parseIgnore(pattern), top: true}
		r.ignored(strings.Repeat("a", 4000), false)
		r.ignored(strings.Repeat("a/", 2000)+"c", false)
	}
	if d := time.Since(start); d > 20*time.Second {
		t.Errorf("it took %v", d)
	}
}

func FuzzIgnore(f *testing.F) {
	eachIgnored(func(file, path string, _ bool) { f.Add(file, path) })
	f.Fuzz(func(t *testing.T, file, path string) {
		r := &rules{git: parseIgnore(file), top: true}
		path = strings.Trim(path, "/")
		if path == "" {
			return
		}
		if a, b := ignored(r, path), ignored(r, path); a != b {
			t.Errorf("%s", fmt.Sprint(a, b))
		}
	})
}
