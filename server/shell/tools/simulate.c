#include "simulate.h"

#include <inttypes.h>
#include <string.h>

#include "clean.h"
#include "event_json.h"
#include "rp_understood_event.h"

enum {
    LOOK_MS = 1500,       /* before he begins to type */
    PER_WORD_MS = 300,    /* of typing */
    INTO_WORDS_MS = 1200, /* how far into the customer's typing he cuts in */
    PATIENCE_MS = 120000, /* then he no longer waits for his turn */
    WRAP_MS = 30000,
    TEXT_BYTES_MAX = 16000,
};

const char *rp_outcome_name(enum rp_outcome outcome)
{
    struct rp_event event = {.type = RP_EVENT_OUTCOME};
    event.as.outcome.outcome = outcome;
    return rp_event_value_name(&event, "outcome");
}

/* What comes out of the session. */

static const char *text_of(const struct rp_simulation *sim, const struct rp_event_delivered *line)
{
    if (line->say > 0)
        return sim->scenario->says[line->say];
    for (size_t i = 0; i < sim->typed_n; i++)
        if (sim->typed_line[i] == line->line)
            return sim->typed[i];
    return "(mm-hm)";
}

static void take_line(struct rp_simulation *sim, const struct rp_record *record)
{
    const struct rp_event_delivered *line = &record->event.as.delivered;
    if (line->say > 0)
        sim->said[sim->scenario->script.says[line->say].line] = true;
    if (sim->transcript)
        rp_text_addf(sim->transcript, "%3" PRId64 ":%02" PRId64 "  %s: %s\n", record->at_ms / 60000,
                     record->at_ms / 1000 % 60,
                     line->party == RP_PARTY_TRAINEE ? "trainee" : sim->scenario->customer_name,
                     text_of(sim, line));
}

static void take_delta(struct rp_simulation *sim, const struct rp_event *event)
{
    const struct rp_event_delta *delta = &event->as.delta;
    sim->anger_now = delta->anger_now;
    sim->trust_now = delta->trust_now;
    sim->grasped_now = delta->grasped_now;
    if (sim->transcript)
        rp_text_addf(sim->transcript, "          %s: anger %+d to %u, trust %+d to %u\n",
                     delta->change == RP_CHANGE_MOVE ? rp_move_name((enum rp_move)delta->move)
                                                     : rp_event_value_name(event, "change"),
                     delta->anger, delta->anger_now, delta->trust, delta->trust_now);
}

static void take_record(void *context, const struct rp_record *record)
{
    struct rp_simulation *sim = context;
    const struct rp_event *event = &record->event;
    switch (event->type) {
    case RP_EVENT_DELIVERED:
        take_line(sim, record);
        break;
    case RP_EVENT_DELTA:
        take_delta(sim, event);
        break;
    case RP_EVENT_REVEALED:
        sim->revealed |= (uint32_t)1 << event->as.revealed.fact;
        break;
    case RP_EVENT_SCORE:
        sim->floor_score = event->as.score.floor_score;
        sim->cut_ins = event->as.score.interruptions;
        break;
    case RP_EVENT_OUTCOME:
        sim->outcome = event->as.outcome.outcome;
        sim->ends_ms = record->at_ms;
        break;
    default:
        break;
    }
}

/* Time. */

static enum rp_err step(struct rp_simulation *sim, const struct rp_event *event)
{
    const struct rp_record_sink sink = {take_record, sim};
    return rp_session_step(&sim->session, sim->session.now_ms, event, &sink);
}

static void pass(struct rp_simulation *sim, int64_t ms)
{
    const struct rp_record_sink sink = {take_record, sim};
    if (rp_session_plays(&sim->session))
        rp_session_advance(&sim->session, sim->session.now_ms + ms, &sink);
}

/* The customer has said what he had to say. */
static bool may_speak(const struct rp_session *session)
{
    return session->picture.holder != RP_HOLDER_CUSTOMER && rp_speaker_silent(&session->speaker);
}

