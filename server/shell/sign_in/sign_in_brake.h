/* sign_in_brake.h: how often somebody may try a password: by address, by account, and in all.
 *
 * A try is taken before the password is judged, so that many at once gain nothing, and given back
 * when it was right. Where somebody has signed in within the hour neither the account's limit nor
 * that on all holds: a stranger cannot keep staff out from their own network.
 *
 * Times    nanoseconds of one clock that does not go back.
 * Owner    open/close.
 * Errors   which limit was reached.
 */
#pragma once

#include "address.h"
#include "net_limits.h"

enum rp_braked {
    RP_BRAKED_NOT = 0,
    RP_BRAKED_ADDRESS,
    RP_BRAKED_ACCOUNT,
    RP_BRAKED_ALL,
    RP_BRAKED_CODES
};

struct rp_sign_in_brake {
    struct rp_addresses *addresses, *accounts;
    struct rp_rate all;
    int64_t swept_ns;
};

enum rp_err rp_brake_open(struct rp_sign_in_brake *brake);
void rp_brake_close(struct rp_sign_in_brake *brake);

/* Whose try it is. */
struct rp_brake_try {
    const char *address, *firm, *login;
};

enum rp_braked rp_brake_take(struct rp_sign_in_brake *brake, const struct rp_net_limits *limits,
                             const struct rp_brake_try *of, int64_t now_ns);
/* It was right. */
void rp_brake_give_back(struct rp_sign_in_brake *brake, const struct rp_brake_try *of,
                        int64_t now_ns);
