package project

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// An EnvFile is a file that sets variables.
type EnvFile struct {
	File    *source.File
	Kind    EnvKind
	Vars    []syntax.Variable
	Ignored bool // .gitignore names it
	Tracked bool // and git has it all the same; false where that cannot be told
	Example bool // a template that people copy: .env.example, .env.sample
}

// EnvKind is what an EnvFile is.
type EnvKind uint8

// The kinds of file that set variables.
const (
	Dotenv EnvKind = iota
	ShellScript
	Dockerfile
	ComposeFile
	Workflow
)

// A Supply is a variable that the surroundings of a program set.
type Supply struct {
	Var   syntax.Variable
	Place source.Span
	Kind  EnvKind
}

// A Loader is something beside the program that loads a .env: a compose env_file, a shell that sources it, a tool.
type Loader struct {
	Place source.Span
	What  string
	Dir   string // the folder whose programs it serves
}

// A Copy is a step of a README that makes a .env out of an example.
type Copy struct {
	Place    source.Span
	From, To string // relative to the project root
}

// surroundings reads what stands beside the Python files: what runs them, and what sets variables for them.
func (p *Project) surroundings(nodes []*node) {
	for _, n := range nodes {
		for i := range n.entries {
			e := &n.entries[i]
			if e.kind == folder || e.kind == irregular {
				continue
			}
			p.beside(n, e)
			if len(p.others) < mostOthers && !e.skipped && speaks(e.name) {
				p.others = append(p.others, join(n.path, e.name))
			}
		}
	}
	p.copies(nodes)
	p.mentions(nodes)
	slices.SortStableFunc(p.Loaders, func(a, b Loader) int { return strings.Compare(a.Place.File.Path, b.Place.File.Path) })
}

// beside reads one file, if it is one that runs programs or sets variables.
func (p *Project) beside(n *node, e *entry) {
	rel := join(n.path, e.name)
	defer p.fault(rel)
	if isDotenv(e.name) {
		p.dotenv(rel, e)
		return
	}
	if e.skipped {
		return
	}
	switch kind := parser.KindOf(e.name); {
	case kind == source.Shell:
		p.script(rel, n)
	case kind == source.Dockerfile:
		p.dockerfile(rel, n)
	case isCompose(e.name):
		p.compose(rel, n)
	case e.name == "Makefile" || e.name == "makefile" || e.name == "GNUmakefile" || strings.HasSuffix(e.name, ".mk") || strings.EqualFold(e.name, "justfile"):
		p.makefile(rel, n)
	case strings.HasPrefix(e.name, "Procfile"):
		p.procfile(rel, n)
	case e.name == "pyproject.toml" || e.name == "Pipfile":
		p.pyproject(rel, n)
	case e.name == "setup.cfg":
		p.setupCfg(rel, n)
	case strings.HasSuffix(e.name, ".service"):
		p.unitFile(rel, n)
	case runsThings(rel):
		p.workflow(rel, n, kind)
	case path.Base(n.path) == ".vscode" && (e.name == "launch.json" || e.name == "settings.json"), e.name == "devcontainer.json":
		p.editor(rel, n)
	case e.name == "chainlit.md":
		p.loader(p.read(rel).file, syntax.Range{}, "Chainlit", n.path)
	case e.name == "pytest.ini" || e.name == "tox.ini":
		p.pytestIni(rel, n)
	}
}

// isDotenv reports whether a file of that name is a .env or an example of one.
func isDotenv(name string) bool {
	if parser.KindOf(name) == source.Dotenv {
		return true
	}
	lower := strings.ToLower(name)
	rest := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(lower, "."), "dot"), "env")
	if len(rest) == len(strings.TrimPrefix(lower, ".")) || rest == lower {
		return false
	}
	return rest == "" && lower != "env" || rest != "" && strings.ContainsRune("._-", rune(rest[0])) && isExample(rest) && path.Ext(rest) != ".py" && path.Ext(rest) != ".md"
}

// isExample reports whether a name says that the file is a template.
func isExample(name string) bool {
	lower := strings.ToLower(name)
	for _, word := range []string{"example", "sample", "template", "tmpl", "tpl", "dist", "default"} {
		if strings.Contains(lower, word) {
			return true
		}
	}
	return false
}

