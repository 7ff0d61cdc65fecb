/* app_load.c: rooms out of the store: at the start those that are open, others on demand. */
#include <stdio.h>
#include <stdlib.h>

#include "app_private.h"
#include "log.h"

static void on_set_aside(void *context, enum rp_err err)
{
    (void)context, (void)err; /* if not stored, the next start finds the same */
}

/* A room that could not be folded is left as it is, and the rest go on. */
static void set_aside(struct rp_app *app, const char *id, const char *why)
{
    struct rp_batch *batch = rp_batch_open(id);
    rp_log(RP_LOG_ERROR, "room_set_aside", RP_TEXT("room", id), RP_TEXT("why", why));
    if (batch == NULL)
        return;
    if (rp_batch_set_aside(batch, why) == RP_OK)
        rp_store_put(app->options.store, batch, on_set_aside, NULL);
    else
        rp_batch_drop(batch);
}

enum rp_err rp_app_load_room(struct rp_app *app, const char *id, struct rp_room **out)
{
    const struct rp_scenario *scenario;
    char firm[RP_FIRM_TEXT] = "";
    if (rp_app_is_being_erased(app, id))
        return RP_ERR_STORAGE;
    enum rp_err found =
        rp_room_find(app->options.store, app->options.scenarios, id, &scenario, firm);
    if (found == RP_ERR_NOT_FOUND)
        return found;
    struct rp_room *room = found == RP_OK ? rp_app_add_room(app, id, scenario) : NULL;
    if (room == NULL) {
        rp_log(RP_LOG_WARN, "room_not_loaded", RP_TEXT("room", id),
               RP_TEXT("why", found == RP_OK ? "no place" : "its scenario cannot be read"));
        return RP_ERR_NOT_FOUND;
    }
    rp_firm_copy(room->firm, firm);
    enum rp_err err = rp_room_read(room, app->options.store);
    if (err == RP_OK)
        err = rp_room_fold(room);
    if (err != RP_OK) {
        rp_app_forget_room(app, room);
        if (err != RP_ERR_STORAGE) /* which says nothing of the log: another time */
            set_aside(app, id, "its log does not decide itself");
        return err;
    }
    room->stored = room->told = room->log.count;
    room->people_stored = room->words.people_n;
    room->told_phase = room->session.phase;
    room->told_holder = room->session.picture.holder;
    room->alone_since_ns = (int64_t)uv_hrtime();
    *out = room;
    return RP_OK;
}

/* Which room is being folded stands in a file, so that a fold that ends the process ends it only
 * once. A plain write outlives the process, and the machine need not be outlived. */

struct recovery {
    struct rp_app *app;
    enum rp_err err;
    char path[1200];
    char suspect[RP_ID_TEXT]; /* "": none */
    char (*ids)[RP_ID_TEXT];
    uint32_t ids_n, ids_capacity;
};

static void read_suspect(struct recovery *recovery)
{
    FILE *file = fopen(recovery->path, "re");
    if (file == NULL)
        return;
    size_t got = fread(recovery->suspect, 1, RP_ID_TEXT - 1, file);
    recovery->suspect[got] = 0;
    fclose(file);
}

static void write_suspect(const struct recovery *recovery, const char *id)
{
    FILE *file = fopen(recovery->path, "we");
    if (file == NULL)
        return;
    fputs(id, file);
    fclose(file);
}

static bool take_id(void *context, const struct rp_stored_room *stored)
{
    struct recovery *recovery = context;
    if (recovery->ids_n == recovery->ids_capacity) {
        uint32_t capacity = recovery->ids_capacity ? recovery->ids_capacity * 2 : 64;
        void *ids = realloc(recovery->ids, capacity * sizeof(*recovery->ids));
        if (ids == NULL) {
            recovery->err = RP_ERR_STORAGE;
            return false;
        }
        recovery->ids = ids;
        recovery->ids_capacity = capacity;
    }
    snprintf(recovery->ids[recovery->ids_n++], RP_ID_TEXT, "%s", stored->id);
    return true;
}

static void recover_room(struct recovery *recovery, const char *id)
{
    struct rp_room *room = NULL;
    if (strcmp(id, recovery->suspect) == 0) {
        set_aside(recovery->app, id, "the process ended while it was folded");
        return;
    }
    write_suspect(recovery, id);
    if (rp_app_load_room(recovery->app, id, &room) != RP_OK)
        return;
    rp_room_outage(room, (int64_t)uv_hrtime());
    rp_room_read_on(room);
}

enum rp_err rp_app_recover(struct rp_app *app)
{
    struct recovery recovery = {.app = app};
    snprintf(recovery.path, sizeof(recovery.path), "%s/recovering", app->options.data);
    read_suspect(&recovery);
    enum rp_err err = rp_store_rooms(app->options.store, true, take_id, &recovery);
    if (err == RP_OK)
        err = recovery.err;
    for (uint32_t i = 0; err == RP_OK && i < recovery.ids_n; i++)
        recover_room(&recovery, recovery.ids[i]);
    remove(recovery.path);
    if (recovery.ids_n > 0)
        rp_log(RP_LOG_INFO, "recovered", RP_NUMBER("rooms", app->rooms_n));
    free(recovery.ids);
    return err == RP_OK ? rp_workshops_recover(app) : err;
}
