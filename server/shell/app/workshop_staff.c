/* workshop_staff.c: what staff do with a workshop. Another firm's answers as if it were absent. */
#include <sodium.h>
#include <time.h>

#include "clean.h"
#include "workshop_private.h"

/* Whoever has the floor may finish: 20 s, and less where play is short. */
enum { WRAP_MS = 20000, WRAP_SHARE = 4 };

/* No vowels: no words, and nothing that looks like a digit. */
static void new_code(struct rp_app *app, char code[RP_CODE_TEXT])
{
    static const char letters[] = "BCDFGHJKLMNPQRSTVWXZ";
    do {
        for (int i = 0; i < RP_CODE_TEXT - 1; i++)
            code[i] = letters[randombytes_uniform(sizeof(letters) - 1)];
        code[RP_CODE_TEXT - 1] = 0;
    } while (rp_workshop_coded(app, rp_str_of(code)) != NULL);
}

static void set_title(struct rp_workshop *ws, struct rp_str given)
{
    char bytes[RP_NAME_BYTES];
    struct rp_str title = {bytes, rp_clean_name(given, bytes)};
    if (title.length == 0)
        title = rp_str_of("Workshop");
    snprintf(ws->title, sizeof(ws->title), "%.*s", (int)title.length, title.at);
    rp_workshop_keep_name(ws, 0, title);
}

static enum rp_err set_consent(struct rp_workshop *ws, struct rp_str given)
{
    enum { THE_ONE_LINE = 1 };
    struct rp_str text = {ws->consent, rp_clean_text(given, ws->consent)};
    ws->consent[text.length] = 0;
    return text.length > 0 ? rp_batch_text(ws->batch, THE_ONE_LINE, text.at, text.length) : RP_OK;
}

static enum rp_err open_log(struct rp_workshop *ws, const struct rp_msg_open_workshop *msg)
{
    char code[RP_CODE_TEXT];
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_OPENED};
    struct rp_batch *batch = rp_workshop_batch(ws);
    if (batch == NULL || rp_batch_workshop(batch, ws->firm, (int64_t)time(NULL)) != RP_OK)
        return RP_ERR_STORAGE;
    new_code(ws->app, code);
    event.as.workshop_opened = (struct rp_event_workshop_opened){
        .code = rp_str_of(code),
        .seed = (int64_t)randombytes_random(),
        .pairing = msg->pairing,
        .scenario = msg->scenario,
        .level = msg->level,
        .heat = msg->heat,
        .sessions = msg->sessions,
        .read_ms = msg->read_ms,
        .play_ms = msg->play_ms,
        .wrap_ms = (uint32_t)rp_min(WRAP_MS, msg->play_ms / WRAP_SHARE),
        .debrief_ms = msg->debrief_ms,
        .switch_ms = msg->switch_ms,
        .method = msg->has_method ? msg->method : rp_str_of(""),
        .stories_n = msg->stories_n,
        .buffer_ms = msg->has_buffer_ms ? msg->buffer_ms : 0,
        .patience_pct = msg->has_patience_pct ? msg->patience_pct : 0,
    };
    memcpy(event.as.workshop_opened.stories, msg->stories, sizeof(msg->stories));
    set_title(ws, msg->title);
    if (msg->has_consent && set_consent(ws, msg->consent) != RP_OK)
        return RP_ERR_STORAGE;
    return rp_workshop_decide(ws, &event);
}

static bool has_story(const struct rp_app *app, struct rp_str id)
{
    return rp_scenario_named(app->options.scenarios, id.at, id.length) != NULL;
}

/* Its stories and its method are there. */
static bool can_be_played(const struct rp_app *app, const struct rp_msg_open_workshop *msg)
{
    bool can = has_story(app, msg->scenario);
    for (uint32_t i = 0; i < msg->stories_n; i++)
        can &= has_story(app, msg->stories[i].scenario);
    if (!msg->has_method || msg->method.length == 0)
        return can;
    return can && app->options.methods != NULL &&
           rp_method_named(app->options.methods, msg->method.at, msg->method.length) != NULL;
}

void rp_workshop_list_methods(struct rp_app *app, struct rp_guest *guest)
{
    enum { METHODS_MAX = 64 };
    const struct rp_method_shelf *shelf = app->options.methods;
    struct rp_method_entry entries[METHODS_MAX];
    struct rp_out_methods out = {.methods = entries};
    for (size_t own = 0; own < 2 && shelf != NULL; own++)
        for (size_t i = 0; i < rp_method_shelf_count(shelf) && out.methods_n < METHODS_MAX; i++) {
            const struct rp_method_file *file = rp_method_shelf_at(shelf, i);
            if ((file == app->options.method) == (own == 0))
                entries[out.methods_n++] =
                    (struct rp_method_entry){rp_str_of(file->id), rp_str_of(file->title)};
        }
    rp_app_send(app, guest->conn, RP_OUT_METHODS, &out);
}

