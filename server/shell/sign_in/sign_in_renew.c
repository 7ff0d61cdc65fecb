/* sign_in_renew.c: what somebody does to his own account once he has given its password again: he
 * chooses a new one, or is signed in here alone. */
#include <stdlib.h>

#include "net.h"
#include "password.h"
#include "sign_in_private.h"

struct renewing {
    struct rp_work work;
    struct rp_sign_in *sign_in;
    uint64_t post;
    struct rp_sign_in_id id;
    char address[RP_NET_ADDRESS_MAX];
    struct rp_stored_sign_in of; /* with the new hash, once it is done */
    struct rp_sign_in_ask ask;
    enum rp_sign_in_outcome outcome;
    char token[RP_SESSION_TEXT];
};

static enum rp_sign_in_outcome outcome_of(enum rp_err err)
{
    if (err == RP_ERR_NOT_FOUND)
        return RP_SIGN_IN_ENDED;
    return err == RP_OK ? RP_SIGN_IN_DONE : RP_SIGN_IN_FAILED;
}

static enum rp_sign_in_outcome note_wrong(struct renewing *renewing,
                                          const struct rp_account *account)
{
    enum rp_err err =
        rp_accounts_sign_in_failed(renewing->sign_in->accounts, account,
                                   "wrong password to change the account", rp_sign_in_now_s());
    return err == RP_OK ? RP_SIGN_IN_WRONG : RP_SIGN_IN_FAILED;
}

static enum rp_sign_in_outcome renew(struct renewing *renewing, const struct rp_account *account)
{
    char password[RP_PASSWORD_TEXT];
    uint8_t hash[RP_TOKEN_HASH_BYTES];
    bool chosen = renewing->ask.chosen[0] != 0;
    if (chosen && rp_password_hash(renewing->ask.chosen, password) != RP_OK)
        return RP_SIGN_IN_FAILED;
    rp_sign_in_make_token(renewing->token, hash);
    const struct rp_renewal renewal = {renewing->of.hash, hash, chosen ? password : NULL};
    enum rp_err err = rp_accounts_renew(renewing->sign_in->accounts, account, &renewal);
    if (err == RP_OK)
        memcpy(renewing->of.hash, hash, sizeof(hash));
    return outcome_of(err);
}

/* In the pool. */
static void judge(struct rp_work *work)
{
    struct renewing *renewing = (struct renewing *)work;
    struct rp_account account;
    enum rp_err err = rp_accounts_find(renewing->sign_in->accounts, renewing->of.firm,
                                       renewing->of.login, &account);
    if (err != RP_OK)
        renewing->outcome = outcome_of(err);
    else if (!rp_password_is(renewing->ask.password, account.password))
        renewing->outcome = note_wrong(renewing, &account);
    else
        renewing->outcome = renew(renewing, &account);
    sodium_memzero(&renewing->ask, sizeof(renewing->ask));
}

static void answer(struct renewing *renewing, enum rp_sign_in_outcome outcome)
{
    const struct rp_sign_in *sign_in = renewing->sign_in;
    const struct rp_sign_in_answer answer = {renewing->post, outcome, renewing->token,
                                             &renewing->of, renewing->address};
    if (!sign_in->closing)
        sign_in->handler.answered(sign_in->handler.context, &answer);
    sodium_memzero(renewing, sizeof(*renewing));
    free(renewing);
}

static void end_others(struct rp_sign_in *sign_in, const struct renewing *renewing)
{
    for (uint32_t i = 0; i < RP_SIGN_INS_MAX; i++)
        if (i != renewing->id.slot &&
            rp_signed_in_is_of(&sign_in->table.places[i], renewing->of.firm, renewing->of.login))
            rp_sign_in_forget(sign_in, rp_sign_ins_at(&sign_in->table, i));
}

static struct rp_brake_try try_of(const struct renewing *renewing)
{
    return (struct rp_brake_try){renewing->address, renewing->of.firm, renewing->of.login};
}

