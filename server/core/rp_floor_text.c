/* Composing and sends. What a send over the customer means is judged in rp_floor_judge.c. */
#include "rp_floor_parts.h"

static enum rp_floor_timer keys_timer(enum rp_party party)
{
    return party == RP_PARTY_TRAINEE ? RP_FLOOR_TIMER_KEYS_TRAINEE : RP_FLOOR_TIMER_KEYS_CUSTOMER;
}

/* Composing. */

static void touch_keys(const struct rp_floor_run *run, enum rp_party party)
{
    struct rp_floor *f = run->f;
    struct rp_floor_actor *actor = &f->actors[party];
    if (!actor->composing)
        actor->compose_since_ms = run->at_ms;
    actor->composing = actor->has_draft = true;
    actor->key_ms = run->at_ms;
    rp_floor_arm(f, keys_timer(party),
                 run->at_ms + rp_floor_own(f, party, f->config.compose_expire));
    rp_floor_disarm(f, rp_floor_draft_timer(party));
}

/* The customer comes in while the trainee has asked to be waited for. */
static void end_hold_for_customer(const struct rp_floor_run *run)
{
    rp_floor_end_hold(run);
    rp_floor_close_turn(run, false);
    rp_floor_grant_now(run, RP_PARTY_CUSTOMER);
}

static void compose_on_floor(const struct rp_floor_run *run, enum rp_party party)
{
    struct rp_floor *f = run->f;
    if (f->holder == RP_PARTY_NONE) {
        rp_floor_grant_now(run, party);
    } else if (f->holder == party) {
        if (f->sub == RP_FLOOR_HOLD)
            rp_floor_end_hold(run);
        rp_floor_become_active(run);
    } else if (f->sub == RP_FLOOR_HOLD) {
        end_hold_for_customer(run);
    } else {
        rp_floor_enqueue(f, (struct rp_floor_place){.party = party,
                                                    .onset_ms = run->at_ms,
                                                    .rtt_ms = f->actors[party].rtt_ms});
    }
}

void rp_floor_compose(const struct rp_floor_run *run, enum rp_party party)
{
    if (rp_floor_is_voice(run->f))
        return;
    touch_keys(run, party);
    if (rp_floor_is_suspended(run->f))
        return;
    rp_floor_sign_of_life(run);
    if (party == RP_PARTY_CUSTOMER)
        rp_floor_early_outcome(run);
    compose_on_floor(run, party);
}

/* The keys rest, the draft stays. */
void rp_floor_rest_keys(struct rp_floor *f, enum rp_party party)
{
    struct rp_floor_actor *actor = &f->actors[party];
    actor->composing = false;
    rp_floor_disarm(f, keys_timer(party));
    if (actor->has_draft && rp_floor_is_queued(f, party))
        rp_floor_arm(f, rp_floor_draft_timer(party),
                     actor->key_ms + rp_floor_own(f, party, f->config.draft_text));
}

static void keep_draft(const struct rp_floor_run *run, enum rp_party party)
{
    struct rp_floor *f = run->f;
    rp_floor_rest_keys(f, party);
    if (f->holder == party && f->sub == RP_FLOOR_ACTIVE)
        rp_floor_pause(run, RP_FLOOR_FLAG_DRAFT,
                       f->actors[party].key_ms + rp_floor_own(f, party, f->config.draft_text));
}

static void empty_draft(const struct rp_floor_run *run, enum rp_party party)
{
    struct rp_floor *f = run->f;
    bool on_draft = f->sub == RP_FLOOR_PAUSED && f->flag == RP_FLOOR_FLAG_DRAFT;
    rp_floor_finish_composing(f, party);
    if (f->holder == party && (f->sub == RP_FLOOR_ACTIVE || on_draft))
        rp_floor_back_to_reserve(run);
}

void rp_floor_compose_stop(const struct rp_floor_run *run, enum rp_party party, bool empty)
{
    struct rp_floor *f = run->f;
    struct rp_floor_actor *actor = &f->actors[party];
    if (!actor->composing && !actor->has_draft)
        return;
    if (actor->composing)
        actor->key_ms = run->at_ms;
    if (rp_floor_is_suspended(f)) {
        rp_floor_rest_keys(f, party);
        actor->has_draft = !empty;
    } else if (empty) {
        empty_draft(run, party);
    } else {
        keep_draft(run, party);
    }
}

