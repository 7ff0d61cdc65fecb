/* room_act.c: what a seated guest sends, as inputs of the session. The door has checked that the
 * seat may send this kind of message. */
#include "app_private.h"
#include "clean.h"
#include "room.h"

enum { TEXT_BYTES_MAX = 16000 };

static enum rp_party party_of(const struct rp_guest *guest)
{
    return guest->audience.seat == RP_SEAT_TRAINEE ? RP_PARTY_TRAINEE : RP_PARTY_CUSTOMER;
}

/* The link's round trip, and with it how late the customer's latest sign was shown: a slow disk
 * excuses as much as a slow link. */
static int32_t round_trip_ms(const struct rp_room *room, const struct rp_guest *guest,
                             int64_t at_ns)
{
    int32_t median_ms = rp_net_round_trip_ms(room->app->net, guest->conn);
    if (median_ms < 0 || guest->audience.seat != RP_SEAT_TRAINEE)
        return median_ms;
    int64_t late_ms = room->customer_late_ms;
    if (late_ms < 0)
        late_ms = rp_max(0, rp_room_now_ms(room, at_ns) - room->customer_at_ms);
    return (int32_t)rp_min(median_ms + late_ms, 600000);
}

/* How much longer the link was dead than it takes anyway. */
static uint32_t stall_ms(const struct rp_room *room, const struct rp_guest *guest, int64_t at_ns)
{
    int32_t median_ms = rp_net_round_trip_ms(room->app->net, guest->conn);
    int32_t age_ms = rp_net_stall_ms(room->app->net, guest->conn, at_ns);
    return (uint32_t)rp_clamp(age_ms - rp_max(median_ms, 0), 0, 600000);
}

/* Decides, puts, and tells the guest when it was refused. */
static void take(struct rp_room *room, const struct rp_guest *guest, int64_t at_ns,
                 const struct rp_event *event, const struct rp_receipt *receipt)
{
    struct rp_app *app = room->app;
    struct rp_conn_id conn = guest->conn;
    enum rp_err err = rp_room_decide(room, at_ns, event);
    rp_room_put(room, err == RP_OK ? receipt : NULL);
    if (err != RP_OK)
        rp_app_refuse(app, conn, err, receipt ? receipt->send_id : 0);
}

/* A message that is here a second time is answered once everything before it is safe. */
static void answer_again(struct rp_room *room, const struct rp_guest *guest, uint32_t send_id)
{
    const struct rp_receipt receipt = {.conn = guest->conn, .send_id = send_id};
    if (room->in_flight > 0)
        rp_room_batch(room);
    rp_room_put(room, &receipt);
}

static void say(struct rp_room *room, const struct rp_guest *guest, const struct rp_msg_say *msg,
                int64_t at_ns)
{
    char clean[TEXT_BYTES_MAX];
    struct rp_str text = {clean, rp_clean_text(msg->text, clean)};
    enum rp_party party = party_of(guest);
    bool chip = msg->chip != RP_CHIP_NONE;
    if (msg->id <= room->holders[party].last_send_id) {
        answer_again(room, guest, msg->id);
        return;
    }
    if (!chip && text.length == 0) {
        rp_app_error(room->app, guest->conn, RP_ERROR_MALFORMED, msg->id);
        return;
    }
    if (!rp_session_plays(&room->session)) {
        rp_app_error(room->app, guest->conn, RP_ERROR_WRONG_PHASE, msg->id);
        return;
    }
    struct rp_event event = {.type = RP_EVENT_SEND};
    event.as.send = (struct rp_event_send){
        .line = rp_session_next_line(&room->session),
        .party = party,
        .send_id = msg->id,
        .words = chip ? 0 : rp_count_words(text),
        .more = msg->more,
        .yield = msg->yield,
        .chip = msg->chip,
        .confirm = msg->confirm,
        .limit = msg->limit,
        .floor_seen = msg->floor_seen,
        .rtt_ms = round_trip_ms(room, guest, at_ns),
        .stall_ms = stall_ms(room, guest, at_ns),
    };
    const struct rp_receipt receipt = {guest->conn, msg->id, event.as.send.line, NULL};
    enum rp_err kept = chip ? RP_OK : rp_room_keep_line(room, text);
    if (kept != RP_OK) {
        rp_app_refuse(room->app, guest->conn, kept, msg->id);
        return;
    }
    take(room, guest, at_ns, &event, &receipt);
    rp_room_read_on(room);
}

