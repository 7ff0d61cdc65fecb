/* rp_floor.h: who may speak now, what counts as cutting in, and what it costs.
 *
 * The one engine of turn timing for text and voice: verdicts are a pure function of the
 * configuration and the ordered acts. An act goes in, effects come out; what no act decides is
 * decided by virtual timers, which fire at their own due time whenever the engine is next called.
 * A live caller wakes it at rp_floor_next_ms so that people see a change in time; waking late
 * changes nothing in what is decided.
 *
 * Times    int64_t milliseconds since play began. A time that steps back is taken as the latest.
 * Owner    the caller; plain data of fixed size without pointers, may be copied.
 * Errors   none: every act gets an answer. An act that makes no sense where it comes is dropped
 *          without a trace. A party out of range is a bug.
 * Order    timers due at t run before an act at t, in the order of (due, armed).
 *          Effects come in the order they happen; an effect's at_ms goes back only by the age of
 *          a report that is believed, never before the last change of the floor.
 * Source   docs/turn-timing.md.
 */
#pragma once

#include "rp_floor_config.h"

/* What people do. In text compose and send, in voice speech; the rest in both. */
enum rp_floor_event_type {
    RP_FLOOR_EVENT_COMPOSE_START = 0,
    RP_FLOOR_EVENT_COMPOSE_KEEPALIVE,
    RP_FLOOR_EVENT_COMPOSE_STOP, /* empty: nothing is left of the draft */
    RP_FLOOR_EVENT_SEND,         /* words, more, yield, ack, confirm, limit, floor_seen */
    RP_FLOOR_EVENT_DISCARD,      /* the held message taken back by its writer */
    RP_FLOOR_EVENT_SPEECH_START, /* age_ms */
    RP_FLOOR_EVENT_SPEECH_END,   /* age_ms, complete */
    RP_FLOOR_EVENT_FLOOR_REQUEST,
    RP_FLOOR_EVENT_FLOOR_CANCEL,
    RP_FLOOR_EVENT_YIELD,
    RP_FLOOR_EVENT_HOLD_START, /* announced, expect_ms */
    RP_FLOOR_EVENT_HOLD_END,
    RP_FLOOR_EVENT_GIVE_BACK,
    RP_FLOOR_EVENT_BARGE_IN_START, /* the instructor's, down to tag_abusive */
    RP_FLOOR_EVENT_BARGE_IN_END,
    RP_FLOOR_EVENT_PAUSE,
    RP_FLOOR_EVENT_RESUME,
    RP_FLOOR_EVENT_WAIVE, /* act_ms: the onset of the act whose charge is taken back */
    RP_FLOOR_EVENT_TAG_ABUSIVE,
    RP_FLOOR_EVENT_DISCONNECT, /* of that party's link */
    RP_FLOOR_EVENT_RECONNECT,
    RP_FLOOR_EVENT_VENT, /* the customer's: he vents (again) from here on */
    RP_FLOOR_EVENTS
};

enum rp_floor_complete { RP_FLOOR_UNKNOWN = 0, RP_FLOOR_COMPLETE, RP_FLOOR_INCOMPLETE };

struct rp_floor_event {
    int64_t t_ms; /* when the server received it */
    enum rp_party party;
    enum rp_floor_event_type type;
    int32_t rtt_ms;   /* the server's measurement; below 0: none yet, so nothing is scored */
    int32_t stall_ms; /* how long the link was dead before this came through */
    int32_t age_ms;   /* how old the report is, by the client's word */
    int32_t words;
    int32_t floor_seen; /* floor number on screen, -1: not said; can only remove an excuse */
    int32_t expect_ms;  /* length named for a hold, 0: none */
    int64_t act_ms;
    enum rp_floor_complete complete;
    bool more, yield, ack, confirm, limit; /* of a send */
    bool empty;                            /* of compose_stop */
    bool announced;                        /* of hold_start */
    uint32_t ref; /* the caller's name for the act; comes back in effects */
};

/* The order of parties, then what nobody holds. */
enum rp_floor_holder {
    RP_FLOOR_HOLDER_NONE = 0,
    RP_FLOOR_HOLDER_TRAINEE,
    RP_FLOOR_HOLDER_CUSTOMER,
    RP_FLOOR_HOLDER_INSTRUCTOR,
    RP_FLOOR_HOLDER_HOLD,      /* the trainee's, who asked to be waited for */
    RP_FLOOR_HOLDER_SUSPENDED, /* the clock stands still */
    RP_FLOOR_HOLDERS
};

enum rp_floor_sub { RP_FLOOR_ACTIVE = 0, RP_FLOOR_PAUSED, RP_FLOOR_HOLD };

