/* room_grade.c: what graders, and afterwards the two who talked, say of the session. */
#include "app_private.h"
#include "clean.h"
#include "room.h"

enum { TEXT_BYTES_MAX = 1600 };

/* One message on its way to an input: who is told what became of it. */
struct asking {
    struct rp_room *room;
    const struct rp_guest *guest;
    struct rp_conn_id conn;
    int64_t at_ns;
    uint32_t id;
};

static void refuse(const struct asking *asking, enum rp_error code)
{
    rp_app_error(asking->room->app, asking->conn, code, asking->id);
}

static void refuse_err(const struct asking *asking, enum rp_err err)
{
    if (err == RP_ERR_CONFLICT)
        refuse(asking, RP_ERROR_CONFLICT);
    else if (err == RP_ERR_RANGE)
        refuse(asking, RP_ERROR_INCOMPLETE);
    else
        rp_app_refuse(asking->room->app, asking->conn, err, asking->id);
}

/* Its sender gets an ack once it is stored. */
static void take(const struct asking *asking, const struct rp_event *event)
{
    const struct rp_receipt receipt = {.conn = asking->conn, .send_id = asking->id};
    enum rp_err err = rp_room_decide(asking->room, asking->at_ns, event);
    rp_room_put(asking->room, err == RP_OK ? &receipt : NULL);
    if (err != RP_OK)
        refuse_err(asking, err);
}

/* Keeps a text beside the talk, whose number goes into `line`; false: refused. Without words it is
 * line 0, and refused as `without` unless that is RP_ERRORS. */
static bool keep(const struct asking *asking, struct rp_str words, enum rp_error without,
                 uint16_t *line)
{
    char clean[TEXT_BYTES_MAX];
    struct rp_str text = {clean, rp_clean_text(words, clean)};
    *line = 0;
    if (text.length == 0) {
        if (without != RP_ERRORS)
            refuse(asking, without);
        return without == RP_ERRORS;
    }
    *line = rp_session_next_aside(&asking->room->session);
    enum rp_err err = rp_room_keep_line_as(asking->room, *line, text);
    if (err != RP_OK)
        refuse_err(asking, err);
    return err == RP_OK;
}

static bool is_person(const struct rp_room *room, uint32_t person, const char *name)
{
    for (size_t i = 0; i < RP_COUNT(room->holders); i++)
        if (room->holders[i].taken && room->holders[i].person == person)
            return false;
    return strcmp(room->words.people[person], name) == 0;
}

const char *rp_room_staff_name(const struct rp_guest *guest)
{
    return guest->staff ? guest->name : "Observer";
}

uint32_t rp_room_staff_person(struct rp_room *room, const struct rp_guest *guest)
{
    const char *name = rp_room_staff_name(guest);
    uint32_t person = 1;
    while (person < room->words.people_n && !is_person(room, person, name))
        person++;
    if (person == room->words.people_n &&
        rp_room_keep_person(room, rp_str_of(name), &person) != RP_OK)
        return 0;
    return person;
}

static void mark(const struct asking *asking, const struct rp_msg_mark *msg)
{
    const struct rp_session *session = &asking->room->session;
    bool hinted = msg->accepts && session->told_hints[msg->item].level == msg->level;
    struct rp_event event = {.type = RP_EVENT_MARK};
    uint16_t line;
    bool wants_reason = session->marking.released;
    if (!keep(asking, msg->reason, wants_reason ? RP_ERROR_REASON_WANTED : RP_ERRORS, &line))
        return;
    event.as.mark = (struct rp_event_mark){
        .item = msg->item,
        .level = msg->level,
        .version = msg->version,
        .source = hinted ? RP_MARK_SOURCE_HINT : RP_MARK_SOURCE_HUMAN,
        .by = rp_room_staff_person(asking->room, asking->guest),
        .line = line,
    };
    take(asking, &event);
}

static void critical(const struct asking *asking, const struct rp_msg_critical *msg)
{
    struct rp_event event = {.type = RP_EVENT_CRITICAL};
    uint16_t line;
    if (msg->on && msg->cited == 0) {
        refuse(asking, RP_ERROR_REASON_WANTED);
        return;
    }
    if (!keep(asking, msg->reason, RP_ERROR_REASON_WANTED, &line))
        return;
    event.as.critical = (struct rp_event_critical){
        .critical = msg->critical,
        .cited = msg->cited,
        .on = msg->on,
        .by = rp_room_staff_person(asking->room, asking->guest),
        .line = line,
    };
    take(asking, &event);
}

static void whisper(const struct asking *asking, const struct rp_msg_whisper *msg)
{
    struct rp_event event = {.type = RP_EVENT_WHISPER};
    if (keep(asking, msg->text, RP_ERROR_MALFORMED, &event.as.whisper.line))
        take(asking, &event);
}

/* Which questions are whose. */
static bool may_note(enum rp_seat seat, enum rp_note note)
{
    bool customers = note == RP_NOTE_HELPED || note == RP_NOTE_WOULD_HELP;
    return customers == (seat == RP_SEAT_CUSTOMER);
}

static void note(const struct asking *asking, const struct rp_msg_note *msg, enum rp_seat seat)
{
    struct rp_event event = {.type = RP_EVENT_NOTE};
    uint16_t line;
    if (!may_note(seat, msg->note)) {
        refuse(asking, RP_ERROR_DENIED);
        return;
    }
    if (!keep(asking, msg->text, RP_ERROR_MALFORMED, &line))
        return;
    if (seat == RP_SEAT_CUSTOMER) {
        event.type = RP_EVENT_CUSTOMER_NOTE;
        event.as.customer_note = (struct rp_event_customer_note){msg->note, line};
    } else {
        event.as.note = (struct rp_event_note){msg->note, line, msg->has_cited ? msg->cited : 0};
    }
    take(asking, &event);
}