/* There are words to cut into. Whoever has just cut in has to rest before. */
static bool customer_types(const struct rp_session *session)
{
    return session->picture.holder == RP_HOLDER_CUSTOMER && rp_speaker_types(&session->speaker) &&
           session->now_ms >= session->picture.rest_until_ms;
}

/* Lets time pass until it is so; false: it never came to that. */
static bool wait_for(struct rp_simulation *sim, bool (*is_so)(const struct rp_session *session))
{
    struct rp_session *session = &sim->session;
    int64_t last_ms = session->now_ms + PATIENCE_MS;
    while (rp_session_plays(session) && !is_so(session)) {
        int64_t next_ms = rp_session_next_ms(session);
        if (next_ms == RP_NEVER || next_ms > last_ms)
            return false;
        pass(sim, rp_max(next_ms - session->now_ms, 0));
    }
    return rp_session_plays(session);
}

/* Acts. */

/* The recogniser's reading of a line that waits for it. */
static void read_line(struct rp_simulation *sim, uint16_t line, struct rp_str text)
{
    struct rp_understood understood;
    struct rp_event event;
    if (rp_session_unread(&sim->session, line) != line)
        return;
    sim->err =
        rp_recognise(sim->recogniser, &sim->scenario->words, text.at, text.length, &understood);
    if (sim->err != RP_OK)
        return;
    rp_event_of_understood(&understood, line, &event);
    step(sim, &event);
}

static void remember(struct rp_simulation *sim, uint16_t line, const char *text)
{
    sim->typed[sim->typed_n] = text;
    sim->typed_line[sim->typed_n++] = line;
}

static void compose(struct rp_simulation *sim, enum rp_compose_state state)
{
    struct rp_event event = {.type = RP_EVENT_COMPOSE};
    event.as.compose.party = RP_PARTY_TRAINEE;
    event.as.compose.state = state;
    if (rp_session_plays(&sim->session))
        step(sim, &event);
}

static void type(struct rp_simulation *sim, uint16_t words)
{
    int64_t left_ms = (int64_t)words * PER_WORD_MS, sign_ms = RP_SPEAKER_KEEPALIVE_MS;
    pass(sim, LOOK_MS);
    compose(sim, RP_COMPOSE_STATE_START);
    for (; left_ms > 0; left_ms -= sign_ms) {
        pass(sim, rp_min(left_ms, sign_ms));
        if (left_ms > sign_ms)
            compose(sim, RP_COMPOSE_STATE_KEEPALIVE);
    }
}

static void send(struct rp_simulation *sim, const char *text, struct rp_str clean,
                 enum rp_chip chip)
{
    uint16_t line = rp_session_next_line(&sim->session);
    struct rp_event event = {.type = RP_EVENT_SEND};
    event.as.send = (struct rp_event_send){
        .line = line,
        .party = RP_PARTY_TRAINEE,
        .send_id = line,
        .words = chip == RP_CHIP_NONE ? rp_count_words(clean) : 0,
        .yield = chip == RP_CHIP_NONE,
        .chip = chip,
        .confirm = true,
        .floor_seen = sim->session.picture.number,
    };
    if (!rp_session_plays(&sim->session))
        return;
    remember(sim, line, text);
    if (step(sim, &event) == RP_OK && chip == RP_CHIP_NONE)
        read_line(sim, line, clean);
}

static void act(struct rp_simulation *sim, enum rp_action what, const char *text,
                struct rp_str clean)
{
    struct rp_event event = {.type = RP_EVENT_ACTION};
    if (!wait_for(sim, may_speak))
        return;
    uint16_t line = rp_session_next_line(&sim->session);
    event.as.action = (struct rp_event_action){.what = what, .line = line, .send_id = line};
    remember(sim, line, text);
    if (step(sim, &event) == RP_OK)
        read_line(sim, line, clean);
}

static void close_talk(struct rp_simulation *sim)
{
    struct rp_event event = {.type = RP_EVENT_CLOSE};
    event.as.close.party = RP_PARTY_TRAINEE;
    if (wait_for(sim, may_speak))
        step(sim, &event);
}

