#include "rp_dialogue_parts.h"

enum { NAMES_TOO_MANY = 6 };

/* What a move does to him as long as it has credits left. Moves with more conditions than that
 * have a function below. */
static const struct rule {
    struct rp_effect effect;
    uint8_t credits; /* 0: never runs out */
    uint8_t reaction;
} rules[RP_MOVES] = {
    /*                          anger trust heard grasped */
    [RP_MOVE_GREETING] = {{0, 2, 0, 0}, 1, RP_REACTION_GREETING},
    [RP_MOVE_USE_NAME] = {{-1, 2, 0, 0}, 3, RP_REACTION_PROMPT},
    [RP_MOVE_ENCOURAGE] = {{-2, 1, 10, 0}, 4, RP_REACTION_PROMPT},
    [RP_MOVE_CLARIFY] = {{-1, 2, 4, 8}, 6, RP_REACTION_PROMPT},
    [RP_MOVE_EMPATHY] = {{-6, 4, 8, 0}, 3, RP_REACTION_EMPATHY},
    [RP_MOVE_APOLOGY_SPECIFIC] = {{-8, 6, 0, 10}, 2, RP_REACTION_APOLOGY},
    [RP_MOVE_APOLOGY_GENERIC] = {{-2, 1, 0, 0}, 1, RP_REACTION_APOLOGY_GENERIC},
    [RP_MOVE_SUMMARY] = {{0, 0, 0, 0}, 0, RP_REACTION_PROMPT},
    [RP_MOVE_OWNERSHIP] = {{-6, 6, 0, 0}, 2, RP_REACTION_OWNERSHIP},
    [RP_MOVE_ASK_SOLUTION] = {{-5, 6, 0, 10}, 1, RP_REACTION_PROMPT},
    [RP_MOVE_OFFER_SPECIFIC] = {{0, 0, 0, 0}, 0, RP_REACTION_PROMPT},
    [RP_MOVE_VAGUE_ASSURANCE] = {{4, -4, 0, 0}, 0, RP_REACTION_VAGUE},
    [RP_MOVE_OVERPROMISE] = {{2, -6, 0, 0}, 0, RP_REACTION_OVERPROMISE},
    [RP_MOVE_POSITIVE_LANGUAGE] = {{-2, 2, 0, 0}, 3, RP_REACTION_PROMPT},
    [RP_MOVE_NEGATIVE_POLICY] = {{8, -6, 0, 0}, 0, RP_REACTION_REFUSAL},
    [RP_MOVE_BLAME_CUSTOMER] = {{12, -10, -10, -10}, 0, RP_REACTION_BLAME},
    [RP_MOVE_ARGUE] = {{10, -8, -10, 0}, 0, RP_REACTION_ARGUE},
    [RP_MOVE_RUDE] = {{20, -20, -20, 0}, 0, RP_REACTION_RUDE},
    [RP_MOVE_BOUNDARY] = {{-8, 2, 0, 0}, 0, RP_REACTION_BOUNDARY},
    [RP_MOVE_HANDOVER_ANNOUNCED] = {{-2, 2, 0, 0}, 0, RP_REACTION_HANDOVER},
    [RP_MOVE_HOLD_ANNOUNCED] = {{1, 0, 0, 0}, 0, RP_REACTION_HOLD},
    [RP_MOVE_ABRUPT_HANDOFF] = {{10, -8, 0, 0}, 0, RP_REACTION_ABRUPT_HANDOFF},
    [RP_MOVE_FOLLOW_UP] = {{-3, 6, 0, 0}, 2, RP_REACTION_FOLLOW_UP},
    [RP_MOVE_CHECK] = {{0, 2, 0, 0}, 2, RP_REACTION_CHECK},
    [RP_MOVE_THANK] = {{-2, 2, 0, 0}, 2, RP_REACTION_THANK},
    [RP_MOVE_CLOSING] = {{10, 0, 0, 0}, 0, RP_REACTION_CLOSING_EARLY},
};

