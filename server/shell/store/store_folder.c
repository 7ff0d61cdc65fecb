/* store_folder.c: the data folder: its lock, its modes, and the connections into it. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "log.h"
#include "store_private.h"

enum rp_err rp_store_complain(sqlite3 *db, const char *event)
{
    rp_log(RP_LOG_ERROR, event, RP_TEXT("why", sqlite3_errmsg(db)),
           RP_NUMBER("code", sqlite3_extended_errcode(db)));
    return RP_ERR_STORAGE;
}

enum rp_err rp_store_complain_of_path(const char *event, const char *path)
{
    rp_log(RP_LOG_ERROR, event, RP_TEXT("path", path), RP_TEXT("why", strerror(errno)));
    return RP_ERR_STORAGE;
}

enum rp_err rp_folder_path(char path[RP_PATH_TEXT], const char *folder, const char *name)
{
    int length = snprintf(path, RP_PATH_TEXT, "%s/%s", folder, name);
    if (length < RP_PATH_TEXT)
        return RP_OK;
    errno = ENAMETOOLONG;
    return rp_store_complain_of_path("data-folder-failed", folder);
}

enum rp_err rp_folder_sync_above(const char *path)
{
    char folder[RP_PATH_TEXT] = ".";
    const char *slash = strrchr(path, '/');
    if (slash)
        snprintf(folder, sizeof(folder), "%.*s", (int)(slash - path + 1), path);
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool synced = file >= 0 && fsync(file) == 0;
    enum rp_err err = synced ? RP_OK : rp_store_complain_of_path("folder-not-synced", folder);
    if (file >= 0)
        close(file);
    return err;
}

static enum rp_err make_folder(const char *folder)
{
    if (mkdir(folder, 0700) == 0)
        return rp_folder_sync_above(folder);
    return errno == EEXIST ? RP_OK : rp_store_complain_of_path("data-folder-failed", folder);
}

enum rp_err rp_folder_try_lock(int *lock, const char *folder)
{
    char path[RP_PATH_TEXT];
    enum rp_err err = rp_folder_path(path, folder, "hearout.lock");
    if (!err)
        err = make_folder(folder);
    if (err)
        return err;
    int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return rp_store_complain_of_path("data-folder-failed", path);
    if (flock(file, LOCK_EX | LOCK_NB) == 0) {
        *lock = file;
        return RP_OK;
    }
    close(file);
    return RP_ERR_CONFLICT;
}

enum rp_err rp_folder_lock(int *lock, const char *folder)
{
    enum rp_err err = rp_folder_try_lock(lock, folder);
    if (err == RP_ERR_CONFLICT)
        rp_log(RP_LOG_ERROR, "data-folder-in-use", RP_TEXT("folder", folder),
               RP_TEXT("help", "another hearout serves it: stop that, or name another folder"));
    return err;
}

/* SQLite gives its journals the mode of the database. A database that stands is not opened here:
 * to close it would give up the locks that this process may hold on it. */
static enum rp_err make_private(const char *path)
{
    int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0)
        return close(file) == 0 ? RP_OK : rp_store_complain_of_path("database-failed", path);
    if (errno == EEXIST)
        chmod(path, 0600); /* on a read-only disk it may fail: opening will tell */
    else
        return rp_store_complain_of_path("database-failed", path);
    return RP_OK;
}

static const char *const settings[] = {
    [RP_CONNECT_READ] = "PRAGMA query_only = ON;",
    /* A checkpoint waits for its turn (rp_ledger_tidy): nobody's answer waits for it. A journal
     * that a long read let grow is cut back to 16 MiB. */
    [RP_CONNECT_WRITE] = "PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL;"
                         "PRAGMA secure_delete = ON;"
                         "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;"
                         "PRAGMA journal_size_limit = 16777216;",
};

static int is_wal(void *context, int count, char **values, char **names)
{
    (void)count, (void)names;
    *(bool *)context = strcmp(values[0], "wal") == 0;
    return 0;
}

/* SQLite opens for reading what cannot be written, and keeps the old journal where it cannot share
 * memory, as on a network file system: both without an error. */
static const char *find_hindrance(sqlite3 *db)
{
    bool wal = false;
    if (sqlite3_db_readonly(db, "main"))
        return "it cannot be written";
    if (sqlite3_exec(db, "PRAGMA journal_mode", is_wal, &wal, NULL) != SQLITE_OK)
        return sqlite3_errmsg(db);
    return wal ? NULL : "its file system allows no write-ahead log: use a local disk";
}

static const char *set_up(sqlite3 *db, enum rp_connect how)
{
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, 5000);
    if (sqlite3_exec(db, settings[how], NULL, NULL, NULL) != SQLITE_OK || !rp_audit_attach(db))
        return sqlite3_errmsg(db);
    return how == RP_CONNECT_WRITE ? find_hindrance(db) : NULL;
}

enum rp_err rp_connect(sqlite3 **db, const char *path, enum rp_connect how, const char *vfs)
{
    enum rp_err err = how == RP_CONNECT_WRITE ? make_private(path) : RP_OK;
    if (err)
        return err;
    int flags = how == RP_CONNECT_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    int code = sqlite3_open_v2(path, db, flags | SQLITE_OPEN_FULLMUTEX, vfs);
    const char *why = code == SQLITE_OK ? set_up(*db, how) : sqlite3_errmsg(*db);
    if (why == NULL)
        return RP_OK;
    rp_log(RP_LOG_ERROR, "database-failed", RP_TEXT("file", path), RP_TEXT("why", why),
           RP_NUMBER("code", sqlite3_extended_errcode(*db)));
    sqlite3_close(*db);
    *db = NULL;
    return RP_ERR_STORAGE;
}
