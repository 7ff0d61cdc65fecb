#include "rp_floor_acts.h"
#include "rp_session_parts.h"
#include "rp_understood_event.h"

#include <string.h>

void rp_session_init(struct rp_session *s, const struct rp_script *script)
{
    memset(s, 0, sizeof(*s));
    s->script = script;
    s->phase_ends_ms = RP_NEVER;
    s->idle_ms = RP_NEVER;
    s->dead_air_ms = RP_NEVER;
    s->colleague_until_ms = RP_NEVER;
    s->phase = RP_PHASE_READ;
    s->floor_score = 100;
    s->answer = RP_ANSWER_NO;
    rp_floor_config_default(&s->floor_config);
    rp_speaker_init(&s->speaker);
}

uint16_t rp_session_next_line(const struct rp_session *s)
{
    return (uint16_t)(s->lines + 1);
}

uint16_t rp_session_next_aside(const struct rp_session *s)
{
    return (uint16_t)(RP_SESSION_ASIDES + s->asides + 1);
}

bool rp_session_may_number(const struct rp_session *s, uint16_t text)
{
    return text == rp_session_next_aside(s) || text == rp_session_next_line(s);
}

void rp_session_number(struct rp_session *s, uint16_t text)
{
    if (text > RP_SESSION_ASIDES)
        s->asides = (uint16_t)(text - RP_SESSION_ASIDES);
    else
        s->lines = text;
}

void rp_session_tell(struct rp_session *s, enum rp_record_kind kind, const struct rp_event *event)
{
    struct rp_record record = {.kind = kind, .at_ms = s->now_ms, .event = *event};
    s->sink->take(s->sink->context, &record);
}

bool rp_session_plays(const struct rp_session *s)
{
    return s->phase == RP_PHASE_PLAY || s->phase == RP_PHASE_WRAP;
}

bool rp_session_suspended(const struct rp_session *s)
{
    return rp_session_plays(s) && s->picture.holder == RP_HOLDER_SUSPENDED;
}

uint16_t rp_session_unread(const struct rp_session *s, uint16_t from)
{
    uint16_t first = 0;
    for (size_t i = 0; i < RP_SESSION_PENDING; i++) {
        const struct rp_pending_line *line = &s->pending[i];
        bool counts = line->briefing ||
                      (line->send.party == RP_PARTY_TRAINEE && line->send.chip == RP_CHIP_NONE);
        bool waits = line->send.line >= from && line->send.line > 0 && counts && !line->read;
        if (waits && (first == 0 || line->send.line < first))
            first = line->send.line;
    }
    return first;
}

struct rp_pending_line *rp_session_pending(struct rp_session *s, uint16_t line)
{
    for (size_t i = 0; i < RP_SESSION_PENDING; i++)
        if (s->pending[i].send.line == line)
            return &s->pending[i];
    return NULL;
}

/* The room's clock. */

static void enter(struct rp_session *s, enum rp_phase phase, int64_t ends_ms)
{
    s->phase = phase;
    s->phase_ends_ms = ends_ms;
    struct rp_event event = {.type = RP_EVENT_PHASE};
    event.as.phase.phase = phase;
    event.as.phase.ends_ms = ends_ms == RP_NEVER ? 0 : ends_ms;
    rp_session_tell(s, RP_RECORD_ACT, &event);
}

static void begin_play(struct rp_session *s)
{
    s->play_began_ms = s->now_ms;
    enter(s, RP_PHASE_PLAY, s->now_ms + s->play_ms);
    rp_session_floor_begin(s);
    if (s->player == RP_PLAYER_BOT)
        rp_session_customer_begin(s);
    else
        rp_session_person_begins(s);
}

/* "Is it settled for you?" A peer says so himself; the bot has shown it. */
static enum rp_answer answer_of(const struct rp_session *s)
{
    if (s->player != RP_PLAYER_BOT)
        return s->answer;
    if (s->outcome == RP_OUTCOME_SATISFIED)
        return RP_ANSWER_YES;
    return s->outcome == RP_OUTCOME_GRUDGING ? RP_ANSWER_PARTLY : RP_ANSWER_NO;
}

void rp_session_finish(struct rp_session *s, enum rp_end_reason reason)
{
    rp_session_floor_end(s);
    struct rp_event event = {.type = RP_EVENT_OUTCOME};
    event.as.outcome.outcome = s->outcome == RP_OUTCOME_NONE ? RP_OUTCOME_UNRESOLVED : s->outcome;
    event.as.outcome.reason = reason;
    event.as.outcome.answer = answer_of(s);
    rp_session_tell(s, RP_RECORD_DERIVED, &event);
    enter(s, RP_PHASE_DEBRIEF, RP_NEVER);
    rp_session_marking_begins(s);
}

