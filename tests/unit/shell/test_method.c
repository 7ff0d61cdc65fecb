/* The five methods as shipped, and what an author is told of a wrong one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "method.h"
#include "shell/support/temp_folder.h"

static const char shipped[] = HEAROUT_SOURCE "/scenarios/methods";

static void the_shipped_methods_are_these(void **unused)
{
    (void)unused;
    static const struct {
        const char *id;
        enum rp_item first;
        uint8_t items, weight;
    } rows[] = {
        {"composure-and-boundaries", RP_ITEM_E2, 5, 30},
        {"defuse-and-mend", RP_ITEM_L2, 5, 15},
        {"five-steps", RP_ITEM_L1, 5, 15},
        {"listen-to-evaluate", RP_ITEM_L3, 6, 15},
        {"twelve-tips", RP_ITEM_E2, 11, 15},
    };
    struct rp_text complaints = {0};
    struct rp_method_shelf *shelf;
    assert_int_equal(rp_method_shelf_open(&shelf, shipped, &complaints), RP_OK);
    assert_int_equal(complaints.length, 0);
    assert_int_equal(rp_method_shelf_count(shelf), RP_COUNT(rows));
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        const struct rp_method_file *file = rp_method_shelf_at(shelf, i);
        assert_string_equal(file->id, rows[i].id);
        assert_true(rp_method_sound(&file->method));
        assert_int_equal(file->method.items_n, rows[i].items);
        assert_int_equal(file->method.items[0].item, rows[i].first);
        assert_int_equal(file->method.items[0].weight, rows[i].weight);
        assert_int_equal(strlen(file->hash), 64);
        for (uint8_t j = 0; j < file->method.items_n; j++)
            assert_true(file->texts[j].name.length > 0 && file->texts[j].anchors[4].length > 0);
    }
    rp_method_shelf_close(shelf);
}

static void the_order_rules_are_data(void **unused)
{
    (void)unused;
    struct rp_text complaints = {0};
    struct rp_method_shelf *shelf;
    assert_int_equal(rp_method_shelf_open(&shelf, shipped, &complaints), RP_OK);
    const struct rp_method_order *mend = &rp_method_named(shelf, "defuse-and-mend", 15)->order;
    assert_int_equal(mend->apology_earliest, RP_APOLOGY_AFTER_FACT);
    assert_int_equal(mend->apology_max_repeats, 0);
    assert_int_equal(mend->apology_wanted, 1u << 3);
    assert_int_equal(mend->clarifying_in_vent, RP_CLARIFYING_FORBIDDEN);
    assert_int_equal(mend->solution_order, RP_SOLUTION_ASK_FIRST);
    assert_int_equal(mend->warnings, 2);
    assert_null(rp_method_named(shelf, "defuse", 6));
    rp_method_shelf_close(shelf);
}

#define HEAD "format: 1\nid: own\ntitle: Our own\nlang: en\n"
#define ORDER                                                                                      \
    "order:\n  apology: {earliest: any_time, max_repeats: 1, wanted: [firm]}\n"                    \
    "  clarifying_in_vent: allowed\n  solution: joint\n  explanation: any_time\n"                  \
    "  handover: on_request\n  warnings: 2\n"

static const struct {
    const char *what, *text, *complaint; /* NULL: none */
} files[] = {
    {"right", HEAD "items:\n  - {item: L1, weight: 40}\n  - {item: E1, weight: 60}\n" ORDER, NULL},
    {"weights", HEAD "items:\n  - {item: L1, weight: 40}\n" ORDER,
     ":6:3: each item may stand once"},
    {"twice", HEAD "items:\n  - {item: L1, weight: 50}\n  - {item: L1, weight: 50}\n" ORDER,
     ":6:3: each item may stand once"},
    {"no such item", HEAD "items:\n  - {item: L9, weight: 100}\n" ORDER, ":6:12:"},
    {"weight", HEAD "items:\n  - {item: L1, weight: 101}\n" ORDER, ":6:24:"},
    {"four anchors",
     HEAD "items:\n  - item: L1\n    weight: 100\n    anchors: [one, two, three, four]\n" ORDER,
     ":8:"},
    {"no order", HEAD "items:\n  - {item: L1, weight: 100}\n", "order"},
    {"unknown key", HEAD "colour: red\nitems:\n  - {item: L1, weight: 100}\n" ORDER, ":5:1:"},
    {"no yaml", "a: [", ":1:"},
};

static void put(const char *folder, const char *name, const char *text, size_t length)
{
    char path[TEMP_PATH + 16];
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, length, file), length);
    fclose(file);
}

static void copy_bank(const char *folder)
{
    static char bytes[64 * 1024];
    char path[TEMP_PATH + 16];
    snprintf(path, sizeof(path), "%s/items.yaml", shipped);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t length = fread(bytes, 1, sizeof(bytes), file);
    fclose(file);
    put(folder, "items.yaml", bytes, length);
}

static void a_wrong_method_is_told_where(void **unused)
{
    (void)unused;
    char folder[TEMP_PATH], path[TEMP_PATH + 16];
    temp_folder_make(folder);
    copy_bank(folder);
    snprintf(path, sizeof(path), "%s/own.yaml", folder);
    assert_true(rp_method_is_file(path));
    for (size_t i = 0; i < RP_COUNT(files); i++) {
        struct rp_text complaints = {0};
        put(folder, "own.yaml", files[i].text, strlen(files[i].text));
        enum rp_err err = rp_method_check(path, &complaints);
        bool right = files[i].complaint == NULL;
        if ((err == RP_OK) != right ||
            (!right && strstr(complaints.bytes, files[i].complaint) == NULL))
            fail_msg("%s: %s", files[i].what,
                     complaints.length ? complaints.bytes : "no complaint");
        rp_text_clear(&complaints);
    }
    temp_folder_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_methods_are_these),
        cmocka_unit_test(the_order_rules_are_data),
        cmocka_unit_test(a_wrong_method_is_told_where),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
