//go:build cgo && unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/autogenlint/autogenlint/rules"
)

// canaries are the files of a project with a key in every place where one can stand. Each <PREFIX@PLACE> is a key of its own.
var canaries = map[string]string{
	"main.py": `import os, json, yaml, openai, autogen
from dotenv import load_dotenv
from autogen import AssistantAgent, LLMConfig

load_dotenv()
# the old one was <sk-proj-@comment>
"""<sk-@docstring>"""
KEY = "<sk-proj-@variable>"
name_<@identifier> = KEY
config = [
    {"model": "gpt-4o", "api_key": "<sk-proj-@literal>"},  # <sk-@comment at the end>
    {"model": "gpt-4o", "api_key": "Bearer <sk-proj-@bearer>"},
    {"model": "gpt-4o", "api_key": "<sk-proj-@newline>\n"},
    {"model": "gpt-4o", "api_key": os.getenv("<sk-proj-@env name>")},
    {"model": "gpt-4o", "api_key": os.environ.get("X", "<sk-proj-@env default>")},
    {"model": "<sk-proj-@model>", "api_key": KEY},
    {"model": "gpt-4o", "api_key": f"<sk-proj-@f-string>{KEY}"},
    {"model": "gpt-4o", "api_key": "<sk-proj-@left>" + "<@right>"},
    {"model": "gpt-4o", "apikey": "<sk-proj-@wrong field>"},
    {"model": "gpt-4o", "<sk-proj-@field name>": 1},
    {"model": "gpt-4o", "api_key": KEY, "api_type": "<sk-proj-@api type>"},
    {"model": "gpt-4o", "api_key": KEY, "base_url": "https://user:<@user of url>@api.openai.com/v1/chat/completions?key=<@query of url>"},
    {"model": "gpt-4o", "api_key": KEY, "base_url": "<@base url>"},
    {"model": "gpt-4o", "api_key": KEY, "default_headers": {"Authorization": "Bearer <sk-proj-@header>"}},
    {"model": "gpt4o", "api_key": "<0@azure>", "base_url": "https://contoso.openai.azure.com/openai/deployments/<@deployment>/chat"},
    {"model": "llama", "api_key": "<gsk_@groq>", "api_type": "groq", "tags": ["<sk-proj-@tag>"]},
    {"model": "claude-3-opus", "api_key": "<sk-ant-@anthropic>"},
    {"model": "gemini-1.5-pro", "api_key": "<AIza@google>", "api_type": "google"},
]
os.putenv("OPENAI_API_KEY", "<sk-proj-@putenv>")
os.system("export OPENAI_API_KEY=<sk-proj-@system>")
os.environ["OPENAI-API-KEY"] = "<sk-proj-@wrong variable>"
os.environ["<sk-proj-@written variable>"] = "x"
openai.api_key = "<sk-proj-@global>"
print("key", "<sk-proj-@printed>", os.getenv("OPENAI_API_KEY"))
for entry in config:
    AssistantAgent("<sk-proj-@agent>", llm_config={"config_list": [entry]}).generate_reply([{"role": "user", "content": "hi"}])
a = AssistantAgent("a", llm_config={"config_list": config, "filter_dict": {"tags": ["<sk-proj-@filter>"]}})
b = AssistantAgent("b", llm_config={"config_list": autogen.config_list_from_json("OAI_CONFIG_LIST", filter_dict={"model": ["<sk-proj-@file filter>"]})})
c = AssistantAgent("c", llm_config={"config_list": json.load(open("config.json"))})
d = AssistantAgent("d", llm_config={"config_list": [{"model": "gpt-4o", "api_key": yaml.safe_load(open("settings.yaml"))["key"]}]})
e = AssistantAgent("e", llm_config={"config_list": [{"model": "gpt-4o", "api_key": open("<@path>/key.txt").read()}]})
f = AssistantAgent("f", llm_config=LLMConfig(model="gpt-4o", api_key="<sk-proj-@llm config>"))
g = AssistantAgent("g", llm_config={"config_list": [{"model": "gpt-4o"}]})
os.environ["OPENAI_API_KEY"] = "<sk-proj-@late>"
x = (("<sk-proj-@syntax error>"
`,
	"core.py": `import os
from autogen_ext.models.openai import AzureOpenAIChatCompletionClient, OpenAIChatCompletionClient
from autogen_core.models import ChatCompletionClient
import yaml, tomllib
one = OpenAIChatCompletionClient(model="gpt-4o", api_key="<sk-proj-@core literal>", api_base="<@core field>")
two = AzureOpenAIChatCompletionClient(model="gpt-4o", azure_endpoint="https://contoso.openai.azure.com/<@core path>", api_key="<0@core azure>")
three = OpenAIChatCompletionClient(model="<sk-proj-@core model>", api_key=os.environ["<sk-proj-@core env>"])
ChatCompletionClient.load_component(yaml.safe_load(open("component.yaml")))
ChatCompletionClient.load_component(tomllib.load(open("component.toml", "rb")))
ChatCompletionClient.load_component({"provider": "<sk-proj-@provider>", "config": {"api_key": "<sk-proj-@component>"}})
# autogenlint: ignore[<sk-proj-@suppression>] <sk-proj-@reason>
# autogenlint: disable[<sk-proj-@verb>]
`,
	".env": "OPENAI_API_KEY=<sk-proj-@dotenv>\nOPENAI_KEY=\"<sk-proj-@dotenv name>\" # <sk-proj-@dotenv comment>\nEMPTY=\n<sk-proj-@dotenv alone>\n" +
		"OPENAI_TOKEN='<sk-proj-@dotenv quotes>\n<sk-proj-@dotenv variable>=1\nAZURE_OPENAI_API_KEY= <0@dotenv azure>\n",
	"OAI_CONFIG_LIST":  `[{"model": "gpt-4o", "api_key": "<sk-proj-@list>", "<sk-proj-@list field>": 1, "base_url": "https://x:<@list url>@h"}, {"model": "<sk-proj-@list model>", "apikey": "<sk-proj-@list wrong>"}]`,
	"config.json":      `[{"model": "gpt-4o", "api_key": "<sk-proj-@json>", "api_type": "<sk-proj-@json type>"},]`,
	"broken.json":      `[{"model": "gpt-4o", "api_key": "<sk-proj-@broken json>" "x"}]`,
	"settings.yaml":    "key: <sk-proj-@yaml> # <sk-proj-@yaml comment>\nmodel: gpt-4o\napi_key: \"<sk-proj-@yaml quotes>\"\n",
	"component.yaml":   "provider: autogen_ext.models.openai.OpenAIChatCompletionClient\nconfig:\n  model: <sk-proj-@component model>\n  api_key: <sk-proj-@component yaml>\n  <sk-proj-@component field>: 1\n",
	"component.toml":   "provider = \"autogen_ext.models.openai.OpenAIChatCompletionClient\"\n[config]\nmodel = \"gpt-4o\"\napi_key = \"<sk-proj-@component toml>\"\n",
	"broken.toml":      "api_key = <sk-proj-@broken toml>\nmodel = 1\n",
	"broken.yaml":      "api_key: \"<sk-proj-@broken yaml>\nmodel: [\n",
	"compose.yaml":     "services:\n  app:\n    build: .\n    environment:\n      OPENAI_API_KEY: <sk-proj-@compose>\n      OPENAI_TOKEN: <sk-proj-@compose name>\n    command: python main.py --key <sk-proj-@compose command>\n",
	"Dockerfile":       "FROM python:3.11\nENV OPENAI_API_KEY=<sk-proj-@dockerfile> \\\n    OPENAI_KEY=<sk-proj-@dockerfile name>\nARG KEY=<sk-proj-@dockerfile argument>\nCMD [\"python\", \"core.py\", \"<sk-proj-@dockerfile command>\"]\n",
	"run.sh":           "export OPENAI_API_KEY=<sk-proj-@shell>\nOPENAI_KEY='<sk-proj-@shell name>' python main.py # <sk-proj-@shell comment>\ncurl -H \"Authorization: Bearer <sk-proj-@shell header>\"\n",
	"Makefile":         "run:\n\tOPENAI_API_KEY=<sk-proj-@makefile> python core.py\n",
	"README.md":        "Set `OPENAI_API_KEY=<sk-proj-@readme>` and copy `.env.example`.\n",
	".env.example":     "OPENAI_API_KEY=<sk-proj-@example>\n",
	"requirements.txt": "--extra-index-url https://u:<@requirements>@h/simple\npyautogen==0.2.35\nautogen-ext[openai]==0.7.5\n",
	"pyproject.toml":   "[project]\nname = \"x\"\ndescription = \"<sk-proj-@manifest>\"\n[project.scripts]\nx = \"main:<@script>\"\n",
	"note.ipynb": `{"nbformat": 4, "metadata": {"x": "<sk-proj-@notebook metadata>"}, "cells": [
 {"cell_type": "markdown", "source": "<sk-proj-@notebook prose>"},
 {"cell_type": "code", "execution_count": 1, "outputs": [{"output_type": "stream", "text": ["<sk-proj-@notebook output>"]}], "source": [
  "import os, autogen\n", "a = autogen.AssistantAgent('a', llm_config={'config_list': [{'model': 'gpt-4o', 'api_key': '<sk-proj-@notebook>'}]})\n",
  "%env OPENAI_API_KEY=<sk-proj-@notebook magic>\n", "!export OPENAI_API_KEY=<sk-proj-@notebook shell>\n", "b = autogen.AssistantAgent('b', llm_config={'config_list': []})\n"]}]}`,
}

