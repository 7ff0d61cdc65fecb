/* person_command.h: what the commands about one person share: who is meant.
 *
 * A person is named by firm, place and himself: the place is a workshop's code or id or a room's
 * id; himself, his number there or his name.
 *
 * Errors   said on stderr; the exit code to end with.
 */
#pragma once

#include "options.h"
#include "store_people.h"

struct rp_person_command {
    const char *name; /* "erase person" */
    const char *data;
    struct rp_people *people;
    struct rp_subject subject;
};

/* Opens the data folder, also beside a running server. */
int rp_person_open(struct rp_person_command *command);
void rp_person_close(struct rp_person_command *command);

/* The id of the place; "": there is none in that firm. */
enum rp_err rp_person_place(struct rp_person_command *command, const char *firm, const char *place,
                            char id[RP_ID_TEXT]);
/* Opens and finds FIRM PLACE PERSON. */
int rp_person_find(struct rp_person_command *command, char **words);

int rp_person_refuse(const struct rp_person_command *command, const char *word, const char *what);

/* The whole of a command on FIRM and at most one word more: `run` gets those words. */
int rp_person_in_firm(struct rp_person_command *person, const struct rp_command *command, int argc,
                      char **argv,
                      int (*run)(struct rp_person_command *person, int count, char **words));
