#include "rp_floor_parts.h"

#include <string.h>

void rp_floor_init(struct rp_floor *f, const struct rp_floor_config *config)
{
    memset(f, 0, sizeof(*f));
    f->config = *config;
    for (size_t i = 0; i < RP_FLOOR_TIMERS; i++)
        f->alarms[i].due_ms = RP_NEVER;
    f->holder = f->before.holder = f->second = RP_PARTY_NONE;
    f->vent = config->vent;
    f->reserve_ms = f->suspended_ms = f->dead_air_since_ms = RP_NEVER;
    f->grace_until_ms = f->rest_until_ms = f->chip_ms = f->message_ms = RP_FLOOR_LONG_AGO;
    f->over.judged_stretch_ms = RP_FLOOR_LONG_AGO;
    for (size_t i = 0; i < RP_COUNT(f->actors); i++) {
        f->actors[i].rtt_ms = -1;
        f->actors[i].talk_end_ms = RP_FLOOR_LONG_AGO;
        f->actors[i].quota_ms = rp_min(config->quota_init, config->quota_max);
    }
    rp_floor_picture(f, &f->shown);
}

void rp_floor_arm(struct rp_floor *f, enum rp_floor_timer timer, int64_t due_ms)
{
    f->alarms[timer] = (struct rp_floor_alarm){due_ms, f->arms++};
}

void rp_floor_disarm(struct rp_floor *f, enum rp_floor_timer timer)
{
    f->alarms[timer].due_ms = RP_NEVER;
}

void rp_floor_emit(const struct rp_floor_run *run, struct rp_floor_effect *effect)
{
    effect->at_ms = run->at_ms;
    run->sink->take(run->sink->context, effect);
}

/* Time that passes. */

static void pass_talk(struct rp_floor *f, int64_t ms)
{
    struct rp_floor_totals *totals = &f->totals;
    bool trainee = f->actors[RP_PARTY_TRAINEE].talking;
    bool customer = f->actors[RP_PARTY_CUSTOMER].talking;
    totals->talk_ms[RP_PARTY_TRAINEE] += trainee ? ms : 0;
    totals->talk_ms[RP_PARTY_CUSTOMER] += customer ? ms : 0;
    if (!trainee && !customer)
        totals->silence_ms += ms;
    if (!trainee || !customer)
        return;
    totals->overlap_ms += ms;
    totals->overlap_begun_ms[f->second] += ms;
}

static void pass_composing(struct rp_floor *f, int64_t ms)
{
    bool both = true;
    for (size_t i = 0; i < RP_COUNT(f->actors); i++) {
        f->totals.compose_ms[i] += f->actors[i].composing ? ms : 0;
        both = both && f->actors[i].composing;
    }
    f->totals.co_compose_ms += both ? ms : 0;
}

static void pass_time(struct rp_floor *f, int64_t to_ms)
{
    int64_t ms = to_ms - f->now_ms;
    if (ms <= 0)
        return;
    f->now_ms = to_ms;
    f->totals.session_ms = to_ms;
    f->totals.held_ms[rp_floor_shown_holder(f)] += ms;
    if (rp_floor_is_suspended(f))
        return;
    pass_talk(f, ms);
    pass_composing(f, ms);
    if (rp_floor_plays(f->holder) && rp_floor_is_active(f, f->holder))
        f->turn.talk_ms += ms;
}

/* Timers. */

static int first_due(const struct rp_floor *f)
{
    int first = 0;
    for (int i = 1; i < RP_FLOOR_TIMERS; i++) {
        const struct rp_floor_alarm *alarm = &f->alarms[i], *best = &f->alarms[first];
        if (alarm->due_ms < best->due_ms ||
            (alarm->due_ms == best->due_ms && alarm->armed < best->armed))
            first = i;
    }
    return first;
}

