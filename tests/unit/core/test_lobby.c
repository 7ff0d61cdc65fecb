#include "lobby_play.h"

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

/* A session of that many people has begun. */
static void begin(enum rp_pairing pairing, uint16_t n)
{
    open_lobby(pairing, 6);
    come_all(n);
    assert_int_equal(steer(0, RP_STEER_START, 0), RP_OK);
}

static void who_lost_his_trainee_chooses(void **unused)
{
    static const struct {
        const char *what;
        bool chooses;
        enum rp_choice choice;
        bool returns;      /* the trainee, before anything was chosen */
        enum rp_seat seat; /* of who was the customer, in the end */
        bool with_him;     /* in the same group still */
    } rows[] = {
        {"the bot", true, RP_CHOICE_BOT, false, RP_SEAT_TRAINEE, false},
        {"another room", true, RP_CHOICE_WATCH, false, RP_SEAT_OBSERVER, false},
        {"to wait", true, RP_CHOICE_WAIT, false, RP_SEAT_CUSTOMER, true},
        {"nothing: the bot after 30 s", false, RP_CHOICE_WAIT, false, RP_SEAT_TRAINEE, false},
        {"the trainee is back", false, RP_CHOICE_WAIT, true, RP_SEAT_CUSTOMER, true},
    };
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        begin(RP_PAIRING_PAIRS, 4);
        uint16_t trainee = lobby.groups[0].seats[0], customer = lobby.groups[0].seats[1], group;
        enum rp_seat seat;
        link_of(MINUTE, trainee, false);
        rp_lobby_advance(&lobby, MINUTE + 45 * S - 1);
        assert_int_equal(lobby.people[customer].asked, RP_ASKED_NOTHING);
        assert_int_equal(choose(lobby.now_ms, customer, RP_CHOICE_BOT), RP_ERR_DENIED);
        rp_lobby_advance(&lobby, MINUTE + 45 * S);
        assert_int_equal(lobby.people[customer].asked, RP_ASKED_TRAINEE_LOST);
        if (rows[i].chooses)
            assert_int_equal(choose(MINUTE + 50 * S, customer, rows[i].choice), RP_OK);
        if (rows[i].returns)
            link_of(MINUTE + 50 * S, trainee, true);
        rp_lobby_advance(&lobby, MINUTE + 80 * S);
        assert_int_equal(lobby.people[customer].asked, RP_ASKED_NOTHING);
        assert_true(rp_lobby_seat_of(&lobby, customer, &group, &seat));
        if (seat != rows[i].seat || (group == 0) != rows[i].with_him)
            fail_msg("%s", rows[i].what);
        assert_int_equal(lobby.groups[0].seats[RP_SEAT_TRAINEE], trainee); /* his seat is kept */
    }
}

static void a_customer_has_20_s_each_time_and_45_in_all(void **unused)
{
    static const struct {
        int64_t away_ms;
        bool lost; /* at the end of it */
    } rows[] = {{19 * S, false}, {20 * S, true}, {5 * S, false}, {S, true}};
    (void)unused;
    begin(RP_PAIRING_PAIRS, 2);
    uint16_t customer = lobby.groups[0].seats[1];
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        link_of(lobby.now_ms, customer, false);
        rp_lobby_advance(&lobby, lobby.now_ms + rows[i].away_ms - 1);
        assert_false(rp_lobby_customer_lost(&lobby, customer));
        rp_lobby_advance(&lobby, lobby.now_ms + 1);
        assert_int_equal(rp_lobby_customer_lost(&lobby, customer), rows[i].lost);
        link_of(lobby.now_ms, customer, true);
        assert_false(rp_lobby_customer_lost(&lobby, customer));
    }
}

