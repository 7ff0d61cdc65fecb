#include "workshop_private.h"

#include <stdlib.h>

#include "log.h"

static const int64_t ms_ns = 1000000;
static const int64_t beat_every_ns = INT64_C(5000000000);

struct rp_workshop *rp_workshop_open(struct rp_app *app, const char *id, const char *firm)
{
    uint32_t slot = 0;
    while (slot < RP_WORKSHOPS_MAX && app->workshops[slot] != NULL)
        slot++;
    struct rp_workshop *ws = slot < RP_WORKSHOPS_MAX ? calloc(1, sizeof(*ws)) : NULL;
    if (ws == NULL)
        return NULL;
    snprintf(ws->id, sizeof(ws->id), "%s", id);
    rp_firm_copy(ws->firm, firm);
    ws->app = app;
    ws->base_ns = (int64_t)uv_hrtime();
    rp_lobby_init(&ws->lobby);
    app->workshops[slot] = ws;
    return ws;
}

static void drop_batch(struct rp_workshop *ws)
{
    if (ws->batch != NULL)
        rp_batch_drop(ws->batch);
    ws->batch = NULL;
}

static void clear(struct rp_workshop *ws)
{
    drop_batch(ws);
    rp_workshop_clear_pinned(ws);
    free(ws->ended);
    free(ws);
}

void rp_workshop_forget(struct rp_workshop *ws)
{
    RP_WORKSHOP_GUESTS(ws, guest)
    guest->workshop = NULL;
    for (uint32_t i = 0; i < RP_WORKSHOPS_MAX; i++)
        if (ws->app->workshops[i] == ws)
            ws->app->workshops[i] = NULL;
    clear(ws);
}

struct rp_workshop *rp_workshop_coded(struct rp_app *app, struct rp_str typed)
{
    char code[RP_CODE_TEXT] = "";
    size_t length = 0;
    for (uint32_t i = 0; i < typed.length; i++) {
        char letter = typed.at[i];
        if (letter == ' ' || letter == '-')
            continue;
        if (length == RP_CODE_TEXT - 1)
            return NULL;
        code[length++] = letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter;
    }
    for (uint32_t i = 0; i < RP_WORKSHOPS_MAX && length == RP_CODE_TEXT - 1; i++) {
        struct rp_workshop *ws = app->workshops[i];
        if (ws != NULL && ws->stored && strcmp(ws->code, code) == 0)
            return ws;
    }
    return NULL;
}

/* The log. */

struct rp_batch *rp_workshop_batch(struct rp_workshop *ws)
{
    if (ws->batch == NULL)
        ws->batch = rp_batch_open(ws->id);
    if (ws->batch == NULL)
        ws->failed = true;
    return ws->batch;
}

static int64_t now_ms(const struct rp_workshop *ws)
{
    return rp_max(ws->lobby.now_ms, ((int64_t)uv_hrtime() - ws->base_ns) / ms_ns);
}

static void add_story(struct rp_workshop *ws, struct rp_str id)
{
    const struct rp_scenario *story =
        rp_scenario_named(ws->app->options.scenarios, id.at, id.length);
    if (story != NULL)
        ws->stories[ws->stories_n++] = story;
}

/* The setup's own strings live as long as the workshop. */
static void follow_setup(struct rp_workshop *ws)
{
    struct rp_event_workshop_opened *setup = &ws->lobby.setup;
    snprintf(ws->code, sizeof(ws->code), "%.*s", (int)setup->code.length, setup->code.at);
    ws->stories_n = 0;
    add_story(ws, setup->scenario);
    for (uint32_t i = 0; i < setup->stories_n; i++)
        add_story(ws, setup->stories[i].scenario);
    ws->method =
        ws->app->options.methods == NULL
            ? NULL
            : rp_method_named(ws->app->options.methods, setup->method.at, setup->method.length);
    setup->code = rp_str_of(ws->code);
    setup->scenario = setup->method = rp_str_of("");
    setup->stories_n = 0;
}