static void compose(struct rp_room *room, const struct rp_guest *guest,
                    const struct rp_msg_compose *msg, int64_t at_ns)
{
    struct rp_event event = {.type = RP_EVENT_COMPOSE};
    event.as.compose = (struct rp_event_compose){
        .party = party_of(guest),
        .state = msg->state,
        .rtt_ms = round_trip_ms(room, guest, at_ns),
        .stall_ms = stall_ms(room, guest, at_ns),
    };
    /* A sign that comes as play ends is nobody's mistake. */
    if (rp_session_plays(&room->session))
        take(room, guest, at_ns, &event, NULL);
}

static void floor_act(struct rp_room *room, const struct rp_guest *guest,
                      const struct rp_msg_floor_act *msg, int64_t at_ns)
{
    struct rp_event event = {.type = RP_EVENT_FLOOR_ACT};
    event.as.floor_act = (struct rp_event_floor_act){
        .party = party_of(guest),
        .act = msg->act,
        .expect_ms = msg->expect_ms,
        .rtt_ms = round_trip_ms(room, guest, at_ns),
    };
    take(room, guest, at_ns, &event, NULL);
}

/* Whoever stopped the room lets it go on; staff may, too. */
static void stop(struct rp_room *room, const struct rp_guest *guest, const struct rp_msg_stop *msg,
                 int64_t at_ns)
{
    struct rp_event event = {.type = RP_EVENT_CONTROL};
    if (!msg->on && room->stop_by != (int)guest->audience.seat) {
        rp_app_error(room->app, guest->conn, RP_ERROR_DENIED, 0);
        return;
    }
    room->stop_by = msg->on ? (int)guest->audience.seat : -1;
    event.as.control.what = msg->on ? RP_CONTROL_PAUSE : RP_CONTROL_RESUME;
    event.as.control.by = guest->audience.seat;
    take(room, guest, at_ns, &event, NULL);
}

static void control(struct rp_room *room, const struct rp_guest *guest,
                    const struct rp_msg_control *msg, int64_t at_ns)
{
    char clean[TEXT_BYTES_MAX];
    struct rp_str reason = {clean, rp_clean_text(msg->reason, clean)};
    struct rp_event event = {.type = RP_EVENT_CONTROL};
    event.as.control.what = msg->what;
    event.as.control.by = RP_SEAT_STAFF;
    event.as.control.act_ms = msg->act_ms;
    if (msg->what == RP_CONTROL_WAIVE && reason.length == 0) {
        rp_app_error(room->app, guest->conn, RP_ERROR_MALFORMED, 0);
        return;
    }
    if (!rp_session_plays(&room->session)) {
        rp_app_error(room->app, guest->conn, RP_ERROR_WRONG_PHASE, 0);
        return;
    }
    if (reason.length > 0) {
        event.as.control.line = rp_session_next_aside(&room->session);
        if (rp_room_keep_line_as(room, event.as.control.line, reason) != RP_OK)
            event.as.control.line = 0;
    }
    take(room, guest, at_ns, &event, NULL);
}

