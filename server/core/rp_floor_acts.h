/* rp_floor_acts.h: which events of a log are acts on the floor, and as what the floor takes them.
 *
 * The live session and an export read a log by the same table.
 *
 * Times    session time in, floor time out: the floor counts from the moment when play began.
 * Owner    plain values.
 */
#pragma once

#include "rp_floor.h"
#include "rp_msg.h"

/* False: the event is no act on the floor. A mood of the bot's is up to two: see below. */
bool rp_floor_act_of(const struct rp_event *event, int64_t at_ms, int64_t play_began_ms,
                     struct rp_floor_event *act);

/* What the bot's next words mean for the floor: 0 to 2 acts. */
size_t rp_floor_acts_of_mood(const struct rp_event_mood *mood, int64_t at_ms, int64_t play_began_ms,
                             struct rp_floor_event acts[2]);
