package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Times are noisy and instructions are not: the same binary over the same input takes the same number of them, but for some in ten
// thousand. Callgrind counts them, and each is put to the room whose function it stands in.

// How many per cent more instructions than were recorded a room may take. Another compiler makes other code of C. Rooms below small
// are too small to judge.
const (
	tolerance  = 5
	toleranceC = 25
	small      = 2_000_000
)

// instructions counts what the check of 21 programs takes, by room, and compares it with what was recorded.
func (b *bench) instructions() error {
	now, err := b.count()
	if err != nil {
		return err
	}
	if b.write {
		return b.recordCounts(now)
	}
	before, err := b.recorded()
	if err != nil {
		return err
	}
	fmt.Printf("\n## Instructions, in millions\n\n| room | now | recorded | |\n|---|---|---|---|\n")
	var worse []string
	for _, room := range slices.SortedFunc(maps.Keys(now), func(x, y string) int { return cmp.Or(cmp.Compare(now[y], now[x]), cmp.Compare(x, y)) }) {
		n, old := now[room], before[room]
		if n < small && old < small {
			continue
		}
		change := "new"
		if old > 0 {
			change = fmt.Sprintf("%+.1f %%", 100*(float64(n)/float64(old)-1))
		}
		fmt.Printf("| %s | %.1f | %.1f | %s |\n", room, float64(n)/1e6, float64(old)/1e6, change)
		may := int64(tolerance)
		if room == treeSitter || room == otherC {
			may = toleranceC
		}
		if n*100 > old*(100+may) {
			worse = append(worse, room)
		}
	}
	if len(worse) > 0 {
		return fmt.Errorf("%s: more than bench/instructions.tsv allows; `bench/run -write instructions` records what is right", strings.Join(worse, ", "))
	}
	return nil
}

// count runs the linter under callgrind.
func (b *bench) count() (map[string]int64, error) {
	at, err := os.MkdirTemp("", "bench")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(at) }()
	input, out := filepath.Join(at, "input"), filepath.Join(at, "callgrind.out")
	if err := errors.Join(writeEntries(input, 20), write(input, "main.py", long(2000)), os.Mkdir(filepath.Join(input, ".git"), 0o755)); err != nil {
		return nil, err
	}
	cmd := exec.Command("valgrind", "--tool=callgrind", "--callgrind-out-file="+out, b.lint, "check", "--quiet", "--exit-zero", ".")
	cmd.Dir = input
	// One processor, and no signals to goroutines: callgrind does not stand them. Without the collector what the runtime does is
	// allocation for the most part, and repeats.
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1", "GODEBUG=asyncpreemptoff=1", "GOGC=off")
	if text, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("valgrind: %w\n%s", err, text)
	}
	f, err := os.Open(out)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return byRoom(bufio.NewScanner(f))
}

var named = regexp.MustCompile(`^fn=\((\d+)\)(?: (.*))?$`)

// byRoom adds up the costs of functions in callgrind's format. The line after one that begins with calls= is the cost of the called
// function and counted there.
func byRoom(lines *bufio.Scanner) (map[string]int64, error) {
	lines.Buffer(nil, 1<<20)
	out := map[string]int64{}
	names := map[string]string{}
	room := ""
	for lines.Scan() {
		line := lines.Text()
		switch m := named.FindStringSubmatch(line); {
		case m != nil:
			if m[2] != "" {
				names[m[1]] = m[2]
			}
			room = roomOf(names[m[1]])
		case strings.HasPrefix(line, "calls="):
			lines.Scan()
		case line != "" && strings.IndexByte("0123456789+-*", line[0]) >= 0:
			_, cost, _ := strings.Cut(line, " ")
			n, err := strconv.ParseInt(cost, 10, 64)
			if err != nil {
				return nil, fmt.Errorf("callgrind: the line %q is no cost", line)
			}
			out[room] += n
		default:
			if m := strings.SplitN(line, "=(", 2); len(m) == 2 { // a name may come first where a function is called
				if id, name, ok := strings.Cut(m[1], ") "); ok && m[0] == "cfn" {
					names[id] = name
				}
			}
		}
	}
	if len(out) == 0 {
		return nil, errors.New("callgrind counted nothing")
	}
	return out, lines.Err()
}

// The rooms that are not ours and not Go.
const (
	treeSitter = "tree-sitter"
	otherC     = "libraries in C"
)

// roomOf is the room that a function belongs to.
func roomOf(function string) string {
	function = strings.TrimSuffix(function, "'2")
	switch {
	case strings.HasPrefix(function, "github.com/autogenlint/autogenlint/"):
		room, _, _ := strings.Cut(strings.TrimPrefix(function, "github.com/autogenlint/autogenlint/"), ".")
		return room
	case strings.HasPrefix(function, "ts_"), strings.HasPrefix(function, "tree_sitter"), strings.HasPrefix(function, "stack_"), strings.HasPrefix(function, "ag_"):
		return treeSitter
	case strings.HasPrefix(function, "runtime."), strings.HasPrefix(function, "internal/runtime"), strings.HasPrefix(function, "gc"):
		return "runtime"
	case strings.Contains(function, "."):
		return "libraries in Go"
	}
	return otherC
}

// recorded reads what recordCounts wrote.
func (b *bench) recorded() (map[string]int64, error) {
	text, err := os.ReadFile(b.record)
	if err != nil {
		return nil, err
	}
	out := map[string]int64{}
	for line := range strings.Lines(string(text)) {
		room, n, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if out[room], err = strconv.ParseInt(n, 10, 64); err != nil {
			return nil, fmt.Errorf("%s: %w", b.record, err)
		}
	}
	return out, nil
}

func (b *bench) recordCounts(now map[string]int64) error {
	var text strings.Builder
	for _, room := range slices.Sorted(maps.Keys(now)) {
		fmt.Fprintf(&text, "%s\t%d\n", room, now[room])
	}
	return os.WriteFile(b.record, []byte(text.String()), 0o644)
}
