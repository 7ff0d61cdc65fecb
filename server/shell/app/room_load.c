/* room_load.c: a room's log, texts, people and seats out of the store. */
#include <string.h>

#include "room.h"

struct loading {
    struct rp_room *room;
    enum rp_err err;
};

static bool take_record(void *context, const struct rp_stored_record *record)
{
    struct loading *loading = context;
    struct rp_room_log *log = &loading->room->log;
    loading->err = record->n == log->count + 1 ? rp_room_log_add(log, record->kind, record->at_ms,
                                                                 record->bytes, record->length)
                                               : RP_ERR_MALFORMED;
    return loading->err == RP_OK;
}

static bool take_text(void *context, uint16_t line, struct rp_str text)
{
    struct loading *loading = context;
    loading->err = rp_room_words_set_line(&loading->room->words, line, text);
    return loading->err == RP_OK;
}

static bool take_person(void *context, uint32_t person, struct rp_str name)
{
    struct loading *loading = context;
    loading->err = rp_room_words_set_person(&loading->room->words, person, name);
    return loading->err == RP_OK;
}

static bool take_seat(void *context, const struct rp_stored_seat *seat)
{
    struct loading *loading = context;
    if (seat->seat > RP_SEAT_CUSTOMER)
        return true;
    struct rp_seat_holder *holder = &loading->room->holders[seat->seat];
    memcpy(holder->token, seat->token, sizeof(holder->token));
    memcpy(holder->old_token, seat->old_token, sizeof(holder->old_token));
    return true;
}

enum rp_err rp_room_read(struct rp_room *room, struct rp_store *store)
{
    struct loading loading = {room, RP_OK};
    enum rp_err err = rp_store_records(store, room->id, take_record, &loading);
    if (err == RP_OK && loading.err == RP_OK)
        err = rp_store_texts(store, room->id, take_text, &loading);
    if (err == RP_OK && loading.err == RP_OK)
        err = rp_store_people(store, room->id, take_person, &loading);
    if (err == RP_OK && loading.err == RP_OK)
        err = rp_store_seats(store, room->id, take_seat, &loading);
    return err != RP_OK ? err : loading.err;
}

struct finding {
    struct rp_store *store;
    struct rp_scenario_shelf *scenarios;
    const struct rp_scenario *scenario;
    char *firm;
    bool is_there;
};

static bool take_content(void *context, struct rp_str text)
{
    struct finding *finding = context;
    rp_scenario_shelf_add_old(finding->scenarios, text);
    return false;
}

static bool take_room(void *context, const struct rp_stored_room *stored)
{
    struct finding *finding = context;
    const char *hash = stored->scenario_hash;
    finding->is_there = !stored->set_aside;
    if (finding->firm != NULL)
        rp_firm_copy(finding->firm, stored->firm);
    finding->scenario = rp_scenario_hashed(finding->scenarios, hash, strlen(hash));
    if (finding->scenario == NULL) {
        rp_store_content(finding->store, hash, take_content, finding);
        finding->scenario = rp_scenario_hashed(finding->scenarios, hash, strlen(hash));
    }
    return false;
}

enum rp_err rp_room_find(struct rp_store *store, struct rp_scenario_shelf *scenarios,
                         const char *id, const struct rp_scenario **scenario, char *firm)
{
    struct finding finding = {store, scenarios, NULL, firm, false};
    enum rp_err err = rp_store_room(store, id, take_room, &finding);
    *scenario = finding.scenario;
    if (err != RP_OK || !finding.is_there)
        return err != RP_OK ? err : RP_ERR_NOT_FOUND;
    return finding.scenario != NULL ? RP_OK : RP_ERR_MALFORMED;
}
