#include <stdio.h>

#include "commands.h"
#include "method.h"
#include "options.h"
#include "scenario.h"

static bool check_method(const char *path)
{
    struct rp_text complaints = {0};
    enum rp_err err = rp_method_check(path, &complaints);
    if (complaints.length > 0)
        fputs(complaints.bytes, stderr);
    if (err == RP_OK)
        printf("%s: fits\n", path);
    rp_text_clear(&complaints);
    return err == RP_OK;
}

/* Prints what is wrong with it, or its name and size. */
static bool check_scenario(const char *path)
{
    struct rp_text complaints = {0};
    struct rp_scenario *scenario;
    enum rp_err err = rp_scenario_load(&scenario, path, &complaints);
    if (complaints.length > 0)
        fputs(complaints.bytes, stderr);
    else if (err != RP_OK)
        fprintf(stderr, "%s:1:1: out of memory\n", path);
    if (err == RP_OK)
        printf("%s: %s, %u facts, %u lines\n", path, scenario->id, scenario->script.facts_n,
               scenario->script.lines_n - 1u);
    rp_scenario_free(scenario);
    rp_text_clear(&complaints);
    return err == RP_OK;
}

int rp_cmd_check(int argc, char **argv)
{
    const struct rp_command command = {
        .name = "check",
        .operands = "FILE...",
        .summary = "check scenario and method files, and say what is wrong where",
    };
    int files;
    int code = rp_options_parse(&command, argc, argv, &files);
    if (code != RP_EXIT_CONTINUE)
        return code;
    if (files == 0) {
        fprintf(stderr, "hearout check: name at least one FILE; see hearout check --help\n");
        return RP_EXIT_USAGE;
    }
    bool right = true;
    for (int i = 0; i < files; i++)
        right &= rp_method_is_file(argv[i]) ? check_method(argv[i]) : check_scenario(argv[i]);
    return right ? RP_EXIT_DONE : RP_EXIT_FAILED;
}