void rp_turn_finds(struct rp_turn *t, const struct rp_move_found *found, enum rp_finding finding,
                   enum rp_grade grade, struct rp_effect effect, int64_t value)
{
    struct rp_cause cause = rp_cause_of(found, finding);
    rp_turn_shows(t, grade, cause, value);
    rp_turn_feels(t, cause, effect);
}

uint8_t rp_turn_counts(struct rp_turn *t, unsigned move)
{
    uint8_t *used = &t->d->used[move];
    uint8_t before = *used;
    if (before < UINT8_MAX)
        (*used)++;
    return before;
}

void rp_turn_credits(struct rp_turn *t, const struct rp_move_found *found, enum rp_move as)
{
    const struct rule *rule = &rules[as];
    rp_turn_reacts(t, (enum rp_reaction)rule->reaction);
    if (rule->credits && t->d->used[as] >= rule->credits) {
        rp_turn_shows(t, RP_GRADE_NOTE, rp_cause_of(found, RP_FINDING_NO_CREDIT_LEFT), 0);
        return;
    }
    rp_turn_counts(t, as);
    enum rp_grade grade =
        rp_move_accuses((enum rp_move)found->move) ? RP_GRADE_FAULT : RP_GRADE_CREDIT;
    rp_turn_finds(t, found, RP_FINDING_MOVE, grade, rule->effect, 0);
}

static void plain(struct rp_turn *t, const struct rp_move_found *found)
{
    rp_turn_credits(t, found, (enum rp_move)found->move);
}

static void use_name(struct rp_turn *t, const struct rp_move_found *found)
{
    struct rp_dialogue *d = t->d;
    d->names = (uint8_t)rp_min(d->names + rp_max(1, t->event->understood->name_uses), UINT8_MAX);
    if (d->names < NAMES_TOO_MANY) {
        plain(t, found);
        return;
    }
    rp_turn_reacts(t, RP_REACTION_NAME_OVERUSE);
    rp_turn_finds(t, found, RP_FINDING_NAME_OVERUSE, RP_GRADE_NOTE, (struct rp_effect){1, -1, 0, 0},
                  d->names);
}

static void clarify(struct rp_turn *t, const struct rp_move_found *found)
{
    if (rp_turn_asks_again(t)) {
        rp_turn_reacts(t, RP_REACTION_REPEAT_QUESTION);
        rp_turn_finds(t, found, RP_FINDING_REPEAT_QUESTION, RP_GRADE_FAULT,
                      (struct rp_effect){4, -3, 0, 0}, 0);
        return;
    }
    plain(t, found);
    if (t->event->understood->questions > 1 && rp_dialogue_tells_story(t->d, t->script)) {
        rp_turn_reacts(t, RP_REACTION_TWO_QUESTIONS);
        rp_turn_feels(t, rp_cause_of(found, RP_FINDING_MOVE), (struct rp_effect){2, 0, 0, 0});
    }
}

bool rp_turn_has(const struct rp_turn *t, enum rp_move move)
{
    const struct rp_move_found *found = rp_understood_move(t->event->understood, move);
    return found && (found->confident || !rp_move_accuses(move));
}

/* Beside a quarrel it is worth half, and he does not feel heard. */
static void empathy(struct rp_turn *t, const struct rp_move_found *found)
{
    bool hollow = rp_turn_has(t, RP_MOVE_ARGUE) || rp_turn_has(t, RP_MOVE_BLAME_CUSTOMER) ||
                  rp_turn_has(t, RP_MOVE_NEGATIVE_POLICY);
    bool spent = t->d->used[RP_MOVE_EMPATHY] >= rules[RP_MOVE_EMPATHY].credits;
    plain(t, found);
    if (hollow && !spent)
        rp_turn_feels(t, rp_cause_of(found, RP_FINDING_MOVE), (struct rp_effect){3, 0, -8, 0});
}

