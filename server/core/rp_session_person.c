#include "rp_session_parts.h"

/* A person plays the customer, or watches: what he says beside the talk. */

enum { ANGER_STEP = 10 };

static void derive(struct rp_session *s, const struct rp_event *event)
{
    rp_session_tell(s, RP_RECORD_DERIVED, event);
}

static void feels(struct rp_session *s, uint8_t anger)
{
    struct rp_event event = {.type = RP_EVENT_DELTA};
    event.as.delta = rp_dialogue_feels(&s->dialogue, anger);
    derive(s, &event);
}

/* A tick is as good as a word: the facts are out, as if the bot had told them. */
static void tells(struct rp_session *s, const struct rp_event_told *told)
{
    uint32_t facts = rp_dialogue_knows(&s->dialogue, s->script->card_facts[told->line], told->on);
    for (uint8_t i = 0; i < s->script->facts_n; i++) {
        struct rp_event event = {.type = RP_EVENT_REVEALED};
        event.as.revealed = (struct rp_event_revealed){i, s->script->facts[i].key, !told->on};
        if (facts >> i & 1)
            derive(s, &event);
    }
}

static bool is_ticked(const struct rp_session *s, uint8_t line)
{
    return s->ticks >> line & 1;
}

/* What the bot told in the meantime is ticked for the person who comes after it. */
void rp_session_person_begins(struct rp_session *s)
{
    uint8_t anger = rp_dialogue_anger(&s->dialogue);
    struct rp_event temper = {.type = RP_EVENT_TEMPER};
    temper.as.temper.level = (uint8_t)((anger + ANGER_STEP / 2) / ANGER_STEP);
    derive(s, &temper);
    feels(s, anger);
    for (uint8_t line = 0; line < RP_SCRIPT_CARD_LINES_MAX; line++) {
        if (is_ticked(s, line) || !rp_dialogue_told(&s->dialogue, s->script->card_facts[line]))
            continue;
        struct rp_event told = {.type = RP_EVENT_TOLD};
        told.as.told = (struct rp_event_told){line, true};
        s->ticks |= (uint16_t)(1u << line);
        derive(s, &told);
    }
}

static bool plays_customer(const struct rp_session *s)
{
    return rp_session_plays(s) && s->player != RP_PLAYER_BOT;
}

static bool may_tell(const struct rp_session *s, const struct rp_event_told *told)
{
    return plays_customer(s) && told->line < RP_SCRIPT_CARD_LINES_MAX &&
           s->script->card_facts[told->line] && is_ticked(s, told->line) != told->on;
}

static bool may_report(const struct rp_session *s, const struct rp_event_reported *reported)
{
    bool cites = reported->from > 0 && reported->from <= reported->upto;
    bool nothing_said = s->lines == 0 && reported->from == 0;
    return (cites || nothing_said) && reported->upto <= s->lines &&
           (reported->line == 0 || rp_session_may_number(s, reported->line));
}

bool rp_session_person_may(const struct rp_session *s, const struct rp_event *input)
{
    bool begun = s->phase != RP_PHASE_READ;
    switch (input->type) {
    case RP_EVENT_TEMPER:
        return plays_customer(s);
    case RP_EVENT_TOLD:
        return may_tell(s, &input->as.told);
    case RP_EVENT_RECOGNISED:
        return plays_customer(s) && input->as.recognised.cited <= s->lines;
    case RP_EVENT_REPORTED:
        return may_report(s, &input->as.reported);
    case RP_EVENT_STOP_REASON: /* on any screen: also where nothing runs that could stand still */
        return true;
    case RP_EVENT_OBSERVED_MOMENT:
        return begun && input->as.observed_moment.cited <= s->lines;
    case RP_EVENT_OBSERVED_VIEW:
        return begun && rp_method_has(&s->marking.method, input->as.observed_view.item);
    default:
        return false;
    }
}

void rp_session_person_takes(struct rp_session *s, const struct rp_event *input)
{
    switch (input->type) {
    case RP_EVENT_TEMPER:
        feels(s, (uint8_t)(input->as.temper.level * ANGER_STEP));
        break;
    case RP_EVENT_TOLD:
        s->ticks ^= (uint16_t)(1u << input->as.told.line);
        tells(s, &input->as.told);
        break;
    case RP_EVENT_RECOGNISED:
        rp_session_marking_is_told(s, &input->as.recognised);
        break;
    case RP_EVENT_REPORTED:
        if (input->as.reported.line > 0)
            rp_session_number(s, input->as.reported.line);
        break;
    default: /* the record is all */
        break;
    }
}
