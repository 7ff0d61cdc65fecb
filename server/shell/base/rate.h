/* rate.h: so many a second, with a burst: a bucket that fills as time goes by.
 *
 * Times    any clock of nanoseconds that does not go back.
 * Owner    the caller; plain data. Starts as {0}, which is a full bucket.
 * Errors   none.
 */
#pragma once

#include "rp_types.h"

struct rp_rate_limit {
    uint32_t per_second, burst;
};

struct rp_rate {
    int64_t empty_at_ns; /* when the bucket, left alone until now, would have been empty */
};

/* Takes one, if there is one: a new one comes every each_ns. */
static inline bool rp_rate_take_slow(struct rp_rate *rate, int64_t each_ns, uint32_t burst,
                                     int64_t now_ns)
{
    int64_t start_ns = rp_max(rate->empty_at_ns, now_ns - each_ns * burst);
    if (start_ns + each_ns > now_ns)
        return false;
    rate->empty_at_ns = start_ns + each_ns;
    return true;
}

static inline bool rp_rate_take(struct rp_rate *rate, struct rp_rate_limit limit, int64_t now_ns)
{
    return rp_rate_take_slow(rate, 1000000000 / limit.per_second, limit.burst, now_ns);
}
