/* Bytes as a session: a scenario, its opening, then inputs of everybody who may give them. Whatever
 * comes, what is told stays in bounds, something is due while people play, and the inputs alone
 * give the same log again, to the byte. */
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "method.h"
#include "rp_codec.h"
#include "rp_session.h"
#include "scenario.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUTS_MAX = 400, LOG_BYTES = 1 << 23, RECORDS_OF_A_STEP = 5000, HOUR_MS = 3600000 };

static const struct rp_scenario *scenario(uint32_t number)
{
    static struct rp_scenario_shelf *shelf;
    struct rp_text complaints = {0};
    if (!shelf)
        RP_CHECK(rp_scenario_shelf_open(&shelf, HEAROUT_SOURCE "/scenarios", &complaints) == RP_OK);
    rp_text_clear(&complaints);
    return rp_scenario_shelf_at(shelf, number % rp_scenario_shelf_count(shelf));
}

static const struct rp_method *method(uint32_t number)
{
    static struct rp_method_shelf *shelf;
    struct rp_text complaints = {0};
    if (!shelf)
        RP_CHECK(rp_method_shelf_open(&shelf, HEAROUT_SOURCE "/scenarios/methods", &complaints) ==
                 RP_OK);
    rp_text_clear(&complaints);
    return &rp_method_shelf_at(shelf, number % rp_method_shelf_count(shelf))->method;
}

/* The log: every record as it would be stored. */

struct log {
    uint8_t *bytes;
    size_t length;
    uint32_t records;
};

struct entry {
    int64_t at_ms;
    uint32_t length;
    uint32_t kind;
};

static void keep(void *context, const struct rp_record *record)
{
    struct log *log = context;
    struct entry entry = {.at_ms = record->at_ms, .kind = record->kind};
    uint8_t *event = log->bytes + log->length + sizeof(entry);
    size_t length;
    RP_CHECK(log->length + sizeof(entry) + RP_CODEC_IN_MAX <= LOG_BYTES);
    RP_CHECK(rp_event_encode(&record->event, event, RP_CODEC_IN_MAX, &length) == RP_OK);
    entry.length = (uint32_t)length;
    memcpy(log->bytes + log->length, &entry, sizeof(entry));
    log->length += sizeof(entry) + length;
    log->records++;
}

/* The inputs of the log once more: they must give all of it. */
static void check_fold(const struct log *log, const struct rp_script *script, int64_t end_ms)
{
    static uint8_t space[LOG_BYTES];
    static struct rp_session again;
    struct log twin = {.bytes = space};
    const struct rp_record_sink sink = {keep, &twin};
    struct entry entry;
    rp_session_init(&again, script);
    for (size_t at = 0; at < log->length; at += sizeof(entry) + entry.length) {
        struct rp_event event;
        memcpy(&entry, log->bytes + at, sizeof(entry));
        if (entry.kind != RP_RECORD_INPUT)
            continue;
        RP_CHECK(rp_event_decode(log->bytes + at + sizeof(entry), entry.length, &event) == RP_OK);
        RP_CHECK(rp_session_step(&again, entry.at_ms, &event, &sink) == RP_OK);
    }
    rp_session_advance(&again, end_ms, &sink);
    RP_CHECK(twin.length == log->length && memcmp(twin.bytes, log->bytes, log->length) == 0);
}

static void check(const struct rp_session *session)
{
    int64_t next_ms = rp_session_next_ms(session);
    const struct rp_dialogue *customer = &session->dialogue;
    int32_t score = rp_floor_score(&session->floor);
    RP_CHECK(!rp_session_plays(session) || rp_session_suspended(session) || next_ms != RP_NEVER);
    RP_CHECK(score >= 0 && score <= 100 && session->floor_score <= 100);
    RP_CHECK(customer->anger <= 100 && customer->trust <= 100 && customer->heard <= 100 &&
             customer->grasped <= 100);
    RP_CHECK(session->marking.told.rubric <= 100 && session->marking.told.total <= 100);
}

/* Inputs, as the door lets them in: a bot's customer sends nothing. */

