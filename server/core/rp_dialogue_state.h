/* rp_dialogue_state.h: what the scripted customer remembers. Its size is for whoever keeps him;
 * what is inside is for the rp_dialogue files alone, and for tests that look.
 */
#pragma once

enum { RP_DIALOGUE_PLAN_MAX = 12 };

enum rp_accepted { RP_ACCEPTED_NOTHING = 0, RP_ACCEPTED_SOMETHING, RP_ACCEPTED_ALL };

/* A line that he is going to say. The same order as in the speaker's queue. */
struct rp_dialogue_part {
    uint16_t line;
    uint8_t said; /* bubbles of it; begun anew when something else comes between */
    bool again;
};

struct rp_dialogue {
    uint64_t seed;
    int64_t began_ms;
    uint8_t anger, trust, heard, grasped; /* 0 to 100 */
    uint8_t abuse_max;                    /* the worst that he may say */
    bool abusive;                         /* from anger 90 until below 75, or by what he said */
    bool over;                            /* he has said his last words, or will */

    struct rp_dialogue_part plan[RP_DIALOGUE_PLAN_MAX];
    uint8_t plan_n;
    uint16_t cut_line; /* the line cut off last, and how often running */
    uint8_t cut_times;
    uint16_t last_line[RP_REACTIONS]; /* said last */

    uint16_t turns;
    uint32_t revealed, planned; /* facts told, or told as soon as the plan is said */
    uint32_t summed;            /* key facts out at the last full summary */
    uint32_t moves_made;        /* bit i: move i */
    uint8_t used[RP_MOVES];     /* credits spent, or faults counted */
    uint8_t last_fact;          /* told last; RP_SCRIPT_NO_FACT */
    uint8_t names, cuts, chips; /* counted so far */
    uint8_t dead_airs, nudges;  /* since he was last answered */
    uint8_t warnings;           /* limits set while he was abusive */
    uint8_t angry_turns;        /* running with anger of 95 and more */
    bool asked_last;            /* he said what he wants; in other words the next time */
    bool wish_told;             /* he has said it at all */
    uint8_t closing_turns;      /* since they agree */
    bool story_told, threatened;

    uint32_t offered;    /* bit i: remedy i */
    uint32_t untimed;    /* the same, but the time that it needs was not named */
    int64_t best_amount; /* -1: none yet */
    enum rp_accepted accepted;
    enum rp_outcome outcome; /* as told last */
    uint32_t fired;          /* bit i: trigger i */
};
