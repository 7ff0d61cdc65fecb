/* listening.h: whether this process listens where it was told to, and not more widely.
 *
 * libwebsockets looks an address up among those of the machine. Where it may not ask for them, as
 * in a sandbox without AF_NETLINK, it listens on all of them, with no more than a warning.
 *
 * Owner    nothing is kept.
 * Errors   false: nobody listens on that port, or at another address.
 */
#pragma once

#include "rp_types.h"

/* address: numeric, IPv4 or IPv6. */
bool rp_listens_at(const char *address, uint16_t port);
