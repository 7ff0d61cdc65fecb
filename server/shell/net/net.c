#include "net.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "listening.h"
#include "log.h"
#include "net_private.h"

enum { STOP_MS = 3000, DESTROY_CALLS = 2, SWEEP_S = 60 };

/* The library's own lines, which may hold a client's words; ours escapes them. What it calls an
 * error is mostly a client's. */
static void log_of_library(int level, const char *line)
{
    char copy[256];
    size_t length = strcspn(line, "\n");
    snprintf(copy, sizeof(copy), "%.*s", (int)rp_min((int64_t)length, 255), line);
    rp_log(level & LLL_ERR ? RP_LOG_WARN : RP_LOG_DEBUG, "libwebsockets", RP_TEXT("line", copy));
}

/* "127.0.0.1:8080" or "[::1]:8080" */
static enum rp_err parse_listen(const char *listen, char *address, size_t size, int *port)
{
    const char *colon = strrchr(listen, ':');
    if (colon == NULL || colon == listen || colon[1] == 0 || strlen(colon + 1) > 5 ||
        colon[1 + strspn(colon + 1, "0123456789")] != 0)
        return RP_ERR_RANGE;
    *port = atoi(colon + 1);
    size_t length = (size_t)(colon - listen);
    if (listen[0] == '[' && colon[-1] == ']') {
        listen++;
        length -= 2;
    }
    if (*port > UINT16_MAX || length == 0 || length >= size)
        return RP_ERR_RANGE;
    memcpy(address, listen, length);
    address[length] = 0;
    return RP_OK;
}

/* What a turn of the loop has cost: nobody is served meanwhile. The thread's own time, which other
 * programs on the machine do not lengthen. */
static void count_turn(struct rp_net *net)
{
    struct timespec worked;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &worked);
    uint64_t us = (uint64_t)worked.tv_sec * 1000000 + (uint64_t)worked.tv_nsec / 1000;
    if (net->worked_us > 0)
        rp_histogram_add(&net->turns, us - net->worked_us);
    net->worked_us = us;
}

static void on_turn(uv_prepare_t *turn)
{
    struct rp_net *net = turn->data;
    if (net->handler.turn_end)
        net->handler.turn_end(net->handler.context);
    rp_conn_end_turn(net);
    count_turn(net);
}

static void free_net(struct rp_net *net)
{
    while (net->posts)
        rp_post_close(net, net->posts);
    if (net->files)
        rp_static_files_close(net->files);
    if (net->addresses)
        rp_addresses_close(net->addresses);
    free(net->web_dir);
    free(net->slots);
    free(net);
}

static void on_handle_closed(uv_handle_t *handle)
{
    struct rp_net *net = handle->data;
    if (--net->handles_open > 0)
        return;
    void (*stopped)(void *) = net->stopped;
    void *context = net->stopped_context;
    free_net(net);
    if (stopped)
        stopped(context);
}

static void close_handles(struct rp_net *net)
{
    uv_close((uv_handle_t *)&net->turn, on_handle_closed);
    uv_close((uv_handle_t *)&net->tick, on_handle_closed);
}

/* On a loop that is not its own the library must be told twice, with the loop run between. */
static void destroy_step(struct rp_net *net)
{
    net->destroy_calls++;
    lws_context_destroy(net->context);
    if (net->destroy_calls == DESTROY_CALLS)
        close_handles(net);
}

static void on_tick(uv_timer_t *tick)
{
    struct rp_net *net = tick->data;
    int64_t now_ns = (int64_t)uv_hrtime();
    if (net->destroy_calls > 0 ||
        (net->stopping && (net->sockets == 0 || now_ns >= net->stop_by_ns)))
        destroy_step(net);
    else
        rp_conn_tick(net, now_ns);
    rp_post_tick(net, now_ns);
    if (now_ns >= net->sweep_due_ns) {
        rp_addresses_sweep(net->addresses, now_ns);
        net->sweep_due_ns = now_ns + SWEEP_S * (int64_t)1000000000;
    }
}

