/* store_private.h: what the store's own files share.
 *
 *     store_batch   a room's change, in memory
 *     store_schema  the tables, and how an older database becomes one of today
 *     store_folder  the data folder: its lock, its modes, its connections
 *     store_ledger  SQL: batches inside one transaction
 *     store_writer  the queue, the writer's thread, who is told what
 *     store_read    the way back
 *     store_ask     statements of the tables below
 *     store_accounts  firms and their staff
 *     store_sign_ins  who is signed in, and who is invited
 *     store_audit   the audit log
 *     store_people  where somebody's name and words stand
 *     store_erase   how they go
 *     store_copy    a whole database into a new file
 */
#pragma once

#include <sqlite3.h>
#include <stdarg.h>

#include "store.h"

/* ---- store_batch.c */

/* Each is one statement of the ledger; the room is its ?1. */
enum rp_entry_kind {
    RP_ENTRY_FIRM = 0,
    RP_ENTRY_ROOM,
    RP_ENTRY_RECORD,
    RP_ENTRY_TEXT,
    RP_ENTRY_PERSON,
    RP_ENTRY_SEAT,
    RP_ENTRY_CLOSED,
    RP_ENTRY_CONTENT,
    RP_ENTRY_SET_ASIDE,
    RP_ENTRY_WORKSHOP,
    RP_ENTRY_MEMBER,
    RP_ENTRY_AUDIT,
    RP_ENTRY_PERSON_OF,
    RP_ENTRIES
};

struct rp_value {
    enum { RP_VALUE_NUMBER = 0, RP_VALUE_TEXT, RP_VALUE_BLOB, RP_VALUE_NONE } type;
    int64_t number;
    const void *bytes;
    size_t length;
};

enum { RP_ENTRY_VALUES = 5 };

struct rp_entry {
    struct rp_entry *next;
    enum rp_entry_kind kind;
    size_t count;
    struct rp_value values[RP_ENTRY_VALUES]; /* their bytes follow the struct */
};

enum rp_fate {
    RP_FATE_OPEN = 0,
    RP_FATE_STORED,
    RP_FATE_FAILED,  /* by itself: what its room has put until its done fails, too */
    RP_FATE_FOLLOWED /* because one before it in its room had failed */
};

struct rp_batch {
    struct rp_batch *next;
    char room[RP_ID_TEXT];
    struct rp_entry *first, *last;
    bool incomplete; /* memory ran out: never stored */
    enum rp_fate fate;
    rp_store_done *done;
    void *context;
};

/* ---- store_schema.c */

/* Brings a new or older database to RP_STORE_SCHEMA. A newer one, or one of somebody else, is
 * refused. */
enum rp_err rp_schema_migrate(sqlite3 *db, const char *path);
/* Neither older nor newer, nor somebody else's; says nothing. */
bool rp_schema_is_current(sqlite3 *db);
/* For those who only read: is it ours, at least of schema `oldest`, and not newer than we are? */
enum rp_err rp_schema_check(sqlite3 *db, const char *path, int oldest);

/* ---- store_folder.c */

enum { RP_PATH_TEXT = 1024 };

/* "<folder>/<name>"; a path that is too long is RP_ERR_STORAGE. */
enum rp_err rp_folder_path(char path[RP_PATH_TEXT], const char *folder, const char *name);
/* A new name is safe once the folder above it is. */
enum rp_err rp_folder_sync_above(const char *path);
/* Makes the folder when it is absent, and keeps others out as long as *lock is open. */
enum rp_err rp_folder_lock(int *lock, const char *folder);
/* The same; that another process has the folder is only returned. */
enum rp_err rp_folder_try_lock(int *lock, const char *folder);

enum rp_connect { RP_CONNECT_READ, RP_CONNECT_WRITE };
enum rp_err rp_connect(sqlite3 **db, const char *path, enum rp_connect how, const char *vfs);

/* Logs what SQLite says about its last failure. */
enum rp_err rp_store_complain(sqlite3 *db, const char *event);
/* What the system says in errno. */
enum rp_err rp_store_complain_of_path(const char *event, const char *path);

