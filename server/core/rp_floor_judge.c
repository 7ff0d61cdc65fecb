/* A trainee's send while the customer holds; chips; the early take. */
#include "rp_floor_parts.h"

static struct rp_floor_judgement begin(const struct rp_floor_run *run,
                                       const struct rp_floor_event *event)
{
    const struct rp_floor *f = run->f;
    return (struct rp_floor_judgement){
        .act_ms = run->at_ms,
        .party = RP_PARTY_TRAINEE,
        .ref = event->ref,
        .against_ref = f->actors[RP_PARTY_CUSTOMER].ref,
        .rtt_ms = f->actors[RP_PARTY_TRAINEE].rtt_ms,
        .vent = f->vent,
        .is_send = true,
    };
}

uint32_t rp_floor_judge_chip(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    struct rp_floor *f = run->f;
    struct rp_floor_judgement verdict = begin(run, event);
    bool first = f->chip_ms == RP_FLOOR_LONG_AGO;
    int64_t gap_ms = run->at_ms - f->chip_ms;
    bool counts = first || gap_ms >= f->config.ack_gap;
    verdict.verdict = counts ? RP_FLOOR_BACKCHANNEL : RP_FLOOR_BACKCHANNEL_EXCESS;
    verdict.rule = counts ? RP_FLOOR_RULE_CHIP : RP_FLOOR_RULE_ACK_GAP;
    verdict.measured_ms = first ? 0 : gap_ms;
    verdict.limit_ms = first ? 0 : f->config.ack_gap;
    verdict.delivered = true;
    if (counts) {
        f->chip_ms = run->at_ms;
        f->totals.chips_counted++;
    }
    return rp_floor_judge(run, &verdict, 0);
}

/* What a send may turn out to be. */

/* Of the pause. */
static int64_t left_ms(const struct rp_floor_run *run)
{
    return run->f->alarms[RP_FLOOR_TIMER_RELEASE].due_ms - run->at_ms;
}

static void hold_back(const struct rp_floor_run *run, const struct rp_floor_event *event,
                      struct rp_floor_judgement *verdict, int32_t base, enum rp_floor_held_why why)
{
    rp_floor_finish_composing(run->f, RP_PARTY_TRAINEE);
    rp_floor_hold_message(run, event, why, rp_floor_judge(run, verdict, base));
}

/* The customer keeps the floor, and reads it all the same. */
static void show_over_customer(const struct rp_floor_run *run, const struct rp_floor_event *event,
                               uint32_t verdict, bool cut_in)
{
    struct rp_floor_line line = {
        .party = RP_PARTY_TRAINEE,
        .ref = event->ref,
        .verdict = verdict,
        .written_ms = run->at_ms,
        .words = event->words,
        .more = event->more,
    };
    rp_floor_finish_composing(run->f, RP_PARTY_TRAINEE);
    rp_floor_show(run, &line, cut_in);
}

static void refuse_resting(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    const struct rp_floor *f = run->f;
    struct rp_floor_judgement verdict = begin(run, event);
    verdict.verdict = RP_FLOOR_RESTING;
    verdict.rule = RP_FLOOR_RULE_REST;
    verdict.measured_ms = run->at_ms - f->rest_until_ms + f->config.rest_ms;
    verdict.limit_ms = f->config.rest_ms;
    rp_floor_refuse(run, event, RP_FLOOR_REFUSED_RESTING, rp_floor_judge(run, &verdict, 0));
}

static void hold_collision(const struct rp_floor_run *run, const struct rp_floor_event *event,
                           const struct rp_floor_collision *found)
{
    struct rp_floor_judgement verdict = begin(run, event);
    verdict.verdict = RP_FLOOR_COLLISION;
    verdict.rule = found->rule;
    verdict.measured_ms = found->measured_ms;
    verdict.limit_ms = found->limit_ms;
    hold_back(run, event, &verdict, 0, RP_FLOOR_HELD_COLLISION);
}

