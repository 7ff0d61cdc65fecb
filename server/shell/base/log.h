/* log.h: one line an event on stderr, as logfmt or JSON.
 *
 * What is never logged: what people wrote, names, tokens, codes. What came from outside is
 * escaped, so that no line can be forged.
 *
 * Order    lines of several threads do not mix: each is one write.
 * Errors   none: a log that cannot be written is not reported anywhere.
 *
 *     rp_log(RP_LOG_INFO, "closed", RP_TEXT("address", address), RP_NUMBER("code", 4008));
 */
#pragma once

#include "rp_types.h"

enum rp_log_level { RP_LOG_DEBUG = 0, RP_LOG_INFO, RP_LOG_WARN, RP_LOG_ERROR };
enum rp_log_form { RP_LOG_LOGFMT = 0, RP_LOG_JSON };

/* The form is set once, before the first thread starts; the level at any time, by the loop.
 * Starts as info and logfmt. */
void rp_log_setup(enum rp_log_level least, enum rp_log_form form);

/* "debug", "info", "warn" or "error". */
enum rp_err rp_log_level_named(const char *name, enum rp_log_level *level);

/* "logfmt" or "json". */
enum rp_err rp_log_form_named(const char *name, enum rp_log_form *form);

struct rp_log_field {
    const char *key;
    const char *text; /* NULL: the number counts */
    int64_t number;
};

#define RP_TEXT(key, text) ((struct rp_log_field){(key), (text), 0})
#define RP_NUMBER(key, number) ((struct rp_log_field){(key), NULL, (int64_t)(number)})

void rp_log_line(enum rp_log_level level, const char *event, const struct rp_log_field *fields,
                 size_t count);

#define rp_log(level, event, ...)                                                                  \
    rp_log_line((level), (event), (const struct rp_log_field[]){__VA_ARGS__},                      \
                RP_COUNT(((const struct rp_log_field[]){__VA_ARGS__})))

/* An event that needs no more words. */
static inline void rp_log_event(enum rp_log_level level, const char *event)
{
    rp_log_line(level, event, NULL, 0);
}
