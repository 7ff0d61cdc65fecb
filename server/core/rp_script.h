/* rp_script.h: a scenario as the core needs it: who the customer is, in integers and no text.
 *
 * A line is one thing that he says: one bubble or several. Bubbles are numbered as the scenario
 * numbers its texts; bubble 0 and line 0 are none. Lines of one reaction, and bubbles of one line,
 * follow each other.
 *
 * Owner    the loader fills it and checks every index in it; afterwards nothing changes.
 * Money    minor units: cents, pence.
 * Errors   none: a script that the loader let pass is right.
 * Source   scenarios/README.md, "The file".
 */
#pragma once

#include "rp_understood.h"

enum {
    RP_SCRIPT_SAYS_MAX = 512,
    RP_SCRIPT_LINES_MAX = 384,
    RP_SCRIPT_BUBBLES_MAX = 4, /* of one line */
    RP_SCRIPT_BUBBLE_WORDS_MAX = 30,
    RP_SCRIPT_VENT_MAX = 6,            /* parts of his story */
    RP_SCRIPT_REACTION_LINES_MAX = 16, /* lines of one reaction */
    RP_SCRIPT_FACTS_MAX = RP_UNDERSTOOD_FACTS_MAX,
    RP_SCRIPT_REMEDIES_MAX = RP_UNDERSTOOD_REMEDIES_MAX,
    RP_SCRIPT_SETS_MAX = 8,
    RP_SCRIPT_TRIGGERS_MAX = 8,
    RP_SCRIPT_CARD_LINES_MAX = 12,
    RP_SCRIPT_NO_FACT = 255,
    RP_SCRIPT_MONEY = 31, /* the bit that stands for a sum of money among remedies */
};

/* How angry he is, for the wording: below 35, below 70, from 70 on. */
enum rp_anger_band { RP_ANGER_LOW = 0, RP_ANGER_MIDDLE, RP_ANGER_HIGH, RP_ANGER_BANDS };

/* A line's level: what it does to the person who reads it. */
enum rp_abuse {
    RP_ABUSE_NONE = 0, /* anger */
    RP_ABUSE_SWEARING, /* at the matter */
    RP_ABUSE_INSULT,   /* of the trainee */
    RP_ABUSE_THREAT,
    RP_ABUSES
};

/* What he answers to. The order is the order of importance: where a turn gives cause for several,
 * he voices the first that he has a line for. */
enum rp_reaction {
    RP_REACTION_ACCEPT = 0,
    RP_REACTION_GRUDGING,
    RP_REACTION_RUDE,
    RP_REACTION_BLAME,
    RP_REACTION_ARGUE,
    RP_REACTION_ABRUPT_HANDOFF,
    RP_REACTION_BOUNDARY_IGNORED,
    RP_REACTION_BOUNDARY,
    RP_REACTION_BOUNDARY_EARLY,
    RP_REACTION_REFUSAL,
    RP_REACTION_CLOSING_EARLY,
    RP_REACTION_OFFER_IN_STORY,
    RP_REACTION_ASK_IN_STORY,
    RP_REACTION_EARLY_APOLOGY,
    RP_REACTION_OFFER_INSULT,
    RP_REACTION_OFFER_BELOW,
    RP_REACTION_OFFER_COUNTER,
    RP_REACTION_OFFER_WHEN,
    RP_REACTION_OFFER_UNCLEAR,
    RP_REACTION_OVERPROMISE,
    RP_REACTION_VAGUE,
    RP_REACTION_SUMMARY_WRONG,
    RP_REACTION_SUMMARY_GOOD,
    RP_REACTION_SUMMARY_PART,
    RP_REACTION_PARROTING,
    RP_REACTION_WRONG_APOLOGY,
    RP_REACTION_APOLOGY,
    RP_REACTION_REPEAT_QUESTION,
    RP_REACTION_TWO_QUESTIONS,
    RP_REACTION_HANDOVER_AGAIN,
    RP_REACTION_HANDOVER,
    RP_REACTION_HOLD,
    RP_REACTION_OWNERSHIP, /* from here on he says it only when he has nothing else to tell */
    RP_REACTION_EMPATHY,
    RP_REACTION_APOLOGY_GENERIC,
    RP_REACTION_FOLLOW_UP,
    RP_REACTION_NAME_OVERUSE,
    RP_REACTION_NO_ANSWER, /* a question that no fact answers */
    RP_REACTION_CHECK,
    RP_REACTION_THANK,
    RP_REACTION_GREETING,
    RP_REACTION_AGREED,   /* anything else, once they agree */
    RP_REACTION_SOLUTION, /* anything else, once he feels understood */
    RP_REACTION_PROMPT,   /* anything else before that */
    RP_REACTION_NOT_UNDERSTOOD,
    RP_REACTION_VENT_AGAIN, /* before the part that was cut off */
    RP_REACTION_CUT_OFTEN,  /* the same, from the third time on */
    RP_REACTION_SILENCE,
    RP_REACTION_HOLD_OVERRUN,
    RP_REACTION_MANAGER, /* last words, one for each way to end */
    RP_REACTION_WALK_OUT,
    RP_REACTION_UNRESOLVED,
    RP_REACTION_HANDED_OVER,
    RP_REACTION_ENDED_BY_POLICY,
    RP_REACTION_GOODBYE,
    RP_REACTIONS
};

