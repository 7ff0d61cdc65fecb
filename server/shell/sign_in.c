#include "sign_in.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "log.h"
#include "loop.h"
#include "sign_in_brake.h"
#include "work_queue.h"

enum {
    PASSWORDS_AT_ONCE = 2,
    LOOK_MS = 400,    /* at the store, for what others have changed */
    KEEP_SEEN_S = 60, /* signs of life are stored that seldom */
};

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

static int64_t now_s(void)
{
    return (int64_t)time(NULL);
}

/* ---- Closing: when the clock and every job have come back. */

static void free_when_done(struct rp_sign_in *sign_in)
{
    if (!sign_in->closing || !sign_in->clock_closed || sign_in->jobs > 0)
        return;
    rp_accounts_close(sign_in->accounts);
    rp_brake_close(&sign_in->brake);
    free(sign_in);
}

static void job_done(struct rp_sign_in *sign_in)
{
    sign_in->jobs--;
    free_when_done(sign_in);
}

static void on_clock_closed(uv_handle_t *clock)
{
    struct rp_sign_in *sign_in = clock->data;
    sign_in->clock_closed = true;
    free_when_done(sign_in);
}

void rp_sign_in_close(struct rp_sign_in *sign_in)
{
    sign_in->closing = true;
    uv_close((uv_handle_t *)&sign_in->clock, on_clock_closed);
}

/* ---- What is to be stored. */

static void run_work(void *context)
{
    struct rp_accounts_work *work = context;
    work->work(work, work->sign_in->accounts);
}

static void end_work(void *context)
{
    struct rp_accounts_work *work = context;
    struct rp_sign_in *sign_in = work->sign_in;
    work->done(work, sign_in->closing);
    job_done(sign_in);
}

enum rp_err rp_sign_in_work(struct rp_sign_in *sign_in, struct rp_accounts_work *work)
{
    work->sign_in = sign_in;
    enum rp_err err = rp_loop_work(sign_in->loop, run_work, end_work, work);
    if (err == RP_OK)
        sign_in->jobs++;
    return err;
}

/* ---- Signing in. */

struct attempt {
    struct rp_work work;
    struct rp_sign_in *sign_in;
    uint64_t post;
    char address[46];
    struct rp_sign_in_ask ask;
    enum rp_sign_in_outcome outcome;
    char token[RP_SESSION_TEXT];
    struct rp_stored_sign_in made;
};

static void hash_token(const char *token, uint8_t hash[RP_TOKEN_HASH_BYTES])
{
    crypto_hash_sha256(hash, (const uint8_t *)token, strlen(token));
}

