/* Whatever people, links and staff do: nobody waits without end. */
#include <stdlib.h>

#include "lobby_play.h"

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Whoever is here has a seat, or was asked after 30 s; whoever lost his trainee was asked after 45
 * s and has something to do 30 s later. */
static void check_person(uint16_t person)
{
    const struct rp_lobby_person *who = &lobby.people[person];
    uint16_t group;
    enum rp_seat seat;
    if (!who->here || who->waits)
        return;
    if (!rp_lobby_seat_of(&lobby, person, &group, &seat)) {
        assert_true(who->alone_since_ms != RP_NEVER);
        assert_true(who->asked == RP_ASKED_ALONE || lobby.now_ms - who->alone_since_ms < 30 * S);
        return;
    }
    uint16_t trainee = lobby.groups[group].seats[RP_SEAT_TRAINEE];
    assert_int_not_equal(trainee, RP_NOBODY);
    int64_t since_ms = lobby.people[trainee].away_since_ms;
    if (seat == RP_SEAT_TRAINEE || since_ms == RP_NEVER)
        return;
    assert_true(who->asked == RP_ASKED_TRAINEE_LOST || lobby.now_ms - since_ms < 45 * S);
    if (who->asked == RP_ASKED_TRAINEE_LOST)
        assert_true(lobby.now_ms - who->asked_since_ms < 30 * S);
}

/* Nobody sits twice, nobody waits longer than he may, and no wait is without end. */
static void check_nobody_waits(void)
{
    uint8_t seen[RP_PEOPLE_MAX] = {0};
    bool plays = lobby.phase == RP_GATHERING_READ || lobby.phase == RP_GATHERING_PLAY;
    for (uint16_t i = 0; i < lobby.people_n && plays && !lobby.paused; i++)
        check_person(i);
    for (uint16_t g = 0; g < lobby.groups_n; g++)
        for (int i = 0; i < 3; i++)
            if (lobby.groups[g].seats[i] != RP_NOBODY)
                assert_int_equal(seen[lobby.groups[g].seats[i]]++, 0);
    if (lobby.phase != RP_GATHERING_OPEN && lobby.phase != RP_GATHERING_OVER && !lobby.paused)
        assert_true(rp_lobby_next_ms(&lobby) < RP_NEVER);
}

static void staff_act(int64_t at_ms, uint16_t person, uint32_t random)
{
    static const enum rp_steer acts[] = {RP_STEER_REMOVE, RP_STEER_BLOCK,       RP_STEER_BOT,
                                         RP_STEER_EXTEND, RP_STEER_EXTEND_ROOM, RP_STEER_BELL};
    uint16_t other = (uint16_t)(random / 64 % lobby.people_n);
    switch (random % 8) {
    case 0:
        if (lobby.people_n > 4)
            steer(at_ms, acts[random / 8 % RP_COUNT(acts)], person);
        break;
    case 1:
    case 2:
        steer_two(at_ms, RP_STEER_SWAP, person, other);
        break;
    case 3:
        steer_two(at_ms, RP_STEER_MOVE, person, (uint16_t)(random / 64 % RP_PEOPLE_MAX));
        break;
    case 4:
        steer(at_ms, lobby.paused ? RP_STEER_RESUME : RP_STEER_PAUSE, 0);
        break;
    default:
        choose(at_ms, person, (enum rp_choice)(random / 64 % RP_CHOICES));
        break;
    }
}

static void churn(uint16_t n, enum rp_pairing pairing, uint32_t random)
{
    open_lobby(pairing, 6);
    lobby.setup.buffer_ms = 2 * MINUTE;
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
            staff_act(at_ms, person, next_random(&random));
            break;
        default:
            break;
        }
        rp_lobby_advance(&lobby, rp_max(at_ms, lobby.now_ms));
        check_nobody_waits();
    }
}

/* HEAROUT_LONG: that many times over. */
static uint32_t times_over(void)
{
    const char *wanted = getenv("HEAROUT_LONG");
    return wanted != NULL ? (uint32_t)strtoul(wanted, NULL, 10) : 1;
}

static void nobody_waits_however_people_come_and_go(void **unused)
{
    (void)unused;
    for (uint32_t seed = 0; seed < times_over(); seed++)
        for (uint16_t n = 2; n <= RP_PEOPLE_MAX; n = (uint16_t)(n < 20 ? n + 1 : n + 20))
            for (int pairing = RP_PAIRING_BOT; pairing <= RP_PAIRING_THREES; pairing++)
                churn(n, (enum rp_pairing)pairing, seed * 7919u + n * 31u + (uint32_t)pairing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_waits_however_people_come_and_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
