/* cmd_doctor.c: says whether this machine is fit to serve. */
#include <stdio.h>
#include <unistd.h>

#include "commands.h"
#include "doctor.h"
#include "options.h"

static void print(void *context, const struct rp_symptom *finding)
{
    static const char *const healths[] = {"good", "doubt", "BAD"};
    (void)context;
    printf("%-6s %-14s %s\n", healths[finding->health], finding->about, finding->words);
}

int rp_cmd_doctor(int argc, char **argv)
{
    const char *file = NULL, *data = NULL;
    const struct rp_option options[] = {
        {"config", "FILE", "the settings of the server", &file, NULL},
        {"data", "DIR", "its data folder, when no file names it", &data, NULL},
    };
    const struct rp_command command = {"doctor", NULL, "say whether this machine is fit to serve",
                                       options, RP_COUNT(options)};
    struct rp_config config;
    struct rp_text complaints = {0};
    int operands;
    int code = rp_options_parse(&command, argc, argv, &operands);
    if (code != RP_EXIT_CONTINUE)
        return code;
    code = RP_EXIT_FAILED;
    if (rp_config_load(&config, file, environ, &complaints) == RP_OK) {
        config.data = data ? data : config.data;
        if (rp_doctor_look(&config, print, NULL) < RP_HEALTH_BAD)
            code = RP_EXIT_DONE;
    } else {
        fputs(complaints.bytes ? complaints.bytes : "out of memory\n", stderr);
    }
    rp_config_clear(&config);
    rp_text_clear(&complaints);
    return code;
}
