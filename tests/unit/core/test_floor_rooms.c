/* What happens around the turns: repair, waiver, holds, pauses, lost links, the instructor. */
#include "floor_script.inc"

static void points_come_back(void **unused)
{
    (void)unused;
    static const struct {
        const char *what, *settings, *acts;
        int32_t score;
    } rows[] = {
        {"major: half of 20", "", "0 C type; 3000 T send; 11000 T give_back; 12000 end", 90},
        {"a millisecond late", "", "0 C type; 3000 T send; 11001 T give_back; 12000 end", 80},
        {"in the vent: half without the five", "vent=1",
         "0 C type; 3000 T send; 4000 T give_back; 5000 end", 85},
        {"minor in the vent", "vent=1",
         "0 C type; 2000 C send more; 3000 T send; 4000 T give_back; 5000 end", 90},
        {"only once", "", "0 C type; 3000 T send; 4000 T give_back; 5000 T give_back; 6000 end",
         90},
        {"the latest first, then the one before", "rest_ms=0",
         "0 C type; 3000 T send; 4000 T send; 5000 T give_back; 6000 T give_back; 7000 end", 80},
        {"not a refusal to yield", "medium=1",
         "1000 C speak; 1200 T speak; 3000 T stop; 4000 T give_back; 5000 end", 90},
        {"the time for it stands still in a pause", "",
         "0 C type; 3000 T send; 4000 I pause; 14000 I resume; 21000 T give_back; 22000 end", 90},
        {"all of it by the instructor", "vent=1",
         "0 C type; 3000 T send; 5000 I waive act=3000; 6000 end", 100},
        {"what is left of it after a repair", "",
         "0 C type; 3000 T send; 4000 T give_back; 5000 I waive act=3000; 6000 end", 100},
        {"only the act that is named", "", "0 C type; 3000 T send; 5000 I waive act=3001; 6000 end",
         80},
        {"waived in a pause", "",
         "0 C type; 3000 T send; 5000 I pause; 6000 I waive act=3000; 7000 end", 100},
        {"waived is not repaired", "",
         "0 C type; 3000 T send; 5000 I waive act=3000; 6000 T give_back; 7000 end", 100},
        {"never below nothing", "rest_ms=0 vent=1",
         "0 C type; 1000 T send; 2000 T send; 3000 T send; 4000 T send; 5000 T send; 6000 end", 0},
        {"dearer the second and third time, if it is set so", "rest_ms=0 escalate=1 base_major=10",
         "0 C type; 1000 T send; 2000 T send; 3000 T send; 4000 end", 100 - 10 - 15 - 20},
        {"rounded down", "rest_ms=0 escalate=1 vent=1",
         "0 C type; 1000 T send; 2000 T send; 4000 end", 100 - 25 - 37},
        {"after the window it starts again", "rest_ms=0 escalate=1 esc_window=1000 base_major=10",
         "0 C type; 1000 T send; 2000 T send; 4000 end", 80},
        {"what was waived does not count", "rest_ms=0 escalate=1 base_major=10",
         "0 C type; 1000 T send; 1500 I waive act=1000; 2000 T send; 4000 end", 90},
    };
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        struct told told;
        play_script(rows[i].settings, rows[i].acts, &told);
        if (told.score != rows[i].score)
            fail_msg("%s: %d, not %d", rows[i].what, told.score, rows[i].score);
    }
}

