/* Who holds, pauses, waits. */
#include "rp_floor_parts.h"

enum rp_floor_holder rp_floor_shown_holder(const struct rp_floor *f)
{
    static const enum rp_floor_holder holders[] = {
        [RP_PARTY_TRAINEE] = RP_FLOOR_HOLDER_TRAINEE,
        [RP_PARTY_CUSTOMER] = RP_FLOOR_HOLDER_CUSTOMER,
        [RP_PARTY_INSTRUCTOR] = RP_FLOOR_HOLDER_INSTRUCTOR,
        [RP_PARTY_NONE] = RP_FLOOR_HOLDER_NONE,
    };
    if (rp_floor_is_suspended(f))
        return RP_FLOOR_HOLDER_SUSPENDED;
    if (f->holder == RP_PARTY_TRAINEE && f->sub == RP_FLOOR_HOLD)
        return RP_FLOOR_HOLDER_HOLD;
    return holders[f->holder];
}

/* An aged report: the time since was counted for whoever held before. */
void rp_floor_recount_held(const struct rp_floor_run *run, enum rp_floor_holder before)
{
    struct rp_floor *f = run->f;
    if (rp_floor_is_suspended(f))
        return;
    f->totals.held_ms[before] -= f->now_ms - run->at_ms;
    f->totals.held_ms[rp_floor_shown_holder(f)] += f->now_ms - run->at_ms;
}

/* Every change of the floor comes through here. */
void rp_floor_set_holder(const struct rp_floor_run *run, enum rp_party party)
{
    struct rp_floor *f = run->f;
    enum rp_floor_holder before = rp_floor_shown_holder(f);
    f->holder = party;
    f->sub = RP_FLOOR_ACTIVE;
    f->flag = RP_FLOOR_FLAG_NONE;
    f->claim = false;
    f->reserve_ms = RP_NEVER;
    f->number++;
    f->since_ms = f->changed_ms = run->at_ms;
    rp_floor_disarm(f, RP_FLOOR_TIMER_RELEASE);
    f->over.open = false; /* it was about the floor as it stood */
    rp_floor_disarm(f, RP_FLOOR_TIMER_CUSTOMER_COMES_IN);
    rp_floor_recount_held(run, before);
}

void rp_floor_revoke(const struct rp_floor_run *run, enum rp_party party,
                     enum rp_floor_revoked_why why)
{
    struct rp_floor_effect effect = {.type = RP_FLOOR_EFFECT_REVOKED};
    effect.as.revoked = (struct rp_floor_revoked){party, why};
    rp_floor_emit(run, &effect);
}

/* Transfers. */

static enum rp_floor_band band_of(const struct rp_floor *f, int64_t ms)
{
    const struct rp_floor_config *c = &f->config;
    bool voice = rp_floor_is_voice(f);
    if (ms < 0)
        return RP_FLOOR_BAND_OVERLAP;
    if (ms < rp_floor_own(f, RP_PARTY_TRAINEE, voice ? c->considered_voice : c->slow_text))
        return RP_FLOOR_BAND_PROMPT;
    if (voice && ms < rp_floor_own(f, RP_PARTY_TRAINEE, c->slow_voice))
        return RP_FLOOR_BAND_CONSIDERED;
    if (ms < rp_floor_own(f, RP_PARTY_TRAINEE, voice ? c->dead_voice : c->dead_text))
        return RP_FLOOR_BAND_SLOW;
    return RP_FLOOR_BAND_DEAD_AIR;
}

static void measure_offset(const struct rp_floor *f, const struct rp_floor_grant *how,
                           struct rp_floor_transfer *transfer)
{
    int64_t onset_ms = how->onset_ms - rp_floor_comp(f, how->rtt_ms);
    int64_t offset_ms = onset_ms - f->before.end_ms, band_ms = onset_ms - f->before.band_from_ms;
    bool after_waiting = f->before.band_from_ms != f->before.end_ms;
    if (f->before.holder == RP_PARTY_NONE || how->preempt || how->carry)
        return;
    if (!rp_floor_is_voice(f) && offset_ms < 0) {
        transfer->prepared = true;
        offset_ms = 0;
    }
    if (!rp_floor_is_voice(f) || after_waiting)
        band_ms = rp_max(band_ms, 0);
    transfer->has_offset = true;
    transfer->offset_ms = offset_ms;
    if (transfer->to == RP_PARTY_TRAINEE && transfer->from != transfer->to)
        transfer->band = band_of(f, band_ms);
}