var canary = regexp.MustCompile(`<([A-Za-z0-9_-]*)@([^<>]*)>`)

// plant returns the canaries with keys, and the keys by the place where each stands, without the public prefixes.
func plant() (files, keys map[string]string) {
	files, keys = map[string]string{}, map[string]string{}
	for name, text := range canaries {
		files[name] = canary.ReplaceAllStringFunc(text, func(m string) string {
			prefix, place := canary.FindStringSubmatch(m)[1], canary.FindStringSubmatch(m)[2]
			letters := "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
			length := 40
			if prefix == "0" {
				prefix, letters, length = "", "0123456789abcdef", 32
			}
			h := fnv.New64a()
			_, _ = h.Write([]byte(place))
			key := make([]byte, length)
			for i, x := 0, h.Sum64()|1; i < length; i++ {
				x ^= x << 13
				x ^= x >> 7
				x ^= x << 17
				key[i] = letters[x%uint64(len(letters))]
			}
			keys[place] = string(key)
			return prefix + string(key)
		})
	}
	return files, keys
}

// A record is what a command says, from several goroutines.
type record struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (r *record) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.Write(p)
}

func (r *record) Bytes() []byte {
	r.mu.Lock()
	defer r.mu.Unlock()
	return bytes.Clone(r.text.Bytes())
}

