#include "staff_command.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clean.h"
#include "config.h"
#include "rp_utf8.h"

int rp_staff_open(struct rp_staff_command *command)
{
    struct rp_config config;
    struct rp_text complaints = {0};
    enum rp_err err = rp_config_load(&config, command->file, environ, &complaints);
    if (err != RP_OK)
        fputs(complaints.bytes ? complaints.bytes : "out of memory\n", stderr);
    else if (sodium_init() < 0)
        err = RP_ERR_IO;
    else
        err = rp_accounts_open(&command->accounts, command->data ? command->data : config.data);
    rp_config_clear(&config);
    rp_text_clear(&complaints);
    return err == RP_OK ? RP_EXIT_CONTINUE : RP_EXIT_FAILED;
}

void rp_staff_close(struct rp_staff_command *command)
{
    if (command->accounts)
        rp_accounts_close(command->accounts);
}

int rp_staff_refuse(const struct rp_staff_command *command, const char *word, const char *what)
{
    fprintf(stderr, "hearout %s: %s: %s\n", command->name, word, what);
    return RP_EXIT_FAILED;
}

int rp_staff_misused(const struct rp_staff_command *command, const char *what)
{
    fprintf(stderr, "hearout %s: %s; see hearout %s --help\n", command->name, what, command->name);
    return RP_EXIT_USAGE;
}

bool rp_staff_name(const char *given, char name[RP_STORE_NAME_MAX])
{
    struct rp_str clean;
    size_t length = strlen(given);
    if (length > RP_NAME_BYTES || !rp_utf8_valid((const uint8_t *)given, length, NULL) ||
        !rp_clean_person((struct rp_str){given, (uint32_t)length}, name, &clean))
        return false;
    name[clean.length] = 0;
    return true;
}