static enum rp_err step(struct rp_workshop *ws, int64_t at_ms, const struct rp_event *input)
{
    bool opened = ws->lobby.opened;
    enum rp_err err = rp_lobby_step(&ws->lobby, at_ms, input);
    if (err == RP_OK && !opened)
        follow_setup(ws);
    rp_workshop_queue_note(ws);
    return err;
}

enum rp_err rp_workshop_decide(struct rp_workshop *ws, const struct rp_event *input)
{
    uint8_t bytes[1024];
    size_t length = 0;
    struct rp_batch *batch = rp_workshop_batch(ws);
    if (ws->failed)
        return RP_ERR_STORAGE;
    int64_t at_ms = now_ms(ws);
    enum rp_err err = step(ws, at_ms, input);
    if (err != RP_OK)
        return err;
    RP_CHECK(rp_event_encode(input, bytes, sizeof(bytes), &length) == RP_OK);
    if (rp_batch_record(batch, ws->records + 1, RP_RECORD_INPUT, at_ms, bytes, length) != RP_OK)
        ws->failed = true;
    ws->records++;
    ws->changed = true;
    return ws->failed ? RP_ERR_STORAGE : RP_OK;
}

void rp_workshop_keep_keys(struct rp_workshop *ws, uint16_t person)
{
    struct rp_batch *batch = rp_workshop_batch(ws);
    ws->members[person].keys.person = person;
    if (batch == NULL || rp_batch_member(batch, &ws->members[person].keys) != RP_OK)
        ws->failed = true;
}

void rp_workshop_keep_name(struct rp_workshop *ws, uint32_t number, struct rp_str name)
{
    struct rp_batch *batch = rp_workshop_batch(ws);
    if (batch == NULL || rp_batch_person(batch, number, name.at, name.length) != RP_OK)
        ws->failed = true;
}

/* Folding: the same inputs, out of the store. */

struct folding {
    struct rp_workshop *ws;
    enum rp_err err;
};

static bool take_record(void *context, const struct rp_stored_record *record)
{
    struct folding *folding = context;
    struct rp_event event;
    folding->err = rp_event_decode(record->bytes, record->length, &event);
    if (folding->err == RP_OK)
        folding->err = step(folding->ws, record->at_ms, &event);
    folding->ws->records = record->n;
    return folding->err == RP_OK;
}

static bool take_name(void *context, uint32_t number, struct rp_str name)
{
    struct rp_workshop *ws = ((struct folding *)context)->ws;
    char *to = number == 0 ? ws->title : ws->members[number - 1].name;
    if (number <= RP_PEOPLE_MAX)
        snprintf(to, RP_STORE_NAME_MAX, "%.*s", (int)name.length, name.at);
    return true;
}

/* A workshop's only text. */
static bool take_consent(void *context, uint16_t line, struct rp_str text)
{
    struct rp_workshop *ws = ((struct folding *)context)->ws;
    (void)line;
    snprintf(ws->consent, sizeof(ws->consent), "%.*s", (int)text.length, text.at);
    return false;
}

static bool take_member(void *context, const struct rp_stored_member *member)
{
    struct folding *folding = context;
    if (member->person < RP_PEOPLE_MAX)
        folding->ws->members[member->person].keys = *member;
    return true;
}

static enum rp_err fold(struct rp_workshop *ws)
{
    struct folding folding = {ws, RP_OK};
    struct rp_store *store = ws->app->options.store;
    rp_lobby_init(&ws->lobby);
    ws->records = 0;
    ws->ended_n = ws->queue_first = ws->queue_next = 0;
    ws->queue_session = 0;
    enum rp_err err = rp_store_records(store, ws->id, take_record, &folding);
    if (err == RP_OK && folding.err == RP_OK)
        err = rp_store_people(store, ws->id, take_name, &folding);
    if (err == RP_OK && folding.err == RP_OK)
        err = rp_store_members(store, ws->id, take_member, &folding);
    if (err == RP_OK && folding.err == RP_OK)
        err = rp_store_texts(store, ws->id, take_consent, &folding);
    if (err == RP_OK && folding.err == RP_OK && (ws->stories_n == 0 || ws->records == 0))
        err = RP_ERR_NOT_FOUND;
    ws->base_ns = (int64_t)uv_hrtime() - ws->lobby.now_ms * ms_ns;
    return err != RP_OK ? err : folding.err;
}

