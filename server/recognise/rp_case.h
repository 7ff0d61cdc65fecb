/* rp_case.h: a line against what its scenario lends: facts asked for, told or contradicted,
 * failures apologised for, remedies named.
 *
 * Owner    the caller.
 * Order    after moves and quantities of the line are in `out`.
 */
#pragma once

#include "rp_text.h"

void rp_case_read(const struct rp_text *text, const struct rp_case_words *words,
                  struct rp_understood *out);
