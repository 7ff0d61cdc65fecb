/* workshop_door.c: who comes into a workshop, and who comes back. */
#include <sodium.h>
#include <strings.h>

#include "clean.h"
#include "workshop_private.h"

enum { WRONG_PINS = 5 };

static const uint8_t no_key[RP_TOKEN_HASH_BYTES];

static bool is_key(const uint8_t key[RP_TOKEN_HASH_BYTES], const uint8_t hash[RP_TOKEN_HASH_BYTES])
{
    return memcmp(key, no_key, RP_TOKEN_HASH_BYTES) != 0 &&
           sodium_memcmp(key, hash, RP_TOKEN_HASH_BYTES) == 0;
}

/* A pin is short: its hash is of this workshop and person alone. */
static void hash_pin(const struct rp_workshop *ws, uint16_t person, struct rp_str pin,
                     uint8_t hash[RP_TOKEN_HASH_BYTES])
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, (const uint8_t *)ws->id, strlen(ws->id));
    crypto_hash_sha256_update(&state, (const uint8_t *)&person, sizeof(person));
    crypto_hash_sha256_update(&state, (const uint8_t *)pin.at, pin.length);
    crypto_hash_sha256_final(&state, hash);
}

static bool may_try(struct rp_app *app, const struct rp_guest *guest, enum rp_msg_type ref)
{
    if (guest->workshop != NULL || guest->room != NULL || app->draining) {
        rp_app_error(app, guest->conn, RP_ERROR_DENIED, (uint32_t)ref);
        return false;
    }
    if (rp_gate_may_try(&app->gate, guest->address, (int64_t)uv_hrtime()))
        return true;
    rp_app_error(app, guest->conn, RP_ERROR_TOO_FAST, (uint32_t)ref);
    return false;
}

static void fail(struct rp_app *app, const struct rp_guest *guest, enum rp_msg_type ref)
{
    rp_gate_failed(&app->gate, guest->address, (int64_t)uv_hrtime());
    rp_app_error(app, guest->conn, RP_ERROR_NOT_FOUND, (uint32_t)ref);
}

/* The newest connection has the place. The same tab, come back, is not told that it is elsewhere.
 */
static void take_place(struct rp_workshop *ws, struct rp_guest *guest, uint16_t person)
{
    struct rp_workshop_member *member = &ws->members[person];
    struct rp_guest *old = rp_app_guest(ws->app, member->conn);
    if (old != NULL && old != guest) {
        bool same_tab = strcmp(old->tab, guest->tab) == 0;
        if (old->room != NULL)
            rp_room_leave(old->room, old, (int64_t)uv_hrtime());
        old->workshop = NULL;
        rp_net_close(ws->app->net, old->conn, same_tab ? RP_CLOSE_GOING_AWAY : RP_CLOSE_REPLACED);
    }
    guest->workshop = ws;
    guest->role = RP_ROLE_MEMBER;
    guest->member = person;
    member->conn = guest->conn;
}

/* Each coming makes a new token; the one before stays good until the new one was used. */
static void new_key(struct rp_workshop *ws, struct rp_guest *guest, bool newest)
{
    struct rp_stored_member *keys = &ws->members[guest->member].keys;
    if (newest)
        memcpy(keys->old_token, keys->token, RP_TOKEN_HASH_BYTES);
    rp_app_token(guest->key, keys->token);
    rp_workshop_keep_keys(ws, guest->member);
}

void rp_workshop_let_in(struct rp_workshop *ws, struct rp_guest *guest)
{
    const struct rp_out_member out = {
        .code = rp_str_of(ws->code),
        .name = rp_str_of(ws->members[guest->member].name),
        .token = rp_str_of(guest->key),
        .pin = rp_str_of(guest->pin),
    };
    rp_app_send(ws->app, guest->conn, RP_OUT_MEMBER, &out);
    sodium_memzero(guest->key, sizeof(guest->key));
    sodium_memzero(guest->pin, sizeof(guest->pin));
    rp_workshop_tell_lobby(ws, guest);
    rp_workshop_seat(ws, guest->member, rp_str_of(guest->knows), guest->knows_n);
}

