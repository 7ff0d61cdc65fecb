/* What the vectors cannot tell apart: a header is refused for itself, before what it promises is
 * looked for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rp_reader.h"

static void a_count_above_the_bytes_left_is_refused_at_once(void **unused)
{
    (void)unused;
    static const struct {
        uint8_t bytes[8];
        size_t length;
        bool taken;
    } rows[] = {
        {{0x93, 1, 2, 3}, 4, true},
        {{0x93, 1, 2}, 3, false},
        {{0x9f}, 1, false},
        {{0xdc, 0, 16, 1, 2}, 5, false},
        {{0xdc, 0xff, 0xff}, 3, false},
        {{0xdd, 0, 1, 0, 0}, 5, false},
        {{0xdd, 0xff, 0xff, 0xff, 0xff}, 5, false},
    };
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        struct rp_reader reader = rp_reader_over(rows[i].bytes, rows[i].length);
        uint32_t count = 0;
        assert_int_equal(rp_read_array(&reader, &count), rows[i].taken);
        if (rows[i].taken)
            assert_int_equal(count, 3);
    }
}

static void an_integer_that_nothing_holds_reads_as_the_greatest(void **unused)
{
    (void)unused;
    const uint8_t bytes[] = {0xcf, 0x80, 0, 0, 0, 0, 0, 0, 0};
    struct rp_reader reader = rp_reader_over(bytes, sizeof(bytes));
    int64_t value = 0;
    assert_true(rp_read_integer(&reader, &value));
    assert_true(value == INT64_MAX);
    assert_true(rp_read_end(&reader));
}

static void nothing_is_read_at_the_end(void **unused)
{
    (void)unused;
    struct rp_reader reader = rp_reader_over(NULL, 0);
    struct rp_str string;
    uint32_t count;
    int64_t value;
    bool truth;
    assert_true(rp_read_end(&reader));
    assert_false(rp_read_nil(&reader));
    assert_false(rp_read_bool(&reader, &truth));
    assert_false(rp_read_integer(&reader, &value));
    assert_false(rp_read_string(&reader, &string, NULL));
    assert_false(rp_read_array(&reader, &count));
    assert_false(rp_read_skip(&reader, 8));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_count_above_the_bytes_left_is_refused_at_once),
        cmocka_unit_test(an_integer_that_nothing_holds_reads_as_the_greatest),
        cmocka_unit_test(nothing_is_read_at_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
