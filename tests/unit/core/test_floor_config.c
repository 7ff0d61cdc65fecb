/* The one list of constants: defaults, ranges, look-up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "rp_floor_config.h"

static void every_setting_can_be_named_set_and_read(void **unused)
{
    (void)unused;
    struct rp_floor_config config;
    rp_floor_config_default(&config);
    for (size_t i = 0; i < rp_floor_settings(); i++) {
        const struct rp_floor_setting *s = rp_floor_setting(i);
        size_t length = strlen(s->name);
        assert_int_equal(rp_floor_config_value(&config, i), s->value);
        assert_in_range(s->value, s->least, s->most);
        assert_int_equal(rp_floor_config_set(&config, s->name, length, s->most), RP_OK);
        assert_int_equal(rp_floor_config_value(&config, i), s->most);
        assert_int_equal(rp_floor_config_set(&config, s->name, length, (int64_t)s->most + 1),
                         RP_ERR_RANGE);
        assert_int_equal(rp_floor_config_set(&config, s->name, length, (int64_t)s->least - 1),
                         RP_ERR_RANGE);
        assert_int_equal(rp_floor_config_value(&config, i), s->most);
    }
}

static void names_must_fit_whole(void **unused)
{
    (void)unused;
    struct rp_floor_config config;
    rp_floor_config_default(&config);
    assert_int_equal(rp_floor_config_set(&config, "graceful", 5, 7), RP_OK);
    assert_int_equal(config.grace, 7);
    assert_int_equal(rp_floor_config_set(&config, "grac", 4, 7), RP_ERR_NOT_FOUND);
    assert_int_equal(rp_floor_config_set(&config, "graces", 6, 7), RP_ERR_NOT_FOUND);
    assert_int_equal(rp_floor_config_set(&config, "", 0, 7), RP_ERR_NOT_FOUND);
}

/* 90000 as 90,000. */
static void add_number(char *text, int32_t value)
{
    size_t used = strlen(text);
    if (value >= 1000) {
        add_number(text, value / 1000);
        used = strlen(text);
        snprintf(text + used, 16, ",%03d", value % 1000);
    } else {
        snprintf(text + used, 16, "%d", value);
    }
}

static void the_rule_page_lists_every_setting(void **unused)
{
    (void)unused;
    static char page[200000];
    FILE *file = fopen(HEAROUT_SOURCE "/docs/turn-timing.md", "r");
    assert_non_null(file);
    page[fread(page, 1, sizeof(page) - 1, file)] = 0;
    fclose(file);
    for (size_t i = 0; i < rp_floor_settings(); i++) {
        const struct rp_floor_setting *s = rp_floor_setting(i);
        char row[256];
        snprintf(row, sizeof(row), "| `%s` | ", s->name);
        add_number(row, s->value);
        strcat(row, " | ");
        add_number(row, s->least);
        strcat(row, " to ");
        add_number(row, s->most);
        strcat(row, " | ");
        strncat(row, s->text, 100);
        strcat(row, " |");
        if (strstr(page, row) == NULL)
            fail_msg("docs/turn-timing.md lacks: %s", row);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_setting_can_be_named_set_and_read),
        cmocka_unit_test(names_must_fit_whole),
        cmocka_unit_test(the_rule_page_lists_every_setting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
