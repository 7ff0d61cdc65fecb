/* options.h: the command line of every subcommand, told by a table.
 *
 * "--name VALUE" and "--name=VALUE" set a value, "--name" alone a flag; what stands without
 * dashes is an operand. --help prints the table.
 *
 * Owner    values point into argv.
 * Errors   a message on stderr that names the word that is wrong and what is allowed, and the
 *          exit code to end with.
 */
#pragma once

#include "rp_types.h"

/* Exit codes of every subcommand; --help shows them. */
enum rp_exit {
    RP_EXIT_DONE = 0,
    RP_EXIT_FAILED = 1, /* asked rightly, could not be done; stderr says why */
    RP_EXIT_USAGE = 2,  /* the command line is not understood */
    RP_EXIT_CONTINUE = -1
};

struct rp_option {
    const char *name;     /* "listen" */
    const char *argument; /* "ADDR:PORT", or NULL for a flag */
    const char *help;
    const char **value; /* of the two, the one that fits; its contents before are the default */
    bool *flag;
};

struct rp_command {
    const char *name;     /* "serve" */
    const char *operands; /* "FILE...", or NULL: takes none */
    const char *summary;  /* one line */
    const struct rp_option *options;
    size_t options_count;
};

/* argv[0] is the command's own name. Operands are moved to the front: argv[0..*operands).
 * RP_EXIT_CONTINUE: go on; anything else: end with it. */
int rp_options_parse(const struct rp_command *command, int argc, char **argv, int *operands);
