/* rp_floor_state.h: what the floor remembers of a room. Included by rp_floor.h, where the types
 * stand; only the engine's own files look inside.
 *
 * All times are session times. While the floor is suspended they stand still, and are moved on
 * by the gap when it goes on again; what is called log time is not moved.
 */
#pragma once

enum {
    RP_FLOOR_CHARGES = 128, /* latest cut-ins that can still be waived or repaired */
    RP_FLOOR_BURSTS = 32    /* latest listening noises, for the budget */
};

enum rp_floor_timer {
    RP_FLOOR_TIMER_RELEASE = 0,  /* the holder's pause is over */
    RP_FLOOR_TIMER_KEYS_TRAINEE, /* no sign of keys for too long; in the order of parties */
    RP_FLOOR_TIMER_KEYS_CUSTOMER,
    RP_FLOOR_TIMER_DRAFT_TRAINEE, /* a draft in the queue has expired */
    RP_FLOOR_TIMER_DRAFT_CUSTOMER,
    RP_FLOOR_TIMER_EARLY,             /* text: the window that an early send cut into is over */
    RP_FLOOR_TIMER_LONG,              /* voice: the burst is no listening noise any more */
    RP_FLOOR_TIMER_BURST_OVER,        /* voice: no further burst joins the last one */
    RP_FLOOR_TIMER_YIELD,             /* voice: a burst that collided should have stopped */
    RP_FLOOR_TIMER_CUSTOMER_COMES_IN, /* voice: the customer has talked over him long enough */
    RP_FLOOR_TIMER_CUSTOMER_DUE,      /* voice: the trainee should have yielded to him */
    RP_FLOOR_TIMER_DEAD_AIR,
    RP_FLOOR_TIMER_HOLD_PROMISE,
    RP_FLOOR_TIMERS
};

struct rp_floor_alarm {
    int64_t due_ms; /* RP_NEVER: not armed */
    uint32_t armed; /* order of arming */
};

/* One of the two who play. */
struct rp_floor_actor {
    int32_t rtt_ms; /* latest measurement, below 0: none */
    bool composing, has_draft, talking;
    int64_t compose_since_ms, key_ms; /* present activity, latest key */
    int64_t talk_since_ms;            /* present or latest burst */
    int64_t talk_end_ms;              /* latest end of a burst, RP_FLOOR_LONG_AGO: none */
    int64_t stretch_since_ms;         /* bursts that are one count from the first */
    uint32_t ref;                     /* of the latest act */
    uint32_t talk_ref;                /* of the stretch's first burst */
    int64_t quota_ms;
    bool link_down, away_too_long, came_back;
    int64_t link_down_ms; /* log time */
};

struct rp_floor_place {
    enum rp_party party;
    int64_t onset_ms;
    int32_t rtt_ms;
    bool requested; /* in words; else by composing, and gone with the draft */
};

/* Why an act is not charged although it cut in; RP_FLOOR_VERDICTS: it is. */
struct rp_floor_excuse {
    enum rp_floor_verdict verdict;
    enum rp_floor_rule rule;
    int64_t measured_ms, limit_ms;
};

/* The last turn that ended, for the next one's offset. */
struct rp_floor_before {
    enum rp_party holder; /* RP_PARTY_NONE: nobody yet */
    int64_t end_ms;       /* of its last act */
    int64_t band_from_ms; /* the same, or the release after an announced continuation */
};

/* A send into a pause that may not have been the end. */
struct rp_floor_early {
    bool open;
    int64_t act_ms, window_ms;
    uint32_t ref, against_ref, transfer;
    int32_t rtt_ms;
    bool vent, abusive; /* to be put back if he went on */
    struct rp_floor_excuse excuse;
    struct rp_floor_before before;
};

enum rp_floor_challenge_kind {
    RP_FLOOR_CHALLENGE_OVERLAP = 0, /* he was speaking */
    RP_FLOOR_CHALLENGE_ANNOUNCED,   /* he had said there is more */
    RP_FLOOR_CHALLENGE_EARLY        /* a pause that may be the end */
};

