/* rp_understood.h: what was understood of one line, as ids and integers: no text.
 *
 * The recogniser writes it, the log stores it, the core consumes it; so the core holds no text
 * and a replay never depends on the model of the day.
 *
 * Owner    the caller; plain data, no pointers inside.
 * Order    moves ascend by number, each at most once; quantities ascend by where they stand.
 * Spans    BYTE offsets into the line as it was sent (UTF-8), [begin, end), on character borders;
 *          a line is at most 4,000 code points, so 16 bits are enough.
 */
#pragma once

#include "rp_moves.h"

enum {
    RP_UNDERSTOOD_MOVES_MAX = 16,
    RP_UNDERSTOOD_QUANTITIES_MAX = 8,
    RP_UNDERSTOOD_FACTS_MAX = 24, /* facts and remedies of a scenario are bits of 32 */
    RP_UNDERSTOOD_REMEDIES_MAX = 24,
};

struct rp_span {
    uint16_t begin, end;
};

/* What made the recogniser credit a move; the span holds it. */
enum rp_reason {
    RP_REASON_PATTERN = 0, /* a pattern of the lexicon */
    RP_REASON_WORDS,       /* the weights of the words in the span */
    RP_REASONS
};

struct rp_move_found {
    uint8_t move;      /* enum rp_move */
    uint8_t reason;    /* enum rp_reason */
    uint8_t confident; /* 0: an accusation that is shown as a hint and moves no state */
    int16_t score;     /* distance above the move's threshold, in hundredths */
    struct rp_span span;
};

enum rp_quantity_kind {
    RP_QUANTITY_NUMBER = 0, /* hundredths */
    RP_QUANTITY_MONEY,      /* minor units: cents, pence */
    RP_QUANTITY_PERCENT,    /* hundredths of a percent */
    RP_QUANTITY_TIME,       /* of day, minutes since midnight; an hour without am or pm as said */
    RP_QUANTITY_DATE,       /* month * 100 + day, each 0 if unsaid; a weekday is 2000 + 1 for
                               Monday to 7; today 3000, tomorrow 3001, yesterday 2999 */
    RP_QUANTITY_DURATION,   /* seconds */
    RP_QUANTITY_KINDS
};

struct rp_quantity {
    uint8_t kind; /* enum rp_quantity_kind */
    int64_t value;
    struct rp_span span;
};

struct rp_understood {
    uint8_t moves_n;
    struct rp_move_found moves[RP_UNDERSTOOD_MOVES_MAX];
    uint8_t quantities_n;
    struct rp_quantity quantities[RP_UNDERSTOOD_QUANTITIES_MAX];

    /* Bit i stands for fact i of the scenario. */
    uint32_t asked;        /* a question of the line matches its cues */
    uint32_t told;         /* every one of its match groups has a hit */
    uint32_t contradicted; /* spoken of with a figure of the right kind and the wrong size */
    uint32_t apology_for;  /* an apology of the line names this failure */
    uint32_t remedies;     /* bit i: every match group of remedy i has a hit */

    uint16_t words;
    uint8_t questions;
    uint8_t name_uses; /* of the customer's name, to the customer */
    bool shouting;     /* mostly capitals, or three exclamation marks */
};

/* The found move, or NULL. */
static inline const struct rp_move_found *rp_understood_move(const struct rp_understood *understood,
                                                             enum rp_move move)
{
    for (size_t i = 0; i < understood->moves_n; i++)
        if (understood->moves[i].move == move)
            return &understood->moves[i];
    return NULL;
}