static bool is_excused(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    struct rp_floor_excuse excuse =
        rp_floor_any_excuse(run->f, run->at_ms, event->stall_ms, event->limit);
    struct rp_floor_judgement verdict = begin(run, event);
    if (excuse.verdict == RP_FLOOR_VERDICTS)
        return false;
    verdict.delivered = excuse.verdict == RP_FLOOR_STEP_IN || excuse.verdict == RP_FLOOR_BOUNDARY;
    if (verdict.delivered)
        show_over_customer(run, event, rp_floor_charge(run, &verdict, 0, &excuse), false);
    else {
        rp_floor_finish_composing(run->f, RP_PARTY_TRAINEE);
        rp_floor_hold_message(run, event, RP_FLOOR_HELD_VOID,
                              rp_floor_charge(run, &verdict, 0, &excuse));
    }
    return true;
}

/* `missed`: how far into the typing; NULL in an announced pause. */
static void cut_in(const struct rp_floor_run *run, const struct rp_floor_event *event,
                   const struct rp_floor_collision *missed)
{
    struct rp_floor *f = run->f;
    const struct rp_floor_config *c = &f->config;
    struct rp_floor_judgement verdict = begin(run, event);
    verdict.rule = missed ? RP_FLOOR_RULE_WHILE_COMPOSING : RP_FLOOR_RULE_ANNOUNCED_PAUSE;
    verdict.measured_ms = missed ? missed->measured_ms : left_ms(run);
    verdict.limit_ms = missed ? missed->limit_ms : 0;
    if (c->mode == RP_FLOOR_STRICT) {
        verdict.verdict = RP_FLOOR_ATTEMPT;
        hold_back(run, event, &verdict, c->base_attempt, RP_FLOOR_HELD_ATTEMPT);
        return;
    }
    verdict.verdict = RP_FLOOR_INTERRUPTION;
    verdict.delivered = true;
    uint32_t number = rp_floor_judge(run, &verdict, missed ? c->base_major : c->base_minor);
    show_over_customer(run, event, number, true);
    rp_floor_dequeue(f, RP_PARTY_TRAINEE);
    f->rest_until_ms = run->at_ms + c->rest_ms;
}

static void hold_early(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    struct rp_floor_judgement verdict = begin(run, event);
    verdict.verdict = RP_FLOOR_HELD_EARLY;
    verdict.rule = RP_FLOOR_RULE_STRICT;
    verdict.measured_ms = left_ms(run);
    hold_back(run, event, &verdict, 0, RP_FLOOR_HELD_EARLY_WHY);
}

/* The early take: whether it cut in is known once the customer goes on, or does not. */

static void take_early(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    struct rp_floor *f = run->f;
    struct rp_floor_line line = {
        .party = RP_PARTY_TRAINEE,
        .ref = event->ref,
        .written_ms = run->at_ms,
        .rtt_ms = f->actors[RP_PARTY_TRAINEE].rtt_ms,
        .words = event->words,
        .more = event->more && !event->yield,
        .yield = event->yield,
    };
    f->early = (struct rp_floor_early){
        .open = true,
        .act_ms = run->at_ms,
        .window_ms = f->alarms[RP_FLOOR_TIMER_RELEASE].due_ms,
        .ref = event->ref,
        .against_ref = f->actors[RP_PARTY_CUSTOMER].ref,
        .transfer = f->transfers + 1,
        .rtt_ms = line.rtt_ms,
        .vent = f->vent,
        .abusive = f->abusive,
        .excuse = rp_floor_link_excuse(f, run->at_ms, event->stall_ms),
    };
    rp_floor_arm(f, RP_FLOOR_TIMER_EARLY, f->early.window_ms);
    rp_floor_finish_composing(f, RP_PARTY_TRAINEE);
    rp_floor_close_turn(run, true);
    f->early.before = f->before;
    f->vent = false;
    rp_floor_grant_now(run, RP_PARTY_TRAINEE);
    rp_floor_flush_held(run);
    rp_floor_deliver(run, &line);
}

static struct rp_floor_judgement early_verdict(const struct rp_floor *f)
{
    return (struct rp_floor_judgement){
        .act_ms = f->early.act_ms,
        .party = RP_PARTY_TRAINEE,
        .verdict = RP_FLOOR_SMOOTH,
        .rule = RP_FLOOR_RULE_WINDOW_RAN_OUT,
        .ref = f->early.ref,
        .against_ref = f->early.against_ref,
        .rtt_ms = f->early.rtt_ms,
        .vent = f->early.vent,
        .floor_taken = true,
        .is_send = true,
        .delivered = true,
    };
}

static void close_early(struct rp_floor *f)
{
    f->early.open = false;
    rp_floor_disarm(f, RP_FLOOR_TIMER_EARLY);
}

