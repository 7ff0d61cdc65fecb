#include "room.h"

#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "log.h"

enum { LATE_MS = 1000, RECORDS_SPARE = 1000 };

static const int64_t ms_ns = 1000000;

int64_t rp_room_now_ms(const struct rp_room *room, int64_t now_ns)
{
    return (now_ns - room->base_ns) / ms_ns;
}

struct rp_batch *rp_room_batch(struct rp_room *room)
{
    if (room->batch == NULL)
        room->batch = rp_batch_open(room->id);
    if (room->batch == NULL)
        room->failed = true;
    return room->batch;
}

static void may_fail(struct rp_room *room, enum rp_err err)
{
    if (err != RP_OK)
        room->failed = true;
}

static void note_act(struct rp_room *room, enum rp_party party, uint32_t send_id)
{
    if (party == RP_PARTY_TRAINEE || party == RP_PARTY_CUSTOMER)
        room->holders[party].last_send_id =
            (uint32_t)rp_max(room->holders[party].last_send_id, send_id);
}

static void note_customer(struct rp_room *room, enum rp_party party, uint32_t n, int64_t at_ms)
{
    if (party != RP_PARTY_CUSTOMER)
        return;
    room->customer_n = n;
    room->customer_at_ms = at_ms;
    room->customer_late_ms = -1;
}

static void note_seat(struct rp_room *room, const struct rp_event_seated *seated)
{
    if (seated->seat > RP_SEAT_CUSTOMER)
        return;
    struct rp_seat_holder *holder = &room->holders[seated->seat];
    holder->taken = seated->seat == RP_SEAT_TRAINEE || seated->player != RP_PLAYER_BOT;
    holder->person = seated->name;
    holder->time_pct = (uint16_t)seated->time_pct;
}

/* Without an app the words are not wanted. */
static void note_method(struct rp_room *room, struct rp_str id)
{
    if (room->app != NULL && room->app->options.methods != NULL)
        room->method = rp_method_named(room->app->options.methods, id.at, id.length);
}

void rp_room_note(struct rp_room *room, uint32_t n, const struct rp_record *record)
{
    const struct rp_event *event = &record->event;
    switch (event->type) {
    case RP_EVENT_SEATED:
        note_seat(room, &event->as.seated);
        break;
    case RP_EVENT_COMPOSE:
        if (event->as.compose.state == RP_COMPOSE_STATE_START)
            note_customer(room, event->as.compose.party, n, record->at_ms);
        break;
    case RP_EVENT_SEND:
        note_act(room, event->as.send.party, event->as.send.send_id);
        note_customer(room, event->as.send.party, n, record->at_ms);
        break;
    case RP_EVENT_ACTION:
        note_act(room, RP_PARTY_TRAINEE, event->as.action.send_id);
        break;
    case RP_EVENT_CONTROL:
        if (!event->as.control.outage && event->as.control.what <= RP_CONTROL_RESUME)
            room->paused = event->as.control.what == RP_CONTROL_PAUSE;
        break;
    case RP_EVENT_LINK:
        if (event->as.link.party <= RP_PARTY_CUSTOMER)
            room->holders[event->as.link.party].link_down = !event->as.link.up;
        break;
    case RP_EVENT_DELIVERED:
        if (event->as.delivered.chip == RP_CHIP_NONE) {
            room->last_line = event->as.delivered.line;
            room->last_say = event->as.delivered.say;
        }
        break;
    case RP_EVENT_DELTA:
        room->anger = event->as.delta.anger_now;
        break;
    case RP_EVENT_REPORTED:
        room->report = (struct rp_room_report){n, record->at_ms, event->as.reported.by, false};
        break;
    case RP_EVENT_PHASE:
        if (event->as.phase.phase == RP_PHASE_DEBRIEF)
            room->debrief_from = n;
        break;
    case RP_EVENT_GRADED_BY:
        note_method(room, event->as.graded_by.method);
        break;
    case RP_EVENT_RATED_SELF:
        room->rated_from = n;
        break;
    case RP_EVENT_RELEASED:
        room->released_from = n;
        break;
    default:
        break;
    }
}

/* Every record goes into the log and the batch, or the whole batch will fail. */
static void take_record(void *context, const struct rp_record *record)
{
    struct rp_room *room = context;
    uint8_t bytes[RP_RECORD_BYTES_MAX];
    size_t length = 0;
    struct rp_batch *batch = rp_room_batch(room);
    if (room->failed)
        return;
    enum rp_err err = rp_event_encode(&record->event, bytes, sizeof(bytes), &length);
    RP_CHECK(err == RP_OK); /* the limits of the definition keep every event this small */
    may_fail(room, rp_room_log_add(&room->log, record->kind, record->at_ms, bytes, length));
    if (room->failed)
        return;
    may_fail(room,
             rp_batch_record(batch, room->log.count, record->kind, record->at_ms, bytes, length));
    may_fail(room, rp_room_audit(room, batch, room->log.count, record));
    rp_room_note(room, room->log.count, record);
    if (record->event.type == RP_EVENT_VERDICT)
        room->app->counters.verdicts[record->event.as.verdict.verdict]++;
    if (room->debrief_from == room->log.count)
        may_fail(room, rp_batch_closed(batch));
}

