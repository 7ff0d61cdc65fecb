/* cmd_serve.c: runs the server until it is told to stop. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "commands.h"
#include "log.h"
#include "loop.h"
#include "net.h"
#include "options.h"
#include "web_folder.h"

struct serve {
    struct rp_loop loop;
    struct rp_store *store;
    struct rp_recogniser *recogniser;
    struct rp_scenario_shelf *scenarios;
    struct rp_app *app;
    struct rp_net *net;
};

struct serve_options {
    const char *listen, *data, *web, *scenarios;
    bool demo;
    uint32_t play_ms;
};

/* Everybody is gone. What is in hand is stored while the rooms still stand, and then they go. */
static void close_rooms(struct serve *serve)
{
    if (serve->store != NULL)
        rp_store_close(serve->store);
    if (serve->app != NULL)
        rp_app_close(serve->app);
    rp_loop_release(&serve->loop);
}

static void on_stopped(void *context)
{
    close_rooms(context);
}

/* Pages are told to come back. */
static void on_stop(void *context)
{
    struct serve *serve = context;
    rp_log_event(RP_LOG_INFO, "stopping");
    rp_app_drain(serve->app);
    rp_net_stop(serve->net, on_stopped, serve);
}

static void on_reload(void *context)
{
    struct serve *serve = context;
    if (rp_net_reload(serve->net) == RP_OK)
        rp_log_event(RP_LOG_INFO, "reloaded");
}

static void announce(const struct serve *serve, const struct serve_options *options)
{
    const struct rp_demo_secrets *demo = rp_app_demo(serve->app);
    char base[128];
    int address = (int)(strrchr(options->listen, ':') - options->listen);
    snprintf(base, sizeof(base), "http://%.*s:%u", address, options->listen,
             rp_net_port(serve->net));
    printf("listening %s\n", base);
    if (demo != NULL) {
        printf("practice   %s/practice\n", base);
        printf("trainee    %s/w/demo#%s\n", base, demo->trainee);
        printf("customer   %s/w/demo#%s\n", base, demo->customer);
        printf("instructor %s/i/demo#%s\n", base, demo->staff);
        printf("workshop   %s/f/new#%s\n", base, demo->staff);
    }
    fflush(stdout);
}

static enum rp_err open_scenarios(struct serve *serve, const char *folder)
{
    struct rp_text complaints = {0};
    enum rp_err err = rp_scenario_shelf_open(&serve->scenarios, folder, &complaints);
    if (complaints.length > 0)
        fputs(complaints.bytes, stderr);
    if (err != RP_OK)
        fprintf(stderr, "hearout serve: the scenarios in %s cannot be used\n", folder);
    rp_text_clear(&complaints);
    if (err == RP_OK && rp_scenario_shelf_count(serve->scenarios) == 0) {
        fprintf(stderr, "hearout serve: there is no scenario in %s\n", folder);
        return RP_ERR_NOT_FOUND;
    }
    return err;
}

/* Everything that can be refused before the first connection. */
static enum rp_err open_parts(struct serve *serve, const struct serve_options *options)
{
    enum rp_err err = open_scenarios(serve, options->scenarios);
    if (err == RP_OK)
        err = rp_recogniser_open(&serve->recogniser);
    const struct rp_store_options store = {.folder = options->data, .loop = &serve->loop.uv};
    if (err == RP_OK)
        err = rp_store_open(&serve->store, &store);
    if (err != RP_OK)
        return err;
    struct rp_app_options app = {
        .loop = &serve->loop.uv,
        .store = serve->store,
        .recogniser = serve->recogniser,
        .scenarios = serve->scenarios,
        .data = options->data,
        .demo = options->demo,
        .play_ms = options->play_ms,
    };
    rp_floor_config_default(&app.floor);
    return rp_app_open(&serve->app, &app);
}

