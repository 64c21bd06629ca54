//go:build hostile && linux

// Package hostile runs autogenlint as a process of its own on what is too large or too slow for the ordinary tests.
package hostile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// late is a program with one fault.
const late = `import os
import autogen

agent = autogen.AssistantAgent("a", llm_config={"config_list": [{"model": "gpt-4o"}]})
os.environ["OPENAI_API_KEY"] = input()
`

// mendable is a program with one fault that --fix mends.
const mendable = `from autogen import AssistantAgent
a = AssistantAgent("a", llm_config={"config_list": [{"model": "m", "api_key": "x", "base_url": "http://localhost:11434"}]})
a.generate_reply([])
`

var binary string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "hostile-")
	if err == nil {
		binary = filepath.Join(dir, "autogenlint")
		var out []byte
		if out, err = exec.Command("go", "build", "-o", binary, "../../cmd/autogenlint").CombinedOutput(); err != nil {
			err = errors.New(string(out))
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// patience is how long what happens at random goes on.
func patience(t *testing.T) time.Duration {
	t.Helper()
	if s := os.Getenv("FOR"); s != "" {
		d, err := time.ParseDuration(s)
		must(t, err)
		return d
	}
	return 10 * time.Second
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(path), 0o755))
	must(t, os.WriteFile(path, []byte(text), 0o644))
}

// A run is what a process did.
type run struct {
	code           int
	stdout, stderr string
	cpu            time.Duration
	memory         int // most that was resident, in MiB
}

// a128 is what autogenlint tells its collector in a container of 128 MiB.
const a128 = "GOMEMLIMIT=96MiB"

// check runs the command in dir, and ends the test if it takes too long.
func check(t *testing.T, dir string, args ...string) run {
	t.Helper()
	return finish(t, &exec.Cmd{Path: binary, Args: append([]string{"autogenlint", "check"}, args...), Dir: dir, Env: append(os.Environ(), a128)})
}

// checkIn does so in a control group.
func checkIn(t *testing.T, group, dir string, args ...string) run {
	t.Helper()
	cmd := exec.Command("sh", append([]string{"-c", `echo $$ >"$0/cgroup.procs" && exec "$@"`, group, binary, "check"}, args...)...)
	cmd.Dir = dir
	return finish(t, cmd)
}

