/* The case files under tests/turns, through the same code as `hearout floor --check`. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <glob.h>
#include <locale.h>
#include <time.h>

#include "floor_report.h"

static json_t *report_of(const char *path, struct rp_text *error)
{
    struct rp_floor_case c;
    json_t *report = NULL;
    if (rp_floor_case_read(&c, path, error) != RP_OK)
        return NULL;
    report = rp_floor_report(&c);
    if (c.expect && !rp_floor_report_agrees(c.expect, report, error))
        json_decref(report), report = NULL;
    rp_floor_case_clear(&c);
    return report;
}

static void check_file(const char *path)
{
    struct rp_text error = {0};
    json_t *report = report_of(path, &error);
    if (report == NULL)
        fail_msg("%s: %s", path, error.length ? error.bytes : "no memory");
    json_decref(report);
    rp_text_clear(&error);
}

static void check_all(const char *pattern, size_t least)
{
    glob_t found;
    assert_int_equal(glob(pattern, 0, NULL, &found), 0);
    assert_true(found.gl_pathc >= least);
    for (size_t i = 0; i < found.gl_pathc; i++)
        check_file(found.gl_pathv[i]);
    globfree(&found);
}

static void every_example_comes_out_as_expected(void **unused)
{
    (void)unused;
    check_all(HEAROUT_SOURCE "/tests/turns/[TV]*.json", 29);
    check_all(HEAROUT_SOURCE "/tests/turns/own/*.json", 1);
}

static void the_defaults_are_those_of_the_examples(void **unused)
{
    (void)unused;
    struct rp_floor_config config;
    json_t *file = json_load_file(HEAROUT_SOURCE "/tests/turns/config.json", 0, NULL), *value;
    const char *name;
    rp_floor_config_default(&config);
    assert_non_null(file);
    json_object_foreach(file, name, value)
    {
        size_t i = 0;
        while (i < rp_floor_settings() && strcmp(rp_floor_setting(i)->name, name) != 0)
            i++;
        if (i == rp_floor_settings())
            fail_msg("no setting is called %s", name);
        assert_int_equal(rp_floor_config_value(&config, i), json_integer_value(value));
    }
    json_decref(file);
}

/* Neither the place nor the language of the machine has a part in it. */
static void the_answer_is_the_same_anywhere(void **unused)
{
    (void)unused;
    struct rp_text error = {0};
    const char *path = HEAROUT_SOURCE "/tests/turns/V39.json";
    json_t *here = report_of(path, &error);
    char *one = json_dumps(here, JSON_COMPACT);
    setenv("TZ", "Pacific/Auckland", 1);
    tzset();
    setlocale(LC_ALL, "tr_TR.UTF-8");
    json_t *there = report_of(path, &error);
    char *two = json_dumps(there, JSON_COMPACT);
    assert_string_equal(one, two);
    free(one);
    free(two);
    json_decref(here);
    json_decref(there);
}

static void bad_files_are_told_apart(void **unused)
{
    (void)unused;
    static const struct {
        const char *text, *error;
    } rows[] = {
        {"{\"medium\":\"text\",\n \"events\":[}", "bad:2:12: unexpected token near '}'"},
        {"[]", "bad: the file: must hold one JSON object"},
        {"{\"events\":[]}", "bad: medium: must be one of text voice"},
        {"{\"medium\":\"text\"}", "bad: events: must be an array"},
        {"{\"medium\":\"text\",\"mode\":\"mild\",\"events\":[]}",
         "bad: mode: must be one of soft strict coach"},
        {"{\"medium\":\"text\",\"config\":{\"turn_capp\":1},\"events\":[]}",
         "bad: config.turn_capp: is no setting of the floor"},
        {"{\"medium\":\"text\",\"config\":{\"turn_cap\":-1},\"events\":[]}",
         "bad: config.turn_cap: is out of range"},
        {"{\"medium\":\"text\",\"events\":[{\"party\":\"trainee\",\"event\":\"send\"}]}",
         "bad: events[0].t_ms: is missing"},
        {"{\"medium\":\"text\",\"events\":[{\"t_ms\":1,\"party\":\"trainee\",\"event\":\"send\"},"
         "{\"t_ms\":1.5,\"party\":\"trainee\",\"event\":\"send\"}]}",
         "bad: events[1].t_ms: must be a whole number from 0 to 4503599627370496"},
        {"{\"medium\":\"text\",\"events\":[{\"t_ms\":1,\"party\":\"boss\",\"event\":\"send\"}]}",
         "bad: events[0].party: must be one of trainee customer instructor"},
        {"{\"medium\":\"text\",\"events\":[{\"t_ms\":1,\"party\":\"trainee\",\"event\":\"send\","
         "\"wrods\":3}]}",
         "bad: events[0].wrods: is no field of an event"},
        {"{\"medium\":\"text\",\"events\":[{\"t_ms\":1,\"party\":\"trainee\",\"event\":\"send\","
         "\"more\":1}]}",
         "bad: events[0].more: must be true or false"},
        {"{\"medium\":\"text\",\"events\":[],\"probes_ms\":[\"x\"]}",
         "bad: probes_ms: must hold whole numbers"},
    };
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        struct rp_floor_case c;
        struct rp_text error = {0};
        assert_int_equal(rp_floor_case_parse(&c, "bad", rows[i].text, strlen(rows[i].text), &error),
                         RP_ERR_MALFORMED);
        assert_string_equal(error.bytes, rows[i].error);
        rp_text_clear(&error);
    }
}

static void a_difference_is_named(void **unused)
{
    (void)unused;
    static const char text[] =
        "{\"medium\":\"text\",\"end_ms\":6000,\"events\":["
        "{\"t_ms\":0,\"party\":\"customer\",\"event\":\"compose_start\",\"rtt_ms\":40},"
        "{\"t_ms\":5000,\"party\":\"trainee\",\"event\":\"send\",\"rtt_ms\":60}],"
        "\"expect\":{\"verdicts\":[{\"verdict\":\"interruption\",\"points\":10,"
        "\"reason\":\"any\"}],\"holders\":[]}}";
    struct rp_floor_case c;
    struct rp_text error = {0}, difference = {0};
    assert_int_equal(rp_floor_case_parse(&c, "case", text, strlen(text), &error), RP_OK);
    json_t *report = rp_floor_report(&c);
    assert_false(rp_floor_report_agrees(c.expect, report, &difference));
    assert_string_equal(difference.bytes, "verdicts[0].points: expected 10, found 20");
    json_decref(report);
    rp_floor_case_clear(&c);
    rp_text_clear(&difference);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_comes_out_as_expected),
        cmocka_unit_test(the_defaults_are_those_of_the_examples),
        cmocka_unit_test(the_answer_is_the_same_anywhere),
        cmocka_unit_test(bad_files_are_told_apart),
        cmocka_unit_test(a_difference_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
