/* 1.4 of the rules: who could have known, and what else keeps an act from being charged. */
#include "rp_floor_parts.h"

struct rp_floor_excuse rp_floor_no_excuse(void)
{
    return (struct rp_floor_excuse){.verdict = RP_FLOOR_VERDICTS};
}

struct rp_floor_excuse rp_floor_link_excuse(const struct rp_floor *f, int64_t at_ms,
                                            int32_t stall_ms)
{
    int32_t rtt_ms = f->actors[RP_PARTY_TRAINEE].rtt_ms;
    if (at_ms <= f->grace_until_ms)
        return (struct rp_floor_excuse){RP_FLOOR_GRACE, RP_FLOOR_RULE_GRACE,
                                        at_ms - f->grace_until_ms + f->config.grace,
                                        f->config.grace};
    if (stall_ms >= f->config.stall_min)
        return (struct rp_floor_excuse){RP_FLOOR_VOID_LINK, RP_FLOOR_RULE_STALL, stall_ms,
                                        f->config.stall_min};
    if (rtt_ms < 0)
        return (struct rp_floor_excuse){RP_FLOOR_VOID_LINK, RP_FLOOR_RULE_RTT_UNKNOWN, 0, 0};
    if (rtt_ms > f->config.rtt_unfit)
        return (struct rp_floor_excuse){RP_FLOOR_VOID_LINK, RP_FLOOR_RULE_RTT_UNFIT, rtt_ms,
                                        f->config.rtt_unfit};
    return rp_floor_no_excuse();
}

struct rp_floor_excuse rp_floor_any_excuse(const struct rp_floor *f, int64_t at_ms,
                                           int32_t stall_ms, bool limit)
{
    int64_t turn_ms = at_ms - f->since_ms;
    if (f->abusive && limit)
        return (struct rp_floor_excuse){RP_FLOOR_BOUNDARY, RP_FLOOR_RULE_LIMIT, 0, 0};
    if (turn_ms >= f->config.turn_cap)
        return (struct rp_floor_excuse){RP_FLOOR_STEP_IN, RP_FLOOR_RULE_TURN_CAP, turn_ms,
                                        f->config.turn_cap};
    return rp_floor_link_excuse(f, at_ms, stall_ms);
}

/* Since when the customer is at it. In text the floor itself is what is seen: typing under the
 * other is allowed and tells nobody that the floor has moved. */
static int64_t active_since_ms(const struct rp_floor *f)
{
    const struct rp_floor_actor *customer = &f->actors[RP_PARTY_CUSTOMER];
    return rp_floor_is_voice(f) ? customer->talk_since_ms
                                : rp_max(customer->compose_since_ms, f->since_ms);
}

/* Whoever was shown this floor has seen what began with it. */
static bool has_seen(const struct rp_floor *f, int64_t since_ms, int32_t floor_seen)
{
    return floor_seen >= 0 && (uint32_t)floor_seen >= f->number && since_ms <= f->changed_ms;
}

struct rp_floor_collision rp_floor_collision(struct rp_floor *f, int64_t at_ms, int32_t floor_seen)
{
    struct rp_floor_actor *trainee = &f->actors[RP_PARTY_TRAINEE];
    bool voice = rp_floor_is_voice(f);
    int64_t since_ms = active_since_ms(f), comp_ms = rp_floor_comp(f, trainee->rtt_ms);
    int32_t react = voice ? f->config.react_voice : f->config.react_text;
    int64_t react_ms = rp_floor_own(f, RP_PARTY_TRAINEE, react);
    struct rp_floor_collision collision = {.measured_ms = at_ms - since_ms, .limit_ms = react_ms};

    collision.rule = RP_FLOOR_RULE_SIMULTANEOUS;
    collision.found = since_ms > at_ms - react_ms;
    if (collision.found || has_seen(f, since_ms, floor_seen))
        return collision;
    if (voice)
        comp_ms = rp_min(comp_ms, trainee->quota_ms);
    collision.rule = RP_FLOOR_RULE_LATENCY;
    collision.limit_ms += comp_ms;
    collision.found = since_ms > at_ms - collision.limit_ms;
    if (collision.found && voice)
        trainee->quota_ms -= comp_ms;
    return collision;
}