static enum rp_err step(struct rp_room *room, int64_t at_ns, const struct rp_event *input)
{
    const struct rp_record_sink sink = {take_record, room};
    int64_t at_ms = rp_max(rp_room_now_ms(room, at_ns), room->session.now_ms);
    return rp_session_step(&room->session, at_ms, input, &sink);
}

/* The session is told of connections that came or went while people play. */
static void follow_links(struct rp_room *room, int64_t at_ns)
{
    for (size_t i = 0; i < RP_COUNT(room->holders); i++) {
        const struct rp_seat_holder *holder = &room->holders[i];
        bool down = holder->taken && holder->conn.generation == 0;
        struct rp_event event = {.type = RP_EVENT_LINK};
        event.as.link.party = (enum rp_party)i;
        event.as.link.up = !down;
        if (rp_session_plays(&room->session) && down != holder->link_down)
            step(room, at_ns, &event);
    }
}

/* A text is stored with the input that brings it, or it never was: its number is the next one's. */
static enum rp_err settle_line(struct rp_room *room, enum rp_err err)
{
    uint16_t line = room->kept_line;
    struct rp_str text = rp_room_words_line(&room->words, line, 0);
    struct rp_batch *batch = line > 0 && err == RP_OK ? rp_room_batch(room) : NULL;
    room->kept_line = 0;
    if (batch != NULL)
        may_fail(room, rp_batch_text(batch, line, text.at, text.length));
    else if (line > 0)
        rp_room_words_forget(&room->words, line);
    return err;
}

enum rp_err rp_room_decide(struct rp_room *room, int64_t at_ns, const struct rp_event *input)
{
    if (room->stopped || room->failed)
        return settle_line(room, RP_ERR_STORAGE);
    if (room->log.count + RECORDS_SPARE > RP_ROOM_RECORDS_MAX)
        return settle_line(room, RP_ERR_TOO_LARGE);
    enum rp_err err = settle_line(room, step(room, at_ns, input));
    follow_links(room, at_ns);
    return err;
}

void rp_room_follow_links(struct rp_room *room, int64_t at_ns)
{
    if (room->stopped || room->failed)
        return;
    follow_links(room, at_ns);
    rp_room_put(room, NULL);
}

enum rp_err rp_room_repeat(struct rp_room *room, int64_t at_ms, const struct rp_event *input)
{
    const struct rp_record_sink sink = {take_record, room};
    if (input != NULL)
        return settle_line(room, rp_session_step(&room->session, at_ms, input, &sink));
    rp_session_advance(&room->session, rp_max(at_ms, room->session.now_ms), &sink);
    return RP_OK;
}

enum rp_err rp_room_keep_line(struct rp_room *room, struct rp_str text)
{
    return rp_room_keep_line_as(room, rp_session_next_line(&room->session), text);
}

enum rp_err rp_room_keep_line_as(struct rp_room *room, uint16_t line, struct rp_str text)
{
    enum rp_err err = rp_room_words_set_line(&room->words, line, text);
    room->kept_line = err == RP_OK ? line : 0;
    return err;
}

enum rp_err rp_room_keep_person(struct rp_room *room, struct rp_str name, uint32_t *person)
{
    uint32_t number = room->words.people_n;
    enum rp_err err = rp_room_words_set_person(&room->words, number, name);
    if (err != RP_OK)
        return err;
    struct rp_batch *batch = rp_room_batch(room);
    if (batch != NULL)
        may_fail(room, rp_batch_person(batch, number, name.at, name.length));
    *person = number;
    return RP_OK;
}

void rp_room_person_of(struct rp_room *room, uint32_t person, const char *of_room,
                       uint32_t of_person)
{
    struct rp_batch *batch = rp_room_batch(room);
    if (batch != NULL)
        may_fail(room, rp_batch_person_of(batch, person, of_room, of_person));
}

/* Says when the room wants to be woken. */
static void set_alarm(struct rp_room *room)
{
    int64_t next_ms = RP_NEVER;
    if (!room->stopped && !room->failed)
        next_ms = rp_session_next_ms(&room->session);
    rp_hall_set(&room->app->hall, room->slot,
                next_ms == RP_NEVER ? RP_NEVER : room->base_ns + next_ms * ms_ns);
    rp_app_alarm(room->app);
}

/* On its way to the disk. The room may be gone when it comes back. */
struct commit {
    struct rp_app *app;
    uint32_t slot, generation;
    uint32_t upto, people;
    struct rp_receipt receipt;
};

