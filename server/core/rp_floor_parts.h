/* rp_floor_parts.h: how the files of the floor speak to each other; nobody else's.
 *
 *     rp_floor.c          acts and timers in their order, and the time that passes between them
 *     rp_floor_turns.c    who holds, pauses, waits; transfers
 *     rp_floor_text.c     composing and sends
 *     rp_floor_judge.c    a trainee's send while the customer holds, and the early take
 *     rp_floor_held.c     the message that is kept back for its writer
 *     rp_floor_voice.c    where bursts of speech begin and end
 *     rp_floor_over.c     the customer over the trainee's floor
 *     rp_floor_challenge.c the trainee's bursts over the customer
 *     rp_floor_words.c    what is said in so many words: request, yield, hold, give back
 *     rp_floor_links.c    pause, lost links, the instructor's barge-in
 *     rp_floor_excuses.c  who could have known, and why an act is not charged
 *     rp_floor_score.c    verdicts, points, repair, waiver
 */
#pragma once

#include "rp_floor.h"

/* Before anything that is remembered, far enough for every window. */
#define RP_FLOOR_LONG_AGO (INT64_MIN / 4)

/* One timer or act being decided. */
struct rp_floor_run {
    struct rp_floor *f;
    const struct rp_floor_sink *sink;
    int64_t at_ms; /* when it happened: a timer's due time; an act's, less its believed age */
};

/* Small questions. */

static inline bool rp_floor_is_voice(const struct rp_floor *f)
{
    return f->config.medium == RP_FLOOR_VOICE;
}

static inline bool rp_floor_is_suspended(const struct rp_floor *f)
{
    return f->suspended_ms != RP_NEVER;
}

static inline bool rp_floor_plays(enum rp_party party)
{
    return party == RP_PARTY_TRAINEE || party == RP_PARTY_CUSTOMER;
}

static inline enum rp_party rp_floor_other(enum rp_party party)
{
    return party == RP_PARTY_TRAINEE ? RP_PARTY_CUSTOMER : RP_PARTY_TRAINEE;
}

/* Keys move, or he speaks. */
static inline bool rp_floor_is_active(const struct rp_floor *f, enum rp_party party)
{
    return f->actors[party].composing || f->actors[party].talking;
}

static inline enum rp_floor_timer rp_floor_draft_timer(enum rp_party party)
{
    return party == RP_PARTY_TRAINEE ? RP_FLOOR_TIMER_DRAFT_TRAINEE : RP_FLOOR_TIMER_DRAFT_CUSTOMER;
}

/* A time of his own, with his allowance. */
static inline int64_t rp_floor_own(const struct rp_floor *f, enum rp_party party, int64_t ms)
{
    const struct rp_floor_config *config = &f->config;
    return ms * (party == RP_PARTY_TRAINEE ? config->trainee_time_pct : config->customer_time_pct) /
           100;
}

/* Round trip that is excused at most. */
static inline int64_t rp_floor_comp(const struct rp_floor *f, int32_t rtt_ms)
{
    int32_t cap_ms = rp_floor_is_voice(f) ? f->config.comp_cap_voice : f->config.comp_cap_text;
    return rp_clamp(rtt_ms, 0, cap_ms);
}

/* rp_floor.c */
void rp_floor_arm(struct rp_floor *f, enum rp_floor_timer timer, int64_t due_ms);
void rp_floor_disarm(struct rp_floor *f, enum rp_floor_timer timer);
void rp_floor_emit(const struct rp_floor_run *run, struct rp_floor_effect *effect);

/* rp_floor_turns.c */

/* How somebody comes to hold. */
struct rp_floor_grant {
    int64_t onset_ms; /* first sign of life */
    int32_t rtt_ms;
    bool preempt, carry, resumption;
};

void rp_floor_grant(const struct rp_floor_run *run, enum rp_party party,
                    const struct rp_floor_grant *how);
/* With his latest round trip, from now on. */
void rp_floor_grant_now(const struct rp_floor_run *run, enum rp_party party);

/* By request: unless he is at it already, he has a while to begin. */
void rp_floor_claim(const struct rp_floor_run *run, enum rp_party party,
                    const struct rp_floor_grant *how);

/* The turn is over; the floor is not yet anybody's. `keep_turn`: a question about it is open. */
void rp_floor_close_turn(const struct rp_floor_run *run, bool keep_turn);
void rp_floor_tell_late_turn(const struct rp_floor_run *run);

