/* store.h: what is kept: sessions, their logs, their texts, and who may come back to a seat.
 *
 * One writer thread, one transaction for whatever is queued when it is free (SQLite, WAL,
 * synchronous=FULL). The loop's thread hands over batches and is told when each is safe.
 *
 * Free text and names stand in tables of their own, so that they can be erased while the log
 * stays whole. Every row carries its firm.
 *
 * Owner    a batch belongs to the store from rp_store_put until its done was called.
 * Errors   RP_ERR_STORAGE. A batch that was not stored is as if it had never been put.
 * Order    done is called on the loop's thread, in the order of rp_store_put. When one batch fails,
 *          every batch of the same room that was put before its done came back fails, too; what is
 *          put in that done or after it stands by itself again.
 */
#pragma once

#include <uv.h>

#include "audit.h"
#include "histogram.h"
#include "rp_session.h"

enum {
    RP_ID_TEXT = 33,          /* 128 random bits in hex, and a zero byte */
    RP_TOKEN_HASH_BYTES = 32, /* SHA-256 of a resume token */
    RP_STORE_NAME_MAX = 97,   /* a person's name in UTF-8, and a zero byte */
    RP_STORE_SCHEMA = 6,
};

struct rp_store;

struct rp_store_options {
    const char *folder; /* made when absent, mode 0700; the database is hearout.db in it */
    uv_loop_t *loop;    /* NULL: no loop, rp_store_put waits until the batch is safe */
    const char *vfs;    /* SQLite's way to the disk; NULL: the system's own */
};

/* RP_ERR_CONFLICT: another process has the folder. Why it failed stands in the log. */
enum rp_err rp_store_open(struct rp_store **store, const struct rp_store_options *options);
/* Opens for reading alone, beside a running server: replay, export. */
enum rp_err rp_store_open_read(struct rp_store **store, const char *folder);

/* Writes what is queued and calls its done; none comes afterwards. The loop needs one more turn to
 * let go of the store's handle. */
void rp_store_close(struct rp_store *store);

/* One room's change: all of it is stored, or nothing. */
struct rp_batch;

struct rp_batch *rp_batch_open(const char *room); /* NULL: no memory */
void rp_batch_drop(struct rp_batch *batch);       /* one that is not put */

/* Each copies. RP_ERR_STORAGE: no memory; such a batch is to be dropped, and fails if it is put. */
enum rp_err rp_batch_room(struct rp_batch *batch, const char *firm, const char *scenario,
                          const char *scenario_hash, int64_t created_s);
/* The text of a scenario's file, by its hash: a log is read with the very file it was decided
 * with. Once for all rooms. */
enum rp_err rp_batch_content(struct rp_batch *batch, const char *hash, const char *utf8,
                             size_t length);
/* The same for a workshop: its log, names and members go by its id as a room's do. */
enum rp_err rp_batch_workshop(struct rp_batch *batch, const char *firm, int64_t created_s);
/* `n` follows the number before it without a gap, or the batch fails. */
enum rp_err rp_batch_record(struct rp_batch *batch, uint32_t n, enum rp_record_kind kind,
                            int64_t at_ms, const uint8_t *bytes, size_t length);
enum rp_err rp_batch_text(struct rp_batch *batch, uint16_t line, const char *utf8, size_t length);
enum rp_err rp_batch_person(struct rp_batch *batch, uint32_t person, const char *name,
                            size_t length);
/* Whom the room calls `person`, is known in another room or workshop by that number. */
enum rp_err rp_batch_person_of(struct rp_batch *batch, uint32_t person, const char *of_room,
                               uint32_t of_person);
/* Who sits there from now on; a second for the same seat replaces it. A token of zero bytes alone
 * is none: the seat is free, or has no old token. The old one stays good until the new was used. */
struct rp_stored_seat {
    enum rp_seat seat;
    uint32_t person, last_send_id;
    uint8_t token[RP_TOKEN_HASH_BYTES], old_token[RP_TOKEN_HASH_BYTES];
};
enum rp_err rp_batch_seat(struct rp_batch *batch, const struct rp_stored_seat *seat);
/* Who may come back into a workshop, and how; a second for the same person replaces it. What is
 * all zero opens nothing. */
struct rp_stored_member {
    uint32_t person;
    uint8_t token[RP_TOKEN_HASH_BYTES], old_token[RP_TOKEN_HASH_BYTES];
    uint8_t pin[RP_TOKEN_HASH_BYTES];
};
enum rp_err rp_batch_member(struct rp_batch *batch, const struct rp_stored_member *member);
enum rp_err rp_batch_closed(struct rp_batch *batch); /* the session is over */
enum rp_err rp_batch_set_aside(struct rp_batch *batch, const char *why);
/* One more entry of the audit log, whatever the room. What is of no room goes into a batch of
 * room "". */
