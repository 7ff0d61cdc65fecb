/* cmd_serve.c: runs the server until it is told to stop. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "app.h"
#include "commands.h"
#include "config.h"
#include "firm.h"
#include "log.h"
#include "loop.h"
#include "net.h"
#include "options.h"
#include "service.h"
#include "web_folder.h"

/* What the command line says beside the file; NULL: nothing. */
struct serve_options {
    const char *file;
    const char *listen, *data, *web, *scenarios, *method, *play, *log;
    bool demo;
};

struct serve {
    const struct serve_options *options;
    struct rp_config started, current; /* current: what a reload can change */
    struct rp_loop loop;
    struct rp_service service;
    uv_timer_t drain; /* from the signal to the stop */
    struct rp_store *store;
    struct rp_recogniser *recogniser;
    struct rp_scenario_shelf *scenarios;
    struct rp_method_shelf *methods;
    struct rp_app *app;
    struct rp_net *net;
};

/* Settings. */

static bool read_seconds(const char *text, int32_t *seconds)
{
    char *end;
    long number = strtol(text, &end, 10);
    *seconds = (int32_t)rp_clamp(number, 0, INT32_MAX);
    return *text != 0 && *end == 0 && number >= 1 && number <= 7200;
}

static void override(const char **setting, const char *given)
{
    if (given)
        *setting = given;
}

static enum rp_err apply_command_line(struct rp_config *config, const struct serve_options *options)
{
    enum rp_log_form form;
    override(&config->listen, options->listen);
    override(&config->data, options->data);
    override(&config->web, options->web);
    override(&config->scenarios, options->scenarios);
    override(&config->method, options->method);
    override(&config->log_form, options->log);
    if (rp_log_form_named(config->log_form, &form) != RP_OK) {
        fprintf(stderr, "hearout serve: --log %s: logfmt or json is allowed\n", options->log);
        return RP_ERR_RANGE;
    }
    if (options->play && !read_seconds(options->play, &config->play_seconds)) {
        fprintf(stderr, "hearout serve: --play %s: 1 to 7200 seconds are allowed\n", options->play);
        return RP_ERR_RANGE;
    }
    return RP_OK;
}

static enum rp_err find_folders(struct rp_config *config)
{
    char web[1200] = ".", scenarios[1200] = ".";
    if (*config->web == 0) {
        rp_web_folder_find(web, sizeof(web));
        config->web = rp_keep_text(&config->keep, web, strlen(web));
    }
    if (*config->scenarios == 0) {
        rp_scenario_folder_find(scenarios, sizeof(scenarios));
        config->scenarios = rp_keep_text(&config->keep, scenarios, strlen(scenarios));
    }
    return config->web && config->scenarios ? RP_OK : RP_ERR_IO;
}

/* RP_ERR_RANGE: said on stderr. The configuration is to be cleared in any case. */
static enum rp_err load_config(struct rp_config *config, const struct serve_options *options)
{
    struct rp_text complaints = {0};
    enum rp_err err = rp_config_load(config, options->file, environ, &complaints);
    if (complaints.length > 0)
        fputs(complaints.bytes, stderr);
    rp_text_clear(&complaints);
    if (err == RP_OK)
        err = apply_command_line(config, options);
    return err == RP_OK ? find_folders(config) : err;
}

static void set_up_log(const struct rp_config *config)
{
    enum rp_log_form form = RP_LOG_LOGFMT;
    enum rp_log_level level = RP_LOG_INFO;
    rp_log_form_named(config->log_form, &form);
    rp_log_level_named(config->log_level, &level);
    rp_log_setup(level, form);
}

static struct rp_net_options net_options(const struct rp_config *config)
{
    return (struct rp_net_options){
        .listen = config->listen,
        .web_dir = config->web,
        .origins = config->origins,
        .proxies = config->proxies,
        .metrics_readers = config->metrics_readers,
        .limits = &config->limits,
        .tls_certificate = config->tls_certificate,
        .tls_key = config->tls_key,
    };
}

/* Stopping. */

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
static void stop_now(struct serve *serve)
{
    uv_close((uv_handle_t *)&serve->drain, NULL);
    rp_service_close(&serve->service);
    rp_app_drain(serve->app);
    rp_net_stop(serve->net, on_stopped, serve);
}

static void on_drained(uv_timer_t *drain)
{
    stop_now(drain->data);
}

