/* What stops the room: a pause, a lost link; and the instructor who takes the floor. */
#include "rp_floor_parts.h"

/* Suspension. */

static void suspend(const struct rp_floor_run *run, enum rp_floor_verdict verdict)
{
    struct rp_floor *f = run->f;
    if (rp_floor_is_suspended(f))
        return;
    rp_floor_challenge_void(run, verdict, RP_FLOOR_RULE_SUSPENDED);
    rp_floor_drop_early(run);
    rp_floor_drop_duty(f);
    f->suspended_ms = run->at_ms;
    f->number++;
}

static void shift(int64_t *time_ms, int64_t by_ms)
{
    if (*time_ms != RP_NEVER && *time_ms != RP_FLOOR_LONG_AGO)
        *time_ms += by_ms;
}

static void shift_actor(struct rp_floor_actor *actor, int64_t by_ms)
{
    actor->compose_since_ms += by_ms;
    actor->key_ms += by_ms;
    actor->talk_since_ms += by_ms;
    actor->stretch_since_ms += by_ms;
    shift(&actor->talk_end_ms, by_ms);
}

/* Every timer and every time of a turn stood still. */
static void shift_times(struct rp_floor *f, int64_t by_ms)
{
    int64_t *times[] = {
        &f->since_ms,      &f->reserve_ms,          &f->grace_until_ms, &f->rest_until_ms,
        &f->chip_ms,       &f->dead_air_since_ms,   &f->turn_end_ms,    &f->pause_ms,
        &f->before.end_ms, &f->before.band_from_ms, &f->message_ms,     &f->over.onset_ms,
        &f->over.stop_ms,  &f->over.duty_ms,        &f->held.act_ms,    &f->over.judged_stretch_ms,
    };
    for (size_t i = 0; i < RP_COUNT(times); i++)
        shift(times[i], by_ms);
    for (size_t i = 0; i < RP_FLOOR_TIMERS; i++)
        shift(&f->alarms[i].due_ms, by_ms);
    for (size_t i = 0; i < RP_COUNT(f->actors); i++)
        shift_actor(&f->actors[i], by_ms);
    for (int32_t i = 0; i < f->queued; i++)
        shift(&f->queue[i].onset_ms, by_ms);
    for (size_t i = 0; i < RP_FLOOR_CHARGES; i++)
        shift(&f->charges[i].decided_ms, by_ms);
    for (size_t i = 0; i < RP_FLOOR_BURSTS; i++)
        shift(&f->bursts[i].end_ms, by_ms);
}

static void lose_floor(const struct rp_floor_run *run, enum rp_party party)
{
    struct rp_floor *f = run->f;
    rp_floor_dequeue(f, party);
    if (f->holder != party)
        return;
    if (f->sub == RP_FLOOR_HOLD)
        rp_floor_end_hold(run);
    rp_floor_revoke(run, party, RP_FLOOR_REVOKED_LINK_LOST);
    rp_floor_close_turn(run, false);
    rp_floor_pass_on(run);
}

/* What he was about to say is still to come. */
static void take_up_again(const struct rp_floor_run *run, enum rp_party party)
{
    struct rp_floor *f = run->f;
    struct rp_floor_actor *actor = &f->actors[party];
    if (!actor->came_back)
        return;
    actor->came_back = false;
    if (actor->away_too_long)
        lose_floor(run, party);
    else if (f->holder == party && f->sub == RP_FLOOR_ACTIVE && !rp_floor_is_active(f, party))
        rp_floor_pause(run, RP_FLOOR_FLAG_MORE, run->at_ms + rp_floor_quiet_ms(f, true));
}

/* Who began or stopped in the meantime. */
static void catch_up(const struct rp_floor_run *run, enum rp_party party)
{
    struct rp_floor *f = run->f;
    const struct rp_floor_actor *actor = &f->actors[party];
    if (f->holder != party)
        return;
    bool active = rp_floor_is_active(f, party);
    int64_t draft_ms = actor->key_ms + rp_floor_own(f, party, f->config.draft_text);
    if (active && f->sub == RP_FLOOR_HOLD && actor->composing)
        rp_floor_end_hold(run);
    else if (active)
        rp_floor_become_active(run);
    else if (f->sub == RP_FLOOR_ACTIVE && actor->has_draft)
        rp_floor_pause(run, RP_FLOOR_FLAG_DRAFT, rp_max(draft_ms, run->at_ms));
    else if (f->sub == RP_FLOOR_ACTIVE)
        rp_floor_pause(run, RP_FLOOR_FLAG_NONE, run->at_ms + rp_floor_quiet_ms(f, false));
}

