/* store_people.c: finding where a person appears. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "rp_codec.h"
#include "store_people_private.h"

/* Opening. */

enum rp_err rp_people_open(struct rp_people **out, const char *folder)
{
    char path[RP_PATH_TEXT];
    struct rp_people *people = calloc(1, sizeof(*people));
    if (people == NULL)
        return RP_ERR_STORAGE;
    enum rp_err err = rp_folder_path(path, folder, "hearout.db");
    if (!err) /* to read first: what opens for writing makes a database where there is none */
        err = rp_connect(&people->db, path, RP_CONNECT_READ, NULL);
    if (!err)
        err = rp_schema_check(people->db, path, RP_STORE_SCHEMA);
    sqlite3_close(people->db);
    people->db = NULL;
    if (!err)
        err = rp_connect(&people->db, path, RP_CONNECT_WRITE, NULL);
    if (err)
        rp_people_close(people);
    else
        *out = people;
    return err;
}

void rp_people_close(struct rp_people *people)
{
    sqlite3_close(people->db);
    free(people);
}

bool rp_people_claim(const char *folder, int *lock)
{
    return rp_folder_try_lock(lock, folder) == RP_OK;
}

/* Statements. */

enum rp_err rp_people_run(struct rp_people *people, const char *sql, const char *types, ...)
{
    va_list values;
    va_start(values, types);
    sqlite3_stmt *statement = rp_ask(people->db, sql, types, values);
    va_end(values);
    bool done = statement && sqlite3_step(statement) == SQLITE_DONE;
    enum rp_err err = done ? RP_OK : rp_store_complain(people->db, "people-not-stored");
    sqlite3_finalize(statement);
    return err;
}

enum rp_err rp_people_look_up(struct rp_people *people, rp_row_reader *take, void *taker,
                              const char *sql, const char *types, ...)
{
    va_list values;
    va_start(values, types);
    sqlite3_stmt *statement = rp_ask(people->db, sql, types, values);
    va_end(values);
    return rp_read_rows(people->db, statement, take, taker, "people-unread");
}

enum rp_err rp_people_begin(struct rp_people *people)
{
    return rp_people_run(people, "BEGIN IMMEDIATE", "");
}

/* All of it or nothing. */
enum rp_err rp_people_end(struct rp_people *people, enum rp_err err)
{
    if (err == RP_OK)
        err = rp_people_run(people, "COMMIT", "");
    if (!sqlite3_get_autocommit(people->db))
        rp_people_run(people, "ROLLBACK", "");
    if (err == RP_OK)
        rp_audit_keep_head(people->db);
    return err;
}

/* Appearances. */

struct appearance_taker {
    rp_appearance_taker *take;
    void *context;
};

static bool read_appearance(void *taker, sqlite3_stmt *row)
{
    const struct appearance_taker *to = taker;
    const char *name = rp_row_words(row, 6); /* before its length */
    const struct rp_appearance one = {
        .room = rp_row_words(row, 0),
        .firm = rp_row_words(row, 1),
        .workshop = sqlite3_column_int(row, 2) == 1,
        .closed = sqlite3_column_int(row, 3),
        .created_s = sqlite3_column_int64(row, 4),
        .person = (uint32_t)sqlite3_column_int64(row, 5),
        .name = {name, (uint32_t)sqlite3_column_bytes(row, 6)},
        .of_room = rp_row_words(row, 7),
        .of_person = (uint32_t)sqlite3_column_int64(row, 8),
    };
    return to->take(to->context, &one);
}

#define APPEARANCES                                                                                \
    "SELECT room, room.firm, kind, closed OR set_aside IS NOT NULL, created_s, person, name,"      \
    " of_room, of_person FROM person JOIN room USING (room) WHERE room.firm = ?1 "
#define IN_ORDER "ORDER BY created_s, kind DESC, room, person"

enum rp_err rp_people_list(struct rp_people *people, const char *firm, const char *room,
                           rp_appearance_taker *take, void *context)
{
    struct appearance_taker taker = {take, context};
    if (room == NULL)
        return rp_people_look_up(people, read_appearance, &taker, APPEARANCES IN_ORDER, "t", firm);
    return rp_people_look_up(people, read_appearance, &taker, APPEARANCES "AND room = ?2 " IN_ORDER,
                             "tt", firm, room);
}

enum rp_err rp_people_appearances(struct rp_people *people, const struct rp_subject *subject,
                                  rp_appearance_taker *take, void *context)
{
    return rp_people_look_up(
        people, read_appearance, &((struct appearance_taker){take, context}),
        APPEARANCES "AND ((room = ?2 AND person = ?3) OR (of_room = ?2 AND of_person = ?3))"
                    " " IN_ORDER,
        "tti", subject->firm, subject->room, (int64_t)subject->person);
}

/* A code stands in the first record of its workshop. */
struct coding {
    char code[8]; /* as it is kept */
    char *id;
    bool found;
};

static void tidy_code(const char *typed, char code[8])
{
    size_t length = 0;
    for (; *typed && length < 7; typed++)
        if (*typed != ' ' && *typed != '-')
            code[length++] = *typed >= 'a' && *typed <= 'z' ? (char)(*typed - 32) : *typed;
    code[length] = 0;
}

static bool read_opened(void *taker, sqlite3_stmt *row)
{
    struct coding *coding = taker;
    struct rp_event event;
    const void *bytes = sqlite3_column_blob(row, 1);
    if (rp_event_decode(bytes, (size_t)sqlite3_column_bytes(row, 1), &event) != RP_OK ||
        event.type != RP_EVENT_WORKSHOP_OPENED)
        return true;
    struct rp_str code = event.as.workshop_opened.code;
    coding->found =
        code.length == strlen(coding->code) && memcmp(code.at, coding->code, code.length) == 0;
    if (coding->found)
        sqlite3_snprintf(RP_ID_TEXT, coding->id, "%s", rp_row_words(row, 0));
    return !coding->found;
}

enum rp_err rp_people_coded(struct rp_people *people, const char *firm, const char *code,
                            char id[RP_ID_TEXT])
{
    struct coding coding = {.id = id};
    tidy_code(code, coding.code);
    enum rp_err err = rp_people_look_up(people, read_opened, &coding,
                                        "SELECT room.room, bytes FROM room JOIN record"
                                        " ON record.room = room.room AND n = 1"
                                        " WHERE room.firm = ?1 AND room.kind = 1"
                                        " ORDER BY created_s DESC",
                                        "t", firm);
    return err == RP_OK && !coding.found ? RP_ERR_NOT_FOUND : err;
}

/* The audit log. */

enum rp_err rp_people_note(struct rp_people *people, enum rp_audit_kind kind,
                           const struct rp_subject *subject, const char *what, int64_t now_s)
{
    char cited[RP_ID_TEXT + 80];
    sqlite3_snprintf(sizeof(cited), cited, "%s person %u %s", subject->room, subject->person, what);
    const struct rp_audit audit = {now_s, kind, subject->firm, "operator", cited};
    return rp_audit_append(people->db, &audit);
}

enum rp_err rp_people_exported(struct rp_people *people, const struct rp_subject *subject,
                               int64_t now_s)
{
    enum rp_err err = rp_people_begin(people);
    return err ? err
               : rp_people_end(people,
                               rp_people_note(people, RP_AUDIT_EXPORT, subject, "exported", now_s));
}