func finish(t *testing.T, cmd *exec.Cmd) run {
	t.Helper()
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	must(t, cmd.Start())
	timer := time.AfterFunc(10*time.Minute, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	var exit *exec.ExitError
	if err := cmd.Wait(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	s := cmd.ProcessState
	r := run{code: s.ExitCode(), stdout: out.String(), stderr: errs.String(), cpu: s.UserTime() + s.SystemTime()}
	if u, ok := s.SysUsage().(*syscall.Rusage); ok {
		r.memory = int(u.Maxrss >> 10)
	}
	if strings.Contains(r.stderr, "goroutine ") || strings.Contains(r.stderr, "panic") {
		t.Errorf("it crashed: %s", cut(r.stderr))
	}
	return r
}

func cut(s string) string { return s[:min(len(s), 600)] }

// TestManyFiles is 100,000 small files, of which one in a hundred is a program with a fault. It is to fit into 128 MiB.
func TestManyFiles(t *testing.T) {
	dir := many(t)
	r := check(t, dir, "--output-format", "json")
	complete(t, r, programs)
	if r.memory > 128 {
		t.Errorf("it took %d MiB", r.memory)
	}
	t.Logf("%d files: %.1f s of CPU, %d MiB", files, r.cpu.Seconds(), r.memory)
}

// files are so many, and of these so many are programs with a fault.
const files, programs = 100_000, 1000

// many makes them, once.
func many(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(filepath.Dir(binary), "many")
	if os.Mkdir(dir, 0o755) != nil {
		return dir
	}
	for n := range files {
		text := fmt.Sprintf("import os, sys, p%d\nx%d = os.path.join(sys.prefix, 'a')\n", n%977, n)
		if n%(files/programs) == 0 {
			text = late
		}
		write(t, filepath.Join(dir, fmt.Sprintf("p%d/q%d/f%d.py", n%100, n/1000, n)), text)
	}
	return dir
}

// complete holds that a run found n faults, and had nothing else to say.
func complete(t *testing.T, r run, n int) {
	t.Helper()
	var report struct{ Findings []any }
	if err := json.Unmarshal([]byte(r.stdout), &report); err != nil || r.code != 1 || len(report.Findings) != n || r.stderr != "" {
		t.Errorf("exit code %d, %d findings, stderr %s", r.code, len(report.Findings), cut(r.stderr))
	}
}

// TestControlGroup holds that a run ends by itself, and says all it has to say, where the system kills what takes more than 128 MiB:
// over the many files, and over all programs of testdata/conformance.
func TestControlGroup(t *testing.T) {
	const most = 128 << 20
	group, killed := controlGroup(t, most)
	if group == "" {
		t.Log("NOTHING WAS HELD: no control group can be made here")
		return
	}
	dir := many(t)
	all, err := filepath.Abs("../../testdata/conformance/programs")
	must(t, err)
	const json = "--output-format=json"
	want := check(t, all, json)
	for _, c := range []struct {
		dir  string
		want func(run)
	}{
		{dir, func(r run) { complete(t, r, programs) }},
		{all, func(r run) {
			if r.code != want.code || r.stdout != want.stdout || r.stderr != want.stderr || len(r.stdout) < 10_000 {
				t.Errorf("exit code %d, want %d; stderr %s", r.code, want.code, cut(r.stderr))
			}
		}},
	} {
		r := checkIn(t, group, c.dir, json)
		c.want(r)
		t.Logf("%s: %.1f s of CPU, %d MiB resident at most", filepath.Base(c.dir), r.cpu.Seconds(), r.memory)
	}
	if n := killed(); n != "0" {
		t.Errorf("the system killed %s processes", n)
	}
	hog := exec.Command("sh", "-c", `echo $$ >"$0/cgroup.procs" && exec head -c 300000000 /dev/zero | tail -c 290000000 | wc -c`, group)
	if out, _ := hog.CombinedOutput(); killed() == "0" {
		t.Errorf("the group lets a process have 290 MB: %s", out)
	}
}

// controlGroup makes a control group of so many bytes, of version 2 or 1; "" if that cannot be done here. killed is how many
// processes were killed in it.
func controlGroup(t *testing.T, bytes int) (dir string, killed func() string) {
	t.Helper()
	for _, v := range []struct{ root, limit, swap, events string }{
		{"/sys/fs/cgroup", "memory.max", "memory.swap.max", "memory.events"},
		{"/sys/fs/cgroup/memory", "memory.limit_in_bytes", "memory.memsw.limit_in_bytes", "memory.oom_control"},
	} {
		dir := filepath.Join(v.root, fmt.Sprintf("autogenlint-%d", os.Getpid()))
		if os.Mkdir(dir, 0o755) != nil {
			continue
		}
		t.Cleanup(func() { _ = os.Remove(dir) })
		if set(filepath.Join(dir, v.limit), bytes) != nil {
			continue // a file system that holds the groups of version 1, or no controller of memory
		}
		_ = set(filepath.Join(dir, v.swap), bytes) // where there is swap; version 1 counts both together
		return dir, func() string {
			text, err := os.ReadFile(filepath.Join(dir, v.events))
			must(t, err)
			for line := range strings.Lines(string(text)) {
				if n, ok := strings.CutPrefix(line, "oom_kill "); ok {
					return strings.TrimSpace(n)
				}
			}
			t.Fatalf("%s says nothing of who was killed", v.events)
			return ""
		}
	}
	return "", nil
}

// set writes a number into a file that is there.
func set(name string, n int) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(f, n)
	return errors.Join(err, f.Close())
}

// TestLongLine is a line of 200 MB in a file of each kind. None is read to its end, and what lies beside it is linted.
func TestLongLine(t *testing.T) {
	dir := t.TempDir()
	const size = 200_000_000
	long := func(name, begins string) {
		f, err := os.Create(filepath.Join(dir, name))
		must(t, err)
		_, err = f.WriteString(begins)
		must(t, err)
		block := bytes.Repeat([]byte("x"), 1<<20)
		for n := 0; n < size; n += len(block) {
			_, err = f.Write(block)
			must(t, err)
		}
		must(t, f.Close())
	}
	long("long.py", "import autogen; x = '")
	long("long.ipynb", `{"nbformat": 4, "cells": [{"cell_type": "code", "source": "import autogen #`)
	long(".env", "OPENAI_API_KEY=autogenlint: ")
	for _, name := range []string{
		"OAI_CONFIG_LIST", "a.json", "client.yaml", "client.toml", "run.sh", "Dockerfile", "compose.yaml", "Makefile", ".gitignore", ".ignore", "requirements.txt", "poetry.lock", "README.md",
		"setup.cfg", "Procfile", ".github/workflows/a.yml",
	} {
		must(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		must(t, os.Link(filepath.Join(dir, ".env"), filepath.Join(dir, name)))
	}
	write(t, filepath.Join(dir, "late.py"), late)
	r := check(t, dir)
	if r.code != 1 || !strings.Contains(r.stdout, "late.py:5:12: error: AG101 ") || !strings.Contains(r.stdout, "long.py:1:1: warning: AG004 unread-file: it is too large") || r.stderr != "" {
		t.Errorf("exit code %d, stderr %s, stdout %s", r.code, cut(r.stderr), cut(r.stdout))
	}
	if r.memory > 128 {
		t.Errorf("it took %d MiB", r.memory)
	}
	t.Logf("lines of %d bytes in 19 files: %.1f s of CPU, %d MiB", size, r.cpu.Seconds(), r.memory)
	for _, name := range []string{"pyproject.toml", "autogenlint.toml"} { // settings are read whole or refused
		must(t, os.Link(filepath.Join(dir, ".env"), filepath.Join(dir, name)))
		if r := check(t, dir); r.code != 2 || !strings.Contains(r.stderr, name) || strings.Count(r.stderr, "\n") != 1 || r.memory > 128 {
			t.Errorf("exit code %d, %d MiB, stderr %s", r.code, r.memory, cut(r.stderr))
		}
	}
}

// TestChanging is a project whose files grow, shrink, vanish, and become folders and links while they are read.
func TestChanging(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(t.TempDir(), "outside.py")
	write(t, outside, strings.ReplaceAll(late, "OPENAI_API_KEY", "OUTSIDE"))
	names := []string{"helper.py", "note.ipynb", ".env", "OAI_CONFIG_LIST", "client.yaml", "run.sh", "pkg/__init__.py", "pkg/sub/deep.py", "requirements.txt", ".gitignore", "compose.yaml", "late.py"}
	for n := range 200 {
		names = append(names, fmt.Sprintf("many/m%d.py", n))
	}
	write(t, filepath.Join(dir, "still.py"), strings.Replace(late, "import os\n", "import os, helper, pkg.sub.deep\n", 1))
	stop := make(chan bool)
	stopped := make(chan int)
	go func() {
		r := rand.New(rand.NewPCG(1, 2))
		changes := 0
		defer func() { stopped <- changes }()
		for ; ; changes++ {
			select {
			case <-stop:
				return
			default:
			}
			path := filepath.Join(dir, names[r.IntN(len(names))])
			switch r.IntN(7) {
			case 0:
				_ = os.RemoveAll(path)
			case 1:
				if filepath.Dir(path) != dir {
					_ = os.RemoveAll(filepath.Dir(path)) // the whole of pkg, or of many
				}
			case 2:
				_ = os.Truncate(path, int64(r.IntN(100)))
			case 3:
				_ = os.RemoveAll(path)
				_ = os.Symlink(outside, path)
			case 4:
				_ = os.RemoveAll(path)
				_ = os.MkdirAll(filepath.Join(path, "x.py"), 0o755)
			case 5:
				_ = os.MkdirAll(filepath.Dir(path), 0o755)
				if f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND|os.O_CREATE|syscall.O_NOFOLLOW, 0o644); err == nil {
					_, _ = f.WriteString(strings.Repeat(late, 1+r.IntN(50)))
					_ = f.Close()
				}
			default:
				_ = os.MkdirAll(filepath.Dir(path), 0o755)
				if f, err := os.OpenFile(path, os.O_WRONLY|os.O_TRUNC|os.O_CREATE|syscall.O_NOFOLLOW, 0o644); err == nil {
					_, _ = f.WriteString(late)
					_ = f.Close()
				}
			}
		}
	}()
	runs := 0
	for end := time.Now().Add(patience(t)); time.Now().Before(end) && !t.Failed(); runs++ {
		r := check(t, dir, "--output-format", "json")
		var report struct{ Findings []any }
		if err := json.Unmarshal([]byte(r.stdout), &report); err != nil || r.code < 0 || r.code > 2 {
			t.Errorf("exit code %d, stderr %s: %v", r.code, cut(r.stderr), err)
		}
		if strings.Contains(r.stdout, "OUTSIDE") {
			t.Error("it read a file outside")
		}
	}
	close(stop)
	t.Logf("%d runs over %d changes", runs, <-stopped)
}

// sources are the files of a folder, by name.
func sources(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	must(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		out[path] = string(text)
		return err
	}))
	return out
}

