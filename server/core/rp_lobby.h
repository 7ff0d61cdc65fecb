/* rp_lobby.h: one workshop: who is there, who sits where in which session, and the common clock.
 *
 * As a session, it is its log: the same inputs give the same state again. It knows people by
 * number and rooms by group; names, connections and rooms are the shell's.
 *
 *   open -> (start) -> read -> play -> wrap -> debrief -> switch -> read ... -> over
 *
 * Nobody who is here stays without a seat while a session has enough time left: who comes late
 * watches two who have no observer, else he has a room with the bot. Whoever has had no seat for
 * 30 s is asked what he would like; so are those whose trainee has been lost for 45 s, and after
 * another 30 s it is decided for them. A lost customer is the room's own matter.
 *
 * A session waits for rooms that have more time, be it a person's allowance or staff's gift, up to
 * the planned buffer. When staff pair people anew in a running session, the rooms concerned begin
 * once more: `takes` counts that.
 *
 * Times    milliseconds of the workshop, which go on while it is paused; only its phase's end
 *          moves then.
 * Owner    the caller; plain data.
 * Errors   RP_ERR_DENIED: not in this phase. RP_ERR_NOT_FOUND: no such person. RP_ERR_TOO_LARGE:
 *          the house is full. Nothing has changed then, but for what was due.
 * Source   docs/workshops.md
 */
#pragma once

#include "rp_msg.h"
#include "rp_pairing.h"

enum {
    RP_LOBBY_EXTEND_MS = 60000,
    RP_LOBBY_BOT_MS = 20000,       /* a customer is waited for: then the bot has his part, */
    RP_LOBBY_BUDGET_MS = 45000,    /* and so long in one session, all his absences together */
    RP_LOBBY_LOST_MS = 45000,      /* a trainee is waited for: then the others are asked */
    RP_LOBBY_ASKED_MS = 30000,     /* and so long they may think */
    RP_LOBBY_ALONE_MS = 30000,     /* without a seat: then he is asked */
    RP_LOBBY_NO_STAFF_MS = 120000, /* then no new session begins */
    RP_LOBBY_SOLO_MS = 240000,     /* that much time, or half, is worth a room with the bot */
};

struct rp_lobby_person {
    bool here, removed;
    bool blocked; /* and may not come in again */
    bool waits;   /* he was asked, and would rather wait */
    enum rp_asked asked;
    uint16_t time_pct;
    int64_t away_since_ms;  /* RP_NEVER: here */
    int64_t was_away_ms;    /* in this session, before */
    int64_t help_since_ms;  /* RP_NEVER: needs none */
    int64_t alone_since_ms; /* without a seat in a session; RP_NEVER: he has one */
    int64_t asked_since_ms;
};

struct rp_lobby {
    struct rp_event_workshop_opened setup; /* its strings are the caller's first input's */
    bool opened, shut, paused;
    enum rp_gathering phase;
    int64_t now_ms, phase_ends_ms; /* RP_NEVER: open end */
    int64_t paused_since_ms, staff_away_ms;
    uint16_t extended; /* minutes given to the running session's rooms */
    int64_t waits_ms;  /* play goes on so much longer for slow rooms */
    uint32_t turns;    /* what time alone has changed, counted */
    uint16_t bells;
    uint8_t session, in_block;

    uint16_t people_n;
    struct rp_lobby_person people[RP_PEOPLE_MAX];
    uint16_t groups_n;
    struct rp_group groups[RP_GROUPS_MAX];
    uint8_t takes[RP_GROUPS_MAX];  /* how often its room began anew in this session */
    uint8_t extras[RP_GROUPS_MAX]; /* minutes given to its room alone */
    struct rp_ledger_of_meetings ledger;
};

void rp_lobby_init(struct rp_lobby *lobby);

enum rp_err rp_lobby_step(struct rp_lobby *lobby, int64_t at_ms, const struct rp_event *input);
void rp_lobby_advance(struct rp_lobby *lobby, int64_t at_ms);
int64_t rp_lobby_next_ms(const struct rp_lobby *lobby);

/* How long this phase still lasts; RP_NEVER: open end. */
int64_t rp_lobby_left_ms(const struct rp_lobby *lobby);

/* Whether rooms are open: from read to debrief. */
bool rp_lobby_in_session(const struct rp_lobby *lobby);

/* Where the person sits in the running session; false: nowhere. */
bool rp_lobby_seat_of(const struct rp_lobby *lobby, uint16_t person, uint16_t *group,
                      enum rp_seat *seat);

/* The bot is to have the part of this customer: he has been away for too long. */
bool rp_lobby_customer_lost(const struct rp_lobby *lobby, uint16_t person);

/* Whether that person can watch two others instead. */
bool rp_lobby_may_watch(const struct rp_lobby *lobby, uint16_t person);

/* Of a wait, what this workshop's patience leaves. */
int64_t rp_lobby_patience_ms(const struct rp_lobby *lobby, int64_t wait_ms);

/* The largest time allowance in the group, in percent: its room has it. */
uint16_t rp_lobby_time_pct(const struct rp_lobby *lobby, uint16_t group);

/* Until the next session begins if all goes as planned; RP_NEVER: none is planned. */
int64_t rp_lobby_next_start_ms(const struct rp_lobby *lobby);

/* No staff for two minutes and more. */
bool rp_lobby_staff_away(const struct rp_lobby *lobby);

/* Who are here. */
uint16_t rp_lobby_count(const struct rp_lobby *lobby);
