// The memory of one parse.
#include <stddef.h>

enum { AG_SIZES = 64 };

// An ag_arena is what blocks are cut from. They go all at once. Those that are given back before are used again for the same size.
typedef struct {
	struct ag_piece *pieces; // the newest first
	char *at, *end;          // what is left of it
	void *spare[AG_SIZES];   // blocks that were given back, by their size in steps of 16 bytes
} ag_arena;

// ag_takeover makes tree-sitter take its memory from the arena that its thread has entered. It is called once, before anything is parsed.
void ag_takeover(void);

// ag_enter lets this thread take memory from a, or from none.
void ag_enter(ag_arena *a);

// ag_clear takes back everything that was taken from a, and keeps so many bytes for the next time.
void ag_clear(ag_arena *a, size_t keep);
