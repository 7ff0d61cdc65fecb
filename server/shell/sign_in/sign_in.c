#include <stdlib.h>

#include "loop.h"
#include "sign_in_private.h"

enum {
    PASSWORDS_AT_ONCE = 2,
    LOOK_MS = 400,    /* at the store, for what others have changed */
    KEEP_SEEN_S = 60, /* signs of life are stored that seldom */
};

/* ---- Closing: when the clock and every job have come back. */

static void free_when_done(struct rp_sign_in *sign_in)
{
    if (!sign_in->closing || !sign_in->clock_closed || sign_in->jobs > 0)
        return;
    rp_accounts_close(sign_in->accounts);
    rp_brake_close(&sign_in->brake);
    free(sign_in);
}

void rp_sign_in_job_done(struct rp_sign_in *sign_in)
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
    rp_sign_in_job_done(sign_in);
}

enum rp_err rp_sign_in_work(struct rp_sign_in *sign_in, struct rp_accounts_work *work)
{
    work->sign_in = sign_in;
    enum rp_err err = rp_loop_work(sign_in->loop, run_work, end_work, work);
    if (err == RP_OK)
        sign_in->jobs++;
    return err;
}

/* ---- Signing out, and what ends by itself. */

struct ending {
    struct rp_accounts_work work;
    uint64_t post; /* 0: nobody waits */
    struct rp_stored_sign_in of;
    enum rp_err err;
};

static void drop(struct rp_accounts_work *work, struct rp_accounts *accounts)
{
    struct ending *ending = (struct ending *)work;
    ending->err =
        rp_accounts_sign_out(accounts, &ending->of, ending->post ? "by himself" : "time over");
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

enum rp_err rp_sign_in_drop(struct rp_sign_in *sign_in, uint64_t post,
                            const struct rp_stored_sign_in *of)
{
    struct ending *ending = calloc(1, sizeof(*ending));
    if (ending == NULL)
        return RP_ERR_IO;
    *ending = (struct ending){.work = {.work = drop, .done = dropped}, .post = post, .of = *of};
    enum rp_err err = rp_sign_in_work(sign_in, &ending->work);
    if (err)
        free(ending);
    return err;
}

void rp_sign_in_forget(struct rp_sign_in *sign_in, struct rp_sign_in_id id)
{
    rp_sign_ins_remove(&sign_in->table, id);
    sign_in->handler.ended(sign_in->handler.context, id);
}

/* From now on it opens nothing; the answer comes once that is stored. */
void rp_sign_in_end(struct rp_sign_in *sign_in, uint64_t post, struct rp_sign_in_id id)
{
    const struct rp_signed_in *one = rp_sign_ins_get(&sign_in->table, id);
    enum rp_err err = one ? rp_sign_in_drop(sign_in, post, &one->is) : RP_OK;
    rp_sign_in_forget(sign_in, id);
    if (post && (one == NULL || err))
        sign_in->handler.signed_out(sign_in->handler.context, post, err);
}

static bool is_over(const struct rp_sign_in *sign_in, const struct rp_signed_in *one)
{
    return rp_signed_in_is_over(one, rp_sign_in_now_s(), sign_in->limits->signin_seconds,
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

/* Those that the store no longer has, but for those whose token came after the look began. */
static void end_those_gone(struct rp_sign_in *sign_in, const struct look *look)
{
    for (uint32_t i = 0; i < RP_SIGN_INS_MAX; i++) {
        struct rp_signed_in *one = &sign_in->table.places[i];
        one->stands = one->renews || one->since > look->generations;
    }
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
        rp_sign_in_forget(sign_in, id);
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
    rp_sign_in_job_done(sign_in);
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
    if (sign_in->looking || sign_in->table.count == 0) /* nobody could be missing */
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
    rp_sign_in_hash(token, hash);
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
        one->is.seen_s = rp_sign_in_now_s();
}

uint32_t rp_sign_in_count(const struct rp_sign_in *sign_in)
{
    return sign_in->table.count;
}
