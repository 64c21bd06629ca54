// What Go sees of a tree: the records of its nodes, in document order.
#include <stdint.h>
#include <stdbool.h>
#include "arena.h"

typedef struct {
	uint32_t start, end;
	uint32_t next; // index behind the subtree
	uint8_t kind, field; // ours
	uint8_t flags; // 1 named, 2 missing
	uint32_t depth;
} ag_record;

// An ag_parser is a parser with what it writes the trees into.
typedef struct {
	ag_arena arena;
	ag_record *records;
	uint32_t cap;
	uint32_t *stack;
	uint32_t stackcap;
	const uint8_t *kinds, *fields; // what the numbers of the grammar are called by us; the part that could not be parsed is the last
	uint16_t symbols;
} ag_parser;

// ag_new makes a parser. Before the first one, ag_takeover has to be called.
ag_parser *ag_new(const void *kinds, uint16_t symbols, const void *fields);
void ag_delete(ag_parser *p);

// ag_parse parses text and writes its tree into p->records. It returns how many they are, 0 when that could not be done.
uint32_t ag_parse(ag_parser *p, const char *text, uint32_t length);

// ag_records returns where ag_parse wrote them.
const ag_record *ag_records(const ag_parser *p);

// ag_trim gives up the buffers if they are large.
void ag_trim(ag_parser *p, uint32_t most);
