#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "round_trip.h"

static const int64_t ms = 1000000; /* in nanoseconds */

/* Sends a ping at 0 and has it answered after so long. */
static void measure(struct rp_round_trip *trip, uint64_t number, int32_t length_ms)
{
    int32_t rtt_ms = -1;
    rp_round_trip_sent(trip, number, 0);
    assert_int_equal(rp_round_trip_answered(trip, number, length_ms * ms, &rtt_ms), RP_OK);
    assert_int_equal(rtt_ms, length_ms);
}

static void the_median_of_the_last_five_counts(void **unused)
{
    (void)unused;
    static const struct {
        int32_t sample_ms, median_ms;
    } rows[] = {{80, 80}, {20, 80}, {50, 50}, {900, 80}, {40, 50}, {40, 40}, {41, 41}, {0, 40}};
    struct rp_round_trip trip = {0};

    assert_int_equal(rp_round_trip_ms(&trip), -1);
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        measure(&trip, i + 1, rows[i].sample_ms);
        assert_int_equal(rp_round_trip_ms(&trip), rows[i].median_ms);
    }
}

static void an_answer_must_name_an_open_ping(void **unused)
{
    (void)unused;
    struct rp_round_trip trip = {0};
    int32_t rtt_ms = 7;

    assert_int_equal(rp_round_trip_answered(&trip, 0, ms, &rtt_ms), RP_ERR_NOT_FOUND);
    rp_round_trip_sent(&trip, 11, 0);
    rp_round_trip_sent(&trip, 12, 0);
    assert_int_equal(rp_round_trip_answered(&trip, 13, ms, &rtt_ms), RP_ERR_NOT_FOUND);
    assert_int_equal(rtt_ms, 7);
    assert_int_equal(rp_round_trip_ms(&trip), -1);

    /* The answer to the second tells that the first arrived, too. */
    assert_int_equal(rp_round_trip_answered(&trip, 12, 5 * ms, &rtt_ms), RP_OK);
    assert_int_equal(rp_round_trip_answered(&trip, 11, 6 * ms, &rtt_ms), RP_ERR_NOT_FOUND);
    assert_int_equal(rp_round_trip_ms(&trip), 5);
}

static void the_oldest_open_ping_tells_the_stall(void **unused)
{
    (void)unused;
    struct rp_round_trip trip = {0};

    assert_int_equal(rp_round_trip_stall_ms(&trip, 50 * ms), 0);
    for (uint64_t i = 0; i < 100; i++)
        rp_round_trip_sent(&trip, i + 1, (int64_t)i * 10 * ms);
    assert_int_equal(rp_round_trip_stall_ms(&trip, 2000 * ms), 2000);
    int32_t rtt_ms;
    assert_int_equal(rp_round_trip_answered(&trip, 100, 2000 * ms, &rtt_ms), RP_OK);
    assert_int_equal(rtt_ms, 2000 - 990);
    assert_int_equal(rp_round_trip_stall_ms(&trip, 2000 * ms), 0);
}

static void five_pings_make_a_full_set(void **unused)
{
    (void)unused;
    struct rp_round_trip trip = {0};

    measure(&trip, 1, 10);
    measure(&trip, 2, 10);
    for (uint64_t i = 3; i <= 5; i++) {
        assert_true(rp_round_trip_wants_more(&trip));
        rp_round_trip_sent(&trip, i, 0);
    }
    assert_false(rp_round_trip_wants_more(&trip));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_median_of_the_last_five_counts),
        cmocka_unit_test(an_answer_must_name_an_open_ping),
        cmocka_unit_test(the_oldest_open_ping_tells_the_stall),
        cmocka_unit_test(five_pings_make_a_full_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
