#include <stdlib.h>

#include "app_private.h"
#include "demo.h"
#include "rp_shape.h"

enum {
    SWEEP_MS = 1000,
    BEAT_MS = 200,
    OVER_KEPT_S = 60,      /* an ended room stays in memory that long after the last guest */
    ABANDONED_S = 30 * 60, /* a room in which nobody is any more ends after that */
};

static const int64_t s_ns = 1000000000;

/* Guests and rooms by number. */

struct rp_guest *rp_app_guest(const struct rp_app *app, struct rp_conn_id conn)
{
    if (conn.generation == 0 || conn.slot >= app->guests_n)
        return NULL;
    struct rp_guest *guest = app->guests[conn.slot];
    return guest != NULL && guest->conn.generation == conn.generation ? guest : NULL;
}

struct rp_room *rp_app_room(const struct rp_app *app, uint32_t slot, uint32_t generation)
{
    struct rp_room *room = slot < RP_APP_ROOMS_MAX ? app->rooms[slot] : NULL;
    return room != NULL && room->generation == generation ? room : NULL;
}

struct rp_room *rp_app_room_named(const struct rp_app *app, const char *id, size_t length)
{
    for (uint32_t i = 0; i < RP_APP_ROOMS_MAX; i++) {
        struct rp_room *room = app->rooms[i];
        if (room != NULL && strlen(room->id) == length && memcmp(room->id, id, length) == 0)
            return room;
    }
    return NULL;
}

struct rp_room *rp_app_add_room(struct rp_app *app, const char *id,
                                const struct rp_scenario *scenario)
{
    uint32_t slot = 0;
    while (slot < RP_APP_ROOMS_MAX && app->rooms[slot] != NULL)
        slot++;
    struct rp_room *room = slot < RP_APP_ROOMS_MAX ? calloc(1, sizeof(*room)) : NULL;
    if (room == NULL)
        return NULL;
    snprintf(room->id, sizeof(room->id), "%s", id);
    room->slot = slot;
    room->generation = ++app->generations;
    room->app = app;
    room->scenario = scenario;
    room->stop_by = -1;
    room->customer_late_ms = 0;
    room->base_ns = (int64_t)uv_hrtime();
    room->anger = (uint8_t)scenario->script.start_anger;
    rp_room_words_init(&room->words, scenario);
    rp_session_init(&room->session, &scenario->script);
    app->rooms[slot] = room;
    app->rooms_n++;
    return room;
}

void rp_app_empty_room(struct rp_app *app, struct rp_room *room, enum rp_close_code code)
{
    while (room->guests != NULL) {
        struct rp_guest *guest = room->guests;
        rp_room_leave(room, guest, 0);
        rp_net_close(app->net, guest->conn, code);
    }
}

void rp_app_forget_room(struct rp_app *app, struct rp_room *room)
{
    rp_app_empty_room(app, room, RP_CLOSE_NOT_FOUND);
    if (app->demo_room == room)
        app->demo_room = NULL;
    rp_hall_set(&app->hall, room->slot, RP_NEVER);
    app->rooms[room->slot] = NULL;
    app->rooms_n--;
    rp_room_clear(room);
    free(room);
}

/* Messages. */

struct rp_body *rp_app_encode(struct rp_app *app, enum rp_out_type type, const void *out,
                              const struct rp_audience *audience, const struct rp_lookup *lookup)
{
    size_t length = 0;
    enum rp_err err =
        rp_out_encode(type, out, audience, lookup, app->out, sizeof(app->out), &length);
    RP_CHECK(err == RP_OK || err == RP_ERR_DENIED);
    return err == RP_OK ? rp_body_open(app->out, length) : NULL;
}

void rp_app_send(struct rp_app *app, struct rp_conn_id conn, enum rp_out_type type, const void *out)
{
    struct rp_body *body = rp_app_encode(app, type, out, NULL, NULL);
    if (body == NULL) { /* whoever waits for it asks again when he is back */
        rp_net_close(app->net, conn, RP_CLOSE_GOING_AWAY);
        return;
    }
    rp_net_send(app->net, conn, body, 0);
    rp_body_release(body);
}

