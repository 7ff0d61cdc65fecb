/* sim_say.c: what guests send. */
#include <string.h>

#include "app_private.h"
#include "sim_time.h"

struct rp_str sim_str(const char *text)
{
    return (struct rp_str){text, (uint32_t)strlen(text)};
}

struct sim_guest *sim_staff(struct sim *sim, const char *who)
{
    return sim_come(sim, who, rp_app_demo(sim->app)->staff);
}

struct sim_guest *sim_foreign_staff(struct sim *sim, const char *who, const char *firm)
{
    struct sim_guest *guest = sim_staff(sim, who);
    sim_settle(sim);
    rp_firm_copy(rp_app_guest(sim->app, guest->conn)->firm, firm);
    return guest;
}

void sim_simple(struct sim_guest *guest, enum rp_msg_type type)
{
    const struct rp_msg msg = {.type = type};
    sim_send(guest, &msg);
}

void sim_join(struct sim_guest *guest, const char *scenario, const char *name)
{
    struct rp_msg msg = {.type = RP_MSG_JOIN};
    msg.as.join = (struct rp_msg_join){.scenario = sim_str(scenario),
                                       .name = sim_str(name),
                                       .time_pct = 100,
                                       .level = RP_LEVEL_STANDARD,
                                       .heat = 3};
    sim_send(guest, &msg);
}

void sim_enter(struct sim_guest *guest, const char *code, const char *name)
{
    struct rp_msg msg = {.type = RP_MSG_ENTER};
    msg.as.enter.code = sim_str(code);
    msg.as.enter.name = sim_str(name);
    msg.as.enter.time_pct = 100;
    sim_send(guest, &msg);
}

void sim_resume(struct sim_guest *guest, const char *token, uint32_t n)
{
    struct rp_msg msg = {.type = RP_MSG_RESUME};
    msg.as.resume.token = sim_str(token);
    msg.as.resume.n = n;
    sim_send(guest, &msg);
}

void sim_watch(struct sim_guest *guest, const char *room)
{
    struct rp_msg msg = {.type = RP_MSG_WATCH};
    msg.as.watch.room = sim_str(room);
    sim_send(guest, &msg);
}

void sim_steer(struct sim_guest *guest, enum rp_steer what)
{
    struct rp_msg msg = {.type = RP_MSG_STEER};
    msg.as.steer.what = what;
    msg.as.steer.on = true;
    sim_send(guest, &msg);
}

void sim_compose(struct sim_guest *guest, enum rp_compose_state state)
{
    struct rp_msg msg = {.type = RP_MSG_COMPOSE};
    msg.as.compose.state = state;
    sim_send(guest, &msg);
}

void sim_say(struct sim_guest *guest, const char *text, enum rp_chip chip)
{
    struct rp_msg msg = {.type = RP_MSG_SAY};
    msg.as.say = (struct rp_msg_say){
        .id = ++guest->say_id,
        .text = sim_str(text),
        .yield = chip == RP_CHIP_NONE,
        .chip = chip,
        .confirm = true,
        .floor_seen = sim_room(guest) ? sim_room(guest)->session.picture.number : 0,
    };
    sim_send(guest, &msg);
}

struct rp_room *sim_room(const struct sim_guest *guest)
{
    return rp_app_room_named(guest->sim->app, guest->room, strlen(guest->room));
}
