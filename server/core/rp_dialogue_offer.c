#include "rp_dialogue_parts.h"

enum { GRUDGING_TRUST_MIN = 50 };

enum worth { UNCLEAR = 0, NO_TIME, NOTHING, PART, SOME, ALL };

/* What one line adds to what he has been offered so far. */
struct offer {
    int64_t amount; /* -1: no sum */
    uint32_t remedies;
    bool lacks_time, better;
    enum worth worth;
};

/* The sum that is offered: in the words of the offer itself, else the last one of the line. */
static int64_t sum_in(const struct rp_understood *u, struct rp_span span)
{
    int64_t amount = -1;
    for (size_t i = 0; i < u->quantities_n; i++) {
        const struct rp_quantity *quantity = &u->quantities[i];
        if (quantity->kind != RP_QUANTITY_MONEY)
            continue;
        if (quantity->span.begin >= span.begin && quantity->span.end <= span.end)
            return quantity->value;
        amount = quantity->value;
    }
    return amount;
}

/* The first time, date or duration, or NULL. */
static const struct rp_quantity *time_in(const struct rp_understood *u)
{
    for (size_t i = 0; i < u->quantities_n; i++)
        if (u->quantities[i].kind >= RP_QUANTITY_TIME)
            return &u->quantities[i];
    return NULL;
}

/* Remedies named, without those that need a time and have none; a time completes those, too,
 * that had been waiting for one. */
static uint32_t remedies_in(struct rp_turn *t, bool *lacks_time)
{
    const struct rp_understood *u = t->event->understood;
    uint32_t remedies = u->remedies & (rp_bit(t->script->remedies_n) - 1);
    if (time_in(u)) {
        remedies |= t->d->untimed;
        t->d->untimed = 0;
        return remedies;
    }
    for (unsigned i = 0; i < t->script->remedies_n; i++)
        if (remedies & rp_bit(i) && t->script->remedies[i].needs_time) {
            remedies &= ~rp_bit(i);
            t->d->untimed |= rp_bit(i);
            *lacks_time = true;
        }
    return remedies;
}

static bool holds_one(const uint32_t *sets, unsigned count, uint32_t have)
{
    for (unsigned i = 0; i < count; i++)
        if ((sets[i] & ~have) == 0)
            return true;
    return false;
}

static uint32_t worthless(const struct rp_script *script)
{
    uint32_t set = 0;
    for (unsigned i = 0; i < script->remedies_n; i++)
        if (script->remedies[i].fails)
            set |= rp_bit(i);
    return set;
}

/* All that stands offered, with the sum as one more remedy if it reaches `least`. */
static uint32_t standing(const struct rp_dialogue *d, const struct rp_script *script, int64_t least)
{
    bool money = script->resolution.money && d->best_amount >= least;
    return d->offered | (money ? rp_bit(RP_SCRIPT_MONEY) : 0);
}

static enum worth worth_of(const struct rp_turn *t, const struct offer *offer)
{
    const struct rp_script_resolution *r = &t->script->resolution;
    if (offer->lacks_time && !offer->remedies && offer->amount < 0)
        return NO_TIME;
    if (!offer->remedies && (offer->amount < 0 || !r->money))
        return UNCLEAR;
    if (holds_one(r->full, r->full_n, standing(t->d, t->script, r->ask)))
        return ALL;
    if (holds_one(r->acceptable, r->acceptable_n, standing(t->d, t->script, r->floor)))
        return SOME;
    bool of_use =
        (offer->remedies & ~worthless(t->script)) || (r->money && offer->amount >= r->floor);
    return of_use ? PART : NOTHING;
}

static struct offer take_offer(struct rp_turn *t, struct rp_span span)
{
    struct rp_dialogue *d = t->d;
    struct offer offer = {.amount = sum_in(t->event->understood, span)};
    offer.remedies = remedies_in(t, &offer.lacks_time);
    offer.better = offer.amount > d->best_amount || (offer.remedies & ~d->offered) != 0;
    d->offered |= offer.remedies;
    if (offer.amount > d->best_amount)
        d->best_amount = offer.amount;
    offer.worth = worth_of(t, &offer);
    return offer;
}