int64_t rp_floor_next_ms(const struct rp_floor *f)
{
    if (f->closed || rp_floor_is_suspended(f))
        return RP_NEVER;
    return f->alarms[first_due(f)].due_ms;
}

static void fire(const struct rp_floor_run *run, int timer)
{
    switch ((enum rp_floor_timer)timer) {
    case RP_FLOOR_TIMER_RELEASE:
        rp_floor_on_release(run);
        break;
    case RP_FLOOR_TIMER_KEYS_TRAINEE:
    case RP_FLOOR_TIMER_KEYS_CUSTOMER:
        rp_floor_on_keys(run, (enum rp_party)(timer - RP_FLOOR_TIMER_KEYS_TRAINEE));
        break;
    case RP_FLOOR_TIMER_DRAFT_TRAINEE:
    case RP_FLOOR_TIMER_DRAFT_CUSTOMER:
        rp_floor_on_draft(run, (enum rp_party)(timer - RP_FLOOR_TIMER_DRAFT_TRAINEE));
        break;
    case RP_FLOOR_TIMER_EARLY:
        rp_floor_on_early(run);
        break;
    case RP_FLOOR_TIMER_LONG:
        rp_floor_on_long(run);
        break;
    case RP_FLOOR_TIMER_BURST_OVER:
        rp_floor_on_burst_over(run);
        break;
    case RP_FLOOR_TIMER_YIELD:
        rp_floor_on_yield(run);
        break;
    case RP_FLOOR_TIMER_CUSTOMER_COMES_IN:
        rp_floor_on_customer_comes_in(run);
        break;
    case RP_FLOOR_TIMER_CUSTOMER_DUE:
        rp_floor_on_customer_due(run);
        break;
    case RP_FLOOR_TIMER_DEAD_AIR:
        rp_floor_on_dead_air(run);
        break;
    case RP_FLOOR_TIMER_HOLD_PROMISE:
        rp_floor_on_hold_promise(run);
        break;
    case RP_FLOOR_TIMERS:
        break;
    }
}

/* What people may be shown. */

void rp_floor_picture(const struct rp_floor *f, struct rp_floor_picture *picture)
{
    bool customer = f->holder == RP_PARTY_CUSTOMER;
    memset(picture, 0, sizeof(*picture)); /* compared as bytes */
    picture->number = f->number;
    picture->holder = rp_floor_shown_holder(f);
    picture->sub = f->sub;
    picture->flag = f->flag;
    picture->queued = f->queued > 0 ? f->queue[0].party : RP_PARTY_NONE;
    picture->vent = f->vent;
    picture->since_ms = f->since_ms;
    picture->until_ms = f->alarms[RP_FLOOR_TIMER_RELEASE].due_ms;
    picture->step_in_ms = customer ? f->since_ms + f->config.turn_cap : RP_NEVER;
    picture->rest_until_ms = f->rest_until_ms > f->now_ms ? f->rest_until_ms : RP_NEVER;
    picture->repair_until_ms = rp_floor_repair_until_ms(f);
    for (size_t i = 0; i < RP_COUNT(f->actors); i++) {
        picture->composing[i] = f->actors[i].composing;
        picture->talking[i] = f->actors[i].talking;
    }
}

static void tell_picture(const struct rp_floor_run *run)
{
    struct rp_floor_effect effect = {.type = RP_FLOOR_EFFECT_PICTURE};
    struct rp_floor_picture picture;
    rp_floor_picture(run->f, &picture);
    if (memcmp(&picture, &run->f->shown, sizeof(picture)) == 0)
        return;
    run->f->shown = effect.as.picture = picture;
    rp_floor_emit(run, &effect);
}

static void settle(const struct rp_floor_run *run)
{
    rp_floor_flush_held(run);
    tell_picture(run);
}

