/* Staff pair people anew. In a running session the rooms whose trainee or customer changes begin
 * once more; between two sessions of a block its groups change, and nothing begins anew. */
#include "rp_lobby_parts.h"

struct place {
    uint16_t group; /* RP_NOBODY: none */
    enum rp_seat seat;
};

static struct place place_of(const struct rp_lobby *lobby, uint16_t person)
{
    for (uint16_t g = 0; g < lobby->groups_n; g++)
        for (int i = 0; i < 3; i++)
            if (lobby->groups[g].seats[i] == person)
                return (struct place){g, (enum rp_seat)i};
    return (struct place){RP_NOBODY, RP_SEAT_TRAINEE};
}

static void set(struct rp_lobby *lobby, struct place place, uint16_t person)
{
    if (place.group != RP_NOBODY)
        lobby->groups[place.group].seats[place.seat] = person;
}

/* Whether groups that were formed are of use still. */
static bool groups_stand(const struct rp_lobby *lobby)
{
    static const uint8_t sessions[] = {1, 2, 3};
    return rp_lobby_seats_open(lobby) || (lobby->phase == RP_GATHERING_SWITCH &&
                                          lobby->in_block + 1 < sessions[lobby->setup.pairing]);
}

static bool is_alone(const struct rp_lobby *lobby, struct place place)
{
    return place.group != RP_NOBODY && rp_group_size(lobby->groups[place.group]) == 1;
}

static bool may_begin_anew(const struct rp_lobby *lobby, struct place place)
{
    return place.group == RP_NOBODY || lobby->takes[place.group] < UINT8_MAX;
}

/* A room goes on as it is when only who watches it changes. */
static void begin_anew(struct rp_lobby *lobby, struct place changed)
{
    if (changed.group == RP_NOBODY || changed.seat == RP_SEAT_OBSERVER ||
        !rp_lobby_seats_open(lobby))
        return;
    lobby->takes[changed.group]++;
    lobby->extras[changed.group] = 0;
    rp_pairing_meet(&lobby->ledger, lobby->groups[changed.group]);
}

/* Two who each have the bot would only begin once more. */
enum rp_err rp_lobby_swap(struct rp_lobby *lobby, uint16_t a, uint16_t b)
{
    struct place of_a = place_of(lobby, a), of_b = place_of(lobby, b);
    bool nowhere = of_a.group == RP_NOBODY && of_b.group == RP_NOBODY;
    bool both_alone = is_alone(lobby, of_a) && is_alone(lobby, of_b);
    if (!groups_stand(lobby) || nowhere || both_alone || !may_begin_anew(lobby, of_a) ||
        !may_begin_anew(lobby, of_b))
        return RP_ERR_DENIED;
    set(lobby, of_a, b);
    set(lobby, of_b, a);
    begin_anew(lobby, of_a);
    if (of_b.group != of_a.group || of_a.seat == RP_SEAT_OBSERVER)
        begin_anew(lobby, of_b);
    rp_lobby_place(lobby, of_a.group == RP_NOBODY ? b : a);
    return RP_OK;
}

/* Into the first seat of the group that is free: the customer's, which the bot has, or the
 * observer's. */
enum rp_err rp_lobby_move(struct rp_lobby *lobby, uint16_t person, uint16_t group)
{
    struct place from = place_of(lobby, person), to = {group, RP_SEAT_CUSTOMER};
    if (!rp_lobby_seats_open(lobby) || group >= lobby->groups_n || from.group == group)
        return RP_ERR_DENIED;
    const struct rp_group *seats = &lobby->groups[group];
    if (seats->seats[RP_SEAT_CUSTOMER] != RP_NOBODY)
        to.seat = RP_SEAT_OBSERVER;
    if (seats->seats[RP_SEAT_TRAINEE] == RP_NOBODY || seats->seats[to.seat] != RP_NOBODY ||
        !may_begin_anew(lobby, to))
        return RP_ERR_DENIED;
    set(lobby, from, RP_NOBODY);
    set(lobby, to, person);
    begin_anew(lobby, to);
    if (from.group != RP_NOBODY && from.seat == RP_SEAT_TRAINEE)
        rp_lobby_end_group(lobby, from.group);
    return RP_OK;
}

/* The bot has the customer's part in this person's room; whoever had it is asked. */
enum rp_err rp_lobby_call_bot(struct rp_lobby *lobby, uint16_t person)
{
    struct place place = {place_of(lobby, person).group, RP_SEAT_CUSTOMER};
    if (!rp_lobby_seats_open(lobby) || place.group == RP_NOBODY)
        return RP_ERR_DENIED;
    uint16_t customer = lobby->groups[place.group].seats[RP_SEAT_CUSTOMER];
    if (customer == RP_NOBODY)
        return RP_ERR_DENIED;
    set(lobby, place, RP_NOBODY);
    lobby->people[customer].alone_since_ms = lobby->now_ms;
    lobby->people[customer].asked = RP_ASKED_ALONE;
    lobby->people[customer].asked_since_ms = lobby->now_ms;
    return RP_OK;
}