static void ask_solution(struct rp_turn *t, const struct rp_move_found *found)
{
    if (t->phase != RP_DIALOGUE_HEAR) {
        plain(t, found);
        return;
    }
    rp_turn_reacts(t, RP_REACTION_ASK_IN_STORY);
    rp_turn_finds(t, found, RP_FINDING_MOVE, RP_GRADE_NOTE, (struct rp_effect){3, 0, 0, 0}, 0);
}

static void offer_specific(struct rp_turn *t, const struct rp_move_found *found)
{
    if (t->phase != RP_DIALOGUE_HEAR) {
        rp_turn_weighs(t, found);
        return;
    }
    rp_turn_reacts(t, RP_REACTION_OFFER_IN_STORY);
    rp_turn_finds(t, found, RP_FINDING_OFFER_IN_VENT, RP_GRADE_NOTE, (struct rp_effect){3, 0, 0, 0},
                  0);
}

static void vague_assurance(struct rp_turn *t, const struct rp_move_found *found)
{
    bool again = t->d->used[RP_MOVE_VAGUE_ASSURANCE] > 0;
    plain(t, found);
    if (again)
        rp_turn_feels(t, rp_cause_of(found, RP_FINDING_MOVE), (struct rp_effect){2, 0, 0, 0});
}

static void boundary(struct rp_turn *t, const struct rp_move_found *found)
{
    struct rp_dialogue *d = t->d;
    if (!d->abusive) {
        rp_turn_reacts(t, RP_REACTION_BOUNDARY_EARLY);
        rp_turn_finds(t, found, RP_FINDING_MOVE, RP_GRADE_FAULT, (struct rp_effect){5, -3, 0, 0},
                      0);
        return;
    }
    bool cools =
        rp_dialogue_chance(d, RP_REACTION_BOUNDARY) % 100 < t->script->persona.cools_percent;
    if (d->warnings < UINT8_MAX)
        d->warnings++;
    rp_turn_reacts(t, cools ? RP_REACTION_BOUNDARY : RP_REACTION_BOUNDARY_IGNORED);
    rp_turn_finds(t, found, RP_FINDING_MOVE, RP_GRADE_CREDIT,
                  cools ? rules[RP_MOVE_BOUNDARY].effect : (struct rp_effect){0}, d->warnings);
}

static void handover_announced(struct rp_turn *t, const struct rp_move_found *found)
{
    if (rp_turn_counts(t, RP_MOVE_HANDOVER_ANNOUNCED) == 0) {
        rp_turn_reacts(t, RP_REACTION_HANDOVER);
        rp_turn_finds(t, found, RP_FINDING_MOVE, RP_GRADE_CREDIT,
                      rules[RP_MOVE_HANDOVER_ANNOUNCED].effect, 0);
    } else {
        rp_turn_reacts(t, RP_REACTION_HANDOVER_AGAIN);
        rp_turn_finds(t, found, RP_FINDING_MOVE, RP_GRADE_FAULT, (struct rp_effect){6, -4, 0, 0},
                      0);
    }
}

/* When it will be, as the line says it; 0: it does not. */
static int64_t named_time(const struct rp_understood *u)
{
    for (size_t i = 0; i < u->quantities_n; i++)
        if (u->quantities[i].kind >= RP_QUANTITY_TIME)
            return u->quantities[i].value;
    return 0;
}

static void promise(struct rp_turn *t, const struct rp_move_found *found)
{
    plain(t, found);
    rp_turn_shows(t, RP_GRADE_NOTE, rp_cause_of(found, RP_FINDING_PROMISE),
                  named_time(t->event->understood));
}

/* Once they agree it is how a talk ends; before, he protests. */
static void closing(struct rp_turn *t, const struct rp_move_found *found)
{
    bool agreed = t->phase == RP_DIALOGUE_CLOSING;
    rp_turn_counts(t, RP_MOVE_CLOSING);
    if (!agreed)
        rp_turn_reacts(t, RP_REACTION_CLOSING_EARLY);
    rp_turn_finds(t, found, RP_FINDING_MOVE, agreed ? RP_GRADE_CREDIT : RP_GRADE_FAULT,
                  agreed ? (struct rp_effect){0} : rules[RP_MOVE_CLOSING].effect, 0);
}

