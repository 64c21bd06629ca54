package parser

/*
#include <stdint.h>
#include <stdbool.h>
#include <stdlib.h>

// The few declarations of tree-sitter's api.h that the walk needs; the symbols come from the binding that this program links.
typedef struct { uint32_t context[4]; const void *id; const void *tree; } ag_node;
typedef struct { const void *tree; const void *id; uint32_t context[3]; } ag_cursor;
extern const void *tree_sitter_python(void);
extern uint32_t ts_language_symbol_count(const void *language);
extern const char *ts_language_symbol_name(const void *language, uint16_t symbol);
extern const char *ts_language_field_name_for_id(const void *language, uint16_t field);
extern void *ts_parser_new(void);
extern bool ts_parser_set_language(void *parser, const void *language);
extern void ts_parser_delete(void *parser);
extern void *ts_parser_parse_string(void *parser, const void *old, const char *text, uint32_t length);
extern void ts_tree_delete(void *tree);
extern ag_node ts_tree_root_node(const void *tree);
extern ag_cursor ts_tree_cursor_new(ag_node node);
extern void ts_tree_cursor_delete(ag_cursor *c);
extern ag_node ts_tree_cursor_current_node(const ag_cursor *c);
extern uint16_t ts_tree_cursor_current_field_id(const ag_cursor *c);
extern bool ts_tree_cursor_goto_parent(ag_cursor *c);
extern bool ts_tree_cursor_goto_next_sibling(ag_cursor *c);
extern bool ts_tree_cursor_goto_first_child(ag_cursor *c);
extern uint32_t ts_node_start_byte(ag_node n);
extern uint32_t ts_node_end_byte(ag_node n);
extern uint16_t ts_node_symbol(ag_node n);
extern bool ts_node_is_named(ag_node n);
extern bool ts_node_is_missing(ag_node n);

typedef struct {
	uint32_t start, end;
	uint32_t next; // index behind the subtree
	uint8_t kind, field; // ours
	uint8_t flags; // 1 named, 2 missing
	uint32_t depth;
} ag_record;

// An ag_parser is a parser with what it writes the trees into.
typedef struct {
	void *parser;
	ag_record *records;
	uint32_t cap;
	uint32_t *stack;
	uint32_t stackcap;
	const uint8_t *kinds, *fields; // what the numbers of the grammar are called by us; the part that could not be parsed is the last
	uint16_t symbols;
} ag_parser;

static ag_parser *ag_new(const void *kinds, uint16_t symbols, const void *fields) {
	ag_parser *p = calloc(1, sizeof *p);
	if (!p) return 0;
	p->kinds = kinds;
	p->symbols = symbols;
	p->fields = fields;
	p->parser = ts_parser_new();
	ts_parser_set_language(p->parser, tree_sitter_python());
	return p;
}

static void ag_delete(ag_parser *p) {
	ts_parser_delete(p->parser);
	free(p->records);
	free(p->stack);
	free(p);
}

// ag_trim gives up the buffers if they are large.
static void ag_trim(ag_parser *p, uint32_t most) {
	if (p->cap <= most) return;
	free(p->records);
	p->records = 0;
	p->cap = 0;
}

static bool ag_room(void **buffer, uint32_t *cap, uint32_t want, size_t size) {
	if (want <= *cap) return true;
	void *more = realloc(*buffer, (size_t)want * size);
	if (!more) return false;
	*buffer = more;
	*cap = want;
	return true;
}

// ag_flatten writes the whole tree in document order and returns the number of records, or 0 when memory runs out.
static uint32_t ag_flatten(ag_parser *p, ag_cursor *c) {
	uint32_t n = 0, depth = 0;
	for (;;) {
		if (n == p->cap && !ag_room((void **)&p->records, &p->cap, n + n / 2, sizeof *p->records)) return 0;
		if (depth == p->stackcap && !ag_room((void **)&p->stack, &p->stackcap, depth * 2, sizeof *p->stack)) return 0;
		ag_record *r = p->records;
		ag_node node = ts_tree_cursor_current_node(c);
		r[n].start = ts_node_start_byte(node);
		r[n].end = ts_node_end_byte(node);
		uint16_t symbol = ts_node_symbol(node);
		r[n].kind = p->kinds[symbol < p->symbols ? symbol : p->symbols];
		r[n].field = p->fields[ts_tree_cursor_current_field_id(c)];
		r[n].flags = (ts_node_is_named(node) ? 1 : 0) | (ts_node_is_missing(node) ? 2 : 0);
		r[n].depth = depth;
		r[n].next = n + 1;
		p->stack[depth] = n;
		n++;
		if (ts_tree_cursor_goto_first_child(c)) { depth++; continue; }
		for (;;) {
			r[p->stack[depth]].next = n;
			if (ts_tree_cursor_goto_next_sibling(c)) break;
			if (!ts_tree_cursor_goto_parent(c)) return n;
			depth--;
		}
	}
}

// ag_parse parses text and writes its tree into p->records. It returns how many they are, 0 when that could not be done.
static uint32_t ag_parse(ag_parser *p, const char *text, uint32_t length) {
	if (!ag_room((void **)&p->records, &p->cap, length / 4 + 64, sizeof *p->records)) return 0;
	if (!ag_room((void **)&p->stack, &p->stackcap, 256, sizeof *p->stack)) return 0;
	void *tree = ts_parser_parse_string(p->parser, 0, text, length);
	if (!tree) return 0;
	ag_cursor c = ts_tree_cursor_new(ts_tree_root_node(tree));
	uint32_t n = ag_flatten(p, &c);
	ts_tree_cursor_delete(&c);
	ts_tree_delete(tree);
	return n;
}
*/
import "C"

