/* app_door.c: how a guest comes to a room. A seat is told only once it is stored. */
#include <sodium.h>
#include <time.h>

#include "app_private.h"
#include "clean.h"
#include "log.h"

enum {
    NAME_POINTS_MAX = 24,
    ROOMS_LISTED_MAX = 120, /* as many as one message holds */
    WRAP_MS = 20000,
    GUIDED_QUIET_MS = 6000,
};

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

bool rp_app_read_name(struct rp_str given, char name[RP_APP_NAME_BYTES], struct rp_str *out)
{
    if (given.length > RP_APP_NAME_BYTES)
        return false;
    *out = (struct rp_str){name, rp_clean_name(given, name)};
    return out->length > 0 && rp_count_points(*out) <= NAME_POINTS_MAX;
}

/* Every value of the floor's configuration, as the log carries it. */
static void write_config(struct rp_text *text, const struct rp_floor_config *config)
{
    for (size_t i = 0; i < rp_floor_settings(); i++)
        rp_text_addf(text, "%s=%d\n", rp_floor_setting(i)->name,
                     (int)rp_floor_config_value(config, i));
}

static struct rp_floor_config floor_for(const struct rp_app *app, enum rp_level level)
{
    struct rp_floor_config config = app->options.floor;
    if (level == RP_LEVEL_GUIDED) {
        config.cont_text = GUIDED_QUIET_MS;
        config.cont_text_vent = GUIDED_QUIET_MS;
        config.practice_first = 1;
    }
    return config;
}

static enum rp_err open_session(struct rp_room *room, const struct rp_room_plan *plan)
{
    struct rp_app *app = room->app;
    struct rp_floor_config config = floor_for(app, plan->level);
    struct rp_text text = {0};
    struct rp_event event = {.type = RP_EVENT_OPENED};
    write_config(&text, &config);
    event.as.opened = (struct rp_event_opened){
        .scenario = rp_str_of(room->scenario->id),
        .scenario_hash = rp_str_of(room->scenario->hash),
        .config = {text.bytes, (uint32_t)text.length},
        .recogniser_hash = rp_str_of(rp_recogniser_hash(app->options.recogniser)),
        .engine = rp_str_of(RP_SESSION_ENGINE),
        .seed = (int64_t)randombytes_random(),
        .medium = RP_MEDIUM_TEXT,
        .mode = (enum rp_mode)config.mode,
        .level = plan->level,
        .player = RP_PLAYER_BOT,
        .read_ms = plan->read_ms,
        .play_ms = plan->play_ms,
        .wrap_ms = plan->wrap_ms,
        .heat = plan->heat,
    };
    enum rp_err err =
        text.failed ? RP_ERR_STORAGE : rp_room_decide(room, (int64_t)uv_hrtime(), &event);
    rp_text_clear(&text);
    return err;
}

enum rp_err rp_app_seat_person(struct rp_room *room, enum rp_seat seat, enum rp_player player,
                               uint32_t person, uint16_t time_pct)
{
    struct rp_event event = {.type = RP_EVENT_SEATED};
    event.as.seated.seat = seat;
    event.as.seated.player = player;
    event.as.seated.time_pct = time_pct;
    event.as.seated.name = person;
    return rp_room_decide(room, (int64_t)uv_hrtime(), &event);
}

struct rp_room *rp_app_new_room(struct rp_app *app, const char *id, const char *firm,
                                const struct rp_scenario *scenario)
{
    struct rp_room *room = rp_app_add_room(app, id, scenario);
    if (room == NULL)
        return NULL;
    rp_firm_copy(room->firm, firm);
    struct rp_batch *batch = rp_room_batch(room);
    if (batch != NULL &&
        rp_batch_room(batch, firm, scenario->id, scenario->hash, (int64_t)time(NULL)) != RP_OK)
        room->failed = true;
    if (batch != NULL && rp_batch_content(batch, scenario->hash, scenario->source.at,
                                          scenario->source.length) != RP_OK)
        room->failed = true;
    return room;
}

