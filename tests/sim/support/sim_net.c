/* sim_net.c: net.h without sockets. The outbox is the real one, so a frame here is what would go
 * over the wire, to the byte. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "net.h"
#include "outbox.h"
#include "rp_codec.h"
#include "sim_time.h"

enum { ROUND_TRIP_MS = 40, GUESSES = 1000 };

struct rp_net {
    struct sim *sim;
    struct rp_net_handler handler;
    struct rp_net_limits limits;
    uint32_t generations;
};

struct rp_net *sim_net_make(struct sim *sim)
{
    struct rp_net *net = calloc(1, sizeof(*net));
    RP_CHECK(net != NULL);
    *net = (struct rp_net){
        .sim = sim, .handler = rp_app_handler(sim->app), .limits = RP_NET_LIMITS_DEFAULT};
    return net;
}

void sim_net_free(struct rp_net *net)
{
    free(net);
}

static struct sim_guest *guest_of(const struct rp_net *net, struct rp_conn_id conn)
{
    struct sim_guest *guest = conn.slot < net->sim->guests_n ? net->sim->guests[conn.slot] : NULL;
    bool same = guest != NULL && conn.generation != 0 && guest->conn.generation == conn.generation;
    return same && guest->open ? guest : NULL;
}

/* What the application calls. */

enum rp_err rp_net_send(struct rp_net *net, struct rp_conn_id conn, struct rp_body *body,
                        uint32_t n)
{
    struct sim_guest *guest = guest_of(net, conn);
    if (guest == NULL || guest->closing)
        return RP_ERR_NOT_FOUND;
    enum rp_err err = rp_outbox_push(guest->outbox, body, n);
    if (err != RP_OK)
        rp_net_close(net, conn, RP_CLOSE_SLOW_READER);
    return err;
}

static void run_closed(void *context)
{
    struct sim_guest *guest = context;
    struct rp_net *net = guest->sim->net;
    if (!guest->open)
        return;
    guest->open = false;
    guest->closed = guest->closing ? (int)guest->closing : 1006;
    rp_outbox_clear(guest->outbox);
    if (net != NULL)
        net->handler.closed(net->handler.context, guest->conn);
}

void rp_net_close(struct rp_net *net, struct rp_conn_id conn, enum rp_close_code code)
{
    struct sim_guest *guest = guest_of(net, conn);
    if (guest != NULL && !guest->closing)
        guest->closing = code;
}

uint32_t rp_net_queued(const struct rp_net *net, struct rp_conn_id conn)
{
    const struct sim_guest *guest = guest_of(net, conn);
    return guest != NULL ? guest->outbox->bytes : 0;
}

void rp_net_greeted(struct rp_net *net, struct rp_conn_id conn)
{
    (void)net, (void)conn;
}

void rp_net_ping_every(struct rp_net *net, struct rp_conn_id conn, int32_t every_ms)
{
    (void)net, (void)conn, (void)every_ms;
}

int32_t rp_net_round_trip_ms(const struct rp_net *net, struct rp_conn_id conn)
{
    return guest_of(net, conn) != NULL ? ROUND_TRIP_MS : -1;
}

int32_t rp_net_stall_ms(const struct rp_net *net, struct rp_conn_id conn, int64_t now_ns)
{
    (void)net, (void)conn, (void)now_ns;
    return 0;
}

bool rp_net_may_guess(struct rp_net *net, struct rp_conn_id conn)
{
    (void)net, (void)conn;
    return true;
}

bool rp_net_guessed_wrong(struct rp_net *net, struct rp_conn_id conn)
{
    (void)net, (void)conn;
    return true;
}

void rp_net_guessed_right(struct rp_net *net, struct rp_conn_id conn)
{
    (void)net, (void)conn;
}

const struct rp_net_limits *rp_net_limits(const struct rp_net *net)
{
    return &net->limits;
}

/* Nobody posts here. */
void rp_net_answer(struct rp_net *net, uint64_t post, const struct rp_net_reply *reply)
{
    (void)net, (void)post, (void)reply;
}

/* Guests. */