import (
	"runtime"
	"sync"
	"unsafe"

	_ "github.com/smacker/go-tree-sitter"        // the parser in C
	_ "github.com/smacker/go-tree-sitter/python" // its tables for Python
)

// A record is one node of the tree, in document order.
type record struct {
	start, end uint32
	next       uint32 // index behind the subtree
	kind       kind
	field      field
	flags      uint8
	depth      uint32
}

const (
	named   = 1
	missing = 2
)

// A grammar maps the numbers of the grammar to our kinds and fields, by name. It lives in C's memory, for good.
type grammar struct {
	kinds, fields unsafe.Pointer
	symbols       C.uint16_t
}

var loadGrammar = sync.OnceValue(func() grammar {
	language := C.tree_sitter_python()
	kinds, fields := map[string]kind{}, map[string]field{}
	for k, n := range kindNames {
		kinds[n] = kind(k)
	}
	for f, n := range fieldNames {
		fields[n] = field(f)
	}
	g := grammar{symbols: C.uint16_t(C.ts_language_symbol_count(language))}
	var ofSymbol []byte
	for i := range g.symbols {
		ofSymbol = append(ofSymbol, byte(kinds[C.GoString(C.ts_language_symbol_name(language, i))]))
	}
	ofField := []byte{byte(noField)}
	for i := C.uint16_t(1); ; i++ {
		n := C.ts_language_field_name_for_id(language, i)
		if n == nil {
			break
		}
		ofField = append(ofField, byte(fields[C.GoString(n)]))
	}
	g.kinds, g.fields = C.CBytes(append(ofSymbol, byte(kError))), C.CBytes(ofField)
	return g
})

// A treeSitter is a parser in C with its buffers, to be used again.
type treeSitter struct{ c *C.ag_parser }

var parsers = sync.Pool{New: func() any {
	g := loadGrammar()
	p := &treeSitter{C.ag_new(g.kinds, g.symbols, g.fields)}
	runtime.AddCleanup(p, func(c *C.ag_parser) { C.ag_delete(c) }, p.c)
	return p
}}

// maxKept is how many records a parser keeps room for when it is not used.
const maxKept = 1 << 17

// withTree parses text and hands its tree to use, in one crossing of the border to C. The records are gone when use returns.
func withTree(text string, use func([]record)) {
	p := parsers.Get().(*treeSitter)
	defer parsers.Put(p)
	defer func() { C.ag_trim(p.c, maxKept) }()
	n := C.ag_parse(p.c, (*C.char)(unsafe.Pointer(unsafe.StringData(text))), C.uint32_t(len(text)))
	use(unsafe.Slice((*record)(unsafe.Pointer(p.c.records)), int(n)))
}
