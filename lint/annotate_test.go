package lint

import "testing"

func TestSuppressing(t *testing.T) {
	for _, test := range []struct{ name, path, text, want string }{
		{"above the statement", "a.py", "x = 1\nf(\n  LATE,\n  BLANK)\n", "x = 1\n# autogenlint: ignore[late-api-key, blank-api-key] old\nf(\n  LATE,\n  BLANK)\n"},
		{".env", ".env", "A=1\nB=LATE\n", "A=1\n# autogenlint: ignore[late-api-key] old\nB=LATE\n"},
		{"YAML", "a.yml", "a:\n  b: LATE\n", "a:\n  # autogenlint: ignore[late-api-key] old\n  b: LATE\n"},
		{"Dockerfile", "Dockerfile", "ENV A=1 \\\n  B=LATE\n", "# autogenlint: ignore[late-api-key] old\nENV A=1 \\\n  B=LATE\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			j := job([]*Analyzer{word("AG101", "late-api-key", Error, "LATE"), word("AG102", "blank-api-key", Warning, "BLANK")}, test.path, test.text)
			words := map[string]Finding{"LATE": message("late"), "BLANK": message("blank")}
			j.Programs = []Entry{entry(j, test.path, true, words)}
			fixes, left := Suppressing(j.Run(t.Context()).Issues, "old", j.Module)
			if len(left) > 0 {
				t.Fatal(left)
			}
			got := string(build(fixes)[j.Files[0]])
			check(t, got, test.want)

			again := job(j.Catalogue[4:], test.path, got)
			again.Programs = []Entry{entry(again, test.path, true, words)}
			check(t, printed(again.Run(t.Context())), "")
		})
	}
}

// There is no comment in JSON, and none within a value.
func TestWhatTakesNoComment(t *testing.T) {
	for _, test := range []struct{ path, text string }{
		{"a.json", `"late"`}, {"a.yml", "model\n .  late"}, {"a.yml", "k: |\n  x\n  late\n"}, {"a.yml", "k: [\"a\n  late\"]\n"}, {"a.toml", "k = \"\"\"\nlate\"\"\"\n"}, {".env", "A=\"x\nlate\"\n"},
	} {
		j := job([]*Analyzer{late}, test.path, test.text)
		j.Programs = []Entry{entry(j, test.path, true, map[string]Finding{"late": message("late")})}
		if fixes, left := Suppressing(j.Run(t.Context()).Issues, "old", j.Module); len(fixes) > 0 || len(left) != 1 {
			t.Errorf("%s, %q: %v, %v", test.path, test.text, fixes, left)
		}
	}
}
