/* app_sign_in.c: what staff post: to sign in and out, and to change their own account. */
#include <sodium.h>

#include "app_private.h"
#include "password.h"

enum { RETRY_SOON_S = 2, RETRY_LATER_S = 30 };

const char *const rp_app_posts[] = {"/signin", "/signout", "/account", NULL};

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

void rp_app_answered(void *context, const struct rp_sign_in_answer *answer)
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
        [RP_SIGN_IN_ENDED] = {403, "signed_out", 0},
        [RP_SIGN_IN_CHOOSE] = {403, "choose", 0},
        [RP_SIGN_IN_EXPIRED] = {403, "expired", 0},
    };
    struct rp_app *app = context;
    app->counters.sign_ins[answer->outcome]++;
    rp_app_note_sign_in(app, answer->outcome);
    if (answer->outcome == RP_SIGN_IN_DONE)
        reply_done(app, answer->post, answer->token);
    else
        reply(app, answer->post, answers[answer->outcome].status, answers[answer->outcome].error,
              answers[answer->outcome].retry_after_s);
}

void rp_app_signed_out(void *context, uint64_t post, enum rp_err err)
{
    if (err == RP_OK)
        reply_done(context, post, "");
    else
        reply(context, post, 503, "not_stored", RETRY_LATER_S);
}

/* ---- Asks. */

/* What is wrong with a password that somebody chooses; NULL: nothing. */
static const char *flaw_of(const struct rp_sign_in_ask *ask)
{
    if (ask->chosen[0] == 0)
        return NULL;
    if (strcmp(ask->chosen, ask->password) == 0)
        return "same";
    return rp_password_flaw_name(rp_password_judge(ask->chosen, ask->firm, ask->login));
}

static void sign_in(struct rp_app *app, const struct rp_net_post *post)
{
    struct rp_sign_in_ask ask;
    const char *flaw = NULL;
    if (app->draining)
        reply(app, post->id, 503, "busy", RETRY_SOON_S);
    else if (rp_sign_in_read(post->body, post->length, &ask) != RP_OK)
        reply(app, post->id, 400, "malformed", 0);
    else if ((flaw = flaw_of(&ask)) != NULL)
        reply(app, post->id, 400, flaw, 0);
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

/* What somebody who is signed in does to his own account. */
static void change_account(struct rp_app *app, const struct rp_net_post *post)
{
    struct rp_sign_in_ask ask;
    struct rp_sign_in_id id = rp_sign_in_of(app->sign_in, post->cookie);
    const struct rp_stored_sign_in *whose = rp_sign_in_get(app->sign_in, id);
    if (app->draining) {
        reply(app, post->id, 503, "busy", RETRY_SOON_S);
    } else if (whose == NULL) {
        reply(app, post->id, 403, "signed_out", 0);
    } else if (rp_sign_in_read_own(post->body, post->length, &ask) != RP_OK) {
        reply(app, post->id, 400, "malformed", 0);
    } else {
        rp_firm_copy(ask.firm, whose->firm);
        snprintf(ask.login, sizeof(ask.login), "%s", whose->login);
        const char *flaw = flaw_of(&ask);
        if (flaw)
            reply(app, post->id, 400, flaw, 0);
        else
            rp_sign_in_renew(app->sign_in, post->id, post->address, id, &ask);
    }
    sodium_memzero(&ask, sizeof(ask));
}

void rp_app_posted(void *context, const struct rp_net_post *post)
{
    static void (*const takers[])(struct rp_app * app, const struct rp_net_post *post) = {
        sign_in, sign_out, change_account};
    for (size_t i = 0; i < RP_COUNT(takers); i++)
        if (strcmp(post->path, rp_app_posts[i]) == 0)
            takers[i](context, post);
}
