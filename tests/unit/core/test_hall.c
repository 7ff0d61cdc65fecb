#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rp_hall.h"

enum { ROOMS = 97 };

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static int64_t least(const int64_t *due)
{
    int64_t found = RP_NEVER;
    for (int i = 0; i < ROOMS; i++)
        found = rp_min(found, due[i]);
    return found;
}

static void the_hall_names_the_room_that_is_due_first(void **unused)
{
    (void)unused;
    struct rp_hall_seat seats[ROOMS];
    struct rp_hall hall;
    int64_t due[ROOMS];
    uint32_t random = 7;

    rp_hall_init(&hall, seats, ROOMS);
    for (int i = 0; i < ROOMS; i++)
        due[i] = RP_NEVER;
    assert_int_equal(rp_hall_next(&hall), RP_NEVER);

    for (int i = 0; i < 20000; i++) {
        uint32_t slot = next_random(&random) % ROOMS;
        due[slot] = next_random(&random) % 5 == 0 ? RP_NEVER : next_random(&random) % 1000;
        rp_hall_set(&hall, slot, due[slot]);
        assert_int_equal(rp_hall_next(&hall), least(due));
        assert_int_equal(due[rp_hall_first(&hall)], least(due));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_hall_names_the_room_that_is_due_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
