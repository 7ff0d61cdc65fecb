/* sim_time.c: virtual time. Whatever the application would do later, by a timer, on a thread of the
 * pool or once a commit is safe, is a job with its moment, and happens in that order. */
#include "sim_time.h"

#include <stdlib.h>
#include <string.h>

#include "loop.h"
#include "store.h"

enum { TIMERS_MAX = 16, READING_MS = 1 };

static const int64_t ms_ns = 1000000;
static const int64_t start_ns = INT64_C(1000000000000); /* a machine that has been up for a while */

struct job {
    int64_t due_ns;
    uint64_t order;
    sim_job *run;
    void *context;
};

struct timer {
    uv_timer_t *handle; /* NULL: a free place */
    uv_timer_cb call;
    int64_t due_ns; /* RP_NEVER: stopped */
    int64_t repeat_ns;
    uint64_t order;
};

static struct {
    int64_t now_ns, commit_ns, jitter_ns, last_commit_ns;
    uint64_t orders;
    uint32_t (*random)(uint32_t bound);
    struct job *jobs;
    size_t jobs_n, jobs_capacity;
    struct timer timers[TIMERS_MAX];
} clock_;

void sim_time_reset(int64_t commit_ms, int64_t jitter_ms, uint32_t (*random)(uint32_t bound))
{
    free(clock_.jobs);
    memset(&clock_, 0, sizeof(clock_));
    clock_.now_ns = start_ns;
    clock_.commit_ns = commit_ms * ms_ns;
    clock_.jitter_ns = jitter_ms * ms_ns;
    clock_.random = random;
}

int64_t sim_now_ns(void)
{
    return clock_.now_ns;
}

int64_t sim_now_ms(void)
{
    return (clock_.now_ns - start_ns) / ms_ns;
}

void sim_later(int64_t wait_ns, sim_job *run, void *context)
{
    if (clock_.jobs_n == clock_.jobs_capacity) {
        clock_.jobs_capacity = clock_.jobs_capacity ? clock_.jobs_capacity * 2 : 64;
        clock_.jobs = realloc(clock_.jobs, clock_.jobs_capacity * sizeof(*clock_.jobs));
        RP_CHECK(clock_.jobs != NULL);
    }
    clock_.jobs[clock_.jobs_n++] =
        (struct job){clock_.now_ns + wait_ns, clock_.orders++, run, context};
}

/* The clock and timers of libuv. */

uint64_t uv_hrtime(void)
{
    return (uint64_t)clock_.now_ns;
}

void uv_update_time(uv_loop_t *loop)
{
    (void)loop;
}

static struct timer *timer_of(const uv_timer_t *handle)
{
    for (size_t i = 0; i < TIMERS_MAX; i++)
        if (clock_.timers[i].handle == handle)
            return &clock_.timers[i];
    return NULL;
}

int uv_timer_init(uv_loop_t *loop, uv_timer_t *handle)
{
    struct timer *timer = timer_of(NULL);
    (void)loop;
    RP_CHECK(timer != NULL);
    *timer = (struct timer){.handle = handle, .due_ns = RP_NEVER};
    return 0;
}

int uv_timer_start(uv_timer_t *handle, uv_timer_cb call, uint64_t wait_ms, uint64_t repeat_ms)
{
    struct timer *timer = timer_of(handle);
    RP_CHECK(timer != NULL);
    timer->call = call;
    timer->due_ns = clock_.now_ns + (int64_t)wait_ms * ms_ns;
    timer->repeat_ns = (int64_t)repeat_ms * ms_ns;
    timer->order = clock_.orders++;
    return 0;
}

int uv_timer_stop(uv_timer_t *handle)
{
    struct timer *timer = timer_of(handle);
    if (timer != NULL)
        timer->due_ns = RP_NEVER;
    return 0;
}

struct closing {
    uv_handle_t *handle;
    uv_close_cb call;
};

static void run_closing(void *context)
{
    struct closing *closing = context;
    if (closing->call)
        closing->call(closing->handle);
    free(closing);
}

void uv_close(uv_handle_t *handle, uv_close_cb call)
{
    struct timer *timer = timer_of((uv_timer_t *)handle);
    struct closing *closing = malloc(sizeof(*closing));
    RP_CHECK(closing != NULL);
    *closing = (struct closing){handle, call};
    if (timer != NULL)
        timer->handle = NULL;
    sim_later(0, run_closing, closing);
}

/* The pool: the work is done at once, and its end comes a little later. */

struct work {
    void (*done)(void *context);
    void *context;
};

static void run_done(void *context)
{
    struct work *work = context;
    work->done(work->context);
    free(work);
}

