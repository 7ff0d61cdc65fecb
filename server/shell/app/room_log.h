/* room_log.h: the records of one live room, in memory, in the form in which they are stored.
 *
 * The shell keeps them for whoever joins, resumes or looks back; the store has them on disk.
 *
 * Owner    one room; starts as {0}, ends with rp_room_log_clear.
 * Errors   RP_ERR_TOO_LARGE beyond RP_ROOM_RECORDS_MAX, RP_ERR_STORAGE when memory runs out; then
 *          nothing was added.
 * Order    records are numbered from 1 without gaps.
 */
#pragma once

#include "rp_session.h"

enum {
    RP_ROOM_RECORDS_MAX = 60000,
    RP_RECORD_BYTES_MAX = 4096, /* one stored event, encoded */
};

struct rp_log_entry {
    int64_t at_ms;
    uint32_t offset;
    uint16_t length;
    uint8_t kind; /* enum rp_record_kind */
};

struct rp_room_log {
    struct rp_log_entry *entries;
    uint8_t *bytes;
    uint32_t count, capacity;
    uint32_t bytes_used, bytes_capacity;
};

enum rp_err rp_room_log_add(struct rp_room_log *log, enum rp_record_kind kind, int64_t at_ms,
                            const uint8_t *bytes, size_t length);

/* The record with that number; the bytes stay where they are until the next add. */
const struct rp_log_entry *rp_room_log_at(const struct rp_room_log *log, uint32_t n,
                                          const uint8_t **bytes);

/* Drops every record after the first `count`. */
void rp_room_log_cut(struct rp_room_log *log, uint32_t count);

void rp_room_log_clear(struct rp_room_log *log);
