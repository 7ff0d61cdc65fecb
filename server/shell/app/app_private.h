/* app_private.h: what the files of the application share. Nobody else includes it.
 *
 * app.c        opening, stopping, the one timer, guests and rooms by number
 * app_sign_in.c what staff post: to sign in and out, and to change their account
 * app_staff.c  what a signed-in guest is
 * app_invite.c staff of one workshop by a link
 * app_door.c   hello, join, resume: how a guest comes to a room
 * app_watch.c  the rooms that staff may see
 * app_new_room.c how a room begins
 * app_metrics.c figures for the operator
 * app_refusals.c what is refused, in the log
 * app_branch.c an ended room once more, from one of its moments
 * app_keeper.c how names and words go that were asked for or are kept no longer
 * app_load.c   rooms out of the store: at the start, and on demand
 * room*.c      what happens in a room
 * workshop*.c  what happens in a workshop
 */
#pragma once

#include <string.h>

#include "app.h"
#include "gate.h"
#include "invites.h"
#include "room.h"
#include "sign_in.h"
#include "workshop.h"

enum { RP_APP_OUT_MAX = 56 * 1024 }; /* one message to a client, encoded */

struct rp_app_counters {
    uint64_t verdicts[RP_VERDICTS], errors[RP_ERRORS], sign_ins[RP_SIGN_IN_OUTCOMES];
};

struct rp_app {
    struct rp_app_options options;
    struct rp_net *net;
    struct rp_demo_secrets demo;
    struct rp_hall hall;
    struct rp_hall_seat hall_seats[RP_APP_ROOMS_MAX];
    struct rp_room *rooms[RP_APP_ROOMS_MAX];
    uint32_t rooms_n, generations;
    struct rp_guest **guests; /* by connection slot */
    uint32_t guests_n;
    struct rp_room *demo_room; /* where the links of the demo lead; NULL: to a new one */
    uv_timer_t alarm, sweep;
    int handles;
    struct rp_workshop *workshops[RP_WORKSHOPS_MAX];
    struct rp_sign_in *sign_in;
    struct rp_keeper *keeper; /* NULL: nothing is forgotten */
    struct rp_invites invites;
    struct rp_gate gate; /* slows down who guesses codes */
    uv_timer_t beat;     /* of the workshops */
    bool draining;
    struct rp_app_counters counters;
    struct rp_log_brake refused[RP_ERRORS], refused_sign_ins[RP_SIGN_IN_OUTCOMES];
    bool behind; /* some guest has not been told all yet */
    void (*closed)(void *context);
    void *closed_context;
    uint8_t out[RP_APP_OUT_MAX];
};

static inline struct rp_str rp_str_of(const char *text)
{
    return (struct rp_str){text, (uint32_t)strlen(text)};
}

/* app.c */
struct rp_guest *rp_app_guest(const struct rp_app *app, struct rp_conn_id conn);
struct rp_room *rp_app_room(const struct rp_app *app, uint32_t slot, uint32_t generation);
struct rp_room *rp_app_room_named(const struct rp_app *app, const char *id, size_t length);

/* A free place with that id; NULL: the house is full, or no memory. */
struct rp_room *rp_app_add_room(struct rp_app *app, const char *id,
                                const struct rp_scenario *scenario);
/* Its guests are sent away, told why. */
void rp_app_empty_room(struct rp_app *app, struct rp_room *room, enum rp_close_code code);
/* Its guests are told that it is gone. */
void rp_app_forget_room(struct rp_app *app, struct rp_room *room);

/* A guest could not be told everything at once (true): it goes on as its outbox empties. */
void rp_app_behind(struct rp_app *app, bool behind);

/* Sets the one timer for whatever is due first. */
void rp_app_alarm(struct rp_app *app);

/* NULL when it could not be encoded: no memory. */
struct rp_body *rp_app_encode(struct rp_app *app, enum rp_out_type type, const void *out,
                              const struct rp_audience *audience, const struct rp_lookup *lookup);
/* A message that holds no event. */
void rp_app_send(struct rp_app *app, struct rp_conn_id conn, enum rp_out_type type,
                 const void *out);
/* Answers with a named error; `ref` is what it answers. */
void rp_app_refuse(struct rp_app *app, struct rp_conn_id conn, enum rp_err err, uint32_t ref);
void rp_app_error(struct rp_app *app, struct rp_conn_id conn, enum rp_error code, uint32_t ref);

/* app_sign_in.c */
void rp_app_posted(void *context, const struct rp_net_post *post);
extern const char *const rp_app_posts[];
/* What became of it; the context is the app. */
void rp_app_answered(void *context, const struct rp_sign_in_answer *answer);
void rp_app_signed_out(void *context, uint64_t post, enum rp_err err);

