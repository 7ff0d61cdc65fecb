/* No cell of a table is a formula for a spreadsheet, and what was typed comes back whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv.h"
#include "shell/support/payloads.h"
#include "shell/support/table_of_cells.h"

static char *bytes;
static size_t length;

/* One row of three cells, the payload in the middle. */
static void write_row(struct rp_str payload)
{
    FILE *out = open_memstream(&bytes, &length);
    struct rp_csv csv = {.out = out};
    rp_csv_number(&csv, 7);
    rp_csv_text(&csv, payload);
    rp_csv_word(&csv, "last");
    rp_csv_end_row(&csv);
    fclose(out);
}

static void look(struct rp_str payload)
{
    struct cell cells[4];
    write_row(payload);
    assert_int_equal(cells_read(bytes, length, cells, RP_COUNT(cells)), 3);
    assert_string_equal(cells[0].text, "7");
    assert_string_equal(cells[2].text, "last");
    for (size_t i = 0; i < 3; i++)
        if (!cells[i].quoted || cell_is_formula(cells[i].text))
            fail_msg("a formula: %s", cells[i].text);
    const char *text = cells[1].text + (cells[1].text[0] == '\'');
    assert_int_equal(strlen(text), payload.length);
    assert_memory_equal(text, payload.at, payload.length);
    free(bytes);
}

static void no_payload_is_a_formula(void **unused)
{
    (void)unused;
    assert_true(payloads_each("formula.txt", look) >= 40);
}

static void what_is_harmless_stays_as_it_is(void **unused)
{
    (void)unused;
    static const char *const rows[] = {"",           "plain", "two = 2",          "a-b",
                                       "say \"no\"", "1,5",   "\xc3\xa9t\xc3\xa9"};
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        struct cell cells[4];
        write_row((struct rp_str){rows[i], (uint32_t)strlen(rows[i])});
        assert_int_equal(cells_read(bytes, length, cells, RP_COUNT(cells)), 3);
        assert_string_equal(cells[1].text, rows[i]);
        free(bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_payload_is_a_formula),
        cmocka_unit_test(what_is_harmless_stays_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
