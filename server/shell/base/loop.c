#include "loop.h"

#include <signal.h>
#include <stdlib.h>

static void on_stop(uv_signal_t *signal, int number)
{
    struct rp_loop *loop = signal->data;
    (void)number;
    uv_signal_stop(&loop->term);
    uv_signal_stop(&loop->interrupt);
    loop->handler.stop(loop->handler.context);
}

static void on_reload(uv_signal_t *signal, int number)
{
    struct rp_loop *loop = signal->data;
    (void)number;
    loop->handler.reload(loop->handler.context);
}

static void watch(struct rp_loop *loop, uv_signal_t *signal, uv_signal_cb callback, int number)
{
    uv_signal_init(&loop->uv, signal);
    signal->data = loop;
    uv_signal_start(signal, callback, number);
}

enum rp_err rp_loop_open(struct rp_loop *loop, const struct rp_loop_handler *handler)
{
    loop->handler = *handler;
    if (uv_loop_init(&loop->uv) != 0)
        return RP_ERR_IO;
    signal(SIGPIPE, SIG_IGN); /* a socket that breaks is told by its write */
    watch(loop, &loop->term, on_stop, SIGTERM);
    watch(loop, &loop->interrupt, on_stop, SIGINT);
    watch(loop, &loop->hangup, on_reload, SIGHUP);
    return RP_OK;
}

void rp_loop_run(struct rp_loop *loop)
{
    uv_run(&loop->uv, UV_RUN_DEFAULT);
}

void rp_loop_release(struct rp_loop *loop)
{
    uv_close((uv_handle_t *)&loop->term, NULL);
    uv_close((uv_handle_t *)&loop->interrupt, NULL);
    uv_close((uv_handle_t *)&loop->hangup, NULL);
}

void rp_loop_close(struct rp_loop *loop)
{
    RP_CHECK(uv_loop_close(&loop->uv) == 0);
}

struct job {
    uv_work_t request;
    void (*work)(void *context);
    void (*done)(void *context);
    void *context;
};

static void run_job(uv_work_t *request)
{
    struct job *job = request->data;
    job->work(job->context);
}

static void end_job(uv_work_t *request, int status)
{
    struct job *job = request->data;
    (void)status; /* nothing cancels a job */
    job->done(job->context);
    free(job);
}

enum rp_err rp_loop_work(uv_loop_t *loop, void (*work)(void *context), void (*done)(void *context),
                         void *context)
{
    struct job *job = malloc(sizeof(*job));
    if (job == NULL)
        return RP_ERR_IO;
    *job = (struct job){.work = work, .done = done, .context = context};
    job->request.data = job;
    if (uv_queue_work(loop, &job->request, run_job, end_job) != 0) {
        free(job);
        return RP_ERR_IO;
    }
    return RP_OK;
}
