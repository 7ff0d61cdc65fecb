#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rp_recognise.h"

/* The moving truck: booked for one, came at three, a window that nobody explained, a deposit. */
#define WORDS(...) {(const char *const[]){__VA_ARGS__}, RP_COUNT(((const char *const[]){__VA_ARGS__}))}

enum { LATE = 1, WINDOW = 2, DEPOSIT = 4 };

static const struct rp_words late[] = {WORDS("1 pm", "one", "booked", "scheduled"),
                                       WORDS("3 pm", "three", "two hours", "late")};
static const struct rp_words window[] = {WORDS("window", "two-hour"),
                                         WORDS("not told", "nobody", "didn't know", "not clear")};
static const struct rp_words deposit[] = {WORDS("100", "hundred"), WORDS("deposit")};
static const struct rp_words half[] = {WORDS("50"), WORDS("refund", "back", "credit")};

static const struct rp_fact_words facts[] = {
    {WORDS("when", "time", "late", "truck", "booked"), {late, RP_COUNT(late)}},
    {WORDS("told", "window", "explain"), {window, RP_COUNT(window)}},
    {WORDS("cost", "lose", "deposit", "how much", "clean"), {deposit, RP_COUNT(deposit)}},
};
static const struct rp_groups remedies[] = {{half, RP_COUNT(half)}};

static const struct {
    const char *line;
    uint32_t asked, told, contradicted, apology_for, remedies;
} rows[] = {
    {"What time was the truck booked for?", LATE, 0, 0, 0, 0},
    {"Did anybody explain the window to you?", WINDOW, 0, 0, 0, 0},
    {"How much were you still cleaning?", DEPOSIT, 0, 0, 0, 0},
    {"So it was booked for one and it came at three.", 0, LATE, 0, 0, 0},
    {"So it was booked for 1 o'clock and it came at 15:00.", 0, LATE, 0, 0, 0},
    {"You lost a hundred dollars of your deposit.", 0, DEPOSIT, 0, 0, 0},
    {"You lost $100. That was your deposit.", 0, DEPOSIT, 0, 0, 0},
    {"So you lost two hundred dollars of your deposit.", 0, 0, DEPOSIT, 0, 0},
    {"It was booked for one and it came at five o'clock.", 0, 0, LATE, 0, 0},
    {"I'm sorry that we were two hours late.", 0, 0, 0, LATE, 0},
    {"I'm so sorry that nobody told you about the two-hour window.", 0, WINDOW, 0, WINDOW, 0},
    {"I can refund fifty dollars of your deposit today.", 0, 0, 0, 0, 1},
    {"I'll put 50 back on your card.", 0, 0, 0, 0, 1},
    {"Thank you for calling.", 0, 0, 0, 0, 0},
};

static int open_recogniser(void **state)
{
    struct rp_recogniser *recogniser;
    *state = rp_recogniser_open(&recogniser) == RP_OK ? recogniser : NULL;
    return *state == NULL;
}

static int close_recogniser(void **state)
{
    rp_recogniser_close(*state);
    return 0;
}

static void a_line_is_held_against_the_facts_and_remedies(void **state)
{
    const struct rp_case_words words = {.facts = facts,
                                        .facts_n = RP_COUNT(facts),
                                        .remedies = remedies,
                                        .remedies_n = RP_COUNT(remedies)};
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        struct rp_understood found;
        print_message("%s\n", rows[i].line);
        assert_int_equal(rp_recognise(*state, &words, rows[i].line, strlen(rows[i].line), &found),
                         RP_OK);
        assert_int_equal(found.asked, rows[i].asked);
        assert_int_equal(found.told, rows[i].told);
        assert_int_equal(found.contradicted, rows[i].contradicted);
        assert_int_equal(found.apology_for, rows[i].apology_for);
        assert_int_equal(found.remedies, rows[i].remedies);
    }
}

static void more_facts_than_bits_are_refused(void **state)
{
    const struct rp_case_words words = {.facts = facts, .facts_n = RP_UNDERSTOOD_FACTS_MAX + 1};
    struct rp_understood found;
    assert_int_equal(rp_recognise(*state, &words, "hi", 2, &found), RP_ERR_RANGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_held_against_the_facts_and_remedies),
        cmocka_unit_test(more_facts_than_bits_are_refused),
    };
    return cmocka_run_group_tests(tests, open_recogniser, close_recogniser);
}
