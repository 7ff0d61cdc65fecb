#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "net_private.h"

static int opened(struct rp_net *net, struct lws *wsi, struct rp_ws_session *session)
{
    char address[RP_NET_ADDRESS_MAX] = "", cookie[RP_NET_COOKIE_MAX + 1];
    const struct rp_newcomer who = {address, cookie};
    int64_t now_ns = (int64_t)uv_hrtime();
    struct rp_conn *conn = rp_conn_open(net, wsi, now_ns);
    if (conn == NULL)
        return -1;
    *session = (struct rp_ws_session){conn, true};
    net->sockets++;
    net->counters.opened++;
    conn->address = rp_limit_address(net, wsi, address);
    rp_net_cookie(wsi, cookie);
    net->handler.opened(net->handler.context, conn->id, &who, now_ns);
    return 0;
}

/* Also told of a handshake that was refused: nothing was opened then. */
static void closed(struct rp_net *net, struct rp_ws_session *session)
{
    if (session->conn) {
        struct rp_conn *conn = session->conn;
        session->conn = NULL;
        rp_conn_gone(net, conn);
    }
    if (session->opened)
        net->sockets--;
    session->opened = false;
}

static bool take(struct rp_rate *rate, int32_t per_second, int32_t burst, int64_t at_ns)
{
    const struct rp_rate_limit limit = {(uint32_t)per_second, (uint32_t)burst};
    return rp_rate_take(rate, limit, at_ns);
}

static void deliver(struct rp_net *net, struct rp_conn *conn, const uint8_t *bytes, size_t length,
                    int64_t at_ns)
{
    conn->message_began_ns = 0;
    conn->fragments = 0;
    net->counters.frames_in++;
    net->counters.bytes_in += length;
    if (take(&conn->messages, net->limits.messages_per_second, net->limits.messages_burst, at_ns))
        net->handler.frame(net->handler.context, conn->id, bytes, length, at_ns);
    else
        rp_conn_close(net, conn, RP_CLOSE_RATE_LIMITED);
}

static enum rp_err append(struct rp_conn *conn, const uint8_t *piece, size_t length)
{
    if (conn->message == NULL) {
        conn->message = malloc(RP_NET_FRAME_IN_MAX);
        conn->message_length = 0;
    }
    if (conn->message == NULL)
        return RP_ERR_TOO_LARGE;
    memcpy(conn->message + conn->message_length, piece, length);
    conn->message_length += (uint32_t)length;
    return RP_OK;
}

/* A piece ends where the read ended, where the buffer was full, or where a fragment ends: only
 * the last of these is counted, and only the last of all is the end of the message. */
static void received(struct rp_net *net, struct lws *wsi, struct rp_conn *conn,
                     const uint8_t *piece, size_t length)
{
    int64_t at_ns = (int64_t)uv_hrtime();
    size_t remaining = lws_remaining_packet_payload(wsi);
    size_t so_far = conn->message ? conn->message_length : 0;
    conn->heard_ns = at_ns;
    if (conn->close_code)
        return;
    if (!lws_frame_is_binary(wsi)) {
        rp_conn_close(net, conn, RP_CLOSE_BAD_FRAME);
        return;
    }
    if (so_far + length + remaining > (size_t)net->limits.frame_bytes) {
        rp_conn_close(net, conn, RP_CLOSE_TOO_LARGE);
        return;
    }
    bool last = lws_is_final_fragment(wsi) && remaining == 0;
    if (last && conn->message == NULL) {
        deliver(net, conn, piece, length, at_ns);
        return;
    }
    if (conn->message_began_ns == 0)
        conn->message_began_ns = at_ns;
    if (remaining == 0)
        conn->fragments++;
    if (conn->fragments > (uint32_t)net->limits.fragments || append(conn, piece, length) != RP_OK) {
        rp_conn_close(net, conn, RP_CLOSE_BAD_FRAME);
        return;
    }
    if (!last)
        return;
    uint8_t *message = conn->message;
    conn->message = NULL;
    deliver(net, conn, message, conn->message_length, at_ns);
    free(message);
}

static void ponged(struct rp_net *net, struct rp_conn *conn, const uint8_t *payload, size_t length)
{
    int64_t now_ns = (int64_t)uv_hrtime();
    uint64_t number = 0;
    int32_t rtt_ms = 0;
    if (!take(&conn->controls, net->limits.controls_per_second, net->limits.controls_burst,
              now_ns)) {
        rp_conn_close(net, conn, RP_CLOSE_RATE_LIMITED);
        return;
    }
    if (length == sizeof(number))
        memcpy(&number, payload, sizeof(number));
    if (length != sizeof(number) ||
        rp_round_trip_answered(&conn->trip, number, now_ns, &rtt_ms) != RP_OK) {
        net->counters.pongs_unasked++;
        return;
    }
    conn->heard_ns = now_ns;
    if (net->handler.round_trip)
        net->handler.round_trip(net->handler.context, conn->id, rtt_ms);
}