/* How many lines a scenario must have for it. */
enum rp_reaction_need {
    RP_REACTION_OPTIONAL = 0,
    RP_REACTION_NEEDED,     /* one that fits any anger */
    RP_REACTION_NEEDED_TWO, /* two, so that he need not repeat himself */
    RP_REACTION_BY_BAND,    /* two for each anger band, one of them of its own */
};

/* The name that scenario files use, such as "offer_below". */
const char *rp_reaction_name(enum rp_reaction reaction);
enum rp_reaction_need rp_reaction_need(enum rp_reaction reaction);

/* Beside the bits of facts: what he wants. */
#define RP_SCRIPT_WISH (UINT32_C(1) << 31)

struct rp_script_say {
    uint16_t line;
    uint8_t words;
};

struct rp_script_line {
    uint16_t say; /* its first bubble */
    uint8_t says;
    uint8_t bands; /* bit i: fits that anger band */
    uint8_t abuse; /* enum rp_abuse */
    uint8_t fact;  /* told once it is said whole; RP_SCRIPT_NO_FACT */
};

struct rp_script_lines {
    uint16_t first;
    uint8_t count;
};

/* What he knows. One that is in his story comes with it, the others as the flags say. */
struct rp_script_fact {
    uint16_t line;
    uint16_t again;   /* no longer and sharper, after a cut-in or to correct; 0: the same line */
    uint8_t vent;     /* its place in his story, from 1; 0: not in it */
    bool key;         /* a summary must hold it */
    bool by_question; /* one that fits its cues */
    bool by_open_question; /* one that fits nothing, after one of the moves `after` */
    bool by_silence;       /* the floor left to him, after one of the moves `after` */
    bool by_move;          /* told in answer to one of the moves `after` */
    uint32_t after;        /* bit i: move i; 0: any time after his story */
};

struct rp_script_remedy {
    bool fails;      /* worth nothing to him */
    bool needs_time; /* counts only with a time, date or duration */
    bool needs_nod;  /* beyond what the trainee may give alone */
};

struct rp_script_resolution {
    bool money;               /* a sum can be offered */
    int64_t loss, ask, floor; /* what it cost him, what he wants, the least he takes */
    int64_t insult_below;
    int64_t alone, with_nod;       /* the trainee's authority */
    uint16_t note_percent_of_loss; /* a sum above it makes him wonder */
    uint16_t ask_line, ask_again;  /* what he wants, and the same in other words */
    uint32_t ask_on;               /* bit i: move i brings out what he wants */
    uint32_t full[RP_SCRIPT_SETS_MAX], acceptable[RP_SCRIPT_SETS_MAX]; /* each a set of remedies */
    uint8_t full_n, acceptable_n;
};

struct rp_script_persona {
    uint16_t anger_percent;  /* scales every change of anger */
    uint16_t patience_turns; /* then he leaves */
    uint8_t abuse;           /* the worst he says at heat 3 and 4 */
    uint8_t cools_percent;   /* how often a limit set rightly works */
    int8_t early_apology_anger, early_apology_trust;
};

/* Something that happens by the clock or the count of turns, unless a fact is out by then, a
 * remedy offered, or all agreed. */
struct rp_script_trigger {
    uint32_t after_ms;       /* of play; 0: not by time */
    uint16_t turns;          /* 0: not by turns */
    uint8_t unless;          /* fact, or RP_SCRIPT_NO_FACT */
    uint32_t unless_offered; /* bit i: remedy i */
    int8_t anger;
    bool safety_miss; /* ends the session */
    uint16_t line;    /* 0: says nothing */
};

struct rp_script {
    uint8_t start_anger, start_trust;
    struct rp_script_persona persona;

    uint16_t says_n, lines_n; /* with the empty number 0 */
    struct rp_script_say says[RP_SCRIPT_SAYS_MAX];
    struct rp_script_line lines[RP_SCRIPT_LINES_MAX];
    struct rp_script_lines reactions[RP_REACTIONS];

    uint8_t facts_n, remedies_n, triggers_n, story_n;
    struct rp_script_fact facts[RP_SCRIPT_FACTS_MAX];
    uint8_t story[RP_SCRIPT_VENT_MAX]; /* facts in the order of his story */
    uint8_t heard_per_part;            /* what hearing one of them does for him */
    uint32_t apology_targets;          /* facts that the firm has to be sorry for */
    struct rp_script_remedy remedies[RP_SCRIPT_REMEDIES_MAX];
    struct rp_script_resolution resolution;
    struct rp_script_trigger triggers[RP_SCRIPT_TRIGGERS_MAX];

    uint8_t satisfied_anger_max, satisfied_trust_min;
    uint8_t briefing_facts_min;                    /* what a colleague has to be told */
    uint32_t card_facts[RP_SCRIPT_CARD_LINES_MAX]; /* what a line of a player's card tells: bits of
                                                      facts, and RP_SCRIPT_WISH */
    uint8_t policy_warnings; /* before the trainee may end by the firm's policy */
};
