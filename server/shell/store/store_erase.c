/* store_erase.c: taking a person's name and words away, when he asks or when their time is over. */
#include <stdlib.h>
#include <string.h>

#include "rp_codec.h"
#include "store_people_private.h"
#include "traces.h"

enum { LINES = RP_PEOPLE_BITS };

/* Erasures. */

static bool note_there(void *context, const struct rp_appearance *one)
{
    (void)one;
    *(bool *)context = true;
    return false;
}

enum rp_err rp_people_ask(struct rp_people *people, const struct rp_subject *subject, int64_t now_s)
{
    bool there = false;
    enum rp_err err = rp_people_begin(people);
    if (err)
        return err;
    err = rp_people_appearances(people, subject, note_there, &there);
    if (!err && !there)
        err = RP_ERR_NOT_FOUND;
    if (!err) /* once more: what has come since goes, too */
        err = rp_people_run(
            people,
            "INSERT INTO erasure (firm, room, person, asked_s) VALUES (?1, ?2, ?3, ?4)"
            " ON CONFLICT DO UPDATE SET asked_s = excluded.asked_s, erased_s = NULL,"
            " done_s = NULL",
            "ttii", subject->firm, subject->room, (int64_t)subject->person, now_s);
    if (!err)
        err = rp_people_note(people, RP_AUDIT_ERASURE, subject, "asked for", now_s);
    return rp_people_end(people, err);
}

struct erasure_taker {
    rp_erasure_taker *take;
    void *context;
};

static bool read_erasure(void *taker, sqlite3_stmt *row)
{
    const struct erasure_taker *to = taker;
    struct rp_erasure one = {.asked_s = sqlite3_column_int64(row, 3),
                             .erased_s = sqlite3_column_int64(row, 4),
                             .done_s = sqlite3_column_int64(row, 5)};
    sqlite3_snprintf(sizeof(one.subject.firm), one.subject.firm, "%s", rp_row_words(row, 0));
    sqlite3_snprintf(sizeof(one.subject.room), one.subject.room, "%s", rp_row_words(row, 1));
    one.subject.person = (uint32_t)sqlite3_column_int64(row, 2);
    return to->take(to->context, &one);
}

#define ERASURES "SELECT firm, room, person, asked_s, erased_s, done_s FROM erasure "

enum rp_err rp_people_erasures(struct rp_people *people, rp_erasure_taker *take, void *context)
{
    return rp_people_look_up(people, read_erasure, &((struct erasure_taker){take, context}),
                             ERASURES "ORDER BY asked_s, room, person", "");
}

enum rp_err rp_people_due(struct rp_people *people, rp_erasure_taker *take, void *context)
{
    return rp_people_look_up(people, read_erasure, &((struct erasure_taker){take, context}),
                             ERASURES
                             "WHERE erased_s IS NULL AND NOT EXISTS (SELECT 1 FROM person JOIN room"
                             " USING (room) WHERE closed = 0 AND set_aside IS NULL AND"
                             " ((room.room = erasure.room AND person.person = erasure.person) OR"
                             "  (of_room = erasure.room AND of_person = erasure.person)))"
                             " ORDER BY asked_s, room, person",
                             "");
}

static void set_bit(uint8_t *bits, uint32_t at)
{
    if (at < LINES)
        bits[at / 8] |= (uint8_t)(1 << at % 8);
}

static bool has_bit(const uint8_t *bits, uint32_t at)
{
    return at < LINES && bits[at / 8] & 1 << at % 8;
}

/* Which lines of the room are of, or about, one person, and who ever sat there. */
struct tracing {
    struct rp_people *people;
    struct rp_traces traces;
    uint32_t person;
};

static bool read_record(void *taker, sqlite3_stmt *row)
{
    struct tracing *tracing = taker;
    struct rp_people *people = tracing->people;
    struct rp_event event;
    const void *bytes = sqlite3_column_blob(row, 0);
    if (rp_event_decode(bytes, (size_t)sqlite3_column_bytes(row, 0), &event) != RP_OK)
        return true; /* of a set-aside room: what cannot be read cites nothing */
    struct rp_trace trace = rp_traces_take(&tracing->traces, &event);
    if (trace.line > 0 && (trace.by == tracing->person || trace.about == tracing->person))
        set_bit(people->lines, trace.line);
    if (event.type == RP_EVENT_SEATED && event.as.seated.name > 0)
        set_bit(people->seated, event.as.seated.name);
    return true;
}

static enum rp_err trace(struct rp_people *people, const char *room, uint32_t person)
{
    struct tracing tracing = {.people = people, .person = person};
    memset(people->lines, 0, sizeof(people->lines));
    memset(people->seated, 0, sizeof(people->seated));
    return rp_people_look_up(people, read_record, &tracing,
                             "SELECT bytes FROM record WHERE room = ?1 AND kind = 0 ORDER BY n",
                             "t", room);
}

