#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "log.h"
#include "metrics.h"
#include "net_private.h"

static const struct {
    enum lws_token_indexes token;
    const char *name;
} methods[] = {
    {WSI_TOKEN_GET_URI, "GET"},         {WSI_TOKEN_HEAD_URI, "HEAD"},
    {WSI_TOKEN_POST_URI, "POST"},       {WSI_TOKEN_PUT_URI, "PUT"},
    {WSI_TOKEN_PATCH_URI, "PATCH"},     {WSI_TOKEN_DELETE_URI, "DELETE"},
    {WSI_TOKEN_OPTIONS_URI, "OPTIONS"},
};

/* The request in copies of our own: libwebsockets drops the headers when it likes. */
struct request {
    struct rp_http_request asked;
    bool may_read_metrics;
    char path[512], host[256], accept_encoding[256], if_none_match[256];
};

/* The method is known only by which of the path tokens is there; exactly one must be. */
static bool read_target(struct lws *wsi, struct request *request)
{
    size_t found = 0;
    for (size_t i = 0; i < RP_COUNT(methods); i++) {
        if (lws_hdr_total_length(wsi, methods[i].token) == 0)
            continue;
        found++;
        request->asked.method = methods[i].name;
        if (!rp_net_header_once(wsi, methods[i].token) ||
            !rp_net_header(wsi, methods[i].token, request->path, sizeof(request->path)))
            return false;
    }
    return found == 1;
}

static bool read_request(struct lws *wsi, struct request *request)
{
    *request = (struct request){.asked = {.path = request->path,
                                          .host = request->host,
                                          .accept_encoding = request->accept_encoding,
                                          .if_none_match = request->if_none_match}};
    /* A header that is longer than the room for it is one that asks for nothing we have. */
    rp_net_header(wsi, WSI_TOKEN_HTTP_ACCEPT_ENCODING, request->accept_encoding,
                  sizeof(request->accept_encoding));
    rp_net_header(wsi, WSI_TOKEN_HTTP_IF_NONE_MATCH, request->if_none_match,
                  sizeof(request->if_none_match));
    bool one_host = lws_hdr_fragment_length(wsi, WSI_TOKEN_HOST, 1) == 0 &&
                    rp_net_header(wsi, WSI_TOKEN_HOST, request->host, sizeof(request->host));
    request->may_read_metrics = rp_limit_is_reader(rp_net_of(wsi), wsi);
    return read_target(wsi, request) && one_host;
}

static struct rp_http_answer say_text(const struct rp_text *text)
{
    struct rp_http_answer answer = rp_http_say(200, text->bytes ? text->bytes : "");
    answer.content_type = "text/plain; version=0.0.4; charset=utf-8";
    return answer;
}

static void add_closed_by_code(const struct rp_net *net, struct rp_text *text)
{
    const char *name = "hearout_connections_cut_total";
    rp_metrics_family(text, name, "counter", "WebSockets ended by us, by reason.");
    for (unsigned i = 0; i < RP_COUNT(net->counters.closed_by_code); i++) {
        const char *why = rp_close_name((uint16_t)(RP_CLOSE_BAD_FRAME + i));
        if (strcmp(why, "closed") != 0)
            rp_metrics_sample(text, name, "why", why, (int64_t)net->counters.closed_by_code[i]);
    }
}

static void add_refused(const struct rp_net *net, struct rp_text *text)
{
    const char *name = "hearout_refused_total";
    rp_metrics_family(text, name, "counter", "What was refused, by the limit that was reached.");
    for (unsigned i = 0; i < RP_REFUSALS; i++)
        rp_metrics_sample(text, name, "limit", rp_refused_name((enum rp_refused)i),
                          (int64_t)net->counters.refused[i]);
}

static int64_t queued_bytes(const struct rp_net *net)
{
    int64_t bytes = 0;
    for (uint32_t i = 0; i < net->slots_count; i++)
        bytes += net->slots[i].conn ? net->slots[i].conn->outbox.bytes : 0;
    return bytes;
}

static int64_t resident_bytes(void)
{
    size_t bytes = 0;
    return uv_resident_set_memory(&bytes) == 0 ? (int64_t)bytes : 0;
}

