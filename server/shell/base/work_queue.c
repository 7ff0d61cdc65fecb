#include "work_queue.h"

#include "loop.h"

void rp_work_queue_init(struct rp_work_queue *queue, uv_loop_t *loop, uint32_t at_once)
{
    *queue = (struct rp_work_queue){.loop = loop, .at_once = at_once};
}

static void run(void *context)
{
    struct rp_work *work = context;
    work->work(work);
}

static void begin_next(struct rp_work_queue *queue);

static void end(void *context)
{
    struct rp_work *work = context;
    struct rp_work_queue *queue = work->queue;
    queue->running--;
    begin_next(queue);
    work->done(work); /* may be the end of the queue, too */
}

/* A pool that takes nothing now may take it when another piece has ended. */
static void begin_next(struct rp_work_queue *queue)
{
    while (queue->first && queue->running < queue->at_once) {
        struct rp_work *work = queue->first;
        if (rp_loop_work(queue->loop, run, end, work) != RP_OK)
            return;
        queue->first = work->next;
        if (queue->first == NULL)
            queue->last = NULL;
        queue->waiting--;
        queue->running++;
    }
}

enum rp_err rp_work_put(struct rp_work_queue *queue, struct rp_work *work, uint32_t waiting_max)
{
    if (queue->running < queue->at_once && queue->first == NULL) {
        work->queue = queue;
        if (rp_loop_work(queue->loop, run, end, work) != RP_OK)
            return RP_ERR_IO;
        queue->running++;
        return RP_OK;
    }
    if (queue->waiting >= waiting_max)
        return RP_ERR_TOO_LARGE;
    work->queue = queue;
    work->next = NULL;
    if (queue->last)
        queue->last->next = work;
    else
        queue->first = work;
    queue->last = work;
    queue->waiting++;
    return RP_OK;
}
