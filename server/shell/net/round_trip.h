/* round_trip.h: how long the way to a client and back takes, by our own pings.
 *
 * Each ping carries a random number, so that no answer can be sent before its question. An
 * answer closes the ping it names and all before it (RFC 6455, 5.5.3, lets a peer skip those).
 *
 * Times    now_ns is uv_hrtime. Nothing that the client says about time is used.
 * Owner    the caller; plain data, starts as {0}.
 * Errors   RP_ERR_NOT_FOUND: a pong that answers no open ping.
 */
#pragma once

#include "rp_types.h"

enum { RP_ROUND_TRIP_SAMPLES = 5, RP_ROUND_TRIP_OPEN = 8 };

struct rp_ping {
    uint64_t number;
    int64_t sent_ns;
};

struct rp_round_trip {
    struct rp_ping open[RP_ROUND_TRIP_OPEN]; /* oldest first */
    uint8_t open_count;
    uint8_t samples_count; /* up to RP_ROUND_TRIP_SAMPLES */
    uint8_t next_sample;
    int32_t samples_ms[RP_ROUND_TRIP_SAMPLES];
};

/* A ping leaves now. With all places taken, the newest is replaced: the oldest tells the stall. */
void rp_round_trip_sent(struct rp_round_trip *trip, uint64_t number, int64_t now_ns);

enum rp_err rp_round_trip_answered(struct rp_round_trip *trip, uint64_t number, int64_t now_ns,
                                   int32_t *rtt_ms);

/* Median of the last five samples, -1 before the first. */
int32_t rp_round_trip_ms(const struct rp_round_trip *trip);

/* Whether what is known and what is under way still make no full set of samples: until then it is
 * worth asking in quick succession. */
bool rp_round_trip_wants_more(const struct rp_round_trip *trip);

/* Age of the oldest open ping, 0 when none is open. */
int32_t rp_round_trip_stall_ms(const struct rp_round_trip *trip, int64_t now_ns);
