#include "sign_ins.h"

#include <string.h>

static const struct rp_sign_in_id none;

struct rp_sign_in_id rp_sign_ins_at(const struct rp_sign_ins *table, uint32_t slot)
{
    return (struct rp_sign_in_id){slot, table->places[slot].generation};
}

struct rp_sign_in_id rp_sign_ins_find(const struct rp_sign_ins *table,
                                      const uint8_t hash[RP_TOKEN_HASH_BYTES])
{
    for (uint32_t i = 0; i < RP_SIGN_INS_MAX; i++)
        if (table->places[i].generation &&
            memcmp(table->places[i].is.hash, hash, RP_TOKEN_HASH_BYTES) == 0)
            return rp_sign_ins_at(table, i);
    return none;
}

struct rp_sign_in_id rp_sign_ins_add(struct rp_sign_ins *table, const struct rp_stored_sign_in *is)
{
    uint32_t slot = 0;
    while (slot < RP_SIGN_INS_MAX && table->places[slot].generation)
        slot++;
    if (slot == RP_SIGN_INS_MAX)
        return none;
    uint32_t generation = ++table->generations;
    table->places[slot] = (struct rp_signed_in){.is = *is,
                                                .generation = generation,
                                                .since = generation,
                                                .stored_seen_s = is->seen_s,
                                                .stands = true};
    table->count++;
    return rp_sign_ins_at(table, slot);
}

struct rp_signed_in *rp_sign_ins_get(struct rp_sign_ins *table, struct rp_sign_in_id id)
{
    if (id.generation == 0 || id.slot >= RP_SIGN_INS_MAX ||
        table->places[id.slot].generation != id.generation)
        return NULL;
    return &table->places[id.slot];
}

void rp_sign_ins_remove(struct rp_sign_ins *table, struct rp_sign_in_id id)
{
    struct rp_signed_in *one = rp_sign_ins_get(table, id);
    if (one == NULL)
        return;
    *one = (struct rp_signed_in){0};
    table->count--;
}

void rp_sign_ins_renew(struct rp_sign_ins *table, struct rp_signed_in *one,
                       const uint8_t hash[RP_TOKEN_HASH_BYTES])
{
    memcpy(one->is.hash, hash, RP_TOKEN_HASH_BYTES);
    one->since = ++table->generations;
    one->renews = false;
}

bool rp_signed_in_is_of(const struct rp_signed_in *one, const char *firm, const char *login)
{
    return one->generation && strcmp(one->is.firm, firm) == 0 && strcmp(one->is.login, login) == 0;
}

bool rp_signed_in_is_over(const struct rp_signed_in *one, int64_t now_s, int64_t most_s,
                          int64_t idle_s)
{
    return now_s - one->is.created_s >= most_s || now_s - one->is.seen_s >= idle_s;
}