static void make_token(char token[RP_SESSION_TEXT])
{
    uint8_t bytes[32];
    randombytes_buf(bytes, sizeof(bytes));
    sodium_bin2base64(token, RP_SESSION_TEXT, bytes, sizeof(bytes),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

static void fill(struct rp_stored_sign_in *made, const struct rp_account *account)
{
    snprintf(made->firm, sizeof(made->firm), "%s", account->firm);
    snprintf(made->login, sizeof(made->login), "%s", account->login);
    snprintf(made->name, sizeof(made->name), "%s", account->name);
    made->role = account->role;
    made->created_s = made->seen_s = now_s();
}

/* In the pool. Whoever is not there is judged by a password that nobody has. */
static void judge(struct rp_work *work)
{
    struct attempt *attempt = (struct attempt *)work;
    struct rp_account account;
    enum rp_err err = rp_accounts_find(attempt->sign_in->accounts, attempt->ask.firm,
                                       attempt->ask.login, &account);
    bool right = rp_password_is(attempt->ask.password, err == RP_OK ? account.password : NULL);
    sodium_memzero(attempt->ask.password, sizeof(attempt->ask.password));
    attempt->outcome =
        err == RP_OK || err == RP_ERR_NOT_FOUND ? RP_SIGN_IN_WRONG : RP_SIGN_IN_FAILED;
    if (!right)
        return;
    make_token(attempt->token);
    hash_token(attempt->token, attempt->made.hash);
    fill(&attempt->made, &account);
    err = rp_accounts_sign_in(attempt->sign_in->accounts, &account, attempt->made.hash,
                              attempt->made.created_s);
    if (err != RP_ERR_NOT_FOUND)
        attempt->outcome = err == RP_OK ? RP_SIGN_IN_DONE : RP_SIGN_IN_FAILED;
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
    if (attempt->outcome == RP_SIGN_IN_DONE) {
        RP_CHECK(rp_sign_ins_add(&sign_in->table, &attempt->made).generation);
        rp_brake_give_back(&sign_in->brake, &of, (int64_t)uv_hrtime());
    } else {
        name_asked(attempt);
    }
    if (!sign_in->closing)
        answer(attempt);
    sodium_memzero(attempt, sizeof(*attempt));
    free(attempt);
    job_done(sign_in);
}

static enum rp_sign_in_outcome begin(struct attempt *attempt)
{
    static const enum rp_sign_in_outcome braked[RP_BRAKED_CODES] = {
        [RP_BRAKED_ADDRESS] = RP_SIGN_IN_BRAKED_ADDRESS,
        [RP_BRAKED_ACCOUNT] = RP_SIGN_IN_BRAKED_ACCOUNT,
        [RP_BRAKED_ALL] = RP_SIGN_IN_BRAKED_ALL,
    };
    struct rp_sign_in *sign_in = attempt->sign_in;
    const struct rp_brake_try of = try_of(attempt);
    enum rp_braked brake =
        rp_brake_take(&sign_in->brake, sign_in->limits, &of, (int64_t)uv_hrtime());
    if (brake != RP_BRAKED_NOT)
        return braked[brake];
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

/* ---- Signing out, and what ends by itself. */

struct ending {
    struct rp_accounts_work work;
    uint64_t post; /* 0: nobody waits */
    uint8_t hash[RP_TOKEN_HASH_BYTES];
    enum rp_err err;
};

static void drop(struct rp_accounts_work *work, struct rp_accounts *accounts)
{
    struct ending *ending = (struct ending *)work;
    ending->err = rp_accounts_sign_out(accounts, ending->hash);
    if (ending->err == RP_ERR_NOT_FOUND)
        ending->err = RP_OK;
}

static void dropped(struct rp_accounts_work *work, bool closed)
{
    struct ending *ending = (struct ending *)work;
    const struct rp_sign_in_handler *handler = &work->sign_in->handler;
    if (ending->post && !closed)
        handler->signed_out(handler->context, ending->post, ending->err);
    free(ending);
}

/* From now on it opens nothing; the answer comes once that is stored. */
void rp_sign_in_end(struct rp_sign_in *sign_in, uint64_t post, struct rp_sign_in_id id)
{
    const struct rp_signed_in *one = rp_sign_ins_get(&sign_in->table, id);
    struct ending *ending = one ? calloc(1, sizeof(*ending)) : NULL;
    if (ending) {
        *ending = (struct ending){.work = {.work = drop, .done = dropped}, .post = post};
        memcpy(ending->hash, one->is.hash, sizeof(ending->hash));
    }
    rp_sign_ins_remove(&sign_in->table, id);
    sign_in->handler.ended(sign_in->handler.context, id);
    if (ending && rp_sign_in_work(sign_in, &ending->work) == RP_OK)
        return;
    free(ending);
    if (post)
        sign_in->handler.signed_out(sign_in->handler.context, post, one ? RP_ERR_IO : RP_OK);
}

static bool is_over(const struct rp_sign_in *sign_in, const struct rp_signed_in *one)
{
    return rp_signed_in_is_over(one, now_s(), sign_in->limits->signin_seconds,
                                sign_in->limits->signin_idle_seconds);
}

static void end_those_over(struct rp_sign_in *sign_in)
{
    for (uint32_t i = 0; i < RP_SIGN_INS_MAX; i++) {
        const struct rp_signed_in *one = &sign_in->table.places[i];
        if (one->generation && is_over(sign_in, one))
            rp_sign_in_end(sign_in, 0, rp_sign_ins_at(&sign_in->table, i));
    }
}

/* ---- Looking at the store: what others have changed, and what we have seen. */

struct look {
    struct rp_sign_in *sign_in;
    int64_t change;
    uint32_t generations; /* as many had been signed in when it began */
    enum rp_err err;
    struct rp_stored_sign_in seen[8], *found;
    uint32_t seen_n, found_n;
};

static bool keep_found(void *context, const struct rp_stored_sign_in *one)
{
    struct look *look = context;
    if (look->found == NULL)
        look->found = calloc(RP_SIGN_INS_MAX, sizeof(*look->found));
    if (look->found == NULL || look->found_n == RP_SIGN_INS_MAX)
        return false;
    look->found[look->found_n++] = *one;
    return true;
}

static void look_at_store(void *context)
{
    struct look *look = context;
    struct rp_accounts *accounts = look->sign_in->accounts;
    for (uint32_t i = 0; i < look->seen_n; i++)
        rp_accounts_seen(accounts, look->seen[i].hash, look->seen[i].seen_s);
    look->err = rp_accounts_sign_ins(accounts, &look->change, keep_found, look);
}

/* Those that the store no longer has, but for those that came after the look began. */
static void end_those_gone(struct rp_sign_in *sign_in, const struct look *look)
{
    for (uint32_t i = 0; i < RP_SIGN_INS_MAX; i++)
        sign_in->table.places[i].stands = sign_in->table.places[i].generation > look->generations;
    for (uint32_t i = 0; i < look->found_n; i++) {
        struct rp_sign_in_id id = rp_sign_ins_find(&sign_in->table, look->found[i].hash);
        struct rp_signed_in *one = rp_sign_ins_get(&sign_in->table, id);
        if (one)
            one->stands = true;
    }
    for (uint32_t i = 0; i < RP_SIGN_INS_MAX; i++) {
        const struct rp_signed_in *one = &sign_in->table.places[i];
        struct rp_sign_in_id id = rp_sign_ins_at(&sign_in->table, i);
        if (one->generation == 0 || one->stands)
            continue;
        rp_sign_ins_remove(&sign_in->table, id);
        sign_in->handler.ended(sign_in->handler.context, id);
    }
}

static void looked(void *context)
{
    struct look *look = context;
    struct rp_sign_in *sign_in = look->sign_in;
    sign_in->looking = false;
    if (look->err == RP_OK && look->change != sign_in->change && !sign_in->closing) {
        sign_in->change = look->change;
        end_those_gone(sign_in, look);
    }
    free(look->found);
    free(look);
    job_done(sign_in);
}

static void note_seen(struct rp_sign_in *sign_in, struct look *look)
{
    for (uint32_t i = 0; i < RP_SIGN_INS_MAX && look->seen_n < RP_COUNT(look->seen); i++) {
        struct rp_signed_in *one = &sign_in->table.places[i];
        if (one->generation == 0 || one->is.seen_s - one->stored_seen_s < KEEP_SEEN_S)
            continue;
        one->stored_seen_s = one->is.seen_s;
        look->seen[look->seen_n++] = one->is;
    }
}

static void on_clock(uv_timer_t *clock)
{
    struct rp_sign_in *sign_in = clock->data;
    end_those_over(sign_in);
    if (sign_in->looking)
        return;
    struct look *look = calloc(1, sizeof(*look));
    if (look == NULL)
        return;
    look->sign_in = sign_in;
    look->change = sign_in->change;
    look->generations = sign_in->table.generations;
    note_seen(sign_in, look);
    if (rp_loop_work(sign_in->loop, look_at_store, looked, look) != RP_OK) {
        free(look);
        return;
    }
    sign_in->looking = true;
    sign_in->jobs++;
}

/* ---- Opening, and who it is. */

static bool take_stored(void *context, const struct rp_stored_sign_in *one)
{
    struct rp_sign_in *sign_in = context;
    return rp_sign_ins_add(&sign_in->table, one).generation != 0;
}

enum rp_err rp_sign_in_open(struct rp_sign_in **out, uv_loop_t *loop, const char *folder,
                            const struct rp_sign_in_handler *handler)
{
    struct rp_sign_in *sign_in = calloc(1, sizeof(*sign_in));
    if (sign_in == NULL)
        return RP_ERR_IO;
    sign_in->loop = loop;
    sign_in->handler = *handler;
    sign_in->change = -1;
    rp_work_queue_init(&sign_in->passwords, loop, PASSWORDS_AT_ONCE);
    enum rp_err err = rp_brake_open(&sign_in->brake);
    if (err == RP_OK)
        err = rp_accounts_open(&sign_in->accounts, folder);
    if (err == RP_OK)
        err = rp_accounts_sign_ins(sign_in->accounts, &sign_in->change, take_stored, sign_in);
    if (err != RP_OK) {
        if (sign_in->accounts)
            rp_accounts_close(sign_in->accounts);
        rp_brake_close(&sign_in->brake);
        free(sign_in);
        return err;
    }
    uv_timer_init(loop, &sign_in->clock);
    sign_in->clock.data = sign_in;
    *out = sign_in;
    return RP_OK;
}

void rp_sign_in_start(struct rp_sign_in *sign_in, const struct rp_net_limits *limits)
{
    sign_in->limits = limits;
    uv_timer_start(&sign_in->clock, on_clock, LOOK_MS, LOOK_MS);
}

struct rp_accounts *rp_sign_in_accounts(struct rp_sign_in *sign_in)
{
    return sign_in->accounts;
}

struct rp_sign_in_id rp_sign_in_of(struct rp_sign_in *sign_in, const char *token)
{
    uint8_t hash[RP_TOKEN_HASH_BYTES];
    if (strlen(token) != RP_SESSION_TEXT - 1)
        return (struct rp_sign_in_id){0, 0};
    hash_token(token, hash);
    struct rp_sign_in_id id = rp_sign_ins_find(&sign_in->table, hash);
    const struct rp_signed_in *one = rp_sign_ins_get(&sign_in->table, id);
    return one && !is_over(sign_in, one) ? id : (struct rp_sign_in_id){0, 0};
}

const struct rp_stored_sign_in *rp_sign_in_get(struct rp_sign_in *sign_in, struct rp_sign_in_id id)
{
    const struct rp_signed_in *one = rp_sign_ins_get(&sign_in->table, id);
    return one ? &one->is : NULL;
}

void rp_sign_in_seen(struct rp_sign_in *sign_in, struct rp_sign_in_id id)
{
    struct rp_signed_in *one = rp_sign_ins_get(&sign_in->table, id);
    if (one)
        one->is.seen_s = now_s();
}

uint32_t rp_sign_in_count(const struct rp_sign_in *sign_in)
{
    return sign_in->table.count;
}