// A waiting is an input that has nothing to read until so many requests were answered.
type waiting struct {
	said     *record
	requests int
}

var answered = regexp.MustCompile(`\{"id":\d+,"(?:result|error)":`)

func (p waiting) Read([]byte) (int, error) {
	for range 1200 {
		if len(answered.FindAllIndex(p.said.Bytes(), -1)) >= p.requests {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	return 0, io.EOF
}

// session is what an editor says to the server about files: it opens them and asks for everything, and leaves when it has the answers.
func session(dir string, files map[string]string, said *record) io.Reader {
	var sb strings.Builder
	id, requests := 0, 0
	send := func(method string, params any) {
		id++
		m := map[string]any{"jsonrpc": "2.0", "method": method, "params": params}
		if !strings.Contains(method, "did") && method != "exit" {
			m["id"] = id
			requests++
		}
		body, _ := json.Marshal(m)
		fmt.Fprintf(&sb, "Content-Length: %d\r\n\r\n%s", len(body), body)
	}
	place := func(line, character int) map[string]int { return map[string]int{"line": line, "character": character} }
	send("initialize", map[string]any{"rootUri": "file://" + dir, "capabilities": map[string]any{"textDocument": map[string]any{"diagnostic": map[string]any{}}}, "initializationOptions": map[string]any{"codeLens": true}})
	for _, name := range slices.Sorted(maps.Keys(files)) {
		doc := map[string]any{"uri": "file://" + dir + "/" + name}
		send("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": doc["uri"], "languageId": "python", "version": 1, "text": files[name]}})
		send("textDocument/diagnostic", map[string]any{"textDocument": doc})
		whole := map[string]any{"start": place(0, 0), "end": place(999, 0)}
		send("textDocument/codeAction", map[string]any{"textDocument": doc, "range": whole, "context": map[string]any{}})
		send("textDocument/codeAction", map[string]any{"textDocument": doc, "range": whole, "context": map[string]any{"only": []string{"source.fixAll"}}})
		send("textDocument/codeLens", map[string]any{"textDocument": doc})
		send("textDocument/inlayHint", map[string]any{"textDocument": doc, "range": whole})
		for n, line := range strings.Split(files[name], "\n") {
			for at := 0; at < len(line) && (strings.HasSuffix(name, ".py") || at == 0); at += 7 {
				send("textDocument/hover", map[string]any{"textDocument": doc, "position": place(n, at)})
			}
			send("textDocument/completion", map[string]any{"textDocument": doc, "position": place(n, len(line)/2)})
		}
	}
	send("workspace/diagnostic", map[string]any{"previousResultIds": []any{}})
	asked := strings.NewReader(sb.String())
	sb.Reset()
	waits := waiting{said, requests}
	send("shutdown", nil)
	send("exit", nil)
	return io.MultiReader(asked, waits, strings.NewReader(sb.String()))
}

