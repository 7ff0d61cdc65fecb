/* workshop_rooms.c: what the lobby has decided becomes true in the rooms: one for each group,
 * people on their seats, and the bot for a customer who is lost. */
#include <sodium.h>

#include "log.h"
#include "workshop_private.h"

enum { MINUTE_MS = 60000 };

/* The room's id, for whoever knows the workshop's. */
enum { ID_HALF = (RP_ID_TEXT - 1) / 2 };

static void half_id(const struct rp_workshop *ws, const char *what, char id[ID_HALF + 1])
{
    uint8_t hash[crypto_generichash_BYTES_MIN];
    crypto_generichash(hash, sizeof(hash), (const uint8_t *)what, strlen(what),
                       (const uint8_t *)ws->id, strlen(ws->id));
    sodium_bin2hex(id, ID_HALF + 1, hash, ID_HALF / 2);
}

/* One half is the same for all rooms of the workshop. */
static void room_id(const struct rp_workshop *ws, uint16_t group, uint8_t take, char id[RP_ID_TEXT])
{
    rp_workshop_room_id(ws, ws->lobby.session, group, take, id);
}

void rp_workshop_room_id(const struct rp_workshop *ws, uint8_t session, uint16_t group,
                         uint8_t take, char id[RP_ID_TEXT])
{
    char what[64];
    snprintf(what, sizeof(what), "%u %u %u", session, group, take);
    half_id(ws, "workshop", id);
    half_id(ws, what, id + ID_HALF);
}

bool rp_workshop_has_room(struct rp_app *app, const char *workshop, const char *room)
{
    char half[ID_HALF + 1];
    const struct rp_workshop *ws = rp_workshop_named(app, workshop);
    if (ws != NULL)
        half_id(ws, "workshop", half);
    return ws != NULL && strncmp(room, half, ID_HALF) == 0;
}

static struct rp_room *room_of_take(const struct rp_workshop *ws, uint16_t group, uint8_t take)
{
    char id[RP_ID_TEXT];
    room_id(ws, group, take, id);
    return rp_app_room_named(ws->app, id, strlen(id));
}

struct rp_room *rp_workshop_room(const struct rp_workshop *ws, uint16_t group)
{
    return room_of_take(ws, group, ws->lobby.takes[group]);
}

/* He has the largest time allowance of those he sits with: the room has one clock. */
static enum rp_err seat_person(struct rp_workshop *ws, struct rp_room *room, enum rp_seat seat,
                               uint16_t person)
{
    uint16_t group;
    enum rp_seat own;
    uint16_t time_pct = rp_lobby_seat_of(&ws->lobby, person, &group, &own)
                            ? rp_lobby_time_pct(&ws->lobby, group)
                            : ws->lobby.people[person].time_pct;
    uint32_t number = 0;
    enum rp_player player = seat == RP_SEAT_CUSTOMER ? RP_PLAYER_PEER : room->session.player;
    enum rp_err err = rp_room_keep_person(room, rp_str_of(ws->members[person].name), &number);
    if (err == RP_OK)
        rp_room_person_of(room, number, ws->id, person + 1u);
    if (err == RP_OK)
        err = rp_app_seat_person(room, seat, player, number, time_pct);
    return err;
}

/* As long as its slowest person has, and as the session waits at most. */
static int64_t play_ms(const struct rp_lobby *lobby, uint16_t group)
{
    int64_t planned_ms = lobby->setup.play_ms;
    return rp_min(planned_ms * rp_lobby_time_pct(lobby, group) / 100,
                  planned_ms + lobby->setup.buffer_ms);
}

/* Reads together with the others: who opens late reads as long, and plays what is left. */
static struct rp_room_plan plan_of(const struct rp_workshop *ws, uint16_t group, const char *id)
{
    const struct rp_lobby *lobby = &ws->lobby;
    bool late = lobby->phase == RP_GATHERING_PLAY;
    int64_t left_ms = rp_max(1000, rp_lobby_left_ms(lobby));
    return (struct rp_room_plan){
        .id = id,
        .firm = ws->firm,
        .scenario = ws->stories[(lobby->session - 1) % ws->stories_n],
        .method = ws->method,
        .level = lobby->setup.level,
        .heat = lobby->setup.heat,
        .read_ms = (uint32_t)(late ? rp_min(lobby->setup.read_ms, left_ms) : left_ms),
        .wrap_ms = (uint32_t)lobby->setup.wrap_ms,
        .play_ms = (uint32_t)(late ? left_ms : play_ms(lobby, group)),
    };
}