/* Who is connected, and whether staff are here, as the log is to know it. */
static void follow_links(struct rp_workshop *ws)
{
    for (uint16_t i = 0; i < ws->lobby.people_n; i++) {
        bool up = ws->members[i].conn.generation != 0;
        struct rp_event event = {.type = RP_EVENT_WORKSHOP_LINK};
        event.as.workshop_link.person = i;
        event.as.workshop_link.up = up;
        if (!ws->lobby.people[i].removed && ws->lobby.people[i].here != up)
            rp_workshop_decide(ws, &event);
    }
    bool staff = false;
    RP_WORKSHOP_GUESTS(ws, guest)
    staff |= guest->role == RP_ROLE_STAFF;
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_STAFF};
    event.as.workshop_staff.here = staff;
    if (staff != (ws->lobby.staff_away_ms == RP_NEVER))
        rp_workshop_decide(ws, &event);
}

struct commit {
    struct rp_app *app;
    char id[RP_ID_TEXT];
    struct rp_conn_id member; /* who waits for it; generation 0: nobody */
};

struct rp_workshop *rp_workshop_named(struct rp_app *app, const char *id)
{
    for (uint32_t i = 0; i < RP_WORKSHOPS_MAX; i++)
        if (app->workshops[i] != NULL && strcmp(app->workshops[i]->id, id) == 0)
            return app->workshops[i];
    return NULL;
}

/* What was not stored never happened: whoever waits for it is sent away to try again. */
static void go_back(struct rp_workshop *ws)
{
    if (!rp_store_healthy(ws->app->options.store))
        return;
    rp_log(RP_LOG_ERROR, "workshop_folded_again", RP_TEXT("workshop", ws->id));
    RP_WORKSHOP_GUESTS(ws, guest)
    rp_net_close(ws->app->net, guest->conn, RP_CLOSE_GOING_AWAY);
    drop_batch(ws);
    if (ws->stored && fold(ws) == RP_OK)
        ws->failed = false;
    else
        rp_workshop_forget(ws);
}

static void on_stored(void *context, enum rp_err err)
{
    struct commit *commit = context;
    struct rp_workshop *ws = rp_workshop_named(commit->app, commit->id);
    struct rp_guest *member = rp_app_guest(commit->app, commit->member);
    free(commit);
    if (ws == NULL)
        return;
    ws->in_flight--;
    ws->failed |= err != RP_OK;
    if (!ws->failed && member != NULL && member->workshop == ws)
        rp_workshop_let_in(ws, member);
    if (ws->failed || ws->in_flight > 0)
        return;
    ws->stored = true;
    rp_workshop_tell(ws);
    rp_workshop_arrange(ws);
}

static void put(struct rp_workshop *ws, struct rp_conn_id member)
{
    struct commit *commit = malloc(sizeof(*commit));
    if (commit == NULL || ws->failed || ws->batch == NULL) {
        ws->failed |= commit == NULL;
        free(commit);
        return;
    }
    commit->app = ws->app;
    commit->member = member;
    snprintf(commit->id, sizeof(commit->id), "%s", ws->id);
    struct rp_batch *batch = ws->batch;
    ws->batch = NULL;
    ws->in_flight++;
    rp_store_put(ws->app->options.store, batch, on_stored, commit);
}

void rp_workshop_put(struct rp_workshop *ws)
{
    put(ws, (struct rp_conn_id){0, 0});
}

void rp_workshop_put_member(struct rp_workshop *ws, const struct rp_guest *guest)
{
    put(ws, guest->conn);
}

/* The beat. */

/* What time alone has changed is in the log before anybody hears of it: a restart goes back behind
 * no session that has begun. */
