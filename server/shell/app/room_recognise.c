/* room_recognise.c: lines are read on a thread of the pool, so that the loop never runs a pattern.
 */
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "log.h"
#include "loop.h"
#include "room.h"
#include "rp_understood_event.h"

struct reading {
    struct rp_app *app;
    uint32_t slot, generation;
    uint16_t line;
    const struct rp_case_words *words;
    struct rp_understood understood;
    enum rp_err err;
    uint32_t length;
    char text[];
};

static void read_text(void *context)
{
    struct reading *reading = context;
    reading->err = rp_recognise(reading->app->options.recogniser, reading->words, reading->text,
                                reading->length, &reading->understood);
}

static void take_understood(struct rp_room *room, uint16_t line,
                            const struct rp_understood *understood)
{
    struct rp_event event;
    rp_event_of_understood(understood, line, &event);
    rp_room_decide(room, (int64_t)uv_hrtime(), &event);
    rp_room_put(room, NULL);
}

/* A line that could not be read says nothing, and the customer answers that. */
static void take_nothing(struct rp_room *room, uint16_t line, enum rp_err why)
{
    static const struct rp_understood nothing;
    rp_log(RP_LOG_WARN, "unread", RP_TEXT("room", room->id), RP_NUMBER("err", why));
    take_understood(room, line, &nothing);
}

static void take_reading(void *context)
{
    struct reading *reading = context;
    struct rp_room *room = rp_app_room(reading->app, reading->slot, reading->generation);
    bool waits = room != NULL && rp_session_unread(&room->session, reading->line) == reading->line;
    if (room != NULL)
        room->reading = false;
    if (waits && reading->err == RP_OK)
        take_understood(room, reading->line, &reading->understood);
    else if (waits)
        take_nothing(room, reading->line, reading->err);
    /* One that is still unread could not be stored: the room reads on when it goes on. */
    if (room != NULL && rp_session_unread(&room->session, reading->line) != reading->line)
        rp_room_read_on(room);
    free(reading);
}

static void read_line(struct rp_room *room, uint16_t line)
{
    struct rp_str text = rp_room_words_line(&room->words, line, 0);
    struct reading *reading = calloc(1, sizeof(*reading) + text.length + 1u);
    if (reading == NULL) {
        take_nothing(room, line, RP_ERR_IO);
        return;
    }
    reading->app = room->app;
    reading->slot = room->slot;
    reading->generation = room->generation;
    reading->line = line;
    reading->words = &room->scenario->words;
    reading->length = text.length;
    memcpy(reading->text, text.at, text.length);
    room->reading =
        rp_loop_work(room->app->options.loop, read_text, take_reading, reading) == RP_OK;
    if (room->reading)
        return;
    free(reading);
    take_nothing(room, line, RP_ERR_IO);
}

void rp_room_read_on(struct rp_room *room)
{
    uint16_t line = room->reading ? 0 : rp_session_unread(&room->session, 0);
    if (line != 0)
        read_line(room, line);
}
