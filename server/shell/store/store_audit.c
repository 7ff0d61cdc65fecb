/* store_audit.c: the audit log: appending to it, reading it, and finding what was changed in it. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store_private.h"

static const uint8_t none[RP_AUDIT_HASH_BYTES];

/* ---- Appending: SQLite finds the row before, the function below chains the new one to it. */

static struct rp_str text_of(sqlite3_value *value)
{
    const char *at = (const char *)sqlite3_value_text(value); /* before its length */
    return (struct rp_str){at, (uint32_t)sqlite3_value_bytes(value)};
}

/* audit_hash(hash before, n, at_s, firm, kind, who, what) */
static void chain(sqlite3_context *context, int count, sqlite3_value **values)
{
    const uint8_t *before = sqlite3_value_blob(values[0]);
    uint8_t hash[RP_AUDIT_HASH_BYTES];
    const struct rp_audit_row row = {
        .n = sqlite3_value_int64(values[1]),
        .at_s = sqlite3_value_int64(values[2]),
        .firm = text_of(values[3]),
        .kind = text_of(values[4]),
        .who = text_of(values[5]),
        .what = text_of(values[6]),
    };
    (void)count;
    rp_audit_hash(before ? before : none, &row, hash);
    sqlite3_result_blob(context, hash, sizeof(hash), SQLITE_TRANSIENT);
}

bool rp_audit_attach(sqlite3 *db)
{
    return sqlite3_create_function_v2(db, "audit_hash", 7, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                                      chain, NULL, NULL, NULL) == SQLITE_OK;
}

static bool bind_words(sqlite3_stmt *statement, int place, const char *words)
{
    return sqlite3_bind_text(statement, place, words, -1, SQLITE_TRANSIENT) == SQLITE_OK;
}

enum rp_err rp_audit_append(sqlite3 *db, const struct rp_audit *audit)
{
    sqlite3_stmt *statement = NULL;
    bool done = sqlite3_prepare_v2(db, RP_AUDIT_APPEND, -1, &statement, NULL) == SQLITE_OK &&
                sqlite3_bind_int64(statement, 2, audit->at_s) == SQLITE_OK &&
                bind_words(statement, 3, audit->firm) &&
                bind_words(statement, 4, rp_audit_name(audit->kind)) &&
                bind_words(statement, 5, audit->who) && bind_words(statement, 6, audit->what) &&
                sqlite3_step(statement) == SQLITE_DONE;
    enum rp_err err = done ? RP_OK : rp_store_complain(db, "audit-not-stored");
    sqlite3_finalize(statement);
    return err;
}

/* ---- The head, kept beside the database. */

static enum rp_err read_newest(sqlite3 *db, struct rp_audit_head *head)
{
    sqlite3_stmt *statement = NULL;
    *head = (struct rp_audit_head){0};
    int code = sqlite3_prepare_v2(db, "SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1", -1,
                                  &statement, NULL);
    if (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        const void *hash = sqlite3_column_blob(statement, 1);
        head->n = sqlite3_column_int64(statement, 0);
        if (hash && sqlite3_column_bytes(statement, 1) == RP_AUDIT_HASH_BYTES)
            memcpy(head->hash, hash, RP_AUDIT_HASH_BYTES);
    }
    enum rp_err err =
        code == SQLITE_ROW || code == SQLITE_DONE ? RP_OK : rp_store_complain(db, "audit-unread");
    sqlite3_finalize(statement);
    return err;
}

/* Whole, or as it was. */
static enum rp_err replace(const char *path, const char *text)
{
    char aside[RP_PATH_TEXT + 8];
    snprintf(aside, sizeof(aside), "%s.XXXXXX", path); /* more than one may be at it */
    int file = mkostemp(aside, O_CLOEXEC);
    if (file < 0)
        return rp_store_complain_of_path("audit-head-not-kept", aside);
    size_t length = strlen(text);
    bool kept = write(file, text, length) == (ssize_t)length && fsync(file) == 0;
    kept = close(file) == 0 && kept && rename(aside, path) == 0;
    return kept ? RP_OK : rp_store_complain_of_path("audit-head-not-kept", path);
}

