/* cmd_person.c: who is known, where, and by which number. */
#include <jansson.h>
#include <stdio.h>
#include <time.h>

#include "commands.h"
#include "person_command.h"

static bool print_json;

static bool print(void *context, const struct rp_appearance *one)
{
    char day[16] = "";
    time_t at = (time_t)one->created_s;
    struct tm parts;
    (void)context;
    if (gmtime_r(&at, &parts))
        strftime(day, sizeof(day), "%Y-%m-%d", &parts);
    if (one->person == 0)
        return true; /* a workshop's title */
    if (print_json) {
        json_t *json =
            json_pack("{s:s, s:s, s:s, s:b, s:i, s:s%}", "place", one->room, "kind",
                      one->workshop ? "workshop" : "room", "day", day, "closed", one->closed,
                      "person", (int)one->person, "name", one->name.at, (size_t)one->name.length);
        json_dumpf(json, stdout, JSON_COMPACT);
        json_decref(json);
        putchar('\n');
        return true;
    }
    printf("%s %-8s %s %-6s %3u %.*s\n", one->room, one->workshop ? "workshop" : "room", day,
           one->closed ? "closed" : "open", one->person, (int)one->name.length, one->name.at);
    return true;
}

static int list(struct rp_person_command *person, int count, char **words)
{
    char id[RP_ID_TEXT];
    int code = rp_person_open(person);
    if (code != RP_EXIT_CONTINUE)
        return code;
    enum rp_err err = count > 1 ? rp_person_place(person, words[0], words[1], id) : RP_OK;
    if (err == RP_ERR_NOT_FOUND)
        return rp_person_refuse(person, words[1], "the firm has no such workshop or room");
    if (err == RP_OK)
        err = rp_people_list(person->people, words[0], count > 1 ? id : NULL, print, NULL);
    return err == RP_OK ? RP_EXIT_DONE : RP_EXIT_FAILED;
}

int rp_cmd_person(int argc, char **argv)
{
    struct rp_person_command person = {.name = "person", .data = "hearout-data"};
    const struct rp_option options[] = {
        {"data", "DIR", "the folder that holds the sessions", &person.data, NULL},
        {"json", NULL, "one JSON object a line", NULL, &print_json},
    };
    const struct rp_command command = {
        "person", "FIRM [CODE|WORKSHOP|ROOM]",
        "list the people of a firm's workshops and rooms, with their numbers", options,
        RP_COUNT(options)};
    return rp_person_in_firm(&person, &command, argc, argv, list);
}