static struct rp_room *open_room(struct rp_workshop *ws, uint16_t group)
{
    const struct rp_group *seats = &ws->lobby.groups[group];
    char id[RP_ID_TEXT];
    room_id(ws, group, ws->lobby.takes[group], id);
    const struct rp_room_plan plan = plan_of(ws, group, id);
    struct rp_room *room = rp_app_open_room(ws->app, &plan);
    for (int seat = 0; room != NULL && seat < 3; seat++)
        if (seats->seats[seat] != RP_NOBODY)
            seat_person(ws, room, (enum rp_seat)seat, seats->seats[seat]);
    if (room == NULL)
        rp_log(RP_LOG_ERROR, "no_room", RP_TEXT("workshop", ws->id), RP_NUMBER("group", group));
    else
        rp_room_put(room, NULL);
    return room;
}

static struct rp_room *room_of(struct rp_workshop *ws, uint16_t group)
{
    char id[RP_ID_TEXT];
    bool begins = !ws->lobby.paused &&
                  (ws->lobby.phase == RP_GATHERING_READ || ws->lobby.phase == RP_GATHERING_PLAY);
    struct rp_room *room = rp_workshop_room(ws, group);
    room_id(ws, group, ws->lobby.takes[group], id);
    if (room != NULL)
        return room;
    enum rp_err err = rp_app_load_room(ws->app, id, &room);
    return err == RP_ERR_NOT_FOUND && begins ? open_room(ws, group) : room;
}

/* Staff's own doing, for a whole workshop. */
static void control(struct rp_room *room, enum rp_control what)
{
    struct rp_event event = {.type = RP_EVENT_CONTROL};
    event.as.control.what = what;
    event.as.control.by = RP_SEAT_STAFF;
    rp_room_decide(room, (int64_t)uv_hrtime(), &event);
    rp_room_put(room, NULL);
}

static void get_up(struct rp_guest *guest)
{
    struct rp_room *room = guest->room;
    enum rp_seat seat = guest->audience.seat;
    rp_room_leave(room, guest, (int64_t)uv_hrtime());
    if (seat <= RP_SEAT_CUSTOMER && rp_conn_id_is(room->holders[seat].conn, guest->conn))
        room->holders[seat].conn = (struct rp_conn_id){0, 0};
}

static void sit(struct rp_room *room, struct rp_guest *guest, enum rp_seat seat, uint32_t seen)
{
    if (guest->room != NULL)
        get_up(guest);
    rp_app_sit(room, guest, seat, seen);
}

/* Whose part somebody else plays meanwhile watches until he has it back. */
static enum rp_seat seat_now(const struct rp_room *room, enum rp_seat seat)
{
    bool lent = seat == RP_SEAT_CUSTOMER && room->session.player != RP_PLAYER_PEER;
    return lent ? RP_SEAT_OBSERVER : seat;
}

void rp_workshop_seat(struct rp_workshop *ws, uint16_t person, struct rp_str seen_room,
                      uint32_t seen)
{
    uint16_t group = 0;
    enum rp_seat seat = RP_SEAT_TRAINEE;
    struct rp_guest *guest = rp_app_guest(ws->app, ws->members[person].conn);
    rp_lobby_seat_of(&ws->lobby, person, &group, &seat);
    bool has_seat = group < ws->lobby.groups_n && ws->lobby.groups[group].seats[seat] == person;
    if (guest == NULL || !has_seat || ws->lobby.phase == RP_GATHERING_OPEN)
        return;
    struct rp_room *room = room_of(ws, group);
    if (room == NULL || room->stopped || room->failed || guest->room == room)
        return;
    seat = seat_now(room, seat);
    bool knows = seen_room.length == strlen(room->id) &&
                 memcmp(seen_room.at, room->id, seen_room.length) == 0;
    /* What an observer has counted is not what the customer counts. */
    sit(room, guest, seat, knows && seat != RP_SEAT_OBSERVER ? seen : 0);
}

/* The lobby has somebody there whom the room does not know: he came late. */
static void seat_late_observer(struct rp_workshop *ws, struct rp_room *room, uint16_t person)
{
    bool known = false;
    for (uint32_t i = 1; i < room->words.people_n; i++)
        known |= strcmp(room->words.people[i], ws->members[person].name) == 0;
    if (known)
        return;
    seat_person(ws, room, RP_SEAT_OBSERVER, person);
    rp_room_put(room, NULL);
}

static void call_bot(struct rp_room *room)
{
    rp_app_seat_person(room, RP_SEAT_CUSTOMER, RP_PLAYER_BOT, 0, 100);
    rp_room_put(room, NULL);
}

/* A customer who is away for 20 s, or has left: the bot has his part. */
static void follow_customer(struct rp_workshop *ws, struct rp_room *room, uint16_t person)
{
    bool plays = rp_session_plays(&room->session) || room->session.phase == RP_PHASE_READ;
    bool peer = room->session.player == RP_PLAYER_PEER;
    if (!plays)
        return;
    if (person == RP_NOBODY) {
        if (peer)
            call_bot(room);
        return;
    }
    if (peer && rp_lobby_customer_lost(&ws->lobby, person))
        call_bot(room);
}