/* Two with one name get a number behind it. */
static void set_name(struct rp_workshop *ws, uint16_t person, struct rp_str name)
{
    char *to = ws->members[person].name;
    snprintf(to, RP_STORE_NAME_MAX, "%.*s", (int)name.length, name.at);
    for (unsigned number = 2, at = 0; at < ws->lobby.people_n; at++) {
        if (at == person || ws->lobby.people[at].removed || strcmp(ws->members[at].name, to) != 0)
            continue;
        snprintf(to, RP_STORE_NAME_MAX, "%.*s %u", (int)rp_min(name.length, 90), name.at, number++);
        at = UINT32_MAX; /* from the first one on */
    }
    rp_workshop_keep_name(ws, person + 1u, rp_str_of(to));
}

static void new_pin(char pin[RP_PIN_TEXT])
{
    snprintf(pin, RP_PIN_TEXT, "%04u", randombytes_uniform(10000));
}

/* Whoever was blocked does not come in again by the device's last token, nor by his name. That is
 * all there is to know him by: under another name in another browser he is somebody else. */
static bool is_blocked(const struct rp_workshop *ws, struct rp_str token, struct rp_str name)
{
    uint8_t hash[RP_TOKEN_HASH_BYTES];
    crypto_hash_sha256(hash, (const uint8_t *)token.at, token.length);
    for (uint16_t i = 0; i < ws->lobby.people_n; i++) {
        const struct rp_stored_member *keys = &ws->members[i].keys;
        const char *own = ws->members[i].name;
        if (!ws->lobby.people[i].blocked)
            continue;
        if (is_key(keys->token, hash) || is_key(keys->old_token, hash) ||
            (strlen(own) == name.length && strncasecmp(own, name.at, name.length) == 0))
            return true;
    }
    return false;
}

void rp_workshop_enter(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_enter *msg)
{
    char bytes[RP_NAME_BYTES];
    struct rp_str name;
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_CAME};
    if (!may_try(app, guest, RP_MSG_ENTER))
        return;
    struct rp_workshop *ws = rp_workshop_coded(app, msg->code);
    if (ws == NULL || ws->lobby.shut || ws->lobby.phase == RP_GATHERING_OVER) {
        fail(app, guest, RP_MSG_ENTER);
        return;
    }
    if (!rp_clean_person(msg->name, bytes, &name)) {
        rp_app_error(app, guest->conn, RP_ERROR_MALFORMED, RP_MSG_ENTER);
        return;
    }
    if (is_blocked(ws, msg->has_token ? msg->token : rp_str_of(""), name)) {
        fail(app, guest, RP_MSG_ENTER);
        return;
    }
    uint16_t person = ws->lobby.people_n;
    event.as.workshop_came.person = person;
    event.as.workshop_came.time_pct = msg->time_pct;
    enum rp_err err = rp_workshop_decide(ws, &event);
    if (err != RP_OK) {
        rp_app_refuse(app, guest->conn, err, RP_MSG_ENTER);
        return;
    }
    set_name(ws, person, name);
    new_pin(guest->pin);
    hash_pin(ws, person, rp_str_of(guest->pin), ws->members[person].keys.pin);
    rp_gate_came(&app->gate, guest->address, (int64_t)uv_hrtime());
    take_place(ws, guest, person);
    new_key(ws, guest, false);
    rp_workshop_put_member(ws, guest);
}

/* Back to the place, and to the seat if there is one. */
static void be_back(struct rp_workshop *ws, struct rp_guest *guest, uint16_t person, bool newest,
                    struct rp_str room, uint32_t seen)
{
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_LINK};
    event.as.workshop_link.person = person;
    event.as.workshop_link.up = true;
    take_place(ws, guest, person);
    new_key(ws, guest, newest);
    snprintf(guest->knows, sizeof(guest->knows), "%.*s", (int)room.length, room.at);
    guest->knows_n = seen;
    if (!ws->lobby.people[person].here)
        rp_workshop_decide(ws, &event);
    rp_workshop_put_member(ws, guest);
}