void rp_session_shift(struct rp_session *s, int64_t gap_ms)
{
    if (gap_ms == 0)
        return;
    rp_speaker_shift(&s->speaker, gap_ms);
    if (s->idle_ms != RP_NEVER)
        s->idle_ms += gap_ms;
    if (s->dead_air_ms != RP_NEVER)
        s->dead_air_ms += gap_ms;
    if (s->colleague_until_ms != RP_NEVER)
        s->colleague_until_ms += gap_ms;
    if (s->phase_ends_ms != RP_NEVER)
        enter(s, s->phase, s->phase_ends_ms + gap_ms);
}

/* Whoever has the floor may finish his sentence; with nobody there, it is over at once. */
static void begin_wrap(struct rp_session *s)
{
    if (s->picture.holder == RP_HOLDER_NONE)
        rp_session_finish(s, RP_END_REASON_TIME);
    else
        enter(s, RP_PHASE_WRAP, s->now_ms + s->wrap_ms);
}

static void phase_is_over(struct rp_session *s)
{
    if (s->phase == RP_PHASE_READ)
        begin_play(s);
    else if (s->phase == RP_PHASE_PLAY)
        begin_wrap(s);
    else
        rp_session_finish(s, RP_END_REASON_TIME);
}

static int64_t clock_next_ms(const struct rp_session *s)
{
    return rp_session_suspended(s) ? RP_NEVER : s->phase_ends_ms;
}

int64_t rp_session_next_ms(const struct rp_session *s)
{
    if (!s->opened)
        return RP_NEVER;
    int64_t next_ms = rp_min(clock_next_ms(s), rp_session_marking_next_ms(s));
    if (!rp_session_plays(s))
        return next_ms;
    int64_t floor_ms = rp_floor_next_ms(&s->floor);
    if (floor_ms != RP_NEVER)
        next_ms = rp_min(next_ms, floor_ms + s->play_began_ms);
    next_ms = rp_min(next_ms, rp_session_colleague_next_ms(s));
    return rp_min(next_ms, rp_session_customer_next_ms(s));
}

/* One round at one instant, in the order of the contract. */
static void run_due(struct rp_session *s)
{
    if (rp_session_plays(s)) {
        rp_session_floor_advance(s);
        rp_session_customer_settle(s);
        rp_session_customer_advance(s);
        rp_session_colleague_advance(s);
    }
    if (s->phase == RP_PHASE_WRAP && s->picture.holder == RP_HOLDER_NONE)
        rp_session_finish(s, RP_END_REASON_TIME);
    else if (clock_next_ms(s) <= s->now_ms)
        phase_is_over(s);
    rp_session_marking_advance(s);
}

void rp_session_advance(struct rp_session *s, int64_t at_ms, const struct rp_record_sink *sink)
{
    RP_CHECK(at_ms >= s->now_ms);
    s->sink = sink;
    for (int64_t next_ms; (next_ms = rp_session_next_ms(s)) <= at_ms;) {
        s->now_ms = rp_max(next_ms, s->now_ms);
        run_due(s);
    }
    s->now_ms = at_ms;
}

/* Inputs. */

/* The configuration is in the log, one "name=value" a line, so that a log decides itself. */
static bool read_config(struct rp_floor_config *config, struct rp_str text)
{
    uint32_t at = 0;
    while (at < text.length) {
        uint32_t name = at, name_length = 0;
        while (at < text.length && text.at[at] != '=' && text.at[at] != '\n')
            at++, name_length++;
        if (at == text.length || text.at[at++] != '=')
            return false;
        int64_t value = 0;
        for (; at < text.length && text.at[at] >= '0' && text.at[at] <= '9'; at++)
            value = rp_min(value * 10 + (text.at[at] - '0'), INT32_MAX);
        if (at < text.length && text.at[at++] != '\n')
            return false;
        if (rp_floor_config_set(config, text.at + name, name_length, value) != RP_OK)
            return false;
    }
    return true;
}

static enum rp_err open_session(struct rp_session *s, const struct rp_event *input)
{
    const struct rp_event_opened *opened = &input->as.opened;
    if (input->type != RP_EVENT_OPENED)
        return RP_ERR_DENIED;
    if (!read_config(&s->floor_config, opened->config))
        return RP_ERR_MALFORMED;
    s->opened = true;
    s->player = opened->player;
    s->level = opened->level;
    s->play_ms = opened->play_ms;
    s->wrap_ms = opened->wrap_ms;
    rp_dialogue_init(&s->dialogue, s->script, (uint64_t)opened->seed, opened->heat);
    rp_session_tell(s, RP_RECORD_INPUT, input);
    enter(s, RP_PHASE_READ, opened->read_ms > 0 ? (int64_t)opened->read_ms : RP_NEVER);
    return RP_OK;
}

