/* cmd_serve.c: runs the server until it is told to stop. */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "log.h"
#include "loop.h"
#include "net.h"
#include "options.h"
#include "web_folder.h"

struct serve {
    struct rp_loop loop;
    struct rp_net *net;
};

static void on_opened(void *context, struct rp_conn_id conn, const char *address, int64_t now_ns)
{
    (void)context, (void)now_ns;
    rp_log(RP_LOG_DEBUG, "opened", RP_NUMBER("conn", conn.slot), RP_TEXT("address", address));
}

static void on_frame(void *context, struct rp_conn_id conn, const uint8_t *bytes, size_t length,
                     int64_t at_ns)
{
    struct serve *serve = context;
    (void)bytes, (void)length, (void)at_ns;
    rp_net_close(serve->net, conn, RP_CLOSE_REFUSED);
}

static void on_closed(void *context, struct rp_conn_id conn)
{
    (void)context;
    rp_log(RP_LOG_DEBUG, "closed", RP_NUMBER("conn", conn.slot));
}

static bool is_ready(void *context)
{
    (void)context;
    return true;
}

static void on_stopped(void *context)
{
    struct serve *serve = context;
    rp_log_event(RP_LOG_INFO, "stopped");
    rp_loop_release(&serve->loop);
}

static void on_stop(void *context)
{
    struct serve *serve = context;
    rp_log_event(RP_LOG_INFO, "stopping");
    rp_net_stop(serve->net, on_stopped, serve);
}

static void on_reload(void *context)
{
    struct serve *serve = context;
    if (rp_net_reload(serve->net) == RP_OK)
        rp_log_event(RP_LOG_INFO, "reloaded");
}

static void announce(const struct rp_net *net, const char *listen)
{
    int address = (int)(strrchr(listen, ':') - listen);
    printf("listening http://%.*s:%u\n", address, listen, rp_net_port(net));
    fflush(stdout);
}

static int run(struct serve *serve, const struct rp_net_options *options)
{
    const struct rp_loop_handler loop_handler = {serve, on_stop, on_reload};
    const struct rp_net_handler net_handler = {
        .context = serve,
        .opened = on_opened,
        .frame = on_frame,
        .closed = on_closed,
        .ready = is_ready,
    };
    if (rp_loop_open(&serve->loop, &loop_handler) != RP_OK)
        return RP_EXIT_FAILED;
    enum rp_err err = rp_net_open(&serve->net, &serve->loop.uv, options, &net_handler);
    if (err)
        rp_loop_release(&serve->loop);
    else
        announce(serve->net, options->listen);
    rp_loop_run(&serve->loop);
    rp_loop_close(&serve->loop);
    return err ? RP_EXIT_FAILED : RP_EXIT_DONE;
}

int rp_cmd_serve(int argc, char **argv)
{
    const char *listen = "127.0.0.1:8080", *data = "hearout-data", *config = NULL, *web = NULL;
    const char *log = "logfmt";
    bool demo = false;
    const struct rp_option options[] = {
        {"listen", "ADDR:PORT", "where to listen; port 0 takes a free one", &listen, NULL},
        {"data", "DIR", "the folder that holds the sessions", &data, NULL},
        {"demo", NULL, "with a demo firm, its rooms and links", NULL, &demo},
        {"config", "FILE", "settings in YAML", &config, NULL},
        {"web", "DIR", "the built page; found beside the binary otherwise", &web, NULL},
        {"log", "FORM", "logfmt or json", &log, NULL},
    };
    const struct rp_command command = {"serve", NULL, "run the server", options,
                                       RP_COUNT(options)};
    int operands = 0;
    int code = rp_options_parse(&command, argc, argv, &operands);
    if (code != RP_EXIT_CONTINUE)
        return code;
    enum rp_log_form form;
    if (rp_log_form_named(log, &form) != RP_OK) {
        fprintf(stderr, "hearout serve: --log %s: logfmt or json is allowed\n", log);
        return RP_EXIT_USAGE;
    }
    rp_log_setup(RP_LOG_INFO, form);
    char found[1200] = "";
    if (web == NULL && rp_web_folder_find(found, sizeof(found)) == RP_OK)
        web = found;
    const struct rp_net_options net_options = {.listen = listen, .web_dir = web ? web : "."};
    static struct serve serve;
    return run(&serve, &net_options);
}
