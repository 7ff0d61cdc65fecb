/* rp_score.h: how strongly a line makes each move, and where.
 *
 * Units    1024ths, as rp_weights.h. Integers only: the same on every machine.
 * Owner    the caller; about 70 KiB of stack are used.
 */
#pragma once

#include "rp_weights.h"

struct rp_scores {
    int32_t best[RP_MOVES];
    struct rp_part part[RP_MOVES]; /* the one that scored best */
};

/* At least one word. */
void rp_score(const struct rp_weights *weights, struct rp_scores *scores,
              const struct rp_reading *text, const struct rp_hits *hits);

/* One part by itself. */
void rp_score_part(const struct rp_weights *weights, const struct rp_features *features,
                   int32_t scores[RP_MOVES]);

/* The words in the part that speak most for the move; false when none does. */
bool rp_score_evidence(const struct rp_weights *weights, const struct rp_reading *text,
                       struct rp_part part, enum rp_move move, struct rp_span *span);