// dotenv adds a .env or an example of one. It is there for programs to open, whoever ignores it.
func (p *Project) dotenv(rel string, e *entry) {
	to, err := p.tree.file(rel)
	if err != nil || to != rel {
		return
	}
	f := p.read(rel).file
	if f == nil {
		return
	}
	vars := p.variables(f)
	p.Envs = append(p.Envs, EnvFile{File: f, Kind: Dotenv, Vars: vars, Ignored: e.git, Tracked: e.git && p.tracked(rel), Example: isExample(e.name) || strings.Contains(f.Text, "{{")})
}

// text reads a file beside the programs, or returns nil.
func (p *Project) text(rel string) *source.File {
	to, err := p.tree.file(rel)
	if err != nil {
		return nil
	}
	return p.read(to).file
}

// env adds a file that sets variables, if it does.
func (p *Project) env(f *source.File, kind EnvKind, vars []syntax.Variable) {
	if len(vars) > 0 {
		p.Envs = append(p.Envs, EnvFile{File: f, Kind: kind, Vars: vars, Example: isExample(path.Base(f.Path))})
	}
}

// loader adds something that loads a .env.
func (p *Project) loader(f *source.File, at syntax.Range, what, dir string) {
	if f == nil {
		return
	}
	l := Loader{Place: source.Span{File: f, Start: int(at.Start), End: int(at.End)}, What: what, Dir: dir}
	if !slices.ContainsFunc(p.Loaders, func(o Loader) bool { return o.Place.File == f && o.What == what && o.Dir == dir }) {
		p.Loaders = append(p.Loaders, l)
	}
}

// around returns the folders that commands in a file of dir may be run in.
func (p *Project) around(dir string) []string {
	out := []string{dir}
	for d := dir; d != ""; {
		d = parent(d)
		out = append(out, d)
	}
	return out
}

// script reads a shell script.
func (p *Project) script(rel string, n *node) {
	f := p.text(rel)
	if f == nil {
		return
	}
	all := slices.DeleteFunc(parser.Shell(f.Text), func(v syntax.Variable) bool { return !v.Export && passes(f.Text, v.Name) })
	exported := slices.DeleteFunc(slices.Clone(all), func(v syntax.Variable) bool { return !v.Export })
	p.env(f, ShellScript, exported)
	s := shop{file: f, dirs: p.around(n.path), vars: supplies(f, all, ShellScript)}
	p.commands(s, parser.Commands(f.Text), syntax.Range{})
}

// passes reports whether a script hands the value of a variable on by itself.
func passes(text, name string) bool {
	return strings.Contains(text, "$"+name) || strings.Contains(text, "${"+name)
}

// supplies makes supplies of the variables of f.
func supplies(f *source.File, vars []syntax.Variable, kind EnvKind) []Supply {
	var out []Supply
	for i := range vars {
		out = append(out, Supply{Var: vars[i], Place: nameSpan(f, &vars[i]), Kind: kind})
	}
	return out
}

// dockerfile reads a Dockerfile.
func (p *Project) dockerfile(rel string, n *node) {
	f := p.text(rel)
	if f == nil {
		return
	}
	d := parser.Dockerfile(f.Text)
	p.env(f, Dockerfile, d.Vars)
	s := shop{file: f, dirs: p.around(n.path), workdir: d.Workdir, vars: supplies(f, d.Vars, Dockerfile)}
	p.commands(s, d.Commands, syntax.Range{})
	var all parser.Command // ENTRYPOINT ["python"], CMD ["main.py"]
	for _, c := range d.Commands {
		all.Words = append(all.Words, c.Words...)
	}
	if len(d.Commands) > 1 {
		p.commands(s, []parser.Command{all}, syntax.Range{})
	}
}

func isCompose(name string) bool {
	name, ok := strings.CutSuffix(strings.Replace(name, ".yaml", ".yml", 1), ".yml")
	return ok && (strings.HasPrefix(name, "docker-compose") || strings.HasPrefix(name, "compose") || strings.HasPrefix(name, "podman-compose"))
}

