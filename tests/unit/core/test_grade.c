/* Worked examples of what marks come to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rp_grade.h"

enum { NA = 0, NONE = 9 };

static const struct rp_method five_steps = {
    .items =
        {{RP_ITEM_L1, 15}, {RP_ITEM_E1, 25}, {RP_ITEM_L5, 20}, {RP_ITEM_S2, 15}, {RP_ITEM_S6, 25}},
    .items_n = 5,
};

static void floors_are_scaled_over_fifteen_turns(void **unused)
{
    (void)unused;
    static const struct {
        int32_t points;
        uint32_t turns;
        uint8_t want;
    } rows[] = {
        {0, 4, 100},  {20, 10, 80}, {25, 15, 75}, {20, 16, 81}, {20, 30, 90},
        {25, 20, 81}, {10, 20, 92}, {100, 12, 0}, {120, 15, 0}, {120, 30, 40},
        {5, 150, 99}, {1, 30, 99},  {60, 15, 40}, {80, 15, 20},
    };
    for (size_t i = 0; i < RP_COUNT(rows); i++)
        assert_int_equal(rp_grade_floor(rows[i].points, rows[i].turns), rows[i].want);
}

static const struct example {
    const char *what;
    uint8_t marks[5]; /* L1, E1, L5, S2, S6 */
    uint8_t floor;
    unsigned criticals;
    struct rp_total want;
} examples[] = {
    {"all 3", {3, 3, 3, 3, 3}, 100, 0, {50, 100, 60, RP_PASSING_TOTAL_LOW}},
    {"all 5", {5, 5, 5, 5, 5}, 100, 0, {100, 100, 100, RP_PASSING_PASSED}},
    {"all 1", {1, 1, 1, 1, 1}, 0, 0, {0, 0, 0, RP_PASSING_FLOOR_LOW}},
    {"one cut-in costs four", {5, 5, 5, 5, 5}, 80, 0, {100, 80, 96, RP_PASSING_PASSED}},
    {"five in the opening story", {5, 5, 5, 5, 5}, 75, 0, {100, 75, 95, RP_PASSING_PASSED}},
    {"two if repaired", {5, 5, 5, 5, 5}, 90, 0, {100, 90, 98, RP_PASSING_PASSED}},
    {"at most twenty", {5, 5, 5, 5, 5}, 0, 0, {100, 0, 80, RP_PASSING_FLOOR_LOW}},
    {"three cut-ins still pass", {5, 5, 5, 5, 5}, 40, 0, {100, 40, 88, RP_PASSING_PASSED}},
    {"four do not", {5, 5, 5, 5, 5}, 20, 0, {100, 20, 84, RP_PASSING_FLOOR_LOW}},
    /* 15 x 2 + 25 x 3 + 20 x 2 + 15 x 3 + 25 x 2 = 240 of 400: R 60, T 48 + 20 */
    {"mixed", {3, 4, 3, 4, 3}, 100, 0, {60, 100, 68, RP_PASSING_PASSED}},
    /* 15 + 75 + 40 + 45 + 50 = 225 of 400: R 56.25, T 45 + 20 = 65 */
    {"just passed", {2, 4, 3, 4, 3}, 100, 0, {56, 100, 65, RP_PASSING_PASSED}},
    /* The same with F 97: T 64.4 */
    {"just not", {2, 4, 3, 4, 3}, 97, 0, {56, 97, 64, RP_PASSING_TOTAL_LOW}},
    /* 30 + 50 + 40 + 30 + 75 = 225, F 98: T 64.6 rounds up to 65 */
    {"rounded up", {3, 3, 3, 3, 4}, 98, 0, {56, 98, 65, RP_PASSING_PASSED}},
    /* L1 15 out: 25 x 3 + 20 x 3 + 15 x 3 + 25 x 3 = 255 of 340: R 75, T 80 */
    {"one does not apply", {NA, 4, 4, 4, 4}, 100, 0, {75, 100, 80, RP_PASSING_PASSED}},
    {"30 may be left out", {NA, 4, 4, NA, 4}, 100, 0, {75, 100, 80, RP_PASSING_PASSED}},
    {"35 may not", {NA, 4, NA, 4, 4}, 100, 0, {0, 100, 0, RP_PASSING_NOT_GRADABLE}},
    {"not marked is not left out",
     {3, NONE, NONE, NONE, NONE},
     100,
     0,
     {50, 100, 60, RP_PASSING_TOTAL_LOW}},
    {"nothing marked",
     {NONE, NONE, NONE, NONE, NONE},
     100,
     0,
     {0, 100, 0, RP_PASSING_NOT_GRADABLE}},
    {"a critical item fails, and T is shown",
     {5, 5, 5, 5, 5},
     100,
     2,
     {100, 100, 100, RP_PASSING_CRITICAL}},
};

