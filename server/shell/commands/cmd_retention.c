/* cmd_retention.c: how long a firm keeps names and texts. */
#include <stdio.h>
#include <stdlib.h>

#include "commands.h"
#include "person_command.h"

static int retention(struct rp_person_command *person, int count, char **words)
{
    char *end = "";
    int32_t days = 0;
    long wanted = count > 1 ? strtol(words[1], &end, 10) : 1;
    if (*end || wanted < 1 || wanted > RP_RETENTION_MOST)
        return rp_person_refuse(person, words[1], "wanted are 1 to 3650 days");
    int code = rp_person_open(person);
    if (code != RP_EXIT_CONTINUE)
        return code;
    enum rp_err err =
        count > 1 ? rp_people_set_retention(person->people, words[0], (int32_t)wanted) : RP_OK;
    if (err == RP_OK)
        err = rp_people_retention(person->people, words[0], &days);
    if (err == RP_ERR_NOT_FOUND)
        return rp_person_refuse(person, words[0], "there is no such firm");
    if (err != RP_OK)
        return RP_EXIT_FAILED;
    printf("%s keeps names and texts for %d days\n", words[0], (int)days);
    return RP_EXIT_DONE;
}

int rp_cmd_retention(int argc, char **argv)
{
    struct rp_person_command person = {.name = "retention", .data = "hearout-data"};
    const struct rp_option options[] = {
        {"data", "DIR", "the folder that holds the sessions", &person.data, NULL},
    };
    const struct rp_command command = {
        "retention", "FIRM [DAYS]",
        "say, or set, after how many days names and texts of sessions are erased", options,
        RP_COUNT(options)};
    return rp_person_in_firm(&person, &command, argc, argv, retention);
}
