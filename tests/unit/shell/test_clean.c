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
         "ab", "ab"},                                           /* U+202E, turns a line around */
        {"zero\xe2\x80\x8bwidth", "zerowidth", "zerowidth"},    /* U+200B */
        {"\xe2\x81\xa6turned\xe2\x81\xa9", "turned", "turned"}, /* an isolate, U+2066 and U+2069 */
        {"\xd8\x9c\xe2\x80\x8f\xe2\x80\x8eName", "Name", "Name"}, /* marks of direction */
        {"\xef\xbb\xbf"
         "begin",
         "begin", "begin"}, /* a byte order mark */
        {"one\xe2\x80\xa8two\xe2\x80\xa9three", "one two three", "one two three"},
        {"a\xc2\xad"
         "b\xe2\x81\xa0"
         "c",
         "abc", "abc"}, /* soft hyphen, word joiner */
        {"t\xf3\xa0\x81\x81\xf3\xa0\x81\x82\xf3\xa0\x81\xbfg", "tg", "tg"}, /* tags */
        {"\xe2\x9d\xa4\xef\xb8\x8f", "\xe2\x9d\xa4\xef\xb8\x8f", "\xe2\x9d\xa4\xef\xb8\x8f"},
        {"x\xef\xb8\x80\xef\xb8\x81\xf3\xa0\x84\x80y", "x\xef\xb8\x80y", "x\xef\xb8\x80y"},
        {"\xef\xb8\x8f\xe2\x80\x8d", "", ""}, /* nothing that they belong to */
        {"a\xe2\x80\x8d\xe2\x80\x8c\xe2\x80\x8d\xe2\x80\x8c"
         "b",
         "a\xe2\x80\x8d"
         "b",
         "a\xe2\x80\x8d"
         "b"},                                            /* a row of joiners carries a message */
        {"a\xe2\x80\x8d", "a", "a"},                      /* joins nothing */
        {"\xe3\x85\xa4\xe2\xa0\x80\xef\xbe\xa0", "", ""}, /* blank letters alone */
        {"A\xe3\x85\xa4"
         "B",
         "A B", "A B"},
        {"\xf0\x9f\x8f\xb3\xef\xb8\x8f\xe2\x80\x8d\xf0\x9f\x8c\x88",
         "\xf0\x9f\x8f\xb3\xef\xb8\x8f\xe2\x80\x8d\xf0\x9f\x8c\x88",
         "\xf0\x9f\x8f\xb3\xef\xb8\x8f\xe2\x80\x8d\xf0\x9f\x8c\x88"}, /* a flag */
        {"\xd9\x86\xd8\xa7\xd9\x85\xe2\x80\x8c\xd9\x87\xd8\xa7",
         "\xd9\x86\xd8\xa7\xd9\x85\xe2\x80\x8c\xd9\x87\xd8\xa7",
         "\xd9\x86\xd8\xa7\xd9\x85\xe2\x80\x8c\xd9\x87\xd8\xa7"}, /* Persian wants it */
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

/* UTF-8 of one code point; its length. */
static uint32_t encode(uint32_t point, char *out)
{
    static const uint8_t heads[] = {0x00, 0x00, 0xc0, 0xe0, 0xf0};
    uint32_t length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (uint32_t i = length; i > 1; i--, point >>= 6)
        out[i - 1] = (char)(0x80 | (point & 0x3f));
    out[0] = (char)(heads[length] | point);
    return length;
}

/* Written by hand, from what each block of Unicode says of itself. */
static bool must_go(uint32_t point)
{
    return point < 0x20 || (point >= 0x7f && point <= 0x9f) || point == 0xad || point == 0x61c ||
           point == 0x180e ||
           (point >= 0x200b && point <= 0x200f && point != 0x200c && point != 0x200d) ||
           (point >= 0x2028 && point <= 0x202e) || (point >= 0x2060 && point <= 0x206f) ||
           point == 0xfeff || (point >= 0xfff9 && point <= 0xfffb) ||
           (point >= 0xfdd0 && point <= 0xfdef) || (point & 0xfffe) == 0xfffe ||
           (point >= 0x1d173 && point <= 0x1d17a) || (point >= 0xe0000 && point <= 0xe00ff) ||
           point == 0x3164 || point == 0xffa0 || point == 0x2800 || point == 0x115f;
}

/* Every code point, between two letters: it stays as it is, is a blank, or is gone. */
static void no_code_point_hides(void **unused)
{
    (void)unused;
    for (uint32_t point = 1; point <= 0x10ffff; point++) {
        char raw[8] = "a", out[8] = "";
        if (point >= 0xd800 && point <= 0xdfff)
            continue;
        uint32_t length = encode(point, raw + 1);
        raw[1 + length] = 'b';
        uint32_t cleaned = rp_clean_name((struct rp_str){raw, length + 2}, out);
        bool stays = cleaned == length + 2 && memcmp(out, raw, cleaned) == 0;
        bool gone = cleaned == 2 || (cleaned == 3 && out[1] == ' ' && point != ' ');
        if (stays == gone || (stays && must_go(point)))
            fail_msg("U+%04X", point);
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
        cmocka_unit_test(no_code_point_hides),
        cmocka_unit_test(words_are_runs_of_what_is_no_space),
        cmocka_unit_test(points_are_counted_not_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
