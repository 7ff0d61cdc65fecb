/* store_read.c: the way back: rows, one by one, to whoever asks. */
#include <string.h>

#include "store_private.h"

/* What to do with one row; false ends it. `taker` is the caller's callback and its context. */
typedef bool row_reader(void *taker, sqlite3_stmt *row);

static enum rp_err read_rows(sqlite3_stmt *statement, row_reader *read, void *taker)
{
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW)
        if (!read(taker, statement))
            return RP_OK;
    return code == SQLITE_DONE ? RP_OK : RP_ERR_STORAGE;
}

/* The query's only parameter, if any, is the room. */
static enum rp_err query(struct rp_store *store, const char *sql, const char *room,
                         row_reader *read, void *taker)
{
    sqlite3_stmt *statement = NULL;
    enum rp_err err = RP_ERR_STORAGE;
    if (sqlite3_prepare_v2(store->reader, sql, -1, &statement, NULL) == SQLITE_OK &&
        (room == NULL || sqlite3_bind_text(statement, 1, room, -1, SQLITE_STATIC) == SQLITE_OK))
        err = read_rows(statement, read, taker);
    if (err)
        rp_store_complain(store->reader, "read-failed");
    sqlite3_finalize(statement);
    return err;
}

static const char *column_words(sqlite3_stmt *row, int column)
{
    return (const char *)sqlite3_column_text(row, column);
}

static struct rp_str column_text(sqlite3_stmt *row, int column)
{
    const char *at = column_words(row, column); /* before its length */
    return (struct rp_str){at, (uint32_t)sqlite3_column_bytes(row, column)};
}

/* ---- Rooms. */

#define ROOMS                                                                                      \
    "SELECT room, firm, scenario, scenario_hash, created_s, closed,"                               \
    " set_aside IS NOT NULL, (SELECT count(*) FROM record WHERE record.room = room.room)"          \
    " FROM room "

struct room_taker {
    bool (*take)(void *context, const struct rp_stored_room *room);
    void *context;
};

static bool read_room(void *taker, sqlite3_stmt *row)
{
    const struct room_taker *to = taker;
    const struct rp_stored_room room = {
        .id = column_words(row, 0),
        .firm = column_words(row, 1),
        .scenario = column_words(row, 2),
        .scenario_hash = column_words(row, 3),
        .created_s = sqlite3_column_int64(row, 4),
        .closed = sqlite3_column_int(row, 5),
        .set_aside = sqlite3_column_int(row, 6),
        .records = (uint32_t)sqlite3_column_int64(row, 7),
    };
    return to->take(to->context, &room);
}

enum rp_err rp_store_rooms(struct rp_store *store, bool open_only,
                           bool (*take)(void *context, const struct rp_stored_room *room),
                           void *context)
{
    return query(store,
                 open_only ? ROOMS "WHERE closed = 0 AND kind = 0 ORDER BY created_s, room"
                           : ROOMS "WHERE kind = 0 ORDER BY created_s, room",
                 NULL, read_room, &(struct room_taker){take, context});
}

enum rp_err rp_store_room(struct rp_store *store, const char *room,
                          bool (*take)(void *context, const struct rp_stored_room *room),
                          void *context)
{
    return query(store, ROOMS "WHERE room = ?1 AND kind = 0", room, read_room,
                 &(struct room_taker){take, context});
}

bool rp_store_has_room(struct rp_store *store, const char *firm, const char *room)
{
    sqlite3_stmt *statement = NULL;
    bool found = sqlite3_prepare_v2(store->reader,
                                    "SELECT 1 FROM room WHERE room = ?1 AND firm = ?2 AND kind = 0",
                                    -1, &statement, NULL) == SQLITE_OK &&
                 sqlite3_bind_text(statement, 1, room, -1, SQLITE_STATIC) == SQLITE_OK &&
                 sqlite3_bind_text(statement, 2, firm, -1, SQLITE_STATIC) == SQLITE_OK &&
                 sqlite3_step(statement) == SQLITE_ROW;
    sqlite3_finalize(statement);
    return found;
}

enum rp_err rp_store_workshops(struct rp_store *store,
                               bool (*take)(void *context, const struct rp_stored_room *workshop),
                               void *context)
{
    return query(store, ROOMS "WHERE closed = 0 AND kind = 1 ORDER BY created_s, room", NULL,
                 read_room, &(struct room_taker){take, context});
}

/* ---- What a room has. */

struct record_taker {
    bool (*take)(void *context, const struct rp_stored_record *record);
    void *context;
};

static bool read_record(void *taker, sqlite3_stmt *row)
{
    const struct record_taker *to = taker;
    const struct rp_stored_record record = {
        .n = (uint32_t)sqlite3_column_int64(row, 0),
        .kind = (enum rp_record_kind)sqlite3_column_int(row, 1),
        .at_ms = sqlite3_column_int64(row, 2),
        .bytes = sqlite3_column_blob(row, 3),
        .length = (size_t)sqlite3_column_bytes(row, 3),
    };
    return to->take(to->context, &record);
}

enum rp_err rp_store_records(struct rp_store *store, const char *room,
                             bool (*take)(void *context, const struct rp_stored_record *record),
                             void *context)
{
    return query(store, "SELECT n, kind, at_ms, bytes FROM record WHERE room = ?1 ORDER BY n", room,
                 read_record, &(struct record_taker){take, context});
}

struct text_taker {
    bool (*take)(void *context, uint16_t line, struct rp_str text);
    void *context;
};

