#include "rp_dialogue_parts.h"

#include <string.h>

enum {
    CUT_IN_MAJOR = 8,
    CUT_IN_MAJOR_VENT = 12,
    CUT_IN_MINOR = 4,
    CUT_IN_MINOR_VENT = 6,
    CUT_IN_EARLIER = 2, /* more for each one shortly before */
    CUTS_OF_ONE_PART = 3,
    CHIPS_MAX = 5,
    DEAD_AIRS_MAX = 10,
    NUDGES_MAX = 4, /* then he takes it that nobody is there */
};

void rp_dialogue_init(struct rp_dialogue *dialogue, const struct rp_script *script, uint64_t seed,
                      uint8_t heat)
{
    static const int8_t start[] = {-30, -15, 0, 12, 20};
    RP_CHECK(heat >= 1 && heat <= 5);
    memset(dialogue, 0, sizeof(*dialogue));
    dialogue->seed = seed;
    dialogue->anger = (uint8_t)rp_clamp(script->start_anger + start[heat - 1], 0, 100);
    dialogue->trust = script->start_trust;
    dialogue->abuse_max = heat < 3 ? RP_ABUSE_NONE : script->persona.abuse;
    if (heat == 5)
        dialogue->abuse_max = RP_ABUSE_THREAT;
    dialogue->last_fact = RP_SCRIPT_NO_FACT;
    dialogue->best_amount = -1;
}

static void opens(struct rp_turn *t)
{
    t->d->began_ms = t->event->at_ms;
    for (unsigned i = 0; i < t->script->story_n; i++)
        rp_turn_plans_fact(t, t->script->story[i]);
}

static void reads(struct rp_turn *t)
{
    struct rp_dialogue *d = t->d;
    if (d->turns < UINT16_MAX)
        d->turns++;
    d->dead_airs = 0;
    d->nudges = 0;
    rp_turn_judges(t);
    rp_turn_settles(t, true);
    rp_turn_decides(t);
    if (!d->over)
        rp_turn_answers(t);
}

static int32_t cut_in_anger(const struct rp_dialogue_event *event)
{
    int32_t anger = event->vent ? CUT_IN_MINOR_VENT : CUT_IN_MINOR;
    if (event->major)
        anger = event->vent ? CUT_IN_MAJOR_VENT : CUT_IN_MAJOR;
    return anger + CUT_IN_EARLIER * event->earlier;
}

static void is_cut_off(struct rp_turn *t)
{
    struct rp_dialogue *d = t->d;
    if (d->cuts < UINT8_MAX)
        d->cuts++;
    rp_turn_feels(t, (struct rp_cause){.change = RP_CHANGE_CUT_IN},
                  (struct rp_effect){cut_in_anger(t->event), -5, 0, 0});
    rp_turn_settles(t, false);
    if (d->plan_n == 0)
        return;
    rp_turn_starts_over(t);
    if (d->cut_times >= CUTS_OF_ONE_PART)
        rp_turn_ends(t, RP_OUTCOME_MANAGER, RP_REACTION_MANAGER);
}

static void is_listened_to(struct rp_turn *t)
{
    struct rp_dialogue *d = t->d;
    if (!rp_dialogue_tells_story(d, t->script) || d->chips >= CHIPS_MAX)
        return;
    d->chips++;
    rp_turn_feels(t, (struct rp_cause){.change = RP_CHANGE_CHIP}, (struct rp_effect){.anger = -1});
}

static void minds_silence(struct rp_turn *t)
{
    struct rp_dialogue *d = t->d;
    if (d->dead_airs < DEAD_AIRS_MAX) {
        d->dead_airs++;
        rp_turn_feels(t, (struct rp_cause){.change = RP_CHANGE_DEAD_AIR},
                      (struct rp_effect){.anger = 1});
    }
    if (d->plan_n > 0 || d->dead_airs != 1)
        return;
    if (d->accepted != RP_ACCEPTED_NOTHING || d->nudges >= NUDGES_MAX)
        rp_turn_closes(t);
    else
        rp_turn_plans_reaction(t, RP_REACTION_SILENCE, false);
    d->nudges++;
}

static void minds_waiting(struct rp_turn *t)
{
    rp_turn_feels(t, (struct rp_cause){.change = RP_CHANGE_HOLD_OVERRUN},
                  (struct rp_effect){.anger = 1});
    if (t->d->plan_n == 0)
        rp_turn_plans_reaction(t, RP_REACTION_HOLD_OVERRUN, false);
}

/* Left room to speak, he may come out with something. */
static void fills_silence(struct rp_turn *t)
{
    struct rp_dialogue *d = t->d;
    if (d->plan_n > 0 || !d->story_told || d->accepted != RP_ACCEPTED_NOTHING)
        return;
    for (unsigned i = 0; i < t->script->facts_n; i++) {
        const struct rp_script_fact *fact = &t->script->facts[i];
        bool open = fact->by_silence && (!fact->after || fact->after & d->moves_made);
        if (open && !((d->revealed | d->planned) & rp_bit(i))) {
            rp_turn_plans_fact(t, i);
            return;
        }
    }
}

static void dispatch(struct rp_turn *t)
{
    switch (t->event->type) {
    case RP_DIALOGUE_OPENING:
        opens(t);
        break;
    case RP_DIALOGUE_PART_HEARD:
        t->d->dead_airs = 0;
        rp_turn_heard_out(t);
        break;
    case RP_DIALOGUE_TURN:
        reads(t);
        break;
    case RP_DIALOGUE_CUT_IN:
        is_cut_off(t);
        break;
    case RP_DIALOGUE_CHIP:
        is_listened_to(t);
        break;
    case RP_DIALOGUE_DEAD_AIR:
        minds_silence(t);
        break;
    case RP_DIALOGUE_HOLD_OVERRUN:
        minds_waiting(t);
        break;
    case RP_DIALOGUE_FLOOR_IDLE:
        fills_silence(t);
        break;
    case RP_DIALOGUE_CLOSE:
        rp_turn_closes(t);
        break;
    case RP_DIALOGUE_HAND_OVER:
        rp_turn_hands_over(t);
        break;
    case RP_DIALOGUE_END_BY_POLICY:
        rp_turn_ends_by_policy(t);
        break;
    }
}

void rp_dialogue_take(struct rp_dialogue *dialogue, const struct rp_script *script,
                      const struct rp_dialogue_event *event, struct rp_dialogue_out *out)
{
    struct rp_turn t = {
        .d = dialogue,
        .script = script,
        .event = event,
        .out = out,
        .phase = rp_dialogue_phase(dialogue, script),
    };
    memset(out, 0, sizeof(*out));
    if (dialogue->over) { /* his last words are still to be said, nothing else */
        if (event->type == RP_DIALOGUE_PART_HEARD)
            rp_turn_heard_out(&t);
        return;
    }
    dispatch(&t);
    rp_turn_settles(&t, false);
    rp_turn_triggers(&t);
    rp_turn_settles(&t, false);
    rp_turn_speaks(&t);
}
