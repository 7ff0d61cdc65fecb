/* workshop_pin.c: one moment of a room for all to look at, without a name in it. It is in memory
 * alone: nothing of the session changes by it. */
#include <ctype.h>
#include <stdlib.h>

#include "workshop_private.h"

enum { SHOWN_BYTES = 600, NAME_BYTES_MIN = 2 };

void rp_workshop_clear_pinned(struct rp_workshop *ws)
{
    for (uint32_t i = 0; i < ws->pinned_n; i++)
        free(ws->pinned[i].text);
    ws->pinned_n = 0;
}

void rp_workshop_tell_pinned(const struct rp_workshop *ws, const struct rp_guest *guest)
{
    struct rp_pinned_line lines[RP_PINNED_MAX];
    const struct rp_out_pinned pinned = {.lines = lines, .lines_n = ws->pinned_n};
    for (uint32_t i = 0; i < ws->pinned_n; i++)
        lines[i] = (struct rp_pinned_line){ws->pinned[i].party, rp_str_of(ws->pinned[i].text)};
    rp_app_send(ws->app, guest->conn, RP_OUT_PINNED, &pinned);
}

static bool is_word(char byte)
{
    return isalnum((unsigned char)byte) || ((unsigned char)byte & 0x80);
}

static bool names(const char *at, const char *begin, const char *name)
{
    size_t length = strlen(name);
    if (length < NAME_BYTES_MIN || (at > begin && is_word(at[-1])))
        return false;
    for (size_t i = 0; i < length; i++)
        if (tolower((unsigned char)at[i]) != tolower((unsigned char)name[i]))
            return false;
    return !is_word(at[length]);
}

/* Whoever of the room is named there; 0: nobody. */
static uint32_t named_at(const struct rp_room *room, const char *at, const char *begin)
{
    uint32_t found = 0;
    size_t longest = 0;
    for (uint32_t i = 1; i < room->words.people_n; i++) {
        size_t length = strlen(room->words.people[i]);
        if (length > longest && names(at, begin, room->words.people[i])) {
            found = i;
            longest = length;
        }
    }
    return found;
}

static const char *role_of(const struct rp_room *room, uint32_t person)
{
    if (room->holders[RP_SEAT_TRAINEE].person == person)
        return "Trainee";
    return room->holders[RP_SEAT_CUSTOMER].person == person ? "Customer" : "Colleague";
}

/* NULL: no memory. */
static char *without_names(const struct rp_room *room, struct rp_str said)
{
    struct rp_text text = {0};
    char *copy = strndup(said.at, said.length);
    for (const char *at = copy; copy != NULL && *at != 0 && text.length < SHOWN_BYTES;) {
        uint32_t person = named_at(room, at, copy);
        size_t length = person ? strlen(room->words.people[person]) : 1;
        while (!person && ((unsigned char)at[length] & 0xc0) == 0x80)
            length++;
        if (person)
            rp_text_addf(&text, "%s", role_of(room, person));
        else
            rp_text_addf(&text, "%.*s", (int)length, at);
        at += length;
    }
    free(copy);
    char *shown = text.failed ? NULL : strdup(text.length > 0 ? text.bytes : "");
    rp_text_clear(&text);
    return shown;
}

static void show_line(struct rp_workshop *ws, const struct rp_room *room, enum rp_party party,
                      uint16_t line, uint16_t say)
{
    char *text = without_names(room, rp_room_words_line(&room->words, line, say));
    if (text != NULL)
        ws->pinned[ws->pinned_n++] = (struct rp_workshop_pinned){party, text};
}

static void show(struct rp_workshop *ws, const struct rp_room *room, const struct rp_msg_pin *msg)
{
    for (uint32_t n = 1; n <= room->told && ws->pinned_n < RP_PINNED_MAX; n++) {
        const uint8_t *bytes;
        struct rp_event event;
        const struct rp_log_entry *entry = rp_room_log_at(&room->log, n, &bytes);
        RP_CHECK(rp_event_decode(bytes, entry->length, &event) == RP_OK);
        const struct rp_event_delivered *line = &event.as.delivered;
        if (event.type == RP_EVENT_DELIVERED && line->chip == RP_CHIP_NONE &&
            line->line >= msg->first && line->line <= msg->last)
            show_line(ws, room, line->party, line->line, line->say);
    }
}

static struct rp_workshop *workshop_of(const struct rp_room *room)
{
    for (uint32_t i = 0; i < RP_WORKSHOPS_MAX; i++) {
        struct rp_workshop *ws = room->app->workshops[i];
        if (ws != NULL && rp_workshop_has_room(room->app, ws->id, room->id))
            return ws;
    }
    return NULL;
}

bool rp_workshop_has_staff(const struct rp_room *room)
{
    const struct rp_workshop *ws = workshop_of(room);
    bool staff = false;
    if (ws == NULL)
        return false;
    RP_WORKSHOP_GUESTS(ws, guest)
    staff |= guest->role == RP_ROLE_STAFF;
    return staff;
}

void rp_workshop_pin(struct rp_room *room, struct rp_guest *guest, const struct rp_msg_pin *msg)
{
    struct rp_workshop *ws = workshop_of(room);
    if (ws == NULL || ws != guest->workshop) {
        rp_app_error(room->app, guest->conn, RP_ERROR_DENIED, RP_MSG_PIN);
        return;
    }
    rp_workshop_clear_pinned(ws);
    if (msg->on)
        show(ws, room, msg);
    RP_WORKSHOP_GUESTS(ws, other)
    if (other->role != RP_ROLE_MEMBER)
        rp_workshop_tell_pinned(ws, other);
}