enum rp_floor_flag { RP_FLOOR_FLAG_NONE = 0, RP_FLOOR_FLAG_MORE, RP_FLOOR_FLAG_DRAFT };

/* What everybody may be shown. Times are RP_NEVER where nothing is armed. */
struct rp_floor_picture {
    uint32_t number; /* counts the changes of holder from 0; what floor_seen answers with */
    enum rp_floor_holder holder;
    enum rp_floor_sub sub;   /* of the holder */
    enum rp_floor_flag flag; /* why a pause keeps the floor */
    enum rp_party queued;    /* who is next, or RP_PARTY_NONE */
    bool vent;
    int64_t since_ms;        /* the present holder's */
    int64_t until_ms;        /* the floor opens by itself then: quiet window, reserve, claim */
    int64_t step_in_ms;      /* from then on stepping in is free; while the customer holds */
    int64_t rest_until_ms;   /* the trainee's sends are refused before that */
    int64_t repair_until_ms; /* give_back repairs up to and with that */
    bool composing[2];       /* by party: keys move */
    bool talking[2];
};

enum rp_floor_verdict {
    RP_FLOOR_INTERRUPTION = 0, /* the two that may charge */
    RP_FLOOR_NO_YIELD,
    RP_FLOOR_BACKCHANNEL,
    RP_FLOOR_BACKCHANNEL_EXCESS,
    RP_FLOOR_COLLISION,
    RP_FLOOR_SMOOTH,
    RP_FLOOR_OVERLAP_TERMINAL,
    RP_FLOOR_SHORT_TURN,
    RP_FLOOR_CUSTOMER_OVERLAP,
    RP_FLOOR_HELD_EARLY,
    RP_FLOOR_ATTEMPT,
    RP_FLOOR_RESTING,
    RP_FLOOR_STEP_IN,
    RP_FLOOR_BOUNDARY,
    RP_FLOOR_GRACE,
    RP_FLOOR_VOID_LINK,
    RP_FLOOR_VOID_PAUSE,
    RP_FLOOR_VOID_INSTRUCTOR,
    RP_FLOOR_DEAD_AIR,
    RP_FLOOR_HOLD_OVERRUN,
    RP_FLOOR_UNRESOLVED,
    RP_FLOOR_VERDICTS
};

/* Which rule decided, for people: the reason in an evaluation. */
enum rp_floor_rule {
    RP_FLOOR_RULE_NONE = 0,
    RP_FLOOR_RULE_WHILE_COMPOSING,
    RP_FLOOR_RULE_ANNOUNCED_PAUSE,
    RP_FLOOR_RULE_VENT_PAUSE,
    RP_FLOOR_RULE_SIMULTANEOUS,
    RP_FLOOR_RULE_LATENCY,
    RP_FLOOR_RULE_RESUMED, /* he went on after a pause that looked like the end */
    RP_FLOOR_RULE_TALKED_OVER,
    RP_FLOOR_RULE_OVERLAP,
    RP_FLOOR_RULE_BARRAGE,
    RP_FLOOR_RULE_YIELD_DEADLINE,
    RP_FLOOR_RULE_WINDOW_RAN_OUT,
    RP_FLOOR_RULE_TERMINAL_OVERLAP,
    RP_FLOOR_RULE_CUSTOMER_FIRST,
    RP_FLOOR_RULE_LISTENING_NOISE,
    RP_FLOOR_RULE_CHIP,
    RP_FLOOR_RULE_ACK_GAP,
    RP_FLOOR_RULE_REST,
    RP_FLOOR_RULE_LIMIT,
    RP_FLOOR_RULE_TURN_CAP,
    RP_FLOOR_RULE_GRACE,
    RP_FLOOR_RULE_STALL,
    RP_FLOOR_RULE_RTT_UNFIT,
    RP_FLOOR_RULE_RTT_UNKNOWN,
    RP_FLOOR_RULE_STRICT,
    RP_FLOOR_RULE_SUSPENDED,
    RP_FLOOR_RULE_INSTRUCTOR,
    RP_FLOOR_RULE_NO_SIGN_OF_LIFE,
    RP_FLOOR_RULE_HOLD_PROMISE,
    RP_FLOOR_RULE_SESSION_END,
    RP_FLOOR_RULE_SHORT,
    RP_FLOOR_RULES
};

