/* Text: sends over the customer, early takes, held messages, chips, drafts and the queue. */
#include "floor_script.inc"

static void a_send_over_the_typing_customer(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"charged in soft mode", "", "0 C type; 5000 T send; 7000 end",
         "5000 interruption 20 @5000", "C0"},
        {"five more in the vent", "vent=1", "0 C type; 5000 T send; 7000 end",
         "5000 interruption 25 @5000", "C0"},
        {"held in strict mode", "mode=1", "0 C type; 5000 T send; 7000 end",
         "5000 attempt @5000 held", "C0"},
        {"only noted in coach mode", "mode=2 vent=1", "0 C type; 5000 T send; 7000 end",
         "5000 interruption (25) @5000", "C0"},
        {"practice is not scored, the next is", "practice_first=1",
         "0 C type; 5000 T send; 6000 C key; 9000 C key; 11000 T send; 12000 end",
         "5000 interruption (20) @5000; 11000 interruption 20 @11000", "C0"},
        {"one millisecond inside the reaction time", "", "1000 C type; 1699 T send rtt=0; 2000 end",
         "1699 collision @1699 held", NULL},
        {"just outside it", "", "1000 C type; 1700 T send rtt=0; 2000 end",
         "1700 interruption 20 @1700", NULL},
        {"inside reaction and round trip", "", "1000 C type; 1999 T send rtt=300; 2500 end",
         "1999 collision @1999 held", NULL},
        {"just outside both", "", "1000 C type; 2000 T send rtt=300; 2500 end",
         "2000 interruption 20 @2000", NULL},
        {"an allowance lengthens the reaction", "trainee_time_pct=200",
         "1000 C type; 2399 T send rtt=0; 2500 end", "2399 collision @2399 held", NULL},
        {"having seen this floor ends the excuse of lag", "",
         "1000 C type; 1900 T send rtt=300 seen=1; 2500 end", "1900 interruption 20 @1900", NULL},
        {"having seen the one before does not", "",
         "1000 C type; 1900 T send rtt=300 seen=0; 2500 end", "1900 collision @1900 held", NULL},
        {"nor does it touch what was simultaneous", "",
         "1000 C type; 1600 T send rtt=300 seen=1; 2500 end", "1600 collision @1600 held", NULL},
        {"the customer, queued, got the floor just now", "",
         "0 T type; 2000 T send; 3000 C type; 6000 C key; 6700 T send; 8000 end",
         "6700 collision @6700 held", "T0 C6000"},
        {"round trip over the limit", "", "0 C type; 6000 T send rtt=4001; 7000 end",
         "6000 void_link @6000 held", NULL},
        {"round trip at the limit", "", "0 C type; 6000 T send rtt=4000; 7000 end",
         "6000 interruption 20 @6000", NULL},
        {"no round trip known yet", "", "0 C type; 6000 T send rtt=-1; 7000 end",
         "6000 void_link @6000 held", NULL},
        {"link dead for 1,499 ms", "", "0 C type; 6000 T send stall=1499; 7000 end",
         "6000 interruption 20 @6000", NULL},
        {"link dead for 1,500 ms", "", "0 C type; 6000 T send stall=1500; 7000 end",
         "6000 void_link @6000 held", NULL},
        {"the fourth dead link is told to the instructor", "",
         "0 C type; 2000 T send stall=2000; 3000 T send stall=2000; 4000 T send stall=2000; "
         "5000 T send stall=2000; 6000 end",
         "2000 void_link @2000 held; 3000 void_link @3000 held; 4000 void_link @4000 held; "
         "5000 void_link @5000 held flagged",
         NULL},
        {"before the cap of his turn", "turn_cap=6000", "0 C type; 5999 T send; 7000 end",
         "5999 interruption 20 @5999", NULL},
        {"at the cap", "turn_cap=6000", "0 C type; 6000 T send; 7000 end", "6000 step_in @6000",
         "C0"},
        {"a limit needs an abusive turn", "", "0 C type; 3000 T send limit; 7000 end",
         "3000 interruption 20 @3000", NULL},
        {"an abusive turn needs a limit", "", "0 C type; 2000 I tag_abusive; 3000 T send; 7000 end",
         "3000 interruption 20 @3000", NULL},
        {"both: a boundary", "", "0 C type; 2000 I tag_abusive; 3000 T send limit; 7000 end",
         "3000 boundary @3000", "C0"},
        {"a boundary goes before the cap", "turn_cap=1000",
         "0 C type; 2000 I tag_abusive; 3000 T send limit; 7000 end", "3000 boundary @3000", NULL},
        {"the tag ends with the turn", "",
         "0 C type; 1000 I tag_abusive; 2000 C send yield; 3000 C type; 6000 T send limit; 7000 "
         "end",
         "6000 interruption 20 @6000", NULL},
        {"and in the same act a collision goes before all", "turn_cap=0",
         "1000 C type; 1500 T send stall=9000; 7000 end", "1500 collision @1500 held", NULL},
        {"resting to 4,999 ms", "", "0 C type; 3000 T send; 6000 C key; 7999 T send; 9000 end",
         "3000 interruption 20 @3000; 7999 resting @7999 held", NULL},
        {"rested at 5,000 ms", "", "0 C type; 3000 T send; 6000 C key; 8000 T send; 9000 end",
         "3000 interruption 20 @3000; 8000 interruption 20 @8000", NULL},
        {"an attempt starts no rest", "mode=1", "0 C type; 3000 T send; 4000 T send; 9000 end",
         "3000 attempt @3000 held; 4000 attempt @4000 held", NULL},
        {"noted in coach mode, it does", "mode=2", "0 C type; 3000 T send; 4000 T send; 9000 end",
         "3000 interruption (20) @3000; 4000 resting @4000 held", NULL},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void a_send_into_his_pause(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"announced: minor", "", "0 C type; 2000 C send more; 16999 T send; 17500 end",
         "16999 interruption 10 @16999", "C0 -17000"},
        {"announced, never came", "", "0 C type; 2000 C send more; 17000 T send; 17500 end", "",
         "C0 -17000 T17000"},
        {"announced: strict", "mode=1", "0 C type; 2000 C send more; 5000 T send; 6000 end",
         "5000 attempt @5000 held", NULL},
        {"quiet, he was done", "", "0 C type; 2000 C send; 4000 T send; 9000 end",
         "4000 smooth @6000 taken", "C0 T4000 -8000"},
        {"quiet, strict: held, and out at the release", "mode=1",
         "0 C type; 2000 C send; 4000 T send; 11000 end", "4000 held_early @4000 held",
         "C0 T6000 -10000"},
        {"he went on in the last millisecond", "",
         "0 C type; 2000 C send; 4000 T send; "
         "4740 C type; 9000 end",
         "4000 collision @4740 taken", "C0 T4000 C8000"},
        {"he went on a millisecond later: he chose to", "",
         "0 C type; 2000 C send; 4000 T send; 4741 C type; 9000 end", "4000 smooth @4741 taken",
         "C0 T4000 C8000"},
        {"the customer's reaction does not grow with the trainee's allowance",
         "trainee_time_pct=200 vent=1", "0 C type; 2000 C send; 4000 T send; 4741 C type; 5000 end",
         "4000 smooth @4741 taken", "C0 T4000"},
        {"the vent was cut: it goes back", "vent=1",
         "0 C type; 2000 C send; 4000 T send; 4740 C type; 6000 end", "4000 interruption 15 @4740",
         "C0 T4000 C4740"},
        {"cut by his next message", "vent=1",
         "0 C type; 2000 C send; 4000 T send; 4500 C send yield; 6000 end",
         "4000 interruption 15 @4500", "C0 T4000 -4500"},
        {"charged early takes start no rest", "vent=1",
         "0 C type; 2000 C send; 4000 T send; 4500 C type; 5400 T send; 6000 end",
         "4000 interruption 15 @4500; 5400 interruption 25 @5400", NULL},
        {"the vent goes on after it came back", "vent=1",
         "0 C type; 2000 C send; 4000 T send; 4500 C type; 6000 C send; 8000 T send; "
         "8500 C type; 9000 end",
         "4000 interruption 15 @4500; 8000 interruption 15 @8500", NULL},
        {"excused by a dead link, the floor goes back all the same", "vent=1",
         "0 C type; 2000 C send; 4000 T send stall=2000; 4500 C type; 6000 end",
         "4000 void_link @4500", "C0 T4000 C4500"},
        {"coach", "vent=1 mode=2", "0 C type; 2000 C send; 4000 T send; 4500 C type; 6000 end",
         "4000 interruption (15) @4500", "C0 T4000 C4500"},
        {"a composing trainee waits after it came back", "vent=1",
         "0 C type; 2000 C send; 4000 T send; 4200 T type; 4500 C type; 6000 C send yield; 7000 "
         "end",
         "4000 interruption 15 @4500", "C0 T4000 C4500 T6000"},
        {"a kept draft is no announcement", "", "0 C type; 2000 C rest; 5000 T send; 15000 end",
         "5000 smooth @14000 taken", NULL},
        {"nor is it in strict mode", "mode=1", "0 C type; 2000 C rest; 5000 T send; 6000 end",
         "5000 held_early @5000 held", NULL},
        {"over to you", "", "0 C type; 2000 C send yield; 2001 T send; 3000 end", "",
         "C0 -2000 T2001"},
        {"the turn cap does not excuse an early take, nor need it", "turn_cap=1000",
         "0 C type; 2000 C send; 3000 T send; 7000 end", "3000 smooth @6000 taken", NULL},
        {"still open at the end", "", "0 C type; 2000 C send; 3000 T send; 5000 end",
         "3000 unresolved @5000 taken", NULL},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void chips_are_free(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"one counts in four seconds", "",
         "0 C type; 1000 T chip; 4999 T chip; 5000 T chip; 6000 end",
         "1000 backchannel @1000; 4999 backchannel_excess @4999; 5000 backchannel @5000", "C0"},
        {"from the last one that counted", "",
         "0 C type; 1000 T chip; 4000 T chip; 5000 T chip; 8999 T chip; 9000 T chip; 9500 end",
         "1000 backchannel @1000; 4000 backchannel_excess @4000; 5000 backchannel @5000; "
         "8999 backchannel_excess @8999; 9000 backchannel @9000",
         NULL},
        {"when he does not hold, it says nothing", "",
         "1000 T chip; 2000 T type; 3000 T chip; "
         "4000 end",
         "", "T2000"},
        {"also while resting", "", "0 C type; 3000 T send; 4000 T chip; 5000 end",
         "3000 interruption 20 @3000; 4000 backchannel @4000", NULL},
        {"his quiet window runs on", "", "0 C type; 2000 C send; 5000 T chip; 7000 end",
         "5000 backchannel @5000", "C0 -6000"},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void drafts_and_the_queue(void **unused)
{
    (void)unused;
    const struct row rows[] = {
        {"keys that rest keep the floor 12 s", "", "0 T type; 15000 end", "", "T0 -12000"},
        {"counted from the last key", "", "0 T type; 3000 T key; 20000 end", "", "T0 -15000"},
        {"twice as long with an allowance", "trainee_time_pct=200", "0 T type; 25000 end", "",
         "T0 -24000"},
        {"his own with his allowance", "customer_time_pct=200", "0 C type; 25000 end", "",
         "C0 -24000"},
        {"a draft wiped in a fresh turn lets go", "", "0 T type; 1000 T wipe; 3000 end", "",
         "T0 -1000"},
        {"wiped inside the quiet window, what is left of it stays", "",
         "0 C type; 2000 C send; 3000 C type; 4000 C wipe; 7000 end", "", "C0 -6000"},
        {"wiped after it would have run out", "",
         "0 C type; 2000 C send; 5000 C type; 6500 C wipe; 7000 end", "", "C0 -6500"},
        {"wiped inside an announced pause", "",
         "0 C type; 2000 C send more; 5000 C type; 6000 C wipe; 18000 end", "", "C0 -17000"},
        {"typing under the other waits", "", "0 C type; 1000 T type; 2000 C send yield; 3000 end",
         "", "C0 T2000"},
        {"and is given up with the draft", "",
         "0 C type; 1000 T type; 1500 T wipe; 2000 C send yield; 3000 end", "", "C0 -2000"},
        {"a waiting draft expires", "",
         "0 C type; 1000 T type; 3000 C key; 6000 C key; 9000 C key; 12000 C key; "
         "14000 C send yield; 15000 end",
         "", "C0 -14000"},
        {"a request waits however long", "",
         "0 C type; 1000 T floor_request; 3000 C key; 6000 C key; 9000 C key; 12000 C key; "
         "15000 C send yield; 21000 end",
         "", "C0 T15000 -20000"},
        {"unless it is cancelled", "",
         "0 C type; 1000 T floor_request; 2000 T floor_cancel; 3000 C send yield; 4000 end", "",
         "C0 -3000"},
        {"asked for and not used", "", "0 T floor_request; 6000 end", "", "T0 -5000"},
        {"asked for and used", "", "0 T floor_request; 4000 T type; 6000 T send; 11000 end", "",
         "T0 -10000"},
        {"the customer answers in the trainee's quiet window", "",
         "0 T type; 2000 T send; 3000 C send; 8000 end", "", "T0 C3000 -7000"},
        {"the customer over a typing trainee", "", "0 T type; 2000 C send yield; 3000 end",
         "2000 customer_overlap @2000 taken", "T0"},
        {"the customer over \"more to say\"", "",
         "0 T type; 2000 T send more; 4000 C send; 9000 end", "4000 customer_overlap @4000 taken",
         "T0 C4000 -8000"},
        {"the customer over a resting draft", "",
         "0 T type; 2000 T rest; 4000 C send yield; 5000 end", "", "T0"},
    };
    check_rows(rows, RP_COUNT(rows));
}