static enum rp_err head_path(char path[RP_PATH_TEXT], const char *database)
{
    const char *slash = strrchr(database, '/');
    char folder[RP_PATH_TEXT] = ".";
    if (slash)
        snprintf(folder, sizeof(folder), "%.*s", (int)(slash - database), database);
    return rp_folder_path(path, folder, "audit-head");
}

void rp_audit_keep_head(sqlite3 *db)
{
    char path[RP_PATH_TEXT], text[RP_AUDIT_HEAD_TEXT];
    struct rp_audit_head head;
    if (head_path(path, sqlite3_db_filename(db, "main")) != RP_OK ||
        read_newest(db, &head) != RP_OK || head.n == 0)
        return;
    rp_audit_head_write(&head, text);
    replace(path, text);
}

enum rp_err rp_store_audit_kept(const char *folder, struct rp_audit_head *head)
{
    char path[RP_PATH_TEXT], text[RP_AUDIT_HEAD_TEXT + 1] = "";
    enum rp_err err = rp_folder_path(path, folder, "audit-head");
    FILE *file = err ? NULL : fopen(path, "re");
    if (file == NULL)
        return errno == ENOENT ? RP_ERR_NOT_FOUND : RP_ERR_STORAGE;
    text[fread(text, 1, RP_AUDIT_HEAD_TEXT, file)] = 0;
    fclose(file);
    return rp_audit_head_read(text, head);
}

/* ---- Reading. */

static struct rp_str column_text(sqlite3_stmt *row, int column)
{
    const char *at = (const char *)sqlite3_column_text(row, column); /* before its length */
    return (struct rp_str){at ? at : "", (uint32_t)sqlite3_column_bytes(row, column)};
}

enum rp_err rp_store_audit(struct rp_store *store,
                           bool (*take)(void *context, const struct rp_audit_row *row,
                                        const uint8_t hash[RP_AUDIT_HASH_BYTES]),
                           void *context)
{
    sqlite3_stmt *rows = NULL;
    int code = sqlite3_prepare_v2(store->reader,
                                  "SELECT n, at_s, firm, kind, who, what, hash FROM audit"
                                  " ORDER BY n",
                                  -1, &rows, NULL);
    while (code == SQLITE_OK && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        const struct rp_audit_row row = {
            .n = sqlite3_column_int64(rows, 0),
            .at_s = sqlite3_column_int64(rows, 1),
            .firm = column_text(rows, 2),
            .kind = column_text(rows, 3),
            .who = column_text(rows, 4),
            .what = column_text(rows, 5),
        };
        const uint8_t *hash = sqlite3_column_blob(rows, 6);
        bool whole = hash && sqlite3_column_bytes(rows, 6) == RP_AUDIT_HASH_BYTES;
        code = take(context, &row, whole ? hash : none) ? SQLITE_OK : SQLITE_DONE;
    }
    enum rp_err err =
        code == SQLITE_DONE ? RP_OK : rp_store_complain(store->reader, "audit-unread");
    sqlite3_finalize(rows);
    return err;
}

/* ---- Checking. */

struct checking {
    const struct rp_audit_head *kept;
    struct rp_audit_check *check;
};

static bool check_row(void *context, const struct rp_audit_row *row,
                      const uint8_t hash[RP_AUDIT_HASH_BYTES])
{
    struct checking *checking = context;
    struct rp_audit_head *head = &checking->check->head;
    const struct rp_audit_head *kept = checking->kept;
    uint8_t wanted[RP_AUDIT_HASH_BYTES];
    rp_audit_hash(head->hash, row, wanted);
    head->n++;
    bool whole = row->n == head->n && memcmp(hash, wanted, sizeof(wanted)) == 0;
    bool same = kept == NULL || kept->n != head->n || memcmp(kept->hash, hash, sizeof(wanted)) == 0;
    memcpy(head->hash, hash, sizeof(wanted));
    if (!whole || !same)
        checking->check->changed = head->n;
    return whole && same;
}

enum rp_err rp_store_audit_check(struct rp_store *store, const struct rp_audit_head *kept,
                                 struct rp_audit_check *check)
{
    struct checking checking = {kept, check};
    *check = (struct rp_audit_check){0};
    enum rp_err err = rp_store_audit(store, check_row, &checking);
    check->cut = err == RP_OK && check->changed == 0 && kept && kept->n > check->head.n;
    return err;
}
