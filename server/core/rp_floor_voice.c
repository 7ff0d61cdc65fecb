/* Bursts of speech: where they begin and end, and what they are counted as. */
#include "rp_floor_parts.h"

/* Starts. */

static void begin_burst(const struct rp_floor_run *run, enum rp_party party, uint32_t ref)
{
    struct rp_floor *f = run->f;
    struct rp_floor_actor *actor = &f->actors[party];
    if (run->at_ms - actor->talk_end_ms >= f->config.bc_sep) {
        actor->stretch_since_ms = run->at_ms;
        actor->talk_ref = ref;
    }
    actor->talking = true;
    actor->talk_since_ms = run->at_ms;
    if (f->actors[rp_floor_other(party)].talking)
        f->second = party;
}

static void hold_on(const struct rp_floor_run *run)
{
    rp_floor_become_active(run);
    run->f->turn.parts++;
}

static void trainee_starts(const struct rp_floor_run *run, const struct rp_floor_event *event,
                           bool joins)
{
    struct rp_floor *f = run->f;
    bool challenges = f->challenge.open && joins;
    if (f->holder == RP_PARTY_NONE && challenges)
        rp_floor_pass_on(run); /* let go while he drew breath */
    else if (f->holder == RP_PARTY_NONE)
        rp_floor_grant_now(run, RP_PARTY_TRAINEE);
    else if (f->holder == RP_PARTY_TRAINEE && f->sub == RP_FLOOR_HOLD)
        rp_floor_word_in_hold(run);
    else if (f->holder == RP_PARTY_TRAINEE)
        hold_on(run);
    if (challenges || f->holder == RP_PARTY_CUSTOMER)
        rp_floor_challenge_start(run, event, joins);
    rp_floor_over_goes_on(run, joins);
}

static void customer_starts(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    if (f->holder == RP_PARTY_NONE) {
        rp_floor_grant_now(run, RP_PARTY_CUSTOMER);
    } else if (f->holder == RP_PARTY_CUSTOMER) {
        hold_on(run);
        if (f->actors[RP_PARTY_TRAINEE].talking)
            rp_floor_challenge_resumed(run, run->at_ms);
    } else if (f->holder == RP_PARTY_TRAINEE && f->sub == RP_FLOOR_HOLD) {
        rp_floor_end_hold(run);
        rp_floor_close_turn(run, false);
        rp_floor_grant_now(run, RP_PARTY_CUSTOMER);
    } else if (f->holder == RP_PARTY_TRAINEE) {
        rp_floor_over_start(run);
    }
}

/* An aged report: what passed since it happened was counted without it. */
static void recount_talk(const struct rp_floor_run *run, enum rp_party party, int64_t sign)
{
    struct rp_floor *f = run->f;
    struct rp_floor_totals *totals = &f->totals;
    const struct rp_floor_actor *other = &f->actors[rp_floor_other(party)];
    int64_t until_ms = other->talking ? f->now_ms : other->talk_end_ms;
    int64_t late_ms = f->now_ms - run->at_ms;
    int64_t both_ms = rp_max(0, until_ms - rp_max(run->at_ms, other->talk_since_ms));
    if (sign > 0 && both_ms > 0 && run->at_ms >= other->talk_since_ms)
        f->second = party;
    else if (sign > 0 && both_ms > 0)
        f->second = rp_floor_other(party);
    totals->talk_ms[party] += sign * late_ms;
    totals->overlap_ms += sign * both_ms;
    totals->silence_ms -= sign * (late_ms - both_ms);
    if (both_ms > 0)
        totals->overlap_begun_ms[f->second] += sign * both_ms;
    if (f->holder == party)
        f->turn.talk_ms += sign * late_ms;
}

void rp_floor_speech_start(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    struct rp_floor *f = run->f;
    struct rp_floor_actor *actor = &f->actors[event->party];
    if (!rp_floor_is_voice(f) || actor->talking)
        return;
    if (rp_floor_is_suspended(f)) {
        begin_burst(run, event->party, event->ref);
        rp_floor_void_act(run, event);
        return;
    }
    bool joins = run->at_ms - actor->talk_end_ms < f->config.bc_sep;
    rp_floor_sign_of_life(run);
    begin_burst(run, event->party, event->ref);
    recount_talk(run, event->party, 1);
    if (event->party == RP_PARTY_TRAINEE)
        trainee_starts(run, event, joins);
    else
        customer_starts(run);
}

/* Ends. */

static void pause_after(const struct rp_floor_run *run, int64_t end_ms,
                        enum rp_floor_complete complete)
{
    bool more = complete == RP_FLOOR_INCOMPLETE;
    run->f->reserve_ms = RP_NEVER;
    if (complete == RP_FLOOR_COMPLETE)
        rp_floor_release(run);
    else
        rp_floor_pause(run, more ? RP_FLOOR_FLAG_MORE : RP_FLOOR_FLAG_NONE,
                       end_ms + rp_floor_quiet_ms(run->f, more));
}

/* An end that is reported late still moves the floor no earlier than whoever has begun since. */
static struct rp_floor_run after_onset(const struct rp_floor_run *run, bool open, int64_t onset_ms)
{
    struct rp_floor_run later = *run;
    if (open)
        later.at_ms = rp_max(run->at_ms, onset_ms);
    return later;
}

void rp_floor_customer_ends(const struct rp_floor_run *run, enum rp_floor_complete complete)
{
    struct rp_floor_challenge *challenge = &run->f->challenge;
    struct rp_floor_run later = after_onset(run, challenge->open, challenge->onset_ms);
    if (challenge->open)
        rp_floor_challenge_customer_ends(run->f, run->at_ms, complete);
    bool gives_way = challenge->open && challenge->collision;
    pause_after(&later, run->at_ms, gives_way ? RP_FLOOR_COMPLETE : complete);
}

static void customer_stops(const struct rp_floor_run *run, enum rp_floor_complete complete)
{
    struct rp_floor *f = run->f;
    rp_floor_drop_duty(f);
    f->over.stop_ms = run->at_ms;
    if (f->holder == RP_PARTY_CUSTOMER)
        rp_floor_customer_ends(run, complete);
}

static void trainee_stops(const struct rp_floor_run *run, enum rp_floor_complete complete)
{
    struct rp_floor *f = run->f;
    struct rp_floor_run later = after_onset(run, f->over.open, f->over.onset_ms);
    rp_floor_challenge_stop(run);
    if (f->holder == RP_PARTY_TRAINEE && f->sub == RP_FLOOR_ACTIVE)
        pause_after(&later, run->at_ms, complete);
}

void rp_floor_speech_end(const struct rp_floor_run *run, enum rp_party party,
                         enum rp_floor_complete complete)
{
    struct rp_floor *f = run->f;
    struct rp_floor_actor *actor = &f->actors[party];
    if (!actor->talking)
        return;
    actor->talking = false;
    actor->talk_end_ms = run->at_ms;
    if (rp_floor_is_suspended(f))
        return;
    recount_talk(run, party, -1);
    rp_floor_sign_of_life(run);
    if (party == RP_PARTY_TRAINEE)
        trainee_stops(run, complete);
    else
        customer_stops(run, complete);
}