static void answer(struct rp_room *room, const struct rp_receipt *receipt, enum rp_err err)
{
    if (receipt->then) {
        receipt->then(room, receipt->conn, err);
        return;
    }
    struct rp_guest *guest = rp_app_guest(room->app, receipt->conn);
    if (guest == NULL)
        return;
    if (err != RP_OK) {
        rp_app_refuse(room->app, guest->conn, err, receipt->send_id);
        return;
    }
    struct rp_out_ack ack = {.id = receipt->send_id, .line = receipt->line};
    rp_app_send(room->app, guest->conn, RP_OUT_ACK, &ack);
}

void rp_room_go_back(struct rp_room *room)
{
    if (room->in_flight > 0)
        return;
    if (room->batch != NULL)
        rp_batch_drop(room->batch);
    room->batch = NULL;
    room->failed = false;
    room->stopped = true;
    rp_log(RP_LOG_ERROR, "room_stopped", RP_TEXT("room", room->id), RP_TEXT("why", "not stored"));
    if (room->stored == 0) {
        rp_app_forget_room(room->app, room);
        return;
    }
    rp_room_log_cut(&room->log, room->stored);
    room->words.people_n = room->people_stored; /* who is not in the store is a stranger again */
    RP_CHECK(rp_room_fold(room) == RP_OK);
    rp_room_words_forget(&room->words, rp_session_next_line(&room->session));
    rp_room_words_forget(&room->words, rp_session_next_aside(&room->session));
    set_alarm(room);
}

static void note_stored(struct rp_room *room, const struct commit *commit)
{
    room->stored = commit->upto;
    room->people_stored = commit->people;
}

static void on_stored(void *context, enum rp_err err)
{
    struct commit *commit = context;
    struct rp_room *room = rp_app_room(commit->app, commit->slot, commit->generation);
    if (room != NULL) {
        room->in_flight--;
        if (err != RP_OK)
            room->failed = true;
        else
            note_stored(room, commit);
        answer(room, &commit->receipt, err);
        rp_room_tell(room);
        if (room->failed && room->batch == NULL)
            rp_room_go_back(room);
    }
    free(commit);
}

/* The batch could not even be put: the same as a failed write. The sweep takes the room back: here
 * it must not go, for whoever put still has it in hand. */
static void drop_batch(struct rp_room *room, const struct rp_receipt *receipt)
{
    if (room->batch != NULL)
        rp_batch_drop(room->batch);
    room->batch = NULL;
    if (receipt != NULL)
        answer(room, receipt, RP_ERR_STORAGE);
}

void rp_room_put(struct rp_room *room, const struct rp_receipt *receipt)
{
    struct commit *commit = malloc(sizeof(*commit));
    if (commit == NULL)
        room->failed = true;
    if (room->failed) {
        free(commit);
        drop_batch(room, receipt);
        return;
    }
    if (room->batch == NULL) {
        free(commit);
        set_alarm(room);
        if (receipt != NULL)
            answer(room, receipt, RP_OK);
        return;
    }
    *commit = (struct commit){
        .app = room->app,
        .slot = room->slot,
        .generation = room->generation,
        .upto = room->log.count,
        .people = room->words.people_n,
    };
    if (receipt != NULL)
        commit->receipt = *receipt;
    struct rp_batch *batch = room->batch;
    room->batch = NULL;
    room->in_flight++;
    set_alarm(room);
    rp_store_put(room->app->options.store, batch, on_stored, commit);
}

void rp_room_wake(struct rp_room *room, int64_t now_ns)
{
    const struct rp_record_sink sink = {take_record, room};
    int64_t due_ms = rp_session_next_ms(&room->session);
    int64_t now_ms = rp_room_now_ms(room, now_ns);
    if (room->stopped || room->failed || due_ms == RP_NEVER) {
        set_alarm(room);
        return;
    }
    if (now_ms - due_ms > LATE_MS) {
        rp_log(RP_LOG_WARN, "late", RP_TEXT("room", room->id), RP_NUMBER("ms", now_ms - due_ms));
        rp_room_outage(room, now_ns);
        return;
    }
    rp_session_advance(&room->session, rp_max(now_ms, room->session.now_ms), &sink);
    follow_links(room, now_ns);
    rp_room_put(room, NULL);
}

void rp_room_try_again(struct rp_room *room, int64_t now_ns)
{
    if (!room->stopped || room->in_flight > 0 || !rp_store_healthy(room->app->options.store))
        return;
    room->stopped = false;
    rp_log(RP_LOG_INFO, "room_goes_on", RP_TEXT("room", room->id));
    rp_room_outage(room, now_ns);
    rp_room_read_on(room);
}

void rp_room_clear(struct rp_room *room)
{
    if (room->batch != NULL)
        rp_batch_drop(room->batch);
    rp_room_log_clear(&room->log);
    rp_room_words_clear(&room->words);
}
