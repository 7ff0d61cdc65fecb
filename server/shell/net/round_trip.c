#include "round_trip.h"

#include <string.h>

static int32_t elapsed_ms(int64_t from_ns, int64_t to_ns)
{
    return (int32_t)rp_clamp((to_ns - from_ns) / 1000000, 0, INT32_MAX);
}

void rp_round_trip_sent(struct rp_round_trip *trip, uint64_t number, int64_t now_ns)
{
    if (trip->open_count == RP_ROUND_TRIP_OPEN)
        trip->open_count--;
    trip->open[trip->open_count++] = (struct rp_ping){number, now_ns};
}

enum rp_err rp_round_trip_answered(struct rp_round_trip *trip, uint64_t number, int64_t now_ns,
                                   int32_t *rtt_ms)
{
    uint8_t i = 0;
    while (i < trip->open_count && trip->open[i].number != number)
        i++;
    if (i == trip->open_count)
        return RP_ERR_NOT_FOUND;

    *rtt_ms = elapsed_ms(trip->open[i].sent_ns, now_ns);
    trip->samples_ms[trip->next_sample] = *rtt_ms;
    trip->next_sample = (uint8_t)((trip->next_sample + 1) % RP_ROUND_TRIP_SAMPLES);
    if (trip->samples_count < RP_ROUND_TRIP_SAMPLES)
        trip->samples_count++;

    trip->open_count = (uint8_t)(trip->open_count - i - 1);
    memmove(trip->open, trip->open + i + 1, trip->open_count * sizeof(trip->open[0]));
    return RP_OK;
}

int32_t rp_round_trip_ms(const struct rp_round_trip *trip)
{
    int32_t sorted[RP_ROUND_TRIP_SAMPLES] = {0};
    for (uint8_t i = 0; i < trip->samples_count; i++) {
        uint8_t at = i;
        for (; at > 0 && sorted[at - 1] > trip->samples_ms[i]; at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = trip->samples_ms[i];
    }
    return trip->samples_count ? sorted[trip->samples_count / 2] : -1;
}

bool rp_round_trip_wants_more(const struct rp_round_trip *trip)
{
    return trip->samples_count + trip->open_count < RP_ROUND_TRIP_SAMPLES;
}

int32_t rp_round_trip_stall_ms(const struct rp_round_trip *trip, int64_t now_ns)
{
    return trip->open_count ? elapsed_ms(trip->open[0].sent_ns, now_ns) : 0;
}
