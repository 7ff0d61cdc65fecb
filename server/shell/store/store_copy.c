/* store_copy.c: a whole database into a new file, by SQLite's online backup. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "store_private.h"

/* All pages in one step: so the copy is of one moment, and never has to start again. */
static enum rp_err copy_pages(sqlite3 *from, sqlite3 *to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup)
        sqlite3_backup_step(backup, -1);
    if (backup == NULL || sqlite3_backup_finish(backup) != SQLITE_OK)
        return rp_store_complain(to, "copy-failed");
    return RP_OK;
}

static int is_sound(void *context, int count, char **values, char **names)
{
    (void)count, (void)names;
    *(bool *)context = strcmp(values[0], "ok") == 0;
    return 0;
}

static int is_broken(void *context, int count, char **values, char **names)
{
    (void)count, (void)values, (void)names;
    *(bool *)context = false;
    return 0;
}

static enum rp_err check(sqlite3 *db, const char *path)
{
    bool sound = false, whole = true;
    if (sqlite3_exec(db, "PRAGMA integrity_check(1)", is_sound, &sound, NULL) == SQLITE_OK &&
        sqlite3_exec(db, "PRAGMA foreign_key_check", is_broken, &whole, NULL) == SQLITE_OK &&
        sound && whole)
        return RP_OK;
    rp_log(RP_LOG_ERROR, "database-damaged", RP_TEXT("file", path));
    return RP_ERR_STORAGE;
}

/* One file alone, without a journal beside it, that can be carried elsewhere. */
static enum rp_err fill(sqlite3 *from, const char *path)
{
    sqlite3 *to = NULL;
    enum rp_err err = RP_OK;
    if (sqlite3_open_v2(path, &to, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
        err = rp_store_complain(to, "copy-failed");
    if (!err)
        err = copy_pages(from, to);
    if (!err && sqlite3_exec(to, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) != SQLITE_OK)
        err = rp_store_complain(to, "copy-failed");
    if (!err)
        err = check(to, path);
    sqlite3_close(to);
    return err;
}

enum rp_err rp_copy_make(sqlite3 *from, const char *path)
{
    char part[RP_PATH_TEXT];
    if (snprintf(part, sizeof(part), "%s.part", path) >= (int)sizeof(part)) {
        errno = ENAMETOOLONG;
        return rp_store_complain_of_path("copy-failed", path);
    }
    int file = open(part, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0 || close(file) != 0)
        return rp_store_complain_of_path("copy-failed", part);
    enum rp_err err = fill(from, part);
    if (!err && rename(part, path) != 0)
        err = rp_store_complain_of_path("copy-failed", path);
    if (err)
        unlink(part);
    return err ? err : rp_folder_sync_above(path);
}
