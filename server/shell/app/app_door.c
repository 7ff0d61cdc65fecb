/* app_door.c: how a guest comes to a room. A seat is told only once it is stored. */
#include <sodium.h>

#include "app_private.h"
#include "clean.h"

enum { WRAP_MS = 20000 };

/* Hello. */

static bool is_secret(const struct rp_msg_hello *hello, const char *secret)
{
    return hello->secret.length == RP_SECRET_TEXT - 1 &&
           sodium_memcmp(hello->secret.at, secret, RP_SECRET_TEXT - 1) == 0;
}

static enum rp_guest_link link_of(const struct rp_app *app, const struct rp_msg_hello *hello)
{
    if (!hello->has_secret || !app->options.demo)
        return RP_LINK_NONE;
    if (is_secret(hello, app->demo.trainee))
        return RP_LINK_TRAINEE;
    if (is_secret(hello, app->demo.customer))
        return RP_LINK_CUSTOMER;
    return is_secret(hello, app->demo.staff) ? RP_LINK_STAFF : RP_LINK_NONE;
}

static uint32_t list_scenarios(const struct rp_app *app, struct rp_scenario_entry *entries,
                               uint32_t most)
{
    uint32_t count = 0;
    for (; count < rp_scenario_shelf_count(app->options.scenarios) && count < most; count++) {
        const struct rp_scenario *scenario = rp_scenario_shelf_at(app->options.scenarios, count);
        entries[count] = (struct rp_scenario_entry){
            .id = rp_str_of(scenario->id),
            .title = rp_str_of(scenario->title),
            .lang = rp_str_of(scenario->lang),
        };
    }
    return count;
}

/* The secret of a link says who he is, whatever his cookie says. */
static void come_by_link(struct rp_guest *guest)
{
    if (guest->link == RP_LINK_NONE)
        return;
    rp_app_forget_staff(guest);
    rp_firm_copy(guest->firm, RP_FIRM_DEMO);
    if (guest->link == RP_LINK_STAFF)
        rp_app_make_staff(guest, RP_FIRM_DEMO, RP_STAFF_ROLE_INSTRUCTOR, "Instructor");
}

void rp_app_hello(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_hello *hello)
{
    struct rp_scenario_entry entries[256];
    if (hello->version < RP_PROTOCOL_VERSION) {
        rp_net_close(app->net, guest->conn, RP_CLOSE_BAD_VERSION);
        return;
    }
    if (guest->greeted) {
        rp_app_error(app, guest->conn, RP_ERROR_DENIED, RP_MSG_HELLO);
        return;
    }
    guest->greeted = true;
    guest->link = link_of(app, hello);
    const struct rp_workshop *invited =
        hello->has_secret ? rp_app_came_invited(app, guest, hello->secret) : NULL;
    if (hello->has_secret && guest->link == RP_LINK_NONE && invited == NULL &&
        !rp_net_guessed_wrong(app->net, guest->conn)) {
        rp_net_close(app->net, guest->conn, RP_CLOSE_RATE_LIMITED);
        return;
    }
    come_by_link(guest);
    memcpy(guest->tab, hello->tab.at, (size_t)rp_min(hello->tab.length, RP_GUEST_TAB - 1));
    rp_net_greeted(app->net, guest->conn);
    const struct rp_out_welcome welcome = {
        .version = RP_PROTOCOL_VERSION,
        .server = rp_str_of("hearout " HEAROUT_VERSION),
        .staff = guest->staff,
        .role = guest->staff_role,
        .name = rp_str_of(guest->name),
        .invited = rp_str_of(invited ? invited->title : ""),
        .scenarios = entries,
        .scenarios_n = list_scenarios(app, entries, RP_COUNT(entries)),
    };
    rp_app_send(app, guest->conn, RP_OUT_WELCOME, &welcome);
}

/* Seats. */

void rp_app_token(char text[RP_TOKEN_TEXT], uint8_t hash[RP_TOKEN_HASH_BYTES])
{
    uint8_t bytes[(RP_TOKEN_TEXT - 1) / 2];
    randombytes_buf(bytes, sizeof(bytes));
    sodium_bin2hex(text, RP_TOKEN_TEXT, bytes, sizeof(bytes));
    crypto_hash_sha256(hash, (const uint8_t *)text, RP_TOKEN_TEXT - 1);
}

/* The holder's seat goes with whatever else the room has to store. */
static void store_seat(struct rp_room *room, enum rp_seat seat)
{
    const struct rp_seat_holder *holder = &room->holders[seat];
    struct rp_stored_seat stored = {
        .seat = seat, .person = holder->person, .last_send_id = holder->last_send_id};
    memcpy(stored.token, holder->token, sizeof(stored.token));
    memcpy(stored.old_token, holder->old_token, sizeof(stored.old_token));
    struct rp_batch *batch = rp_room_batch(room);
    if (batch != NULL && rp_batch_seat(batch, &stored) != RP_OK)
        room->failed = true;
}

void rp_app_new_seat(struct rp_room *room, enum rp_seat seat, char token[RP_TOKEN_TEXT])
{
    rp_app_token(token, room->holders[seat].token);
    store_seat(room, seat);
}

