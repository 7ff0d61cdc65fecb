/* rp_lobby.h: one workshop: who is there, who sits where in which session, and the common clock.
 *
 * As a session, it is its log: the same inputs give the same state again. It knows people by
 * number and rooms by group; names, connections and rooms are the shell's.
 *
 *   open -> (start) -> read -> play -> wrap -> debrief -> switch -> read ... -> over
 *
 * Nobody who is here stays without a seat while a session has enough time left: who comes late
 * watches two who have no observer, else he has a room with the bot. When a trainee is lost for
 * 45 s, those he sat with are placed anew. A lost customer is the room's own matter.
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
    RP_LOBBY_LOST_MS = 45000,      /* a trainee is waited for */
    RP_LOBBY_NO_STAFF_MS = 120000, /* then no new session begins */
    RP_LOBBY_SOLO_MS = 240000,     /* that much time, or half, is worth a room with the bot */
};

struct rp_lobby_person {
    bool here, removed;
    uint16_t time_pct;
    int64_t away_since_ms; /* RP_NEVER: here */
    int64_t help_since_ms; /* RP_NEVER: needs none */
};

struct rp_lobby {
    struct rp_event_workshop_opened setup; /* its strings are the caller's first input's */
    bool opened, shut, paused;
    enum rp_gathering phase;
    int64_t now_ms, phase_ends_ms; /* RP_NEVER: open end */
    int64_t paused_since_ms, staff_away_ms;
    uint16_t extended; /* minutes given to the running session's rooms */
    uint16_t bells;
    uint8_t session, in_block;

    uint16_t people_n;
    struct rp_lobby_person people[RP_PEOPLE_MAX];
    uint16_t groups_n;
    struct rp_group groups[RP_GROUPS_MAX];
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

/* Who are here. */
uint16_t rp_lobby_count(const struct rp_lobby *lobby);