void rp_floor_on_keys(const struct rp_floor_run *run, enum rp_party party)
{
    keep_draft(run, party);
}

void rp_floor_on_draft(const struct rp_floor_run *run, enum rp_party party)
{
    rp_floor_dequeue_draft(run->f, party);
    rp_floor_revoke(run, party, RP_FLOOR_REVOKED_EXPIRED_DRAFT);
}

void rp_floor_finish_composing(struct rp_floor *f, enum rp_party party)
{
    f->actors[party].composing = f->actors[party].has_draft = false;
    rp_floor_disarm(f, keys_timer(party));
    rp_floor_disarm(f, rp_floor_draft_timer(party));
    rp_floor_dequeue_draft(f, party);
}

/* Messages. */

static void count_message(struct rp_floor *f, enum rp_party party, int32_t words)
{
    f->totals.messages[party]++;
    f->totals.words[party] += words;
}

void rp_floor_emit_message(const struct rp_floor_run *run, enum rp_floor_effect_type type,
                           const struct rp_floor_message *message)
{
    struct rp_floor_effect effect = {.type = type};
    effect.as.message = *message;
    rp_floor_emit(run, &effect);
}

void rp_floor_show(const struct rp_floor_run *run, const struct rp_floor_line *line, bool cut_in)
{
    struct rp_floor_message message = {
        .ref = line->ref,
        .party = line->party,
        .written_ms = line->written_ms,
        .chip = line->chip,
        .more = line->more,
        .cut_in = cut_in,
        .verdict = line->verdict,
    };
    if (!line->chip)
        count_message(run->f, line->party, line->words);
    rp_floor_emit_message(run, RP_FLOOR_EFFECT_DELIVERED, &message);
}

void rp_floor_deliver(const struct rp_floor_run *run, const struct rp_floor_line *line)
{
    struct rp_floor *f = run->f;
    rp_floor_note_message(run, line->written_ms, line->rtt_ms, line->words);
    rp_floor_show(run, line, false);
    f->reserve_ms = RP_NEVER;
    if (line->yield)
        rp_floor_release(run);
    else if (!f->actors[line->party].composing)
        rp_floor_pause(run, line->more ? RP_FLOOR_FLAG_MORE : RP_FLOOR_FLAG_NONE,
                       run->at_ms + rp_floor_quiet_ms(f, line->more));
}

void rp_floor_refuse(const struct rp_floor_run *run, const struct rp_floor_event *event,
                     enum rp_floor_refused_why why, uint32_t verdict)
{
    struct rp_floor_message message = {
        .ref = event->ref,
        .party = event->party,
        .written_ms = event->t_ms,
        .verdict = verdict,
        .refused_why = why,
    };
    rp_floor_emit_message(run, RP_FLOOR_EFFECT_REFUSED, &message);
}

/* Sends. */

static struct rp_floor_line line_of(const struct rp_floor_run *run,
                                    const struct rp_floor_event *event)
{
    return (struct rp_floor_line){
        .party = event->party,
        .ref = event->ref,
        .written_ms = run->at_ms,
        .rtt_ms = run->f->actors[event->party].rtt_ms,
        .words = event->words,
        .more = event->more && !event->yield,
        .yield = event->yield,
        .chip = event->ack,
    };
}

/* The customer answers over the trainee: an ordinary change when he had paused, else he is first.
 */
static void take_from_trainee(const struct rp_floor_run *run, struct rp_floor_line *line)
{
    struct rp_floor *f = run->f;
    struct rp_floor_actor *trainee = &f->actors[RP_PARTY_TRAINEE];
    bool over = f->sub == RP_FLOOR_ACTIVE || f->flag == RP_FLOOR_FLAG_MORE;
    struct rp_floor_grant how = {run->at_ms, line->rtt_ms, .preempt = over};
    struct rp_floor_judgement verdict = {
        .act_ms = run->at_ms,
        .party = RP_PARTY_CUSTOMER,
        .verdict = RP_FLOOR_CUSTOMER_OVERLAP,
        .rule = RP_FLOOR_RULE_CUSTOMER_FIRST,
        .ref = line->ref,
        .against_ref = trainee->ref,
        .rtt_ms = line->rtt_ms,
        .floor_taken = true,
        .is_send = true,
        .delivered = true,
    };
    if (f->sub == RP_FLOOR_HOLD)
        rp_floor_end_hold(run);
    rp_floor_revoke(run, RP_PARTY_TRAINEE, RP_FLOOR_REVOKED_CUSTOMER);
    rp_floor_close_turn(run, false);
    rp_floor_grant(run, RP_PARTY_CUSTOMER, &how);
    rp_floor_queue_draft(run, RP_PARTY_TRAINEE);
    if (over)
        line->verdict = rp_floor_judge(run, &verdict, 0);
}

