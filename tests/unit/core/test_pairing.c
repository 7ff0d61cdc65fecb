#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rp_pairing.h"

static struct rp_ledger_of_meetings ledger;
static struct rp_group groups[RP_GROUPS_MAX];

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static uint16_t everyone(uint16_t *people, uint16_t n)
{
    for (uint16_t i = 0; i < n; i++)
        people[i] = i;
    return n;
}

/* Everyone who is there sits somewhere, once. */
static void check_all_sit(const uint16_t *people, uint16_t n, uint16_t groups_n)
{
    uint8_t sits[RP_PEOPLE_MAX] = {0};
    uint16_t seats = 0;
    for (uint16_t g = 0; g < groups_n; g++) {
        assert_true(groups[g].seats[0] != RP_NOBODY);
        for (int i = 0; i < 3; i++)
            if (groups[g].seats[i] != RP_NOBODY) {
                sits[groups[g].seats[i]]++;
                seats++;
            }
    }
    assert_int_equal(seats, n);
    for (uint16_t i = 0; i < n; i++)
        assert_int_equal(sits[people[i]], 1);
}

/* The most often that two met. */
static int most_meetings(void)
{
    int most = 0;
    for (int a = 0; a < RP_PEOPLE_MAX; a++)
        for (int b = 0; b < RP_PEOPLE_MAX; b++)
            if ((ledger.met[a][b] & RP_MET_COUNT) > most)
                most = ledger.met[a][b] & RP_MET_COUNT;
    return most;
}

static void count_all(uint16_t groups_n)
{
    for (uint16_t g = 0; g < groups_n; g++)
        rp_pairing_count(&ledger, groups[g]);
}

static void nobody_meets_twice_before_all_once(void **unused)
{
    uint16_t people[RP_PEOPLE_MAX];
    (void)unused;
    for (uint16_t n = 2; n <= RP_PEOPLE_MAX; n = (uint16_t)(n < 40 ? n + 1 : n + 16)) {
        everyone(people, n);
        rp_pairing_init(&ledger);
        uint16_t rounds = (uint16_t)(n % 2 ? n : n - 1);
        for (uint16_t round = 0; round < rounds; round++) {
            uint16_t groups_n = rp_pairing_pairs(&ledger, people, n, groups);
            check_all_sit(people, n, groups_n);
            assert_int_equal(groups_n, (n + 1) / 2);
            count_all(groups_n);
        }
        assert_int_equal(most_meetings(), 1);
        for (uint16_t i = 0; i < n; i++)
            assert_int_equal(ledger.met[i][RP_PEOPLE_MAX], n % 2);
    }
}

/* As long as everyone has met fewer than half of those who are there, whoever comes and goes. */
static void nobody_meets_twice_while_people_come_and_go(void **unused)
{
    uint32_t random = 11;
    (void)unused;
    for (int play = 0; play < 100; play++) {
        uint16_t all = (uint16_t)(6 + next_random(&random) % 195);
        uint16_t people[RP_PEOPLE_MAX], n;
        rp_pairing_init(&ledger);
        for (int round = 0;; round++) {
            n = 0;
            for (uint16_t i = 0; i < all; i++)
                if (next_random(&random) % 8 > 0)
                    people[n++] = i;
            if (n % 2 == 1)
                n--;
            if (round + 1 >= n / 2 || round == 20)
                break;
            uint16_t groups_n = rp_pairing_pairs(&ledger, people, n, groups);
            check_all_sit(people, n, groups_n);
            count_all(groups_n);
            assert_int_equal(most_meetings(), 1);
        }
    }
}

static void the_bot_goes_round_while_people_come_and_go(void **unused)
{
    uint16_t people[RP_PEOPLE_MAX];
    uint32_t random = 5;
    (void)unused;
    for (uint16_t n = 3; n < 60; n = (uint16_t)(n + 2)) {
        everyone(people, n);
        rp_pairing_init(&ledger);
        for (int round = 0; round < 3 * n; round++) {
            if (next_random(&random) % 4 == 0) { /* the order they stand in does not matter */
                uint16_t at = (uint16_t)(next_random(&random) % n), kept = people[0];
                people[0] = people[at];
                people[at] = kept;
            }
            count_all(rp_pairing_pairs(&ledger, people, n, groups));
            int least = 255, most = 0;
            for (uint16_t i = 0; i < n; i++) {
                least = ledger.met[i][RP_PEOPLE_MAX] < least ? ledger.met[i][RP_PEOPLE_MAX] : least;
                most = ledger.met[i][RP_PEOPLE_MAX] > most ? ledger.met[i][RP_PEOPLE_MAX] : most;
            }
            assert_in_range(most - least, 0, 1);
        }
    }
}

