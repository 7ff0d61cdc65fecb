/* The one list of constants: defaults, ranges, look-up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
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
    assert_int_equal(rp_floor_config_check(&config, NULL), RP_OK);
}

static void a_bad_value_is_named(void **unused)
{
    (void)unused;
    struct rp_floor_config config;
    const char *name = NULL;
    rp_floor_config_default(&config);
    config.turn_cap = -1;
    assert_int_equal(rp_floor_config_check(&config, &name), RP_ERR_RANGE);
    assert_string_equal(name, "turn_cap");
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_setting_can_be_named_set_and_read),
        cmocka_unit_test(a_bad_value_is_named),
        cmocka_unit_test(names_must_fit_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
