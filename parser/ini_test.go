package parser_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/autogenlint/autogenlint/parser"
)

// TestINI holds that options are read as configparser reads them, and that each says where it stands.
func TestINI(t *testing.T) {
	text := "top = 1\r\n; a comment\n[openai]\nAPI_Key = abc=d \nempty:\nlines =\n  one\n\ttwo\n# x\nnothing here\n[other]\nmodel : gpt-4o\n[openai]\nmore = 2"
	var got []string
	for _, s := range parser.INI(text).Keys {
		for _, k := range s.Value.Keys {
			got = append(got, fmt.Sprintf("%s %s %q %s=%q", s.Name, k.Name, k.Value.Str, text[k.Start:k.End], text[k.Value.Start:k.Value.End]))
		}
	}
	want := []string{
		` top "1" top="1"`, `openai api_key "abc=d" API_Key="abc=d"`, `openai empty "" empty=""`, `openai lines "\none\ntwo" lines="\n  one\n\ttwo"`,
		`openai more "2" more="2"`, `other model "gpt-4o" model="gpt-4o"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, odd := range []string{"", "[", "[a", "= 1", "  indented first", strings.Repeat("[a]\n", 100)} {
		parser.INI(odd)
	}
}
