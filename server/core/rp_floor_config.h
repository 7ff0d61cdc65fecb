/* rp_floor_config.h: every constant of turn timing: one list, from which everything else follows.
 *
 * The list below makes the struct, the defaults, the check of ranges, the look-up by name and the
 * documentation. A configuration is written into a session's log, value by value, and a log is
 * decided again with the values it carries.
 *
 * Times    milliseconds; `_pct` is per cent. Booleans are 0 and 1.
 * Owner    the caller; plain data.
 * Errors   RP_ERR_RANGE for a value outside its range, RP_ERR_NOT_FOUND for an unknown name.
 * Source   docs/turn-timing.md says why each default is what it is.
 */
#pragma once

#include "rp_types.h"

enum rp_floor_medium { RP_FLOOR_TEXT = 0, RP_FLOOR_VOICE };

enum rp_floor_mode {
    RP_FLOOR_SOFT = 0, /* a cut-in is delivered and charged */
    RP_FLOOR_STRICT,   /* a cut-in is held back */
    RP_FLOOR_COACH     /* a cut-in is delivered and only noted */
};

/* X(name, default, least, most, text) */
#define RP_FLOOR_CONFIG_LIST(X)                                                                    \
    X(medium, 0, 0, 1, "0 text, 1 voice")                                                          \
    X(mode, 0, 0, 2, "0 soft: deliver and charge; 1 strict: hold back; 2 coach: note only")        \
    X(vent, 1, 0, 1, "the session opens inside the customer's vent")                               \
    X(trainee_time_pct, 100, 50, 1000, "time allowance of the trainee")                            \
    X(customer_time_pct, 100, 50, 1000, "time allowance of a peer customer")                       \
    X(practice_first, 0, 0, 1, "the first cut-in is labelled practice and not scored")             \
    X(react_voice, 250, 0, 5000, "hearing a start and stopping one's own word")                    \
    X(react_text, 700, 0, 5000, "seeing a sign while the finger is already falling")               \
    X(comp_cap_voice, 500, 0, 5000, "most round trip excused in voice")                            \
    X(comp_cap_text, 4000, 0, 60000, "most round trip excused in text")                            \
    X(rtt_unfit, 4000, 0, 60000, "above this round trip nothing is scored")                        \
    X(quota_init, 1000, 0, 60000, "voice: lag that can be excused at the start")                   \
    X(quota_gain, 100, 0, 60000, "voice: lag that each own turn adds")                             \
    X(quota_max, 2000, 0, 60000, "voice: most lag in store")                                       \
    X(age_cap_start, 250, 0, 5000, "most age believed of a reported start of speech")              \
    X(age_cap_end, 500, 0, 5000, "most age believed of a reported end of speech")                  \
    X(bc_max, 1000, 0, 10000, "a burst this long is no listening noise any more")                  \
    X(bc_sep, 300, 0, 5000, "bursts closer than this are one")                                     \
    X(bc_budget, 2000, 0, 60000, "most listening noise within bc_window")                          \
    X(bc_window, 5000, 0, 60000, "the window of bc_budget")                                        \
    X(term, 500, 0, 10000, "an overlap up to this at the end of a turn is free")                   \
    X(yield_ms, 1500, 0, 20000, "time to stop when two talk at once")                              \
    X(hold_voice, 1000, 0, 60000, "silence that keeps the floor in voice")                         \
    X(hold_voice_vent, 2000, 0, 60000, "the same while the customer vents")                        \
    X(hold_voice_more, 3000, 0, 60000, "the same after an announced continuation")                 \
    X(cont_text, 4000, 0, 120000, "quiet window after a message")                                  \
    X(cont_text_vent, 4000, 0, 120000, "the same while the customer vents")                        \
    X(more_text, 15000, 0, 300000, "quiet window after \"more to say\"")                           \
    X(draft_text, 12000, 0, 300000, "a draft keeps the floor this long after its last key")        \
    X(compose_keepalive, 3000, 500, 60000, "how often a client says that keys move")               \
    X(compose_expire, 8000, 0, 300000, "no sign for this long: the keys rest")                     \
    X(ack_gap, 4000, 0, 60000, "one listening chip counts in this time")                           \
    X(rest_ms, 5000, 0, 60000, "sends are refused this long after a cut-in")                       \
    X(repair_ms, 8000, 0, 120000, "time to give the floor back")                                   \
    X(turn_cap, 90000, 0, 3600000, "after so long a turn stepping in is free")                     \
    X(claim_voice, 3000, 0, 60000, "a floor asked for and not used is released, voice")            \
    X(claim_text, 5000, 0, 60000, "a floor asked for and not used is released, text")              \
    X(dead_voice, 5000, 0, 600000, "silence after a turn that is noted, voice")                    \
    X(dead_text, 30000, 0, 600000, "silence after a turn that is noted, text")                     \
    X(slow_voice, 3000, 0, 600000, "an answer from here on is slow, voice")                        \
    X(considered_voice, 1500, 0, 600000, "an answer from here on is considered, voice")            \
    X(slow_text, 15000, 0, 600000, "an answer from here on is slow, text")                         \
    X(fast_text_min, 1500, 0, 60000, "a message sooner than this is too fast to have read")        \
    X(fast_text_per_word, 125, 0, 5000, "the same for each word of the message before")            \
    X(hold_default, 60000, 0, 3600000, "length of an announced hold that names none")              \
    X(hold_max, 120000, 0, 3600000, "most length of a hold that is believed")                      \
    X(hold_grace, 10000, 0, 600000, "late by this much is still in time")                          \
    X(reconn, 20000, 0, 600000, "a link away longer loses floor and place")                        \
    X(grace, 2000, 0, 60000, "nobody is charged this long after a break")                          \
    X(stall_min, 1500, 0, 60000, "a link that was dead so long excuses the act")                   \
    X(stall_uses, 3, 0, 1000, "so many acts are excused by a dead link")                           \
    X(ping, 2500, 250, 60000, "how often the round trip is measured in play")                      \
    X(stale, 6000, 500, 120000, "an unanswered ping this old: the link is shown as slow")          \
    X(dead_link, 9000, 1000, 300000, "an unanswered ping this old: the link is cut")               \
    X(base_major, 20, 0, 100, "points for cutting into speech or typing")                          \
    X(base_minor, 10, 0, 100, "points for cutting into a pause, or not yielding")                  \
    X(base_attempt, 0, 0, 100, "points for a cut-in that strict mode held back")                   \
    X(base_silence, 0, 0, 100, "points for silence; anything but 0 charges what is no act")        \
    X(vent_bonus, 5, 0, 100, "more points inside the vent")                                        \
    X(escalate, 0, 0, 1, "1: the second charge in esc_window counts 1.5, later ones 2")            \
    X(esc_window, 180000, 0, 3600000, "the window of escalate")

struct rp_floor_config {
#define RP_FLOOR_CONFIG_FIELD(name, value, least, most, text) int32_t name;
    RP_FLOOR_CONFIG_LIST(RP_FLOOR_CONFIG_FIELD)
#undef RP_FLOOR_CONFIG_FIELD
};

/* One entry of the list, for look-up and documentation. */
struct rp_floor_setting {
    const char *name, *text;
    int32_t value, least, most; /* value: the default */
};

void rp_floor_config_default(struct rp_floor_config *config);

/* Sets one value by its name, which need not end in a zero byte. RP_ERR_RANGE, RP_ERR_NOT_FOUND:
 * nothing has changed. */
enum rp_err rp_floor_config_set(struct rp_floor_config *config, const char *name, size_t length,
                                int64_t value);

/* How many settings there are, and the one at `index`: in the order of the list. */
size_t rp_floor_settings(void);
const struct rp_floor_setting *rp_floor_setting(size_t index);

/* The value of the setting at `index`. */
int32_t rp_floor_config_value(const struct rp_floor_config *config, size_t index);
