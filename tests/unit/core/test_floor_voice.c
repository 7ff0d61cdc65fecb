/* Voice: bursts over the customer, pauses of every kind, yielding, reports that come late. */
#include "floor_script.inc"

static void a_burst_over_the_speaking_customer(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"999 ms are a listening noise", "medium=1",
         "0 C speak; 3000 T speak; 3999 T stop; 5000 end", "3000 backchannel @4299", "C0"},
        {"1,000 ms are not", "medium=1", "0 C speak; 3000 T speak; 4000 T stop; 5000 end",
         "3000 interruption 20 @4000", "C0"},
        {"five more in the vent", "medium=1 vent=1",
         "0 C speak; 3000 T speak; 4000 T stop; 5000 end", "3000 interruption 25 @4000", "C0"},
        {"strict mode hears the same", "medium=1 mode=1",
         "0 C speak; 3000 T speak; 4000 T stop; 5000 end", "3000 interruption 20 @4000", "C0"},
        {"bursts 299 ms apart are one", "medium=1",
         "0 C speak; 3000 T speak; 3400 T stop; 3699 T speak; 4100 T stop; 5000 end",
         "3000 interruption 20 @4000", NULL},
        {"300 ms apart they are two", "medium=1",
         "0 C speak; 3000 T speak; 3400 T stop; 3700 T speak; 4100 T stop; 5000 end",
         "3000 backchannel @3700; 3700 backchannel @4400", NULL},
        {"the second is reached in a gap: decided as he goes on", "medium=1",
         "0 C speak; 3000 T speak; 3900 T stop; 4100 T speak; 4200 T stop; 5000 end",
         "3000 interruption 20 @4100", NULL},
        {"a judged burst that goes on is no new act", "medium=1",
         "0 C speak; 3000 T speak; 4200 T stop; 4400 T speak; 6000 T stop; 7000 end",
         "3000 interruption 20 @4000", NULL},
        {"a new one is", "medium=1",
         "0 C speak; 3000 T speak; 4200 T stop; 4500 T speak; 6000 T stop; 7000 end",
         "3000 interruption 20 @4000; 4500 interruption 20 @5500", NULL},
        {"2,000 ms of noises in 5 s are within the budget", "medium=1",
         "0 C speak; 1000 T speak; 1900 T stop; 3000 T speak; 3900 T stop; 5000 T speak; "
         "5200 T stop; 7000 end",
         "1000 backchannel @2200; 3000 backchannel @4200; 5000 backchannel @5500", NULL},
        {"2,001 are not", "medium=1",
         "0 C speak; 1000 T speak; 1900 T stop; 3000 T speak; 3900 T stop; 5000 T speak; "
         "5201 T stop; 7000 end",
         "1000 backchannel @2200; 3000 backchannel @4200; 5000 interruption 20 @5501", NULL},
        {"what ended 5,001 ms ago is forgotten", "medium=1",
         "0 C speak; 1000 T speak; 1900 T stop; 3000 T speak; 3900 T stop; 6600 T speak; "
         "6901 T stop; 8000 end",
         "1000 backchannel @2200; 3000 backchannel @4200; 6600 backchannel @7201", NULL},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void two_start_at_once(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"he stops in time", "medium=1", "1000 C speak; 1200 T speak; 2700 T stop; 5000 end",
         "1200 collision @2700", "C1000"},
        {"he stops at the deadline: too late", "medium=1",
         "1000 C speak; 1200 T speak; 2760 T stop; 5000 end", "1200 no_yield 10 @2760", "C1000"},
        {"a longer round trip, a later deadline", "medium=1",
         "1000 C speak; 1200 T speak rtt=400; 3099 T stop; 5000 end", "1200 collision @3099", NULL},
        {"an allowance, too", "medium=1 trainee_time_pct=200",
         "1000 C speak; 1200 T speak; 4259 T stop; 5000 end", "1200 collision @4259", NULL},
        {"the customer stops first: it is the trainee's", "medium=1",
         "1000 C speak; 1200 T speak; 2000 C stop; 4000 T stop done; 5000 end",
         "1200 collision @2000 taken", "C1000 T2000 -4000"},
        {"even if he said there is more", "medium=1",
         "1000 C speak; 1200 T speak; 2000 C stop on; 4000 T stop done; 5000 end",
         "1200 collision @2000 taken", "C1000 T2000 -4000"},
        {"just outside reaction and round trip", "medium=1",
         "1000 C speak; 1310 T speak; 3000 T stop; 5000 end", "1310 interruption 20 @2310", NULL},
        {"just inside", "medium=1", "1000 C speak; 1309 T speak; 2400 T stop; 5000 end",
         "1309 collision @2400", NULL},
        {"no more than 500 ms of round trip", "medium=1",
         "1000 C speak; 1750 T speak rtt=3000; 3000 T stop rtt=3000; 5000 end",
         "1750 interruption 20 @2750", NULL},
        {"lag is paid from a store: the third is not excused", "medium=1",
         "1000 C speak; 1700 T speak rtt=500; 1800 T stop; 3000 C stop done; "
         "5000 C speak; 5700 T speak rtt=500; 5800 T stop; 7000 C stop done; "
         "9000 C speak; 9700 T speak rtt=500; 10800 T stop; 12000 end",
         "1700 collision @1800; 5700 collision @5800; 9700 interruption 20 @10700", NULL},
        {"his own turn fills it again", "medium=1 quota_init=0",
         "1000 T speak; 2000 T stop done; 3000 C speak; 3349 T speak rtt=500; 3500 T stop; 5000 "
         "end",
         "3349 collision @3500", NULL},
        {"what is simultaneous costs no lag", "medium=1 quota_init=0",
         "1000 C speak; 1249 T speak rtt=500; 1400 T stop; 5000 end", "1249 collision @1400", NULL},
        {"a collision that starts again is a new burst", "medium=1",
         "1000 C speak; 1200 T speak; 1400 T stop; 1500 T speak; 2600 T stop; 5000 end",
         "1200 collision @1400; 1500 interruption 20 @2500", NULL},
        {"above the limit nothing is scored", "medium=1 rtt_unfit=1000",
         "1000 C speak; 4000 T speak rtt=1001; 6000 T stop; 7000 end", "4000 void_link @5000",
         NULL},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void the_customer_ends_under_him(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"500 ms before the end: free, at once", "medium=1",
         "0 C speak; 4500 T speak; 5000 C stop done; 7000 T stop done; 8000 end",
         "4500 overlap_terminal @5000 taken", "C0 T5000 -7000"},
        {"501 ms: he has the floor, and is charged", "medium=1",
         "0 C speak; 4499 T speak; 5000 C stop done; 7000 T stop done; 8000 end",
         "4499 interruption 20 @5499 taken", "C0 T5000 -7000"},
        {"had he stopped: a short turn", "medium=1",
         "0 C speak; 4400 T speak; 5000 C stop done; 5300 T stop done; 8000 end",
         "4400 short_turn @5600 taken", "C0 T5000 -5300"},
        {"an end that is not told: free once 1,000 ms are reached", "medium=1",
         "0 C speak; 4500 T speak; 5000 C stop; 7000 T stop done; 8000 end",
         "4500 overlap_terminal @5500 taken", "C0 T5500 -7000"},
        {"not told, and too long before", "medium=1",
         "0 C speak; 4400 T speak; 5000 C stop; 7000 T stop done; 8000 end",
         "4400 interruption 20 @5400", "C0 T6000 -7000"},
        {"not told, and he goes on: it was no end", "medium=1",
         "0 C speak; 4500 T speak; 5000 C stop; 5300 C speak; 6000 T stop; 7000 end",
         "4500 interruption 20 @5500", "C0"},
        {"with more to say, soon after: minor", "medium=1",
         "0 C speak; 4500 T speak; 5000 C stop on; 6000 T stop; 7000 end",
         "4500 interruption 10 @5500", "C0"},
        {"with more to say, long after: major", "medium=1",
         "0 C speak; 4400 T speak; 5000 C stop on; 6000 T stop; 7000 end",
         "4400 interruption 20 @5400", "C0"},
        {"a noise over the end is a noise", "medium=1",
         "0 C speak; 4700 T speak; 5000 C stop; 5200 T stop; 8000 end", "4700 backchannel @5500",
         "C0 -6000"},
        {"charged and still talking when he gives up: the floor", "medium=1",
         "0 C speak; 3000 T speak; 6000 C stop done; 7000 T stop done; 8000 end",
         "3000 interruption 20 @4000", "C0 T6000 -7000"},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void a_burst_into_his_pause(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"he was done", "medium=1",
         "0 C speak; 5000 C stop; 5200 T speak; 8000 T stop done; 9000 end",
         "5200 smooth @6000 taken", "C0 T6000 -8000"},
        {"in the vent he has two seconds, the burst one", "medium=1 vent=1",
         "0 C speak; 5000 C stop; 5200 T speak; 8000 T stop done; 9000 end",
         "5200 smooth @6200 taken", "C0 T6200 -8000"},
        {"too short to be judged", "medium=1",
         "0 C speak; 5000 C stop; 5200 T speak; 5500 T stop; 7000 end", "5200 short_turn @5800",
         "C0 -6000"},
        {"he had only paused: collision, and he stops", "medium=1",
         "0 C speak; 5000 C stop; 5200 T speak; 5490 C speak; 6500 T stop; 9000 end",
         "5200 collision @6500", "C0"},
        {"and he does not stop", "medium=1",
         "0 C speak; 5000 C stop; 5200 T speak; 5490 C speak; 7050 T stop; 9000 end",
         "5200 no_yield 10 @7050", "C0"},
        {"he went on later: he chose to talk over", "medium=1",
         "0 C speak; 5000 C stop; 5200 T speak; 5491 C speak; 6500 T stop; 9000 end",
         "5200 collision @6500", "C0"},
        {"cut in the vent", "medium=1 vent=1",
         "0 C speak; 5000 C stop; 5200 T speak; 5490 C speak; 6500 T stop; 9000 end",
         "5200 interruption 15 @6200", "C0"},
        {"in the vent, talked over", "medium=1 vent=1",
         "0 C speak; 5000 C stop; 5200 T speak; 5491 C speak; 6500 T stop; 9000 end",
         "5200 collision @6500", "C0"},
        {"in the vent, a noise", "medium=1 vent=1",
         "0 C speak; 5000 C stop; 5200 T speak; 5400 C speak; 5900 T stop; 9000 end",
         "5200 backchannel @6200", "C0"},
        {"more was announced", "medium=1",
         "0 C speak; 5000 C stop on; 6000 T speak; 7500 T stop; 9000 end",
         "6000 interruption 10 @7000", "C0 -8000"},
        {"announced, and a noise", "medium=1",
         "0 C speak; 5000 C stop on; 6000 T speak; 6500 T stop; 9000 end", "6000 backchannel @6800",
         "C0 -8000"},
        {"announced, and it never came", "medium=1",
         "0 C speak; 5000 C stop on; 7500 T speak; 9500 T stop done; 10000 end",
         "7500 smooth @8000 taken", "C0 T8000 -9500"},
        {"he yields in words", "medium=1",
         "0 C speak; 5000 C stop on; 5500 T speak; 6000 C yield; 7000 T stop done; 8000 end",
         "5500 smooth @6000 taken", "C0 T6000 -7000"},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void the_customer_over_the_trainee(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"a noise of his moves nothing", "medium=1",
         "0 T speak; 3000 C speak; 3999 C stop; 6000 end", "", "T0"},
        {"after a second it is his", "medium=1", "0 T speak; 3000 C speak; 4100 T stop; 6000 end",
         "3000 customer_overlap @4000 taken", "T0 C4000"},
        {"the trainee talks on", "medium=1", "0 T speak; 3000 C speak; 4560 T stop; 6000 end",
         "3000 customer_overlap @4000 taken; 3000 no_yield 10 @4560", "T0 C4000"},
        {"he stops a millisecond before", "medium=1",
         "0 T speak; 3000 C speak; 4559 T stop; 6000 end", "3000 customer_overlap @4000 taken",
         "T0 C4000"},
        {"a gap of 200 ms is no stop", "medium=1",
         "0 T speak; 3000 C speak; 4500 T stop; 4700 T speak; 5000 T stop; 6000 end",
         "3000 customer_overlap @4000 taken; 3000 no_yield 10 @4700", "T0 C4000"},
        {"the trainee's turn ends before: an ordinary change", "medium=1",
         "0 T speak; 3000 C speak; 3400 T stop done; 6000 end", "", "T0 C3400"},
        {"he comes into a pause", "medium=1", "0 T speak; 3000 T stop; 3500 C speak; 6000 end", "",
         "T0 C4000"},
        {"into an announced one, he is first", "medium=1",
         "0 T speak; 3000 T stop on; 3500 C speak; 6000 end", "3500 customer_overlap @4500 taken",
         "T0 C4500"},
        {"one charge for each stretch", "medium=1",
         "0 T speak; 1000 C speak; 2600 C stop done; 4000 C speak; 6000 C stop done; 7000 end",
         "1000 customer_overlap @2000 taken; 1000 no_yield 10 @2560; "
         "4000 customer_overlap @5000 taken",
         "T0 C2000 T2600 C5000 T6000"},
        {"a pause ends the duty", "medium=1",
         "0 T speak; 3000 C speak; 4100 I pause; 4200 I resume; 5000 T stop; 6000 end",
         "3000 customer_overlap @4000 taken", "T0 C4000 S4100 C4200"},
        {"in grace nobody has to yield", "medium=1",
         "0 T speak; 1000 I pause; 1100 I resume; 3000 C speak; 5000 T stop; 6000 end",
         "3000 customer_overlap @4000 taken; 3000 grace @4560", "T0 S1000 T1100 C4000"},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void exemptions_are_noted_at_the_onset(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"grace ends with its last millisecond", "medium=1",
         "0 C speak; 1000 I pause; 2000 I resume; 4000 T speak; 6000 T stop; 7000 end",
         "4000 grace @5000", NULL},
        {"a millisecond later", "medium=1",
         "0 C speak; 1000 I pause; 2000 I resume; 4001 T speak; 6000 T stop; 7000 end",
         "4001 interruption 20 @5001", NULL},
        {"step in", "medium=1 turn_cap=5000", "0 C speak; 5000 T speak; 7000 T stop; 8000 end",
         "5000 step_in @6000", "C0"},
        {"a limit on an abusive turn", "medium=1",
         "0 C speak; 1000 I tag_abusive; 3000 T speak; 5000 T stop; 8000 end",
         "3000 boundary @4000", "C0"},
        {"a dead link", "medium=1", "0 C speak; 3000 T speak stall=1500; 5000 T stop; 8000 end",
         "3000 void_link @4000", "C0"},
        {"a noise stays a noise", "medium=1",
         "0 C speak; 3000 T speak stall=1500; 3500 T stop; 8000 end", "3000 backchannel @3800",
         "C0"},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void reports_that_come_late(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"a start is believed 250 ms old at most", "medium=1",
         "0 C speak; 3000 T speak age=900; 3740 T stop; 5000 end", "2750 backchannel @4040", NULL},
        {"an end 500 ms", "medium=1", "0 C speak; 6000 C stop age=900; 9000 end", "", "C0 -6500"},
        {"the floor came to him when he began", "medium=1", "1000 C speak age=200; 2000 end", "",
         "C800"},
        {"but never before the last change", "medium=1",
         "0 T speak; 2000 T stop done; 2100 C speak age=200; 3000 end", "", "T0 -2000 C2000"},
        {"he had ended before: no overlap", "medium=1",
         "0 C speak; 5200 T speak; 5300 C stop done age=300; 7000 T stop done; 8000 end",
         "5200 smooth @5200 taken", "C0 T5200 -7000"},
        {"the burst was shorter than it seemed", "medium=1",
         "0 C speak; 3000 T speak; 3950 T stop age=300; 5000 end", "3000 backchannel @3950", NULL},
        {"what is decided stays", "medium=1",
         "0 C speak; 3000 T speak; 4100 T stop age=300; 5000 end", "3000 interruption 20 @4000",
         NULL},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void silence_is_noted(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"five seconds after he was done", "medium=1", "0 C speak; 3000 C stop done; 8000 end",
         "8000 dead_air @8000", NULL},
        {"counted from his last word", "medium=1", "0 C speak; 3000 C stop; 8000 end",
         "8000 dead_air @8000", NULL},
        {"or from the release when more was announced", "medium=1",
         "0 C speak; 3000 C stop on; 11000 end", "11000 dead_air @11000", NULL},
        {"longer with an allowance", "medium=1 trainee_time_pct=200",
         "0 C speak; 3000 C stop done; 13000 end", "13000 dead_air @13000", NULL},
        {"any sign of life ends it", "medium=1",
         "0 C speak; 3000 C stop done; 7999 T speak; 8100 T stop done; 20000 end", "", NULL},
        {"an announced hold, too", "medium=1",
         "0 C speak; 3000 C stop done; 4000 T hold_start announced; 9000 end", "",
         "C0 -3000 H4000"},
        {"in text, thirty", "", "0 C type; 1000 C send; 31000 end", "31000 dead_air @31000", NULL},
        {"a chip is a sign", "", "0 C type; 1000 C send yield; 20000 T chip; 40000 end", "", NULL},
        {"not after the trainee's own turn", "", "0 T send; 60000 end", "", NULL},
        {"it stands still in a pause", "medium=1",
         "0 C speak; 3000 C stop done; 4000 I pause; 14000 I resume; 18000 end",
         "18000 dead_air @18000", NULL},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void bands_of_voice(void **unused)
{
    (void)unused;
    static const struct {
        const char *acts, *transfers;
    } rows[] = {
        {"0 C speak; 1000 C stop done; 2559 T speak; 2600 end", "C0; T2559+1499 prompt"},
        {"0 C speak; 1000 C stop done; 2560 T speak; 2600 end", "C0; T2560+1500 considered"},
        {"0 C speak; 1000 C stop done; 4060 T speak; 4100 end", "C0; T4060+3000 slow"},
        {"0 C speak; 1000 C stop done; 6060 T speak; 7000 end", "C0; T6060+5000 dead_air"},
        {"0 C speak; 1000 C stop on; 5000 T speak; 7000 end", "C0; T5000+3940 prompt"},
        {"0 C speak; 800 T speak; 1000 C stop done; 2000 end", "C0; T1000-260 overlap"},
        {"0 T speak; 3000 C speak; 4300 C stop done; 5000 end", "T0; C4000 preempt; T4300 carry"},
    };
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        struct told told;
        play_script("medium=1", rows[i].acts, &told);
        expect_same(rows[i].acts, told.transfers, rows[i].transfers);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_burst_over_the_speaking_customer),
        cmocka_unit_test(two_start_at_once),
        cmocka_unit_test(the_customer_ends_under_him),
        cmocka_unit_test(a_burst_into_his_pause),
        cmocka_unit_test(the_customer_over_the_trainee),
        cmocka_unit_test(exemptions_are_noted_at_the_onset),
        cmocka_unit_test(reports_that_come_late),
        cmocka_unit_test(silence_is_noted),
        cmocka_unit_test(bands_of_voice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