static void act(struct rp_room *room, const struct rp_guest *guest, const struct rp_msg_action *msg,
                int64_t at_ns)
{
    char clean[TEXT_BYTES_MAX];
    struct rp_str text = {clean, rp_clean_text(msg->text, clean)};
    struct rp_event event = {.type = RP_EVENT_ACTION};
    uint16_t line = rp_session_next_line(&room->session);
    const struct rp_receipt receipt = {guest->conn, msg->id, line, NULL};
    if (msg->id <= room->holders[RP_PARTY_TRAINEE].last_send_id) {
        answer_again(room, guest, msg->id);
        return;
    }
    if (text.length == 0 || !rp_session_plays(&room->session)) {
        rp_app_error(room->app, guest->conn,
                     text.length == 0 ? RP_ERROR_MALFORMED : RP_ERROR_WRONG_PHASE, msg->id);
        return;
    }
    if (rp_room_keep_line(room, text) != RP_OK) {
        rp_app_error(room->app, guest->conn, RP_ERROR_FULL, msg->id);
        return;
    }
    event.as.action.what = msg->what;
    event.as.action.line = line;
    event.as.action.send_id = msg->id;
    event.as.action.offer_ms = msg->what == RP_ACTION_HAND_OVER ? rp_room_offer_ms(room) : 0;
    take(room, guest, at_ns, &event, &receipt);
    rp_room_read_on(room);
}

static void simple(struct rp_room *room, const struct rp_guest *guest, const struct rp_msg *msg,
                   int64_t at_ns)
{
    struct rp_event event = {.type = RP_EVENT_READY};
    switch (msg->type) {
    case RP_MSG_READY:
        event.as.ready.seat = guest->audience.seat;
        break;
    case RP_MSG_DISCARD:
        event.type = RP_EVENT_DISCARD;
        event.as.discard.line = msg->as.discard.line;
        break;
    case RP_MSG_CLOSE:
        event.type = RP_EVENT_CLOSE;
        event.as.close.party = party_of(guest);
        event.as.close.answered = msg->as.close.has_answer;
        event.as.close.answer = msg->as.close.has_answer ? msg->as.close.answer : RP_ANSWER_YES;
        break;
    case RP_MSG_TELL:
        event.type = RP_EVENT_TOLD;
        event.as.told = (struct rp_event_told){msg->as.tell.line, msg->as.tell.on};
        break;
    case RP_MSG_TEMPER:
        event.type = RP_EVENT_TEMPER;
        event.as.temper.level = msg->as.temper.level;
        break;
    case RP_MSG_RECOGNISE:
        event.type = RP_EVENT_RECOGNISED;
        event.as.recognised.what = msg->as.recognise.what;
        event.as.recognised.cited = msg->as.recognise.line;
        break;
    case RP_MSG_STOP_WHY:
        event.type = RP_EVENT_STOP_REASON;
        event.as.stop_reason.by = guest->audience.seat;
        event.as.stop_reason.why = msg->as.stop_why.why;
        break;
    default: /* contest */
        event.type = RP_EVENT_CONTESTED;
        event.as.contested.by = guest->audience.seat;
        event.as.contested.line = msg->as.contest.line;
        event.as.contested.finding = msg->as.contest.finding;
        event.as.contested.move = msg->as.contest.move;
        break;
    }
    take(room, guest, at_ns, &event, NULL);
}

static void on_reported(struct rp_room *room, struct rp_conn_id conn, enum rp_err err)
{
    const struct rp_out_report_kept kept = {0};
    if (err != RP_OK)
        rp_app_refuse(room->app, conn, err, RP_MSG_REPORT);
    else
        rp_app_send(room->app, conn, RP_OUT_REPORT_KEPT, &kept);
}

/* Abuse outside of the role: what was said last is cited, and staff are told. */
static void report(struct rp_room *room, const struct rp_guest *guest,
                   const struct rp_msg_report *msg, int64_t at_ns)
{
    char clean[TEXT_BYTES_MAX];
    struct rp_str text = {clean, rp_clean_text(msg->text, clean)};
    const struct rp_receipt receipt = {.conn = guest->conn, .then = on_reported};
    uint16_t lines = room->session.lines;
    struct rp_event event = {.type = RP_EVENT_REPORTED};
    event.as.reported.by = guest->audience.seat;
    event.as.reported.from = (uint16_t)rp_max(rp_min(lines, 1), lines + 1 - RP_REPORT_CITES);
    event.as.reported.upto = lines;
    uint16_t aside = rp_session_next_aside(&room->session);
    if (text.length > 0 && rp_room_keep_line_as(room, aside, text) == RP_OK)
        event.as.reported.line = aside;
    take(room, guest, at_ns, &event, &receipt);
}

