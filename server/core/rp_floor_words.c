/* What is said in so many words: request, cancel, yield, hold. */
#include "rp_floor_parts.h"

void rp_floor_request(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    struct rp_floor *f = run->f;
    enum rp_party party = event->party;
    struct rp_floor_grant how = {.onset_ms = run->at_ms, .rtt_ms = f->actors[party].rtt_ms};
    struct rp_floor_place place = {party, run->at_ms, f->actors[party].rtt_ms, true};
    bool rests = party == RP_PARTY_TRAINEE && run->at_ms < f->rest_until_ms;
    if (rp_floor_is_suspended(f))
        rp_floor_refuse(run, event, RP_FLOOR_REFUSED_SUSPENDED, 0);
    else if (f->holder == party)
        return;
    else if (rests && f->holder == RP_PARTY_CUSTOMER)
        rp_floor_refuse(run, event, RP_FLOOR_REFUSED_RESTING, 0);
    else if (f->holder == RP_PARTY_NONE)
        rp_floor_claim(run, party, &how);
    else if (!rp_floor_enqueue(f, place))
        rp_floor_refuse(run, event, RP_FLOOR_REFUSED_QUEUE_FULL, 0);
}

void rp_floor_cancel(const struct rp_floor_run *run, enum rp_party party)
{
    struct rp_floor *f = run->f;
    if (rp_floor_is_suspended(f))
        return;
    rp_floor_dequeue(f, party);
    if (f->holder == party && f->claim)
        rp_floor_release(run);
}

void rp_floor_yield(const struct rp_floor_run *run, enum rp_party party)
{
    struct rp_floor *f = run->f;
    struct rp_floor_actor *actor = &f->actors[party];
    if (f->holder != party)
        return;
    if (f->sub == RP_FLOOR_HOLD)
        rp_floor_end_hold(run);
    rp_floor_rest_keys(f, party);
    f->turn_end_ms = rp_max(run->at_ms, f->turn_end_ms);
    f->sent = true;
    if (f->sub == RP_FLOOR_PAUSED)
        f->flag = RP_FLOOR_FLAG_NONE; /* what was announced is taken back */
    if (party == RP_PARTY_CUSTOMER && actor->talking)
        rp_floor_customer_ends(run, RP_FLOOR_COMPLETE);
    else
        rp_floor_release(run);
}

/* Holds. */

static void arm_promise(const struct rp_floor_run *run, int32_t expect_ms)
{
    const struct rp_floor_config *c = &run->f->config;
    int64_t expected_ms = rp_min(expect_ms > 0 ? expect_ms : c->hold_default, c->hold_max);
    rp_floor_arm(run->f, RP_FLOOR_TIMER_HOLD_PROMISE, run->at_ms + expected_ms + c->hold_grace);
}

void rp_floor_hold_start(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    struct rp_floor *f = run->f;
    if ((f->holder != RP_PARTY_NONE && f->holder != RP_PARTY_TRAINEE) || f->sub == RP_FLOOR_HOLD)
        return;
    f->totals.holds++;
    if (!event->announced)
        return;
    f->totals.holds_announced++;
    f->totals.holds_kept++; /* until it is not */
    rp_floor_sign_of_life(run);
    if (f->holder == RP_PARTY_NONE)
        rp_floor_grant_now(run, RP_PARTY_TRAINEE);
    rp_floor_rest_keys(f, RP_PARTY_TRAINEE);
    rp_floor_disarm(f, RP_FLOOR_TIMER_RELEASE);
    f->sub = RP_FLOOR_HOLD;
    f->flag = RP_FLOOR_FLAG_NONE;
    f->claim = false;
    f->reserve_ms = RP_NEVER;
    f->changed_ms = run->at_ms;
    f->pause_ms = run->at_ms;
    arm_promise(run, event->expect_ms);
}

void rp_floor_end_hold(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    rp_floor_disarm(f, RP_FLOOR_TIMER_HOLD_PROMISE);
    f->changed_ms = run->at_ms;
    f->sub = RP_FLOOR_ACTIVE;
    rp_floor_recount_held(run, RP_FLOOR_HOLDER_HOLD);
}

void rp_floor_hold_end(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    if (f->sub != RP_FLOOR_HOLD)
        return;
    rp_floor_end_hold(run);
    if (!f->actors[RP_PARTY_TRAINEE].talking)
        rp_floor_pause(run, RP_FLOOR_FLAG_NONE, run->at_ms + rp_floor_quiet_ms(f, false));
}

/* A word now and then keeps the promise. */
void rp_floor_word_in_hold(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    int64_t due_ms = f->alarms[RP_FLOOR_TIMER_HOLD_PROMISE].due_ms;
    int64_t next_ms = run->at_ms + f->config.hold_default + f->config.hold_grace;
    if (due_ms != RP_NEVER && next_ms > due_ms)
        rp_floor_arm(f, RP_FLOOR_TIMER_HOLD_PROMISE, next_ms);
}

void rp_floor_on_hold_promise(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    struct rp_floor_judgement verdict = {
        .act_ms = run->at_ms,
        .party = RP_PARTY_TRAINEE,
        .verdict = RP_FLOOR_HOLD_OVERRUN,
        .rule = RP_FLOOR_RULE_HOLD_PROMISE,
        .measured_ms = run->at_ms - f->changed_ms,
        .limit_ms = run->at_ms - f->changed_ms - f->config.hold_grace,
        .rtt_ms = f->actors[RP_PARTY_TRAINEE].rtt_ms,
    };
    f->totals.holds_kept--;
    rp_floor_judge(run, &verdict, 0);
}
