/* sign_ins.h: who is signed in, in memory: what the store keeps, and what has been seen since.
 *
 * Times    seconds of the wall clock: a sign-in outlives the process.
 * Owner    the caller; plain data, starts as {0}. Ids, not pointers, are kept.
 * Errors   an id with generation 0: none, or no place.
 */
#pragma once

#include "store_accounts.h"

enum { RP_SIGN_INS_MAX = 1024 };

struct rp_sign_in_id {
    uint32_t slot, generation;
};

struct rp_signed_in {
    struct rp_stored_sign_in is;
    uint32_t generation; /* 0: this place is free */
    uint32_t since;      /* as many had been signed in when it got its token */
    bool renews;         /* its next token is on the way to the store */
    int64_t stored_seen_s;
    bool stands; /* found again by the latest look at the store */
};

struct rp_sign_ins {
    struct rp_signed_in places[RP_SIGN_INS_MAX];
    uint32_t count, generations;
};

struct rp_sign_in_id rp_sign_ins_add(struct rp_sign_ins *table, const struct rp_stored_sign_in *is);
struct rp_sign_in_id rp_sign_ins_find(const struct rp_sign_ins *table,
                                      const uint8_t hash[RP_TOKEN_HASH_BYTES]);
/* NULL: it has ended. */
struct rp_signed_in *rp_sign_ins_get(struct rp_sign_ins *table, struct rp_sign_in_id id);
struct rp_sign_in_id rp_sign_ins_at(const struct rp_sign_ins *table, uint32_t slot);
void rp_sign_ins_remove(struct rp_sign_ins *table, struct rp_sign_in_id id);
/* It goes on under another token. */
void rp_sign_ins_renew(struct rp_sign_ins *table, struct rp_signed_in *one,
                       const uint8_t hash[RP_TOKEN_HASH_BYTES]);
bool rp_signed_in_is_of(const struct rp_signed_in *one, const char *firm, const char *login);

/* After so long in all, or so long without a sign of life. */
bool rp_signed_in_is_over(const struct rp_signed_in *one, int64_t now_s, int64_t most_s,
                          int64_t idle_s);
