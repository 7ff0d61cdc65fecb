/* rp_session.h: one roleplay session: inputs go in, the records of its log come out.
 *
 * The session is its log. An input is judged by the floor, told to the scripted customer, and
 * answered with records: the input itself, what the bot and the clock did (acts), and what follows
 * from them (derived). Feeding the inputs of a log to a new session gives the same records again,
 * to the byte; that is how a room comes back after a restart and how a log is verified.
 *
 * Times    milliseconds of session time: 0 is the `opened` record. It stands still while no
 *          process owns the room. Acts carry the moment they were due, not when a late timer ran.
 *          The floor counts from the moment when play begins.
 * Owner    the caller gives the block and keeps the script for as long as the session lives.
 * Errors   as rp_marking_check for what graders send. RP_ERR_DENIED: this input may not come in
 *          this phase or from this seat. What was due by then has happened; the input has not, and
 *          has no record.
 * Order    at one instant: the floor's timers, the customer's own acts, the room's clock, inputs
 *          from outside.
 * Source   docs/turn-timing.md for the floor, scenarios/README.md for the customer.
 */
#pragma once

#include "rp_dialogue.h"
#include "rp_floor.h"
#include "rp_hints.h"
#include "rp_marking.h"
#include "rp_msg.h"
#include "rp_speaker.h"

/* Names the rules by which a log was decided. Raise it when a rule changes what is derived. */
#define RP_SESSION_ENGINE "hearout-2"

enum rp_record_kind {
    RP_RECORD_INPUT = 0, /* from outside */
    RP_RECORD_ACT,       /* the bot or the room's clock */
    RP_RECORD_DERIVED,   /* follows from the others */
    RP_RECORD_KINDS
};

struct rp_record {
    enum rp_record_kind kind;
    int64_t at_ms;
    struct rp_event event;
};

struct rp_record_sink {
    void (*take)(void *context, const struct rp_record *record);
    void *context;
};

/* A line whose way to the other side is not over: held back by the floor, or not yet read by the
 * recogniser. The customer takes a trainee's line once it is both shown and read. */
struct rp_pending_line {
    struct rp_event_send send; /* send.line 0: a free place */
    int64_t written_ms;
    bool briefing; /* for the colleague: it is not said to the customer */
    bool shown, read, over_him;
    struct rp_understood understood;
};

enum { RP_SESSION_PENDING = 8, RP_SESSION_CUT_INS = 8, RP_REPORT_CITES = 20 };

/* Whispers, reasons and notes are numbered by themselves, from the one after this: a gap among the
 * lines would tell the others of them. */
enum { RP_SESSION_ASIDES = 32768 };

/* Plain data with invariants: reached through the functions below alone. */
struct rp_session {
    const struct rp_script *script;
    const struct rp_record_sink *sink; /* during a step */
    int64_t now_ms;
    bool opened;

    enum rp_phase phase;
    int64_t phase_ends_ms; /* RP_NEVER: open end */
    int64_t play_began_ms, suspended_ms;
    int64_t play_ms, wrap_ms;
    enum rp_level level;
    enum rp_player player;
    bool ready[RP_SEATS];

    struct rp_floor_config floor_config;
    struct rp_floor floor;
    struct rp_event_floor picture; /* as last told */
    uint16_t floor_score, interruptions;
    int64_t cut_ins_ms[RP_SESSION_CUT_INS]; /* the latest delivered ones */
    uint32_t cut_ins;

    struct rp_dialogue dialogue;
    struct rp_speaker speaker;
    struct rp_pending_line pending[RP_SESSION_PENDING];
    uint16_t lines;  /* numbered so far, from 1 */
    uint16_t asides; /* and texts beside the talk */
    uint16_t last_customer_line, last_customer_say;
    int64_t idle_ms;     /* when a silence on a free floor opens a fact: RP_NEVER */
    bool idle_over;      /* this silence has had its effect */
    int64_t dead_air_ms; /* when the customer minds the silence next: RP_NEVER */
    uint8_t dead_airs;
    enum rp_outcome outcome;    /* standing, and told when the session ends */
    enum rp_answer answer;      /* of a peer customer */
    bool ending;                /* once he has said his last words */
    int64_t colleague_until_ms; /* staff may join as the colleague until then; RP_NEVER */
    bool colleague_in;          /* one has: the talk is his until he leaves */
    bool vents_again, abusive;  /* to be told to the floor */

    uint32_t customer_turns;
    uint16_t ticks; /* bit i: line i of his card's facts is told, as his player or the bot said */
    struct rp_hints hints;
    struct rp_hint told_hints[RP_ITEMS];
    struct rp_marking marking;
};

/* A session that waits for its `opened` input. */
void rp_session_init(struct rp_session *session, const struct rp_script *script);

/* Runs what was due until then, takes one input and gives every record that follows, the input's
 * own among them. `at_ms` may not lie before an earlier one. */
enum rp_err rp_session_step(struct rp_session *session, int64_t at_ms, const struct rp_event *input,
                            const struct rp_record_sink *sink);

/* Runs what is due up to and with `at_ms`. */
void rp_session_advance(struct rp_session *session, int64_t at_ms,
                        const struct rp_record_sink *sink);

/* When something is due next, or RP_NEVER: suspended, over, or waiting for people. */
int64_t rp_session_next_ms(const struct rp_session *session);

/* The number that the next line must have; the shell keeps its text under it. */
uint16_t rp_session_next_line(const struct rp_session *session);

/* The same for a text that is no part of the talk: a whisper, a reason, a note. */
uint16_t rp_session_next_aside(const struct rp_session *session);

/* A trainee's line that waits to be read, and to which no `understood` has come: the first one from
 * number `from` on, or 0. After a restart these are read again. */
uint16_t rp_session_unread(const struct rp_session *session, uint16_t from);

/* Whether people play: from the first moment of play to the debrief. */
bool rp_session_plays(const struct rp_session *session);

/* Whether the room stands still: paused, or somebody's link is down. */
bool rp_session_suspended(const struct rp_session *session);