enum rp_err rp_batch_audit(struct rp_batch *batch, const struct rp_audit *audit);

typedef void rp_store_done(void *context, enum rp_err err);

void rp_store_put(struct rp_store *store, struct rp_batch *batch, rp_store_done *done,
                  void *context);

/* Batches whose done has not been called yet. */
uint32_t rp_store_waiting(const struct rp_store *store);

/* False from a failed commit until one has succeeded again; the store tries by itself. */
bool rp_store_healthy(const struct rp_store *store);

struct rp_store_figures {
    uint64_t batches, records; /* stored */
    uint64_t failed;           /* batches that were not */
    struct rp_histogram commits;
};
void rp_store_figures(const struct rp_store *store, struct rp_store_figures *figures);

/* Reading. Each calls back once a row, in order, on the caller's thread; a callback that answers
 * false ends it. */
struct rp_stored_room {
    const char *id, *firm, *scenario, *scenario_hash;
    int64_t created_s;
    bool closed, set_aside;
    uint32_t records;
};
enum rp_err rp_store_rooms(struct rp_store *store, bool open_only,
                           bool (*take)(void *context, const struct rp_stored_room *room),
                           void *context);
enum rp_err rp_store_room(struct rp_store *store, const char *room,
                          bool (*take)(void *context, const struct rp_stored_room *room),
                          void *context);
/* Whether the firm has a room of that id. */
bool rp_store_has_room(struct rp_store *store, const char *firm, const char *room);
struct rp_stored_record {
    uint32_t n;
    enum rp_record_kind kind;
    int64_t at_ms;
    const uint8_t *bytes;
    size_t length;
};
enum rp_err rp_store_records(struct rp_store *store, const char *room,
                             bool (*take)(void *context, const struct rp_stored_record *record),
                             void *context);
enum rp_err rp_store_texts(struct rp_store *store, const char *room,
                           bool (*take)(void *context, uint16_t line, struct rp_str text),
                           void *context);
enum rp_err rp_store_people(struct rp_store *store, const char *room,
                            bool (*take)(void *context, uint32_t person, struct rp_str name),
                            void *context);
enum rp_err rp_store_seats(struct rp_store *store, const char *room,
                           bool (*take)(void *context, const struct rp_stored_seat *seat),
                           void *context);
/* Workshops that are not over: id and firm. */
enum rp_err rp_store_workshops(struct rp_store *store,
                               bool (*take)(void *context, const struct rp_stored_room *workshop),
                               void *context);
enum rp_err rp_store_members(struct rp_store *store, const char *workshop,
                             bool (*take)(void *context, const struct rp_stored_member *member),
                             void *context);
/* Which seat a token opens, by its hash: the room's id and the seat. RP_ERR_NOT_FOUND: none. */
enum rp_err rp_store_token(struct rp_store *store, const uint8_t hash[RP_TOKEN_HASH_BYTES],
                           char room[RP_ID_TEXT], enum rp_seat *seat);
/* Days that the firm keeps names and texts; 0: not known. */
uint16_t rp_store_retention(struct rp_store *store, const char *firm);
/* The content with that hash, if it was ever stored. */
enum rp_err rp_store_content(struct rp_store *store, const char *hash,
                             bool (*take)(void *context, struct rp_str text), void *context);

/* The audit log, oldest first. */
enum rp_err rp_store_audit(struct rp_store *store,
                           bool (*take)(void *context, const struct rp_audit_row *row,
                                        const uint8_t hash[RP_AUDIT_HASH_BYTES]),
                           void *context);
/* The head that lies in the folder beside the database; it may lag behind. RP_ERR_NOT_FOUND: none
 * does. RP_ERR_MALFORMED: something else does. */
enum rp_err rp_store_audit_kept(const char *folder, struct rp_audit_head *head);
struct rp_audit_check {
    struct rp_audit_head head; /* of what stands, up to the first change */
    int64_t changed;           /* the first entry that is not as it was written; 0: all are */
    bool cut;                  /* the kept head is newer than all that stands */
};
/* `kept`: a head that was kept elsewhere, or NULL. */
enum rp_err rp_store_audit_check(struct rp_store *store, const struct rp_audit_head *kept,
                                 struct rp_audit_check *check);
