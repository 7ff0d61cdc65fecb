#include "rp_floor_acts.h"

static void of_compose(const struct rp_event_compose *compose, struct rp_floor_event *act)
{
    static const enum rp_floor_event_type types[] = {
        [RP_COMPOSE_STATE_START] = RP_FLOOR_EVENT_COMPOSE_START,
        [RP_COMPOSE_STATE_KEEPALIVE] = RP_FLOOR_EVENT_COMPOSE_KEEPALIVE,
        [RP_COMPOSE_STATE_STOP] = RP_FLOOR_EVENT_COMPOSE_STOP,
        [RP_COMPOSE_STATE_EMPTY] = RP_FLOOR_EVENT_COMPOSE_STOP,
    };
    act->party = compose->party;
    act->type = types[compose->state];
    act->empty = compose->state == RP_COMPOSE_STATE_EMPTY;
    act->rtt_ms = compose->rtt_ms;
    act->stall_ms = (int32_t)compose->stall_ms;
}

static void of_send(const struct rp_event_send *send, struct rp_floor_event *act)
{
    act->party = send->party;
    act->type = RP_FLOOR_EVENT_SEND;
    act->rtt_ms = send->rtt_ms;
    act->stall_ms = (int32_t)send->stall_ms;
    act->words = send->words;
    act->floor_seen = (int32_t)rp_min(send->floor_seen, INT32_MAX);
    act->more = send->more;
    act->yield = send->yield;
    act->ack = send->chip != RP_CHIP_NONE;
    act->confirm = send->confirm;
    act->limit = send->limit;
    act->ref = send->line;
}

static void of_floor_act(const struct rp_event_floor_act *input, struct rp_floor_event *act)
{
    static const enum rp_floor_event_type types[] = {
        [RP_FLOOR_ACT_YIELD] = RP_FLOOR_EVENT_YIELD,
        [RP_FLOOR_ACT_REQUEST] = RP_FLOOR_EVENT_FLOOR_REQUEST,
        [RP_FLOOR_ACT_CANCEL] = RP_FLOOR_EVENT_FLOOR_CANCEL,
        [RP_FLOOR_ACT_GIVE_BACK] = RP_FLOOR_EVENT_GIVE_BACK,
        [RP_FLOOR_ACT_HOLD_START] = RP_FLOOR_EVENT_HOLD_START,
        [RP_FLOOR_ACT_HOLD_END] = RP_FLOOR_EVENT_HOLD_END,
    };
    act->party = input->party;
    act->type = types[input->act];
    act->rtt_ms = input->rtt_ms;
    act->expect_ms = (int32_t)input->expect_ms;
    act->announced = input->act == RP_FLOOR_ACT_HOLD_START;
}

static void of_control(const struct rp_event_control *control, int64_t play_began_ms,
                       struct rp_floor_event *act)
{
    static const enum rp_floor_event_type types[] = {
        [RP_CONTROL_PAUSE] = RP_FLOOR_EVENT_PAUSE,
        [RP_CONTROL_RESUME] = RP_FLOOR_EVENT_RESUME,
        [RP_CONTROL_BARGE_IN_START] = RP_FLOOR_EVENT_BARGE_IN_START,
        [RP_CONTROL_BARGE_IN_END] = RP_FLOOR_EVENT_BARGE_IN_END,
        [RP_CONTROL_TAG_ABUSIVE] = RP_FLOOR_EVENT_TAG_ABUSIVE,
        [RP_CONTROL_WAIVE] = RP_FLOOR_EVENT_WAIVE,
    };
    act->party = RP_PARTY_INSTRUCTOR;
    act->type = types[control->what];
    act->act_ms = control->act_ms - play_began_ms;
}

static struct rp_floor_event empty_act(int64_t at_ms, int64_t play_began_ms)
{
    return (struct rp_floor_event){.t_ms = at_ms - play_began_ms, .rtt_ms = -1, .floor_seen = -1};
}

bool rp_floor_act_of(const struct rp_event *event, int64_t at_ms, int64_t play_began_ms,
                     struct rp_floor_event *act)
{
    *act = empty_act(at_ms, play_began_ms);
    switch (event->type) {
    case RP_EVENT_COMPOSE:
        of_compose(&event->as.compose, act);
        return true;
    case RP_EVENT_SEND:
        of_send(&event->as.send, act);
        return true;
    case RP_EVENT_FLOOR_ACT:
        of_floor_act(&event->as.floor_act, act);
        return true;
    case RP_EVENT_DISCARD: /* the floor knows the one held message by itself */
        act->party = RP_PARTY_TRAINEE;
        act->type = RP_FLOOR_EVENT_DISCARD;
        return true;
    case RP_EVENT_CONTROL:
        if (event->as.control.what == RP_CONTROL_END)
            return false;
        of_control(&event->as.control, play_began_ms, act);
        return true;
    case RP_EVENT_LINK:
        act->party = event->as.link.party;
        act->type = event->as.link.up ? RP_FLOOR_EVENT_RECONNECT : RP_FLOOR_EVENT_DISCONNECT;
        return true;
    default:
        return false;
    }
}

size_t rp_floor_acts_of_mood(const struct rp_event_mood *mood, int64_t at_ms, int64_t play_began_ms,
                             struct rp_floor_event acts[2])
{
    size_t count = 0;
    if (mood->vents) {
        acts[count] = empty_act(at_ms, play_began_ms);
        acts[count].party = RP_PARTY_CUSTOMER;
        acts[count++].type = RP_FLOOR_EVENT_VENT;
    }
    if (mood->abusive) {
        acts[count] = empty_act(at_ms, play_began_ms);
        acts[count].party = RP_PARTY_INSTRUCTOR;
        acts[count++].type = RP_FLOOR_EVENT_TAG_ABUSIVE;
    }
    return count;
}