static void tell_transfer(const struct rp_floor_run *run, enum rp_party party,
                          const struct rp_floor_grant *how)
{
    struct rp_floor *f = run->f;
    struct rp_floor_effect effect = {.type = RP_FLOOR_EFFECT_TRANSFER};
    struct rp_floor_transfer *transfer = &effect.as.transfer;
    *transfer = (struct rp_floor_transfer){
        .number = ++f->transfers,
        .from = f->before.holder,
        .to = party,
        .at_ms = run->at_ms,
        .preempt = how->preempt,
        .carry = how->carry,
        .resumption = how->resumption,
    };
    measure_offset(f, how, transfer);
    f->has_offset = transfer->has_offset;
    f->band = transfer->band;
    rp_floor_emit(run, &effect);
}

void rp_floor_grant(const struct rp_floor_run *run, enum rp_party party,
                    const struct rp_floor_grant *how)
{
    struct rp_floor *f = run->f;
    struct rp_floor_actor *actor = &f->actors[party];
    rp_floor_set_holder(run, party);
    rp_floor_dequeue(f, party);
    actor->quota_ms = rp_min(actor->quota_ms + f->config.quota_gain, f->config.quota_max);
    tell_transfer(run, party, how);
    f->sent = false;
    f->turn_end_ms = run->at_ms;
    f->turn = (struct rp_floor_turn){
        .holder = party,
        .transfer = f->transfers,
        .start_ms = run->at_ms,
        .talk_ms = rp_floor_is_active(f, party) ? f->now_ms - run->at_ms : 0,
        .parts = actor->talking ? 1 : 0,
        .rtt_ms = how->rtt_ms,
        .vent = f->vent && party == RP_PARTY_CUSTOMER,
    };
}

void rp_floor_grant_now(const struct rp_floor_run *run, enum rp_party party)
{
    struct rp_floor_grant how = {.onset_ms = run->at_ms, .rtt_ms = run->f->actors[party].rtt_ms};
    rp_floor_grant(run, party, &how);
}

/* When the turn ended for the one who lived through it. */
static int64_t turn_end_ms(const struct rp_floor_run *run)
{
    const struct rp_floor *f = run->f;
    if (!rp_floor_plays(f->holder))
        return run->at_ms;
    const struct rp_floor_actor *actor = &f->actors[f->holder];
    if (rp_floor_is_voice(f))
        return actor->talking ? run->at_ms : rp_max(f->turn_end_ms, actor->talk_end_ms);
    return f->sent ? f->turn_end_ms : rp_max(f->turn_end_ms, actor->key_ms);
}

static void emit_turn(const struct rp_floor_run *run, const struct rp_floor_turn *turn)
{
    struct rp_floor_effect effect = {.type = RP_FLOOR_EFFECT_TURN};
    effect.as.turn = *turn;
    rp_floor_emit(run, &effect);
}

void rp_floor_tell_late_turn(const struct rp_floor_run *run)
{
    if (run->f->late_turn_open)
        emit_turn(run, &run->f->late_turn);
    run->f->late_turn_open = false;
}

void rp_floor_close_turn(const struct rp_floor_run *run, bool keep_turn)
{
    struct rp_floor *f = run->f;
    int64_t end_ms = turn_end_ms(run);
    bool waited = f->flag == RP_FLOOR_FLAG_MORE && f->sub == RP_FLOOR_PAUSED;
    f->before = (struct rp_floor_before){f->holder, end_ms, waited ? run->at_ms : end_ms};
    f->turn.end_ms = end_ms;
    f->turn.closed_ms = run->at_ms;
    f->abusive = false;
    if (!rp_floor_plays(f->holder))
        return;
    if (keep_turn) {
        f->late_turn = f->turn;
        f->late_turn_open = true;
    } else {
        emit_turn(run, &f->turn);
    }
}

void rp_floor_claim(const struct rp_floor_run *run, enum rp_party party,
                    const struct rp_floor_grant *how)
{
    struct rp_floor *f = run->f;
    int32_t claim = rp_floor_is_voice(f) ? f->config.claim_voice : f->config.claim_text;
    rp_floor_grant(run, party, how);
    if (rp_floor_is_active(f, party))
        return;
    rp_floor_pause(run, RP_FLOOR_FLAG_NONE, run->at_ms + rp_floor_own(f, party, claim));
    f->claim = true;
}