/* Who has to have read his card before play begins. */
static bool all_ready(const struct rp_session *s)
{
    return s->ready[RP_SEAT_TRAINEE] && (s->player != RP_PLAYER_PEER || s->ready[RP_SEAT_CUSTOMER]);
}

/* In play the bot carries on for a person, or gives him his part back. */
static void change_player(struct rp_session *s, enum rp_player player)
{
    bool was_person = s->player != RP_PLAYER_BOT;
    s->player = player;
    if (!rp_session_plays(s))
        return;
    if (player != RP_PLAYER_BOT) {
        rp_session_customer_stops(s);
        rp_session_person_begins(s);
    } else if (was_person) {
        rp_session_customer_carries_on(s);
    }
}

static void take_seat(struct rp_session *s, const struct rp_event_seated *seated)
{
    if (seated->seat == RP_SEAT_CUSTOMER)
        change_player(s, seated->player);
    if (seated->seat == RP_SEAT_TRAINEE)
        s->floor_config.trainee_time_pct = seated->time_pct;
}

/* The oldest that is nowhere but here: the floor holds one at most. */
static struct rp_pending_line *oldest_unread(struct rp_session *s)
{
    struct rp_pending_line *oldest = NULL;
    for (size_t i = 0; i < RP_SESSION_PENDING; i++) {
        struct rp_pending_line *one = &s->pending[i];
        if (!rp_floor_holds(&s->floor, one->send.line) &&
            (oldest == NULL || one->send.line < oldest->send.line))
            oldest = one;
    }
    return oldest;
}

/* A full table means that the oldest was never read: nothing waits for it any more. */
static struct rp_pending_line *number_line(struct rp_session *s, const struct rp_event_send *send)
{
    struct rp_pending_line *place = rp_session_pending(s, 0);
    if (place == NULL)
        place = oldest_unread(s);
    s->lines = send->line;
    *place = (struct rp_pending_line){.send = *send, .written_ms = s->now_ms};
    return place;
}

void rp_session_act(struct rp_session *s, const struct rp_event *event)
{
    struct rp_floor_event act;
    if (event->type == RP_EVENT_SEND)
        number_line(s, &event->as.send);
    if (rp_floor_act_of(event, s->now_ms, s->play_began_ms, &act))
        rp_session_floor_step(s, &act);
}

static void control(struct rp_session *s, const struct rp_event *input)
{
    if (input->as.control.line > 0)
        rp_session_number(s, input->as.control.line);
    if (input->as.control.what == RP_CONTROL_END)
        rp_session_finish(s, RP_END_REASON_STAFF);
    else
        rp_session_act(s, input);
}

static void understood(struct rp_session *s, const struct rp_event_understood *input)
{
    struct rp_pending_line *line = rp_session_pending(s, input->line);
    line->read = true;
    line->understood = rp_understood_of(input);
    if (line->briefing ? !rp_session_colleague_near(s) : line->shown)
        rp_session_customer_takes(s, line);
    rp_session_marking_reads(s, input);
}

/* A peer customer answers for himself: the session waits for his word. */
static void close_session(struct rp_session *s, const struct rp_event_close *input)
{
    static const enum rp_outcome outcomes[] = {
        [RP_ANSWER_YES] = RP_OUTCOME_SATISFIED,
        [RP_ANSWER_PARTLY] = RP_OUTCOME_GRUDGING,
        [RP_ANSWER_NO] = RP_OUTCOME_UNRESOLVED,
    };
    if (s->player == RP_PLAYER_BOT) {
        rp_session_customer_ends(s, RP_DIALOGUE_CLOSE);
    } else if (input->answered && input->party == RP_PARTY_CUSTOMER) {
        s->answer = input->answer;
        s->outcome = outcomes[input->answer];
        rp_session_finish(s, RP_END_REASON_SETTLED);
    }
}

static void act(struct rp_session *s, const struct rp_event_action *input)
{
    struct rp_event_send text = {.line = input->line, .party = RP_PARTY_TRAINEE};
    struct rp_pending_line *line = number_line(s, &text);
    if (input->what == RP_ACTION_HAND_OVER) {
        rp_session_colleague_asked(s, line, input->offer_ms);
    } else if (s->player != RP_PLAYER_BOT) {
        s->outcome = RP_OUTCOME_ENDED_BY_POLICY;
        rp_session_finish(s, RP_END_REASON_OUTCOME);
    } else {
        line->send.line = 0;
        rp_session_customer_ends(s, RP_DIALOGUE_END_BY_POLICY);
    }
}

