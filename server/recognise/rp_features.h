/* rp_features.h: a stretch of words -> the features that weights are held for.
 *
 * Features word 1- to 3-grams, the same over word classes, letter 3- to 5-grams inside words, and
 *          what a stretch has (a question, an amount, the customer's name), hashed to buckets.
 *          Trainer and server call this one function: there is no second one to drift from it.
 * Owner    the caller.
 * Errors   none; past RP_FEATURES_MAX the rest is not seen.
 */
#pragma once

#include "rp_lexicon.h"

enum {
    RP_BUCKETS = 1 << 15,
    RP_FEATURES_MAX = 6000,
    RP_STRETCHES_MAX = 64,
    RP_MARKS = 2 * RP_MOVES, /* a pattern for each move, a pattern against it */
};

/* Words [first, last) judged as a unit: the line, a sentence, a part of a long sentence. */
struct rp_stretch {
    uint16_t first, last;
    bool whole, question;
};

struct rp_features {
    size_t count;
    uint16_t buckets[RP_FEATURES_MAX];
    uint16_t words[RP_FEATURES_MAX]; /* the word of the text that the feature begins at */
    bool marks[RP_MARKS];
    uint32_t seen[RP_BUCKETS / 32];
};

/* The stretches of a line, the whole line first. */
size_t rp_features_stretches(const struct rp_reading *text,
                             struct rp_stretch stretches[RP_STRETCHES_MAX]);

void rp_features_read(struct rp_features *features, const struct rp_reading *text,
                      const struct rp_hits *hits, struct rp_stretch stretch);
