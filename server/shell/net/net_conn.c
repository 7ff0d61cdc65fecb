#include <stdlib.h>

#include "log.h"
#include "net_private.h"

static const int64_t ms = 1000000; /* in nanoseconds */

static bool grow_slots(struct rp_net *net)
{
    uint32_t count = net->slots_count ? net->slots_count * 2 : 64;
    struct rp_slot *slots = realloc(net->slots, count * sizeof(*slots));
    if (slots == NULL)
        return false;
    net->slots = slots;
    for (uint32_t i = net->slots_count; i < count; i++)
        slots[i] = (struct rp_slot){NULL, 0};
    net->slots_count = count;
    return true;
}

static struct rp_slot *free_slot(struct rp_net *net)
{
    if (net->open_count == net->slots_count && !grow_slots(net))
        return NULL;
    uint32_t i = 0;
    while (net->slots[i].conn)
        i++;
    return &net->slots[i];
}

struct rp_conn *rp_conn_open(struct rp_net *net, struct lws *wsi, int64_t now_ns)
{
    struct rp_slot *slot = free_slot(net);
    struct rp_conn *conn = slot ? calloc(1, sizeof(*conn)) : NULL;
    if (conn == NULL)
        return NULL;
    slot->conn = conn;
    slot->generation++;
    *conn = (struct rp_conn){
        .wsi = wsi,
        .id = {(uint32_t)(slot - net->slots), slot->generation},
        .opened_ns = now_ns,
        .heard_ns = now_ns,
        .ping_every_ms = RP_NET_PING_IDLE_MS,
        .ping_due_ns = INT64_MAX, /* none before the hello */
    };
    net->open_count++;
    return conn;
}

struct rp_conn *rp_conn_find(const struct rp_net *net, struct rp_conn_id id)
{
    if (id.slot >= net->slots_count || net->slots[id.slot].generation != id.generation)
        return NULL;
    return net->slots[id.slot].conn;
}

static void forget_due(struct rp_net *net, const struct rp_conn *conn)
{
    struct rp_conn **at = &net->due;
    while (*at != conn)
        at = &(*at)->next_due;
    *at = conn->next_due;
}

void rp_conn_gone(struct rp_net *net, struct rp_conn *conn)
{
    struct rp_conn_id id = conn->id;
    if (conn->listed)
        forget_due(net, conn);
    net->slots[id.slot].conn = NULL;
    net->open_count--;
    rp_outbox_clear(&conn->outbox);
    free(conn->message);
    free(conn);
    net->handler.closed(net->handler.context, id);
}

void rp_conn_due(struct rp_net *net, struct rp_conn *conn)
{
    if (conn->listed)
        return;
    conn->listed = true;
    conn->next_due = net->due;
    net->due = conn;
}

static bool may_leave(const struct rp_conn *conn)
{
    return conn->close_code && rp_outbox_is_empty(&conn->outbox) &&
           !lws_partial_buffered(conn->wsi);
}

void rp_conn_end_turn(struct rp_net *net)
{
    while (net->due) {
        struct rp_conn *conn = net->due;
        net->due = conn->next_due;
        conn->listed = false;
        if (may_leave(conn))
            rp_ws_goodbye(net, conn);
        else
            lws_callback_on_writable(conn->wsi);
    }
}

/* The last place is that of every other number. */
static struct rp_log_brake *brake_of(struct rp_net *net, enum rp_close_code code)
{
    int64_t last = RP_COUNT(net->brakes.closes) - 1;
    int64_t index = (int64_t)code - RP_CLOSE_BAD_FRAME;
    return &net->brakes.closes[index < 0 || index > last ? last : index];
}

static void count_close(struct rp_net *net, const struct rp_conn *conn, enum rp_close_code code)
{
    unsigned index = (unsigned)code - RP_CLOSE_BAD_FRAME;
    struct rp_log_brake *brake = brake_of(net, code);
    if (index < RP_COUNT(net->counters.closed_by_code))
        net->counters.closed_by_code[index]++;
    if (rp_log_brake_lets(brake, RP_LOG_OF_ALL, (int64_t)uv_hrtime()))
        rp_log(RP_LOG_INFO, "closing", RP_NUMBER("conn", conn->id.slot),
               RP_TEXT("why", rp_close_name((uint16_t)code)),
               RP_NUMBER("left_out", rp_log_brake_told(brake)));
}

void rp_conn_close(struct rp_net *net, struct rp_conn *conn, enum rp_close_code code)
{
    if (conn->close_code)
        return;
    conn->close_code = (uint16_t)code;
    conn->close_by_ns = (int64_t)uv_hrtime() + net->limits.close_ms * ms;
    /* One who does not read gets no more to read. */
    if (code == RP_CLOSE_SLOW_READER || code == RP_CLOSE_SILENT)
        rp_outbox_clear(&conn->outbox);
    count_close(net, conn, code);
    rp_conn_due(net, conn);
}

void rp_conn_ping(struct rp_net *net, struct rp_conn *conn)
{
    conn->ping_due = true;
    rp_conn_due(net, conn);
}

/* Silent: a ping has been open for long, and nothing else was heard since then either. */
static bool is_silent(const struct rp_net *net, const struct rp_conn *conn, int64_t now_ns)
{
    return rp_round_trip_stall_ms(&conn->trip, now_ns) >= net->limits.silent_ms &&
           now_ns - conn->heard_ns >= net->limits.silent_ms * ms;
}

static void apply_time(struct rp_net *net, struct rp_conn *conn, int64_t now_ns)
{
    if (conn->close_code) {
        if (now_ns >= conn->close_by_ns)
            lws_set_timeout(conn->wsi, PENDING_TIMEOUT_USER_OK, LWS_TO_KILL_ASYNC);
        return;
    }
    if (!conn->greeted && now_ns - conn->opened_ns >= net->limits.hello_ms * ms)
        rp_conn_close(net, conn, RP_CLOSE_HELLO_TIMEOUT);
    else if (conn->message_began_ns &&
             now_ns - conn->message_began_ns >= net->limits.message_ms * ms)
        rp_conn_close(net, conn, RP_CLOSE_FRAME_TIMEOUT);
    else if (is_silent(net, conn, now_ns))
        rp_conn_close(net, conn, RP_CLOSE_SILENT);
    else if (!conn->ping_due && now_ns >= conn->ping_due_ns)
        rp_conn_ping(net, conn);
}

void rp_conn_tick(struct rp_net *net, int64_t now_ns)
{
    for (uint32_t i = 0; i < net->slots_count; i++)
        if (net->slots[i].conn)
            apply_time(net, net->slots[i].conn, now_ns);
}
