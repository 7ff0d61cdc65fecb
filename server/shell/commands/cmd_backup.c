/* cmd_backup.c: copies what is kept into one file, and makes a data folder of such a file. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "commands.h"
#include "options.h"
#include "store_people.h"
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

/* A line of hearout erase --list; what is not in this backup needs no erasing. */
static enum rp_err erase_again(struct rp_people *people, const char *line, int64_t now_s)
{
    struct rp_subject subject;
    char state[16];
    if (sscanf(line, "%40s %32s %u %15s", subject.firm, subject.room, &subject.person, state) != 4)
        return RP_ERR_MALFORMED;
    enum rp_err err = subject.person == 0 ? rp_people_erase_room(people, subject.room, now_s)
                                          : rp_people_ask(people, &subject, now_s);
    return err == RP_ERR_NOT_FOUND ? RP_OK : err;
}

static enum rp_err erase_list(struct rp_people *people, FILE *list, int64_t now_s)
{
    char line[160];
    enum rp_err err = RP_OK;
    while (err == RP_OK && fgets(line, sizeof(line), list) != NULL)
        err = erase_again(people, line, now_s);
    return err == RP_OK ? rp_people_carry_out(people, now_s) : err;
}

/* Whoever was erased since the backup was made is so again. The store brings an older backup up to
 * date first. */
static enum rp_err erase_since(const char *data, const char *path)
{
    struct rp_store *store = NULL;
    struct rp_people *people = NULL;
    const struct rp_store_options options = {.folder = data};
    FILE *list = fopen(path, "re");
    enum rp_err err = list ? rp_store_open(&store, &options) : RP_ERR_NOT_FOUND;
    if (err == RP_OK)
        err = rp_people_open(&people, data);
    if (err == RP_OK)
        err = erase_list(people, list, (int64_t)time(NULL));
    if (people)
        rp_people_close(people);
    if (store)
        rp_store_close(store);
    if (list)
        fclose(list);
    return err;
}

int rp_cmd_restore(int argc, char **argv)
{
    const char *data = "hearout-data", *erasures = NULL;
    const struct rp_option options[] = {
        {"data", "DIR", "the folder to make; it must be empty or absent", &data, NULL},
        {"erasures", "LIST", "what hearout erase --list has said: is erased here as well",
         &erasures, NULL},
    };
    const struct rp_command command = {"restore", "FILE", "make a data folder of a backup", options,
                                       RP_COUNT(options)};
    int code = parse(&command, argc, argv);
    if (code != RP_EXIT_CONTINUE)
        return code;
    const char *file = argv[0];
    if (access(file, R_OK) != 0)
        return refuse("restore", file, strerror(errno));
    if (erasures && access(erasures, R_OK) != 0)
        return refuse("restore", erasures, strerror(errno));
    if (!is_free(data))
        return refuse("restore", data, "is no empty folder, and nothing is overwritten");
    if (restore(file, data) != RP_OK)
        return refuse("restore", data, "was not restored");
    if (erasures && erase_since(data, erasures) != RP_OK)
        return refuse("restore", erasures,
                      "was not carried out whole: do not start a server on this folder");
    printf("restored %s from %s\n", data, file);
    return RP_EXIT_DONE;
}
