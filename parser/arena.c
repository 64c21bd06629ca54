//go:build cgo

// Tree-sitter takes a block for every node and every step of its stack, and gives each back alone, after a walk through the whole tree.
// Here a block costs a few instructions, and the tree goes without being looked at: that is a sixth of the cost of a parse.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "arena.h"

// AddressSanitizer sees the pieces alone. It is told which of their bytes nobody may touch: those of no block, and of blocks given back.
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(p, n) ((void)0)
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)0)
#endif

extern void ts_set_allocator(void *(*new_malloc)(size_t), void *(*new_calloc)(size_t, size_t), void *(*new_realloc)(void *, size_t), void (*new_free)(void *));

typedef struct ag_piece {
	struct ag_piece *prev;
	size_t size;
} ag_piece;

// A block is its size and what is used of it, which begins at every 16 bytes.
enum { HEAD = 8, STEP = 16 };

// Pieces become larger as more of them are needed.
enum { FIRST = 256 << 10, LARGE = 2 << 20 };

static _Thread_local ag_arena *here;

void ag_enter(ag_arena *a) { here = a; }

// sure is p, which is memory: without, there is no way to go on, as in tree-sitter's own functions.
static void *sure(void *p, size_t size) {
	if (!p && size > 0) {
		fprintf(stderr, "no memory for %zu bytes of a syntax tree\n", size);
		abort();
	}
	return p;
}

static size_t *head(void *p) { return (size_t *)((char *)p - HEAD); }

// begin makes p the piece that is cut, from its beginning.
static void begin(ag_arena *a, ag_piece *p) {
	a->at = (char *)(p + 1) + (STEP - HEAD);
	a->end = (char *)p + p->size;
	ASAN_POISON_MEMORY_REGION(a->at, (size_t)(a->end - a->at));
}

// more gets a piece that has room for a block.
static void more(ag_arena *a, size_t block) {
	size_t size = a->pieces ? 2 * a->pieces->size : FIRST, least = block + sizeof(ag_piece) + STEP;
	if (size > LARGE) size = LARGE;
	if (size < least) size = least;
	ag_piece *p = sure(malloc(size), size);
	p->prev = a->pieces;
	p->size = size;
	a->pieces = p;
	begin(a, p);
}

static void *take(size_t n) {
	ag_arena *a = here;
	if (!a) return sure(malloc(n), n);
	if (n > SIZE_MAX / 2) return sure(0, n);
	size_t size = (n + HEAD + STEP - 1) / STEP * STEP, class = size / STEP;
	if (class < AG_SIZES && a->spare[class]) {
		void *p = a->spare[class];
		a->spare[class] = *(void **)p;
		ASAN_UNPOISON_MEMORY_REGION(p, n);
		return p;
	}
	if ((size_t)(a->end - a->at) < size) more(a, size);
	void *p = a->at + HEAD;
	ASAN_UNPOISON_MEMORY_REGION(a->at, HEAD + n);
	*head(p) = size;
	a->at += size;
	return p;
}

static void *take_zero(size_t count, size_t n) {
	if (!here) return sure(calloc(count, n), count * n);
	if (n && count > SIZE_MAX / 2 / n) return sure(0, SIZE_MAX);
	return memset(take(count * n), 0, count * n);
}

static void give(void *p) {
	ag_arena *a = here;
	if (!a) {
		free(p);
		return;
	}
	size_t class = p ? *head(p) / STEP : AG_SIZES;
	if (class < AG_SIZES) {
		ASAN_UNPOISON_MEMORY_REGION(p, sizeof p);
		*(void **)p = a->spare[class];
		a->spare[class] = p;
		ASAN_POISON_MEMORY_REGION((char *)p + sizeof p, *head(p) - HEAD - sizeof p);
	}
}

static void *retake(void *p, size_t n) {
	ag_arena *a = here;
	if (!a) return sure(realloc(p, n), n);
	if (!p) return take(n);
	size_t size = *head(p), grows;
	if (n <= size - HEAD) {
		ASAN_UNPOISON_MEMORY_REGION(p, n);
		return p;
	}
	if (n > SIZE_MAX / 2) return sure(0, n);
	grows = (n + HEAD + STEP - 1) / STEP * STEP - size;
	if ((char *)p - HEAD + size == a->at && (size_t)(a->end - a->at) >= grows) { // the newest block grows where it is
		a->at += grows;
		*head(p) = size + grows;
		ASAN_UNPOISON_MEMORY_REGION(p, n);
		return p;
	}
	ASAN_UNPOISON_MEMORY_REGION(p, size - HEAD); // of which it may have asked for less
	void *q = memcpy(take(n), p, size - HEAD);
	give(p);
	return q;
}

void ag_takeover(void) { ts_set_allocator(take, take_zero, retake, give); }

void ag_clear(ag_arena *a, size_t keep) {
	ag_piece *kept = 0;
	for (ag_piece *p = a->pieces, *prev; p; p = prev) {
		prev = p->prev;
		if (!kept && p->size <= keep) {
			kept = p;
			kept->prev = 0;
			continue;
		}
		free(p);
	}
	memset(a, 0, sizeof *a);
	if (kept) begin(a, kept);
	a->pieces = kept;
}
