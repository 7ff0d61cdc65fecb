/* rp_recognise.h: reads one line of a trainee and says what it does, with the words that show it.
 *
 * Pipeline normalise -> split into clauses -> patterns and hashed n-grams -> calibrated
 *          thresholds -> conflict rules -> evidence; amounts, dates and times are parsed.
 *          The same bytes in give the same bytes out in any process, zone and locale.
 * Owner    rp_recogniser_open allocates once; after it nothing changes, so any number of threads
 *          may read lines with one recogniser, each with its scratch on its own stack.
 * Errors   RP_ERR_TOO_LARGE for a line beyond RP_LINE_POINTS_MAX code points,
 *          RP_ERR_MALFORMED for bytes that are not UTF-8, RP_ERR_STORAGE out of memory at
 *          opening, RP_ERR_RANGE for case words beyond their bounds.
 * Times    at most RP_CLAUSE_BYTES_MAX of one clause are matched against patterns.
 */
#pragma once

#include "rp_understood.h"

enum {
    RP_LINE_POINTS_MAX = 4000,
    RP_CLAUSE_BYTES_MAX = 600,
};

/* A list of literals as a scenario's file holds them: never patterns. A literal with a number in
 * it ("3 pm", "two hours", "100") is compared as that number, however the trainee writes it. */
struct rp_words {
    const char *const *words; /* each ends in a zero byte */
    size_t count;
};

/* A hit needs one word of every group; no groups are never hit. */
struct rp_groups {
    const struct rp_words *groups;
    size_t count;
};

struct rp_fact_words {
    struct rp_words cues;   /* what a question for this fact speaks of */
    struct rp_groups match; /* what a line that tells this fact says */
};

/* What a scenario lends the recogniser for one line. Owned by the caller; prepare it once. */
struct rp_case_words {
    const char *first_name, *last_name; /* of the customer; NULL or "" when there is none */
    const char *currency;               /* ISO 4217: a bare sign or word means this; may be NULL */
    const struct rp_fact_words *facts;
    size_t facts_n; /* at most RP_UNDERSTOOD_FACTS_MAX */
    const struct rp_groups *remedies;
    size_t remedies_n; /* at most RP_UNDERSTOOD_REMEDIES_MAX */
};

struct rp_recogniser;

enum rp_err rp_recogniser_open(struct rp_recogniser **out);
void rp_recogniser_close(struct rp_recogniser *recogniser);

/* Names patterns and weights by their content; a session records it. */
const char *rp_recogniser_hash(const struct rp_recogniser *recogniser);

/* `words` may be NULL: then no fact, remedy or name is looked for. */
enum rp_err rp_recognise(const struct rp_recogniser *recogniser, const struct rp_case_words *words,
                         const char *utf8, size_t length, struct rp_understood *out);
