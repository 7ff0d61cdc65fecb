/* lobby_play.h: one lobby, and what people and staff do to it. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rp_lobby.h"

enum { S = 1000, MINUTE = 60 * S };

static struct rp_lobby lobby;

static inline void open_lobby(enum rp_pairing pairing, uint8_t sessions)
{
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_OPENED};
    event.as.workshop_opened = (struct rp_event_workshop_opened){
        .pairing = pairing,
        .sessions = sessions,
        .seed = 7,
        .read_ms = MINUTE,
        .play_ms = 8 * MINUTE,
        .wrap_ms = 20 * S,
        .debrief_ms = 4 * MINUTE,
        .switch_ms = 30 * S,
    };
    rp_lobby_init(&lobby);
    assert_int_equal(rp_lobby_step(&lobby, 0, &event), RP_OK);
}

static inline enum rp_err come(int64_t at_ms)
{
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_CAME};
    event.as.workshop_came.person = lobby.people_n;
    return rp_lobby_step(&lobby, at_ms, &event);
}

static inline void come_all(uint16_t n)
{
    for (uint16_t i = 0; i < n; i++)
        assert_int_equal(come(lobby.now_ms), RP_OK);
}

static inline enum rp_err link_of(int64_t at_ms, uint16_t person, bool up)
{
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_LINK};
    event.as.workshop_link.person = person;
    event.as.workshop_link.up = up;
    return rp_lobby_step(&lobby, at_ms, &event);
}

static inline enum rp_err steer(int64_t at_ms, enum rp_steer what, uint16_t person)
{
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_STEERED};
    event.as.workshop_steered.what = what;
    event.as.workshop_steered.person = person;
    event.as.workshop_steered.on = true;
    return rp_lobby_step(&lobby, at_ms, &event);
}

static inline bool sits(uint16_t person, enum rp_seat seat)
{
    uint16_t group;
    enum rp_seat found;
    return rp_lobby_seat_of(&lobby, person, &group, &found) && found == seat;
}

static inline enum rp_err choose(int64_t at_ms, uint16_t person, enum rp_choice what)
{
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_CHOSE};
    event.as.workshop_chose.person = person;
    event.as.workshop_chose.what = what;
    return rp_lobby_step(&lobby, at_ms, &event);
}

static inline enum rp_err steer_two(int64_t at_ms, enum rp_steer what, uint16_t person,
                                    uint16_t other)
{
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_STEERED};
    event.as.workshop_steered.what = what;
    event.as.workshop_steered.person = person;
    event.as.workshop_steered.other = other;
    event.as.workshop_steered.on = true;
    return rp_lobby_step(&lobby, at_ms, &event);
}
