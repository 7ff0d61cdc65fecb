/* room_tell.c: what is safe is told, to each what it may see.
 *
 * A live event is encoded once for each audience, and every guest of that audience gets the same
 * bytes. Guests who come later, or are behind, are told from the log at the speed at which their
 * outbox empties. */
#include <stdlib.h>

#include "app_private.h"
#include "room.h"

enum {
    AUDIENCES = (int)RP_SEATS * (int)RP_STAGES,
    OUTBOX_KEEPS = 64 * 1024, /* beyond that, those who are behind wait */
};

static size_t index_of(const struct rp_audience *audience)
{
    return (size_t)audience->seat * RP_STAGES + audience->stage;
}

/* A record as an audience sees it. */
struct shown {
    bool is_hidden;       /* it is not for them */
    struct rp_body *body; /* NULL: hidden, or no memory */
};

/* Nobody is told more than this seat may know: rp_out_encode asks rp_visible. */
static struct shown encode(struct rp_room *room, uint32_t n, enum rp_out_type type,
                           const struct rp_audience *audience)
{
    const uint8_t *stored;
    const struct rp_log_entry *entry = rp_room_log_at(&room->log, n, &stored);
    struct rp_event event;
    RP_CHECK(rp_event_decode(stored, entry->length, &event) == RP_OK);
    if (!rp_visible(&event, audience))
        return (struct shown){.is_hidden = true};
    struct rp_lookup lookup = rp_room_words_lookup(&room->words);
    struct rp_out_event told = {.at_ms = entry->at_ms, .event = &event};
    struct rp_out_recalled recalled = {.at_ms = entry->at_ms, .event = &event};
    const void *out = type == RP_OUT_EVENT ? (const void *)&told : (const void *)&recalled;
    return (struct shown){.body = rp_app_encode(room->app, type, out, audience, &lookup)};
}

/* How far the room had come with that record. From each stage on a seat may see more: of what comes
 * then, not of what was told before; that it may recall. */
static enum rp_stage stage_at(const struct rp_room *room, uint32_t n)
{
    if (room->debrief_from == 0 || n < room->debrief_from)
        return RP_STAGE_PLAY;
    if (room->rated_from == 0 || n < room->rated_from)
        return RP_STAGE_DEBRIEF;
    return room->released_from > 0 && n >= room->released_from ? RP_STAGE_RELEASED : RP_STAGE_RATED;
}

/* Whom we could not tell comes back for it: a log with a gap is worse than a cut line. */
static void tell(struct rp_room *room, struct rp_guest *guest, const struct shown *shown,
                 uint32_t n)
{
    if (shown->body != NULL)
        rp_net_send(room->app->net, guest->conn, shown->body, n);
    else
        rp_net_close(room->app->net, guest->conn, RP_CLOSE_GOING_AWAY);
}

static void advance(struct rp_room *room, struct rp_guest *guest, const struct shown *shown)
{
    guest->next++;
    if (shown->is_hidden)
        return;
    guest->n++;
    if (guest->n > guest->seen)
        tell(room, guest, shown, guest->n);
}

static void let_go(const struct shown *shown)
{
    if (shown->body != NULL)
        rp_body_release(shown->body);
}

static void tell_all(struct rp_room *room, uint32_t n)
{
    struct shown shown[AUDIENCES] = {{0}};
    bool encoded[AUDIENCES] = {false};
    for (struct rp_guest *guest = room->guests; guest != NULL; guest = guest->next_in_room) {
        if (guest->waits || guest->next != n)
            continue;
        guest->audience.stage = stage_at(room, n);
        size_t at = index_of(&guest->audience);
        if (!encoded[at])
            shown[at] = encode(room, n, RP_OUT_EVENT, &guest->audience);
        encoded[at] = true;
        advance(room, guest, &shown[at]);
    }
    for (size_t i = 0; i < AUDIENCES; i++)
        let_go(&shown[i]);
}

static void note_told(struct rp_room *room)
{
    const uint8_t *stored;
    const struct rp_log_entry *entry = rp_room_log_at(&room->log, room->told, &stored);
    struct rp_event event;
    RP_CHECK(rp_event_decode(stored, entry->length, &event) == RP_OK);
    if (event.type == RP_EVENT_FLOOR)
        room->told_holder = event.as.floor.holder;
    if (event.type == RP_EVENT_PHASE)
        room->told_phase = event.as.phase.phase;
}

