/* The one message of the trainee that is kept back for him. */
#include "rp_floor_parts.h"

static void emit_held(const struct rp_floor_run *run, enum rp_floor_effect_type type,
                      enum rp_floor_dropped_why why)
{
    const struct rp_floor_held *held = &run->f->held;
    struct rp_floor_message message = {
        .ref = held->ref,
        .party = RP_PARTY_TRAINEE,
        .written_ms = held->act_ms,
        .more = held->more,
        .stale = held->stale,
        .verdict = held->verdict,
        .held_why = held->why,
        .dropped_why = why,
    };
    rp_floor_emit_message(run, type, &message);
}

void rp_floor_hold_message(const struct rp_floor_run *run, const struct rp_floor_event *event,
                           enum rp_floor_held_why why, uint32_t verdict)
{
    rp_floor_drop_held(run, RP_FLOOR_DROPPED_REPLACED);
    run->f->held = (struct rp_floor_held){
        .open = true,
        .more = event->more,
        .yield = event->yield,
        .ref = event->ref,
        .verdict = verdict,
        .act_ms = run->at_ms,
        .words = event->words,
        .rtt_ms = run->f->actors[RP_PARTY_TRAINEE].rtt_ms,
        .why = why,
    };
    emit_held(run, RP_FLOOR_EFFECT_HELD, RP_FLOOR_DROPPED_REPLACED);
}

void rp_floor_drop_held(const struct rp_floor_run *run, enum rp_floor_dropped_why why)
{
    if (run->f->held.open)
        emit_held(run, RP_FLOOR_EFFECT_DROPPED, why);
    run->f->held.open = false;
}

void rp_floor_discard(const struct rp_floor_run *run, uint32_t ref)
{
    if (run->f->held.open && run->f->held.ref == ref)
        rp_floor_drop_held(run, RP_FLOOR_DROPPED_DISCARDED);
}

/* The customer has said something new: it may no longer fit. */
void rp_floor_make_held_stale(const struct rp_floor_run *run)
{
    struct rp_floor_held *held = &run->f->held;
    if (!held->open || held->stale)
        return;
    held->stale = true;
    emit_held(run, RP_FLOOR_EFFECT_STALE, RP_FLOOR_DROPPED_REPLACED);
}

void rp_floor_flush_held(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    struct rp_floor_held *held = &f->held;
    bool may =
        f->holder == RP_PARTY_NONE || (f->holder == RP_PARTY_TRAINEE && f->sub != RP_FLOOR_HOLD);
    if (!held->open || held->stale || !may || rp_floor_is_suspended(f))
        return;
    struct rp_floor_line line = {
        .party = RP_PARTY_TRAINEE,
        .ref = held->ref,
        .verdict = held->verdict,
        .written_ms = held->act_ms,
        .rtt_ms = held->rtt_ms,
        .words = held->words,
        .more = held->more,
        .yield = held->yield,
    };
    held->open = false;
    rp_floor_sign_of_life(run);
    if (f->holder == RP_PARTY_NONE)
        rp_floor_grant(
            run, RP_PARTY_TRAINEE,
            &(struct rp_floor_grant){.onset_ms = line.written_ms, .rtt_ms = line.rtt_ms});
    rp_floor_deliver(run, &line);
}

bool rp_floor_holds(const struct rp_floor *f, uint32_t ref)
{
    return f->held.open && f->held.ref == ref;
}