static void note_time(struct rp_workshop *ws, int64_t now_ns, bool turned)
{
    bool runs = ws->lobby.phase != RP_GATHERING_OPEN && ws->lobby.phase != RP_GATHERING_OVER;
    struct rp_event event = {.type = RP_EVENT_WORKSHOP_BEAT};
    event.as.workshop_beat.phase = ws->lobby.phase;
    if (!turned && (!runs || now_ns - ws->beat_ns < beat_every_ns))
        return;
    ws->beat_ns = now_ns;
    rp_workshop_decide(ws, &event);
}

/* It ends for the store as well; it stays in memory until everybody has gone. */
static bool is_left(const struct rp_workshop *ws)
{
    for (uint32_t i = 0; i < ws->app->guests_n; i++) {
        const struct rp_guest *guest = ws->app->guests[i];
        if (guest && (guest->workshop == ws || strcmp(guest->only, ws->id) == 0))
            return false;
    }
    return ws->lobby.phase == RP_GATHERING_OVER && ws->in_flight == 0;
}

static void on_closed(void *context, enum rp_err err)
{
    (void)context, (void)err; /* if not stored, the next start closes it again */
}

static void close_workshop(struct rp_workshop *ws)
{
    struct rp_batch *batch = rp_workshop_batch(ws);
    if (batch != NULL && rp_batch_closed(batch) == RP_OK) {
        ws->batch = NULL;
        rp_store_put(ws->app->options.store, batch, on_closed, NULL);
    }
    rp_app_end_invites(ws->app, ws->firm, ws->id);
    rp_workshop_forget(ws);
}

static void beat(struct rp_workshop *ws, int64_t now_ns)
{
    if (ws->failed) {
        if (ws->in_flight == 0)
            go_back(ws);
        return;
    }
    rp_lobby_advance(&ws->lobby, now_ms(ws));
    bool staff_away = rp_lobby_staff_away(&ws->lobby);
    bool turned = ws->lobby.turns != ws->turns;
    ws->changed |= turned || staff_away != ws->staff_away;
    ws->turns = ws->lobby.turns;
    ws->staff_away = staff_away;
    follow_links(ws);
    note_time(ws, now_ns, turned);
    rp_workshop_put(ws);
    if (ws->in_flight > 0 || !ws->stored)
        return;
    rp_workshop_tell(ws);
    rp_workshop_arrange(ws);
    rp_workshop_tell_wall(ws, now_ns);
    rp_workshop_queue_beat(ws);
    if (is_left(ws))
        close_workshop(ws);
}

void rp_workshops_beat(struct rp_app *app, int64_t now_ns)
{
    for (uint32_t i = 0; i < RP_WORKSHOPS_MAX; i++)
        if (app->workshops[i] != NULL)
            beat(app->workshops[i], now_ns);
}

/* A guest who has gone, and whether he was one of ours. */
void rp_workshop_left(struct rp_app *app, struct rp_guest *guest)
{
    struct rp_workshop *ws = guest->workshop;
    guest->workshop = NULL;
    if (ws == NULL || guest->role != RP_ROLE_MEMBER || app->draining)
        return;
    struct rp_conn_id *conn = &ws->members[guest->member].conn;
    if (rp_conn_id_is(*conn, guest->conn))
        *conn = (struct rp_conn_id){0, 0};
}

/* Start and end. */

static bool take_workshop(void *context, const struct rp_stored_room *stored)
{
    struct rp_app *app = context;
    struct rp_workshop *ws = rp_workshop_open(app, stored->id, stored->firm);
    if (ws == NULL)
        return false;
    if (fold(ws) == RP_OK) {
        ws->stored = true;
        return true;
    }
    rp_log(RP_LOG_ERROR, "workshop_set_aside", RP_TEXT("workshop", stored->id),
           RP_TEXT("why", "its log does not decide itself, or its scenario has gone"));
    rp_workshop_forget(ws);
    return true;
}

enum rp_err rp_workshops_recover(struct rp_app *app)
{
    return rp_store_workshops(app->options.store, take_workshop, app);
}

void rp_workshops_clear(struct rp_app *app)
{
    for (uint32_t i = 0; i < RP_WORKSHOPS_MAX; i++) {
        if (app->workshops[i] == NULL)
            continue;
        clear(app->workshops[i]);
        app->workshops[i] = NULL;
    }
}
