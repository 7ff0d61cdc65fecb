#include "rp_session_parts.h"

bool rp_session_colleague_near(const struct rp_session *s)
{
    return s->colleague_in || s->colleague_until_ms != RP_NEVER;
}

static struct rp_pending_line *briefing(struct rp_session *s)
{
    for (size_t i = 0; i < RP_SESSION_PENDING; i++)
        if (s->pending[i].send.line > 0 && s->pending[i].briefing)
            return &s->pending[i];
    return NULL;
}

/* The scripted customer has his say about it, once the briefing is read; a person has had his. */
static void hand_over(struct rp_session *s)
{
    struct rp_pending_line *line = briefing(s);
    s->colleague_until_ms = RP_NEVER;
    s->colleague_in = false;
    if (s->player != RP_PLAYER_BOT || line == NULL) {
        s->outcome = RP_OUTCOME_HANDED_OVER;
        rp_session_finish(s, RP_END_REASON_OUTCOME);
    } else if (line->read) {
        rp_session_customer_takes(s, line);
    }
}

static void tell_offer(struct rp_session *s, int64_t until_ms)
{
    struct rp_event event = {.type = RP_EVENT_COLLEAGUE_OFFER};
    event.as.colleague_offer.until_ms = until_ms;
    rp_session_tell(s, RP_RECORD_DERIVED, &event);
}

void rp_session_colleague_asked(struct rp_session *s, struct rp_pending_line *line,
                                uint32_t offer_ms)
{
    line->briefing = true;
    if (offer_ms == 0) {
        hand_over(s);
        return;
    }
    s->colleague_until_ms = s->now_ms + offer_ms;
    tell_offer(s, s->colleague_until_ms);
}

bool rp_session_colleague_allows(const struct rp_session *s, const struct rp_event *input)
{
    bool on = input->type == RP_EVENT_COLLEAGUE && input->as.colleague.on;
    if (!rp_session_plays(s))
        return false;
    if (on)
        return s->colleague_until_ms != RP_NEVER;
    return s->colleague_in &&
           (input->type == RP_EVENT_COLLEAGUE ||
            (!rp_session_suspended(s) && input->as.colleague_said.line == rp_session_next_line(s)));
}

/* He speaks with the floor in his hand, and gives it back at once: who has it then is the floor's
 * to say, and the customer may answer. */
static void say(struct rp_session *s, uint16_t line)
{
    static const enum rp_control acts[] = {RP_CONTROL_BARGE_IN_START, RP_CONTROL_BARGE_IN_END};
    s->lines = line;
    for (size_t i = 0; i < RP_COUNT(acts); i++) {
        struct rp_event act = {.type = RP_EVENT_CONTROL};
        act.as.control.what = acts[i];
        rp_session_act(s, &act);
    }
}

void rp_session_colleague_takes(struct rp_session *s, const struct rp_event *input)
{
    if (input->type == RP_EVENT_COLLEAGUE_SAID) {
        say(s, input->as.colleague_said.line);
    } else if (!input->as.colleague.on) {
        hand_over(s);
    } else {
        s->colleague_until_ms = RP_NEVER;
        s->colleague_in = true;
        s->outcome = RP_OUTCOME_HANDED_OVER;
    }
}

int64_t rp_session_colleague_next_ms(const struct rp_session *s)
{
    return rp_session_suspended(s) ? RP_NEVER : s->colleague_until_ms;
}

void rp_session_colleague_advance(struct rp_session *s)
{
    if (!rp_session_plays(s) || rp_session_colleague_next_ms(s) > s->now_ms)
        return;
    tell_offer(s, 0);
    hand_over(s);
}
