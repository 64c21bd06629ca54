package source

import (
	"strings"
	"testing"
	"time"
)

func TestMaskCode(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`c = Client(model="gpt-4o", api_key="Rx9 cnry-word")`, `c = Client(model="gpt-4o", api_key="***")`},
		{`{"model": "gpt-4o", "api_key": 'correct-cnry-battery'}`, `{"model": "gpt-4o", "api_key": '***'}`},
		{"api_key = (\n    \"cnry1word\"\n    'cnry2word' + f\"cnry3word\")", "api_key = (\n    \"***\"\n    '***' + f\"***\")"},
		{"+    api_key=(\n+        \"cnry1word\"\n", "+    api_key=(\n+        \"***\"\n"},
		{"password: str = \"\"\"cnry\nword\nword\"\"\"", "password: str = \"\"\"***\n\n\"\"\""},
		{"password = \"\"\"cnry\nword", "password = \"\"\"***\n"},
		{`os.environ["OPENAI_API_KEY"] = "cnry.word"`, `os.environ["OPENAI_API_KEY"] = "***"`},
		{`os.environ.setdefault("OPENAI_API_KEY", "cnry.word")`, `os.environ.setdefault("OPENAI_API_KEY", "***")`},
		{`key = os.getenv("OPENAI_API_KEY") or b"cnry.word"`, `key = os.getenv("OPENAI_API_KEY") or b"***"`},
		{`api_key=SecretStr("cnry.word")`, `api_key=SecretStr("***")`},
		{`{"Authorization": "Bearer cnry.word!"}`, `{"Authorization": "***"}`},
		{"OPENAI_API_KEY=cnryword", "OPENAI_API_KEY=***"},
		{"export OPENAI_API_KEY='cnry word'; python a.py", "export OPENAI_API_KEY='***'; python a.py"},
		{"ENV OPENAI_API_KEY cnry-word", "ENV OPENAI_API_KEY ***"},
		{"python main.py --api-key cnry-word", "python main.py --api-key ***"},
		{"  api_key: cnry-word # and so on", "  api_key: *** # and so on"},
		{"  api_key: cnryword\n", "  api_key: ***\n"},
		{"  api_key: CnryWo2rd3s45", "  api_key: ***"},
		{"api_key = cnry1Wo2rd3s", "api_key = ***"},
		{"  api_key: !!str &a cnry-word", "  api_key: !!str &a ***"},
		{"  api_key: >-\n    cnry-word", "  api_key: >-\n    ***"},
		{`  "config = {\"api_key\": \"cnry-word\"}\n",`, `  "config = {\"api_key\": \"***\"}\n",`},
		{`  "%env OPENAI_API_KEY=cnryword\n",`, `  "%env OPENAI_API_KEY=***\n",`},
		{"https://h/?key=cnry-word&x=1", "https://h/?key=***&x=1"},
		{"https://user:cnry-word@h/", "https://user:***@h/"},

		{`api_key=os.environ["OPENAI_API_KEY"]`, `api_key=os.environ["OPENAI_API_KEY"]`},
		{`api_key=settings.openai_key, model="gpt-4o-mini"`, `api_key=settings.openai_key, model="gpt-4o-mini"`},
		{`{"api_key": openai_key, "model": "gpt-4o-mini"}`, `{"api_key": openai_key, "model": "gpt-4o-mini"}`},
		{`"api_key": "YOUR_API_KEY", "model": "gpt-4o-mini"`, `"api_key": "YOUR_API_KEY", "model": "gpt-4o-mini"`},
		{`"api_key": "<your api key>"`, `"api_key": "<your api key>"`},
		{`api_key="not-needed", base_url="http://localhost:11434/v1"`, `api_key="not-needed", base_url="http://localhost:11434/v1"`},
		{`api_key="sk-proj-cnry0123456789", max_tokens=12345678`, `api_key="sk-proj-***", max_tokens=12345678`},
		{`api_key: SecretValue = get_the_key(1)`, `api_key: SecretValue = get_the_key(1)`},
		{`azure_ad_token_provider=token_provider, azure_endpoint="https://contoso.openai.azure.com"`, `azure_ad_token_provider=token_provider, azure_endpoint="https://contoso.openai.azure.com"`},
		{"OPENAI_API_KEY=${OPENAI_TOKEN_OF_TEAM}", "OPENAI_API_KEY=${OPENAI_TOKEN_OF_TEAM}"},
		{`raise ValueError("no key")`, `raise ValueError("no key")`},
	} {
		if got := MaskCode(c.in); got != c.want {
			t.Errorf("MaskCode(%q)\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}

// TestMaskTexts holds that a text which is known to be a key is masked wherever it stands, but not as a part of a longer word.
func TestMaskTexts(t *testing.T) {
	keys := []string{"hunter-cnry", "two\nlines"}
	for _, c := range []struct{ in, want string }{
		{`client = make("hunter-cnry", "gpt-4o") # hunter-cnry`, `client = make("***", "gpt-4o") # ***`},
		{"x = '''two\nlines'''\n", "x = '''***\n'''\n"},
		{`x = "hunter-cnryman", "a_hunter-cnry", "hunter"`, `x = "hunter-cnryman", "a_hunter-cnry", "hunter"`},
		{`api_key="another-cnry"`, `api_key="***"`},
	} {
		if got := MaskTexts(c.in, keys); got != c.want {
			t.Errorf("MaskTexts(%q)\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}

// TestMaskCodeLong holds that texts which are all names, quotes or calls take no longer than other texts of their length.
func TestMaskCodeLong(t *testing.T) {
	mask := func(piece string) time.Duration {
		const size = 60_000
		start := time.Now()
		MaskCode(strings.Repeat(piece, size/len(piece)))
		return time.Since(start)
	}
	usual := mask("x = f(1, 'and so on')\n")
	for _, piece := range []string{`key="""`, "key='''a", "key,", "key=", "key=a(", `key="a" `, "a", `key = "\\"`, "key=abcdefghij ", `"key": "abcdefghij", `, "key: |\n", "://a:", "?key=", "ENV key ", "key=&a "} {
		if d := mask(piece); d > 20*usual+5*time.Second {
			t.Errorf("%q takes %v", piece, d)
		}
	}
}
