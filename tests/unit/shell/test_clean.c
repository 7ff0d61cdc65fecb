/* What people type, made safe to show; words as the floor counts them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "clean.h"

static struct rp_str str(const char *text)
{
    return (struct rp_str){text, (uint32_t)strlen(text)};
}

static void texts_and_names_are_cleaned(void **unused)
{
    (void)unused;
    static const struct {
        const char *raw, *text, *name;
    } rows[] = {
        {"plain", "plain", "plain"},
        {"  both ends \n", "both ends", "both ends"},
        {"two\nlines", "two\nlines", "two lines"},
        {"tab\there", "tab here", "tab here"},
        {"a\xe2\x80\xae"
         "b",
         "ab", "ab"},                                        /* U+202E, turns a line around */
        {"zero\xe2\x80\x8bwidth", "zerowidth", "zerowidth"}, /* U+200B */
        {"bell\x07 and \x1b[31m", "bell and [31m", "bell and [31m"},
        {"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x92",
         "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x92",
         "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x92"}, /* joined emoji stay joined */
        {"\xc2\xa0no-break\xe2\x80\x83space", "no-break space", "no-break space"},
        {"", "", ""},
        {" \t\n", "", ""},
        {"<script>alert(1)</script>", "<script>alert(1)</script>", "<script>alert(1)</script>"},
    };
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        char out[64];
        uint32_t length = rp_clean_text(str(rows[i].raw), out);
        assert_int_equal(length, strlen(rows[i].text));
        assert_memory_equal(out, rows[i].text, length);
        length = rp_clean_name(str(rows[i].raw), out);
        assert_int_equal(length, strlen(rows[i].name));
        assert_memory_equal(out, rows[i].name, length);
    }
}

static void words_are_runs_of_what_is_no_space(void **unused)
{
    (void)unused;
    assert_int_equal(rp_count_words(str("")), 0);
    assert_int_equal(rp_count_words(str(" \n ")), 0);
    assert_int_equal(rp_count_words(str("one")), 1);
    assert_int_equal(rp_count_words(str("it's  two\nlines, really")), 4);
    assert_int_equal(rp_count_words(str("caf\xc3\xa9\xe2\x80\x83noir")), 2);
}

static void points_are_counted_not_bytes(void **unused)
{
    (void)unused;
    assert_int_equal(rp_count_points(str("caf\xc3\xa9")), 4);
    assert_int_equal(rp_count_points(str("\xf0\x9f\x9a\x92")), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_and_names_are_cleaned),
        cmocka_unit_test(words_are_runs_of_what_is_no_space),
        cmocka_unit_test(points_are_counted_not_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
