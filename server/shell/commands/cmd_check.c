#include <stdio.h>

#include "commands.h"
#include "method.h"
#include "options.h"
#include "reach.h"
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

/* Warns of what no style ever makes him say. */
static bool check_reach(const char *path, const struct rp_scenario *scenario)
{
    char folder[1024];
    bool said[RP_SCRIPT_LINES_MAX] = {false};
    struct rp_text complaints = {0};
    struct rp_recogniser *recogniser = NULL;
    bool right = rp_scenario_folder_find(folder, sizeof(folder)) == RP_OK &&
                 rp_recogniser_open(&recogniser) == RP_OK &&
                 rp_reach(scenario, recogniser, folder, said, &complaints) == RP_OK;
    if (!right)
        fprintf(stderr, "%s:1:1: the styles cannot be played\n%s", path,
                complaints.bytes ? complaints.bytes : "");
    for (unsigned i = 1; right && i < scenario->script.lines_n; i++)
        if (!said[i])
            fprintf(stderr, "%s:1:1: warning: no style makes him say '%s'\n", path,
                    scenario->line_ids[i]);
    rp_recogniser_close(recogniser);
    rp_text_clear(&complaints);
    return right;
}

/* Prints what is wrong with it, or its name and size. */
static bool check_scenario(const char *path, bool play)
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
    bool right = err == RP_OK && (!play || check_reach(path, scenario));
    rp_scenario_free(scenario);
    rp_text_clear(&complaints);
    return right;
}

int rp_cmd_check(int argc, char **argv)
{
    bool play = false;
    const struct rp_option options[] = {
        {"played", NULL, "play the styles, too, and warn of lines that none of them reaches", NULL,
         &play},
    };
    const struct rp_command command = {
        "check", "FILE...", "check scenario and method files, and say what is wrong where", options,
        RP_COUNT(options)};
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
        right &= rp_method_is_file(argv[i]) ? check_method(argv[i]) : check_scenario(argv[i], play);
    return right ? RP_EXIT_DONE : RP_EXIT_FAILED;
}
