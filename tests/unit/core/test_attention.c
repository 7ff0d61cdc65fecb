#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rp_attention.h"

static void each_fact_has_its_weight(void **unused)
{
    static const struct {
        struct rp_attention_facts facts;
        struct rp_attention want;
    } rows[] = {
        {{.begun = true}, {0, RP_NEED_NONE}},
        {{.begun = true, .help = true}, {100, RP_NEED_HELP}},
        {{.begun = true, .stopped = true, .anger = 50, .anger_before = 50}, {120, RP_NEED_STOPPED}},
        {{.begun = true, .reported = true}, {100, RP_NEED_REPORTED}},
        {{.begun = true, .reported = true, .stopped = true}, {100, RP_NEED_STOPPED}},
        {{.begun = true, .lost_ms = 20000}, {0, RP_NEED_NONE}},
        {{.begun = true, .lost_ms = 20001}, {60, RP_NEED_LOST}},
        {{.begun = true, .anger = 61, .anger_before = 61}, {24, RP_NEED_ANGER}},
        {{.begun = true, .anger = 61, .anger_before = 47}, {24, RP_NEED_ANGER}},
        {{.begun = true, .anger = 61, .anger_before = 46}, {34, RP_NEED_ANGER}},
        {{.begun = true, .cut_ins = 1}, {15, RP_NEED_CUT_INS}},
        {{.begun = true, .cut_ins = 7}, {30, RP_NEED_CUT_INS}},
        {{.play_ms = 44999}, {0, RP_NEED_NONE}},
        {{.play_ms = 45000}, {30, RP_NEED_NOT_BEGUN}},
        {{.begun = true, .play_ms = 1, .silent_ms = 20000}, {10, RP_NEED_SILENT}},
        {{.begun = true, .play_ms = 1, .silent_ms = 40000}, {25, RP_NEED_SILENT}},
        {{.begun = true, .silent_ms = 40000}, {0, RP_NEED_NONE}},
        {{.begun = true, .cut_ins = 2, .looked = true}, {15, RP_NEED_CUT_INS}},
        {{.begun = true, .looked = true}, {0, RP_NEED_NONE}},
    };
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        struct rp_attention got = rp_attention_of(&rows[i].facts);
        assert_int_equal(got.score, rows[i].want.score);
        assert_int_equal(got.need, rows[i].want.need);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_fact_has_its_weight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
