/* app_staff.c: signing in and out over HTTP, and what a signed-in guest is over his WebSocket. */
#include <jansson.h>
#include <sodium.h>

#include "app_private.h"
#include "log.h"
#include "password.h"

enum { RETRY_SOON_S = 2, RETRY_LATER_S = 30 };

const char *const rp_app_posts[] = {"/signin", "/signout", NULL};

/* ---- Answers. */

static void reply(struct rp_app *app, uint64_t post, int status, const char *error,
                  int32_t retry_after_s)
{
    char json[64];
    snprintf(json, sizeof(json), "{\"error\":\"%s\"}", error);
    const struct rp_net_reply no = {.status = status, .json = json, .retry_after_s = retry_after_s};
    rp_net_answer(app->net, post, &no);
}

static void reply_done(struct rp_app *app, uint64_t post, const char *cookie)
{
    const struct rp_net_reply yes = {.status = 200, .json = "{\"error\":\"\"}", .cookie = cookie};
    rp_net_answer(app->net, post, &yes);
}

static void on_answered(void *context, const struct rp_sign_in_answer *answer)
{
    static const struct {
        int status;
        const char *error;
        int32_t retry_after_s;
    } answers[RP_SIGN_IN_OUTCOMES] = {
        [RP_SIGN_IN_DONE] = {200, "", 0},
        [RP_SIGN_IN_WRONG] = {403, "wrong", 0},
        [RP_SIGN_IN_BRAKED_ADDRESS] = {429, "too_many", RETRY_LATER_S},
        [RP_SIGN_IN_BRAKED_ACCOUNT] = {429, "too_many", RETRY_LATER_S},
        [RP_SIGN_IN_BRAKED_ALL] = {429, "too_many", RETRY_LATER_S},
        [RP_SIGN_IN_BUSY] = {503, "busy", RETRY_SOON_S},
        [RP_SIGN_IN_FAILED] = {503, "not_stored", RETRY_LATER_S},
    };
    struct rp_app *app = context;
    app->counters.sign_ins[answer->outcome]++;
    if (answer->outcome == RP_SIGN_IN_DONE)
        reply_done(app, answer->post, answer->token);
    else
        reply(app, answer->post, answers[answer->outcome].status, answers[answer->outcome].error,
              answers[answer->outcome].retry_after_s);
}

static void on_signed_out(void *context, uint64_t post, enum rp_err err)
{
    if (err == RP_OK)
        reply_done(context, post, "");
    else
        reply(context, post, 503, "not_stored", RETRY_LATER_S);
}

/* ---- Asks. */

static void sign_in(struct rp_app *app, const struct rp_net_post *post)
{
    struct rp_sign_in_ask ask;
    if (app->draining)
        reply(app, post->id, 503, "busy", RETRY_SOON_S);
    else if (rp_sign_in_read(post->body, post->length, &ask) != RP_OK)
        reply(app, post->id, 400, "malformed", 0);
    else
        rp_sign_in_try(app->sign_in, post->id, post->address, &ask);
    sodium_memzero(&ask, sizeof(ask));
}

/* Whoever is not signed in has his cookie taken away all the same. */
static void sign_out(struct rp_app *app, const struct rp_net_post *post)
{
    struct rp_sign_in_id id = rp_sign_in_of(app->sign_in, post->cookie);
    if (id.generation == 0)
        reply_done(app, post->id, "");
    else
        rp_sign_in_end(app->sign_in, post->id, id);
}

void rp_app_posted(void *context, const struct rp_net_post *post)
{
    if (strcmp(post->path, rp_app_posts[0]) == 0)
        sign_in(context, post);
    else
        sign_out(context, post);
}

/* ---- Who a guest is. */

void rp_app_make_staff(struct rp_guest *guest, const char *firm, enum rp_staff_role role,
                       const char *name)
{
    guest->staff = true;
    guest->staff_role = role;
    rp_firm_copy(guest->firm, firm);
    snprintf(guest->name, sizeof(guest->name), "%s", name);
}

void rp_app_forget_staff(struct rp_guest *guest)
{
    guest->staff = false;
    guest->sign_in = (struct rp_sign_in_id){0, 0};
    guest->firm[0] = guest->name[0] = guest->only[0] = 0;
    guest->invite = 0;
}

