/* loop.h: the one event loop, its signals, and work that must not be done on it.
 *
 * Owner    the caller's memory; open/close. All callbacks run on the loop's thread, but for the
 *          work itself.
 * Errors   RP_ERR_IO: the system gives no loop or no thread.
 */
#pragma once

#include <uv.h>

#include "rp_types.h"

struct rp_loop_handler {
    void *context;
    void (*stop)(void *context);   /* SIGTERM or SIGINT, once */
    void (*reload)(void *context); /* SIGHUP */
};

struct rp_loop {
    uv_loop_t uv;
    uv_signal_t term, interrupt, hangup;
    struct rp_loop_handler handler;
};

enum rp_err rp_loop_open(struct rp_loop *loop, const struct rp_loop_handler *handler);

/* Runs until nothing is left to wait for: until rp_loop_release and the end of all else. */
void rp_loop_run(struct rp_loop *loop);

/* Lets go of the signals, so that the loop can end. */
void rp_loop_release(struct rp_loop *loop);

/* After the run. Something still open in it is a bug. */
void rp_loop_close(struct rp_loop *loop);

/* work runs on a thread of the pool, done on the loop's afterwards. context is theirs. */
enum rp_err rp_loop_work(uv_loop_t *loop, void (*work)(void *context), void (*done)(void *context),
                         void *context);
