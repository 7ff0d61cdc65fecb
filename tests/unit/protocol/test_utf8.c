/* Every sequence of one and two bytes, three and four at their edges, and every code point. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rp_utf8.h"

static const uint8_t edges[] = {0x00, 0x7f, 0x80, 0x81, 0xbf, 0xc0, 0xff};

/* By arithmetic, where the code goes by the standard's table: the number that one sequence of
 * `length` bytes stands for, or -1. */
static int64_t number_of(const uint8_t *bytes, size_t length)
{
    static const uint8_t lead_mark[] = {0, 0x00, 0xc0, 0xe0, 0xf0};
    static const uint8_t lead_mask[] = {0, 0x80, 0xe0, 0xf0, 0xf8};
    static const int64_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if ((bytes[0] & lead_mask[length]) != lead_mark[length])
        return -1;
    int64_t number = bytes[0] & (uint8_t)~lead_mask[length];
    for (size_t i = 1; i < length; i++) {
        if (bytes[i] >> 6 != 2)
            return -1;
        number = number << 6 | (bytes[i] & 0x3f);
    }
    if (number < least[length] || number > 0x10ffff || (number >= 0xd800 && number <= 0xdfff))
        return -1;
    return number;
}

/* How many code points the bytes are, cut in any way; -1: none. */
static int chars_of(const uint8_t *bytes, size_t length)
{
    if (length == 0)
        return 0;
    for (size_t first = 1; first <= length && first <= 4; first++) {
        int rest = number_of(bytes, first) < 0 ? -1 : chars_of(bytes + first, length - first);
        if (rest >= 0)
            return rest + 1;
    }
    return -1;
}

static void expect(const uint8_t *bytes, size_t length)
{
    uint32_t chars = 99;
    int want = chars_of(bytes, length);
    bool valid = rp_utf8_valid(bytes, length, &chars);
    if (valid != (want >= 0) || (valid && chars != (uint32_t)want))
        fail_msg("%02x %02x %02x %02x, %zu bytes: %s, %u characters", bytes[0], bytes[1], bytes[2],
                 bytes[3], length, valid ? "valid" : "not valid", chars);
}

static void every_sequence_of_one_and_two_bytes(void **unused)
{
    (void)unused;
    assert_true(rp_utf8_valid(NULL, 0, NULL));
    for (unsigned a = 0; a < 256; a++) {
        uint8_t bytes[4] = {(uint8_t)a};
        expect(bytes, 1);
        for (unsigned b = 0; b < 256; b++) {
            bytes[1] = (uint8_t)b;
            expect(bytes, 2);
        }
    }
}

static void three_and_four_bytes_at_their_edges(void **unused)
{
    (void)unused;
    for (unsigned a = 0; a < 256; a++)
        for (unsigned b = 0; b < 256; b++)
            for (size_t c = 0; c < sizeof(edges); c++) {
                uint8_t bytes[4] = {(uint8_t)a, (uint8_t)b, edges[c]};
                expect(bytes, 3);
                for (size_t d = 0; d < sizeof(edges); d++) {
                    bytes[3] = edges[d];
                    expect(bytes, 4);
                }
            }
}

static size_t encode(uint32_t number, uint8_t *bytes)
{
    size_t length = number < 0x80 ? 1 : number < 0x800 ? 2 : number < 0x10000 ? 3 : 4;
    static const uint8_t mark[] = {0, 0x00, 0xc0, 0xe0, 0xf0};
    for (size_t i = length - 1; i > 0; i--, number >>= 6)
        bytes[i] = (uint8_t)(0x80 | (number & 0x3f));
    bytes[0] = (uint8_t)(mark[length] | number);
    return length;
}

static void every_code_point_and_each_of_its_beginnings(void **unused)
{
    (void)unused;
    for (uint32_t number = 0; number <= 0x10ffff; number++) {
        uint8_t bytes[4];
        uint32_t chars = 0;
        size_t length = encode(number, bytes);
        bool surrogate = number >= 0xd800 && number <= 0xdfff;
        if (rp_utf8_valid(bytes, length, &chars) == surrogate || (!surrogate && chars != 1))
            fail_msg("U+%04X", number);
        for (size_t cut = 1; cut < length; cut++)
            if (rp_utf8_valid(bytes, cut, NULL))
                fail_msg("U+%04X, its first %zu bytes", number, cut);
    }
}

static void characters_are_counted(void **unused)
{
    (void)unused;
    static const struct {
        const char *text;
        uint32_t chars;
    } rows[] = {{"", 0}, {"abc", 3}, {"Grüße", 5}, {"…", 1}, {"a😀b", 3}, {"日本語", 3}};
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        uint32_t chars = 99;
        const uint8_t *bytes = (const uint8_t *)rows[i].text;
        assert_true(rp_utf8_valid(bytes, strlen(rows[i].text), &chars));
        assert_int_equal(chars, rows[i].chars);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sequence_of_one_and_two_bytes),
        cmocka_unit_test(three_and_four_bytes_at_their_edges),
        cmocka_unit_test(every_code_point_and_each_of_its_beginnings),
        cmocka_unit_test(characters_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
