// Command bench measures autogenlint beside the bare parse of what it parses, beside ruff and beside a content search, and how its
// cost grows. bench/run makes what it reads. It prints Markdown, a part at a time.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

func main() {
	log.SetFlags(0)
	parse := flag.String("parse", "", "parse the Python files that this file lists, and nothing else")
	b := bench{}
	flag.StringVar(&b.lint, "autogenlint", "", "the binary that is measured")
	flag.StringVar(&b.ruff, "ruff", "", "a ruff binary")
	flag.StringVar(&b.search, "rg", "", "a ripgrep binary")
	flag.StringVar(&b.input, "input", "", "the folder with the trees `autogen`, `small` and `mixed`; others are made in it")
	flag.StringVar(&b.record, "record", "", "the file with the instructions that were counted before")
	flag.BoolVar(&b.write, "write", false, "record the instructions that are counted")
	flag.IntVar(&b.runs, "runs", 5, "how often each command is run; medians are printed")
	flag.Parse()
	if *parse != "" {
		if err := parseAll(*parse); err != nil {
			log.Fatal(err)
		}
		return
	}
	if err := b.run(flag.Args()); err != nil {
		log.Fatal(err)
	}
}

// A bench is one session of measuring.
type bench struct {
	lint, ruff, search, input string
	runs                      int
	record                    string
	write                     bool
}

// A command is something to measure.
type command struct {
	name string
	dir  string
	args []string
	env  []string
}

// A figure is what one command took: the medians of its runs.
type figure struct {
	wall, cpu time.Duration
	memory    int64 // the peak, in KiB
}

// measure runs the commands side by side: all once, then all again, so that what else the machine does falls on each alike.
func (b *bench) measure(commands ...command) ([]figure, error) {
	runs := make([][]figure, len(commands))
	for round := range b.runs + 1 {
		for i, c := range commands {
			f, err := c.run()
			if err != nil {
				return nil, fmt.Errorf("%s: %w", c.name, err)
			}
			if round > 0 { // the first one warms the file cache
				runs[i] = append(runs[i], f)
			}
		}
	}
	out := make([]figure, len(commands))
	for i, fs := range runs {
		out[i] = median(fs)
	}
	return out, nil
}

func median(fs []figure) figure {
	at := func(less func(a, b figure) int) figure {
		slices.SortFunc(fs, less)
		return fs[len(fs)/2]
	}
	return figure{
		wall:   at(func(a, b figure) int { return int(a.wall - b.wall) }).wall,
		cpu:    at(func(a, b figure) int { return int(a.cpu - b.cpu) }).cpu,
		memory: at(func(a, b figure) int { return int(a.memory - b.memory) }).memory,
	}
}

func (c command) run() (figure, error) {
	cmd := exec.Command(c.args[0], c.args[1:]...)
	cmd.Dir, cmd.Env = c.dir, append(os.Environ(), c.env...)
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if err != nil && cmd.ProcessState.ExitCode() != 1 { // 1 says that something was found
		return figure{}, err
	}
	f := figure{wall: wall, cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	if use, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		f.memory = use.Maxrss
	}
	return f, nil
}

// check is the linter over dir.
func (b *bench) check(dir string, env ...string) command {
	return command{name: "autogenlint", dir: dir, args: []string{b.lint, "check", "--quiet", "."}, env: env}
}

// bare is the parse of the files that the linter parses in dir, and how many and how large they are.
func (b *bench) bare(dir string) (c command, files int, size int64, err error) {
	cmd := exec.Command(b.lint, "check", "--show-files", ".")
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil && cmd.ProcessState.ExitCode() != 1 {
		return c, 0, 0, err
	}
	var list []string
	for line := range strings.Lines(string(out)) {
		name, _, ok := strings.Cut(line, ": ")
		if !ok || !strings.HasSuffix(name, ".py") { // the code of a notebook is a part of its bytes
			continue
		}
		path := filepath.Join(dir, name)
		info, err := os.Stat(path)
		if err != nil {
			return c, 0, 0, err
		}
		list, size = append(list, path), size+info.Size()
	}
	names := filepath.Join(b.input, "parsed.txt")
	if err := os.WriteFile(names, []byte(strings.Join(list, "\n")), 0o644); err != nil {
		return c, 0, 0, err
	}
	self, err := os.Executable()
	return command{name: "bare parse", dir: dir, args: []string{self, "-parse", names}}, len(list), size, err
}

// A part is a table of the page.
type part struct {
	name    string
	measure func() error
}

