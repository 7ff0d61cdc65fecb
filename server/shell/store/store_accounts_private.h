/* store_accounts_private.h: what store_accounts.c, store_accounts_ask.c and store_sign_ins.c share.
 * Nobody else includes it.
 */
#pragma once

#include "store_accounts.h"
#include "store_private.h"

struct rp_accounts {
    sqlite3 *db;
    uv_mutex_t mutex; /* one transaction at a time */
};

/* A statement with its parameters, as rp_ask takes them. */
sqlite3_stmt *rp_accounts_ask(struct rp_accounts *accounts, const char *sql, const char *types,
                              ...);
/* RP_ERR_NOT_FOUND: nothing was changed. RP_ERR_CONFLICT: something of that name stands already. */
enum rp_err rp_accounts_change(struct rp_accounts *accounts, sqlite3_stmt *statement);
enum rp_err rp_accounts_read(struct rp_accounts *accounts, sqlite3_stmt *statement,
                             rp_row_reader *read, void *taker);

/* A transaction, with the mutex held: all of it or nothing. */
enum rp_err rp_accounts_begin(struct rp_accounts *accounts, const char *how);
enum rp_err rp_accounts_end(struct rp_accounts *accounts, enum rp_err err);
/* Lets go of the mutex alone. */
enum rp_err rp_accounts_unlocked(struct rp_accounts *accounts, enum rp_err err);

/* What is to stand in the audit log. */
struct rp_accounts_trace {
    enum rp_audit_kind kind;
    const char *firm, *who, *what, *login; /* login "": `what` says all */
};

/* One change, and what the audit log says of it, at the end of a transaction. */
enum rp_err rp_accounts_change_noted(struct rp_accounts *accounts, sqlite3_stmt *statement,
                                     struct rp_accounts_trace trace);

/* One statement by itself: the SQL, its types and its parameters follow. */
#define RP_ACCOUNTS_CHANGE(accounts, ...)                                                          \
    (uv_mutex_lock(&(accounts)->mutex),                                                            \
     rp_accounts_unlocked(                                                                         \
         (accounts), rp_accounts_change((accounts), rp_accounts_ask((accounts), __VA_ARGS__))))
#define RP_ACCOUNTS_READ(accounts, read, taker, ...)                                               \
    (uv_mutex_lock(&(accounts)->mutex),                                                            \
     rp_accounts_unlocked(                                                                         \
         (accounts),                                                                               \
         rp_accounts_read((accounts), rp_accounts_ask((accounts), __VA_ARGS__), (read), (taker))))
#define RP_ACCOUNTS_CHANGE_NOTED(accounts, trace, ...)                                             \
    (rp_accounts_begin((accounts), "BEGIN IMMEDIATE")                                              \
         ? RP_ERR_STORAGE                                                                          \
         : rp_accounts_change_noted((accounts), rp_accounts_ask((accounts), __VA_ARGS__),          \
                                    (trace)))
