#include "log.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#include "text.h"

static struct {
    enum rp_log_level least;
    enum rp_log_form form;
} setup = {RP_LOG_INFO, RP_LOG_LOGFMT};

static const char *const level_names[] = {"debug", "info", "warn", "error"};

void rp_log_setup(enum rp_log_level least, enum rp_log_form form)
{
    setup.least = least;
    setup.form = form;
}

enum rp_err rp_log_level_named(const char *name, enum rp_log_level *level)
{
    for (size_t i = 0; i < RP_COUNT(level_names); i++) {
        if (strcmp(name, level_names[i]) != 0)
            continue;
        *level = (enum rp_log_level)i;
        return RP_OK;
    }
    return RP_ERR_RANGE;
}

enum rp_err rp_log_form_named(const char *name, enum rp_log_form *form)
{
    if (strcmp(name, "logfmt") == 0)
        *form = RP_LOG_LOGFMT;
    else if (strcmp(name, "json") == 0)
        *form = RP_LOG_JSON;
    else
        return RP_ERR_RANGE;
    return RP_OK;
}

/* In quotes, with everything but printable ASCII escaped; valid for both forms. */
static void add_quoted(struct rp_text *line, const char *text)
{
    rp_text_add(line, "\"");
    for (const char *at = text; *at; at++) {
        unsigned char byte = (unsigned char)*at;
        if (byte == '"' || byte == '\\')
            rp_text_addf(line, "\\%c", byte);
        else if (byte < 0x20 || byte > 0x7e)
            rp_text_addf(line, "\\u%04x", byte);
        else
            rp_text_add_bytes(line, at, 1);
    }
    rp_text_add(line, "\"");
}

static void add_field(struct rp_text *line, const struct rp_log_field *field)
{
    bool json = setup.form == RP_LOG_JSON;
    rp_text_addf(line, json ? ",\"%s\":" : " %s=", field->key);
    if (field->text)
        add_quoted(line, field->text);
    else
        rp_text_addf(line, "%lld", (long long)field->number);
}

static void add_time(struct rp_text *line)
{
    struct timespec now;
    struct tm parts;
    char stamp[32];
    clock_gettime(CLOCK_REALTIME, &now);
    gmtime_r(&now.tv_sec, &parts);
    strftime(stamp, sizeof(stamp), "%Y-%m-%dT%H:%M:%S", &parts);
    bool json = setup.form == RP_LOG_JSON;
    rp_text_addf(line, json ? "{\"at\":\"%s.%03ldZ\"" : "at=%s.%03ldZ", stamp,
                 now.tv_nsec / 1000000);
}

void rp_log_line(enum rp_log_level level, const char *event, const struct rp_log_field *fields,
                 size_t count)
{
    if (level < setup.least)
        return;
    struct rp_text line = {0};
    add_time(&line);
    add_field(&line, &RP_TEXT("level", level_names[level]));
    add_field(&line, &RP_TEXT("event", event));
    for (size_t i = 0; i < count; i++)
        add_field(&line, &fields[i]);
    rp_text_add(&line, setup.form == RP_LOG_JSON ? "}\n" : "\n");
    if (!line.failed) {
        ssize_t written = write(STDERR_FILENO, line.bytes, line.length);
        (void)written; /* there is nowhere left to say so */
    }
    rp_text_clear(&line);
}
