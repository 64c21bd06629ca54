package project

import (
	"path"
	"strings"

	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// There are more tools that load a .env than anybody knows: task runners, process managers, plugins, shells of other systems. A file
// beside a .env that is there to run things and names the .env, for something else than to make it, is taken to load it.

// mostMentions is how many files of one folder are looked at.
const mostMentions = 100

// mentions looks for such files in the folders that have a .env or stand above one, and in those below them that are kept for running.
func (p *Project) mentions(nodes []*node) {
	near := p.nearDotenv()
	for _, n := range nodes {
		dir, ok := n.path, near[n.path]
		for d := n.path; !ok && d != "" && runFolders[path.Base(d)]; {
			d = parent(d)
			dir, ok = d, near[d]
		}
		if !ok {
			continue
		}
		read := 0
		for i := range n.entries {
			e := &n.entries[i]
			if e.kind != regular || read == mostMentions || !p.runner(n.path, e.name) {
				continue
			}
			read++
			p.mention(join(n.path, e.name), dir)
		}
	}
}

// nearDotenv are the folders that have a .env, or an example of one, and those above them.
func (p *Project) nearDotenv() map[string]bool {
	near := map[string]bool{}
	for _, e := range p.Envs {
		if e.Kind != Dotenv {
			continue
		}
		for d := parent(e.File.Path); ; d = parent(d) {
			near[d] = true
			if d == "" {
				break
			}
		}
	}
	return near
}

// runFolders are what people call folders that hold what runs a project.
var runFolders = words(`.run .idea runConfigurations .vscode .devcontainer .mise .config scripts script bin deploy deployment ops tools ci docker infra etc systemd supervisor .github workflows`)

// runner reports whether a file, by its name, may be one that runs things.
func (p *Project) runner(dir, name string) bool {
	lower := strings.ToLower(name)
	if isDotenv(name) || strings.HasSuffix(lower, "ignore") || strings.HasSuffix(lower, ".lock") {
		return false
	}
	switch kind := parser.KindOf(name); kind {
	case source.Dockerfile, source.Notebook:
		return false
	case source.Python:
		return launchers[name]
	case source.Shell:
		return true
	}
	if isCompose(name) || strings.HasPrefix(lower, "dockerfile") {
		return false // what those do is known
	}
	switch ext := path.Ext(lower); ext {
	case ".ps1", ".bat", ".cmd", ".fish", ".zsh", ".bash", ".nu", ".toml", ".conf", ".ini", ".cfg", ".hcl", ".nix", ".yml", ".yaml", ".mk":
		return true
	case ".json":
		return lower == "package.json" || lower == "devcontainer.json" || path.Base(dir) == ".vscode"
	case ".js", ".cjs", ".mjs":
		return strings.HasPrefix(lower, "ecosystem") || strings.Contains(lower, ".config.")
	case ".xml":
		return path.Base(dir) == ".run" || path.Base(dir) == "runConfigurations"
	case "":
		return lower != "license" && lower != "readme" && lower != "notice" && lower != "authors" && lower != "changelog"
	}
	return lower == "justfile" || lower == "makefile" || strings.HasPrefix(lower, "procfile")
}

// launchers are what people call Python files that start other programs.
var launchers = words(`noxfile.py tasks.py fabfile.py dodo.py duties.py gunicorn.conf.py gunicorn_conf.py manage.py run.py start.py launch.py launcher.py dev.py serve.py`)

// plugins load a .env for the tool whose manifest names them.
var plugins = []string{"poetry-dotenv", "hatch-dotenv", "pdm-dotenv", "pytest-dotenv", "useEnvFile", "env-cmd", "dotenvx"}

// mention adds a loader if the file at rel loads a .env, as far as its text tells.
func (p *Project) mention(rel, dir string) {
	defer p.fault(rel)
	f := p.text(rel)
	if f == nil {
		return
	}
	if strings.HasSuffix(rel, ".py") {
		if strings.Contains(f.Text, "dotenv") && (startsOthers(f.Text) || strings.HasPrefix(path.Base(rel), "gunicorn")) {
			p.loader(f, syntax.Range{}, path.Base(rel), dir)
		}
		return
	}
	for _, plugin := range plugins {
		if strings.Contains(f.Text, plugin) {
			p.loader(f, syntax.Range{}, plugin, dir)
			return
		}
	}
	at := 0
	for line := range strings.Lines(f.Text) {
		start := at
		at += len(line)
		if namesDotenv(line) && !makesDotenv(line) {
			p.loader(f, syntax.Range{Start: int32(start), End: int32(start + len(strings.TrimRight(line, "\r\n")))}, path.Base(rel), dir)
			return
		}
	}
}

// startsOthers reports whether a Python file starts other programs.
func startsOthers(text string) bool {
	for _, word := range []string{"subprocess", "os.exec", "os.spawn", "os.system", "runpy", ".run("} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// namesDotenv reports whether a line names a .env: as a whole word, and not as an attribute, as in process.env.
func namesDotenv(line string) bool {
	for i := 0; ; {
		k := strings.Index(line[i:], ".env")
		if k < 0 {
			return false
		}
		i += k + len(".env")
		before, after := byte(' '), byte(' ')
		if at := i - len(".env"); at > 0 {
			before = line[at-1]
		}
		if i < len(line) {
			after = line[i]
		}
		if !wordByte(before) && before != ')' && before != ']' && !wordByte(after) && !isExample(word(line[i:])) {
			return true
		}
	}
}

// word is what s begins with, up to a blank or a quote.
func word(s string) string {
	if i := strings.IndexAny(s, " \t\r\n\"'`;)"); i >= 0 {
		return s[:i]
	}
	return s
}

func wordByte(b byte) bool {
	return b == '_' || '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}

// makesDotenv reports whether a line says something else of a .env than that it is loaded: it makes it, looks whether it is there, speaks
// of it, or leaves it out.
func makesDotenv(line string) bool {
	t := strings.TrimSpace(line)
	for _, mark := range []string{"#", "//", ";", "REM ", "rem ", "::", "<!--", "*", "echo ", "@echo ", "printf ", "Write-"} {
		if strings.HasPrefix(t, mark) {
			return true
		}
	}
	for _, word := range []string{"cp ", "copy", "Copy", "COPY", "touch ", "mv ", "rm ", "ignore", "exclude", "> .env", ">.env", ">> .env", "-f .env", "-e .env", "exist ", "Test-Path", "git "} {
		if strings.Contains(t, word) {
			return !strings.Contains(t, "source ") && !strings.Contains(t, ". ./") && !strings.Contains(t, "export ")
		}
	}
	return false
}
