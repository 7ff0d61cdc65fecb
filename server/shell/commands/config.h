/* config.h: every setting of the server: one list, from which everything else follows.
 *
 *   defaults < the YAML file < HEAROUT_* in the environment < the command line
 *
 * The list makes the struct, the defaults, `hearout config check` and `hearout config list`.
 * A setting `name` of `section` is HEAROUT_SECTION_NAME in the environment; several values of a
 * list stand there with commas between.
 *
 * Owner    the caller: rp_config_load fills, rp_config_clear gives back. Texts live as long.
 * Errors   complaints `file:line:column: what is wrong, what is allowed`, all of them at once,
 *          and RP_ERR_RANGE; RP_ERR_IO when the file cannot be read.
 * Source   docs/configuration.md
 */
#pragma once

#include "keep.h"
#include "net_limits.h"
#include "rp_floor_config.h"
#include "text.h"

/* Whether a setting takes effect on SIGHUP, or with the next start. */
enum rp_config_when { RP_CONFIG_AT_START = 0, RP_CONFIG_ON_RELOAD };

/* X(field, section, name, default, when, text): a text, "" stands for none. */
#define RP_CONFIG_TEXTS(X)                                                                         \
    X(listen, "", "listen", "127.0.0.1:8080", RP_CONFIG_AT_START,                                  \
      "ADDRESS:PORT; port 0 takes a free one")                                                     \
    X(data, "", "data", "hearout-data", RP_CONFIG_AT_START, "the folder that holds the sessions")  \
    X(web, "", "web", "", RP_CONFIG_AT_START, "the built page; found beside the binary otherwise") \
    X(scenarios, "", "scenarios", "", RP_CONFIG_AT_START,                                          \
      "the situations; found beside the binary otherwise")                                         \
    X(method, "", "method", "five-steps", RP_CONFIG_AT_START,                                      \
      "what new rooms are graded by: a file of the scenarios' methods folder")                     \
    X(tls_certificate, "tls", "certificate", "", RP_CONFIG_ON_RELOAD,                              \
      "the certificate and its chain, PEM; with the key: HTTPS and WSS alone are spoken")          \
    X(tls_key, "tls", "key", "", RP_CONFIG_ON_RELOAD, "its private key, PEM")

/* X(field, section, name, choices, when, text): one of the choices, the first is the default. */
#define RP_CONFIG_CHOICES(X)                                                                       \
    X(log_form, "log", "form", "logfmt, json", RP_CONFIG_AT_START, "one line an event, on stderr") \
    X(log_level, "log", "level", "info, debug, warn, error", RP_CONFIG_ON_RELOAD,                  \
      "the least that is said")

/* X(field, section, name, when, text): texts, none by default. */
#define RP_CONFIG_LISTS(X)                                                                         \
    X(origins, "", "origins", RP_CONFIG_ON_RELOAD,                                                 \
      "exact origins that may connect beside the server's own, such as https://training.example")  \
    X(proxies, "", "proxies", RP_CONFIG_ON_RELOAD,                                                 \
      "addresses or networks (10.0.0.0/8) whose X-Forwarded-For is believed")                      \
    X(metrics_readers, "", "metrics_readers", RP_CONFIG_ON_RELOAD,                                 \
      "addresses or networks that may read /metrics beside this machine itself")

/* X(field, section, name, default, least, most, when, text): a whole number. */
#define RP_CONFIG_NUMBERS(X)                                                                       \
    X(play_seconds, "", "play_seconds", 0, 0, 7200, RP_CONFIG_AT_START,                            \
      "length of play of every new room; 0: the scenario's own")                                   \
    X(drain_seconds, "", "drain_seconds", 0, 0, 600, RP_CONFIG_ON_RELOAD,                          \
      "how long /readyz says no before the server stops: time for a load balancer to see it")

struct rp_config {
#define RP_CONFIG_TEXT_FIELD(field, section, name, value, when, text) const char *field;
#define RP_CONFIG_LIST_FIELD(field, section, name, when, text) const char *const *field;
#define RP_CONFIG_NUMBER_FIELD(field, section, name, value, least, most, when, text) int32_t field;
    RP_CONFIG_TEXTS(RP_CONFIG_TEXT_FIELD)
    RP_CONFIG_CHOICES(RP_CONFIG_TEXT_FIELD)
    RP_CONFIG_LISTS(RP_CONFIG_LIST_FIELD) /* each ends in NULL */
    RP_CONFIG_NUMBERS(RP_CONFIG_NUMBER_FIELD)
#undef RP_CONFIG_TEXT_FIELD
#undef RP_CONFIG_LIST_FIELD
#undef RP_CONFIG_NUMBER_FIELD
    struct rp_net_limits limits;  /* section "limits" */
    struct rp_floor_config floor; /* section "floor" */
    struct rp_keep keep;
};

enum rp_setting_kind { RP_SETTING_TEXT, RP_SETTING_CHOICE, RP_SETTING_LIST, RP_SETTING_NUMBER };

/* One entry of the list. */
struct rp_setting {
    const char *section, *name;
    enum rp_setting_kind kind;
    const char *words; /* a text's default, a choice's choices */
    int32_t value, least, most;
    enum rp_config_when when;
    const char *text;
    size_t offset; /* in struct rp_config */
};

size_t rp_settings(void);
const struct rp_setting *rp_setting(size_t index);

/* Defaults, then the file if there is one, then the environment: a list of NAME=VALUE that ends
 * in NULL, or NULL. */
enum rp_err rp_config_load(struct rp_config *config, const char *path, char *const *environment,
                           struct rp_text *complaints);
void rp_config_clear(struct rp_config *config);

/* Names those settings that differ and take effect only with the next start, with ", " between. */
void rp_config_list_unapplied(const struct rp_config *running, const struct rp_config *wanted,
                              struct rp_text *names);

/* "limits.hello_ms", or "listen"; and "HEAROUT_LIMITS_HELLO_MS". */
enum { RP_SETTING_NAME_MAX = 64 };
void rp_setting_name(const struct rp_setting *setting, char name[RP_SETTING_NAME_MAX]);
void rp_setting_variable(const struct rp_setting *setting, char name[RP_SETTING_NAME_MAX]);

/* Every setting as a section's table of docs/configuration.md. */
void rp_settings_describe(const char *section, struct rp_text *text);