/* A burst of the trainee over the customer's floor. */
struct rp_floor_challenge {
    bool open; /* not yet judged */
    enum rp_floor_challenge_kind kind;
    int64_t onset_ms, stop_ms;
    uint32_t ref, against_ref;
    int32_t rtt_ms;
    bool vent;
    bool collision; /* he could not have held back */
    bool collided;  /* and that was the verdict: the next burst is a new one */
    bool resumed;   /* the customer went on while it ran */
    bool cut_vent;  /* and, early, that was the vent */
    bool terminal;  /* the customer ended soon after */
    bool holds;     /* the floor came to him before the judgement */
    bool long_due;  /* bc_max was reached in a gap */
    enum rp_floor_rule rule;
    int64_t measured_ms, limit_ms;
    struct rp_floor_excuse excuse;
};

/* The customer talking over the trainee's floor. */
struct rp_floor_over {
    bool open; /* the floor is not his yet */
    int64_t onset_ms;
    int64_t stop_ms; /* RP_NEVER: he talks */
    bool long_due;
    bool overdue;              /* the deadline passed in a gap of the trainee's */
    int32_t rtt_ms;            /* the trainee's, at duty_ms */
    int64_t limit_ms;          /* from duty_ms to the deadline */
    int64_t duty_ms;           /* onset of the burst that the trainee has to yield to */
    int64_t judged_stretch_ms; /* the trainee's stretch that has had its no_yield */
    struct rp_floor_excuse excuse;
};

struct rp_floor_held {
    bool open, stale, more, yield;
    uint32_t ref, verdict;
    int64_t act_ms;
    int32_t words, rtt_ms;
    enum rp_floor_held_why why;
};

/* A cut-in as the score remembers it. */
struct rp_floor_charge {
    uint32_t verdict;
    int64_t act_ms;     /* log time */
    int64_t decided_ms; /* moves with suspension: the time for repair stands still */
    int32_t points, bonus;
    bool interruption, charged, repaired, waived;
};

struct rp_floor_burst {
    int64_t end_ms, length_ms;
};

struct rp_floor {
    struct rp_floor_config config;
    int64_t now_ms;
    uint32_t arms;
    struct rp_floor_alarm alarms[RP_FLOOR_TIMERS];
    bool closed;

    enum rp_party holder; /* RP_PARTY_NONE: nobody */
    enum rp_floor_sub sub;
    enum rp_floor_flag flag;
    bool claim;         /* asked for, not used yet */
    uint32_t number;    /* of changes of the holder */
    int64_t since_ms;   /* the holder's */
    int64_t changed_ms; /* last floor change */
    bool vent, abusive;
    enum rp_floor_flag reserve_flag; /* what composing began in */
    int64_t reserve_ms;              /* RP_NEVER: in no reserve */
    struct rp_floor_place queue[2];
    int32_t queued;

    bool paused;
    int64_t suspended_ms; /* since; RP_NEVER: it runs */
    int64_t grace_until_ms, rest_until_ms;
    int64_t chip_ms;           /* latest counted chip */
    int64_t dead_air_since_ms; /* over the limit since; RP_NEVER: not */

    struct rp_floor_actor actors[2];
    struct rp_floor_early early;
    struct rp_floor_challenge challenge;
    struct rp_floor_over over;
    struct rp_floor_held held;

    struct rp_floor_turn turn; /* of the present holder */
    bool has_offset;           /* of its transfer */
    bool sent;                 /* it has a message */
    enum rp_floor_band band;
    int64_t turn_end_ms;            /* of its last message or burst, or its end in words */
    int64_t pause_ms;               /* since when it pauses */
    struct rp_floor_turn late_turn; /* the customer's last, while a question about it is open */
    bool late_turn_open;
    struct rp_floor_before before;
    int64_t message_ms; /* the customer's last message, RP_FLOOR_LONG_AGO: none */
    int32_t message_words;
    uint32_t transfers, verdicts;

    struct rp_floor_charge charges[RP_FLOOR_CHARGES];
    uint32_t charge_count;
    struct rp_floor_burst bursts[RP_FLOOR_BURSTS];
    uint32_t burst_count;
    bool practised;

    struct rp_floor_picture shown; /* as last emitted */
    struct rp_floor_totals totals;
    enum rp_party second; /* who came second to the present overlap */
};
