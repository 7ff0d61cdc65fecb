/* store_ledger.c: batches inside one transaction, each under a savepoint of its own. */
#include "log.h"
#include "store_private.h"

enum { TIDY_PAGES = 1000 }; /* journal pages from which on a checkpoint is due */

/* A row takes its firm from its room: the two cannot differ, and a room that is not there changes
 * no row. Each must change exactly one, but for the firm and the content, which may stand already.
 */
static const struct {
    const char *name, *sql;
} statements[RP_ENTRIES] = {
    [RP_ENTRY_FIRM] = {"firm", "INSERT INTO firm (firm) VALUES (?2) ON CONFLICT DO NOTHING"},
    [RP_ENTRY_ROOM] = {"room", "INSERT INTO room (room, firm, scenario, scenario_hash, created_s)"
                               " VALUES (?1, ?2, ?3, ?4, ?5)"},
    [RP_ENTRY_RECORD] = {"record",
                         "INSERT INTO record (firm, room, n, kind, at_ms, bytes)"
                         " SELECT firm, room, ?2, ?3, ?4, ?5 FROM room WHERE room = ?1 AND ?2 ="
                         " coalesce((SELECT max(n) + 1 FROM record WHERE room = ?1), ?2)"},
    [RP_ENTRY_TEXT] = {"text", "INSERT INTO line_text (firm, room, line, text)"
                               " SELECT firm, room, ?2, ?3 FROM room WHERE room = ?1"},
    [RP_ENTRY_PERSON] = {"person", "INSERT INTO person (firm, room, person, name)"
                                   " SELECT firm, room, ?2, ?3 FROM room WHERE room = ?1"
                                   " ON CONFLICT DO UPDATE SET name = excluded.name"},
    [RP_ENTRY_SEAT] =
        {"seat", "REPLACE INTO seat (firm, room, seat, person, last_send_id, token, old_token)"
                 " SELECT firm, room, ?2, ?3, ?4, ?5, ?6 FROM room WHERE room = ?1"},
    [RP_ENTRY_CLOSED] = {"closed", "UPDATE room SET closed = 1 WHERE room = ?1"},
    [RP_ENTRY_CONTENT] = {"content", "INSERT INTO content (hash, text) VALUES (?2, ?3)"
                                     " ON CONFLICT DO NOTHING"},
    [RP_ENTRY_SET_ASIDE] = {"set-aside", "UPDATE room SET set_aside = ?2 WHERE room = ?1"},
    [RP_ENTRY_WORKSHOP] = {"workshop",
                           "INSERT INTO room (room, firm, scenario, scenario_hash, created_s, kind)"
                           " VALUES (?1, ?2, '', '', ?3, 1)"},
    [RP_ENTRY_MEMBER] = {"member",
                         "REPLACE INTO member (firm, workshop, person, token, old_token, pin)"
                         " SELECT firm, room, ?2, ?3, ?4, ?5 FROM room WHERE room = ?1"},
    [RP_ENTRY_AUDIT] = {"audit", RP_AUDIT_APPEND},
    /* A person that was known elsewhere there is known from there here, too. */
    [RP_ENTRY_PERSON_OF] =
        {"person-of",
         "UPDATE person SET (of_room, of_person) ="
         " (SELECT coalesce(of.of_room, of.room), coalesce(of.of_person, of.person)"
         "  FROM person AS of WHERE of.room = ?3 AND of.person = ?4 AND of.firm = person.firm)"
         " WHERE room = ?1 AND person = ?2"},
};

