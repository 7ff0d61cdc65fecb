/* play_look.c: every message that anybody is sent, held against the hand-written tables and the
 * markers. */
#include <ctype.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "event_json.h"
#include "play.h"
#include "rp_shape.h"
#include "table.h"

enum { TOKEN_LENGTH = RP_TOKEN_TEXT - 1, PIN_LENGTH = RP_PIN_TEXT - 1 };

struct looking {
    struct play *play;
    struct sim_guest *guest;
    bool said;
};

static void fault(struct play *play, const struct sim_guest *guest, const char *what,
                  const char *name, const char *field)
{
    fprintf(stderr, "%s %s %s%s%s\n", guest->who, what, name, *field ? "." : "", field);
    play->faults++;
}

/* Messages and events. */

static char letter_of(const struct play *play, const struct sim_guest *guest)
{
    if (guest->seated)
        return "TCOS"[guest->seat];
    if (guest == play->guests[PLAY_STAFF] || guest == play->guests[PLAY_GRADER] ||
        guest == play->guests[PLAY_FOREIGN_STAFF])
        return 'S';
    if (guest == play->guests[PLAY_PROJECTOR] || guest == play->guests[PLAY_FOREIGN_PROJECTOR])
        return 'P';
    return guest->member[0] != 0 ? 'M' : 'G';
}

static void look_at_fields(const struct looking *looking, const struct sim_told *told,
                           const struct rp_shape *shape, const struct rp_audience *audience)
{
    for (unsigned i = 0; i < shape->fields_n; i++)
        if (!sim_is_nil(told, i) && !table_sees_field(told->event, i, audience))
            fault(looking->play, looking->guest, "was told the field", shape->name,
                  shape->fields[i].name);
}

static void look_at_event(const struct looking *looking, const struct sim_told *told)
{
    const struct sim_guest *guest = looking->guest;
    const struct rp_shape *shape = rp_event_shape(told->event);
    const struct rp_audience audience = {guest->seat, guest->stage};
    int own = table_own(told->event);
    RP_CHECK(shape != NULL);
    if (!table_sees(told->event, &audience))
        fault(looking->play, guest, "was told the event", shape->name, "");
    look_at_fields(looking, told, shape, &audience);
    if (own >= 0 && guest->seat != RP_SEAT_STAFF &&
        sim_integer(told, (unsigned)own) != (int64_t)guest->seat)
        fault(looking->play, guest, "was told another's", shape->name, "");
}

/* Keys: tokens and return codes, known once their owner has them. */

static void add_key(struct play *play, const struct sim_guest *guest, struct rp_str text, bool pin)
{
    if (text.length == 0)
        return;
    RP_CHECK(play->keys_n < PLAY_KEYS_MAX && text.length < SIM_TEXT);
    struct play_key *key = &play->keys[play->keys_n++];
    *key = (struct play_key){.guest = guest->conn.slot, .pin = pin};
    memcpy(key->text, text.at, text.length);
}

static void add_keys(struct play *play, const struct sim_guest *guest, const struct sim_told *told)
{
    if (told->type == RP_OUT_SEATED)
        add_key(play, guest, sim_string(told, 2), false);
    if (told->type == RP_OUT_BRANCHED)
        add_key(play, guest, sim_string(told, 1), false);
    if (told->type != RP_OUT_MEMBER)
        return;
    add_key(play, guest, sim_string(told, 2), false);
    add_key(play, guest, sim_string(told, 3), true);
}

static bool is_key_in(const struct play_key *key, struct rp_str text)
{
    size_t length = strlen(key->text);
    if (key->pin)
        return text.length == length && memcmp(text.at, key->text, length) == 0;
    return text.length >= length && memmem(text.at, text.length, key->text, length) != NULL;
}

static void look_for_keys(const struct looking *looking, struct rp_str text)
{
    if (text.length < PIN_LENGTH)
        return;
    for (uint32_t i = 0; i < looking->play->keys_n; i++) {
        const struct play_key *key = &looking->play->keys[i];
        if (key->guest != looking->guest->conn.slot && is_key_in(key, text))
            fault(looking->play, looking->guest, "was sent another's", key->pin ? "pin" : "token",
                  "");
    }
}

/* What the play itself goes by. */
static void follow(struct play *play, const struct sim_guest *guest, const struct sim_told *told)
{
    enum { ACT_MS = 0, PENALTY = 5 };
    static const uint8_t yes = 0xc3;
    if (guest == play->trainee)
        play_let_go(play);
    if (guest == play->guests[PLAY_STAFF] && told->event == RP_EVENT_VERDICT &&
        *told->values[PENALTY].at == yes)
        play->charged_ms = sim_integer(told, ACT_MS);
}

/* All of it. */

static void look_at_text(void *context, struct rp_str text)
{
    const struct looking *looking = context;
    marker_look(text, looking->guest->conn.slot, looking->guest->who, looking->said);
    look_for_keys(looking, text);
}

static bool is_said(const struct sim_told *told)
{
    return told->event == RP_EVENT_DELIVERED || told->type == RP_OUT_WALL;
}

void play_look(void *context, struct sim_guest *guest, const struct sim_told *told)
{
    struct play *play = context;
    struct looking looking = {play, guest, is_said(told)};
    if (play->waits)
        return;
    if (!table_tells(told->type, letter_of(play, guest)))
        fault(play, guest, "was sent", rp_out_shape(told->type)->name, "");
    if (told->event)
        look_at_event(&looking, told);
    add_keys(play, guest, told);
    follow(play, guest, told);
    for (uint32_t i = 0; i < told->values_n; i++)
        if (told->values[i].length > 0)
            sim_strings(told->values[i].at, told->values[i].length, look_at_text, &looking);
}

static void look_once_more(void *context, const struct sim_told *told)
{
    struct looking *looking = context;
    play_look(looking->play, looking->guest, told);
}

void play_look_again(struct play *play)
{
    play->keys_n = 0;
    for (uint32_t i = 0; i < play->sim.guests_n; i++) {
        struct sim_guest *guest = play->sim.guests[i];
        struct looking looking = {play, guest, false};
        for (uint32_t j = 0; j < guest->frames_n; j++)
            sim_read_frame(guest->bytes + guest->frames[j].offset, guest->frames[j].length,
                           look_once_more, &looking);
    }
}

/* Exports. */

static void look_at_export(struct play *play, struct sim_guest *guest, struct rp_room *room)
{
    const struct rp_audience audience = {guest->seat, RP_STAGE_RELEASED};
    struct rp_lookup lookup = rp_room_words_lookup(&room->words);
    for (uint32_t n = 1; n <= room->log.count; n++) {
        const uint8_t *bytes;
        struct rp_event event;
        const struct rp_log_entry *entry = rp_room_log_at(&room->log, n, &bytes);
        RP_CHECK(rp_event_decode(bytes, entry->length, &event) == RP_OK);
        json_t *json = rp_event_json(n, entry, &event, &audience, &lookup);
        char *text = json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY);
        struct looking looking = {play, guest, event.type == RP_EVENT_DELIVERED};
        look_at_text(&looking, sim_str(text));
        free(text);
        json_decref(json);
    }
}

void play_look_at_exports(struct play *play)
{
    struct sim_guest *const guests[] = {play->trainee, play->customer, play->observer,
                                        play->guests[PLAY_STAFF]};
    struct rp_room *room = sim_room(play->trainee);
    RP_CHECK(room != NULL);
    for (size_t i = 0; i < RP_COUNT(guests); i++)
        if (guests[i] != NULL)
            look_at_export(play, guests[i], room);
}
