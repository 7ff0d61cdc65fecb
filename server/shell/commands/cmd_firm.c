/* cmd_firm.c: the firms that a server is for. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "account.h"
#include "commands.h"
#include "staff_command.h"

static int add(struct rp_staff_command *firm, const char *id, const char *name)
{
    char clean[RP_STORE_NAME_MAX];
    if (!rp_firm_is_sound(id))
        return rp_staff_refuse(firm, id,
                               "a firm's id is 1 to 40 small letters, digits and hyphens");
    if (strcmp(id, RP_FIRM_DEMO) == 0 || strcmp(id, RP_FIRM_HOUSE) == 0)
        return rp_staff_refuse(firm, id, "the server has a firm of that id itself");
    if (!rp_staff_name(name, clean))
        return rp_staff_refuse(firm, name, "a name has 1 to 24 characters");
    enum rp_err err = rp_accounts_add_firm(firm->accounts, id, clean);
    if (err == RP_ERR_CONFLICT)
        return rp_staff_refuse(firm, id, "is there already");
    if (err != RP_OK)
        return rp_staff_refuse(firm, id, "could not be stored");
    if (!firm->json)
        printf("added firm %s\n", id);
    return RP_EXIT_DONE;
}

static bool print(void *context, const struct rp_stored_firm *firm)
{
    const struct rp_staff_command *command = context;
    if (command->json) {
        json_t *line = json_pack("{s:s, s:s, s:I}", "firm", firm->firm, "name", firm->name,
                                 "accounts", (json_int_t)firm->accounts);
        json_dumpf(line, stdout, JSON_COMPACT);
        json_decref(line);
        printf("\n");
    } else {
        printf("%-24s %3lld accounts  %s\n", firm->firm, (long long)firm->accounts, firm->name);
    }
    return true;
}

static int run(struct rp_staff_command *firm, char **words, int count)
{
    if (count == 3 && strcmp(words[0], "add") == 0)
        return add(firm, words[1], words[2]);
    if (count == 1 && strcmp(words[0], "list") == 0)
        return rp_accounts_firms(firm->accounts, print, firm) == RP_OK ? RP_EXIT_DONE
                                                                       : RP_EXIT_FAILED;
    return rp_staff_misused(firm, "add ID NAME, or list, is wanted");
}

int rp_cmd_firm(int argc, char **argv)
{
    struct rp_staff_command firm = {.name = "firm"};
    const struct rp_option options[] = {RP_STAFF_OPTIONS(&firm)};
    const struct rp_command command = {"firm", "add ID NAME | list", "the firms of this server",
                                       options, RP_COUNT(options)};
    int operands = 0;
    int code = rp_options_parse(&command, argc, argv, &operands);
    if (code == RP_EXIT_CONTINUE)
        code = rp_staff_open(&firm);
    if (code == RP_EXIT_CONTINUE)
        code = run(&firm, argv, operands);
    rp_staff_close(&firm);
    return code;
}