static void (*const judges[RP_MOVES])(struct rp_turn *t, const struct rp_move_found *found) = {
    [RP_MOVE_USE_NAME] = use_name,
    [RP_MOVE_CLARIFY] = clarify,
    [RP_MOVE_EMPATHY] = empathy,
    [RP_MOVE_APOLOGY_SPECIFIC] = rp_turn_apologises_for,
    [RP_MOVE_APOLOGY_GENERIC] = rp_turn_apologises,
    [RP_MOVE_SUMMARY] = rp_turn_sums_up,
    [RP_MOVE_ASK_SOLUTION] = ask_solution,
    [RP_MOVE_OFFER_SPECIFIC] = offer_specific,
    [RP_MOVE_VAGUE_ASSURANCE] = vague_assurance,
    [RP_MOVE_BOUNDARY] = boundary,
    [RP_MOVE_HANDOVER_ANNOUNCED] = handover_announced,
    [RP_MOVE_HOLD_ANNOUNCED] = promise,
    [RP_MOVE_FOLLOW_UP] = promise,
    [RP_MOVE_CLOSING] = closing,
};

static void judge(struct rp_turn *t, const struct rp_move_found *found)
{
    if (rp_move_accuses((enum rp_move)found->move) && !found->confident) {
        rp_turn_shows(t, RP_GRADE_HINT, rp_cause_of(found, RP_FINDING_MOVE), 0);
        return;
    }
    t->moves |= rp_bit(found->move);
    if (judges[found->move])
        judges[found->move](t, found);
    else
        plain(t, found);
}

/* A remedy is often named without the air of an offer: "I will call the other shop now". */
static void unspoken_offer(struct rp_turn *t)
{
    const enum rp_move carriers[] = {RP_MOVE_OWNERSHIP, RP_MOVE_FOLLOW_UP,
                                     RP_MOVE_POSITIVE_LANGUAGE, RP_MOVE_HANDOVER_ANNOUNCED};
    if (!t->event->understood->remedies || t->phase == RP_DIALOGUE_HEAR ||
        rp_turn_has(t, RP_MOVE_OFFER_SPECIFIC) || rp_turn_has(t, RP_MOVE_NEGATIVE_POLICY) ||
        rp_turn_has(t, RP_MOVE_APOLOGY_SPECIFIC))
        return;
    for (size_t i = 0; i < RP_COUNT(carriers); i++)
        if (rp_turn_has(t, carriers[i])) {
            rp_turn_weighs(t, rp_understood_move(t->event->understood, carriers[i]));
            return;
        }
}

static void notes_what_is_unclear(struct rp_turn *t)
{
    const struct rp_understood *u = t->event->understood;
    if (u->moves_n > 0 || u->asked || u->told || u->remedies || t->moves) {
        rp_turn_reacts(t, RP_REACTION_PROMPT);
        return;
    }
    struct rp_cause cause = {.finding = RP_FINDING_NOT_UNDERSTOOD};
    rp_turn_shows(t, RP_GRADE_NOTE, cause, 0);
    rp_turn_reacts(t, RP_REACTION_NOT_UNDERSTOOD);
}

void rp_turn_judges(struct rp_turn *t)
{
    const struct rp_understood *u = t->event->understood;
    bool felt_heard = t->phase != RP_DIALOGUE_HEAR;
    for (size_t i = 0; i < u->moves_n; i++)
        judge(t, &u->moves[i]);
    unspoken_offer(t);
    rp_turn_hears_when(t);
    if (t->moves && !t->bad && felt_heard)
        rp_turn_feels(t, (struct rp_cause){.change = RP_CHANGE_COOLING},
                      (struct rp_effect){-1, 0, 0, 0});
    t->d->moves_made |= t->moves;
    rp_turn_opens(t);
    if (t->moves & t->script->resolution.ask_on && t->phase != RP_DIALOGUE_HEAR &&
        t->phase != RP_DIALOGUE_CLOSING)
        t->tells_ask = true;
    notes_what_is_unclear(t);
}
