/* rp_hints.h: levels that the evidence suggests for a method's items.
 *
 * A hint is shown to graders alone, as a dotted mark, and counts for nothing until one of them
 * accepts it. Only moves of which the recogniser is confident, and what the customer made of them,
 * are looked at; tone and empathy are a person's to judge.
 *
 * Owner    the caller; starts as {0}.
 * Errors   none.
 * Source   docs/grading.md, "Hints".
 */
#pragma once

#include "rp_moves.h"
#include "rp_msg.h"

struct rp_hint {
    uint8_t level;  /* 1 to 5; 0: none */
    uint16_t cited; /* the line that shows it; 0: that there is none shows it */
};

struct rp_hints {
    uint8_t made[RP_MOVES]; /* how often */
    uint16_t line[RP_MOVES];
    uint16_t names;
    bool asked_first; /* what he wants, before the first offer */
    bool checked_summary, part_summary, wrong_summary;
    bool early_apology;
    uint16_t said_right, felt_heard; /* the line of which the customer's player said so; 0: none */
    bool talk_is_over;               /* from now on what is missing counts */
};

void rp_hints_read(struct rp_hints *hints, const struct rp_event_understood *line);
/* The customer's player said that a summary was right, or that he feels heard. */
void rp_hints_recognise(struct rp_hints *hints, const struct rp_event_recognised *recognised);
void rp_hints_find(struct rp_hints *hints, const struct rp_event_evidence *evidence);

struct rp_hint rp_hints_for(const struct rp_hints *hints, enum rp_item item);
