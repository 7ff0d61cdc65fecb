#include "floor_export.h"

#include "rp_floor_acts.h"

#include <stdio.h>
#include <string.h>

struct timeline {
    json_t *events, *config;
    json_t *document;
    int64_t play_began_ms, end_ms;
    bool plays;
};

static void set_flag(json_t *event, const char *name, bool value)
{
    if (value)
        json_object_set_new(event, name, json_true());
}

/* What a kind of act says beside when and who; a case says no more than it must. */
static void set_details(json_t *event, const struct rp_floor_event *act)
{
    if (act->type == RP_FLOOR_EVENT_SEND)
        json_object_set_new(event, "words", json_integer(act->words));
    if (act->type == RP_FLOOR_EVENT_WAIVE)
        json_object_set_new(event, "act_ms", json_integer(act->act_ms));
    if (act->floor_seen >= 0)
        json_object_set_new(event, "floor_seen", json_integer(act->floor_seen));
    if (act->expect_ms > 0)
        json_object_set_new(event, "expect_ms", json_integer(act->expect_ms));
    if (act->stall_ms > 0)
        json_object_set_new(event, "stall_ms", json_integer(act->stall_ms));
    set_flag(event, "empty", act->empty);
    set_flag(event, "more", act->more);
    set_flag(event, "yield", act->yield);
    set_flag(event, "ack", act->ack);
    set_flag(event, "confirm", act->confirm);
    set_flag(event, "limit", act->limit);
    set_flag(event, "announced", act->announced);
}

static void add(struct timeline *timeline, const struct rp_floor_event *act)
{
    json_t *event = json_object();
    json_object_set_new(event, "t_ms", json_integer(act->t_ms));
    json_object_set_new(event, "party", json_string(rp_floor_party_name(act->party)));
    json_object_set_new(event, "event", json_string(rp_floor_event_name(act->type)));
    if (act->party != RP_PARTY_INSTRUCTOR)
        json_object_set_new(event, "rtt_ms", json_integer(act->rtt_ms));
    set_details(event, act);
    json_array_append_new(timeline->events, event);
}

/* Every value of the configuration, and those that have a place of their own in a case. */
static void set_config(struct timeline *timeline, struct rp_str config)
{
    static const char *const modes[] = {"soft", "strict", "coach"};
    const char *at = config.at, *end = config.at + config.length;
    while (at < end) {
        char name[64];
        int value = 0, used = 0;
        if (sscanf(at, "%63[^=]=%d\n%n", name, &value, &used) != 2 || used == 0)
            return;
        at += used;
        if (strcmp(name, "mode") == 0)
            json_object_set_new(timeline->document, "mode", json_string(modes[value]));
        else if (strcmp(name, "vent") == 0)
            json_object_set_new(timeline->document, "vent", json_boolean(value));
        else if (strcmp(name, "trainee_time_pct") == 0)
            json_object_set_new(timeline->document, name, json_integer(value));
        else if (strcmp(name, "medium") != 0)
            json_object_set_new(timeline->config, name, json_integer(value));
    }
}

static void follow_phase(struct timeline *timeline, int64_t at_ms, enum rp_phase phase)
{
    if (phase == RP_PHASE_PLAY && !timeline->plays) {
        timeline->plays = true;
        timeline->play_began_ms = at_ms;
    }
    if (phase == RP_PHASE_DEBRIEF)
        timeline->plays = false;
}

static void add_acts(struct timeline *timeline, const struct rp_log_entry *entry,
                     const struct rp_event *event)
{
    struct rp_floor_event acts[2];
    size_t count = 0;
    if (event->type == RP_EVENT_MOOD)
        count = rp_floor_acts_of_mood(&event->as.mood, entry->at_ms, timeline->play_began_ms, acts);
    else if (rp_floor_act_of(event, entry->at_ms, timeline->play_began_ms, acts))
        count = 1;
    for (size_t i = 0; i < count; i++)
        add(timeline, &acts[i]);
}

static void take(struct timeline *timeline, const struct rp_log_entry *entry,
                 const struct rp_event *event)
{
    if (timeline->plays)
        timeline->end_ms = entry->at_ms;
    if (event->type == RP_EVENT_OPENED)
        set_config(timeline, event->as.opened.config);
    else if (event->type == RP_EVENT_SEATED && event->as.seated.seat == RP_SEAT_TRAINEE)
        json_object_set_new(timeline->document, "trainee_time_pct",
                            json_integer(event->as.seated.time_pct));
    else if (event->type == RP_EVENT_PHASE)
        follow_phase(timeline, entry->at_ms, event->as.phase.phase);
    else
        add_acts(timeline, entry, event);
}

json_t *rp_floor_export(const struct rp_stored *stored)
{
    struct timeline timeline = {
        .events = json_array(), .config = json_object(), .document = json_object()};
    json_object_set_new(timeline.document, "id", json_string(stored->room.id));
    json_object_set_new(timeline.document, "medium", json_string("text"));
    for (uint32_t n = 1; n <= stored->room.log.count; n++) {
        struct rp_event event;
        const struct rp_log_entry *entry = rp_stored_record(stored, n, &event);
        take(&timeline, entry, &event);
    }
    json_object_set_new(timeline.document, "config", timeline.config);
    json_object_set_new(timeline.document, "events", timeline.events);
    json_object_set_new(timeline.document, "end_ms",
                        json_integer(timeline.end_ms - timeline.play_began_ms));
    return timeline.document;
}
