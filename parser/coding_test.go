package parser

import (
	"testing"

	"github.com/autogenlint/autogenlint/source"
)

// What follows a character of two bytes is read as it stands, whatever the second byte looks like.
func TestCodings(t *testing.T) {
	for _, c := range []struct{ coding, raw, want string }{
		{"latin-1", "'\xe9'", "'é'"},
		{"cp1251", "'\xcf'", "'П'"},
		{"koi8-r", "'\xf0'", "'П'"},
		{"gbk", "'\xd6\xd0x'", "'\ufffdx'"},
		{"gbk", "'\x95\\'", "'\ufffd'"}, // the second byte is a backslash
		{"big5", "'\xa5\\'", "'\ufffd'"},
		{"shift_jis", "'\x95\\\xb1x'", "'\ufffd\ufffdx'"},
		{"euc-jp", "'\xb4\xc1x'", "'\ufffd\ufffdx'"},
	} {
		head := "# coding: " + c.coding + "\n"
		f, err := Decode("a.py", source.Python, []byte(head+c.raw))
		if err != nil {
			t.Errorf("%s: %v", c.coding, err)
			continue
		}
		if got := f.Text[len(head):]; got != c.want {
			t.Errorf("%s: %q is read as %q, want %q", c.coding, c.raw, got, c.want)
		}
		if end := f.RawOffset(len(f.Text) - 1); end != len(head)+len(c.raw)-1 {
			t.Errorf("%s: the last quote of %q is at %d", c.coding, c.raw, end)
		}
	}
	if _, err := Decode("a.py", source.Python, []byte("# coding: klingon\nx\n")); err == nil {
		t.Error("a coding that nobody knows is read")
	}
}