static void add_metrics(const struct rp_net *net, struct rp_text *text)
{
    const struct rp_net_counters *c = &net->counters;
    rp_metrics_gauge(text, "hearout_connections", "Open WebSockets.", net->open_count);
    rp_metrics_counter(text, "hearout_connections_opened_total", "WebSockets opened.", c->opened);
    rp_metrics_counter(text, "hearout_handshakes_refused_total", "Upgrades refused.",
                       c->handshakes_refused);
    rp_metrics_counter(text, "hearout_http_requests_total", "HTTP requests.", c->requests);
    rp_metrics_counter(text, "hearout_frames_received_total", "Messages received.", c->frames_in);
    rp_metrics_counter(text, "hearout_bytes_received_total", "Their bytes.", c->bytes_in);
    rp_metrics_counter(text, "hearout_frames_sent_total", "Batch frames sent.", c->frames_out);
    rp_metrics_counter(text, "hearout_bytes_sent_total", "Their bytes.", c->bytes_out);
    rp_metrics_counter(text, "hearout_pongs_unasked_total", "Pongs that answer no ping of ours.",
                       c->pongs_unasked);
    rp_metrics_gauge(text, "hearout_sockets", "Open sockets, WebSockets among them.",
                     net->tcp_sockets);
    rp_metrics_gauge(text, "hearout_queued_bytes", "Bytes that wait for slow readers.",
                     queued_bytes(net));
    rp_metrics_gauge(text, "hearout_resident_bytes", "Memory that the process holds.",
                     resident_bytes());
    rp_metrics_gauge(text, "hearout_addresses", "Addresses that are counted by themselves.",
                     (int64_t)rp_addresses_count(net->addresses));
    rp_metrics_histogram(text, "hearout_turn_seconds",
                         "Work of the network's thread from one wait to the next.", &net->turns);
    add_closed_by_code(net, text);
    add_refused(net, text);
    if (net->handler.metrics)
        net->handler.metrics(net->handler.context, text);
}

static struct rp_http_answer answer_healthz(struct rp_net *net, struct rp_text *text)
{
    (void)net, (void)text;
    return rp_http_say(200, "alive\n");
}

static struct rp_http_answer answer_readyz(struct rp_net *net, struct rp_text *text)
{
    (void)text;
    if (net->draining || net->stopping)
        return rp_http_say(503, "not ready: stopping\n");
    if (!net->handler.ready(net->handler.context))
        return rp_http_say(503, "not ready: the storage does not answer\n");
    return rp_http_say(200, "ready\n");
}

static struct rp_http_answer answer_metrics(struct rp_net *net, struct rp_text *text)
{
    add_metrics(net, text);
    return say_text(text);
}

/* Everything but the page. A route that takes a body is answered after it, from WRITEABLE. */
static const struct rp_http_route {
    const char *method, *path;
    bool for_readers; /* for others it is not there */
    struct rp_http_answer (*handler)(struct rp_net *net, struct rp_text *text);
} routes[] = {
    {"GET", "/healthz", false, answer_healthz},
    {"GET", "/readyz", false, answer_readyz},
    {"GET", "/metrics", true, answer_metrics},
};

static bool takes(const struct rp_http_route *route, const char *method)
{
    return strcmp(route->method, method) == 0 ||
           (strcmp(route->method, "GET") == 0 && strcmp(method, "HEAD") == 0);
}

/* text: room for an answer that is made and not constant. */
static struct rp_http_answer answer_request(struct rp_net *net, const struct request *request,
                                            struct rp_text *text)
{
    for (size_t i = 0; i < RP_COUNT(routes); i++) {
        if (strcmp(routes[i].path, request->asked.path) != 0 ||
            (routes[i].for_readers && !request->may_read_metrics))
            continue;
        if (takes(&routes[i], request->asked.method))
            return routes[i].handler(net, text);
        struct rp_http_answer no =
            rp_http_say(405, "405 Method Not Allowed: this address can only be read.\n");
        no.allow = "GET, HEAD";
        return no;
    }
    return rp_http_page(net->files, &request->asked);
}

/* Head and body in one write, the only one of this callback: what the socket does not take,
 * libwebsockets keeps, and the transaction ends when the last of it has gone. */
static int write_answer(struct lws *wsi, const struct request *request,
                        const struct rp_http_answer *answer)
{
    struct rp_text out = {0};
    static const char room[LWS_PRE];
    rp_text_add_bytes(&out, room, sizeof(room));
    struct rp_http_answer told = *answer;
    told.secure = rp_net_of(wsi)->ssl != NULL;
    rp_http_head(&out, &told, request->host, (int64_t)time(NULL));
    bool head_only = request->asked.method && strcmp(request->asked.method, "HEAD") == 0;
    if (answer->body && !head_only)
        rp_text_add_bytes(&out, answer->body, answer->body_length);
    int written = -1;
    if (!out.failed)
        written = lws_write(wsi, (unsigned char *)out.bytes + LWS_PRE, out.length - LWS_PRE,
                            LWS_WRITE_HTTP);
    rp_text_clear(&out);
    if (written < 0)
        return -1;
    lws_set_timeout(wsi, PENDING_TIMEOUT_HTTP_CONTENT, rp_net_of(wsi)->limits.download_seconds);
    return answer->close || lws_http_transaction_completed(wsi) ? -1 : 0;
}

