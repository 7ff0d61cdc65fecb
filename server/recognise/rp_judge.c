#include "rp_judge.h"

/* Which of two moves gives way when the same line seems to make both. */
static const struct {
    uint8_t stays, goes;
} conflicts[] = {
    {RP_MOVE_HOLD_ANNOUNCED, RP_MOVE_ABRUPT_HANDOFF},
    {RP_MOVE_HANDOVER_ANNOUNCED, RP_MOVE_ABRUPT_HANDOFF},
    {RP_MOVE_APOLOGY_SPECIFIC, RP_MOVE_APOLOGY_GENERIC},
};

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
