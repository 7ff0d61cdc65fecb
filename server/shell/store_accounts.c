/* store_accounts.c: rows of firms, accounts, sign-ins and invitations. */
#include "store_accounts.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store_private.h"

struct rp_accounts {
    sqlite3 *db;
    uv_mutex_t mutex; /* one transaction at a time */
};

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

/* A statement with its parameters: t text, i int64_t, h a hash. NULL: it could not be made. */
static sqlite3_stmt *ask(struct rp_accounts *accounts, const char *sql, const char *types, ...)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(accounts->db, sql, -1, &statement, NULL);
    va_list values;
    va_start(values, types);
    for (int i = 0; types[i] && code == SQLITE_OK; i++) {
        if (types[i] == 't')
            code = sqlite3_bind_text(statement, i + 1, va_arg(values, const char *), -1,
                                     SQLITE_TRANSIENT);
        else if (types[i] == 'i')
            code = sqlite3_bind_int64(statement, i + 1, va_arg(values, int64_t));
        else
            code = sqlite3_bind_blob(statement, i + 1, va_arg(values, const uint8_t *),
                                     RP_TOKEN_HASH_BYTES, SQLITE_TRANSIENT);
    }
    va_end(values);
    if (code == SQLITE_OK)
        return statement;
    sqlite3_finalize(statement);
    return NULL;
}

/* RP_ERR_NOT_FOUND: nothing was changed. RP_ERR_CONFLICT: something of that name stands already. */
static enum rp_err change(struct rp_accounts *accounts, sqlite3_stmt *statement)
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

typedef bool row_reader(void *taker, sqlite3_stmt *row);

static enum rp_err read_rows(struct rp_accounts *accounts, sqlite3_stmt *statement,
                             row_reader *read, void *taker)
{
    int code = SQLITE_ERROR;
    while (statement && (code = sqlite3_step(statement)) == SQLITE_ROW)
        if (!read(taker, statement))
            break;
    enum rp_err err = code == SQLITE_DONE || code == SQLITE_ROW
                          ? RP_OK
                          : rp_store_complain(accounts->db, "accounts-unread");
    sqlite3_finalize(statement);
    return err;
}

/* One change by itself. */
#define CHANGE(accounts, ...)                                                                      \
    (uv_mutex_lock(&(accounts)->mutex),                                                            \
     unlocked((accounts), change((accounts), ask((accounts), __VA_ARGS__))))
#define READ(accounts, read, taker, ...)                                                           \
    (uv_mutex_lock(&(accounts)->mutex),                                                            \
     unlocked((accounts), read_rows((accounts), ask((accounts), __VA_ARGS__), (read), (taker))))

static enum rp_err unlocked(struct rp_accounts *accounts, enum rp_err err)
{
    uv_mutex_unlock(&accounts->mutex);
    return err;
}