/* He is back, nobody talks, and the bot has nothing more to say: the part is his again. */
static void give_back(struct rp_workshop *ws, struct rp_room *room, uint16_t person)
{
    struct rp_guest *guest = rp_app_guest(ws->app, ws->members[person].conn);
    const struct rp_session *session = &room->session;
    bool free = session->phase == RP_PHASE_READ ||
                (rp_session_plays(session) && session->picture.holder == RP_HOLDER_NONE &&
                 rp_speaker_silent(&session->speaker) && !session->ending);
    if (session->player != RP_PLAYER_BOT || guest == NULL || guest->room != room || guest->waits ||
        !free)
        return;
    room->holders[RP_SEAT_CUSTOMER].conn = guest->conn;
    if (seat_person(ws, room, RP_SEAT_CUSTOMER, person) == RP_OK)
        sit(room, guest, RP_SEAT_CUSTOMER, 0);
    else
        rp_room_put(room, NULL);
}

/* Rooms that staff have let begin anew: what was said there stays, and goes no further. */
static void end_former_takes(struct rp_workshop *ws, uint16_t group)
{
    for (uint8_t take = 0; take < ws->lobby.takes[group]; take++) {
        struct rp_room *room = room_of_take(ws, group, take);
        if (room != NULL && !room->stopped && !room->failed && rp_session_plays(&room->session))
            control(room, RP_CONTROL_END);
    }
}

static void arrange_group(struct rp_workshop *ws, uint16_t group)
{
    const struct rp_group seats = ws->lobby.groups[group];
    end_former_takes(ws, group);
    struct rp_room *room =
        seats.seats[0] == RP_NOBODY ? rp_workshop_room(ws, group) : room_of(ws, group);
    if (room == NULL || room->stopped || room->failed)
        return;
    if (seats.seats[0] == RP_NOBODY) { /* its trainee is gone for good */
        if (rp_session_plays(&room->session))
            control(room, RP_CONTROL_END);
        return;
    }
    if (seats.seats[RP_SEAT_OBSERVER] != RP_NOBODY)
        seat_late_observer(ws, room, seats.seats[RP_SEAT_OBSERVER]);
    follow_customer(ws, room, seats.seats[RP_SEAT_CUSTOMER]);
    for (int seat = 0; seat < 3; seat++)
        if (seats.seats[seat] != RP_NOBODY)
            rp_workshop_seat(ws, seats.seats[seat], rp_str_of(""), 0);
    if (seats.seats[RP_SEAT_CUSTOMER] != RP_NOBODY)
        give_back(ws, room, seats.seats[RP_SEAT_CUSTOMER]);
}

static void give_minutes(struct rp_room *room, int minutes)
{
    struct rp_event event = {.type = RP_EVENT_EXTENDED};
    event.as.extended.more_ms = MINUTE_MS;
    for (int i = 0; i < minutes; i++) {
        rp_room_decide(room, (int64_t)uv_hrtime(), &event);
        rp_room_put(room, NULL);
    }
}

/* A room that is still reading when all pause stands still as soon as it plays. */
static void follow_pause(const struct rp_workshop *ws, struct rp_room *room)
{
    bool paused = ws->lobby.paused;
    bool told = !paused && !ws->rooms_paused; /* then it is the room's own */
    if (rp_session_plays(&room->session) && room->paused != paused && !told)
        control(room, paused ? RP_CONTROL_PAUSE : RP_CONTROL_RESUME);
}

/* More time, and standing still. */
static void follow_clock(struct rp_workshop *ws)
{
    for (uint16_t g = 0; g < ws->lobby.groups_n; g++) {
        struct rp_room *room = rp_workshop_room(ws, g);
        if (room != NULL) {
            give_minutes(room, ws->lobby.extended - ws->given);
            give_minutes(room, ws->lobby.extras[g] - ws->extras[g]);
            follow_pause(ws, room);
        }
        ws->extras[g] = ws->lobby.extras[g];
    }
    ws->given = ws->lobby.extended;
    ws->rooms_paused = ws->lobby.paused;
}

static void end_rooms(struct rp_workshop *ws)
{
    for (uint16_t g = 0; g < ws->lobby.groups_n; g++) {
        struct rp_room *room = rp_workshop_room(ws, g);
        if (room != NULL && rp_session_plays(&room->session))
            control(room, RP_CONTROL_END);
    }
    ws->rooms_ended = true;
}

void rp_workshop_arrange(struct rp_workshop *ws)
{
    if (ws->room_session != ws->lobby.session) {
        ws->room_session = ws->lobby.session;
        ws->given = ws->lobby.extended;
        memcpy(ws->extras, ws->lobby.extras, sizeof(ws->extras));
        ws->rooms_ended = false;
        memset(ws->glances, 0, sizeof(ws->glances));
    }
    if (rp_lobby_in_session(&ws->lobby)) {
        for (uint16_t g = 0; g < ws->lobby.groups_n; g++)
            arrange_group(ws, g);
        follow_clock(ws);
    } else if (!ws->rooms_ended) {
        end_rooms(ws);
    }
}
