#include "rp_grade.h"

static int64_t divide_half_up(int64_t dividend, int64_t divisor)
{
    return (2 * dividend + divisor) / (2 * divisor);
}

bool rp_method_has(const struct rp_method *method, enum rp_item item)
{
    for (uint8_t i = 0; i < method->items_n; i++)
        if (method->items[i].item == item)
            return true;
    return false;
}

bool rp_method_sound(const struct rp_method *method)
{
    unsigned weight = 0, seen = 0;
    for (uint8_t i = 0; i < method->items_n; i++) {
        weight += method->items[i].weight;
        if (seen >> method->items[i].item & 1)
            return false;
        seen |= 1u << method->items[i].item;
    }
    return weight == 100;
}

uint8_t rp_grade_floor(int32_t points, uint32_t turns)
{
    int64_t lost = points;
    if (turns > RP_GRADE_TURNS_WHOLE)
        lost = divide_half_up(lost * RP_GRADE_TURNS_WHOLE, turns);
    return (uint8_t)rp_clamp(100 - lost, 0, 100);
}

static enum rp_passing passing(const struct rp_total *grade, unsigned criticals)
{
    if (criticals != 0)
        return RP_PASSING_CRITICAL;
    if (grade->floor < RP_GRADE_PASS_FLOOR)
        return RP_PASSING_FLOOR_LOW;
    return grade->total < RP_GRADE_PASS_TOTAL ? RP_PASSING_TOTAL_LOW : RP_PASSING_PASSED;
}

struct rp_total rp_grade_of(const struct rp_method *method,
                            const struct rp_item_mark levels[RP_ITEMS], uint8_t floor,
                            unsigned criticals)
{
    struct rp_total grade = {.floor = floor, .passing = RP_PASSING_NOT_GRADABLE};
    int64_t weight = 0, earned = 0, left_out = 0; /* earned: quarters */
    for (uint8_t i = 0; i < method->items_n; i++) {
        const struct rp_method_item *item = &method->items[i];
        const struct rp_item_mark *mark = &levels[item->item];
        if (mark->marked && mark->level == 0)
            left_out += item->weight;
        if (!mark->marked || mark->level == 0)
            continue;
        weight += item->weight;
        earned += item->weight * (mark->level - 1);
    }
    if (weight == 0 || left_out > RP_GRADE_NA_WEIGHT_MAX)
        return grade;
    grade.rubric = (uint8_t)divide_half_up(25 * earned, weight);
    grade.total = (uint8_t)divide_half_up(100 * earned + floor * weight, 5 * weight);
    grade.passing = passing(&grade, criticals);
    return grade;
}

struct rp_item_mark rp_grade_fairness(const struct rp_item_mark own[RP_ITEMS],
                                      const struct rp_item_mark marks[RP_ITEMS])
{
    int gap = 0, both = 0;
    for (unsigned i = 0; i < RP_ITEMS; i++) {
        if (i == RP_ITEM_C2 || own[i].level == 0 || marks[i].level == 0)
            continue;
        gap += own[i].level > marks[i].level ? own[i].level - marks[i].level
                                             : marks[i].level - own[i].level;
        both++;
    }
    if (both == 0)
        return (struct rp_item_mark){true, 0};
    /* In quarters: a mean of 0.5, 0.75, 1 and 1.5. */
    static const int most[] = {2, 3, 4, 6};
    uint8_t level = 5;
    for (unsigned i = 0; i < RP_COUNT(most); i++)
        level = (uint8_t)(level - (4 * gap > most[i] * both));
    return (struct rp_item_mark){true, level};
}
