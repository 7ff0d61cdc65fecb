/* staff_command.h: what `hearout firm` and `hearout user` share: the folder and its accounts.
 *
 * Errors   said on stderr; the exit code to end with.
 */
#pragma once

#include "options.h"
#include "store_accounts.h"

struct rp_staff_command {
    const char *name; /* "user" */
    const char *file, *data;
    bool json;
    struct rp_accounts *accounts;
};

#define RP_STAFF_OPTIONS(command)                                                                  \
    {"config", "FILE", "the settings of the server, which name its folder", &(command)->file,      \
     NULL},                                                                                        \
        {"data", "DIR", "the data folder, when no file names it", &(command)->data, NULL},         \
    {                                                                                              \
        "json", NULL, "answer in JSON, one object a line", NULL, &(command)->json                  \
    }

/* Opens the folder's accounts, also beside a running server. */
int rp_staff_open(struct rp_staff_command *command);
void rp_staff_close(struct rp_staff_command *command);

/* "hearout user: WORD: WHAT" */
int rp_staff_refuse(const struct rp_staff_command *command, const char *word, const char *what);
int rp_staff_misused(const struct rp_staff_command *command, const char *what);

/* Names made safe to show; false: not of 1 to 24 characters. */
bool rp_staff_name(const char *given, char name[RP_STORE_NAME_MAX]);