// compose reads a compose file.
func (p *Project) compose(rel string, n *node) {
	f := p.text(rel)
	if f == nil {
		return
	}
	services, err := parser.Compose(f.Text)
	if err != nil {
		return
	}
	var vars []syntax.Variable
	for _, service := range services {
		vars = append(vars, service.Vars...)
		dirs := p.around(n.path)
		if context := clean(path.Join(n.path, service.Build)); service.Build != "" && p.tree.isFolder(context) {
			dirs = append([]string{context}, dirs...)
		}
		s := shop{file: f, dirs: dirs, workdir: service.Workdir, vars: supplies(f, service.Vars, ComposeFile)}
		for _, file := range service.EnvFiles {
			s.env = append(s.env, path.Join(n.path, file))
			p.loader(f, syntax.Range{}, "env_file of the compose service "+service.Name, dirs[0])
		}
		passed := slices.ContainsFunc(service.Vars, func(v syntax.Variable) bool {
			return !v.HasValue || slices.ContainsFunc(v.Pieces, func(c syntax.Piece) bool { return c.Ref != "" })
		})
		if passed {
			p.loader(f, syntax.Range{}, "the compose service "+service.Name+", which is given variables of the .env", dirs[0])
		}
		p.commands(s, service.Commands, syntax.Range{})
		p.served = append(p.served, served{dir: dirs[0], vars: s.vars, env: s.env})
	}
	p.env(f, ComposeFile, vars)
}

// served are the variables that a compose file gives to what the Dockerfile in a folder runs.
type served struct {
	dir  string
	vars []Supply
	env  []string
}

// makefile reads the recipes of a Makefile or justfile.
func (p *Project) makefile(rel string, n *node) {
	f := p.text(rel)
	if f == nil {
		return
	}
	s := shop{file: f, dirs: p.around(n.path)}
	at := 0
	for line := range strings.Lines(f.Text) {
		start := at
		at += len(line)
		body := strings.TrimLeft(line, " \t@-+")
		indent := len(line) - len(body)
		t := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(t, "include ") && strings.Contains(t, ".env"), strings.HasPrefix(t, "-include ") && strings.Contains(t, ".env"):
			p.loader(f, syntax.Range{Start: int32(start), End: int32(start + len(t))}, "make", n.path)
		case strings.HasPrefix(t, "set dotenv-load"):
			p.loader(f, syntax.Range{Start: int32(start), End: int32(start + len(t))}, "just", n.path)
		case line[0] == ' ' || line[0] == '\t':
			p.commands(s, shifted(parser.Commands(body), start+indent), syntax.Range{})
		}
	}
}

// shifted moves commands by an offset.
func shifted(cs []parser.Command, by int) []parser.Command {
	move := func(r *syntax.Range) { r.Start, r.End = r.Start+int32(by), r.End+int32(by) }
	for i := range cs {
		move(&cs[i].Range)
		for k := range cs[i].Words {
			move(&cs[i].Words[k].Range)
		}
		for k := range cs[i].Vars {
			v := &cs[i].Vars[k]
			move(&v.Range)
			move(&v.NameRange)
			move(&v.ValueRange)
		}
	}
	return cs
}

// procfile reads `name: command` lines.
func (p *Project) procfile(rel string, n *node) {
	f := p.text(rel)
	if f == nil {
		return
	}
	p.loader(f, syntax.Range{}, "who runs a Procfile", n.path) // foreman, honcho and heroku local load the .env beside it
	at := 0
	for line := range strings.Lines(f.Text) {
		start := at
		at += len(line)
		if name, command, ok := strings.Cut(line, ":"); ok && line[0] != '#' {
			p.commands(shop{file: f, dirs: p.around(n.path)}, shifted(parser.Commands(command), start+len(name)+1), syntax.Range{})
		}
	}
}

// runsThings reports whether a file of that path holds commands in YAML or JSON.
func runsThings(rel string) bool {
	dir, name := parent(rel), path.Base(rel)
	switch {
	case strings.HasSuffix(dir, ".github/workflows"), strings.Contains(dir, ".github/actions"), strings.HasSuffix(dir, ".circleci"):
		return strings.HasSuffix(name, ".yml") || strings.HasSuffix(name, ".yaml")
	}
	switch name {
	case ".gitlab-ci.yml", "azure-pipelines.yml", "bitbucket-pipelines.yml", "Taskfile.yml", "Taskfile.yaml", "render.yaml", "app.yaml",
		"package.json", "railway.json", "tasks.json", "nixpacks.toml", "railway.toml", "fly.toml", "cloudbuild.yaml":
		return true
	}
	return false
}

