/* The trainee's bursts over the customer's floor, from onset to verdict. */
#include "rp_floor_parts.h"

/* Verdicts. */

static void close_challenge(struct rp_floor *f)
{
    f->challenge.open = false;
    rp_floor_disarm(f, RP_FLOOR_TIMER_LONG);
    rp_floor_disarm(f, RP_FLOOR_TIMER_BURST_OVER);
    rp_floor_disarm(f, RP_FLOOR_TIMER_YIELD);
}

static struct rp_floor_judgement begin(const struct rp_floor *f, enum rp_floor_verdict verdict,
                                       enum rp_floor_rule rule)
{
    const struct rp_floor_challenge *c = &f->challenge;
    return (struct rp_floor_judgement){
        .act_ms = c->onset_ms,
        .party = RP_PARTY_TRAINEE,
        .verdict = verdict,
        .rule = rule,
        .ref = c->ref,
        .against_ref = c->against_ref,
        .rtt_ms = c->rtt_ms,
        .vent = c->vent,
        .floor_taken = c->holds,
    };
}

static void conclude(const struct rp_floor_run *run, struct rp_floor_judgement *verdict,
                     int32_t base)
{
    struct rp_floor *f = run->f;
    struct rp_floor_excuse excuse = base > 0 ? f->challenge.excuse : rp_floor_no_excuse();
    close_challenge(f);
    rp_floor_charge(run, verdict, base, &excuse);
    rp_floor_tell_late_turn(run);
}

static void conclude_free(const struct rp_floor_run *run, enum rp_floor_verdict verdict,
                          enum rp_floor_rule rule)
{
    struct rp_floor_judgement judgement = begin(run->f, verdict, rule);
    judgement.measured_ms = run->at_ms - judgement.act_ms;
    conclude(run, &judgement, 0);
}

static void conclude_collision(const struct rp_floor_run *run)
{
    struct rp_floor_challenge *c = &run->f->challenge;
    struct rp_floor_judgement verdict = begin(run->f, RP_FLOOR_COLLISION, c->rule);
    verdict.measured_ms = c->measured_ms;
    verdict.limit_ms = c->limit_ms;
    c->collided = true;
    conclude(run, &verdict, 0);
}

/* He has talked for bc_max where he should have waited. */
static void conclude_interruption(const struct rp_floor_run *run)
{
    const struct rp_floor *f = run->f;
    const struct rp_floor_challenge *c = &f->challenge;
    bool minor = c->kind != RP_FLOOR_CHALLENGE_OVERLAP;
    enum rp_floor_rule rule = c->cut_vent ? RP_FLOOR_RULE_VENT_PAUSE
                              : minor     ? RP_FLOOR_RULE_ANNOUNCED_PAUSE
                                          : RP_FLOOR_RULE_OVERLAP;
    struct rp_floor_judgement verdict = begin(f, RP_FLOOR_INTERRUPTION, rule);
    /* What made it one, if anything beside its length was compared. */
    verdict.measured_ms = c->limit_ms > 0 ? c->measured_ms : run->at_ms - c->onset_ms;
    verdict.limit_ms = c->limit_ms > 0 ? c->limit_ms : f->config.bc_max;
    conclude(run, &verdict, minor ? f->config.base_minor : f->config.base_major);
}

void rp_floor_challenge_void(const struct rp_floor_run *run, enum rp_floor_verdict verdict,
                             enum rp_floor_rule rule)
{
    if (run->f->challenge.open)
        conclude_free(run, verdict, rule);
}

/* Listening noises, and too many of them. */

static int64_t noise_in_window(struct rp_floor *f)
{
    int64_t end_ms = f->challenge.stop_ms, sum_ms = 0;
    uint32_t kept = (uint32_t)rp_min(f->burst_count, RP_FLOOR_BURSTS);
    for (uint32_t i = 0; i < kept; i++)
        if (end_ms - f->bursts[i].end_ms <= f->config.bc_window)
            sum_ms += f->bursts[i].length_ms;
    return sum_ms;
}

