/* rp_lobby_parts.h: what the files of the lobby share. Nobody else includes it.
 *
 * rp_lobby.c         phases, the clock, inputs
 * rp_lobby_seats.c   who sits where while a session runs, and who is asked what he would like
 * rp_lobby_repair.c  staff pair people anew
 */
#pragma once

#include "rp_lobby.h"

/* rp_lobby_seats.c */

/* Whether seats can be taken: while people read and play. */
bool rp_lobby_seats_open(const struct rp_lobby *lobby);

/* A seat for somebody who has none, if there is one that is worth it. */
void rp_lobby_place(struct rp_lobby *lobby, uint16_t person);

/* Without its trainee a room is over: whoever else sits there is placed anew. */
void rp_lobby_end_group(struct rp_lobby *lobby, uint16_t group);

/* Whoever leaves the customer's seat leaves it to the bot, the trainee ends his group. */
void rp_lobby_leave_seat(struct rp_lobby *lobby, uint16_t person);

enum rp_err rp_lobby_choose(struct rp_lobby *lobby, uint16_t person, enum rp_choice what);

/* Who is without a seat or a trainee, after anything has changed. */
void rp_lobby_follow_seats(struct rp_lobby *lobby);

/* When somebody is to be asked, or has been for too long; and that happens. */
int64_t rp_lobby_seats_next_ms(const struct rp_lobby *lobby);
void rp_lobby_seats_due(struct rp_lobby *lobby);

/* rp_lobby_repair.c */
enum rp_err rp_lobby_swap(struct rp_lobby *lobby, uint16_t a, uint16_t b);
enum rp_err rp_lobby_move(struct rp_lobby *lobby, uint16_t person, uint16_t group);
enum rp_err rp_lobby_call_bot(struct rp_lobby *lobby, uint16_t person);
