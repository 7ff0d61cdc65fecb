#include "rp_floor_acts.h"
#include "rp_session_parts.h"

/* What the customer minds about silence after the first dead air. */
enum { DEAD_AIR_STEP_MS = 5000, DEAD_AIR_STEPS_MAX = 10, OPENING_MS = 1000, IDLE_MS = 4000 };

static bool scripted(const struct rp_session *s)
{
    return s->player == RP_PLAYER_BOT;
}

/* Lets the customer take an event, and tells what it does to him. */
static void customer_takes(struct rp_session *s, struct rp_dialogue_event *event)
{
    struct rp_dialogue_out out;
    struct rp_event told;
    event->at_ms = s->now_ms;
    rp_dialogue_take(&s->dialogue, s->script, event, &out);
    for (size_t i = 0; i < out.evidence_n; i++) {
        told = (struct rp_event){.type = RP_EVENT_EVIDENCE, .as.evidence = out.evidence[i]};
        rp_session_tell(s, RP_RECORD_DERIVED, &told);
        rp_session_marking_finds(s, &told.as.evidence);
    }
    for (size_t i = 0; i < out.deltas_n; i++) {
        told = (struct rp_event){.type = RP_EVENT_DELTA, .as.delta = out.deltas[i]};
        rp_session_tell(s, RP_RECORD_DERIVED, &told);
    }
    for (size_t i = 0; i < out.revealed_n; i++) {
        told = (struct rp_event){.type = RP_EVENT_REVEALED, .as.revealed = out.revealed[i]};
        rp_session_tell(s, RP_RECORD_DERIVED, &told);
    }
    if (out.replaces_plan)
        rp_speaker_forgets(&s->speaker, s->now_ms);
    rp_speaker_plans(&s->speaker, out.says, out.says_n, s->now_ms);
    if (out.outcome != RP_OUTCOME_NONE)
        s->outcome = out.outcome;
    s->ending |= out.ends;
    s->vents_again |= out.vents_again;
    s->abusive |= out.abusive;
}

void rp_session_customer_begin(struct rp_session *s)
{
    if (!scripted(s))
        return;
    struct rp_dialogue_event event = {.type = RP_DIALOGUE_OPENING};
    s->speaker.read_until_ms = s->now_ms + OPENING_MS;
    customer_takes(s, &event);
}

void rp_session_customer_carries_on(struct rp_session *s)
{
    if (s->last_customer_line == 0)
        rp_session_customer_begin(s);
    else
        rp_dialogue_carry_on(&s->dialogue, s->script, s->now_ms);
}

int64_t rp_session_customer_next_ms(const struct rp_session *s)
{
    if (!scripted(s) || rp_session_suspended(s))
        return RP_NEVER;
    int64_t next_ms = rp_min(s->idle_ms, s->dead_air_ms);
    return rp_min(next_ms, rp_speaker_next_ms(&s->speaker));
}

/* His acts reach the floor like anybody's, over a link without delay. */

static void types(struct rp_session *s, enum rp_compose_state state)
{
    struct rp_event event = {.type = RP_EVENT_COMPOSE};
    event.as.compose.party = RP_PARTY_CUSTOMER;
    event.as.compose.state = state;
    rp_session_tell(s, RP_RECORD_ACT, &event);
    rp_session_act(s, &event);
}

static void says(struct rp_session *s, const struct rp_utterance *utterance)
{
    struct rp_event event = {.type = RP_EVENT_SEND};
    event.as.send = (struct rp_event_send){
        .line = rp_session_next_line(s),
        .party = RP_PARTY_CUSTOMER,
        .say = utterance->say,
        .words = utterance->words,
        .more = utterance->more,
        .yield = !utterance->more,
        .again = utterance->again,
        .floor_seen = -1,
    };
    rp_session_tell(s, RP_RECORD_ACT, &event);
    s->last_customer_say = utterance->say;
    rp_session_act(s, &event);
    struct rp_dialogue_event heard = {.type = RP_DIALOGUE_PART_HEARD, .say = utterance->say};
    customer_takes(s, &heard);
}

void rp_session_customer_stops(struct rp_session *s)
{
    bool typed = s->speaker.state == RP_SPEAKER_WRITING;
    rp_speaker_init(&s->speaker);
    if (typed)
        types(s, RP_COMPOSE_STATE_EMPTY);
}

static void speak(struct rp_session *s)
{
    struct rp_utterance utterance;
    switch (rp_speaker_act(&s->speaker, s->now_ms, &utterance)) {
    case RP_SPEAKER_BEGINS:
        types(s, RP_COMPOSE_STATE_START);
        break;
    case RP_SPEAKER_TYPES_ON:
        types(s, RP_COMPOSE_STATE_KEEPALIVE);
        break;
    case RP_SPEAKER_STOPS:
        types(s, RP_COMPOSE_STATE_EMPTY);
        break;
    case RP_SPEAKER_SENDS:
        says(s, &utterance);
        break;
    case RP_SPEAKER_NOTHING:
        break;
    }
}

