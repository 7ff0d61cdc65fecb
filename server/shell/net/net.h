/* net.h: the one door to the network: HTTP for the page, WebSocket for the sessions.
 *
 * Everything that a stranger may send is judged here first: handshake, origin, sizes, rates and
 * time limits (docs/design.md, "Limits"). The application sees whole binary messages from
 * connections that it knows by id, and hands back encoded bodies.
 *
 * Times    *_ns is uv_hrtime, stamped at receipt; *_ms are lengths of time.
 * Owner    the loop's thread alone may call. Ids, not pointers, cross this edge: an id whose
 *          connection has gone finds nothing, and every call with one is harmless.
 * Errors   rp_net_open logs what is wrong and what is wanted. What it had begun by then is undone
 *          by the loop's next turns: run it to its end.
 * Order    for each connection: opened, then frames and round trips, then closed, once, and
 *          never from inside rp_net_close. No frame follows a rp_net_close.
 *
 * All that is queued for a connection in one turn of the loop leaves as one binary frame,
 * [n, [body, body ...]]: n is the highest event number that this recipient has been given.
 */
#pragma once

#include <uv.h>

#include "body.h"
#include "close_codes.h"
#include "net_limits.h"
#include "rp_types.h"
#include "text.h"

enum {
    RP_NET_ADDRESS_MAX = 46, /* an IPv6 address as text, with its zero byte */
};

struct rp_net;

struct rp_conn_id {
    uint32_t slot, generation; /* generation 0 is nobody */
};

/* Whether both are one connection; nobody is not. */
static inline bool rp_conn_id_is(struct rp_conn_id a, struct rp_conn_id b)
{
    return a.generation != 0 && a.generation == b.generation && a.slot == b.slot;
}

/* Holds a session's token. Browsers take a __Host- cookie only as Secure, for the whole host and
 * from this host itself; a loopback address is secure enough for them. */
#define RP_NET_COOKIE "__Host-hearout"

enum { RP_NET_COOKIE_MAX = 64, RP_NET_POST_MAX = 1024, RP_NET_REPLY_MAX = 512 };

/* A WebSocket that opens: where from, and with which cookie; "": none. */
struct rp_newcomer {
    const char *address, *cookie;
};

/* A POST of JSON from a page of an allowed origin, whole. */
struct rp_net_post {
    uint64_t id;      /* never used twice */
    const char *path; /* one of the handler's */
    const char *address, *cookie;
    const char *body;
    size_t length;
};

struct rp_net_reply {
    int status;
    const char *json;
    const char *cookie; /* what the browser is to keep from now on; "": nothing; NULL: as it is */
    int32_t retry_after_s; /* 0: unsaid */
};

struct rp_net_options {
    const char *listen;  /* ADDR:PORT or [ADDR]:PORT; port 0 takes any free one */
    const char *web_dir; /* the built page */
    const char *const
        *origins; /* exact origins allowed beside our own host; ends in NULL, or NULL */
    const char *const *proxies; /* whose X-Forwarded-For is believed (address.h); likewise */
    const char *const *metrics_readers;    /* who may read /metrics beside this machine; likewise */
    const struct rp_net_limits *limits;    /* NULL: the defaults */
    const char *tls_certificate, *tls_key; /* PEM files; both NULL or "": no TLS */
};

