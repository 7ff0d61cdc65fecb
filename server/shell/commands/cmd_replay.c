/* cmd_replay.c: tells a stored session again: what was said, who had the floor, what it did to the
 * customer, and how it ended. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "event_json.h"
#include "options.h"
#include "stored.h"

/* What the last lines sum up. */
struct ending {
    int anger, trust, score, cut_ins;
    int64_t last_ms;
    enum rp_outcome outcome;
};

static void print_time(int64_t at_ms)
{
    printf("%3" PRId64 ":%02" PRId64 ".%03" PRId64 "  ", at_ms / 60000, at_ms / 1000 % 60,
           at_ms % 1000);
}

static void print_line(const struct rp_room *room, const struct rp_event_delivered *line)
{
    uint32_t person = room->holders[line->party].person;
    struct rp_str name = rp_room_words_person(&room->words, person);
    struct rp_str text = rp_room_words_line(&room->words, line->line, line->say);
    printf("%.*s: %.*s%s\n", (int)name.length, name.at, (int)text.length, text.at,
           line->again ? "  (says again)" : "");
}

static void print_verdict(const struct rp_event *event)
{
    const struct rp_event_verdict *verdict = &event->as.verdict;
    printf("  verdict %s", rp_event_value_name(event, "verdict"));
    if (verdict->penalty)
        printf(", %u points", verdict->points);
    printf(" (%.*s: %" PRId64 " ms against %" PRId64 ", by %" PRId64 "; round trip %d ms)\n",
           (int)verdict->rule.length, verdict->rule.at, verdict->measured_ms, verdict->limit_ms,
           verdict->margin_ms, (int)verdict->rtt_ms);
}

static void print_delta(const struct rp_event *event)
{
    const struct rp_event_delta *delta = &event->as.delta;
    printf("  %s: anger %+d to %u, trust %+d to %u, heard %u, understood %u\n",
           delta->change == RP_CHANGE_MOVE ? rp_move_name((enum rp_move)delta->move)
                                           : rp_event_value_name(event, "change"),
           delta->anger, delta->anger_now, delta->trust, delta->trust_now, delta->heard_now,
           delta->grasped_now);
}

static void sum_up(struct ending *ending, const struct rp_event *event)
{
    switch (event->type) {
    case RP_EVENT_DELTA:
        ending->anger = event->as.delta.anger_now;
        ending->trust = event->as.delta.trust_now;
        break;
    case RP_EVENT_SCORE:
        ending->score = event->as.score.floor_score;
        ending->cut_ins = event->as.score.interruptions;
        break;
    case RP_EVENT_OUTCOME:
        ending->outcome = event->as.outcome.outcome;
        break;
    default:
        break;
    }
}

static void print_record(const struct rp_room *room, const struct rp_log_entry *entry,
                         const struct rp_event *event)
{
    switch (event->type) {
    case RP_EVENT_PHASE:
        print_time(entry->at_ms);
        printf("phase %s\n", rp_event_value_name(event, "phase"));
        break;
    case RP_EVENT_FLOOR:
        print_time(entry->at_ms);
        printf("  floor %s, %s\n", rp_event_value_name(event, "holder"),
               rp_event_value_name(event, "activity"));
        break;
    case RP_EVENT_DELIVERED:
        print_time(entry->at_ms);
        print_line(room, &event->as.delivered);
        break;
    case RP_EVENT_VERDICT:
        print_time(entry->at_ms);
        print_verdict(event);
        break;
    case RP_EVENT_DELTA:
        print_time(entry->at_ms);
        print_delta(event);
        break;
    case RP_EVENT_OUTCOME:
        print_time(entry->at_ms);
        printf("outcome %s\n", rp_event_value_name(event, "outcome"));
        break;
    default:
        break;
    }
}

static void print_head(const struct rp_stored *stored)
{
    printf("room      %s\nscenario  %s: %s\n\n", stored->room.id, stored->room.scenario->id,
           stored->room.scenario->title);
}

static void print_story(struct rp_stored *stored)
{
    const struct rp_script *script = &stored->room.scenario->script;
    struct ending ending = {
        .anger = script->start_anger, .trust = script->start_trust, .score = 100};
    struct rp_event last_outcome = {.type = RP_EVENT_OUTCOME};
    print_head(stored);
    for (uint32_t n = 1; n <= stored->room.log.count; n++) {
        struct rp_event event;
        const struct rp_log_entry *entry = rp_stored_record(stored, n, &event);
        const struct rp_record record = {(enum rp_record_kind)entry->kind, entry->at_ms, event};
        rp_room_note(&stored->room, n, &record);
        sum_up(&ending, &event);
        print_record(&stored->room, entry, &event);
    }
    last_outcome.as.outcome.outcome = ending.outcome;
    printf("\noutcome   %s\nanger     %d\ntrust     %d\nfloor     %d\ncut-ins   %d\n",
           rp_event_value_name(&last_outcome, "outcome"), ending.anger, ending.trust, ending.score,
           ending.cut_ins);
}

static void print_json(struct rp_stored *stored)
{
    struct rp_lookup lookup = rp_room_words_lookup(&stored->room.words);
    for (uint32_t n = 1; n <= stored->room.log.count; n++) {
        struct rp_event event;
        const struct rp_log_entry *entry = rp_stored_record(stored, n, &event);
        json_t *json = rp_event_json(n, entry, &event, NULL, &lookup);
        json_dumpf(json, stdout, JSON_COMPACT);
        json_decref(json);
        putchar('\n');
    }
}

static int verify(struct rp_stored *stored)
{
    enum rp_err err = rp_room_fold(&stored->room);
    if (err != RP_OK) {
        fprintf(stderr, "hearout replay: room %s: decided again, the log comes out otherwise\n",
                stored->room.id);
        return RP_EXIT_FAILED;
    }
    printf("verified  %u records\n", stored->room.log.count);
    return RP_EXIT_DONE;
}

int rp_cmd_replay(int argc, char **argv)
{
    const char *data = "hearout-data", *scenarios = NULL;
    bool decide = false, json = false;
    const struct rp_option options[] = {
        {"data", "DIR", "the folder that holds the sessions", &data, NULL},
        {"scenarios", "DIR", "the situations; found beside the binary otherwise", &scenarios, NULL},
        {"verify", NULL, "decide everything again, and compare byte by byte", NULL, &decide},
        {"json", NULL, "every record as one line of JSON", NULL, &json},
    };
    const struct rp_command command = {"replay", "ROOM", "tell a stored session again", options,
                                       RP_COUNT(options)};
    static struct rp_stored stored;
    int operands = 0;
    int code = rp_options_parse(&command, argc, argv, &operands);
    if (code != RP_EXIT_CONTINUE)
        return code;
    if (operands != 1) {
        fprintf(stderr, "hearout replay: one room is wanted; see hearout replay --help\n");
        return RP_EXIT_USAGE;
    }
    if (rp_stored_open(&stored, "replay", data, scenarios, argv[0]) != RP_OK) {
        rp_stored_close(&stored);
        return RP_EXIT_FAILED;
    }
    if (decide)
        code = verify(&stored);
    else if (json)
        print_json(&stored);
    else
        print_story(&stored);
    rp_stored_close(&stored);
    return code == RP_EXIT_CONTINUE ? RP_EXIT_DONE : code;
}
