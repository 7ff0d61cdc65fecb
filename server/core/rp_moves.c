#include "rp_moves.h"

#include <string.h>

static const struct {
    char name[20];
    uint8_t length;
    bool accuses;
} moves[RP_MOVES] = {
    [RP_MOVE_GREETING] = {"greeting", 8, false},
    [RP_MOVE_USE_NAME] = {"use_name", 8, false},
    [RP_MOVE_ENCOURAGE] = {"encourage", 9, false},
    [RP_MOVE_CLARIFY] = {"clarify", 7, false},
    [RP_MOVE_EMPATHY] = {"empathy", 7, false},
    [RP_MOVE_APOLOGY_SPECIFIC] = {"apology_specific", 16, false},
    [RP_MOVE_APOLOGY_GENERIC] = {"apology_generic", 15, false},
    [RP_MOVE_SUMMARY] = {"summary", 7, false},
    [RP_MOVE_OWNERSHIP] = {"ownership", 9, false},
    [RP_MOVE_ASK_SOLUTION] = {"ask_solution", 12, false},
    [RP_MOVE_OFFER_SPECIFIC] = {"offer_specific", 14, false},
    [RP_MOVE_VAGUE_ASSURANCE] = {"vague_assurance", 15, true},
    [RP_MOVE_OVERPROMISE] = {"overpromise", 11, true},
    [RP_MOVE_POSITIVE_LANGUAGE] = {"positive_language", 17, false},
    [RP_MOVE_NEGATIVE_POLICY] = {"negative_policy", 15, true},
    [RP_MOVE_BLAME_CUSTOMER] = {"blame_customer", 14, true},
    [RP_MOVE_ARGUE] = {"argue", 5, true},
    [RP_MOVE_RUDE] = {"rude", 4, true},
    [RP_MOVE_BOUNDARY] = {"boundary", 8, false},
    [RP_MOVE_HANDOVER_ANNOUNCED] = {"handover_announced", 18, false},
    [RP_MOVE_HOLD_ANNOUNCED] = {"hold_announced", 14, false},
    [RP_MOVE_ABRUPT_HANDOFF] = {"abrupt_handoff", 14, true},
    [RP_MOVE_FOLLOW_UP] = {"follow_up", 9, false},
    [RP_MOVE_CHECK] = {"check", 5, false},
    [RP_MOVE_THANK] = {"thank", 5, false},
    [RP_MOVE_CLOSING] = {"closing", 7, false},
};

const char *rp_move_name(enum rp_move move)
{
    RP_CHECK(move < RP_MOVES);
    return moves[move].name;
}

enum rp_move rp_move_named(const char *name, size_t length)
{
    for (size_t i = 0; i < RP_MOVES; i++)
        if (moves[i].length == length && memcmp(moves[i].name, name, length) == 0)
            return (enum rp_move)i;
    return RP_MOVES;
}

bool rp_move_accuses(enum rp_move move)
{
    RP_CHECK(move < RP_MOVES);
    return moves[move].accuses;
}
