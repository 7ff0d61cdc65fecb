#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "log_brake.h"
#include "rate.h"

static const int64_t second = 1000000000;
static const struct rp_rate_limit limit = {.per_second = 20, .burst = 40};

static unsigned take_all(struct rp_rate *rate, int64_t now_ns)
{
    unsigned taken = 0;
    while (rp_rate_take(rate, limit, now_ns))
        taken++;
    return taken;
}

static void a_full_bucket_gives_its_burst_and_fills_with_time(void **unused)
{
    (void)unused;
    struct rp_rate rate = {0};
    const int64_t begin = 1000 * second;

    assert_int_equal(take_all(&rate, begin), 40);
    assert_int_equal(take_all(&rate, begin + second / 20 - 1), 0);
    assert_int_equal(take_all(&rate, begin + second / 20), 1);
    assert_int_equal(take_all(&rate, begin + second), 19);
    assert_int_equal(take_all(&rate, begin + 2 * second), 20);
    assert_int_equal(take_all(&rate, begin + 500 * second), 40);
}

/* Whatever the pace, no stretch of time gives more than its share and one burst. */
static void no_pace_gets_more_than_its_share(void **unused)
{
    (void)unused;
    for (int64_t step_ns = 1000000; step_ns < second; step_ns = step_ns * 3 / 2) {
        struct rp_rate rate = {0};
        int64_t taken = 0;
        for (int64_t now_ns = 0; now_ns <= 20 * second; now_ns += step_ns) {
            taken += rp_rate_take(&rate, limit, 1000 * second + now_ns);
            assert_true(taken <= 40 + now_ns / (second / 20));
        }
    }
}

/* Every line is either written or told of with the next that is. */
static void a_flood_of_lines_is_counted(void **unused)
{
    (void)unused;
    struct rp_log_brake brake = {.left_out = 0};
    const int64_t begin = 1000 * second;
    uint32_t written = 0, told = 0;
    for (int64_t i = 0; i < 10000; i++)
        if (rp_log_brake_lets(&brake, RP_LOG_OF_ONE, begin + i * (second / 1000))) {
            written++;
            told += rp_log_brake_told(&brake);
        }
    assert_int_equal(written, 3 + 9);
    assert_int_equal(written + told + rp_log_brake_told(&brake), 10000);
    assert_int_equal(rp_log_brake_told(&brake), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_bucket_gives_its_burst_and_fills_with_time),
        cmocka_unit_test(no_pace_gets_more_than_its_share),
        cmocka_unit_test(a_flood_of_lines_is_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