static int answer_now(struct rp_net *net, struct lws *wsi, const struct request *request,
                      bool close)
{
    struct rp_text text = {0};
    struct rp_http_answer answer = answer_request(net, request, &text);
    answer.close = close;
    int done = write_answer(wsi, request, &answer);
    rp_text_clear(&text);
    return done;
}

/* What a limit refuses, 429, is noted with the limit's name where that is. */
static void note_refusal(struct rp_net *net, int status)
{
    struct rp_log_brake *brake = &net->brakes.requests;
    if (status == 429 || !rp_log_brake_lets(brake, RP_LOG_OF_ALL, (int64_t)uv_hrtime()))
        return;
    rp_log(RP_LOG_INFO, "refused", RP_NUMBER("status", status),
           RP_NUMBER("left_out", rp_log_brake_told(brake)));
}

static int refuse(struct lws *wsi, const struct request *request, int status, const char *words)
{
    struct rp_http_answer answer = rp_http_say(status, words);
    note_refusal(rp_net_of(wsi), status);
    answer.close = true;
    return write_answer(wsi, request, &answer);
}

/* -1: no number, or a negative one. */
static long long announced_length(struct lws *wsi)
{
    char value[16];
    if (!rp_net_header_once(wsi, WSI_TOKEN_HTTP_CONTENT_LENGTH) ||
        !rp_net_header(wsi, WSI_TOKEN_HTTP_CONTENT_LENGTH, value, sizeof(value)) ||
        value[strspn(value, "0123456789")] != 0)
        return -1;
    return atoll(value);
}

/* What is wrong with the body that is announced, or NULL. Chunked bodies hang in libwebsockets
 * 4.1.6, and a method that may have a body waits for 100 MB of it when no length was said. */
static const struct rp_refusal *judge_body(struct lws *wsi, const char *method, long long *length)
{
    static const struct rp_refusal chunked = {411, "411 Length Required: no chunked bodies.\n"};
    static const struct rp_refusal unsaid = {411, "411 Length Required: say Content-Length.\n"};
    static const struct rp_refusal unsound = {400, "400 Bad Request: no such Content-Length.\n"};
    static const struct rp_refusal large = {413, "413 Content Too Large: at most 4096 bytes.\n"};
    *length = 0;
    if (lws_hdr_total_length(wsi, WSI_TOKEN_HTTP_TRANSFER_ENCODING) > 0)
        return &chunked;
    if (lws_hdr_total_length(wsi, WSI_TOKEN_HTTP_CONTENT_LENGTH) == 0)
        return method[0] == 'P' ? &unsaid : NULL; /* POST, PUT, PATCH */
    *length = announced_length(wsi);
    if (*length < 0)
        return &unsound;
    return *length > RP_NET_REQUEST_BODY_MAX ? &large : NULL;
}

static int begin(struct rp_net *net, struct lws *wsi, struct rp_http_session *session)
{
    struct request request;
    long long length;
    *session = (struct rp_http_session){0};
    net->counters.requests++;
    if (!read_request(wsi, &request))
        return refuse(wsi, &request, 400, "400 Bad Request: this head makes no sense.\n");
    const struct rp_refusal *refusal = judge_body(wsi, request.asked.method, &length);
    if (refusal)
        return refuse(wsi, &request, refusal->status, refusal->words);
    if (strcmp(request.asked.method, "POST") == 0) {
        refusal = rp_post_begin(net, wsi, request.path, length, &session->post);
        if (refusal)
            return refuse(wsi, &request, refusal->status, refusal->words);
        session->waiting = true;
        return 0;
    }
    /* A body that no route wants is not read: the connection ends with the answer. */
    return answer_now(net, wsi, &request, length > 0);
}

static int body(struct rp_http_session *session, const void *bytes, size_t length)
{
    if (session->completed)
        return -1;
    if (session->post)
        return rp_post_collect(session->post, bytes, length);
    session->received += length;
    return session->received > RP_NET_REQUEST_BODY_MAX ? -1 : 0;
}