// TestCanary holds that no run of eight characters of a key leaves the program, whatever it is asked for and wherever the key stands.
func TestCanary(t *testing.T) {
	files, keys := plant()
	dir := t.TempDir()
	for name, text := range files {
		write(t, filepath.Join(dir, name), text)
	}
	keys["machine"] = "tQ7vXw2Rk9Zp4Lm6Nc8Bf3Gd5Hs1Jy"
	if len(keys) < 90 {
		t.Fatalf("%d places", len(keys))
	}
	runs := [][]string{
		{"check", "--fix", "--diff"}, {"check", "--fix", "--unsafe-fixes", "--diff"}, {"check", "--add-suppressions=because", "--diff"}, {"check", "--statistics"},
		{"check", "--show-files"}, {"check", "--update-baseline"}, {"check", "--output", "sarif=out/a.sarif", "--output", "json=out/a.json"},
		{"check", "--baseline", "autogenlint-baseline.json"}, {"check", "--color", "always", "--output-format", "full"},
		{"inspect"}, {"inspect", "--output-format", "json"}, {"inspect", "--env"}, {"inspect", "--env", "--output-format", "json"}, {"explain", "late-api-key"}, {"rules"}, {"config"}, {"server"},
		{"check", "--baseline", "broken.json"}, {"check", "--baseline", "config.json"}, {"check", "--config", "broken.toml"}, {"check", "--config", "component.toml"}, {"config", "--config", "main.py"},
		{"check", "--output", "sk-proj-" + keys["literal"] + "=x"}, {"check", "--diff", "--fix", "--unsafe-fixes", "--add-suppressions=because"}, {"check", "--exclude", "[sk-proj-" + keys["literal"]}, {"sk-proj-" + keys["literal"]}, {"check", "--sk-proj-" + keys["literal"]},
		{"check", "--time-limit", "sk-proj-" + keys["literal"]},
		{"check", "--select", "sk-proj-" + keys["literal"]}, {"explain", "sk-proj-" + keys["literal"]}, {"check", "--autogen-version", "sk-proj-" + keys["literal"]},
	}
	for _, f := range formats {
		runs = append(runs, []string{"check", "--select", "ALL", "--isolated", "--output-format", f})
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.Mkdir(filepath.Join(dir, "out"), 0o755))
	searched, found := 0, 0
	search := func(what string, said []byte) {
		t.Helper()
		searched += len(said)
		for place, key := range keys {
			for at := 0; at+8 <= len(key); at++ {
				if i := bytes.Index(said, []byte(key[at:at+8])); i >= 0 {
					found++
					t.Errorf("%s shows a part of the key in: %s; behind %q", what, place, cut(mask(string(said[max(0, i-120):i]), keys)))
					break
				}
			}
		}
	}
	for _, args := range runs {
		var out, errs record
		c := Command{Stdin: session(dir, files, &out), Stdout: &out, Stderr: &errs, Args: args, Dir: dir, Rules: rules.All(), Lookup: func(name string) (string, bool) {
			if !strings.Contains(name, "API_KEY") {
				return "", false
			}
			return "sk-proj-" + keys["machine"], true
		}}
		c.Run(context.Background())
		if len(out.Bytes())+len(errs.Bytes()) == 0 && !strings.Contains(strings.Join(args, " "), "baseline") {
			t.Errorf("%v says nothing", args)
		}
		if args[0] == "server" && !bytes.Contains(out.Bytes(), []byte("AG106")) {
			t.Errorf("the server finds nothing: %s", cut(mask(string(out.Bytes()), keys)))
		}
		search(mask(strings.Join(args, " "), keys), append(out.Bytes(), errs.Bytes()...))
	}
	for _, name := range []string{"autogenlint-baseline.json", "out/a.sarif", "out/a.json"} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		must(err)
		search(name, text)
	}
	t.Logf("%d keys in %d files, %d runs: %d bytes searched, %d parts of keys found", len(keys), len(files), len(runs), searched, found)
}