static void leave(struct rp_guest *guest)
{
    if (guest->room != NULL)
        rp_room_leave(guest->room, guest, (int64_t)uv_hrtime());
    guest->workshop = NULL;
}

void rp_workshop_set_up(struct rp_app *app, struct rp_guest *guest,
                        const struct rp_msg_open_workshop *msg)
{
    char id[RP_TOKEN_TEXT];
    uint8_t hash[RP_TOKEN_HASH_BYTES];
    rp_app_token(id, hash);
    if (!can_be_played(app, msg)) {
        rp_app_error(app, guest->conn, RP_ERROR_NOT_FOUND, RP_MSG_OPEN_WORKSHOP);
        return;
    }
    struct rp_workshop *ws = app->draining ? NULL : rp_workshop_open(app, id, guest->firm);
    if (ws == NULL || open_log(ws, msg) != RP_OK) {
        if (ws != NULL)
            rp_workshop_forget(ws);
        rp_app_error(app, guest->conn, RP_ERROR_FULL, RP_MSG_OPEN_WORKSHOP);
        return;
    }
    leave(guest);
    guest->workshop = ws;
    guest->role = RP_ROLE_STAFF;
    rp_workshop_put(ws);
}

void rp_workshop_watch(struct rp_app *app, struct rp_guest *guest,
                       const struct rp_msg_watch_workshop *msg)
{
    struct rp_workshop *ws = rp_workshop_coded(app, msg->code);
    if (ws == NULL || !rp_app_is_for(guest, ws->firm, ws->id)) {
        rp_app_error(app, guest->conn, RP_ERROR_NOT_FOUND, RP_MSG_WATCH_WORKSHOP);
        return;
    }
    leave(guest);
    guest->workshop = ws;
    guest->role = RP_ROLE_STAFF;
    rp_workshop_tell_staff(ws, guest);
    rp_workshop_tell_queue(ws, guest);
    rp_workshop_tell_pinned(ws, guest);
}

void rp_workshop_watch_group(struct rp_app *app, struct rp_guest *guest,
                             const struct rp_msg_watch_group *msg)
{
    const struct rp_workshop *ws = guest->workshop;
    char id[RP_ID_TEXT];
    if (ws == NULL || guest->role != RP_ROLE_STAFF) {
        rp_app_error(app, guest->conn, RP_ERROR_DENIED, RP_MSG_WATCH_GROUP);
        return;
    }
    uint8_t session = (uint8_t)(msg->session ? msg->session : ws->lobby.session);
    uint16_t group = (uint16_t)(msg->group - 1);
    bool runs = msg->session == 0 && group < ws->lobby.groups_n;
    uint8_t take = runs ? ws->lobby.takes[group] : rp_workshop_queue_take(ws, session, group);
    if (msg->session != 0 && msg->has_take)
        take = (uint8_t)msg->take;
    rp_workshop_room_id(ws, session, group, take, id);
    const struct rp_msg_watch watch = {.room = rp_str_of(id), .n = msg->n};
    rp_app_watch(app, guest, &watch);
}

static void note_removal(struct rp_workshop *ws, uint16_t person)
{
    char what[RP_ID_TEXT + 64];
    struct rp_batch *batch = rp_workshop_batch(ws);
    snprintf(what, sizeof(what), "workshop %s person %u record %u", ws->id, person + 1u,
             ws->records);
    const struct rp_audit audit = {(int64_t)time(NULL), RP_AUDIT_REMOVAL, ws->firm, "staff", what};
    if (batch == NULL || rp_batch_audit(batch, &audit) != RP_OK)
        ws->failed = true;
}

/* His sockets close at once, and his keys open nothing. By a token that is kept whoever is blocked
 * is known again. */
static void put_out(struct rp_workshop *ws, uint16_t person)
{
    struct rp_workshop_member *member = &ws->members[person];
    note_removal(ws, person);
    memset(&member->keys.pin, 0, sizeof(member->keys.pin));
    if (!ws->lobby.people[person].blocked)
        memset(&member->keys, 0, sizeof(member->keys));
    rp_workshop_keep_keys(ws, person);
    rp_net_close(ws->app->net, member->conn, RP_CLOSE_REFUSED);
}

void rp_workshop_steer(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_steer *msg)
{
    struct rp_workshop *ws = guest->workshop;
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_STEERED};
    event.as.workshop_steered.what = msg->what;
    event.as.workshop_steered.person = msg->person;
    event.as.workshop_steered.other = msg->other;
    event.as.workshop_steered.on = msg->on;
    if (ws == NULL || guest->role != RP_ROLE_STAFF) {
        rp_app_error(app, guest->conn, RP_ERROR_DENIED, RP_MSG_STEER);
        return;
    }
    enum rp_err err = rp_workshop_decide(ws, &event);
    if (err != RP_OK)
        rp_app_refuse(app, guest->conn, err, RP_MSG_STEER);
    else if (msg->what == RP_STEER_REMOVE || msg->what == RP_STEER_BLOCK)
        put_out(ws, (uint16_t)msg->person);
    rp_workshop_put(ws);
}
