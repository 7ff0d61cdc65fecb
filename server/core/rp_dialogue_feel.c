#include "rp_dialogue_parts.h"

/* How far one line can move his anger. */
enum { ANGER_FALL_MAX = 15, ANGER_RISE_MAX = 25, HEARD_ENOUGH = 60, UNDERSTOOD = 100 };

unsigned rp_bits(uint32_t set)
{
    unsigned count = 0;
    for (; set; set &= set - 1)
        count++;
    return count;
}

uint32_t rp_dialogue_chance(const struct rp_dialogue *d, uint32_t salt)
{
    uint64_t x = d->seed + ((uint64_t)d->turns << 32) + salt + 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return (uint32_t)(x >> 33);
}

enum rp_dialogue_phase rp_dialogue_phase(const struct rp_dialogue *d,
                                         const struct rp_script *script)
{
    if (d->accepted != RP_ACCEPTED_NOTHING)
        return RP_DIALOGUE_CLOSING;
    if (rp_dialogue_tells_story(d, script) || d->heard < HEARD_ENOUGH)
        return RP_DIALOGUE_HEAR;
    return d->grasped < UNDERSTOOD ? RP_DIALOGUE_EXPLORE : RP_DIALOGUE_RESOLVE;
}

static uint8_t percent(int64_t value)
{
    return (uint8_t)rp_clamp(value, 0, 100);
}

static int8_t small(int32_t value)
{
    return (int8_t)rp_clamp(value, -100, 100);
}

static void record(struct rp_turn *t, struct rp_cause cause, struct rp_effect effect)
{
    RP_CHECK(t->out->deltas_n < RP_DIALOGUE_DELTAS_MAX);
    t->out->deltas[t->out->deltas_n++] = (struct rp_event_delta){
        .line = t->event->line,
        .change = cause.change,
        .move = cause.move,
        .begin = cause.span.begin,
        .end = cause.span.end,
        .finding = cause.finding,
        .anger = small(effect.anger),
        .trust = small(effect.trust),
        .heard = small(effect.heard),
        .grasped = small(effect.grasped),
        .anger_now = percent(t->d->anger + t->sum.anger),
        .trust_now = percent(t->d->trust + t->sum.trust),
        .heard_now = percent(t->d->heard + t->sum.heard),
        .grasped_now = percent(t->d->grasped + t->sum.grasped),
    };
}

/* Rounded, or a calm person's small changes would all be none. */
static int32_t scaled(int32_t anger, uint16_t percent_of)
{
    int32_t half = anger < 0 ? -50 : 50;
    return (anger * percent_of + half) / 100;
}

void rp_turn_feels(struct rp_turn *t, struct rp_cause cause, struct rp_effect effect)
{
    t->bad |= effect.anger > 0;
    effect.anger = scaled(effect.anger, t->script->persona.anger_percent);
    t->sum.anger += effect.anger;
    t->sum.trust += effect.trust;
    t->sum.heard += effect.heard;
    t->sum.grasped += effect.grasped;
    if (effect.anger || effect.trust || effect.heard || effect.grasped)
        record(t, cause, effect);
}

void rp_turn_shows(struct rp_turn *t, enum rp_grade grade, struct rp_cause cause, int64_t value)
{
    RP_CHECK(t->out->evidence_n < RP_DIALOGUE_EVIDENCE_MAX);
    t->out->evidence[t->out->evidence_n++] = (struct rp_event_evidence){
        .line = t->event->line,
        .grade = grade,
        .finding = cause.finding,
        .move = cause.move,
        .begin = cause.span.begin,
        .end = cause.span.end,
        .value = value,
    };
}

void rp_turn_settles(struct rp_turn *t, bool limited)
{
    struct rp_dialogue *d = t->d;
    int32_t anger = (int32_t)rp_clamp(t->sum.anger, -ANGER_FALL_MAX, ANGER_RISE_MAX);
    if (limited && anger != t->sum.anger) {
        struct rp_effect effect = {.anger = anger - t->sum.anger};
        t->sum.anger = anger;
        record(t, (struct rp_cause){.change = RP_CHANGE_CLAMP}, effect);
    }
    d->anger = percent(d->anger + t->sum.anger);
    d->trust = percent(d->trust + t->sum.trust);
    d->heard = percent(d->heard + t->sum.heard);
    d->grasped = percent(d->grasped + t->sum.grasped);
    t->sum = (struct rp_effect){0};
    if (d->anger >= RP_DIALOGUE_ABUSIVE)
        d->abusive = true;
    else if (d->anger < 75)
        d->abusive = false;
    if (d->anger < 95)
        d->angry_turns = 0;
}
