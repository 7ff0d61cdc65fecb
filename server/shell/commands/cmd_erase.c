/* cmd_erase.c: erases one person. Where a server runs, it is asked to, and waited for; where none
 * does, it is done here. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "commands.h"
#include "person_command.h"

enum { POLL_US = 200000, WAIT_MOST_S = 3600 };

static int64_t now_s(void)
{
    return (int64_t)time(NULL);
}

struct state {
    const struct rp_subject *subject;
    struct rp_erasure erasure;
};

static bool take_state(void *context, const struct rp_erasure *one)
{
    struct state *state = context;
    if (strcmp(one->subject.room, state->subject->room) == 0 &&
        one->subject.person == state->subject->person)
        state->erasure = *one;
    return true;
}

/* Until it is done, or the time is over, or nobody is there who would do it. */
static enum rp_err await(struct rp_person_command *person, long wait_s, struct state *state)
{
    int64_t until_s = now_s() + wait_s;
    enum rp_err err;
    do {
        int lock = -1;
        if (rp_people_claim(person->data, &lock)) {
            err = rp_people_carry_out(person->people, now_s());
            close(lock);
            until_s = 0;
        } else {
            usleep(POLL_US);
            err = RP_OK;
        }
        *state = (struct state){.subject = &person->subject};
        if (err == RP_OK)
            err = rp_people_erasures(person->people, take_state, state);
    } while (err == RP_OK && state->erasure.done_s == 0 && now_s() < until_s);
    return err;
}

static int tell(const struct rp_person_command *person, const struct state *state)
{
    const struct rp_erasure *erasure = &state->erasure;
    if (erasure->done_s)
        printf("erased person %u of %s\n", person->subject.person, person->subject.room);
    else if (erasure->erased_s)
        printf("erased person %u of %s; free pages are cleared as soon as no session plays\n",
               person->subject.person, person->subject.room);
    else
        printf("asked for: person %u of %s goes once every session of his is closed and left\n",
               person->subject.person, person->subject.room);
    return RP_EXIT_DONE;
}

static int erase(struct rp_person_command *person, char **words, long wait_s)
{
    struct state state;
    int code = rp_person_find(person, words);
    if (code != RP_EXIT_CONTINUE)
        return code;
    enum rp_err err = rp_people_ask(person->people, &person->subject, now_s());
    if (err == RP_OK)
        err = await(person, wait_s, &state);
    return err == RP_OK ? tell(person, &state)
                        : rp_person_refuse(person, words[2], "was not erased; see above");
}

static bool print_erasure(void *context, const struct rp_erasure *one)
{
    (void)context;
    printf("%s %s %u %s\n", one->subject.firm, one->subject.room, one->subject.person,
           one->done_s     ? "done"
           : one->erased_s ? "erased"
                           : "asked");
    return true;
}

static int list(struct rp_person_command *person)
{
    int code = rp_person_open(person);
    if (code != RP_EXIT_CONTINUE)
        return code;
    enum rp_err err = rp_people_erasures(person->people, print_erasure, NULL);
    return err == RP_OK ? RP_EXIT_DONE : RP_EXIT_FAILED;
}

int rp_cmd_erase(int argc, char **argv)
{
    struct rp_person_command person = {.name = "erase", .data = "hearout-data"};
    const char *wait = "30";
    bool lists = false;
    const struct rp_option options[] = {
        {"data", "DIR", "the folder that holds the sessions", &person.data, NULL},
        {"wait", "SECONDS", "how long a running server is waited for; 30", &wait, NULL},
        {"list", NULL, "all erasures so far, for hearout restore --erasures", NULL, &lists},
    };
    const struct rp_command command = {"erase", "person FIRM CODE|WORKSHOP|ROOM NUMBER|NAME",
                                       "take a person's name and words away for good", options,
                                       RP_COUNT(options)};
    int operands = 0;
    char *end;
    int code = rp_options_parse(&command, argc, argv, &operands);
    if (code != RP_EXIT_CONTINUE)
        return code;
    long wait_s = strtol(wait, &end, 10);
    bool wrong = lists ? operands != 0 : operands != 4 || strcmp(argv[0], "person") != 0;
    if (wrong || *end || wait_s < 0 || wait_s > WAIT_MOST_S) {
        fprintf(stderr, "hearout erase: person, firm, place and name or number are wanted; see "
                        "hearout erase --help\n");
        return RP_EXIT_USAGE;
    }
    code = lists ? list(&person) : erase(&person, argv + 1, wait_s);
    rp_person_close(&person);
    return code;
}
