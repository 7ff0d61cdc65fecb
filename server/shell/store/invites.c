#include "invites.h"

#include <sodium.h>
#include <string.h>

static bool is_to(const struct rp_invite *one, const char *workshop)
{
    return one->number && strcmp(one->is.workshop, workshop) == 0;
}

bool rp_invites_has_room(const struct rp_invites *invites, const char *workshop)
{
    uint32_t places = 0, count = 0;
    for (uint32_t i = 0; i < RP_INVITES_MAX; i++) {
        places += invites->places[i].number == 0;
        count += is_to(&invites->places[i], workshop);
    }
    return places > 0 && count < RP_INVITES_OF_WORKSHOP;
}

const struct rp_invite *rp_invites_add(struct rp_invites *invites,
                                       const struct rp_stored_invite *is)
{
    uint32_t slot = 0;
    if (!rp_invites_has_room(invites, is->workshop))
        return NULL;
    while (invites->places[slot].number)
        slot++;
    invites->places[slot] = (struct rp_invite){*is, ++invites->made};
    return &invites->places[slot];
}

const struct rp_invite *rp_invites_find(const struct rp_invites *invites,
                                        const uint8_t hash[RP_TOKEN_HASH_BYTES])
{
    for (uint32_t i = 0; i < RP_INVITES_MAX; i++)
        if (invites->places[i].number &&
            sodium_memcmp(invites->places[i].is.hash, hash, RP_TOKEN_HASH_BYTES) == 0)
            return &invites->places[i];
    return NULL;
}

const struct rp_invite *rp_invites_numbered(const struct rp_invites *invites, uint32_t number)
{
    for (uint32_t i = 0; number && i < RP_INVITES_MAX; i++)
        if (invites->places[i].number == number)
            return &invites->places[i];
    return NULL;
}

bool rp_invites_end(struct rp_invites *invites, const char *workshop)
{
    bool any = false;
    for (uint32_t i = 0; i < RP_INVITES_MAX; i++) {
        if (!is_to(&invites->places[i], workshop))
            continue;
        invites->places[i] = (struct rp_invite){0};
        any = true;
    }
    return any;
}
