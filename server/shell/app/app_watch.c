/* app_watch.c: which rooms staff may know of, and how they come to see one. */
#include "app_private.h"

enum { ROOMS_LISTED_MAX = 120 }; /* as many as one message holds */

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
