/* sign_in_private.h: what sign_in.c, sign_in_try.c and sign_in_renew.c share. Nobody else includes
 * it. */
#pragma once

#include <sodium.h>
#include <string.h>
#include <time.h>

#include "sign_in.h"
#include "sign_in_brake.h"
#include "work_queue.h"

struct rp_sign_in {
    uv_loop_t *loop;
    struct rp_sign_in_handler handler;
    const struct rp_net_limits *limits;
    struct rp_accounts *accounts; /* the pool's, but for the start */
    struct rp_sign_in_brake brake;
    struct rp_work_queue passwords;
    uv_timer_t clock;
    bool looking, closing, clock_closed;
    uint32_t jobs; /* on their way through the pool */
    int64_t change;
    struct rp_sign_ins table;
};

/* One job fewer is on its way; after the close the last one frees all. */
void rp_sign_in_job_done(struct rp_sign_in *sign_in);

/* Takes it out of the store; who posted, unless 0, is told. RP_ERR_IO: it is not begun. */
enum rp_err rp_sign_in_drop(struct rp_sign_in *sign_in, uint64_t post,
                            const struct rp_stored_sign_in *of);
/* It opens nothing any more, and its connections go. */
void rp_sign_in_forget(struct rp_sign_in *sign_in, struct rp_sign_in_id id);

/* Whether a password may be tried: done, or what keeps it. */
enum rp_sign_in_outcome rp_sign_in_may_try(struct rp_sign_in *sign_in,
                                           const struct rp_brake_try *of);
void rp_sign_in_make_token(char token[RP_SESSION_TEXT], uint8_t hash[RP_TOKEN_HASH_BYTES]);

static inline int64_t rp_sign_in_now_s(void)
{
    return (int64_t)time(NULL);
}

static inline void rp_sign_in_hash(const char *token, uint8_t hash[RP_TOKEN_HASH_BYTES])
{
    crypto_hash_sha256(hash, (const uint8_t *)token, strlen(token));
}
