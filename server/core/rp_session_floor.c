#include "rp_session_parts.h"

enum { EFFECTS_MAX = 64, CUT_INS_REMEMBERED_MS = 180000 };

/* The floor must not be stepped from inside its own effects: they are kept until it is done. */
struct effects {
    struct rp_floor_effect at[EFFECTS_MAX];
    size_t count;
};

static void keep(void *context, const struct rp_floor_effect *effect)
{
    struct effects *effects = context;
    RP_CHECK(effects->count < EFFECTS_MAX);
    effects->at[effects->count++] = *effect;
}

/* The two definitions count alike. */
_Static_assert((int)RP_VERDICTS == (int)RP_FLOOR_VERDICTS, "verdicts");
_Static_assert((int)RP_HOLDERS == (int)RP_FLOOR_HOLDERS, "holders");
_Static_assert((int)RP_BANDS == (int)RP_FLOOR_BANDS, "bands");
_Static_assert((int)RP_HELD_WHY_VOID == (int)RP_FLOOR_HELD_VOID, "held_why");
_Static_assert((int)RP_REFUSED_WHY_CLOSED == (int)RP_FLOOR_REFUSED_CLOSED, "refused_why");
_Static_assert((int)RP_DROPPED_WHY_ENDED == (int)RP_FLOOR_DROPPED_ENDED, "dropped_why");

static int64_t session_ms(const struct rp_session *s, int64_t floor_ms)
{
    return floor_ms == RP_NEVER ? 0 : floor_ms + s->play_began_ms;
}

static void derive(struct rp_session *s, const struct rp_event *event)
{
    rp_session_tell(s, RP_RECORD_DERIVED, event);
}

/* The room's clock stands still with the floor. */
static void follow_suspension(struct rp_session *s, bool was_suspended)
{
    if (!was_suspended && rp_session_suspended(s))
        s->suspended_ms = s->now_ms;
    if (was_suspended && !rp_session_suspended(s))
        rp_session_shift(s, s->now_ms - s->suspended_ms);
}

static void take_picture(struct rp_session *s, const struct rp_floor_picture *picture)
{
    bool was_suspended = rp_session_suspended(s);
    struct rp_event event = {.type = RP_EVENT_FLOOR};
    event.as.floor = (struct rp_event_floor){
        .number = picture->number,
        .holder = (enum rp_holder)picture->holder,
        .activity = (enum rp_activity)picture->sub,
        .flag = (enum rp_flag)picture->flag,
        .vent = picture->vent,
        .since_ms = session_ms(s, picture->since_ms),
        .until_ms = session_ms(s, picture->until_ms),
        .rest_until_ms = session_ms(s, picture->rest_until_ms),
        .repair_until_ms = session_ms(s, picture->repair_until_ms),
        .step_in_ms = session_ms(s, picture->step_in_ms),
        .queued = picture->queued,
    };
    s->picture = event.as.floor;
    derive(s, &event);
    follow_suspension(s, was_suspended);
}

static void take_transfer(struct rp_session *s, const struct rp_floor_transfer *transfer)
{
    struct rp_event event = {.type = RP_EVENT_TRANSFER};
    event.as.transfer = (struct rp_event_transfer){
        .from = transfer->from,
        .to = transfer->to,
        .at_ms = session_ms(s, transfer->at_ms),
        .has_offset = transfer->has_offset,
        .offset_ms = transfer->offset_ms,
        .band = (enum rp_band)transfer->band,
    };
    s->customer_turns += transfer->to == RP_PARTY_CUSTOMER;
    derive(s, &event);
}

static void tell_score(struct rp_session *s)
{
    struct rp_event event = {.type = RP_EVENT_SCORE};
    s->floor_score = (uint16_t)rp_floor_score(&s->floor);
    event.as.score.floor_score = (uint8_t)s->floor_score;
    event.as.score.interruptions = s->interruptions;
    derive(s, &event);
}

static uint8_t recent_cut_ins(const struct rp_session *s)
{
    uint8_t recent = 0;
    for (uint32_t i = 0; i < RP_SESSION_CUT_INS && i < s->cut_ins; i++)
        recent = (uint8_t)(recent + (s->now_ms - s->cut_ins_ms[i] <= CUT_INS_REMEMBERED_MS));
    return recent;
}