/* app_staff.c */
enum rp_err rp_app_open_staff(struct rp_app *app);
/* The guest has come with this cookie; false: his account has too many connections. */
bool rp_app_recognise_staff(struct rp_app *app, struct rp_guest *guest, const char *cookie);
/* He is nobody's staff, whatever his cookie says. */
void rp_app_forget_staff(struct rp_guest *guest);
void rp_app_make_staff(struct rp_guest *guest, const char *firm, enum rp_staff_role role,
                       const char *name);
void rp_app_list_workshops(struct rp_app *app, struct rp_guest *guest);
void rp_app_list_sign_ins(struct rp_app *app, struct rp_guest *guest);
/* Whether a guest who is staff of `firm` may know of the workshop; id "": of the firm at large. */
bool rp_app_is_for(const struct rp_guest *guest, const char *firm, const char *workshop);

/* app_invite.c */
enum rp_err rp_app_load_invites(struct rp_app *app);
/* The guest came by this secret; the workshop, or NULL: it is no invitation. */
struct rp_workshop *rp_app_came_invited(struct rp_app *app, struct rp_guest *guest,
                                        struct rp_str secret);
void rp_app_be_called(struct rp_app *app, struct rp_guest *guest,
                      const struct rp_msg_be_called *msg);
void rp_app_invite(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_invite *msg);
/* No link leads to the workshop any more, and whoever came by one goes. */
void rp_app_end_invites(struct rp_app *app, const char *firm, const char *workshop);

/* app_refusals.c: what is refused, as a line of the log. */
void rp_app_note_refusal(struct rp_app *app, struct rp_guest *guest, enum rp_error code,
                         uint32_t ref);
void rp_app_note_sign_in(struct rp_app *app, enum rp_sign_in_outcome outcome);

/* app_metrics.c */
/* As they stand in figures and in the log. */
const char *rp_app_error_name(enum rp_error code);
const char *rp_app_outcome_name(enum rp_sign_in_outcome outcome);
/* What net asks for; the context is the app. */
void rp_app_add_metrics(void *context, struct rp_text *text);

/* app_door.c */
void rp_app_hello(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_hello *hello);
void rp_app_join(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_join *join);
void rp_app_resume(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_resume *resume);
/* A new token for the seat, which goes with what the room has to store. */
void rp_app_new_seat(struct rp_room *room, enum rp_seat seat, char token[RP_TOKEN_TEXT]);

/* Sits the guest, who is in no room, down: he is told when it is stored. `seen`: events that he
 * has. */
void rp_app_sit(struct rp_room *room, struct rp_guest *guest, enum rp_seat seat, uint32_t seen);

/* A fresh token and its hash. */
void rp_app_token(char text[RP_TOKEN_TEXT], uint8_t hash[RP_TOKEN_HASH_BYTES]);

/* app_watch.c */
void rp_app_watch(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_watch *watch);
void rp_app_list_rooms(struct rp_app *app, struct rp_guest *guest);

/* app_new_room.c */

/* A room of that scenario in which nothing has happened yet; NULL: the house is full. */
struct rp_room *rp_app_new_room(struct rp_app *app, const char *id, const char *firm,
                                const struct rp_scenario *scenario);

/* What a new room is to be. */
struct rp_room_plan {
    const char *id, *firm;
    const struct rp_scenario *scenario;
    const struct rp_method_file *method; /* NULL: the server's */
    enum rp_level level;
    uint8_t heat;
    uint32_t read_ms, play_ms, wrap_ms; /* read_ms 0: until all are ready */
};

/* A room with the bot as the customer; NULL: no place. What it needs is in its batch. */
struct rp_room *rp_app_open_room(struct rp_app *app, const struct rp_room_plan *plan);

/* Decides that a named person has the seat from now on. */
enum rp_err rp_app_seat_person(struct rp_room *room, enum rp_seat seat, enum rp_player player,
                               uint32_t person, uint16_t time_pct);

/* app_branch.c */
void rp_app_branch(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_try_again *msg,
                   int64_t now_ns);

/* app_keeper.c: every now and then, from the sweep. */
enum rp_err rp_app_open_keeper(struct rp_app *app);
void rp_app_keep(struct rp_app *app, int64_t now_ns);
void rp_app_close_keeper(struct rp_app *app);
/* Its texts are just going: nobody may read it into memory. */
bool rp_app_is_being_erased(const struct rp_app *app, const char *room);

/* app_load.c: the room with that id out of the store, folded; RP_ERR_NOT_FOUND, or
 * RP_ERR_CONFLICT where the log does not decide itself: then it is set aside; RP_ERR_STORAGE: not
 * just now. */
enum rp_err rp_app_load_room(struct rp_app *app, const char *id, struct rp_room **room);
