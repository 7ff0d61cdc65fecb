/* gate.h: slows down who guesses codes. An address may fail 5 times a minute; 60 times where
 * somebody has come in during the last hour, as a whole training room shares one address.
 *
 * Owner    the app; plain data, starts as {0}. When it is full, the oldest address is forgotten,
 *          and a brake over all of them remains.
 * Times    uv_hrtime.
 */
#pragma once

#include <stdio.h>

#include "net.h"

enum { RP_GATE_ADDRESSES = 256 };

struct rp_gate_address {
    char address[RP_NET_ADDRESS_MAX];
    int64_t used_ns, came_ns; /* 0: nobody came in from there */
    int64_t minute_ns;
    uint32_t failed; /* in that minute */
};

struct rp_gate {
    struct rp_gate_address addresses[RP_GATE_ADDRESSES];
    int64_t minute_ns;
    uint32_t failed; /* from all of them */
};

/* Whether somebody from there may try now. */
bool rp_gate_may_try(struct rp_gate *gate, const char *address, int64_t now_ns);
void rp_gate_failed(struct rp_gate *gate, const char *address, int64_t now_ns);
void rp_gate_came(struct rp_gate *gate, const char *address, int64_t now_ns);