/* The turn is over, and who comes next gets the floor. */
void rp_floor_release(const struct rp_floor_run *run);
/* The same once the turn is closed. */
void rp_floor_pass_on(const struct rp_floor_run *run);

void rp_floor_become_active(const struct rp_floor_run *run);
void rp_floor_pause(const struct rp_floor_run *run, enum rp_floor_flag flag, int64_t until_ms);
/* Back to what is left of the pause that composing began in, else a release. */
void rp_floor_back_to_reserve(const struct rp_floor_run *run);
int64_t rp_floor_quiet_ms(const struct rp_floor *f, bool more);
void rp_floor_on_release(const struct rp_floor_run *run);

bool rp_floor_is_queued(const struct rp_floor *f, enum rp_party party);
bool rp_floor_enqueue(struct rp_floor *f, struct rp_floor_place place);
void rp_floor_dequeue(struct rp_floor *f, enum rp_party party);
/* Only if his draft brought him there. */
void rp_floor_dequeue_draft(struct rp_floor *f, enum rp_party party);

void rp_floor_revoke(const struct rp_floor_run *run, enum rp_party party,
                     enum rp_floor_revoked_why why);
void rp_floor_note_message(const struct rp_floor_run *run, int64_t written_ms, int32_t rtt_ms,
                           int32_t words);
void rp_floor_recount_held(const struct rp_floor_run *run, enum rp_floor_holder before);
void rp_floor_set_holder(const struct rp_floor_run *run, enum rp_party party);
enum rp_floor_holder rp_floor_shown_holder(const struct rp_floor *f);

/* Somebody has composed, spoken, sent or pressed a chip. */
void rp_floor_sign_of_life(const struct rp_floor_run *run);
void rp_floor_watch_dead_air(const struct rp_floor_run *run);
void rp_floor_on_dead_air(const struct rp_floor_run *run);

/* rp_floor_text.c */
void rp_floor_compose(const struct rp_floor_run *run, enum rp_party party);
void rp_floor_compose_stop(const struct rp_floor_run *run, enum rp_party party, bool empty);
void rp_floor_send(const struct rp_floor_run *run, const struct rp_floor_event *event);
void rp_floor_finish_composing(struct rp_floor *f, enum rp_party party);
void rp_floor_rest_keys(struct rp_floor *f, enum rp_party party);
void rp_floor_on_keys(const struct rp_floor_run *run, enum rp_party party);
void rp_floor_on_draft(const struct rp_floor_run *run, enum rp_party party);
/* rp_floor_held.c */
void rp_floor_make_held_stale(const struct rp_floor_run *run);
void rp_floor_discard(const struct rp_floor_run *run, uint32_t ref);
void rp_floor_drop_held(const struct rp_floor_run *run, enum rp_floor_dropped_why why);
/* Held messages go out once the floor is free or their writer's. */
void rp_floor_flush_held(const struct rp_floor_run *run);
void rp_floor_refuse(const struct rp_floor_run *run, const struct rp_floor_event *event,
                     enum rp_floor_refused_why why, uint32_t verdict);
/* A message that reaches the other side while its writer holds. */
struct rp_floor_line {
    enum rp_party party;
    uint32_t ref, verdict;
    int64_t written_ms;
    int32_t rtt_ms, words;
    bool more, yield, chip;
};
void rp_floor_deliver(const struct rp_floor_run *run, const struct rp_floor_line *line);
void rp_floor_emit_message(const struct rp_floor_run *run, enum rp_floor_effect_type type,
                           const struct rp_floor_message *message);
/* The same to the eye; the floor does not care. */
void rp_floor_show(const struct rp_floor_run *run, const struct rp_floor_line *line, bool cut_in);
void rp_floor_hold_message(const struct rp_floor_run *run, const struct rp_floor_event *event,
                           enum rp_floor_held_why why, uint32_t verdict);
void rp_floor_queue_draft(const struct rp_floor_run *run, enum rp_party party);
void rp_floor_void_act(const struct rp_floor_run *run, const struct rp_floor_event *event);

/* rp_floor_judge.c */
void rp_floor_judge_send(const struct rp_floor_run *run, const struct rp_floor_event *event);
uint32_t rp_floor_judge_chip(const struct rp_floor_run *run, const struct rp_floor_event *event);
void rp_floor_early_outcome(const struct rp_floor_run *run);
void rp_floor_on_early(const struct rp_floor_run *run);
void rp_floor_drop_early(const struct rp_floor_run *run);
void rp_floor_end_early(const struct rp_floor_run *run);