static void run_timers(struct rp_floor *f, int64_t until_ms, const struct rp_floor_sink *sink)
{
    for (int64_t due_ms; (due_ms = rp_floor_next_ms(f)) <= until_ms && due_ms != RP_NEVER;) {
        int timer = first_due(f);
        struct rp_floor_run run = {f, sink, rp_max(due_ms, f->changed_ms)};
        pass_time(f, due_ms);
        rp_floor_disarm(f, (enum rp_floor_timer)timer);
        fire(&run, timer);
        settle(&run);
    }
}

void rp_floor_advance(struct rp_floor *f, int64_t t_ms, const struct rp_floor_sink *sink)
{
    if (f->closed)
        return;
    run_timers(f, t_ms, sink);
    pass_time(f, t_ms);
}

/* Acts. */

static bool is_speech(const struct rp_floor_event *event)
{
    return event->type == RP_FLOOR_EVENT_SPEECH_START || event->type == RP_FLOOR_EVENT_SPEECH_END;
}

/* When it happened. A report of speech is believed to be older than it arrives, up to a cap, but
 * never older than the last floor change or the speaker's own last report. */
static int64_t occurred_ms(const struct rp_floor *f, const struct rp_floor_event *event)
{
    if (rp_floor_is_suspended(f))
        return f->suspended_ms;
    if (!is_speech(event) || !rp_floor_plays(event->party) || event->age_ms <= 0)
        return f->now_ms;
    bool start = event->type == RP_FLOOR_EVENT_SPEECH_START;
    const struct rp_floor_actor *actor = &f->actors[event->party];
    int64_t cap_ms = start ? f->config.age_cap_start : f->config.age_cap_end;
    int64_t own_ms = start ? actor->talk_end_ms : actor->talk_since_ms;
    int64_t at_ms = f->now_ms - rp_min(event->age_ms, cap_ms);
    return rp_min(f->now_ms, rp_max(at_ms, rp_max(f->changed_ms, own_ms)));
}

static void note_link(struct rp_floor *f, const struct rp_floor_event *event)
{
    struct rp_floor_actor *actor = &f->actors[event->party];
    if (event->type != RP_FLOOR_EVENT_DISCARD) /* names the message, not itself */
        actor->ref = event->ref;
    if (event->rtt_ms < 0)
        return;
    actor->rtt_ms = event->rtt_ms;
    if (event->party == RP_PARTY_TRAINEE && event->rtt_ms > f->totals.rtt_max_ms)
        f->totals.rtt_max_ms = event->rtt_ms;
}

static void tag_abusive(struct rp_floor *f)
{
    if (f->holder == RP_PARTY_CUSTOMER)
        f->abusive = true;
}

static void take_instructors(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    switch (event->type) {
    case RP_FLOOR_EVENT_BARGE_IN_START:
        rp_floor_barge_in(run);
        break;
    case RP_FLOOR_EVENT_BARGE_IN_END:
        rp_floor_barge_out(run);
        break;
    case RP_FLOOR_EVENT_PAUSE:
        rp_floor_pause_room(run);
        break;
    case RP_FLOOR_EVENT_RESUME:
        rp_floor_resume_room(run);
        break;
    case RP_FLOOR_EVENT_WAIVE:
        rp_floor_waive(run, event->act_ms);
        break;
    case RP_FLOOR_EVENT_TAG_ABUSIVE:
        tag_abusive(run->f);
        break;
    case RP_FLOOR_EVENT_VENT:
        run->f->vent = true;
        break;
    default:
        break;
    }
}

