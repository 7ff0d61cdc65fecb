/* app_invite.c: links that make staff of one workshop. */
#include <sodium.h>
#include <stdlib.h>
#include <time.h>

#include "app_private.h"
#include "clean.h"

static struct rp_workshop *workshop_of(struct rp_app *app, const struct rp_invite *invite)
{
    struct rp_workshop *ws = invite ? rp_workshop_named(app, invite->is.workshop) : NULL;
    return ws && ws->stored ? ws : NULL;
}

static bool take_stored(void *context, const struct rp_stored_invite *stored)
{
    struct rp_app *app = context;
    rp_invites_add(&app->invites, stored);
    return true;
}

enum rp_err rp_app_load_invites(struct rp_app *app)
{
    return rp_accounts_invites(rp_sign_in_accounts(app->sign_in), take_stored, app);
}

/* ---- Coming by one. */

struct rp_workshop *rp_app_came_invited(struct rp_app *app, struct rp_guest *guest,
                                        struct rp_str secret)
{
    uint8_t hash[RP_TOKEN_HASH_BYTES];
    crypto_hash_sha256(hash, (const uint8_t *)secret.at, secret.length);
    const struct rp_invite *invite = rp_invites_find(&app->invites, hash);
    struct rp_workshop *ws = workshop_of(app, invite);
    if (ws == NULL)
        return NULL;
    rp_app_forget_staff(guest);
    guest->invite = invite->number;
    return ws;
}

void rp_app_be_called(struct rp_app *app, struct rp_guest *guest,
                      const struct rp_msg_be_called *msg)
{
    char bytes[RP_NAME_BYTES], signs[RP_STORE_NAME_MAX];
    struct rp_str name;
    const struct rp_invite *invite = rp_invites_numbered(&app->invites, guest->invite);
    const struct rp_workshop *ws = workshop_of(app, invite);
    if (ws == NULL || guest->staff || guest->workshop || guest->room) {
        rp_app_error(app, guest->conn, RP_ERROR_DENIED, RP_MSG_BE_CALLED);
        return;
    }
    if (!rp_clean_person(msg->name, bytes, &name)) {
        rp_app_error(app, guest->conn, RP_ERROR_MALFORMED, RP_MSG_BE_CALLED);
        return;
    }
    /* Nobody signs as one of the firm's own. */
    snprintf(signs, sizeof(signs), "%.*s (invited)", (int)rp_min(name.length, 80), name.at);
    rp_app_make_staff(guest, ws->firm, invite->is.role, signs);
    snprintf(guest->only, sizeof(guest->only), "%s", ws->id);
    const struct rp_out_called out = {rp_str_of(ws->code), invite->is.role, name};
    rp_app_send(app, guest->conn, RP_OUT_CALLED, &out);
}

/* ---- Making and ending them. */

struct making {
    struct rp_accounts_work work;
    struct rp_app *app;
    struct rp_conn_id conn;
    struct rp_stored_invite is;
    char secret[RP_TOKEN_TEXT];
    char who[RP_LOGIN_TEXT + 8];
    enum rp_err err;
};

/* As the audit log calls him. */
static void say_who(struct rp_app *app, const struct rp_guest *guest, char who[RP_LOGIN_TEXT + 8])
{
    const struct rp_stored_sign_in *one = rp_sign_in_get(app->sign_in, guest->sign_in);
    snprintf(who, RP_LOGIN_TEXT + 8, "%s%s", one ? "login " : "link", one ? one->login : "");
}

static void store(struct rp_accounts_work *work, struct rp_accounts *accounts)
{
    struct making *making = (struct making *)work;
    making->err = rp_accounts_invite(accounts, &making->is, making->who);
}

static void tell_made(const struct making *making)
{
    struct rp_app *app = making->app;
    const struct rp_out_invited out = {making->is.role, rp_str_of(making->secret)};
    if (making->err != RP_OK)
        rp_app_error(app, making->conn, RP_ERROR_NOT_STORED, RP_MSG_INVITE);
    else if (rp_invites_add(&app->invites, &making->is) == NULL)
        rp_app_error(app, making->conn, RP_ERROR_FULL, RP_MSG_INVITE);
    else
        rp_app_send(app, making->conn, RP_OUT_INVITED, &out);
}

