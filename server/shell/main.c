/* main.c: finds the subcommand and hands over. */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "options.h"

static const struct {
    const char *name, *summary;
    int (*run)(int argc, char **argv);
} commands[] = {
    {"serve", "run the server", rp_cmd_serve},
    {"replay", "tell a stored session again", rp_cmd_replay},
    {"export", "a stored session, or all about a person, for other programs", rp_cmd_export},
    {"person", "list the people of a firm's workshops and rooms", rp_cmd_person},
    {"erase", "take a person's name and words away for good", rp_cmd_erase},
    {"retention", "how many days a firm keeps names and texts", rp_cmd_retention},
    {"audit", "print the audit log: who did what that must not be denied", rp_cmd_audit},
    {"backup", "copy what is kept into a file, also while the server runs", rp_cmd_backup},
    {"restore", "make a data folder of such a file", rp_cmd_restore},
    {"floor", "decide recorded turn timing", rp_cmd_floor},
    {"explain", "say which moves a trainee's lines make, and why", rp_cmd_explain},
    {"check", "check scenario files", rp_cmd_check},
    {"simulate", "play a scripted trainee against a scenario", rp_cmd_simulate},
    {"firm", "the firms that the server is for", rp_cmd_firm},
    {"user", "a firm's staff: who may sign in, and as what", rp_cmd_user},
    {"doctor", "say whether this machine is fit to serve", rp_cmd_doctor},
    {"config", "check a configuration, or list all settings", rp_cmd_config},
};

static void print_help(FILE *out)
{
    fprintf(out, "hearout: practise hearing upset customers out\n\n"
                 "usage: hearout COMMAND [options]\n\n");
    for (size_t i = 0; i < RP_COUNT(commands); i++)
        fprintf(out, "  %-10s %s\n", commands[i].name, commands[i].summary);
    fprintf(out, "\n  --help     this text, or a command's own\n"
                 "  --version  the version\n\n"
                 "exit codes: 0 done, 1 could not be done, 2 command line not understood\n");
}

int main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "--help";
    for (size_t i = 0; i < RP_COUNT(commands); i++)
        if (strcmp(name, commands[i].name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    if (strcmp(name, "--version") == 0) {
        printf("hearout %s\n", HEAROUT_VERSION);
        return RP_EXIT_DONE;
    }
    if (strcmp(name, "--help") == 0) {
        print_help(argc > 1 ? stdout : stderr);
        return argc > 1 ? RP_EXIT_DONE : RP_EXIT_USAGE;
    }
    fprintf(stderr, "hearout: %s: no such command\n\n", name);
    print_help(stderr);
    return RP_EXIT_USAGE;
}