static void on_stop(void *context)
{
    struct serve *serve = context;
    uint64_t drain_ms = (uint64_t)serve->current.drain_seconds * 1000;
    rp_log(RP_LOG_INFO, "stopping", RP_NUMBER("drain_ms", drain_ms));
    rp_service_stopping();
    rp_app_warn(serve->app, (uint32_t)serve->current.drain_seconds);
    rp_net_drain(serve->net);
    if (drain_ms == 0)
        stop_now(serve);
    else
        uv_timer_start(&serve->drain, on_drained, drain_ms, 0);
}

/* Reloading. */

static void tell_unapplied(const struct rp_config *running, const struct rp_config *wanted)
{
    struct rp_text names = {0};
    rp_config_list_unapplied(running, wanted, &names);
    if (names.length > 0)
        rp_log(RP_LOG_WARN, "restart_wanted", RP_TEXT("settings", names.bytes));
    rp_text_clear(&names);
}

static void on_noted(void *context, enum rp_err err)
{
    (void)context;
    if (err != RP_OK)
        rp_log_event(RP_LOG_ERROR, "reload_not_in_audit_log");
}

static void note_reload(struct serve *serve)
{
    const struct rp_audit audit = {(int64_t)time(NULL), RP_AUDIT_RELOAD, "", "operator",
                                   "configuration"};
    struct rp_batch *batch = rp_batch_open("");
    if (batch == NULL || rp_batch_audit(batch, &audit) != RP_OK)
        rp_log_event(RP_LOG_ERROR, "reload_not_in_audit_log");
    if (batch != NULL)
        rp_store_put(serve->store, batch, on_noted, NULL);
}

/* All or nothing: a configuration that cannot be used changes nothing. */
static void on_reload(void *context)
{
    struct serve *serve = context;
    struct rp_config wanted;
    enum rp_err err = load_config(&wanted, serve->options);
    const struct rp_net_options net = net_options(&wanted);
    if (err == RP_OK)
        err = rp_net_reload(serve->net, &net);
    if (err != RP_OK) {
        rp_log(RP_LOG_ERROR, "not_reloaded", RP_TEXT("what", "all stays as it was"));
        rp_config_clear(&wanted);
        return;
    }
    tell_unapplied(&serve->started, &wanted);
    rp_config_clear(&serve->current);
    serve->current = wanted;
    set_up_log(&serve->current);
    rp_log_event(RP_LOG_INFO, "reloaded");
    note_reload(serve);
}

/* Starting. */