// commandKeys are the keys under which such files hold commands.
var commandKeys = words(`run script scripts before_script after_script command cmd cmds startCommand buildCommand entrypoint start dev args processes app web worker`)

// workflow reads a file of commands in YAML, JSON or TOML.
func (p *Project) workflow(rel string, n *node, kind source.Kind) {
	f := p.text(rel)
	if f == nil {
		return
	}
	d, err := parse(f.Text, kind)
	if err != nil {
		return
	}
	dirs := p.around(n.path)
	if strings.Contains(rel, ".github/") || strings.HasSuffix(n.path, ".circleci") {
		dirs = []string{clean(path.Dir(path.Dir(n.path)))}
	}
	p.steps(shop{file: f, dirs: dirs}, d, false, 0)
}

// steps reads the commands in d, which stands under a key of commands if it is under.
func (p *Project) steps(s shop, d *syntax.Data, under bool, depth int) {
	if d == nil || depth > 40 {
		return
	}
	switch d.Kind {
	case syntax.DataString:
		if under {
			p.commands(s, unplaced(parser.Commands(d.Str)), d.Range)
		}
	case syntax.DataList:
		for _, it := range d.Items {
			p.steps(s, it, under, depth+1)
		}
	case syntax.DataMap:
		if w := d.Get("working-directory"); w != nil && w.Kind == syntax.DataString {
			s.dirs = append([]string{clean(path.Join(s.dirs[0], w.Str))}, s.dirs...)
		}
		s.vars = append(slices.Clone(s.vars), workflowVars(s.file, d.Get("env"))...)
		for _, k := range d.Keys {
			if k.Name == "dotenv" && strings.HasPrefix(path.Base(s.file.Path), "Taskfile") {
				p.loader(s.file, k.Range, "task", parent(s.file.Path))
			}
			p.steps(s, k.Value, under || commandKeys[k.Name], depth+1)
		}
	}
}

// workflowVars are the variables that `env` in a workflow of GitHub's gives to the steps below it. One that a command of the workflow
// reads has done its work there.
func workflowVars(f *source.File, d *syntax.Data) []Supply {
	if d == nil || !strings.Contains(f.Path, ".github/") {
		return nil
	}
	var out []Supply
	for _, k := range d.Keys {
		if k.Value == nil || strings.Contains(f.Text, "$"+k.Name) || strings.Contains(f.Text, "${"+k.Name) || strings.Contains(f.Text, "env."+k.Name) {
			continue
		}
		v := syntax.Variable{Range: k.Range, Name: k.Name, NameRange: k.Range, ValueRange: k.Value.Range, HasValue: true, Export: true, Pieces: []syntax.Piece{{Lit: k.Value.Str}}}
		if strings.Contains(k.Value.Str, "${{") || k.Value.Kind != syntax.DataString {
			v.Pieces = []syntax.Piece{{Opaque: true}}
		}
		out = append(out, Supply{Var: v, Place: nameSpan(f, &v), Kind: Workflow})
	}
	return out
}

// unplaced takes the places from commands whose text is not that of their file.
func unplaced(cs []parser.Command) []parser.Command {
	for i := range cs {
		cs[i].Range = syntax.Range{}
	}
	return cs
}

// pyproject reads the commands that a project installs, the tasks that it defines, and tools that load a .env.
func (p *Project) pyproject(rel string, n *node) {
	f := p.text(rel)
	if f == nil {
		return
	}
	if path.Base(rel) == "Pipfile" {
		p.loader(f, syntax.Range{}, "Pipenv", n.path)
	}
	d, err := parser.TOML(f.Text)
	if err != nil {
		return
	}
	tool := d.Get("tool")
	for _, scripts := range []*syntax.Data{d.Get("project").Get("scripts"), d.Get("project").Get("gui-scripts"), tool.Get("poetry").Get("scripts")} {
		for _, k := range keys(scripts) {
			p.target(f, n.path, targetText(k.Value))
		}
	}
	for _, tasks := range []*syntax.Data{tool.Get("poe").Get("tasks"), tool.Get("taskipy").Get("tasks"), tool.Get("pdm").Get("scripts"),
		tool.Get("rye").Get("scripts"), tool.Get("pixi").Get("tasks"), tool.Get("hatch").Get("envs"), d.Get("scripts")} {
		p.tasks(f, n, tasks, 0)
	}
	if at := strings.Index(f.Text, "env_files"); at >= 0 && tool.Get("pytest") != nil {
		p.loader(f, syntax.Range{Start: int32(at), End: int32(at + len("env_files"))}, "pytest-dotenv", n.path)
	}
}

