/* room_fold.c: a session from its log. The log's inputs are decided again, and what comes out is
 * compared with what is stored: a log that does not decide itself is not trusted. */
#include <string.h>

#include "app_private.h"
#include "log.h"
#include "room.h"

struct comparison {
    struct rp_room *room;
    uint32_t n; /* the record that must come next */
    bool same;
};

static void compare(void *context, const struct rp_record *record)
{
    struct comparison *comparison = context;
    struct rp_room *room = comparison->room;
    uint8_t bytes[RP_RECORD_BYTES_MAX];
    const uint8_t *stored;
    size_t length = 0;
    if (comparison->n > room->log.count) {
        comparison->same = false;
        return;
    }
    const struct rp_log_entry *entry = rp_room_log_at(&room->log, comparison->n, &stored);
    rp_event_encode(&record->event, bytes, sizeof(bytes), &length);
    comparison->same &= entry->at_ms == record->at_ms && entry->kind == (uint8_t)record->kind &&
                        entry->length == length && memcmp(stored, bytes, length) == 0;
    rp_room_note(room, comparison->n, record);
    comparison->n++;
}

static void start_over(struct rp_room *room)
{
    rp_session_init(&room->session, &room->scenario->script);
    room->debrief_from = room->rated_from = room->released_from = 0;
    room->paused = false;
    room->report = (struct rp_room_report){0};
    room->anger = (uint8_t)room->scenario->script.start_anger;
    for (size_t i = 0; i < RP_COUNT(room->holders); i++) {
        room->holders[i].taken = false;
        room->holders[i].link_down = false;
        room->holders[i].last_send_id = 0;
    }
}

enum rp_err rp_room_fold(struct rp_room *room)
{
    struct comparison comparison = {room, 1, true};
    const struct rp_record_sink sink = {compare, &comparison};
    const uint8_t *bytes;
    int64_t last_ms = 0;
    start_over(room);
    for (uint32_t n = 1; n <= room->log.count && comparison.same; n++) {
        const struct rp_log_entry *entry = rp_room_log_at(&room->log, n, &bytes);
        struct rp_event event;
        last_ms = entry->at_ms;
        if (entry->kind != RP_RECORD_INPUT)
            continue;
        if (rp_event_decode(bytes, entry->length, &event) != RP_OK)
            return RP_ERR_MALFORMED;
        if (rp_session_step(&room->session, entry->at_ms, &event, &sink) != RP_OK)
            return RP_ERR_CONFLICT;
    }
    rp_session_advance(&room->session, rp_max(last_ms, room->session.now_ms), &sink);
    return comparison.same && comparison.n == room->log.count + 1 ? RP_OK : RP_ERR_CONFLICT;
}

static void outage(struct rp_room *room, int64_t now_ns, enum rp_control what)
{
    struct rp_event event = {.type = RP_EVENT_CONTROL};
    event.as.control.what = what;
    event.as.control.by = RP_SEAT_STAFF;
    event.as.control.outage = true;
    rp_room_decide(room, now_ns, &event);
}

/* Between pause and resume the links of those who are not here are told, too: the room goes on
 * when they are back. A person's own pause stays as it is. */
void rp_room_outage(struct rp_room *room, int64_t now_ns)
{
    room->base_ns = now_ns - room->session.now_ms * 1000000;
    if (rp_session_plays(&room->session) && !room->paused) {
        outage(room, now_ns, RP_CONTROL_PAUSE);
        outage(room, now_ns, RP_CONTROL_RESUME);
    }
    rp_room_put(room, NULL);
}