void rp_app_error(struct rp_app *app, struct rp_conn_id conn, enum rp_error code, uint32_t ref)
{
    const struct rp_out_error error = {.code = code, .ref = ref};
    app->counters.errors[code]++;
    rp_app_note_refusal(app, rp_app_guest(app, conn), code, ref);
    rp_app_send(app, conn, RP_OUT_ERROR, &error);
}

void rp_app_refuse(struct rp_app *app, struct rp_conn_id conn, enum rp_err err, uint32_t ref)
{
    static const enum rp_error codes[RP_ERRS] = {
        [RP_ERR_MALFORMED] = RP_ERROR_MALFORMED, [RP_ERR_RANGE] = RP_ERROR_MALFORMED,
        [RP_ERR_TOO_LARGE] = RP_ERROR_FULL,      [RP_ERR_NOT_FOUND] = RP_ERROR_NOT_FOUND,
        [RP_ERR_DENIED] = RP_ERROR_WRONG_PHASE,  [RP_ERR_CONFLICT] = RP_ERROR_SEAT_TAKEN,
        [RP_ERR_STORAGE] = RP_ERROR_NOT_STORED,  [RP_ERR_IO] = RP_ERROR_NOT_STORED,
    };
    rp_app_error(app, conn, codes[err], ref);
}

/* What the network tells. */

static bool grow_guests(struct rp_app *app, uint32_t slot)
{
    if (slot < app->guests_n)
        return true;
    uint32_t count = slot + 64;
    struct rp_guest **guests = realloc(app->guests, count * sizeof(struct rp_guest *));
    if (guests == NULL)
        return false;
    memset(guests + app->guests_n, 0, (count - app->guests_n) * sizeof(struct rp_guest *));
    app->guests = guests;
    app->guests_n = count;
    return true;
}

static void on_opened(void *context, struct rp_conn_id conn, const struct rp_newcomer *who,
                      int64_t now_ns)
{
    struct rp_app *app = context;
    (void)now_ns;
    struct rp_guest *guest = grow_guests(app, conn.slot) ? calloc(1, sizeof(*guest)) : NULL;
    if (guest == NULL) {
        rp_net_close(app->net, conn, RP_CLOSE_GOING_AWAY);
        return;
    }
    guest->conn = conn;
    snprintf(guest->address, sizeof(guest->address), "%s", who->address);
    app->guests[conn.slot] = guest;
    if (!rp_app_recognise_staff(app, guest, who->cookie))
        rp_net_close(app->net, conn, RP_CLOSE_TOO_MANY);
}

static void on_closed(void *context, struct rp_conn_id conn)
{
    struct rp_app *app = context;
    struct rp_guest *guest = rp_app_guest(app, conn);
    if (guest == NULL)
        return;
    struct rp_room *room = guest->room;
    enum rp_seat seat = guest->audience.seat;
    if (room != NULL)
        rp_room_leave(room, guest, (int64_t)uv_hrtime());
    app->guests[conn.slot] = NULL;
    rp_workshop_left(app, guest);
    free(guest);
    if (room == NULL || seat > RP_SEAT_CUSTOMER)
        return;
    struct rp_seat_holder *holder = &room->holders[seat];
    if (!rp_conn_id_is(holder->conn, conn) ||
        app->draining) /* at the end it is our outage, not his link */
        return;
    holder->conn = (struct rp_conn_id){0, 0};
    rp_room_follow_links(room, (int64_t)uv_hrtime());
}

/* For the room that he sits in, and for those to come in the workshop. */
static void comfort(struct rp_app *app, struct rp_guest *guest, const struct rp_msg *msg,
                    int64_t at_ns)
{
    bool sits = guest->room != NULL && !guest->waits;
    if (guest->workshop != NULL || !sits)
        rp_workshop_act(app, guest, msg);
    if (sits)
        rp_room_act(guest->room, guest, msg, at_ns);
}

