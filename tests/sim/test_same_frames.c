/* The same workshop twice, with what is secret and without: nobody else's frames tell. Not by their
 * number, their size, their moment or any byte of them.
 *
 * PLAYS=1000 and the like for more of them than in every run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "rp_shape.h"
#include "support/play.h"

static uint32_t plays_wanted(void)
{
    return (uint32_t)play_setting("PLAYS", 25);
}

/* Up to that moment. */
static uint32_t frames_before(const struct sim_guest *guest, int64_t until_ns)
{
    uint32_t count = 0;
    while (count < guest->frames_n && guest->frames[count].at_ns < until_ns)
        count++;
    return count;
}

/* For whoever has to find out why. */
static void print_told(void *context, const struct sim_told *told)
{
    (void)context;
    print_error("    %s%s%s\n", rp_out_shape(told->type)->name, told->event ? " " : "",
                told->event ? rp_event_shape(told->event)->name : "");
}

static void print_frame(const struct sim_guest *guest, uint32_t at)
{
    const struct sim_frame *frame = &guest->frames[at];
    print_error("  at %lld us, %u bytes:\n", (long long)frame->at_ns / 1000, frame->length);
    sim_read_frame(guest->bytes + frame->offset, frame->length, print_told, NULL);
}

static void assert_same_frame(const struct sim_guest *one, const struct sim_guest *other,
                              uint32_t at)
{
    const struct sim_frame *a = &one->frames[at], *b = &other->frames[at];
    if (a->at_ns == b->at_ns && a->length == b->length &&
        memcmp(one->bytes + a->offset, other->bytes + b->offset, a->length) == 0)
        return;
    print_frame(one, at);
    print_frame(other, at);
    fail_msg("%s: frame %u is not the same", one->who, at);
}

static uint64_t assert_same(const struct sim_guest *one, const struct sim_guest *other,
                            int64_t until_ns)
{
    if (one == NULL)
        return 0;
    uint32_t count = frames_before(one, until_ns);
    for (uint32_t i = 0; i < count && i < frames_before(other, until_ns); i++)
        assert_same_frame(one, other, i);
    if (count != frames_before(other, until_ns))
        fail_msg("%s: %u frames, and %u", one->who, count, frames_before(other, until_ns));
    return count;
}

/* Plays that number with and without; what was compared is counted. */
static uint64_t compare(uint32_t number, struct play_plan with, struct play_plan without,
                        uint64_t (*look)(const struct play *one, const struct play *other))
{
    static struct play one, other;
    with.number = without.number = number;
    play_run(&one, with);
    play_close(&one);
    play_run(&other, without);
    uint64_t compared = look(&one, &other);
    play_clear(&other);
    play_clear(&one);
    return compared;
}

/* The trainee knows of it; the rest of the workshop must not. */
static uint64_t look_at_others(const struct play *one, const struct play *other)
{
    uint64_t compared = 0;
    if (one->plan.coached != other->plan.coached && one->level != RP_LEVEL_EXAM)
        assert_true(one->trainee->bytes_n > other->trainee->bytes_n);
    for (int i = PLAY_STRANGER; i < PLAY_GUESTS; i++)
        if (one->guests[i] != one->trainee)
            compared += assert_same(one->guests[i], other->guests[i], INT64_MAX);
    return compared;
}

static uint64_t look_at_all_but_staff(const struct play *one, const struct play *other)
{
    assert_int_equal(one->released_ns, other->released_ns);
    return look_at_others(one, other) +
           assert_same(one->trainee, other->trainee, one->released_ns + INT64_C(9000000000));
}

static void coaching_shows_to_the_trainee_alone(void **unused)
{
    (void)unused;
    uint64_t compared = 0;
    for (uint32_t i = 0; i < plays_wanted(); i++)
        compared += compare(i, (struct play_plan){.coached = true, .graded = true},
                            (struct play_plan){0}, look_at_others);
    print_message("%llu frames the same\n", (unsigned long long)compared);
}

static void grading_shows_to_nobody_before_the_release(void **unused)
{
    (void)unused;
    uint64_t compared = 0;
    for (uint32_t i = 0; i < plays_wanted(); i++)
        compared += compare(i, (struct play_plan){.coached = true, .graded = true},
                            (struct play_plan){.coached = true}, look_at_all_but_staff);
    print_message("%llu frames the same\n", (unsigned long long)compared);
}

/* His player and staff know of it; whom it is about must not. */
static uint64_t look_at_all_but_the_author(const struct play *one, const struct play *other)
{
    uint64_t compared = 0;
    for (int i = PLAY_STRANGER; i < PLAY_GUESTS; i++)
        if (one->guests[i] != one->customer)
            compared += assert_same(one->guests[i], other->guests[i], INT64_MAX);
    return compared;
}

static void a_report_shows_to_its_author_and_staff_alone(void **unused)
{
    (void)unused;
    uint64_t compared = 0;
    for (uint32_t i = 0; i < plays_wanted(); i++)
        compared += compare(i, (struct play_plan){.reported = true}, (struct play_plan){0},
                            look_at_all_but_the_author);
    print_message("%llu frames the same\n", (unsigned long long)compared);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(coaching_shows_to_the_trainee_alone),
        cmocka_unit_test(grading_shows_to_nobody_before_the_release),
        cmocka_unit_test(a_report_shows_to_its_author_and_staff_alone),
    };
    return cmocka_run_group_tests(tests, play_stage_open, play_stage_close);
}
