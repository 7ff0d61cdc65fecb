/* workshop_queue.c: rooms that have ended and wait for their marks. Which rooms there were follows
 * from the workshop's log; what became of them is looked up in the rooms, a few at a time. */
#include <stdlib.h>

#include "workshop_private.h"

enum { LOOKED_UP_A_BEAT = 64, ENTRIES_SPARE = 64, TOLD_MAX = 120 };

static bool make_place(struct rp_workshop *ws)
{
    if (ws->ended_n % ENTRIES_SPARE != 0)
        return true;
    struct rp_workshop_ended *ended =
        realloc(ws->ended, (ws->ended_n + ENTRIES_SPARE) * sizeof(*ended));
    if (ended != NULL)
        ws->ended = ended;
    return ended != NULL;
}

/* The running session's newest room of the group; NULL: none yet. */
static struct rp_workshop_ended *newest(struct rp_workshop *ws, uint16_t group)
{
    for (uint32_t i = ws->ended_n; i > ws->queue_first; i--)
        if (ws->ended[i - 1].group == group)
            return &ws->ended[i - 1];
    return NULL;
}

void rp_workshop_queue_note(struct rp_workshop *ws)
{
    const struct rp_lobby *lobby = &ws->lobby;
    if (!rp_lobby_in_session(lobby))
        return;
    if (ws->queue_session != lobby->session) {
        ws->queue_session = lobby->session;
        ws->queue_first = ws->ended_n;
    }
    for (uint16_t g = 0; g < lobby->groups_n; g++) {
        struct rp_workshop_ended *entry = newest(ws, g);
        uint16_t trainee = lobby->groups[g].seats[RP_SEAT_TRAINEE];
        if (entry == NULL || entry->take != lobby->takes[g]) {
            if (!make_place(ws))
                return;
            entry = &ws->ended[ws->ended_n++];
            *entry = (struct rp_workshop_ended){.session = lobby->session,
                                                .group = g,
                                                .take = lobby->takes[g],
                                                .trainee = RP_NOBODY};
        }
        if (trainee != RP_NOBODY)
            entry->trainee = trainee;
    }
}

static void follow_marks(struct rp_workshop_ended *entry, const struct rp_session *session)
{
    const struct rp_marking *marking = &session->marking;
    entry->marked = entry->hints = entry->items = 0;
    for (uint8_t i = 0; i < marking->method.items_n; i++) {
        enum rp_item item = marking->method.items[i].item;
        bool marked = marking->marks[item].marked, hinted = session->told_hints[item].level > 0;
        if (item == RP_ITEM_C2) /* follows from the others */
            continue;
        entry->items++;
        entry->marked = (uint8_t)(entry->marked + marked);
        entry->hints = (uint8_t)(entry->hints + (hinted && !marked));
    }
    entry->released = marking->released || entry->items == 0;
}

static int64_t ended_ms(const struct rp_workshop *ws, const struct rp_room *room)
{
    const uint8_t *bytes;
    int64_t then_ms = rp_room_log_at(&room->log, room->debrief_from, &bytes)->at_ms;
    int64_t ago_ms = rp_room_now_ms(room, (int64_t)uv_hrtime()) - then_ms;
    return ws->lobby.now_ms - rp_max(0, ago_ms);
}

static void follow_room(struct rp_workshop *ws, struct rp_workshop_ended *entry,
                        const struct rp_room *room)
{
    const struct rp_workshop_ended before = *entry;
    if (room->debrief_from == 0)
        return;
    if (!entry->known)
        entry->ended_ms = ended_ms(ws, room);
    entry->known = true;
    follow_marks(entry, &room->session);
    entry->reported = room->report.n > 0;
    ws->queue_changed |= !before.known || before.released != entry->released ||
                         before.marked != entry->marked || before.hints != entry->hints ||
                         before.reported != entry->reported;
}