static enum rp_err open_net(struct serve *serve, const struct serve_options *options)
{
    const struct rp_net_handler handler = rp_app_handler(serve->app);
    const struct rp_net_options net = {.listen = options->listen, .web_dir = options->web};
    enum rp_err err = rp_app_recover(serve->app);
    if (err == RP_OK)
        err = rp_net_open(&serve->net, &serve->loop.uv, &net, &handler);
    if (err != RP_OK)
        return err;
    rp_app_attach(serve->app, serve->net);
    announce(serve, options);
    return RP_OK;
}

static void close_parts(struct serve *serve)
{
    rp_loop_close(&serve->loop);
    rp_recogniser_close(serve->recogniser);
    if (serve->scenarios != NULL)
        rp_scenario_shelf_close(serve->scenarios);
    rp_log_event(RP_LOG_INFO, "stopped");
}

static int run(struct serve *serve, const struct serve_options *options)
{
    const struct rp_loop_handler handler = {serve, on_stop, on_reload};
    if (sodium_init() < 0 || rp_loop_open(&serve->loop, &handler) != RP_OK)
        return RP_EXIT_FAILED;
    enum rp_err err = open_parts(serve, options);
    if (err == RP_OK)
        err = open_net(serve, options);
    if (err != RP_OK)
        close_rooms(serve);
    rp_loop_run(&serve->loop);
    close_parts(serve);
    return err != RP_OK ? RP_EXIT_FAILED : RP_EXIT_DONE;
}

static bool read_seconds(const char *text, uint32_t *ms)
{
    char *end;
    unsigned long seconds = text ? strtoul(text, &end, 10) : 0;
    if (text == NULL)
        return true;
    *ms = (uint32_t)seconds * 1000;
    return *text != 0 && *end == 0 && seconds >= 1 && seconds <= 7200;
}

int rp_cmd_serve(int argc, char **argv)
{
    const char *config = NULL, *log = "logfmt", *play = NULL;
    static struct serve serve;
    struct serve_options serve_options = {.listen = "127.0.0.1:8080", .data = "hearout-data"};
    const struct rp_option options[] = {
        {"listen", "ADDR:PORT", "where to listen; port 0 takes a free one", &serve_options.listen,
         NULL},
        {"data", "DIR", "the folder that holds the sessions", &serve_options.data, NULL},
        {"demo", NULL, "with a demo firm, its rooms and links", NULL, &serve_options.demo},
        {"config", "FILE", "settings in YAML", &config, NULL},
        {"web", "DIR", "the built page; found beside the binary otherwise", &serve_options.web,
         NULL},
        {"scenarios", "DIR", "the situations; found beside the binary otherwise",
         &serve_options.scenarios, NULL},
        {"play", "SECONDS", "length of play, instead of the scenario's own", &play, NULL},
        {"log", "FORM", "logfmt or json", &log, NULL},
    };
    const struct rp_command command = {"serve", NULL, "run the server", options, RP_COUNT(options)};
    int operands = 0;
    int code = rp_options_parse(&command, argc, argv, &operands);
    if (code != RP_EXIT_CONTINUE)
        return code;
    enum rp_log_form form;
    if (rp_log_form_named(log, &form) != RP_OK) {
        fprintf(stderr, "hearout serve: --log %s: logfmt or json is allowed\n", log);
        return RP_EXIT_USAGE;
    }
    if (!read_seconds(play, &serve_options.play_ms)) {
        fprintf(stderr, "hearout serve: --play %s: 1 to 7200 seconds are allowed\n", play);
        return RP_EXIT_USAGE;
    }
    rp_log_setup(RP_LOG_INFO, form);
    char web[1200], scenarios[1200];
    if (serve_options.web == NULL)
        serve_options.web = rp_web_folder_find(web, sizeof(web)) == RP_OK ? web : ".";
    if (serve_options.scenarios == NULL)
        serve_options.scenarios =
            rp_scenario_folder_find(scenarios, sizeof(scenarios)) == RP_OK ? scenarios : ".";
    return run(&serve, &serve_options);
}