func targetText(d *syntax.Data) string {
	if d == nil || d.Kind == syntax.DataString {
		return str(d)
	}
	return str(d.Get("reference")) + str(d.Get("callable"))
}

func str(d *syntax.Data) string {
	if d == nil || d.Kind != syntax.DataString {
		return ""
	}
	return d.Str
}

// tasks reads the tasks of a task runner: strings, or tables with the command and a .env.
func (p *Project) tasks(f *source.File, n *node, d *syntax.Data, depth int) {
	if d == nil || depth > 8 {
		return
	}
	if d.Kind == syntax.DataString {
		p.commands(shop{file: f, dirs: p.around(n.path)}, unplaced(parser.Commands(d.Str)), syntax.Range{})
		return
	}
	for _, it := range d.Items {
		p.tasks(f, n, it, depth+1)
	}
	for _, k := range d.Keys {
		switch k.Name {
		case "envfile", "env_file", "env-files":
			p.loader(f, syntax.Range{}, "a task runner", n.path)
		}
		p.tasks(f, n, k.Value, depth+1)
	}
}

// target notes an installed command, `package.module:function`.
func (p *Project) target(f *source.File, dir, text string) {
	text, _, _ = strings.Cut(text, "[")
	name, attr, ok := strings.Cut(strings.TrimSpace(text), ":")
	if !ok {
		return
	}
	u, from := p.aim(runCommand{kind: Server, module: strings.TrimSpace(name)}, []string{dir}, "")
	if u == nil {
		return
	}
	at := strings.Index(f.Text, text)
	place := source.Span{File: f}
	if at >= 0 {
		place.Start, place.End = at, at+len(text)
	}
	p.launch(u.path, Launch{Kind: Command, Dir: from, Place: place, Func: strings.TrimSpace(attr)})
}

// setupCfg reads the commands that a setup.cfg installs.
func (p *Project) setupCfg(rel string, n *node) {
	f := p.text(rel)
	if f == nil {
		return
	}
	for _, s := range ini(f.Text) {
		switch {
		case s.section == "options.entry_points":
			for line := range strings.Lines(s.value) {
				if _, target, ok := strings.Cut(line, "="); ok {
					p.target(f, n.path, target)
				}
			}
		case s.key == "env_files":
			p.loader(f, syntax.Range{}, "pytest-dotenv", n.path)
		}
	}
}

// pytestIni reads whether pytest loads a .env.
func (p *Project) pytestIni(rel string, n *node) {
	f := p.text(rel)
	if f == nil {
		return
	}
	for _, s := range ini(f.Text) {
		if s.key == "env_files" {
			p.loader(f, syntax.Range{}, "pytest-dotenv", n.path)
		}
	}
}

// unitFile reads a unit of systemd.
func (p *Project) unitFile(rel string, n *node) {
	f := p.text(rel)
	if f == nil {
		return
	}
	at := 0
	for line := range strings.Lines(f.Text) {
		start := at
		at += len(line)
		key, value, _ := strings.Cut(line, "=")
		switch key {
		case "EnvironmentFile":
			p.loader(f, syntax.Range{Start: int32(start), End: int32(start + len(strings.TrimSpace(line)))}, "systemd", n.path)
		case "ExecStart":
			p.commands(shop{file: f, dirs: p.around(n.path)}, shifted(parser.Commands(value), start+len(key)+1), syntax.Range{})
		}
	}
}

// editor reads what Visual Studio Code runs, and which .env it loads.
func (p *Project) editor(rel string, n *node) {
	f := p.text(rel)
	if f == nil {
		return
	}
	dir := clean(path.Dir(n.path))
	for _, key := range []string{`"envFile"`, `"python.envFile"`, `"python.terminal.useEnvFile"`, `--env-file`} {
		if at := strings.Index(f.Text, key); at >= 0 {
			p.loader(f, syntax.Range{Start: int32(at), End: int32(at + len(key))}, "the editor", dir)
		}
	}
	for _, c := range launchPrograms(f.Text) {
		if u, from := p.aim(c.run, []string{dir}, ""); u != nil {
			p.launch(u.path, Launch{Kind: c.run.kind, Dir: from, Place: source.Span{File: f, Start: c.at, End: c.at + c.size}, Plain: c.run.plain})
		}
	}
}