// TestInterruptedFix ends --fix by a signal, at any time. Every file is as it was or as it is to be, and after an interrupt nothing
// else is there.
func TestInterruptedFix(t *testing.T) {
	const programs = 400
	fresh := func() string {
		dir := t.TempDir()
		for n := range programs {
			write(t, filepath.Join(dir, fmt.Sprintf("m%d.py", n)), mendable)
		}
		return dir
	}
	dir := fresh()
	start := time.Now()
	if r := check(t, dir, "--fix", "--output", "json=report.json"); r.code != 0 {
		t.Fatalf("exit code %d: %s%s", r.code, cut(r.stdout), cut(r.stderr))
	}
	whole := time.Since(start)
	mended := sources(t, dir)[filepath.Join(dir, "m0.py")]
	if mended == mendable {
		t.Fatal("nothing was mended")
	}
	seen := map[string]int{}
	for end := time.Now().Add(patience(t)); time.Now().Before(end) && !t.Failed(); {
		for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGKILL} {
			dir := fresh()
			cmd := &exec.Cmd{Path: binary, Args: []string{"autogenlint", "check", "--fix", "--output", "json=report.json"}, Dir: dir}
			must(t, cmd.Start())
			var timer *time.Timer
			if rand.IntN(4) == 0 {
				timer = time.AfterFunc(time.Duration(rand.Int64N(int64(2*whole))), func() { _ = cmd.Process.Signal(signal) })
			} else { // when some of the files are written
				timer = time.AfterFunc(0, func() {
					some := filepath.Join(dir, fmt.Sprintf("m%d.py", rand.IntN(programs)))
					for info, err := os.Stat(some); err == nil && info.Size() == int64(len(mendable)); info, err = os.Stat(some) {
						time.Sleep(100 * time.Microsecond)
					}
					_ = cmd.Process.Signal(signal)
				})
			}
			_ = cmd.Wait()
			timer.Stop()
			n := 0
			for path, text := range sources(t, dir) {
				switch name := filepath.Base(path); {
				case name == "report.json":
					if !json.Valid([]byte(text)) {
						t.Errorf("%v: half a report", signal)
					}
				case strings.HasSuffix(name, ".py") && text == mended:
					n++
				case strings.HasSuffix(name, ".py") && text == mendable:
				case signal == syscall.SIGKILL && strings.HasPrefix(name, "."): // nobody could take it away
				default:
					t.Errorf("%v: %s holds %d bytes that it never should", signal, name, len(text))
				}
			}
			switch n {
			case 0:
				seen["before"]++
			case programs:
				seen["after"]++
			default:
				seen["between"]++
			}
			must(t, os.RemoveAll(dir))
		}
	}
	if seen["between"] == 0 {
		t.Error("no signal came while files were written")
	}
	t.Logf("signals before anything was written, while it was, and after: %v", seen)
}