/* Words that reached the customer while he was not done: he will say his part again. */
static void customer_is_cut_off(struct rp_session *s, const struct rp_floor_judgement *verdict)
{
    struct rp_event event = {.type = RP_EVENT_CUT_IN};
    event.as.cut_in.line = (uint16_t)verdict->ref;
    event.as.cut_in.cut_line = s->last_customer_line;
    derive(s, &event);
    uint8_t earlier = recent_cut_ins(s);
    s->cut_ins_ms[s->cut_ins++ % RP_SESSION_CUT_INS] = s->now_ms;
    int32_t bonus = verdict->vent ? s->floor_config.vent_bonus : 0;
    bool major = verdict->base - bonus == s->floor_config.base_major;
    rp_session_customer_cut_in(s, major, verdict->vent, earlier);
}

static void tell_verdict(struct rp_session *s, const struct rp_floor_judgement *verdict)
{
    const char *rule = rp_floor_rule_name(verdict->rule);
    struct rp_event event = {.type = RP_EVENT_VERDICT};
    uint32_t length = 0;
    while (rule[length] != 0)
        length++;
    event.as.verdict = (struct rp_event_verdict){
        .act_ms = session_ms(s, verdict->act_ms),
        .decided_ms = session_ms(s, verdict->decided_ms),
        .line = (uint16_t)verdict->ref,
        .party = verdict->party,
        .verdict = (enum rp_verdict)verdict->verdict,
        .penalty = verdict->penalty,
        .floor_taken = verdict->floor_taken,
        .delivered = verdict->delivered,
        .vent = verdict->vent,
        .base = (uint16_t)verdict->base,
        .points = (uint16_t)verdict->points,
        .would_be_points = (uint16_t)verdict->would_be_points,
        .rule = {rule, length},
        .measured_ms = verdict->measured_ms,
        .limit_ms = verdict->limit_ms,
        .margin_ms = verdict->margin_ms,
        .rtt_ms = (int32_t)rp_max(verdict->rtt_ms, -1),
    };
    derive(s, &event);
}

static void take_verdict(struct rp_session *s, const struct rp_floor_judgement *verdict)
{
    tell_verdict(s, verdict);
    if (verdict->penalty) {
        s->interruptions++;
        tell_score(s);
    }
    switch (verdict->verdict) {
    case RP_FLOOR_INTERRUPTION:
        if (verdict->delivered)
            customer_is_cut_off(s, verdict);
        break;
    case RP_FLOOR_BACKCHANNEL:
        if (verdict->vent)
            rp_session_customer_minds(s, RP_DIALOGUE_CHIP);
        break;
    case RP_FLOOR_DEAD_AIR:
        rp_session_customer_dead_air(s);
        break;
    case RP_FLOOR_HOLD_OVERRUN:
        rp_session_customer_minds(s, RP_DIALOGUE_HOLD_OVERRUN);
        break;
    default:
        break;
    }
}

static void customer_said(struct rp_session *s, uint16_t line)
{
    s->last_customer_line = line;
}

static void trainee_said(struct rp_session *s, struct rp_pending_line *line, bool over_him)
{
    line->shown = true;
    line->over_him = over_him;
    rp_session_customer_sees(s, line->send.words);
    if (line->read)
        rp_session_customer_takes(s, line);
}

static void take_delivery(struct rp_session *s, const struct rp_floor_message *message)
{
    struct rp_pending_line *line = rp_session_pending(s, (uint16_t)message->ref);
    struct rp_event event = {.type = RP_EVENT_DELIVERED};
    RP_CHECK(line != NULL);
    event.as.delivered = (struct rp_event_delivered){
        .line = line->send.line,
        .party = message->party,
        .more = line->send.more,
        .chip = line->send.chip,
        .again = line->send.again,
        .written_ms = line->written_ms,
        .say = line->send.say,
    };
    derive(s, &event);
    if (message->party == RP_PARTY_TRAINEE && line->send.chip == RP_CHIP_NONE) {
        trainee_said(s, line, message->cut_in);
        return;
    }
    if (message->party == RP_PARTY_CUSTOMER && line->send.chip == RP_CHIP_NONE)
        customer_said(s, line->send.line);
    line->send.line = 0;
}

static void take_held(struct rp_session *s, const struct rp_floor_message *message, bool stale)
{
    struct rp_event event = {.type = RP_EVENT_HELD};
    event.as.held.line = (uint16_t)message->ref;
    event.as.held.why = (enum rp_held_why)message->held_why;
    event.as.held.stale = stale;
    derive(s, &event);
}

