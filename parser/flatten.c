//go:build cgo

// The way of a tree out of C: cgo compiles this for the command, and docs/playground/build for the browser.

#include <stdlib.h>
#include "flatten.h"

// The few declarations of tree-sitter's api.h that the walk needs; the symbols come from the binding that this program links.
typedef struct { uint32_t context[4]; const void *id; const void *tree; } ag_node;
typedef struct { const void *tree; const void *id; uint32_t context[3]; } ag_cursor;
extern const void *tree_sitter_python(void);
extern void *ts_parser_new(void);
extern bool ts_parser_set_language(void *parser, const void *language);
extern void *ts_parser_parse_string(void *parser, const void *old, const char *text, uint32_t length);
extern ag_node ts_tree_root_node(const void *tree);
extern ag_cursor ts_tree_cursor_new(ag_node node);
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

// KEPT is how much of an arena is kept for the next text.
enum { KEPT = 2 << 20 };

ag_parser *ag_new(const void *kinds, uint16_t symbols, const void *fields) {
	ag_parser *p = calloc(1, sizeof *p);
	if (!p) return 0;
	p->kinds = kinds;
	p->symbols = symbols;
	p->fields = fields;
	return p;
}

void ag_delete(ag_parser *p) {
	ag_clear(&p->arena, 0);
	free(p->records);
	free(p->stack);
	free(p);
}

const ag_record *ag_records(const ag_parser *p) { return p->records; }

void ag_trim(ag_parser *p, uint32_t most) {
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

// ag_tree parses text and writes its tree. All that tree-sitter takes for it is in the arena, and goes with it.
static uint32_t ag_tree(ag_parser *p, const char *text, uint32_t length) {
	void *parser = ts_parser_new();
	ts_parser_set_language(parser, tree_sitter_python());
	void *tree = ts_parser_parse_string(parser, 0, text, length);
	if (!tree) return 0;
	ag_cursor c = ts_tree_cursor_new(ts_tree_root_node(tree));
	return ag_flatten(p, &c);
}

uint32_t ag_parse(ag_parser *p, const char *text, uint32_t length) {
	if (!ag_room((void **)&p->records, &p->cap, length / 4 + 64, sizeof *p->records)) return 0;
	if (!ag_room((void **)&p->stack, &p->stackcap, 256, sizeof *p->stack)) return 0;
	ag_enter(&p->arena);
	uint32_t n = ag_tree(p, text, length);
	ag_enter(0);
	ag_clear(&p->arena, KEPT);
	return n;
}
