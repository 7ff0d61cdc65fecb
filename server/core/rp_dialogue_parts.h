/* rp_dialogue_parts.h: how the files of the dialogue speak to each other; nobody else's.
 *
 * rp_dialogue.c takes events, rp_dialogue_moves.c judges a trainee's line, rp_dialogue_facts.c what
 * it has to do with his story, rp_dialogue_offer.c what he is offered. rp_dialogue_feel.c keeps his
 * state and writes its records, rp_dialogue_speech.c chooses and plans his words,
 * rp_dialogue_end.c decides how it ends.
 */
#pragma once

#include "rp_dialogue.h"

struct rp_effect {
    int32_t anger, trust, heard, grasped;
};

/* What a record cites: the move and the words that show it, or a finding. */
struct rp_cause {
    enum rp_change change;
    enum rp_finding finding;
    uint8_t move;
    struct rp_span span;
};

/* One event on its way through the dialogue. */
struct rp_turn {
    struct rp_dialogue *d;
    const struct rp_script *script;
    const struct rp_dialogue_event *event;
    struct rp_dialogue_out *out;
    enum rp_dialogue_phase phase; /* before the event */
    struct rp_effect sum;         /* of the changes so far, not yet applied */
    bool bad;                     /* something made him angrier */
    bool replans;                 /* his plan is another than before */
    uint32_t moves;               /* bit i: the line made move i, as far as it counts */
    uint64_t reactions;           /* bit i: cause for reaction i */
    uint32_t opens, corrects;     /* facts that he is going to tell, or to put right */
    bool tells_ask;               /* and what he wants */
};

static inline uint32_t rp_bit(unsigned index)
{
    return (uint32_t)1 << index;
}

static inline void rp_turn_reacts(struct rp_turn *t, enum rp_reaction reaction)
{
    t->reactions |= (uint64_t)1 << reaction;
}

unsigned rp_bits(uint32_t set); /* how many */

/* Chance: the same for the same talk. */
uint32_t rp_dialogue_chance(const struct rp_dialogue *d, uint32_t salt);

/* rp_dialogue_feel.c */
enum rp_dialogue_phase rp_dialogue_phase(const struct rp_dialogue *d,
                                         const struct rp_script *script);
void rp_turn_feels(struct rp_turn *t, struct rp_cause cause, struct rp_effect effect);
void rp_turn_shows(struct rp_turn *t, enum rp_grade grade, struct rp_cause cause, int64_t value);
/* Adds the changes to his state; what a line did is limited, what the floor did is not. */
void rp_turn_settles(struct rp_turn *t, bool limited);

static inline struct rp_cause rp_cause_of(const struct rp_move_found *found,
                                          enum rp_finding finding)
{
    return (struct rp_cause){RP_CHANGE_MOVE, finding, found->move, found->span};
}

/* rp_dialogue_moves.c */
void rp_turn_judges(struct rp_turn *t);
/* Whether the line makes the move, surely enough. */
bool rp_turn_has(const struct rp_turn *t, enum rp_move move);
/* Counts the move, and says how often it came before. */
uint8_t rp_turn_counts(struct rp_turn *t, unsigned move);
/* Counts it under the rule of `as`, which is another one's for what is worth less. */
void rp_turn_credits(struct rp_turn *t, const struct rp_move_found *found, enum rp_move as);
/* A change that has a name of its own, with its evidence. */
void rp_turn_finds(struct rp_turn *t, const struct rp_move_found *found, enum rp_finding finding,
                   enum rp_grade grade, struct rp_effect effect, int64_t value);

/* rp_dialogue_facts.c */
bool rp_turn_asks_again(const struct rp_turn *t);
void rp_turn_apologises(struct rp_turn *t, const struct rp_move_found *found);
void rp_turn_apologises_for(struct rp_turn *t, const struct rp_move_found *found);
void rp_turn_sums_up(struct rp_turn *t, const struct rp_move_found *found);
/* Which facts the line brings out. */
void rp_turn_opens(struct rp_turn *t);

/* rp_dialogue_offer.c */
void rp_turn_weighs(struct rp_turn *t, const struct rp_move_found *found);
void rp_turn_hears_when(struct rp_turn *t); /* a time that an earlier offer lacked */

/* rp_dialogue_speech.c */
bool rp_dialogue_tells_story(const struct rp_dialogue *d, const struct rp_script *script);
void rp_turn_plans_fact(struct rp_turn *t, unsigned fact);
/* Adds at the end; false: he has no room in his mind. */
bool rp_turn_plans(struct rp_turn *t, uint16_t line, bool again);
void rp_turn_plans_first(struct rp_turn *t, uint16_t line);
/* Adds a line of that reaction to the plan: at the end, or before everything; false: has none. */
bool rp_turn_plans_reaction(struct rp_turn *t, enum rp_reaction reaction, bool first);
void rp_turn_answers(struct rp_turn *t);
void rp_turn_starts_over(struct rp_turn *t);
void rp_turn_heard_out(struct rp_turn *t);
void rp_turn_speaks(struct rp_turn *t);

/* rp_dialogue_end.c */
void rp_turn_ends(struct rp_turn *t, enum rp_outcome outcome, enum rp_reaction last_words);
void rp_turn_decides(struct rp_turn *t);
void rp_turn_closes(struct rp_turn *t);
void rp_turn_hands_over(struct rp_turn *t);
void rp_turn_ends_by_policy(struct rp_turn *t);
void rp_turn_triggers(struct rp_turn *t);
