/* net_private.h: what the files of the network share. Nobody else includes it.
 *
 * net.c            opening, stopping, the turn of the loop, the calls of net.h
 * net_conn.c       the table of connections, and the rules that time applies to them
 * net_handshake.c  who may open a WebSocket
 * net_tls.c        certificates
 * net_limit.c      what one address may have and try
 * net_ws.c         what libwebsockets says about an open one
 * net_http.c       plain HTTP requests
 * net_post.c       those that the application answers
 *
 * These eight are the only files that know libwebsockets. The traps of its version 4.1.6 are
 * guarded where they bite; each guard has its test in tests/wire/fence*.test.ts.
 */
#pragma once

#include <libwebsockets.h>
#include <uv.h>

#include "address.h"
#include "histogram.h"
#include "http_answer.h"
#include "log_brake.h"
#include "net.h"
#include "outbox.h"
#include "rate.h"
#include "round_trip.h"
#include "static_files.h"

#define RP_NET_SUBPROTOCOL "hearout.1"

enum {
    RP_NET_HEAD_MAX = 8 * 1024,     /* the headers of one request */
    RP_NET_REQUEST_BODY_MAX = 4096, /* the body of one request */
    RP_NET_TICK_MS = 250,           /* how finely those are kept */
    RP_NET_PING_QUICK_MS = 250, /* between the first five pings: they are to tell a median soon */
    RP_NETWORKS_MAX = 64,
    RP_NET_RX_BUFFER = 1024, /* held for each open WebSocket */
};

struct rp_conn {
    struct lws *wsi;
    struct rp_conn *next_due;
    struct rp_address *address; /* NULL: more of them than are counted */
    struct rp_conn_id id;
    int64_t opened_ns, heard_ns;
    int64_t message_began_ns; /* 0: none is under way */
    int64_t ping_due_ns;
    int64_t close_by_ns;
    uint8_t *message; /* pieces of the message under way, once there is more than one */
    uint32_t message_length, fragments;
    int32_t ping_every_ms;
    uint16_t close_code; /* 0: not closing */
    bool greeted, ping_due, listed;
    struct rp_rate messages, controls;
    struct rp_round_trip trip;
    struct rp_outbox outbox;
};

struct rp_slot {
    struct rp_conn *conn;
    uint32_t generation;
};

/* What libwebsockets keeps for us with each WebSocket. A refused handshake is told CLOSED, too,
 * on memory that never saw ESTABLISHED: conn is NULL there. */
struct rp_ws_session {
    struct rp_conn *conn; /* NULL too once we have said goodbye */
    bool opened;
};

/* A POST on its way to the application and back. */
struct rp_post {
    struct rp_post *next;
    uint64_t id;
    struct lws *wsi;  /* NULL: whoever asked has gone */
    const char *path; /* the handler's */
    int64_t began_ns;
    bool handed, answered;
    int status;
    int32_t retry_after_s;
    size_t length;
    char address[RP_NET_ADDRESS_MAX], cookie[RP_NET_COOKIE_MAX + 1];
    char set_cookie[RP_NET_COOKIE_MAX + 80];
    char body[RP_NET_POST_MAX + 1], reply[RP_NET_REPLY_MAX];
};

/* And with each HTTP request. */
struct rp_http_session {
    struct rp_post *post; /* NULL: none that the application is to answer */
    bool waiting;         /* for the body */
    bool completed;       /* the body is here, the answer leaves with the next WRITEABLE */
    size_t received;
};

/* What one address had too much of. */
enum rp_refused {
    RP_REFUSED_SOCKETS = 0,
    RP_REFUSED_ADDRESS_SOCKETS,
    RP_REFUSED_ADDRESS_HANDSHAKES,
    RP_REFUSED_GUESSES,
    RP_REFUSALS
};

struct rp_net_counters {
    uint64_t opened, frames_in, bytes_in, frames_out, bytes_out, requests;
    uint64_t handshakes_refused, pongs_unasked;
    uint64_t closed_by_code[16]; /* 4000 to 4015 */
    uint64_t refused[RP_REFUSALS];
};

/* Lines of the log, by what they tell of. */
struct rp_net_brakes {
    struct rp_log_brake limits[RP_REFUSALS], requests, closes[16];
};

struct rp_networks {
    struct rp_network at[RP_NETWORKS_MAX];
    size_t n;
};

struct rp_net {
    struct rp_net_handler handler;
    const char *const *origins;
    struct rp_net_limits limits;
    struct rp_networks proxies, readers;
    struct rp_addresses *addresses;
    struct rp_post *posts;
    uint64_t posts_made;
    struct rp_rate guesses; /* wrong ones of all addresses without a guest */
    int64_t sweep_due_ns;
    uint32_t tcp_sockets;
    struct rp_static_files *files;
    char *web_dir;
    uv_loop_t *loop;
    uv_prepare_t turn;
    uint64_t worked_us; /* by this thread, up to the last turn; 0: there was none */
    struct rp_histogram turns;
    uv_timer_t tick;
    struct lws_context *context;
    struct lws_vhost *vhost;
    struct ssl_ctx_st *ssl; /* NULL: no TLS */
    struct lws_protocols protocols[3];
    uint16_t port;

    struct rp_slot *slots;
    uint32_t slots_count, open_count;
    struct rp_conn *due; /* those that have something to say and have not asked for WRITEABLE */
    uint32_t sockets;    /* WebSockets that libwebsockets has not given back, closing ones too */