/* More bytes behind a body bring this call again, for the same request and for ever: three
 * POSTs in one segment would stop the server. The answer leaves from WRITEABLE; a second call
 * ends the connection. */
static int body_complete(struct rp_net *net, struct lws *wsi, struct rp_http_session *session)
{
    if (!session->waiting || session->completed)
        return -1;
    session->completed = true;
    if (session->post)
        rp_post_hand_over(net, session->post);
    else
        lws_callback_on_writable(wsi);
    return 0;
}

/* The call may come unasked, before the application has answered. */
static int writeable_post(struct rp_net *net, struct lws *wsi, struct rp_http_session *session)
{
    static const struct request bare;
    struct rp_post *post = session->post;
    if (!post->answered)
        return 0;
    *session = (struct rp_http_session){0};
    const struct rp_http_answer answer = rp_post_answer(post);
    int done = write_answer(wsi, &bare, &answer);
    rp_post_close(net, post);
    return done;
}

static int writeable(struct rp_net *net, struct lws *wsi, struct rp_http_session *session)
{
    struct request request;
    if (!session || !session->completed)
        return 0;
    if (session->post)
        return writeable_post(net, wsi, session);
    *session = (struct rp_http_session){0};
    if (!read_request(wsi, &request))
        return -1;
    return answer_now(net, wsi, &request, false);
}

/* Upgrades: the only one is to websocket. `in` is not read: for an unknown upgrade 4.1.6 passes
 * a pointer to freed memory. h2c would bring HTTP/2, whose faults in 4.1.6 are many. */
static int confirm_upgrade(struct rp_net *net, struct lws *wsi)
{
    static const struct rp_refusal unknown = {400, "400 Bad Request: no such upgrade here.\n"};
    char upgrade[16];
    bool websocket = rp_net_header(wsi, WSI_TOKEN_UPGRADE, upgrade, sizeof(upgrade)) &&
                     strcasecmp(upgrade, "websocket") == 0;
    const struct rp_refusal *refusal = websocket ? rp_handshake_judge(net, wsi) : &unknown;
    if (refusal == NULL)
        refusal = rp_limit_upgrade(net, wsi);
    if (refusal == NULL)
        return 0;
    net->counters.handshakes_refused++;
    /* Nothing in the header table: 4.1.6 has answered by itself already. */
    struct request request;
    read_request(wsi, &request);
    if (request.asked.method)
        refuse(wsi, &request, refusal->status, refusal->words);
    return -1;
}

int rp_net_on_http(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                   size_t length)
{
    struct rp_net *net = rp_net_of(wsi);
    struct rp_http_session *session = user;
    switch (reason) {
    case LWS_CALLBACK_FILTER_NETWORK_CONNECTION: /* in: the socket's number, not where it is */
        return net->stopping || !rp_limit_lets_in(net, (int)(intptr_t)in) ? -1 : 0;
    case LWS_CALLBACK_SERVER_NEW_CLIENT_INSTANTIATED:
        rp_limit_begin(net, wsi);
        return 0;
    case LWS_CALLBACK_OPENSSL_LOAD_EXTRA_SERVER_VERIFY_CERTS:
        rp_tls_made(net, user);
        return 0;
    case LWS_CALLBACK_CLOSED_HTTP:
        rp_post_abandon(net, wsi);
        return 0;
    case LWS_CALLBACK_WSI_DESTROY:
        rp_post_abandon(net, wsi);
        rp_limit_end(net, wsi);
        return 0;
    case LWS_CALLBACK_FILTER_PROTOCOL_CONNECTION: /* an upgrade that named no subprotocol */
    case LWS_CALLBACK_RAW_ADOPT:                  /* CONNECT, and what is no HTTP at all */
    case LWS_CALLBACK_RAW_RX:
        return -1;
    case LWS_CALLBACK_HTTP_CONFIRM_UPGRADE:
        return confirm_upgrade(net, wsi);
    case LWS_CALLBACK_FILTER_HTTP_CONNECTION: /* a request behind one that is not answered yet */
        return session && (session->waiting || lws_partial_buffered(wsi)) ? -1 : 0;
    case LWS_CALLBACK_HTTP:
        return begin(net, wsi, session);
    case LWS_CALLBACK_HTTP_BODY:
        return body(session, in, length);
    case LWS_CALLBACK_HTTP_BODY_COMPLETION:
        return body_complete(net, wsi, session);
    case LWS_CALLBACK_HTTP_WRITEABLE:
        return writeable(net, wsi, session);
    default:
        return 0;
    }
}