enum rp_err rp_loop_work(uv_loop_t *loop, void (*work)(void *context), void (*done)(void *context),
                         void *context)
{
    struct work *later = malloc(sizeof(*later));
    (void)loop;
    RP_CHECK(later != NULL);
    *later = (struct work){done, context};
    work(context);
    sim_later(READING_MS * ms_ns, run_done, later);
    return RP_OK;
}

/* Commits: the real store writes when the batch is said to be safe, and not before. */

struct put {
    struct rp_store *store;
    struct rp_batch *batch;
    rp_store_done *done;
    void *context;
};

void __real_rp_store_put(struct rp_store *store, struct rp_batch *batch, rp_store_done *done,
                         void *context);
void __wrap_rp_store_put(struct rp_store *store, struct rp_batch *batch, rp_store_done *done,
                         void *context);

static void run_put(void *context)
{
    struct put *put = context;
    __real_rp_store_put(put->store, put->batch, put->done, put->context);
    free(put);
}

/* In the order of their putting, as the store does it. */
void __wrap_rp_store_put(struct rp_store *store, struct rp_batch *batch, rp_store_done *done,
                         void *context)
{
    struct put *put = malloc(sizeof(*put));
    RP_CHECK(put != NULL);
    *put = (struct put){store, batch, done, context};
    int64_t due_ns = clock_.now_ns + clock_.commit_ns;
    if (clock_.jitter_ns > 0)
        due_ns += (int64_t)clock_.random((uint32_t)(clock_.jitter_ns / 1000)) * 1000;
    clock_.last_commit_ns = rp_max(clock_.last_commit_ns, due_ns);
    sim_later(clock_.last_commit_ns - clock_.now_ns, run_put, put);
}

/* Running. */

static struct timer *next_timer(void)
{
    struct timer *next = NULL;
    for (size_t i = 0; i < TIMERS_MAX; i++) {
        struct timer *one = &clock_.timers[i];
        if (one->handle == NULL || one->due_ns == RP_NEVER)
            continue;
        if (next == NULL || one->due_ns < next->due_ns ||
            (one->due_ns == next->due_ns && one->order < next->order))
            next = one;
    }
    return next;
}

static size_t next_job(void)
{
    size_t next = 0;
    for (size_t i = 1; i < clock_.jobs_n; i++)
        if (clock_.jobs[i].due_ns < clock_.jobs[next].due_ns ||
            (clock_.jobs[i].due_ns == clock_.jobs[next].due_ns &&
             clock_.jobs[i].order < clock_.jobs[next].order))
            next = i;
    return next;
}

static void run_timer(struct timer *timer)
{
    timer->due_ns = timer->repeat_ns > 0 ? timer->due_ns + timer->repeat_ns : RP_NEVER;
    timer->order = clock_.orders++;
    timer->call(timer->handle);
}

/* Runs the first of what is due by then; false: nothing is. */
static bool run_one(int64_t until_ns)
{
    struct timer *timer = next_timer();
    size_t at = next_job();
    bool any_job = clock_.jobs_n > 0 && clock_.jobs[at].due_ns <= until_ns;
    bool any_timer = timer != NULL && timer->due_ns <= until_ns;
    if (any_job && (!any_timer || clock_.jobs[at].due_ns <= timer->due_ns)) {
        struct job job = clock_.jobs[at];
        clock_.jobs[at] = clock_.jobs[--clock_.jobs_n];
        clock_.now_ns = rp_max(clock_.now_ns, job.due_ns);
        job.run(job.context);
        return true;
    }
    if (!any_timer)
        return false;
    clock_.now_ns = rp_max(clock_.now_ns, timer->due_ns);
    run_timer(timer);
    return true;
}

/* One instant: what is due at it, then the frames that come of it, until nothing more does. */
static bool run_turn(struct sim *sim, int64_t until_ns)
{
    if (!run_one(until_ns))
        return false;
    while (run_one(clock_.now_ns))
        ;
    sim_net_flush(sim);
    return true;
}

void sim_settle(struct sim *sim)
{
    while (run_turn(sim, clock_.now_ns))
        ;
}

void sim_pass(struct sim *sim, int64_t ms)
{
    int64_t until_ns = clock_.now_ns + ms * ms_ns;
    while (run_turn(sim, until_ns))
        ;
    clock_.now_ns = until_ns;
}

bool sim_until(struct sim *sim, bool (*is_so)(void *context), void *context, int64_t most_ms)
{
    int64_t until_ns = clock_.now_ns + most_ms * ms_ns;
    while (!is_so(context))
        if (!run_turn(sim, until_ns)) {
            clock_.now_ns = until_ns;
            return false;
        }
    return true;
}