static void conclude_noise(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    const struct rp_floor_challenge *c = &f->challenge;
    struct rp_floor_judgement verdict =
        begin(f, RP_FLOOR_BACKCHANNEL, RP_FLOOR_RULE_LISTENING_NOISE);
    f->bursts[f->burst_count++ % RP_FLOOR_BURSTS] =
        (struct rp_floor_burst){c->stop_ms, c->stop_ms - c->onset_ms};
    int64_t sum_ms = noise_in_window(f);
    if (sum_ms > f->config.bc_budget) {
        verdict.verdict = RP_FLOOR_INTERRUPTION;
        verdict.rule = RP_FLOOR_RULE_BARRAGE;
        verdict.measured_ms = sum_ms;
        verdict.limit_ms = f->config.bc_budget;
        conclude(run, &verdict, f->config.base_major);
        return;
    }
    verdict.measured_ms = c->stop_ms - c->onset_ms;
    verdict.limit_ms = f->config.bc_max;
    conclude(run, &verdict, 0);
}

/* Onset. */

static void arm_yield(const struct rp_floor_run *run, int64_t from_ms)
{
    struct rp_floor *f = run->f;
    rp_floor_arm(f, RP_FLOOR_TIMER_YIELD,
                 from_ms + rp_floor_comp(f, f->challenge.rtt_ms) +
                     rp_floor_own(f, RP_PARTY_TRAINEE, f->config.yield_ms));
}

static void open_challenge(const struct rp_floor_run *run, const struct rp_floor_event *event)
{
    struct rp_floor *f = run->f;
    struct rp_floor_challenge *c = &f->challenge;
    bool talks = f->actors[RP_PARTY_CUSTOMER].talking;
    *c = (struct rp_floor_challenge){
        .open = true,
        .kind = talks                           ? RP_FLOOR_CHALLENGE_OVERLAP
                : f->flag == RP_FLOOR_FLAG_MORE ? RP_FLOOR_CHALLENGE_ANNOUNCED
                                                : RP_FLOOR_CHALLENGE_EARLY,
        .onset_ms = run->at_ms,
        .ref = event->ref,
        .against_ref = f->actors[RP_PARTY_CUSTOMER].talk_ref,
        .rtt_ms = f->actors[RP_PARTY_TRAINEE].rtt_ms,
        .vent = f->vent,
        .excuse = rp_floor_any_excuse(f, run->at_ms, event->stall_ms, true),
    };
    f->actors[RP_PARTY_TRAINEE].stretch_since_ms = run->at_ms; /* judged as this, as nothing else */
    rp_floor_arm(f, RP_FLOOR_TIMER_LONG, run->at_ms + f->config.bc_max);
    if (!talks)
        return;
    struct rp_floor_collision found = rp_floor_collision(f, run->at_ms, event->floor_seen);
    c->collision = found.found;
    c->rule = found.rule;
    c->measured_ms = found.measured_ms;
    c->limit_ms = found.limit_ms;
    if (c->collision)
        arm_yield(run, c->onset_ms);
}

static void judge_long(const struct rp_floor_run *run);

static void join_challenge(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    const struct rp_floor_actor *customer = &f->actors[RP_PARTY_CUSTOMER];
    rp_floor_disarm(f, RP_FLOOR_TIMER_BURST_OVER);
    if (customer->talking && customer->talk_since_ms >= f->challenge.stop_ms)
        rp_floor_challenge_resumed(run, customer->talk_since_ms);
    if (f->challenge.long_due)
        judge_long(run);
}

void rp_floor_challenge_start(const struct rp_floor_run *run, const struct rp_floor_event *event,
                              bool joins)
{
    struct rp_floor *f = run->f;
    /* A judged burst, or his own cut-off turn, that goes on is no new act. */
    bool goes_on =
        joins && !f->challenge.collided && f->actors[RP_PARTY_TRAINEE].talk_end_ms >= f->since_ms;
    if (f->challenge.open)
        join_challenge(run);
    else if (!goes_on && f->holder == RP_PARTY_CUSTOMER)
        open_challenge(run, event);
}

/* What happens to it. */

void rp_floor_challenge_stop(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    struct rp_floor_challenge *c = &f->challenge;
    if (!c->open)
        return;
    c->stop_ms = run->at_ms;
    if (c->collision)
        conclude_collision(run);
    else
        rp_floor_arm(f, RP_FLOOR_TIMER_BURST_OVER, run->at_ms + f->config.bc_sep);
}