static bool open_context(struct rp_net *net)
{
    void *loops[] = {net->loop};
    const struct lws_context_creation_info info = {
        .port = CONTEXT_PORT_NO_LISTEN,
        .options = LWS_SERVER_OPTION_LIBUV | LWS_SERVER_OPTION_EXPLICIT_VHOSTS |
                   LWS_SERVER_OPTION_VALIDATE_UTF8 | LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT,
        .foreign_loops = loops,
        .user = net,
        .max_http_header_data = RP_NET_HEAD_MAX,
        .timeout_secs = (unsigned)net->limits.handshake_seconds,
    };
    lws_set_log_level(LLL_ERR | LLL_WARN, log_of_library);
    net->context = lws_create_context(&info);
    if (net->context == NULL)
        rp_log(RP_LOG_ERROR, "network_not_started",
               RP_TEXT("wanted", "the package libwebsockets-evlib-uv"));
    return net->context != NULL;
}

/* No extensions: permessage-deflate stalls in 4.1.6. No HTTP/2. No mounts: see static_files.h. */
static bool open_vhost(struct rp_net *net, const char *address, int port,
                       const struct rp_net_options *options)
{
    net->protocols[0] = (struct lws_protocols){
        .name = "http",
        .callback = rp_net_on_http,
        .per_session_data_size = sizeof(struct rp_http_session),
        .tx_packet_size = RP_OUTBOX_FRAME_MAX,
    };
    net->protocols[1] = (struct lws_protocols){
        .name = RP_NET_SUBPROTOCOL,
        .callback = rp_net_on_ws,
        .per_session_data_size = sizeof(struct rp_ws_session),
        .rx_buffer_size = RP_NET_RX_BUFFER,
        .tx_packet_size = RP_OUTBOX_FRAME_MAX + LWS_PRE,
    };
    struct lws_context_creation_info info = {
        .port = port,
        .iface = address,
        .protocols = net->protocols,
        .vhost_name = "hearout",
        .alpn = "http/1.1",
        .options = LWS_SERVER_OPTION_VALIDATE_UTF8 | LWS_SERVER_OPTION_FAIL_UPON_UNABLE_TO_BIND,
        .timeout_secs = (unsigned)net->limits.handshake_seconds,
        /* from the first byte of a head */
        .timeout_secs_ah_idle = (unsigned)net->limits.handshake_seconds,
        .keepalive_timeout = net->limits.keepalive_seconds,
    };
    if (strchr(address, ':') == NULL)
        info.options |= LWS_SERVER_OPTION_DISABLE_IPV6;
    rp_tls_prepare(&info, options);
    net->vhost = lws_create_vhost(net->context, &info);
    if (net->vhost == NULL)
        return false;
    net->port = (uint16_t)lws_get_vhost_listen_port(net->vhost);
    if (rp_listens_at(address, net->port))
        return true;
    rp_log(RP_LOG_ERROR, "listens_elsewhere", RP_TEXT("asked", address),
           RP_TEXT("wanted", "the right to ask for this machine's addresses (AF_NETLINK)"));
    return false;
}

static void start_handles(struct rp_net *net)
{
    uv_prepare_init(net->loop, &net->turn);
    uv_timer_init(net->loop, &net->tick);
    net->turn.data = net->tick.data = net;
    net->handles_open = 2;
    uv_prepare_start(&net->turn, on_turn);
    uv_timer_start(&net->tick, on_tick, RP_NET_TICK_MS, RP_NET_TICK_MS);
}

enum rp_err rp_net_open(struct rp_net **out, uv_loop_t *loop, const struct rp_net_options *options,
                        const struct rp_net_handler *handler)
{
    char address[RP_NET_ADDRESS_MAX];
    int port = 0;
    if (sodium_init() < 0)
        return RP_ERR_IO;
    if (parse_listen(options->listen, address, sizeof(address), &port) != RP_OK) {
        rp_log(RP_LOG_ERROR, "listen_address_unsound", RP_TEXT("given", options->listen),
               RP_TEXT("wanted", "ADDRESS:PORT, such as 127.0.0.1:8080 or [::1]:8080"));
        return RP_ERR_RANGE;
    }
    struct rp_net *net = calloc(1, sizeof(*net));
    if (net == NULL)
        return RP_ERR_IO;
    net->handler = *handler;
    net->origins = options->origins;
    net->limits = options->limits ? *options->limits : RP_NET_LIMITS_DEFAULT;
    net->loop = loop;
    enum rp_err err = rp_static_files_open(&net->files, options->web_dir);
    net->web_dir = strdup(options->web_dir);
    net->addresses = rp_addresses_open();
    if (err == RP_OK)
        err = rp_limit_set_networks(net, options);
    if (err == RP_OK)
        err = rp_tls_check(options);
    if (err || net->web_dir == NULL || net->addresses == NULL || !open_context(net)) {
        free_net(net);
        return err ? err : RP_ERR_IO;
    }
    start_handles(net);
    if (!open_vhost(net, address, port, options)) {
        rp_log(RP_LOG_ERROR, "cannot_listen", RP_TEXT("address", address), RP_NUMBER("port", port),
               RP_TEXT("wanted", "a free port and a numeric address of this machine"));
        rp_net_stop(net, NULL, NULL);
        return RP_ERR_IO;
    }
    *out = net;
    return RP_OK;
}