/* Bits of the seats that the guest can speak for; the last one stands for no seat. In a room he is
 * what he sits there as: somebody's staff may be a trainee, and in another firm's room. */
static unsigned seats_of(const struct rp_guest *guest, const struct rp_shape *shape)
{
    unsigned seat = guest->room != NULL ? 1u << guest->audience.seat : 1u << RP_SEATS;
    return !shape->in_room && guest->staff ? seat | 1u << RP_SEAT_STAFF : seat;
}

/* The one place where seats, roles and messages meet (protocol/roleplay.json). */
static bool may_send(const struct rp_guest *guest, const struct rp_shape *shape)
{
    unsigned seats = seats_of(guest, shape);
    if (!guest->staff || !(shape->roles & 1u << guest->staff_role))
        seats &= ~(1u << RP_SEAT_STAFF);
    return (shape->seats & seats) && !(shape->in_room && (guest->room == NULL || guest->waits));
}

static void dispatch(struct rp_app *app, struct rp_guest *guest, const struct rp_msg *msg,
                     int64_t at_ns)
{
    switch (msg->type) {
    case RP_MSG_HELLO:
        rp_app_hello(app, guest, &msg->as.hello);
        break;
    case RP_MSG_JOIN:
        rp_app_join(app, guest, &msg->as.join);
        break;
    case RP_MSG_RESUME:
        rp_app_resume(app, guest, &msg->as.resume);
        break;
    case RP_MSG_WATCH:
        rp_app_watch(app, guest, &msg->as.watch);
        break;
    case RP_MSG_LIST_ROOMS:
        rp_app_list_rooms(app, guest);
        break;
    case RP_MSG_LIST_WORKSHOPS:
        rp_app_list_workshops(app, guest);
        break;
    case RP_MSG_LIST_SIGN_INS:
        rp_app_list_sign_ins(app, guest);
        break;
    case RP_MSG_INVITE:
        rp_app_invite(app, guest, &msg->as.invite);
        break;
    case RP_MSG_BE_CALLED:
        rp_app_be_called(app, guest, &msg->as.be_called);
        break;
    case RP_MSG_TRY_AGAIN:
        rp_app_branch(app, guest, &msg->as.try_again, at_ns);
        break;
    case RP_MSG_COMFORT:
        comfort(app, guest, msg, at_ns);
        break;
    default:
        if (rp_msg_shape(msg->type)->in_room)
            rp_room_act(guest->room, guest, msg, at_ns);
        else
            rp_workshop_act(app, guest, msg);
        break;
    }
}

static void on_frame(void *context, struct rp_conn_id conn, const uint8_t *bytes, size_t length,
                     int64_t at_ns)
{
    struct rp_app *app = context;
    struct rp_guest *guest = rp_app_guest(app, conn);
    static struct rp_msg msg; /* one loop thread; it is large */
    if (guest == NULL)
        return;
    rp_sign_in_seen(app->sign_in, guest->sign_in);
    enum rp_err err = rp_msg_decode(bytes, length, &msg);
    if (err == RP_ERR_MALFORMED || err == RP_ERR_TOO_LARGE) {
        rp_net_close(app->net, conn, RP_CLOSE_BAD_FRAME);
    } else if (!guest->greeted && (err != RP_OK || msg.type != RP_MSG_HELLO)) {
        rp_net_close(app->net, conn, RP_CLOSE_REFUSED);
    } else if (err != RP_OK) {
        rp_app_error(app, conn, RP_ERROR_MALFORMED, 0);
    } else if (!may_send(guest, rp_msg_shape(msg.type))) {
        rp_app_error(app, conn, RP_ERROR_DENIED, (uint32_t)msg.type);
    } else {
        dispatch(app, guest, &msg, at_ns);
    }
}

