/* cmd_doctor.c: says whether this machine is fit to serve. */
#include <jansson.h>
#include <stdio.h>
#include <unistd.h>

#include "commands.h"
#include "doctor.h"
#include "options.h"
#include "store.h"

static void print(void *context, const struct rp_symptom *finding)
{
    static const char *const healths[] = {"good", "doubt", "BAD"};
    (void)context;
    printf("%-6s %-14s %s\n", healths[finding->health], finding->about, finding->words);
}

/* For programs: one object a line. */
static void print_json(void *context, const struct rp_symptom *finding)
{
    static const char *const healths[] = {"good", "doubt", "bad"};
    (void)context;
    json_t *json = json_pack("{s:s, s:s, s:s}", "health", healths[finding->health], "about",
                             finding->about, "words", finding->words);
    json_dumpf(json, stdout, JSON_COMPACT);
    json_decref(json);
    putchar('\n');
}

/* The head of the audit log, to be kept elsewhere. */
static void print_head(const char *folder)
{
    struct rp_audit_head head;
    char text[RP_AUDIT_HEAD_TEXT];
    if (rp_store_audit_kept(folder, &head) != RP_OK)
        return;
    rp_audit_head_write(&head, text);
    printf("{\"audit_head\":\"%s\"}\n", text);
}

int rp_cmd_doctor(int argc, char **argv)
{
    const char *file = NULL, *data = NULL, *head = NULL;
    bool json = false;
    const struct rp_option options[] = {
        {"config", "FILE", "the settings of the server", &file, NULL},
        {"data", "DIR", "its data folder, when no file names it", &data, NULL},
        {"audit-head", "HEAD", "of the audit log, as an earlier look said: was its end cut off?",
         &head, NULL},
        {"json", NULL, "one JSON object a line, and the head of the audit log", NULL, &json},
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
        const struct rp_doctor_options look = {&config, head};
        if (rp_doctor_look(&look, json ? print_json : print, NULL) < RP_HEALTH_BAD)
            code = RP_EXIT_DONE;
        if (json)
            print_head(config.data);
    } else {
        fputs(complaints.bytes ? complaints.bytes : "out of memory\n", stderr);
    }
    rp_config_clear(&config);
    rp_text_clear(&complaints);
    return code;
}