// run measures the named parts, or all that tell times.
func (b *bench) run(names []string) error {
	parts := []part{
		{"sources", b.sources}, {"double", b.double}, {"mixed", b.mixed}, {"growth", b.growth}, {"cores", b.cores}, {"entries", b.entries},
		{"chain", b.chain}, {"lines", b.lines}, {"start", b.start}, {"instructions", b.instructions},
	}
	for _, n := range names {
		if !slices.ContainsFunc(parts, func(p part) bool { return p.name == n }) {
			return fmt.Errorf("there is no part %q", n)
		}
	}
	for _, p := range parts {
		if len(names) > 0 && !slices.Contains(names, p.name) || len(names) == 0 && p.name == "instructions" {
			continue
		}
		log.Printf("%s: %s", time.Now().Format(time.TimeOnly), p.name)
		if err := p.measure(); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return nil
}

// sources measures programs that use AutoGen against the parse of them.
func (b *bench) sources() error {
	dir := filepath.Join(b.input, "autogen")
	parse, files, size, err := b.bare(dir)
	if err != nil {
		return err
	}
	fs, err := b.measure(b.check(dir), parse)
	if err != nil {
		return err
	}
	fmt.Printf("\n## Sources that use AutoGen\n\n%d files, %.1f MB are parsed.\n\n", files, float64(size)/1e6)
	table([]string{"autogenlint check", "bare parse of the same files"}, fs)
	fmt.Printf("\nRatio to the parse: wall %.2f, CPU %.2f (to reach: 1.3). Peak memory %d MiB (to reach: 200).\n", wall(fs[0], fs[1]), cpu(fs[0], fs[1]), fs[0].memory>>10)
	return nil
}

// mixed measures a large tree of which little matters against ruff and a content search.
func (b *bench) mixed() error {
	dir := filepath.Join(b.input, "mixed")
	names, commands := []string{"autogenlint check"}, []command{b.check(dir)}
	if b.ruff != "" {
		names = append(names, "ruff check --no-cache")
		commands = append(commands, command{name: "ruff", dir: dir, args: []string{b.ruff, "check", "--no-cache", "--quiet", "--isolated", "."}})
	}
	if b.search != "" {
		names = append(names, "rg -l autogen")
		commands = append(commands, command{name: "rg", dir: dir, args: []string{b.search, "-l", "autogen", "."}})
	}
	fs, err := b.measure(commands...)
	if err != nil {
		return err
	}
	fmt.Printf("\n## A tree where little matters\n\n%d Python files.\n\n", count(dir))
	table(names, fs)
	for i := 1; i < len(fs); i++ {
		fmt.Printf("\nRatio to %s: wall %.2f, CPU %.2f.\n", names[i], wall(fs[0], fs[i]), cpu(fs[0], fs[i]))
	}
	return nil
}

func count(dir string) (n int) {
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".py") {
			n++
		}
		return err
	})
	if err != nil {
		return 0
	}
	return n
}

// double measures the sources beside twice the sources, each once: it is their memory that counts.
func (b *bench) double() error {
	runs := b.runs
	defer func() { b.runs = runs }()
	b.runs = 1
	dir := filepath.Join(b.input, "double")
	for i := range 2 {
		if err := link(filepath.Join(b.input, "autogen"), filepath.Join(dir, fmt.Sprintf("copy%d", i))); err != nil {
			return err
		}
	}
	return b.grown("The same sources twice", []string{"once", "twice"}, []command{b.check(filepath.Join(b.input, "autogen")), b.check(dir)})
}

// growth measures copies of some of the sources beside each other.
func (b *bench) growth() error {
	sizes := []int{1, 2, 4, 8}
	var commands []command
	var names []string
	for _, n := range sizes {
		dir := filepath.Join(b.input, fmt.Sprintf("times%d", n))
		for i := range n {
			if err := link(filepath.Join(b.input, "small"), filepath.Join(dir, fmt.Sprintf("copy%d", i))); err != nil {
				return err
			}
		}
		names, commands = append(names, fmt.Sprintf("%d ×", n)), append(commands, b.check(dir))
	}
	return b.grown("Some of the sources 1 to 8 times", names, commands)
}

// grown prints how commands compare with the first of them.
func (b *bench) grown(title string, names []string, commands []command) error {
	fs, err := b.measure(commands...)
	if err != nil {
		return err
	}
	fmt.Printf("\n## %s\n\n", title)
	table(names, fs)
	last := fs[len(fs)-1]
	fmt.Printf("\nLast to first: wall %.2f, CPU %.2f, memory %.2f.\n", wall(last, fs[0]), cpu(last, fs[0]), float64(last.memory)/float64(fs[0].memory))
	return nil
}

// link makes a copy of the tree from at to, of hard links.
func link(from, to string) error {
	return filepath.WalkDir(from, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		at := filepath.Join(to, rel)
		if d.IsDir() {
			return os.MkdirAll(at, 0o755)
		}
		if err := os.Link(path, at); err != nil && !os.IsExist(err) {
			return err
		}
		return nil
	})
}

// cores measures the sources on one core and on two.
func (b *bench) cores() error {
	dir := filepath.Join(b.input, "autogen")
	return b.grown("One core and two", []string{"1 core", "2 cores"}, []command{b.check(dir, "GOMAXPROCS=1"), b.check(dir, "GOMAXPROCS=2")})
}