static void announce(const struct serve *serve)
{
    const struct rp_demo_secrets *demo = rp_app_demo(serve->app);
    char base[128];
    const char *listen = serve->started.listen;
    int address = (int)(strrchr(listen, ':') - listen);
    snprintf(base, sizeof(base), "%s://%.*s:%u", rp_net_is_secure(serve->net) ? "https" : "http",
             address, listen, rp_net_port(serve->net));
    printf("listening %s\n", base);
    if (demo != NULL) {
        printf("practice   %s/practice\n", base);
        printf("trainee    %s/w/demo#%s\n", base, demo->trainee);
        printf("customer   %s/w/demo#%s\n", base, demo->customer);
        printf("instructor %s/i/demo#%s\n", base, demo->staff);
        printf("workshop   %s/f/new#%s\n", base, demo->staff);
        printf("sign-in    %s/signin firm %s login %s password %s\n", base, RP_FIRM_DEMO,
               RP_DEMO_LOGIN, demo->password);
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

/* They lie beside the scenarios. */
static enum rp_err open_methods(struct serve *serve, const struct rp_config *config)
{
    char folder[1300];
    struct rp_text complaints = {0};
    snprintf(folder, sizeof(folder), "%s/methods", config->scenarios);
    enum rp_err err = rp_method_shelf_open(&serve->methods, folder, &complaints);
    if (complaints.length > 0)
        fputs(complaints.bytes, stderr);
    rp_text_clear(&complaints);
    if (err == RP_OK && !rp_method_named(serve->methods, config->method, strlen(config->method))) {
        fprintf(stderr, "hearout serve: there is no method %s in %s\n", config->method, folder);
        err = RP_ERR_NOT_FOUND;
    }
    return err;
}

/* Everything that can be refused before the first connection. */
static enum rp_err open_parts(struct serve *serve)
{
    const struct rp_config *config = &serve->started;
    enum rp_err err = open_scenarios(serve, config->scenarios);
    if (err == RP_OK)
        err = open_methods(serve, config);
    if (err == RP_OK)
        err = rp_recogniser_open(&serve->recogniser);
    const struct rp_store_options store = {.folder = config->data, .loop = &serve->loop.uv};
    if (err == RP_OK)
        err = rp_store_open(&serve->store, &store);
    if (err != RP_OK)
        return err;
    struct rp_app_options app = {
        .loop = &serve->loop.uv,
        .store = serve->store,
        .recogniser = serve->recogniser,
        .scenarios = serve->scenarios,
        .methods = serve->methods,
        .method = rp_method_named(serve->methods, config->method, strlen(config->method)),
        .keeps = true,
        .data = config->data,
        .demo = serve->options->demo,
        .floor = config->floor,
        .play_ms = (uint32_t)config->play_seconds * 1000,
    };
    return rp_app_open(&serve->app, &app);
}

static enum rp_err open_net(struct serve *serve)
{
    const struct rp_net_handler handler = rp_app_handler(serve->app);
    const struct rp_net_options net = net_options(&serve->current);
    enum rp_err err = rp_app_recover(serve->app);
    if (err == RP_OK)
        err = rp_net_open(&serve->net, &serve->loop.uv, &net, &handler);
    if (err != RP_OK)
        return err;
    rp_app_attach(serve->app, serve->net);
    uv_timer_init(&serve->loop.uv, &serve->drain);
    serve->drain.data = serve;
    rp_service_open(&serve->service, &serve->loop.uv);
    rp_service_ready("serving");
    announce(serve);
    return RP_OK;
}

static void close_parts(struct serve *serve)
{
    rp_loop_close(&serve->loop);
    rp_recogniser_close(serve->recogniser);
    if (serve->scenarios != NULL)
        rp_scenario_shelf_close(serve->scenarios);
    rp_method_shelf_close(serve->methods);
    rp_log_event(RP_LOG_INFO, "stopped");
}

/* One for each connection. A shell's own limit is low for the sake of older programs. */
static void raise_open_files(void)
{
    enum { FILES_MOST = 65536 }; /* libwebsockets takes memory for each that could be */
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= FILES_MOST)
        return;
    limit.rlim_cur = limit.rlim_max < FILES_MOST ? limit.rlim_max : FILES_MOST;
    setrlimit(RLIMIT_NOFILE, &limit);
}

static int run(struct serve *serve)
{
    raise_open_files();
    const struct rp_loop_handler handler = {serve, on_stop, on_reload};
    if (sodium_init() < 0 || rp_loop_open(&serve->loop, &handler) != RP_OK)
        return RP_EXIT_FAILED;
    enum rp_err err = open_parts(serve);
    if (err == RP_OK)
        err = open_net(serve);
    if (err != RP_OK)
        close_rooms(serve);
    rp_loop_run(&serve->loop);
    close_parts(serve);
    return err != RP_OK ? RP_EXIT_FAILED : RP_EXIT_DONE;
}

static int serve_with(const struct serve_options *options)
{
    static struct serve serve;
    serve.options = options;
    enum rp_err err = load_config(&serve.started, options);
    if (err == RP_OK)
        err = load_config(&serve.current, options);
    int code = RP_EXIT_USAGE;
    if (err == RP_OK) {
        set_up_log(&serve.started);
        code = run(&serve);
    }
    rp_config_clear(&serve.started);
    rp_config_clear(&serve.current);
    return code;
}

int rp_cmd_serve(int argc, char **argv)
{
    struct serve_options given = {0};
    const struct rp_option options[] = {
        {"config", "FILE", "settings in YAML; see hearout config --help", &given.file, NULL},
        {"listen", "ADDR:PORT", "where to listen; port 0 takes a free one", &given.listen, NULL},
        {"data", "DIR", "the folder that holds the sessions", &given.data, NULL},
        {"demo", NULL, "with a demo firm, its rooms and links", NULL, &given.demo},
        {"web", "DIR", "the built page; found beside the binary otherwise", &given.web, NULL},
        {"scenarios", "DIR", "the situations; found beside the binary otherwise", &given.scenarios,
         NULL},
        {"method", "ID", "what new rooms are graded by", &given.method, NULL},
        {"play", "SECONDS", "length of play, instead of the scenario's own", &given.play, NULL},
        {"log", "FORM", "logfmt or json", &given.log, NULL},
    };
    const struct rp_command command = {"serve", NULL, "run the server", options, RP_COUNT(options)};
    int operands = 0;
    int code = rp_options_parse(&command, argc, argv, &operands);
    return code == RP_EXIT_CONTINUE ? serve_with(&given) : code;
}
