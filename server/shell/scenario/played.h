/* played.h: what a scripted trainee does, one act a row: a played session, or a style.
 *
 * A style is a played session for any scenario: {summary} and its like stand for the words that
 * belong to one scenario. A row whose words a scenario does not have is passed over.
 *
 * Owner    the caller: starts as {0}, ends with rp_played_clear.
 * Errors   RP_ERR_IO or RP_ERR_MALFORMED, with a complaint `file:line: what is wrong`.
 * Source   scenarios/PLAYED.md.
 */
#pragma once

#include "keep.h"
#include "text.h"

enum rp_played_kind {
    RP_PLAYED_SAY = 0, /* when it is his turn */
    RP_PLAYED_CUT,     /* into the customer's words */
    RP_PLAYED_CHIP,    /* a listening noise */
    RP_PLAYED_WAIT,    /* lets a silence grow */
    RP_PLAYED_CLOSE,
    RP_PLAYED_HAND_OVER,
    RP_PLAYED_POLICY, /* ends by the firm's policy */
    RP_PLAYED_KINDS
};

struct rp_played_act {
    enum rp_played_kind kind;
    const char *text;
    int64_t wait_ms;
};

enum { RP_PLAYED_ACTS_MAX = 120 };

struct rp_played {
    struct rp_keep keep;
    struct rp_played_act acts[RP_PLAYED_ACTS_MAX];
    size_t count;
    const char *ends; /* the outcome that the first row claims, or NULL */
};

/* `words` is the file with a scenario's own words; NULL for none. */
enum rp_err rp_played_read(struct rp_played *played, const char *path, const char *words,
                           struct rp_text *complaints);
void rp_played_clear(struct rp_played *played);