/* One act judged. `margin_ms` says by how much: measured - limit. */
struct rp_floor_judgement {
    uint32_t number; /* counts the verdicts from 1 */
    int64_t act_ms, decided_ms;
    enum rp_party party;
    enum rp_floor_verdict verdict;
    enum rp_floor_rule rule;
    uint32_t ref, against_ref; /* the act, and the other side's act it met; 0: none */
    int64_t measured_ms, limit_ms, margin_ms; /* the numbers compared; 0 where none were */
    int32_t rtt_ms;                           /* the actor's, as used; below 0: none */
    bool penalty;                             /* charged */
    bool floor_taken;                         /* the act moved the floor for good */
    bool is_send;                             /* `delivered` means something */
    bool delivered;                           /* it reached the other side */
    bool vent;                                /* it met the customer's vent */
    bool practice;    /* a cut-in that is only noted: the first one of a beginner */
    bool flag_stalls; /* excused by a dead link more often than is believable */
    int32_t base, points, would_be_points; /* would_be: in coach mode and practice */
};

enum rp_floor_band {
    RP_FLOOR_BAND_NONE = 0,
    RP_FLOOR_BAND_OVERLAP,
    RP_FLOOR_BAND_PROMPT,
    RP_FLOOR_BAND_CONSIDERED,
    RP_FLOOR_BAND_SLOW,
    RP_FLOOR_BAND_DEAD_AIR,
    RP_FLOOR_BAND_TOO_FAST,
    RP_FLOOR_BANDS
};

/* A turn begins: the floor went to a person. */
struct rp_floor_transfer {
    uint32_t number;        /* counts the transfers from 1 */
    enum rp_party from, to; /* from: the last holder, RP_PARTY_NONE at first */
    int64_t at_ms;
    bool has_offset;
    int64_t offset_ms; /* the actor's own view */
    enum rp_floor_band band;
    bool prepared, preempt, carry, resumption;
};

/* What is known of a transfer only later. */
struct rp_floor_transfer_change {
    uint32_t number;
    bool reverted;
    bool has_send_latency;
    int64_t send_latency_ms; /* of the turn's first message */
    enum rp_floor_band band;
};

/* A turn has ended, or is still running when the session ends. */
struct rp_floor_turn {
    enum rp_party holder;
    uint32_t transfer;        /* the one that began it */
    int64_t start_ms, end_ms; /* end: of its last act */
    int64_t closed_ms;        /* when the floor left him */
    int64_t talk_ms;          /* spoken, or composed in text */
    int64_t pauses_ms;        /* inside */
    int32_t parts, words;
    int32_t backchannels;  /* counted ones that he received */
    int32_t charges;       /* charged acts inside */
    int32_t interruptions; /* of them, cut-ins */
    int32_t verdicts;      /* all */
    int32_t rtt_ms;        /* at its begin */
    bool vent;
    bool interrupted_last_part; /* a charged act met his last part */
};

enum rp_floor_held_why {
    RP_FLOOR_HELD_COLLISION = 0,
    RP_FLOOR_HELD_ATTEMPT,
    RP_FLOOR_HELD_EARLY_WHY,
    RP_FLOOR_HELD_VOID
};

enum rp_floor_refused_why {
    RP_FLOOR_REFUSED_RESTING = 0,
    RP_FLOOR_REFUSED_SUSPENDED,
    RP_FLOOR_REFUSED_INSTRUCTOR_HOLDS,
    RP_FLOOR_REFUSED_QUEUE_FULL, /* already in the queue */
    RP_FLOOR_REFUSED_CLOSED
};

enum rp_floor_dropped_why {
    RP_FLOOR_DROPPED_REPLACED = 0,
    RP_FLOOR_DROPPED_DISCARDED,
    RP_FLOOR_DROPPED_ENDED
};

enum rp_floor_revoked_why {
    RP_FLOOR_REVOKED_CUSTOMER = 0,
    RP_FLOOR_REVOKED_INSTRUCTOR,
    RP_FLOOR_REVOKED_EXPIRED_DRAFT,
    RP_FLOOR_REVOKED_UNUSED_CLAIM,
    RP_FLOOR_REVOKED_LINK_LOST,
    RP_FLOOR_REVOKED_SESSION_END
};

/* Points given back, by repair or waiver, on the verdict of that number. */
struct rp_floor_return {
    uint32_t verdict;
    int64_t act_ms;
    int32_t points;
};

enum rp_floor_effect_type {
    RP_FLOOR_EFFECT_PICTURE = 0,     /* picture */
    RP_FLOOR_EFFECT_TRANSFER,        /* transfer */
    RP_FLOOR_EFFECT_TRANSFER_CHANGE, /* transfer_change */
    RP_FLOOR_EFFECT_TURN,            /* turn */
    RP_FLOOR_EFFECT_VERDICT,         /* verdict */
    RP_FLOOR_EFFECT_DELIVERED,       /* message: every send that reaches the other side */
    RP_FLOOR_EFFECT_HELD,            /* message: kept back for its writer */
    RP_FLOOR_EFFECT_STALE,           /* message: the held one now wants a confirm */
    RP_FLOOR_EFFECT_DROPPED,         /* message: a held one is gone */
    RP_FLOOR_EFFECT_REFUSED,         /* message: not taken; the draft stays with its writer */
    RP_FLOOR_EFFECT_REPAIR,          /* returned */
    RP_FLOOR_EFFECT_WAIVE,           /* returned */
    RP_FLOOR_EFFECT_REVOKED,         /* revoked: a person lost the floor or a place in the queue */
    RP_FLOOR_EFFECTS
};