// mask takes the keys out of what a failing test shows.
func mask(s string, keys map[string]string) string {
	for _, key := range keys {
		s = strings.ReplaceAll(s, key, "***")
		for n := len(key); n >= 6; n-- {
			s = strings.ReplaceAll(s, key[:n], "***")
		}
	}
	return s
}

// plain are files with keys that look like none, in places that say what they are. Each <@PLACE> is a key of its own.
var plain = map[string]string{
	"main.py": `import os
from autogen import AssistantAgent
password = "<@password>"
x, y = "<@neutral>", "<@other neutral>"
def entry(model, with_this):
    return {"model": model, "api_key": with_this, "base_url": "http://localhost:11434"}
config_list = [
    entry("m", "<@positional>"), entry("m", x), {"model": "m", "api_key": y + "<@tail>", "base_url": "http://localhost:11434"},
    {"model": "gpt-4o", "api_key": "<@field>", "apikey": "<@wrong field>"},
    {"model": "gpt-4o", "api_key": password, "api_type": "open_ai"},
    {"model": "m", "api_key": (
        "<@parts>" "<@more parts>"
        + f"<@other parts>"), "base_url": "http://localhost:11434"},
    {"model": "m", "api_key": "x", "base_url": "http://localhost:11434", "default_headers": {"Authorization": "Bearer <@header>"}},
    {"model": "m", "api_key": "x", "base_url": "http://me:<@user>@localhost:11434"},
    {"model": "m", "api_key": os.getenv("OPENAI_API_KEY", "<@default>"), "base_url": "https://api.openai.com/v1/chat/completions?key=<@query>"},
]
a = AssistantAgent("a", llm_config={"config_list": config_list})
a.generate_reply([])
b = AssistantAgent("b", llm_config={"config_list": [{"model": "gpt-4o"}]})
b.generate_reply([])
os.environ["OPENAI_API_KEY"] = '''<@late>'''
os.system("export OPENAI_API_KEY=<@system>")
print("key", "<@printed>", os.getenv("OPENAI_API_KEY"))
`,
	"core.py": `import yaml
from autogen_ext.models.openai import OpenAIChatCompletionClient
from autogen_core.models import ChatCompletionClient
z = "<@neutral of core>"
one = OpenAIChatCompletionClient(model="gpt-4o", api_key="<@argument>", api_base="https://api.openai.com/v1")
three = OpenAIChatCompletionClient(model="gpt-4o", api_key=z, api_base="https://api.openai.com/v1")
two = ChatCompletionClient.load_component(yaml.safe_load(open("component.yaml")))
`,
	"component.yaml":   "provider: autogen_ext.models.openai.OpenAIChatCompletionClient\nconfig:\n  api_key: <@yaml>\n  model: unheard-of\n  # old_api_key: \"<@yaml comment>\"\n",
	".env":             "OPENAI_API_KEY= <@dotenv>\nOPENAI_TOKEN='<@dotenv quotes>\n",
	"run.sh":           "export OPENAI_API_KEY=<@shell>\nOPENAI_API_KEY=\"<@shell quotes>\" python main.py --api-key <@flag>\n",
	"Makefile":         "run:\n\tOPENAI_API_TOKEN=<@makefile> python core.py\n",
	"requirements.txt": "pyautogen==0.2.35\nautogen-ext[openai]==0.7.5\n",
	"note.ipynb": `{"nbformat": 4, "cells": [{"cell_type": "code", "source": [
  "import os, autogen\n", "a = autogen.AssistantAgent(\"a\", llm_config={\"config_list\": [{\"model\": \"m\", \"api_key\": \"<@notebook>\", \"base_url\": \"http://localhost:11434\"}]})\n", "a.generate_reply([])\n",
  "%env OPENAI_API_KEY=<@notebook magic>\n", "!export OPENAI_API_KEY=<@notebook shell>\n"]}]}`,
}

