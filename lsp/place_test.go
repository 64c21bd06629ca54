package lsp

import "testing"

// TestAddresses holds how a file is addressed on either kind of system: what a client writes names the path, and what is told to it about a
// file below its folder is spelt as the folder is.
func TestAddresses(t *testing.T) {
	for _, test := range []struct {
		uri     string
		windows bool
		path    string // "" for none
	}{
		{"file:///home/me/a%20b.py", false, "/home/me/a b.py"},
		{"file://localhost/home/a.py", false, "/home/a.py"},
		{"file:///c:/a.py", false, "/c:/a.py"},
		{"file://server/share/a.py", false, ""},
		{"file:///c%3A/Users/me/a%20b.py", true, "c:/Users/me/a b.py"},
		{"file:///C:/Users/me/a.py", true, "C:/Users/me/a.py"},
		{"file://localhost/C:/a.py", true, "C:/a.py"},
		{"file://server/share/a.py", true, "//server/share/a.py"},
		{"file://wsl.localhost/Debian/home/a.py", true, "//wsl.localhost/Debian/home/a.py"},
		{"file:///home/a%00b.py", false, ""},
		{"file:///%zz", false, ""},
		{"untitled:a.py", true, ""},
		{"vscode-notebook-cell:/c%3A/a.ipynb#W0", true, ""},
		{"file:", false, ""},
	} {
		path, ok := slashed(test.uri, test.windows)
		if ok != (test.path != "") || ok && path != test.path {
			t.Errorf("%s on windows=%v names %q, %v", test.uri, test.windows, path, ok)
		}
	}
	for path, want := range map[string]string{
		"/home/me/a b.py":      "file:///home/me/a%20b.py",
		"C:/Users/a.py":        "file:///C:/Users/a.py",
		"//server/share/a.py":  "file://server/share/a.py",
		"//wsl$/Debian/a#b.py": "file://wsl$/Debian/a%23b.py",
	} {
		if got := addressed(path); got != want {
			t.Errorf("the address of %s is %s", path, got)
		}
	}
	for _, test := range []struct{ folder, rel, want string }{
		{"file:///c%3A/project", "src/a.py", "file:///c%3A/project/src/a.py"},
		{"file:///C:/project/", "a b.py", "file:///C:/project/a%20b.py"},
		{"file:///home/me", ".", "file:///home/me"},
		{"file:///", "a.py", "file:///a.py"},
		{"file:///home", "a:b.py", "file:///home/a:b.py"},
	} {
		if got := inside(test.folder, test.rel); got != test.want {
			t.Errorf("%s in %s is %s", test.rel, test.folder, got)
		}
	}
}