static enum rp_err erase_name(struct rp_people *people, const char *room, uint32_t person)
{
    enum rp_err err = rp_people_run(
        people, "UPDATE person SET name = '" RP_ERASED "' WHERE room = ?1 AND person = ?2", "ti",
        room, (int64_t)person);
    if (!err)
        err = rp_people_run(
            people,
            "UPDATE seat SET token = NULL, old_token = NULL WHERE room = ?1 AND person = ?2", "ti",
            room, (int64_t)person);
    if (!err) /* members are numbered from 0 on, their names from 1 */
        err = rp_people_run(people,
                            "UPDATE member SET token = NULL, old_token = NULL, pin = NULL"
                            " WHERE workshop = ?1 AND person = ?2 - 1",
                            "ti", room, (int64_t)person);
    return err;
}

static enum rp_err erase_lines(struct rp_people *people, const char *room)
{
    enum rp_err err = RP_OK;
    for (uint32_t line = 1; line < LINES && !err; line++)
        if (has_bit(people->lines, line))
            err = rp_people_run(
                people, "UPDATE line_text SET text = '" RP_ERASED "' WHERE room = ?1 AND line = ?2",
                "ti", room, (int64_t)line);
    return err;
}

/* Rooms are collected first: what is read must not change meanwhile. */
struct places {
    struct {
        char room[RP_ID_TEXT];
        uint32_t person;
    } * at;
    size_t count, capacity;
};

static bool take_place(void *context, const struct rp_appearance *one)
{
    struct places *places = context;
    if (places->count == places->capacity) {
        size_t capacity = places->capacity ? places->capacity * 2 : 32;
        void *at = realloc(places->at, capacity * sizeof(*places->at));
        if (at == NULL)
            return false;
        places->at = at;
        places->capacity = capacity;
    }
    sqlite3_snprintf(RP_ID_TEXT, places->at[places->count].room, "%s", one->room);
    places->at[places->count++].person = one->person;
    return true;
}

static enum rp_err count_places(struct rp_people *people, const struct rp_subject *subject,
                                struct places *places)
{
    enum rp_err err = rp_people_appearances(people, subject, take_place, places);
    return err || places->count > 0 ? err : RP_ERR_NOT_FOUND;
}

static enum rp_err erase_places(struct rp_people *people, const struct places *places)
{
    enum rp_err err = RP_OK;
    for (size_t i = 0; i < places->count && !err; i++) {
        err = trace(people, places->at[i].room, places->at[i].person);
        if (!err)
            err = erase_lines(people, places->at[i].room);
        if (!err)
            err = erase_name(people, places->at[i].room, places->at[i].person);
    }
    return err;
}

enum rp_err rp_people_erase(struct rp_people *people, const struct rp_subject *subject,
                            int64_t now_s)
{
    struct places places = {0};
    enum rp_err err = rp_people_begin(people);
    if (err)
        return err;
    err = count_places(people, subject, &places);
    if (!err)
        err = erase_places(people, &places);
    if (!err)
        err = rp_people_run(people,
                            "UPDATE erasure SET erased_s = ?3 WHERE room = ?1 AND person = ?2",
                            "tii", subject->room, (int64_t)subject->person, now_s);
    if (!err)
        err = rp_people_note(people, RP_AUDIT_ERASURE, subject, "carried out", now_s);
    free(places.at);
    return rp_people_end(people, err);
}

/* Retention. */

static bool read_number(void *taker, sqlite3_stmt *row)
{
    *(int32_t *)taker = sqlite3_column_int(row, 0);
    return false;
}

enum rp_err rp_people_retention(struct rp_people *people, const char *firm, int32_t *days)
{
    *days = 0;
    enum rp_err err = rp_people_look_up(
        people, read_number, days, "SELECT retention_days FROM firm WHERE firm = ?1", "t", firm);
    return err || *days > 0 ? err : RP_ERR_NOT_FOUND;
}

enum rp_err rp_people_set_retention(struct rp_people *people, const char *firm, int32_t days)
{
    int32_t before;
    enum rp_err err = rp_people_retention(people, firm, &before);
    if (err)
        return err;
    return rp_people_run(people, "UPDATE firm SET retention_days = ?2 WHERE firm = ?1", "ti", firm,
                         (int64_t)days);
}

struct room_taker {
    bool (*take)(void *context, const char *room);
    void *context;
};

static bool read_room(void *taker, sqlite3_stmt *row)
{
    const struct room_taker *to = taker;
    return to->take(to->context, rp_row_words(row, 0));
}

enum rp_err rp_people_outdated(struct rp_people *people, int64_t now_s, int most,
                               bool (*take)(void *context, const char *room), void *context)
{
    return rp_people_look_up(
        people, read_room, &((struct room_taker){take, context}),
        "SELECT room FROM room JOIN firm USING (firm) WHERE erased_s IS NULL"
        " AND (closed = 1 OR set_aside IS NOT NULL)"
        " AND created_s < ?1 - retention_days * 86400 ORDER BY created_s LIMIT ?2",
        "ii", now_s, (int64_t)most);
}

