/* cmd_config.c: says whether a configuration can be used, and what there is to configure. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "config.h"
#include "options.h"

static int list(void)
{
    static const char *const sections[] = {"", "log", "tls", "limits", "floor"};
    struct rp_text text = {0};
    for (size_t i = 0; i < RP_COUNT(sections); i++) {
        rp_text_addf(&text, "%s%s:\n\n", i > 0 ? "\n" : "", i > 0 ? sections[i] : "at the top");
        rp_settings_describe(sections[i], &text);
    }
    fputs(text.bytes ? text.bytes : "", stdout);
    int code = text.failed ? RP_EXIT_FAILED : RP_EXIT_DONE;
    rp_text_clear(&text);
    return code;
}

static int check(const char *path)
{
    struct rp_config config;
    struct rp_text complaints = {0};
    enum rp_err err = rp_config_load(&config, path, environ, &complaints);
    if (complaints.length > 0)
        fputs(complaints.bytes, stderr);
    if (err == RP_OK)
        printf("%s: can be used\n", path);
    rp_config_clear(&config);
    rp_text_clear(&complaints);
    return err == RP_OK ? RP_EXIT_DONE : RP_EXIT_FAILED;
}

int rp_cmd_config(int argc, char **argv)
{
    const struct rp_command command = {
        .name = "config",
        .operands = "check FILE | list",
        .summary = "check a configuration with what the environment changes, or list all settings",
    };
    int operands;
    int code = rp_options_parse(&command, argc, argv, &operands);
    if (code != RP_EXIT_CONTINUE)
        return code;
    if (operands == 2 && strcmp(argv[0], "check") == 0)
        return check(argv[1]);
    if (operands == 1 && strcmp(argv[0], "list") == 0)
        return list();
    fprintf(stderr, "hearout config: check FILE, or list; see hearout config --help\n");
    return RP_EXIT_USAGE;
}
