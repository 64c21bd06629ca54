package project

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestLoaders(t *testing.T) {
	p := load(t, `
-- main.py --
import autogen
-- run.sh --
set -a
source .env
uv run --env-file=.env.local main.py
-- other.sh --
export $(grep -v '^#' .env | xargs)
-- compose.yml --
services:
  one:
    env_file: .env
    environment:
      - MODEL=gpt-4o
  two:
    environment:
      OPENAI_API_KEY: ${OPENAI_API_KEY}
-- .envrc --
dotenv
-- sub/Pipfile --
[packages]
-- Makefile --
include .env
up:
	docker run --env-file .env image
-- .vscode/settings.json --
{"python.envFile": "${workspaceFolder}/.env"}
-- Procfile.dev --
web: honcho start
-- chat/chainlit.md --
-- pytest.ini --
[pytest]
env_files = .env
-- quiet.sh --
echo "source .env"
pip install .
`)
	var got []string
	for _, l := range p.Loaders {
		got = append(got, fmt.Sprintf("%s: %s in %q", l.Place.File.Path, l.What, l.Dir))
	}
	slices.Sort(got)
	want := `.envrc: dotenv in ""
.vscode/settings.json: the editor in ""
Makefile: docker --env-file in ""
Makefile: make in ""
Procfile.dev: honcho in ""
Procfile.dev: who runs a Procfile in ""
chat/chainlit.md: Chainlit in "chat"
compose.yml: env_file of the compose service one in ""
compose.yml: the compose service two, which is given variables of the .env in ""
other.sh: export in ""
pytest.ini: pytest-dotenv in ""
run.sh: source .env in ""
run.sh: uv --env-file in ""
sub/Pipfile: Pipenv in "sub"`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got:\n%s\nwant:\n%s", s, want)
	}
	pr := program(t, p, "main.py")
	if fmt.Sprint(pr.EnvFiles) != "[.env.local]" {
		t.Errorf("env files: %v", pr.EnvFiles)
	}
}

func TestMentions(t *testing.T) {
	p := load(t, `
-- main.py --
import autogen
-- .env --
A=1
-- mise.toml --
[env]
_.file = ".env"
-- run.ps1 --
Get-Content .env | ForEach-Object { }
-- scripts/start --
#!/bin/sh
set -o allexport; . ./.env; set +o allexport
-- supervisord.conf --
[program:x]
command=bash -c "set -a; . ./.env; exec python main.py"
-- .run/main.run.xml --
<option name="ENV_FILES" value="$PROJECT_DIR$/.env" />
-- pyproject.toml --
[tool.poetry.requires-plugins]
poetry-dotenv-plugin = ">=0.2"
-- noxfile.py --
from dotenv import dotenv_values
def run(session):
    session.run("python", "main.py", env=dotenv_values(".env"))
-- README.md --
Run it:

    dotenv run -- python main.py
-- .gitignore --
.env
-- setup.sh --
# fill .env in
[ -f .env ] || cp .env.example .env
echo "OPENAI_API_KEY=" >> .env
-- vite.config.js --
export default { key: process.env.KEY, from: import.meta.env.MODE }
-- settings.toml --
file = ".env.example"
-- Dockerfile --
COPY .env .
CMD ["python", "main.py"]
-- server.py --
from dotenv import load_dotenv
load_dotenv()
-- other/deep/x.toml --
file = ".env"
`)
	var got []string
	for _, l := range p.Loaders {
		got = append(got, fmt.Sprintf("%s: %s in %q", l.Place.File.Path, l.What, l.Dir))
	}
	slices.Sort(got)
	want := `.run/main.run.xml: main.run.xml in ""
README.md: the shell that README.md describes in ""
mise.toml: mise.toml in ""
noxfile.py: noxfile.py in ""
pyproject.toml: poetry-dotenv in ""
run.ps1: run.ps1 in ""
scripts/start: start in ""
supervisord.conf: supervisord.conf in ""`
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("got:\n%s\nwant:\n%s", text, want)
	}
}

func TestEnvs(t *testing.T) {
	p := load(t, `
-- .gitignore --
.env
-- main.py --
import autogen
-- .env --
A=1
-- .env.example --
B=2
-- env.sample --
C=3
-- template.env --
D={{ key }}
-- env.py --
E=5
-- environment.txt --
F=6
-- .envrc --
export G=7
H=8
-- Dockerfile --
ENV I=9
CMD python main.py
-- docker-compose.yml --
services:
  x:
    build: .
    environment: {J: "10"}
`)
	var got []string
	for _, e := range p.Envs {
		line := fmt.Sprintf("%s %s", e.File.Path, [...]string{"dotenv", "shell", "docker", "compose"}[e.Kind])
		for _, v := range e.Vars {
			line += " " + v.Name
		}
		if e.Ignored {
			line += " ignored"
		}
		if e.Example {
			line += " example"
		}
		got = append(got, line)
	}
	slices.Sort(got)
	want := `.env dotenv A ignored
.env.example dotenv B example
.envrc shell G
Dockerfile docker I
docker-compose.yml compose J
env.sample dotenv C example
template.env dotenv D example`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got:\n%s\nwant:\n%s", s, want)
	}
	var names []string
	for _, s := range program(t, p, "main.py").Vars {
		names = append(names, s.Place.Text())
	}
	if s := paths(names); s != "I J" {
		t.Errorf("main.py is given %s", s)
	}
}

func TestCopies(t *testing.T) {
	for _, test := range []struct{ line, want string }{
		{"    cp .env.example .env", ".env.example > .env"},
		{"1. `$ cp .env.example .env` and fill it in", ".env.example > .env"},
		{"copy .env.example .env", ".env.example > .env"},
		{"Rename `.env.example` to `.env`.", ".env.example > .env"},
		{"Copy the file .env.example as .env, then edit it.", ".env.example > .env"},
		{"cd api && cp env.sample .env", "api/env.sample > api/.env"},
		{"cp api/env.sample api/.env", "api/env.sample > api/.env"},
		{"mkdir x; cp ./.env.example ./.env", ".env.example > .env"},
		{"cp .env.example /srv/.env", ""},
		{"cp .env.example backup/", ""},
		{"cp gone.env.example .env", ""},
		{"Create a .env file", ""},
	} {
		p := load(t, "-- main.py --\nimport autogen\n-- .env.example --\nA=\n-- api/env.sample --\nA=\n-- README.md --\n# Setup\n"+test.line+"\n")
		got := ""
		for _, c := range p.Copies {
			got += c.From + " > " + c.To
			if c.Place.File.Path != "README.md" || !strings.Contains(test.line, c.Place.Text()) {
				t.Errorf("%q: place %q", test.line, c.Place.Text())
			}
		}
		if got != test.want {
			t.Errorf("%q: %s; want %s", test.line, got, test.want)
		}
	}
}
