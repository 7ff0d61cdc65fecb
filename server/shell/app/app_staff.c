/* app_staff.c: what a signed-in guest is over his WebSocket, and what he asks for there. */
#include <time.h>

#include "app_private.h"
#include "password.h"

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

/* ---- Where he is signed in. */

struct listing {
    struct rp_sign_in_entry entries[2 * RP_ACCOUNT_SIGN_INS_MAX];
    uint32_t n;
    struct rp_sign_in_id here;
    int64_t now_s;
};

static uint32_t seconds_since(const struct listing *listing, int64_t at_s)
{
    return (uint32_t)rp_clamp(listing->now_s - at_s, 0, UINT32_MAX);
}

/* The one that asks comes first. */
static void list_one(void *context, struct rp_sign_in_id id, const struct rp_stored_sign_in *one)
{
    struct listing *listing = context;
    if (listing->n == RP_COUNT(listing->entries))
        return;
    struct rp_sign_in_entry *entry = &listing->entries[listing->n++];
    *entry = (struct rp_sign_in_entry){.age_s = seconds_since(listing, one->created_s),
                                       .idle_s = seconds_since(listing, one->seen_s),
                                       .here = id.generation == listing->here.generation};
    if (!entry->here)
        return;
    struct rp_sign_in_entry first = listing->entries[0];
    listing->entries[0] = *entry;
    *entry = first;
}

void rp_app_list_sign_ins(struct rp_app *app, struct rp_guest *guest)
{
    const struct rp_stored_sign_in *whose = rp_sign_in_get(app->sign_in, guest->sign_in);
    struct listing listing = {.here = guest->sign_in, .now_s = (int64_t)time(NULL)};
    if (whose)
        rp_sign_in_list(app->sign_in, whose, list_one, &listing);
    const struct rp_out_sign_ins out = {.firm = rp_str_of(guest->firm),
                                        .login = rp_str_of(whose ? whose->login : ""),
                                        .sign_ins = listing.entries,
                                        .sign_ins_n = listing.n};
    rp_app_send(app, guest->conn, RP_OUT_SIGN_INS, &out);
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
    account.made_until_s = 0; /* it is printed at every start, and stays */
    enum rp_err hashed = rp_password_hash_made(app->demo.password, account.password);
    if (hashed)
        return hashed;
    if (err == RP_OK)
        return rp_accounts_set_password(accounts, &account);
    err = rp_accounts_add_firm(accounts, RP_FIRM_DEMO, "Demo");
    return err && err != RP_ERR_CONFLICT ? err : rp_accounts_add(accounts, &account);
}

enum rp_err rp_app_open_staff(struct rp_app *app)
{
    const struct rp_sign_in_handler handler = {app, rp_app_answered, rp_app_signed_out, on_ended};
    enum rp_err err =
        rp_sign_in_open(&app->sign_in, app->options.loop, app->options.data, &handler);
    if (err == RP_OK && app->options.demo)
        err = keep_demo_account(app);
    return err == RP_OK ? rp_app_load_invites(app) : err;
}
