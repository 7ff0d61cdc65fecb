#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rp_lobby.h"

enum { S = 1000, MINUTE = 60 * S };

static struct rp_lobby lobby;

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static void open_lobby(enum rp_pairing pairing, uint8_t sessions)
{
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_OPENED};
    event.as.workshop_opened = (struct rp_event_workshop_opened){
        .pairing = pairing,
        .sessions = sessions,
        .seed = 7,
        .read_ms = MINUTE,
        .play_ms = 8 * MINUTE,
        .wrap_ms = 20 * S,
        .debrief_ms = 4 * MINUTE,
        .switch_ms = 30 * S,
    };
    rp_lobby_init(&lobby);
    assert_int_equal(rp_lobby_step(&lobby, 0, &event), RP_OK);
}

static enum rp_err come(int64_t at_ms)
{
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_CAME};
    event.as.workshop_came.person = lobby.people_n;
    return rp_lobby_step(&lobby, at_ms, &event);
}

static void come_all(uint16_t n)
{
    for (uint16_t i = 0; i < n; i++)
        assert_int_equal(come(lobby.now_ms), RP_OK);
}

static enum rp_err link_of(int64_t at_ms, uint16_t person, bool up)
{
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_LINK};
    event.as.workshop_link.person = person;
    event.as.workshop_link.up = up;
    return rp_lobby_step(&lobby, at_ms, &event);
}

static enum rp_err steer(int64_t at_ms, enum rp_steer what, uint16_t person)
{
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_STEERED};
    event.as.workshop_steered.what = what;
    event.as.workshop_steered.person = person;
    event.as.workshop_steered.on = true;
    return rp_lobby_step(&lobby, at_ms, &event);
}

static bool sits(uint16_t person, enum rp_seat seat)
{
    uint16_t group;
    enum rp_seat found;
    return rp_lobby_seat_of(&lobby, person, &group, &found) && found == seat;
}

static void phases_follow_the_clock(void **unused)
{
    static const struct {
        int64_t at_ms;
        enum rp_gathering phase;
        uint8_t session;
    } rows[] = {
        {0, RP_GATHERING_READ, 1},
        {59999, RP_GATHERING_READ, 1},
        {60000, RP_GATHERING_PLAY, 1},
        {9 * MINUTE, RP_GATHERING_WRAP, 1},
        {9 * MINUTE + 20 * S, RP_GATHERING_DEBRIEF, 1},
        {13 * MINUTE + 20 * S, RP_GATHERING_SWITCH, 1},
        {13 * MINUTE + 50 * S, RP_GATHERING_READ, 2},
        {27 * MINUTE + 10 * S, RP_GATHERING_OVER, 2},
        {9999 * MINUTE, RP_GATHERING_OVER, 2},
    };
    (void)unused;
    open_lobby(RP_PAIRING_PAIRS, 2);
    assert_int_equal(steer(0, RP_STEER_START, 0), RP_ERR_DENIED); /* nobody is here */
    come_all(4);
    assert_int_equal(steer(0, RP_STEER_START, 0), RP_OK);
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        rp_lobby_advance(&lobby, rows[i].at_ms);
        assert_int_equal(lobby.phase, rows[i].phase);
        assert_int_equal(lobby.session, rows[i].session);
    }
    assert_int_equal(come(9999 * MINUTE), RP_ERR_DENIED);
}

static void more_time_and_pause_move_the_end(void **unused)
{
    (void)unused;
    open_lobby(RP_PAIRING_PAIRS, 1);
    come_all(2);
    steer(0, RP_STEER_START, 0);
    assert_int_equal(steer(10 * S, RP_STEER_EXTEND, 0), RP_OK);
    assert_int_equal(rp_lobby_left_ms(&lobby), 110 * S);
    assert_int_equal(steer(20 * S, RP_STEER_PAUSE, 0), RP_OK);
    assert_int_equal(steer(21 * S, RP_STEER_PAUSE, 0), RP_ERR_DENIED);
    rp_lobby_advance(&lobby, 999 * S);
    assert_int_equal(lobby.phase, RP_GATHERING_READ);
    assert_int_equal(rp_lobby_left_ms(&lobby), 100 * S);
    assert_int_equal(steer(1000 * S, RP_STEER_RESUME, 0), RP_OK);
    rp_lobby_advance(&lobby, 1099 * S);
    assert_int_equal(lobby.phase, RP_GATHERING_READ);
    rp_lobby_advance(&lobby, 1100 * S);
    assert_int_equal(lobby.phase, RP_GATHERING_PLAY);
}

static void who_comes_late_watches_or_has_the_bot(void **unused)
{
    (void)unused;
    open_lobby(RP_PAIRING_PAIRS, 2);
    come_all(2);
    steer(0, RP_STEER_START, 0);
    assert_int_equal(come(2 * MINUTE), RP_OK);
    assert_true(sits(2, RP_SEAT_OBSERVER));
    assert_int_equal(come(3 * MINUTE), RP_OK);
    assert_true(sits(3, RP_SEAT_TRAINEE));
    assert_int_equal(come(6 * MINUTE), RP_OK); /* three minutes of play are left */
    assert_false(sits(4, RP_SEAT_TRAINEE));
    rp_lobby_advance(&lobby, 14 * MINUTE); /* the next session */
    for (uint16_t i = 0; i < 5; i++)
        assert_true(sits(i, RP_SEAT_TRAINEE) || sits(i, RP_SEAT_CUSTOMER));
}