static struct rp_event opening(struct bytes *bytes)
{
    static const struct rp_str configs[] = {
        {"", 0}, {"mode=1\n", 7}, {"mode=2\n", 7}, {"mode=9", 6}, {"no such thing", 13}};
    struct rp_event event = {.type = RP_EVENT_OPENED};
    uint32_t config = take(bytes, 1);
    event.as.opened = (struct rp_event_opened){
        .config = configs[config < 5 ? config : 0],
        .engine = {RP_SESSION_ENGINE, sizeof(RP_SESSION_ENGINE) - 1},
        .seed = take(bytes, 1),
        .level = (enum rp_level)(take(bytes, 1) % RP_LEVELS),
        .player = (enum rp_player)(take(bytes, 1) % RP_PLAYERS),
        .read_ms = take(bytes, 2),
        .play_ms = 1 + take(bytes, 3) % HOUR_MS,
        .wrap_ms = take(bytes, 2),
        .heat = (uint8_t)(1 + take(bytes, 1) % 5),
    };
    return event;
}

static enum rp_party party(const struct rp_session *session, uint32_t mark)
{
    return session->player != RP_PLAYER_BOT && mark & 1 ? RP_PARTY_CUSTOMER : RP_PARTY_TRAINEE;
}

static uint16_t some_line(const struct rp_session *session, struct bytes *bytes)
{
    return (uint16_t)(take(bytes, 1) % (session->lines + 2u));
}

static struct rp_event_send send(const struct rp_session *session, struct bytes *bytes)
{
    uint32_t marks = take(bytes, 2);
    return (struct rp_event_send){
        .line = rp_session_next_line(session),
        .party = party(session, marks),
        .send_id = take(bytes, 1),
        .words = (uint16_t)take(bytes, 1),
        .more = marks & 2,
        .yield = marks & 4,
        .chip = (enum rp_chip)(marks & 8 ? marks >> 8 & 3 : RP_CHIP_NONE),
        .confirm = marks & 16,
        .limit = marks & 32,
        .floor_seen = marks & 64 ? take(bytes, 2) : -1,
        .rtt_ms = (int32_t)(marks & 128 ? take(bytes, 2) : 0) - 1,
        .stall_ms = marks & 1024 ? take(bytes, 2) : 0,
    };
}

static struct rp_event_understood reading(const struct rp_session *session, struct bytes *bytes)
{
    struct rp_event_understood read = {
        .line = some_line(session, bytes),
        .asked = take(bytes, 3),
        .told = take(bytes, 3),
        .remedies = take(bytes, 2),
        .words = (uint16_t)take(bytes, 1),
        .questions = (uint8_t)(take(bytes, 1) % 4),
        .quantities_n = 1,
    };
    uint32_t moves = take(bytes, 4), marks = take(bytes, 1);
    for (uint8_t i = 0; i < RP_MOVES && read.moves_n < RP_UNDERSTOOD_MOVES_MAX; i++)
        if (moves >> i & 1)
            read.moves[read.moves_n++] = (struct rp_logged_move){.move = i, .confident = marks & 1};
    read.contradicted = marks & 2 ? take(bytes, 3) : 0;
    read.apology_for = marks & 4 ? take(bytes, 3) : 0;
    read.name_uses = marks >> 3 & 3;
    read.shouting = marks & 32;
    read.quantities[0].kind = (uint8_t)(take(bytes, 1) % RP_QUANTITY_KINDS);
    read.quantities[0].value = take(bytes, 3);
    return read;
}

static void take_own(struct rp_event_rated_self *own, const struct rp_method *graded,
                     struct bytes *bytes)
{
    for (; own->marks_n < graded->items_n; own->marks_n++)
        own->marks[own->marks_n] =
            (struct rp_own_mark){graded->items[own->marks_n].item, (uint8_t)(take(bytes, 1) % 6)};
}