/* Evidence about the trainee's own limits; the customer does not know them. */
static void checks_authority(struct rp_turn *t, struct rp_cause cause, const struct offer *offer)
{
    const struct rp_script_resolution *r = &t->script->resolution;
    cause.finding = RP_FINDING_OFFER_OVER_AUTHORITY;
    if (r->money && offer->amount > r->alone) {
        bool with_nod = offer->amount <= r->with_nod;
        rp_turn_shows(t, with_nod ? RP_GRADE_NOTE : RP_GRADE_FAULT, cause, offer->amount);
        return;
    }
    for (unsigned i = 0; i < t->script->remedies_n; i++)
        if (offer->remedies & rp_bit(i) && t->script->remedies[i].needs_nod) {
            rp_turn_shows(t, RP_GRADE_NOTE, cause, 0);
            return;
        }
}

static bool is_over_the_loss(const struct rp_script_resolution *r, int64_t amount)
{
    return r->money && amount > r->loss * r->note_percent_of_loss / 100;
}

static void agrees(struct rp_turn *t, struct rp_cause cause, const struct offer *offer)
{
    t->d->accepted = offer->worth == ALL ? RP_ACCEPTED_ALL : RP_ACCEPTED_SOMETHING;
    cause.finding = RP_FINDING_OFFER_ACCEPTED;
    rp_turn_shows(t, RP_GRADE_CREDIT, cause, rp_max(offer->amount, 0));
}

static void counters(struct rp_turn *t, struct rp_cause cause, const struct offer *offer)
{
    cause.finding = RP_FINDING_OFFER_COUNTER;
    rp_turn_reacts(t, RP_REACTION_OFFER_COUNTER);
    rp_turn_shows(t, RP_GRADE_NOTE, cause, rp_max(offer->amount, 0));
    t->tells_ask = true;
}

static void rejects(struct rp_turn *t, struct rp_cause cause, const struct offer *offer)
{
    bool insults = offer->amount >= 0 && offer->amount < t->script->resolution.insult_below;
    cause.finding = RP_FINDING_OFFER_BELOW_FLOOR;
    rp_turn_reacts(t, RP_REACTION_OFFER_BELOW);
    if (insults)
        rp_turn_reacts(t, RP_REACTION_OFFER_INSULT);
    rp_turn_shows(t, RP_GRADE_FAULT, cause, rp_max(offer->amount, 0));
    rp_turn_feels(t, cause, (struct rp_effect){6, -3, 0, 0});
}

/* An offer that helps. The same again does not help again, but he may have changed his mind. */
static void considers(struct rp_turn *t, struct rp_cause cause, const struct offer *offer)
{
    bool over = is_over_the_loss(&t->script->resolution, offer->amount);
    struct rp_effect effect = {offer->worth == ALL ? -10 : -4, over ? -3 : 6, 0, 0};
    if (over) {
        cause.finding = RP_FINDING_OFFER_OVER_LOSS;
        rp_turn_shows(t, RP_GRADE_NOTE, cause, offer->amount);
    }
    if (offer->better)
        rp_turn_feels(t, cause, effect);
    bool enough_trust = t->d->trust + t->sum.trust >= GRUDGING_TRUST_MIN;
    if (t->d->accepted == RP_ACCEPTED_ALL ||
        (t->d->accepted == RP_ACCEPTED_SOMETHING && offer->worth != ALL))
        return;
    if (offer->worth == ALL || (offer->worth == SOME && enough_trust))
        agrees(t, cause, offer);
    else
        counters(t, cause, offer);
}

void rp_turn_weighs(struct rp_turn *t, const struct rp_move_found *found)
{
    struct rp_cause cause = {RP_CHANGE_MOVE, RP_FINDING_MOVE, found->move, found->span};
    struct offer offer = take_offer(t, found->span);
    checks_authority(t, cause, &offer);
    if (offer.worth == UNCLEAR)
        rp_turn_reacts(t, RP_REACTION_OFFER_UNCLEAR);
    else if (offer.worth == NO_TIME)
        rp_turn_reacts(t, RP_REACTION_OFFER_WHEN);
    else if (offer.worth == NOTHING)
        rejects(t, cause, &offer);
    else
        considers(t, cause, &offer);
}

/* "Ready when?" - "In 40 minutes." */
void rp_turn_hears_when(struct rp_turn *t)
{
    const struct rp_quantity *when = time_in(t->event->understood);
    if (!t->d->untimed || !when || t->phase == RP_DIALOGUE_HEAR)
        return;
    struct rp_move_found found = {
        .move = RP_MOVE_OFFER_SPECIFIC, .confident = 1, .span = when->span};
    t->moves |= rp_bit(RP_MOVE_OFFER_SPECIFIC);
    rp_turn_weighs(t, &found);
}
