/* floor_play.h: plays a timeline through the floor and keeps what came of it; for tests.
 *
 * Owner    plain data; large: keep it static.
 * Errors   a check that fails names itself in `fault` (the first one only).
 */
#pragma once

#include "rp_floor.h"

enum { PLAY_EVENTS = 64, PLAY_VERDICTS = 256, PLAY_INTERVALS = 512 };

struct timeline {
    struct rp_floor_config config;
    struct rp_floor_event events[PLAY_EVENTS];
    size_t count;
    int64_t end_ms;
};

struct interval {
    int64_t from_ms, to_ms;
    enum rp_floor_holder holder;
};

struct play {
    const char *fault;
    struct rp_floor floor;
    struct rp_floor_judgement verdicts[PLAY_VERDICTS];
    size_t verdict_count;
    struct interval intervals[PLAY_INTERVALS];
    size_t interval_count;
    int64_t breaks_over_ms[PLAY_EVENTS * 2]; /* ends of suspension and of barge-in */
    size_t breaks;
    struct rp_floor_picture picture; /* as last told */
    int32_t points, points_back;
    uint64_t open_holds;  /* messages held and not yet out or gone: a bit each */
    int64_t turn_ms;      /* closed turns, summed */
    uint64_t fingerprint; /* of every effect in its order */
    uint32_t seen_verdicts[RP_FLOOR_VERDICTS];
};

/* Remembers the first thing that is not so. */
#define PLAY_CHECK(play, condition)                                                                \
    do {                                                                                           \
        if (!(condition) && (play)->fault == NULL)                                                 \
            (play)->fault = #condition;                                                            \
    } while (0)

void play_begin(struct play *play, const struct rp_floor_config *config);
void play_step(struct play *play, const struct rp_floor_event *event);
void play_end(struct play *play, int64_t end_ms);
void play_all(struct play *play, const struct timeline *timeline);

/* A timeline that looks like a session, and sometimes like nonsense. */
void timeline_make(struct timeline *timeline, uint64_t seed);
/* As a case file. */
void timeline_print(const struct timeline *timeline);