static void go_on(const struct rp_floor_run *at)
{
    struct rp_floor *f = at->f;
    struct rp_floor_run run = {f, at->sink, f->now_ms};
    bool waits = f->paused || f->actors[RP_PARTY_TRAINEE].link_down ||
                 f->actors[RP_PARTY_CUSTOMER].link_down;
    if (waits || !rp_floor_is_suspended(f))
        return;
    shift_times(f, f->now_ms - f->suspended_ms);
    f->suspended_ms = RP_NEVER;
    f->changed_ms = f->now_ms;
    f->grace_until_ms = f->now_ms + f->config.grace;
    f->number++;
    for (int party = RP_PARTY_TRAINEE; party <= RP_PARTY_CUSTOMER; party++)
        take_up_again(&run, (enum rp_party)party);
    for (int party = RP_PARTY_TRAINEE; party <= RP_PARTY_CUSTOMER; party++)
        catch_up(&run, (enum rp_party)party);
}

void rp_floor_pause_room(const struct rp_floor_run *run)
{
    run->f->paused = true;
    suspend(run, RP_FLOOR_VOID_PAUSE);
}

void rp_floor_resume_room(const struct rp_floor_run *run)
{
    run->f->paused = false;
    go_on(run);
}

void rp_floor_disconnect(const struct rp_floor_run *run, enum rp_party party, int64_t log_ms)
{
    struct rp_floor *f = run->f;
    struct rp_floor_actor *actor = &f->actors[party];
    if (actor->link_down)
        return;
    suspend(run, RP_FLOOR_VOID_LINK);
    actor->link_down = true;
    actor->came_back = false;
    actor->link_down_ms = log_ms;
    if (actor->talking) {
        actor->talking = false;
        actor->talk_end_ms = run->at_ms;
        if (party == RP_PARTY_CUSTOMER)
            rp_floor_drop_over(f);
    }
    rp_floor_rest_keys(f, party);
}

void rp_floor_reconnect(const struct rp_floor_run *run, enum rp_party party, int64_t log_ms)
{
    struct rp_floor_actor *actor = &run->f->actors[party];
    if (!actor->link_down)
        return;
    actor->link_down = false;
    actor->came_back = true;
    actor->away_too_long = log_ms - actor->link_down_ms > run->f->config.reconn;
    go_on(run);
}

/* The instructor takes the floor. */

void rp_floor_barge_in(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    if (f->holder == RP_PARTY_INSTRUCTOR)
        return;
    rp_floor_challenge_void(run, RP_FLOOR_VOID_INSTRUCTOR, RP_FLOOR_RULE_INSTRUCTOR);
    rp_floor_drop_early(run);
    rp_floor_drop_over(f);
    rp_floor_sign_of_life(run);
    f->queued = 0;
    if (f->sub == RP_FLOOR_HOLD)
        rp_floor_end_hold(run);
    if (f->holder != RP_PARTY_NONE) {
        rp_floor_revoke(run, f->holder, RP_FLOOR_REVOKED_INSTRUCTOR);
        rp_floor_close_turn(run, false);
    }
    rp_floor_set_holder(run, RP_PARTY_INSTRUCTOR);
}

/* Whoever types under the instructor was waiting, as under anybody; the customer goes first. */
void rp_floor_barge_out(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    struct rp_floor_actor *customer = &f->actors[RP_PARTY_CUSTOMER];
    if (f->holder != RP_PARTY_INSTRUCTOR)
        return;
    rp_floor_close_turn(run, false);
    f->grace_until_ms = run->at_ms + f->config.grace;
    for (int party = RP_PARTY_TRAINEE; party <= RP_PARTY_CUSTOMER; party++)
        if (f->actors[party].composing)
            rp_floor_queue_draft(run, (enum rp_party)party);
    if (customer->composing && f->queue[0].party != RP_PARTY_CUSTOMER) {
        struct rp_floor_place first = f->queue[0];
        f->queue[0] = f->queue[1];
        f->queue[1] = first;
    }
    rp_floor_pass_on(run);
}