/* Which inputs of the talk the phase allows; the seat was checked at the door. */
static bool allowed(struct rp_session *s, const struct rp_event *input)
{
    switch (input->type) {
    case RP_EVENT_SEATED:
        return s->phase == RP_PHASE_READ || input->as.seated.seat == RP_SEAT_OBSERVER ||
               (rp_session_plays(s) && input->as.seated.seat == RP_SEAT_CUSTOMER);
    case RP_EVENT_READY:
        return s->phase == RP_PHASE_READ;
    case RP_EVENT_EXTENDED:
        return s->phase_ends_ms != RP_NEVER;
    case RP_EVENT_SEND:
        return rp_session_plays(s) && input->as.send.line == rp_session_next_line(s);
    case RP_EVENT_UNDERSTOOD:
        return rp_session_plays(s) && input->as.understood.line > 0 &&
               rp_session_pending(s, input->as.understood.line);
    case RP_EVENT_ACTION:
        return rp_session_plays(s) && !rp_session_colleague_near(s) &&
               input->as.action.line == rp_session_next_line(s);
    case RP_EVENT_COLLEAGUE:
    case RP_EVENT_COLLEAGUE_SAID:
        return rp_session_colleague_allows(s, input);
    case RP_EVENT_CONTESTED:
        return s->phase != RP_PHASE_READ && input->as.contested.line <= s->lines;
    case RP_EVENT_COMPOSE:
    case RP_EVENT_FLOOR_ACT:
    case RP_EVENT_DISCARD:
    case RP_EVENT_LINK:
    case RP_EVENT_CLOSE:
        return rp_session_plays(s);
    case RP_EVENT_CONTROL:
        return rp_session_plays(s) &&
               (input->as.control.line == 0 || rp_session_may_number(s, input->as.control.line));
    default:
        return rp_session_person_may(s, input);
    }
}

static void take(struct rp_session *s, const struct rp_event *input)
{
    switch (input->type) {
    case RP_EVENT_SEATED:
        take_seat(s, &input->as.seated);
        break;
    case RP_EVENT_READY:
        s->ready[input->as.ready.seat] = true;
        if (all_ready(s))
            begin_play(s);
        break;
    case RP_EVENT_CONTROL:
        control(s, input);
        break;
    case RP_EVENT_UNDERSTOOD:
        understood(s, &input->as.understood);
        break;
    case RP_EVENT_CLOSE:
        close_session(s, &input->as.close);
        break;
    case RP_EVENT_ACTION:
        act(s, &input->as.action);
        break;
    case RP_EVENT_SEND:
    case RP_EVENT_COMPOSE:
    case RP_EVENT_FLOOR_ACT:
    case RP_EVENT_DISCARD:
    case RP_EVENT_LINK:
        rp_session_act(s, input);
        break;
    case RP_EVENT_COLLEAGUE:
    case RP_EVENT_COLLEAGUE_SAID:
        rp_session_colleague_takes(s, input);
        break;
    case RP_EVENT_EXTENDED:
        enter(s, s->phase, s->phase_ends_ms + (int64_t)input->as.extended.more_ms);
        break;
    case RP_EVENT_CONTESTED: /* the record is all */
        break;
    default:
        rp_session_person_takes(s, input);
        break;
    }
}

static bool is_of_the_talk(enum rp_event_type type)
{
    return type < RP_EVENT_GRADED_BY || type == RP_EVENT_EXTENDED;
}

enum rp_err rp_session_step(struct rp_session *s, int64_t at_ms, const struct rp_event *input,
                            const struct rp_record_sink *sink)
{
    s->sink = sink;
    if (!s->opened)
        return open_session(s, input);
    rp_session_advance(s, at_ms, sink);
    if (!is_of_the_talk(input->type)) {
        enum rp_err err = rp_session_marking_check(s, input);
        if (err != RP_OK)
            return err;
        rp_session_tell(s, RP_RECORD_INPUT, input);
        rp_session_marking_takes(s, input);
        return RP_OK;
    }
    if (!allowed(s, input))
        return RP_ERR_DENIED;
    rp_session_tell(s, RP_RECORD_INPUT, input);
    take(s, input);
    if (rp_session_plays(s))
        rp_session_customer_settle(s);
    return RP_OK;
}