/* ---- store_ledger.c */

struct rp_ledger {
    sqlite3 *db;
    sqlite3_stmt *statements[RP_ENTRIES];
    int wal_pages; /* as of the last commit */
    bool audited;  /* since the head of the audit log was kept */
};

/* Stays where it is until it is closed. */
enum rp_err rp_ledger_open(struct rp_ledger *ledger, const char *path, const char *vfs);
void rp_ledger_close(struct rp_ledger *ledger);

/* One transaction for many batches: each is in it whole or not at all. */
/* Whether it began, rp_ledger_stands tells. */
void rp_ledger_begin(struct rp_ledger *ledger);
enum rp_err rp_ledger_apply(struct rp_ledger *ledger, const struct rp_batch *batch);
/* False once a failure has ended the transaction: nothing of it will be stored. */
bool rp_ledger_stands(const struct rp_ledger *ledger);
enum rp_err rp_ledger_commit(struct rp_ledger *ledger);
void rp_ledger_rollback(struct rp_ledger *ledger);
/* A tiny commit of its own: can anything be stored? */
enum rp_err rp_ledger_probe(struct rp_ledger *ledger);
/* Keeps the audit log's head, and moves what is safe in the journal to its place, when due. */
void rp_ledger_tidy(struct rp_ledger *ledger);

/* ---- store_writer.c */

struct rp_writer;

/* With a loop it has a thread of its own; without, it writes on the caller's. */
enum rp_err rp_writer_open(struct rp_writer **writer, const char *path,
                           const struct rp_store_options *options);
void rp_writer_close(struct rp_writer *writer);

/* ---- store_ask.c */

/* A statement with its parameters: t text, i int64_t, h a hash. NULL: it could not be made. */
sqlite3_stmt *rp_ask(sqlite3 *db, const char *sql, const char *types, va_list values);
/* False: no more rows are wanted. */
typedef bool rp_row_reader(void *taker, sqlite3_stmt *row);
/* Takes the statement, which may be NULL; `event` is what the log says of a failure. */
enum rp_err rp_read_rows(sqlite3 *db, sqlite3_stmt *statement, rp_row_reader *read, void *taker,
                         const char *event);
/* "" for NULL; good as long as the row. */
const char *rp_row_words(sqlite3_stmt *row, int column);
#define RP_ROW_COPY(to, row, column)                                                               \
    sqlite3_snprintf(sizeof(to), (to), "%s", rp_row_words((row), (column)))

/* ---- store_audit.c */

/* ?2 at_s, ?3 firm, ?4 kind, ?5 who, ?6 what. */
#define RP_AUDIT_APPEND                                                                            \
    "INSERT INTO audit (n, at_s, firm, kind, who, what, hash)"                                     \
    " SELECT n, ?2, ?3, ?4, ?5, ?6, audit_hash(last, n, ?2, ?3, ?4, ?5, ?6) FROM"                  \
    " (SELECT coalesce(max(n), 0) + 1 AS n,"                                                       \
    "  (SELECT hash FROM audit ORDER BY n DESC LIMIT 1) AS last FROM audit)"

/* Makes the function that chains entries known to the connection. */
bool rp_audit_attach(sqlite3 *db);
/* Inside the caller's transaction, which must have begun as BEGIN IMMEDIATE. */
enum rp_err rp_audit_append(sqlite3 *db, const struct rp_audit *audit);
/* After a commit: notes the newest entry beside the database. If that fails, the one before stays.
 */
void rp_audit_keep_head(sqlite3 *db);

/* ---- store_copy.c */

/* Makes `path`, which must not be there, a copy of what stands in `from` at this moment, whoever
 * writes meanwhile. It is whole and checked, or absent. */
enum rp_err rp_copy_make(sqlite3 *from, const char *path);

/* ---- store.c */

struct rp_store {
    sqlite3 *reader;
    struct rp_writer *writer; /* NULL: opened for reading alone */
    int lock;
};
