/* rp_lexicon.h: hand-written patterns, each speaking for a move or forbidding it in its clause.
 *
 * Owner    rp_lexicon_open allocates; afterwards read-only and shared by threads.
 * Errors   RP_ERR_STORAGE when memory runs out at opening. A pattern that does not compile is a
 *          bug; a match that runs into a limit is no hit.
 * Times    compiled to machine code, a line of 600 characters takes under 2 ms at worst, and
 *          literals asked first would save a third of the mean and lose hits when one is
 *          forgotten. Compiled code heeds the match limit, not those of depth and heap; without
 *          it (a system that forbids such code) the hits are the same and the worst is 30 ms.
 */
#pragma once

#include "rp_reading.h"

enum { RP_HITS_MAX = 192 };

struct rp_hit {
    uint8_t move;
    bool forbids;
    uint16_t begin, end; /* in text->bytes */
};

struct rp_hits {
    uint16_t count;
    struct rp_hit hits[RP_HITS_MAX];
};

struct rp_lexicon;

enum rp_err rp_lexicon_open(struct rp_lexicon **out);
void rp_lexicon_close(struct rp_lexicon *lexicon);

/* Adds the hits of one clause; those that another pattern of the clause forbids are left out. */
void rp_lexicon_match(const struct rp_lexicon *lexicon, const struct rp_reading *text,
                      struct rp_clause clause, struct rp_hits *hits);

/* Continues `hash` (FNV-1a) over every pattern and word list. */
uint64_t rp_lexicon_hash(uint64_t hash);