static uint32_t connections_of(struct rp_app *app, const struct rp_stored_sign_in *whose)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < app->guests_n; i++) {
        const struct rp_stored_sign_in *one =
            app->guests[i] ? rp_sign_in_get(app->sign_in, app->guests[i]->sign_in) : NULL;
        count +=
            one && strcmp(one->firm, whose->firm) == 0 && strcmp(one->login, whose->login) == 0;
    }
    return count;
}

bool rp_app_recognise_staff(struct rp_app *app, struct rp_guest *guest, const char *cookie)
{
    struct rp_sign_in_id id = rp_sign_in_of(app->sign_in, cookie);
    const struct rp_stored_sign_in *whose = rp_sign_in_get(app->sign_in, id);
    if (whose == NULL)
        return true;
    if (connections_of(app, whose) >= (uint32_t)rp_net_limits(app->net)->account_connections)
        return false;
    rp_app_make_staff(guest, whose->firm, whose->role, whose->name);
    guest->sign_in = id;
    rp_sign_in_seen(app->sign_in, id);
    return true;
}

static void on_ended(void *context, struct rp_sign_in_id id)
{
    struct rp_app *app = context;
    for (uint32_t i = 0; i < app->guests_n; i++) {
        struct rp_guest *guest = app->guests[i];
        if (guest == NULL || guest->sign_in.generation != id.generation)
            continue;
        rp_app_forget_staff(guest); /* nothing more is taken from him, or told to him as staff */
        rp_net_close(app->net, guest->conn, RP_CLOSE_SIGNED_OUT);
    }
}

/* ---- The firm's workshops. */

bool rp_app_is_for(const struct rp_guest *guest, const char *firm, const char *workshop)
{
    return strcmp(guest->firm, firm) == 0 &&
           (guest->only[0] == 0 || strcmp(guest->only, workshop) == 0);
}

static struct rp_workshop_entry entry_of(const struct rp_workshop *ws)
{
    return (struct rp_workshop_entry){
        .code = rp_str_of(ws->code),
        .title = rp_str_of(ws->title),
        .phase = ws->lobby.phase,
        .people = rp_lobby_count(&ws->lobby),
        .session = ws->lobby.session,
        .sessions = ws->lobby.setup.sessions,
    };
}

void rp_app_list_workshops(struct rp_app *app, struct rp_guest *guest)
{
    struct rp_workshop_entry entries[RP_WORKSHOPS_MAX];
    struct rp_out_workshops out = {.workshops = entries};
    for (uint32_t i = RP_WORKSHOPS_MAX; i-- > 0;) {
        const struct rp_workshop *ws = app->workshops[i];
        if (ws && ws->stored && ws->lobby.phase != RP_GATHERING_OVER &&
            rp_app_is_for(guest, ws->firm, ws->id))
            entries[out.workshops_n++] = entry_of(ws);
    }
    rp_app_send(app, guest->conn, RP_OUT_WORKSHOPS, &out);
}

/* ---- The start. */

/* The demo's account, with the password that follows from its key. */
static enum rp_err keep_demo_account(struct rp_app *app)
{
    struct rp_accounts *accounts = rp_sign_in_accounts(app->sign_in);
    struct rp_account account = {
        .firm = RP_FIRM_DEMO, .login = RP_DEMO_LOGIN, .name = "Instructor"};
    enum rp_err err = rp_accounts_find(accounts, RP_FIRM_DEMO, RP_DEMO_LOGIN, &account);
    if (err == RP_OK && rp_password_is(app->demo.password, account.password))
        return RP_OK;
    enum rp_err hashed = rp_password_hash_made(app->demo.password, account.password);
    if (hashed)
        return hashed;
    if (err == RP_OK)
        return rp_accounts_set_password(accounts, RP_FIRM_DEMO, RP_DEMO_LOGIN, account.password);
    err = rp_accounts_add_firm(accounts, RP_FIRM_DEMO, "Demo");
    return err && err != RP_ERR_CONFLICT ? err : rp_accounts_add(accounts, &account);
}

enum rp_err rp_app_open_staff(struct rp_app *app)
{
    const struct rp_sign_in_handler handler = {app, on_answered, on_signed_out, on_ended};
    enum rp_err err =
        rp_sign_in_open(&app->sign_in, app->options.loop, app->options.data, &handler);
    if (err == RP_OK && app->options.demo)
        err = keep_demo_account(app);
    return err == RP_OK ? rp_app_load_invites(app) : err;
}