static struct rp_event talk(const struct rp_session *session, struct bytes *bytes)
{
    uint32_t kind = take(bytes, 1) % 16, mark = take(bytes, 1);
    struct rp_event event = {.type = (enum rp_event_type)kind};
    switch (kind) {
    case RP_EVENT_SEATED:
        event.as.seated = (struct rp_event_seated){
            .seat = (enum rp_seat)(mark % RP_SEAT_STAFF),
            .player = (enum rp_player)(mark / 4 % RP_PLAYERS),
            .time_pct = (uint16_t)(100 + mark / 16 * 10),
        };
        break;
    case RP_EVENT_READY:
        event.as.ready.seat = (enum rp_seat)(mark % RP_SEATS);
        break;
    case RP_EVENT_COMPOSE:
        event.as.compose = (struct rp_event_compose){
            party(session, mark), (enum rp_compose_state)(mark / 2 % RP_COMPOSE_STATES),
            (int32_t)(mark & 64 ? take(bytes, 2) : 0) - 1, mark & 128 ? take(bytes, 2) : 0};
        break;
    case RP_EVENT_FLOOR_ACT:
        event.as.floor_act = (struct rp_event_floor_act){
            party(session, mark), (enum rp_floor_act)(mark / 2 % RP_FLOOR_ACTS),
            mark & 64 ? take(bytes, 3) : 0, (int32_t)(mark & 128 ? take(bytes, 2) : 0) - 1};
        break;
    case RP_EVENT_DISCARD:
        event.as.discard.line = some_line(session, bytes);
        break;
    case RP_EVENT_CONTROL:
        event.as.control = (struct rp_event_control){
            .what = (enum rp_control)(mark % RP_CONTROLS),
            .by = RP_SEAT_STAFF,
            .outage = mark & 128,
            .act_ms = session->now_ms - take(bytes, 2),
            .line = mark & 64 ? rp_session_next_aside(session) : 0,
        };
        break;
    case RP_EVENT_LINK:
        event.as.link = (struct rp_event_link){party(session, mark), mark & 2};
        break;
    case RP_EVENT_UNDERSTOOD:
        event.as.understood = reading(session, bytes);
        break;
    case RP_EVENT_CLOSE:
        event.as.close = (struct rp_event_close){party(session, mark), mark & 2,
                                                 (enum rp_answer)(mark / 4 % RP_ANSWERS)};
        break;
    case RP_EVENT_ACTION:
        event.as.action = (struct rp_event_action){(enum rp_action)(mark % RP_ACTIONS),
                                                   rp_session_next_line(session), 1,
                                                   mark & 128 ? take(bytes, 2) : 0};
        break;
    case RP_EVENT_CONTESTED:
        event.as.contested = (struct rp_event_contested){RP_SEAT_TRAINEE, some_line(session, bytes),
                                                         (enum rp_finding)(mark % RP_FINDINGS), 0};
        break;
    default:
        event.type = RP_EVENT_SEND;
        event.as.send = send(session, bytes);
        break;
    }
    return event;
}

static struct rp_event beside(const struct rp_session *session, struct bytes *bytes)
{
    uint32_t mark = take(bytes, 1);
    uint16_t cited = some_line(session, bytes);
    struct rp_event event = {.type = (enum rp_event_type)(RP_EVENT_TEMPER + take(bytes, 1) % 11)};
    switch (event.type) {
    case RP_EVENT_TEMPER:
        event.as.temper.level = (uint8_t)(mark % 11);
        break;
    case RP_EVENT_TOLD:
        event.as.told = (struct rp_event_told){(uint8_t)(mark / 2), mark & 1};
        break;
    case RP_EVENT_RECOGNISED:
        event.as.recognised =
            (struct rp_event_recognised){(enum rp_recognition)(mark % RP_RECOGNITIONS), cited};
        break;
    case RP_EVENT_REPORTED:
        event.as.reported = (struct rp_event_reported){
            RP_SEAT_CUSTOMER, cited, cited, mark & 1 ? rp_session_next_aside(session) : 0};
        break;
    case RP_EVENT_OBSERVED_MOMENT:
        event.as.observed_moment = (struct rp_event_observed_moment){
            cited, (enum rp_moment)(mark % RP_MOMENTS), mark & 128, false, RP_ITEM_L1};
        break;
    case RP_EVENT_OBSERVED_VIEW:
        event.as.observed_view =
            (struct rp_event_observed_view){(enum rp_item)(mark % RP_ITEMS), (uint8_t)(cited % 6)};
        break;
    case RP_EVENT_COLLEAGUE:
        event.as.colleague = (struct rp_event_colleague){mark & 1, 7};
        break;
    case RP_EVENT_COLLEAGUE_SAID:
        event.as.colleague_said.line = rp_session_next_line(session);
        break;
    default:
        event = (struct rp_event){.type = RP_EVENT_EXTENDED};
        event.as.extended.more_ms = 60000;
        break;
    }
    return event;
}

