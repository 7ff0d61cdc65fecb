/* rp_grade.h: what marks come to: rubric, floor, total, and whether the session passes.
 *
 * Rubric   R = 100 x sum(w (m - 1) / 4) / sum(w) over marked items. What is not applicable drops
 *          out, at most 30 of 100 weight; with more the session cannot be graded.
 * Floor    100 less the points of the floor; over 15 customer turns they are scaled by 15 / turns.
 * Total    T = 0.8 R + 0.2 F, of the exact R. Everything is rounded half up.
 * Pass     T at least 65, F at least 40, and no critical item.
 * Owner    plain values; integers only.
 * Errors   none.
 */
#pragma once

#include "rp_msg.h"

enum {
    RP_GRADE_NA_WEIGHT_MAX = 30,
    RP_GRADE_TURNS_WHOLE = 15,
    RP_GRADE_PASS_TOTAL = 65,
    RP_GRADE_PASS_FLOOR = 40,
};

/* What a session is graded by: the weights sum to 100. */
struct rp_method {
    struct rp_method_item items[RP_ITEMS];
    uint8_t items_n;
};

struct rp_item_mark {
    bool marked;
    uint8_t level; /* 1 to 5; 0: not applicable */
};

struct rp_total {
    uint8_t rubric, floor, total;
    enum rp_passing passing;
};

/* Whether the items are each other's only ones, with weights that sum to 100. */
bool rp_method_sound(const struct rp_method *method);
bool rp_method_has(const struct rp_method *method, enum rp_item item);

/* `points` lost, less those given back; `turns` of the customer. */
uint8_t rp_grade_floor(int32_t points, uint32_t turns);

/* `levels` by enum rp_item; those that are not marked count for nothing. `criticals`: bits. */
struct rp_total rp_grade_of(const struct rp_method *method,
                            const struct rp_item_mark levels[RP_ITEMS], uint8_t floor,
                            unsigned criticals);

/* How fairly one judges oneself: the level for the mean gap over the items that both marked, but
 * for C2 itself; not applicable where there is none. */
struct rp_item_mark rp_grade_fairness(const struct rp_item_mark own[RP_ITEMS],
                                      const struct rp_item_mark marks[RP_ITEMS]);
