#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rp_reading.h"
#include "rp_spelling.h"

static struct rp_reading text;

static enum rp_err make(const char *line)
{
    const struct rp_case_words names = {.first_name = "Zoë", .last_name = "de la Cruz"};
    return rp_reading_make(&text, &names, line, strlen(line));
}

static const struct {
    const char *line, *words;
} rows[] = {
    {"We'll  SORT it", "we will sort it"},
    {"we’ll sort it", "we will sort it"},
    {"im sooooo sorry", "i am so sorry"},
    {"thx 4 waiting", "thanks NUM waiting"},
    {"Zoë, wait", "NAME wait"},
    {"zoe wait", "NAME wait"},
    {"Mrs Cruz", "mrs NAME"},
    {"forty-two", "NUM"},
    {"three hundred and five", "NUM"},
    {"it costs $5", "it costs $ NUM"},
    {"really?!", "really ?"},
    {"ＦＵＬＬ width", "full width"},
    {"um, well", "well"},
    {"😡 ok 😡", "okay"},
};

static void a_line_is_read_as_plain_words(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        print_message("%s\n", rows[i].line);
        assert_int_equal(make(rows[i].line), RP_OK);
        size_t length = strlen(rows[i].words);
        assert_int_equal(text.bytes_n, length + 1); /* and the space behind the last word */
        assert_memory_equal(text.bytes, rows[i].words, length);
    }
}

static void every_word_knows_where_it_came_from(void **unused)
{
    static const char line[] = "I’m sorry, Zoë: the café’s 2 tables…";
    (void)unused;
    assert_int_equal(make(line), RP_OK);
    for (size_t i = 0; i < text.words_n; i++) {
        struct rp_span span = text.words[i].source;
        assert_true(span.begin < span.end && span.end <= strlen(line));
        assert_int_not_equal((uint8_t)line[span.begin] & 0xC0, 0x80);
        assert_int_not_equal((uint8_t)line[span.end] & 0xC0, 0x80);
    }
}

static void sentences_end_where_a_reader_would_end_them(void **unused)
{
    (void)unused;
    assert_int_equal(make("Mr. Cruz came at 3.30 p.m. today. Why? No!"), RP_OK);
    assert_int_equal(text.clauses_n, 3);
    assert_true(text.clauses[1].question);
    assert_false(text.clauses[2].question);
}

static void words_in_quotation_marks_are_somebody_elses(void **unused)
{
    (void)unused;
    assert_int_equal(make("He said “calm down” to me"), RP_OK);
    assert_false(text.words[1].quoted);
    assert_true(text.words[2].quoted);
    assert_true(text.words[3].quoted);
    assert_false(text.words[4].quoted);
    assert_int_equal(make("\"calm down\""), RP_OK);
    assert_false(text.words[0].quoted);
    assert_int_equal(make("the 5\" pipe is late"), RP_OK);
    assert_false(text.words[text.words_n - 1].quoted);
}

static void bytes_that_are_no_utf8_are_refused(void **unused)
{
    static const char *const lines[] = {"\xFF", "a\xC3", "\xED\xA0\x80", "\xC0\xAF", "\xF4\x90\x80\x80"};
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(lines); i++)
        assert_int_equal(make(lines[i]), RP_ERR_MALFORMED);
}

static void a_line_has_a_length_and_a_sentence_is_cut(void **unused)
{
    static char line[RP_LINE_POINTS_MAX + 2];
    (void)unused;
    memset(line, 'x', RP_LINE_POINTS_MAX + 1);
    for (size_t i = 5; i < RP_LINE_POINTS_MAX; i += 6)
        line[i] = ' ';
    assert_int_equal(make(line), RP_ERR_TOO_LARGE);
    line[RP_LINE_POINTS_MAX] = '\0';
    assert_int_equal(make(line), RP_OK);
    assert_true(text.clauses_n >= RP_LINE_POINTS_MAX / RP_CLAUSE_BYTES_MAX);
    for (size_t i = 0; i < text.clauses_n; i++) {
        struct rp_clause clause = text.clauses[i];
        assert_true(text.words[clause.last - 1].end - text.words[clause.first].begin <=
                    RP_CLAUSE_BYTES_MAX);
    }
}

static void spellings_are_found(void **unused)
{
    (void)unused;
    assert_string_equal(rp_spelling_of("won't", 5), "will not");
    assert_null(rp_spelling_of("wont-be", 7));
    assert_null(rp_spelling_of("zzz", 3));
    assert_int_equal(rp_spelling_number("forty", 5), 40);
    assert_int_equal(rp_spelling_number("fort", 4), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_read_as_plain_words),
        cmocka_unit_test(every_word_knows_where_it_came_from),
        cmocka_unit_test(sentences_end_where_a_reader_would_end_them),
        cmocka_unit_test(words_in_quotation_marks_are_somebody_elses),
        cmocka_unit_test(bytes_that_are_no_utf8_are_refused),
        cmocka_unit_test(a_line_has_a_length_and_a_sentence_is_cut),
        cmocka_unit_test(spellings_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