static struct rp_event marking(const struct rp_session *session, struct bytes *bytes)
{
    uint32_t mark = take(bytes, 1);
    enum rp_item item = (enum rp_item)(take(bytes, 1) % RP_ITEMS);
    struct rp_event event = {.type =
                                 (enum rp_event_type)(RP_EVENT_GRADED_BY + take(bytes, 1) % 11)};
    switch (event.type) {
    case RP_EVENT_GRADED_BY:
        event.as.graded_by.items_n = method(mark)->items_n;
        memcpy(event.as.graded_by.items, method(mark)->items, sizeof(method(mark)->items));
        break;
    case RP_EVENT_MARK:
        event.as.mark =
            (struct rp_event_mark){.item = item,
                                   .level = (uint8_t)(mark % 6),
                                   .version = session->marking.versions[item],
                                   .line = mark & 128 ? rp_session_next_aside(session) : 0};
        break;
    case RP_EVENT_OVERALL:
        event.as.overall.level = (uint8_t)(1 + mark % 5);
        break;
    case RP_EVENT_MOMENT:
        event.as.moment =
            (struct rp_event_moment){(uint16_t)item, (enum rp_moment)(mark % RP_MOMENTS), true, 1};
        break;
    case RP_EVENT_CRITICAL:
        event.as.critical =
            (struct rp_event_critical){(enum rp_critical)(mark % RP_CRITICALS), (uint16_t)item,
                                       mark & 128, 1, rp_session_next_aside(session)};
        break;
    case RP_EVENT_RELEASE:
        event.as.release.on = mark & 1;
        break;
    case RP_EVENT_RATED_SELF:
        take_own(&event.as.rated_self, &session->marking.method, bytes);
        break;
    case RP_EVENT_FELT_HEARD:
        event.as.felt_heard.level = (uint8_t)(1 + mark % 5);
        break;
    case RP_EVENT_NOTE:
        event.as.note.line = rp_session_next_aside(session);
        break;
    case RP_EVENT_CUSTOMER_NOTE:
        event.as.customer_note.line = rp_session_next_aside(session);
        break;
    default:
        event.type = RP_EVENT_WHISPER;
        event.as.whisper.line = rp_session_next_aside(session);
        break;
    }
    return event;
}

static struct rp_event next_input(const struct rp_session *session, struct bytes *bytes)
{
    uint32_t kind = take(bytes, 1) % 8;
    return kind < 5   ? talk(session, bytes)
           : kind < 7 ? beside(session, bytes)
                      : marking(session, bytes);
}

/* What no log can hold is no input. */
static bool stands(const struct rp_event *event)
{
    uint8_t bytes[RP_CODEC_IN_MAX];
    struct rp_event back;
    size_t length;
    return rp_event_encode(event, bytes, sizeof(bytes), &length) == RP_OK &&
           rp_event_decode(bytes, length, &back) == RP_OK;
}

static int64_t time_after(int64_t now_ms, struct bytes *bytes)
{
    uint32_t pace = take(bytes, 1);
    return now_ms + (pace < 64 ? 0 : pace < 128 ? take(bytes, 1) : 8 * (int64_t)take(bytes, 2));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static uint8_t space[LOG_BYTES];
    static struct rp_session session;
    struct bytes bytes = {data, size};
    struct log log = {.bytes = space};
    const struct rp_record_sink sink = {keep, &log};
    const struct rp_script *script = &scenario(take(&bytes, 1))->script;
    struct rp_event input = opening(&bytes);
    int64_t now_ms = 0;
    rp_session_init(&session, script);
    if (rp_session_step(&session, now_ms, &input, &sink) != RP_OK)
        return 0;
    for (size_t i = 0; i < INPUTS_MAX && bytes.left > 0; i++) {
        uint32_t before = log.records;
        now_ms = time_after(now_ms, &bytes);
        rp_session_advance(&session, now_ms, &sink);
        input = next_input(&session, &bytes);
        if (stands(&input))
            rp_session_step(&session, now_ms, &input, &sink);
        RP_CHECK(log.records - before < RECORDS_OF_A_STEP);
        check(&session);
    }
    now_ms += HOUR_MS;
    rp_session_advance(&session, now_ms, &sink);
    check(&session);
    check_fold(&log, script, now_ms);
    return 0;
}
