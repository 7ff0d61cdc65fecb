/* store_batch.c: a room's change, collected as values for the ledger's statements. */
#include <stdlib.h>
#include <string.h>

#include "store_private.h"

struct rp_batch *rp_batch_open(const char *room)
{
    size_t length = strlen(room);
    RP_CHECK(length < RP_ID_TEXT);
    struct rp_batch *batch = calloc(1, sizeof(*batch));
    if (batch)
        memcpy(batch->room, room, length);
    return batch;
}

void rp_batch_drop(struct rp_batch *batch)
{
    struct rp_entry *next;
    for (struct rp_entry *entry = batch->first; entry; entry = next) {
        next = entry->next;
        free(entry);
    }
    free(batch);
}

static struct rp_value number(int64_t value)
{
    return (struct rp_value){.type = RP_VALUE_NUMBER, .number = value};
}

static struct rp_value text(const char *bytes, size_t length)
{
    return (struct rp_value){.type = RP_VALUE_TEXT, .bytes = bytes, .length = length};
}

static struct rp_value words(const char *zero_ended)
{
    return text(zero_ended, strlen(zero_ended));
}

static struct rp_value blob(const uint8_t *bytes, size_t length)
{
    return (struct rp_value){.type = RP_VALUE_BLOB, .bytes = bytes, .length = length};
}

static struct rp_value token(const uint8_t hash[RP_TOKEN_HASH_BYTES])
{
    static const uint8_t none[RP_TOKEN_HASH_BYTES];
    if (memcmp(hash, none, sizeof(none)) == 0)
        return (struct rp_value){.type = RP_VALUE_NONE};
    return blob(hash, RP_TOKEN_HASH_BYTES);
}

static void append(struct rp_batch *batch, struct rp_entry *entry)
{
    if (batch->last)
        batch->last->next = entry;
    else
        batch->first = entry;
    batch->last = entry;
}

static enum rp_err add(struct rp_batch *batch, enum rp_entry_kind kind,
                       const struct rp_value *values, size_t count)
{
    size_t size = sizeof(struct rp_entry);
    for (size_t i = 0; i < count; i++)
        size += values[i].length;
    struct rp_entry *entry = calloc(1, size);
    if (entry == NULL) {
        batch->incomplete = true;
        return RP_ERR_STORAGE;
    }
    entry->kind = kind;
    entry->count = count;
    char *free_bytes = (char *)(entry + 1);
    for (size_t i = 0; i < count; i++) {
        entry->values[i] = values[i];
        entry->values[i].bytes = free_bytes;
        if (values[i].length > 0)
            memcpy(free_bytes, values[i].bytes, values[i].length);
        free_bytes += values[i].length;
    }
    append(batch, entry);
    return RP_OK;
}

#define ADD(batch, kind, ...)                                                                      \
    add((batch), (kind), (const struct rp_value[]){__VA_ARGS__},                                   \
        RP_COUNT(((const struct rp_value[]){__VA_ARGS__})))

enum rp_err rp_batch_room(struct rp_batch *batch, const char *firm, const char *scenario,
                          const char *scenario_hash, int64_t created_s)
{
    enum rp_err err = ADD(batch, RP_ENTRY_FIRM, words(firm));
    if (err)
        return err;
    return ADD(batch, RP_ENTRY_ROOM, words(firm), words(scenario), words(scenario_hash),
               number(created_s));
}

enum rp_err rp_batch_workshop(struct rp_batch *batch, const char *firm, int64_t created_s)
{
    enum rp_err err = ADD(batch, RP_ENTRY_FIRM, words(firm));
    return err ? err : ADD(batch, RP_ENTRY_WORKSHOP, words(firm), number(created_s));
}

enum rp_err rp_batch_record(struct rp_batch *batch, uint32_t n, enum rp_record_kind kind,
                            int64_t at_ms, const uint8_t *bytes, size_t length)
{
    return ADD(batch, RP_ENTRY_RECORD, number(n), number(kind), number(at_ms), blob(bytes, length));
}

enum rp_err rp_batch_text(struct rp_batch *batch, uint16_t line, const char *utf8, size_t length)
{
    return ADD(batch, RP_ENTRY_TEXT, number(line), text(utf8, length));
}

enum rp_err rp_batch_person(struct rp_batch *batch, uint32_t person, const char *name,
                            size_t length)
{
    return ADD(batch, RP_ENTRY_PERSON, number(person), text(name, length));
}

enum rp_err rp_batch_person_of(struct rp_batch *batch, uint32_t person, const char *of_room,
                               uint32_t of_person)
{
    return ADD(batch, RP_ENTRY_PERSON_OF, number(person), words(of_room), number(of_person));
}

enum rp_err rp_batch_seat(struct rp_batch *batch, const struct rp_stored_seat *seat)
{
    return ADD(batch, RP_ENTRY_SEAT, number(seat->seat), number(seat->person),
               number(seat->last_send_id), token(seat->token), token(seat->old_token));
}

enum rp_err rp_batch_member(struct rp_batch *batch, const struct rp_stored_member *member)
{
    return ADD(batch, RP_ENTRY_MEMBER, number(member->person), token(member->token),
               token(member->old_token), token(member->pin));
}

enum rp_err rp_batch_closed(struct rp_batch *batch)
{
    return add(batch, RP_ENTRY_CLOSED, NULL, 0);
}

enum rp_err rp_batch_content(struct rp_batch *batch, const char *hash, const char *utf8,
                             size_t length)
{
    return ADD(batch, RP_ENTRY_CONTENT, words(hash), text(utf8, length));
}

enum rp_err rp_batch_set_aside(struct rp_batch *batch, const char *why)
{
    return ADD(batch, RP_ENTRY_SET_ASIDE, words(why));
}

enum rp_err rp_batch_audit(struct rp_batch *batch, const struct rp_audit *audit)
{
    return ADD(batch, RP_ENTRY_AUDIT, number(audit->at_s), words(audit->firm),
               words(rp_audit_name(audit->kind)), words(audit->who), words(audit->what));
}
