/* room.h: a live room: one session, its log, and the guests that take part in it.
 *
 * What happens here is stored before it is shown: an input is decided at once, its records go to
 * the store, and when they are safe they are told to everyone who may see them (rp_visible). If
 * they could not be stored they never happened: the session is decided again from what is stored,
 * and the room stands still until storage is back.
 *
 *   room.c        inputs -> session -> log -> store, and back when they are safe
 *   room_tell.c   stored records -> guests
 *   room_act.c    what a seated guest sends -> inputs
 *   room_staff.c  staff who play the customer, or are the colleague -> inputs
 *   room_grade.c  marks and the debrief -> inputs
 *   room_audit.c  what is noted in the audit log
 *   room_load.c, room_fold.c   the session from its log: after a restart, a failed write, or when
 *                              somebody asks for it
 *
 * Times    *_ns is uv_hrtime; the room turns it into session time, which stands still while no
 *          process owns the room.
 * Owner    the app holds rooms by slot; one loop thread.
 * Errors   as rp_session_step, and RP_ERR_STORAGE while the room stands still.
 */
#pragma once

#include "guest.h"
#include "method.h"
#include "room_log.h"
#include "room_words.h"
#include "store.h"

/* A principal's seat, whether he is connected or not. */
struct rp_seat_holder {
    bool taken;      /* by a person; the bot takes none */
    uint32_t person; /* whose name it shows */
    uint16_t time_pct;
    uint32_t last_send_id;  /* newest say.id that is decided */
    struct rp_conn_id conn; /* generation 0: away */
    bool link_down;         /* as the session was told */
    uint8_t token[RP_TOKEN_HASH_BYTES], old_token[RP_TOKEN_HASH_BYTES];
};

/* The latest report of abuse. */
struct rp_room_report {
    uint32_t n; /* its record; 0: there was none */
    int64_t at_ms;
    enum rp_seat by;
    bool seen; /* by staff, or they have been in the room since */
};

struct rp_app;

struct rp_room {
    char id[RP_ID_TEXT];
    char firm[RP_FIRM_TEXT];
    uint32_t slot, generation;
    struct rp_app *app;
    const struct rp_scenario *scenario;
    const struct rp_method_file *method; /* its words; NULL: not graded, or its file is gone */
    struct rp_session session;
    struct rp_room_log log;
    struct rp_room_words words;
    struct rp_seat_holder holders[2]; /* trainee, customer */
    struct rp_guest *guests;

    struct rp_batch *batch;             /* what has happened since the last put */
    uint16_t kept_line;                 /* whose text goes with the next input; 0: none */
    uint32_t in_flight;                 /* batches on their way to the disk */
    uint32_t stored, told;              /* records that are safe, and shown */
    uint32_t people_stored;             /* names that are safe */
    uint32_t debrief_from;              /* the record with which the debrief began; 0: not yet */
    uint32_t rated_from, released_from; /* the record with which the trainee's own view was in,
                                           and that with which the marks were out */
    bool reading;                       /* the recogniser has a line of it */
    bool failed;                        /* something of what is on its way will not be stored */
    bool stopped;                       /* until storage is back */
    bool closed;                        /* left before it began */
    bool paused;                        /* by a person, not by a link or an outage */

    struct rp_conn_id lent_by;   /* the customer who watches while staff have his part */
    uint32_t lent_person;        /* and his name; */
    uint16_t lent_time_pct;      /* generation 0: it was the bot's */
    struct rp_conn_id colleague; /* of staff who joined as the colleague */
    int64_t staff_left_ns;       /* since when whoever played or joined is away; 0: is not */

    int stop_by; /* the seat that pressed Stop, or -1 */
    struct rp_room_report report;

    int64_t base_ns;              /* session time 0 on the loop's clock */
    int64_t alone_since_ns;       /* no guest is here; 0: some are */
    uint32_t customer_n;          /* the record of the customer's latest sign of life, */
    int64_t customer_at_ms;       /* when it was, */
    int64_t customer_late_ms;     /* and how much later it was shown */
    uint8_t anger;                /* as last derived, for the list of rooms */
    uint16_t last_line, last_say; /* the latest that was said */
    enum rp_phase told_phase;     /* as everybody in the room has been told: */
    enum rp_holder told_holder;   /* others may be told no sooner */
};

/* Something to be answered once the input that it belongs to is safe. */
struct rp_receipt {
    struct rp_conn_id conn; /* generation 0: nobody waits */
    uint32_t send_id;
    uint16_t line;
    void (*then)(struct rp_room *room, struct rp_conn_id conn, enum rp_err err); /* or NULL */
};

/* room.c */
int64_t rp_room_now_ms(const struct rp_room *room, int64_t now_ns);

/* Decides one input: its records are in the log and in the batch, until rp_room_put. The text of
 * a line that it brings must have been kept before; when it is refused, that text is gone, too. */
enum rp_err rp_room_decide(struct rp_room *room, int64_t at_ns, const struct rp_event *input);

/* Decides an input of another room's log at its moment of session time, and nothing of its own;
 * NULL: only what was due by then. */
enum rp_err rp_room_repeat(struct rp_room *room, int64_t at_ms, const struct rp_event *input);

/* Puts what was decided on its way to the disk. `receipt` may be NULL. */
void rp_room_put(struct rp_room *room, const struct rp_receipt *receipt);

