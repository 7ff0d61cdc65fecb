/* What staff do with the workshop as a whole, and with one of its people. */
#include "rp_lobby_parts.h"

static void remove_person(struct rp_lobby *lobby, uint16_t person, bool block)
{
    rp_lobby_leave_seat(lobby, person);
    lobby->people[person].here = false;
    lobby->people[person].removed = true;
    lobby->people[person].blocked |= block;
    lobby->people[person].help_since_ms = RP_NEVER;
}

static int64_t later(const struct rp_lobby *lobby, int64_t since_ms, int64_t gap_ms)
{
    return since_ms == RP_NEVER ? RP_NEVER : rp_min(lobby->now_ms, since_ms + gap_ms);
}

/* The clock stood still, and so did the wait for whoever is lost. */
static void resume(struct rp_lobby *lobby)
{
    int64_t gap_ms = lobby->now_ms - lobby->paused_since_ms;
    lobby->paused = false;
    if (lobby->phase_ends_ms != RP_NEVER)
        lobby->phase_ends_ms += gap_ms;
    for (uint16_t i = 0; i < lobby->people_n; i++) {
        struct rp_lobby_person *who = &lobby->people[i];
        who->away_since_ms = later(lobby, who->away_since_ms, gap_ms);
        who->alone_since_ms = later(lobby, who->alone_since_ms, gap_ms);
        who->asked_since_ms = later(lobby, who->asked_since_ms, gap_ms);
    }
}

static enum rp_err start(struct rp_lobby *lobby)
{
    bool waits = lobby->phase == RP_GATHERING_OPEN || lobby->phase == RP_GATHERING_SWITCH;
    if (!waits || lobby->paused || rp_lobby_count(lobby) == 0)
        return RP_ERR_DENIED;
    rp_lobby_begin_session(lobby);
    return RP_OK;
}

static enum rp_err set_paused(struct rp_lobby *lobby, bool paused)
{
    if (lobby->phase == RP_GATHERING_OVER || lobby->paused == paused)
        return RP_ERR_DENIED;
    if (!paused)
        resume(lobby);
    lobby->paused = paused;
    lobby->paused_since_ms = lobby->now_ms;
    return RP_OK;
}

static enum rp_err extend(struct rp_lobby *lobby)
{
    if (lobby->phase_ends_ms == RP_NEVER)
        return RP_ERR_DENIED;
    lobby->phase_ends_ms += RP_LOBBY_EXTEND_MS;
    lobby->extended = (uint16_t)(lobby->extended + (lobby->phase == RP_GATHERING_READ ||
                                                    lobby->phase == RP_GATHERING_PLAY));
    return RP_OK;
}

/* One more minute for one room; the others wait for it up to the buffer. */
static enum rp_err extend_room(struct rp_lobby *lobby, uint16_t group)
{
    if (!rp_lobby_seats_open(lobby) || group >= lobby->groups_n ||
        lobby->groups[group].seats[RP_SEAT_TRAINEE] == RP_NOBODY ||
        lobby->extras[group] == UINT8_MAX)
        return RP_ERR_DENIED;
    lobby->extras[group]++;
    return RP_OK;
}

static enum rp_err steer_two(struct rp_lobby *lobby, enum rp_steer what, uint16_t a, uint16_t b,
                             bool on)
{
    if (b >= lobby->people_n || a == b || lobby->people[b].removed)
        return RP_ERR_NOT_FOUND;
    if (what == RP_STEER_SWAP)
        return rp_lobby_swap(lobby, a, b);
    if (what == RP_STEER_APART)
        rp_pairing_apart(&lobby->ledger, a, b, on);
    else
        rp_pairing_lock(&lobby->ledger, a, b, on);
    return RP_OK;
}

static enum rp_err steer_person(struct rp_lobby *lobby,
                                const struct rp_event_workshop_steered *input)
{
    uint16_t person = (uint16_t)input->person, other = (uint16_t)input->other;
    if (person >= lobby->people_n || lobby->people[person].removed)
        return RP_ERR_NOT_FOUND;
    switch (input->what) {
    case RP_STEER_REMOVE:
    case RP_STEER_BLOCK:
        remove_person(lobby, person, input->what == RP_STEER_BLOCK);
        return RP_OK;
    case RP_STEER_BOT:
        return rp_lobby_call_bot(lobby, person);
    case RP_STEER_MOVE:
        return other == 0 ? RP_ERR_NOT_FOUND : rp_lobby_move(lobby, person, (uint16_t)(other - 1));
    default:
        return steer_two(lobby, input->what, person, other, input->on);
    }
}

enum rp_err rp_lobby_steered(struct rp_lobby *lobby, const struct rp_event_workshop_steered *input)
{
    switch (input->what) {
    case RP_STEER_START:
        return start(lobby);
    case RP_STEER_EXTEND:
        return extend(lobby);
    case RP_STEER_EXTEND_ROOM:
        return extend_room(lobby, (uint16_t)(input->person - 1));
    case RP_STEER_PAUSE:
    case RP_STEER_RESUME:
        return set_paused(lobby, input->what == RP_STEER_PAUSE);
    case RP_STEER_END:
        lobby->paused = false;
        rp_lobby_enter(lobby, RP_GATHERING_OVER, RP_NEVER);
        return RP_OK;
    case RP_STEER_SHUT:
        lobby->shut = input->on;
        return RP_OK;
    case RP_STEER_BELL:
        lobby->bells++;
        return RP_OK;
    default:
        return steer_person(lobby, input);
    }
}
