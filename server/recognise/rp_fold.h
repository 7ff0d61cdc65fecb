/* rp_fold.h: code points of a line, folded to plain letters: case, accents, width, curly marks.
 *
 * Owner    nobody.
 * Errors   RP_ERR_MALFORMED and RP_ERR_TOO_LARGE as rp_recognise.h says.
 */
#pragma once

#include "rp_types.h"

enum { RP_FOLDED_MAX = 18 }; /* the longest compatibility decomposition */

/* Whether the bytes are UTF-8, and not too many code points. */
enum rp_err rp_fold_check(const char *utf8, size_t length);

/* The code point at `at`, 0 at the end; `*width` its bytes. Malformed bytes give -1. */
int32_t rp_fold_point_at(const char *utf8, size_t length, size_t at, size_t *width);

/* The first code point from `at` on that is no space. */
int32_t rp_fold_next_visible(const char *utf8, size_t length, size_t at);

/* What `c` is read as; returns how many code points that are. */
size_t rp_fold(int32_t c, int32_t out[RP_FOLDED_MAX]);
