/* invites.h: links that make staff of one workshop, in memory.
 *
 * Owner    the caller; plain data, starts as {0}.
 * Errors   NULL: none with that secret, or no place.
 */
#pragma once

#include "store_accounts.h"

enum { RP_INVITES_MAX = 256, RP_INVITES_OF_WORKSHOP = 8 };

struct rp_invite {
    struct rp_stored_invite is;
    uint32_t number; /* never used twice; 0: this place is free */
};

struct rp_invites {
    struct rp_invite places[RP_INVITES_MAX];
    uint32_t made;
};

/* Whether there is a place for one more. */
bool rp_invites_has_room(const struct rp_invites *invites, const char *workshop);
/* NULL, too, when the workshop has as many as it may. */
const struct rp_invite *rp_invites_add(struct rp_invites *invites,
                                       const struct rp_stored_invite *is);
const struct rp_invite *rp_invites_find(const struct rp_invites *invites,
                                        const uint8_t hash[RP_TOKEN_HASH_BYTES]);
const struct rp_invite *rp_invites_numbered(const struct rp_invites *invites, uint32_t number);
/* True: there were some. */
bool rp_invites_end(struct rp_invites *invites, const char *workshop);