static void grant_from_queue(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    struct rp_floor_place place = f->queue[0];
    const struct rp_floor_actor *actor = &f->actors[place.party];
    struct rp_floor_grant how = {.onset_ms = place.onset_ms, .rtt_ms = place.rtt_ms};
    if (place.requested || actor->composing) {
        rp_floor_claim(run, place.party, &how);
        return;
    }
    int64_t until_ms = actor->key_ms + rp_floor_own(f, place.party, f->config.draft_text);
    rp_floor_disarm(f, rp_floor_draft_timer(place.party));
    rp_floor_grant(run, place.party, &how);
    rp_floor_pause(run, RP_FLOOR_FLAG_DRAFT, rp_max(until_ms, run->at_ms));
}

static void grant_talker(const struct rp_floor_run *run, enum rp_party party)
{
    struct rp_floor *f = run->f;
    struct rp_floor_grant how = {.onset_ms = run->at_ms, .rtt_ms = f->actors[party].rtt_ms};
    if (party == RP_PARTY_TRAINEE && f->challenge.open) {
        how.onset_ms = f->challenge.onset_ms;
        how.rtt_ms = f->challenge.rtt_ms;
    } else if (party == RP_PARTY_CUSTOMER && f->over.open) {
        how.onset_ms = f->over.onset_ms;
    } else {
        how.carry = true;
    }
    rp_floor_grant(run, party, &how);
    if (party == RP_PARTY_TRAINEE)
        rp_floor_challenge_holds(run);
    else
        rp_floor_drop_over(f);
}

/* A talker first, the customer before the trainee; then whoever waited. */
void rp_floor_pass_on(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    enum rp_party last = f->holder;
    if (last != RP_PARTY_CUSTOMER && f->actors[RP_PARTY_CUSTOMER].talking)
        grant_talker(run, RP_PARTY_CUSTOMER);
    else if (last != RP_PARTY_TRAINEE && f->actors[RP_PARTY_TRAINEE].talking)
        grant_talker(run, RP_PARTY_TRAINEE);
    else if (f->queued > 0)
        grant_from_queue(run);
    else
        rp_floor_set_holder(run, RP_PARTY_NONE);
}

void rp_floor_release(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    bool customer = f->holder == RP_PARTY_CUSTOMER;
    bool trainee_talks = f->actors[RP_PARTY_TRAINEE].talking;
    bool open = customer && trainee_talks && f->challenge.open;
    rp_floor_close_turn(run, open);
    if (customer)
        f->vent = false;
    rp_floor_pass_on(run);
    if (customer)
        rp_floor_watch_dead_air(run);
}

void rp_floor_on_release(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    if (f->claim)
        rp_floor_revoke(run, f->holder, RP_FLOOR_REVOKED_UNUSED_CLAIM);
    else if (f->flag == RP_FLOOR_FLAG_DRAFT)
        rp_floor_revoke(run, f->holder, RP_FLOOR_REVOKED_EXPIRED_DRAFT);
    rp_floor_release(run);
}

/* Inside a turn. */

void rp_floor_become_active(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    if (f->sub != RP_FLOOR_PAUSED)
        return;
    f->reserve_ms = f->claim ? RP_NEVER : f->alarms[RP_FLOOR_TIMER_RELEASE].due_ms;
    f->reserve_flag = f->flag;
    f->turn.pauses_ms += run->at_ms - f->pause_ms;
    f->turn.interrupted_last_part = false;
    f->sub = RP_FLOOR_ACTIVE;
    f->flag = RP_FLOOR_FLAG_NONE;
    f->claim = false;
    rp_floor_disarm(f, RP_FLOOR_TIMER_RELEASE);
}

void rp_floor_pause(const struct rp_floor_run *run, enum rp_floor_flag flag, int64_t until_ms)
{
    struct rp_floor *f = run->f;
    if (f->sub != RP_FLOOR_PAUSED)
        f->pause_ms = run->at_ms;
    f->sub = RP_FLOOR_PAUSED;
    f->flag = flag;
    f->claim = false;
    rp_floor_arm(f, RP_FLOOR_TIMER_RELEASE, until_ms);
}

void rp_floor_back_to_reserve(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    if (f->reserve_ms != RP_NEVER && f->reserve_ms > run->at_ms) {
        rp_floor_pause(run, f->reserve_flag, f->reserve_ms);
        f->reserve_ms = RP_NEVER;
    } else {
        rp_floor_release(run);
    }
}

/* How long the holder's pause keeps the floor. What was announced has one length for all. */
int64_t rp_floor_quiet_ms(const struct rp_floor *f, bool more)
{
    const struct rp_floor_config *c = &f->config;
    bool voice = rp_floor_is_voice(f), vent = f->vent && f->holder == RP_PARTY_CUSTOMER;
    if (more)
        return voice ? c->hold_voice_more : c->more_text;
    if (voice)
        return rp_floor_own(f, f->holder, vent ? c->hold_voice_vent : c->hold_voice);
    return rp_floor_own(f, f->holder, vent ? c->cont_text_vent : c->cont_text);
}

