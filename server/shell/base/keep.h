/* keep.h: memory that is given back all at once.
 *
 * Owner    the caller: starts as {0}, ends with rp_keep_clear, which frees whatever was taken.
 * Errors   NULL when memory runs out.
 */
#pragma once

#include "rp_types.h"

struct rp_keep {
    struct rp_keep_block *newest;
};

/* Zeroed, and aligned for anything. */
void *rp_keep_take(struct rp_keep *keep, size_t size);

/* A copy with a zero byte behind it. */
char *rp_keep_text(struct rp_keep *keep, const char *bytes, size_t length);

void rp_keep_clear(struct rp_keep *keep);