const struct rp_net_limits *rp_net_limits(const struct rp_net *net)
{
    return &net->limits;
}

bool rp_net_is_secure(const struct rp_net *net)
{
    return net->ssl != NULL;
}

uint16_t rp_net_port(const struct rp_net *net)
{
    return net->port;
}

enum rp_err rp_net_reload(struct rp_net *net, const struct rp_net_options *options)
{
    struct rp_static_files *files;
    enum rp_err err = rp_tls_check(options);
    if (err == RP_OK)
        err = rp_static_files_open(&files, net->web_dir);
    if (err)
        return err;
    err = rp_limit_set_networks(net, options);
    if (err) {
        rp_static_files_close(files);
        return err;
    }
    net->origins = options->origins;
    net->limits = options->limits ? *options->limits : RP_NET_LIMITS_DEFAULT;
    err = rp_tls_reload(net, options);
    rp_static_files_close(net->files);
    net->files = files;
    return err;
}

enum rp_err rp_net_send(struct rp_net *net, struct rp_conn_id id, struct rp_body *body, uint32_t n)
{
    struct rp_conn *conn = rp_conn_find(net, id);
    if (conn == NULL || conn->close_code)
        return RP_ERR_NOT_FOUND;
    uint32_t waiting = conn->outbox.bytes + (uint32_t)body->length;
    enum rp_err err = waiting > (uint32_t)net->limits.outbox_bytes
                          ? RP_ERR_TOO_LARGE
                          : rp_outbox_push(&conn->outbox, body, n);
    if (err)
        rp_conn_close(net, conn, RP_CLOSE_SLOW_READER);
    else
        rp_conn_due(net, conn);
    return err;
}

uint32_t rp_net_queued(const struct rp_net *net, struct rp_conn_id id)
{
    const struct rp_conn *conn = rp_conn_find(net, id);
    return conn ? conn->outbox.bytes : 0;
}

void rp_net_greeted(struct rp_net *net, struct rp_conn_id id)
{
    struct rp_conn *conn = rp_conn_find(net, id);
    if (conn == NULL || conn->greeted)
        return;
    conn->greeted = true;
    rp_conn_ping(net, conn);
}

void rp_net_close(struct rp_net *net, struct rp_conn_id id, enum rp_close_code code)
{
    struct rp_conn *conn = rp_conn_find(net, id);
    if (conn)
        rp_conn_close(net, conn, code);
}

void rp_net_ping_every(struct rp_net *net, struct rp_conn_id id, int32_t every_ms)
{
    struct rp_conn *conn = rp_conn_find(net, id);
    RP_CHECK(every_ms > 0);
    if (conn == NULL || conn->ping_every_ms == every_ms)
        return;
    conn->ping_every_ms = every_ms;
    if (conn->greeted)
        rp_conn_ping(net, conn);
}

int32_t rp_net_round_trip_ms(const struct rp_net *net, struct rp_conn_id id)
{
    const struct rp_conn *conn = rp_conn_find(net, id);
    return conn ? rp_round_trip_ms(&conn->trip) : -1;
}

int32_t rp_net_stall_ms(const struct rp_net *net, struct rp_conn_id id, int64_t now_ns)
{
    const struct rp_conn *conn = rp_conn_find(net, id);
    return conn ? rp_round_trip_stall_ms(&conn->trip, now_ns) : 0;
}

void rp_net_drain(struct rp_net *net)
{
    net->draining = true;
}

void rp_net_stop(struct rp_net *net, void (*done)(void *context), void *context)
{
    net->stopping = true;
    net->stopped = done;
    net->stopped_context = context;
    net->stop_by_ns = (int64_t)uv_hrtime() + STOP_MS * (int64_t)1000000;
    for (uint32_t i = 0; i < net->slots_count; i++)
        if (net->slots[i].conn)
            rp_conn_close(net, net->slots[i].conn, RP_CLOSE_GOING_AWAY);
}
