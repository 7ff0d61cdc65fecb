/* play.h: one workshop of two firms' with everybody in it, from the door to the last word.
 *
 * Who comes: staff and a second grader, members, a projector, a stranger; and of another firm its
 * staff, a member and a projector. One room is played in the manner of a style, by a bot or a peer,
 * to released marks and beyond. Every text that is somebody's secret carries a marker.
 *
 * Owner    the caller; the stage holds what all of them share.
 * Errors   a play that does not come to its end is a fault of the test, and ends the process.
 */
#pragma once

#include "marker.h"

enum { PLAY_SCENARIOS_MAX = 40, PLAY_KEYS_MAX = 200 };

/* What many plays share; its scenarios are marked once. */
struct play_stage {
    struct rp_scenario_shelf *scenarios;
    unsigned cards[PLAY_SCENARIOS_MAX][3], says[PLAY_SCENARIOS_MAX]; /* their markers */
    struct rp_method_shelf *methods;
    struct rp_recogniser *recogniser;
};

/* The one of a program's tests, there from play_stage_open to play_stage_close: what cmocka calls
 * before and after them. Not 0: the hand-written tables are not whole; what is wrong was said. */
extern struct play_stage stage;
int play_stage_open(void **unused);
int play_stage_close(void **unused);

/* What a sim on that stage is opened with, for the caller to add to. */
struct sim_options play_options(uint64_t seed);

/* A number out of the environment, where somebody wants more than every run has. */
uint64_t play_setting(const char *name, uint64_t otherwise);

struct play_plan {
    uint32_t number; /* everything else follows from it */
    bool coached;    /* whispers */
    bool graded;     /* marks, moments, critical items, the total */
    bool reported;   /* the customer's player reports what went too far */
};

/* A token or a return code, and who alone was given it. */
struct play_key {
    char text[SIM_TEXT];
    uint32_t guest;
    bool pin;
};

enum play_guest {
    PLAY_STAFF = 0,
    PLAY_GRADER,
    PLAY_STRANGER,
    PLAY_PROJECTOR,
    PLAY_FOREIGN_STAFF,
    PLAY_FOREIGN_MEMBER,
    PLAY_FOREIGN_PROJECTOR,
    PLAY_MEMBERS, /* the first of them, up to four */
    PLAY_GUESTS = PLAY_MEMBERS + 4
};

struct play {
    struct sim sim;
    struct play_plan plan;
    const struct rp_scenario *scenario;
    const char *style; /* its name */
    enum rp_pairing pairing;
    enum rp_level level;
    struct sim_guest *guests[PLAY_GUESTS];
    uint32_t members_n;
    unsigned names[4];                               /* the members' markers */
    bool waits;                                      /* what comes is looked at later */
    struct sim_guest *trainee, *customer, *observer; /* of the room that is played; NULL: none */
    unsigned felt, grades[200];                      /* markers of what waits for its stage */
    uint32_t grades_n;
    int64_t charged_ms;  /* the latest act that cost something; 0: none */
    uint32_t id;         /* of what staff send */
    int64_t released_ns; /* when the release was asked for; 0: never */
    struct play_key keys[PLAY_KEYS_MAX];
    uint32_t keys_n;
    unsigned faults; /* what somebody was sent and may not see */
};

/* Plays it whole. Then it may be closed, for another to be played; guests and what they were sent
 * stand until play_clear. */
void play_run(struct play *play, struct play_plan plan);
void play_close(struct play *play);
void play_clear(struct play *play);

/* play_talk.c: the talk, to the debrief. */
void play_talk(struct play *play);

/* play_grade.c: what staff do beside the talk, after the act with that number; and the debrief. */
void play_beside(struct play *play, unsigned act);
void play_debrief(struct play *play);
/* By the stage that the trainee has come to, more is his. */
void play_let_go(struct play *play);

/* play_look.c: looks at a message that has just left; the sim calls it. */
void play_look(void *context, struct sim_guest *guest, const struct sim_told *told);
/* And at all that every guest was sent, from the beginning. */
void play_look_again(struct play *play);
/* The same for a room's log as it is exported for a seat after the release. */
void play_look_at_exports(struct play *play);

static inline uint64_t play_bit(const struct sim_guest *guest)
{
    return guest != NULL ? UINT64_C(1) << guest->conn.slot : 0;
}

/* Both of the staff who watch the room. */
static inline uint64_t play_staff(const struct play *play)
{
    return play_bit(play->guests[PLAY_STAFF]) | play_bit(play->guests[PLAY_GRADER]);
}

/* Everybody in the room that is played. */
static inline uint64_t play_room(const struct play *play)
{
    return play_bit(play->trainee) | play_bit(play->customer) | play_bit(play->observer) |
           play_staff(play);
}