static void rate_self(const struct asking *asking, const struct rp_msg_rate_self *msg)
{
    struct rp_event event = {.type = RP_EVENT_RATED_SELF};
    memcpy(event.as.rated_self.marks, msg->marks, msg->marks_n * sizeof(*msg->marks));
    event.as.rated_self.marks_n = msg->marks_n;
    take(asking, &event);
}

/* An observer's moments and levels are no grader's: they count for nothing. */
static void observe(const struct asking *asking, const struct rp_msg *msg)
{
    const struct rp_msg_moment *moment = &msg->as.moment;
    struct rp_event event = {.type = RP_EVENT_OBSERVED_VIEW};
    if (msg->type == RP_MSG_MOMENT) {
        event.type = RP_EVENT_OBSERVED_MOMENT;
        event.as.observed_moment = (struct rp_event_observed_moment){
            .cited = moment->line,
            .moment = moment->moment,
            .on = moment->on,
            .has_item = moment->has_item,
            .item = moment->has_item ? moment->item : RP_ITEM_L1,
        };
    } else {
        event.as.observed_view.item = msg->as.view.item;
        event.as.observed_view.level = msg->as.view.level;
    }
    take(asking, &event);
}

/* Those that bring no text. */
static void simple(const struct asking *asking, const struct rp_msg *msg)
{
    struct rp_event event = {.type = RP_EVENT_FELT_HEARD};
    switch (msg->type) {
    case RP_MSG_OVERALL:
        event.type = RP_EVENT_OVERALL;
        event.as.overall.level = msg->as.overall.level;
        event.as.overall.by = rp_room_staff_person(asking->room, asking->guest);
        break;
    case RP_MSG_MOMENT:
        event.type = RP_EVENT_MOMENT;
        event.as.moment.cited = msg->as.moment.line;
        event.as.moment.moment = msg->as.moment.moment;
        event.as.moment.on = msg->as.moment.on;
        event.as.moment.by = rp_room_staff_person(asking->room, asking->guest);
        break;
    case RP_MSG_RELEASE:
        event.type = RP_EVENT_RELEASE;
        event.as.release.on = msg->as.release.on;
        event.as.release.by = rp_room_staff_person(asking->room, asking->guest);
        break;
    default: /* felt_heard */
        event.as.felt_heard.level = msg->as.felt_heard.level;
        break;
    }
    take(asking, &event);
}

/* The sender's own number; what is sent once has none, and answers name the message. */
static uint32_t id_of(const struct rp_msg *msg)
{
    switch (msg->type) {
    case RP_MSG_MARK:
        return msg->as.mark.id;
    case RP_MSG_OVERALL:
        return msg->as.overall.id;
    case RP_MSG_MOMENT:
        return msg->as.moment.id;
    case RP_MSG_CRITICAL:
        return msg->as.critical.id;
    case RP_MSG_RELEASE:
        return msg->as.release.id;
    case RP_MSG_WHISPER:
        return msg->as.whisper.id;
    case RP_MSG_VIEW:
        return msg->as.view.id;
    default:
        return (uint32_t)msg->type;
    }
}

void rp_room_grade(struct rp_room *room, const struct rp_guest *guest, const struct rp_msg *msg,
                   int64_t at_ns)
{
    const struct asking asking = {room, guest, guest->conn, at_ns, id_of(msg)};
    if (guest->audience.seat == RP_SEAT_OBSERVER) {
        observe(&asking, msg);
        return;
    }
    switch (msg->type) {
    case RP_MSG_MARK:
        mark(&asking, &msg->as.mark);
        break;
    case RP_MSG_CRITICAL:
        critical(&asking, &msg->as.critical);
        break;
    case RP_MSG_WHISPER:
        whisper(&asking, &msg->as.whisper);
        break;
    case RP_MSG_NOTE:
        note(&asking, &msg->as.note, guest->audience.seat);
        break;
    case RP_MSG_RATE_SELF:
        rate_self(&asking, &msg->as.rate_self);
        break;
    default:
        simple(&asking, msg);
        break;
    }
}

enum rp_err rp_room_graded_by(struct rp_room *room, const struct rp_method_file *method)
{
    struct rp_event event = {.type = RP_EVENT_GRADED_BY};
    event.as.graded_by.method = rp_str_of(method->id);
    event.as.graded_by.hash = rp_str_of(method->hash);
    event.as.graded_by.items_n = method->method.items_n;
    memcpy(event.as.graded_by.items, method->method.items, sizeof(method->method.items));
    return rp_room_decide(room, (int64_t)uv_hrtime(), &event);
}

void rp_room_tell_method(struct rp_room *room, const struct rp_guest *guest)
{
    const struct rp_method_file *method = room->method;
    if (method == NULL || guest->audience.seat == RP_SEAT_CUSTOMER)
        return;
    const struct rp_out_method out = {
        .id = rp_str_of(method->id),
        .title = rp_str_of(method->title),
        .items = method->texts,
        .items_n = method->method.items_n,
    };
    rp_app_send(room->app, guest->conn, RP_OUT_METHOD, &out);
}