/* A draft without a floor waits, if it has not expired. */
void rp_floor_queue_draft(const struct rp_floor_run *run, enum rp_party party)
{
    struct rp_floor *f = run->f;
    const struct rp_floor_actor *actor = &f->actors[party];
    int64_t expires_ms = actor->key_ms + rp_floor_own(f, party, f->config.draft_text);
    if (!actor->composing && (!actor->has_draft || expires_ms <= run->at_ms))
        return;
    rp_floor_enqueue(f, (struct rp_floor_place){.party = party,
                                                .onset_ms = actor->compose_since_ms,
                                                .rtt_ms = actor->rtt_ms});
    if (!actor->composing)
        rp_floor_rest_keys(f, party);
}

static void customer_sends(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    struct rp_floor *f = run->f;
    struct rp_floor_line line = line_of(run, event);
    rp_floor_early_outcome(run);
    rp_floor_finish_composing(f, RP_PARTY_CUSTOMER);
    if (f->holder == RP_PARTY_TRAINEE)
        take_from_trainee(run, &line);
    else if (f->holder == RP_PARTY_NONE)
        rp_floor_grant_now(run, RP_PARTY_CUSTOMER);
    rp_floor_make_held_stale(run);
    f->message_ms = run->at_ms;
    f->message_words = line.words;
    rp_floor_deliver(run, &line);
}

static void trainee_sends(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    struct rp_floor *f = run->f;
    struct rp_floor_line line = line_of(run, event);
    if (event->confirm)
        rp_floor_drop_held(run, RP_FLOOR_DROPPED_REPLACED);
    if (f->holder == RP_PARTY_CUSTOMER) {
        rp_floor_judge_send(run, event);
        return;
    }
    rp_floor_finish_composing(f, RP_PARTY_TRAINEE);
    if (f->holder == RP_PARTY_NONE)
        rp_floor_grant_now(run, RP_PARTY_TRAINEE);
    else if (f->sub == RP_FLOOR_HOLD)
        rp_floor_end_hold(run);
    rp_floor_deliver(run, &line);
}

static void send_chip(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    struct rp_floor_line line = line_of(run, event);
    if (event->party == RP_PARTY_TRAINEE)
        run->f->totals.chips++;
    if (event->party == RP_PARTY_TRAINEE && run->f->holder == RP_PARTY_CUSTOMER)
        line.verdict = rp_floor_judge_chip(run, event);
    rp_floor_show(run, &line, false);
}

void rp_floor_void_act(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    struct rp_floor *f = run->f;
    bool send = event->type == RP_FLOOR_EVENT_SEND;
    struct rp_floor_run now = {f, run->sink, event->t_ms};
    struct rp_floor_judgement verdict = {
        .act_ms = event->t_ms,
        .party = event->party,
        .verdict = f->paused ? RP_FLOOR_VOID_PAUSE : RP_FLOOR_VOID_LINK,
        .rule = RP_FLOOR_RULE_SUSPENDED,
        .ref = event->ref,
        .rtt_ms = f->actors[event->party].rtt_ms,
        .is_send = send,
    };
    uint32_t number = rp_floor_judge(&now, &verdict, 0);
    if (send)
        rp_floor_refuse(&now, event, RP_FLOOR_REFUSED_SUSPENDED, number);
}

void rp_floor_send(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    struct rp_floor *f = run->f;
    if (rp_floor_is_voice(f))
        return;
    if (rp_floor_is_suspended(f)) {
        rp_floor_void_act(run, event);
        return;
    }
    rp_floor_sign_of_life(run);
    if (event->ack)
        send_chip(run, event);
    else if (f->holder == RP_PARTY_INSTRUCTOR)
        rp_floor_refuse(run, event, RP_FLOOR_REFUSED_INSTRUCTOR_HOLDS, 0);
    else if (event->party == RP_PARTY_CUSTOMER)
        customer_sends(run, event);
    else
        trainee_sends(run, event);
}