/* rp_floor_voice.c */
void rp_floor_speech_start(const struct rp_floor_run *run, const struct rp_floor_event *event);
void rp_floor_speech_end(const struct rp_floor_run *run, enum rp_party party,
                         enum rp_floor_complete complete);
void rp_floor_customer_ends(const struct rp_floor_run *run, enum rp_floor_complete complete);
/* rp_floor_over.c */
void rp_floor_over_start(const struct rp_floor_run *run);
void rp_floor_over_goes_on(const struct rp_floor_run *run, bool joins);
void rp_floor_on_customer_comes_in(const struct rp_floor_run *run);
void rp_floor_on_customer_due(const struct rp_floor_run *run);
void rp_floor_drop_over(struct rp_floor *f);
/* Nothing has to be yielded to any more. */
void rp_floor_drop_duty(struct rp_floor *f);

/* rp_floor_challenge.c */
void rp_floor_challenge_start(const struct rp_floor_run *run, const struct rp_floor_event *event,
                              bool joins);
void rp_floor_challenge_stop(const struct rp_floor_run *run);
void rp_floor_challenge_resumed(const struct rp_floor_run *run, int64_t since_ms);
void rp_floor_challenge_customer_ends(struct rp_floor *f, int64_t at_ms,
                                      enum rp_floor_complete complete);
/* The floor has come to the challenger. */
void rp_floor_challenge_holds(const struct rp_floor_run *run);
void rp_floor_challenge_void(const struct rp_floor_run *run, enum rp_floor_verdict verdict,
                             enum rp_floor_rule rule);
void rp_floor_on_long(const struct rp_floor_run *run);
void rp_floor_on_burst_over(const struct rp_floor_run *run);
void rp_floor_on_yield(const struct rp_floor_run *run);

/* rp_floor_words.c */
void rp_floor_request(const struct rp_floor_run *run, const struct rp_floor_event *event);
void rp_floor_cancel(const struct rp_floor_run *run, enum rp_party party);
void rp_floor_yield(const struct rp_floor_run *run, enum rp_party party);
void rp_floor_hold_start(const struct rp_floor_run *run, const struct rp_floor_event *event);
void rp_floor_hold_end(const struct rp_floor_run *run);
/* The hold is over, its holder goes on holding: the caller says how. */
void rp_floor_end_hold(const struct rp_floor_run *run);
void rp_floor_on_hold_promise(const struct rp_floor_run *run);
void rp_floor_word_in_hold(const struct rp_floor_run *run);

/* rp_floor_links.c */
void rp_floor_pause_room(const struct rp_floor_run *run);
void rp_floor_resume_room(const struct rp_floor_run *run);
void rp_floor_disconnect(const struct rp_floor_run *run, enum rp_party party, int64_t log_ms);
void rp_floor_reconnect(const struct rp_floor_run *run, enum rp_party party, int64_t log_ms);
void rp_floor_barge_in(const struct rp_floor_run *run);
void rp_floor_barge_out(const struct rp_floor_run *run);

/* rp_floor_excuses.c */
struct rp_floor_excuse rp_floor_no_excuse(void);
/* The break before, or the link: what excuses an act of the trainee at `at_ms`. */
struct rp_floor_excuse rp_floor_link_excuse(const struct rp_floor *f, int64_t at_ms,
                                            int32_t stall_ms);
/* The same, and before it a limit set on an abusive turn, and a turn that is too long. */
struct rp_floor_excuse rp_floor_any_excuse(const struct rp_floor *f, int64_t at_ms,
                                           int32_t stall_ms, bool limit);
/* 1.4: whether the trainee could not have known. */
struct rp_floor_collision {
    bool found;
    enum rp_floor_rule rule;
    int64_t measured_ms, limit_ms;
};
struct rp_floor_collision rp_floor_collision(struct rp_floor *f, int64_t at_ms, int32_t floor_seen);

/* rp_floor_score.c */

/* Gives the verdict; `base` above 0 charges, unless mode, practice or an excuse forbid it. Returns
 * its number. */
uint32_t rp_floor_judge(const struct rp_floor_run *run, struct rp_floor_judgement *verdict,
                        int32_t base);
/* A charge, or the excuse that takes its place. */
uint32_t rp_floor_charge(const struct rp_floor_run *run, struct rp_floor_judgement *verdict,
                         int32_t base, const struct rp_floor_excuse *excuse);
void rp_floor_repair(const struct rp_floor_run *run);
void rp_floor_waive(const struct rp_floor_run *run, int64_t act_ms);
int64_t rp_floor_repair_until_ms(const struct rp_floor *f);
