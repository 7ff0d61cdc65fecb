/* log_brake.h: how many lines of one kind are written, so that a flood cannot fill the disk: some
 * at once, and few in the long run. Those left out are counted, and told with the next.
 *
 * Times    any clock of nanoseconds that does not go back.
 * Owner    the caller; plain data, starts as {0}.
 */
#pragma once

#include "rate.h"

struct rp_log_brake {
    struct rp_rate rate;
    uint32_t left_out;
};

/* What one connection does, and what all of them do. */
#define RP_LOG_OF_ONE ((struct rp_rate_limit){1, 3})
#define RP_LOG_OF_ALL ((struct rp_rate_limit){2, 50})

/* Whether a line may be written now; else it is counted. */
static inline bool rp_log_brake_lets(struct rp_log_brake *brake, struct rp_rate_limit limit,
                                     int64_t now_ns)
{
    bool lets = rp_rate_take(&brake->rate, limit, now_ns);
    if (!lets)
        brake->left_out++;
    return lets;
}

/* How many were left out since this was asked last. */
static inline uint32_t rp_log_brake_told(struct rp_log_brake *brake)
{
    uint32_t left_out = brake->left_out;
    brake->left_out = 0;
    return left_out;
}
