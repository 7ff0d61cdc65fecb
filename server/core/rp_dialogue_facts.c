#include "rp_dialogue_parts.h"

/* What a line has to do with facts: apologies for them, summaries of them, questions for them. */

enum { SHARE_FULL = 60, SHARE_PART = 30, PART_CREDITS = 2 };

/* A question for what he has told already; saying it back while asking is checking, not that. */
bool rp_turn_asks_again(const struct rp_turn *t)
{
    const struct rp_understood *u = t->event->understood;
    return u->asked && !(u->asked & ~t->d->revealed) && !(u->asked & u->told);
}

static void early_apology(struct rp_turn *t, const struct rp_move_found *found)
{
    const struct rp_script_persona *persona = &t->script->persona;
    struct rp_effect effect = {persona->early_apology_anger, persona->early_apology_trust, 0, 0};
    rp_turn_reacts(t, RP_REACTION_EARLY_APOLOGY);
    rp_turn_finds(t, found, RP_FINDING_PREMATURE_APOLOGY, RP_GRADE_NOTE, effect, 0);
}

void rp_turn_apologises(struct rp_turn *t, const struct rp_move_found *found)
{
    if (rp_turn_has(t, RP_MOVE_APOLOGY_SPECIFIC))
        return; /* the same apology, read twice */
    if (t->d->revealed == 0)
        early_apology(t, found);
    else
        rp_turn_credits(t, found, (enum rp_move)found->move);
}

void rp_turn_apologises_for(struct rp_turn *t, const struct rp_move_found *found)
{
    uint32_t targets = t->script->apology_targets;
    uint32_t named = t->event->understood->apology_for;
    if (t->d->revealed == 0) {
        early_apology(t, found);
    } else if (!targets || named & targets) {
        rp_turn_credits(t, found, (enum rp_move)found->move);
    } else if (named) {
        rp_turn_reacts(t, RP_REACTION_WRONG_APOLOGY);
        rp_turn_finds(t, found, RP_FINDING_WRONG_APOLOGY, RP_GRADE_NOTE, (struct rp_effect){0}, 0);
        t->moves &= ~rp_bit(RP_MOVE_APOLOGY_SPECIFIC);
    } else {
        rp_turn_credits(t, found, RP_MOVE_APOLOGY_GENERIC);
    }
}

static uint32_t key_facts(const struct rp_script *script)
{
    uint32_t keys = 0;
    for (unsigned i = 0; i < script->facts_n; i++)
        if (script->facts[i].key)
            keys |= rp_bit(i);
    return keys;
}

static void poor_summary(struct rp_turn *t, const struct rp_move_found *found,
                         enum rp_finding finding, int64_t share)
{
    rp_turn_reacts(t, RP_REACTION_SUMMARY_WRONG);
    rp_turn_finds(t, found, finding, RP_GRADE_FAULT, (struct rp_effect){4, -4, 0, 0}, share);
    t->moves &= ~rp_bit(RP_MOVE_SUMMARY);
}

static void full_summary(struct rp_turn *t, const struct rp_move_found *found, uint32_t keys,
                         int64_t share)
{
    struct rp_dialogue *d = t->d;
    rp_turn_reacts(t, RP_REACTION_SUMMARY_GOOD);
    bool nothing_new = d->grasped == 100 && !(keys & ~d->summed);
    struct rp_effect effect = {-12, 8, 0, 100 - d->grasped - t->sum.grasped};
    if (nothing_new)
        rp_turn_shows(t, RP_GRADE_NOTE, rp_cause_of(found, RP_FINDING_NO_CREDIT_LEFT), share);
    else
        rp_turn_finds(t, found, RP_FINDING_SUMMARY_FULL, RP_GRADE_CREDIT, effect, share);
    d->summed = keys;
}

void rp_turn_sums_up(struct rp_turn *t, const struct rp_move_found *found)
{
    struct rp_dialogue *d = t->d;
    uint32_t keys = key_facts(t->script) & d->revealed;
    uint32_t told = t->event->understood->told & d->revealed;
    uint32_t wrong = t->event->understood->contradicted & d->revealed;
    int64_t share = keys ? rp_bits(told & keys) * 100 / rp_bits(keys) : 0;
    /* A feeling named with some detail of the story is no failed attempt to sum it up. */
    bool feels = !told && rp_understood_move(t->event->understood, RP_MOVE_EMPATHY);
    bool parrots = told && d->last_fact != RP_SCRIPT_NO_FACT && told == rp_bit(d->last_fact);

    rp_turn_reacts(t, RP_REACTION_PROMPT);
    if (!keys || (feels && !wrong)) {
        rp_turn_shows(t, RP_GRADE_NOTE, rp_cause_of(found, RP_FINDING_SUMMARY_PART), 0);
    } else if (wrong) {
        t->corrects = wrong;
        poor_summary(t, found, RP_FINDING_SUMMARY_WRONG, share);
    } else if (share >= SHARE_FULL) {
        full_summary(t, found, keys, share);
    } else if (parrots) {
        rp_turn_reacts(t, RP_REACTION_PARROTING);
        t->moves &= ~rp_bit(RP_MOVE_SUMMARY);
        rp_turn_finds(t, found, RP_FINDING_PARROTING, RP_GRADE_NOTE, (struct rp_effect){0}, share);
    } else if (share >= SHARE_PART) {
        rp_turn_reacts(t, RP_REACTION_SUMMARY_PART);
        int32_t grasped = rp_turn_counts(t, RP_MOVE_SUMMARY) < PART_CREDITS ? 40 : 0;
        rp_turn_finds(t, found, RP_FINDING_SUMMARY_PART, RP_GRADE_CREDIT,
                      (struct rp_effect){grasped ? -3 : 0, 0, 0, grasped}, share);
    } else {
        poor_summary(t, found, RP_FINDING_SUMMARY_PART, share);
    }
}

static bool gate_open(const struct rp_turn *t, const struct rp_script_fact *fact)
{
    return t->d->story_told && (!fact->after || t->d->moves_made & fact->after);
}

/* Which facts the line brings out. */
void rp_turn_opens(struct rp_turn *t)
{
    const struct rp_script *script = t->script;
    uint32_t asked = t->event->understood->asked;
    uint32_t hidden = ~(t->d->revealed | t->d->planned);
    const uint32_t asking = rp_bit(RP_MOVE_CLARIFY) | rp_bit(RP_MOVE_ENCOURAGE);
    bool asks_openly = !asked && t->moves & asking;
    for (unsigned i = 0; i < script->facts_n; i++) {
        const struct rp_script_fact *fact = &script->facts[i];
        if (!(hidden & rp_bit(i)) || fact->vent)
            continue;
        bool by_question = fact->by_question && asked & rp_bit(i);
        bool by_open = fact->by_open_question && asks_openly && !t->opens && gate_open(t, fact);
        bool by_move = fact->by_move && t->moves & fact->after;
        if (by_question || by_open || by_move)
            t->opens |= rp_bit(i);
    }
    bool only_asks = (t->moves & asking) == rp_bit(RP_MOVE_CLARIFY);
    if (only_asks && !t->opens)
        rp_turn_reacts(t, RP_REACTION_NO_ANSWER);
}