/* After a restart; true: the store was asked. */
static bool fetch(struct rp_workshop *ws, struct rp_workshop_ended *entry, const char *id)
{
    struct rp_room *room = NULL;
    bool runs = entry->session == ws->lobby.session && rp_lobby_in_session(&ws->lobby);
    if (entry->known || runs)
        return false;
    if (rp_app_load_room(ws->app, id, &room) == RP_OK)
        follow_room(ws, entry, room);
    if (!entry->known) /* it never came to an end: there is nothing to mark */
        entry->known = entry->released = true;
    return true;
}

void rp_workshop_queue_beat(struct rp_workshop *ws)
{
    char id[RP_ID_TEXT];
    bool fetched = false;
    rp_workshop_queue_note(ws);
    for (uint32_t i = 0; i < ws->ended_n && i < LOOKED_UP_A_BEAT && !fetched; i++) {
        struct rp_workshop_ended *entry = &ws->ended[ws->queue_next++ % ws->ended_n];
        if (entry->released && entry->session != ws->lobby.session)
            continue;
        rp_workshop_room_id(ws, entry->session, entry->group, entry->take, id);
        const struct rp_room *room = rp_app_room_named(ws->app, id, strlen(id));
        if (room != NULL)
            follow_room(ws, entry, room);
        else
            fetched = fetch(ws, entry, id);
    }
    if (!ws->queue_changed)
        return;
    ws->queue_changed = false;
    RP_WORKSHOP_GUESTS(ws, guest)
    if (guest->role == RP_ROLE_STAFF)
        rp_workshop_tell_queue(ws, guest);
}

/* Keeps the oldest, in their order. */
static void insert(const struct rp_workshop_ended *list[TOLD_MAX], uint32_t *n,
                   const struct rp_workshop_ended *entry)
{
    uint32_t at = *n;
    while (at > 0 && list[at - 1]->ended_ms > entry->ended_ms)
        at--;
    if (at == TOLD_MAX)
        return;
    *n = (uint32_t)rp_min(*n + 1, TOLD_MAX);
    memmove(list + at + 1, list + at, (*n - 1 - at) * sizeof(*list));
    list[at] = entry;
}

uint8_t rp_workshop_queue_take(const struct rp_workshop *ws, uint8_t session, uint16_t group)
{
    uint8_t take = 0;
    for (uint32_t i = 0; i < ws->ended_n; i++) {
        const struct rp_workshop_ended *entry = &ws->ended[i];
        if (entry->session != session || entry->group != group)
            continue;
        take = entry->take;
        if (entry->known && !entry->released)
            break;
    }
    return take;
}

void rp_workshop_tell_queue(struct rp_workshop *ws, const struct rp_guest *guest)
{
    const struct rp_workshop_ended *list[TOLD_MAX];
    struct rp_queue_entry rooms[TOLD_MAX];
    struct rp_out_queue queue = {.rooms = rooms};
    for (uint32_t i = 0; i < ws->ended_n; i++) {
        const struct rp_workshop_ended *entry = &ws->ended[i];
        if (!entry->known || entry->released)
            continue;
        queue.waiting++;
        insert(list, &queue.rooms_n, entry);
    }
    for (uint32_t i = 0; i < queue.rooms_n; i++)
        rooms[i] = (struct rp_queue_entry){
            .session = list[i]->session,
            .group = (uint16_t)(list[i]->group + 1),
            .trainee =
                rp_str_of(list[i]->trainee == RP_NOBODY ? "" : ws->members[list[i]->trainee].name),
            .age_s = (uint32_t)rp_max(0, (ws->lobby.now_ms - list[i]->ended_ms) / 1000),
            .hints = list[i]->hints,
            .marked = list[i]->marked,
            .items = list[i]->items,
            .take = list[i]->take,
            .reported = list[i]->reported,
        };
    rp_app_send(ws->app, guest->conn, RP_OUT_QUEUE, &queue);
}
