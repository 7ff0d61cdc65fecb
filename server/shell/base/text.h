/* text.h: a growing text: log lines, metrics, answers put together piece by piece.
 *
 * Owner    the caller: starts as {0}, ends with rp_text_clear.
 * Errors   when memory runs out the text is marked failed and takes no more; ask once, at the end.
 */
#pragma once

#include <stdarg.h>

#include "rp_types.h"

struct rp_text {
    char *bytes; /* ends in a zero byte once anything was added */
    size_t length, capacity;
    bool failed;
};

void rp_text_add(struct rp_text *text, const char *words);
void rp_text_add_bytes(struct rp_text *text, const char *bytes, size_t length);
__attribute__((format(printf, 2, 3))) void rp_text_addf(struct rp_text *text, const char *format,
                                                        ...);
void rp_text_clear(struct rp_text *text);