static void offsets_and_bands(void **unused)
{
    (void)unused;
    static const struct {
        const char *what, *settings, *acts, *transfers;
    } rows[] = {
        {"prompt to 14,999", "", "0 C type; 1000 C send yield; 16059 T type; 16100 end",
         "C0; T16059+14999 prompt"},
        {"slow from 15,000", "", "0 C type; 1000 C send yield; 16060 T type; 16100 end",
         "C0; T16060+15000 slow"},
        {"dead air from 30,000", "", "0 C type; 1000 C send yield; 31060 T type; 32000 end",
         "C0; T31060+30000 dead_air"},
        {"limits grow with the allowance", "trainee_time_pct=200",
         "0 C type; 1000 C send yield; 31059 T type; 32000 end", "C0; T31059+29999 prompt"},
        {"waiting as told is not slow", "", "0 C type; 1000 C send more; 20000 T type; 21000 end",
         "C0; T20000+18940 prompt"},
        {"too fast to have read 20 words", "",
         "0 C type; 1000 C send yield words=20; 3559 T send; 4000 end",
         "C0; T3559+2499 prompt too_fast"},
        {"just not too fast", "", "0 C type; 1000 C send yield words=20; 3560 T send; 4000 end",
         "C0; T3560+2500 prompt"},
        {"too fast does not grow with the allowance", "trainee_time_pct=200",
         "0 C type; 1000 C send yield words=20; 3560 T send; 4000 end", "C0; T3560+2500 prompt"},
        {"a second turn of one's own has no band", "", "0 T send yield; 3000 T send; 4000 end",
         "T0; T3000+2940"},
        {"written before the other was done", "",
         "0 C type; 500 T type; 1000 C send yield; 2000 end", "C0; T1000+0 prompt prepared"},
        {"a turn without a message ends at its last key", "",
         "0 C type; 2000 C key; 20000 T type; 21000 end", "C0; T20000+17940 slow"},
        {"what was held counts from its writing", "mode=1",
         "0 C type; 1000 C send; 3000 T send; 6000 end", "C0; T5000+1940 prompt"},
    };
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        struct told told;
        play_script(rows[i].settings, rows[i].acts, &told);
        expect_same(rows[i].what, told.transfers, rows[i].transfers);
    }
}