type launchProgram struct {
	run      runCommand
	at, size int
}

// launchPrograms finds `"program": "${workspaceFolder}/x.py"` and `"module": "pkg.mod"`. The file is JSON with comments, which
// nothing else here reads.
func launchPrograms(text string) []launchProgram {
	var out []launchProgram
	for _, key := range []string{`"program"`, `"module"`} {
		for at := 0; ; {
			i := strings.Index(text[at:], key)
			if i < 0 {
				break
			}
			at += i + len(key)
			rest := strings.TrimLeft(text[at:], " \t\r\n:")
			value, ok := quoted([]byte(rest))
			if !ok {
				continue
			}
			c := launchProgram{at: at - len(key), size: len(key)}
			if key == `"module"` {
				c.run = runCommand{kind: Module, module: value}
			} else {
				value = strings.TrimPrefix(strings.TrimPrefix(value, "${workspaceFolder}"), "${workspaceRoot}")
				c.run = runCommand{kind: Script, script: strings.TrimPrefix(value, "/"), plain: true}
			}
			out = append(out, c)
		}
	}
	return out
}

// loads notes what a command does with a .env.
func (p *Project) loads(s shop, c parser.Command, dirs []string, place source.Span) {
	at := syntax.Range{Start: int32(place.Start), End: int32(place.End)}
	dir := dirs[0]
	for i, w := range c.Words {
		if f, ok := optionValue(c.Words, i, "--env-file"); ok && f != "" {
			p.loader(s.file, at, c.Name()+" --env-file", dir)
		}
		if i == 0 && !w.Known {
			return
		}
	}
	arg := ""
	if len(c.Words) > 1 {
		arg = path.Base(c.Words[1].Text)
	}
	text := ""
	if c.End > 0 && int(c.End) <= len(s.file.Text) {
		text = s.file.Text[c.Start:c.End]
	}
	switch name := c.Name(); name {
	case "source", ".":
		if isDotenv(arg) {
			p.loader(s.file, at, name+" "+arg, dir)
		}
	case "export", "env", "declare":
		if strings.Contains(text, ".env") && strings.ContainsAny(text, "$`") {
			p.loader(s.file, at, name, dir)
		}
	case "dotenv", "dotenv_if_exists", "source_env", "source_env_if_exists", "dotenvx", "dotenvy", "env-cmd":
		p.loader(s.file, at, name, dir)
	case "honcho", "foreman", "doppler", "infisical", "op", "chamber":
		p.loader(s.file, at, name, dir)
	case "heroku":
		if arg == "local" {
			p.loader(s.file, at, "heroku local", dir)
		}
	case "pipenv":
		p.loader(s.file, at, "Pipenv", dir)
	case "flask":
		p.loader(s.file, at, "flask", dir)
	case "chainlit":
		p.loader(s.file, at, "Chainlit", dir)
	}
}

// copies finds steps of a README that copy an example to a .env. Only folders with an example, and those above, are looked at.
func (p *Project) copies(nodes []*node) {
	near := p.nearDotenv()
	for _, n := range nodes {
		for i := range n.entries {
			e := &n.entries[i]
			ext := strings.ToLower(path.Ext(e.name))
			readme := ext == ".md" || ext == ".rst" || ext == ".txt" && strings.HasPrefix(strings.ToLower(e.name), "readme")
			if near[n.path] && readme && e.kind == regular && !e.skipped {
				p.readme(join(n.path, e.name), n.path)
			}
		}
	}
}

