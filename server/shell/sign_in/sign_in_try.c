/* sign_in_try.c: one attempt: braked or queued, judged in the pool, and answered. */
#include <stdlib.h>

#include "net.h"
#include "password.h"
#include "sign_in_private.h"

struct attempt {
    struct rp_work work;
    struct rp_sign_in *sign_in;
    uint64_t post;
    char address[RP_NET_ADDRESS_MAX];
    struct rp_sign_in_ask ask;
    enum rp_sign_in_outcome outcome;
    char token[RP_SESSION_TEXT];
    struct rp_stored_sign_in made;
};

void rp_sign_in_make_token(char token[RP_SESSION_TEXT], uint8_t hash[RP_TOKEN_HASH_BYTES])
{
    uint8_t bytes[32];
    randombytes_buf(bytes, sizeof(bytes));
    sodium_bin2base64(token, RP_SESSION_TEXT, bytes, sizeof(bytes),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    rp_sign_in_hash(token, hash);
}

static void fill(struct rp_stored_sign_in *made, const struct rp_account *account)
{
    snprintf(made->firm, sizeof(made->firm), "%s", account->firm);
    snprintf(made->login, sizeof(made->login), "%s", account->login);
    snprintf(made->name, sizeof(made->name), "%s", account->name);
    made->role = account->role;
    made->created_s = made->seen_s = rp_sign_in_now_s();
}

/* What cannot be noted is not allowed either. */
static enum rp_sign_in_outcome fail(const struct attempt *attempt, const struct rp_account *account,
                                    const char *how, enum rp_sign_in_outcome outcome)
{
    enum rp_err err =
        rp_accounts_sign_in_failed(attempt->sign_in->accounts, account, how, rp_sign_in_now_s());
    return err == RP_OK ? outcome : RP_SIGN_IN_FAILED;
}

/* The password is right. `chosen`: the hash of the one that takes its place, or NULL. */
static enum rp_sign_in_outcome let_in(struct attempt *attempt, const struct rp_account *account,
                                      const char *chosen)
{
    rp_sign_in_make_token(attempt->token, attempt->made.hash);
    fill(&attempt->made, account);
    enum rp_err err = rp_accounts_sign_in(attempt->sign_in->accounts, account, chosen,
                                          attempt->made.hash, attempt->made.created_s);
    if (err == RP_ERR_NOT_FOUND)
        return RP_SIGN_IN_WRONG;
    return err == RP_OK ? RP_SIGN_IN_DONE : RP_SIGN_IN_FAILED;
}

/* It is right, but somebody else knows it, too. */
static enum rp_sign_in_outcome let_in_by_made(struct attempt *attempt,
                                              const struct rp_account *account)
{
    char chosen[RP_PASSWORD_TEXT];
    if (rp_sign_in_now_s() >= account->made_until_s)
        return fail(attempt, account, "made password too old", RP_SIGN_IN_EXPIRED);
    if (attempt->ask.chosen[0] == 0)
        return RP_SIGN_IN_CHOOSE;
    if (rp_password_hash(attempt->ask.chosen, chosen) != RP_OK)
        return RP_SIGN_IN_FAILED;
    return let_in(attempt, account, chosen);
}

/* In the pool. Whoever is not there is judged by a password that nobody has. */
static void judge(struct rp_work *work)
{
    struct attempt *attempt = (struct attempt *)work;
    struct rp_account account;
    enum rp_err err = rp_accounts_find(attempt->sign_in->accounts, attempt->ask.firm,
                                       attempt->ask.login, &account);
    bool there = err == RP_OK;
    bool right = rp_password_is(attempt->ask.password, there ? account.password : NULL);
    if (!there && err != RP_ERR_NOT_FOUND)
        attempt->outcome = RP_SIGN_IN_FAILED;
    else if (!right)
        attempt->outcome =
            fail(attempt, there ? &account : NULL, "wrong password", RP_SIGN_IN_WRONG);
    else if (account.made_until_s)
        attempt->outcome = let_in_by_made(attempt, &account);
    else
        attempt->outcome = let_in(attempt, &account, NULL);
    sodium_memzero(attempt->ask.password, sizeof(attempt->ask.password));
    sodium_memzero(attempt->ask.chosen, sizeof(attempt->ask.chosen));
}

static void answer(const struct attempt *attempt)
{
    const struct rp_sign_in *sign_in = attempt->sign_in;
    const struct rp_sign_in_answer answer = {attempt->post, attempt->outcome, attempt->token,
                                             &attempt->made, attempt->address};
    sign_in->handler.answered(sign_in->handler.context, &answer);
}

static struct rp_brake_try try_of(const struct attempt *attempt)
{
    return (struct rp_brake_try){attempt->address, attempt->ask.firm, attempt->ask.login};
}

/* What was asked, for the answer of one who is not signed in. */
static void name_asked(struct attempt *attempt)
{
    snprintf(attempt->made.firm, sizeof(attempt->made.firm), "%s", attempt->ask.firm);
    snprintf(attempt->made.login, sizeof(attempt->made.login), "%s", attempt->ask.login);
}

static void judged(struct rp_work *work)
{
    struct attempt *attempt = (struct attempt *)work;
    struct rp_sign_in *sign_in = attempt->sign_in;
    const struct rp_brake_try of = try_of(attempt);
    if (attempt->outcome == RP_SIGN_IN_DONE || attempt->outcome == RP_SIGN_IN_CHOOSE)
        rp_brake_give_back(&sign_in->brake, &of, (int64_t)uv_hrtime());
    if (attempt->outcome == RP_SIGN_IN_DONE)
        RP_CHECK(rp_sign_ins_add(&sign_in->table, &attempt->made).generation);
    else
        name_asked(attempt);
    if (!sign_in->closing)
        answer(attempt);
    sodium_memzero(attempt, sizeof(*attempt));
    free(attempt);
    rp_sign_in_job_done(sign_in);
}

enum rp_sign_in_outcome rp_sign_in_may_try(struct rp_sign_in *sign_in,
                                           const struct rp_brake_try *of)
{
    static const enum rp_sign_in_outcome braked[RP_BRAKED_CODES] = {
        [RP_BRAKED_NOT] = RP_SIGN_IN_DONE,
        [RP_BRAKED_ADDRESS] = RP_SIGN_IN_BRAKED_ADDRESS,
        [RP_BRAKED_ACCOUNT] = RP_SIGN_IN_BRAKED_ACCOUNT,
        [RP_BRAKED_ALL] = RP_SIGN_IN_BRAKED_ALL,
    };
    return braked[rp_brake_take(&sign_in->brake, sign_in->limits, of, (int64_t)uv_hrtime())];
}

static enum rp_sign_in_outcome begin(struct attempt *attempt)
{
    struct rp_sign_in *sign_in = attempt->sign_in;
    const struct rp_brake_try of = try_of(attempt);
    enum rp_sign_in_outcome may = rp_sign_in_may_try(sign_in, &of);
    if (may != RP_SIGN_IN_DONE)
        return may;
    if (sign_in->table.count + sign_in->passwords.running + sign_in->passwords.waiting >=
        RP_SIGN_INS_MAX)
        return RP_SIGN_IN_BUSY;
    enum rp_err err =
        rp_work_put(&sign_in->passwords, &attempt->work, (uint32_t)sign_in->limits->signin_waiting);
    return err == RP_OK ? RP_SIGN_IN_DONE : RP_SIGN_IN_BUSY;
}

void rp_sign_in_try(struct rp_sign_in *sign_in, uint64_t post, const char *address,
                    const struct rp_sign_in_ask *ask)
{
    static const struct rp_stored_sign_in nobody;
    struct attempt *attempt = calloc(1, sizeof(*attempt));
    if (attempt == NULL) {
        const struct rp_sign_in_answer no = {post, RP_SIGN_IN_FAILED, "", &nobody, address};
        sign_in->handler.answered(sign_in->handler.context, &no);
        return;
    }
    attempt->work.work = judge;
    attempt->work.done = judged;
    attempt->sign_in = sign_in;
    attempt->post = post;
    attempt->ask = *ask;
    snprintf(attempt->address, sizeof(attempt->address), "%s", address);
    attempt->outcome = begin(attempt);
    if (attempt->outcome == RP_SIGN_IN_DONE) {
        sign_in->jobs++;
        return;
    }
    name_asked(attempt);
    answer(attempt);
    sodium_memzero(attempt, sizeof(*attempt));
    free(attempt);
}
