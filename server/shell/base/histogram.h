/* histogram.h: how long something takes, counted by upper bounds. */
#pragma once

#include <stdint.h>

#include "rp_types.h"

enum { RP_HISTOGRAM_BOUNDS = 11 };

extern const uint32_t rp_histogram_ms[RP_HISTOGRAM_BOUNDS]; /* 1 to 2000 */

struct rp_histogram {
    uint64_t le[RP_HISTOGRAM_BOUNDS]; /* that took rp_histogram_ms[i] at most */
    uint64_t count, us_sum;           /* of all */
};

void rp_histogram_add(struct rp_histogram *histogram, uint64_t us);