static bool read_text(void *taker, sqlite3_stmt *row)
{
    const struct text_taker *to = taker;
    return to->take(to->context, (uint16_t)sqlite3_column_int(row, 0), column_text(row, 1));
}

enum rp_err rp_store_texts(struct rp_store *store, const char *room,
                           bool (*take)(void *context, uint16_t line, struct rp_str text),
                           void *context)
{
    return query(store, "SELECT line, text FROM line_text WHERE room = ?1 ORDER BY line", room,
                 read_text, &(struct text_taker){take, context});
}

struct person_taker {
    bool (*take)(void *context, uint32_t person, struct rp_str name);
    void *context;
};

static bool read_person(void *taker, sqlite3_stmt *row)
{
    const struct person_taker *to = taker;
    return to->take(to->context, (uint32_t)sqlite3_column_int64(row, 0), column_text(row, 1));
}

enum rp_err rp_store_people(struct rp_store *store, const char *room,
                            bool (*take)(void *context, uint32_t person, struct rp_str name),
                            void *context)
{
    return query(store, "SELECT person, name FROM person WHERE room = ?1 ORDER BY person", room,
                 read_person, &(struct person_taker){take, context});
}

/* ---- Seats. */

struct seat_taker {
    bool (*take)(void *context, const struct rp_stored_seat *seat);
    void *context;
};

static void copy_token(uint8_t hash[RP_TOKEN_HASH_BYTES], sqlite3_stmt *row, int column)
{
    const void *bytes = sqlite3_column_blob(row, column);
    if (bytes && sqlite3_column_bytes(row, column) == RP_TOKEN_HASH_BYTES)
        memcpy(hash, bytes, RP_TOKEN_HASH_BYTES);
}

static bool read_seat(void *taker, sqlite3_stmt *row)
{
    const struct seat_taker *to = taker;
    struct rp_stored_seat seat = {
        .seat = (enum rp_seat)sqlite3_column_int(row, 0),
        .person = (uint32_t)sqlite3_column_int64(row, 1),
        .last_send_id = (uint32_t)sqlite3_column_int64(row, 2),
    };
    copy_token(seat.token, row, 3);
    copy_token(seat.old_token, row, 4);
    return to->take(to->context, &seat);
}

enum rp_err rp_store_seats(struct rp_store *store, const char *room,
                           bool (*take)(void *context, const struct rp_stored_seat *seat),
                           void *context)
{
    return query(store,
                 "SELECT seat, person, last_send_id, token, old_token FROM seat"
                 " WHERE room = ?1 ORDER BY seat",
                 room, read_seat, &(struct seat_taker){take, context});
}

struct member_taker {
    bool (*take)(void *context, const struct rp_stored_member *member);
    void *context;
};

static bool read_member(void *taker, sqlite3_stmt *row)
{
    const struct member_taker *to = taker;
    struct rp_stored_member member = {.person = (uint32_t)sqlite3_column_int64(row, 0)};
    copy_token(member.token, row, 1);
    copy_token(member.old_token, row, 2);
    copy_token(member.pin, row, 3);
    return to->take(to->context, &member);
}

enum rp_err rp_store_members(struct rp_store *store, const char *workshop,
                             bool (*take)(void *context, const struct rp_stored_member *member),
                             void *context)
{
    return query(store,
                 "SELECT person, token, old_token, pin FROM member"
                 " WHERE workshop = ?1 ORDER BY person",
                 workshop, read_member, &(struct member_taker){take, context});
}

enum rp_err rp_store_token(struct rp_store *store, const uint8_t hash[RP_TOKEN_HASH_BYTES],
                           char room[RP_ID_TEXT], enum rp_seat *seat)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(store->reader,
                                  "SELECT room, seat FROM seat WHERE token = ?1 OR old_token = ?1",
                                  -1, &statement, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_bind_blob(statement, 1, hash, RP_TOKEN_HASH_BYTES, SQLITE_STATIC);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        sqlite3_snprintf(RP_ID_TEXT, room, "%s", column_words(statement, 0));
        *seat = (enum rp_seat)sqlite3_column_int(statement, 1);
    } else if (code != SQLITE_DONE) {
        rp_store_complain(store->reader, "read-failed");
    }
    sqlite3_finalize(statement);
    if (code == SQLITE_ROW)
        return RP_OK;
    return code == SQLITE_DONE ? RP_ERR_NOT_FOUND : RP_ERR_STORAGE;
}

/* ---- Firms. */

static bool read_days(void *taker, sqlite3_stmt *row)
{
    *(uint16_t *)taker = (uint16_t)sqlite3_column_int(row, 0);
    return false;
}

uint16_t rp_store_retention(struct rp_store *store, const char *firm)
{
    uint16_t days = 0;
    query(store, "SELECT retention_days FROM firm WHERE firm = ?1", firm, read_days, &days);
    return days;
}

/* ---- Contents. */

struct content_taker {
    bool (*take)(void *context, struct rp_str text);
    void *context;
};

static bool read_content(void *taker, sqlite3_stmt *row)
{
    const struct content_taker *to = taker;
    return to->take(to->context, column_text(row, 0));
}

enum rp_err rp_store_content(struct rp_store *store, const char *hash,
                             bool (*take)(void *context, struct rp_str text), void *context)
{
    return query(store, "SELECT text FROM content WHERE hash = ?1", hash, read_content,
                 &(struct content_taker){take, context});
}