static void giving_back_lets_go_of_the_floor(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"if he has it", "medium=1",
         "0 C speak; 3000 T speak; 5000 C stop done; 6000 T stop; 6500 T give_back; 8000 end",
         "3000 interruption 20 @4000", "C0 T5000 -6500"},
        {"who waits gets it", "", "0 T send; 1000 C type; 2000 T give_back; 3000 end", "",
         "T0 C2000"},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void holds(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"on a free floor", "", "1000 T hold_start announced; 31000 T hold_end; 36000 end", "",
         "H1000 T31000 -35000"},
        {"on his own", "", "0 T send; 1000 T hold_start announced; 2000 T hold_end; 7000 end", "",
         "T0 H1000 T2000 -6000"},
        {"not on the customer's", "", "0 C type; 1000 T hold_start announced; 2000 end", "", "C0"},
        {"not in silence", "", "0 T send; 1000 T hold_start; 5000 end", "", "T0 -4000"},
        {"a minute and ten seconds", "", "0 T hold_start announced; 70000 end",
         "70000 hold_overrun @70000", "H0"},
        {"in time", "", "0 T hold_start announced; 69999 T hold_end; 71000 end", "", NULL},
        {"the length that was named", "", "0 T hold_start announced expect=20000; 31000 end",
         "30000 hold_overrun @30000", NULL},
        {"two minutes at most", "", "0 T hold_start announced expect=900000; 140000 end",
         "130000 hold_overrun @130000", NULL},
        {"promises do not grow with the allowance", "trainee_time_pct=200",
         "0 T hold_start announced; 80000 end", "70000 hold_overrun @70000", NULL},
        {"a message ends it", "", "0 T hold_start announced; 5000 T send; 10000 end", "",
         "H0 T5000 -9000"},
        {"so does composing", "", "0 T hold_start announced; 5000 T type; 6000 end", "",
         "H0 T5000"},
        {"so does the customer, for nothing", "", "0 T hold_start announced; 5000 C type; 6000 end",
         "", "H0 C5000"},
        {"also by a message", "", "0 T hold_start announced; 5000 C send yield; 6000 end", "",
         "H0 -5000"},
        {"his request only waits", "",
         "0 T hold_start announced; 5000 C floor_request; 9000 T hold_end; 13500 end", "",
         "H0 T9000 C13000"},
        {"a word now and then keeps it", "medium=1",
         "0 T hold_start announced; 50000 T speak; 51000 T stop; 119999 T hold_end; 120500 end", "",
         "H0 T119999"},
        {"the customer speaks", "medium=1", "0 T hold_start announced; 5000 C speak; 6000 end", "",
         "H0 C5000"},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void pauses_and_lost_links(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"every timer stands still", "",
         "0 C type; 1000 C send; 2000 I pause; 12000 I resume; "
         "16000 end",
         "", "C0 S2000 C12000 -15000"},
        {"nobody is charged right after", "",
         "0 C type; 1000 I pause; 2000 I resume; 4000 T send; 5000 end", "4000 grace @4000 held",
         NULL},
        {"a millisecond later", "", "0 C type; 1000 I pause; 2000 I resume; 4001 T send; 5000 end",
         "4001 interruption 20 @4001", NULL},
        {"what is sent meanwhile is void", "", "0 C type; 1000 I pause; 2000 T send; 3000 end",
         "2000 void_pause @2000 held", NULL},
        {"or while a link is down", "", "0 C type; 1000 C disconnect; 2000 T send; 3000 end",
         "2000 void_link @2000 held", NULL},
        {"a burst is void and the open one with it", "medium=1",
         "0 C speak; 3000 T speak; 3500 I pause; 5000 I resume; 9000 end", "3000 void_pause @3500",
         "C0 S3500 C5000"},
        {"by a lost link", "medium=1",
         "0 C speak; 3000 T speak; 3500 T disconnect; 5000 T reconnect; 9000 end",
         "3000 void_link @3500", NULL},
        {"an early send is let off", "vent=1",
         "0 C type; 1000 C send; 2000 T send; 2300 I pause; 3000 I resume; 3100 C type; 4000 end",
         "", "C0 T2000 S2300 T3000"},
        {"who comes back has more to say", "",
         "0 T type; 1000 T disconnect; 21000 T reconnect; 37000 end", "", "T0 S1000 T21000 -36000"},
        {"20,001 ms: the floor is gone", "",
         "0 T type; 1000 T disconnect; 21001 T reconnect; 23000 end", "", "T0 S1000 -21001"},
        {"and the place in the queue", "",
         "0 C type; 500 T type; 1000 T disconnect; 21001 T reconnect; 22000 C send yield; 23000 "
         "end",
         "", "C0 S1000 C21001 -22000"},
        {"the other one's activity runs on", "medium=1",
         "0 C speak; 1000 T disconnect; 2000 T reconnect; 9000 C stop done; 10000 end", "",
         "C0 S1000 C2000 -9000"},
        {"both links", "",
         "0 C type; 1000 T disconnect; 2000 C disconnect; 3000 T reconnect; "
         "4000 C reconnect; 5000 end",
         "", "C0 S1000 C4000"},
        {"a pause over a lost link", "",
         "0 C type; 1000 I pause; 2000 T disconnect; 3000 I resume; 4000 T reconnect; 5000 end", "",
         "C0 S1000 C4000"},
        {"a voice comes back with three seconds", "medium=1",
         "0 T speak; 1000 T disconnect; 5000 T reconnect; 9000 end", "", "T0 S1000 T5000 -8000"},
        {"the instructor's own link is no matter", "",
         "0 C type; 1000 I disconnect; 2000 I reconnect; 3000 end", "", "C0"},
        {"the cap of a turn stands still", "turn_cap=5000 grace=0",
         "0 C type; 1000 I pause; 11000 I resume; 12000 C key; 14999 T send; 15500 end",
         "14999 interruption 20 @14999", NULL},
        {"and is reached", "turn_cap=5000 grace=0",
         "0 C type; 1000 I pause; 11000 I resume; 12000 C key; 15000 T send; 15500 end",
         "15000 step_in @15000", NULL},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void the_instructor_comes_in(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"and goes: nobody's", "", "0 C send; 1000 I barge_in_start; 2000 I barge_in_end; 3000 end",
         "", "C0 I1000 -2000"},
        {"whoever talks goes on, the customer first", "medium=1",
         "0 T speak; 500 C speak; 1000 I barge_in_start; 2000 I barge_in_end; 3000 end", "",
         "T0 I1000 C2000"},
        {"whoever types", "", "0 T type; 1000 I barge_in_start; 2000 I barge_in_end; 3000 end", "",
         "T0 I1000 T2000"},
        {"the customer before the trainee", "",
         "0 T type; 500 C type; 1000 I barge_in_start; 2000 I barge_in_end; 3000 end", "",
         "T0 I1000 C2000"},
        {"the queue is cleared", "",
         "0 C type; 500 T floor_request; 1000 I barge_in_start; 1500 C wipe; 2000 I barge_in_end; "
         "3000 end",
         "", "C0 I1000 -2000"},
        {"an open burst is void", "medium=1",
         "0 C speak; 2500 T speak; 3000 I barge_in_start; 4000 end", "2500 void_instructor @3000",
         "C0 I3000"},
        {"an early send is let off", "vent=1",
         "0 C type; 1000 C send; 2000 T send; 2100 I barge_in_start; 2200 C type; 3000 end", "",
         NULL},
        {"the vent goes on", "vent=1",
         "0 C type; 1000 I barge_in_start; 2000 I barge_in_end; 3000 C key; 6000 C key; "
         "8000 T send; 9000 end",
         "8000 interruption 25 @8000", NULL},
        {"nobody is charged right after", "",
         "0 C type; 1000 I barge_in_start; 2000 I barge_in_end; 4000 T send; 5000 end",
         "4000 grace @4000 held", NULL},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void the_vent(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"ends with his turn", "vent=1",
         "0 C type; 1000 C send yield; 2000 C type; 5000 T send; 6000 end",
         "5000 interruption 20 @5000", NULL},
        {"not with his parts", "vent=1",
         "0 C type; 1000 C send; 2000 C type; 5000 T send; 6000 end", "5000 interruption 25 @5000",
         NULL},
        {"not with the trainee's turn", "vent=1",
         "0 T send yield; 2000 C type; 5000 T send; 6000 end", "5000 interruption 25 @5000", NULL},
        {"and may open again", "vent=0", "0 C type; 500 C vent; 5000 T send; 6000 end",
         "5000 interruption 25 @5000", NULL},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void a_closed_floor_refuses(void **unused)
{
    (void)unused;
    struct told told;
    play_script("", "0 C type; 1000 end; 2000 T send; 3000 T type", &told);
    assert_string_equal(told.messages, "refused 2000 @2000");
    assert_string_equal(told.holders, "C0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_come_back),
        cmocka_unit_test(giving_back_lets_go_of_the_floor),
        cmocka_unit_test(holds),
        cmocka_unit_test(pauses_and_lost_links),
        cmocka_unit_test(the_instructor_comes_in),
        cmocka_unit_test(the_vent),
        cmocka_unit_test(a_closed_floor_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