static void threes_have_their_leftovers(void **unused)
{
    uint16_t people[RP_PEOPLE_MAX];
    (void)unused;
    for (uint16_t n = 1; n <= RP_PEOPLE_MAX; n++) {
        int sizes[4] = {0};
        everyone(people, n);
        rp_pairing_init(&ledger);
        uint16_t groups_n = rp_pairing_threes(&ledger, people, n, n, groups);
        check_all_sit(people, n, groups_n);
        for (uint16_t g = 0; g < groups_n; g++)
            sizes[rp_group_size(groups[g])]++;
        assert_int_equal(sizes[1], n == 1);
        assert_int_equal(sizes[2], n < 3 ? n == 2 : (3 - n % 3) % 3);
    }
}

static void each_block_gives_everyone_every_seat(void **unused)
{
    uint16_t people[RP_PEOPLE_MAX];
    (void)unused;
    for (uint16_t n = 3; n <= RP_PEOPLE_MAX; n = (uint16_t)(n + 3)) {
        everyone(people, n);
        rp_pairing_init(&ledger);
        uint16_t groups_n = rp_pairing_threes(&ledger, people, n, 3, groups);
        for (int session = 0; session < 3; session++)
            for (uint16_t g = 0; g < groups_n; g++) {
                rp_pairing_count(&ledger, groups[g]);
                groups[g] = rp_pairing_rotate(groups[g]);
            }
        for (uint16_t i = 0; i < n; i++)
            for (int seat = 0; seat < 3; seat++)
                assert_int_equal(ledger.seats[i][seat], 1);
    }
}

/* Threes of 21 and more find new people in their second and third block. */
static void threes_meet_anew(void **unused)
{
    uint16_t people[RP_PEOPLE_MAX];
    (void)unused;
    for (uint16_t n = 21; n <= RP_PEOPLE_MAX; n = (uint16_t)(n + 7)) {
        everyone(people, n);
        rp_pairing_init(&ledger);
        for (uint64_t block = 0; block < 3; block++)
            count_all(rp_pairing_threes(&ledger, people, n, block, groups));
        assert_int_equal(most_meetings(), 1);
    }
}

static bool together(uint16_t groups_n, uint16_t a, uint16_t b)
{
    for (uint16_t g = 0; g < groups_n; g++) {
        bool has_a = false, has_b = false;
        for (int i = 0; i < 3; i++) {
            has_a |= groups[g].seats[i] == a;
            has_b |= groups[g].seats[i] == b;
        }
        if (has_a && has_b)
            return true;
    }
    return false;
}

static void two_are_kept_apart_or_together(void **unused)
{
    uint16_t people[12];
    (void)unused;
    everyone(people, 12);
    rp_pairing_init(&ledger);
    rp_pairing_apart(&ledger, 0, 5, true);
    rp_pairing_lock(&ledger, 2, 9, true);
    for (uint64_t round = 0; round < 30; round++) {
        uint16_t groups_n = rp_pairing_pairs(&ledger, people, 12, groups);
        assert_false(together(groups_n, 0, 5));
        assert_true(together(groups_n, 2, 9));
        count_all(groups_n);
        groups_n = rp_pairing_threes(&ledger, people, 12, round, groups);
        assert_false(together(groups_n, 0, 5));
        assert_true(together(groups_n, 2, 9));
    }
    rp_pairing_lock(&ledger, 2, 9, false);
    assert_false(together(rp_pairing_pairs(&ledger, people, 12, groups), 2, 9));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_meets_twice_before_all_once),
        cmocka_unit_test(nobody_meets_twice_while_people_come_and_go),
        cmocka_unit_test(the_bot_goes_round_while_people_come_and_go),
        cmocka_unit_test(threes_have_their_leftovers),
        cmocka_unit_test(each_block_gives_everyone_every_seat),
        cmocka_unit_test(threes_meet_anew),
        cmocka_unit_test(two_are_kept_apart_or_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