// entries measures programs that import one settings module.
func (b *bench) entries() error {
	var names []string
	var commands []command
	var last string
	for _, n := range []int{1, 10, 100, 1000} {
		dir := filepath.Join(b.input, fmt.Sprintf("entries%d", n))
		if err := writeEntries(dir, n); err != nil {
			return err
		}
		names, commands, last = append(names, fmt.Sprintf("%d entry points", n)), append(commands, b.check(dir)), dir
	}
	parse, _, _, err := b.bare(last)
	if err != nil {
		return err
	}
	return b.grown("Entry points that import one settings module", append([]string{"the parse of 1000"}, names...), append([]command{parse}, commands...))
}

// writeEntries makes n programs that import one settings module.
func writeEntries(dir string, n int) error {
	for i := range n {
		if err := write(dir, fmt.Sprintf("agent%d.py", i), entry); err != nil {
			return err
		}
	}
	return write(dir, "settings.py", settings)
}

const (
	entry = "import settings\nfrom autogen import AssistantAgent\n\nif __name__ == \"__main__\":\n    AssistantAgent(\"a\", llm_config=settings.llm_config(settings.MODEL))\n"
)

// settings is a module as many programs share it.
var settings = "import os\n\nfrom dotenv import load_dotenv\n\nload_dotenv()\nMODEL = os.getenv(\"MODEL\", \"gpt-4o\")\n\n\ndef llm_config(model):\n    return {\"config_list\": [{\"model\": model, \"api_key\": os.environ[\"OPENAI_API_KEY\"]}]}\n" +
	strings.Repeat("\n\ndef helper(a, b=None):\n    \"\"\"Return what a and b come to.\"\"\"\n    return a if b is None else a + b\n", 20)

// chain measures modules that import each other, 500 deep.
func (b *bench) chain() error {
	dir := filepath.Join(b.input, "chain")
	for i := range 500 {
		text := fmt.Sprintf("import m%d\nVALUE = %d\n", i+1, i)
		if err := write(dir, fmt.Sprintf("m%d.py", i), text); err != nil {
			return err
		}
	}
	if err := write(dir, "m500.py", entry+settings); err != nil {
		return err
	}
	parse, _, _, err := b.bare(dir)
	if err != nil {
		return err
	}
	return b.grown("A chain of imports, 500 deep", []string{"the parse of them", "autogenlint check"}, []command{parse, b.check(dir)})
}

// lines measures one file of 100 to 100,000 lines.
func (b *bench) lines() error {
	var names []string
	var commands []command
	for _, n := range []int{100, 1000, 10_000, 100_000} {
		dir := filepath.Join(b.input, fmt.Sprintf("lines%d", n))
		if err := write(dir, "main.py", long(n)); err != nil {
			return err
		}
		names, commands = append(names, fmt.Sprintf("%d lines", n)), append(commands, b.check(dir))
	}
	return b.grown("One file of 100 to 100,000 lines", names, commands)
}

// long is a program of n lines.
func long(n int) string {
	var text strings.Builder
	text.WriteString("import os\nfrom autogen import AssistantAgent\nAssistantAgent(\"a\", llm_config={\"model\": \"gpt-4o\", \"api_key\": os.environ[\"OPENAI_API_KEY\"]})\n")
	for i := 3; i < n; i += 5 {
		fmt.Fprintf(&text, "def f%d(x, y=None):\n    \"\"\"Return what x and y come to.\"\"\"\n    z = x if y is None else x + y\n    return [z, %d]\n\n", i, i)
	}
	return text.String()
}

// start measures what the shortest runs take.
func (b *bench) start() error {
	one := filepath.Join(b.input, "lines100")
	if err := write(one, "main.py", long(100)); err != nil {
		return err
	}
	fs, err := b.measure(command{name: "version", dir: b.input, args: []string{b.lint, "version"}}, b.check(one))
	if err != nil {
		return err
	}
	info, err := os.Stat(b.lint)
	if err != nil {
		return err
	}
	fmt.Printf("\n## The shortest runs\n\n")
	table([]string{"autogenlint version", "autogenlint check, one file"}, fs)
	fmt.Printf("\nThe binary has %.1f MB.\n", float64(info.Size())/1e6)
	return nil
}

func write(dir, name, text string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644)
}

func table(names []string, fs []figure) {
	fmt.Println("| | wall | CPU | peak memory |\n|---|---|---|---|")
	for i, f := range fs {
		fmt.Printf("| %s | %s | %s | %d MiB |\n", names[i], f.wall.Round(time.Millisecond), f.cpu.Round(time.Millisecond), f.memory>>10)
	}
}

func wall(a, b figure) float64 { return float64(a.wall) / float64(b.wall) }
func cpu(a, b figure) float64  { return float64(a.cpu) / float64(b.cpu) }