// TestFullDisk is a disk without room for a report, a fix or a baseline: exit code 2 and a word, and the old file stays as it was.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	long := mendable + strings.Repeat("# and so on\n", 3000)
	write(t, filepath.Join(dir, "m.py"), long)
	write(t, filepath.Join(dir, "report.json"), "what was there\n")
	before := sources(t, dir)
	for _, args := range []string{"--fix", "--add-suppressions=because", "--output sarif=report.json"} {
		// A file may have eight blocks of 1,024 bytes, as if there were no room for more.
		cmd := exec.Command("bash", "-c", `ulimit -f 8; trap '' XFSZ; exec "$0" check `+args, binary)
		cmd.Dir = dir
		out, _ := cmd.CombinedOutput()
		if code := cmd.ProcessState.ExitCode(); code != 2 || !strings.Contains(string(out), "file too large") || strings.Contains(string(out), "panic") {
			t.Errorf("%s: exit code %d, it says %s", args, code, cut(string(out)))
		}
		if after := sources(t, dir); len(after) != len(before) || after[filepath.Join(dir, "m.py")] != long || after[filepath.Join(dir, "report.json")] != "what was there\n" {
			t.Errorf("%s: the files are not as they were", args)
		}
	}
}

var call = regexp.MustCompile(`^(?:\[pid +\d+\] |\d+ +)?(\w+)\((.*)`)