static void who_is_alone_for_30_s_is_asked(void **unused)
{
    (void)unused;
    begin(RP_PAIRING_BOT, 2);
    come(6 * MINUTE); /* three minutes of play are left */
    assert_int_equal(lobby.people[2].asked, RP_ASKED_NOTHING);
    rp_lobby_advance(&lobby, 6 * MINUTE + 30 * S);
    assert_int_equal(lobby.people[2].asked, RP_ASKED_ALONE);
    assert_int_equal(choose(lobby.now_ms, 2, RP_CHOICE_WATCH), RP_ERR_DENIED); /* nobody to watch */
    assert_int_equal(choose(lobby.now_ms, 2, RP_CHOICE_BOT), RP_OK);
    assert_true(sits(2, RP_SEAT_TRAINEE));
    assert_int_equal(rp_lobby_next_start_ms(&lobby),
                     2 * MINUTE + 30 * S + 20 * S + 4 * MINUTE + 30 * S);
}

static void two_exchange_their_places(void **unused)
{
    static const struct {
        int64_t at_ms;
        enum rp_err err;
        uint8_t takes;
    } rows[] = {
        {2 * MINUTE, RP_OK, 1},                   /* in play, the rooms begin anew */
        {9 * MINUTE + 10 * S, RP_ERR_DENIED, 0},  /* not while people finish */
        {10 * MINUTE, RP_ERR_DENIED, 0},          /* nor look back */
        {13 * MINUTE + 30 * S, RP_OK, 0},         /* before the next session of the block */
        {27 * MINUTE + 20 * S, RP_ERR_DENIED, 0}, /* before a new block all are formed anew */
    };
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        begin(RP_PAIRING_PAIRS, 4);
        rp_lobby_advance(&lobby, rows[i].at_ms);
        uint16_t a = lobby.groups[0].seats[0], b = lobby.groups[1].seats[1];
        assert_int_equal(steer_two(rows[i].at_ms, RP_STEER_SWAP, a, b), rows[i].err);
        bool swapped = lobby.groups[0].seats[0] == b && lobby.groups[1].seats[1] == a;
        assert_int_equal(swapped, rows[i].err == RP_OK);
        assert_int_equal(lobby.takes[0], rows[i].takes);
        assert_int_equal(lobby.takes[1], rows[i].takes);
    }
    begin(RP_PAIRING_PAIRS, 2); /* both of one room */
    uint16_t a = lobby.groups[0].seats[0], b = lobby.groups[0].seats[1];
    assert_int_equal(steer_two(MINUTE, RP_STEER_SWAP, a, b), RP_OK);
    assert_true(sits(b, RP_SEAT_TRAINEE) && sits(a, RP_SEAT_CUSTOMER));
    assert_int_equal(lobby.takes[0], 1);
    assert_int_equal(steer_two(MINUTE, RP_STEER_SWAP, a, a), RP_ERR_NOT_FOUND);
    assert_int_equal(steer_two(MINUTE, RP_STEER_SWAP, a, 9), RP_ERR_NOT_FOUND);
}

static void somebody_moves_into_a_free_seat(void **unused)
{
    (void)unused;
    begin(RP_PAIRING_BOT, 3);
    assert_int_equal(steer_two(MINUTE, RP_STEER_MOVE, 0, 2), RP_OK);
    assert_true(sits(0, RP_SEAT_CUSTOMER));
    assert_int_equal(lobby.takes[1], 1);
    assert_int_equal(lobby.groups[0].seats[RP_SEAT_TRAINEE], RP_NOBODY);
    assert_int_equal(steer_two(MINUTE, RP_STEER_MOVE, 2, 2),
                     RP_OK); /* who watches changes nothing */
    assert_true(sits(2, RP_SEAT_OBSERVER));
    assert_int_equal(lobby.takes[1], 1);
    assert_int_equal(steer_two(MINUTE, RP_STEER_MOVE, 2, 2), RP_ERR_DENIED);
    assert_int_equal(steer_two(MINUTE, RP_STEER_MOVE, 1, 9), RP_ERR_DENIED);
    /* The bot takes over from whom staff send out of the seat: he is asked at once. */
    assert_int_equal(steer(MINUTE, RP_STEER_BOT, 1), RP_OK);
    assert_int_equal(lobby.groups[1].seats[RP_SEAT_CUSTOMER], RP_NOBODY);
    assert_int_equal(lobby.people[0].asked, RP_ASKED_ALONE);
    assert_int_equal(steer(MINUTE, RP_STEER_BOT, 1), RP_ERR_DENIED);
}

