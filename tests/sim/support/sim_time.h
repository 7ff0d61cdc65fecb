/* sim_time.h: what sim_time.c gives the other files of the sim. */
#pragma once

#include "sim.h"

typedef void sim_job(void *context);

/* From nothing: no timer, no job, and the clock at its beginning. `random` draws commit times. */
void sim_time_reset(int64_t commit_ms, int64_t jitter_ms, uint32_t (*random)(uint32_t bound));
int64_t sim_now_ns(void);
/* Runs then, in a turn of the loop. */
void sim_later(int64_t wait_ns, sim_job *job, void *context);

/* sim_net.c */
void sim_net_flush(struct sim *sim);
struct rp_net *sim_net_make(struct sim *sim);
void sim_net_free(struct rp_net *net);

/* sim_told.c: what the guest itself learns. */
void sim_learn(struct sim_guest *guest, const struct sim_told *told);
