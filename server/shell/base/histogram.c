#include "histogram.h"

const uint32_t rp_histogram_ms[RP_HISTOGRAM_BOUNDS] = {1,   2,   5,   10,   20,  50,
                                                       100, 200, 500, 1000, 2000};

void rp_histogram_add(struct rp_histogram *histogram, uint64_t us)
{
    for (size_t i = 0; i < RP_HISTOGRAM_BOUNDS; i++)
        histogram->le[i] += us <= rp_histogram_ms[i] * UINT64_C(1000);
    histogram->count++;
    histogram->us_sum += us;
}
