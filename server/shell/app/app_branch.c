/* app_branch.c: "Try again from here": a new room whose log is a prefix of an ended one's. */
#include "app_private.h"
#include "rp_shape.h"

/* The names that `to` has yet to hear of, up to that one: numbers stay. */
static enum rp_err copy_people(const struct rp_room *from, struct rp_room *to, uint32_t person)
{
    enum rp_err err = RP_OK;
    while (err == RP_OK && to->words.people_n <= person) {
        uint32_t number = 0;
        struct rp_str name = rp_room_words_person(&from->words, to->words.people_n);
        err = rp_room_keep_person(to, name, &number);
        if (err == RP_OK)
            rp_room_person_of(to, number, from->id, number);
    }
    return err;
}

/* What the input cites outside the log comes along. */
static enum rp_err copy_words(const struct rp_room *from, struct rp_room *to,
                              const struct rp_event *input)
{
    uint16_t line = rp_event_text(input);
    struct rp_str text = rp_room_words_line(&from->words, line, 0);
    enum rp_err err = copy_people(from, to, rp_event_person(input));
    return err == RP_OK && text.length > 0 ? rp_room_keep_line_as(to, line, text) : err;
}

/* Every input up to that moment, decided again. */
static enum rp_err repeat(const struct rp_room *from, struct rp_room *to, int64_t until_ms)
{
    const uint8_t *bytes;
    for (uint32_t n = 1; n <= from->stored; n++) {
        const struct rp_log_entry *entry = rp_room_log_at(&from->log, n, &bytes);
        struct rp_event event;
        if (entry->at_ms > until_ms)
            break;
        if (entry->kind != RP_RECORD_INPUT)
            continue;
        enum rp_err err = rp_event_decode(bytes, entry->length, &event);
        if (err == RP_OK)
            err = copy_words(from, to, &event);
        if (err == RP_OK)
            err = rp_room_repeat(to, entry->at_ms, &event);
        if (err != RP_OK)
            return err;
    }
    return rp_room_repeat(to, until_ms, NULL);
}

static void on_stored(struct rp_room *room, struct rp_conn_id conn, enum rp_err err)
{
    struct rp_guest *guest = rp_app_guest(room->app, conn);
    if (guest == NULL)
        return;
    if (err != RP_OK) {
        rp_app_refuse(room->app, conn, err, RP_MSG_TRY_AGAIN);
        return;
    }
    const struct rp_out_branched branched = {rp_str_of(room->id), rp_str_of(guest->token)};
    rp_app_send(room->app, conn, RP_OUT_BRANCHED, &branched);
    memset(guest->token, 0, sizeof(guest->token));
}

/* Only what a bot played can be played again by it. */
static enum rp_err check(const struct rp_room *room, int64_t at_ms)
{
    const struct rp_session *session = &room->session;
    if (room->debrief_from == 0 || session->player != RP_PLAYER_BOT || room->app->draining)
        return RP_ERR_DENIED;
    return at_ms < session->play_began_ms || at_ms > session->now_ms ? RP_ERR_RANGE : RP_OK;
}

void rp_app_branch(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_try_again *msg,
                   int64_t now_ns)
{
    const struct rp_room *from = guest->room;
    char id[RP_TOKEN_TEXT];
    uint8_t unused[RP_TOKEN_HASH_BYTES];
    enum rp_err err = check(from, msg->at_ms);
    rp_app_token(id, unused);
    struct rp_room *room =
        err == RP_OK ? rp_app_new_room(app, id, from->firm, from->scenario) : NULL;
    if (room == NULL) {
        rp_app_refuse(app, guest->conn, err != RP_OK ? err : RP_ERR_TOO_LARGE, RP_MSG_TRY_AGAIN);
        return;
    }
    room->base_ns = now_ns - msg->at_ms * 1000000;
    room->alone_since_ns = now_ns;
    err = repeat(from, room, msg->at_ms);
    if (err == RP_OK && !rp_session_plays(&room->session))
        err = RP_ERR_RANGE;
    if (err != RP_OK) {
        rp_app_forget_room(app, room);
        rp_app_refuse(app, guest->conn, err, RP_MSG_TRY_AGAIN);
        return;
    }
    rp_app_new_seat(room, RP_SEAT_TRAINEE, guest->token);
    const struct rp_receipt receipt = {.conn = guest->conn, .then = on_stored};
    rp_room_put(room, &receipt);
    rp_room_follow_links(room, now_ns); /* nobody sits there yet: its clock stands still */
}