/* The seat is safe: its owner is told. If it is not, he may try again. */
static void on_seat_stored(struct rp_room *room, struct rp_conn_id conn, enum rp_err err)
{
    struct rp_guest *guest = rp_app_guest(room->app, conn);
    if (guest == NULL || guest->room != room || !guest->waits)
        return;
    if (err != RP_OK) {
        rp_net_close(room->app->net, conn, RP_CLOSE_GOING_AWAY);
        return;
    }
    rp_net_guessed_right(room->app->net, conn);
    rp_room_welcome(room, guest);
}

static void put_seat(struct rp_room *room, struct rp_guest *guest)
{
    const struct rp_receipt receipt = {.conn = guest->conn, .then = on_seat_stored};
    store_seat(room, guest->audience.seat);
    rp_room_put(room, &receipt);
}

static void give_seat(struct rp_room *room, struct rp_guest *guest, enum rp_seat seat)
{
    struct rp_seat_holder *holder = &room->holders[seat];
    holder->conn = guest->conn;
    rp_app_token(guest->token, holder->token);
    rp_room_enter(room, guest, seat, 0);
}

/* Join. */

/* A room for whoever asks, with an id of its own. */
static struct rp_room *open_room(struct rp_app *app, const struct rp_scenario *scenario,
                                 const struct rp_msg_join *join)
{
    char id[RP_TOKEN_TEXT];
    uint8_t hash[RP_TOKEN_HASH_BYTES];
    rp_app_token(id, hash);
    const struct rp_room_plan plan = {
        .id = id,
        .firm = app->options.demo ? RP_FIRM_DEMO : RP_FIRM_HOUSE,
        .scenario = scenario,
        .level = join->level,
        .heat = join->heat,
        .play_ms = app->options.play_ms ? app->options.play_ms : scenario->play_ms,
        .wrap_ms = WRAP_MS,
    };
    return rp_app_open_room(app, &plan);
}

void rp_app_sit(struct rp_room *room, struct rp_guest *guest, enum rp_seat seat, uint32_t seen)
{
    const struct rp_receipt receipt = {.conn = guest->conn, .then = on_seat_stored};
    if (seat <= RP_SEAT_CUSTOMER) {
        room->holders[seat].conn = guest->conn;
        rp_app_token(guest->token, room->holders[seat].token);
        store_seat(room, seat);
    } else if (room->in_flight > 0) { /* what he is to see is on its way */
        rp_room_batch(room);
    }
    rp_room_enter(room, guest, seat, seen);
    rp_room_put(room, &receipt);
    rp_room_follow_links(room, (int64_t)uv_hrtime());
}

static bool is_open(const struct rp_room *room, enum rp_seat seat)
{
    return room->session.phase == RP_PHASE_READ && !room->holders[seat].taken && !room->closed;
}

static const struct rp_scenario *demo_scenario(const struct rp_app *app)
{
    static const char id[] = "moving-truck";
    const struct rp_scenario *truck = rp_scenario_named(app->options.scenarios, id, sizeof(id) - 1);
    return truck != NULL ? truck : rp_scenario_shelf_at(app->options.scenarios, 0);
}

/* The links of the demo lead to one room as long as the wanted seat is free, else to a new one. */
static struct rp_room *demo_room(struct rp_app *app, enum rp_seat seat,
                                 const struct rp_msg_join *join)
{
    if (app->demo_room == NULL || !is_open(app->demo_room, seat))
        app->demo_room = open_room(app, demo_scenario(app), join);
    return app->demo_room;
}

static const struct rp_scenario *wanted_scenario(const struct rp_app *app,
                                                 const struct rp_guest *guest,
                                                 const struct rp_msg_join *join)
{
    if (guest->link == RP_LINK_TRAINEE || guest->link == RP_LINK_CUSTOMER)
        return demo_scenario(app);
    return rp_scenario_named(app->options.scenarios, join->scenario.at, join->scenario.length);
}

void rp_app_join(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_join *join)
{
    char bytes[RP_NAME_BYTES];
    struct rp_str name;
    const struct rp_scenario *scenario = wanted_scenario(app, guest, join);
    bool demo = guest->link == RP_LINK_TRAINEE || guest->link == RP_LINK_CUSTOMER;
    enum rp_seat seat = guest->link == RP_LINK_CUSTOMER ? RP_SEAT_CUSTOMER : RP_SEAT_TRAINEE;
    if (guest->room != NULL || app->draining || !rp_clean_person(join->name, bytes, &name)) {
        rp_app_error(app, guest->conn, guest->room ? RP_ERROR_DENIED : RP_ERROR_MALFORMED,
                     RP_MSG_JOIN);
        return;
    }
    if (scenario == NULL) {
        rp_app_error(app, guest->conn, RP_ERROR_NOT_FOUND, RP_MSG_JOIN);
        return;
    }
    struct rp_room *room = demo ? demo_room(app, seat, join) : open_room(app, scenario, join);
    uint32_t person = 0;
    if (room == NULL || rp_room_keep_person(room, name, &person) != RP_OK) {
        rp_app_error(app, guest->conn, RP_ERROR_FULL, RP_MSG_JOIN);
        return;
    }
    enum rp_player player = seat == RP_SEAT_CUSTOMER ? RP_PLAYER_PEER : RP_PLAYER_BOT;
    give_seat(room, guest, seat);
    enum rp_err err = rp_app_seat_person(room, seat, player, person, join->time_pct);
    if (err != RP_OK && err != RP_ERR_STORAGE) {
        rp_room_leave(room, guest, (int64_t)uv_hrtime());
        rp_app_refuse(app, guest->conn, err, RP_MSG_JOIN);
        return;
    }
    put_seat(room, guest);
}