/* The first message of a trainee's turn shows how long it took him to answer. */
static void measure_answer(const struct rp_floor_run *run, int64_t written_ms, int32_t rtt_ms)
{
    struct rp_floor *f = run->f;
    struct rp_floor_effect effect = {.type = RP_FLOOR_EFFECT_TRANSFER_CHANGE};
    int64_t seen_ms = written_ms - rp_floor_comp(f, rtt_ms);
    int64_t fast_ms = (int64_t)f->config.fast_text_per_word * f->message_words;
    bool answers = f->band != RP_FLOOR_BAND_NONE && f->before.holder == RP_PARTY_CUSTOMER;
    fast_ms = rp_max(fast_ms, f->config.fast_text_min);
    if (answers && f->message_ms != RP_FLOOR_LONG_AGO && seen_ms - f->message_ms < fast_ms)
        f->band = RP_FLOOR_BAND_TOO_FAST;
    effect.as.transfer_change = (struct rp_floor_transfer_change){
        .number = f->turn.transfer,
        .has_send_latency = true,
        .send_latency_ms = rp_max(seen_ms - f->before.end_ms, 0),
        .band = f->band,
    };
    rp_floor_emit(run, &effect);
}

void rp_floor_note_message(const struct rp_floor_run *run, int64_t written_ms, int32_t rtt_ms,
                           int32_t words)
{
    struct rp_floor *f = run->f;
    if (!f->sent && f->holder == RP_PARTY_TRAINEE && f->has_offset)
        measure_answer(run, written_ms, rtt_ms);
    f->sent = true;
    f->turn_end_ms = run->at_ms;
    f->turn.parts++;
    f->turn.words += words;
}

/* The queue. */

bool rp_floor_is_queued(const struct rp_floor *f, enum rp_party party)
{
    return (f->queued > 0 && f->queue[0].party == party) ||
           (f->queued > 1 && f->queue[1].party == party);
}

bool rp_floor_enqueue(struct rp_floor *f, struct rp_floor_place place)
{
    if (rp_floor_is_queued(f, place.party))
        return false;
    f->queue[f->queued++] = place;
    return true;
}

void rp_floor_dequeue(struct rp_floor *f, enum rp_party party)
{
    int32_t kept = 0;
    for (int32_t i = 0; i < f->queued; i++)
        if (f->queue[i].party != party)
            f->queue[kept++] = f->queue[i];
    f->queued = kept;
}

void rp_floor_dequeue_draft(struct rp_floor *f, enum rp_party party)
{
    for (int32_t i = 0; i < f->queued; i++)
        if (f->queue[i].party == party && f->queue[i].requested)
            return;
    rp_floor_dequeue(f, party);
}

/* Silence after the customer's turn. */

void rp_floor_sign_of_life(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    rp_floor_disarm(f, RP_FLOOR_TIMER_DEAD_AIR);
    if (f->dead_air_since_ms != RP_NEVER)
        f->totals.dead_air_ms += rp_max(run->at_ms - f->dead_air_since_ms, 0);
    f->dead_air_since_ms = RP_NEVER;
}

void rp_floor_watch_dead_air(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    int32_t limit = rp_floor_is_voice(f) ? f->config.dead_voice : f->config.dead_text;
    int64_t due_ms = f->before.band_from_ms + rp_floor_own(f, RP_PARTY_TRAINEE, limit);
    if (!rp_floor_is_active(f, RP_PARTY_TRAINEE) && !rp_floor_is_active(f, RP_PARTY_CUSTOMER))
        rp_floor_arm(f, RP_FLOOR_TIMER_DEAD_AIR, rp_max(due_ms, run->at_ms));
}

void rp_floor_on_dead_air(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    struct rp_floor_judgement verdict = {
        .act_ms = run->at_ms,
        .party = RP_PARTY_TRAINEE,
        .verdict = RP_FLOOR_DEAD_AIR,
        .rule = RP_FLOOR_RULE_NO_SIGN_OF_LIFE,
        .against_ref = f->actors[RP_PARTY_CUSTOMER].ref,
        .measured_ms = run->at_ms - f->before.band_from_ms,
        .limit_ms = run->at_ms - f->before.band_from_ms,
    };
    f->dead_air_since_ms = run->at_ms;
    rp_floor_judge(run, &verdict, f->config.base_silence);
}
