/* body.h: one encoded message, shared by every connection that is to receive it.
 *
 * A broadcast is encoded once; each outbox holds a reference.
 *
 * Owner    counted: rp_body_open gives the caller one reference, hold adds one, release gives one
 *          back, and the last one frees. One thread only, the loop's.
 * Errors   NULL from rp_body_open: no memory, or longer than RP_BODY_MAX.
 */
#pragma once

#include "rp_types.h"

/* One body always fits in one batch frame. */
enum { RP_BODY_MAX = 60 * 1024 };

struct rp_body {
    uint32_t holders;
    uint32_t length;
    uint8_t bytes[];
};

/* Copies one whole MessagePack document. */
struct rp_body *rp_body_open(const uint8_t *bytes, size_t length);
struct rp_body *rp_body_hold(struct rp_body *body);
void rp_body_release(struct rp_body *body);
