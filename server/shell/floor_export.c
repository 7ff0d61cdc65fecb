#include "floor_export.h"

#include <stdio.h>
#include <string.h>

struct timeline {
    json_t *events, *config;
    json_t *document;
    int64_t play_began_ms, end_ms;
    bool plays;
};

static json_t *add(struct timeline *timeline, int64_t at_ms, enum rp_party party,
                   enum rp_floor_event_type type)
{
    json_t *event = json_object();
    json_object_set_new(event, "t_ms", json_integer(at_ms - timeline->play_began_ms));
    json_object_set_new(event, "party", json_string(rp_floor_party_name(party)));
    json_object_set_new(event, "event", json_string(rp_floor_event_name(type)));
    json_array_append_new(timeline->events, event);
    return event;
}

static void set_flag(json_t *event, const char *name, bool value)
{
    if (value)
        json_object_set_new(event, name, json_true());
}

static void set_link(json_t *event, int32_t rtt_ms, uint32_t stall_ms)
{
    json_object_set_new(event, "rtt_ms", json_integer(rtt_ms));
    if (stall_ms > 0)
        json_object_set_new(event, "stall_ms", json_integer(stall_ms));
}

static void add_compose(struct timeline *timeline, int64_t at_ms,
                        const struct rp_event_compose *compose)
{
    static const enum rp_floor_event_type types[] = {
        [RP_COMPOSE_STATE_START] = RP_FLOOR_EVENT_COMPOSE_START,
        [RP_COMPOSE_STATE_KEEPALIVE] = RP_FLOOR_EVENT_COMPOSE_KEEPALIVE,
        [RP_COMPOSE_STATE_STOP] = RP_FLOOR_EVENT_COMPOSE_STOP,
        [RP_COMPOSE_STATE_EMPTY] = RP_FLOOR_EVENT_COMPOSE_STOP,
    };
    json_t *event = add(timeline, at_ms, compose->party, types[compose->state]);
    set_flag(event, "empty", compose->state == RP_COMPOSE_STATE_EMPTY);
    set_link(event, compose->rtt_ms, compose->stall_ms);
}

static void add_send(struct timeline *timeline, int64_t at_ms, const struct rp_event_send *send)
{
    json_t *event = add(timeline, at_ms, send->party, RP_FLOOR_EVENT_SEND);
    json_object_set_new(event, "words", json_integer(send->words));
    set_flag(event, "more", send->more);
    set_flag(event, "yield", send->yield);
    set_flag(event, "ack", send->chip != RP_CHIP_NONE);
    set_flag(event, "confirm", send->confirm);
    set_flag(event, "limit", send->limit);
    if (send->floor_seen >= 0)
        json_object_set_new(event, "floor_seen", json_integer(send->floor_seen));
    set_link(event, send->rtt_ms, send->stall_ms);
}

static void add_floor_act(struct timeline *timeline, int64_t at_ms,
                          const struct rp_event_floor_act *act)
{
    static const enum rp_floor_event_type types[] = {
        [RP_FLOOR_ACT_YIELD] = RP_FLOOR_EVENT_YIELD,
        [RP_FLOOR_ACT_REQUEST] = RP_FLOOR_EVENT_FLOOR_REQUEST,
        [RP_FLOOR_ACT_CANCEL] = RP_FLOOR_EVENT_FLOOR_CANCEL,
        [RP_FLOOR_ACT_GIVE_BACK] = RP_FLOOR_EVENT_GIVE_BACK,
        [RP_FLOOR_ACT_HOLD_START] = RP_FLOOR_EVENT_HOLD_START,
        [RP_FLOOR_ACT_HOLD_END] = RP_FLOOR_EVENT_HOLD_END,
    };
    json_t *event = add(timeline, at_ms, act->party, types[act->act]);
    set_flag(event, "announced", act->act == RP_FLOOR_ACT_HOLD_START);
    if (act->expect_ms > 0)
        json_object_set_new(event, "expect_ms", json_integer(act->expect_ms));
    set_link(event, act->rtt_ms, 0);
}

static void add_control(struct timeline *timeline, int64_t at_ms,
                        const struct rp_event_control *control)
{
    static const enum rp_floor_event_type types[] = {
        [RP_CONTROL_PAUSE] = RP_FLOOR_EVENT_PAUSE,
        [RP_CONTROL_RESUME] = RP_FLOOR_EVENT_RESUME,
        [RP_CONTROL_BARGE_IN_START] = RP_FLOOR_EVENT_BARGE_IN_START,
        [RP_CONTROL_BARGE_IN_END] = RP_FLOOR_EVENT_BARGE_IN_END,
        [RP_CONTROL_TAG_ABUSIVE] = RP_FLOOR_EVENT_TAG_ABUSIVE,
        [RP_CONTROL_WAIVE] = RP_FLOOR_EVENT_WAIVE,
    };
    if (control->what == RP_CONTROL_END)
        return;
    json_t *event = add(timeline, at_ms, RP_PARTY_INSTRUCTOR, types[control->what]);
    if (control->what == RP_CONTROL_WAIVE)
        json_object_set_new(event, "act_ms",
                            json_integer(control->act_ms - timeline->play_began_ms));
}

static void add_mood(struct timeline *timeline, int64_t at_ms, const struct rp_event_mood *mood)
{
    if (mood->vents)
        add(timeline, at_ms, RP_PARTY_CUSTOMER, RP_FLOOR_EVENT_VENT);
    if (mood->abusive)
        add(timeline, at_ms, RP_PARTY_INSTRUCTOR, RP_FLOOR_EVENT_TAG_ABUSIVE);
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

static void take(struct timeline *timeline, const struct rp_log_entry *entry,
                 const struct rp_event *event)
{
    int64_t at_ms = entry->at_ms;
    if (timeline->plays)
        timeline->end_ms = at_ms;
    switch (event->type) {
    case RP_EVENT_OPENED:
        set_config(timeline, event->as.opened.config);
        break;
    case RP_EVENT_SEATED:
        if (event->as.seated.seat == RP_SEAT_TRAINEE)
            json_object_set_new(timeline->document, "trainee_time_pct",
                                json_integer(event->as.seated.time_pct));
        break;
    case RP_EVENT_PHASE:
        follow_phase(timeline, at_ms, event->as.phase.phase);
        break;
    case RP_EVENT_COMPOSE:
        add_compose(timeline, at_ms, &event->as.compose);
        break;
    case RP_EVENT_SEND:
        add_send(timeline, at_ms, &event->as.send);
        break;
    case RP_EVENT_FLOOR_ACT:
        add_floor_act(timeline, at_ms, &event->as.floor_act);
        break;
    case RP_EVENT_DISCARD:
        add(timeline, at_ms, RP_PARTY_TRAINEE, RP_FLOOR_EVENT_DISCARD);
        break;
    case RP_EVENT_CONTROL:
        add_control(timeline, at_ms, &event->as.control);
        break;
    case RP_EVENT_LINK:
        add(timeline, at_ms, event->as.link.party,
            event->as.link.up ? RP_FLOOR_EVENT_RECONNECT : RP_FLOOR_EVENT_DISCONNECT);
        break;
    case RP_EVENT_MOOD:
        add_mood(timeline, at_ms, &event->as.mood);
        break;
    default:
        break;
    }
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
