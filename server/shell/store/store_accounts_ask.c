/* store_accounts_ask.c: the connection of its own, its statements and transactions. */
#include <stdarg.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "store_accounts_private.h"

/* Opening. */

/* Nobody else has the folder while its tables are made. */
static enum rp_err bring_up(struct rp_accounts *accounts, const char *folder, const char *path)
{
    int lock = -1;
    enum rp_err err = rp_folder_lock(&lock, folder);
    if (!err && accounts->db == NULL)
        err = rp_connect(&accounts->db, path, RP_CONNECT_WRITE, NULL);
    if (!err)
        err = rp_schema_migrate(accounts->db, path);
    if (lock >= 0)
        close(lock);
    return err;
}

enum rp_err rp_accounts_open(struct rp_accounts **out, const char *folder)
{
    char path[RP_PATH_TEXT];
    struct rp_accounts *accounts = calloc(1, sizeof(*accounts));
    if (accounts == NULL)
        return RP_ERR_STORAGE;
    RP_CHECK(uv_mutex_init(&accounts->mutex) == 0);
    enum rp_err err = rp_folder_path(path, folder, "hearout.db");
    if (!err && access(path, F_OK) == 0)
        err = rp_connect(&accounts->db, path, RP_CONNECT_WRITE, NULL);
    if (!err && (accounts->db == NULL || !rp_schema_is_current(accounts->db)))
        err = bring_up(accounts, folder, path);
    if (err)
        rp_accounts_close(accounts);
    else
        *out = accounts;
    return err;
}

void rp_accounts_close(struct rp_accounts *accounts)
{
    sqlite3_close(accounts->db);
    uv_mutex_destroy(&accounts->mutex);
    free(accounts);
}

/* Asking. */

sqlite3_stmt *rp_accounts_ask(struct rp_accounts *accounts, const char *sql, const char *types, ...)
{
    va_list values;
    va_start(values, types);
    sqlite3_stmt *statement = rp_ask(accounts->db, sql, types, values);
    va_end(values);
    return statement;
}

enum rp_err rp_accounts_read(struct rp_accounts *accounts, sqlite3_stmt *statement,
                             rp_row_reader *read, void *taker)
{
    return rp_read_rows(accounts->db, statement, read, taker, "accounts-unread");
}

enum rp_err rp_accounts_change(struct rp_accounts *accounts, sqlite3_stmt *statement)
{
    int code = statement ? sqlite3_step(statement) : SQLITE_ERROR;
    enum rp_err err = RP_OK;
    if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE)
        err = RP_ERR_CONFLICT;
    else if (code == SQLITE_CONSTRAINT_FOREIGNKEY ||
             (code == SQLITE_DONE && sqlite3_changes(accounts->db) == 0))
        err = RP_ERR_NOT_FOUND;
    else if (code != SQLITE_DONE)
        err = rp_store_complain(accounts->db, "account-not-stored");
    sqlite3_finalize(statement);
    return err;
}

enum rp_err rp_accounts_unlocked(struct rp_accounts *accounts, enum rp_err err)
{
    uv_mutex_unlock(&accounts->mutex);
    return err;
}

static bool run(struct rp_accounts *accounts, const char *sql)
{
    return sqlite3_exec(accounts->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

enum rp_err rp_accounts_begin(struct rp_accounts *accounts, const char *how)
{
    uv_mutex_lock(&accounts->mutex);
    if (run(accounts, how))
        return RP_OK;
    return rp_accounts_unlocked(accounts, rp_store_complain(accounts->db, "accounts-busy"));
}

static enum rp_err note(struct rp_accounts *accounts, struct rp_accounts_trace trace)
{
    char what[160];
    snprintf(what, sizeof(what), "%s%s%s", trace.what, *trace.login ? " login " : "", trace.login);
    const struct rp_audit audit = {(int64_t)time(NULL), trace.kind, trace.firm, trace.who, what};
    return rp_audit_append(accounts->db, &audit);
}

enum rp_err rp_accounts_end(struct rp_accounts *accounts, enum rp_err err)
{
    if (err == RP_OK && !run(accounts, "COMMIT"))
        err = rp_store_complain(accounts->db, "account-not-stored");
    if (!sqlite3_get_autocommit(accounts->db))
        run(accounts, "ROLLBACK");
    return rp_accounts_unlocked(accounts, err);
}

enum rp_err rp_accounts_change_noted(struct rp_accounts *accounts, sqlite3_stmt *statement,
                                     struct rp_accounts_trace trace)
{
    enum rp_err err = rp_accounts_change(accounts, statement);
    if (!err)
        err = note(accounts, trace);
    bool noted = err == RP_OK;
    err = rp_accounts_end(accounts, err);
    if (noted && !err)
        rp_audit_keep_head(accounts->db);
    return err;
}
