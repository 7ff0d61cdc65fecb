/* Two at once, in order, and no more waiting than may. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "work_queue.h"

struct piece {
    struct rp_work work;
    int number;
};

static struct {
    uv_mutex_t mutex;
    int running, most, begun[16], begun_n, done;
} seen;

static void on_work(struct rp_work *work)
{
    uv_mutex_lock(&seen.mutex);
    seen.begun[seen.begun_n++] = ((struct piece *)work)->number;
    seen.running++;
    if (seen.running > seen.most)
        seen.most = seen.running;
    uv_mutex_unlock(&seen.mutex);
    uv_sleep(5);
    uv_mutex_lock(&seen.mutex);
    seen.running--;
    uv_mutex_unlock(&seen.mutex);
}

static void on_done(struct rp_work *work)
{
    (void)work;
    seen.done++;
}

static void two_at_once_in_order_and_the_rest_refused(void **unused)
{
    uv_loop_t loop;
    struct rp_work_queue queue;
    struct piece pieces[8];
    (void)unused;
    assert_int_equal(uv_mutex_init(&seen.mutex), 0);
    assert_int_equal(uv_loop_init(&loop), 0);
    rp_work_queue_init(&queue, &loop, 2);
    for (int i = 0; i < 8; i++) {
        pieces[i] = (struct piece){.work = {.work = on_work, .done = on_done}, .number = i};
        assert_int_equal(rp_work_put(&queue, &pieces[i].work, 4), i < 6 ? RP_OK : RP_ERR_TOO_LARGE);
    }
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_int_equal(seen.done, 6);
    assert_true(seen.most <= 2);
    for (int i = 2; i < 6; i++) /* the first two begin together */
        assert_true(seen.begun[i] == i || seen.begun[i] == i - 1 || seen.begun[i] == i + 1);
    assert_int_equal(queue.running + queue.waiting, 0);
    assert_int_equal(rp_work_put(&queue, &pieces[6].work, 0), RP_OK);
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_int_equal(seen.done, 7);
    assert_int_equal(uv_loop_close(&loop), 0);
    uv_mutex_destroy(&seen.mutex);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_at_once_in_order_and_the_rest_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