static int write_ping(struct rp_conn *conn)
{
    uint8_t frame[LWS_PRE + sizeof(uint64_t)];
    uint64_t number;
    int64_t now_ns = (int64_t)uv_hrtime();
    randombytes_buf(&number, sizeof(number));
    memcpy(frame + LWS_PRE, &number, sizeof(number));
    rp_round_trip_sent(&conn->trip, number, now_ns);
    bool quick = rp_round_trip_wants_more(&conn->trip);
    conn->ping_due = false;
    conn->ping_due_ns = now_ns + (quick ? RP_NET_PING_QUICK_MS : conn->ping_every_ms) * 1000000LL;
    return lws_write(conn->wsi, frame + LWS_PRE, sizeof(number), LWS_WRITE_PING);
}

static int write_batch(struct rp_net *net, struct rp_conn *conn)
{
    size_t length = rp_outbox_frame(&conn->outbox, net->frame + LWS_PRE);
    net->counters.frames_out++;
    net->counters.bytes_out += length;
    return lws_write(conn->wsi, net->frame + LWS_PRE, length, LWS_WRITE_BINARY);
}

/* The one who is told closed by us is gone for the application at once; libwebsockets keeps the
 * socket for as long as the goodbye takes. The close frame is sent only for the synchronous kill:
 * -1 from WRITEABLE, and every timeout, drop the socket without a word. */
void rp_ws_goodbye(struct rp_net *net, struct rp_conn *conn)
{
    struct lws *wsi = conn->wsi;
    struct rp_ws_session *session = lws_wsi_user(wsi);
    const char *name = rp_close_name(conn->close_code);
    char reason[32];
    size_t length = strlen(name);
    memcpy(reason, name, length);
    lws_close_reason(wsi, (enum lws_close_status)conn->close_code, (unsigned char *)reason, length);
    session->conn = NULL;
    rp_conn_gone(net, conn);
    lws_set_timeout(wsi, PENDING_TIMEOUT_CLOSE_SEND, LWS_TO_KILL_SYNC);
}

/* What the peer may say as it leaves: nothing, or a code that may be sent (RFC 6455, 7.4).
 * libwebsockets would send back whatever came. */
static bool is_sound_close(const uint8_t *payload, size_t length)
{
    unsigned code = length >= 2 ? payload[0] * 256U + payload[1] : 0;
    return length == 0 || (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) ||
           (code >= 3000 && code <= 4999);
}

static int peer_closes(struct lws *wsi, const uint8_t *payload, size_t length)
{
    if (is_sound_close(payload, length))
        return 0;
    lws_close_reason(wsi, LWS_CLOSE_STATUS_PROTOCOL_ERR, NULL, 0);
    return -1;
}

/* One lws_write a call, never more: the second could not know whether there is room. The call
 * may also come unasked, with nothing due. */
static int writeable(struct rp_net *net, struct rp_conn *conn)
{
    int written = 0;
    if (conn->ping_due && !conn->close_code)
        written = write_ping(conn);
    else if (!rp_outbox_is_empty(&conn->outbox))
        written = write_batch(net, conn);
    if (written < 0)
        return -1;
    if (conn->ping_due || conn->close_code || !rp_outbox_is_empty(&conn->outbox))
        rp_conn_due(net, conn);
    return 0;
}

int rp_net_on_ws(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                 size_t length)
{
    struct rp_net *net = rp_net_of(wsi);
    struct rp_ws_session *session = user;
    switch (reason) {
    case LWS_CALLBACK_FILTER_PROTOCOL_CONNECTION:
        return rp_handshake_judge(net, wsi) != NULL;
    case LWS_CALLBACK_ESTABLISHED:
        return opened(net, wsi, session);
    case LWS_CALLBACK_RECEIVE:
        if (session->conn)
            received(net, wsi, session->conn, in, length);
        return 0;
    case LWS_CALLBACK_RECEIVE_PONG:
        if (session->conn)
            ponged(net, session->conn, in, length);
        return 0;
    case LWS_CALLBACK_SERVER_WRITEABLE:
        return session->conn ? writeable(net, session->conn) : 0;
    case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
        return peer_closes(wsi, in, length);
    case LWS_CALLBACK_CLOSED:
        closed(net, session);
        return 0;
    default:
        return 0;
    }
}
