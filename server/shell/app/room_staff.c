/* room_staff.c: staff who take part in a room: in the customer's place, or as the colleague whom
 * the trainee asked for. Everybody in the room is told. */
#include "app_private.h"
#include "clean.h"
#include "room.h"

enum { TEXT_BYTES_MAX = 4000, OFFER_MS = 20000 };

static const int64_t away_ns = INT64_C(20000000000);

bool rp_room_is_played_by(const struct rp_room *room, const struct rp_guest *guest)
{
    return room->session.player == RP_PLAYER_INSTRUCTOR &&
           rp_conn_id_is(room->holders[RP_SEAT_CUSTOMER].conn, guest->conn);
}

static void tell_playing(struct rp_room *room, struct rp_conn_id conn, bool on)
{
    if (rp_app_guest(room->app, conn) == NULL)
        return;
    const struct rp_out_playing playing = {.on = on,
                                           .last_id = room->holders[RP_SEAT_CUSTOMER].last_send_id};
    rp_app_send(room->app, conn, RP_OUT_PLAYING, &playing);
}

/* Whatever he was typing comes to nothing. */
static void drop_typing(struct rp_room *room, int64_t at_ns)
{
    struct rp_event event = {.type = RP_EVENT_COMPOSE};
    event.as.compose = (struct rp_event_compose){
        .party = RP_PARTY_CUSTOMER, .state = RP_COMPOSE_STATE_EMPTY, .rtt_ms = -1};
    if (rp_session_plays(&room->session) && room->session.player != RP_PLAYER_BOT)
        rp_room_decide(room, at_ns, &event);
}

/* The customer's player watches meanwhile. */
static void step_aside(struct rp_room *room, struct rp_guest *peer)
{
    rp_room_leave(room, peer, (int64_t)uv_hrtime());
    rp_app_sit(room, peer, RP_SEAT_OBSERVER, 0);
}

static enum rp_err take_over(struct rp_room *room, struct rp_guest *guest, int64_t at_ns)
{
    struct rp_seat_holder *holder = &room->holders[RP_SEAT_CUSTOMER];
    const struct rp_seat_holder before = *holder;
    struct rp_guest *peer = rp_app_guest(room->app, before.conn);
    if (room->session.player == RP_PLAYER_INSTRUCTOR)
        return RP_ERR_CONFLICT;
    drop_typing(room, at_ns);
    holder->conn = guest->conn;
    enum rp_err err = rp_app_seat_person(room, RP_SEAT_CUSTOMER, RP_PLAYER_INSTRUCTOR,
                                         rp_room_staff_person(room, guest), 100);
    if (err != RP_OK) {
        holder->conn = before.conn;
        return err;
    }
    room->lent_by = (struct rp_conn_id){0, 0};
    room->staff_left_ns = 0;
    if (before.taken) {
        room->lent_by = before.conn;
        room->lent_person = before.person;
        room->lent_time_pct = before.time_pct;
    }
    if (peer != NULL && peer->room == room && peer->audience.seat == RP_SEAT_CUSTOMER)
        step_aside(room, peer);
    tell_playing(room, guest->conn, true);
    return RP_OK;
}

/* To the person whose part it is, if he is still here; else to the bot. */
static enum rp_err hand_back(struct rp_room *room, int64_t at_ns)
{
    struct rp_seat_holder *holder = &room->holders[RP_SEAT_CUSTOMER];
    struct rp_guest *peer = rp_app_guest(room->app, room->lent_by);
    struct rp_conn_id staff = holder->conn;
    enum rp_err err;
    drop_typing(room, at_ns);
    if (peer != NULL && peer->room == room && !peer->waits) {
        holder->conn = peer->conn;
        err = rp_app_seat_person(room, RP_SEAT_CUSTOMER, RP_PLAYER_PEER, room->lent_person,
                                 room->lent_time_pct);
    } else {
        peer = NULL;
        err = rp_app_seat_person(room, RP_SEAT_CUSTOMER, RP_PLAYER_BOT, 0, 100);
    }
    if (err != RP_OK) {
        holder->conn = staff;
        return err;
    }
    room->staff_left_ns = 0;
    room->lent_by = (struct rp_conn_id){0, 0};
    if (peer == NULL) {
        holder->conn = (struct rp_conn_id){0, 0};
    } else {
        rp_room_leave(room, peer, at_ns);
        rp_app_sit(room, peer, RP_SEAT_CUSTOMER, 0);
    }
    tell_playing(room, staff, false);
    return RP_OK;
}

static enum rp_err play(struct rp_room *room, struct rp_guest *guest, bool on, int64_t at_ns)
{
    if (on)
        return take_over(room, guest, at_ns);
    return rp_room_is_played_by(room, guest) ? hand_back(room, at_ns) : RP_ERR_DENIED;
}

