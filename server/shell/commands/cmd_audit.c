/* cmd_audit.c: prints the audit log. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "commands.h"
#include "options.h"
#include "store.h"

struct printing {
    const char *firm; /* NULL: all */
    bool json;
};

static void print_json(const struct rp_audit_row *row, const char *time)
{
    json_t *json =
        json_pack("{s:I, s:s, s:s%, s:s%, s:s%, s:s%}", "n", (json_int_t)row->n, "time", time,
                  "firm", row->firm.at, (size_t)row->firm.length, "kind", row->kind.at,
                  (size_t)row->kind.length, "who", row->who.at, (size_t)row->who.length, "what",
                  row->what.at, (size_t)row->what.length);
    json_dumpf(json, stdout, JSON_COMPACT);
    json_decref(json);
    putchar('\n');
}

static bool print(void *context, const struct rp_audit_row *row,
                  const uint8_t hash[RP_AUDIT_HASH_BYTES])
{
    const struct printing *printing = context;
    char time[32] = "";
    time_t at = (time_t)row->at_s;
    struct tm parts;
    (void)hash;
    if (printing->firm && (row->firm.length != strlen(printing->firm) ||
                           memcmp(row->firm.at, printing->firm, row->firm.length) != 0))
        return true;
    if (gmtime_r(&at, &parts))
        strftime(time, sizeof(time), "%Y-%m-%dT%H:%M:%SZ", &parts);
    if (printing->json)
        print_json(row, time);
    else
        printf("%6lld %s %-10.*s %-14.*s %-16.*s %.*s\n", (long long)row->n, time,
               (int)row->firm.length, row->firm.at, (int)row->kind.length, row->kind.at,
               (int)row->who.length, row->who.at, (int)row->what.length, row->what.at);
    return true;
}

int rp_cmd_audit(int argc, char **argv)
{
    const char *data = "hearout-data";
    struct printing printing = {0};
    const struct rp_option options[] = {
        {"data", "DIR", "the folder that holds it", &data, NULL},
        {"firm", "FIRM", "of that firm alone", &printing.firm, NULL},
        {"json", NULL, "one JSON object a line", NULL, &printing.json},
    };
    const struct rp_command command = {
        "audit", NULL, "print the audit log; whether it is whole, hearout doctor says", options,
        RP_COUNT(options)};
    struct rp_store *store = NULL;
    int operands;
    int code = rp_options_parse(&command, argc, argv, &operands);
    if (code != RP_EXIT_CONTINUE)
        return code;
    if (rp_store_open_read(&store, data) != RP_OK)
        return RP_EXIT_FAILED;
    enum rp_err err = rp_store_audit(store, print, &printing);
    rp_store_close(store);
    return err == RP_OK ? RP_EXIT_DONE : RP_EXIT_FAILED;
}