void rp_room_tell(struct rp_room *room)
{
    while (room->told < room->stored) {
        room->told++;
        note_told(room);
        tell_all(room, room->told);
        if (room->customer_n == room->told)
            room->customer_late_ms =
                rp_max(0, rp_room_now_ms(room, (int64_t)uv_hrtime()) - room->customer_at_ms);
    }
}

static bool has_room(const struct rp_room *room, const struct rp_guest *guest)
{
    return rp_net_queued(room->app->net, guest->conn) < OUTBOX_KEEPS;
}

/* The log as the debrief may show it, once the session is over. */
static bool recall(struct rp_room *room, struct rp_guest *guest)
{
    const struct rp_audience audience = {guest->audience.seat, stage_at(room, room->told)};
    for (; guest->recall <= room->told && has_room(room, guest); guest->recall++) {
        struct shown shown = encode(room, guest->recall, RP_OUT_RECALLED, &audience);
        if (shown.is_hidden)
            continue;
        tell(room, guest, &shown, 0);
        let_go(&shown);
        guest->recalled++;
    }
    if (guest->recall <= room->told)
        return true;
    struct rp_out_recalled_all all = {.count = guest->recalled};
    guest->recall = 0;
    rp_app_send(room->app, guest->conn, RP_OUT_RECALLED_ALL, &all);
    return false;
}

bool rp_room_catch_up(struct rp_room *room, struct rp_guest *guest)
{
    if (guest->waits)
        return false;
    while (guest->next <= room->told && has_room(room, guest)) {
        guest->audience.stage = stage_at(room, guest->next);
        struct shown shown = encode(room, guest->next, RP_OUT_EVENT, &guest->audience);
        advance(room, guest, &shown);
        let_go(&shown);
    }
    if (guest->next <= room->told)
        return true;
    return guest->recall > 0 && recall(room, guest);
}

void rp_room_enter(struct rp_room *room, struct rp_guest *guest, enum rp_seat seat, uint32_t seen)
{
    RP_CHECK(guest->room == NULL);
    guest->next_in_room = room->guests;
    room->guests = guest;
    guest->room = room;
    guest->waits = true;
    guest->audience = (struct rp_audience){.seat = seat};
    guest->next = 1;
    guest->n = 0;
    guest->seen = seen;
    room->alone_since_ns = 0;
}

/* One's own; staff read both. */
static uint32_t card_of(const struct rp_scenario *scenario, enum rp_seat seat,
                        struct rp_card_section sections[RP_CARD_PARTS])
{
    uint32_t n = 0;
    for (int s = 0; s < RP_SEATS; s++) {
        const struct rp_scenario_card *card = &scenario->cards[s];
        bool shown = s == (int)seat || (seat == RP_SEAT_STAFF && s <= (int)RP_SEAT_CUSTOMER);
        for (uint32_t i = 0; shown && i < card->sections_n; i++)
            sections[n++] = card->sections[i];
    }
    return n;
}

void rp_room_welcome(struct rp_room *room, struct rp_guest *guest)
{
    enum rp_seat seat = guest->audience.seat;
    const struct rp_scenario *scenario = room->scenario;
    struct rp_card_section sections[RP_CARD_PARTS];
    struct rp_out_seated seated = {
        .room = rp_str_of(room->id),
        .seat = seat,
        .token = rp_str_of(guest->token),
        .title = rp_str_of(scenario->title),
        .customer = rp_str_of(scenario->customer_name),
        .address = rp_str_of(scenario->customer_address),
        .lang = rp_str_of(scenario->lang),
        .last_id = seat <= RP_SEAT_CUSTOMER ? room->holders[seat].last_send_id : 0,
        .now_ms = rp_max(0, rp_room_now_ms(room, (int64_t)uv_hrtime())),
        .clock_runs = !room->stopped,
        .card = sections,
        .card_n = card_of(scenario, seat, sections),
    };
    guest->waits = false;
    rp_net_ping_every(room->app->net, guest->conn, RP_NET_PING_PLAYING_MS);
    rp_app_send(room->app, guest->conn, RP_OUT_SEATED, &seated);
    rp_room_tell_method(room, guest);
    memset(guest->token, 0, sizeof(guest->token));
    rp_app_behind(room->app, rp_room_catch_up(room, guest));
}

void rp_room_leave(struct rp_room *room, struct rp_guest *guest, int64_t now_ns)
{
    struct rp_guest **at = &room->guests;
    while (*at != guest)
        at = &(*at)->next_in_room;
    *at = guest->next_in_room;
    guest->room = NULL;
    guest->recall = 0;
    rp_room_staff_left(room, guest);
    if (room->guests == NULL)
        room->alone_since_ns = now_ns;
}
