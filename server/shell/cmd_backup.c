/* cmd_backup.c: copies what is kept into one file, and makes a data folder of such a file. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "options.h"
#include "store_private.h"

static int refuse(const char *command, const char *path, const char *why)
{
    fprintf(stderr, "hearout %s: %s: %s\n", command, path, why);
    return RP_EXIT_FAILED;
}

/* Both take the folder as an option and the file as the one operand. */
static int parse(const struct rp_command *command, int argc, char **argv)
{
    int operands = 0;
    int code = rp_options_parse(command, argc, argv, &operands);
    if (code != RP_EXIT_CONTINUE || operands == 1)
        return code;
    fprintf(stderr, "hearout %s: name one file; see hearout %s --help\n", command->name,
            command->name);
    return RP_EXIT_USAGE;
}

/* From one database into a new one, when it is a store's. */
static enum rp_err copy(const char *from, const char *to, int oldest)
{
    sqlite3 *db = NULL;
    enum rp_err err = rp_connect(&db, from, RP_CONNECT_READ, NULL);
    if (!err)
        err = rp_schema_check(db, from, oldest);
    if (!err)
        err = rp_copy_make(db, to);
    sqlite3_close(db);
    return err;
}

int rp_cmd_backup(int argc, char **argv)
{
    const char *data = "hearout-data";
    const struct rp_option options[] = {
        {"data", "DIR", "the folder that holds the sessions", &data, NULL},
    };
    const struct rp_command command = {"backup", "FILE",
                                       "copy what is kept into a file, also while the server runs",
                                       options, RP_COUNT(options)};
    int code = parse(&command, argc, argv);
    if (code != RP_EXIT_CONTINUE)
        return code;
    const char *file = argv[0];
    char from[RP_PATH_TEXT];
    if (access(file, F_OK) == 0)
        return refuse("backup", file, "is there already, and is not overwritten");
    if (rp_folder_path(from, data, "hearout.db") != RP_OK)
        return RP_EXIT_FAILED;
    if (access(from, R_OK) != 0)
        return refuse("backup", from, strerror(errno));
    if (copy(from, file, RP_STORE_SCHEMA) != RP_OK)
        return refuse("backup", file, "was not written");
    printf("saved %s in %s\n", data, file);
    return RP_EXIT_DONE;
}

/* The lock may lie there from an attempt that failed. */
static bool is_free(const char *folder)
{
    DIR *dir = opendir(folder);
    bool is_empty = true;
    if (dir == NULL)
        return errno == ENOENT;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        is_empty =
            is_empty && (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 ||
                         strcmp(entry->d_name, "hearout.lock") == 0);
    closedir(dir);
    return is_empty;
}

static enum rp_err restore(const char *file, const char *data)
{
    char to[RP_PATH_TEXT];
    int lock = -1;
    enum rp_err err = rp_folder_path(to, data, "hearout.db");
    if (!err)
        err = rp_folder_lock(&lock, data);
    if (!err && !is_free(data))
        err = RP_ERR_CONFLICT; /* a server has come and gone since it was looked at */
    if (!err)
        err = copy(file, to, 1); /* an older one is brought up to date when the server starts */
    if (lock >= 0)
        close(lock);
    return err;
}

int rp_cmd_restore(int argc, char **argv)
{
    const char *data = "hearout-data";
    const struct rp_option options[] = {
        {"data", "DIR", "the folder to make; it must be empty or absent", &data, NULL},
    };
    const struct rp_command command = {"restore", "FILE", "make a data folder of a backup", options,
                                       RP_COUNT(options)};
    int code = parse(&command, argc, argv);
    if (code != RP_EXIT_CONTINUE)
        return code;
    const char *file = argv[0];
    if (access(file, R_OK) != 0)
        return refuse("restore", file, strerror(errno));
    if (!is_free(data))
        return refuse("restore", data, "is no empty folder, and nothing is overwritten");
    if (restore(file, data) != RP_OK)
        return refuse("restore", data, "was not restored");
    printf("restored %s from %s\n", data, file);
    return RP_EXIT_DONE;
}
