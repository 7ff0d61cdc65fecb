/* outbox.h: what is due to one connection and has not left yet.
 *
 * Messages wait as counted bodies and leave as batch frames [n, [body, body ...]], each as
 * large as RP_OUTBOX_FRAME_MAX allows, in the order in which they came.
 *
 * Owner    the caller's memory, {0} is empty; rp_outbox_clear gives everything back. An empty
 *          outbox holds no memory: most connections listen most of the time.
 * Errors   RP_ERR_TOO_LARGE when the limit is reached or memory is: the caller cuts the reader.
 */
#pragma once

#include "body.h"

enum {
    RP_OUTBOX_MAX = 256 * 1024,      /* bytes waiting for one connection */
    RP_OUTBOX_FRAME_MAX = 64 * 1024, /* bytes of one frame, its envelope included */
};

struct rp_outbox_entry;

struct rp_outbox {
    struct rp_outbox_entry *entries; /* a ring */
    uint32_t first, count, capacity;
    uint32_t bytes;
    uint32_t n; /* highest event number handed out in a frame so far */
};

/* Holds the body. n is the number of the event it tells, or 0. */
enum rp_err rp_outbox_push(struct rp_outbox *outbox, struct rp_body *body, uint32_t n);

/* Takes the next frame's messages out and writes the frame. Returns its length, 0 when empty. */
size_t rp_outbox_frame(struct rp_outbox *outbox, uint8_t frame[RP_OUTBOX_FRAME_MAX]);

static inline bool rp_outbox_is_empty(const struct rp_outbox *outbox)
{
    return outbox->count == 0;
}

/* Forgets what waits. The number stays. */
void rp_outbox_clear(struct rp_outbox *outbox);