/* What the application does with it all. Every function is wanted but those marked "or NULL". */
struct rp_net_handler {
    void *context;
    void (*opened)(void *context, struct rp_conn_id conn, const struct rp_newcomer *who,
                   int64_t now_ns);
    void (*frame)(void *context, struct rp_conn_id conn, const uint8_t *bytes, size_t length,
                  int64_t at_ns);
    void (*closed)(void *context, struct rp_conn_id conn);
    /* One measured ping; the median of the last five is rp_net_round_trip_ms. Or NULL. */
    void (*round_trip)(void *context, struct rp_conn_id conn, int32_t rtt_ms);
    /* Paths that take a POST, ended by NULL, and what came for one: it waits for rp_net_answer, now
     * or later. Or both NULL. */
    const char *const *posts;
    void (*posted)(void *context, const struct rp_net_post *post);
    /* Whether /readyz may say so. */
    bool (*ready)(void *context);
    /* Adds the application's own figures to /metrics. Or NULL. */
    void (*metrics)(void *context, struct rp_text *text);
    /* Once a turn of the loop, after its inputs and before it sleeps: the time to flush. Or NULL.
     */
    void (*turn_end)(void *context);
};

enum rp_err rp_net_open(struct rp_net **net, uv_loop_t *loop, const struct rp_net_options *options,
                        const struct rp_net_handler *handler);

/* Answers a POST, once; one whose asker has gone finds nothing. */
void rp_net_answer(struct rp_net *net, uint64_t post, const struct rp_net_reply *reply);

/* As they are now: they change with a reload, where they are. */
const struct rp_net_limits *rp_net_limits(const struct rp_net *net);

/* Whether TLS is spoken. */
bool rp_net_is_secure(const struct rp_net *net);

/* The port that is listened on. */
uint16_t rp_net_port(const struct rp_net *net);

/* Queues one message; holds the body itself. n is the number of the event that the body tells,
 * as this recipient counts, or 0 where it tells none. A connection that cannot keep up is cut. */
enum rp_err rp_net_send(struct rp_net *net, struct rp_conn_id conn, struct rp_body *body,
                        uint32_t n);

/* Guesses: a wrong code or token counts against the address it came from, and one that gave a seat
 * makes the address known for an hour. Ask before a short code is looked up; a long token may be
 * looked up always, so that its holder comes in whoever shares his address.
 * False: too many were wrong. Close with RP_CLOSE_RATE_LIMITED. */
bool rp_net_may_guess(struct rp_net *net, struct rp_conn_id conn);
bool rp_net_guessed_wrong(struct rp_net *net, struct rp_conn_id conn);
void rp_net_guessed_right(struct rp_net *net, struct rp_conn_id conn);

/* Bytes that wait to leave; 0 for one that has gone. */
uint32_t rp_net_queued(const struct rp_net *net, struct rp_conn_id conn);

/* The hello was accepted: the five seconds for it no longer run. Five quick pings begin. */
void rp_net_greeted(struct rp_net *net, struct rp_conn_id conn);

/* Sends what is queued, then closes with the code and its name. */
void rp_net_close(struct rp_net *net, struct rp_conn_id conn, enum rp_close_code code);

/* How often to ping, once the first five are out: RP_NET_PING_PLAYING_MS in a room at play,
 * RP_NET_PING_IDLE_MS else. */
enum { RP_NET_PING_PLAYING_MS = 2500, RP_NET_PING_IDLE_MS = 20000 };
void rp_net_ping_every(struct rp_net *net, struct rp_conn_id conn, int32_t every_ms);

/* Median of the last five pings; -1 before the first was answered. */
int32_t rp_net_round_trip_ms(const struct rp_net *net, struct rp_conn_id conn);

/* Age of the oldest ping without an answer; 0 when none is open. */
int32_t rp_net_stall_ms(const struct rp_net *net, struct rp_conn_id conn, int64_t now_ns);

/* Reads page and certificate again and takes origins, networks and limits over; the origins are
 * kept, not copied. TLS cannot be turned on or off. On error all stays as it was. */
enum rp_err rp_net_reload(struct rp_net *net, const struct rp_net_options *options);

/* From now on /readyz says no; all else goes on. */
void rp_net_drain(struct rp_net *net);

/* Takes no more connections, tells each one 1001, and calls done once all are gone and the
 * library has let go of the loop; net is freed by then. */
void rp_net_stop(struct rp_net *net, void (*done)(void *context), void *context);
