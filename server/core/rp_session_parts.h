/* rp_session_parts.h: how the files of the session speak to each other; nobody else's.
 *
 * rp_session.c           takes inputs and keeps the room's clock
 * rp_session_floor.c     turns what the floor says into records
 * rp_session_customer.c  lets the scripted customer hear and speak
 * rp_session_colleague.c brings in a colleague: staff for a while, else the talk is handed over
 * rp_session_person.c    what a person who plays the customer, or watches, says beside the talk
 * rp_session_marking.c   hints for graders, their marks, and the debrief
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

/* A text beside the talk. Older logs number it among the lines. */
bool rp_session_may_number(const struct rp_session *s, uint16_t text);
void rp_session_number(struct rp_session *s, uint16_t text);

/* Ends play; the outcome is told, and the debrief begins. */
void rp_session_finish(struct rp_session *s, enum rp_end_reason reason);

/* The room stood still for that long: what was due moves on. */
void rp_session_shift(struct rp_session *s, int64_t gap_ms);

/* An act on the floor, whoever did it: numbered if it is a line, and judged. */
void rp_session_act(struct rp_session *s, const struct rp_event *event);

/* Lines on their way; the place of line 0 is a free one, or NULL. */
struct rp_pending_line *rp_session_pending(struct rp_session *s, uint16_t line);

/* rp_session_floor.c */
void rp_session_floor_begin(struct rp_session *s);
void rp_session_floor_step(struct rp_session *s, const struct rp_floor_event *event);
void rp_session_floor_advance(struct rp_session *s);
void rp_session_floor_end(struct rp_session *s);

/* rp_session_customer.c: each does nothing while a person plays the customer. */
void rp_session_customer_begin(struct rp_session *s);
/* In place of a person, whose words stand: he begins his story only if nothing was said. */
void rp_session_customer_carries_on(struct rp_session *s);
int64_t rp_session_customer_next_ms(const struct rp_session *s);
void rp_session_customer_advance(struct rp_session *s);
/* A trainee's words were shown to him: reading takes its time. */
void rp_session_customer_sees(struct rp_session *s, uint16_t words);
/* A line that is both shown and read. */
void rp_session_customer_takes(struct rp_session *s, struct rp_pending_line *line);
void rp_session_customer_cut_in(struct rp_session *s, bool major, bool vent, uint8_t earlier);
void rp_session_customer_minds(struct rp_session *s, enum rp_dialogue_event_type type);
/* The first dead air of a silence was noted. */
void rp_session_customer_dead_air(struct rp_session *s);
/* The trainee ends the talk, brings in a colleague, or ends it by policy. */
void rp_session_customer_ends(struct rp_session *s, enum rp_dialogue_event_type type);
/* A person has his part from now on: what the bot was typing is gone. */
void rp_session_customer_stops(struct rp_session *s);
/* After every step: the floor may have opened, closed or fallen silent. */
void rp_session_customer_settle(struct rp_session *s);

/* rp_session_colleague.c */
/* The trainee asks for one; the briefing is line `line`. */
void rp_session_colleague_asked(struct rp_session *s, struct rp_pending_line *line,
                                uint32_t offer_ms);
/* He is waited for, or here: the scripted customer keeps still. */
bool rp_session_colleague_near(const struct rp_session *s);
bool rp_session_colleague_allows(const struct rp_session *s, const struct rp_event *input);
void rp_session_colleague_takes(struct rp_session *s, const struct rp_event *input);
int64_t rp_session_colleague_next_ms(const struct rp_session *s);
void rp_session_colleague_advance(struct rp_session *s);

/* rp_session_person.c */

/* A person plays the customer from now on: where he stands is told. */
void rp_session_person_begins(struct rp_session *s);
bool rp_session_person_may(const struct rp_session *s, const struct rp_event *input);
void rp_session_person_takes(struct rp_session *s, const struct rp_event *input);

/* rp_session_marking.c */
void rp_session_marking_reads(struct rp_session *s, const struct rp_event_understood *line);
void rp_session_marking_is_told(struct rp_session *s, const struct rp_event_recognised *recognised);
void rp_session_marking_finds(struct rp_session *s, const struct rp_event_evidence *evidence);
/* The talk is over: what is missing shows. */
void rp_session_marking_begins(struct rp_session *s);
int64_t rp_session_marking_next_ms(const struct rp_session *s);
void rp_session_marking_advance(struct rp_session *s);
/* Everything that is not of the talk itself. */
enum rp_err rp_session_marking_check(const struct rp_session *s, const struct rp_event *input);
void rp_session_marking_takes(struct rp_session *s, const struct rp_event *input);
