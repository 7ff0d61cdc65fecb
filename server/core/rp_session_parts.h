/* rp_session_parts.h: how the three files of the session speak to each other; nobody else's.
 *
 * rp_session.c takes inputs and keeps the room's clock, rp_session_floor.c turns what the floor
 * says into records, rp_session_customer.c lets the scripted customer hear and speak.
 */
#pragma once

#include "rp_session.h"

/* Gives one record, dated now. */
void rp_session_tell(struct rp_session *s, enum rp_record_kind kind, const struct rp_event *event);

/* The floor counts from the moment when play began. */
static inline int64_t rp_session_floor_ms(const struct rp_session *s, int64_t session_ms)
{
    return session_ms - s->play_began_ms;
}

static inline bool rp_session_plays(const struct rp_session *s)
{
    return s->phase == RP_PHASE_PLAY || s->phase == RP_PHASE_WRAP;
}

/* Ends play; the outcome is told, and the debrief begins. */
void rp_session_finish(struct rp_session *s, enum rp_end_reason reason);

/* rp_session_floor.c */
void rp_session_floor_begin(struct rp_session *s);
void rp_session_floor_step(struct rp_session *s, const struct rp_floor_event *event);
void rp_session_floor_advance(struct rp_session *s);
void rp_session_floor_end(struct rp_session *s);
void rp_session_floor_discard(struct rp_session *s, uint16_t line);
bool rp_session_suspended(const struct rp_session *s);

/* rp_session_customer.c: each does nothing when a person plays the customer. */
void rp_session_customer_begin(struct rp_session *s);
int64_t rp_session_customer_next_ms(const struct rp_session *s);
void rp_session_customer_advance(struct rp_session *s);
void rp_session_customer_reads(struct rp_session *s, const struct rp_pending_line *line);
void rp_session_customer_cut_in(struct rp_session *s, bool major);
void rp_session_customer_chip(struct rp_session *s);
void rp_session_customer_dead_air(struct rp_session *s);
void rp_session_customer_hold_overrun(struct rp_session *s);
/* After every step: the floor may have opened, closed or fallen silent. */
void rp_session_customer_settle(struct rp_session *s);
void rp_session_customer_closes(struct rp_session *s);

/* Lines on their way. */
struct rp_pending_line *rp_session_pending(struct rp_session *s, uint16_t line);