static void into_his_words(struct rp_simulation *sim)
{
    if (wait_for(sim, customer_types))
        pass(sim, INTO_WORDS_MS);
}

static void play(struct rp_simulation *sim, const struct rp_played_act *act_now)
{
    char bytes[TEXT_BYTES_MAX];
    struct rp_str raw = {act_now->text, (uint32_t)strlen(act_now->text)};
    struct rp_str clean = {bytes, rp_clean_text(raw, bytes)};
    switch (act_now->kind) {
    case RP_PLAYED_SAY:
        if (wait_for(sim, may_speak))
            type(sim, rp_count_words(clean));
        send(sim, act_now->text, clean, RP_CHIP_NONE);
        break;
    case RP_PLAYED_CUT:
        into_his_words(sim);
        send(sim, act_now->text, clean, RP_CHIP_NONE);
        break;
    case RP_PLAYED_CHIP:
        into_his_words(sim);
        send(sim, "(mm-hm)", clean, RP_CHIP_MM_HM);
        break;
    case RP_PLAYED_WAIT:
        wait_for(sim, may_speak);
        pass(sim, act_now->wait_ms);
        break;
    case RP_PLAYED_CLOSE:
        close_talk(sim);
        break;
    case RP_PLAYED_HAND_OVER:
        act(sim, RP_ACTION_HAND_OVER, act_now->text, clean);
        break;
    default: /* by policy */
        act(sim, RP_ACTION_END_BY_POLICY, act_now->text, clean);
        break;
    }
}

/* The whole session. */

static void open_session(struct rp_simulation *sim)
{
    struct rp_event event = {.type = RP_EVENT_OPENED};
    event.as.opened = (struct rp_event_opened){
        .seed = sim->seed,
        .level = RP_LEVEL_STANDARD,
        .player = RP_PLAYER_BOT,
        .play_ms = sim->scenario->play_ms,
        .wrap_ms = WRAP_MS,
        .heat = sim->heat,
    };
    rp_session_init(&sim->session, &sim->scenario->script);
    step(sim, &event);
    event = (struct rp_event){.type = RP_EVENT_SEATED};
    event.as.seated.seat = RP_SEAT_TRAINEE;
    event.as.seated.player = RP_PLAYER_PEER;
    event.as.seated.time_pct = 100;
    step(sim, &event);
    event = (struct rp_event){.type = RP_EVENT_READY};
    event.as.ready.seat = RP_SEAT_TRAINEE;
    step(sim, &event);
}

static void note_mood(struct rp_simulation *sim)
{
    sim->anger[sim->path_n] = sim->anger_now;
    sim->trust[sim->path_n++] = sim->trust_now;
}

/* Nobody answers any more: he says what he has to, and the room's clock does the rest. */
static void run_out(struct rp_simulation *sim)
{
    struct rp_session *session = &sim->session;
    for (int64_t next_ms;
         rp_session_plays(session) && (next_ms = rp_session_next_ms(session)) != RP_NEVER;)
        pass(sim, rp_max(next_ms - session->now_ms, 0));
}

enum rp_err rp_simulate(struct rp_simulation *sim)
{
    const struct rp_played *played = sim->played;
    sim->typed_n = sim->path_n = 0;
    sim->err = RP_OK;
    sim->outcome = RP_OUTCOME_NONE;
    sim->revealed = sim->cut_ins = 0;
    sim->floor_score = 100;
    open_session(sim);
    sim->anger_now = sim->session.dialogue.anger;
    sim->trust_now = sim->session.dialogue.trust;
    sim->grasped_now = 0;
    note_mood(sim);
    for (size_t i = 0; i < played->count && sim->err == RP_OK; i++) {
        if (!rp_session_plays(&sim->session))
            break;
        play(sim, &played->acts[i]);
        note_mood(sim);
    }
    run_out(sim);
    return sim->err;
}