static void held_messages_are_not_lost(void **unused)
{
    (void)unused;
    static const struct {
        const char *what, *settings, *acts, *messages;
    } rows[] = {
        {"out when he lets go without a word", "",
         "1000 C type; 1500 T send; 3000 C wipe; 4000 end", "held 1500 @1500; out 1500 @3000"},
        {"asked again once he has said something", "",
         "1000 C type; 1500 T send; 3000 C send yield; 4000 end",
         "held 1500 @1500; stale 1500 @3000; out 3000 @3000; dropped 1500 @4000"},
        {"confirmed: a new act", "",
         "1000 C type; 1500 T send; 3000 C send yield; 4000 T send confirm; 5000 end",
         "held 1500 @1500; stale 1500 @3000; out 3000 @3000; dropped 1500 @4000; out 4000 @4000"},
        {"replaced by the next one", "mode=1", "0 C type; 2000 T send; 3000 T send; 4000 end",
         "held 2000 @2000; dropped 2000 @3000; held 3000 @3000; dropped 3000 @4000"},
        {"strict: out at the release", "mode=1", "0 C type; 2000 C send; 3000 T send; 7000 end",
         "out 2000 @2000; held 3000 @3000; out 3000 @6000"},
        {"it outlives a pause", "mode=1",
         "0 C type; 2000 C send; 3000 T send; 4000 I pause; 5000 I resume; 8000 end",
         "out 2000 @2000; held 3000 @3000; out 4000 @7000"},
        {"it outlives the instructor", "mode=1",
         "0 C type; 2000 C send; 3000 T send; 4000 I barge_in_start; 5000 I barge_in_end; 8000 end",
         "out 2000 @2000; held 3000 @3000; out 3000 @5000"},
        {"a resting one is refused", "", "0 C type; 3000 T send; 4000 T send; 5000 end",
         "out 3000 @3000; refused 4000 @4000"},
        {"under the instructor too", "", "0 I barge_in_start; 1000 T send; 1000 C send; 2000 end",
         "refused 1000 @1000; refused 1000 @1000"},
        {"and in a pause", "", "0 I pause; 1000 T send; 2000 end", "refused 1000 @1000"},
    };
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        struct told told;
        play_script(rows[i].settings, rows[i].acts, &told);
        expect_same(rows[i].what, told.messages, rows[i].messages);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_send_over_the_typing_customer),
        cmocka_unit_test(a_send_into_his_pause),
        cmocka_unit_test(chips_are_free),
        cmocka_unit_test(drafts_and_the_queue),
        cmocka_unit_test(offsets_and_bands),
        cmocka_unit_test(held_messages_are_not_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
