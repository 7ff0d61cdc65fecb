/* rp_weights.h: what training learned. rp_weights.c is written by train/run, never by hand.
 *
 * Units    scores and thresholds in 1024ths. A row has one letter for each move: '_' is 0, its
 *          neighbours in ASCII are 1 and -1 and so on ('#' stands in for the backslash, '!' for
 *          the question mark); an empty row is all 0. `unit` is what one step is worth and
 *          `vector` what a direction is worth, in 65536ths.
 * Owner    nobody: constants only.
 */
#pragma once

#include "rp_features.h"

struct rp_weights {
    int32_t bias[RP_MOVES];
    int32_t unit[RP_MOVES];
    int32_t marks[RP_MARKS][RP_MOVES];
    int32_t vector[RP_VECTOR_SIZE][RP_MOVES];
    int32_t found[RP_MOVES];     /* the score from which a move is found */
    int32_t confident[RP_MOVES]; /* from which an accusation is credited, too */
    char rows[RP_BUCKETS][RP_MOVES];
};

extern const struct rp_weights rp_weights;

static inline int32_t rp_weights_at(const struct rp_weights *weights, size_t bucket, size_t move)
{
    char letter = weights->rows[bucket][move];
    if (letter == '\0')
        return 0;
    return (letter == '#' ? '\\' : letter == '!' ? '?' : letter) - '_';
}
