/* The names that logs, files and exports use: in the order of the definitions. */
#include "rp_floor.h"

#define NAME_OF(names, value)                                                                      \
    do {                                                                                           \
        RP_CHECK((size_t)(value) < RP_COUNT(names));                                               \
        return (names)[value];                                                                     \
    } while (0)

const char *rp_floor_verdict_name(enum rp_floor_verdict verdict)
{
    static const char *const names[] = {
        "interruption", "no_yield",         "backchannel",     "backchannel_excess", "collision",
        "smooth",       "overlap_terminal", "short_turn",      "customer_overlap",   "held_early",
        "attempt",      "resting",          "step_in",         "boundary",           "grace",
        "void_link",    "void_pause",       "void_instructor", "dead_air",           "hold_overrun",
        "unresolved",
    };
    _Static_assert(RP_COUNT(names) == RP_FLOOR_VERDICTS, "a verdict has no name");
    NAME_OF(names, verdict);
}

const char *rp_floor_rule_name(enum rp_floor_rule rule)
{
    static const char *const names[] = {
        "none",
        "while_composing",
        "announced_pause",
        "vent_pause",
        "simultaneous",
        "latency",
        "resumed",
        "talked_over",
        "overlap",
        "barrage",
        "yield_deadline",
        "window_ran_out",
        "terminal_overlap",
        "customer_first",
        "listening_noise",
        "chip",
        "ack_gap",
        "rest",
        "limit",
        "turn_cap",
        "grace",
        "stall",
        "rtt_unfit",
        "rtt_unknown",
        "strict",
        "suspended",
        "instructor",
        "no_sign_of_life",
        "hold_promise",
        "session_end",
        "short",
    };
    _Static_assert(RP_COUNT(names) == RP_FLOOR_RULES, "a rule has no name");
    NAME_OF(names, rule);
}

const char *rp_floor_band_name(enum rp_floor_band band)
{
    static const char *const names[] = {"none", "overlap",  "prompt",  "considered",
                                        "slow", "dead_air", "too_fast"};
    _Static_assert(RP_COUNT(names) == RP_FLOOR_BANDS, "a band has no name");
    NAME_OF(names, band);
}

const char *rp_floor_holder_name(enum rp_floor_holder holder)
{
    static const char *const names[] = {"none",       "trainee", "customer",
                                        "instructor", "hold",    "suspended"};
    _Static_assert(RP_COUNT(names) == RP_FLOOR_HOLDERS, "a holder has no name");
    NAME_OF(names, holder);
}

const char *rp_floor_party_name(enum rp_party party)
{
    static const char *const names[] = {"trainee", "customer", "instructor", "none"};
    _Static_assert(RP_COUNT(names) == RP_PARTY_NONE + 1, "a party has no name");
    NAME_OF(names, party);
}

const char *rp_floor_event_name(enum rp_floor_event_type type)
{
    static const char *const names[] = {
        "compose_start", "compose_keepalive", "compose_stop", "send",  "discard",    "speech_start",
        "speech_end",    "floor_request",     "floor_cancel", "yield", "hold_start", "hold_end",
        "give_back",     "barge_in_start",    "barge_in_end", "pause", "resume",     "waive",
        "tag_abusive",   "disconnect",        "reconnect",    "vent",
    };
    _Static_assert(RP_COUNT(names) == RP_FLOOR_EVENTS, "an event has no name");
    NAME_OF(names, type);
}
