#include "options.h"

#include <stdio.h>
#include <string.h>

static void print_help(const struct rp_command *command)
{
    printf("hearout %s: %s\n\nusage: hearout %s [options]%s%s\n\n", command->name, command->summary,
           command->name, command->operands ? " " : "", command->operands ? command->operands : "");
    for (size_t i = 0; i < command->options_count; i++) {
        const struct rp_option *option = &command->options[i];
        char left[40];
        snprintf(left, sizeof(left), "--%s %s", option->name,
                 option->argument ? option->argument : "");
        printf("  %-22s %s", left, option->help);
        if (option->value && *option->value)
            printf(" (default: %s)", *option->value);
        printf("\n");
    }
    printf("  %-22s %s\n\nexit codes: 0 done, 1 could not be done, 2 command line not understood\n",
           "--help", "this text");
}

static int complain(const struct rp_command *command, const char *word, const char *what)
{
    fprintf(stderr, "hearout %s: %s: %s; see hearout %s --help\n", command->name, word, what,
            command->name);
    return RP_EXIT_USAGE;
}

static const struct rp_option *find(const struct rp_command *command, const char *name,
                                    size_t length)
{
    for (size_t i = 0; i < command->options_count; i++) {
        const char *candidate = command->options[i].name;
        if (strlen(candidate) == length && strncmp(candidate, name, length) == 0)
            return &command->options[i];
    }
    return NULL;
}

/* Sets one option from its word, and from the next one where the value stands there. */
static int take(const struct rp_command *command, char *word, char *next, bool *used_next)
{
    const char *name = word + 2;
    size_t length = strcspn(name, "=");
    const struct rp_option *option = find(command, name, length);
    const char *value = name[length] == '=' ? name + length + 1 : NULL;
    *used_next = false;
    if (option == NULL)
        return complain(command, word, "no such option");
    if (option->flag) {
        *option->flag = true;
        return value ? complain(command, word, "takes no value") : RP_EXIT_CONTINUE;
    }
    if (value == NULL) {
        value = next;
        *used_next = true;
    }
    if (value == NULL || *value == 0)
        return complain(command, word, "wants a value");
    *option->value = value;
    return RP_EXIT_CONTINUE;
}

int rp_options_parse(const struct rp_command *command, int argc, char **argv, int *operands)
{
    bool only_operands = false;
    *operands = 0;
    for (int i = 1; i < argc; i++) {
        char *word = argv[i];
        bool used_next = false;
        if (only_operands || strncmp(word, "--", 2) != 0) {
            if (command->operands == NULL)
                return complain(command, word, "was not expected");
            argv[(*operands)++] = word;
        } else if (word[2] == 0) {
            only_operands = true;
        } else if (strcmp(word, "--help") == 0) {
            print_help(command);
            return RP_EXIT_DONE;
        } else {
            int code = take(command, word, i + 1 < argc ? argv[i + 1] : NULL, &used_next);
            if (code != RP_EXIT_CONTINUE)
                return code;
            i += used_next;
        }
    }
    return RP_EXIT_CONTINUE;
}
