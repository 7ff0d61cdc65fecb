/* Verdicts and what they cost. */
#include "rp_floor_parts.h"

static bool can_charge(enum rp_floor_verdict verdict)
{
    return verdict == RP_FLOOR_INTERRUPTION || verdict == RP_FLOOR_NO_YIELD;
}

/* Option: the second charge in the window counts 1.5, later ones 2. */
static int32_t escalated(const struct rp_floor *f, int64_t at_ms, int32_t points)
{
    int32_t earlier = 0;
    if (!f->config.escalate)
        return points;
    uint32_t kept = (uint32_t)rp_min(f->charge_count, RP_FLOOR_CHARGES);
    for (uint32_t i = 0; i < kept; i++) {
        const struct rp_floor_charge *charge = &f->charges[i];
        earlier +=
            charge->charged && !charge->waived && at_ms - charge->decided_ms < f->config.esc_window;
    }
    return earlier == 0 ? points : earlier == 1 ? points * 3 / 2 : points * 2;
}

static void price(struct rp_floor *f, struct rp_floor_judgement *verdict, int64_t at_ms,
                  int32_t base)
{
    bool beginner = f->config.practice_first && !f->practised;
    if (base <= 0)
        return;
    verdict->base = base + (verdict->vent ? f->config.vent_bonus : 0);
    int32_t points = escalated(f, at_ms, verdict->base);
    if (f->config.mode == RP_FLOOR_COACH) {
        verdict->would_be_points = points;
        return;
    }
    if (beginner && can_charge(verdict->verdict)) {
        f->practised = verdict->practice = true;
        verdict->would_be_points = points;
        return;
    }
    verdict->penalty = true;
    verdict->points = points;
}

static void remember_charge(struct rp_floor *f, const struct rp_floor_judgement *verdict,
                            int64_t at_ms)
{
    f->charges[f->charge_count++ % RP_FLOOR_CHARGES] = (struct rp_floor_charge){
        .verdict = verdict->number,
        .act_ms = verdict->act_ms,
        .decided_ms = at_ms,
        .points = verdict->points,
        .bonus = verdict->vent ? f->config.vent_bonus : 0,
        .interruption = verdict->verdict == RP_FLOOR_INTERRUPTION,
        .charged = verdict->penalty,
    };
}

static void count_collision(struct rp_floor_totals *totals, enum rp_floor_rule rule)
{
    if (rule == RP_FLOOR_RULE_SIMULTANEOUS)
        totals->collisions_simultaneous++;
    else if (rule == RP_FLOOR_RULE_LATENCY)
        totals->collisions_latency++;
    else
        totals->collisions_other++;
}

static void count(struct rp_floor *f, const struct rp_floor_judgement *verdict)
{
    struct rp_floor_totals *totals = &f->totals;
    totals->points += verdict->points;
    totals->charges += verdict->penalty;
    totals->charged_interruptions += verdict->penalty && verdict->verdict == RP_FLOOR_INTERRUPTION;
    totals->graces += verdict->verdict == RP_FLOOR_GRACE;
    totals->voids += verdict->verdict == RP_FLOOR_VOID_LINK ||
                     verdict->verdict == RP_FLOOR_VOID_PAUSE ||
                     verdict->verdict == RP_FLOOR_VOID_INSTRUCTOR;
    if (verdict->verdict == RP_FLOOR_COLLISION)
        count_collision(totals, verdict->rule);
}

/* Beside the turn that the act met. */
static void note_in_turn(struct rp_floor *f, const struct rp_floor_judgement *verdict)
{
    struct rp_floor_turn *turn = f->late_turn_open ? &f->late_turn : &f->turn;
    if (turn->holder != RP_PARTY_CUSTOMER || verdict->party != RP_PARTY_TRAINEE)
        return;
    turn->verdicts++;
    turn->backchannels += verdict->verdict == RP_FLOOR_BACKCHANNEL;
    turn->charges += verdict->penalty;
    turn->interruptions += verdict->penalty && verdict->verdict == RP_FLOOR_INTERRUPTION;
    turn->interrupted_last_part = turn->interrupted_last_part || verdict->penalty;
}

