/* rp_moves.h: what a trainee's line can do: the 26 moves, by number and by name.
 *
 * Order    fixed: numbers stand in stored logs and index the recogniser's tables.
 * Owner    nobody: constants only.
 * Errors   a move out of range is a bug; an unknown name is RP_MOVES.
 * Source   scenarios/moves/README.md, "The 26 moves", which defines each one.
 */
#pragma once

#include "rp_types.h"

enum rp_move {
    RP_MOVE_GREETING = 0,
    RP_MOVE_USE_NAME,
    RP_MOVE_ENCOURAGE,
    RP_MOVE_CLARIFY,
    RP_MOVE_EMPATHY,
    RP_MOVE_APOLOGY_SPECIFIC,
    RP_MOVE_APOLOGY_GENERIC,
    RP_MOVE_SUMMARY,
    RP_MOVE_OWNERSHIP,
    RP_MOVE_ASK_SOLUTION,
    RP_MOVE_OFFER_SPECIFIC,
    RP_MOVE_VAGUE_ASSURANCE,
    RP_MOVE_OVERPROMISE,
    RP_MOVE_POSITIVE_LANGUAGE,
    RP_MOVE_NEGATIVE_POLICY,
    RP_MOVE_BLAME_CUSTOMER,
    RP_MOVE_ARGUE,
    RP_MOVE_RUDE,
    RP_MOVE_BOUNDARY,
    RP_MOVE_HANDOVER_ANNOUNCED,
    RP_MOVE_HOLD_ANNOUNCED,
    RP_MOVE_ABRUPT_HANDOFF,
    RP_MOVE_FOLLOW_UP,
    RP_MOVE_CHECK,
    RP_MOVE_THANK,
    RP_MOVE_CLOSING,
    RP_MOVES
};

/* The name that files, exports and reports use, such as "offer_specific". */
const char *rp_move_name(enum rp_move move);

/* The move of that name, or RP_MOVES. The name need not end in a zero byte. */
enum rp_move rp_move_named(const char *name, size_t length);

/* Whether crediting the move faults the trainee: a wrong accusation is worse than a missed one. */
bool rp_move_accuses(enum rp_move move);
