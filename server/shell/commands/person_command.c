#include "person_command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int rp_person_refuse(const struct rp_person_command *command, const char *word, const char *what)
{
    fprintf(stderr, "hearout %s: %s: %s\n", command->name, word, what);
    return RP_EXIT_FAILED;
}

int rp_person_open(struct rp_person_command *command)
{
    if (rp_people_open(&command->people, command->data) == RP_OK)
        return RP_EXIT_CONTINUE;
    return rp_person_refuse(command, command->data,
                            "there is no data of Hearout's that can be read and written");
}

void rp_person_close(struct rp_person_command *command)
{
    if (command->people)
        rp_people_close(command->people);
}

static bool note_there(void *context, const struct rp_appearance *one)
{
    (void)one;
    *(bool *)context = true;
    return false;
}

enum rp_err rp_person_place(struct rp_person_command *command, const char *firm, const char *place,
                            char id[RP_ID_TEXT])
{
    bool there = false;
    enum rp_err err = rp_people_coded(command->people, firm, place, id);
    if (err != RP_ERR_NOT_FOUND)
        return err;
    if (strlen(place) >= RP_ID_TEXT)
        return RP_ERR_NOT_FOUND;
    snprintf(id, RP_ID_TEXT, "%s", place);
    err = rp_people_list(command->people, firm, id, note_there, &there);
    return err == RP_OK && !there ? RP_ERR_NOT_FOUND : err;
}

struct meeting {
    const char *word;
    long number; /* -1: the word is a name */
    struct rp_subject *subject;
    int found;
};

/* Who came from a workshop is known by his number there. */
static bool meet(void *context, const struct rp_appearance *one)
{
    struct meeting *meeting = context;
    bool is_he = meeting->number >= 0
                     ? (uint32_t)meeting->number == one->person
                     : one->name.length == strlen(meeting->word) &&
                           memcmp(one->name.at, meeting->word, one->name.length) == 0;
    if (!is_he || one->person == 0)
        return true;
    bool elsewhere = one->of_room[0] != 0;
    meeting->found++;
    snprintf(meeting->subject->firm, sizeof(meeting->subject->firm), "%s", one->firm);
    snprintf(meeting->subject->room, RP_ID_TEXT, "%s", elsewhere ? one->of_room : one->room);
    meeting->subject->person = elsewhere ? one->of_person : one->person;
    return true;
}

static int find(struct rp_person_command *command, char **words)
{
    char id[RP_ID_TEXT];
    char *end;
    struct meeting meeting = {words[2], strtol(words[2], &end, 10), &command->subject, 0};
    if (*end || end == words[2] || meeting.number < 1 || meeting.number > UINT16_MAX)
        meeting.number = -1;
    enum rp_err err = rp_person_place(command, words[0], words[1], id);
    if (err == RP_ERR_NOT_FOUND)
        return rp_person_refuse(command, words[1], "the firm has no such workshop or room");
    if (err == RP_OK)
        err = rp_people_list(command->people, words[0], id, meet, &meeting);
    if (err != RP_OK)
        return RP_EXIT_FAILED;
    if (meeting.found == 0)
        return rp_person_refuse(command, words[2],
                                "nobody there has that name or number; see hearout person --help");
    if (meeting.found > 1)
        return rp_person_refuse(command, words[2],
                                "several have that name; take the number that hearout person says");
    return RP_EXIT_CONTINUE;
}

int rp_person_find(struct rp_person_command *command, char **words)
{
    int code = rp_person_open(command);
    return code == RP_EXIT_CONTINUE ? find(command, words) : code;
}

int rp_person_in_firm(struct rp_person_command *person, const struct rp_command *command, int argc,
                      char **argv,
                      int (*run)(struct rp_person_command *person, int count, char **words))
{
    int operands = 0;
    int code = rp_options_parse(command, argc, argv, &operands);
    if (code != RP_EXIT_CONTINUE)
        return code;
    if (operands < 1 || operands > 2) {
        fprintf(stderr, "hearout %s: a firm is wanted; see hearout %s --help\n", command->name,
                command->name);
        return RP_EXIT_USAGE;
    }
    code = run(person, operands, argv);
    rp_person_close(person);
    return code;
}
