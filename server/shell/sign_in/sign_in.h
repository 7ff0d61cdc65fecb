/* sign_in.h: staff sign in and out: whose password is right, who is signed in, and until when.
 *
 * Passwords are judged in the thread pool, two at a time, and a wrong login takes as long as a
 * wrong password. What `hearout user` changes is seen within half a second, by one number of the
 * database that only such changes move: the log of a busy room does not.
 *
 * Times    seconds of the wall clock for sign-ins; nanoseconds for the brake.
 * Owner    open/close; the loop's thread alone. Nothing is told after the close.
 * Errors   by the outcome of each ask.
 * Source   docs/security.md, "Staff sign in"
 */
#pragma once

#include "net_limits.h"
#include "sign_in_body.h"
#include "sign_ins.h"

enum rp_sign_in_outcome {
    RP_SIGN_IN_DONE = 0,
    RP_SIGN_IN_WRONG,
    RP_SIGN_IN_BRAKED_ADDRESS,
    RP_SIGN_IN_BRAKED_ACCOUNT,
    RP_SIGN_IN_BRAKED_ALL,
    RP_SIGN_IN_BUSY,    /* too many wait, or too many are signed in */
    RP_SIGN_IN_FAILED,  /* the store or memory */
    RP_SIGN_IN_ENDED,   /* whoever changes his account is no longer signed in */
    RP_SIGN_IN_CHOOSE,  /* right, but made for him: he is to choose another */
    RP_SIGN_IN_EXPIRED, /* and it has waited for too long */
    RP_SIGN_IN_OUTCOMES
};

enum { RP_SESSION_TEXT = 44 }; /* 256 random bits in base64, and a zero byte */

struct rp_sign_in_answer {
    uint64_t post;
    enum rp_sign_in_outcome outcome;
    const char *token;                     /* done: for the cookie */
    const struct rp_stored_sign_in *whose; /* done: who it is; else what was asked */
    const char *address;
};

struct rp_sign_in_handler {
    void *context;
    void (*answered)(void *context, const struct rp_sign_in_answer *answer);
    void (*signed_out)(void *context, uint64_t post, enum rp_err err);
    /* Every connection of it is to go. */
    void (*ended)(void *context, struct rp_sign_in_id id);
};

struct rp_sign_in;

enum rp_err rp_sign_in_open(struct rp_sign_in **sign_in, uv_loop_t *loop, const char *folder,
                            const struct rp_sign_in_handler *handler);
/* Freed by the loop's next turns. */
void rp_sign_in_close(struct rp_sign_in *sign_in);

/* Begins, before the first ask. The limits may change where they are. */
void rp_sign_in_start(struct rp_sign_in *sign_in, const struct rp_net_limits *limits);

/* Anything else that is to be stored with the accounts, in the pool. The first member of whatever
 * it works on; `closed`: nobody is there any more to be told. */
struct rp_accounts_work {
    struct rp_sign_in *sign_in;
    void (*work)(struct rp_accounts_work *work, struct rp_accounts *accounts);
    void (*done)(struct rp_accounts_work *work, bool closed);
};
/* RP_ERR_IO: it is not begun. */
enum rp_err rp_sign_in_work(struct rp_sign_in *sign_in, struct rp_accounts_work *work);

/* For the start alone: it waits for the disk. */
struct rp_accounts *rp_sign_in_accounts(struct rp_sign_in *sign_in);

/* Each is answered once, now or later. */
void rp_sign_in_try(struct rp_sign_in *sign_in, uint64_t post, const char *address,
                    const struct rp_sign_in_ask *ask);
void rp_sign_in_end(struct rp_sign_in *sign_in, uint64_t post, struct rp_sign_in_id id);

/* Somebody who is signed in gives his password once more: he gets another token, every other
 * sign-in of his account ends, and a password that he has chosen is his from now on. */
void rp_sign_in_renew(struct rp_sign_in *sign_in, uint64_t post, const char *address,
                      struct rp_sign_in_id id, const struct rp_sign_in_ask *ask);

/* Every sign-in of the same account, in no order. */
void rp_sign_in_list(struct rp_sign_in *sign_in, const struct rp_stored_sign_in *whose,
                     void (*take)(void *context, struct rp_sign_in_id id,
                                  const struct rp_stored_sign_in *one),
                     void *context);

/* Whose cookie it is; generation 0: nobody's. */
struct rp_sign_in_id rp_sign_in_of(struct rp_sign_in *sign_in, const char *token);
/* NULL: it has ended. */
const struct rp_stored_sign_in *rp_sign_in_get(struct rp_sign_in *sign_in, struct rp_sign_in_id id);
/* A sign of life. */
void rp_sign_in_seen(struct rp_sign_in *sign_in, struct rp_sign_in_id id);

uint32_t rp_sign_in_count(const struct rp_sign_in *sign_in);