/* What goes on while the room stands still as well. */
static void take_activity(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    switch (event->type) {
    case RP_FLOOR_EVENT_COMPOSE_START:
    case RP_FLOOR_EVENT_COMPOSE_KEEPALIVE:
        rp_floor_compose(run, event->party);
        break;
    case RP_FLOOR_EVENT_COMPOSE_STOP:
        rp_floor_compose_stop(run, event->party, event->empty);
        break;
    case RP_FLOOR_EVENT_SEND:
        rp_floor_send(run, event);
        break;
    case RP_FLOOR_EVENT_DISCARD:
        rp_floor_discard(run, event->ref);
        break;
    case RP_FLOOR_EVENT_SPEECH_START:
        rp_floor_speech_start(run, event);
        break;
    case RP_FLOOR_EVENT_SPEECH_END:
        rp_floor_speech_end(run, event->party, event->complete);
        break;
    case RP_FLOOR_EVENT_FLOOR_REQUEST:
        rp_floor_request(run, event);
        break;
    case RP_FLOOR_EVENT_FLOOR_CANCEL:
        rp_floor_cancel(run, event->party);
        break;
    default:
        break;
    }
}

static void give_back(const struct rp_floor_run *run)
{
    rp_floor_repair(run);
    rp_floor_yield(run, RP_PARTY_TRAINEE);
}

static void take_words(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    bool trainee = event->party == RP_PARTY_TRAINEE;
    if (rp_floor_is_suspended(run->f))
        return;
    if (event->type == RP_FLOOR_EVENT_YIELD)
        rp_floor_yield(run, event->party);
    else if (event->type == RP_FLOOR_EVENT_HOLD_START && trainee)
        rp_floor_hold_start(run, event);
    else if (event->type == RP_FLOOR_EVENT_HOLD_END && trainee)
        rp_floor_hold_end(run);
    else if (event->type == RP_FLOOR_EVENT_GIVE_BACK && trainee)
        give_back(run);
}

static void take_players(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    if (event->type == RP_FLOOR_EVENT_DISCONNECT)
        rp_floor_disconnect(run, event->party, event->t_ms);
    else if (event->type == RP_FLOOR_EVENT_RECONNECT)
        rp_floor_reconnect(run, event->party, event->t_ms);
    take_activity(run, event);
    take_words(run, event);
}

static void refuse_closed(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    if (event->type == RP_FLOOR_EVENT_SEND || event->type == RP_FLOOR_EVENT_FLOOR_REQUEST)
        rp_floor_refuse(run, event, RP_FLOOR_REFUSED_CLOSED, 0);
}

void rp_floor_step(struct rp_floor *f, const struct rp_floor_event *event,
                   const struct rp_floor_sink *sink)
{
    RP_CHECK(event->party < RP_PARTIES);
    RP_CHECK(event->type < RP_FLOOR_EVENTS);
    struct rp_floor_event clamped = *event;
    clamped.t_ms = rp_max(event->t_ms, f->now_ms);
    struct rp_floor_run run = {f, sink, clamped.t_ms};
    if (f->closed) {
        refuse_closed(&run, &clamped);
        return;
    }
    rp_floor_advance(f, clamped.t_ms, sink);
    bool stood_still = rp_floor_is_suspended(f);
    run.at_ms = occurred_ms(f, &clamped);
    if (rp_floor_plays(event->party)) {
        note_link(f, &clamped);
        take_players(&run, &clamped);
    }
    take_instructors(&run, &clamped);
    run.at_ms = stood_still ? f->now_ms : rp_max(run.at_ms, f->changed_ms);
    settle(&run);
}

void rp_floor_end(struct rp_floor *f, int64_t end_ms, const struct rp_floor_sink *sink)
{
    if (f->closed)
        return;
    rp_floor_advance(f, end_ms, sink);
    struct rp_floor_run run = {f, sink, f->now_ms};
    if (f->challenge.open)
        rp_floor_challenge_void(&run, RP_FLOOR_UNRESOLVED, RP_FLOOR_RULE_SESSION_END);
    rp_floor_end_early(&run);
    rp_floor_drop_held(&run, RP_FLOOR_DROPPED_ENDED);
    if (f->holder != RP_PARTY_NONE) {
        rp_floor_revoke(&run, f->holder, RP_FLOOR_REVOKED_SESSION_END);
        rp_floor_close_turn(&run, false);
    }
    f->closed = true;
}