void rp_workshop_come_back(struct rp_app *app, struct rp_guest *guest,
                           const struct rp_msg_come_back *msg)
{
    uint8_t hash[RP_TOKEN_HASH_BYTES];
    crypto_hash_sha256(hash, (const uint8_t *)msg->token.at, msg->token.length);
    if (guest->workshop != NULL || guest->room != NULL || app->draining) {
        rp_app_error(app, guest->conn, RP_ERROR_DENIED, RP_MSG_COME_BACK);
        return;
    }
    for (uint32_t i = 0; i < RP_WORKSHOPS_MAX; i++) {
        struct rp_workshop *ws = app->workshops[i];
        for (uint16_t j = 0; ws != NULL && !ws->failed && j < ws->lobby.people_n; j++) {
            const struct rp_stored_member *keys = &ws->members[j].keys;
            bool newest = is_key(keys->token, hash);
            if (ws->lobby.people[j].removed || (!newest && !is_key(keys->old_token, hash)))
                continue;
            be_back(ws, guest, j, newest, msg->room, msg->n);
            return;
        }
    }
    rp_app_error(app, guest->conn, RP_ERROR_NOT_FOUND, RP_MSG_COME_BACK);
}

static bool is_called(const struct rp_workshop *ws, uint16_t person, struct rp_str name)
{
    const char *own = ws->members[person].name;
    return !ws->lobby.people[person].removed && strlen(own) == name.length &&
           memcmp(own, name.at, name.length) == 0;
}

/* A pin that was tried too often opens nothing any more. */
static bool fits_pin(struct rp_workshop *ws, uint16_t person, struct rp_str pin)
{
    struct rp_workshop_member *member = &ws->members[person];
    uint8_t hash[RP_TOKEN_HASH_BYTES];
    hash_pin(ws, person, pin, hash);
    if (is_key(member->keys.pin, hash))
        return true;
    if (++member->wrong_pins >= WRONG_PINS) {
        memset(member->keys.pin, 0, RP_TOKEN_HASH_BYTES);
        rp_workshop_keep_keys(ws, person);
        rp_workshop_put(ws);
    }
    return false;
}

void rp_workshop_change_device(struct rp_app *app, struct rp_guest *guest,
                               const struct rp_msg_change_device *msg)
{
    char bytes[RP_NAME_BYTES];
    struct rp_str name;
    if (!may_try(app, guest, RP_MSG_CHANGE_DEVICE))
        return;
    struct rp_workshop *ws = rp_workshop_coded(app, msg->code);
    if (ws == NULL || ws->failed || !rp_clean_person(msg->name, bytes, &name)) {
        fail(app, guest, RP_MSG_CHANGE_DEVICE);
        return;
    }
    for (uint16_t i = 0; i < ws->lobby.people_n; i++)
        if (is_called(ws, i, name) && fits_pin(ws, i, msg->pin)) {
            be_back(ws, guest, i, true, rp_str_of(""), 0);
            return;
        }
    fail(app, guest, RP_MSG_CHANGE_DEVICE);
}

void rp_workshop_project(struct rp_app *app, struct rp_guest *guest,
                         const struct rp_msg_project *msg)
{
    if (!may_try(app, guest, RP_MSG_PROJECT))
        return;
    struct rp_workshop *ws = rp_workshop_coded(app, msg->code);
    if (ws == NULL) {
        fail(app, guest, RP_MSG_PROJECT);
        return;
    }
    guest->workshop = ws;
    guest->role = RP_ROLE_PROJECTOR;
    rp_workshop_tell_lobby(ws, guest);
    rp_workshop_tell_pinned(ws, guest);
}

void rp_workshop_look_up(struct rp_app *app, struct rp_guest *guest,
                         const struct rp_msg_look_up *msg)
{
    if (!may_try(app, guest, RP_MSG_LOOK_UP))
        return;
    struct rp_workshop *ws = rp_workshop_coded(app, msg->code);
    if (ws == NULL || ws->lobby.shut || ws->lobby.phase == RP_GATHERING_OVER) {
        fail(app, guest, RP_MSG_LOOK_UP);
        return;
    }
    rp_workshop_tell_lobby(ws, guest);
    const struct rp_out_consent consent = {
        .text = rp_str_of(ws->consent),
        .days = rp_store_retention(app->options.store, ws->firm),
    };
    rp_app_send(app, guest->conn, RP_OUT_CONSENT, &consent);
}
