/* rp_features.h: a part of a line -> the features that weights are held for.
 *
 * Features word 1- to 3-grams, the same over word classes, letter 3- to 5-grams inside words, and
 *          what a part has (a question, an amount, its length), hashed to buckets; the patterns
 *          that hit; and the direction in which its words point together (rp_vectors.h).
 *          Trainer and server call this one function: there is no second one to drift from it.
 * Owner    the caller.
 * Errors   none; past RP_FEATURES_MAX the rest is not seen.
 */
#pragma once

#include "rp_lexicon.h"
#include "rp_vectors.h"

enum {
    RP_BUCKETS = 1 << 16,
    RP_FEATURES_MAX = 6000,
    RP_PARTS_MAX = 64,
    RP_MARKS = 2 * RP_MOVES, /* a pattern for each move, a pattern against it */
};

/* Words [first, last) judged as a unit: the line, or of a long line some sentences. */
struct rp_part {
    uint16_t first, last;
    bool question;
};

struct rp_features {
    size_t count;
    uint16_t buckets[RP_FEATURES_MAX];
    uint16_t words[RP_FEATURES_MAX]; /* the word of the text that the feature begins at */
    bool marks[RP_MARKS];
    int32_t vector[RP_VECTOR_SIZE];
    uint32_t seen[RP_BUCKETS / 32];
};

/* The parts of a line: one, unless the line is long. */
size_t rp_features_parts(const struct rp_reading *text, struct rp_part parts[RP_PARTS_MAX]);

void rp_features_read(struct rp_features *features, const struct rp_reading *text,
                      const struct rp_hits *hits, struct rp_part part);
