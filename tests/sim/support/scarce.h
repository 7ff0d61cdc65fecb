/* scarce.h: memory that gives out once: one chosen request of ours, or of SQLite's, finds none.
 *
 * Ours is what the objects of the shell, the recogniser and the codec ask for by malloc, calloc,
 * realloc, strdup and strndup, which the linker wraps. What other libraries ask for inside
 * themselves is theirs. The test and the sim are spared (spared.h).
 *
 * Owner    one at a time, on one thread.
 */
#pragma once

#include <stdint.h>

enum scarce_whose { SCARCE_OURS, SCARCE_SQLITES, SCARCE_WHOSE };

/* Before SQLite's first use. Each of its requests comes to us, none is met out of a reserve. */
void scarce_setup(void);

/* From now on the nth request, counted from 1, finds none. 0: all are met. */
void scarce_begin(enum scarce_whose whose, uint64_t nth);
/* All are met again. How many there were of those, met or not. */
uint64_t scarce_end(void);