/* The batch that the next put carries; NULL: no memory, and the put will fail. */
struct rp_batch *rp_room_batch(struct rp_room *room);

/* Keeps a text as the next line, for the input that is decided next; or a name as a person, in
 * memory and in the batch. */
enum rp_err rp_room_keep_line(struct rp_room *room, struct rp_str text);
enum rp_err rp_room_keep_line_as(struct rp_room *room, uint16_t line, struct rp_str text);
enum rp_err rp_room_keep_person(struct rp_room *room, struct rp_str name, uint32_t *person);
/* The person just kept is known in another room or workshop by that number. */
void rp_room_person_of(struct rp_room *room, uint32_t person, const char *of_room,
                       uint32_t of_person);

/* A principal's connection came or went: his holder's `conn` says which. */
void rp_room_follow_links(struct rp_room *room, int64_t at_ns);

/* What is due by now happens. */
void rp_room_wake(struct rp_room *room, int64_t now_ns);

/* After a failure: what was not stored never happened. Nothing while some of it is on its way.
 * A room of which nothing is stored is gone afterwards. */
void rp_room_go_back(struct rp_room *room);

/* Goes on if it stood still and storage is back. */
void rp_room_try_again(struct rp_room *room, int64_t now_ns);

/* Follows one record: what the shell itself keeps of the log. */
void rp_room_note(struct rp_room *room, uint32_t n, const struct rp_record *record);

void rp_room_clear(struct rp_room *room);

/* room_recognise.c: has the recogniser read every stored line that was not read, one after the
 * other, so that a room has one thread of the pool at most; what it finds comes back as inputs. */
void rp_room_read_on(struct rp_room *room);

/* room_audit.c: adds the record to the audit log if it belongs there. */
enum rp_err rp_room_audit(const struct rp_room *room, struct rp_batch *batch, uint32_t n,
                          const struct rp_record *record);

/* room_tell.c */
void rp_room_tell(struct rp_room *room);

/* Tells one guest what it has missed, as far as its outbox has room; true: there is more. */
bool rp_room_catch_up(struct rp_room *room, struct rp_guest *guest);

/* Takes the guest in; it is told nothing before the welcome. `seen`: events that it has. */
void rp_room_enter(struct rp_room *room, struct rp_guest *guest, enum rp_seat seat, uint32_t seen);

/* Your seat and card, then every event that the guest has not seen. */
void rp_room_welcome(struct rp_room *room, struct rp_guest *guest);
void rp_room_leave(struct rp_room *room, struct rp_guest *guest, int64_t now_ns);

/* room_act.c: what a seated guest sends. */
void rp_room_act(struct rp_room *room, struct rp_guest *guest, const struct rp_msg *msg,
                 int64_t at_ns);

/* room_grade.c: what graders send, and what is sent in the debrief. */
void rp_room_grade(struct rp_room *room, const struct rp_guest *guest, const struct rp_msg *msg,
                   int64_t at_ns);
/* Before play: what the session will be graded by. */
enum rp_err rp_room_graded_by(struct rp_room *room, const struct rp_method_file *method);
/* The method's words, to whoever grades by it. */
void rp_room_tell_method(struct rp_room *room, const struct rp_guest *guest);

/* room_staff.c */
/* What staff send who take part: play_customer, colleague, colleague_say. */
void rp_room_staff_act(struct rp_room *room, struct rp_guest *guest, const struct rp_msg *msg,
                       int64_t at_ns);
/* Whether the guest plays the customer as staff. */
bool rp_room_is_played_by(const struct rp_room *room, const struct rp_guest *guest);
/* The guest of staff has gone: somebody waits for him, for a while. */
void rp_room_staff_left(struct rp_room *room, const struct rp_guest *guest);
void rp_room_staff_beat(struct rp_room *room, int64_t now_ns);
/* The customer's player is back while staff have his part: he watches. */
void rp_room_lent_back(struct rp_room *room, struct rp_guest *guest);
/* How long staff may take to join as the colleague; 0: there is nobody. */
uint32_t rp_room_offer_ms(const struct rp_room *room);

/* The number under which this room names the guest of staff; 0 when there are too many of them. */
uint32_t rp_room_staff_person(struct rp_room *room, const struct rp_guest *guest);
/* What staff are called in marks. */
const char *rp_room_staff_name(const struct rp_guest *guest);

/* room_load.c */

/* Which scenario the stored room was decided with; one whose file has changed since is put on the
 * shelf as it was. RP_ERR_NOT_FOUND: no such room, or set aside. RP_ERR_MALFORMED: its scenario
 * cannot be read any more. `firm` takes whose it is, or is NULL. */
enum rp_err rp_room_find(struct rp_store *store, struct rp_scenario_shelf *scenarios,
                         const char *id, const struct rp_scenario **scenario, char *firm);

/* Log, texts, people and seats of the room with room->id. */
enum rp_err rp_room_read(struct rp_room *room, struct rp_store *store);

/* room_fold.c */

/* Decides the log again from its inputs and compares: RP_ERR_CONFLICT, it came out otherwise. */
enum rp_err rp_room_fold(struct rp_room *room);

/* No process owned the room for a while: its clock stood still, and nobody is charged for it. */
void rp_room_outage(struct rp_room *room, int64_t now_ns);
