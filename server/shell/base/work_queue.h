/* work_queue.h: work for the thread pool, so many pieces at once; the rest waits its turn, and what
 * would wait too long is refused.
 *
 * Owner    the queue is the caller's, plain data on the loop's thread; a piece of work belongs to
 *          the queue from rp_work_put until its done.
 * Errors   RP_ERR_TOO_LARGE: as many wait as may. RP_ERR_IO: the pool takes nothing.
 * Order    they begin in the order of rp_work_put.
 */
#pragma once

#include <uv.h>

#include "rp_types.h"

struct rp_work_queue {
    uv_loop_t *loop;
    uint32_t at_once, running, waiting;
    struct rp_work *first, *last;
};

/* The first member of whatever it works on. */
struct rp_work {
    struct rp_work *next;
    struct rp_work_queue *queue;
    void (*work)(struct rp_work *work); /* on a thread of the pool */
    void (*done)(struct rp_work *work); /* on the loop's */
};

void rp_work_queue_init(struct rp_work_queue *queue, uv_loop_t *loop, uint32_t at_once);

/* waiting_max: of those that have not begun. */
enum rp_err rp_work_put(struct rp_work_queue *queue, struct rp_work *work, uint32_t waiting_max);