/* The customer goes on while the burst runs. */
void rp_floor_challenge_resumed(const struct rp_floor_run *run, int64_t since_ms)
{
    struct rp_floor *f = run->f;
    struct rp_floor_challenge *c = &f->challenge;
    if (!c->open)
        return;
    int64_t heard_ms = since_ms - rp_floor_comp(f, f->actors[RP_PARTY_CUSTOMER].rtt_ms);
    bool first = !c->resumed;
    c->resumed = true;
    c->terminal = false;
    if (c->kind != RP_FLOOR_CHALLENGE_EARLY || !first)
        return;
    c->measured_ms = heard_ms - c->onset_ms;
    c->limit_ms = rp_floor_own(f, RP_PARTY_CUSTOMER, f->config.react_voice);
    bool had_only_paused = c->measured_ms <= c->limit_ms;
    c->cut_vent = had_only_paused && c->vent;
    c->collision = !c->cut_vent;
    c->rule = had_only_paused ? RP_FLOOR_RULE_RESUMED : RP_FLOOR_RULE_TALKED_OVER;
    if (c->collision)
        arm_yield(run, since_ms);
}

/* He had ended before it began, as a late report says: it met a pause after all. */
static void began_in_pause(struct rp_floor *f, enum rp_floor_complete complete)
{
    struct rp_floor_challenge *c = &f->challenge;
    c->kind =
        complete == RP_FLOOR_INCOMPLETE ? RP_FLOOR_CHALLENGE_ANNOUNCED : RP_FLOOR_CHALLENGE_EARLY;
    c->collision = false;
    rp_floor_disarm(f, RP_FLOOR_TIMER_YIELD);
}

void rp_floor_challenge_customer_ends(struct rp_floor *f, int64_t at_ms,
                                      enum rp_floor_complete complete)
{
    struct rp_floor_challenge *c = &f->challenge;
    int64_t overlap_ms = at_ms - c->onset_ms;
    if (c->kind != RP_FLOOR_CHALLENGE_OVERLAP)
        return;
    if (overlap_ms < 0) {
        began_in_pause(f, complete);
        return;
    }
    if (c->collision)
        return;
    bool soon = overlap_ms <= f->config.term;
    if (soon && complete == RP_FLOOR_INCOMPLETE)
        c->kind = RP_FLOOR_CHALLENGE_ANNOUNCED;
    else
        c->terminal = soon;
    c->measured_ms = overlap_ms;
    c->limit_ms = f->config.term;
}

/* The customer has let go for good: nothing more can make it a cut-in. */
static bool is_free(const struct rp_floor_challenge *c)
{
    return c->collision || c->terminal || (c->kind != RP_FLOOR_CHALLENGE_OVERLAP && !c->resumed);
}

void rp_floor_challenge_holds(const struct rp_floor_run *run)
{
    struct rp_floor_challenge *c = &run->f->challenge;
    if (!c->open)
        return;
    c->holds = true;
    if (!is_free(c))
        return; /* bc_max, or his stop, will tell */
    if (c->collision) {
        conclude_collision(run);
    } else if (c->terminal) {
        struct rp_floor_judgement verdict =
            begin(run->f, RP_FLOOR_OVERLAP_TERMINAL, RP_FLOOR_RULE_TERMINAL_OVERLAP);
        verdict.measured_ms = c->measured_ms;
        verdict.limit_ms = c->limit_ms;
        conclude(run, &verdict, 0);
    } else {
        conclude_free(run, RP_FLOOR_SMOOTH, RP_FLOOR_RULE_WINDOW_RAN_OUT);
    }
}

/* The burst has reached bc_max, and he talks. */
static void judge_long(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    const struct rp_floor_challenge *c = &f->challenge;
    bool early = c->kind == RP_FLOOR_CHALLENGE_EARLY && !c->resumed;
    if (c->collision)
        return;
    if (early || c->terminal)
        rp_floor_release(run);
    else
        conclude_interruption(run);
}

void rp_floor_on_long(const struct rp_floor_run *run)
{
    if (run->f->actors[RP_PARTY_TRAINEE].talking)
        judge_long(run);
    else
        run->f->challenge.long_due = true;
}

void rp_floor_on_burst_over(const struct rp_floor_run *run)
{
    const struct rp_floor_challenge *c = &run->f->challenge;
    bool early = c->kind == RP_FLOOR_CHALLENGE_EARLY && !c->resumed;
    if (early || c->holds)
        conclude_free(run, RP_FLOOR_SHORT_TURN, RP_FLOOR_RULE_SHORT);
    else
        conclude_noise(run);
}

void rp_floor_on_yield(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    struct rp_floor_judgement verdict = begin(f, RP_FLOOR_NO_YIELD, RP_FLOOR_RULE_YIELD_DEADLINE);
    verdict.measured_ms = verdict.limit_ms = run->at_ms - verdict.act_ms;
    conclude(run, &verdict, f->config.base_minor);
}