static void minds_the_silence(struct rp_session *s)
{
    struct rp_dialogue_event event = {.type = RP_DIALOGUE_DEAD_AIR};
    s->dead_airs++;
    s->dead_air_ms = s->dead_airs < DEAD_AIR_STEPS_MAX ? s->now_ms + DEAD_AIR_STEP_MS : RP_NEVER;
    customer_takes(s, &event);
}

void rp_session_customer_advance(struct rp_session *s)
{
    if (!scripted(s) || rp_session_suspended(s))
        return;
    while (rp_speaker_next_ms(&s->speaker) <= s->now_ms && rp_session_plays(s)) {
        speak(s);
        rp_session_customer_settle(s);
    }
    if (s->idle_ms <= s->now_ms) {
        struct rp_dialogue_event event = {.type = RP_DIALOGUE_FLOOR_IDLE};
        s->idle_ms = RP_NEVER;
        s->idle_over = true;
        customer_takes(s, &event);
    }
    if (s->dead_air_ms <= s->now_ms)
        minds_the_silence(s);
}

void rp_session_customer_sees(struct rp_session *s, uint16_t words)
{
    if (scripted(s))
        rp_speaker_reads(&s->speaker, words, s->now_ms);
}

void rp_session_customer_takes(struct rp_session *s, struct rp_pending_line *line)
{
    struct rp_dialogue_event event = {
        .type = line->briefing ? RP_DIALOGUE_HAND_OVER : RP_DIALOGUE_TURN,
        .line = line->send.line,
        .understood = &line->understood,
        .over_him = line->over_him,
    };
    if (scripted(s))
        customer_takes(s, &event);
    line->send.line = 0;
}

/* What he is typing is cut off; else what he said last, with more to come. */
void rp_session_customer_cut_in(struct rp_session *s, bool major, bool vent, uint8_t earlier)
{
    const struct rp_utterance *typing = rp_speaker_types(&s->speaker);
    struct rp_dialogue_event event = {
        .type = RP_DIALOGUE_CUT_IN,
        .say = typing ? typing->say : s->last_customer_say,
        .major = major,
        .vent = vent,
        .earlier = earlier,
    };
    if (scripted(s))
        customer_takes(s, &event);
}

void rp_session_customer_minds(struct rp_session *s, enum rp_dialogue_event_type type)
{
    struct rp_dialogue_event event = {.type = type};
    if (scripted(s))
        customer_takes(s, &event);
}

void rp_session_customer_dead_air(struct rp_session *s)
{
    s->dead_airs = 0;
    s->dead_air_ms = rp_session_colleague_near(s) ? RP_NEVER : s->now_ms + DEAD_AIR_STEP_MS;
}

void rp_session_customer_ends(struct rp_session *s, enum rp_dialogue_event_type type)
{
    rp_session_customer_minds(s, type);
    s->ending = true;
}

/* What his words mean for the floor waits until the floor has done with the act at hand. */
static void tell_floor(struct rp_session *s)
{
    struct rp_event event = {.type = RP_EVENT_MOOD};
    event.as.mood.vents = s->vents_again;
    event.as.mood.abusive = s->abusive;
    s->vents_again = s->abusive = false;
    if (!event.as.mood.vents && !event.as.mood.abusive)
        return;
    rp_session_tell(s, RP_RECORD_ACT, &event);
    struct rp_floor_event acts[2];
    size_t count = rp_floor_acts_of_mood(&event.as.mood, s->now_ms, s->play_began_ms, acts);
    for (size_t i = 0; i < count; i++)
        rp_session_floor_step(s, &acts[i]);
}

/* He does not speak into a sentence of the trainee's, nor over an instructor, nor while a colleague
 * is being fetched. */
static bool must_wait(const struct rp_session *s)
{
    const struct rp_event_floor *floor = &s->picture;
    if (rp_session_colleague_near(s))
        return true;
    if (floor->holder == RP_HOLDER_TRAINEE)
        return floor->activity == RP_ACTIVITY_ACTIVE || floor->flag != RP_FLAG_NONE;
    return floor->holder == RP_HOLDER_INSTRUCTOR || floor->holder == RP_HOLDER_HOLD;
}

/* A free floor while he has nothing to say: some facts come out of silence. */
static void watch_silence(struct rp_session *s)
{
    bool silent = s->picture.holder == RP_HOLDER_NONE && rp_speaker_silent(&s->speaker) &&
                  !rp_session_colleague_near(s);
    if (!silent) {
        s->idle_ms = s->dead_air_ms = RP_NEVER;
        s->idle_over = false;
    } else if (s->idle_ms == RP_NEVER && !s->idle_over) {
        s->idle_ms = s->now_ms + IDLE_MS;
    }
}

void rp_session_customer_settle(struct rp_session *s)
{
    if (!scripted(s) || !rp_session_plays(s))
        return;
    tell_floor(s);
    rp_speaker_hold_back(&s->speaker, must_wait(s), s->now_ms);
    watch_silence(s);
    if (s->ending && rp_speaker_silent(&s->speaker))
        rp_session_finish(s, s->outcome == RP_OUTCOME_NONE ? RP_END_REASON_LEFT
                                                           : RP_END_REASON_OUTCOME);
}
