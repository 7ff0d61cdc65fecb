#include "stored.h"

#include <stdio.h>
#include <string.h>

static enum rp_err complain(const struct rp_stored *stored, const char *room, const char *what)
{
    fprintf(stderr, "hearout %s: room %s: %s\n", stored->command, room, what);
    return RP_ERR_NOT_FOUND;
}

static enum rp_err read_room(struct rp_stored *stored, struct rp_store *store, const char *room)
{
    enum rp_err err = rp_room_find(store, stored->scenarios, room, &stored->room.scenario, NULL);
    if (err == RP_ERR_MALFORMED)
        return complain(stored, room, "its scenario cannot be read");
    if (err != RP_OK)
        return complain(stored, room, "there is none in this data folder");
    snprintf(stored->room.id, sizeof(stored->room.id), "%s", room);
    rp_room_words_init(&stored->room.words, stored->room.scenario);
    if (rp_room_read(&stored->room, store) != RP_OK)
        return complain(stored, room, "its log cannot be read");
    return RP_OK;
}

enum rp_err rp_stored_open(struct rp_stored *stored, const char *command, const char *data,
                           const char *scenarios, const char *room)
{
    char folder[1200];
    struct rp_text complaints = {0};
    struct rp_store *store;
    memset(stored, 0, sizeof(*stored));
    stored->command = command;
    if (scenarios == NULL && rp_scenario_folder_find(folder, sizeof(folder)) == RP_OK)
        scenarios = folder;
    enum rp_err err =
        rp_scenario_shelf_open(&stored->scenarios, scenarios ? scenarios : ".", &complaints);
    if (err != RP_OK && complaints.length > 0)
        fputs(complaints.bytes, stderr);
    rp_text_clear(&complaints);
    if (err != RP_OK)
        return err;
    err = rp_store_open_read(&store, data);
    if (err != RP_OK) {
        fprintf(stderr, "hearout %s: %s: there is no data of Hearout's that can be read\n", command,
                data);
        return err;
    }
    err = read_room(stored, store, room);
    rp_store_close(store);
    return err;
}

void rp_stored_close(struct rp_stored *stored)
{
    rp_room_clear(&stored->room);
    if (stored->scenarios != NULL)
        rp_scenario_shelf_close(stored->scenarios);
}

const struct rp_log_entry *rp_stored_record(const struct rp_stored *stored, uint32_t n,
                                            struct rp_event *event)
{
    const uint8_t *bytes;
    const struct rp_log_entry *entry = rp_room_log_at(&stored->room.log, n, &bytes);
    RP_CHECK(rp_event_decode(bytes, entry->length, event) == RP_OK);
    return entry;
}
