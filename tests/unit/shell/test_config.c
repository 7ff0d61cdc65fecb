/* The configuration: what is read, what is complained of and where, and its documentation. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "config.h"

static struct rp_config config;
static struct rp_text complaints;

static enum rp_err load(const char *yaml, char *const *environment)
{
    char path[] = "/tmp/hearout-config-XXXXXX";
    rp_config_clear(&config);
    rp_text_clear(&complaints);
    if (yaml == NULL)
        return rp_config_load(&config, NULL, environment, &complaints);
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, yaml, strlen(yaml)), strlen(yaml));
    close(file);
    enum rp_err err = rp_config_load(&config, path, environment, &complaints);
    unlink(path);
    return err;
}

static int clear(void **unused)
{
    (void)unused;
    rp_config_clear(&config);
    rp_text_clear(&complaints);
    return 0;
}

static void without_a_file_all_is_default(void **unused)
{
    (void)unused;
    struct rp_floor_config floor;
    rp_floor_config_default(&floor);
    assert_int_equal(load(NULL, NULL), RP_OK);
    assert_string_equal(config.listen, "127.0.0.1:8080");
    assert_string_equal(config.log_form, "logfmt");
    assert_string_equal(config.log_level, "info");
    assert_null(config.origins[0]);
    const struct rp_net_limits limits = RP_NET_LIMITS_DEFAULT;
    assert_memory_equal(&config.limits, &limits, sizeof(limits));
    assert_memory_equal(&config.floor, &floor, sizeof(floor));
}

static void the_file_sets_and_the_environment_overrides(void **unused)
{
    (void)unused;
    static const char yaml[] = "listen: 0.0.0.0:80\n"
                               "play_seconds: 300\n"
                               "origins: [https://a.example, https://b.example]\n"
                               "log: {form: json}\n"
                               "limits:\n  hello_ms: 900\n"
                               "floor:\n  rest_ms: 1234\n";
    char *const environment[] = {"HEAROUT_LISTEN=[::1]:1", "HEAROUT_FLOOR_REST_MS=4321",
                                 "HEAROUT_PROXIES=127.0.0.1, 10.0.0.0/8", "PATH=/bin", NULL};
    assert_int_equal(load(yaml, environment), RP_OK);
    assert_string_equal(config.listen, "[::1]:1");
    assert_int_equal(config.play_seconds, 300);
    assert_string_equal(config.origins[1], "https://b.example");
    assert_null(config.origins[2]);
    assert_string_equal(config.proxies[0], "127.0.0.1");
    assert_string_equal(config.proxies[1], "10.0.0.0/8");
    assert_null(config.proxies[2]);
    assert_string_equal(config.log_form, "json");
    assert_int_equal(config.limits.hello_ms, 900);
    assert_int_equal(config.floor.rest_ms, 4321);
}

static const struct {
    const char *yaml, *where, *what;
} bad[] = {
    {"lissten: x\n", ":1:1: ", "no such setting 'lissten'; allowed are listen, data"},
    {"listen: x\nlimits:\n  helo_ms: 1\n", ":3:3: ", "no such setting 'helo_ms'"},
    {"play_seconds: 7201\n", ":1:15: ", "a whole number from 0 to 7200 is wanted here"},
    {"play_seconds: \"60\"\n", ":1:16: ", "a whole number from 0 to 7200 is wanted here"},
    {"play_seconds: 1.5\n", ":1:15: ", "a whole number"},
    {"play_seconds: [60]\n", ":1:15: ", "a whole number"},
    {"log:\n  form: xml\n", ":2:9: ", "allowed are logfmt, json"},
    {"log:\n  form: json, logfmt\n", ":2:9: ", "allowed are logfmt, json"},
    {"log: json\n", ":1:6: ", "settings are wanted here"},
    {"origins: https://a.example\n", ":1:10: ", "a list of origins is wanted here"},
    {"origins: [[a]]\n", ":1:11: ", "a text is wanted here"},
    {"limits:\n  frame_bytes: 16385\n", ":2:16: ", "from 1024 to 16384"},
    {"floor:\n  mode: 3\n", ":2:9: ", "from 0 to 2"},
    {"listen: a\nlisten: b\n", ":2:1: ", "duplicate key"},
    {"- a\n", ":1:1: ", "settings are wanted here"},
    {"listen: [\n", ":", ""},
    {"listen: *a\n", ":", ""},
    {"tls:\n  key: k.pem\n", ":1:1: ", "tls.certificate and tls.key are wanted both"},
    {"", ":1:1: ", "empty"},
};

static void what_is_wrong_is_said_with_its_place(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(bad); i++) {
        enum rp_err err = load(bad[i].yaml, NULL);
        const char *said = complaints.bytes ? complaints.bytes : "";
        if (err != RP_ERR_RANGE || !strstr(said, bad[i].where) || !strstr(said, bad[i].what))
            fail_msg("%s gave %d and said %s", bad[i].yaml, err, said);
    }
}

static void all_faults_are_said_at_once(void **unused)
{
    (void)unused;
    char *const environment[] = {"HEAROUT_PLAY_SECONDS=soon", NULL};
    assert_int_equal(load("play_seconds: -1\nlog: {level: loud}\n", environment), RP_ERR_RANGE);
    assert_non_null(strstr(complaints.bytes, ":1:15: "));
    assert_non_null(strstr(complaints.bytes, ":2:14: "));
    assert_non_null(strstr(complaints.bytes, "HEAROUT_PLAY_SECONDS:1:1: a whole number"));
}

static void a_file_that_is_not_there_is_said(void **unused)
{
    (void)unused;
    rp_config_clear(&config);
    rp_text_clear(&complaints);
    assert_int_equal(rp_config_load(&config, "/nowhere/hearout.yaml", NULL, &complaints),
                     RP_ERR_IO);
    assert_string_equal(complaints.bytes,
                        "/nowhere/hearout.yaml:1:1: cannot be read: No such file or directory\n");
}

static void what_waits_for_a_restart_is_named(void **unused)
{
    (void)unused;
    struct rp_config running;
    struct rp_text names = {0};
    assert_int_equal(rp_config_load(&running, NULL, NULL, &names), RP_OK);
    assert_int_equal(load("data: other\nlog: {level: debug}\nfloor: {term: 1}\n", NULL), RP_OK);
    rp_config_list_unapplied(&running, &config, &names);
    assert_string_equal(names.bytes, "data, floor.term");
    rp_text_clear(&names);
    rp_config_clear(&running);
}

static char *documentation(void)
{
    enum { SIZE = 64 * 1024 };
    char *text = calloc(1, SIZE);
    FILE *file = fopen(HEAROUT_SOURCE "/docs/configuration.md", "r");
    assert_non_null(text);
    assert_non_null(file);
    assert_true(fread(text, 1, SIZE - 1, file) < SIZE - 1);
    fclose(file);
    return text;
}

/* Each table of docs/configuration.md is what `hearout config list` prints. */
static void the_documentation_holds_every_setting(void **unused)
{
    (void)unused;
    static const char *const sections[] = {"", "log", "tls", "limits", "floor"};
    char *text = documentation();
    for (size_t i = 0; i < RP_COUNT(sections); i++) {
        struct rp_text table = {0};
        rp_settings_describe(sections[i], &table);
        if (!strstr(text, table.bytes))
            fail_msg("section '%s' wants this table:\n%s", sections[i], table.bytes);
        rp_text_clear(&table);
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(without_a_file_all_is_default, clear),
        cmocka_unit_test_teardown(the_file_sets_and_the_environment_overrides, clear),
        cmocka_unit_test_teardown(what_is_wrong_is_said_with_its_place, clear),
        cmocka_unit_test_teardown(all_faults_are_said_at_once, clear),
        cmocka_unit_test_teardown(a_file_that_is_not_there_is_said, clear),
        cmocka_unit_test_teardown(what_waits_for_a_restart_is_named, clear),
        cmocka_unit_test(the_documentation_holds_every_setting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
