/* cmd_floor.c: decides timelines with the floor, without a server. */
#include <stdio.h>
#include <stdlib.h>

#include "commands.h"
#include "floor_report.h"
#include "options.h"

enum { FLOOR_AGREES, FLOOR_DIFFERS, FLOOR_BAD_FILE };

static int compare(const char *path, const struct rp_floor_case *c, const json_t *report)
{
    struct rp_text difference = {0};
    bool agrees = c->expect == NULL || rp_floor_report_agrees(c->expect, report, &difference);
    if (!agrees)
        fprintf(stderr, "%s: %s\n", path, difference.failed ? "differs" : difference.bytes);
    rp_text_clear(&difference);
    return agrees ? FLOOR_AGREES : FLOOR_DIFFERS;
}

static int decide(const char *path, bool check)
{
    struct rp_floor_case c = {0};
    struct rp_text error = {0};
    if (rp_floor_case_read(&c, path, &error) != RP_OK) {
        fprintf(stderr, "hearout floor: %s\n", error.failed ? path : error.bytes);
        rp_text_clear(&error);
        return FLOOR_BAD_FILE;
    }
    json_t *report = rp_floor_report(&c);
    char *line = json_dumps(report, JSON_COMPACT);
    RP_CHECK(line != NULL);
    puts(line);
    free(line);
    int outcome = check ? compare(path, &c, report) : FLOOR_AGREES;
    json_decref(report);
    rp_floor_case_clear(&c);
    return outcome;
}

int rp_cmd_floor(int argc, char **argv)
{
    bool check = false;
    int files = 0, worst = FLOOR_AGREES;
    const struct rp_option options[] = {
        {"check", NULL, "compare with what each file expects", NULL, &check},
    };
    const struct rp_command command = {
        .name = "floor",
        .operands = "FILE...",
        .summary = "decide recorded turn timing: one JSON object a file",
        .options = options,
        .options_count = RP_COUNT(options),
    };
    int code = rp_options_parse(&command, argc, argv, &files);
    if (code != RP_EXIT_CONTINUE)
        return code;
    if (files == 0) {
        fprintf(stderr, "hearout floor: no files given\n");
        return RP_EXIT_USAGE;
    }
    for (int i = 0; i < files; i++) {
        int outcome = decide(argv[i], check);
        worst = outcome > worst ? outcome : worst;
    }
    if (fflush(stdout) != 0)
        return RP_EXIT_FAILED;
    return worst == FLOOR_BAD_FILE  ? RP_EXIT_USAGE
           : worst == FLOOR_DIFFERS ? RP_EXIT_FAILED
                                    : RP_EXIT_DONE;
}