/* The colleague. */

static enum rp_err colleague(struct rp_room *room, const struct rp_guest *guest, bool on,
                             int64_t at_ns)
{
    struct rp_event event = {.type = RP_EVENT_COLLEAGUE};
    event.as.colleague.on = on;
    event.as.colleague.by = rp_room_staff_person(room, guest);
    enum rp_err err = rp_room_decide(room, at_ns, &event);
    if (err == RP_OK) {
        room->colleague = on ? guest->conn : (struct rp_conn_id){0, 0};
        room->staff_left_ns = 0;
    }
    return err;
}

static enum rp_err colleague_say(struct rp_room *room, const struct rp_guest *guest,
                                 const struct rp_msg_colleague_say *msg, int64_t at_ns,
                                 uint16_t *line)
{
    char clean[TEXT_BYTES_MAX];
    struct rp_str text = {clean, rp_clean_text(msg->text, clean)};
    struct rp_event event = {.type = RP_EVENT_COLLEAGUE_SAID};
    if (text.length == 0)
        return RP_ERR_MALFORMED;
    if (!rp_conn_id_is(room->colleague, guest->conn) || !room->session.colleague_in)
        return RP_ERR_DENIED;
    *line = event.as.colleague_said.line = rp_session_next_line(&room->session);
    enum rp_err err = rp_room_keep_line(room, text);
    return err == RP_OK ? rp_room_decide(room, at_ns, &event) : err;
}

void rp_room_staff_act(struct rp_room *room, struct rp_guest *guest, const struct rp_msg *msg,
                       int64_t at_ns)
{
    struct rp_receipt receipt = {.conn = guest->conn};
    bool says = msg->type == RP_MSG_COLLEAGUE_SAY;
    enum rp_err err;
    if (says)
        err = colleague_say(room, guest, &msg->as.colleague_say, at_ns, &receipt.line);
    else if (msg->type == RP_MSG_COLLEAGUE)
        err = colleague(room, guest, msg->as.colleague.on, at_ns);
    else
        err = play(room, guest, msg->as.play_customer.on, at_ns);
    receipt.send_id = says ? msg->as.colleague_say.id : (uint32_t)msg->type;
    rp_room_put(room, says && err == RP_OK ? &receipt : NULL);
    if (err != RP_OK)
        rp_app_refuse(room->app, guest->conn, err, receipt.send_id);
}

/* Coming and going. */

void rp_room_staff_left(struct rp_room *room, const struct rp_guest *guest)
{
    struct rp_seat_holder *holder = &room->holders[RP_SEAT_CUSTOMER];
    if (guest->audience.seat != RP_SEAT_STAFF)
        return;
    bool played = rp_room_is_played_by(room, guest);
    if (!played && !rp_conn_id_is(room->colleague, guest->conn))
        return;
    if (played)
        holder->conn = (struct rp_conn_id){0, 0};
    else
        room->colleague = (struct rp_conn_id){0, 0};
    room->staff_left_ns = (int64_t)uv_hrtime();
}

/* Nobody waits for him longer than for any other who was lost. */
void rp_room_staff_beat(struct rp_room *room, int64_t now_ns)
{
    const struct rp_session *session = &room->session;
    bool plays = session->player == RP_PLAYER_INSTRUCTOR &&
                 room->holders[RP_SEAT_CUSTOMER].conn.generation == 0;
    bool joined = session->colleague_in && room->colleague.generation == 0;
    if (room->stopped || room->failed || (!plays && !joined) || !rp_session_plays(session))
        return;
    if (room->staff_left_ns == 0) /* a restart in between */
        room->staff_left_ns = now_ns;
    rp_room_follow_links(room, now_ns);
    if (now_ns - room->staff_left_ns < away_ns)
        return;
    struct rp_event leaves = {.type = RP_EVENT_COLLEAGUE};
    if (plays)
        hand_back(room, now_ns);
    else
        rp_room_decide(room, now_ns, &leaves);
    rp_room_put(room, NULL);
}

void rp_room_lent_back(struct rp_room *room, struct rp_guest *guest)
{
    room->lent_by = guest->conn;
    rp_app_sit(room, guest, RP_SEAT_OBSERVER, 0);
}

uint32_t rp_room_offer_ms(const struct rp_room *room)
{
    for (const struct rp_guest *guest = room->guests; guest != NULL; guest = guest->next_in_room)
        if (guest->audience.seat == RP_SEAT_STAFF)
            return OFFER_MS;
    return rp_workshop_has_staff(room) ? OFFER_MS : 0;
}
