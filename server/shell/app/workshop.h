/* workshop.h: a live workshop: its log, its people and their connections, and its rooms.
 *
 * As in a room, what happens is stored before anybody is told: an input is decided by the core, its
 * record goes to the store, and only what is safe is shown. If it could not be stored, the workshop
 * is folded again from what is.
 *
 *   workshop.c        inputs -> lobby -> store; folding; the beat
 *   workshop_act.c    what a guest sends -> the files below
 *   workshop_door.c   who comes in, and who comes back
 *   workshop_staff.c  what staff do
 *   workshop_rooms.c  rooms for the groups, people on their seats, the bot for whoever is lost
 *   workshop_tell.c   what members, the projector and staff are shown
 *   workshop_wall.c   its rooms, as they are now
 *   workshop_queue.c  ended rooms that wait for their marks
 *   workshop_pin.c    one moment of a room, for the projector
 *
 * A room's id follows from the workshop's, the session, the group, and how often staff have formed
 * that anew, so that a restart finds it.
 *
 * Owner    the app holds workshops by slot; one loop thread.
 * Source   docs/workshops.md
 */
#pragma once

#include "guest.h"
#include "rp_lobby.h"
#include "scenario.h"
#include "store.h"

struct rp_app;
struct rp_batch;
struct rp_room;

enum { RP_WORKSHOPS_MAX = 64, RP_STORIES_MAX = 8, RP_CODE_TEXT = 7, RP_ANGER_TICKS = 100 };

/* 400 characters of UTF-8, and a zero byte. */
enum { RP_CONSENT_TEXT = 1601 };

struct rp_workshop_member {
    char name[RP_STORE_NAME_MAX];
    struct rp_stored_member keys;
    uint8_t wrong_pins;
    struct rp_conn_id conn; /* generation 0: away */
};

/* What the wall remembers of a group's room. */
struct rp_workshop_glance {
    uint8_t anger[RP_ANGER_TICKS]; /* a ring: a minute of the wall */
    int64_t looked_ns;             /* staff looked into it; 0: not yet */
    char looked_by[RP_STORE_NAME_MAX];
};

/* A room that has ended, as the queue shows it. */
struct rp_workshop_ended {
    uint8_t session, take, hints, marked, items;
    uint16_t group, trainee;
    bool known, released; /* known: it was looked at since it ended, or since the start */
    bool reported;        /* abuse */
    int64_t ended_ms;     /* of the workshop */
};

enum { RP_PINNED_MAX = 12 };

struct rp_workshop_pinned {
    enum rp_party party;
    char *text;
};

struct rp_workshop {
    char id[RP_ID_TEXT], firm[RP_FIRM_TEXT], code[RP_CODE_TEXT];
    struct rp_app *app;
    const struct rp_scenario *stories[RP_STORIES_MAX]; /* sessions go through them */
    uint8_t stories_n;
    const struct rp_method_file *method; /* NULL: the server's */
    struct rp_lobby lobby;
    char title[RP_STORE_NAME_MAX];
    char consent[RP_CONSENT_TEXT]; /* "": the page's own words */
    struct rp_workshop_member members[RP_PEOPLE_MAX];

    struct rp_batch *batch;
    uint32_t records, in_flight;
    bool failed; /* not all was stored: it stands still until it is folded again */
    bool stored; /* once */

    int64_t base_ns;               /* workshop time 0 on the loop's clock */
    int64_t beat_ns;               /* the last record that says nothing but the time */
    int64_t wall_ns;               /* the last wall */
    bool staff_away;               /* as members were told */
    uint32_t turns;                /* of the lobby, as it was told */
    bool changed;                  /* members and staff are to be told */
    uint8_t room_session;          /* which session these are of: */
    uint16_t given;                /* minutes that its rooms were given */
    uint8_t extras[RP_GROUPS_MAX]; /* and each of them alone */
    bool rooms_paused, rooms_ended;
    uint32_t ticks; /* of the wall */
    struct rp_workshop_glance glances[RP_GROUPS_MAX];

    struct rp_workshop_ended *ended; /* of all sessions, in the order in which they opened */
    uint32_t ended_n;
    uint8_t queue_session; /* the session whose rooms begin at */
    uint32_t queue_first;
    uint32_t queue_next; /* to be looked up */
    bool queue_changed;
    struct rp_workshop_pinned pinned[RP_PINNED_MAX]; /* in memory alone */
    uint32_t pinned_n;
};

/* What a guest sends that is about workshops. */
void rp_workshop_act(struct rp_app *app, struct rp_guest *guest, const struct rp_msg *msg);

/* The guest's connection has gone. */
void rp_workshop_left(struct rp_app *app, struct rp_guest *guest);

/* Whether staff are there whom the room could ask. */
bool rp_workshop_has_staff(const struct rp_room *room);

/* Shows lines of the room on the projector. */
void rp_workshop_pin(struct rp_room *room, struct rp_guest *guest, const struct rp_msg_pin *msg);

/* NULL: none of that id runs. */
struct rp_workshop *rp_workshop_named(struct rp_app *app, const char *id);
/* Whether one of its sessions' rooms has that id; no such workshop has none. */
bool rp_workshop_has_room(struct rp_app *app, const char *workshop, const char *room);
/* The group's room of the running session; NULL: it is not in memory. */
struct rp_room *rp_workshop_room(const struct rp_workshop *ws, uint16_t group);

enum rp_err rp_workshops_recover(struct rp_app *app);
void rp_workshops_beat(struct rp_app *app, int64_t now_ns);
void rp_workshops_clear(struct rp_app *app);