/* The session waits for whoever has more time, up to the buffer that was planned. */
static void a_session_waits_for_slow_rooms(void **unused)
{
    static const struct {
        uint16_t time_pct;
        uint32_t buffer_ms;
        int extras;
        int64_t play_ms;
    } rows[] = {
        {100, 2 * MINUTE, 0, 8 * MINUTE},          {125, 2 * MINUTE, 0, 10 * MINUTE},
        {200, 2 * MINUTE, 0, 10 * MINUTE},         {200, 0, 0, 8 * MINUTE},
        {100, 2 * MINUTE, 1, 9 * MINUTE},          {100, 2 * MINUTE, 5, 10 * MINUTE},
        {110, 2 * MINUTE, 1, 9 * MINUTE + 48 * S},
    };
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        open_lobby(RP_PAIRING_PAIRS, 1);
        lobby.setup.buffer_ms = rows[i].buffer_ms;
        come_all(2);
        lobby.people[1].time_pct = rows[i].time_pct;
        steer(0, RP_STEER_START, 0);
        while (lobby.phase != RP_GATHERING_PLAY)
            rp_lobby_advance(&lobby, rp_lobby_next_ms(&lobby));
        int64_t began_ms = lobby.now_ms;
        for (int j = 0; j < rows[i].extras; j++)
            assert_int_equal(steer(began_ms + MINUTE, RP_STEER_EXTEND_ROOM, 1), RP_OK);
        while (lobby.phase == RP_GATHERING_PLAY)
            rp_lobby_advance(&lobby, rp_lobby_next_ms(&lobby));
        assert_int_equal(lobby.now_ms - began_ms, rows[i].play_ms);
    }
}

static void who_leaves_a_seat(void **unused)
{
    uint16_t customer;
    (void)unused;
    /* A customer who leaves leaves his seat to the bot. */
    begin(RP_PAIRING_PAIRS, 2);
    customer = lobby.groups[0].seats[1];
    assert_int_equal(steer(MINUTE, RP_STEER_REMOVE, customer), RP_OK);
    assert_int_equal(lobby.groups[0].seats[1], RP_NOBODY);
    assert_int_equal(link_of(MINUTE, customer, true), RP_OK); /* and stays out */
    assert_false(lobby.people[customer].here);
    /* Without its trainee a room is over, and the other has one of his own. */
    begin(RP_PAIRING_PAIRS, 2);
    customer = lobby.groups[0].seats[1];
    assert_int_equal(steer(MINUTE, RP_STEER_BLOCK, lobby.groups[0].seats[0]), RP_OK);
    assert_true(sits(customer, RP_SEAT_TRAINEE));
    assert_true(lobby.people[1 - customer].blocked);
    assert_int_equal(steer(MINUTE, RP_STEER_REMOVE, (uint16_t)(1 - customer)), RP_ERR_NOT_FOUND);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phases_follow_the_clock),
        cmocka_unit_test(more_time_and_pause_move_the_end),
        cmocka_unit_test(who_comes_late_watches_or_has_the_bot),
        cmocka_unit_test(who_lost_his_trainee_chooses),
        cmocka_unit_test(a_customer_has_20_s_each_time_and_45_in_all),
        cmocka_unit_test(who_is_alone_for_30_s_is_asked),
        cmocka_unit_test(two_exchange_their_places),
        cmocka_unit_test(somebody_moves_into_a_free_seat),
        cmocka_unit_test(a_session_waits_for_slow_rooms),
        cmocka_unit_test(who_leaves_a_seat),
        cmocka_unit_test(nothing_new_begins_without_staff),
        cmocka_unit_test(each_takes_each_seat),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
