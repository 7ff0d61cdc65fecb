/* rp_attention.h: how much a room needs its instructor, and why.
 *
 * Owner    plain values.
 * Errors   none.
 * Source   docs/workshops.md, "The wall".
 */
#pragma once

#include "rp_msg.h"

struct rp_attention_facts {
    bool help, stopped, colleague; /* the trainee asks for a colleague */
    bool reported;                 /* abuse, and nobody of the staff has looked since */
    int64_t lost_ms;               /* a partner is away for so long; 0: nobody is */
    uint8_t anger, anger_before;   /* now, and a minute ago */
    uint8_t cut_ins;               /* in the last 90 s */
    bool begun;                    /* a message was sent */
    int64_t play_ms;               /* since play began; 0: it has not */
    int64_t silent_ms;             /* nobody types or talks */
    bool looked;                   /* staff looked within a minute */
};

struct rp_attention {
    uint8_t score;
    enum rp_need need; /* what weighs most */
};

struct rp_attention rp_attention_of(const struct rp_attention_facts *facts);