/* Resume. */

static enum rp_err find_seat(struct rp_app *app, const uint8_t hash[RP_TOKEN_HASH_BYTES],
                             struct rp_room **room, enum rp_seat *seat)
{
    char id[RP_ID_TEXT];
    enum rp_err err = rp_store_token(app->options.store, hash, id, seat);
    if (err != RP_OK)
        return err;
    *room = rp_app_room_named(app, id, strlen(id));
    return *room != NULL ? RP_OK : rp_app_load_room(app, id, room);
}

static bool is_token_of(const struct rp_seat_holder *holder,
                        const uint8_t hash[RP_TOKEN_HASH_BYTES], bool *newest)
{
    *newest = memcmp(holder->token, hash, RP_TOKEN_HASH_BYTES) == 0;
    return *newest || memcmp(holder->old_token, hash, RP_TOKEN_HASH_BYTES) == 0;
}

static bool find_live_seat(struct rp_app *app, const uint8_t hash[RP_TOKEN_HASH_BYTES],
                           struct rp_room **room, enum rp_seat *seat)
{
    bool newest;
    for (uint32_t i = 0; i < RP_APP_ROOMS_MAX; i++)
        for (unsigned j = 0; app->rooms[i] != NULL && j < RP_COUNT(app->rooms[i]->holders); j++)
            if (app->rooms[i]->holders[j].taken &&
                is_token_of(&app->rooms[i]->holders[j], hash, &newest)) {
                *room = app->rooms[i];
                *seat = (enum rp_seat)j;
                return true;
            }
    return false;
}

/* The newest tab has the seat. The same tab, come back before we knew that it had gone, is not
 * told that it sits elsewhere. */
static void replace(struct rp_app *app, struct rp_room *room, const struct rp_seat_holder *holder,
                    const struct rp_guest *guest)
{
    struct rp_guest *old = rp_app_guest(app, holder->conn);
    if (old == NULL)
        return;
    bool same_tab = strcmp(old->tab, guest->tab) == 0;
    if (old->room == room)
        rp_room_leave(room, old, (int64_t)uv_hrtime());
    rp_net_close(app->net, old->conn, same_tab ? RP_CLOSE_GOING_AWAY : RP_CLOSE_REPLACED);
}

/* Each use makes a new token. The one before stays good until the new one was used: its owner may
 * never have received it. */
static void rotate(struct rp_seat_holder *holder, bool newest, char token[RP_TOKEN_TEXT])
{
    if (newest)
        memcpy(holder->old_token, holder->token, RP_TOKEN_HASH_BYTES);
    rp_app_token(token, holder->token);
}

void rp_app_resume(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_resume *resume)
{
    uint8_t hash[RP_TOKEN_HASH_BYTES];
    struct rp_room *room = NULL;
    enum rp_seat seat = RP_SEAT_TRAINEE;
    bool newest = false;
    crypto_hash_sha256(hash, (const uint8_t *)resume->token.at, resume->token.length);
    if (guest->room != NULL || app->draining) {
        rp_app_error(app, guest->conn, RP_ERROR_DENIED, RP_MSG_RESUME);
        return;
    }
    enum rp_err err =
        find_live_seat(app, hash, &room, &seat) ? RP_OK : find_seat(app, hash, &room, &seat);
    if (err == RP_ERR_STORAGE) {
        rp_net_close(app->net, guest->conn, RP_CLOSE_GOING_AWAY);
        return;
    }
    if (err != RP_OK) {
        if (rp_net_guessed_wrong(app->net, guest->conn))
            rp_app_error(app, guest->conn, RP_ERROR_NOT_FOUND, RP_MSG_RESUME);
        else
            rp_net_close(app->net, guest->conn, RP_CLOSE_RATE_LIMITED);
        return;
    }
    struct rp_seat_holder *holder = &room->holders[seat];
    if (room->stopped || !is_token_of(holder, hash, &newest)) {
        rp_net_close(app->net, guest->conn, RP_CLOSE_GOING_AWAY);
        return;
    }
    if (seat == RP_SEAT_CUSTOMER && room->session.player == RP_PLAYER_INSTRUCTOR) {
        rp_room_lent_back(room, guest);
        return;
    }
    replace(app, room, holder, guest);
    rotate(holder, newest, guest->token);
    holder->conn = guest->conn;
    rp_room_enter(room, guest, seat, resume->n);
    rp_room_follow_links(room, (int64_t)uv_hrtime());
    put_seat(room, guest);
}
