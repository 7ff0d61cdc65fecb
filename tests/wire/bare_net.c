/* bare_net.c: the network without the application, so that the fence can be tested alone.
 *
 * bare_net WEB_FOLDER listens on a free port of 127.0.0.1 and obeys the first byte of a frame:
 *   g        greets           e...     sends ... back          r        tells the round trip
 *   p        is at play       f COUNT  sends COUNT KiB         c CODE   closes
 * COUNT and CODE are two bytes, the high one first. Each frame that arrives makes one line on
 * stdout, "frame LENGTH", and each connection "opened" and "closed".
 */
#include <stdio.h>
#include <string.h>

#include "log.h"
#include "loop.h"
#include "net.h"

struct bare {
    struct rp_loop loop;
    struct rp_net *net;
    uint32_t sent;
};

static void say(const char *what, size_t number)
{
    printf("%s %zu\n", what, number);
    fflush(stdout);
}

static void on_opened(void *context, struct rp_conn_id conn, const struct rp_newcomer *who,
                      int64_t now_ns)
{
    (void)context, (void)who, (void)now_ns;
    say("opened", conn.slot);
}

static void on_closed(void *context, struct rp_conn_id conn)
{
    (void)context;
    say("closed", conn.slot);
}

static enum rp_err send_bytes(struct bare *bare, struct rp_conn_id conn, const uint8_t *bytes,
                              size_t length)
{
    struct rp_body *body = rp_body_open(bytes, length);
    RP_CHECK(body);
    enum rp_err err = rp_net_send(bare->net, conn, body, ++bare->sent);
    rp_body_release(body);
    return err;
}

/* A MessagePack int 32, so that -1 can be seen. */
static void send_number(struct bare *bare, struct rp_conn_id conn, int32_t number)
{
    uint32_t bits = (uint32_t)number;
    const uint8_t bytes[] = {0xd2, (uint8_t)(bits >> 24), (uint8_t)(bits >> 16),
                             (uint8_t)(bits >> 8), (uint8_t)bits};
    send_bytes(bare, conn, bytes, sizeof(bytes));
}

/* A MessagePack bin 16 that fills one KiB, again and again. */
static void flood(struct bare *bare, struct rp_conn_id conn, unsigned count)
{
    uint8_t bytes[1024] = {0xc5, 1021 >> 8, 1021 & 0xff};
    while (count-- > 0 && send_bytes(bare, conn, bytes, sizeof(bytes)) == RP_OK)
        ;
}

static void on_frame(void *context, struct rp_conn_id conn, const uint8_t *bytes, size_t length,
                     int64_t at_ns)
{
    struct bare *bare = context;
    unsigned argument = length >= 3 ? bytes[1] * 256U + bytes[2] : 0;
    (void)at_ns;
    say("frame", length);
    switch (length ? bytes[0] : 0) {
    case 'g':
        rp_net_greeted(bare->net, conn);
        break;
    case 'e':
        send_bytes(bare, conn, bytes + 1, length - 1);
        break;
    case 'r':
        send_number(bare, conn, rp_net_round_trip_ms(bare->net, conn));
        break;
    case 'p':
        rp_net_ping_every(bare->net, conn, RP_NET_PING_PLAYING_MS);
        break;
    case 'f':
        flood(bare, conn, argument);
        break;
    case 'c':
        rp_net_close(bare->net, conn, (enum rp_close_code)argument);
        break;
    default:
        break;
    }
}

static bool is_ready(void *context)
{
    (void)context;
    return false;
}

static void on_stopped(void *context)
{
    struct bare *bare = context;
    rp_loop_release(&bare->loop);
}

static void on_stop(void *context)
{
    struct bare *bare = context;
    rp_net_stop(bare->net, on_stopped, bare);
}

static void on_reload(void *context)
{
    (void)context;
}

int main(int argc, char **argv)
{
    static struct bare bare;
    static const char *const origins[] = {"https://firm.example", NULL};
    const struct rp_net_options options = {
        .listen = "127.0.0.1:0", .web_dir = argc > 1 ? argv[1] : "", .origins = origins};
    const struct rp_loop_handler loop_handler = {&bare, on_stop, on_reload};
    const struct rp_net_handler handler = {
        .context = &bare,
        .opened = on_opened,
        .frame = on_frame,
        .closed = on_closed,
        .ready = is_ready,
    };
    if (rp_loop_open(&bare.loop, &loop_handler) != RP_OK ||
        rp_net_open(&bare.net, &bare.loop.uv, &options, &handler) != RP_OK)
        return 1;
    printf("listening http://127.0.0.1:%u\n", rp_net_port(bare.net));
    fflush(stdout);
    rp_loop_run(&bare.loop);
    rp_loop_close(&bare.loop);
    return 0;
}
