/* cmd_export.c: one session for other programs. */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "contested_export.h"
#include "event_json.h"
#include "floor_export.h"
#include "marks_export.h"
#include "options.h"
#include "person_export.h"

static void print_events(struct rp_stored *stored)
{
    const struct rp_audience staff = {.seat = RP_SEAT_STAFF, .stage = RP_STAGE_RELEASED};
    struct rp_lookup lookup = rp_room_words_lookup(&stored->room.words);
    for (uint32_t n = 1; n <= stored->room.log.count; n++) {
        struct rp_event event;
        const struct rp_log_entry *entry = rp_stored_record(stored, n, &event);
        json_t *json = rp_event_json(n, entry, &event, &staff, &lookup);
        json_dumpf(json, stdout, JSON_COMPACT);
        json_decref(json);
        putchar('\n');
    }
}

static void print_floor(const struct rp_stored *stored)
{
    json_t *document = rp_floor_export(stored);
    json_dumpf(document, stdout, JSON_INDENT(1));
    json_decref(document);
    putchar('\n');
}

static void print_contested(const struct rp_stored *stored)
{
    struct rp_text text = {0};
    rp_contested_export(stored, &text);
    if (text.length > 0)
        fputs(text.bytes, stdout);
    rp_text_clear(&text);
}

static int export_person(char **words, const char *data, const char *scenarios)
{
    struct rp_person_command person = {.name = "export", .data = data};
    int code = rp_person_find(&person, words);
    if (code == RP_EXIT_CONTINUE) {
        json_t *document = rp_person_export(&person, scenarios);
        code = document ? RP_EXIT_DONE : RP_EXIT_FAILED;
        if (document) {
            json_dumpf(document, stdout, JSON_INDENT(1));
            putchar('\n');
        }
        json_decref(document);
    }
    rp_person_close(&person);
    return code;
}

int rp_cmd_export(int argc, char **argv)
{
    const char *data = "hearout-data", *scenarios = NULL;
    bool floor = false, events = false, contested = false, marks = false;
    const struct rp_option options[] = {
        {"data", "DIR", "the folder that holds the sessions", &data, NULL},
        {"scenarios", "DIR", "the situations; found beside the binary otherwise", &scenarios, NULL},
        {"floor", NULL, "the acts, as hearout floor reads them", NULL, &floor},
        {"events", NULL, "what staff may see of every record, one JSON a line", NULL, &events},
        {"contested", NULL, "lines whose evidence was called wrong, labelled", NULL, &contested},
        {"marks", NULL, "every mark as a row of CSV, with rater, source and time", NULL, &marks},
    };
    const struct rp_command command = {
        "export", "ROOM | person FIRM CODE|WORKSHOP|ROOM NUMBER|NAME",
        "a stored session, or all about a person", options, RP_COUNT(options)};
    static struct rp_stored stored;
    int operands = 0;
    int code = rp_options_parse(&command, argc, argv, &operands);
    if (code != RP_EXIT_CONTINUE)
        return code;
    if (operands == 4 && strcmp(argv[0], "person") == 0 && floor + events + contested + marks == 0)
        return export_person(argv + 1, data, scenarios);
    if (operands != 1 || floor + events + contested + marks != 1) {
        fprintf(stderr, "hearout export: one room, and one of --floor, --events, --contested and "
                        "--marks, are wanted; see hearout export --help\n");
        return RP_EXIT_USAGE;
    }
    enum rp_err err = rp_stored_open(&stored, "export", data, scenarios, argv[0]);
    if (err == RP_OK && floor)
        print_floor(&stored);
    else if (err == RP_OK && contested)
        print_contested(&stored);
    else if (err == RP_OK && marks)
        rp_marks_export(&stored, stdout);
    else if (err == RP_OK)
        print_events(&stored);
    rp_stored_close(&stored);
    return err == RP_OK ? RP_EXIT_DONE : RP_EXIT_FAILED;
}