static void on_stored(struct rp_accounts_work *work, bool closed)
{
    if (!closed)
        tell_made((struct making *)work);
    free(work);
}

static void make(struct rp_app *app, const struct rp_guest *guest, enum rp_staff_role role)
{
    struct making *making = calloc(1, sizeof(*making));
    if (making == NULL) {
        rp_app_error(app, guest->conn, RP_ERROR_NOT_STORED, RP_MSG_INVITE);
        return;
    }
    *making = (struct making){.work = {.work = store, .done = on_stored},
                              .app = app,
                              .conn = guest->conn,
                              .is = {.role = role, .created_s = (int64_t)time(NULL)}};
    rp_app_token(making->secret, making->is.hash);
    say_who(app, guest, making->who);
    rp_firm_copy(making->is.firm, guest->workshop->firm);
    snprintf(making->is.workshop, sizeof(making->is.workshop), "%s", guest->workshop->id);
    if (rp_sign_in_work(app->sign_in, &making->work) == RP_OK)
        return;
    free(making);
    rp_app_error(app, guest->conn, RP_ERROR_NOT_STORED, RP_MSG_INVITE);
}

struct ending {
    struct rp_accounts_work work;
    char firm[RP_FIRM_TEXT], workshop[RP_ID_TEXT], who[RP_LOGIN_TEXT + 8];
};

static void drop(struct rp_accounts_work *work, struct rp_accounts *accounts)
{
    struct ending *ending = (struct ending *)work;
    rp_accounts_uninvite(accounts, ending->firm, ending->workshop, ending->who);
}

static void on_dropped(struct rp_accounts_work *work, bool closed)
{
    (void)closed;
    free(work);
}

/* In memory they end at once; if the store fails, the log says so, and a restart finds them. */
static void end_invites(struct rp_app *app, const char *firm, const char *workshop, const char *who)
{
    for (uint32_t i = 0; i < app->guests_n; i++) {
        struct rp_guest *guest = app->guests[i];
        const struct rp_invite *by =
            guest ? rp_invites_numbered(&app->invites, guest->invite) : NULL;
        if (by == NULL || strcmp(by->is.workshop, workshop) != 0)
            continue;
        rp_app_forget_staff(guest);
        rp_net_close(app->net, guest->conn, RP_CLOSE_SIGNED_OUT);
    }
    struct ending *ending =
        rp_invites_end(&app->invites, workshop) ? calloc(1, sizeof(*ending)) : NULL;
    if (ending == NULL)
        return;
    ending->work = (struct rp_accounts_work){.work = drop, .done = on_dropped};
    rp_firm_copy(ending->firm, firm);
    snprintf(ending->workshop, sizeof(ending->workshop), "%s", workshop);
    snprintf(ending->who, sizeof(ending->who), "%s", who);
    if (rp_sign_in_work(app->sign_in, &ending->work) != RP_OK)
        free(ending);
}

void rp_app_end_invites(struct rp_app *app, const char *firm, const char *workshop)
{
    end_invites(app, firm, workshop, "server");
}

void rp_app_invite(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_invite *msg)
{
    const struct rp_workshop *ws = guest->workshop;
    if (ws == NULL || !ws->stored || guest->role != RP_ROLE_STAFF) {
        rp_app_error(app, guest->conn, RP_ERROR_DENIED, RP_MSG_INVITE);
    } else if (!msg->on) {
        const struct rp_out_invited none = {msg->role, rp_str_of("")};
        char who[RP_LOGIN_TEXT + 8];
        say_who(app, guest, who);
        end_invites(app, ws->firm, ws->id, who);
        rp_app_send(app, guest->conn, RP_OUT_INVITED, &none);
    } else if (msg->role != RP_STAFF_ROLE_INVITED_INSTRUCTOR &&
               msg->role != RP_STAFF_ROLE_INVITED_GRADER) {
        rp_app_error(app, guest->conn, RP_ERROR_MALFORMED, RP_MSG_INVITE);
    } else if (!rp_invites_has_room(&app->invites, ws->id)) {
        rp_app_error(app, guest->conn, RP_ERROR_FULL, RP_MSG_INVITE);
    } else {
        make(app, guest, msg->role);
    }
}
