/* floor_metrics.h: facts about a session's turn timing; nothing here is scored.
 *
 * docs/turn-timing.md, "Metrics", says what each is. Integers only: shares in tenths of a per cent,
 * rates in thousandths.
 *
 * Owner    {0} is empty; rp_floor_metrics_clear gives back. The report is the caller's.
 */
#pragma once

#include <jansson.h>

#include "rp_floor.h"

/* A transfer as far as metrics care. */
struct rp_floor_metric_offset {
    struct rp_floor_transfer transfer;
    bool reverted, has_send_latency;
    int64_t send_latency_ms;
    enum rp_floor_band band;
};

struct rp_floor_metrics {
    struct rp_floor_metric_offset *offsets; /* by number of transfer, from 1 */
    size_t count, capacity;
    struct rp_floor_turn *turns;
    size_t turns_count, turns_capacity;
    int32_t backchannels;
};

void rp_floor_metrics_verdict(struct rp_floor_metrics *metrics,
                              const struct rp_floor_judgement *verdict);
void rp_floor_metrics_transfer(struct rp_floor_metrics *metrics,
                               const struct rp_floor_transfer *transfer);
void rp_floor_metrics_change(struct rp_floor_metrics *metrics,
                             const struct rp_floor_transfer_change *change);
void rp_floor_metrics_turn(struct rp_floor_metrics *metrics, const struct rp_floor_turn *turn);

json_t *rp_floor_metrics_report(const struct rp_floor_metrics *metrics,
                                const struct rp_floor_totals *totals, bool voice);
void rp_floor_metrics_clear(struct rp_floor_metrics *metrics);