/* The badge for a slow link is told when it changes. */
static void on_round_trip(void *context, struct rp_conn_id conn, int32_t rtt_ms)
{
    enum { SLOW_MS = 800 };
    struct rp_app *app = context;
    struct rp_guest *guest = rp_app_guest(app, conn);
    int32_t median_ms = rp_net_round_trip_ms(app->net, conn);
    (void)rtt_ms;
    if (guest == NULL || !guest->greeted || guest->slow_link == (median_ms > SLOW_MS))
        return;
    guest->slow_link = median_ms > SLOW_MS;
    const struct rp_out_link link = {.rtt_ms = (uint32_t)rp_clamp(median_ms, 0, 600000)};
    rp_app_send(app, conn, RP_OUT_LINK, &link);
}

void rp_app_behind(struct rp_app *app, bool behind)
{
    app->behind |= behind;
}

static void on_turn_end(void *context)
{
    struct rp_app *app = context;
    if (!app->behind)
        return;
    app->behind = false;
    for (uint32_t i = 0; i < app->guests_n; i++) {
        struct rp_guest *guest = app->guests[i];
        if (guest != NULL && guest->room != NULL)
            rp_app_behind(app, rp_room_catch_up(guest->room, guest));
    }
}

static bool is_ready(void *context)
{
    struct rp_app *app = context;
    return !app->draining && rp_store_healthy(app->options.store);
}

/* Time. */

static void on_alarm(uv_timer_t *timer)
{
    struct rp_app *app = timer->data;
    int64_t now_ns = (int64_t)uv_hrtime();
    while (rp_hall_next(&app->hall) <= now_ns)
        rp_room_wake(app->rooms[rp_hall_first(&app->hall)], now_ns);
    rp_app_alarm(app);
}

void rp_app_alarm(struct rp_app *app)
{
    int64_t due_ns = rp_hall_next(&app->hall);
    if (due_ns == RP_NEVER || app->draining) {
        uv_timer_stop(&app->alarm);
        return;
    }
    int64_t wait_ns = rp_max(0, due_ns - (int64_t)uv_hrtime());
    uv_update_time(app->options.loop);
    uv_timer_start(&app->alarm, on_alarm, (uint64_t)((wait_ns + 999999) / 1000000), 0);
}

/* A room that everybody has left ends; one that has ended leaves the memory. */
static void sweep_room(struct rp_app *app, struct rp_room *room, int64_t now_ns)
{
    if (room->failed) {
        rp_room_go_back(room);
        return;
    }
    rp_room_try_again(room, now_ns);
    int64_t alone_s = room->alone_since_ns ? (now_ns - room->alone_since_ns) / s_ns : 0;
    bool over = room->debrief_from > 0 || room->closed;
    if (room->in_flight > 0 || room->stopped || alone_s < (over ? OVER_KEPT_S : ABANDONED_S))
        return;
    if (rp_session_plays(&room->session)) {
        struct rp_event event = {.type = RP_EVENT_CONTROL};
        event.as.control.what = RP_CONTROL_END;
        event.as.control.by = RP_SEAT_STAFF;
        rp_room_decide(room, now_ns, &event);
        rp_room_put(room, NULL);
        return;
    }
    if (!over && rp_room_batch(room) != NULL) { /* never begun: it is not to be taken up again */
        rp_batch_closed(room->batch);
        room->closed = true;
        rp_room_put(room, NULL);
        return;
    }
    rp_app_forget_room(app, room);
}

static void on_sweep(uv_timer_t *timer)
{
    struct rp_app *app = timer->data;
    int64_t now_ns = (int64_t)uv_hrtime();
    for (uint32_t i = 0; i < RP_APP_ROOMS_MAX; i++)
        if (app->rooms[i] != NULL)
            sweep_room(app, app->rooms[i], now_ns);
    rp_app_keep(app, now_ns);
}