// readme finds such steps in one file.
func (p *Project) readme(rel, dir string) {
	defer p.fault(rel)
	f := p.text(rel)
	if f == nil || !bytes.Contains(f.Raw, []byte("env")) && !bytes.Contains(f.Raw, []byte("honcho")) && !bytes.Contains(f.Raw, []byte("foreman")) {
		return
	}
	at := 0
	dirs := p.around(dir)
	for line := range strings.Lines(f.Text) {
		start := at
		at += len(line)
		if !strings.Contains(line, "env") && !strings.Contains(line, "cd ") && !strings.Contains(line, "honcho") && !strings.Contains(line, "foreman") {
			continue
		}
		for _, c := range pieces(line) {
			for _, cmd := range parser.Commands(c) {
				if cmd.Name() == "cd" {
					dirs = append(p.enter(p.around(dir), cmd), p.around(dir)...)
				}
				p.copyCommand(f, start, line, dirs, cmd)
				if loadsFile(cmd, line) {
					p.loader(f, syntax.Range{Start: int32(start), End: int32(start + len(strings.TrimRight(line, "\r\n")))}, "the shell that "+path.Base(rel)+" describes", dir)
				}
			}
		}
		p.copyProse(f, start, line, dirs)
	}
}

// loadsFile reports whether a command of a README puts a .env into the environment of what is run next.
func loadsFile(c parser.Command, line string) bool {
	for i, w := range c.Words {
		switch {
		case i == 1 && (c.Name() == "source" || c.Name() == ".") && strings.HasPrefix(path.Base(w.Text), ".env"):
			return true
		case strings.HasPrefix(w.Text, "--env-file"):
			return true
		}
	}
	switch c.Name() {
	case "dotenv", "dotenvx", "env-cmd":
		return len(c.Words) > 2
	case "honcho", "foreman":
		return len(c.Words) > 1 && c.Words[1].Text == "start"
	}
	return c.Name() == "export" && strings.Contains(line, "$(") && strings.Contains(line, ".env")
}

// pieces splits a line of Markdown into what may be commands: the whole of it without a prompt, and what stands in backticks.
func pieces(line string) []string {
	t := strings.TrimSpace(line)
	out := []string{strings.TrimLeft(strings.TrimLeft(t, "$>% "), "-*0123456789. ")}
	parts := strings.Split(line, "`")
	for i := 1; i < len(parts); i += 2 {
		out = append(out, strings.TrimLeft(parts[i], "$ "))
	}
	return out
}

// copyCommand reads `cp .env.example .env`.
func (p *Project) copyCommand(f *source.File, start int, line string, dirs []string, c parser.Command) {
	switch strings.ToLower(c.Name()) {
	case "cp", "copy", "mv", "move", "ren", "rename", "copy-item", "install", "ln":
	default:
		return
	}
	var names []string
	for _, w := range c.Words[1:] {
		if w.Known && !strings.HasPrefix(w.Text, "-") {
			names = append(names, strings.ReplaceAll(w.Text, `\`, "/"))
		}
	}
	if len(names) == 2 {
		p.copyStep(f, start, line, dirs, names[0], names[1])
	}
}

// copyProse reads "rename `.env.example` to `.env`".
func (p *Project) copyProse(f *source.File, start int, line string, dirs []string) {
	lower := strings.ToLower(line)
	if !strings.Contains(lower, "copy") && !strings.Contains(lower, "rename") && !strings.Contains(lower, "duplicate") {
		return
	}
	var names []string
	for _, w := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(" \t\r\n`\"'*,;:()[]", r) }) {
		if w = strings.TrimRight(w, "."); isDotenv(path.Base(w)) {
			names = append(names, w)
		}
	}
	if len(names) >= 2 {
		p.copyStep(f, start, line, dirs, names[0], names[len(names)-1])
	}
}

// copyStep adds a copy of an example to a .env.
func (p *Project) copyStep(f *source.File, start int, line string, dirs []string, from, to string) {
	if !isDotenv(path.Base(from)) || path.IsAbs(from) || path.IsAbs(to) {
		return
	}
	if strings.HasSuffix(to, "/") || to == "." || p.tree.isFolder(clean(path.Join(dirs[0], to))) {
		return // it keeps its name
	}
	if base := path.Base(to); !isDotenv(base) || isExample(base) {
		return
	}
	for _, dir := range dirs {
		rel := path.Join(dir, from)
		if !p.tree.isFile(rel) {
			continue
		}
		text := strings.TrimSpace(line)
		at := start + strings.Index(line, text)
		c := Copy{Place: source.Span{File: f, Start: at, End: at + len(text)}, From: rel, To: path.Join(dir, to)}
		if !slices.ContainsFunc(p.Copies, func(o Copy) bool { return o.From == c.From && o.To == c.To }) {
			p.Copies = append(p.Copies, c)
		}
		return
	}
}
