#include "rp_judge.h"

#include <string.h>

/* Which of two moves gives way when the same line seems to make both. */
static const struct {
    uint8_t stays, goes;
} conflicts[] = {
    {RP_MOVE_HOLD_ANNOUNCED, RP_MOVE_ABRUPT_HANDOFF},
    {RP_MOVE_HANDOVER_ANNOUNCED, RP_MOVE_ABRUPT_HANDOFF},
    {RP_MOVE_APOLOGY_SPECIFIC, RP_MOVE_APOLOGY_GENERIC},
};

enum { NOTHING = -1024, DOUBT_PERCENT = 30 };

static int32_t strongest_other(const int32_t scores[RP_MOVES], size_t than)
{
    int32_t best = NOTHING;
    for (size_t move = 0; move < RP_MOVES; move++)
        if (move != than && move != RP_MOVE_USE_NAME && scores[move] > best)
            best = scores[move];
    return best;
}

void rp_judge_doubt(int32_t scores[RP_MOVES])
{
    int32_t doubted[RP_MOVES];
    for (size_t move = 0; move < RP_MOVES; move++) {
        bool accuses = rp_move_accuses((enum rp_move)move);
        int32_t doubt = accuses ? strongest_other(scores, move) * DOUBT_PERCENT / 100 : 0;
        doubted[move] = scores[move] - doubt;
    }
    memcpy(scores, doubted, sizeof(doubted));
}

uint32_t rp_judge(const int32_t scores[RP_MOVES], const int32_t found[RP_MOVES])
{
    uint32_t moves = 0;
    for (size_t move = 0; move < RP_MOVES; move++)
        if (move != RP_MOVE_USE_NAME && scores[move] >= found[move])
            moves |= 1u << move;
    for (size_t i = 0; i < RP_COUNT(conflicts); i++) {
        uint32_t both = 1u << conflicts[i].stays | 1u << conflicts[i].goes;
        if ((moves & both) == both)
            moves &= ~(1u << conflicts[i].goes);
    }
    return moves;
}
