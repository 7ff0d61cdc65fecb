/* short_play.h: one short workshop from the door to released marks, played by people who do not
 * give up: whoever loses his line comes back, and what was not done is tried again.
 *
 * Two members and staff; the members talk with each other, or the first with the bot. Every event
 * that anybody is told is remembered, so that it can be compared with what he would be told anew.
 *
 * Owner    the caller. One at a time.
 * Errors   what is wrong is said, and counted as a fault.
 */
#pragma once

#include "sim.h"

enum {
    SHORT_TOLD_MAX = 1500,
    SHORT_PEOPLE = 3, /* the staff, then the members */
    SHORT_LINES = 4,
};

/* All that one connection was told of the room that it sits in. */
struct short_stream {
    uint32_t person;
    char room[SIM_TEXT];
    enum rp_seat seat;
    uint32_t told_n;
    uint64_t told[SHORT_TOLD_MAX]; /* a hash of each event */
};

struct short_person {
    struct sim_guest *guest;   /* NULL: never came */
    char code[SIM_TEXT];       /* of his workshop */
    char key[SIM_TEXT];        /* with which he comes back */
    struct sim_guest *watches; /* staff: the connection that watches the room; NULL: none yet */
};

struct short_play {
    struct sim sim;
    enum rp_pairing pairing;
    struct short_person people[SHORT_PEOPLE];
    struct short_stream streams[SIM_GUESTS_MAX];
    uint32_t waits;             /* the line whose answer is awaited, counted from 1; 0: none */
    uint16_t said[SHORT_LINES]; /* the room's number of each that was acknowledged; 0: not yet */
    unsigned faults;
};

/* With the house open already. */
void short_play_run(struct short_play *play);
/* Everybody comes back to a house that was opened anew, is told everything again, and it is the
 * same; what was acknowledged is there. */
void short_play_look(struct short_play *play);
/* The sim's callback; its context is the play. */
void short_play_told(void *context, struct sim_guest *guest, const struct sim_told *told);