struct sim_guest *sim_come(struct sim *sim, const char *who, const char *secret)
{
    RP_CHECK(sim->guests_n < SIM_GUESTS_MAX);
    struct sim_guest *guest = calloc(1, sizeof(*guest));
    RP_CHECK(guest != NULL && (guest->outbox = calloc(1, sizeof(*guest->outbox))) != NULL);
    guest->sim = sim;
    guest->who = who;
    guest->conn = (struct rp_conn_id){sim->guests_n, ++sim->net->generations};
    guest->open = true;
    sim->guests[sim->guests_n++] = guest;
    const struct rp_newcomer newcomer = {"192.0.2.1", ""};
    sim->net->handler.opened(sim->net->handler.context, guest->conn, &newcomer, sim_now_ns());
    struct rp_msg msg = {.type = RP_MSG_HELLO};
    msg.as.hello.version = RP_PROTOCOL_VERSION;
    msg.as.hello.tab = sim_str(who);
    msg.as.hello.has_secret = secret != NULL;
    msg.as.hello.secret = sim_str(secret ? secret : "");
    sim_send(guest, &msg);
    return guest;
}

void sim_drop(struct sim_guest *guest)
{
    sim_later(0, run_closed, guest);
}

struct inbound {
    struct sim_guest *guest;
    size_t length;
    uint8_t bytes[];
};

static void run_inbound(void *context)
{
    struct inbound *inbound = context;
    struct sim_guest *guest = inbound->guest;
    struct rp_net *net = guest->sim->net;
    if (guest->open && !guest->closing)
        net->handler.frame(net->handler.context, guest->conn, inbound->bytes, inbound->length,
                           sim_now_ns());
    free(inbound);
}

void sim_send_bytes(struct sim_guest *guest, const uint8_t *bytes, size_t length)
{
    struct inbound *inbound = malloc(sizeof(*inbound) + length);
    RP_CHECK(inbound != NULL);
    inbound->guest = guest;
    inbound->length = length;
    memcpy(inbound->bytes, bytes, length);
    sim_later(0, run_inbound, inbound);
}

void sim_send(struct sim_guest *guest, const struct rp_msg *msg)
{
    uint8_t bytes[RP_CODEC_IN_MAX];
    size_t length = 0;
    RP_CHECK(rp_msg_encode(msg, bytes, sizeof(bytes), &length) == RP_OK);
    sim_send_bytes(guest, bytes, length);
}

/* Frames. */

static void take_told(void *context, const struct sim_told *told)
{
    struct sim_guest *guest = context;
    const struct sim_options *options = &guest->sim->options;
    sim_learn(guest, told);
    if (options->told)
        options->told(options->context, guest, told);
}

static void keep_frame(struct sim_guest *guest, const uint8_t *bytes, size_t length)
{
    const struct sim_options *options = &guest->sim->options;
    guest->frames = realloc(guest->frames, (guest->frames_n + 1) * sizeof(*guest->frames));
    guest->bytes = realloc(guest->bytes, guest->bytes_n + length);
    RP_CHECK(guest->frames != NULL && guest->bytes != NULL);
    guest->frames[guest->frames_n++] =
        (struct sim_frame){sim_now_ns(), guest->bytes_n, (uint32_t)length};
    memcpy(guest->bytes + guest->bytes_n, bytes, length);
    guest->bytes_n += (uint32_t)length;
    sim_read_frame(bytes, length, take_told, guest);
    if (options->frame)
        options->frame(options->context, guest, bytes, length);
}

void sim_net_flush(struct sim *sim)
{
    static uint8_t frame[RP_OUTBOX_FRAME_MAX];
    if (sim->net == NULL)
        return;
    if (sim->net->handler.turn_end)
        sim->net->handler.turn_end(sim->net->handler.context);
    for (uint32_t i = 0; i < sim->guests_n; i++) {
        struct sim_guest *guest = sim->guests[i];
        for (size_t length; guest->open && (length = rp_outbox_frame(guest->outbox, frame)) > 0;)
            keep_frame(guest, frame, length);
        if (guest->open && guest->closing)
            sim_later(0, run_closed, guest);
    }
}