struct rp_room *rp_app_open_room(struct rp_app *app, const struct rp_room_plan *plan)
{
    struct rp_room *room = rp_app_new_room(app, plan->id, plan->firm, plan->scenario);
    const struct rp_method_file *method = plan->method ? plan->method : app->options.method;
    if (room == NULL)
        return NULL;
    if (open_session(room, plan) != RP_OK ||
        (method != NULL && rp_room_graded_by(room, method) != RP_OK) ||
        rp_app_seat_person(room, RP_SEAT_CUSTOMER, RP_PLAYER_BOT, 0, 100) != RP_OK) {
        rp_app_forget_room(app, room);
        return NULL;
    }
    return room;
}

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
    char bytes[RP_APP_NAME_BYTES];
    struct rp_str name;
    const struct rp_scenario *scenario = wanted_scenario(app, guest, join);
    bool demo = guest->link == RP_LINK_TRAINEE || guest->link == RP_LINK_CUSTOMER;
    enum rp_seat seat = guest->link == RP_LINK_CUSTOMER ? RP_SEAT_CUSTOMER : RP_SEAT_TRAINEE;
    if (guest->room != NULL || app->draining || !rp_app_read_name(join->name, bytes, &name)) {
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

/* Staff. */

/* Another firm's room is not even looked for, and so takes as long as none. */
static bool may_know_room(struct rp_app *app, const struct rp_guest *guest, const char *id)
{
    if (guest->only[0])
        return rp_workshop_has_room(app, guest->only, id);
    const struct rp_room *room = rp_app_room_named(app, id, strlen(id));
    return room ? strcmp(room->firm, guest->firm) == 0
                : rp_store_has_room(app->options.store, guest->firm, id);
}

void rp_app_watch(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_watch *watch)
{
    struct rp_room *room = NULL;
    char id[RP_ID_TEXT] = "";
    if (guest->room != NULL)
        rp_room_leave(guest->room, guest, (int64_t)uv_hrtime());
    if (watch->room.length == RP_ID_TEXT - 1)
        memcpy(id, watch->room.at, RP_ID_TEXT - 1);
    if (may_know_room(app, guest, id)) {
        room = rp_app_room_named(app, id, strlen(id));
        if (room == NULL)
            rp_app_load_room(app, id, &room);
    }
    if (room == NULL || room->stored == 0) {
        rp_app_error(app, guest->conn, RP_ERROR_NOT_FOUND, RP_MSG_WATCH);
        return;
    }
    rp_room_enter(room, guest, RP_SEAT_STAFF, watch->n);
    rp_room_welcome(room, guest);
}

static struct rp_room_entry entry_of(const struct rp_room *room)
{
    const struct rp_seat_holder *customer = &room->holders[RP_SEAT_CUSTOMER];
    uint32_t person = customer->taken ? customer->person : 0;
    return (struct rp_room_entry){
        .room = rp_str_of(room->id),
        .title = rp_str_of(room->scenario->title),
        .trainee = rp_room_words_person(&room->words, room->holders[RP_SEAT_TRAINEE].person),
        .customer = rp_room_words_person(&room->words, person),
        .player = room->session.player,
        .phase = room->session.phase,
        .anger = room->anger,
        .score = (uint8_t)room->session.floor_score,
    };
}

/* Those of the workshop's running session. */
static uint32_t list_rooms_of(struct rp_app *app, const char *workshop,
                              struct rp_room_entry entries[ROOMS_LISTED_MAX])
{
    const struct rp_workshop *ws = rp_workshop_named(app, workshop);
    uint32_t count = 0;
    for (uint16_t i = 0; ws && i < ws->lobby.groups_n && count < ROOMS_LISTED_MAX; i++) {
        const struct rp_room *room = rp_workshop_room(ws, i);
        if (room && room->stored > 0 && room->holders[RP_SEAT_TRAINEE].taken)
            entries[count++] = entry_of(room);
    }
    return count;
}

void rp_app_list_rooms(struct rp_app *app, struct rp_guest *guest)
{
    struct rp_room_entry entries[ROOMS_LISTED_MAX];
    struct rp_out_rooms rooms = {.rooms = entries};
    for (uint32_t i = 0; i < RP_APP_ROOMS_MAX && rooms.rooms_n < ROOMS_LISTED_MAX; i++) {
        const struct rp_room *room = app->rooms[i];
        if (room != NULL && room->stored > 0 && room->holders[RP_SEAT_TRAINEE].taken &&
            strcmp(room->firm, guest->firm) == 0 && !guest->only[0])
            entries[rooms.rooms_n++] = entry_of(room);
    }
    if (guest->only[0])
        rooms.rooms_n = list_rooms_of(app, guest->only, entries);
    rp_app_send(app, guest->conn, RP_OUT_ROOMS, &rooms);
}