    bool draining, stopping;
    int handles_open;
    int destroy_calls;
    int64_t stop_by_ns;
    void (*stopped)(void *context);
    void *stopped_context;

    struct rp_net_counters counters;
    struct rp_net_brakes brakes;
    uint8_t frame[LWS_PRE + RP_OUTBOX_FRAME_MAX];
};

/* net_conn.c */
struct rp_conn *rp_conn_open(struct rp_net *net, struct lws *wsi, int64_t now_ns);
struct rp_conn *rp_conn_find(const struct rp_net *net, struct rp_conn_id id);
/* Tells the application and forgets the connection; the socket may live on to say goodbye. */
void rp_conn_gone(struct rp_net *net, struct rp_conn *conn);
/* Puts the connection on the list of those that have something to say at the end of the turn. */
void rp_conn_due(struct rp_net *net, struct rp_conn *conn);
void rp_conn_close(struct rp_net *net, struct rp_conn *conn, enum rp_close_code code);
/* Asks for WRITEABLE, once for each that is due; sends those away that have said their last. */
void rp_conn_end_turn(struct rp_net *net);
/* Sends a ping at the end of the turn. */
void rp_conn_ping(struct rp_net *net, struct rp_conn *conn);
/* Applies every rule of time to every connection. */
void rp_conn_tick(struct rp_net *net, int64_t now_ns);

/* net_handshake.c: NULL, or why this upgrade is refused. */
struct rp_refusal {
    int status;
    const char *words;
};
const struct rp_refusal *rp_handshake_judge(const struct rp_net *net, struct lws *wsi);
/* An Origin that may use us; none at all is no browser's. */
bool rp_origin_is_allowed(const struct rp_net *net, struct lws *wsi);
/* The session's cookie; "" when there is none, or more than one. */
void rp_net_cookie(struct lws *wsi, char cookie[RP_NET_COOKIE_MAX + 1]);
/* Copies a header, "" when absent; false when it is longer than the room for it. */
bool rp_net_header(struct lws *wsi, enum lws_token_indexes token, char *room, int size);
/* Whether the header was sent exactly once. */
bool rp_net_header_once(struct lws *wsi, enum lws_token_indexes token);

/* net_limit.c: sockets are counted from their first packet to their last; an upgrade through a
 * proxy that is believed is the forwarded address's. */
bool rp_limit_lets_in(struct rp_net *net, int fd);
void rp_limit_begin(struct rp_net *net, struct lws *wsi);
void rp_limit_end(struct rp_net *net, struct lws *wsi);
/* NULL, or why this upgrade is one too many. */
const struct rp_refusal *rp_limit_upgrade(struct rp_net *net, struct lws *wsi);
/* The address that a WebSocket comes from, as text and as what is counted. */
struct rp_address *rp_limit_address(struct rp_net *net, struct lws *wsi,
                                    char text[RP_NET_ADDRESS_MAX]);
/* The address of whoever asks, as text; "" when it cannot be told. */
void rp_limit_asker(const struct rp_net *net, struct lws *wsi, char text[RP_NET_ADDRESS_MAX]);
/* Whether whoever asks may read /metrics: this machine itself, and the readers. */
bool rp_limit_is_reader(const struct rp_net *net, struct lws *wsi);
/* Both lists are taken over, or on an error neither. */
enum rp_err rp_limit_set_networks(struct rp_net *net, const struct rp_net_options *options);
const char *rp_refused_name(enum rp_refused what);

/* net_tls.c: TLS 1.2 and 1.3. */
static inline bool rp_tls_is_wanted(const struct rp_net_options *options)
{
    return options->tls_certificate && *options->tls_certificate;
}
enum rp_err rp_tls_check(const struct rp_net_options *options);
void rp_tls_prepare(struct lws_context_creation_info *info, const struct rp_net_options *options);
/* libwebsockets has made its context of OpenSSL. */
void rp_tls_made(struct rp_net *net, void *ssl);
enum rp_err rp_tls_reload(struct rp_net *net, const struct rp_net_options *options);

/* net_post.c: NULL and *post NULL: nobody takes a POST at that path. Otherwise it is collected, or
 * refused for a reason. */
const struct rp_refusal *rp_post_begin(struct rp_net *net, struct lws *wsi, const char *path,
                                       long long length, struct rp_post **post);
/* -1: there is more than was announced. */
int rp_post_collect(struct rp_post *post, const void *bytes, size_t length);
void rp_post_hand_over(struct rp_net *net, struct rp_post *post);
struct rp_http_answer rp_post_answer(const struct rp_post *post);
void rp_post_close(struct rp_net *net, struct rp_post *post);
/* The socket goes. */
void rp_post_abandon(struct rp_net *net, const struct lws *wsi);
/* Bodies that do not come are not waited for. */
void rp_post_tick(struct rp_net *net, int64_t now_ns);

/* net_ws.c, net_http.c */
/* Closes with the connection's code. conn is gone afterwards. Not from a callback of its wsi. */
void rp_ws_goodbye(struct rp_net *net, struct rp_conn *conn);
int rp_net_on_ws(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                 size_t length);
int rp_net_on_http(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                   size_t length);

static inline struct rp_net *rp_net_of(struct lws *wsi)
{
    return lws_context_user(lws_get_context(wsi));
}
