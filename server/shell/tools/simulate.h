/* simulate.h: plays a scripted trainee against a scenario, through the session itself.
 *
 * The time is virtual: nothing waits, and the same seed gives the same session to the byte. He
 * types at an even pace, waits for his turn unless a row says otherwise, and every line of his is
 * read by the recogniser at once.
 *
 * Times    session milliseconds.
 * Owner    the caller; scenario, recogniser and played are only looked at.
 * Errors   RP_ERR_TOO_LARGE, RP_ERR_MALFORMED: a row that the recogniser cannot read.
 */
#pragma once

#include "played.h"
#include "rp_session.h"
#include "scenario.h"

enum { RP_SIMULATION_TURNS_MAX = RP_PLAYED_ACTS_MAX + 2 };

struct rp_simulation {
    const struct rp_scenario *scenario;
    const struct rp_recogniser *recogniser;
    const struct rp_played *played;
    int64_t seed;
    uint8_t heat;               /* 1 to 5 */
    struct rp_text *transcript; /* NULL: none is wanted */

    struct rp_session session;
    const char *typed[RP_SIMULATION_TURNS_MAX]; /* his texts */
    uint16_t typed_line[RP_SIMULATION_TURNS_MAX];
    size_t typed_n;
    enum rp_err err;

    /* What came of it. */
    enum rp_outcome outcome;
    uint8_t anger[RP_SIMULATION_TURNS_MAX], trust[RP_SIMULATION_TURNS_MAX]; /* after each act */
    size_t path_n;
    uint8_t anger_now, trust_now, grasped_now, floor_score;
    uint16_t cut_ins;
    uint32_t revealed; /* bit i: fact i */
    int64_t ends_ms;
    bool said[RP_SCRIPT_LINES_MAX]; /* lines of the script; never cleared, so that runs add up */
};

/* The first six fields are the caller's; the rest is written. */
enum rp_err rp_simulate(struct rp_simulation *simulation);

/* The name of an outcome, such as "satisfied". */
const char *rp_outcome_name(enum rp_outcome outcome);
