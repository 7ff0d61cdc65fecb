/* rp_dialogue.h: the scripted customer: what he feels, what he has told, what he says next.
 *
 * Events of the talk go in; out come changes of his state, evidence about the trainee's line,
 * facts that he reveals, and the bubbles that he plans to say. Integers only. Chance comes from
 * the session's seed alone.
 *
 * Times    session milliseconds, and only where an event carries one.
 * Owner    the caller; plain data without pointers. The script is the caller's, and the same one
 *          in every call.
 * Errors   none: every event gets an answer. What does not fit into the output is a bug of the
 *          loader's limits.
 * Source   scenarios/README.md, "The customer".
 */
#pragma once

#include "rp_msg.h"
#include "rp_script.h"
#include "rp_speaker.h"
#include "rp_understood.h"

enum rp_dialogue_event_type {
    RP_DIALOGUE_OPENING = 0,   /* play begins: he plans his story */
    RP_DIALOGUE_PART_HEARD,    /* his bubble `say` was delivered whole */
    RP_DIALOGUE_TURN,          /* a trainee's line was shown to him and read */
    RP_DIALOGUE_CUT_IN,        /* a delivered interruption: the bubble `say` is cut off */
    RP_DIALOGUE_CHIP,          /* a listening noise that counted */
    RP_DIALOGUE_DEAD_AIR,      /* silence after his turn, and every 5 s more of it */
    RP_DIALOGUE_HOLD_OVERRUN,  /* a promised hold is over its time */
    RP_DIALOGUE_FLOOR_IDLE,    /* the floor is free and he is silent: facts that open by silence */
    RP_DIALOGUE_CLOSE,         /* the trainee ends the talk */
    RP_DIALOGUE_HAND_OVER,     /* a colleague comes; `understood` is the briefing */
    RP_DIALOGUE_END_BY_POLICY, /* the trainee ends by the firm's policy */
};

struct rp_dialogue_event {
    enum rp_dialogue_event_type type;
    int64_t at_ms;
    uint16_t line;                          /* TURN, HAND_OVER: the trainee's line */
    uint16_t say;                           /* PART_HEARD, CUT_IN; 0: nothing said yet */
    const struct rp_understood *understood; /* TURN, HAND_OVER */
    bool over_him;                          /* TURN: the line cut in */
    bool major, vent;                       /* CUT_IN: into typing; inside the vent */
    uint8_t earlier;                        /* CUT_IN: cut-ins within the last 180 s */
};

enum {
    RP_DIALOGUE_EVIDENCE_MAX = 40,
    RP_DIALOGUE_DELTAS_MAX = 40,
    RP_DIALOGUE_REVEALED_MAX = 8,
    RP_DIALOGUE_SAYS_MAX = RP_SPEAKER_QUEUE,
    RP_DIALOGUE_ABUSIVE = 90, /* anger from which on he may be */
};

struct rp_dialogue_out {
    struct rp_event_evidence evidence[RP_DIALOGUE_EVIDENCE_MAX];
    size_t evidence_n;
    struct rp_event_delta deltas[RP_DIALOGUE_DELTAS_MAX];
    size_t deltas_n;
    struct rp_event_revealed revealed[RP_DIALOGUE_REVEALED_MAX];
    size_t revealed_n;
    struct rp_utterance says[RP_DIALOGUE_SAYS_MAX]; /* appended to what he still plans */
    size_t says_n;
    bool replaces_plan;      /* he drops what he had planned before `says` */
    bool vents_again;        /* the floor is to treat what comes as a vent */
    bool abusive;            /* his coming turn is abusive: a limit may cut into it */
    enum rp_outcome outcome; /* RP_OUTCOME_NONE: no change */
    bool ends;               /* the session ends once he has said his words */
};

enum rp_dialogue_phase {
    RP_DIALOGUE_HEAR = 0, /* he tells his story; FLOOR's vent is another thing */
    RP_DIALOGUE_EXPLORE,
    RP_DIALOGUE_RESOLVE,
    RP_DIALOGUE_CLOSING,
};

#include "rp_dialogue_state.h" /* struct rp_dialogue: sized for the caller, its own files look in */

/* `heat` is 1 (puzzled) to 5 (abusive); 3 leaves the script's start as it is written. */
void rp_dialogue_init(struct rp_dialogue *dialogue, const struct rp_script *script, uint64_t seed,
                      uint8_t heat);

/* rp_dialogue_person.c: a person plays him. He says how angry he is, and which facts he has told
 * (bits, RP_SCRIPT_WISH among them) or not told after all; those that changed come back. */
struct rp_event_delta rp_dialogue_feels(struct rp_dialogue *dialogue, uint8_t anger);
uint32_t rp_dialogue_knows(struct rp_dialogue *dialogue, uint32_t facts, bool told);

/* All of these are out; nothing is never out. */
bool rp_dialogue_told(const struct rp_dialogue *dialogue, uint32_t facts);
uint8_t rp_dialogue_anger(const struct rp_dialogue *dialogue);

/* The bot again, after a person has told the story in his place: he goes on from there. */
void rp_dialogue_carry_on(struct rp_dialogue *dialogue, const struct rp_script *script,
                          int64_t at_ms);

/* `out` is wholly written. */
void rp_dialogue_take(struct rp_dialogue *dialogue, const struct rp_script *script,
                      const struct rp_dialogue_event *event, struct rp_dialogue_out *out);
