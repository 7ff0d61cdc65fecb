#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rp_quantity.h"

enum { NUMBER = RP_QUANTITY_NUMBER, MONEY, PERCENT, TIME, DATE, DURATION };

static const struct {
    const char *line;
    int kind;
    int64_t value;
    const char *quote; /* the words that the span holds */
} rows[] = {
    {"I can refund $50 now", MONEY, 5000, "$50"},
    {"fifty dollars back", MONEY, 5000, "fifty dollars"},
    {"a hundred bucks", MONEY, 10000, "a hundred bucks"},
    {"£1,250.40 it is", MONEY, 125040, "£1,250.40"},
    {"five pounds fifty", MONEY, 550, "five pounds fifty"},
    {"two dollars and twenty cents", MONEY, 220, "two dollars and twenty cents"},
    {"80 cents", MONEY, 80, "80 cents"},
    {"three hundred and twenty euros", MONEY, 32000, "three hundred and twenty euros"},
    {"twenty-five quid", MONEY, 2500, "twenty-five quid"},
    {"20% off", PERCENT, 2000, "20%"},
    {"twenty per cent off", PERCENT, 2000, "twenty per cent"},
    {"12.5 percent", PERCENT, 1250, "12.5 percent"},
    {"it came at 3 pm", TIME, 900, "3 pm"},
    {"it came at 3pm", TIME, 900, "3pm"},
    {"at 12 am", TIME, 0, "12 am"},
    {"at 12 pm", TIME, 720, "12 pm"},
    {"at 10:30", TIME, 630, "10:30"},
    {"at 3.30 pm", TIME, 930, "3.30 pm"},
    {"half past nine", TIME, 570, "half past nine"},
    {"quarter to eight", TIME, 465, "quarter to eight"},
    {"twenty past six in the evening", TIME, 1100, "twenty past six in the evening"},
    {"three o'clock", TIME, 180, "three o'clock"},
    {"three in the afternoon", NUMBER, 300, "three"},
    {"by two", TIME, 120, "two"},
    {"before noon", TIME, 720, "noon"},
    {"by two of us", NUMBER, 200, "two"},
    {"on Tuesday", DATE, 2002, "Tuesday"},
    {"tomorrow", DATE, 3001, "tomorrow"},
    {"the 3rd of May", DATE, 503, "3rd of May"},
    {"May 3rd", DATE, 503, "May 3rd"},
    {"on the 14th", DATE, 14, "14th"},
    {"two and a half hours", DURATION, 9000, "two and a half hours"},
    {"an hour and a half", DURATION, 5400, "an hour and a half"},
    {"half an hour", DURATION, 1800, "half an hour"},
    {"within an hour", DURATION, 3600, "an hour"},
    {"90 minutes", DURATION, 5400, "90 minutes"},
    {"two hours 15 minutes", DURATION, 8100, "two hours 15 minutes"},
    {"five working days", DURATION, 432000, "five working days"},
    {"eight", NUMBER, 800, "eight"},
};

static void read_line(const char *line, struct rp_understood *out)
{
    static struct rp_reading text;
    memset(out, 0, sizeof(*out));
    assert_int_equal(rp_reading_make(&text, NULL, line, strlen(line)), RP_OK);
    rp_quantity_read(&text, out);
}

static void a_quantity_is_read_with_its_kind_value_and_words(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        struct rp_understood found;
        read_line(rows[i].line, &found);
        print_message("%s\n", rows[i].line);
        assert_int_equal(found.quantities_n, 1);
        struct rp_quantity quantity = found.quantities[0];
        assert_int_equal(quantity.kind, rows[i].kind);
        assert_int_equal(quantity.value, rows[i].value);
        size_t length = (size_t)(quantity.span.end - quantity.span.begin);
        assert_int_equal(length, strlen(rows[i].quote));
        assert_memory_equal(rows[i].line + quantity.span.begin, rows[i].quote, length);
    }
}

static void words_that_only_look_like_quantities_are_none(void **unused)
{
    static const char *const lines[] = {
        "one of them told me", "a second ago", "it may be late", "second to none", "a day to forget",
        "no one came",         "I march on",
    };
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(lines); i++) {
        struct rp_understood found;
        read_line(lines[i], &found);
        print_message("%s\n", lines[i]);
        assert_int_equal(found.quantities_n, 0);
    }
}

static void quantities_stand_in_the_order_of_the_line_and_are_bounded(void **unused)
{
    struct rp_understood found;
    (void)unused;
    read_line("1 2 3 4 5 6 7 8 9 10 11 12", &found);
    assert_int_equal(found.quantities_n, RP_UNDERSTOOD_QUANTITIES_MAX);
    for (size_t i = 1; i < found.quantities_n; i++)
        assert_true(found.quantities[i - 1].span.end <= found.quantities[i].span.begin);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_quantity_is_read_with_its_kind_value_and_words),
        cmocka_unit_test(words_that_only_look_like_quantities_are_none),
        cmocka_unit_test(quantities_stand_in_the_order_of_the_line_and_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
