#include "rp_dialogue_parts.h"

enum {
    LAST_STRAW_TURNS = 4, /* before that he does not ask for the manager */
    EMPTY_WORDS_MAX = 4,
    CLOSING_TURNS_MAX = 4,
};

static void becomes(struct rp_turn *t, enum rp_outcome outcome)
{
    if (t->d->outcome == outcome)
        return;
    t->d->outcome = outcome;
    t->out->outcome = outcome;
}

/* Drops whatever he had in mind for his last words. */
void rp_turn_ends(struct rp_turn *t, enum rp_outcome outcome, enum rp_reaction last_words)
{
    struct rp_dialogue *d = t->d;
    becomes(t, outcome);
    d->plan_n = 0;
    d->over = true;
    t->replans = true;
    t->out->ends = true;
    rp_turn_plans_reaction(t, last_words, false);
}

static bool is_satisfied(const struct rp_dialogue *d, const struct rp_script *script)
{
    return d->accepted == RP_ACCEPTED_ALL && d->anger <= script->satisfied_anger_max &&
           d->trust >= script->satisfied_trust_min && d->grasped == 100;
}

/* They agree; how content he is may still change until they part. */
static void decides_agreed(struct rp_turn *t)
{
    struct rp_dialogue *d = t->d;
    bool satisfied = is_satisfied(d, t->script);
    bool parting = t->phase == RP_DIALOGUE_CLOSING &&
                   (t->moves & rp_bit(RP_MOVE_CLOSING) || ++d->closing_turns >= CLOSING_TURNS_MAX);
    becomes(t, satisfied ? RP_OUTCOME_SATISFIED : RP_OUTCOME_GRUDGING);
    if (parting)
        rp_turn_ends(t, d->outcome, RP_REACTION_GOODBYE);
    else if (t->phase != RP_DIALOGUE_CLOSING)
        rp_turn_reacts(t, satisfied ? RP_REACTION_ACCEPT : RP_REACTION_GRUDGING);
}

static bool wants_the_manager(const struct rp_dialogue *d)
{
    unsigned empty = (unsigned)d->used[RP_MOVE_VAGUE_ASSURANCE] + d->used[RP_MOVE_NEGATIVE_POLICY];
    if (empty >= EMPTY_WORDS_MAX)
        return true;
    return d->turns >= LAST_STRAW_TURNS && d->anger >= 85 && d->trust <= 10;
}

/* After a turn: has he had enough, or what he wanted? */
void rp_turn_decides(struct rp_turn *t)
{
    struct rp_dialogue *d = t->d;
    if (d->anger >= 95)
        d->angry_turns++;
    if (d->accepted != RP_ACCEPTED_NOTHING && d->angry_turns < 2)
        decides_agreed(t);
    else if (wants_the_manager(d))
        rp_turn_ends(t, RP_OUTCOME_MANAGER, RP_REACTION_MANAGER);
    else if (d->angry_turns >= 2)
        rp_turn_ends(t, RP_OUTCOME_WALK_OUT, RP_REACTION_WALK_OUT);
    else if (d->used[RP_MOVE_CLOSING] >= 2 || d->turns >= t->script->persona.patience_turns)
        rp_turn_ends(t, RP_OUTCOME_UNRESOLVED, RP_REACTION_UNRESOLVED);
}

void rp_turn_closes(struct rp_turn *t)
{
    if (t->d->accepted != RP_ACCEPTED_NOTHING)
        rp_turn_ends(t, t->d->outcome, RP_REACTION_GOODBYE);
    else
        rp_turn_ends(t, RP_OUTCOME_UNRESOLVED, RP_REACTION_UNRESOLVED);
}

/* Warm or cold: how many facts the colleague was told. */
void rp_turn_hands_over(struct rp_turn *t)
{
    uint32_t told = t->event->understood->told;
    bool warm = rp_bits(told) >= t->script->briefing_facts_min;
    struct rp_cause cause = {
        .finding = warm ? RP_FINDING_SUMMARY_FULL : RP_FINDING_SUMMARY_PART,
        .move = RP_MOVE_HANDOVER_ANNOUNCED,
    };
    rp_turn_shows(t, warm ? RP_GRADE_CREDIT : RP_GRADE_FAULT, cause, rp_bits(told));
    rp_turn_ends(t, RP_OUTCOME_HANDED_OVER, RP_REACTION_HANDED_OVER);
}

/* Right after a threat, or when he goes on after the warnings that he has to be given. */
void rp_turn_ends_by_policy(struct rp_turn *t)
{
    const struct rp_dialogue *d = t->d;
    bool right = d->threatened || (d->abusive && d->warnings >= t->script->policy_warnings);
    struct rp_cause cause = {.finding = RP_FINDING_MOVE, .move = RP_MOVE_BOUNDARY};
    rp_turn_shows(t, right ? RP_GRADE_CREDIT : RP_GRADE_FAULT, cause, d->warnings);
    rp_turn_ends(t, right ? RP_OUTCOME_ENDED_BY_POLICY : RP_OUTCOME_UNRESOLVED,
                 RP_REACTION_ENDED_BY_POLICY);
}

static bool is_due(const struct rp_turn *t, const struct rp_script_trigger *trigger)
{
    const struct rp_dialogue *d = t->d;
    bool by_time = trigger->after_ms && t->event->at_ms - d->began_ms >= (int64_t)trigger->after_ms;
    bool by_turns = trigger->turns && d->turns >= trigger->turns;
    bool told = trigger->unless != RP_SCRIPT_NO_FACT &&
                (d->revealed | d->planned) & rp_bit(trigger->unless);
    bool averted = told || d->offered & trigger->unless_offered;
    return (by_time || by_turns) && !averted && d->accepted == RP_ACCEPTED_NOTHING;
}

void rp_turn_triggers(struct rp_turn *t)
{
    struct rp_dialogue *d = t->d;
    for (unsigned i = 0; i < t->script->triggers_n && !d->over; i++) {
        const struct rp_script_trigger *trigger = &t->script->triggers[i];
        if (d->fired & rp_bit(i) || !is_due(t, trigger))
            continue;
        d->fired |= rp_bit(i);
        rp_turn_feels(t, (struct rp_cause){.change = RP_CHANGE_SILENCE},
                      (struct rp_effect){.anger = trigger->anger});
        if (trigger->safety_miss)
            rp_turn_ends(t, RP_OUTCOME_SAFETY_MISS, RP_REACTION_UNRESOLVED);
        rp_turn_plans_first(t, trigger->line);
    }
}
