/* sim.h: the whole application in one process: the real app, rooms, workshops, core, recogniser and
 * store, but with time, network and chance of its own. A minute takes no minute, every byte that
 * leaves is kept, and the same seed gives the same bytes.
 *
 *   sim_time.c   the clock, timers, the pool's work and commits, in the order of their moments;
 *                stands in for uv_hrtime, uv_timer_*, uv_close, rp_loop_work; wraps rp_store_put
 *   sim_net.c    stands in for net.h: guests instead of sockets
 *   sim_told.c   frames as messages
 *   sim_say.c    what guests send
 *   sim.c        opening and closing
 *
 * Times    virtual. What is due at one instant is one turn of the loop: its frames leave after it.
 * Owner    one sim at a time, on one thread.
 * Errors   what only a wrong test can cause ends the process.
 */
#pragma once

#include "app.h"

enum { SIM_GUESTS_MAX = 256, SIM_VALUES_MAX = 32, SIM_TEXT = 100 };

/* One message of a frame; of an event, its own fields. */
struct sim_value {
    const uint8_t *at;
    uint32_t length; /* 0: absent, as nil is */
};

struct sim_told {
    enum rp_out_type type;
    enum rp_event_type event; /* 0: the message holds none */
    int64_t at_ms;            /* of the event */
    uint32_t values_n;
    struct sim_value values[SIM_VALUES_MAX];
};

struct sim_frame {
    int64_t at_ns;
    uint32_t offset, length; /* in the guest's bytes */
};

struct sim;

struct sim_guest {
    struct sim *sim;
    const char *who; /* for what a failed test says */
    struct rp_conn_id conn;
    bool open;
    enum rp_close_code closing; /* 0: not */
    int closed;                 /* the code with which it ended, 0: open */
    struct rp_outbox *outbox;

    struct sim_frame *frames; /* whatever it was sent */
    uint32_t frames_n;
    uint8_t *bytes;
    uint32_t bytes_n;

    /* As it was last told. */
    enum rp_seat seat;
    bool seated;
    enum rp_stage stage; /* as its own events show */
    bool rated, released;
    char room[SIM_TEXT], token[SIM_TEXT], code[SIM_TEXT], member[SIM_TEXT], pin[SIM_TEXT];
    uint32_t say_id, acks, errors;
    enum rp_error error;
};

struct sim_options {
    uint64_t seed;
    int64_t commit_ms;                   /* from put to safe; 0: 5 */
    int64_t commit_jitter_ms;            /* and up to so much longer */
    struct rp_scenario_shelf *scenarios; /* the caller's */
    const struct rp_method_shelf *methods;
    const struct rp_recogniser *recogniser;
    uint32_t play_ms;
    /* Each message of each frame, as it leaves. Or NULL. */
    void (*told)(void *context, struct sim_guest *guest, const struct sim_told *told);
    void (*frame)(void *context, struct sim_guest *guest, const uint8_t *bytes, size_t length);
    void *context;
};

struct sim {
    struct sim_options options;
    char folder[512];
    struct rp_store *store;
    struct rp_app *app;
    struct rp_net *net;
    struct sim_guest *guests[SIM_GUESTS_MAX];
    uint32_t guests_n;
};

/* sim.c */
void sim_open(struct sim *sim, const struct sim_options *options);
/* What is in hand is stored; the folder stays until sim_clear. */
void sim_close(struct sim *sim);
/* Another process begins with what was stored. Guests are gone. */
void sim_reopen(struct sim *sim);
/* Both. */
void sim_restart(struct sim *sim);
void sim_clear(struct sim *sim);

/* A number below `bound` of the test's own chance: what the application draws does not change it.
 */
uint32_t sim_random(struct sim *sim, uint32_t bound);

/* sim_time.c */
int64_t sim_now_ms(void);
void sim_pass(struct sim *sim, int64_t ms);
/* Only what is due at this instant, and what comes of it. */
void sim_settle(struct sim *sim);
/* Until it is so, or for so long; false: it never was. */
bool sim_until(struct sim *sim, bool (*is_so)(void *context), void *context, int64_t most_ms);

/* sim_net.c: a guest who has said hello. `secret` may be NULL. */
struct sim_guest *sim_come(struct sim *sim, const char *who, const char *secret);
/* His line is cut. */
void sim_drop(struct sim_guest *guest);
/* Does not let time pass: what is sent at one instant is of one turn, in this order. */
void sim_send(struct sim_guest *guest, const struct rp_msg *msg);
void sim_send_bytes(struct sim_guest *guest, const uint8_t *bytes, size_t length);

/* sim_say.c: the messages most in use. */
struct rp_str sim_str(const char *text);
struct sim_guest *sim_staff(struct sim *sim, const char *who);
/* Nobody of the demo firm. */
struct sim_guest *sim_foreign_staff(struct sim *sim, const char *who, const char *firm);
void sim_simple(struct sim_guest *guest, enum rp_msg_type type);
void sim_join(struct sim_guest *guest, const char *scenario, const char *name);
void sim_enter(struct sim_guest *guest, const char *code, const char *name);
void sim_resume(struct sim_guest *guest, const char *token, uint32_t n);
void sim_watch(struct sim_guest *guest, const char *room);
void sim_steer(struct sim_guest *guest, enum rp_steer what);
void sim_compose(struct sim_guest *guest, enum rp_compose_state state);
void sim_say(struct sim_guest *guest, const char *text, enum rp_chip chip);
/* Its room in the application. */
struct rp_room *sim_room(const struct sim_guest *guest);

/* sim_told.c */
void sim_read_frame(const uint8_t *bytes, size_t length,
                    void (*take)(void *context, const struct sim_told *told), void *context);
int64_t sim_integer(const struct sim_told *told, unsigned value);
bool sim_is_nil(const struct sim_told *told, unsigned value);
struct rp_str sim_string(const struct sim_told *told, unsigned value);
/* Every string in it, however deep. */
void sim_strings(const uint8_t *bytes, size_t length,
                 void (*take)(void *context, struct rp_str text), void *context);
