/* rp_judge.h: scores -> the set of moves: thresholds, then the rules between moves.
 *
 * Owner    nobody. Trainer and server share it, so that measured figures are those of the server.
 */
#pragma once

#include "rp_moves.h"

/* Takes from each accusation a part of what speaks for the strongest other move: a wrong
 * accusation is worse than a missed one. Once, before rp_judge. */
void rp_judge_doubt(int32_t scores[RP_MOVES]);

/* The moves found, as bits. Names are told by rule, not by score: use_name is never among them. */
uint32_t rp_judge(const int32_t scores[RP_MOVES], const int32_t found[RP_MOVES]);