// TestSystemCalls watches what a run asks the machine for, over a repository that would have it do everything: it runs no program,
// makes no socket, writes nothing but what it was told to, and opens nothing outside but what belongs to the machine.
func TestSystemCalls(t *testing.T) {
	outside := t.TempDir()
	write(t, filepath.Join(outside, "secret.py"), late)
	write(t, filepath.Join(outside, ".env"), "OPENAI_API_KEY=x\n")
	dir := filepath.Join(t.TempDir(), "repository")
	for name, text := range map[string]string{
		".git/config": "[core]\n\tfsmonitor = touch ran\n", "late.py": late + "os.system('touch ran')\n__import__('subprocess').run(['touch', 'ran'])\n", "setup.py": "import os\nos.system('touch ran')\n",
		"conftest.py": "import os\nos.system('touch ran')\n", "pyproject.toml": "[tool.autogenlint]\nextend-exclude = ['../**']\nbaseline = '../" + filepath.Base(outside) + "/baseline.json'\n",
		".env": "OPENAI_API_KEY=$(touch ran)\n", "run.sh": "python late.py\n. " + outside + "/.env\n", "compose.yaml": "services:\n  a:\n    env_file: " + outside + "/.env\n    command: python late.py\n",
		"load.py":    "import autogen, json\nfrom dotenv import load_dotenv\nload_dotenv('" + outside + "/.env')\nautogen.AssistantAgent('a', llm_config=json.load(open('../../x.json')))\nautogen.config_list_from_json('http://127.0.0.1:1/x')\nimport secret\n",
		"note.ipynb": `{"nbformat": 4, "cells": [{"cell_type": "code", "source": "import autogen\n!touch ran\n%run ` + outside + `/secret.py"}]}`,
	} {
		write(t, filepath.Join(dir, name), text)
	}
	must(t, os.Symlink(filepath.Join(outside, "secret.py"), filepath.Join(dir, "secret.py")))
	must(t, os.Symlink(outside, filepath.Join(dir, "away")))
	must(t, os.Symlink("/etc/passwd", filepath.Join(dir, "passwd.json")))
	allowed := regexp.MustCompile(`^"(` + regexp.QuoteMeta(dir) + `|/(proc|sys|usr|lib|lib64|etc/ld\.so)[/.])`)
	for _, args := range [][]string{{"check", "--isolated"}, {"check", "--isolated", "--fix", "--unsafe-fixes"}, {"check", "--isolated", "--output-format", "sarif"}, {"inspect", "--isolated"}, {"config", "--isolated"}, {"check"}} {
		log := filepath.Join(t.TempDir(), "log")
		cmd := exec.Command("strace", append([]string{"-f", "-qq", "-o", log, "-e", "trace=%file,%network,%process,write,pwrite64", "-e", "signal=none", binary}, args...)...)
		cmd.Dir = dir
		out, _ := cmd.CombinedOutput()
		lines, err := os.ReadFile(log)
		must(t, err)
		opens := 0
		for n, line := range strings.Split(string(lines), "\n") {
			m := call.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			name, rest := m[1], m[2]
			switch {
			case name == "execve" && n > 0, strings.HasPrefix(name, "socket"), name == "connect", name == "bind", name == "fork", name == "vfork", name == "clone" && !strings.Contains(rest, "CLONE_THREAD"):
				t.Errorf("%v: %s", args, cut(line))
			case name == "openat" || name == "open":
				opens++
				_, path, _ := strings.Cut(rest, ", ")
				if name == "open" {
					path = rest
				}
				if !allowed.MatchString(path) {
					t.Errorf("%v opens something outside: %s", args, cut(line))
				}
				if strings.Contains(rest, "O_CREAT") && !strings.Contains(strings.Join(args, " "), "--fix") {
					t.Errorf("%v writes: %s", args, cut(line))
				}
			}
		}
		if opens < 5 {
			t.Errorf("%v: %d files were opened; it says %s", args, opens, cut(string(out)))
		}
		t.Logf("%v: %d system calls, %d files opened", args, bytes.Count(lines, []byte("\n")), opens)
	}
	if _, err := os.Stat(filepath.Join(dir, "ran")); err == nil {
		t.Error("it ran something")
	}
}