static void who_is_left_is_placed_anew(void **unused)
{
    (void)unused;
    open_lobby(RP_PAIRING_PAIRS, 2);
    come_all(2);
    steer(0, RP_STEER_START, 0);
    uint16_t trainee = lobby.groups[0].seats[0], customer = lobby.groups[0].seats[1];
    link_of(MINUTE, trainee, false);
    rp_lobby_advance(&lobby, MINUTE + 44 * S);
    assert_true(sits(customer, RP_SEAT_CUSTOMER));
    rp_lobby_advance(&lobby, MINUTE + 45 * S);
    assert_true(sits(customer, RP_SEAT_TRAINEE));
    link_of(2 * MINUTE, trainee, true);
    assert_true(sits(trainee, RP_SEAT_TRAINEE));
    /* A customer who leaves leaves his seat to the bot. */
    open_lobby(RP_PAIRING_PAIRS, 2);
    come_all(2);
    steer(0, RP_STEER_START, 0);
    customer = lobby.groups[0].seats[1];
    assert_int_equal(steer(MINUTE, RP_STEER_REMOVE, customer), RP_OK);
    assert_int_equal(lobby.groups[0].seats[1], RP_NOBODY);
    assert_int_equal(link_of(MINUTE, customer, true), RP_OK); /* and stays out */
    assert_false(lobby.people[customer].here);
}

static void nothing_new_begins_without_staff(void **unused)
{
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_STAFF};
    (void)unused;
    open_lobby(RP_PAIRING_BOT, 2);
    come_all(3);
    steer(0, RP_STEER_START, 0);
    rp_lobby_step(&lobby, MINUTE, &event);
    rp_lobby_advance(&lobby, 99 * MINUTE);
    assert_int_equal(lobby.phase, RP_GATHERING_SWITCH);
    event.as.workshop_staff.here = true;
    rp_lobby_step(&lobby, 100 * MINUTE, &event);
    rp_lobby_advance(&lobby, 100 * MINUTE);
    assert_int_equal(lobby.phase, RP_GATHERING_READ);
}

static void each_takes_each_seat(void **unused)
{
    (void)unused;
    for (uint16_t n = 2; n <= RP_PEOPLE_MAX; n = (uint16_t)(n + 3)) {
        for (int pairing = RP_PAIRING_PAIRS; pairing <= RP_PAIRING_THREES; pairing++) {
            uint8_t sessions = pairing == RP_PAIRING_PAIRS ? 2 : 3;
            open_lobby((enum rp_pairing)pairing, sessions);
            come_all(n);
            steer(0, RP_STEER_START, 0);
            while (lobby.phase != RP_GATHERING_OVER)
                rp_lobby_advance(&lobby, rp_lobby_next_ms(&lobby));
            for (uint16_t i = 0; i < n; i++)
                assert_true(lobby.ledger.seats[i][RP_SEAT_TRAINEE] >= 1);
            assert_int_equal(lobby.session, sessions);
        }
    }
}

/* Whoever is here has a seat while a session has enough time left, and no wait is without end. */
static void check_nobody_waits(void)
{
    uint16_t group;
    enum rp_seat seat;
    uint8_t seen[RP_PEOPLE_MAX] = {0};
    bool plays = lobby.phase == RP_GATHERING_READ ||
                 (lobby.phase == RP_GATHERING_PLAY && rp_lobby_left_ms(&lobby) >= 4 * MINUTE);
    for (uint16_t i = 0; i < lobby.people_n && plays; i++)
        if (lobby.people[i].here)
            assert_true(rp_lobby_seat_of(&lobby, i, &group, &seat));
    for (uint16_t g = 0; g < lobby.groups_n; g++)
        for (int i = 0; i < 3; i++)
            if (lobby.groups[g].seats[i] != RP_NOBODY)
                assert_int_equal(seen[lobby.groups[g].seats[i]]++, 0);
    if (lobby.phase != RP_GATHERING_OPEN && lobby.phase != RP_GATHERING_OVER)
        assert_true(rp_lobby_next_ms(&lobby) < RP_NEVER);
}

static void churn(uint16_t n, enum rp_pairing pairing, uint32_t random)
{
    open_lobby(pairing, 6);
    come_all(n);
    steer(0, RP_STEER_START, 0);
    while (lobby.phase != RP_GATHERING_OVER) {
        int64_t at_ms =
            rp_min(lobby.now_ms + next_random(&random) % (40 * S), rp_lobby_next_ms(&lobby));
        uint16_t person = (uint16_t)(next_random(&random) % lobby.people_n);
        switch (next_random(&random) % 6) {
        case 0:
            if (lobby.people_n < RP_PEOPLE_MAX)
                come(at_ms);
            break;
        case 1:
        case 2:
            link_of(at_ms, person, !lobby.people[person].here);
            break;
        case 3:
            if (next_random(&random) % 8 == 0)
                steer(at_ms, RP_STEER_REMOVE, person);
            break;
        default:
            break;
        }
        rp_lobby_advance(&lobby, rp_max(at_ms, lobby.now_ms));
        check_nobody_waits();
    }
}

static void nobody_waits_however_people_come_and_go(void **unused)
{
    (void)unused;
    for (uint16_t n = 2; n <= RP_PEOPLE_MAX; n = (uint16_t)(n < 20 ? n + 1 : n + 20))
        for (int pairing = RP_PAIRING_BOT; pairing <= RP_PAIRING_THREES; pairing++)
            churn(n, (enum rp_pairing)pairing, n * 31u + (uint32_t)pairing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phases_follow_the_clock),
        cmocka_unit_test(more_time_and_pause_move_the_end),
        cmocka_unit_test(who_comes_late_watches_or_has_the_bot),
        cmocka_unit_test(who_is_left_is_placed_anew),
        cmocka_unit_test(nothing_new_begins_without_staff),
        cmocka_unit_test(each_takes_each_seat),
        cmocka_unit_test(nobody_waits_however_people_come_and_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
