/* Whole workshops with everybody in them, every byte looked at: nobody is sent what is not his.
 *
 * PLAYS=1000 and the like for more of them than in every run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "support/play.h"

static uint32_t plays_wanted(void)
{
    return (uint32_t)play_setting("PLAYS", 200);
}

static void nobody_is_sent_what_is_not_his(void **unused)
{
    (void)unused;
    static struct play play;
    uint64_t frames = 0, bytes = 0;
    for (uint32_t number = 0; number < plays_wanted(); number++) {
        const struct play_plan plan = {
            .number = number, .coached = true, .graded = true, .reported = true};
        play_run(&play, plan);
        unsigned faults = play.faults + marker_faults();
        if (faults > 0)
            fail_msg("play %u (%s, %s): %u faults", number, play.scenario->id, play.style, faults);
        for (uint32_t i = 0; i < play.sim.guests_n; i++) {
            frames += play.sim.guests[i]->frames_n;
            bytes += play.sim.guests[i]->bytes_n;
        }
        play_clear(&play);
    }
    print_message("%u plays, %llu frames, %llu bytes, %llu markers seen by those who may\n",
                  plays_wanted(), (unsigned long long)frames, (unsigned long long)bytes,
                  (unsigned long long)marker_sightings());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_is_sent_what_is_not_his),
    };
    return cmocka_run_group_tests(tests, play_stage_open, play_stage_close);
}