static enum rp_err erase_guests(struct rp_people *people, const char *room)
{
    enum rp_err err = trace(people, room, 0);
    for (uint32_t person = 1; person < LINES && !err; person++)
        if (has_bit(people->seated, person))
            err = erase_name(people, room, person);
    if (!err) /* of a workshop: all but 0, its title */
        err = rp_people_run(people,
                            "UPDATE person SET name = '" RP_ERASED
                            "' WHERE room = ?1 AND person > 0 AND"
                            " (SELECT kind FROM room WHERE room.room = ?1) = 1",
                            "t", room);
    if (!err)
        err = rp_people_run(people,
                            "UPDATE member SET token = NULL, old_token = NULL, pin = NULL"
                            " WHERE workshop = ?1",
                            "t", room);
    return err;
}

struct firm_name {
    char text[41];
};

static bool read_firm(void *taker, sqlite3_stmt *row)
{
    struct firm_name *firm = taker;
    sqlite3_snprintf(sizeof(firm->text), firm->text, "%s", rp_row_words(row, 0));
    return false;
}

static enum rp_err note_retention(struct rp_people *people, const char *room, int64_t now_s)
{
    char cited[RP_ID_TEXT + 40];
    struct firm_name firm = {""};
    enum rp_err err = rp_people_look_up(people, read_firm, &firm,
                                        "SELECT firm FROM room WHERE room = ?1", "t", room);
    sqlite3_snprintf(sizeof(cited), cited, "%s its time is over", room);
    const struct rp_audit audit = {now_s, RP_AUDIT_ERASURE, firm.text, "retention", cited};
    return err ? err : rp_audit_append(people->db, &audit);
}

enum rp_err rp_people_erase_room(struct rp_people *people, const char *room, int64_t now_s)
{
    enum rp_err err = rp_people_begin(people);
    if (err)
        return err;
    err = erase_guests(people, room);
    if (!err)
        err = rp_people_run(people, "UPDATE line_text SET text = '" RP_ERASED "' WHERE room = ?1",
                            "t", room);
    if (!err)
        err = rp_people_run(people, "UPDATE room SET erased_s = ?2 WHERE room = ?1", "ti", room,
                            now_s);
    if (!err)
        err = rp_people_run(people,
                            "REPLACE INTO erasure (firm, room, person, asked_s, erased_s)"
                            " SELECT firm, room, 0, ?2, ?2 FROM room WHERE room = ?1",
                            "ti", room, now_s);
    if (!err)
        err = note_retention(people, room, now_s);
    return rp_people_end(people, err);
}

/* Free pages and journals. */

static bool read_there(void *taker, sqlite3_stmt *row)
{
    (void)row;
    *(bool *)taker = true;
    return false;
}

enum rp_err rp_people_unscrubbed(struct rp_people *people, bool *unscrubbed)
{
    *unscrubbed = false;
    return rp_people_look_up(people, read_there, unscrubbed,
                             "SELECT 1 FROM erasure WHERE done_s IS NULL AND erased_s IS NOT NULL"
                             " LIMIT 1",
                             "");
}

static bool read_busy(void *taker, sqlite3_stmt *row)
{
    *(bool *)taker = sqlite3_column_int(row, 0) != 0;
    return false;
}

enum rp_err rp_people_scrub(struct rp_people *people, int64_t now_s)
{
    bool busy = false;
    enum rp_err err = rp_people_run(people, "VACUUM", "");
    if (!err)
        err = rp_people_look_up(people, read_busy, &busy, "PRAGMA wal_checkpoint(TRUNCATE)", "");
    if (err || busy) /* somebody reads what was: the next time */
        return err ? err : RP_ERR_STORAGE;
    err = rp_people_run(
        people, "UPDATE erasure SET done_s = ?1 WHERE done_s IS NULL AND erased_s IS NOT NULL", "i",
        now_s);
    return err;
}

struct due {
    struct rp_subject subject;
    bool found;
};

static bool take_due(void *context, const struct rp_erasure *one)
{
    struct due *due = context;
    due->subject = one->subject;
    due->found = true;
    return false;
}

/* One by one: what is read must not change meanwhile. */
enum rp_err rp_people_carry_out(struct rp_people *people, int64_t now_s)
{
    struct due due = {.found = true};
    bool unscrubbed = false;
    enum rp_err err = RP_OK;
    while (err == RP_OK && due.found) {
        due.found = false;
        err = rp_people_due(people, take_due, &due);
        if (err == RP_OK && due.found)
            err = rp_people_erase(people, &due.subject, now_s);
    }
    if (err == RP_OK)
        err = rp_people_unscrubbed(people, &unscrubbed);
    return err == RP_OK && unscrubbed ? rp_people_scrub(people, now_s) : err;
}
