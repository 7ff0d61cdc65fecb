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

enum rp_err rp_folder_lock(int *lock, const char *folder)
{
    char path[RP_PATH_TEXT];
    enum rp_err err = rp_folder_path(path, folder, "hearout.lock");
    if (err)
        return err;
    if (mkdir(folder, 0700) != 0 && errno != EEXIST)
        return rp_store_complain_of_path("data-folder-failed", folder);
    int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return rp_store_complain_of_path("data-folder-failed", path);
    if (flock(file, LOCK_EX | LOCK_NB) == 0) {
        *lock = file;
        return RP_OK;
    }
    close(file);
    rp_log(RP_LOG_ERROR, "data-folder-in-use", RP_TEXT("folder", folder),
           RP_TEXT("help", "another hearout serves it: stop that, or name another folder"));
    return RP_ERR_CONFLICT;
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
    /* A checkpoint waits for its turn (rp_ledger_tidy): nobody's answer waits for it. */
    [RP_CONNECT_WRITE] = "PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL;"
                         "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;",
};

enum rp_err rp_connect(sqlite3 **db, const char *path, enum rp_connect how, const char *vfs)
{
    enum rp_err err = how == RP_CONNECT_WRITE ? make_private(path) : RP_OK;
    if (err)
        return err;
    int flags = how == RP_CONNECT_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    int code = sqlite3_open_v2(path, db, flags | SQLITE_OPEN_FULLMUTEX, vfs);
    if (code == SQLITE_OK) {
        sqlite3_extended_result_codes(*db, 1);
        sqlite3_busy_timeout(*db, 5000);
        code = sqlite3_exec(*db, settings[how], NULL, NULL, NULL);
    }
    if (code == SQLITE_OK)
        return RP_OK;
    rp_log(RP_LOG_ERROR, "database-failed", RP_TEXT("file", path),
           RP_TEXT("why", sqlite3_errmsg(*db)), RP_NUMBER("code", code));
    sqlite3_close(*db);
    *db = NULL;
    return RP_ERR_STORAGE;
}