/* The line goes nowhere. */
static uint32_t forget(struct rp_session *s, uint16_t number)
{
    struct rp_pending_line *line = rp_session_pending(s, number);
    if (number == 0 || line == NULL)
        return 0;
    line->send.line = 0;
    return line->send.send_id;
}

static void take_refusal(struct rp_session *s, const struct rp_floor_message *message)
{
    struct rp_event event = {.type = RP_EVENT_REFUSED};
    event.as.refused.party = message->party;
    event.as.refused.line = (uint16_t)message->ref;
    event.as.refused.why = (enum rp_refused_why)message->refused_why;
    event.as.refused.send_id = forget(s, (uint16_t)message->ref);
    derive(s, &event);
}

static void take_drop(struct rp_session *s, const struct rp_floor_message *message)
{
    struct rp_event event = {.type = RP_EVENT_DROPPED};
    event.as.dropped.line = (uint16_t)message->ref;
    event.as.dropped.why = (enum rp_dropped_why)message->dropped_why;
    forget(s, (uint16_t)message->ref);
    derive(s, &event);
}

static void take_return(struct rp_session *s, enum rp_event_type type,
                        const struct rp_floor_return *returned)
{
    struct rp_event event = {.type = type};
    if (type == RP_EVENT_REPAIRED) {
        event.as.repaired.act_ms = session_ms(s, returned->act_ms);
        event.as.repaired.points_back = (uint16_t)returned->points;
    } else {
        event.as.waived.act_ms = session_ms(s, returned->act_ms);
        event.as.waived.points_back = (uint16_t)returned->points;
    }
    derive(s, &event);
    tell_score(s);
}

static void take_effect(struct rp_session *s, const struct rp_floor_effect *effect)
{
    switch (effect->type) {
    case RP_FLOOR_EFFECT_PICTURE:
        take_picture(s, &effect->as.picture);
        break;
    case RP_FLOOR_EFFECT_TRANSFER:
        take_transfer(s, &effect->as.transfer);
        break;
    case RP_FLOOR_EFFECT_VERDICT:
        take_verdict(s, &effect->as.verdict);
        break;
    case RP_FLOOR_EFFECT_DELIVERED:
        take_delivery(s, &effect->as.message);
        break;
    case RP_FLOOR_EFFECT_HELD:
    case RP_FLOOR_EFFECT_STALE:
        take_held(s, &effect->as.message, effect->type == RP_FLOOR_EFFECT_STALE);
        break;
    case RP_FLOOR_EFFECT_DROPPED:
        take_drop(s, &effect->as.message);
        break;
    case RP_FLOOR_EFFECT_REFUSED:
        take_refusal(s, &effect->as.message);
        break;
    case RP_FLOOR_EFFECT_REPAIR:
        take_return(s, RP_EVENT_REPAIRED, &effect->as.returned);
        break;
    case RP_FLOOR_EFFECT_WAIVE:
        take_return(s, RP_EVENT_WAIVED, &effect->as.returned);
        break;
    default: /* turns and what is known later of transfers follow from the log */
        break;
    }
}

static void take_effects(struct rp_session *s, const struct effects *effects)
{
    for (size_t i = 0; i < effects->count; i++)
        take_effect(s, &effects->at[i]);
}

void rp_session_floor_begin(struct rp_session *s)
{
    struct rp_floor_picture picture;
    rp_floor_init(&s->floor, &s->floor_config);
    rp_floor_picture(&s->floor, &picture);
    take_picture(s, &picture);
}

void rp_session_floor_step(struct rp_session *s, const struct rp_floor_event *event)
{
    struct effects effects = {.count = 0};
    rp_floor_step(&s->floor, event, &(struct rp_floor_sink){keep, &effects});
    take_effects(s, &effects);
}

void rp_session_floor_advance(struct rp_session *s)
{
    struct effects effects = {.count = 0};
    rp_floor_advance(&s->floor, rp_session_floor_ms(s, s->now_ms),
                     &(struct rp_floor_sink){keep, &effects});
    take_effects(s, &effects);
}

void rp_session_floor_end(struct rp_session *s)
{
    struct effects effects = {.count = 0};
    rp_floor_end(&s->floor, rp_session_floor_ms(s, s->now_ms),
                 &(struct rp_floor_sink){keep, &effects});
    take_effects(s, &effects);
    tell_score(s); /* also where nothing was ever charged */
}
