#include "room_log.h"

#include <stdlib.h>
#include <string.h>

/* Doubles an array until it holds `wanted` elements. */
static bool grow(void **array, uint32_t *capacity, uint32_t wanted, size_t size)
{
    uint32_t next = *capacity > 0 ? *capacity : 64;
    while (next < wanted)
        next *= 2;
    if (next == *capacity)
        return true;
    void *bigger = realloc(*array, next * size);
    if (!bigger)
        return false;
    *array = bigger;
    *capacity = next;
    return true;
}

enum rp_err rp_room_log_add(struct rp_room_log *log, enum rp_record_kind kind, int64_t at_ms,
                            const uint8_t *bytes, size_t length)
{
    if (log->count == RP_ROOM_RECORDS_MAX || length > RP_RECORD_BYTES_MAX)
        return RP_ERR_TOO_LARGE;
    void *entries = log->entries, *all = log->bytes;
    bool grown = grow(&entries, &log->capacity, log->count + 1, sizeof(*log->entries));
    log->entries = entries;
    grown = grown && grow(&all, &log->bytes_capacity, log->bytes_used + (uint32_t)length, 1);
    log->bytes = all;
    if (!grown)
        return RP_ERR_STORAGE;
    log->entries[log->count++] = (struct rp_log_entry){
        .at_ms = at_ms,
        .offset = log->bytes_used,
        .length = (uint16_t)length,
        .kind = (uint8_t)kind,
    };
    memcpy(log->bytes + log->bytes_used, bytes, length);
    log->bytes_used += (uint32_t)length;
    return RP_OK;
}

const struct rp_log_entry *rp_room_log_at(const struct rp_room_log *log, uint32_t n,
                                          const uint8_t **bytes)
{
    RP_CHECK(n >= 1 && n <= log->count);
    const struct rp_log_entry *entry = &log->entries[n - 1];
    *bytes = log->bytes + entry->offset;
    return entry;
}

void rp_room_log_cut(struct rp_room_log *log, uint32_t count)
{
    RP_CHECK(count <= log->count);
    if (count < log->count)
        log->bytes_used = log->entries[count].offset;
    log->count = count;
}

void rp_room_log_clear(struct rp_room_log *log)
{
    free(log->entries);
    free(log->bytes);
    *log = (struct rp_room_log){0};
}