/* The customer had only paused: the floor is his as if nothing had been. */
static void revert(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    struct rp_floor_effect effect = {.type = RP_FLOOR_EFFECT_TRANSFER_CHANGE};
    struct rp_floor_grant how = {run->at_ms, f->actors[RP_PARTY_CUSTOMER].rtt_ms,
                                 .resumption = true};
    effect.as.transfer_change = (struct rp_floor_transfer_change){
        .number = f->early.transfer, .reverted = true, .band = f->band};
    rp_floor_emit(run, &effect);
    if (f->holder == RP_PARTY_TRAINEE) {
        if (f->sub == RP_FLOOR_HOLD)
            rp_floor_end_hold(run);
        rp_floor_revoke(run, RP_PARTY_TRAINEE, RP_FLOOR_REVOKED_CUSTOMER);
        rp_floor_close_turn(run, false);
    }
    f->before = f->early.before;
    f->vent = true;
    rp_floor_grant(run, RP_PARTY_CUSTOMER, &how);
    f->abusive = f->early.abusive;
    rp_floor_queue_draft(run, RP_PARTY_TRAINEE);
}

void rp_floor_early_outcome(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    const struct rp_floor_config *c = &f->config;
    struct rp_floor_judgement verdict = early_verdict(f);
    if (!f->early.open)
        return;
    close_early(f);
    verdict.measured_ms = run->at_ms - f->early.act_ms;
    verdict.limit_ms = rp_floor_own(f, RP_PARTY_CUSTOMER, c->react_text) +
                       rp_floor_comp(f, f->actors[RP_PARTY_CUSTOMER].rtt_ms);
    bool went_on = verdict.measured_ms <= verdict.limit_ms;
    bool cut = went_on && f->early.vent;
    verdict.rule = cut       ? RP_FLOOR_RULE_VENT_PAUSE
                   : went_on ? RP_FLOOR_RULE_RESUMED
                             : RP_FLOOR_RULE_WINDOW_RAN_OUT;
    if (cut) {
        verdict.verdict = RP_FLOOR_INTERRUPTION;
        verdict.floor_taken = false;
        rp_floor_charge(run, &verdict, c->base_minor, &f->early.excuse);
    } else {
        verdict.verdict = went_on ? RP_FLOOR_COLLISION : RP_FLOOR_SMOOTH;
        rp_floor_judge(run, &verdict, 0);
    }
    rp_floor_tell_late_turn(run);
    if (cut)
        revert(run);
}

void rp_floor_on_early(const struct rp_floor_run *run)
{
    struct rp_floor_judgement verdict = early_verdict(run->f);
    close_early(run->f);
    verdict.measured_ms = run->at_ms - verdict.act_ms;
    rp_floor_judge(run, &verdict, 0);
    rp_floor_tell_late_turn(run);
}

void rp_floor_drop_early(const struct rp_floor_run *run)
{
    if (!run->f->early.open)
        return;
    close_early(run->f);
    rp_floor_tell_late_turn(run);
}

void rp_floor_end_early(const struct rp_floor_run *run)
{
    struct rp_floor_judgement verdict = early_verdict(run->f);
    if (!run->f->early.open)
        return;
    verdict.verdict = RP_FLOOR_UNRESOLVED;
    verdict.rule = RP_FLOOR_RULE_SESSION_END;
    rp_floor_judge(run, &verdict, 0);
    rp_floor_drop_early(run);
}

/* He is typing. */
static void judge_over_typing(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    struct rp_floor_collision found = rp_floor_collision(run->f, run->at_ms, event->floor_seen);
    if (found.found)
        hold_collision(run, event, &found);
    else if (!is_excused(run, event))
        cut_in(run, event, &found);
}

void rp_floor_judge_send(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    const struct rp_floor *f = run->f;
    if (run->at_ms < f->rest_until_ms)
        refuse_resting(run, event);
    else if (f->sub == RP_FLOOR_ACTIVE)
        judge_over_typing(run, event);
    else if (f->flag != RP_FLOOR_FLAG_MORE && f->config.mode == RP_FLOOR_STRICT)
        hold_early(run, event);
    else if (f->flag != RP_FLOOR_FLAG_MORE)
        take_early(run, event);
    else if (!is_excused(run, event))
        cut_in(run, event, NULL);
}
