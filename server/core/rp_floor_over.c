/* The customer talking over the trainee's floor. */
#include "rp_floor_parts.h"

void rp_floor_drop_duty(struct rp_floor *f)
{
    f->over.overdue = false;
    rp_floor_disarm(f, RP_FLOOR_TIMER_CUSTOMER_DUE);
}

void rp_floor_drop_over(struct rp_floor *f)
{
    f->over.open = false;
    rp_floor_disarm(f, RP_FLOOR_TIMER_CUSTOMER_COMES_IN);
    rp_floor_drop_duty(f);
}

/* The trainee has to yield to this burst, unless he came after it. */
static void arm_duty(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    f->over.stop_ms = RP_NEVER;
    f->over.duty_ms = run->at_ms;
    f->over.excuse = rp_floor_link_excuse(f, run->at_ms, 0);
    f->over.overdue = false;
    f->over.rtt_ms = f->actors[RP_PARTY_TRAINEE].rtt_ms;
    f->over.limit_ms =
        rp_floor_comp(f, f->over.rtt_ms) + rp_floor_own(f, RP_PARTY_TRAINEE, f->config.yield_ms);
    rp_floor_arm(f, RP_FLOOR_TIMER_CUSTOMER_DUE, run->at_ms + f->over.limit_ms);
}

/* He has talked long enough: the floor is his. If the trainee had paused, that is no overlap. */
static void customer_takes(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    struct rp_floor_actor *customer = &f->actors[RP_PARTY_CUSTOMER];
    bool over = f->sub != RP_FLOOR_PAUSED || f->flag == RP_FLOOR_FLAG_MORE;
    struct rp_floor_grant how = {f->over.onset_ms, customer->rtt_ms, .preempt = over};
    struct rp_floor_judgement verdict = {
        .act_ms = f->over.onset_ms,
        .party = RP_PARTY_CUSTOMER,
        .verdict = RP_FLOOR_CUSTOMER_OVERLAP,
        .rule = RP_FLOOR_RULE_CUSTOMER_FIRST,
        .ref = customer->talk_ref,
        .against_ref = f->actors[RP_PARTY_TRAINEE].talk_ref,
        .measured_ms = run->at_ms - f->over.onset_ms,
        .limit_ms = f->config.bc_max,
        .rtt_ms = customer->rtt_ms,
        .floor_taken = true,
    };
    rp_floor_revoke(run, RP_PARTY_TRAINEE, RP_FLOOR_REVOKED_CUSTOMER);
    rp_floor_close_turn(run, false);
    rp_floor_grant(run, RP_PARTY_CUSTOMER, &how);
    if (over)
        rp_floor_judge(run, &verdict, 0);
}

void rp_floor_on_customer_comes_in(const struct rp_floor_run *run)
{
    if (run->f->actors[RP_PARTY_CUSTOMER].talking)
        customer_takes(run);
    else
        run->f->over.long_due = true;
}

void rp_floor_over_start(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    bool joins = f->over.open && f->over.stop_ms != RP_NEVER &&
                 run->at_ms - f->over.stop_ms < f->config.bc_sep;
    arm_duty(run);
    if (!joins) {
        f->over.open = true;
        f->over.long_due = false;
        f->over.onset_ms = run->at_ms;
        rp_floor_arm(f, RP_FLOOR_TIMER_CUSTOMER_COMES_IN, run->at_ms + f->config.bc_max);
    } else if (f->over.long_due) {
        customer_takes(run);
    }
}

static void judge_no_yield(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    const struct rp_floor_actor *trainee = &f->actors[RP_PARTY_TRAINEE];
    struct rp_floor_judgement verdict = {
        .act_ms = f->over.duty_ms,
        .party = RP_PARTY_TRAINEE,
        .verdict = RP_FLOOR_NO_YIELD,
        .rule = RP_FLOOR_RULE_YIELD_DEADLINE,
        .ref = trainee->talk_ref,
        .against_ref = f->actors[RP_PARTY_CUSTOMER].talk_ref,
        .measured_ms = run->at_ms - f->over.duty_ms,
        .limit_ms = f->over.limit_ms,
        .rtt_ms = f->over.rtt_ms,
        .vent = f->vent,
    };
    f->over.overdue = false;
    if (f->over.judged_stretch_ms == trainee->stretch_since_ms)
        return;
    f->over.judged_stretch_ms = trainee->stretch_since_ms;
    rp_floor_charge(run, &verdict, f->config.base_minor, &f->over.excuse);
}

/* In a gap that the next burst may close it is not yet known whether he has stopped. */
void rp_floor_on_customer_due(const struct rp_floor_run *run)
{
    struct rp_floor *f = run->f;
    const struct rp_floor_actor *trainee = &f->actors[RP_PARTY_TRAINEE];
    if (trainee->stretch_since_ms >= f->over.duty_ms)
        return;
    if (trainee->talking)
        judge_no_yield(run);
    else
        f->over.overdue = true;
}

/* The trainee speaks again; `joins`: it is still the same stretch. */
void rp_floor_over_goes_on(const struct rp_floor_run *run, bool joins)
{
    if (joins && run->f->over.overdue)
        judge_no_yield(run);
    run->f->over.overdue = false;
}
