/* rp_score.h: how strongly a line makes each move, and where.
 *
 * Units    1024ths, as rp_weights.h. Integers only: the same on every machine.
 * Owner    the caller; about 60 KiB, fit for a stack.
 */
#pragma once

#include "rp_weights.h"

struct rp_scores {
    int32_t best[RP_MOVES];
    struct rp_stretch stretch[RP_MOVES]; /* the one that scored best */
};

/* At least one word. */
void rp_score(struct rp_scores *scores, const struct rp_reading *text, const struct rp_hits *hits);

/* The words in the stretch that speak most for the move; false when none does. */
bool rp_score_evidence(const struct rp_reading *text, struct rp_stretch stretch, enum rp_move move,
                       struct rp_span *span);
