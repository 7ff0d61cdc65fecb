#include "rp_dialogue.h"

/* A person plays him: what he feels and what he has told is what that person says. */

struct rp_event_delta rp_dialogue_feels(struct rp_dialogue *d, uint8_t anger)
{
    int32_t change = (int32_t)anger - d->anger;
    d->anger = anger;
    return (struct rp_event_delta){
        .change = RP_CHANGE_TEMPER,
        .anger = (int8_t)change,
        .anger_now = d->anger,
        .trust_now = d->trust,
        .heard_now = d->heard,
        .grasped_now = d->grasped,
    };
}

uint32_t rp_dialogue_knows(struct rp_dialogue *d, uint32_t facts, bool told)
{
    uint32_t known = facts & ~RP_SCRIPT_WISH;
    uint32_t changed = told ? known & ~d->revealed : known & d->revealed;
    d->revealed ^= changed;
    if (facts & RP_SCRIPT_WISH)
        d->asked_last = d->wish_told = told;
    return changed;
}

bool rp_dialogue_told(const struct rp_dialogue *d, uint32_t facts)
{
    uint32_t told = d->revealed | (d->wish_told ? RP_SCRIPT_WISH : 0);
    return facts && !(facts & ~told);
}

uint8_t rp_dialogue_anger(const struct rp_dialogue *d)
{
    return d->anger;
}

/* Whoever has told anything has told the story; what else he told is ticked. */
void rp_dialogue_carry_on(struct rp_dialogue *d, const struct rp_script *script, int64_t at_ms)
{
    d->began_ms = at_ms;
    d->story_told = true;
    d->abusive = d->anger >= RP_DIALOGUE_ABUSIVE;
    d->plan_n = 0; /* what he had in mind before somebody spoke for him */
    d->planned &= d->revealed;
    for (unsigned i = 0; i < script->story_n; i++)
        d->revealed |= UINT32_C(1) << script->story[i];
}