// TestCanaryForms holds the same of keys that look like no key and are told by their places only: in source lines, in diffs and in edits.
func TestCanaryForms(t *testing.T) {
	for form, make := range map[string]func(n int) string{
		"short": func(n int) string { return fmt.Sprintf("c%dNrY%dkEy%d", n, 9-n%10, n%7) },
		"words": func(n int) string { return fmt.Sprintf("h%[1]crse-b%[1]cttery-st%[1]cple", 'a'+n) },
		"lower": func(n int) string { return strings.Repeat(fmt.Sprintf("can%cry", 'a'+n), 2) },
		"dots":  func(n int) string { return fmt.Sprintf("q%dW.eRt%dy.Uio", n, n) },
		"path":  func(n int) string { return fmt.Sprintf("q%dW/eRt%dy/Uio", n, n) },
	} {
		t.Run(form, func(t *testing.T) {
			dir := t.TempDir()
			files, keys := map[string]string{}, map[string]string{}
			for _, name := range slices.Sorted(maps.Keys(plain)) {
				files[name] = canary.ReplaceAllStringFunc(plain[name], func(m string) string {
					place := canary.FindStringSubmatch(m)[2]
					keys[place] = make(len(keys))
					return keys[place]
				})
				write(t, filepath.Join(dir, name), files[name])
			}
			for _, args := range [][]string{
				{"check", "--fix", "--unsafe-fixes", "--diff"}, {"check", "--add-suppressions=because", "--diff"}, {"check", "--output-format", "full"}, {"check", "--output-format", "json"},
				{"check", "--output-format", "sarif"}, {"inspect"}, {"server"},
			} {
				var out, errs record
				c := Command{Stdin: session(dir, files, &out), Stdout: &out, Stderr: &errs, Args: args, Dir: dir, Rules: rules.All(), Lookup: func(string) (string, bool) { return "", false }}
				c.Run(context.Background())
				said := append(out.Bytes(), errs.Bytes()...)
				if len(said) < 100 {
					t.Errorf("%v says nothing: %s", args, said)
				}
				for place, key := range keys {
					for at := 0; at+8 <= len(key); at++ {
						if i := bytes.Index(said, []byte(key[at:at+8])); i >= 0 {
							t.Errorf("%v shows a part of the key in: %s; behind %q", args, place, cut(string(said[max(0, i-80):i])))
							break
						}
					}
				}
			}
		})
	}
}