/* What became of a send or a request. */
struct rp_floor_message {
    uint32_t ref;
    enum rp_party party;
    int64_t written_ms; /* when it was sent, before it was held */
    bool chip, more;
    bool cut_in;      /* delivered over the customer, who will want to say his part again */
    bool stale;       /* held: the customer has sent something since */
    uint32_t verdict; /* the verdict that spoke of it, 0: none */
    enum rp_floor_held_why held_why;
    enum rp_floor_refused_why refused_why;
    enum rp_floor_dropped_why dropped_why;
};

struct rp_floor_revoked {
    enum rp_party party;
    enum rp_floor_revoked_why why;
};

struct rp_floor_effect {
    enum rp_floor_effect_type type;
    int64_t at_ms;
    union {
        struct rp_floor_picture picture;
        struct rp_floor_transfer transfer;
        struct rp_floor_transfer_change transfer_change;
        struct rp_floor_turn turn;
        struct rp_floor_judgement verdict;
        struct rp_floor_message message;
        struct rp_floor_return returned;
        struct rp_floor_revoked revoked;
    } as;
};

struct rp_floor_sink {
    void (*take)(void *context, const struct rp_floor_effect *effect);
    void *context;
};

/* How the session's time was spent so far; times of `held` sum to session_ms. */
struct rp_floor_totals {
    int64_t session_ms;
    int64_t held_ms[RP_FLOOR_HOLDERS];
    int64_t talk_ms[2];          /* by party; speech */
    int64_t compose_ms[2];       /* by party; keys moving */
    int64_t overlap_ms;          /* both speak */
    int64_t overlap_begun_ms[2]; /* of it, begun by this party coming second */
    int64_t co_compose_ms;
    int64_t silence_ms; /* nobody speaks, not suspended */
    int64_t dead_air_ms;
    int32_t words[2], messages[2], chips, chips_counted;
    int32_t holds, holds_announced, holds_kept;
    int32_t charges, charged_interruptions, repaired, waived;
    int32_t points, points_back;
    int32_t stalls_excused;
    int32_t collisions_simultaneous, collisions_latency, collisions_other;
    int32_t voids, graces;
    int64_t quota_left_ms[2];
    int32_t rtt_max_ms;
};

#include "rp_floor_state.h" /* struct rp_floor: sized for the caller, read by the engine alone */

/* The configuration is within its ranges, as rp_floor_config_set keeps it. Nothing is emitted; the
 * first picture is an idle floor with number 0. */
void rp_floor_init(struct rp_floor *floor, const struct rp_floor_config *config);

/* Runs the timers that are due by then, then judges one act. */
void rp_floor_step(struct rp_floor *floor, const struct rp_floor_event *event,
                   const struct rp_floor_sink *sink);

/* Runs the timers that are due at `t_ms` or before. */
void rp_floor_advance(struct rp_floor *floor, int64_t t_ms, const struct rp_floor_sink *sink);

/* When the first timer is due, or RP_NEVER. Due timers may lie in the past. */
int64_t rp_floor_next_ms(const struct rp_floor *floor);

/* Runs the timers up to and with `end_ms` and closes the floor: open questions end unresolved. */
void rp_floor_end(struct rp_floor *floor, int64_t end_ms, const struct rp_floor_sink *sink);

void rp_floor_picture(const struct rp_floor *floor, struct rp_floor_picture *picture);

/* Whether that message is held back: it will yet be delivered, or dropped. */
bool rp_floor_holds(const struct rp_floor *floor, uint32_t ref);

/* 0 to 100, after points, repairs and waivers. */
int32_t rp_floor_score(const struct rp_floor *floor);

/* The sums up to the latest act or timer. */
void rp_floor_totals(const struct rp_floor *floor, struct rp_floor_totals *totals);

/* The names that logs, files and exports use. */
const char *rp_floor_verdict_name(enum rp_floor_verdict verdict);
const char *rp_floor_rule_name(enum rp_floor_rule rule);
const char *rp_floor_band_name(enum rp_floor_band band);
const char *rp_floor_holder_name(enum rp_floor_holder holder);
const char *rp_floor_party_name(enum rp_party party);
const char *rp_floor_event_name(enum rp_floor_event_type type);
