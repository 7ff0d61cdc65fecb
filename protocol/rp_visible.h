/* rp_visible.h: who may see what: the one place that decides.
 *
 * Every event that leaves the process, live, resumed, recalled or exported, passes here, by the
 * generated table (see and own in roleplay.json).
 *
 * Owner    plain values.
 * Errors   none.
 */
#pragma once

#include "rp_msg.h"

struct rp_audience {
    enum rp_seat seat;
    enum rp_stage stage; /* of what he is told now */
};

/* Whether the audience may know that this event happened. */
bool rp_visible(const struct rp_event *event, const struct rp_audience *audience);

/* Bit i: it may see field i of the event, in the order of the definition. 0: not the event. */
uint32_t rp_visible_fields(const struct rp_event *event, const struct rp_audience *audience);