static bool run(struct rp_ledger *ledger, const char *sql)
{
    return sqlite3_exec(ledger->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static int count_pages(void *context, sqlite3 *db, const char *name, int pages)
{
    struct rp_ledger *ledger = context;
    (void)db, (void)name;
    ledger->wal_pages = pages;
    return SQLITE_OK;
}

enum rp_err rp_ledger_open(struct rp_ledger *ledger, const char *path, const char *vfs)
{
    *ledger = (struct rp_ledger){0};
    enum rp_err err = rp_connect(&ledger->db, path, RP_CONNECT_WRITE, vfs);
    if (!err)
        err = rp_schema_migrate(ledger->db, path);
    for (int i = 0; i < RP_ENTRIES && !err; i++)
        if (sqlite3_prepare_v3(ledger->db, statements[i].sql, -1, SQLITE_PREPARE_PERSISTENT,
                               &ledger->statements[i], NULL) != SQLITE_OK)
            err = rp_store_complain(ledger->db, "database-failed");
    if (err)
        rp_ledger_close(ledger);
    else
        sqlite3_wal_hook(ledger->db, count_pages, ledger);
    return err;
}

void rp_ledger_close(struct rp_ledger *ledger)
{
    for (int i = 0; i < RP_ENTRIES; i++)
        sqlite3_finalize(ledger->statements[i]);
    /* Nothing is left in the journal: the reader, who closes last, could not bring it in. */
    if (ledger->db != NULL)
        sqlite3_wal_checkpoint_v2(ledger->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    sqlite3_close(ledger->db);
}

void rp_ledger_begin(struct rp_ledger *ledger)
{
    if (!run(ledger, "BEGIN IMMEDIATE"))
        rp_store_complain(ledger->db, "commit-failed");
}

bool rp_ledger_stands(const struct rp_ledger *ledger)
{
    return !sqlite3_get_autocommit(ledger->db);
}

static int bind_value(sqlite3_stmt *statement, int place, const struct rp_value *value)
{
    switch (value->type) {
    case RP_VALUE_NUMBER:
        return sqlite3_bind_int64(statement, place, value->number);
    case RP_VALUE_TEXT:
        return sqlite3_bind_text64(statement, place, value->bytes, value->length, SQLITE_STATIC,
                                   SQLITE_UTF8);
    case RP_VALUE_BLOB:
        return sqlite3_bind_blob64(statement, place, value->bytes, value->length, SQLITE_STATIC);
    case RP_VALUE_NONE:
        break;
    }
    return sqlite3_bind_null(statement, place);
}

static enum rp_err apply_entry(struct rp_ledger *ledger, const struct rp_batch *batch,
                               const struct rp_entry *entry)
{
    sqlite3_stmt *statement = ledger->statements[entry->kind];
    bool bound = sqlite3_bind_text(statement, 1, batch->room, -1, SQLITE_STATIC) == SQLITE_OK;
    for (size_t i = 0; i < entry->count && bound; i++)
        bound = bind_value(statement, (int)i + 2, &entry->values[i]) == SQLITE_OK;
    int code = bound ? sqlite3_step(statement) : SQLITE_NOMEM;
    bool may_stand = entry->kind == RP_ENTRY_FIRM || entry->kind == RP_ENTRY_CONTENT;
    bool changed = code == SQLITE_DONE && (may_stand || sqlite3_changes(ledger->db) == 1);
    if (!changed)
        rp_log(RP_LOG_ERROR, "not-stored", RP_TEXT("room", batch->room),
               RP_TEXT("entry", statements[entry->kind].name), RP_NUMBER("code", code),
               RP_TEXT("why", code == SQLITE_DONE ? "no such room, or a number out of turn"
                                                  : sqlite3_errmsg(ledger->db)));
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    ledger->audited |= entry->kind == RP_ENTRY_AUDIT;
    return changed ? RP_OK : RP_ERR_STORAGE;
}

static enum rp_err apply_entries(struct rp_ledger *ledger, const struct rp_batch *batch)
{
    for (const struct rp_entry *entry = batch->first; entry; entry = entry->next)
        if (apply_entry(ledger, batch, entry) != RP_OK)
            return RP_ERR_STORAGE;
    return RP_OK;
}

enum rp_err rp_ledger_apply(struct rp_ledger *ledger, const struct rp_batch *batch)
{
    /* A savepoint outside would begin, and its release commit, a transaction of its own. */
    if (!rp_ledger_stands(ledger) || batch->incomplete || !run(ledger, "SAVEPOINT batch"))
        return RP_ERR_STORAGE;
    enum rp_err err = apply_entries(ledger, batch);
    if (err && rp_ledger_stands(ledger) && !run(ledger, "ROLLBACK TO batch"))
        rp_ledger_rollback(ledger);
    if (rp_ledger_stands(ledger) && !run(ledger, "RELEASE batch"))
        rp_ledger_rollback(ledger);
    return rp_ledger_stands(ledger) ? err : RP_ERR_STORAGE;
}

enum rp_err rp_ledger_commit(struct rp_ledger *ledger)
{
    if (!rp_ledger_stands(ledger))
        return RP_ERR_STORAGE; /* said when it fell */
    if (run(ledger, "COMMIT"))
        return RP_OK;
    rp_store_complain(ledger->db, "commit-failed");
    rp_ledger_rollback(ledger);
    return RP_ERR_STORAGE;
}

void rp_ledger_rollback(struct rp_ledger *ledger)
{
    if (rp_ledger_stands(ledger))
        run(ledger, "ROLLBACK");
}

enum rp_err rp_ledger_probe(struct rp_ledger *ledger)
{
    return run(ledger, "UPDATE probe SET tries = tries + 1") ? RP_OK : RP_ERR_STORAGE;
}

void rp_ledger_tidy(struct rp_ledger *ledger)
{
    if (ledger->audited)
        rp_audit_keep_head(ledger->db);
    ledger->audited = false;
    if (ledger->wal_pages < TIDY_PAGES)
        return;
    ledger->wal_pages = 0; /* what a reader holds up is asked for again after the next commit */
    sqlite3_wal_checkpoint_v2(ledger->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}
