/* app.h: the application: guests come in by the network, take seats, and rooms tell them things.
 *
 *   net -> app_door.c (hello, join, resume) -> room*.c (inputs, store, telling) -> net
 *
 * Owner    one loop thread. The app owns rooms and guests; net, store, recogniser and scenarios
 *          are the caller's and outlive it.
 * Errors   a guest's mistake is answered with a named error; a frame that is no message ends the
 *          connection.
 */
#pragma once

#include "method.h"
#include "net.h"
#include "rp_hall.h"
#include "rp_recognise.h"
#include "scenario.h"
#include "store.h"

enum { RP_SECRET_TEXT = 23, RP_APP_ROOMS_MAX = 1024 };

/* Links of the demo firm: what stands behind # in each. They follow from a key in the data
 * folder, so that they outlive a restart. */
struct rp_demo_secrets {
    char trainee[RP_SECRET_TEXT], customer[RP_SECRET_TEXT], staff[RP_SECRET_TEXT];
    char password[RP_SECRET_TEXT]; /* of the instructor's account */
};

struct rp_app_options {
    uv_loop_t *loop;
    struct rp_store *store;
    const struct rp_recogniser *recogniser;
    struct rp_scenario_shelf *scenarios;   /* older forms come in as rooms ask for them */
    const struct rp_method_shelf *methods; /* NULL: nothing is graded */
    const struct rp_method_file *method;   /* of every new room */
    bool keeps;       /* erases what is asked for, and what firms keep no longer */
    const char *data; /* the folder */
    bool demo;
    struct rp_floor_config floor; /* defaults of every new room */
    uint32_t play_ms;             /* of every new room; 0: the scenario's own */
};

struct rp_app;

enum rp_err rp_app_open(struct rp_app **app, const struct rp_app_options *options);

/* What net calls; its context is the app. */
struct rp_net_handler rp_app_handler(struct rp_app *app);

/* Before the first connection. */
void rp_app_attach(struct rp_app *app, struct rp_net *net);

/* Takes every open room of the store up again, with its clock standing still. */
enum rp_err rp_app_recover(struct rp_app *app);

#define RP_DEMO_LOGIN "instructor"

const struct rp_demo_secrets *rp_app_demo(const struct rp_app *app);

/* Tells the staff that the server ends in so many seconds. */
void rp_app_warn(struct rp_app *app, uint32_t seconds);

/* Takes no new rooms or seats; what is in hand is stored. */
void rp_app_drain(struct rp_app *app);

/* The app is freed by the loop's next turns. */
void rp_app_close(struct rp_app *app);