/* The room's clock follows the trainee's allowance; in play it is too late to change it. */
static void comfort(struct rp_room *room, const struct rp_guest *guest,
                    const struct rp_msg_comfort *msg, int64_t at_ns)
{
    struct rp_event event = {.type = RP_EVENT_SEATED};
    if (guest->audience.seat != RP_SEAT_TRAINEE || room->session.phase != RP_PHASE_READ)
        return;
    event.as.seated.player = room->session.player;
    event.as.seated.time_pct = msg->time_pct;
    event.as.seated.name = room->holders[RP_SEAT_TRAINEE].person;
    take(room, guest, at_ns, &event, NULL);
}

static void recall(struct rp_room *room, struct rp_guest *guest)
{
    if (room->debrief_from == 0) {
        rp_app_error(room->app, guest->conn, RP_ERROR_WRONG_PHASE, 0);
        return;
    }
    guest->recall = 1;
    guest->recalled = 0;
    rp_app_behind(room->app, rp_room_catch_up(room, guest));
}

/* What staff may send while they play him. */
static bool is_customers(enum rp_msg_type type)
{
    return type == RP_MSG_SAY || type == RP_MSG_COMPOSE || type == RP_MSG_FLOOR_ACT ||
           type == RP_MSG_CLOSE || type == RP_MSG_TELL || type == RP_MSG_TEMPER ||
           type == RP_MSG_RECOGNISE;
}

void rp_room_act(struct rp_room *room, struct rp_guest *guest, const struct rp_msg *msg,
                 int64_t at_ns)
{
    if (msg->type >= RP_MSG_MARK || msg->type == RP_MSG_VIEW) {
        rp_room_grade(room, guest, msg, at_ns);
        return;
    }
    if (is_customers(msg->type) && guest->audience.seat == RP_SEAT_STAFF &&
        !rp_room_is_played_by(room, guest)) {
        rp_app_error(room->app, guest->conn, RP_ERROR_DENIED, (uint32_t)msg->type);
        return;
    }
    switch (msg->type) {
    case RP_MSG_SAY:
        say(room, guest, &msg->as.say, at_ns);
        break;
    case RP_MSG_COMPOSE:
        compose(room, guest, &msg->as.compose, at_ns);
        break;
    case RP_MSG_FLOOR_ACT:
        floor_act(room, guest, &msg->as.floor_act, at_ns);
        break;
    case RP_MSG_STOP:
        stop(room, guest, &msg->as.stop, at_ns);
        break;
    case RP_MSG_CONTROL:
        control(room, guest, &msg->as.control, at_ns);
        break;
    case RP_MSG_ACTION:
        act(room, guest, &msg->as.action, at_ns);
        break;
    case RP_MSG_REPORT:
        report(room, guest, &msg->as.report, at_ns);
        break;
    case RP_MSG_COMFORT:
        comfort(room, guest, &msg->as.comfort, at_ns);
        break;
    case RP_MSG_RECALL:
        recall(room, guest);
        break;
    case RP_MSG_PLAY_CUSTOMER:
    case RP_MSG_COLLEAGUE:
    case RP_MSG_COLLEAGUE_SAY:
        rp_room_staff_act(room, guest, msg, at_ns);
        break;
    case RP_MSG_PIN:
        rp_workshop_pin(room, guest, &msg->as.pin);
        break;
    default:
        simple(room, guest, msg, at_ns);
        break;
    }
}
