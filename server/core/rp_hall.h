/* rp_hall.h: which room is due next: a heap over the rooms' own next times.
 *
 * Rooms share no state; the hall knows only their slots and when each wants to be woken, so the
 * shell needs one timer for all of them.
 *
 * Times    the caller's clock, one for all rooms; RP_NEVER: not to be woken.
 * Owner    the caller gives the array of seats, as many as it has rooms at most.
 * Errors   none; a slot beyond the hall is a bug.
 */
#pragma once

#include "rp_types.h"

struct rp_hall_seat {
    int64_t due;    /* of the slot at this index */
    uint32_t slot;  /* heap: the slot at this place */
    uint32_t place; /* of the slot at this index */
};

struct rp_hall {
    struct rp_hall_seat *seats;
    uint32_t count;
};

/* All slots start at RP_NEVER. */
void rp_hall_init(struct rp_hall *hall, struct rp_hall_seat *seats, uint32_t count);

/* Says when the slot wants to be woken. */
void rp_hall_set(struct rp_hall *hall, uint32_t slot, int64_t due);

/* When the first slot is due, or RP_NEVER. */
int64_t rp_hall_next(const struct rp_hall *hall);

/* The slot that is due first; only while rp_hall_next is not RP_NEVER. */
uint32_t rp_hall_first(const struct rp_hall *hall);