static void totals_are_these(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(examples); i++) {
        const struct example *row = &examples[i];
        struct rp_item_mark levels[RP_ITEMS] = {{false, 0}};
        for (size_t j = 0; j < 5; j++)
            if (row->marks[j] != NONE)
                levels[five_steps.items[j].item] = (struct rp_item_mark){true, row->marks[j]};
        struct rp_total got = rp_grade_of(&five_steps, levels, row->floor, row->criticals);
        if (got.rubric != row->want.rubric || got.floor != row->want.floor ||
            got.total != row->want.total || got.passing != row->want.passing)
            fail_msg("%s: R %u F %u T %u passing %d", row->what, got.rubric, got.floor, got.total,
                     (int)got.passing);
    }
}

/* A better mark never lowers the total, and the total stays within its ends. */
static void a_better_mark_never_costs(void **unused)
{
    (void)unused;
    for (unsigned all = 0; all < 5u * 5 * 5 * 5 * 5; all++) {
        struct rp_item_mark levels[RP_ITEMS] = {{false, 0}};
        for (unsigned i = 0, rest = all; i < 5; i++, rest /= 5)
            levels[five_steps.items[i].item] = (struct rp_item_mark){true, (uint8_t)(rest % 5 + 1)};
        struct rp_total grade = rp_grade_of(&five_steps, levels, 80, 0);
        assert_true(grade.total >= 16 && grade.total <= 96);
        for (unsigned i = 0; i < 5; i++) {
            struct rp_item_mark *level = &levels[five_steps.items[i].item];
            if (level->level == 5)
                continue;
            level->level++;
            assert_true(rp_grade_of(&five_steps, levels, 80, 0).total > grade.total);
            level->level--;
        }
    }
}

static void the_gap_to_ones_own_view_is_graded(void **unused)
{
    (void)unused;
    static const struct {
        uint8_t own[4], marks[4], want;
    } rows[] = {
        {{3, 3, 3, 3}, {3, 3, 3, 3}, 5}, {{3, 3, 3, 3}, {4, 2, 3, 3}, 5},
        {{3, 3, 3, 3}, {4, 2, 2, 3}, 4}, {{3, 3, 3, 3}, {4, 2, 2, 4}, 3},
        {{3, 3, 3, 3}, {5, 2, 2, 4}, 2}, {{3, 3, 3, 3}, {5, 1, 2, 4}, 2},
        {{3, 3, 3, 3}, {5, 1, 1, 4}, 1}, {{0, 0, 0, 0}, {5, 1, 1, 4}, 0},
        {{3, 0, 0, 0}, {0, 1, 1, 4}, 0}, {{3, 0, 0, 0}, {3, 1, 1, 4}, 5},
    };
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        struct rp_item_mark own[RP_ITEMS] = {{false, 0}}, marks[RP_ITEMS] = {{false, 0}};
        for (unsigned j = 0; j < 4; j++) {
            own[j] = (struct rp_item_mark){true, rows[i].own[j]};
            marks[j] = (struct rp_item_mark){true, rows[i].marks[j]};
        }
        own[RP_ITEM_C2].level = 5, marks[RP_ITEM_C2].level = 1;
        assert_int_equal(rp_grade_fairness(own, marks).level, rows[i].want);
    }
}

static void a_method_weighs_a_hundred(void **unused)
{
    (void)unused;
    struct rp_method method = five_steps;
    assert_true(rp_method_sound(&method));
    assert_true(rp_method_has(&method, RP_ITEM_S6));
    assert_false(rp_method_has(&method, RP_ITEM_S5));
    method.items[0].weight = 14;
    assert_false(rp_method_sound(&method));
    method = five_steps;
    method.items[0].item = RP_ITEM_S2;
    assert_false(rp_method_sound(&method));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(floors_are_scaled_over_fifteen_turns),
        cmocka_unit_test(totals_are_these),
        cmocka_unit_test(a_better_mark_never_costs),
        cmocka_unit_test(the_gap_to_ones_own_view_is_graded),
        cmocka_unit_test(a_method_weighs_a_hundred),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