static bool run(struct rp_accounts *accounts, const char *sql)
{
    return sqlite3_exec(accounts->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static enum rp_err begin(struct rp_accounts *accounts, const char *how)
{
    uv_mutex_lock(&accounts->mutex);
    if (run(accounts, how))
        return RP_OK;
    return unlocked(accounts, rp_store_complain(accounts->db, "accounts-busy"));
}

/* All of it or nothing. */
static enum rp_err end(struct rp_accounts *accounts, enum rp_err err)
{
    if (err == RP_OK && !run(accounts, "COMMIT"))
        err = rp_store_complain(accounts->db, "account-not-stored");
    if (!sqlite3_get_autocommit(accounts->db))
        run(accounts, "ROLLBACK");
    return unlocked(accounts, err);
}

static const char *column_words(sqlite3_stmt *row, int column)
{
    const char *words = (const char *)sqlite3_column_text(row, column);
    return words ? words : "";
}

#define COPY(to, row, column)                                                                      \
    sqlite3_snprintf(sizeof(to), (to), "%s", column_words((row), (column)))

static void copy_hash(uint8_t hash[RP_TOKEN_HASH_BYTES], sqlite3_stmt *row, int column)
{
    const void *bytes = sqlite3_column_blob(row, column);
    if (bytes && sqlite3_column_bytes(row, column) == RP_TOKEN_HASH_BYTES)
        memcpy(hash, bytes, RP_TOKEN_HASH_BYTES);
}

/* Firms. */

enum rp_err rp_accounts_add_firm(struct rp_accounts *accounts, const char *firm, const char *name)
{
    return CHANGE(accounts, "INSERT INTO firm (firm, name) VALUES (?1, ?2)", "tt", firm, name);
}

struct firm_taker {
    bool (*take)(void *context, const struct rp_stored_firm *firm);
    void *context;
};

static bool read_firm(void *taker, sqlite3_stmt *row)
{
    const struct firm_taker *to = taker;
    const struct rp_stored_firm firm = {column_words(row, 0), column_words(row, 1),
                                        sqlite3_column_int64(row, 2)};
    return to->take(to->context, &firm);
}

enum rp_err rp_accounts_firms(struct rp_accounts *accounts,
                              bool (*take)(void *context, const struct rp_stored_firm *firm),
                              void *context)
{
    return READ(accounts, read_firm, &((struct firm_taker){take, context}),
                "SELECT firm, name, (SELECT count(*) FROM account WHERE account.firm = firm.firm)"
                " FROM firm ORDER BY firm",
                "");
}

/* Accounts. */

enum rp_err rp_accounts_add(struct rp_accounts *accounts, const struct rp_account *account)
{
    return CHANGE(accounts,
                  "INSERT INTO account (firm, login, name, role, password, created_s)"
                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                  "tttiti", account->firm, account->login, account->name, (int64_t)account->role,
                  account->password, account->created_s);
}

#define ACCOUNTS "SELECT firm, login, name, role, password, created_s FROM account WHERE firm = ?1 "

static void copy_account(struct rp_account *account, sqlite3_stmt *row)
{
    COPY(account->firm, row, 0);
    COPY(account->login, row, 1);
    COPY(account->name, row, 2);
    account->role = (enum rp_staff_role)sqlite3_column_int(row, 3);
    COPY(account->password, row, 4);
    account->created_s = sqlite3_column_int64(row, 5);
}

struct finding {
    struct rp_account *account;
    bool found;
};

static bool read_found(void *taker, sqlite3_stmt *row)
{
    struct finding *finding = taker;
    copy_account(finding->account, row);
    finding->found = true;
    return false;
}

enum rp_err rp_accounts_find(struct rp_accounts *accounts, const char *firm, const char *login,
                             struct rp_account *account)
{
    struct finding finding = {account, false};
    enum rp_err err =
        READ(accounts, read_found, &finding, ACCOUNTS "AND login = ?2", "tt", firm, login);
    return err == RP_OK && !finding.found ? RP_ERR_NOT_FOUND : err;
}

struct account_taker {
    bool (*take)(void *context, const struct rp_account *account);
    void *context;
};

static bool read_account(void *taker, sqlite3_stmt *row)
{
    const struct account_taker *to = taker;
    struct rp_account account;
    copy_account(&account, row);
    return to->take(to->context, &account);
}

enum rp_err rp_accounts_list(struct rp_accounts *accounts, const char *firm,
                             bool (*take)(void *context, const struct rp_account *account),
                             void *context)
{
    return READ(accounts, read_account, &((struct account_taker){take, context}),
                ACCOUNTS "ORDER BY login", "t", firm);
}

enum rp_err rp_accounts_set_password(struct rp_accounts *accounts, const char *firm,
                                     const char *login, const char *password)
{
    enum rp_err err = begin(accounts, "BEGIN IMMEDIATE");
    if (err)
        return err;
    err = change(accounts,
                 ask(accounts, "UPDATE account SET password = ?3 WHERE firm = ?1 AND login = ?2",
                     "ttt", firm, login, password));
    if (!err) {
        err = change(accounts, ask(accounts, "DELETE FROM sign_in WHERE firm = ?1 AND login = ?2",
                                   "tt", firm, login));
        if (err == RP_ERR_NOT_FOUND) /* nobody was signed in */
            err = RP_OK;
    }
    return end(accounts, err);
}

enum rp_err rp_accounts_remove(struct rp_accounts *accounts, const char *firm, const char *login)
{
    return CHANGE(accounts, "DELETE FROM account WHERE firm = ?1 AND login = ?2", "tt", firm,
                  login);
}

/* Sign-ins. */

/* Whoever signs in on yet another device is signed out where he was idle for longest. */
static enum rp_err trim(struct rp_accounts *accounts, const struct rp_account *account)
{
    enum rp_err err = change(
        accounts, ask(accounts,
                      "DELETE FROM sign_in WHERE hash IN (SELECT hash FROM sign_in"
                      " WHERE firm = ?1 AND login = ?2 ORDER BY seen_s DESC LIMIT -1 OFFSET ?3)",
                      "tti", account->firm, account->login, (int64_t)RP_ACCOUNT_SIGN_INS_MAX - 1));
    if (err == RP_ERR_NOT_FOUND)
        return RP_OK;
    return err ? err : change(accounts, ask(accounts, "UPDATE account_change SET n = n + 1", ""));
}

enum rp_err rp_accounts_sign_in(struct rp_accounts *accounts, const struct rp_account *found,
                                const uint8_t hash[RP_TOKEN_HASH_BYTES], int64_t now_s)
{
    enum rp_err err = begin(accounts, "BEGIN IMMEDIATE");
    if (err)
        return err;
    err = trim(accounts, found);
    if (!err)
        err =
            change(accounts, ask(accounts,
                                 "INSERT INTO sign_in (hash, firm, login, created_s, seen_s)"
                                 " SELECT ?4, firm, login, ?5, ?5 FROM account"
                                 " WHERE firm = ?1 AND login = ?2 AND password = ?3",
                                 "ttthi", found->firm, found->login, found->password, hash, now_s));
    return end(accounts, err);
}

enum rp_err rp_accounts_sign_out(struct rp_accounts *accounts,
                                 const uint8_t hash[RP_TOKEN_HASH_BYTES])
{
    return CHANGE(accounts, "DELETE FROM sign_in WHERE hash = ?1", "h", hash);
}

enum rp_err rp_accounts_seen(struct rp_accounts *accounts, const uint8_t hash[RP_TOKEN_HASH_BYTES],
                             int64_t seen_s)
{
    return CHANGE(accounts, "UPDATE sign_in SET seen_s = ?2 WHERE hash = ?1", "hi", hash, seen_s);
}

struct sign_in_taker {
    bool (*take)(void *context, const struct rp_stored_sign_in *one);
    void *context;
};

static bool read_sign_in(void *taker, sqlite3_stmt *row)
{
    const struct sign_in_taker *to = taker;
    struct rp_stored_sign_in one = {.role = (enum rp_staff_role)sqlite3_column_int(row, 4),
                                    .created_s = sqlite3_column_int64(row, 5),
                                    .seen_s = sqlite3_column_int64(row, 6)};
    copy_hash(one.hash, row, 0);
    COPY(one.firm, row, 1);
    COPY(one.login, row, 2);
    COPY(one.name, row, 3);
    return to->take(to->context, &one);
}

static bool read_number(void *taker, sqlite3_stmt *row)
{
    *(int64_t *)taker = sqlite3_column_int64(row, 0);
    return false;
}

enum rp_err rp_accounts_sign_ins(struct rp_accounts *accounts, int64_t *known,
                                 bool (*take)(void *context, const struct rp_stored_sign_in *one),
                                 void *context)
{
    int64_t now = *known;
    enum rp_err err = begin(accounts, "BEGIN");
    if (err)
        return err;
    err = read_rows(accounts, ask(accounts, "SELECT n FROM account_change", ""), read_number, &now);
    if (!err && now != *known)
        err = read_rows(accounts,
                        ask(accounts,
                            "SELECT hash, sign_in.firm, sign_in.login, name, role,"
                            " sign_in.created_s, seen_s"
                            " FROM sign_in JOIN account USING (firm, login)",
                            ""),
                        read_sign_in, &(struct sign_in_taker){take, context});
    if (!err)
        *known = now;
    return end(accounts, err);
}

/* Invitations. */

enum rp_err rp_accounts_invite(struct rp_accounts *accounts, const struct rp_stored_invite *invite)
{
    return CHANGE(accounts,
                  "INSERT INTO invite (hash, firm, workshop, role, created_s)"
                  " SELECT ?1, firm, room, ?4, ?5 FROM room"
                  " WHERE firm = ?2 AND room = ?3 AND kind = 1",
                  "httii", invite->hash, invite->firm, invite->workshop, (int64_t)invite->role,
                  invite->created_s);
}

enum rp_err rp_accounts_uninvite(struct rp_accounts *accounts, const char *firm,
                                 const char *workshop)
{
    return CHANGE(accounts, "DELETE FROM invite WHERE firm = ?1 AND workshop = ?2", "tt", firm,
                  workshop);
}

struct invite_taker {
    bool (*take)(void *context, const struct rp_stored_invite *invite);
    void *context;
};

static bool read_invite(void *taker, sqlite3_stmt *row)
{
    const struct invite_taker *to = taker;
    struct rp_stored_invite invite = {.role = (enum rp_staff_role)sqlite3_column_int(row, 3),
                                      .created_s = sqlite3_column_int64(row, 4)};
    copy_hash(invite.hash, row, 0);
    COPY(invite.firm, row, 1);
    COPY(invite.workshop, row, 2);
    return to->take(to->context, &invite);
}

enum rp_err rp_accounts_invites(struct rp_accounts *accounts,
                                bool (*take)(void *context, const struct rp_stored_invite *invite),
                                void *context)
{
    return READ(accounts, read_invite, &((struct invite_taker){take, context}),
                "SELECT hash, invite.firm, workshop, role, invite.created_s FROM invite"
                " JOIN room ON room = workshop WHERE closed = 0",
                "");
}