uint32_t rp_floor_judge(const struct rp_floor_run *run, struct rp_floor_judgement *verdict,
                        int32_t base)
{
    struct rp_floor *f = run->f;
    struct rp_floor_effect effect = {.type = RP_FLOOR_EFFECT_VERDICT};
    verdict->number = ++f->verdicts;
    verdict->decided_ms = run->at_ms;
    verdict->margin_ms = verdict->measured_ms - verdict->limit_ms;
    price(f, verdict, run->at_ms, base);
    if (can_charge(verdict->verdict) || verdict->penalty)
        remember_charge(f, verdict, run->at_ms);
    count(f, verdict);
    note_in_turn(f, verdict);
    effect.as.verdict = *verdict;
    rp_floor_emit(run, &effect);
    return verdict->number;
}

uint32_t rp_floor_charge(const struct rp_floor_run *run, struct rp_floor_judgement *verdict,
                         int32_t base, const struct rp_floor_excuse *excuse)
{
    struct rp_floor *f = run->f;
    if (excuse->verdict == RP_FLOOR_VERDICTS)
        return rp_floor_judge(run, verdict, base);
    verdict->verdict = excuse->verdict;
    verdict->rule = excuse->rule;
    verdict->measured_ms = excuse->measured_ms;
    verdict->limit_ms = excuse->limit_ms;
    if (excuse->rule == RP_FLOOR_RULE_STALL)
        verdict->flag_stalls = ++f->totals.stalls_excused > f->config.stall_uses;
    return rp_floor_judge(run, verdict, 0);
}

/* Points that come back. */

static struct rp_floor_charge *latest(struct rp_floor *f, uint32_t back)
{
    return &f->charges[(f->charge_count - 1 - back) % RP_FLOOR_CHARGES];
}

static uint32_t remembered(const struct rp_floor *f)
{
    return (uint32_t)rp_min(f->charge_count, RP_FLOOR_CHARGES);
}

static void give_points_back(const struct rp_floor_run *run, enum rp_floor_effect_type type,
                             struct rp_floor_charge *charge, int32_t points)
{
    struct rp_floor_effect effect = {.type = type};
    charge->points -= points;
    run->f->totals.points_back += points;
    effect.as.returned = (struct rp_floor_return){charge->verdict, charge->act_ms, points};
    rp_floor_emit(run, &effect);
}

static bool is_repairable(const struct rp_floor *f, const struct rp_floor_charge *charge,
                          int64_t at_ms)
{
    return charge->interruption && !charge->repaired && !charge->waived &&
           at_ms - charge->decided_ms <= f->config.repair_ms;
}

static struct rp_floor_charge *find_repairable(struct rp_floor *f, int64_t at_ms)
{
    for (uint32_t back = 0; back < remembered(f); back++)
        if (is_repairable(f, latest(f, back), at_ms))
            return latest(f, back);
    return NULL;
}

void rp_floor_repair(const struct rp_floor_run *run)
{
    struct rp_floor_charge *charge = find_repairable(run->f, run->at_ms);
    if (!charge)
        return;
    charge->repaired = true;
    run->f->totals.repaired++;
    int32_t points = (int32_t)rp_max(charge->points - charge->bonus, 0) / 2;
    give_points_back(run, RP_FLOOR_EFFECT_REPAIR, charge, points);
}

int64_t rp_floor_repair_until_ms(const struct rp_floor *f)
{
    for (uint32_t back = 0; back < remembered(f); back++) {
        const struct rp_floor_charge *charge =
            &f->charges[(f->charge_count - 1 - back) % RP_FLOOR_CHARGES];
        if (is_repairable(f, charge, f->now_ms))
            return charge->decided_ms + f->config.repair_ms;
    }
    return RP_NEVER;
}

void rp_floor_waive(const struct rp_floor_run *run, int64_t act_ms)
{
    struct rp_floor *f = run->f;
    for (uint32_t back = 0; back < remembered(f); back++) {
        struct rp_floor_charge *charge = latest(f, back);
        if (charge->act_ms != act_ms || charge->waived)
            continue;
        charge->waived = true;
        f->totals.waived++;
        give_points_back(run, RP_FLOOR_EFFECT_WAIVE, charge, charge->points);
        return;
    }
}

int32_t rp_floor_score(const struct rp_floor *f)
{
    return (int32_t)rp_max(0, 100 - f->totals.points + f->totals.points_back);
}

void rp_floor_totals(const struct rp_floor *f, struct rp_floor_totals *totals)
{
    *totals = f->totals;
    for (size_t i = 0; i < RP_COUNT(f->actors); i++)
        totals->quota_left_ms[i] = f->actors[i].quota_ms;
    int64_t until_ms = rp_floor_is_suspended(f) ? f->suspended_ms : f->now_ms;
    if (f->dead_air_since_ms != RP_NEVER)
        totals->dead_air_ms += until_ms - f->dead_air_since_ms;
}