static void on_beat(uv_timer_t *timer)
{
    struct rp_app *app = timer->data;
    int64_t now_ns = (int64_t)uv_hrtime();
    for (uint32_t i = 0; i < RP_APP_ROOMS_MAX; i++)
        if (app->rooms[i] != NULL)
            rp_room_staff_beat(app->rooms[i], now_ns);
    rp_workshops_beat(app, now_ns);
}

/* Opening and closing. */

enum rp_err rp_app_open(struct rp_app **out, const struct rp_app_options *options)
{
    struct rp_app *app = calloc(1, sizeof(*app));
    if (app == NULL)
        return RP_ERR_IO;
    app->options = *options;
    if (options->demo && rp_demo_secrets_make(&app->demo, options->data) != RP_OK) {
        free(app);
        return RP_ERR_IO;
    }
    enum rp_err err = rp_app_open_staff(app);
    if (err == RP_OK && options->keeps)
        err = rp_app_open_keeper(app);
    if (err != RP_OK) {
        if (app->sign_in)
            rp_sign_in_close(app->sign_in);
        free(app);
        return err;
    }
    rp_hall_init(&app->hall, app->hall_seats, RP_APP_ROOMS_MAX);
    uv_timer_init(options->loop, &app->alarm);
    uv_timer_init(options->loop, &app->sweep);
    uv_timer_init(options->loop, &app->beat);
    app->alarm.data = app->sweep.data = app->beat.data = app;
    app->handles = 3;
    uv_timer_start(&app->beat, on_beat, BEAT_MS, BEAT_MS);
    uv_timer_start(&app->sweep, on_sweep, SWEEP_MS, SWEEP_MS);
    *out = app;
    return RP_OK;
}

struct rp_net_handler rp_app_handler(struct rp_app *app)
{
    return (struct rp_net_handler){
        .context = app,
        .opened = on_opened,
        .frame = on_frame,
        .closed = on_closed,
        .round_trip = on_round_trip,
        .posts = rp_app_posts,
        .posted = rp_app_posted,
        .ready = is_ready,
        .metrics = rp_app_add_metrics,
        .turn_end = on_turn_end,
    };
}

void rp_app_attach(struct rp_app *app, struct rp_net *net)
{
    app->net = net;
    rp_sign_in_start(app->sign_in, rp_net_limits(net));
}

const struct rp_demo_secrets *rp_app_demo(const struct rp_app *app)
{
    return app->options.demo ? &app->demo : NULL;
}

void rp_app_warn(struct rp_app *app, uint32_t seconds)
{
    for (uint32_t i = 0; i < app->guests_n; i++) {
        const struct rp_guest *guest = app->guests[i];
        if (guest != NULL && guest->staff)
            rp_app_error(app, guest->conn, RP_ERROR_STOPPING, seconds);
    }
}

void rp_app_drain(struct rp_app *app)
{
    app->draining = true;
    uv_timer_stop(&app->alarm);
    uv_timer_stop(&app->sweep);
    uv_timer_stop(&app->beat);
}

static void on_handle_closed(uv_handle_t *handle)
{
    struct rp_app *app = handle->data;
    if (--app->handles > 0)
        return;
    for (uint32_t i = 0; i < app->guests_n; i++)
        free(app->guests[i]);
    free(app->guests);
    free(app);
}

void rp_app_close(struct rp_app *app)
{
    for (uint32_t i = 0; i < RP_APP_ROOMS_MAX; i++) {
        struct rp_room *room = app->rooms[i];
        if (room == NULL)
            continue;
        app->rooms[i] = NULL;
        rp_room_clear(room);
        free(room);
    }
    rp_workshops_clear(app);
    rp_app_close_keeper(app);
    rp_sign_in_close(app->sign_in);
    uv_close((uv_handle_t *)&app->beat, on_handle_closed);
    uv_close((uv_handle_t *)&app->alarm, on_handle_closed);
    uv_close((uv_handle_t *)&app->sweep, on_handle_closed);
}
