#include "rp_attention.h"

static void weigh(struct rp_attention *attention, int *most, int points, enum rp_need need)
{
    attention->score = (uint8_t)rp_min(attention->score + points, 255);
    if (points <= *most)
        return;
    *most = points;
    attention->need = need;
}

struct rp_attention rp_attention_of(const struct rp_attention_facts *facts)
{
    struct rp_attention attention = {0, RP_NEED_NONE};
    int most = 0;
    bool rose = facts->anger >= facts->anger_before + 15;
    if (facts->help || facts->stopped || facts->colleague || facts->reported)
        weigh(&attention, &most, 100,
              facts->help        ? RP_NEED_HELP
              : facts->stopped   ? RP_NEED_STOPPED
              : facts->colleague ? RP_NEED_COLLEAGUE
                                 : RP_NEED_REPORTED);
    if (facts->lost_ms > 20000)
        weigh(&attention, &most, 60, RP_NEED_LOST);
    weigh(&attention, &most, facts->anger * 2 / 5 + (rose ? 10 : 0), RP_NEED_ANGER);
    weigh(&attention, &most, (int)rp_min(facts->cut_ins * 15, 30), RP_NEED_CUT_INS);
    if (!facts->begun && facts->play_ms >= 45000)
        weigh(&attention, &most, 30, RP_NEED_NOT_BEGUN);
    if (facts->play_ms > 0 && facts->silent_ms >= 20000)
        weigh(&attention, &most, facts->silent_ms >= 40000 ? 25 : 10, RP_NEED_SILENT);
    if (facts->looked)
        attention.score = (uint8_t)rp_max(0, attention.score - 15);
    return attention;
}
