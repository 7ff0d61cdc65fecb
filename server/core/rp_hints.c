#include "rp_hints.h"

enum { NAMES_TOO_MANY = 6, APOLOGIES_TOO_MANY = 5 };

static void note(struct rp_hints *h, enum rp_move move, uint16_t line)
{
    h->made[move] = (uint8_t)rp_min(h->made[move] + 1, UINT8_MAX);
    h->line[move] = line;
}

void rp_hints_read(struct rp_hints *h, const struct rp_event_understood *line)
{
    bool summary = false, check = false;
    bool offered = h->made[RP_MOVE_OFFER_SPECIFIC] > 0;
    for (uint32_t i = 0; i < line->moves_n; i++) {
        const struct rp_logged_move *found = &line->moves[i];
        if (!found->confident || found->move >= RP_MOVES)
            continue;
        note(h, (enum rp_move)found->move, line->line);
        summary |= found->move == RP_MOVE_SUMMARY;
        check |= found->move == RP_MOVE_CHECK;
        h->asked_first |= found->move == RP_MOVE_ASK_SOLUTION && !offered;
    }
    h->names = (uint16_t)(h->names + line->name_uses);
    h->checked_summary |= summary && (check || line->questions > 0);
}

void rp_hints_find(struct rp_hints *h, const struct rp_event_evidence *evidence)
{
    h->part_summary |= evidence->finding == RP_FINDING_SUMMARY_PART;
    h->wrong_summary |= evidence->finding == RP_FINDING_SUMMARY_WRONG;
    h->early_apology |= evidence->finding == RP_FINDING_PREMATURE_APOLOGY;
}

void rp_hints_recognise(struct rp_hints *h, const struct rp_event_recognised *recognised)
{
    if (recognised->what == RP_RECOGNITION_THATS_RIGHT)
        h->said_right = recognised->cited;
    else
        h->felt_heard = recognised->cited;
}

/* That it was never done shows once the talk is over. */
static struct rp_hint missing(const struct rp_hints *h)
{
    return (struct rp_hint){h->talk_is_over ? 1 : 0, 0};
}

/* The level, with the latest line of the move; or that it is missing. */
static struct rp_hint by_move(const struct rp_hints *h, enum rp_move move, unsigned level)
{
    if (h->made[move] == 0)
        return missing(h);
    return (struct rp_hint){(uint8_t)level, h->line[move]};
}

static struct rp_hint names(const struct rp_hints *h)
{
    unsigned level = h->names >= NAMES_TOO_MANY ? 2 : h->names >= 2 ? 4 : 3;
    return by_move(h, RP_MOVE_USE_NAME, level);
}

static struct rp_hint summary(const struct rp_hints *h)
{
    unsigned level = h->checked_summary ? 4 : 3;
    if (h->said_right)
        return (struct rp_hint){5, h->said_right};
    if (h->wrong_summary || h->part_summary)
        level -= 1;
    return by_move(h, RP_MOVE_SUMMARY, level);
}

static struct rp_hint apology(const struct rp_hints *h)
{
    unsigned made = h->made[RP_MOVE_APOLOGY_SPECIFIC] + (unsigned)h->made[RP_MOVE_APOLOGY_GENERIC];
    bool too_many = made >= APOLOGIES_TOO_MANY;
    if (h->made[RP_MOVE_APOLOGY_SPECIFIC] > 0)
        return by_move(h, RP_MOVE_APOLOGY_SPECIFIC, too_many ? 2 : 4);
    return by_move(h, RP_MOVE_APOLOGY_GENERIC, too_many || h->early_apology ? 2 : 3);
}

static struct rp_hint asking(const struct rp_hints *h)
{
    return by_move(h, RP_MOVE_ASK_SOLUTION, h->asked_first ? 4 : 3);
}

static struct rp_hint offer(const struct rp_hints *h)
{
    if (h->made[RP_MOVE_OFFER_SPECIFIC] > 0)
        return by_move(h, RP_MOVE_OFFER_SPECIFIC, 4);
    return by_move(h, RP_MOVE_VAGUE_ASSURANCE, 2);
}

static struct rp_hint wording(const struct rp_hints *h)
{
    bool refuses = h->made[RP_MOVE_NEGATIVE_POLICY] > 0;
    if (h->made[RP_MOVE_POSITIVE_LANGUAGE] > 0)
        return by_move(h, RP_MOVE_POSITIVE_LANGUAGE, refuses ? 3 : 4);
    return refuses ? by_move(h, RP_MOVE_NEGATIVE_POLICY, 2) : (struct rp_hint){0, 0};
}

static struct rp_hint follow_up(const struct rp_hints *h)
{
    if (h->made[RP_MOVE_FOLLOW_UP] > 0)
        return by_move(h, RP_MOVE_FOLLOW_UP, 4);
    return by_move(h, RP_MOVE_OWNERSHIP, 3);
}

/* Where it is not called for, that it was not done says nothing. */
static struct rp_hint if_made(const struct rp_hints *h, enum rp_move move, unsigned level)
{
    return h->made[move] > 0 ? by_move(h, move, level) : (struct rp_hint){0, 0};
}

static struct rp_hint hand_over(const struct rp_hints *h)
{
    if (h->made[RP_MOVE_ABRUPT_HANDOFF] > 0)
        return by_move(h, RP_MOVE_ABRUPT_HANDOFF, 2);
    return if_made(h, RP_MOVE_HANDOVER_ANNOUNCED, 4);
}

/* That the customer feels heard says most; where he also confirmed what was said back, all. */
static struct rp_hint listening(const struct rp_hints *h)
{
    bool echoed = h->said_right || h->made[RP_MOVE_SUMMARY] > 0;
    if (h->felt_heard)
        return (struct rp_hint){echoed ? 5 : 4, h->felt_heard};
    return if_made(h, RP_MOVE_ENCOURAGE, 3);
}

struct rp_hint rp_hints_for(const struct rp_hints *h, enum rp_item item)
{
    switch (item) {
    case RP_ITEM_L2:
        return listening(h);
    case RP_ITEM_L3:
        return by_move(h, RP_MOVE_CLARIFY, h->made[RP_MOVE_CLARIFY] > 1 ? 3 : 2);
    case RP_ITEM_L4:
        return names(h);
    case RP_ITEM_L5:
        return summary(h);
    case RP_ITEM_E4:
        return apology(h);
    case RP_ITEM_S2:
        return asking(h);
    case RP_ITEM_S3:
        return offer(h);
    case RP_ITEM_S4:
        return if_made(h, RP_MOVE_OVERPROMISE, 1);
    case RP_ITEM_S5:
        return wording(h);
    case RP_ITEM_S6:
        return follow_up(h);
    case RP_ITEM_B1:
        return if_made(h, RP_MOVE_BOUNDARY, 4);
    case RP_ITEM_B2:
        return hand_over(h);
    case RP_ITEM_C1:
        return if_made(h, RP_MOVE_CLOSING, h->made[RP_MOVE_CHECK] > 0 ? 3 : 2);
    default:
        return (struct rp_hint){0, 0};
    }
}