/* It is stored. Whoever has signed out meanwhile stays so. */
static enum rp_sign_in_outcome take_over(struct renewing *renewing, struct rp_signed_in *one)
{
    struct rp_sign_in *sign_in = renewing->sign_in;
    const struct rp_brake_try of = try_of(renewing);
    rp_brake_give_back(&sign_in->brake, &of, (int64_t)uv_hrtime());
    end_others(sign_in, renewing);
    if (one) {
        rp_sign_ins_renew(&sign_in->table, one, renewing->of.hash);
        return RP_SIGN_IN_DONE;
    }
    rp_sign_in_drop(sign_in, 0, &renewing->of);
    return RP_SIGN_IN_ENDED;
}

static void judged(struct rp_work *work)
{
    struct renewing *renewing = (struct renewing *)work;
    struct rp_sign_in *sign_in = renewing->sign_in;
    struct rp_signed_in *one = rp_sign_ins_get(&sign_in->table, renewing->id);
    enum rp_sign_in_outcome outcome = renewing->outcome;
    if (one)
        one->renews = false;
    if (outcome == RP_SIGN_IN_DONE && !sign_in->closing)
        outcome = take_over(renewing, one);
    sign_in->change = -1; /* the next look at the store passes nobody over */
    answer(renewing, outcome);
    rp_sign_in_job_done(sign_in);
}

static enum rp_sign_in_outcome begin(struct renewing *renewing, struct rp_signed_in *one)
{
    struct rp_sign_in *sign_in = renewing->sign_in;
    const struct rp_brake_try of = try_of(renewing);
    if (one->renews)
        return RP_SIGN_IN_BUSY;
    enum rp_sign_in_outcome may = rp_sign_in_may_try(sign_in, &of);
    if (may != RP_SIGN_IN_DONE)
        return may;
    enum rp_err err = rp_work_put(&sign_in->passwords, &renewing->work,
                                  (uint32_t)sign_in->limits->signin_waiting);
    return err == RP_OK ? RP_SIGN_IN_DONE : RP_SIGN_IN_BUSY;
}

void rp_sign_in_renew(struct rp_sign_in *sign_in, uint64_t post, const char *address,
                      struct rp_sign_in_id id, const struct rp_sign_in_ask *ask)
{
    static const struct rp_stored_sign_in nobody;
    struct rp_signed_in *one = rp_sign_ins_get(&sign_in->table, id);
    struct renewing *renewing = one ? calloc(1, sizeof(*renewing)) : NULL;
    if (renewing == NULL) {
        const struct rp_sign_in_answer no = {post, one ? RP_SIGN_IN_FAILED : RP_SIGN_IN_ENDED, "",
                                             &nobody, address};
        sign_in->handler.answered(sign_in->handler.context, &no);
        return;
    }
    *renewing = (struct renewing){.work = {.work = judge, .done = judged},
                                  .sign_in = sign_in,
                                  .post = post,
                                  .id = id,
                                  .of = one->is,
                                  .ask = *ask};
    snprintf(renewing->address, sizeof(renewing->address), "%s", address);
    enum rp_sign_in_outcome outcome = begin(renewing, one);
    if (outcome != RP_SIGN_IN_DONE) {
        answer(renewing, outcome);
        return;
    }
    one->renews = true;
    sign_in->jobs++;
}

void rp_sign_in_list(struct rp_sign_in *sign_in, const struct rp_stored_sign_in *whose,
                     void (*take)(void *context, struct rp_sign_in_id id,
                                  const struct rp_stored_sign_in *one),
                     void *context)
{
    for (uint32_t i = 0; i < RP_SIGN_INS_MAX; i++) {
        const struct rp_signed_in *one = &sign_in->table.places[i];
        if (rp_signed_in_is_of(one, whose->firm, whose->login))
            take(context, rp_sign_ins_at(&sign_in->table, i), &one->is);
    }
}
