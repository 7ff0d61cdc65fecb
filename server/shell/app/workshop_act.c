/* workshop_act.c: what a guest asks of a workshop goes to the file that answers it. */
#include "workshop_private.h"

/* What a member asks for: help, another time allowance, or one of the ways that he was offered. */
static struct rp_event event_of(const struct rp_guest *guest, const struct rp_msg *msg)
{
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_HELP};
    if (msg->type == RP_MSG_COMFORT) {
        event.type = RP_EVENT_WORKSHOP_COMFORT;
        event.as.workshop_comfort.person = guest->member;
        event.as.workshop_comfort.time_pct = msg->as.comfort.time_pct;
    } else if (msg->type == RP_MSG_CHOOSE) {
        event.type = RP_EVENT_WORKSHOP_CHOSE;
        event.as.workshop_chose.person = guest->member;
        event.as.workshop_chose.what = msg->as.choose.what;
    } else {
        event.as.workshop_help.person = guest->member;
        event.as.workshop_help.on = msg->as.ask_help.on;
    }
    return event;
}

static void act_as_member(struct rp_app *app, struct rp_guest *guest, const struct rp_msg *msg)
{
    struct rp_workshop *ws = guest->workshop;
    if (ws == NULL || guest->role != RP_ROLE_MEMBER) {
        rp_app_error(app, guest->conn, RP_ERROR_DENIED, (uint32_t)msg->type);
        return;
    }
    const struct rp_event event = event_of(guest, msg);
    enum rp_err err = rp_workshop_decide(ws, &event);
    if (err != RP_OK)
        rp_app_refuse(app, guest->conn, err, (uint32_t)msg->type);
    rp_workshop_put(ws);
}

void rp_workshop_act(struct rp_app *app, struct rp_guest *guest, const struct rp_msg *msg)
{
    switch (msg->type) {
    case RP_MSG_ENTER:
        rp_workshop_enter(app, guest, &msg->as.enter);
        break;
    case RP_MSG_COME_BACK:
        rp_workshop_come_back(app, guest, &msg->as.come_back);
        break;
    case RP_MSG_CHANGE_DEVICE:
        rp_workshop_change_device(app, guest, &msg->as.change_device);
        break;
    case RP_MSG_PROJECT:
        rp_workshop_project(app, guest, &msg->as.project);
        break;
    case RP_MSG_LOOK_UP:
        rp_workshop_look_up(app, guest, &msg->as.look_up);
        break;
    case RP_MSG_LIST_METHODS:
        rp_workshop_list_methods(app, guest);
        break;
    case RP_MSG_OPEN_WORKSHOP:
        rp_workshop_set_up(app, guest, &msg->as.open_workshop);
        break;
    case RP_MSG_WATCH_WORKSHOP:
        rp_workshop_watch(app, guest, &msg->as.watch_workshop);
        break;
    case RP_MSG_WATCH_GROUP:
        rp_workshop_watch_group(app, guest, &msg->as.watch_group);
        break;
    case RP_MSG_STEER:
        rp_workshop_steer(app, guest, &msg->as.steer);
        break;
    default:
        act_as_member(app, guest, msg);
        break;
    }
}
